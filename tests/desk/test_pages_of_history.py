"""Pages over a real node: what changed between two days, what is due, and how often the database is asked."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suivi.desk import queries, sign_in
from suivi.desk.access import NotHere, NotYetThere
from suivi.desk.actions import activities, releases, reports
from suivi.plan.words import LANGUAGES
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import PASSWORD

MOST = 15
ADDRESSES = (
    "/",
    "/plans",
    "/plans/{plan}",
    "/plans/{plan}/P1.I1",
    "/plans/{plan}/background",
    "/plans/{plan}/changes?from=2024-07-18&to=2025-01-01",
    "/plans/{plan}/review",
    "/releases",
    "/calendar",
    "/instruments",
    "/commitments",
    "/reports",
    "/search?q=agreement",
    "/joint-texts",
    "/drafts",
    "/channel",
)


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def desk(noemie) -> Client:
    client = Client()
    client.force_login(noemie)
    return client


def _draft(officer, plan: str, minutes: int) -> str:
    said = {"stage": "under-way", "account": {"en": f"Word {minutes}."}, "on": "2024-12-01"}
    written = {"until": None, "next": None, "reason": None}
    return reports.file(officer, plan=plan, provision="P1.I1", at=AT + minutes * MINUTE, **said, **written)


def _asked(desk: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = desk.get(address)
    assert answer.status_code == 200
    return len(captured)


def test_a_page_asks_the_database_no_more_often_for_three_items_than_for_one(desk, noemie, plan):
    _draft(noemie, plan, 1)
    for address in ADDRESSES:
        desk.get(address.format(plan=plan))
    one = {address: _asked(desk, address.format(plan=plan)) for address in ADDRESSES}

    _draft(noemie, plan, 2)
    _draft(noemie, plan, 3)
    for address in ADDRESSES:
        desk.get(address.format(plan=plan))
    three = {address: _asked(desk, address.format(plan=plan)) for address in ADDRESSES}

    assert {address: count for address, count in three.items() if count > one[address] or count > MOST} == {}


def test_a_page_fits_into_a_hundred_kilobytes_as_it_travels(desk, plan):
    sizes = {
        address: len(desk.get(address.format(plan=plan), headers={"Accept-Encoding": "gzip"}).content)
        for address in ADDRESSES
    }

    assert {address: size for address, size in sizes.items() if size > 100_000} == {}


def test_what_was_reported_between_two_days_is_what_changed(noemie, plan):
    page = queries.changes_page(
        noemie, plan, from_on=datetime.date(2024, 7, 18), to_on=datetime.date(2025, 1, 1), language="en"
    )

    changed = [change.after.commitment.id for change in page.changes]
    assert changed == ["P1.I1"]
    assert page.changes[0].before.stages == (None, None)
    assert None not in page.changes[0].after.stages


def test_joint_texts_and_instruments_are_seen_as_they_stood_on_a_past_day(desk, noemie, plan):
    now = queries.joint_texts(noemie, language="en").texts
    assert {text.state for text in now} == {"in-effect"}
    day = datetime.timedelta(days=1)
    first = min(text.proposed_at for text in now).date()
    assert queries.joint_texts(noemie, language="en", as_of=first - day).texts == ()
    adopted = next(text for text in now if text.kind.code == "plan.adopted")
    proposed_on, sealed_on = adopted.proposed_at.date(), adopted.in_effect_at.date()
    on_the_day = {text.leaf: text.state for text in queries.joint_texts(noemie, language="en", as_of=proposed_on).texts}
    assert on_the_day[adopted.leaf] == ("in-effect" if sealed_on == proposed_on else "proposed")
    with pytest.raises(NotHere):
        queries.joint_text_page(noemie, adopted.leaf, language="en", as_of=proposed_on - day)

    at = AT + 20 * MINUTE
    ticket = activities.open(noemie, plan=plan, provision="P2.I1", mode="instrument", at=at)
    for minutes, officer in enumerate((noemie, *sign_in.officers()[1:2]), start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=at + minutes * MINUTE)
    releases.release(noemie, ticket=ticket, at=at + 3 * MINUTE)
    (begun,) = (one for one in queries.instruments_page(noemie).under_way if one.commitment.id == "P2.I1")
    before = queries.instruments_page(noemie, as_of=at.date() - day)
    assert "P2.I1" in {one.commitment.id for one in before.not_begun}
    assert before.under_way == ()
    with pytest.raises(NotHere):
        queries.instrument_page(noemie, begun.id, day=at.date() - day, as_of=at.date() - day)
    assert not queries.instrument_page(noemie, begun.id, day=at.date(), as_of=at.date()).may_write
    assert queries.instruments_page(noemie, as_of=first - day).not_begun == ()

    said = at.date().isoformat()
    for place in ("/joint-texts", f"/joint-texts/{adopted.leaf}", "/instruments", f"/instruments/{begun.id}"):
        assert "As it stood on" in desk.get(f"{place}?as_of={said}").content.decode(), place
        assert "As it stood on" not in desk.get(place).content.decode(), place
        assert desk.get(f"{place}?as_of=soon").status_code == 422, place
    earlier = desk.get(f"/lists/joint-texts.csv?as_of={first - day}").content.decode()
    assert len(earlier.splitlines()) < len(desk.get("/lists/joint-texts.csv").content.decode().splitlines())


def test_nothing_changed_between_a_day_and_itself_and_turned_days_are_set_right(noemie, plan):
    late, early = datetime.date(2025, 1, 1), datetime.date(2024, 7, 18)

    same = queries.changes_page(noemie, plan, from_on=late, to_on=late, language="en")
    turned = queries.changes_page(noemie, plan, from_on=late, to_on=early, language="en")

    assert same.changes == ()
    assert (turned.from_on, turned.to_on) == (early, late)


def test_a_recurrence_is_overdue_only_once_a_whole_period_has_passed_without_a_word(noemie, plan):
    young, old = (queries.today(noemie, day=datetime.date(year, 9, 1)).due for year in (2024, 2026))

    assert [line for line in young if line.kind == "recurrence" and line.overdue] == []
    assert [line for line in old if line.kind == "recurrence" and line.overdue] != []


def test_the_filters_of_time_show_what_is_due_and_nothing_else(noemie, plan):
    asked = {"as_of": None, "language": "en", "day": datetime.date(2026, 9, 1)}

    page = queries.plan_page(noemie, plan, filters={"due": "overdue"}, **asked)

    shown = [row for part in page.table for row in part.rows]
    assert shown
    assert all(row.overdue for row in shown)


def test_an_officer_without_a_mandate_reads_every_page_and_is_asked_for_nothing(ottawa, plan):
    sign_in.enrol("L. Gagnon", "a long enough password", roles=["auditor"], language="fr")
    reader = next(officer for officer in sign_in.officers() if officer.name == "L. Gagnon")
    client = Client()
    client.force_login(reader)

    answers = {address: client.get(address.format(plan=plan)).status_code for address in ADDRESSES}

    assert set(answers.values()) == {200}
    assert queries.today(reader, day=AT.date()).may_read_only
    assert not queries.commitment_page(reader, plan, "P1.I1", as_of=None, language="fr").may_write


def test_the_start_page_is_open_on_a_demonstration_and_nowhere_else(ottawa, settings):
    settings.SUIVI_DEMONSTRATION_OTHER = ""
    client = Client()
    if ottawa.demonstration:
        assert client.get("/start").status_code == 200
    else:
        assert client.get("/start").status_code == 404
        with pytest.raises(NotHere):
            queries.start_page()


def test_what_came_in_before_the_last_visit_is_not_new(noemie):
    day = datetime.date(2024, 12, 4)

    first = queries.today(noemie, day=day)
    later = queries.today(noemie, day=day, since=AT)

    assert first.fresh != ()
    assert later.fresh == ()
    assert [arrival.about for arrival in later.known] == [arrival.about for arrival in first.fresh]


def test_a_day_before_the_plan_says_since_when_it_stands(noemie, plan):
    with pytest.raises(NotYetThere) as caught:
        queries.plan_page(noemie, plan, as_of=datetime.date(2019, 5, 1), language="en", filters={}, day=AT.date())

    assert "May 1, 2019" in caught.value.sentence("en").replace("\u00a0", " ")
    assert caught.value.values["since"].en in caught.value.advice("en")
    assert {caught.value.sentence(language) for language in LANGUAGES} != {caught.value.sentence("en")}
    with pytest.raises(NotHere) as unknown:
        queries.plan_page(noemie, "atlantis", as_of=datetime.date(2019, 5, 1), language="en", filters={}, day=AT.date())
    assert not isinstance(unknown.value, NotYetThere)
