"""Invitations: one identity, rising numbers, cancelled and asked anew, and the hour on the clocks of both capitals."""

import datetime

import icalendar
import pytest

from suivi.publish.invitation import Invitation, Invitee, clocks, invitation

ON = datetime.date(2025, 3, 5)
MORNING = ("09:30", "Asia/Seoul", 90)
PEOPLE = (
    Invitee(name="Direction des Amériques", address="ameriques@example.gc.ca", organises=True),
    Invitee(name="북미국장", address="bukmi@example.go.kr"),
)


def invited(**changes):
    facts = {
        "key": "01HZX",
        "realm": "can-kor.suivi",
        "revision": 1,
        "cancelled": False,
        "on": ON,
        "hour": MORNING,
        "title": "Consultation sur la cybersécurité",
        "place": "Séoul",
        "says": "Résilience; normes",
        "marking": "TLP:GREEN",
        "address": "https://desk.example/meetings/1",
        "parties": ("can", "kor"),
        "invitees": PEOPLE,
        "written_at": datetime.datetime(2025, 1, 20, 9, 0, tzinfo=datetime.UTC),
    }
    return Invitation(**{**facts, **changes})


def read(given, language="fr"):
    calendar = icalendar.Calendar.from_ical(invitation(given, language))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_a_request_names_who_asks_and_who_is_asked():
    calendar, event = read(invited())

    assert (calendar["method"], event["uid"], event["sequence"]) == ("REQUEST", "01HZX@can-kor.suivi", 1)
    assert event["organizer"] == "mailto:ameriques@example.gc.ca"
    assert event["attendee"] == "mailto:bukmi@example.go.kr"
    assert event["attendee"].params["rsvp"] == "TRUE"


def test_a_meeting_put_off_is_cancelled_under_the_same_identity_with_a_later_number():
    _, before = read(invited())
    calendar, after = read(invited(cancelled=True, revision=2))

    assert (calendar["method"], after["status"]) == ("CANCEL", "CANCELLED")
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_without_an_organiser_the_message_asks_nobody():
    calendar, event = read(invited(invitees=(PEOPLE[1],)))

    assert calendar["method"] == "PUBLISH"
    assert "organizer" not in event
    assert "attendee" not in event


def test_the_hour_stands_in_its_zone_with_the_rules_of_that_zone():
    calendar, event = read(invited(hour=("14:00", "America/Toronto", 60), on=datetime.date(2025, 7, 2)))

    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["America/Toronto"]
    assert event["dtstart"].params["tzid"] == "America/Toronto"
    assert event.decoded("dtstart").utcoffset() == datetime.timedelta(hours=-4)
    assert event.decoded("duration") == datetime.timedelta(minutes=60)


@pytest.mark.parametrize(("on", "ottawa"), [(datetime.date(2025, 3, 5), "19:30"), (datetime.date(2025, 7, 2), "20:30")])
def test_both_capitals_read_their_own_clock_in_winter_and_in_summer(on, ottawa):
    told = dict(clocks(on, MORNING, ("can", "kor")))

    assert f"{told['America/Toronto']:%H:%M}" == ottawa
    assert told["America/Toronto"].date() == on - datetime.timedelta(days=1)
    assert f"{told['Asia/Seoul']:%H:%M}" == "09:30"
    assert f"Ottawa\u00a0: {on - datetime.timedelta(days=1)}, {ottawa}" in read(invited(on=on))[1]["description"]


def test_without_an_hour_it_is_a_whole_day_and_no_zone_is_told():
    calendar, event = read(invited(hour=None))

    assert event.decoded("dtstart") == ON
    assert list(calendar.walk("VTIMEZONE")) == []
    assert clocks(ON, None, ("can", "kor")) == ()


def test_what_somebody_wrote_adds_no_line_of_its_own():
    hostile = "Séoul\r\nATTENDEE:mailto:spy@example.org\r\nBEGIN:VALARM"
    calendar, event = read(invited(place=hostile, title=hostile, says=hostile))

    assert len([part for part in calendar.walk() if part.name == "VALARM"]) == 0
    assert event["attendee"] == "mailto:bukmi@example.go.kr"


def test_the_marking_opens_the_description():
    assert read(invited(marking="TLP:AMBER"))[1]["description"].startswith("TLP:AMBER")


def test_the_same_meeting_gives_the_same_bytes():
    assert invitation(invited(), "ko") == invitation(invited(), "ko")
