"""Lists over all plans and what a search finds: pages of 100, the filters they were asked with, views kept."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.plan.words import Words


@dataclass(frozen=True, slots=True)
class ViewKept:
    """A view an officer has kept: its number, its name, the query of its address without the question mark."""

    id: str
    name: str
    asked: str


@dataclass(frozen=True, kw_only=True)
class Turned:
    """Which page of a list this is: `found` counts all pages; `many` says that there are more than were counted."""

    page: int
    found: int
    many: bool
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter of a list: its name in the address, what it is called, the terms to choose from, the one chosen."""

    name: str
    called: Words
    terms: tuple[Term, ...]
    chosen: str


@dataclass(frozen=True, kw_only=True)
class CommitmentListed:
    """A commitment in a list over all plans: `said` is each party with the stage of its latest word, or None.

    `states` are the codes of those stages in the same order. `due_on` is the first day not answered for yet.
    """

    plan: str
    plan_titles: dict[str, str]
    id: str
    titles: dict[str, str]
    agreed: dict[str, str]
    kind: Term
    mode: Term
    comparison: Term
    said: tuple[tuple[PartyNamed, Term | None], ...]
    states: tuple[str | None, ...]
    due_on: str
    overdue: bool
    last_on: str
    marking: str


@dataclass(frozen=True, kw_only=True)
class ReportListed:
    """A report in a list over all plans; `ticket` is the digest of the ticket it waits in, empty once released."""

    plan: str
    plan_titles: dict[str, str]
    provision: str
    party: PartyNamed
    stage: Term
    on: str
    account: dict[str, str]
    marking: str
    withdrawn: bool
    background: bool
    ticket: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """Words that hold what was asked: whose they are, in which language, where to read on.

    `party` is None for what all parties said together. `provision` is empty for the plan as a whole. `internal` says
    that only our own desk has them.
    """

    kind: Term
    plan: str
    plan_titles: dict[str, str]
    provision: str
    titles: dict[str, str]
    party: PartyNamed | None
    language: str
    on: str
    words: str
    marking: str
    key: str
    internal: bool


@dataclass(frozen=True, kw_only=True)
class ListPage:
    """A list: one of `commitments`, `reports` and `found` is filled; `listing` says which, and names its address.

    `asked` is the query of the address without its page, for links; `question` what was searched for. `plan` is the
    plan chosen, empty for all; `numbered` are the commitments whose number in their plan is the question. `plans` those to choose from, none where there are too many for a list.
    """

    listing: str
    asked: str
    turned: Turned
    choices: tuple[Choice, ...]
    question: str = ""
    plan: str = ""
    plans: tuple[tuple[str, dict[str, str]], ...] = ()
    days: dict[str, str] = field(default_factory=dict)
    orders: Choice | None = None
    views: tuple[ViewKept, ...] = ()
    commitments: tuple[CommitmentListed, ...] = ()
    reports: tuple[ReportListed, ...] = ()
    found: tuple[Found, ...] = ()
    numbered: tuple[CommitmentNamed, ...] = ()
    day: datetime.date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether any filter is chosen."""
        return bool(self.plan) or any(choice.chosen for choice in self.choices) or any(self.days.values())
