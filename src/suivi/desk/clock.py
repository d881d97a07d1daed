"""The clock of the node: the machine's, except on a demonstration, whose clock runs on from where the play ended.

- A demonstration's clock is the machine's, moved by the same number of seconds on both sides, so that what crosses
  between them keeps its order. The number stands in the settings file of each node.
- Whatever an officer writes, and every question of what is due, is asked by this clock; sessions and passwords are
  kept by the machine's, which nobody moves.
"""

import datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime.datetime:
    """The present instant in UTC, as this node tells it."""
    return as_told(timezone.now())


def today() -> datetime.date:
    """The present day in UTC, as this node tells it."""
    return now().date()


def as_told(at: datetime.datetime) -> datetime.datetime:
    """What the clock of this node showed when the machine's showed `at`."""
    moved: datetime.timedelta = settings.NODE.clock_moved
    return at + moved
