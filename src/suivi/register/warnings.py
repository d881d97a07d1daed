"""Warnings about time: days and instants that are flagged, never refused, when a log is read.

- No clock is asked: an instant is ahead if somebody who had read the entry wrote, by his own clock, before it.
- A day is stated ahead if it lies more than a day (time zones) after the entry that states it.
- Source: exchange format, section 3 (`at`) and faults H10, L08.
"""

from datetime import date, datetime, timedelta
from typing import Final

from suivi.modes.asks import day_is_sound

_DRIFT: Final = timedelta(minutes=10)
_ZONES: Final = timedelta(days=1)


def is_ahead_of(at: str, reader_at: str) -> bool:
    """Whether an entry of `at` claims to be more than ten minutes younger than `reader_at`, by when it was read.

    Instants are `YYYY-MM-DDThh:mm:ssZ`, or days if the charter says so: then only days are compared.
    """
    if at[: len(reader_at)] <= reader_at:
        return False
    shortest = min(len(at), len(reader_at))
    return datetime.fromisoformat(at[:shortest]) - datetime.fromisoformat(reader_at[:shortest]) > _DRIFT


def odd_day(day: str, at: str) -> str:
    """The code of what is odd about `day`, stated in an entry made at `at`; empty if nothing is."""
    if not day_is_sound(day):
        return "time.absurd"
    ahead = day > at[:10] and date.fromisoformat(day) - date.fromisoformat(at[:10]) > _ZONES
    return "time.stated-ahead" if ahead else ""
