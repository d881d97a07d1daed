"""Source: a text made ready for the rules: its characters, a flat copy (`flat.py`), and what is known of its language.

Rules:
- findings are always spans of the original characters, never of the flat copy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from suivi.plan.text import Text
from suivi.reader.flat import Flat, flattened
from suivi.reader.languages import detected, language
from suivi.reader.languages.language import Language
from suivi.reader.patterns import compiled

_CAPITAL: Final = r"[A-ZÀ-Þ]"


@dataclass(frozen=True)
class Source:
    """`characters` as signed, `flat` for the patterns (same length), `language` with all it knows.

    `roles` of the document's blocks by the offset they start at (`plan.text.SourceBlock`); none for plain text.
    """

    characters: str
    flat: Flat
    language: Language
    roles: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def capitals(self) -> list[int]:
        """Where every capital stands, in order."""
        return [match.start() for match in compiled(_CAPITAL).finditer(self.characters)]


def source_of(text: Text) -> Source:
    """The text made ready; an empty `text.language` is detected. Raises `LanguageNotRead`."""
    flat = flattened(text.characters)
    known = language(text.language) if text.language else detected(flat)
    return Source(text.characters, flat, known, {block.start: block.role for block in text.blocks})
