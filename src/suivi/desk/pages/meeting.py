"""A dialogue as a secretariat runs it: its series, and one of its meetings with agenda, people, papers and follow-up."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.commitment import ActivityShown, DetailShown, StepShown
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.joint_texts import JointTextLine
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.room import DecisionShown, DraftDecision
from suivi.plan.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item built from what is on record: what about, why it is there, and whether it is late."""

    about: CommitmentNamed
    says: Words
    overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A line the secretariat keeps for the meeting at home."""

    id: str
    words: str
    detail: str
    address: str
    organises: bool
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ClockShown:
    """What a capital's clock shows when the meeting begins."""

    city: Words
    on: str
    hour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordOfParty:
    """What one party says of the series or of the meeting: the details of its step, and the day it says so.

    Of the series also what follows from it: the day by which the next meeting is due, whether that has passed on the day
    of the page, and the party that hosts it; empty where nothing follows.
    """

    party: str
    step: Term
    on: str
    details: tuple[DetailShown, ...]
    next_due_on: str = ""
    next_overdue: bool = False
    next_host: str = ""


@dataclass(frozen=True, slots=True)
class MeetingLineShown:
    """A meeting of the series in a list: `here` is the one on the page."""

    key: str
    number: int
    on: str
    state: Term
    here: bool


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """One meeting of a dialogue; `key` is empty where none was proposed yet.

    `owed` are undone decisions of earlier meetings, `decisions` those of this one. `accounts` hold each side's word on
    the meeting, `apart` says that they differ in day or participants. `participants`, `papers` and `items` are internal.
    `invitation` says which message the calendar file is: `request`, `cancel`, `publish`, or empty without a day.
    """

    plan: PlanLine
    commitment: CommitmentNamed
    activity: ActivityShown
    parties: tuple[PartyNamed, ...]
    languages: tuple[str, ...]
    series: tuple[WordOfParty, ...]
    meetings: tuple[MeetingLineShown, ...]
    key: str
    number: int
    on: str
    place: str
    level: Words | None
    clocks: tuple[ClockShown, ...]
    agenda: dict[str, str]
    owed: tuple[DecisionShown, ...]
    open_now: tuple[AgendaItem, ...]
    participants: tuple[LineShown, ...]
    papers: tuple[LineShown, ...]
    items: tuple[LineShown, ...]
    accounts: tuple[WordOfParty, ...]
    apart: bool
    postponements: tuple[StepShown, ...]
    minutes: dict[str, str]
    pending: tuple[JointTextLine, ...]
    decisions: tuple[DecisionShown, ...]
    outcomes: tuple[Term, ...]
    draft_decisions: tuple[DraftDecision, ...]
    revision: int
    invitation: str
    may_write: bool
