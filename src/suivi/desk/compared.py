"""What changed between two texts, word by word: for whoever decides on the later one.

Method: words and the blanks between them are compared as they stand (Ratcliff and Obershelp, as `difflib` has it);
texts too long for that are compared by paragraphs, which bounds the time. Nothing of either text is left out. Two texts
that share less than a quarter stand whole, one after the other: picked to pieces, neither could be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

SAME: Final = "same"
GONE: Final = "gone"
NEW: Final = "new"
MOST_WORDS: Final = 3_000
_LEAST_SHARED: Final = 0.25
_PIECE: Final = re.compile(r"\s+|[^\s]+")
_PARAGRAPH: Final = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: in both texts (`same`), only in the earlier (`gone`), or only in the later (`new`)."""

    fate: str
    words: str


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as pieces in reading order: those not `new` make up `before`, those not `gone` make up `after`."""
    if before == after:
        return (Piece(SAME, after),) if after else ()
    old, new = _pieces(before, after)
    return tuple(_changes(old, new))


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if max(len(old), len(new)) <= MOST_WORDS:
        return old, new
    return [each for each in _PARAGRAPH.findall(before) if each], [each for each in _PARAGRAPH.findall(after) if each]


def _changes(old: list[str], new: list[str]) -> Iterator[Piece]:
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    shared = sum(_read(old[i:j]) for tag, i, j, _, _ in found if tag == "equal")
    if shared < _LEAST_SHARED * max(_read(old), _read(new)):
        found = [("replace", 0, len(old), 0, len(new))]
    for tag, i, j, m, n in found:
        if tag == "equal":
            yield Piece(SAME, "".join(old[i:j]))
            continue
        if i < j:
            yield Piece(GONE, "".join(old[i:j]))
        if m < n:
            yield Piece(NEW, "".join(new[m:n]))


def _read(pieces: list[str]) -> int:
    """How many characters of these pieces are read, blanks left out."""
    return sum(len(piece) for piece in pieces if not piece.isspace())
