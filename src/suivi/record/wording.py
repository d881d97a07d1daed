"""Wording: which characters a string meant for people may hold (text profile `latin-hangul-1`).

- The only control character is LF; what cannot be seen, or changes the direction of what is seen, is
  refused; so is what Unicode 14.0.0 does not know; what remains must be in form NFC.
- The verdict must not depend on the interpreter: unassigned code points are refused before NFC is asked,
  because composition of assigned characters never changes between versions of Unicode.
- Source: exchange format, section 2, Text. U+00A0 and U+202F stay legal: French needs them.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from suivi.log.fault import Fault
from suivi.record.unicode_14 import UNASSIGNED

PROFILE: Final = "latin-hangul-1"

# Characters that are sound in any company: none combines, none is forbidden, all are older than Unicode 14.
# Everyday English, French and Korean need no others, so almost every string is decided by this one match.
_EVERYDAY: Final = re.compile(
    "[\n\x20-\x7e\xa0-\xac\xae-\u017f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff"
    "\u25a0-\u25ff\u3001-\u301b\u4e00-\u9ffc\uac00-\ud7a3]*"
)
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_FORBIDDEN: Final = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    "\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0000-\U000e0fff"  # unseen
    "\u2028\u2029"  # line separators
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"  # surrogates, private use
    "\ufdd0-\ufdef" + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)  # fmt: skip


def check_wording(characters: str, *, at: str) -> None:
    """Nothing, if every character may stand in a text; `at` is the path named in the fault.

    Raises `Fault` text.control, text.forbidden, text.unassigned or text.nfc; `got` names the first
    offending code point and its position, in code points from 0.
    """
    if _EVERYDAY.fullmatch(characters):
        return
    _refuse_any(_CONTROL, characters, "text.control", "no control character but the line feed", at)
    _refuse_any(_FORBIDDEN, characters, "text.forbidden", "characters that can be seen", at)
    _refuse_any(_unassigned(), characters, "text.unassigned", "characters of Unicode 14.0.0", at)
    if not unicodedata.is_normalized("NFC", characters):
        raise Fault("text.nfc", got=_first_difference(characters), expected="form NFC", at=at)


def _refuse_any(pattern: re.Pattern[str], characters: str, code: str, expected: str, at: str) -> None:
    if found := pattern.search(characters):
        raise Fault(code, got=_place(characters, found.start()), expected=expected, at=at)


@cache
def _unassigned() -> re.Pattern[str]:
    return re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in UNASSIGNED) + "]")


def _first_difference(characters: str) -> str:
    composed = unicodedata.normalize("NFC", characters)
    pairs = enumerate(zip(characters, composed, strict=False))
    index = next((index for index, (ours, theirs) in pairs if ours != theirs), len(composed))
    return _place(characters, index)


def _place(characters: str, index: int) -> str:
    return f"U+{ord(characters[index]):04X} at {index}"
