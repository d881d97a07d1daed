"""Assessments and what parties supply beyond the text: each party's own word, the last of which counts."""

from datetime import date

import pytest

from suivi.plan.when import Period
from suivi.record.assessments import Assessment
from suivi.record.changes import Withdrawn
from suivi.record.described import PlanDescribed
from suivi.register.assessments import assessment_of
from suivi.register.described import supplied
from tests.register.correspondence import PLAN, codes_of, under_way

YEAR = Period(date(2024, 7, 18), date(2025, 7, 17))


def assessed(score, *, to_on="2025-07-17", provision="P1.I1"):
    return Assessment(
        provision=provision, score=score, account={"en": f"Score {score}."}, from_on="2024-07-18", to_on=to_on
    )


def given(story, author, record, provision="P1.I1"):
    return story.write(author, record, subject=f"{PLAN}#{provision}")


def standing(story, provision="P1.I1"):
    return story.register().plans[PLAN].standing(provision)


def scores(story, period=YEAR):
    found = (assessment_of(standing(story).assessments, party, period) for party in ("can", "kor"))
    return [one.said.score if one is not None else None for one in found]


def test_each_party_gives_its_own_and_neither_overwrites_the_other():
    story = under_way()
    given(story, "can", assessed(1))
    given(story, "kor", assessed(-1))
    story.deliver_all()

    assert scores(story) == [1, -1]


def test_the_last_one_a_party_gave_for_the_period_counts_and_the_earlier_stays():
    story = under_way()
    given(story, "can", assessed(-1))
    given(story, "can", assessed(0))

    assert scores(story) == [0, None]
    assert [one.said.score for one in standing(story).assessments] == [-1, 0]


def test_one_taken_back_stays_marked_and_the_one_before_counts_again():
    story = under_way()
    given(story, "can", assessed(1))
    second = given(story, "can", assessed(-1))
    story.write("can", Withdrawn("entered-in-error"), subject=f"{PLAN}#P1.I1", supersedes=second)

    assert scores(story) == [1, None]
    assert [one.withdrawn_for for one in standing(story).assessments] == [None, "entered-in-error"]


def test_one_of_another_period_does_not_count_for_this_one():
    story = under_way()
    given(story, "can", assessed(1, to_on="2026-07-17"))

    assert scores(story) == [None, None]
    assert scores(story, Period(date(2025, 7, 18), date(2026, 7, 17))) == [1, None]


def test_no_account_no_stage_and_no_comparison_is_drawn_from_one():
    story = under_way()
    before = standing(story)
    given(story, "can", assessed(1))

    after = standing(story)
    assert (after.accounts, after.comparison) == (before.accounts, before.comparison)


def test_one_of_a_commitment_the_plan_has_not_is_set_aside():
    story = under_way()
    given(story, "can", assessed(1, provision="P9.I9"), provision="P9.I9")

    assert "register.unknown-provision" in codes_of(story.register())


def test_a_register_without_any_keeps_the_digest_it_had():
    story = under_way()
    value = story.register().plans[PLAN].value()

    assert "described" not in value
    assert not any("assessments" in one for one in value["provisions"])


def test_what_a_party_supplies_takes_the_place_of_what_it_supplied_before():
    story = under_way()
    for words in ("The leaders.", "The two leaders."):
        story.write("can", PlanDescribed(facts={"agreed_by": {"en": words}}), subject=PLAN)

    (told,) = supplied(story.register().plans[PLAN].described, ("can", "kor"))
    assert told.said.facts == {"agreed_by": {"en": "The two leaders."}}


def test_once_taken_back_what_was_supplied_before_counts_again():
    story = under_way()
    story.write("can", PlanDescribed(facts={"agreed_by": {"en": "The leaders."}}), subject=PLAN)
    second = story.write("can", PlanDescribed(facts={"agreed_by": {"en": "Nobody."}}), subject=PLAN)
    story.write("can", Withdrawn("entered-in-error"), subject=PLAN, supersedes=second)

    (told,) = supplied(story.register().plans[PLAN].described, ("can", "kor"))
    assert told.said.facts == {"agreed_by": {"en": "The leaders."}}


@pytest.mark.parametrize("subject", [f"{PLAN}#P1.I1", "another-plan"])
def test_it_is_supplied_about_a_plan_as_a_whole_that_is_in_effect(subject):
    story = under_way()
    story.write("can", PlanDescribed(facts={}, agreed_on="2024-07-18"), subject=subject)

    assert story.register().plans[PLAN].described == ()
    assert {"register.subject", "register.unknown-plan"} & set(codes_of(story.register()))
