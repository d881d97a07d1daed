"""The day of an officer, and the list of plans."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import Term
from suivi.desk.pages.joint_texts import JointTextLine
from suivi.desk.pages.plan import DueShown, PlanLine
from suivi.desk.pages.reading import DraftLine
from suivi.desk.pages.returns import ReturnLine
from suivi.desk.pages.said import AccountShown
from suivi.desk.pages.tickets import TicketLine


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Something the partner put on record, as it came in: its account if it is a report, else only its kind.

    `new`: it was taken in after the officer's last visit. `also` are the kinds of what came on the same matter and day.
    """

    party: str
    kind: Term
    about: CommitmentNamed | None
    at: datetime.datetime
    account: AccountShown | None = None
    stages: tuple[str | None, ...] = ()
    comparison: str = ""
    joint_text: str = ""
    title: dict[str, str] = field(default_factory=dict)
    new: bool = True
    also: tuple[Term, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TodayPage:
    """What waits for this officer: what is due, tickets, joint texts to answer, drafts under way, what the partner sent.

    `due` is what our own party has to do or say, the officer's `own` first, then overdue first; `returns` are reports that wait
    for the officer's approval. `arrivals` stand newest first; those taken in after
    `since`, the officer's last visit (None: the first one), are `Arrival.new`. `may_read_only` says that the officer
    holds no mandate: nothing waits for who only reads. With `many_plans`, `many_returns` or `many_tickets`, `plans`,
    `due`, `returns` and `tickets` hold so many as a page can. `setting_up`: no plan is in effect yet, and the officer may
    go on with the guide that leads there. `answers_for_some`: the officer answers for some commitments alone, and what
    else is due from our party is not his.
    """

    day: datetime.date
    plans: tuple[PlanLine, ...]
    tickets: tuple[TicketLine, ...]
    joint_texts: tuple[JointTextLine, ...]
    drafts: tuple[DraftLine, ...]
    arrivals: tuple[Arrival, ...]
    due: tuple[DueShown, ...] = ()
    returns: tuple[ReturnLine, ...] = ()
    since: datetime.datetime | None = None
    may_read_only: bool = False
    many_returns: bool = False
    many_tickets: bool = False
    many_plans: bool = False
    setting_up: bool = False
    answers_for_some: bool = False

    @property
    def overdue(self) -> int:
        """How many matters of our own party are past their day; what lags behind the other side's word has none."""
        return sum(due.overdue and due.kind != "behind" for due in self.due)

    @property
    def own_overdue(self) -> int:
        """How many matters of the officer's own are past their day."""
        return sum(due.overdue and due.kind != "behind" for due in self.own)

    @property
    def own(self) -> tuple[DueShown, ...]:
        """What is asked of the officer himself, or due on what he answers for."""
        return tuple(due for due in self.due if due.own)

    @property
    def of_others(self) -> tuple[DueShown, ...]:
        """What else is due from our party."""
        return tuple(due for due in self.due if not due.own)

    @property
    def fresh(self) -> tuple[Arrival, ...]:
        """What came in since the last visit."""
        return tuple(arrival for arrival in self.arrivals if arrival.new)

    @property
    def known(self) -> tuple[Arrival, ...]:
        """What had come in before the last visit."""
        return tuple(arrival for arrival in self.arrivals if not arrival.new)

    @property
    def waiting(self) -> int:
        """How many matters wait for the officer's decision."""
        return len(self.tickets) + len(self.joint_texts) + len(self.returns)

    @property
    def arrived(self) -> int:
        """How many arrivals the page shows."""
        return len(self.arrivals)


@dataclass(frozen=True, kw_only=True)
class PlansPage:
    """Plans in effect, one page of them, texts proposed as plans, readings under way.

    `before` and `after` are the numbers of the neighbouring pages, None where there is none.
    """

    plans: tuple[PlanLine, ...]
    joint_texts: tuple[JointTextLine, ...]
    drafts: tuple[DraftLine, ...]
    page: int = 1
    before: int | None = None
    after: int | None = None
