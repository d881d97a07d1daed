"""The annual review inside the desk."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed, SectionNamed
from suivi.desk.pages.frame import Counted, PartyNamed, Term
from suivi.desk.pages.plan import CommitmentRow, PlanLine, SourceShown
from suivi.plan.words import Words
from suivi.publish.paper import Block


@dataclass(frozen=True, kw_only=True)
class MatterShown:
    """A matter for the officials: what sort, about which commitment, in one sentence."""

    kind: Term
    about: CommitmentNamed | None
    says: Words


@dataclass(frozen=True, kw_only=True)
class MovedRow:
    """A commitment in a review: its standing at the close of the period and how it moved since the opening."""

    row: CommitmentRow
    moved: Term


@dataclass(frozen=True, kw_only=True)
class ReviewChapter:
    """A pillar of the review; `pillar` None holds what stands outside every pillar."""

    pillar: SectionNamed | None
    rows: tuple[MovedRow, ...]


@dataclass(frozen=True, kw_only=True)
class ReviewPage:
    """The annual review inside the desk; `digest` is of its data, equal in both capitals.

    `asked` are the decisions the meeting can take. `figures` count commitments by comparison, `moved` by how
    they moved in the period.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None
    figures: tuple[Counted, ...]
    moved: tuple[Counted, ...]
    asked: tuple[Words, ...]
    matters: tuple[MatterShown, ...]
    chapters: tuple[ReviewChapter, ...]
    sources: tuple[SourceShown, ...]
    digest: str
    marking: str


@dataclass(frozen=True, kw_only=True)
class YearsPage:
    """A period beside the one of the same length before it: what moved, what slipped, which bodies report.

    `blocks` are those of the paper of the same name, in the reader's language, below its title.
    """

    plan: PlanLine
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None
    before_from_on: datetime.date
    before_to_on: datetime.date
    blocks: tuple[Block, ...]
    marking: str
