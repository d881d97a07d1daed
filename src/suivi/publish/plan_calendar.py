"""The calendar of a plan (iCalendar, RFC 5545): what falls due, meetings convened or held, events announced.

- Days only: an event of a whole day has no time zone. A duty that recurs carries its own rule; a deadline is a day.
- Ids never change: the commitment and the rule, or the entry that says so. The stamp is the closing day of the review.
- What somebody wrote is text, escaped by the library; nothing in the file alarms, invites or leads anywhere.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from suivi.plan.numbering import number_of
from suivi.publish import phrases
from suivi.publish.review_html import marking_of, tongue_of
from suivi.publish.tongue import Tongue
from suivi.register.plans import ProvisionStanding
from suivi.review.ahead import ANNOUNCED, STEP, Ahead
from suivi.review.package import Review

if TYPE_CHECKING:
    from icalendar import Event

_MEETING: Final = ("convene", "hold", "call", "consult", "announce")
_DEADLINE: Final = "deadline"
_YEARLY: Final = "FREQ=YEARLY"


def plan_calendar(review: Review, language: str) -> bytes:
    """The calendar of a plan; raises `KeyError` for a language the house does not speak."""
    from icalendar import Calendar

    tongue = tongue_of(review, language)
    calendar = Calendar()
    calendar.add("prodid", "-//Suivi//Plan//" + language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = review.plan.titles.get(tongue.chosen(review.plan.titles), "") or review.plan.id
    calendar.add("x-wr-calname", title)
    calendar.add("x-suivi-marking", marking_of(review.register).label())
    for event in _events(tongue, review):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(tongue: Tongue, review: Review) -> Iterator["Event"]:
    for line in review.ahead:
        if line.on is not None and line.rule != ANNOUNCED:
            yield _duty(tongue, review, line, date.fromisoformat(line.on))
    for standing in review.standings:
        yield from _meetings(tongue, review, standing)


def _duty(tongue: Tongue, review: Review, line: Ahead, on: date) -> "Event":
    from icalendar import vRecur

    says = {_YEARLY: phrases.YEARLY, STEP: phrases.STEP_DUE}.get(line.rule, phrases.DUE)
    uid = f"{line.report}-{line.place}" if line.rule == STEP else f"{line.provision}-{line.rule}"
    event = _event(tongue, review, line.provision, on=on, uid=uid, says=tongue.say(says))
    if line.rule == STEP:
        words = line.words or {}
        event.add("description", words.get(tongue.chosen(words), ""))
    elif line.rule != _DEADLINE:
        event.add("rrule", vRecur.from_ical(line.rule))
    return event


def _meetings(tongue: Tongue, review: Review, standing: ProvisionStanding) -> Iterator["Event"]:
    for held in standing.activities:
        for said in held.activity.taken:
            day = said.details.get("date")
            if said.step in _MEETING and not held.withdrawn and isinstance(day, str):
                words = tongue.say(held.activity.mode.words[said.step])
                on = date.fromisoformat(day)
                event = _event(tongue, review, standing.provision.id, on=on, uid=said.id, says=words)
                place = said.details.get("place")
                if isinstance(place, str) and place:
                    event.add("location", place)
                yield event


def _event(tongue: Tongue, review: Review, provision: str, *, on: date, uid: str, says: str) -> "Event":
    from icalendar import Event

    standing = review.standing(provision)
    titles = standing.provision.titles if standing else {}
    title = titles.get(tongue.chosen(titles), "")
    event = Event()
    event.add("uid", f"{uid}@{review.plan.id}.{review.channel}.suivi")
    event.add("dtstamp", datetime.combine(review.period.to_on, datetime.min.time(), UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", f"{number_of(provision)} {title}: {says}")
    event.add("categories", [number_of(provision)])
    event.add("transp", "TRANSPARENT")
    event.add("x-suivi-marking", marking_of(review.register).label())
    return event
