"""The package of a review: every paper, in every language and format; and how far the making of all of it is."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.frame import Term
from suivi.desk.pages.plan import PlanLine


@dataclass(frozen=True, kw_only=True)
class PackagePage:
    """What there is of a review: each paper with its formats, in each of `tongues` (`fr`, or two as `fr-ko`).

    `minutes` is the leaf of the minutes that closed it, empty for an open one. `papers` are terms with the formats of
    each; the scorecard is in one language only.
    """

    plan: PlanLine
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None
    minutes: str
    digest: str
    marking: str
    papers: tuple[tuple[Term, tuple[str, ...]], ...]
    tongues: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MakingPage:
    """A package being made: `done` documents of `total`; `size` in bytes once it can be kept."""

    id: str
    plan: str
    name: str
    done: int
    total: int
    size: int
    stopped: bool
    failed: bool
