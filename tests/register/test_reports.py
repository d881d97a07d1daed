"""What each party says of a commitment, and how the accounts compare: a union, never a merge."""

import pytest

from suivi.plan.words import LANGUAGES
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.reports import Stage
from suivi.register.reports import COMPARISONS, Comparison
from tests.register.correspondence import PLAN, report, under_way


def standing(story, provision="P1.I1"):
    return story.register().plans[PLAN].standing(provision)


def test_both_accounts_stand_side_by_side():
    story = under_way()
    ours = story.report("can", report(stage=Stage.DONE, account="We met."))
    theirs = story.report("kor", report(stage=Stage.PLANNED, account="We shall meet."))

    accounts = standing(story).accounts

    assert [(one.id, one.account["en"]) for one in accounts["can"]] == [(ours.header.id, "We met.")]
    assert [(one.id, one.account["en"]) for one in accounts["kor"]] == [(theirs.header.id, "We shall meet.")]


@pytest.mark.parametrize(
    ("canada", "korea", "comparison"),
    [
        (None, None, Comparison.NEITHER),
        ((Stage.DONE, "2025-01-03"), None, Comparison.ONE_SIDE),
        ((Stage.DONE, "2025-01-03"), (Stage.DONE, "2025-01-03"), Comparison.SAME),
        ((Stage.DONE, "2025-01-03"), (Stage.DONE, "2025-01-04"), Comparison.DETAILS_DIFFER),
        ((Stage.DONE, "2025-01-03"), (Stage.UNDER_WAY, "2025-01-03"), Comparison.DIFFER),
    ],
)
def test_the_comparison_goes_by_stage_then_by_day(canada, korea, comparison):
    story = under_way()
    for author, said in (("can", canada), ("kor", korea)):
        if said is not None:
            story.report(author, report(stage=said[0], on=said[1]))

    assert standing(story).comparison is comparison


def test_of_three_parties_one_silent_one_makes_it_one_sided():
    story = under_way(("can", "kor", "jpn"))
    for author in ("can", "kor"):
        story.report(author)

    assert standing(story).comparison is Comparison.ONE_SIDE


def test_a_report_on_a_second_place_is_a_report_on_the_commitment():
    story = under_way()
    story.report("can", report("P1.I4"), subject=f"{PLAN}#P1.I4")

    assert len(standing(story, "P1.I2").accounts["can"]) == 1
    assert standing(story, "P1.I4") == standing(story, "P1.I2")
    assert standing(story, "P9.I9") is None


def test_a_backlog_entered_later_does_not_become_the_latest_word():
    story = under_way()
    story.report("can", report(stage=Stage.DONE, on="2025-01-03"))
    story.report("can", report(stage=Stage.PLANNED, on="2024-06-03"))

    assert [one.stage for one in standing(story).accounts["can"]] == [Stage.PLANNED, Stage.DONE]
    assert standing(story).latest("can").stage is Stage.DONE


def test_a_record_made_after_the_day_it_states_is_marked():
    story = under_way()
    story.report("can", report(on="2025-01-06"))
    story.report("kor", report(on="2025-01-05"))

    assert not standing(story).latest("can").recorded_later
    assert standing(story).latest("kor").recorded_later


def test_a_correction_replaces_the_words_and_keeps_the_earlier_ones():
    story = under_way()
    first = story.report("can", report(stage=Stage.DONE, account="We met in Seoul."))
    second = story.report(
        "can", Corrected("report.filed", report(stage=Stage.DONE, account="We met in Busan.")), supersedes=first
    )
    story.report(
        "can", Corrected("report.filed", report("P1.I1", Stage.PLANNED, account="We shall meet.")), supersedes=second
    )

    account = standing(story).latest("can")

    assert (account.id, account.seq, account.stage) == (first.header.id, first.seq, Stage.PLANNED)
    assert account.account["en"] == "We shall meet."
    assert [one.account["en"] for one in account.versions] == ["We met in Seoul.", "We met in Busan."]
    assert account.at < account.corrected_at
    assert not any(one.versions for one in account.versions)


def test_a_correction_of_the_day_moves_the_account_to_its_place():
    story = under_way()
    story.report("can", report(stage=Stage.PLANNED, on="2024-12-01"))
    moved = story.report("can", report(stage=Stage.DONE, on="2025-01-01"))
    story.report("can", Corrected("report.filed", report(stage=Stage.DONE, on="2024-11-01")), supersedes=moved)

    assert [one.stage for one in standing(story).accounts["can"]] == [Stage.DONE, Stage.PLANNED]


def test_a_withdrawn_account_stays_readable_and_stands_no_more():
    story = under_way()
    story.report("can", report(stage=Stage.PLANNED, on="2024-12-01"))
    taken_back = story.report("can", report(stage=Stage.DONE, on="2025-01-01"))
    story.report("can", Withdrawn("error"), supersedes=taken_back)

    accounts = standing(story).accounts["can"]

    assert [(one.stage, one.withdrawn_for) for one in accounts] == [(Stage.PLANNED, None), (Stage.DONE, "error")]
    assert standing(story).latest("can").stage is Stage.PLANNED


def test_every_comparison_has_its_words():
    assert COMPARISONS.keys() == set(Comparison)
    assert all(words.in_(language) for words in COMPARISONS.values() for language in LANGUAGES)
