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
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateutil.rrule import rrulestr

from suivi.modes.mode import Clock
from suivi.plan.plan import Provision
from suivi.record.reports import Stage
from suivi.record.steps import By
from suivi.register.activity import Activity, Said
from suivi.register.meetings import Upcoming, months_after, series_of, upcoming
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Comparison

DEADLINE: Final = "deadline"
_ENDED: Final = (Stage.DONE, Stage.STOPPED)
_AGREED: Final = frozenset({"proposed", "convened"})  # the states of a dialogue in which a day is named
_CADENCES: Final = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}  # in months
_WEEK: Final = datetime.timedelta(days=7)
_RULE: Final = re.compile(r"FREQ=(?:YEARLY|MONTHLY|WEEKLY)(?:;INTERVAL=[1-9][0-9]?)?")
_REMEMBERED: Final = 4096  # many commitments recur by the same few rules, and are asked about the same days
_LAST_YEAR: Final = datetime.MAXYEAR - 100  # where counting on by 99 years still stays within the calendar


@dataclass(frozen=True, slots=True)
class Duty:
    """`provision` falls due on `next_on`; `rule` is its RRULE value, or `deadline`."""

    provision: Provision
    rule: str
    next_on: datetime.date


@dataclass(frozen=True, slots=True)
class StepDue:
    """`step` (a code of the activity's mode) falls due on the day `on`; whether it is late is for the day to say."""

    step: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that falls due from one party on a commitment, whatever day it is asked about.

    `kind` is `recurrence` (`on` is the first day no word of the party answers for), `deadline`, `dialogue` (the day a
    meeting is agreed for), `series` (the day by which the next meeting is due, `step` the party that hosts it, where it
    is one), `step` (of `mode`), or `behind` (`on` is the day of the other side's later word that differs). Whether it
    is late is for the reader's day to say.
    """

    kind: str
    on: datetime.date
    mode: str = ""
    edition: int = 0
    step: str = ""


def matters_of(
    plan: PlanRegister, standing: ProvisionStanding, party: str, called: Mapping[str, Collection[str]]
) -> tuple[Matter, ...]:
    """What falls due from `party` on a commitment, soonest first; `called` is what each party is called as a host."""
    deadline = standing.provision.deadline
    latest = standing.latest(party)
    found = []
    if deadline is not None and not (latest is not None and latest.stage in _ENDED):
        found.append(Matter("deadline", deadline.latest_on))
    if (unanswered := _recurrence_open(plan, standing, party)) is not None:
        found.append(Matter("recurrence", unanswered))
    for held in standing.activities:
        mode = held.activity.mode
        if held.withdrawn:
            continue
        if (agreed_on := meeting_agreed_for(held.activity)) is not None:
            found.append(Matter("dialogue", agreed_on))
        if (coming := next_of_series(held.activity, party, called)) is not None and coming.due_on is not None:
            found.append(Matter("series", coming.due_on, step=coming.party))
        found += [
            Matter("step", due.on, mode.name, mode.edition, due.step)
            for due in (() if mode.name == "dialogue" else steps_due(held.activity))
        ]
    if (behind := later_word_of_others(standing, party)) is not None:
        found.append(Matter("behind", behind))
    return tuple(sorted(found, key=lambda matter: matter.on))


def meeting_agreed_for(activity: Activity) -> datetime.date | None:
    """The day named by the last step of a dialogue that waits to be held."""
    if activity.mode.name != "dialogue" or activity.state not in _AGREED:
        return None
    named = (said.details.get("date") for said in reversed(activity.taken))
    written = next((date for date in named if isinstance(date, str)), "")
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def next_of_series(activity: Activity, party: str | None, called: Mapping[str, Collection[str]]) -> Upcoming | None:
    """The next meeting a series owes, by the word of `party` on it, else by the newest; None where none is due.

    Nothing is due while a meeting is proposed or convened: its own day stands for it.
    """
    words = series_of(activity)
    if not words or activity.state in _AGREED:
        return None
    coming = upcoming(activity, words.get(party or "") or list(words.values())[-1], called)
    return coming if coming.due_on is not None else None


def later_word_of_others(standing: ProvisionStanding, party: str) -> datetime.date | None:
    """The day stated in another side's later word, where it differs from that of `party`."""
    if standing.comparison is not Comparison.DIFFER:
        return None
    ours = standing.latest(party)
    others = [standing.latest(code) for code in standing.accounts if code != party]
    days = [account.on for account in others if account is not None and ours is not None and account.on > ours.on]
    return datetime.date.fromisoformat(max(days)) if days else None


def steps_due(activity: Activity) -> tuple[StepDue, ...]:
    """What the clocks of its mode say is due next in `activity`, soonest first; a step already taken is not."""
    found = [due for clock in activity.mode.clocks for due in _of_clock(activity, clock)]
    return tuple(sorted(found, key=lambda due: due.on))


def _of_clock(activity: Activity, clock: Clock) -> Iterator[StepDue]:
    if clock.each is not None:
        yield from _each_due(activity, clock, clock.each)
    elif (due := _due(activity, clock)) is not None:
        yield due


def _each_due(activity: Activity, clock: Clock, detail: str) -> Iterator[StepDue]:
    """Every start of the clock that no later step has stopped; with two of the same words, one step stops one."""
    if not any(step.name == clock.stops for step in activity.mode.open_steps(activity.state)):
        return
    for asked, answer in answers_to(activity, clock.starts, clock.stops, detail):
        stated = asked.details.get(clock.by)
        if answer is None and isinstance(stated, str):
            yield StepDue(clock.stops, datetime.date.fromisoformat(stated))


def answers_to(activity: Activity, starts: str, stops: str, detail: str) -> tuple[tuple[Said, Said | None], ...]:
    """Each step `starts`, oldest first, with the step `stops` of another party that answers it in the words of `detail`.

    A step that does not give the detail, as in an earlier edition, answers the oldest that waits.
    """
    found: dict[int, tuple[Said, Said | None]] = {}
    for place, said in enumerate(activity.taken):
        if said.step == starts:
            found[place] = said, None
        elif said.step == stops:
            waiting = (at for at, (asked, answer) in found.items() if answer is None and _is_meant(asked, said, detail))
            if (answered := next(waiting, None)) is not None:
                found[answered] = found[answered][0], said
    return tuple(found.values())


def _is_meant(asked: Said, said: Said, detail: str) -> bool:
    same = detail not in said.details or same_words(asked.details.get(detail), said.details[detail])
    return asked.party != said.party and same


def same_words(one: object, other: object) -> bool:
    """Whether two answers are word for word the same, in a language both have if they have languages."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one == other
    return any(other.get(language) == words for language, words in one.items())


def _due(activity: Activity, clock: Clock) -> StepDue | None:
    since = _running_since(activity, clock)
    if since is None:
        return None
    stated = _stated(activity, clock.by, since)
    if clock.only is not None and _stated(activity, clock.only[0], since) != clock.only[1]:
        return None
    try:
        begun_on = datetime.date.fromisoformat(max(said.on for said in activity.taken if said.step == clock.starts))
        on = _counted(stated, begun_on)
    except (ValueError, OverflowError):  # a day at the end of the calendar, or no detail that says when
        return None
    return None if on is None else StepDue(clock.stops, on)


def _counted(stated: str, begun_on: datetime.date) -> datetime.date | None:
    """The day that a detail gives: the day itself, or counted from `begun_on` by days or by what recurs; None for none."""
    if stated.isdecimal():
        return begun_on + datetime.timedelta(int(stated))
    if stated == "weekly":
        return begun_on + _WEEK
    if stated in _CADENCES:
        return months_after(begun_on, _CADENCES[stated])
    return datetime.date.fromisoformat(stated)


def _running_since(activity: Activity, clock: Clock) -> int | None:
    """Which step taken started the clock, if it did, and has not been followed by the one it waits for."""
    if not any(step.name == clock.stops for step in activity.mode.open_steps(activity.state)):
        return None
    names = [said.step for said in activity.taken]
    since = max((place for place, name in enumerate(names) if name == clock.starts), default=None)
    if since is None or clock.stops in names[since + 1 :] or _is_half_said(activity, clock.starts):
        return None
    return since


def _is_half_said(activity: Activity, name: str) -> bool:
    """Whether `name` is a step of each that not every party has taken yet."""
    steps = activity.mode.open_steps(activity.state)
    return bool(activity.heard) and any(step.name == name and step.by is By.EACH for step in steps)


def _stated(activity: Activity, detail: str, since: int) -> str:
    """The newest answer to `detail` up to the step taken in place `since`; empty if it was never asked."""
    answers = (said.details.get(detail) for said in reversed(activity.taken[: since + 1]))
    return next((answer for answer in answers if isinstance(answer, str)), "")


def duties_after(plan: PlanRegister, day: datetime.date) -> tuple[Duty, ...]:
    """The next duty of each provision after `day`, soonest first, then in plan order; most have none."""
    found = (
        duty
        for standing in plan.provisions
        for duty in (_recurring(standing.provision, begins_on(plan), day), _ending(standing.provision, day))
        if duty is not None
    )
    return tuple(sorted(found, key=lambda duty: duty.next_on))


def outstanding_on(plan: PlanRegister, standing: ProvisionStanding) -> datetime.date | None:
    """The first day on which something is due on a commitment that nobody has answered for yet; None if there is none.

    A deadline stands until a party's latest word is that it is done or stopped. A recurrence is answered for by any
    word stated in the period before it falls due, its first day included; background and words taken back are none.
    """
    days = (_deadline_open(standing), _recurrence_open(plan, standing))
    return min((day for day in days if day is not None), default=None)


def _deadline_open(standing: ProvisionStanding) -> datetime.date | None:
    deadline = standing.provision.deadline
    latest = [standing.latest(party) for party in standing.accounts]
    ended = any(account is not None and account.stage in _ENDED for account in latest)
    return None if deadline is None or ended else deadline.latest_on


def _recurrence_open(plan: PlanRegister, standing: ProvisionStanding, party: str | None = None) -> datetime.date | None:
    rule = standing.provision.recurrence.rule if standing.provision.recurrence else None
    if not rule:
        return None
    first = begins_on(plan)
    last = max(_spoken(standing, party), default="")
    if last < first.isoformat():
        return falls_due(rule, begins_on=first, after=first)
    answered = falls_due(rule, begins_on=first, after=datetime.date.fromisoformat(last))
    return answered and falls_due(rule, begins_on=first, after=answered)


def _spoken(standing: ProvisionStanding, party: str | None) -> list[str]:
    """The days of every word on the commitment that stands, of `party` or (None) of any: the last day an account
    states, the day of a step; a step taken together is a word of each.
    """
    asked = standing.accounts if party is None else (party,)
    accounts: list[Account] = [account for code in asked for account in standing.accounts.get(code, ())]
    words = [one.until or one.on for one in accounts if not one.withdrawn and not one.background]
    steps = (said for held in standing.activities if not held.withdrawn for said in held.activity.taken)
    return words + [said.on for said in steps if party is None or said.joint or said.party == party]


def duties_between(plan: PlanRegister, first_on: datetime.date, last_on: datetime.date) -> tuple[Duty, ...]:
    """Every duty of every provision from `first_on` to `last_on`, both included, soonest first, then in plan order."""
    found = [duty for standing in plan.provisions for duty in _within(standing.provision, plan, first_on, last_on)]
    return tuple(sorted(found, key=lambda duty: duty.next_on))


def _within(
    provision: Provision, plan: PlanRegister, first_on: datetime.date, last_on: datetime.date
) -> Iterator[Duty]:
    deadline = provision.deadline
    if deadline is not None and first_on <= deadline.latest_on <= last_on:
        yield Duty(provision, DEADLINE, deadline.latest_on)
    day = first_on - datetime.timedelta(days=1)
    while (duty := _recurring(provision, begins_on(plan), day)) is not None and duty.next_on <= last_on:
        yield duty
        day = duty.next_on


def begins_on(plan: PlanRegister) -> datetime.date:
    """The day recurrences are counted from: that of the agreement, else that of the last seal (UTC)."""
    return datetime.date.fromisoformat(plan.plan.agreed_on or plan.in_effect_at[:10])


@lru_cache(_REMEMBERED)
def falls_due(rule: str, *, begins_on: datetime.date, after: datetime.date) -> datetime.date | None:
    """The first day after `after` on which `rule`, counted from `begins_on`, falls due; None if there is none."""
    if not _RULE.fullmatch(rule) or after.year > _LAST_YEAR:
        return None
    midnight = datetime.time()
    moments = rrulestr(rule, dtstart=datetime.datetime.combine(begins_on, midnight))
    moment = moments.after(datetime.datetime.combine(after, midnight))
    return moment.date() if moment is not None else None


@lru_cache(_REMEMBERED)
def fell_due(rule: str, *, begins_on: datetime.date, by: datetime.date) -> datetime.date | None:
    """The last day up to `by` on which `rule` fell due, the day it is counted from left out; None if there is none."""
    if not _RULE.fullmatch(rule) or by.year > _LAST_YEAR:
        return None
    midnight = datetime.time()
    moments = rrulestr(rule, dtstart=datetime.datetime.combine(begins_on, midnight))
    moment = moments.before(datetime.datetime.combine(by, midnight), inc=True)
    return moment.date() if moment is not None and moment.date() > begins_on else None


def _recurring(provision: Provision, first_on: datetime.date, day: datetime.date) -> Duty | None:
    rule = provision.recurrence.rule if provision.recurrence is not None else None
    next_on = falls_due(rule, begins_on=first_on, after=day) if rule else None
    return Duty(provision, rule, next_on) if rule and next_on is not None else None


def _ending(provision: Provision, day: datetime.date) -> Duty | None:
    deadline = provision.deadline
    return Duty(provision, DEADLINE, deadline.latest_on) if deadline and deadline.latest_on > day else None
