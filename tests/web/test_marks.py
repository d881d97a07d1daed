"""The mark of a commitment, drawn from states and a comparison; see the page of the look."""

import itertools
import re

import pytest

from suivi.publish.lintel import column, glyph, lintel

STAGES = (None, "done", "under-way", "planned", "mentioned", "stopped")


def test_same_step_is_level_and_joint_is_filled() -> None:
    assert '<path class="level" d="M1 4H31"/>' in lintel(("done", "done"), "same")
    assert 'class="both"' in lintel(("done", "done"), "sealed")
    assert 'class="both"' in lintel((None, None), "sealed")


def test_other_details_break_the_lintel_in_two() -> None:
    assert '<path class="broken" d="M0 4H13M19 4H32"/>' in lintel(("done", "done"), "details-differ")


def test_accounts_that_differ_tilt_towards_the_side_that_says_less() -> None:
    assert '<path class="tilt" d="M2 16.5L30 -2.2"/>' in lintel(("planned", "done"), "differ")
    assert '<path class="tilt" d="M2 -2.2L30 16.5"/>' in lintel(("done", "planned"), "differ")


@pytest.mark.parametrize("comparison", ["one-side", "neither"])
def test_silence_carries_nothing(comparison: str) -> None:
    drawn = lintel((None, "done" if comparison == "one-side" else None), comparison)

    assert not re.search("level|tilt|broken|both", drawn)
    assert 'class="silent"' in drawn


def test_two_stages_of_one_height_still_tilt() -> None:
    start, end = _tilt(lintel(("planned", "stopped"), "differ"))

    assert start != end


@pytest.mark.parametrize("states", list(itertools.product(STAGES, repeat=3)))
def test_with_three_parties_a_tilted_lintel_never_cuts_a_column(states: tuple[str | None, ...]) -> None:
    drawn = lintel(states, "differ")
    heights = {"done": 20.0, "under-way": 14.0, "planned": 8.0, "mentioned": 5.0, "stopped": 8.0}
    left, right = _tilt(drawn)

    for place, state in enumerate(states):
        centre = 7.0 + 18.0 * place
        beam = left + (right - left) * (centre - 2) / 46
        assert beam < 26.4 - heights.get(state or "", 0.0)


def test_the_size_is_a_class_and_three_parties_widen_the_picture() -> None:
    assert 'class="lintel l32" viewBox="0 0 32 28"' in lintel(("done", None), "one-side", size="l32")
    assert 'class="lintel wide" viewBox="0 0 50 28"' in lintel(("done", None, None), "one-side")


@pytest.mark.parametrize("stage", [*STAGES, "unheard-of"])
def test_every_picture_is_hidden_from_screen_readers_and_styled_by_class_only(stage: str | None) -> None:
    for drawn in (lintel((stage, "done"), "differ"), column(stage), glyph(stage)):
        assert 'aria-hidden="true"' in drawn
        assert "style" not in drawn


def _tilt(drawn: str) -> tuple[float, float]:
    found = re.search(r'class="tilt" d="M2 ([-\d.]+)L\d+ ([-\d.]+)"', drawn)
    assert found is not None
    return float(found[1]), float(found[2])
