"""The clock of the node: the machine's, except on a demonstration, whose clock runs on from where the play ended.

- A demonstration's clock is the machine's, moved by the same number of seconds on both sides, so that what crosses
  between them keeps its order. The number stands in the settings file of each node.
- Whatever an officer writes, and every question of what is due, is asked by this clock; sessions and passwords are
  kept by the machine's, which nobody moves.
- Instants are in UTC, and so are the days of what is on record; the day that officers call today is that of the time
  zone in the node's settings, which begins in Seoul nine hours before it does in UTC.
"""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone


def now() -> datetime.datetime:
    """The present instant in UTC, as this node tells it."""
    return as_told(timezone.now())


def today() -> datetime.date:
    """The present day where the desk is, as this node tells it."""
    return day_of(now())


def day_of(at: datetime.datetime) -> datetime.date:
    """The day on which the instant falls where the desk is."""
    return at.astimezone(ZoneInfo(settings.NODE.time_zone)).date()


def day_on_record() -> datetime.date:
    """The present day in UTC: the one that what is put on record now bears."""
    return now().date()


def as_told(at: datetime.datetime) -> datetime.datetime:
    """What the clock of this node showed when the machine's showed `at`."""
    moved: datetime.timedelta = settings.NODE.clock_moved
    return at + moved
