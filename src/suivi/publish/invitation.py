"""Invitations to a meeting as iCalendar messages (RFC 5545 and, for how they are answered, RFC 5546).

- The UID never changes while it is the same meeting; SEQUENCE rises with every change on record, so that a calendar
  knows which message is newest. A meeting put off is cancelled, and requested again when a day is found.
- A meeting with an hour is told in the zone it was agreed in, with that zone's rules (VTIMEZONE); what each capital's
  clock shows stands in the description. Without an hour it is a whole day.
- A request needs somebody who asks: without an organiser's address the message is for information (PUBLISH).
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from suivi.modes.asks import ZONES
from suivi.plan.words import Words

if TYPE_CHECKING:
    from icalendar import Calendar, Event

CAPITALS: Final[dict[str, str]] = {"can": "America/Toronto", "kor": "Asia/Seoul"}
"""The time zone of each party's capital, by the code of the party; the clocks of others are not told."""

IN_CAPITALS: Final = Words("{city}: {day}, {hour}", "{city}\u00a0: {day}, {hour}", "{city}: {day} {hour}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody invited: an office and its address; `organises` marks the one who asks and hears the answers."""

    name: str
    address: str
    organises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A meeting to be put in calendars: `key` is its own, `realm` the channel's; `hour` (`HH:MM`) in `zone`, or a whole day.

    `parties` are those whose capitals' clocks are told; `written_at` is the instant of the last change on record.
    """

    key: str
    realm: str
    revision: int
    cancelled: bool
    on: datetime.date
    hour: tuple[str, str, int] | None
    title: str
    place: str
    says: str
    marking: str
    address: str
    parties: tuple[str, ...]
    invitees: tuple[Invitee, ...]
    written_at: datetime.datetime


def clocks(
    on: datetime.date, hour: tuple[str, str, int] | None, parties: tuple[str, ...]
) -> tuple[tuple[str, datetime.datetime], ...]:
    """What the clock of each party's capital shows when the meeting begins: zone and local time; none without an hour."""
    if hour is None:
        return ()
    begins = _begins(on, hour)
    return tuple(
        (CAPITALS[party], begins.astimezone(ZoneInfo(CAPITALS[party]))) for party in parties if party in CAPITALS
    )


def invitation(invited: Invitation, language: str) -> bytes:
    """The message in UTF-8: a request or a cancellation, or a notice where nobody organises."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Suivi//Meeting//EN")
    calendar.add("version", "2.0")
    calendar.add("method", _method(invited))
    calendar.add_component(_event(invited, language))
    _add_zone(calendar, invited)
    octets: bytes = calendar.to_ical()
    return octets


def _method(invited: Invitation) -> str:
    if not any(one.organises for one in invited.invitees):
        return "PUBLISH"
    return "CANCEL" if invited.cancelled else "REQUEST"


def _event(invited: Invitation, language: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{invited.key}@{invited.realm}")
    event.add("sequence", invited.revision)
    event.add("dtstamp", invited.written_at)
    event.add("status", "CANCELLED" if invited.cancelled else "CONFIRMED")
    _add_times(event, invited)
    event.add("summary", invited.title, parameters={"language": language})
    event.add("description", "\n".join(_description(invited, language)), parameters={"language": language})
    if invited.place:
        event.add("location", invited.place)
    event.add("url", invited.address)
    event.add("class", "CONFIDENTIAL")
    _add_people(event, invited)
    return event


def _add_times(event: "Event", invited: Invitation) -> None:
    if invited.hour is None:
        event.add("dtstart", invited.on)
        event.add("dtend", invited.on + datetime.timedelta(days=1))
        return
    begins = _begins(invited.on, invited.hour)
    event.add("dtstart", begins)
    event.add("duration", datetime.timedelta(minutes=invited.hour[2]))


def _add_people(event: "Event", invited: Invitation) -> None:
    from icalendar import vCalAddress

    organiser = next((one for one in invited.invitees if one.organises), None)
    if organiser is None:
        return
    event.add("organizer", vCalAddress(f"mailto:{organiser.address}"), parameters={"cn": organiser.name})
    for one in invited.invitees:
        if not one.organises:
            asked = {"cn": one.name, "role": "REQ-PARTICIPANT", "partstat": "NEEDS-ACTION", "rsvp": "TRUE"}
            event.add("attendee", vCalAddress(f"mailto:{one.address}"), parameters=asked)


def _description(invited: Invitation, language: str) -> Iterator[str]:
    yield invited.marking
    if invited.says:
        yield invited.says
    for zone, local in clocks(invited.on, invited.hour, invited.parties):
        city = ZONES[zone].in_(language)
        yield IN_CAPITALS.filled(city=city, day=local.date().isoformat(), hour=f"{local:%H:%M}").in_(language)


def _add_zone(calendar: "Calendar", invited: Invitation) -> None:
    if invited.hour is None or invited.hour[1] == "Etc/UTC":
        return
    from icalendar import Timezone

    year = invited.on.year
    zone = Timezone.from_tzid(
        invited.hour[1], first_date=datetime.date(year - 1, 1, 1), last_date=datetime.date(year + 2, 1, 1)
    )
    calendar.add_component(zone)


def _begins(on: datetime.date, hour: tuple[str, str, int]) -> datetime.datetime:
    return datetime.datetime.combine(on, datetime.time.fromisoformat(hour[0]), tzinfo=ZoneInfo(hour[1]))
