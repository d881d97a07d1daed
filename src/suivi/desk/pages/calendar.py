"""The calendar: what is due, day by day; and the agreements under way, with what holds them."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.commitment import Stop
from suivi.desk.pages.frame import Term
from suivi.desk.pages.plan import DueShown


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day of the month shown, or one of a week it shares with a neighbour (`outside`), with what is due on it."""

    on: datetime.date
    due: tuple[DueShown, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class MonthListed:
    """A month of the list, by its first day, with what is due in it, soonest first; never empty."""

    first_on: datetime.date
    due: tuple[DueShown, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarPage:
    """What is due from our own party, asked on `day`: what is late, then what is to come as a list, and one month as a grid.

    `weeks` are those of the month that begins on `month`, seven days each from the first day of the reader's week;
    `before` and `after` are the neighbouring months. `has_feed`: the officer's calendar program has an address to ask;
    `reminders_to` is the address to which reminders go, empty for none. `answers_for_some`: the officer answers for some
    commitments alone, and sees what is due on those unless `of_all`. With `many_plans` it holds so much as a page
    can, and each recurrence on the first day nobody has answered for.
    """

    day: datetime.date
    late: tuple[DueShown, ...]
    months: tuple[MonthListed, ...]
    month: datetime.date
    before: datetime.date
    after: datetime.date
    weeks: tuple[tuple[DayShown, ...], ...]
    has_feed: bool = False
    reminders_to: str = ""
    many_plans: bool = False
    answers_for_some: bool = False
    of_all: bool = True

    @property
    def coming(self) -> int:
        """How many duties fall in the months listed."""
        return sum(len(month.due) for month in self.months)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What an instrument waits for: a step, how it is taken (`all`, `each`, `either`), and the parties still to speak.

    `proposed` is the leaf of a joint text that would take the step and has not taken effect.
    """

    step: Term
    by: str
    waits_for: tuple[str, ...] = ()
    proposed: str = ""


@dataclass(frozen=True, kw_only=True)
class InstrumentShown:
    """An agreement, arrangement or declaration under a commitment, with its course and what holds it.

    `id` is its activity's, empty where a commitment of this mode has none yet: then `state` is None. `moved_on` is the
    day of the last step, empty without one; `parties` are the codes of those of its channel. `titles` say what it is called, by language.
    """

    commitment: CommitmentNamed
    parties: tuple[str, ...]
    id: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    state: Term | None = None
    course: tuple[Stop, ...] = ()
    moved_on: str = ""
    holds: tuple[Hindrance, ...] = ()
    marking: str = ""


@dataclass(frozen=True, kw_only=True)
class InstrumentsPage:
    """Instruments by plan and commitment; `not_begun` are commitments of the mode without one.

    `as_of`: as they stood at the end of that day. They are those of all plans, or of a page of them: `before` and `after` number its neighbours, None where there are none.
    """

    under_way: tuple[InstrumentShown, ...]
    in_force: tuple[InstrumentShown, ...]
    ended: tuple[InstrumentShown, ...]
    not_begun: tuple[InstrumentShown, ...]
    as_of: datetime.date | None = None
    page: int = 1
    before: int | None = None
    after: int | None = None
