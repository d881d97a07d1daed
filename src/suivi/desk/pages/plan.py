"""The plan at a glance, and the lists of plans: rows, pillars, figures, what falls due."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed, SectionNamed
from suivi.desk.pages.frame import Counted, PartyNamed, Term, counted
from suivi.desk.pages.said import AccountShown, BodyShown
from suivi.plan.words import Words


@dataclass(frozen=True, kw_only=True)
class CommitmentRow:
    """One commitment in a list: the latest standing account of each party (None: no report), as the register compares.

    `unreleased` is our own latest account that has not left, if any; it never enters `comparison`.
    `due` is what falls due or stays open, in words, with `overdue` if its day has passed.
    `shown` is False where the filters of the page leave it out of the table; it still has its mark in the score.
    """

    commitment: CommitmentNamed
    accounts: tuple[AccountShown | None, ...]
    comparison: Term
    unreleased: AccountShown | None = None
    due: Words | None = None
    overdue: bool = False
    shown: bool = True

    @property
    def stages(self) -> tuple[str | None, ...]:
        """The stage code of each party in charter order, None where it is silent: what the mark is drawn from."""
        return tuple(account.stage.code if account else None for account in self.accounts)


@dataclass(frozen=True, kw_only=True)
class PillarRows:
    """A pillar and all its commitments in reading order; `pillar` None holds those that stand outside every pillar."""

    pillar: SectionNamed | None
    rows: tuple[CommitmentRow, ...]


@dataclass(frozen=True, kw_only=True)
class SourceShown:
    """Where the register was cut in one log: entries counted, Merkle root in hex, the day of the last of them."""

    party: str
    log: str
    size: int
    root: str
    last_on: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """A plan in effect, in a list, with the figures of its initiatives from the common register."""

    id: str
    version: int
    titles: dict[str, str]
    agreed_on: str | None
    in_effect_at: datetime.datetime | None
    initiatives: int
    aims: int
    reported: int
    differing: int
    marking: str


@dataclass(frozen=True, kw_only=True)
class DueShown:
    """Something due on a commitment: `kind` is `recurrence`, `deadline`, `dialogue`, `step`, `announced`, `return`, or
    `behind`.

    `on` is the day it falls or fell due; for `behind`, the day stated in the other side's later word, with which
    ours differs. `says` tells it in words. `stages` and `comparison` are those of the mark.
    A deadline keeps the words of the plan in `stated`, which allow any day from `earliest_on` to `on`; a return has its
    number in `asked`; steps announced have their words, by language, in `quoted`. `own`: it is asked of the officer who
    reads, or due on a commitment on which he is to write.
    """

    commitment: CommitmentNamed
    kind: str
    on: datetime.date
    overdue: bool
    says: Words
    stages: tuple[str | None, ...] = ()
    comparison: str = ""
    stated: str = ""
    earliest_on: datetime.date | None = None
    asked: int | None = None
    quoted: tuple[Mapping[str, str], ...] = ()
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """The plan at a glance on one day.

    `as_of` is the day asked for (None: everything on record); `last_entry_at` the release of the newest
    entry counted. `pillars` hold every commitment, `CommitmentRow.shown` tells the table's share.
    `stages`, `comparisons`, `modes` and `kinds` are every term there is, in the order of the key, for counts
    and filters. `filters` are those applied: any of `pillar`, `comparison`, `mode`, `kind`, `body`, `due`, values being
    codes. `bodies` are those that lead or support a commitment, under the names they bore on the day of the page, and
    `dues` the terms of time a filter may ask for. `due` is what falls due, overdue first.
    `ended` are the commitments that an amendment ended.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    pillars: tuple[PillarRows, ...]
    stages: tuple[Term, ...]
    comparisons: tuple[Term, ...]
    modes: tuple[Term, ...]
    kinds: tuple[Term, ...]
    filters: dict[str, str]
    as_of: datetime.date | None
    last_entry_at: datetime.datetime | None
    sources: tuple[SourceShown, ...]
    digest: str
    authentic: tuple[str, ...] = ()
    bodies: tuple[BodyShown, ...] = ()
    dues: tuple[Term, ...] = ()
    due: tuple[DueShown, ...] = ()
    day: datetime.date | None = None
    ended: tuple[CommitmentNamed, ...] = ()

    @property
    def scored(self) -> str:
        """The kind of commitment the score and its key count: the kind filtered for, else initiatives."""
        return self.filters.get("kind") or "initiative"

    @property
    def score(self) -> tuple[PillarRows, ...]:
        """The pillars with the commitments of the kind scored; pillars without any are left out."""
        kept = (
            (part, tuple(row for row in part.rows if row.commitment.kind.code == self.scored)) for part in self.pillars
        )
        return tuple(PillarRows(pillar=part.pillar, rows=rows) for part, rows in kept if rows)

    @property
    def table(self) -> tuple[PillarRows, ...]:
        """The pillars with the commitments that pass the filters; pillars without any are left out."""
        kept = ((part, tuple(row for row in part.rows if row.shown)) for part in self.pillars)
        return tuple(PillarRows(pillar=part.pillar, rows=rows) for part, rows in kept if rows)

    @property
    def compared(self) -> tuple[Counted, ...]:
        """How many of the scored commitments show each comparison, in the order of the key."""
        return counted(self.comparisons, (row.comparison.code for row in self._scored_rows))

    @property
    def reached(self) -> tuple[Counted, ...]:
        """How many accounts of the scored commitments state each stage, in the order of the key."""
        return counted(self.stages, (stage for row in self._scored_rows for stage in row.stages if stage))

    @property
    def places(self) -> int:
        """How many commitments are scored."""
        return len(self._scored_rows)

    @property
    def silences(self) -> int:
        """How many times a party has no report on a scored commitment."""
        return sum(row.stages.count(None) for row in self._scored_rows)

    @property
    def reported(self) -> int:
        """How many scored commitments have a report of at least one party."""
        return sum(any(row.stages) for row in self._scored_rows)

    @property
    def one_sided(self) -> int:
        """How many scored commitments have a report, but not of every party."""
        return sum(any(row.stages) and None in row.stages for row in self._scored_rows)

    @property
    def differing(self) -> int:
        """How many scored commitments show accounts that differ, in stage or in details."""
        return sum(row.comparison.code in ("differ", "details-differ") for row in self._scored_rows)

    @property
    def unreleased(self) -> int:
        """How many commitments have an account of ours that has not left."""
        return sum(row.unreleased is not None for part in self.pillars for row in part.rows)

    @property
    def overdue(self) -> int:
        """How many commitments are past a day on which somebody should have spoken."""
        return len({due.commitment.id for due in self.due if due.overdue})

    @property
    def _scored_rows(self) -> tuple[CommitmentRow, ...]:
        return tuple(row for part in self.score for row in part.rows)
