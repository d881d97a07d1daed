"""What was promised, when it was promised again, and when it was done."""

from datetime import date

from suivi.plan.when import Period
from suivi.record.changes import Corrected
from suivi.record.reports import Stage
from suivi.review.package import review_of
from tests.register.correspondence import PLAN, report, under_way

PERIOD = Period(date(2024, 7, 18), date(2027, 7, 17))


def slippage(story, period=PERIOD):
    return review_of(story.register(), PLAN, period, texts={}).slippage


def test_a_date_that_moves_has_slipped_by_the_days_between_the_promises():
    story = under_way()
    story.report("can", report(stage=Stage.PLANNED, on="2025-01-03", until="2025-03-31"))
    story.report("can", report(stage=Stage.PLANNED, on="2025-01-04", until="2025-06-30"))

    (found,) = slippage(story)

    assert (found.provision, found.party) == ("P1.I1", "can")
    assert (found.first_promised, found.last_promised, found.done_on) == ("2025-03-31", "2025-06-30", None)
    assert found.days == 91


def test_what_is_done_is_measured_from_the_first_promise():
    story = under_way()
    story.report("kor", report(stage=Stage.UNDER_WAY, on="2025-01-03", until="2025-03-31"))
    story.report("kor", report(stage=Stage.DONE, on="2025-04-10"), at="2025-04-11T09:00:00Z")

    (found,) = slippage(story)

    assert (found.done_on, found.days) == ("2025-04-10", 10)


def test_a_date_replaced_by_a_correction_was_a_promise_too():
    story = under_way()
    first = story.report("can", report(stage=Stage.PLANNED, until="2025-03-31"))
    later = report(stage=Stage.PLANNED, until="2025-05-31")
    story.report("can", Corrected("report.filed", later), supersedes=first)

    (found,) = slippage(story)

    assert (found.first_promised, found.last_promised) == ("2025-03-31", "2025-05-31")


def test_a_fact_of_the_past_is_no_promise():
    story = under_way()
    story.report("can", report(stage=Stage.UNDER_WAY, on="2024-09-01", until="2024-12-31"))
    story.report("can", report(stage=Stage.DONE, on="2025-01-03"))

    assert slippage(story) == ()


def test_a_promise_made_after_the_closing_day_does_not_count():
    story = under_way()
    story.report("can", report(stage=Stage.PLANNED, until="2025-03-31"))
    story.report("can", report(stage=Stage.PLANNED, on="2025-02-03", until="2025-09-30"), at="2025-02-03T09:00:00Z")

    (found,) = slippage(story, Period(date(2024, 7, 18), date(2025, 1, 31)))

    assert found.last_promised == "2025-03-31"
