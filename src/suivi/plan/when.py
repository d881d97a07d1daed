"""When: what a plan says of time: recurrences, deadlines, and the period a review covers."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often; `rule` is an RRULE value (RFC 5545, section 3.3.10), or None where the text says only “regular”."""

    rule: str | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the words of the text and the interval of days they allow, both ends included."""

    words: str
    earliest_on: datetime.date
    latest_on: datetime.date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `from_on` to `to_on`, both included."""

    from_on: datetime.date
    to_on: datetime.date

    def __post_init__(self) -> None:
        if self.to_on < self.from_on:
            raise ValueError(f"a period ends on or after its first day, not {self.from_on} to {self.to_on}")

    def holds(self, day: datetime.date) -> bool:
        """Whether `day` is one of the days of the period."""
        return self.from_on <= day <= self.to_on
