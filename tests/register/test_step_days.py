"""The days of a step of our own: nothing before its time, nothing ahead of it, nothing outside the calendar."""

import datetime

import pytest

from suivi.modes import MODES
from suivi.modes.mode import START, DetailNotSound
from suivi.plan.words import LANGUAGES
from suivi.record.steps import By, StepTaken
from suivi.register.step_days import (
    DetailOutOfOrder,
    NothingToAnswer,
    StepAhead,
    StepOutOfOrder,
    check_asked,
    check_days,
    has_been_asked,
)
from tests.modes.samples import answers
from tests.register.lived import PARTIES, begun, lived

TODAY = datetime.date(2026, 6, 30)


def table(activity, name):
    return next(step for step in activity.mode.steps if step.name == name)


def said(activity, name, on, **details):
    row = table(activity, name)
    return StepTaken(activity="a", step=name, on=on, details=answers(row) | details)


def checks(activity, name, on, *, party="can", place=None, **details):
    check_days(activity, said(activity, name, on, **details), party, today=TODAY, place=place)


def played(mode):
    """Each step of the course of a mode, with the activity before it; a step of each is taken by every party."""
    activity, day = begun(mode), datetime.date(2025, 1, 1)
    while True:
        onward = [step for step in activity.mode.open_steps(activity.state) if step.reaches in activity.mode.course]
        reached = activity.mode.course.index(activity.state) if activity.state != START else -1
        ahead = [step for step in onward if activity.mode.course.index(step.reaches) > reached]
        if not ahead:
            return
        yield activity, ahead[0], day.isoformat()
        for party in PARTIES if ahead[0].by is By.EACH else ("kor" if ahead[0].answers else "can",):
            activity = lived(activity, (party, ahead[0].name, day.isoformat()))
        day += datetime.timedelta(days=7)


STEPS = [
    pytest.param(activity, step.name, day, id=f"{mode}-{step.name}")
    for mode in MODES
    for activity, step, day in played(mode)
]


@pytest.mark.parametrize(("activity", "step", "day"), STEPS)
def test_no_step_of_any_mode_is_dated_before_the_one_that_opened_its_way_nor_after_today(activity, step, day):
    days = {name: day for name in table(activity, step).asks if name in ("date", "until")}
    checks(activity, step, day, **days)

    if activity.taken:
        with pytest.raises(StepOutOfOrder) as caught:
            checks(activity, step, "2024-12-31")
        for language in LANGUAGES:
            assert activity.mode.words[step].in_(language) in caught.value.sentence(language)
            assert activity.mode.words[activity.taken[-1].step].in_(language) in caught.value.sentence(language)
            assert "{" not in caught.value.sentence(language) + caught.value.advice(language)
    with pytest.raises(StepAhead):
        checks(activity, step, "2026-07-02")
    for absurd in ("1923-05-17", "2201-01-01"):
        with pytest.raises(DetailNotSound):
            checks(activity, step, absurd)


def test_tomorrow_is_today_already_on_the_other_side_of_the_world():
    checks(begun("undertaking"), "begin", "2026-07-01")


@pytest.fixture
def signed():
    """Talks, one text, and two signatures on two days."""
    return lived(
        begun("instrument"),
        ("can", "mandate", "2023-04-01"),
        ("kor", "mandate", "2023-04-05"),
        ("can", "adopt", "2025-10-30"),
        ("kor", "sign", "2026-02-25"),
        ("can", "sign", "2026-03-02"),
    )


def test_nobody_ratifies_before_having_signed_though_the_other_side_signed_later(signed):
    checks(signed, "ratify", "2026-02-26", party="kor")

    with pytest.raises(StepOutOfOrder):
        checks(signed, "ratify", "2026-02-26", party="can")
    with pytest.raises(StepOutOfOrder):
        checks(signed, "ratify", "2026-02-24", party="kor")


def test_two_signatures_are_given_in_any_order_of_days(signed):
    half = signed.saying(signed.taken[:-1])

    checks(half, "sign", "2026-02-20")


def test_no_text_is_in_force_before_it_is_signed(signed):
    checks(signed, "enter", "2026-06-01", date="2026-03-02")

    with pytest.raises(DetailOutOfOrder) as caught:
        checks(signed, "enter", "2026-06-01", date="2026-03-01")
    assert caught.value.code == "detail-out-of-order"
    for language in LANGUAGES:
        assert signed.mode.words["sign"].in_(language) in caught.value.sentence(language)


def test_a_patrol_does_not_end_before_it_begins():
    with pytest.raises(DetailOutOfOrder):
        checks(begun("patrol"), "plan-patrol", "2026-05-01", date="2026-06-01", until="2026-05-31")

    checks(begun("patrol"), "plan-patrol", "2026-05-01", date="2026-06-01", until="2026-06-01")


def test_a_corrected_day_keeps_its_place_between_the_steps_around_it(signed):
    checks(signed, "adopt", "2026-02-25", place=2)

    with pytest.raises(StepOutOfOrder):
        checks(signed, "adopt", "2026-02-26", place=2)
    with pytest.raises(StepOutOfOrder):
        checks(signed, "adopt", "2023-04-02", party="kor", place=2)


def test_what_one_side_reports_on_its_own_may_bear_any_day_that_has_passed(signed):
    checks(signed, "relate", "2022-01-01")


def test_an_answer_waits_for_something_the_other_side_has_asked():
    talks = begun("information")
    answer = table(talks, "answer")

    with pytest.raises(NothingToAnswer) as caught:
        check_asked(talks, answer, "kor")
    assert all(talks.mode.words["request"].in_(language) in caught.value.sentence(language) for language in LANGUAGES)

    asked = lived(talks, ("can", "request", "2026-01-05"))
    check_asked(asked, answer, "kor")
    assert has_been_asked(asked, answer, "kor")
    assert not has_been_asked(asked, answer, "can")
    assert has_been_asked(talks, table(talks, "share"), "can")
