"""Two texts word by word: what is in both, only in the earlier, only in the later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.desk.compared import GONE, MOST_WORDS, NEW, SAME, Piece, compared

TEXTS = st.text(alphabet=st.sampled_from("ab가나 .\n’é"), max_size=60)


def of(pieces, without):
    return "".join(piece.words for piece in pieces if piece.fate != without)


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts_to_the_last_character(before, after):
    pieces = compared(before, after)

    assert of(pieces, NEW) == before
    assert of(pieces, GONE) == after


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", ()),
        ("One talk.", "One talk.", (Piece(SAME, "One talk."),)),
        ("One talk", "Two talk", (Piece(GONE, "One"), Piece(NEW, "Two"), Piece(SAME, " talk"))),
        ("회의를 열었다", "회의를 마쳤다", (Piece(SAME, "회의를 "), Piece(GONE, "열었다"), Piece(NEW, "마쳤다"))),
    ],
)
def test_words_are_compared_whole(before, after, pieces):
    assert compared(before, after) == pieces


def test_two_texts_that_share_next_to_nothing_stand_whole_one_after_the_other():
    before, after = "Nothing to report yet.", "Work began in May."

    assert compared(before, after) == (Piece(GONE, before), Piece(NEW, after))


def test_texts_too_long_for_words_are_compared_by_paragraphs():
    line = "word " * 50 + "\n"
    before = line * (MOST_WORDS // 50)
    pieces = compared(before, before + "One more.\n")

    assert [piece.fate for piece in pieces] == [SAME, NEW]
    assert pieces[-1].words == "One more.\n"
