"""The review of a plan amended in mid-year: what ended, with all that was reported; what came, from its day."""

from dataclasses import replace
from datetime import date

import pytest

from suivi.plan.version import Became, Succeeded
from suivi.plan.when import Period
from suivi.record.plans import PlanAmended
from suivi.record.reports import Stage
from suivi.review.package import review_for, review_of
from suivi.review.words import Rule
from tests.register.correspondence import PLAN, PROVISIONS, SENTENCES, TEXT_EN, plan, report, under_way
from tests.register.test_amendment import KEPT, VISIT, amend, amended

TEXTS = {plan().texts[0].sha256: TEXT_EN}
AMENDED_ON = "2025-03-01"
YEAR = Period(date(2024, 7, 18), date(2025, 7, 17))
BEFORE = Period(date(2023, 7, 18), date(2024, 7, 17))
AFTER = Period(date(2025, 7, 18), date(2026, 7, 17))


def on_a_day(body):
    """The same amendment, agreed on a day of the year under review."""
    return PlanAmended(replace(body.plan, agreed_on=AMENDED_ON), body.amends, body.succession)


@pytest.fixture
def story():
    """One commitment ends with the reports of both sides, one comes, in the middle of the year."""
    story = under_way()
    story.report("can", report("P1.I2", account="We studied."))
    story.report("kor", report("P1.I2", Stage.DONE, account="The study is done."))
    story.deliver_all()
    left = (PROVISIONS[0], PROVISIONS[2], VISIT)
    steps = (KEPT[0], Succeeded(Became.ENDED, ("P1.I2",), ()), KEPT[2], Succeeded(Became.ADDED, (), ("P1.I5",)))
    amend(story, on_a_day(amended(left, steps)))
    return story


def reviewed(story, period=YEAR):
    return review_of(story.register(), PLAN, period, texts=TEXTS)


def test_what_ended_in_the_year_stands_in_the_review_with_what_both_sides_reported_and_its_agreed_words(story):
    review = reviewed(story)

    (ended,) = review.ended
    (told,) = review.value()["ended"]
    assert (ended.standing.provision.id, ended.on, ended.version) == ("P1.I2", AMENDED_ON, 1)
    assert [told["accounts"][party][0]["account"]["en"] for party in ("can", "kor")] == [
        "We studied.",
        "The study is done.",
    ]
    assert told["agreed"]["P1.I2"] == {"en": SENTENCES[1]}
    assert told["ended_on"] == AMENDED_ON


def test_no_figure_counts_what_ended_and_no_rule_asks_for_it(story):
    review = reviewed(story)

    assert review.figures[-1].total == 3
    assert "P1.I2" not in {matter.provision for matter in review.matters}


def test_what_came_is_owed_from_its_day_on(story):
    before_it_came = Period(date(2024, 7, 18), date(2025, 2, 28))

    assert reviewed(story).since == {"P1.I5": AMENDED_ON}
    assert Rule.NOBODY_REPORTS in {one.rule for one in reviewed(story).matters if one.provision == "P1.I5"}
    assert not [one for one in reviewed(story, before_it_came).matters if one.provision == "P1.I5"]
    assert reviewed(story, before_it_came).figures[-1].total == 2


def test_what_ended_before_the_year_is_in_the_review_of_no_later_one(story):
    assert reviewed(story, AFTER).ended == ()
    assert [one.standing.provision.id for one in reviewed(story, BEFORE).ended] == ["P1.I2"]


def test_the_review_says_what_became_of_the_commitments_and_when(story):
    (amendment,) = reviewed(story).amendments

    assert (amendment.version, amendment.on) == (2, AMENDED_ON)
    assert amendment.became == {"kept": 2, "ended": 1, "added": 1}


def test_a_plan_that_was_never_amended_says_nothing_of_it():
    value = reviewed(under_way()).value()

    assert not {"amendments", "ended"} & value.keys()
    assert not any("since" in one for one in value["commitments"])


def test_the_year_before_is_the_same_whether_told_anew_or_from_the_review_of_this_one(story):
    assert review_for(reviewed(story), BEFORE).value() == reviewed(story, BEFORE).value()


def test_a_review_says_up_to_which_day_each_log_reaches():
    story = under_way()
    story.write("can", report("P1.I1", on="2025-02-10"), subject=PLAN, at="2025-02-11T09:00:00Z")

    sources = reviewed(story).sources
    assert {log: source.last_on for log, source in sources.items()} == {
        "suivi/can/pact": "2025-02-11",
        "suivi/kor/pact": "2025-01-06",
    }
    assert reviewed(story).value()["sources"]["suivi/kor/pact"]["last_on"] == "2025-01-06"
