"""A page as of a past day: what was on record and at this desk by its end, read and never acted upon."""

import datetime
import re

import pytest
from django.test import Client

from suivi.desk import entries, past, project, queries, registers
from suivi.desk.access import NotHere, reach
from suivi.desk.actions import evidence_files, returns, writing
from suivi.desk.actions.releases import approve, release
from suivi.desk.lists import Asked
from suivi.desk.project import days
from suivi.web.past import WITHOUT
from suivi.web.urls import urlpatterns
from tests.desk.conftest import AT, MINUTE, counts_as_many
from tests.two_nodes.orders import PASSWORD

A_DAY = datetime.timedelta(days=1)
BY = datetime.date(2025, 1, 31)
SAID = {"stage": "under-way", "account-en": "Talks on zirconium were held.", "on": "2024-12-02"}


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def asked(noemie, adrian, plan) -> int:
    """Asked for on the first day, handed in on the second, sent back on the third, handed in again and released."""
    (number,) = returns.ask(noemie, plan=plan, provisions=["P2.I1"], of=adrian.name, due_on=BY, at=AT)
    first = writing.hand_in(adrian, asked_for=int(number), version=0, typed=SAID, at=AT + A_DAY)
    writing.send_back(noemie, ticket=first, remarks="Say where.", at=AT + 2 * A_DAY)
    again = SAID | {"account-en": "Talks on zirconium were held in Ottawa."}
    ticket = writing.hand_in(adrian, asked_for=int(number), version=1, typed=again, at=AT + 3 * A_DAY)
    for turn, officer in enumerate((noemie, adrian)):
        approve(officer, ticket=ticket, password=PASSWORD, at=AT + 4 * A_DAY + turn * MINUTE)
    release(noemie, ticket=ticket, at=AT + 4 * A_DAY + 2 * MINUTE)
    return int(number)


def on(day, ask):
    """What `ask` answers as of the end of the day so many days after the first."""
    with past.looking_at((AT + day * A_DAY).date()):
        return ask()


def test_a_return_and_its_release_stand_as_far_as_they_had_come(noemie, asked):
    def state():
        return queries.return_page(noemie, asked, day=BY).line.state.code

    def waiting():
        return [(line.state, len(line.approvals)) for line in queries.tickets(noemie).waiting if line.about]

    assert [on(day, state) for day in range(5)] == ["asked", "waiting", "returned", "waiting", "sent"]
    assert [on(day, waiting) for day in range(5)] == [[], [("waiting", 0)], [], [("waiting", 0)], []]
    groups = [on(day, lambda: [each.group.code for each in _groups(noemie)]) for day in range(5)]
    assert groups == [["asked"], ["waiting"], ["returned"], ["waiting"], ["sent"]]
    with pytest.raises(NotHere):
        on(-1, state)


def _groups(officer):
    return queries.returns_page(officer, day=AT.date()).groups


def test_the_history_says_who_did_what_with_a_return_and_as_of_a_day_no_more(noemie, adrian, asked):
    def acts():
        return [(act.kind.code, act.officer) for act in reversed(queries.history_page(noemie, {}).acts)]

    whole = [act for act in acts() if act[0].startswith("return-")]
    assert whole == [
        ("return-asked", noemie.name),
        ("return-handed-in", adrian.name),
        ("return-sent-back", noemie.name),
        ("return-handed-in", adrian.name),
    ]
    assert [act for act in on(1, acts) if act[0].startswith("return-")] == whole[:2]
    assert "home.approved" not in {code for code, _ in on(3, acts)[-3:]}


def test_lists_and_search_hold_what_was_known_by_then(noemie, asked):
    def found():
        page = queries.search_page(noemie, Asked(question="zirconium", day=AT.date()))
        return [(line.kind.code, line.internal) for line in page.found]

    def reported():
        page = queries.commitments_page(noemie, Asked(day=AT.date()))
        return {line.id for line in page.commitments if any(stage for _, stage in line.said)}

    assert [on(day, found) for day in range(5)] == [
        [], [("report", True)], [], [("report", True)], [("report", False)],
    ]  # fmt: skip
    assert "P2.I1" in on(4, reported)
    assert on(3, reported) == reported() - {"P2.I1"}


def test_a_past_day_is_read_and_nothing_more_and_leads_from_page_to_page(noemie, plan, asked):
    client = Client()
    client.force_login(noemie)
    day = AT.date().isoformat()

    page = client.get(f"/returns/{asked}?as_of={day}").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert 'method="post"' not in main
    assert f'data-day="today" href="/returns/{asked}"' in main
    inside = re.findall(r'href="(/(?:plans|returns|calendar)[^"]*)"', page)
    assert inside
    assert [place for place in inside if f"as_of={day}" not in place and place != f"/returns/{asked}"] == []
    assert client.post(f"/returns/{asked}?as_of={day}", {"do": "hand-in"}).status_code == 409
    assert "past-is-read" in client.post(f"/returns/{asked}?as_of={day}", {}).content.decode()
    assert "page-without-past" in client.get(f"/account?as_of={day}").content.decode()
    assert client.get("/returns?as_of=soon").status_code == 422
    assert 'role="status"' not in client.get("/returns?as_of=9999-12-31").content.decode()
    before = client.get(f"/lists/commitments.csv?as_of={day}")
    assert before.headers["Content-Disposition"].endswith(f'commitments-{day}.csv"')
    last = list(entries.read_log("suivi/can/home"))[-1].record
    assert last.about["what"] == f"/lists/commitments.csv?as_of={day}"


def test_evidence_kept_and_taken_away_is_on_record_and_shows_from_its_day(noemie, plan):
    files = {"plan": plan, "provisions": ["P2.I1"], "name": "talks.txt", "octets": b"Held.", "title": "Talks"}
    digest = evidence_files.keep_file(noemie, **files, at=AT + A_DAY)

    def kept():
        return [file.title for file in queries.evidence_page(noemie, plan=plan).files]

    assert (on(0, kept), on(1, kept), kept()) == ([], ["Talks"], ["Talks"])
    for _ in range(2):
        try:
            evidence_files.use_no_more(noemie, digest=digest, plan=plan, provision="P2.I1", at=AT + 2 * A_DAY)
        except NotHere:
            break
    acts = [act.kind.code for act in queries.history_page(noemie, {}).acts]
    assert [code for code in acts if code.startswith("evidence-")] == ["evidence-dropped", "evidence-kept"]


def test_to_look_at_past_days_writes_nothing_and_few_of_them_are_remembered(noemie, asked):
    def list_of_day():
        return queries.commitments_page(noemie, Asked(day=AT.date()))

    project.project()
    before = {table: table.objects.count() for table in project.TABLES}
    for day in range(-3, 2 * days.REMEMBERED):
        on(day, list_of_day)
    assert {table: table.objects.count() for table in project.TABLES} == before
    remembered = [
        key
        for key in registers.made_of(registers.channels()[0])
        if isinstance(key, tuple) and key[0] == "rows of a day"
    ]
    assert len(remembered) == days.REMEMBERED


def test_of_very_many_plans_every_channel_stands_in_one_part_whole_and_in_order():
    held = {"a": 3, "b": 30, "c": 0, "d": 50, "e": 10}

    assert reach._in_parts(held) == [(0, ["a", "b", "c"]), (33, ["d"]), (83, ["e"])]


def test_a_page_of_a_past_day_says_which_of_very_many_plans_it_covers(noemie, plan, monkeypatch):
    counts_as_many(monkeypatch, 0)
    client = Client()
    client.force_login(noemie)

    every = client.get(f"/plans?as_of={AT.date()}").content.decode()
    one = client.get(f"/commitments?plan={plan}&as_of={AT.date()}").content.decode()
    assert "here plans 1 to 1 of 1, by channel" in every
    assert f"/plans/{plan}" in every
    assert "by channel." not in one
    assert f"/plans/{plan}/P2.I1" in one


def test_every_address_that_takes_no_day_is_one_there_is():
    assert set(WITHOUT) <= {pattern.name for pattern in urlpatterns}
