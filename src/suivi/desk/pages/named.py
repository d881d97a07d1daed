"""What a plan names: the list in groups, and one thing with its names and everything asked of it."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import AgreedShown, CommitmentNamed
from suivi.desk.pages.bodies import NameBorne, OwedByBody
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.room import DecisionShown


@dataclass(frozen=True, slots=True)
class DayGiven:
    """A day of a thing, as exact as it is known (`2022-09`), the milestone, and whose word it is."""

    milestone: Term
    on: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThingNamed:
    """A thing as a commitment names it."""

    id: str
    names: dict[str, str]
    kind: Term


@dataclass(frozen=True, kw_only=True)
class ThingLine:
    """A thing in the list, by the names of the day of the page; `commitments` is how many name it.

    `alike` are other things that share a name with it.
    """

    id: str
    names: dict[str, str]
    kind: Term
    achieved: bool
    days: tuple[DayGiven, ...]
    commitments: int
    preamble: bool = False
    alike: tuple[ThingNamed, ...] = ()


@dataclass(frozen=True, slots=True)
class ThingGroup:
    """Things of one group, in the order they were entered."""

    group: Term
    lines: tuple[ThingLine, ...]


@dataclass(frozen=True, kw_only=True)
class ThingFound:
    """A name the reader found in the agreed text that no thing bears: the words, where, and what it may be."""

    id: str
    words: str
    language: str
    kind: str
    commitments: tuple[str, ...]
    achieved: bool


@dataclass(frozen=True, kw_only=True)
class NamedPage:
    """What a plan names. `kinds` are offered by the form; `found` is None where nobody asked to look into the text."""

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    day: datetime.date
    groups: tuple[ThingGroup, ...]
    kinds: tuple[Term, ...]
    milestones: tuple[Term, ...]
    languages: tuple[str, ...]
    found: tuple[ThingFound, ...] | None
    may_write: bool
    marking: str


@dataclass(frozen=True, slots=True)
class WordOnThing:
    """What one party says of a thing, and where that is on record."""

    party: str
    log: str
    seq: int
    at: datetime.datetime
    address: str
    marking: str


@dataclass(frozen=True, slots=True)
class ActivityNamed:
    """An activity under a commitment that names the thing: where it runs, its mode, where it stands."""

    commitment: CommitmentNamed
    id: str
    mode: Term
    state: Term
    titles: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class ThingPage:
    """One thing: its names oldest first, its days, who says so, the commitments that name it with what is due on them.

    `activities` run under those commitments. `decisions` were taken in meetings held there, those still owed first.
    `preamble` are the words before the first pillar in each language that hold one of its names, `alike` the things that
    share a name with it.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    day: datetime.date
    id: str
    called: dict[str, str]
    kind: Term
    group: Term
    achieved: bool
    names: tuple[NameBorne, ...]
    short: dict[str, str]
    days: tuple[DayGiven, ...]
    words: tuple[WordOnThing, ...]
    owed: tuple[OwedByBody, ...]
    activities: tuple[ActivityNamed, ...]
    decisions: tuple[DecisionShown, ...]
    preamble: tuple[AgreedShown, ...]
    marking: str
    alike: tuple[ThingNamed, ...] = ()
