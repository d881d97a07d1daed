"""What the rules find in activities: instruments that stand still, decisions nobody has followed up."""

from datetime import date

import pytest

from suivi.plan.when import Period
from suivi.record.reports import HINDRANCES, Hindrance, NewDay, NextStep, Stage
from suivi.register.reports import Comparison
from suivi.review.package import review_of
from suivi.review.words import Rule
from tests.register.correspondence import PLAN, opened, report, step, under_way
from tests.register.stories import DIALOGUE

PERIOD = Period(date(2025, 2, 1), date(2026, 1, 31))


def matters(story, rule, period=PERIOD):
    return [one for one in reviewed(story, period).matters if one.rule is rule]


def reviewed(story, period=PERIOD):
    return review_of(story.register(), PLAN, period, texts={})


@pytest.fixture
def story():
    return under_way()


@pytest.fixture
def instrument(story):
    return story.write("can", opened("P1.I2", mode="instrument"), subject=PLAN).header.id


def take(story, author, activity, name, on, **details):
    story.write(author, step(activity, name, on=on, **details), subject=PLAN)
    story.deliver_all()


def test_an_instrument_without_a_step_in_the_period_is_a_matter_that_names_the_step(story, instrument):
    take(story, "can", instrument, "mandate", "2025-01-03", authority="Cabinet")

    (matter,) = matters(story, Rule.INSTRUMENT_STUCK)

    assert (matter.provision, matter.parties) == ("P1.I2", ("kor",))
    assert "“not begun” since January\u00a03, 2025" in matter.says.en
    assert "give the mandate" in matter.says.en
    assert "협상 권한 부여" in matter.says.ko


def test_a_step_in_the_period_moves_an_instrument(story, instrument):
    take(story, "can", instrument, "mandate", "2025-01-03", authority="Cabinet")
    take(story, "kor", instrument, "mandate", "2025-02-01", authority="Cabinet")

    assert matters(story, Rule.INSTRUMENT_STUCK) == []


def test_an_instrument_opened_in_the_period_is_not_stuck(story, instrument):
    assert matters(story, Rule.INSTRUMENT_STUCK, Period(date(2025, 1, 1), date(2025, 12, 31))) == []


def concluded_dialogue(story, *, on="2025-02-03"):
    activity = story.write("can", opened(), subject=PLAN).header.id
    story.deliver_all()
    take(story, "can", activity, "propose", "2025-01-04", **DIALOGUE["propose"])
    story.agree("kor", step(activity, "convene", on="2025-01-05", **DIALOGUE["convene"]), subject=PLAN)
    take(story, "kor", activity, "hold", "2025-02-01", **DIALOGUE["hold"])
    story.agree("can", step(activity, "conclude", on=on, **DIALOGUE["conclude"]), subject=PLAN)


def test_decisions_without_a_report_since_ask_for_a_follow_up(story):
    concluded_dialogue(story)
    story.report("kor", report(stage=Stage.DONE, on="2025-01-02"))
    story.report("can", report(stage=Stage.UNDER_WAY, on="2025-03-01"), at="2025-03-02T09:00:00Z")

    (matter,) = matters(story, Rule.FOLLOW_UP_OPEN)

    assert (matter.provision, matter.parties) == ("P1.I1", ("kor",))
    assert "3\u00a0février\u00a02025" in matter.says.fr


def test_decisions_everybody_has_reported_on_are_no_matter(story):
    concluded_dialogue(story)
    for author in ("can", "kor"):
        story.report(author, report(stage=Stage.UNDER_WAY, on="2025-03-01"), at="2025-03-02T09:00:00Z")

    assert matters(story, Rule.FOLLOW_UP_OPEN) == []


def test_a_step_stated_for_a_later_day_has_not_been_taken_on_the_closing_day(story):
    concluded_dialogue(story, on="2025-01-06")
    before = Period(date(2024, 7, 18), date(2025, 1, 4))

    (proposed,) = reviewed(story, before).standing("P1.I1").activities
    (concluded,) = reviewed(story).standing("P1.I1").activities

    assert (proposed.activity.state, concluded.activity.state) == ("proposed", "concluded")
    assert reviewed(story, before).standing("P1.I1").comparison is Comparison.NEITHER
    assert reviewed(story).standing("P1.I1").comparison is Comparison.SEALED


def test_an_activity_opened_after_the_closing_day_is_not_part_of_the_review(story, instrument):
    early = Period(date(2024, 7, 18), date(2025, 1, 4))

    assert reviewed(story, early).standing("P1.I2").activities == ()


def test_a_new_day_asked_for_waits_for_the_others(story):
    asked = NewDay(on="2026-05-01", why={"en": "The budget came late."})
    story.report("can", report("P1.I2", new_day=asked))

    (matter,) = matters(story, Rule.NEW_DAY_ASKED)

    assert (matter.provision, matter.parties) == ("P1.I2", ("kor",))
    assert "2026년 5월 1일" in matter.says.ko


@pytest.mark.parametrize(("hindrance", "acting"), [(Hindrance.FUNDING, ("can",)), (Hindrance.OTHER_PARTY, ("kor",))])
def test_what_stands_in_the_way_is_for_whoever_can_remove_it(story, hindrance, acting):
    story.report("can", report("P1.I2", hindrance=hindrance))

    (matter,) = matters(story, Rule.HINDERED)

    assert (matter.provision, matter.parties) == ("P1.I2", acting)
    assert HINDRANCES[hindrance].fr in matter.says.fr


def test_a_step_past_its_day_is_a_matter_until_its_party_reports_again(story):
    step = NextStep(words={"en": "Meet"}, due_on="2025-06-01")
    story.report("kor", report("P1.I2", on="2025-02-02", steps=(step,)), at="2025-02-03T09:00:00Z")
    (matter,) = matters(story, Rule.STEP_PASSED)
    story.report("kor", report("P1.I2", on="2025-07-01"), at="2025-07-02T09:00:00Z")

    assert (matter.provision, matter.parties, "June\u00a01, 2025" in matter.says.en) == ("P1.I2", ("kor",), True)
    assert matters(story, Rule.STEP_PASSED) == []


@pytest.mark.parametrize("stage", [Stage.DONE, Stage.STOPPED])
def test_what_is_done_or_stopped_asks_for_no_new_day_and_is_not_stuck(story, stage):
    asked = NewDay(on="2026-05-01", why={"en": "Late."})
    story.report("can", report("P1.I2", stage=stage, new_day=asked, hindrance=Hindrance.FUNDING))

    assert [*matters(story, Rule.NEW_DAY_ASKED), *matters(story, Rule.HINDERED)] == []
