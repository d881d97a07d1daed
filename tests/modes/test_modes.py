"""What holds of every mode: a new file in `suivi/modes` is taken up here by itself."""

import json
import pkgutil
import re
from pathlib import Path

import pytest

import suivi.modes
from suivi.modes import MODES, NAMES, mode_of
from suivi.modes.asks import ASKS, Form
from suivi.modes.mode import (
    FOLLOW_UPS,
    START,
    STAYS,
    ActivityEnded,
    DetailMissing,
    DetailNotSound,
    FollowUp,
    StepNotOpen,
)
from suivi.plan.words import LANGUAGES
from suivi.reader import modes as suggested
from suivi.record.schema import MODE
from suivi.record.steps import STEP, By
from tests.modes.samples import answers

EDITIONS = json.loads((Path(__file__).parent / "editions.json").read_text(encoding="utf-8"))
HOUSE = (
    "dialogue instrument implementation information study advocacy project capacity early_warning mutual_aid patrol "
    "season mobility undertaking"
)
ALL_EDITIONS = [edition for mode in MODES.values() for edition in (*mode.earlier, mode)]

every_edition = pytest.mark.parametrize("mode", ALL_EDITIONS, ids=lambda mode: f"{mode.name}-{mode.edition}")
every_step = pytest.mark.parametrize(
    ("mode", "step"), [pytest.param(m, s, id=f"{m.name}-{m.edition}-{s.name}") for m in ALL_EDITIONS for s in m.steps]
)


def test_every_file_of_the_folder_is_a_mode_of_its_own_name():
    files = {found.name for found in pkgutil.iter_modules(suivi.modes.__path__)} - {"mode", "asks"}

    assert set(MODES) == files


def test_the_fourteen_modes_a_reader_can_suggest_each_have_a_file():
    assert set(HOUSE.split()) == set(suggested.NAMES) <= set(MODES) == set(NAMES)
    assert all(MODE.fullmatch(name) for name in NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_modes_are_called_the_same(language):
    assert len({words.in_(language) for words in NAMES.values()}) == len(NAMES)


def test_every_kind_of_follow_up_that_seoul_knows_is_that_of_some_mode():
    assert {mode.follow_up for mode in MODES.values()} == set(FollowUp) == set(FOLLOW_UPS)


def test_an_activity_keeps_the_edition_it_was_opened_under():
    assert all(mode_of(mode.name, mode.edition) is mode for mode in ALL_EDITIONS)
    assert mode_of("dialogue", 999) is None
    assert mode_of("unheard_of", 1) is None


@every_edition
def test_every_state_can_be_reached(mode):
    reached, seen = {START}, set()
    while seen != reached:
        seen = set(reached)
        reached |= {step.reaches for state in seen for step in mode.open_steps(state) if step.by is not By.OWN}

    assert reached == set(mode.states)
    assert {state for step in mode.steps for state in step.leaves} <= reached


@every_edition
def test_a_state_no_step_leaves_is_meant_to_be_an_end(mode):
    moving = {state for step in mode.steps if step.by is not By.OWN for state in step.leaves}

    assert set(mode.states) - moving == set(mode.ends)


@every_edition
def test_the_words_of_steps_and_states_are_complete_and_no_code_is_both(mode):
    steps, states = [step.name for step in mode.steps], list(mode.states)

    assert sorted(mode.words) == sorted([*steps, *states])
    for language in LANGUAGES:
        assert len({mode.words[name].in_(language) for name in steps}) == len(steps)
        assert len({mode.words[name].in_(language) for name in states}) == len(states)


@every_edition
def test_codes_are_lower_case_with_hyphens(mode):
    codes = [*(step.name for step in mode.steps), *mode.states]

    assert all(STEP.fullmatch(code) and not code.endswith("-") for code in codes)


@every_edition
def test_every_word_is_lower_case_so_that_it_can_stand_in_a_sentence(mode):
    for words in mode.words.values():
        assert not re.match(r"[A-ZÀ-Þ]", words.en + words.fr)


@every_edition
def test_at_most_one_step_of_each_leaves_a_state(mode):
    for state in mode.states:
        assert sum(step.by is By.EACH for step in mode.open_steps(state)) <= 1


@every_edition
def test_only_a_step_of_ones_own_moves_nothing(mode):
    assert all((step.reaches == STAYS) == (step.by is By.OWN) for step in mode.steps)


@every_edition
def test_a_step_is_listed_once_and_answers_a_step_of_the_same_table(mode):
    names = [step.name for step in mode.steps]

    assert len(set(names)) == len(names)
    assert all(step.answers in {None, *names} - {step.name} for step in mode.steps)


@every_edition
def test_every_detail_a_step_asks_for_is_known_and_asked_once(mode):
    for step in mode.steps:
        assert len(set(step.asks)) == len(step.asks) > 0
        assert set(step.asks) <= set(ASKS)


@every_edition
def test_a_clock_waits_for_a_step_that_becomes_possible_and_is_told_when_by_a_step_before(mode):
    steps = {step.name: step for step in mode.steps}
    for clock in mode.clocks:
        assert steps[clock.stops].leaves
        assert ASKS[clock.by].form in {Form.DAY, Form.NUMBER} or clock.by == "cadence"
        assert any(clock.by in step.asks for step in mode.steps)
        if clock.each:
            assert clock.each in steps[clock.starts].asks
            assert clock.each in steps[clock.stops].asks
        if clock.only:
            assert clock.only[1] in ASKS[clock.only[0]].choices
            assert any(clock.only[0] in step.asks for step in mode.steps)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_a_yearly_review_asks_of_every_step_and_of_no_other(mode):
    asked = [step for question in mode.questions for step in question.steps]

    assert sorted(asked) == sorted(step.name for step in mode.steps)
    for language in LANGUAGES:
        said = [question.words.in_(language) for question in mode.questions]
        assert len(set(said)) == len(said) > 1
        assert all(words and not re.match(r"[A-ZÀ-Þ]", words) for words in said)


@every_edition
def test_a_published_table_never_changes(mode):
    # A changed table is another edition: give it the next number, keep this one in `earlier`; `make modes` freezes it.
    assert EDITIONS[mode.name][str(mode.edition)] == mode.digest()


def test_every_published_edition_is_still_here():
    assert {name: sorted(editions, key=int) for name, editions in EDITIONS.items()} == {
        mode.name: [str(edition.edition) for edition in (*mode.earlier, mode)] for mode in MODES.values()
    }


def test_every_detail_is_asked_for_by_some_step():
    assert {ask for mode in ALL_EDITIONS for step in mode.steps for ask in step.asks} == set(ASKS)


@every_step
def test_a_step_with_sound_details_may_be_taken_wherever_it_leaves(mode, step):
    for state in step.leaves:
        assert mode.step(step.name, state=state, details=answers(step)) == step


@every_step
def test_a_step_is_refused_in_every_other_state_with_the_open_ones_named(mode, step):
    for state in set(mode.states) - set(step.leaves):
        with pytest.raises(StepNotOpen) as caught:
            mode.step(step.name, state=state, details=answers(step))
        _says(caught.value, mode.words[step.name], mode.words[state])
        assert isinstance(caught.value, ActivityEnded) == (mode.open_steps(state) == ())
        for possible in mode.open_steps(state):
            assert all(mode.words[possible.name].in_(lang) in caught.value.advice(lang) for lang in LANGUAGES)


@every_step
@pytest.mark.parametrize("blank", ["", "  ", "\n", "\u00a0", {}, {"fr": ""}, {"fr": " ", "ko": "\n"}, ...])
def test_a_step_is_refused_while_a_detail_is_blank(mode, step, blank):
    for ask in step.asks:
        details = {name: given for name, given in (answers(step) | {ask: blank}).items() if given is not ...}
        with pytest.raises(DetailMissing) as caught:
            mode.step(step.name, state=step.leaves[0], details=details)
        _says(caught.value, mode.words[step.name], ASKS[ask].words)


@every_step
def test_a_step_is_refused_with_a_detail_it_does_not_ask_for(mode, step):
    with pytest.raises(DetailNotSound) as caught:
        mode.step(step.name, state=step.leaves[0], details=answers(step) | {"aside": "a word to the wise"})

    assert "aside" in caught.value.sentence("ko")


@every_step
def test_a_step_is_refused_with_a_detail_of_another_form(mode, step):
    for ask in step.asks:
        other = "one line" if ASKS[ask].form is Form.PROSE else {"fr": "Deux décisions."}
        with pytest.raises(DetailNotSound) as caught:
            mode.step(step.name, state=step.leaves[0], details=answers(step) | {ask: other})
        _says(caught.value, mode.words[step.name], ASKS[ask].words)


@every_edition
def test_a_step_of_another_mode_is_refused(mode):
    with pytest.raises(StepNotOpen) as caught:
        mode.step("levitate", state=START, details={})

    assert caught.value.code == "step-not-open"
    assert "levitate" in caught.value.sentence("fr")


def _says(refusal, *named):
    for language in LANGUAGES:
        assert all(words.in_(language) in refusal.sentence(language) for words in named)
        assert refusal.advice(language)
        assert "{" not in refusal.sentence(language) + refusal.advice(language)


@every_edition
def test_the_course_of_a_mode_passes_states_of_its_table_each_once(mode):
    assert mode.course
    assert set(mode.course) <= set(mode.states) - {START}
    assert len(set(mode.course)) == len(mode.course)
    assert mode.course[0] in {step.reaches for step in mode.open_steps(START)}


def test_the_course_of_an_instrument_ends_in_force_and_that_of_a_study_in_its_conclusion():
    assert MODES["instrument"].course == ("mandated", "adopted", "signed", "ratified", "in-force")
    assert MODES["study"].course == ("scoped", "concluded")  # what is abandoned has left the course
    assert MODES["dialogue"].course == ("proposed", "convened", "held", "concluded")  # postponed is no stop on it
