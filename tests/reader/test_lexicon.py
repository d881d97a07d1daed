"""Phrases are found in one pass: the longest wins, whole words only where asked, in reading order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from suivi.reader.lexicon import Lexicon


def test_the_longest_phrase_wins_over_one_it_begins_with():
    names = Lexicon({"corée": "kor", "corée du nord": "prk"}, whole=True)

    assert [meaning for *_, meaning in names.find("la corée et la corée  du nord", 0, 29)] == ["kor", "prk"]


def test_a_whole_word_is_not_found_inside_another():
    assert Lexicon({"an": 1}, whole=True).first("plan annuel", 0, 11) is None
    assert Lexicon({"an": 1}, stems=True).first("plan annuel", 0, 11) == (5, 7, 1)


def test_a_phrase_that_ends_in_a_blank_is_found_before_several():
    assert Lexicon({"방안 ": 1}).first("방안   모색", 0, 7) == (0, 5, 1)


def test_no_phrases_find_nothing():
    assert Lexicon({}).first("plan", 0, 4) is None


@given(
    phrases=st.sets(st.text("abc ", min_size=1, max_size=4).filter(lambda phrase: phrase == " ".join(phrase.split()))),
    flat=st.text("abc ", max_size=30),
)
def test_what_is_found_stands_there_and_never_overlaps(phrases, flat):
    found = list(Lexicon(dict.fromkeys(phrases, True)).find(flat, 0, len(flat)))

    assert all(" ".join(flat[start:end].split()) in phrases for start, end, _ in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
