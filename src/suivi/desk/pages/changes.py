"""Two days compared."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.plan import CommitmentRow, PlanLine, SourceShown


@dataclass(frozen=True, slots=True)
class ActivityMoved:
    """An activity whose state changed between two days; `before` None: it was opened between them."""

    mode: Term
    before: Term | None
    after: Term


@dataclass(frozen=True, kw_only=True)
class CommitmentChanged:
    """A commitment with its standing in the register as of two days, and the activities that moved between them."""

    before: CommitmentRow
    after: CommitmentRow
    activities: tuple[ActivityMoved, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChangesPage:
    """What changed on record between the ends of two days (UTC), in plan order.

    `unchanged` counts the other commitments. `in_effect_before` is False where the plan was not in effect on the
    first day: everything reported since is then a change. `sources` are those of the register as of the last day.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    from_on: datetime.date
    to_on: datetime.date
    changes: tuple[CommitmentChanged, ...]
    unchanged: int
    in_effect_before: bool
    sources: tuple[SourceShown, ...]
