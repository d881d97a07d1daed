"""What a plan says is due, and when."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.register.duties import duties_after, duties_between, falls_due
from tests.register.correspondence import PLAN, Correspondence, plan, under_way

AGREED = date(2024, 5, 31)


@pytest.mark.parametrize(
    ("rule", "after", "next_on"),
    [
        ("FREQ=YEARLY", date(2024, 6, 1), date(2025, 5, 31)),
        ("FREQ=YEARLY", date(2025, 5, 31), date(2026, 5, 31)),
        ("FREQ=YEARLY;INTERVAL=2", date(2024, 6, 1), date(2026, 5, 31)),
        ("FREQ=MONTHLY", date(2024, 6, 1), date(2024, 7, 31)),
        ("FREQ=WEEKLY", date(2024, 6, 1), date(2024, 6, 7)),
        ("FREQ=YEARLY", date(2020, 1, 1), AGREED),
        ("FREQ=YEARLY", date(9998, 1, 1), None),
    ],
)
def test_a_recurrence_is_counted_from_the_day_the_plan_was_agreed(rule, after, next_on):
    assert falls_due(rule, begins_on=AGREED, after=after) == next_on


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "YEARLY",
        "FREQ=SECONDLY",
        "FREQ=YEARLY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;COUNT=1",
    ],
)
def test_a_rule_that_could_keep_a_register_counting_for_hours_gives_no_duty(rule):
    assert falls_due(rule, begins_on=AGREED, after=AGREED) is None


@given(st.text("FREQYALIMNTHWKCOUB=;,0123456789-", max_size=40), st.dates(), st.dates())
def test_no_rule_raises(rule, begins_on, after):
    next_on = falls_due(rule, begins_on=begins_on, after=after)

    assert next_on is None or next_on > after


def test_duties_stand_soonest_first_recurrences_and_deadlines_together():
    found = duties_after(under_way().register().plans[PLAN], date(2025, 1, 1))

    assert [(duty.provision.id, duty.rule, duty.next_on) for duty in found] == [
        ("P1.I1", "FREQ=YEARLY", date(2025, 5, 31)),
        ("P1.T1.A1", "deadline", date(2025, 6, 30)),
    ]


def test_a_deadline_that_has_come_is_no_duty_any_more():
    found = duties_after(under_way().register().plans[PLAN], date(2025, 6, 30))

    assert [duty.provision.id for duty in found] == ["P1.I1"]


def test_a_plan_that_names_no_day_is_counted_from_its_last_seal():
    story = Correspondence()
    story.open()
    story.adopt(replace(plan(), agreed_on=None))

    (duty, _) = duties_after(story.register().plans[PLAN], date(2025, 1, 7))[::-1]

    assert duty.next_on == date(2026, 1, 6)


def test_between_two_days_every_occurrence_is_found_both_days_included():
    found = duties_between(under_way().register().plans[PLAN], date(2025, 5, 31), date(2027, 5, 31))

    assert [(duty.provision.id, duty.rule, duty.next_on) for duty in found] == [
        ("P1.I1", "FREQ=YEARLY", date(2025, 5, 31)),
        ("P1.T1.A1", "deadline", date(2025, 6, 30)),
        ("P1.I1", "FREQ=YEARLY", date(2026, 5, 31)),
        ("P1.I1", "FREQ=YEARLY", date(2027, 5, 31)),
    ]


def test_between_a_day_and_one_before_it_nothing_is_due():
    assert duties_between(under_way().register().plans[PLAN], date(2025, 6, 1), date(2025, 5, 30)) == ()
