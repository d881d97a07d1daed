"""An undertaking: whatever no other mode fits."""

import pytest

from suivi.modes.mode import START, ActivityEnded
from suivi.modes.undertaking import MODE
from suivi.record.steps import By
from tests.modes.samples import answers


def taken(name, state):
    details = answers(next(step for step in MODE.steps if step.name == name))
    return MODE.step(name, state=state, details=details)


def test_either_side_begins_and_only_both_complete_or_abandon():
    assert taken("begin", START).by is By.EITHER
    assert taken("complete", "under-way").by is By.ALL
    assert taken("abandon", "under-way").by is By.ALL


def test_progress_is_reported_as_often_as_wanted_and_moves_nothing():
    assert taken("advance", "under-way").by is By.OWN
    assert "advance" in {step.name for step in MODE.open_steps("under-way")}


@pytest.mark.parametrize("state", ["completed", "abandoned"])
def test_what_is_over_is_over_and_the_officer_is_told_to_open_another(state):
    with pytest.raises(ActivityEnded) as caught:
        taken("advance", state)

    assert caught.value.code == "step-not-open"
    assert caught.value.advice("en") == "This activity has ended. Open a new one under the same commitment."
