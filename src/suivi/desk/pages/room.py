"""The review room: what is missing, what differs, what is to be discussed, the minutes, and reviews closed before."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.joint_texts import JointTextLine
from suivi.desk.pages.plan import CommitmentRow, PlanLine, SourceShown
from suivi.desk.pages.said import AccountShown, AssessedShown
from suivi.plan.words import Words


@dataclass(frozen=True, kw_only=True)
class NoteShown:
    """A mark for discussion: about a commitment, or the plan as a whole; by whom and when."""

    id: str
    about: CommitmentNamed | None
    words: str
    by: str
    at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class DifferenceShown:
    """A commitment whose accounts differ, with both in full."""

    row: CommitmentRow


@dataclass(frozen=True, kw_only=True)
class MissingShown:
    """A commitment on which a party has not reported in the period."""

    commitment: CommitmentNamed
    parties: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FollowUpShown:
    """A party's word on a decision."""

    party: str
    outcome: Term
    account: Mapping[str, str]
    on: str


@dataclass(frozen=True, kw_only=True)
class DecisionShown:
    """A decision of earlier minutes, and what has become of it; `owed_by` are the parties still to act."""

    minutes: str
    number: str
    on: str
    words: Mapping[str, str]
    about: CommitmentNamed | None
    due_on: str | None
    overdue: bool
    owed_by: tuple[str, ...]
    ours: bool
    followed: tuple[FollowUpShown, ...]


@dataclass(frozen=True, kw_only=True)
class ClosedShown:
    """A review closed by minutes in effect: `same` says that this node computes it again to the byte."""

    minutes: str
    from_on: str
    to_on: str
    digest: str
    in_effect_at: datetime.datetime
    same: bool
    since: tuple["SinceShown", ...]


@dataclass(frozen=True, kw_only=True)
class SinceShown:
    """An account that a closed review has not, or has in other words: as it stands now, and what happened to it."""

    about: CommitmentNamed
    account: AccountShown
    word: Term


@dataclass(frozen=True, kw_only=True)
class AssessedRow:
    """A commitment with the assessment each party gave of it for the period, in charter order, None for none."""

    commitment: CommitmentNamed
    given: tuple[AssessedShown | None, ...]


@dataclass(frozen=True, kw_only=True)
class DraftDecision:
    """A line of the form for minutes, already filled in: the words per language are left to the officers."""

    number: str
    provision: str
    words: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class RoomPage:
    """The review room of a plan for a period.

    `ours_missing` and `theirs_missing` are commitments without a report of the period; `digest` is that of the review
    as it stands, `looked_by` who has looked at it as a whole. `minutes` are the texts of the form, by language.
    `sources` say how far each log reaches, `assessments` are those given for the period, `commitments` those one can be
    given of, `ended` those that an amendment ended, with the day; `list_formats` those of the list to hand over.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    languages: tuple[str, ...]
    list_formats: tuple[str, ...]
    from_on: datetime.date
    to_on: datetime.date
    ours_missing: tuple[MissingShown, ...]
    theirs_missing: tuple[MissingShown, ...]
    differences: tuple[DifferenceShown, ...]
    notes: tuple[NoteShown, ...]
    decisions: tuple[DecisionShown, ...]
    matters: tuple[Words, ...]
    digest: str
    marking: str
    looked_by: tuple[str, ...]
    minutes: Mapping[str, str]
    draft_decisions: tuple[DraftDecision, ...]
    outcomes: tuple[Term, ...]
    pending: tuple[JointTextLine, ...]
    closed: tuple[ClosedShown, ...]
    sources: tuple[SourceShown, ...]
    assessments: tuple[AssessedRow, ...]
    scores: tuple[Term, ...]
    commitments: tuple[CommitmentNamed, ...]
    ended: tuple[tuple[CommitmentNamed, str], ...]
    may_write: bool
    may_approve: bool

    @property
    def closing(self) -> str:
        """The closing day as days on record are written."""
        return self.to_on.isoformat()
