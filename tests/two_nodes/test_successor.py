"""A successor channel between two capitals: the plans go on in it, and what nobody agreed on is disowned."""

import datetime

import pytest

from tests.two_nodes.capitals import PLAN, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
SECOND = "can-kor.2"


def later(hours: int) -> datetime.datetime:
    return AT + datetime.timedelta(hours=hours)


@pytest.fixture
def succeeded(reported, tmp_path):
    """Reports on both sides in the old channel; one of Ottawa's stands above what the successor's charter agrees on."""
    can, _ = reported
    agreed = can.does("size", log=can.log)
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    reported.cross(AT)
    reported.begin_again(SECOND, tmp_path / "roots", at=later(1), can=agreed)
    return reported, agreed


def test_a_plan_goes_on_in_the_successor_and_what_stands_above_is_disowned_alike(succeeded):
    capitals, agreed = succeeded
    can, kor = capitals
    before = can.does("told", plan=PLAN)
    can.does("report", **report(provision="P1.I2", on="2024-12-02"), at=later(3))
    kor.does("report", **report(provision="P1.I1", on="2024-12-02"), at=later(3))
    capitals.cross(later(4), channel=SECOND)

    told = [one.does("told", plan=PLAN) for one in capitals]

    assert told[0] == told[1]
    assert told[0]["channel"] == before["channel"] == SECOND
    assert (can.log, agreed) in told[0]["disowned"]
    assert len(told[0]["accounts"]) == len(before["accounts"]) + 2
    assert told[0]["aside"] == []


def test_the_day_before_the_successor_shows_the_old_channel_as_it_stood(succeeded):
    can = succeeded[0].can

    then = can.does("told", plan=PLAN, day=AT.date() - datetime.timedelta(days=1))
    now = can.does("told", plan=PLAN, day=AT.date())

    assert (then["channel"], then["disowned"]) == ("can-kor", [])
    assert (now["channel"], now["disowned"]) == (SECOND, can.does("told", plan=PLAN)["disowned"])


def test_an_own_report_of_the_old_channel_is_corrected_and_withdrawn_in_the_new_one(succeeded):
    capitals, _ = succeeded
    can, _ = capitals
    can.does("correct", plan=PLAN, provision="P1.I1", stage="under-way", on="2024-09-30", at=later(3))
    capitals.cross(later(4), channel=SECOND)

    corrected = [one.does("told", plan=PLAN) for one in capitals]
    can.does("withdraw", plan=PLAN, provision="P1.I1", at=later(5))
    capitals.cross(later(6), channel=SECOND)
    withdrawn = [one.does("told", plan=PLAN) for one in capitals]

    assert corrected[0] == corrected[1]
    assert withdrawn[0] == withdrawn[1]
    assert corrected[0]["digest"] != withdrawn[0]["digest"]
    assert withdrawn[0]["aside"] == []


def test_the_old_channel_says_where_it_goes_on_and_what_is_disowned_in_every_language_and_in_the_terminal(succeeded):
    can = succeeded[0].can
    addresses = ["/channel?channel=can-kor", "/channel", "/channel?channel=can-kor&as_of=2024-12-01"]
    phrases = {
        "en": ("Another channel goes on with this one:", "Disowned"),
        "fr": ("Un autre canal prend la suite de celui-ci", "Inscriptions non reconnues"),
        "ko": ("다른 채널이 이 채널을 승계하였습니다", "불인정 기록"),
    }

    said = {language: can.does("pages", addresses=addresses, language=language) for language in phrases}
    ran = can.suivi("channel", "show", "--channel", "can-kor", "--format", "table")

    for language, wanted in phrases.items():
        found = [(status, *(phrase in words for phrase in wanted)) for status, words in said[language]]
        assert found == [(200, True, True), (200, False, False), (200, False, False)]
        assert "charter.disowned" in said[language][0][1]
    assert ("SUCCEEDED by can-kor.2" in ran.out, "[charter.disowned]" in ran.out) == (True, True)


def test_every_page_about_the_plan_opens_in_the_successor(succeeded):
    can = succeeded[0].can
    under = [f"/plans/{PLAN}{page}" for page in ("", "/P1.I1", "/review", "/years", "/room", "/package")]
    lists = ["/", "/commitments", "/reports", "/evidence", "/search?question=Ottawa", "/joint-texts", "/calendar"]
    old = next(f"/proof/can-kor/can/{seq}" for log, seq in can.does("told", plan=PLAN)["accounts"] if log == can.log)

    answers = can.does("pages", addresses=[*under, *lists, old])

    assert {status for status, _ in answers} == {200}
    assert "Officials met in Ottawa." in answers[1][1]


def test_nothing_more_is_released_in_the_old_channel(reported, tmp_path):
    can, _ = reported
    waiting = can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    can.does("approve", ticket=waiting, at=later(3))
    reported.begin_again(SECOND, tmp_path / "roots", at=later(1))
    size = can.does("size", log=can.log)

    ran = can.tries("release", ticket=waiting, at=later(3))

    assert (ran.code, "[channel-succeeded]" in ran.err) == (3, True)
    assert can.does("size", log=can.log) == size


def test_a_report_that_waits_in_the_old_channel_is_shown_on_its_commitment_and_says_that_it_can_leave_no_more(
    reported, tmp_path
):
    can, _ = reported
    waiting = can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    reported.begin_again(SECOND, tmp_path / "roots", at=later(1))
    phrases = {"en": "It can leave no more", "fr": "ne peut plus partir", "ko": "더 이상 나갈 수 없습니다"}

    for language, phrase in phrases.items():
        addresses = [f"/plans/{PLAN}/P1.I2", f"/releases/{waiting}"]
        said = can.does("pages", addresses=addresses, language=language)
        assert [(status, phrase in words, SECOND in words) for status, words in said] == [(200, True, True)] * 2, said
        assert f"/releases/{waiting}" in said[0][1]
        assert f"{waiting}/approve" not in said[1][1]
        assert f"{waiting}/discard" in said[1][1]


def test_returns_asked_for_in_the_old_channel_say_what_was_shared_before_and_after(reported, tmp_path):
    can, _ = reported
    before, after = (
        can.does("ask for return", plan=PLAN, provision=provision, at=AT) for provision in ("P1.I2", "P1.I1")
    )
    first = can.does("hand in", asked=before, account="Before.", on="2024-12-01", at=AT)
    can.does("leave", ticket=first, at=AT)
    reported.cross(AT)
    reported.begin_again(SECOND, tmp_path / "roots", at=later(1))
    second = can.does("hand in", asked=after, account="After.", on="2024-12-02", at=later(3))
    can.does("leave", ticket=second, at=later(3))
    can.does("correct", plan=PLAN, provision="P1.I2", stage="done", on="2024-12-01", at=later(5))

    said = [can.does("shared words", asked=asked, day=later(6).date()) for asked in (before, after)]

    assert said == ["In other words.", "After."]


def test_rows_made_on_the_way_are_those_made_anew_from_the_logs(succeeded):
    capitals, _ = succeeded
    capitals.can.does("report", **report(provision="P1.I2", on="2024-12-02"), at=later(3))

    held, anew = capitals.can.does("rows", channels=("can-kor", SECOND))

    assert held == anew


def test_what_stands_in_an_old_log_is_destroyed_through_the_successor(succeeded):
    capitals, _ = succeeded
    can, _ = capitals
    seq = next(seq for log, seq in can.does("told", plan=PLAN)["accounts"] if log == can.log)
    can.does("leave", ticket=can.does("ask to destroy", seq=seq, reason="above-ceiling", at=later(3)), at=later(3))
    capitals.cross(later(4), channel=SECOND)

    told = [one.does("told", plan=PLAN) for one in capitals]

    assert told[0] == told[1]
    assert [one.does("holds content", log=can.log, seq=seq) for one in capitals] == [False, False]
    assert [one.does("sound") for one in capitals] == [[], []]
