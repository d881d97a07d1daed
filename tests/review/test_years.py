"""Two periods of one plan: what moved, what slipped and by how much, which bodies report."""

import json
from datetime import date

import pytest

from suivi.log.canonical import canonical
from suivi.plan.when import Period
from suivi.record.reports import Stage
from suivi.review.package import review_for, review_of
from suivi.review.years import period_before, years_of
from tests.register.correspondence import PLAN, TEXT_EN, named, plan, report, under_way

FIRST = Period(date(2025, 1, 1), date(2025, 12, 31))
SECOND = Period(date(2026, 1, 1), date(2026, 12, 31))
TEXTS = {plan().texts[0].sha256: TEXT_EN}


def compared(story):
    later = review_of(story.register(), PLAN, SECOND, texts=TEXTS)
    return years_of(review_for(later, FIRST), later)


@pytest.fixture
def story():
    story = under_way()
    story.write("can", named("ministry", "can"), subject=PLAN)
    story.report("can", report(stage=Stage.PLANNED, on="2025-01-03", until="2026-03-31", bodies=("ministry",)))
    story.report("kor", report("P1.I2", Stage.UNDER_WAY, on="2025-01-03"))
    return story


def test_a_commitment_that_stands_otherwise_has_moved_and_no_other(story):
    story.report("can", report(stage=Stage.DONE, on="2026-06-30"), at="2026-07-01T09:00:00Z")

    (moved,) = compared(story).moved

    assert moved.provision == "P1.I1"
    assert (moved.before.latest("can").stage, moved.after.latest("can").stage) == (Stage.PLANNED, Stage.DONE)


def test_a_date_promised_then_and_met_later_slipped_by_the_days_between(story):
    story.report("can", report(stage=Stage.DONE, on="2026-06-30"), at="2026-07-01T09:00:00Z")

    (slipped,) = compared(story).slipped

    assert (slipped.promised_before, slipped.done_on, slipped.days) == ("2026-03-31", "2026-06-30", 91)


def test_a_date_promised_then_and_promised_again_slipped_too(story):
    again = report(stage=Stage.PLANNED, on="2026-02-01", until="2026-09-30")
    story.report("can", again, at="2026-02-02T09:00:00Z")

    (slipped,) = compared(story).slipped

    assert (slipped.promised_now, slipped.done_on, slipped.days) == ("2026-09-30", None, 183)


def test_a_date_nobody_touched_did_not_slip(story):
    assert compared(story).slipped == ()


def test_bodies_are_counted_by_the_period_their_reports_belong_to(story):
    later = report(stage=Stage.DONE, on="2026-06-30", bodies=("ministry",))
    story.report("can", later, at="2026-07-01T09:00:00Z")

    (body,) = compared(story).bodies

    # The first report lasts until March 2026, and so tells of both periods.
    assert (body.body, body.party, body.before, body.after) == ("ministry", "can", 1, 2)


def test_the_comparison_is_canonical_json_and_names_both_reviews(story):
    years = compared(story)

    assert json.loads(canonical(years.value())) == years.value()
    assert [one["digest"] for one in years.value()["periods"]] == [years.earlier.digest(), years.later.digest()]


def test_a_review_for_another_period_is_the_review_of_that_period(story):
    register = story.register()
    later = review_of(register, PLAN, SECOND, texts=TEXTS)

    assert review_for(later, FIRST).value() == review_of(register, PLAN, FIRST, texts=TEXTS).value()


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (("2025-07-18", "2026-07-17"), ("2024-07-18", "2025-07-17")),
        (("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28")),
        (("2024-03-01", "2025-02-28"), ("2023-03-01", "2024-02-29")),
        (("2025-01-01", "2025-06-30"), ("2024-07-04", "2024-12-31")),
        (("2025-01-01", "2025-01-01"), ("2024-12-31", "2024-12-31")),
        (("2024-07-18", "2026-07-17"), ("2022-07-18", "2024-07-17")),
    ],
)
def test_the_period_before_is_as_long_and_ends_the_day_before(period, before):
    first, last = (date.fromisoformat(day) for day in period)

    found = period_before(Period(first, last))

    assert (found.from_on.isoformat(), found.to_on.isoformat()) == before
