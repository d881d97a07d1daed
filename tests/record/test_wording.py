"""Which characters a text may hold: the profile both capitals read by."""

import re
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.fault import Fault
from suivi.record import wording
from suivi.record.unicode_14 import UNASSIGNED
from suivi.record.wording import check_wording
from tests.record.entries import fault_of

IS_14 = unicodedata.unidata_version == "14.0.0"


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met in Ottawa.\nThey agreed on the next step.",
        "Les parties ont convenu\u00a0: « suivi »\u202f; cœur, Noël, Zoë – 20\u00a0000\u00a0$ … l’été",
        "양측은 외교·국방(2+2) 장관회의에서 ‘후속조치’에 합의하였다. 「한-캐나다 자유무역협정」",
        "大韓民國 Ⅲ급비밀 Łódź Ελλάδα → 100 €",
        "옛한글 \u1112\u119e\u11ab",  # conjoining letters that no modern syllable composes
        "👩 met 👨",
    ],
)
def test_the_writing_of_both_governments_is_sound(text):
    assert check_wording(text, at="account") is None


@pytest.mark.parametrize("text", ["e\u0301te\u0301", unicodedata.normalize("NFD", "협정"), "\u212b", "a\u2001b"])
def test_decomposed_writing_is_named_j11(text):
    assert fault_of(check_wording, text, at="account.fr") == ("text.nfc", "account.fr")


@pytest.mark.parametrize(
    "character",
    [
        *("\u202e", "\u061c", "\u2066", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u3164", "\u115f", "\uffa0", "\ufe0f"),
        *("\u2028", "\u2029", "\ue000", "\U000f0000", "\U0010fffd", "\ufdd0", "\uffff", "\U0010ffff", "\U000e0041"),
        *("\ud800", "\udfff", "\U000e0fff", "\u2064"),
    ],
)
def test_what_is_unseen_or_turns_the_reading_is_named_j12(character):
    assert fault_of(check_wording, f"agreed{character}text", at="texts.en") == ("text.forbidden", "texts.en")


@pytest.mark.parametrize("character", ["\0", "\t", "\r", "\x1b", "\x7f", "\x85", "\x9f"])
def test_controls_other_than_the_line_feed_are_named_j13(character):
    assert fault_of(check_wording, f"a{character}b", at="name") == ("text.control", "name")


@pytest.mark.parametrize("character", ["\u0378", "\U0001fae8", "\U00031350", "\u2fe0"])
def test_characters_newer_than_unicode_14_are_named_j13(character):
    assert fault_of(check_wording, f"a{character}b", at="name") == ("text.unassigned", "name")


def test_a_fault_names_the_first_offending_character_and_where_it_stands():
    with pytest.raises(Fault) as caught:
        check_wording("abc\u202edef\u202e", at="texts.en")

    assert caught.value.got == "U+202E at 3"


def test_a_decomposed_letter_is_found_where_it_stands():
    with pytest.raises(Fault) as caught:
        check_wording("abce\u0301", at="texts.fr")

    assert caught.value.got == "U+0065 at 3"


def test_a_missing_composition_at_the_end_is_found_too():
    with pytest.raises(Fault) as caught:
        check_wording("한\u1112\u1161", at="texts.ko")

    assert caught.value.got == "U+1112 at 1"


def test_the_table_has_698_ranges_in_order():
    assert len(UNASSIGNED) == 698
    assert all(first <= last for first, last in UNASSIGNED)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(UNASSIGNED))


@pytest.mark.skipif(not IS_14, reason="NOT RUN: needs an interpreter of Unicode 14.0.0 to compare the table with")
def test_the_table_is_that_of_unicode_14():
    in_table = {code for first, last in UNASSIGNED for code in range(first, last + 1)}

    assert in_table == {code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cn"}


@pytest.mark.skipif(not IS_14, reason="NOT RUN: needs an interpreter of Unicode 14.0.0")
def test_every_code_point_alone_is_judged_by_its_category():
    # Planes 0 and 1, the language tags and selectors, and the edges of the private planes.
    for code in (*range(0x20000), *range(0xDFF00, 0xE1100), *range(0xEFF00, 0xF0100), *range(0x10FF00, 0x110000)):
        character = chr(code)
        assert _code(character) == _expected(character), f"U+{code:04X}"


def test_everyday_characters_never_combine_so_the_short_way_is_the_long_way():
    everyday = [chr(code) for code in range(sys.maxunicode + 1) if wording._EVERYDAY.fullmatch(chr(code))]

    assert len(everyday) > 30_000
    assert all(unicodedata.combining(character) == 0 for character in everyday)
    assert not any("\u1100" <= character <= "\u11ff" for character in everyday)
    assert all(unicodedata.is_normalized("NFC", f"e{character}{character}한{character}") for character in everyday)


@given(st.text(max_size=40))
def test_what_is_sound_is_composed_and_whatever_is_not_has_one_of_four_names(text):
    code = _code(text)

    assert code in {"", "text.nfc", "text.control", "text.forbidden", "text.unassigned"}
    assert code != "" or unicodedata.is_normalized("NFC", text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40), st.sampled_from("\u202e\u200b\u2028"))
def test_one_hidden_character_is_found_in_any_latin_text(text, hidden):
    assert _code(f"{text.translate(_NO_CONTROLS)}{hidden}") == "text.forbidden"


_NO_CONTROLS = {code: None for code in range(0xA0) if code < 32 or code > 126}
_HIDDEN = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u115f\u1160\u3164\uffa0"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff\u2028\u2029]"
)


def _code(text):
    try:
        check_wording(text, at="")
    except Fault as fault:
        return fault.code
    return ""


def _expected(character):
    """The verdict worked out from the categories of the Unicode database instead of from ranges."""
    category, code = unicodedata.category(character), ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    if category == "Cc":
        return "" if character == "\n" else "text.control"
    if _HIDDEN.match(character) or category in {"Co", "Cs"} or noncharacter:
        return "text.forbidden"
    if category == "Cn":
        return "text.unassigned"
    return "" if unicodedata.is_normalized("NFC", character) else "text.nfc"
