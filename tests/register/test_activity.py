"""Where an activity stands once its steps have taken effect, with both parties played."""

import pytest

from suivi.modes.mode import START, AlreadySaid, FollowUp, Mode, OwnAnswer, Step, StepNotOpen
from suivi.plan.words import Words
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.marking import AMBER
from suivi.record.steps import By
from suivi.register.activity import Activity, Said
from suivi.register.reports import Comparison
from tests.register.correspondence import PLAN, opened, step, under_way
from tests.register.stories import DIALOGUE

# fmt: off
STEPS = (
    Step("adopt",   (START,),       "adopted",  By.ALL),
    Step("sign",    ("adopted",),   "signed",   By.EACH),
    Step("discuss", ("adopted",),   "",         By.OWN),
    Step("ask",     ("signed",),    "asked",    By.EITHER),
    Step("answer",  ("asked",),     "answered", By.EITHER, answers="ask"),
)
# fmt: on
NAMES = {
    name: Words(name, name, name) for name in [START, *(one.name for one in STEPS), *(one.reaches for one in STEPS)]
}
TREATY = Mode(
    name="treaty",
    edition=1,
    steps=STEPS,
    words=NAMES,
    names=Words("treaty", "traité", "조약"),
    follow_up=FollowUp.MEMORANDA,
)


def said(party, name, *, joint=False):
    return Said(
        party=party,
        step=name,
        details={},
        on="2026-02-25",
        log=f"suivi/{party}/pact",
        seq=0,
        id="0" * 32,
        leaf=bytes(32),
        at="2026-02-25T10:00:00Z",
        marking=AMBER,
        joint=joint,
    )


@pytest.fixture
def adopted():
    begun = Activity(id="a", plan=PLAN, mode=TREATY, parties=frozenset({"can", "kor"}))
    return begun.after(said("can", "adopt", joint=True))


def test_an_instrument_is_signed_only_when_each_party_has_signed(adopted):
    after_korea = adopted.after(said("kor", "sign"))
    after_canada = after_korea.after(said("can", "sign"))

    assert after_korea.state == "adopted"
    assert after_korea.heard == {"kor"}
    assert after_canada.state == "signed"
    assert after_canada.heard == frozenset()


def test_what_each_party_says_once_nobody_says_twice(adopted):
    after_korea = adopted.after(said("kor", "sign"))

    with pytest.raises(AlreadySaid):
        after_korea.after(said("kor", "sign"))
    assert [step.name for step in after_korea.open_to("kor")] == ["discuss"]
    assert [step.name for step in after_korea.open_to("can")] == ["sign", "discuss"]


def test_what_a_party_reports_alone_moves_nothing(adopted):
    assert adopted.after(said("kor", "discuss")).state == "adopted"


def test_a_step_that_is_not_open_is_refused_and_the_activity_stays(adopted):
    with pytest.raises(StepNotOpen):
        adopted.after(said("can", "ask"))

    assert adopted.state == "adopted"


def test_nobody_answers_his_own_question(adopted):
    asked = adopted.after(said("kor", "sign")).after(said("can", "sign")).after(said("can", "ask"))

    with pytest.raises(OwnAnswer):
        asked.after(said("can", "answer"))
    assert asked.after(said("kor", "answer")).state == "answered"


def concluded(story, provision="P1.I1"):
    """A dialogue from its opening to decisions sealed by all."""
    opening = story.write("can", opened(provision), subject=PLAN)
    for name in ("propose", "convene", "hold", "conclude"):
        story.deliver_all()
        taken = step(opening.header.id, name, **DIALOGUE[name])
        if name in ("convene", "conclude"):
            story.agree("kor", taken, subject=PLAN)
        else:
            story.write("kor", taken, subject=PLAN)
    return opening


def test_a_dialogue_runs_from_proposal_to_conclusion_and_its_conclusion_is_the_joint_account():
    story = under_way()
    opening = concluded(story)

    (standing,) = story.register().plans[PLAN].provisions[0].activities

    assert standing.id == opening.header.id
    assert standing.activity.state == "concluded"
    assert [one.joint for one in standing.activity.taken] == [False, True, False, True]
    assert story.register().plans[PLAN].provisions[0].comparison is Comparison.SEALED


def test_a_dialogue_renewed_after_its_conclusion_is_no_longer_the_joint_account():
    story = under_way()
    opening = concluded(story)
    renewed = step(opening.header.id, "renew", date="2026-03-01", level="ministers")
    story.write("can", renewed, subject=PLAN)

    assert story.register().plans[PLAN].provisions[0].comparison is Comparison.NEITHER


def test_a_joint_step_moves_the_activity_only_once_it_is_sealed_by_all():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    story.write("can", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)
    story.deliver_all()
    proposal = story.propose("kor", step(opening.header.id, "convene", **DIALOGUE["convene"]), subject=PLAN)
    story.deliver_all()
    story.concur("can", proposal, subject=PLAN)
    story.deliver_all()
    story.seal("kor", proposal, subject=PLAN)
    before = state(story)
    story.seal("can", proposal, subject=PLAN)

    assert (before, state(story)) == ("proposed", "convened")


def state(story):
    return story.register().plans[PLAN].provisions[0].activities[0].activity.state


def test_a_joint_step_that_is_no_longer_open_is_in_effect_as_a_text_and_moves_nothing():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    story.deliver_all()
    proposal = story.agree("kor", step(opening.header.id, "convene", **DIALOGUE["convene"]), subject=PLAN)

    register = story.register()

    assert register.joint_texts[proposal.leaf].in_effect
    assert [(aside.seq, aside.code) for aside in register.set_aside] == [(proposal.seq, "register.step-not-open")]
    assert state(story) == START


def test_of_two_steps_that_cross_the_one_placed_first_counts_in_both_capitals():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    story.deliver_all()
    for author in ("kor", "can"):
        story.write(author, step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)

    register = story.register()

    (taken,) = register.plans[PLAN].provisions[0].activities[0].activity.taken
    assert taken.party == "can"
    assert [aside.log for aside in register.set_aside] == ["suivi/kor/pact"]


def test_a_step_can_be_corrected_and_the_last_one_taken_back():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    first = story.write("can", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)
    details = DIALOGUE["propose"] | {"level": "leaders"}
    corrected = Corrected("step.taken", step(opening.header.id, "propose", on="2025-01-04", **details))
    story.write("can", corrected, supersedes=first, subject=PLAN)

    (taken,) = story.register().plans[PLAN].provisions[0].activities[0].activity.taken
    story.write("can", Withdrawn("error"), supersedes=first, subject=PLAN)

    assert (taken.details["level"], taken.on, taken.corrected, taken.seq) == ("leaders", "2025-01-04", 1, first.seq)
    assert state(story) == START


def test_a_step_already_taken_back_is_not_taken_back_again():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    first = story.write("can", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)
    for _ in range(2):
        story.write("can", Withdrawn("error"), supersedes=first, subject=PLAN)

    assert [aside.code for aside in story.register().set_aside] == ["change.withdrawn"]


def test_a_correction_turns_a_step_into_no_other_and_an_opening_only_into_other_titles():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    first = story.write("can", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)
    other = Corrected("step.taken", step(opening.header.id, "postpone", **DIALOGUE["postpone"]))
    story.write("can", other, supersedes=first, subject=PLAN)
    story.write("can", Corrected("activity.opened", opened("P1.I2")), supersedes=opening, subject=PLAN)

    assert [aside.code for aside in story.register().set_aside] == ["change.kind", "change.kind"]
