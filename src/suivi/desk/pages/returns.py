"""Returns: reports asked for, how far each has come, and the page on which one is written."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import Term
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.said import BodyShown


@dataclass(frozen=True, kw_only=True)
class ReturnLine:
    """A return in a list: what is asked, of whom, by when, and how far it has come.

    `officer` is the name of the officer asked, else `body` is the body that leads. `due_on` is None where nobody asked.
    `state` is `asked`, `writing`, `returned` (with remarks), `approving`, `waiting` (its ticket waits to leave), `sent` or
    `dropped`; `late`: its day has passed and it has not been sent. `waits_at` is the step of approval it waits at, and
    `for_me` says that the reader may pass it; `turn` counts how often it
    was handed in. `mine`: it is asked of the reader. `ticket` is the digest of the release, empty until there is one.
    """

    id: int
    commitment: CommitmentNamed
    state: Term
    due_on: datetime.date | None
    late: bool
    mine: bool
    asked_by: str
    asked_at: datetime.datetime
    officer: str = ""
    body: BodyShown | None = None
    note: str = ""
    ticket: str = ""
    waits_at: str = ""
    for_me: bool = False
    turn: int = 0
    stages: tuple[str | None, ...] = ()
    comparison: str = ""


@dataclass(frozen=True, slots=True)
class ReturnsOf:
    """Returns of one group on a page of the list: `group` is `overdue`, or a state of a return; `number` on all pages."""

    group: Term
    lines: tuple[ReturnLine, ...]
    number: int


@dataclass(frozen=True, kw_only=True)
class ReturnsPage:
    """A page of the returns, in groups: overdue first; `mine`: only those asked of the reader.

    `overdue` and `open` count, on all pages, those past their day and those not sent. `decides` are those the reader
    may pass or send back. `plans` are those whose steps of approval the reader may set, the first of them where there
    are `many_plans`; `workbooks` those with returns that can be written. `before` and `after` are the pages beside it.
    """

    day: datetime.date
    groups: tuple[ReturnsOf, ...]
    overdue: int = 0
    open: int = 0
    decides: tuple[ReturnLine, ...] = ()
    plans: tuple[PlanLine, ...] = ()
    many_plans: bool = False
    mine: bool = False
    may_ask: bool = False
    workbooks: tuple[PlanLine, ...] = ()
    page: int = 1
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, kw_only=True)
class Askable:
    """A commitment for which a report can be asked: its lead on our side, and whether it was chosen on the way here."""

    commitment: CommitmentNamed
    lead: BodyShown | None
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class AskPage:
    """The form by which returns are asked for: the commitments of one plan, and the colleagues who may write.

    `bodies` are those of ours of which, or of a part of which, all that they lead can be asked at once.
    """

    plan: PlanLine
    plans: tuple[PlanLine, ...]
    commitments: tuple[Askable, ...]
    officers: tuple[str, ...]
    due_on: datetime.date
    bodies: tuple[BodyShown, ...] = ()
