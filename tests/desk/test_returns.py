"""Returns over a real node: asked of an officer or of the body that leads, seen where work is planned, answered."""

import datetime
import re

import icalendar
import pytest
from django.test import Client

from suivi.desk import asked as requests
from suivi.desk import mandates, queries
from suivi.desk.access import NotHere, NotMandated
from suivi.desk.actions import calendar, returns, writing
from suivi.desk.actions.releases import approve, discard, release
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import PASSWORD

BY = datetime.date(2025, 1, 31)
TODAY = AT.date()
SAID = {"stage": "under-way", "account-en": "Talks were held.", "on": "2024-12-02"}


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def asked(noemie, adrian, plan) -> int:
    (number,) = returns.ask(noemie, plan=plan, provisions=["P2.I1"], of=adrian.name, due_on=BY, note="Soon.", at=AT)
    return int(number)


def hand_in(officer, asked, version=0, **changed):
    return writing.hand_in(officer, asked_for=asked, version=version, typed={**SAID, **changed}, at=AT)


def groups(officer, day=TODAY, **asked):
    page = queries.returns_page(officer, day=day, **asked)
    return {group.group.code: [line.commitment.id for line in group.lines] for group in page.groups}


def test_a_return_asked_of_an_officer_is_due_from_that_officer_and_from_no_other(noemie, adrian, asked):
    today = [line.asked for line in queries.today(adrian, day=TODAY).due if line.kind == "return"]

    assert today == [asked]
    assert [line.asked for line in queries.today(noemie, day=TODAY).due if line.kind == "return"] == []
    assert (groups(adrian, mine=True), groups(noemie, mine=True)) == ({"asked": ["P2.I1"]}, {})


def test_a_return_asked_of_a_body_is_due_from_who_acts_for_it_else_from_the_leads(noemie, adrian, plan):
    place = {"plan": plan, "provision": "P2.I1"}
    requests.keep(noemie, channel="can-kor", **place, of=None, body="can-gac", due_on=BY, note="", at=AT)

    def due_from():
        days = {each.name: queries.today(each, day=TODAY).due for each in (noemie, adrian)}
        return [name for name, due in days.items() if any(line.kind == "return" for line in due)]

    before = due_from()
    mandates.give(adrian, "lead", **place, at=AT)
    from_leads = due_from()
    mandates.give(noemie, "contributor", **place, body="can-gac", at=AT)
    contributing = due_from()
    mandates.give(noemie, "lead", **place, body="can-gac", at=AT)

    assert before == [noemie.name, adrian.name]
    assert from_leads == contributing == [adrian.name]
    assert due_from() == [noemie.name]


def test_a_return_stands_in_the_calendar_and_in_the_private_feed(adrian, asked):
    page = queries.calendar_page(adrian, day=TODAY)
    octets = queries.calendar_feed(calendar.open_feed(adrian, at=AT), day=TODAY, root="http://127.0.0.1:8000")

    assert [(due.on, due.asked) for month in page.months for due in month.due if due.kind == "return"] == [(BY, asked)]
    events = [event for event in icalendar.Calendar.from_ical(octets).walk("VEVENT") if event.get("URL")]
    assert [event["DTSTART"].dt for event in events if event["URL"].endswith(f"/returns/{asked}")] == [BY]


def test_a_return_is_overdue_from_the_day_after_until_it_is_sent(noemie, adrian, plan, asked):
    late = BY + datetime.timedelta(days=1)
    before, after = groups(adrian, BY), groups(adrian, late)
    ticket = hand_in(adrian, asked)
    waiting = groups(adrian, BY), groups(adrian, late)
    for officer in (noemie, adrian):
        approve(officer, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
    release(noemie, ticket=ticket, at=AT + MINUTE)

    assert (before, after) == ({"asked": ["P2.I1"]}, {"overdue": ["P2.I1"]})
    assert waiting == ({"waiting": ["P2.I1"]}, {"overdue": ["P2.I1"]})
    assert groups(adrian, late) == {"sent": ["P2.I1"]}


def test_a_return_whose_release_is_discarded_is_asked_for_again(adrian, asked):
    ticket = hand_in(adrian, asked)
    with pytest.raises(returns.ReturnAnswered):
        hand_in(adrian, asked)
    discard(adrian, ticket=ticket, at=AT + MINUTE)

    assert groups(adrian) == {"writing": ["P2.I1"]}
    assert hand_in(adrian, asked, version=1) != ticket


def test_many_are_asked_at_once_and_none_of_them_twice(noemie, adrian, plan):
    several = ["P1.I1", "P2.I1", "P3.I1"]
    first = returns.ask(noemie, plan=plan, provisions=several, of=adrian.name, due_on=BY, at=AT)
    again = returns.ask(noemie, plan=plan, provisions=[*several, "P1.I1"], of=adrian.name, due_on=BY, at=AT)

    assert len(set(first)) == 3
    assert again == first


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"provisions": []}, returns.NothingAsked),
        ({"of": ""}, returns.NobodyLeads),
        ({"of": "Nobody"}, returns.NoSuchColleague),
        ({"due_on": datetime.date(2024, 11, 1)}, returns.ReturnDayNotUsable),
        ({"due_on": datetime.date(9999, 12, 31)}, returns.ReturnDayNotUsable),
        ({"note": "x" * 5_000}, returns.NoteTooLong),
        ({"provisions": ["P1.I1", "P9.I9"]}, NotHere),
    ],
)
def test_what_cannot_be_asked_is_refused_and_asks_for_nothing(noemie, adrian, plan, changed, refusal):
    wanted = {"plan": plan, "provisions": ["P1.I1"], "of": adrian.name, "due_on": BY, "note": ""}

    with pytest.raises(refusal):
        returns.ask(noemie, **{**wanted, **changed}, at=AT)

    assert groups(noemie) == {}


def test_who_may_not_write_neither_asks_nor_drops(noemie, adrian, plan, asked):
    for held in mandates.mandates_of(adrian):
        if held.role == "focal-point":
            mandates.end(held, until_on=AT.date() - datetime.timedelta(days=1), by=noemie, at=AT)

    with pytest.raises(NotMandated):
        returns.ask(adrian, plan=plan, provisions=["P1.I1"], of=noemie.name, due_on=BY, at=AT)
    with pytest.raises(NotMandated):
        returns.drop(adrian, asked_for=asked, at=AT)


def test_a_return_dropped_is_due_no_more(noemie, adrian, asked):
    returns.drop(noemie, asked_for=asked, at=AT)

    assert groups(adrian) == {}
    assert not queries.return_page(adrian, asked, day=TODAY).may_write


def test_the_pages_of_returns_work_in_the_browser_from_asking_to_the_release(noemie, adrian, plan):
    client = Client()
    client.force_login(noemie)
    form = {"plan": plan, "provision": ["P2.I1", "P3.I1"], "of": noemie.name, "due_on": "2030-01-31", "note": "Please."}

    chosen = client.get("/returns/ask", {"plan": plan, "provision": "P2.I1"}).content.decode()
    listed = client.post("/returns/ask", form, follow=True).content.decode()
    number = min(int(number) for number in re.findall(r'href="/returns/([0-9]+)"', listed))
    filed = client.post(f"/returns/{number}", {**SAID, "do": "hand-in", "version": "0"}, follow=True)

    assert 'value="P2.I1" checked' in chosen
    assert listed.count('href="/returns/') >= 3
    assert filed.resolver_match.url_name == "ticket"
    assert client.get("/returns/99999999999999999999").status_code == 404
