"""Lexicon: literal phrases that mean something, found in one pass over a text.

Rules:
- phrases are written as `source.flat` writes them: lower case, straight apostrophes, single spaces;
- the longest phrase wins, occurrences never overlap, and they come in reading order;
- a pattern is compiled at its first use, so a language costs nothing until it is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Final, Generic, TypeVar

Meaning = TypeVar("Meaning")
Trie = dict[str, "Trie"]

_END: Final = ""
NEVER: Final = r"(?!)"  # the pattern of what a language does not have


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once; only patterns are remembered, never what they found."""
    return re.compile(pattern)


@cache
def compiled_octets(pattern: bytes) -> re.Pattern[bytes]:
    """The pattern over bytes, compiled once."""
    return re.compile(pattern)


def spaced(pattern: str) -> str:
    """The pattern with every space standing for one or more, and every optional space for any number."""
    return pattern.replace(" ?", "\0").replace(" ", " +").replace("\0", " *")


class Lexicon(Generic[Meaning]):
    """Phrases with their meanings.

    `whole` asks for word boundaries on both sides, `stems` only on the left; neither for scripts
    that write particles onto the word.
    """

    def __init__(self, meanings: Mapping[str, Meaning], *, whole: bool = False, stems: bool = False) -> None:
        self.meanings = dict(meanings)
        self.before = r"(?<!\w)" if whole or stems else ""
        self.after = r"(?!\w)" if whole else ""

    def find(self, flat: str, start: int, end: int) -> Iterator[tuple[int, int, Meaning]]:
        """Every phrase in `flat[start:end]` as (start, end, meaning), in reading order."""
        meanings = self.meanings
        for match in self.pattern.finditer(flat, start, end):
            phrase = match.group()
            meaning = meanings[phrase] if phrase in meanings else meanings[_single_spaced(phrase)]
            yield match.start(), match.end(), meaning

    def first(self, flat: str, start: int, end: int) -> tuple[int, int, Meaning] | None:
        """The first phrase in `flat[start:end]`, or None."""
        match = self.pattern.search(flat, start, end)
        if match is None:
            return None
        phrase = match.group()
        meanings = self.meanings
        return match.start(), match.end(), meanings[phrase if phrase in meanings else _single_spaced(phrase)]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrases as one pattern, branching letter by letter so that each place is tried once."""
        return re.compile(self.before + one_of(self.meanings) + self.after if self.meanings else r"(?!)")


def one_of(phrases: Iterable[str]) -> str:
    """The source of a pattern that is one of many phrases, the longest first, branching letter by letter."""
    root: Trie = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _branches(root)


def glossary(table: str, *, stems: bool) -> Lexicon[tuple[str, ...]]:
    """The lexicon of a table: a line is a code and its phrases, parted by “|”; “_” stands for a blank at an end."""
    codes: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        code, phrases = line.split(" ", 1)
        for phrase in phrases.replace("_", " ").split("|"):
            key = phrase.lstrip() if stems else phrase
            codes[key] = (*codes.get(key, ()), code)
    return Lexicon(codes, stems=stems)


def _branches(node: Trie) -> str:
    # Longer phrases are tried before shorter ones: the empty branch, if any, stands last.
    branches = [_letter(letter) + _branches(below) for letter, below in node.items() if letter != _END]
    if _END in node:
        return "(?:" + "|".join(branches) + ")?" if branches else ""
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"


def _letter(letter: str) -> str:
    return " +" if letter == " " else re.escape(letter)


def _single_spaced(found: str) -> str:
    # A phrase may end in a blank (“the European”, ‘방안 ’), which stays one: it is part of the phrase.
    return found if "  " not in found else compiled(" +").sub(" ", found)
