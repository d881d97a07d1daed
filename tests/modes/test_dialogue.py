"""A dialogue: proposed by one side, convened and concluded by both, and begun again."""

import pytest

from suivi.modes.dialogue import MODE
from suivi.modes.mode import START, DetailNotSound, StepNotOpen
from suivi.record.steps import By
from tests.modes.samples import answers


def walked(*names):
    """The state an activity is in after these steps, each in effect."""
    state = START
    for name in names:
        details = answers(next(step for step in MODE.steps if step.name == name))
        state = MODE.step(name, state=state, details=details).reaches
    return state


def test_a_dialogue_runs_from_proposal_to_agreed_decisions():
    assert walked("propose", "convene", "hold", "conclude") == "concluded"


def test_a_concluded_dialogue_can_be_renewed_every_year():
    year = ("convene", "hold", "conclude", "renew")

    assert walked("propose", *year, *year) == "proposed"


def test_a_dialogue_can_be_postponed_until_it_is_held():
    assert walked("propose", "postpone", "propose", "convene", "postpone") == "postponed"
    with pytest.raises(StepNotOpen):
        walked("propose", "convene", "hold", "postpone")


def test_only_both_sides_convene_and_conclude():
    assert {step.name for step in MODE.steps if step.by is By.ALL} == {"convene", "conclude"}


def test_a_dialogue_has_no_end_of_its_own():
    assert MODE.ends == ()


def test_an_officer_is_told_in_french_what_is_possible_instead():
    with pytest.raises(StepNotOpen) as caught:
        MODE.step("hold", state="proposed", details={})

    assert caught.value.sentence("fr") == (
        "L’étape «\u00a0tenir\u00a0» est impossible tant que l’activité est à l’état «\u00a0proposé\u00a0»."
    )
    assert (
        caught.value.advice("fr")
        == "Choisissez parmi\u00a0: convoquer, reporter, décrire la série de réunions, donner l’heure."
    )
    assert caught.value.sentence("ko") == "활동이 ‘제안됨’ 상태일 때에는 ‘개최’ 단계를 진행할 수 없습니다."


def test_an_officer_who_writes_a_year_with_a_slip_is_told_what_is_asked():
    with pytest.raises(DetailNotSound) as caught:
        MODE.step("propose", state=START, details={"date": "20266-03-31", "level": "ministers"})

    assert caught.value.sentence("en") == "“propose” cannot take this detail as it is written: Date."
    assert "2026-03-31" in caught.value.advice("ko")
