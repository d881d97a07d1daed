"""The annual review: the same data in both capitals, byte for byte, in every language."""

import datetime
import json

import pytest

from tests.two_nodes.capitals import PLAN, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
PERIOD = ("--from", "2024-07-18", "--to", "2025-07-17")


def reviewed(capital, file, *options):
    ran = capital.suivi("review", PLAN, *PERIOD, *options, "-o", file)
    assert ran.code == 0, ran.err
    return file.read_bytes()


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "json", "--language", "en"),
        ("--format", "json", "--language", "ko", "--as-of", "2024-10-31"),
        ("--format", "html", "--language", "en"),
        ("--format", "html", "--language", "fr"),
        ("--format", "html", "--language", "ko"),
    ],
    ids=" ".join,
)
def test_both_capitals_print_the_same_review_byte_for_byte(reported, tmp_path, options):
    reviews = {reviewed(capital, tmp_path / capital.party, *options) for capital in reported}

    assert len(reviews) == 1


def test_assessments_and_facts_supplied_stand_in_the_review_of_both_capitals_under_their_partys_name(
    reported, tmp_path
):
    said = {"plan": PLAN, "provision": "P1.I1", "from_on": PERIOD[1], "to_on": PERIOD[3], "at": AT}
    reported.can.does("assess", **said, score="1", account={"en": "It was held."})
    reported.kor.does("assess", **said, score="-1", account={"ko": "정해진 급에서 열리지 않았다."})
    supplied = {"agreed_by": {"en": "The two foreign ministers."}}
    reported.can.does("describe", plan=PLAN, facts=supplied, agreed_on="2024-07-18", at=AT)
    reported.cross(AT + datetime.timedelta(hours=1))

    reviews = [json.loads(reviewed(one, tmp_path / one.party, "--format", "json")) for one in reported]
    pages = [reviewed(one, tmp_path / one.party, "--format", "html").decode() for one in reported]
    assert reviews[0] == reviews[1]
    assert reviews[0]["figures"][-1]["assessments"] == {
        "can": {"-1": 0, "0": 0, "1": 1},
        "kor": {"-1": 1, "0": 0, "1": 0},
    }
    assert [(one["party"], one["agreed_by"]) for one in reviews[0]["preamble"]["supplied"]] == [
        ("can", supplied["agreed_by"])
    ]
    assert pages[0] == pages[1]
    assert "정해진 급에서 열리지 않았다." in pages[0]
    assert "The two foreign ministers." in pages[0]


def test_receipts_that_only_one_side_holds_do_not_enter_the_review(reported, tmp_path):
    reported.can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    reported.kor.does("take in", octets=reported.can.does("hand over"), at=AT)

    reviews = {reviewed(capital, tmp_path / capital.party, "--format", "json") for capital in reported}

    assert len(reviews) == 1


def test_the_data_of_a_review_is_the_same_whatever_language_is_asked_for(reported, tmp_path):
    given = {
        reviewed(reported.can, tmp_path / tongue, "--format", "json", "--language", tongue)
        for tongue in ("en", "fr", "ko")
    }

    assert len(given) == 1


def test_a_report_that_was_not_released_changes_no_byte_of_the_review(reported, tmp_path):
    before = reviewed(reported.can, tmp_path / "before", "--format", "json")
    said = report(provision="P1.I2", account={"en": "Kanarienvogel-7319 waits."}, on="2024-12-01")
    reported.can.does("approve", ticket=reported.can.does("file report", **said, at=AT), at=AT)

    assert reviewed(reported.can, tmp_path / "after", "--format", "json") == before


def test_a_review_names_what_it_rests_on_and_what_was_reported(reported, tmp_path):
    review = json.loads(reviewed(reported.can, tmp_path / "review", "--format", "json"))
    text = json.dumps(review, ensure_ascii=False)

    assert "Officials met in Ottawa." in text
    assert "회의를 마쳤다." in text
    assert all(capital.log in text for capital in reported)


def test_a_review_of_no_plan_is_refused_and_leaves_no_file(reported, tmp_path):
    file = tmp_path / "review.html"

    ran = reported.can.suivi("review", "no-such-plan", *PERIOD, "-o", file)

    assert ran.code == 3
    assert "[not-here]" in ran.err
    assert not file.exists()


def test_a_review_can_be_printed_on_the_terminal(reported):
    ran = reported.can.suivi("review", PLAN, *PERIOD, "--format", "json")

    assert ran.code == 0
    assert ran.facts
