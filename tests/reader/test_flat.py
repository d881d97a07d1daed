"""The flat copy keeps every place, and knows where its words stand: what is looked for there is what a plain search finds."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from suivi.reader.flat import flattened
from suivi.reader.languages import language
from suivi.reader.lexicon import Lexicon

WORDS = (
    "nous renforcerons engagent-ils vice-présidera l'accord d'ici g7 2030 agenda 2+2 21st 2e will agree agreed to re-affirm co-chair 2021and "
    "the annual visits chaque année une fois par an meeting du conseil of the ministers vont ont convenu de x²ra _will will_ Élargir État Ⅷ "
    "İstanbul nations unies united nations u.s. etats-unis — « ( ) » , ; : . ' - _ 5 é \u00a0 \u2019 \u3000 가 양국은"
).split(" ")
SALAD = st.lists(st.sampled_from(WORDS), max_size=30)
GLUE = st.sampled_from(["", " ", " ", " ", "  ", "\n", "'", "-"])


@st.composite
def salads(draw):
    return "".join(word + draw(GLUE) for word in draw(SALAD))


@st.composite
def windows(draw):
    characters = draw(salads())
    start = draw(st.integers(0, len(characters)))
    return characters, start, draw(st.integers(start, len(characters)))


def every_lexicon(tag):
    known = language(tag)
    return [
        known.cues.verbs,
        known.cues.objects,
        known.cues.of_kinds,
        known.times.recurrences,
        known.names.acronyms,
        known.parties,
    ]


@given(characters=salads() | st.text(max_size=40))
def test_the_flat_copy_has_a_character_for_each_and_one_spelling(characters):
    flat = flattened(characters)

    assert len(flat) == len(characters)
    assert not any(mark.isspace() and mark <= "\u3000" for mark in flat.replace(" ", ""))
    assert not set(flat) & set("‘’ʼ′´`‐‑：；，（）．İ")


@settings(max_examples=100)
@given(window=windows())
@example(window=("annual visits", 0, 9))
@example(window=("2+2 meeting", 0, 11))
@pytest.mark.parametrize("tag", ["en", "fr", "ko"])
def test_phrases_are_found_at_the_words_that_begin_them_as_at_every_letter(tag, window):
    characters, start, end = window
    flat = flattened(characters)

    for lexicon in every_lexicon(tag):
        assert list(lexicon.find(flat, start, end)) == list(lexicon.find(str(flat), start, end))
        assert lexicon.first(flat, start, end) == lexicon.first(str(flat), start, end)


@settings(max_examples=100)
@given(window=windows())
@example(window=("vice-présidera", 5, 14))
@example(window=("l'un 2021accueillera", 0, 20))
@pytest.mark.parametrize("tag", ["en", "fr"])
def test_finite_verbs_are_found_at_the_words_that_may_be_some_as_at_every_word(tag, window):
    characters, start, end = window
    flat = flattened(characters)
    predicates = language(tag).grammar().predicates

    assert predicates.find(flat, start, end) == predicates.find(str(flat), start, end)


def test_a_phrase_that_does_not_begin_with_a_letter_is_looked_for_everywhere():
    flat = flattened("the «2+2» meets")

    assert Lexicon({"«2+2": 1}, stems=True).first(flat, 0, len(flat)) == (4, 8, 1)


def test_thousands_of_kinds_of_mark_do_not_make_the_words_slow_to_take_down():
    flat = flattened("".join(chr(code) + "word " for code in range(0x2190, 0x2E00)) * 40)

    began = time.process_time()
    assert Lexicon({"word": 1}, whole=True).first(flat, 0, len(flat)) is not None
    assert time.process_time() - began < 2
