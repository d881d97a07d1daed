"""Duties: what a plan says is due, and when: recurrences as they fall due, deadlines as they come.

- Days are counted from the day the plan was agreed, or came into effect if it names none; the day asked about is
  an argument, no clock is read.
- Recurrence rules are those of RFC 5545, section 3.3.10, of the form `FREQ=YEARLY` (or MONTHLY, WEEKLY) with or
  without `INTERVAL`. Any other gives no duty: parts that narrow a rule can make it silent for ever, and finding
  that out takes a walk through eight thousand years.
- A recurrence without a rule (“regular”) falls due on no particular day and gives none either.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from dateutil.rrule import rrulestr

from suivi.plan.plan import Provision
from suivi.register.plans import PlanRegister

DEADLINE: Final = "deadline"
_RULE: Final = re.compile(r"FREQ=(?:YEARLY|MONTHLY|WEEKLY)(?:;INTERVAL=[1-9][0-9]?)?")
_LAST_YEAR: Final = datetime.MAXYEAR - 100  # where counting on by 99 years still stays within the calendar


@dataclass(frozen=True, slots=True)
class Duty:
    """`provision` falls due on `next_on`; `rule` is its RRULE value, or `deadline`."""

    provision: Provision
    rule: str
    next_on: datetime.date


def duties_after(plan: PlanRegister, day: datetime.date) -> tuple[Duty, ...]:
    """The next duty of each provision after `day`, soonest first, then in plan order; most have none."""
    found = (
        duty
        for standing in plan.provisions
        for duty in (_recurring(standing.provision, begins_on(plan), day), _ending(standing.provision, day))
        if duty is not None
    )
    return tuple(sorted(found, key=lambda duty: duty.next_on))


def begins_on(plan: PlanRegister) -> datetime.date:
    """The day recurrences are counted from: that of the agreement, else that of the last seal (UTC)."""
    return datetime.date.fromisoformat(plan.plan.agreed_on or plan.in_effect_at[:10])


def falls_due(rule: str, *, begins_on: datetime.date, after: datetime.date) -> datetime.date | None:
    """The first day after `after` on which `rule`, counted from `begins_on`, falls due; None if there is none."""
    if not _RULE.fullmatch(rule) or after.year > _LAST_YEAR:
        return None
    midnight = datetime.time()
    moments = rrulestr(rule, dtstart=datetime.datetime.combine(begins_on, midnight))
    moment = moments.after(datetime.datetime.combine(after, midnight))
    return moment.date() if moment is not None else None


def _recurring(provision: Provision, first_on: datetime.date, day: datetime.date) -> Duty | None:
    rule = provision.recurrence.rule if provision.recurrence is not None else None
    next_on = falls_due(rule, begins_on=first_on, after=day) if rule else None
    return Duty(provision, rule, next_on) if rule and next_on is not None else None


def _ending(provision: Provision, day: datetime.date) -> Duty | None:
    deadline = provision.deadline
    return Duty(provision, DEADLINE, deadline.latest_on) if deadline and deadline.latest_on > day else None
