"""A study lived through: taken up in talks, scoped, looked into, concluded or given up."""

import pytest

from suivi.modes import MODES, mode_of
from suivi.modes.mode import START, ActivityEnded, StepNotOpen

QUESTION = {"en": "How can ReCAAP help?"}
TALKS = {"question": QUESTION, "outcome": {"en": "Both will look into it"}}
SCOPE = {"question": QUESTION, "lead": "Korea Coast Guard", "until": "2026-12-01"}


def test_a_question_is_taken_up_in_talks_before_its_scope_is_set_and_after():
    study = MODES["study"]

    assert study.step("take-up", state=START, details=TALKS).reaches == ""
    assert study.step("take-up", state="scoped", details=TALKS).reaches == ""
    assert study.words[START].en == "scope not set yet"


def test_nothing_is_concluded_before_the_scope_is_set():
    with pytest.raises(StepNotOpen):
        MODES["study"].step("conclude", state=START, details={"outcome": QUESTION, "recommendations": QUESTION})
    assert MODES["study"].step("scope", state=START, details=SCOPE).reaches == "scoped"


def test_a_question_may_be_given_up_before_its_scope_is_set_and_then_rests():
    assert MODES["study"].step("abandon", state=START, details={"reason": QUESTION}).reaches == "abandoned"
    with pytest.raises(ActivityEnded):
        MODES["study"].step("find", state="abandoned", details={"findings": QUESTION})


def test_a_study_of_the_first_edition_takes_nothing_up_before_its_scope():
    with pytest.raises(StepNotOpen):
        mode_of("study", 1).step("take-up", state=START, details=TALKS)
