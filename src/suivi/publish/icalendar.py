"""Days as iCalendar (RFC 5545), for a calendar program that asks a private address: whole days, nothing to answer.

- An entry keeps its UID as long as the duty keeps its day; the same days give the same bytes.
- Entries are CONFIDENTIAL and take up no time: they say what is due, not where somebody is.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from suivi.plan.words import Words

if TYPE_CHECKING:
    from icalendar import Event

NAME: Final = Words("Suivi: what is due", "Suivi\u00a0: échéances", "Suivi: 기한")
AGAIN_AFTER: Final = datetime.timedelta(hours=12)
LATE: Final = Words("late", "en retard", "기한 경과")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayInFeed:
    """One thing due: `key` tells it from all others of this desk, `address` is where it is read.

    `title` is the plan's number and, where it may leave the desk, its title; `says` tells what is due.
    """

    key: str
    on: datetime.date
    title: str
    says: str
    address: str
    late: bool = False


def feed(days: Iterable[DayInFeed], *, realm: str, language: str, at: datetime.datetime) -> bytes:
    """The days as one calendar in UTF-8, soonest first; `realm` is the desk's name in UIDs, `at` the instant asked."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Suivi//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", NAME.in_(language))  # RFC 7986; programs before it read the line below
    calendar.add("x-wr-calname", NAME.in_(language))
    calendar.add("refresh-interval", AGAIN_AFTER, parameters={"value": "DURATION"})
    for day in sorted(days, key=lambda day: (day.on, day.key)):
        calendar.add_component(_event(day, realm=realm, language=language, at=at))
    octets: bytes = calendar.to_ical()
    return octets


def _event(day: DayInFeed, *, realm: str, language: str, at: datetime.datetime) -> "Event":
    from icalendar import Event

    event = Event()
    late = f"{LATE.in_(language)} – " if day.late else ""
    event.add("uid", f"{day.key}@{realm}")
    event.add("dtstamp", at)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + datetime.timedelta(days=1))
    event.add("summary", f"{late}{day.title}", parameters={"language": language})
    event.add("description", day.says, parameters={"language": language})
    event.add("url", day.address)
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    return event
