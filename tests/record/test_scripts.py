"""Letters of another script are told before anybody agrees to a text; those of its own language never are."""

import pytest

from suivi.record.scripts import foreign_letters


def told(characters, language):
    return [(found.word, "".join(found.letters)) for found in foreign_letters(characters, language=language)]


@pytest.mark.parametrize(
    ("characters", "language"),
    [
        ("The parties agree, at 20 °C and for €5, on №7 of “naïve” œuvres: ½ µm.", "en"),
        ("L’œuvre « Où ? » coûte 5 € à Nîmes — déjà.", "fr"),
        ("양측은 제1차 전략대화(戰略對話)를 G7 Summit 계기로 개최한다․ ㄱ항, 「부록」.", "ko"),
    ],
)
def test_a_text_in_the_letters_of_its_language_is_told_nothing_about(characters, language):
    assert told(characters, language) == []


def test_a_letter_that_only_looks_like_one_of_ours_is_told_with_its_word():
    assert told("The p\u0430rties \u0430gree; the p\u0430rties sign.", "en") == [
        ("p\u0430rties", "\u0430"),
        ("\u0430gree;", "\u0430"),
    ]
    assert told("양측은 \u03bfk 합의한다.", "ko") == [("\u03bfk", "\u03bf")]


def test_hangul_in_a_french_text_is_told_and_in_a_korean_one_not():
    assert told("Le dialogue 대화", "fr") == [("대화", "대화")]
    assert told("Le dialogue 대화", "ko") == []
