"""The past day that a question looks at: set once, by the door that was asked, and read by the gate; None is now.

- A past day is whole: what is on record by its end (UTC) counts, and nothing known later does (decision 0093).
- Who may see what is never of the past: mandates and clearance are those of today.
- On a past day the gate opens nothing but reading: what was cannot be acted upon.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from suivi.desk import clock

_A_DAY: Final = datetime.timedelta(days=1)
_day: ContextVar[datetime.date | None] = ContextVar("past day", default=None)


@contextmanager
def looking_at(day: datetime.date | None) -> Iterator[None]:
    """Everything asked inside is asked about that past day; about now for None."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)


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
