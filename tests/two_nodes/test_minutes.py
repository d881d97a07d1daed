"""A year closed by both: the look at the whole, minutes sealed in both capitals, decisions followed, the same page for ever."""

import datetime

import pytest

from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.test_journey import printed

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2025, 9, 1, 9, 0, tzinfo=datetime.UTC)
PERIOD = {"from_on": datetime.date(2024, 7, 18), "to_on": datetime.date(2025, 7, 17)}
CLOSES = (PERIOD["from_on"], PERIOD["to_on"])
LIST = {
    "id": "D1",
    "words": {"en": "Name contact points.", "fr": "Désigner des points de contact.", "ko": "연락 창구를 지정한다."},
    "parties": ("can", "kor"),
    "due_on": "2025-12-31",
    "provision": "P1.I1",
}


def after(hours):
    return AT + datetime.timedelta(hours=hours)


def crosses(capitals, hours):
    for sender, receiver in ((capitals.can, capitals.kor), (capitals.kor, capitals.can)) * 2:
        receiver.does("take in", octets=sender.does("hand over"), at=after(hours))


@pytest.fixture
def closed(reported):
    reported.can.does("look through", plan=PLAN, **PERIOD, at=AT)
    reported.can.does(
        "leave", ticket=reported.can.does("propose minutes", plan=PLAN, decisions=[LIST], closes=CLOSES, at=AT), at=AT
    )
    crosses(reported, 1)
    reported.kor.does("concur", at=after(2))
    crosses(reported, 3)
    return reported


def test_m07_nobody_closes_a_review_that_no_officer_has_looked_at_as_a_whole(reported):
    ran = reported.can.tries("propose minutes", plan=PLAN, decisions=[], closes=CLOSES, at=AT)

    assert ran.code == 3
    assert "release.aggregation" in ran.err


def test_minutes_need_every_language_of_the_channel(reported):
    ran = reported.can.tries("propose minutes", plan=PLAN, decisions=[], minutes={"en": "Only here."}, at=AT)

    assert ran.code == 3
    assert "fr, ko" in ran.err


def test_both_capitals_hold_the_same_minutes_and_the_same_closed_review(closed):
    ours, theirs = (printed(capital) for capital in closed)
    again = [capital.does("closed review", plan=PLAN) for capital in closed]

    assert ours == theirs
    assert ours["minutes"][0]["decisions"][0]["open"] is True
    assert again[0] == again[1]
    assert again[0]["digest"] == again[0]["again"]


def test_a_closed_review_stays_as_it_was_when_a_late_report_arrives_and_the_report_shows_beside_it(closed):
    before = closed.can.does("closed review", plan=PLAN)
    late = report(provision="P1.I2", on="2025-02-01", account={"en": "It was done in February."})
    closed.kor.does("report", **late, at=after(24))
    crosses(closed, 25)

    now = closed.can.does("closed review", plan=PLAN)
    assert (now["page"], now["again"]) == (before["page"], before["digest"])
    assert (before["since"], now["since"]) == ([], [("P1.I2", "added")])


def test_a_correction_after_the_closing_changes_no_byte_of_the_closed_review_and_shows_beside_it(closed):
    before = closed.can.does("closed review", plan=PLAN)
    about = {"plan": PLAN, "provision": "P1.I1"}
    closed.can.does("correct", **about, stage="done", on="2024-09-30", at=after(24))
    closed.kor.does("withdraw", **about, at=after(24))
    crosses(closed, 25)

    now = [capital.does("closed review", plan=PLAN) for capital in closed]
    assert [(one["page"], one["again"]) for one in now] == [(before["page"], before["digest"])] * 2
    assert [one["since"] for one in now] == [[("P1.I1", "corrected"), ("P1.I1", "withdrawn")]] * 2


def test_a_review_closed_in_the_old_channel_is_printed_again_in_its_successor_where_the_next_one_is_closed(
    closed, tmp_path
):
    before = closed.can.does("closed review", plan=PLAN)
    closed.begin_again("can-kor.2", tmp_path / "roots", at=after(10))

    again = [capital.does("closed review", plan=PLAN) for capital in closed]
    closed.can.does("look through", plan=PLAN, **PERIOD, at=after(12))
    ticket = closed.can.does("propose minutes", plan=PLAN, decisions=[], closes=CLOSES, at=after(12))
    closed.can.does("leave", ticket=ticket, at=after(12))
    closed.cross(after(13), channel="can-kor.2")
    closed.kor.does("concur", at=after(14))
    closed.cross(after(15), channel="can-kor.2")
    later = [capital.does("closed review", plan=PLAN) for capital in closed]

    assert again == [before, before]
    assert later[0] == later[1]
    assert (later[0]["minutes"] == before["minutes"], later[0]["digest"] == later[0]["again"]) == (False, True)


def test_what_is_corrected_between_the_proposal_and_the_last_seal_shows_beside_the_closed_review(reported):
    reported.can.does("look through", plan=PLAN, **PERIOD, at=AT)
    ticket = reported.can.does("propose minutes", plan=PLAN, decisions=[LIST], closes=CLOSES, at=AT)
    reported.can.does("leave", ticket=ticket, at=AT)
    reported.can.does("correct", plan=PLAN, provision="P1.I1", stage="done", on="2024-09-30", at=after(1))
    crosses(reported, 2)
    reported.kor.does("concur", at=after(3))
    crosses(reported, 4)

    assert reported.can.does("closed review", plan=PLAN)["since"] == [("P1.I1", "corrected")]


def test_a_decision_is_followed_by_each_side_until_it_is_settled(closed):
    minutes = closed.can.does("closed review", plan=PLAN)["minutes"]
    said = {"plan": PLAN, "minutes": minutes, "decision": "D1", "outcome": "done", "on": "2025-10-01"}
    closed.can.does("report decision", **said, account={"en": "Ours is named."}, at=after(48))
    crosses(closed, 49)
    half = printed(closed.kor)["minutes"][0]["decisions"][0]["open"]
    closed.kor.does("report decision", **said, account={"ko": "우리 측 창구를 지정하였다."}, at=after(50))
    crosses(closed, 51)

    assert half is True
    assert [printed(capital)["minutes"][0]["decisions"][0]["open"] for capital in closed] == [False, False]
    for capital in closed:
        asked = ("연락 창구를", "designer des points", "named")
        found = [capital.does("search", question=question) for question in asked]
        assert found == [[("decision", "ko")], [("decision", "fr")], [("follow-up", "en")]]
