"""What came before the plan is in the review, and in none of its figures, moves or matters."""

import datetime

import pytest

from suivi.plan.when import Period
from suivi.record.reports import Stage
from suivi.register.reports import Comparison
from suivi.review.changes import changes_of, happened_in
from suivi.review.package import review_of
from suivi.review.words import Move, Rule
from tests.register.correspondence import PLAN, TEXT_EN, evidence, named, plan, report, under_way

BEFORE = "2024-05-01"
PERIOD = Period(datetime.date(2024, 1, 1), datetime.date(2025, 12, 31))


@pytest.fixture
def story():
    return under_way()


def reviewed(story, period=PERIOD):
    return review_of(story.register(), PLAN, period, texts={plan().texts[0].sha256: TEXT_EN})


def test_background_of_the_period_is_no_move_and_no_figure(story):
    story.report("can", report(stage=Stage.DONE, on=BEFORE))

    review = reviewed(story)
    change = review.changes["P1.I1"]["can"]
    assert (change.move, change.in_period, change.before) == (Move.NO_REPORT, (), ())
    whole = review.figures[-1]
    assert whole.stages["can"]["done"] == 0
    assert whole.comparisons[Comparison.NEITHER] == whole.total
    assert whole.days_to_record == {}


def test_progress_does_not_move_on_from_background(story):
    story.report("can", report(stage=Stage.UNDER_WAY, on=BEFORE))
    story.report("can", report(stage=Stage.UNDER_WAY, on="2024-07-01"))

    changes = changes_of(story.register().plans[PLAN].standing("P1.I1"), PERIOD)
    assert changes["can"].move is Move.TAKEN_UP


def test_background_stands_in_the_review_marked(story):
    story.report("can", report(on=BEFORE))

    (account,) = reviewed(story).value()["commitments"][0]["accounts"]["can"]
    assert account["background"] is True


def test_a_commitment_with_background_only_is_still_one_nobody_reports_on(story):
    story.report("can", report("P1.I2", on=BEFORE))
    story.report("kor", report("P1.I2", on=BEFORE))

    silent = [matter.provision for matter in reviewed(story).matters if matter.rule is Rule.NOBODY_REPORTS]
    assert "P1.I2" in silent


def test_a_meeting_before_the_plan_is_not_the_meeting_of_the_period(story):
    story.report("can", report("P1.I1", stage=Stage.DONE, on=BEFORE))
    period = Period(datetime.date(2024, 4, 1), datetime.date(2025, 6, 30))

    assert [
        matter.provision for matter in reviewed(story, period).matters if matter.rule is Rule.DIALOGUE_NOT_HELD
    ] == ["P1.I1"]
    account = story.register().plans[PLAN].standing("P1.I1").accounts["can"][0]
    assert not happened_in(account, period)


def test_evidence_that_had_appeared_by_the_closing_day_stands_in_the_review(story):
    story.write("can", evidence(title="in time", published_on="2025-06-01"), subject=PLAN)
    story.write("can", evidence(title="too late", published_on="2026-01-01"), subject=PLAN)
    story.write("can", evidence("", title="on all of it", published_on="2024-04-01"), subject=PLAN)

    value = reviewed(story).value()
    assert [one["title"] for one in value["commitments"][0]["evidence"]] == ["in time"]
    assert [(one["title"], one["background"]) for one in value["evidence"]] == [("on all of it", True)]


def test_the_review_names_the_bodies_of_the_plan_with_their_days(story):
    story.write("can", named(leads=("P1.I1",), from_on="2025-10-01"))

    (body,) = reviewed(story).value()["bodies"]
    assert (body["id"], body["leads"]) == ("ministry", ["P1.I1"])
    assert body["names"] == [{"names": {"en": "Ministry"}, "from_on": "2025-10-01"}]
