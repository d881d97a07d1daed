"""The past day that a question looks at: set once, by the door that was asked, and read by the gate; None is now.

- A past day is whole: what is on record by its end (UTC) counts, and nothing known later does (decision 0093).
- Who may see what is never of the past: mandates and clearance are those of today.
- On a past day the gate opens nothing but reading: what was cannot be acted upon.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from suivi.desk import clock

_A_DAY: Final = datetime.timedelta(days=1)
_day: ContextVar[datetime.date | None] = ContextVar("past day", default=None)


@dataclass(slots=True)
class Part:
    """Of very many plans, those that pages over all of them cover on a past day: from place `start` on, or one `plan` or
    `channel` alone, where it is named. What was covered is noted: `first` to `last` (from 1, both included) of `plans`,
    none where it is all of them; `before` is where the part before starts, None for the first part.
    """

    start: int = 0
    plan: str = ""
    channel: str = ""
    first: int = 0
    last: int = 0
    plans: int = 0
    before: int | None = None


_part: ContextVar[Part] = ContextVar("part of a past day")


@contextmanager
def looking_at(day: datetime.date | None, part: Part | None = None) -> Iterator[None]:
    """Everything asked inside is asked about that past day, of that part of its plans; about now for None."""
    token, other = _day.set(day), _part.set(part or Part())
    try:
        yield
    finally:
        _part.reset(other)
        _day.reset(token)


def part_looked_at() -> Part:
    """The part of the plans that pages over all of them cover on the past day looked at."""
    return _part.get(None) or Part()


def day_looked_at() -> datetime.date | None:
    """The past day that is looked at, None for now."""
    return _day.get()


def day_or_today() -> datetime.date:
    """The day on which what is due, late or in force is judged: the past day looked at, or today."""
    return _day.get() or clock.today()


def is_after(at: datetime.datetime | None) -> bool:
    """Whether the instant lies after the day looked at; nothing does where that is now, and nor does no instant."""
    day = _day.get()
    return day is not None and at is not None and at.astimezone(datetime.UTC).date() > day


def is_later(written: str) -> bool:
    """As `is_after`, of an instant or a day as headers write it."""
    day = _day.get()
    return day is not None and written[:10] > day.isoformat()


def end() -> datetime.datetime:
    """The first instant after the day looked at, or the end of all time where that is now."""
    day = _day.get()
    if day is None or day == datetime.date.max:
        return datetime.datetime.max.replace(tzinfo=datetime.UTC)
    return datetime.datetime.combine(day + _A_DAY, datetime.time(), datetime.UTC)
