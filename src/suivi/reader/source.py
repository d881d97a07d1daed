"""Source: a text made ready for the rules: its characters, a flat copy, and what is known of its language.

Rules:
- the flat copy has as many characters as the text, so an offset means the same place in both;
- it is in lower case, every blank is a space, apostrophes and hyphens are straight: patterns need one spelling;
- findings are always spans of the original characters, never of the flat copy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from suivi.plan.text import Text
from suivi.reader.languages import detected, language
from suivi.reader.languages.language import Language

_APOSTROPHES = "\u2018\u2019\u02bc\u2032\u00b4\u0060"
_HYPHENS = "\u2010\u2011"
_FULL_WIDTH = {"：": ":", "；": ";", "，": ",", "（": "(", "）": ")", "．": "."}


@dataclass(frozen=True, slots=True)
class Source:
    """`characters` as signed, `flat` for the patterns (same length), `language` with all it knows.

    `roles` of the document's blocks by the offset they start at (`plan.text.SourceBlock`); none for plain text.
    """

    characters: str
    flat: str
    language: Language
    roles: Mapping[int, str] = field(default_factory=dict)


def source_of(text: Text) -> Source:
    """The text made ready; an empty `text.language` is detected. Raises `LanguageNotRead`."""
    flat = flattened(text.characters)
    known = language(text.language) if text.language else detected(flat)
    return Source(text.characters, flat, known, {block.start: block.role for block in text.blocks})


def flattened(characters: str) -> str:
    """The flat copy: one character for each, lower case, single kinds of blank, apostrophe and hyphen."""
    return characters.translate(_spellings()).lower()


@cache
def _spellings() -> dict[int, str]:
    blanks = (code for code in range(0x3001) if chr(code).isspace())
    spellings = dict.fromkeys(blanks, " ")
    spellings |= {ord(mark): "'" for mark in _APOSTROPHES} | {ord(mark): "-" for mark in _HYPHENS}
    spellings |= {ord(wide): narrow for wide, narrow in _FULL_WIDTH.items()}
    # The one letter whose lower case is two characters (Unicode SpecialCasing, U+0130).
    return spellings | {0x0130: "i"}
