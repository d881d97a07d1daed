"""The calendar and the instruments over a real node: days of the plan, days of steps, and the private address."""

import datetime
import re
from urllib.parse import urljoin

import icalendar
import pytest
from django.test import Client

from suivi.desk import mandates, queries, sign_in
from suivi.desk.access import NotHere
from suivi.desk.actions import activities, reports
from suivi.desk.actions import calendar as actions
from suivi.desk.actions.further import Further
from suivi.desk.actions.releases import approve, release
from suivi.desk.lists import Asked
from tests.desk.conftest import AT, MINUTE, counts_as_many
from tests.two_nodes.orders import PASSWORD

SUMMER = datetime.date(2025, 8, 1)
ROOT = "http://127.0.0.1:8000"
YEARLY = ["G1", "P1.I3", "P2.T2.A2"]


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


def entries(octets):
    return list(icalendar.Calendar.from_ical(octets).walk("VEVENT"))


# The page


def test_what_is_late_stands_apart_from_the_year_to_come(noemie):
    page = queries.calendar_page(noemie, day=SUMMER)

    assert [line.commitment.id for line in page.late] == YEARLY
    assert {line.on for line in page.late} == {datetime.date(2025, 7, 18)}
    assert [(month.first_on.isoformat(), [line.commitment.id for line in month.due]) for month in page.months] == [
        ("2025-12-01", ["P5.I3"]),
        ("2026-07-01", YEARLY),
    ]


def test_a_deadline_keeps_the_words_of_the_plan_and_the_days_they_allow(noemie):
    (deadline,) = queries.calendar_page(noemie, day=SUMMER).months[0].due

    assert (deadline.kind, deadline.stated) == ("deadline", "2024-2025")
    assert (deadline.earliest_on, deadline.on) == (datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))


@pytest.mark.parametrize(("week_begins", "first"), [(0, "2026-06-28"), (1, "2026-06-29")])
def test_the_month_is_shown_in_whole_weeks_of_the_reader(noemie, week_begins, first):
    july = datetime.date(2026, 7, 18)
    page = queries.calendar_page(noemie, day=SUMMER, month=july, week_begins=week_begins)

    assert page.weeks[0][0].on.isoformat() == first
    assert {len(week) for week in page.weeks} == {7}
    days = [day for week in page.weeks for day in week]
    assert [day.on for day in days if not day.outside] == [datetime.date(2026, 7, n) for n in range(1, 32)]
    assert [[line.commitment.id for line in day.due] for day in days if day.due] == [YEARLY]
    assert (page.before, page.after) == (datetime.date(2026, 6, 1), datetime.date(2026, 8, 1))


def test_a_day_named_by_a_step_is_on_the_calendar_until_the_step_it_waits_for_is_taken(noemie, adrian, plan):
    activity = released(
        noemie, adrian, activities.open(noemie, plan=plan, provision="P2.I9", mode="dialogue", at=AT), 0
    )
    details = {"date": "2025-09-10", "level": "ministers"}
    step = activities.take_step(
        noemie, activity=activity, step="propose", details=details, on="2024-12-01", at=AT + 10 * MINUTE
    )
    released(noemie, adrian, step, 10)

    due = [line for month in queries.calendar_page(noemie, day=SUMMER).months for line in month.due]
    assert [(line.commitment.id, line.kind) for line in due if line.on == datetime.date(2025, 9, 10)] == [
        ("P2.I9", "dialogue")
    ]


def test_what_today_says_is_past_its_day_is_overdue_in_the_list_of_commitments(noemie, adrian, plan):
    activity = released(
        noemie, adrian, activities.open(noemie, plan=plan, provision="P2.I9", mode="dialogue", at=AT), 0
    )
    details = {"date": "2025-07-10", "level": "ministers"}
    step = activities.take_step(
        noemie, activity=activity, step="propose", details=details, on="2024-12-01", at=AT + 10 * MINUTE
    )
    released(noemie, adrian, step, 10)

    late = {
        line.commitment.id for line in queries.today(noemie, day=SUMMER).due if line.overdue and line.kind != "behind"
    }
    listed = queries.commitments_page(noemie, Asked(filters={"due": "overdue"}, day=SUMMER)).commitments

    assert {row.id for row in listed} == late == {*YEARLY, "P2.I9"}


def test_a_deadline_of_the_plan_is_not_said_beside_the_step_that_is_due_on_that_very_day(noemie, adrian, plan):
    deadline = datetime.date(2025, 12, 31)
    activity = released(
        noemie, adrian, activities.open(noemie, plan=plan, provision="P5.I3", mode="information", at=AT), 0
    )
    details = {"subject": {"en": "Programme of the year"}, "answer-by": deadline.isoformat()}
    step = activities.take_step(
        noemie, activity=activity, step="request", details=details, on="2024-12-01", at=AT + 10 * MINUTE
    )
    released(noemie, adrian, step, 10)
    after = deadline + datetime.timedelta(days=1)

    to_come = [line for month in queries.calendar_page(noemie, day=SUMMER).months for line in month.due]
    past = queries.calendar_page(noemie, day=after).late
    today = queries.today(noemie, day=after).due
    feed = entries(queries.calendar_feed(actions.open_feed(noemie, at=AT), day=SUMMER, root=ROOT))

    for told in (to_come, past, today):
        (line,) = (line for line in told if line.commitment.id == "P5.I3")
        assert (line.kind, line.stated) == ("step", "2024-2025")
    assert [entry["uid"].split(".")[3] for entry in feed if "P5.I3" in entry["uid"]] == ["step"]


def test_a_step_that_a_report_announces_is_on_the_calendar_and_its_words_leave_with_no_feed(noemie, adrian, plan):
    step = ({"en": "Send the draft."}, "2025-09-11", "")
    said = {"stage": "under-way", "account": {"en": "Begun.", "fr": "Commencé."}, "on": "2024-12-02"}
    ticket = reports.file(noemie, plan=plan, provision="P2.I9", further=Further(steps=(step,)), at=AT, **said)
    released(noemie, adrian, ticket, 0)

    page = queries.calendar_page(noemie, day=SUMMER)
    (due,) = [line for month in page.months for line in month.due if line.kind == "announced"]
    assert (due.commitment.id, due.on, due.overdue) == ("P2.I9", datetime.date(2025, 9, 11), False)
    assert due.quoted == ({"en": "Send the draft."},)
    (late,) = [line for line in queries.calendar_page(noemie, day=datetime.date(2025, 10, 1)).late if line.quoted]
    assert "September\u00a011, 2025" in late.says.en
    secret = actions.open_feed(noemie, at=AT)
    feed = queries.calendar_feed(secret, day=SUMMER, root=ROOT)
    assert b"20250911" in feed
    assert b"draft" not in feed


def released(first, second, ticket, minutes):
    """The id of the entry once both officers have approved its ticket and it has left."""
    for officer in (first, second):
        approve(officer, ticket=ticket, password=PASSWORD, at=AT + (minutes + 1) * MINUTE)
    return release(first, ticket=ticket, at=AT + (minutes + 2) * MINUTE).id


# The private address


def test_a_calendar_program_needs_no_more_than_the_address(noemie):
    secret = actions.open_feed(noemie, at=AT)

    answer = Client().get(f"/calendar/{secret}.ics")

    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert entries(answer.content)
    assert Client().get(f"/calendar/{secret}.ics").status_code == 200
    acts = [(act.kind.code, act.officer) for act in queries.history_page(noemie, {}).acts]
    # A program asks many times a day: that it does is said once.
    assert acts[:2] == [("exported", noemie.name), ("calendar-opened", noemie.name)]


def test_from_the_page_with_the_new_address_the_months_around_it_are_opened(noemie):
    client = Client()
    client.force_login(noemie)
    page = client.post("/calendar/feed").content.decode()
    months = re.findall(r'href="([^"]*)#month-h" rel="(?:prev|next)"', page)

    assert [client.get(urljoin("/calendar/feed", month)).status_code for month in months] == [200, 200]


@pytest.mark.parametrize("many", [None, 0])
def test_a_lead_finds_his_own_days_in_the_calendar_and_in_the_feed_and_those_of_us_all_when_asked(
    noemie, plan, monkeypatch, many
):
    lead = sign_in.enrol("Lead", PASSWORD, roles=(), language="fr", published=True)
    mandates.give(lead, "lead", plan=plan, provision="P1.I3", at=AT)
    if many is not None:
        counts_as_many(monkeypatch, many)

    own = queries.calendar_page(lead, day=SUMMER)
    of_all = queries.calendar_page(lead, day=SUMMER, of_all=True)
    feed = entries(queries.calendar_feed(actions.open_feed(lead, at=AT), day=SUMMER, root=ROOT))

    assert {line.commitment.id for line in own.late} == {"P1.I3"}
    assert {line.commitment.id for month in own.months for line in month.due} <= {"P1.I3"}
    assert [line.commitment.id for line in of_all.late] == YEARLY
    assert {entry["url"].rpartition("/")[2] for entry in feed} == {"P1.I3"}
    assert (own.of_all, of_all.of_all, queries.calendar_page(noemie, day=SUMMER).answers_for_some) == (
        False,
        True,
        False,
    )


def test_an_entry_is_a_whole_day_with_the_address_of_its_commitment(noemie, plan):
    octets = queries.calendar_feed(actions.open_feed(noemie, at=AT), day=SUMMER, root=ROOT)

    entry = next(entry for entry in entries(octets) if entry["uid"] == f"{plan}.P5.I3.deadline.2025-12-31@can.suivi")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (
        datetime.date(2025, 12, 31),
        datetime.date(2026, 1, 1),
    )
    assert entry["url"] == f"{ROOT}/plans/{plan}/P5.I3"
    assert (entry["class"], entry["transp"]) == ("CONFIDENTIAL", "TRANSPARENT")


def test_of_a_plan_above_green_only_numbers_leave_the_desk(noemie):
    octets = queries.calendar_feed(actions.open_feed(noemie, at=AT), day=SUMMER, root=ROOT)

    assert {str(entry["summary"]).removeprefix("late – ") for entry in entries(octets)} == {
        "G1",
        "1.3",
        "2.T2.A2",
        "5.3",
    }


def test_the_same_day_gives_the_same_bytes_and_the_next_keeps_every_uid(noemie):
    secret = actions.open_feed(noemie, at=AT)
    asked = [queries.calendar_feed(secret, day=SUMMER + datetime.timedelta(days=n), root=ROOT) for n in (0, 0, 1)]

    assert asked[0] == asked[1]
    uids = [sorted(str(entry["uid"]) for entry in entries(octets)) for octets in asked]
    assert uids[0] == uids[2]
    assert len(set(uids[0])) == len(uids[0])


def test_a_new_address_ends_the_old_one_and_closing_ends_it_for_good(noemie):
    first = actions.open_feed(noemie, at=AT)
    second = actions.open_feed(noemie, at=AT)
    assert _status(first) == 404
    assert _status(second) == 200

    actions.close_feed(noemie, at=AT)

    assert _status(second) == 404
    assert not queries.calendar_page(noemie, day=SUMMER).has_feed


@pytest.mark.parametrize("guess", ["x", "a" * 43, "0" * 64])
def test_a_guess_is_told_no_more_than_that_there_is_nothing(noemie, guess):
    actions.open_feed(noemie, at=AT)

    with pytest.raises(NotHere):
        queries.calendar_feed(guess, day=SUMMER, root=ROOT)


def test_the_address_of_an_officer_who_has_left_answers_no_more(noemie):
    secret = actions.open_feed(noemie, at=AT)
    noemie.is_active = False
    noemie.save()

    assert _status(secret) == 404


def test_the_address_is_shown_once_and_kept_nowhere(noemie):
    client = Client()
    client.force_login(noemie)

    shown = client.post("/calendar/feed").content.decode()
    later = client.get("/calendar").content.decode()

    assert "/calendar/" in shown
    assert ".ics" in shown
    assert ".ics" not in later


def _status(secret):
    return Client().get(f"/calendar/{secret}.ics").status_code


# The instruments


def test_an_instrument_says_what_holds_it_and_who_is_still_to_speak(noemie, adrian, plan):
    opened = activities.open(noemie, plan=plan, provision="P5.I4", mode="instrument", at=AT)
    activity = released(noemie, adrian, opened, 0)
    before = queries.instruments_page(noemie)
    mandate = activities.take_step(
        noemie,
        activity=activity,
        step="mandate",
        details={"authority": "Cabinet"},
        on="2024-12-01",
        at=AT + 10 * MINUTE,
    )
    released(noemie, adrian, mandate, 10)
    after = queries.instruments_page(noemie)

    assert [(one.commitment.id, one.state.code) for one in before.under_way] == [("P5.I4", "start")]
    assert [(held.step.code, held.waits_for) for held in before.under_way[0].holds] == [("mandate", ("can", "kor"))]
    assert [(held.step.code, held.waits_for) for held in after.under_way[0].holds] == [("mandate", ("kor",))]
    assert {stop.place for stop in after.under_way[0].course} == {"ahead"}
    assert "P5.I4" not in {one.commitment.id for one in after.not_begun}


def test_who_holds_no_mandate_reads_the_calendar_and_the_instruments(noemie, adrian):
    reader = sign_in.enrol("A reader", PASSWORD, roles=["auditor"], language="en")
    client = Client()
    client.force_login(reader)

    assert [client.get(address).status_code for address in ("/calendar", "/instruments")] == [200, 200]


# Very many plans: the same from rows, so much of it as a page holds


@pytest.fixture
def many_plans(monkeypatch):
    counts_as_many(monkeypatch, 0)


def told(lines):
    return sorted((line.commitment.id, line.kind, line.on, line.overdue, line.says, line.stages) for line in lines)


@pytest.mark.parametrize("day", [SUMMER, datetime.date(2025, 7, 18), datetime.date(2025, 7, 17)])
def test_over_many_plans_the_same_is_late(noemie, monkeypatch, day):
    over_few = queries.calendar_page(noemie, day=day)
    late_today = [line for line in queries.today(noemie, day=day).due if line.overdue]

    counts_as_many(monkeypatch, 0)

    assert told(queries.calendar_page(noemie, day=day).late) == told(over_few.late)
    assert told(line for line in queries.today(noemie, day=day).due if line.overdue) == told(late_today)


def test_over_many_plans_a_recurrence_stands_on_the_first_day_nobody_has_answered_for(noemie, many_plans):
    page = queries.calendar_page(noemie, day=datetime.date(2025, 7, 1))

    days = {(line.commitment.id, line.on.isoformat()) for month in page.months for line in month.due}
    assert days >= {(id, "2025-07-18") for id in YEARLY}
    assert ("P5.I3", "2025-12-31") in days
    assert page.many_plans


def test_over_many_plans_the_feed_holds_the_same_late_days_and_names_no_more(noemie, adrian, many_plans):
    secret = actions.open_feed(noemie, at=AT)

    held = entries(queries.calendar_feed(secret, day=SUMMER, root=ROOT))

    assert len(held) == len(YEARLY) + 1
    assert not any("dialogue" in str(event["SUMMARY"]) for event in held)


def test_over_many_plans_what_the_partner_sent_is_told_from_what_was_kept_last(noemie, monkeypatch):
    told_before = queries.today(noemie, day=SUMMER).arrivals

    counts_as_many(monkeypatch, 0)
    arrivals = queries.today(noemie, day=SUMMER).arrivals

    assert said_in(arrivals) == said_in(told_before) != []


def said_in(arrivals):
    return [(one.about.id, one.account.account, one.stages, one.comparison) for one in arrivals if one.account]


def test_over_many_plans_instruments_are_those_of_a_page_of_plans(noemie, monkeypatch):
    def ids(page):
        shown = (*page.under_way, *page.in_force, *page.ended, *page.not_begun)
        return [one.commitment.id for one in shown]

    over_few = ids(queries.instruments_page(noemie))
    counts_as_many(monkeypatch, 0)

    assert ids(queries.instruments_page(noemie)) == over_few
    assert ids(queries.instruments_page(noemie, page=2)) == []
