"""Letters that a text of its language would not hold: what an officer is shown before agreeing to it.

- A letter of another script may look like one of ours and make other words of them: « а » (U+0430) is not “a”.
- They are legal, and nothing is refused for them: a name in Greek may belong there. A person looks.
- Expected are the Latin script, in Korean also Hangul and Chinese characters; digits, marks and signs are of every
  script. Source: exchange format, section 2, Text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LATIN: Final = "\u0000-\u024f\u1e00-\u1eff\u2100-\u214f"
_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_HAN: Final = "\u3005\u4e00-\u9fff\uf900-\ufaff"
_FOREIGN: Final = {True: re.compile(f"[^{_LATIN}{_HANGUL}{_HAN}]"), False: re.compile(f"[^{_LATIN}]")}
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class ForeignLetters:
    """A word, and the letters in it that its language does not use, each once, in order."""

    word: str
    letters: tuple[str, ...]


def foreign_letters(characters: str, *, language: str) -> Iterator[ForeignLetters]:
    """Every word of `characters` with letters outside the scripts of `language` (ISO 639-1), each word once, in order."""
    foreign = _FOREIGN[language == "ko"]
    told: set[str] = set()
    for word in _WORD.findall(characters) if foreign.search(characters) else ():
        letters = tuple(dict.fromkeys(letter for letter in foreign.findall(word) if _is_letter(letter)))
        if letters and word not in told:
            told.add(word)
            yield ForeignLetters(word, letters)


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"
