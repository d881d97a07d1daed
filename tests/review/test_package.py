"""The annual review: plain data, equal in both capitals, told in two kinds of time."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import canonical
from suivi.plan.when import Period
from suivi.plan.words import LANGUAGES
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.reports import NextStep, Stage
from suivi.register.cut import cut_on
from suivi.register.fold import register_at
from suivi.review.package import review_of
from suivi.review.words import Move, Rule
from tests.register.correspondence import CHANNEL, PLAN, SENTENCES, TEXT_EN, opened, plan, report, step, under_way
from tests.register.stories import DIALOGUE, stories

PERIOD = Period(date(2024, 7, 18), date(2025, 7, 17))
TEXTS = {plan().texts[0].sha256: TEXT_EN}


def reviewed(story, period=PERIOD, texts=TEXTS):
    return review_of(story.register(), PLAN, period, texts=texts)


def moves(review, provision):
    return {party: change.move for party, change in review.changes[provision].items()}


def rules(review, provision=None):
    return [matter.rule for matter in review.matters if provision is None or matter.provision == provision]


@given(stories(begun=True), st.randoms(use_true_random=False))
def test_two_capitals_that_hold_the_same_entries_compute_the_same_review(story, chance):
    shuffled = story.entries()
    chance.shuffle(shuffled)

    other = review_of(story.fold(shuffled).register(), PLAN, PERIOD, texts=TEXTS)

    assert other.value() == reviewed(story).value()
    assert other.digest() == reviewed(story).digest()


@given(stories(begun=True))
def test_the_review_is_canonical_json_and_has_no_fraction(story):
    value = reviewed(story).value()

    assert json.loads(canonical(value), parse_float=pytest.fail) == value


def test_receipts_do_not_enter_the_review():
    story = under_way()
    story.report("can")
    before = reviewed(story).digest()

    story.deliver_all()
    story.receipt("kor")

    assert reviewed(story).digest() == before


def test_each_commitment_has_its_agreed_words_from_its_span():
    review = reviewed(under_way())

    assert review.agreed["P1.I1"] == {"en": SENTENCES[0]}
    assert review.agreed["P1.I4"] == {"en": SENTENCES[2]}
    assert review.agreed["P1"] == {"en": "Pillar one."}


def test_without_the_attached_text_no_words_are_made_up():
    assert reviewed(under_way(), texts={}).agreed["P1.I1"] == {}


def test_the_chapters_follow_the_plan_and_name_a_commitment_at_each_of_its_places():
    (chapter,) = reviewed(under_way()).chapters

    assert chapter.section.id == "P1"
    assert chapter.heading == {"en": "Pillar one."}
    assert chapter.places == ("P1.I1", "P1.I2", "P1.I4", "P1.T1.A1")


def test_what_is_stated_after_the_closing_day_does_not_count_on_it():
    story = under_way()
    story.report("can", report(stage=Stage.PLANNED, on="2025-01-03"))
    story.report("can", report(stage=Stage.DONE, on="2025-01-05"))
    period = Period(date(2024, 7, 18), date(2025, 1, 4))

    review = reviewed(story, period)

    assert review.standing("P1.I1").latest("can").stage is Stage.PLANNED
    assert reviewed(story).standing("P1.I1").latest("can").stage is Stage.DONE


def test_accounts_of_the_period_stand_apart_from_those_before_it():
    story = under_way()
    old = story.report("can", report(on="2024-06-30"))
    new = story.report("can", report(on="2024-07-18"))

    change = reviewed(story).changes["P1.I1"]["can"]

    assert [account.id for account in change.before] == [old.header.id]
    assert [account.id for account in change.in_period] == [new.header.id]


def test_a_fact_that_lasted_into_the_period_belongs_to_it():
    story = under_way()
    story.report("can", report(on="2024-06-30", until="2024-08-01"))

    assert len(reviewed(story).changes["P1.I1"]["can"].in_period) == 1


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (None, Stage.PLANNED, Move.TAKEN_UP),
        (Stage.MENTIONED, Stage.UNDER_WAY, Move.TAKEN_UP),
        (Stage.STOPPED, Stage.UNDER_WAY, Move.TAKEN_UP),
        (Stage.PLANNED, Stage.UNDER_WAY, Move.ADVANCED),
        (Stage.UNDER_WAY, Stage.UNDER_WAY, Move.STEADY),
        (Stage.UNDER_WAY, Stage.PLANNED, Move.SLIPPED),
        (Stage.DONE, Stage.UNDER_WAY, Move.SLIPPED),
        (Stage.PLANNED, Stage.DONE, Move.DELIVERED),
        (None, Stage.DONE, Move.DELIVERED),
        (Stage.UNDER_WAY, Stage.STOPPED, Move.DROPPED),
        (Stage.UNDER_WAY, None, Move.NO_REPORT),
        (None, None, Move.NO_REPORT),
    ],
)
def test_what_became_of_a_commitment_is_told_from_the_stages_before_and_after(before, after, move):
    story = under_way()
    for stage, day in ((before, "2024-06-30"), (after, "2024-12-01")):
        if stage is not None:
            story.report("can", report(stage=stage, on=day))

    assert moves(reviewed(story), "P1.I1") == {"can": move, "kor": Move.NO_REPORT}


def test_the_same_stage_with_a_later_last_day_has_slipped():
    story = under_way()
    story.report("can", report(stage=Stage.PLANNED, on="2024-06-30", until="2024-12-31"))
    story.report("can", report(stage=Stage.PLANNED, on="2024-12-01", until="2025-12-31"))

    assert moves(reviewed(story), "P1.I1")["can"] is Move.SLIPPED


def test_accounts_that_differ_are_a_matter_for_everybody_and_name_both_stages():
    story = under_way()
    story.report("can", report(stage=Stage.DONE))
    story.report("kor", report(stage=Stage.UNDER_WAY))

    (matter,) = (one for one in reviewed(story).matters if one.rule is Rule.ACCOUNTS_DIFFER)

    assert matter.provision == "P1.I1"
    assert matter.parties == ("can", "kor")
    assert matter.says.en == "The accounts of commitment 1.1 differ. CAN: done, KOR: under way."
    assert matter.says.fr == "Les rapports sur l’engagement 1.1 divergent. CAN\u00a0: réalisé, KOR\u00a0: en cours."


def test_a_silent_side_is_asked_to_report():
    story = under_way()
    story.report("kor", report("P1.I2"))

    review = reviewed(story)

    assert rules(review, "P1.I2") == [Rule.ONE_SIDE_SILENT]
    assert rules_of(review.needed_from("can"), "P1.I2") == [Rule.ONE_SIDE_SILENT]
    assert rules_of(review.needed_from("kor"), "P1.I2") == []


def rules_of(matters, provision):
    return [matter.rule for matter in matters if matter.provision == provision]


def test_a_commitment_nobody_reports_on_is_a_matter():
    assert rules(reviewed(under_way()), "P1.I2") == [Rule.NOBODY_REPORTS]


def test_a_yearly_dialogue_without_a_meeting_in_the_period_is_a_matter():
    assert Rule.DIALOGUE_NOT_HELD in rules(reviewed(under_way()), "P1.I1")


def test_a_yearly_dialogue_that_is_not_yet_due_is_no_matter():
    period = Period(date(2024, 7, 18), date(2025, 5, 30))

    assert Rule.DIALOGUE_NOT_HELD not in rules(reviewed(under_way(), period))


def test_a_meeting_held_by_one_step_of_a_dialogue_settles_the_year():
    story = under_way()
    subject = PLAN
    activity = story.write("can", opened(), subject=subject)
    story.write("can", step(activity.header.id, "propose", **DIALOGUE["propose"]), subject=subject)
    story.deliver_all()
    story.agree("kor", step(activity.header.id, "convene", **DIALOGUE["convene"]), subject=subject)
    story.write("kor", step(activity.header.id, "hold", on="2025-02-01", **DIALOGUE["hold"]), subject=subject)

    assert Rule.DIALOGUE_NOT_HELD not in rules(reviewed(story), "P1.I1")


def test_a_meeting_reported_as_done_settles_the_year():
    story = under_way()
    story.report("kor", report(stage=Stage.DONE, on="2025-02-01"))

    assert Rule.DIALOGUE_NOT_HELD not in rules(reviewed(story), "P1.I1")


def test_a_deadline_that_has_passed_asks_those_who_have_not_finished():
    story = under_way()
    story.report("can", report("P1.T1.A1", stage=Stage.DONE))

    review = reviewed(story)

    (matter,) = (one for one in review.matters if one.rule is Rule.DEADLINE_PASSED)
    assert matter.provision == "P1.T1.A1"
    assert matter.parties == ("kor",)
    assert "2025년 6월 30일" in matter.says.ko


def test_a_joint_text_that_waits_names_who_has_to_speak_and_then_who_has_to_seal():
    story = under_way()
    proposal = story.propose("can", step("0" * 32, "convene"), subject=PLAN)
    waiting = [one for one in reviewed(story).matters if one.rule is Rule.JOINT_TEXT_WAITING]
    story.deliver_all()
    story.concur("kor", proposal, subject=PLAN)
    sealing = [one for one in reviewed(story).matters if one.rule is Rule.JOINT_TEXT_WAITING]

    assert [matter.parties for matter in waiting] == [("kor",)]
    assert [matter.parties for matter in sealing] == [("can", "kor")]
    assert waiting[0].joint == proposal.leaf


def test_every_sentence_is_there_in_every_language():
    for matter in reviewed(under_way()).matters:
        assert all(matter.says.in_(language) and matter.asks.in_(language) for language in LANGUAGES)
        assert "{" not in "".join(matter.says.by_language().values())


def test_figures_count_every_commitment_once_and_out_of_all():
    story = under_way()
    story.report("can", report("P1.I4", stage=Stage.DONE, on="2025-01-01"))

    pillar, whole_plan = reviewed(story).figures

    assert (pillar.pillar, whole_plan.pillar) == ("P1", None)
    assert whole_plan.total == pillar.total == 3
    assert whole_plan.initiatives == 2
    assert whole_plan.comparisons == {
        "neither": 2, "one-side": 1, "same": 0, "details-differ": 0, "differ": 0, "sealed": 0,
    }  # fmt: skip
    assert whole_plan.stages["can"]["done"] == 1
    assert whole_plan.stages["kor"]["silent"] == 3
    assert (whole_plan.reported("can"), whole_plan.reported("kor")) == (1, 0)
    assert whole_plan.moves["can"]["delivered"] == 1
    assert whole_plan.days_to_record == {"can": 5}


def test_the_year_ahead_holds_what_recurs_and_what_was_announced():
    story = under_way()
    story.report("can", report("P1.I2", next={"en": "To publish", "fr": "Publier"}))

    recurring, announced = reviewed(story).ahead

    assert (recurring.provision, recurring.rule, recurring.on) == ("P1.I1", "FREQ=YEARLY", "2026-05-31")
    assert (announced.provision, announced.party, announced.words["fr"]) == ("P1.I2", "can", "Publier")


def test_the_year_ahead_holds_the_steps_each_side_named_with_their_days_soonest_first():
    story = under_way()
    steps = [
        NextStep(words={"en": words}, due_on=on) for words, on in (("Meet", "2026-03-01"), ("Long gone", "2025-01-01"))
    ]
    story.report("kor", report("P1.I2", steps=tuple(steps)))

    step, recurring = reviewed(story).ahead

    assert (step.provision, step.rule, step.on, step.party) == ("P1.I2", "step", "2026-03-01", "kor")
    assert recurring.rule == "FREQ=YEARLY"


def test_a_corrected_account_shows_its_words_now_and_a_withdrawn_one_counts_no_more():
    story = under_way()
    first = story.report("can", report(stage=Stage.DONE))
    story.report("can", Corrected("report.filed", report(stage=Stage.PLANNED)), supersedes=first)
    second = story.report("kor", report(stage=Stage.DONE))
    story.report("kor", Withdrawn("error"), supersedes=second)

    standing = reviewed(story).standing("P1.I1")

    assert standing.latest("can").stage is Stage.PLANNED
    assert standing.latest("kor") is None


def test_last_years_review_still_prints_as_it_was():
    story = under_way()
    story.report("can", at="2025-07-20T09:00:00Z")
    on = date(2025, 7, 31)

    def closed():
        return review_of(
            register_at(cut_on(on, story.logs), story.logs, channel=CHANNEL, parties=story.codes),
            PLAN,
            PERIOD,
            texts=TEXTS,
        )

    before = closed().digest()
    story.report("kor", at="2025-08-20T09:00:00Z")
    story.report("can", at="2025-08-21T09:00:00Z")

    assert closed().digest() == before
    assert reviewed(story).digest() != before


def test_an_account_entered_after_the_fact_is_marked_as_recorded_later():
    story = under_way()
    story.report("can", report(on="2024-09-01"))

    (commitment,) = (one for one in reviewed(story).value()["commitments"] if one["id"] == "P1.I1")

    assert commitment["accounts"]["can"][0]["recorded_later"] is True


def test_the_sources_name_size_and_root_of_each_log():
    story = under_way()

    sources = reviewed(story).value()["sources"]

    assert sources.keys() == story.logs.keys()
    assert all(len(source["root"]) == 64 for source in sources.values())


def test_there_is_no_review_of_a_plan_that_is_not_in_effect():
    with pytest.raises(KeyError):
        review_of(under_way().register(), "plan-2099", PERIOD, texts={})


def test_three_parties_are_reviewed_as_two_are():
    story = under_way(("kor", "can", "jpn"))
    story.report("jpn", report(stage=Stage.DONE))
    story.report("kor", report(stage=Stage.DONE))

    review = reviewed(story)

    assert list(review.changes["P1.I1"]) == ["kor", "can", "jpn"]
    assert review.standing("P1.I1").comparison == "one-side"
    assert [matter.parties for matter in review.matters if matter.rule is Rule.ONE_SIDE_SILENT] == [("can",)]
