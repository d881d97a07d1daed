"""What happened before the plan was agreed is background: kept and shown, never progress."""

from dataclasses import replace

import pytest

from suivi.record.changes import Corrected, Withdrawn
from suivi.record.reports import Stage
from suivi.register.reports import Comparison
from tests.register.correspondence import PLAN, plan, report, under_way

BEFORE, ON_THE_DAY, AFTER = "2024-05-30", "2024-05-31", "2024-06-01"


@pytest.fixture
def story():
    return under_way()


def standing(story, provision="P1.I1"):
    return story.register().plans[PLAN].standing(provision)


@pytest.mark.parametrize(("on", "background"), [(BEFORE, True), (ON_THE_DAY, False), (AFTER, False)])
def test_an_account_is_background_if_it_states_a_day_before_the_plan_was_agreed(story, on, background):
    story.report("can", report(on=on))

    (account,) = standing(story).accounts["can"]
    assert account.background is background
    assert account.value().get("background", False) is background


def test_a_date_before_the_plan_is_no_fault_and_no_warning(story):
    story.report("can", report(on="2022-02-01"))

    register = story.register()
    assert (register.set_aside, register.flags) == ((), ())


def test_background_is_never_the_latest_word(story):
    story.report("can", report(stage=Stage.UNDER_WAY, on=AFTER))
    story.report("can", report(stage=Stage.DONE, on=BEFORE))

    assert [account.stage for account in standing(story).accounts["can"]] == [Stage.DONE, Stage.UNDER_WAY]
    assert standing(story).latest("can").stage is Stage.UNDER_WAY


def test_background_alone_is_no_report(story):
    story.report("can", report(on=BEFORE))
    story.report("kor", report(on=BEFORE))

    assert standing(story).latest("can") is None
    assert standing(story).comparison is Comparison.NEITHER


def test_background_of_one_side_is_not_compared_with_progress_of_the_other(story):
    story.report("can", report(stage=Stage.DONE, on=BEFORE))
    story.report("kor", report(stage=Stage.UNDER_WAY, on=AFTER))

    assert standing(story).comparison is Comparison.ONE_SIDE


def test_a_correction_of_the_day_takes_an_account_out_of_the_background(story):
    first = story.report("can", report(on=BEFORE))
    story.report("can", Corrected("report.filed", report(on=AFTER)), supersedes=first)

    assert standing(story).latest("can").on == AFTER


def test_background_taken_back_stays_background(story):
    first = story.report("can", report(on=BEFORE))
    story.report("can", Withdrawn("error"), supersedes=first)

    (account,) = standing(story).accounts["can"]
    assert (account.background, account.withdrawn) == (True, True)


def test_two_records_of_one_event_stay_two(story):
    story.report("can", report(on=AFTER, account="We met in Ottawa."))
    story.report("can", report(on=AFTER, account="We met in Ottawa."))

    assert len(standing(story).accounts["can"]) == 2


def test_a_later_version_turns_no_progress_into_background(story):
    story.report("can", report(on="2024-12-01"))
    first = story.log("can")[[entry.header.type for entry in story.log("can")].index("joint.proposed", 2)]
    amended = replace(plan(version=2), agreed_on="2025-01-05")
    story.adopt(amended, supersedes=first)

    now = story.register().plans[PLAN]
    assert (now.plan.version, now.plan.agreed_on, now.agreed_on) == (2, "2025-01-05", "2024-05-31")
    assert not now.standing("P1.I1").accounts["can"][0].background


def test_a_plan_that_names_no_day_has_no_background():
    story = under_way()
    story.adopt(replace(plan(name="other"), agreed_on=None))
    story.report("can", report(on="1999-01-01"), subject="other#P1.I1")

    other = story.register().plans["other"]
    assert other.agreed_on is None
    assert other.standing("P1.I1").latest("can").on == "1999-01-01"
