"""Which answers to the details of a step are sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.modes.asks import ASKS, EXPECTED, FIRST_DAY, LAST_DAY, Ask, Form, day_is_sound
from suivi.modes.mode import OwnAnswer
from suivi.plan.words import LANGUAGES, Words
from suivi.record.steps import STEP
from tests.modes.samples import answer

NUMBER = Ask(name="places", form=Form.NUMBER, words=Words(en="Places", fr="Places", ko="인원"))


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS.keys())
def test_every_detail_has_a_code_words_and_a_sound_answer(ask):
    assert STEP.fullmatch(ask.name)
    assert ASKS[ask.name] is ask
    assert ask.unsound(answer(ask.name)) is None
    assert bool(ask.choices) == (ask.form is Form.CHOICE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_details_or_choices_are_called_the_same(language):
    assert len({ask.words.in_(language) for ask in ASKS.values()}) == len(ASKS)
    for ask in ASKS.values():
        assert len({words.in_(language) for words in ask.choices.values()}) == len(ask.choices)


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_every_day_from_1900_to_2200_is_sound(day):
    assert day_is_sound(day.isoformat())


@given(st.dates().filter(lambda day: not FIRST_DAY <= day <= LAST_DAY))
def test_a_day_farther_off_is_not(day):
    assert not day_is_sound(day.isoformat())


@pytest.mark.parametrize(
    "written",
    [
        *("2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-W01-1", "31/03/2026", "9999-12-31", "12026-01-01"),
        *("1899-12-31", "2201-01-01", "٢٠٢٦-٠١-٠١", "2026-01-01\n", " 2026-01-01", "tomorrow"),
    ],
)
def test_an_absurd_day_is_refused_and_the_officer_told_what_is_asked(written):
    assert ASKS["date"].unsound(written) == EXPECTED[Form.DAY]


@pytest.mark.parametrize("written", ["0", "7", "12000", "999999999999"])
def test_a_whole_number_in_digits_is_sound(written):
    assert NUMBER.unsound(written) is None


@pytest.mark.parametrize("written", ["-1", "007", "1.5", "1 000", "1e3", "about ten", "1000000000000", "٧"])
def test_any_other_number_is_not(written):
    assert NUMBER.unsound(written) == EXPECTED[Form.NUMBER]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("level", "kings"),
        ("place", "a" * 201),
        ("place", "Ottawa\nSéoul"),
        ("agenda", "in no language"),
        ("agenda", {"fr": "a" * 20_001}),
        ("agenda", {"fr": "Un point", "ko": " "}),
        ("agenda", {"french": "Un point"}),
        ("date", {"fr": "2026-03-31"}),
    ],
)
def test_an_answer_of_another_form_is_refused(name, written):
    assert ASKS[name].unsound(written) == EXPECTED[ASKS[name].form]


def test_a_long_text_is_sound_up_to_the_limit():
    assert ASKS["decisions"].unsound({"ko": "가" * 20_000}) is None
    assert ASKS["place"].unsound("가" * 200) is None


def test_who_answers_himself_is_told_to_wait():
    refusal = OwnAnswer(step=Words(en="acknowledge", fr="accuser réception", ko="접수 확인"))

    assert "« accuser réception »".replace(" »", "\u00a0»").replace("« ", "«\u00a0") in refusal.sentence("fr")
    assert "접수 확인" in refusal.sentence("ko")
    assert refusal.advice("en").startswith("Wait")
