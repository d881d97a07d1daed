"""Minutes bind once sealed by all; a decision stays open until everybody who owes it has said that it is settled."""

from dataclasses import replace

import pytest

from suivi.record.minutes import Closing, Decision, DecisionReported, MinutesAgreed, Outcome
from suivi.register.minutes import open_decisions
from tests.register.correspondence import PLAN, codes_of, under_way

CONTACTS = Decision(
    id="D1", words={"en": "Name contact points."}, parties=("can", "kor"), due_on="2025-06-30", provision="P1.I2"
)
PAPER = Decision(id="D2", words={"en": "Send the paper."}, parties=("kor",))
MINUTES = MinutesAgreed(on="2025-03-07", minutes={"en": "All was gone through."}, decisions=(CONTACTS, PAPER))


@pytest.fixture
def story():
    return under_way()


def agree(story, minutes=MINUTES):
    return story.agree("can", minutes, subject=PLAN)


def say(story, party, proposal, decision, outcome=Outcome.DONE, *, on="2025-05-01"):
    word = DecisionReported(
        minutes=proposal.leaf.hex(), decision=decision, outcome=outcome, account={"en": "So it is."}, on=on
    )
    return story.write(party, word, subject=PLAN)


def standing(story):
    return story.register().plans[PLAN].minutes[0]


def test_minutes_count_once_every_party_has_sealed_them(story):
    proposal = story.propose("can", MINUTES, subject=PLAN)
    before = story.register().plans[PLAN].minutes
    story.deliver_all()
    story.concur("kor", proposal, subject=PLAN)
    story.deliver_all()
    for party in story.codes:
        story.seal(party, proposal, subject=PLAN)

    assert before == ()
    assert standing(story).agreed == MINUTES


def test_minutes_put_on_record_by_one_party_alone_are_set_aside(story):
    story.write("can", MINUTES, subject=PLAN)

    assert codes_of(story.register()) == ["register.not-joint"]


def test_a_decision_that_both_owe_is_open_until_both_have_settled_it(story):
    proposal = agree(story)
    say(story, "can", proposal, "D1")
    half = standing(story).decision("D1").still_owed_by
    say(story, "kor", proposal, "D1", Outcome.DROPPED)

    assert half == ("kor",)
    assert not standing(story).decision("D1").is_open


def test_the_word_of_whoever_does_not_owe_a_decision_settles_nothing(story):
    proposal = agree(story)
    say(story, "can", proposal, "D2")

    assert standing(story).decision("D2").still_owed_by == ("kor",)


def test_a_party_may_say_later_that_a_decision_is_open_again(story):
    proposal = agree(story)
    say(story, "kor", proposal, "D2")
    say(story, "kor", proposal, "D2", Outcome.OPEN, on="2025-07-01")

    assert standing(story).decision("D2").is_open


def test_a_decision_is_overdue_only_after_its_day_and_only_while_open(story):
    agree(story)
    contacts = standing(story).decision("D1")

    assert [contacts.is_overdue(day) for day in ("2025-06-30", "2025-07-01")] == [False, True]
    assert not standing(story).decision("D2").is_overdue("2030-01-01")


def test_a_word_on_a_decision_nobody_took_is_set_aside(story):
    proposal = agree(story)
    say(story, "kor", proposal, "D9")

    assert codes_of(story.register()) == ["register.unknown-decision"]


def test_the_open_decisions_of_several_meetings_come_in_the_order_they_were_agreed(story):
    first = agree(story)
    agree(story, replace(MINUTES, on="2026-03-07", decisions=(PAPER,)))
    say(story, "kor", first, "D2")

    found = [
        (one.agreed.on, decision.decision.id) for one, decision in open_decisions(story.register().plans[PLAN].minutes)
    ]
    assert found == [("2025-03-07", "D1"), ("2026-03-07", "D2")]


def test_a_plan_without_minutes_has_the_digest_it_had_before_there_were_any(story):
    assert "minutes" not in story.register().plans[PLAN].value()


def test_minutes_that_close_a_review_name_its_data(story):
    closing = Closing(from_on="2024-07-18", to_on="2025-07-17", cut={"suivi/can/pact": 4}, digest="f" * 64)
    agree(story, replace(MINUTES, closing=closing))

    assert standing(story).value()["closing"]["digest"] == "f" * 64
