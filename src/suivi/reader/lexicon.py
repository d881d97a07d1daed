"""Lexicon: literal phrases that mean something, found in one pass over a text.

Rules:
- phrases are written as `source.flat` writes them: lower case, straight apostrophes, single spaces;
- the longest phrase wins, occurrences never overlap, and they come in reading order;
- in a flat text a phrase is tried only where one of the words stands that may begin it (`flat.py`);
- a pattern is compiled at its first use, so a language costs nothing until it is read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, Generic, TypeVar

from suivi.reader.flat import Flat
from suivi.reader.patterns import compiled, compiled_octets

__all__ = ["NEVER", "Lexicon", "compiled", "compiled_octets", "glossary", "one_of", "spaced"]

Meaning = TypeVar("Meaning")
Trie = dict[str, "Trie"]

_END: Final = ""
TOLD_APART: Final = 6  # letters by which stems are told apart before they are tried
NEVER: Final = r"(?!)"  # the pattern of what a language does not have


def spaced(pattern: str) -> str:
    """The pattern with every space standing for one or more, and every optional space for any number."""
    return pattern.replace(" ?", "\0").replace(" ", " +").replace("\0", " *")


class Lexicon(Generic[Meaning]):
    """Phrases with their meanings.

    `whole` asks for word boundaries on both sides, `stems` only on the left; neither for scripts
    that write particles onto the word. `before` and `after` ask for other boundaries, no looser than those of words.
    """

    def __init__(
        self,
        meanings: Mapping[str, Meaning],
        *,
        whole: bool = False,
        stems: bool = False,
        before: str = r"(?<!\w)",
        after: str = r"(?!\w)",
    ) -> None:
        self.meanings = dict(meanings)
        for phrase in [each for each in meanings if "œ" in each]:
            self.meanings.setdefault(phrase.replace("œ", "oe"), meanings[phrase])
        self.stems = stems
        self.before = before if whole or stems else ""
        self.after = after if whole else ""
        self.bounded = (whole or stems) and all(phrase[:1].isalnum() for phrase in self.meanings)

    def find(self, flat: str, start: int, end: int) -> Iterable[tuple[int, int, Meaning]]:
        """Every phrase in `flat[start:end]` as (start, end, meaning), in reading order."""
        if type(flat) is not Flat or not self.bounded or (self.after and flat.cuts(end)):
            matches = self.pattern.finditer(flat, start, end)
            return [(match.start(), match.end(), self._meaning(match.group())) for match in matches]
        places = flat.places(self)
        first = bisect_left(places, start)
        last = bisect_left(places, end, first)
        if first == last:
            return ()
        fits, found = self.pattern.match, []
        for place in places[first:last]:
            if place >= start and (match := fits(flat, place, end)) is not None:
                start = match.end()
                found.append((place, start, self._meaning(match.group())))
        return found

    def first(self, flat: str, start: int, end: int) -> tuple[int, int, Meaning] | None:
        """The first phrase in `flat[start:end]`, or None."""
        if type(flat) is not Flat or not self.bounded or (self.after and flat.cuts(end)):
            found = self.pattern.search(flat, start, end)
            return None if found is None else (found.start(), found.end(), self._meaning(found.group()))
        fits = self.pattern.match
        for place in flat.places_in(self, start, end):
            if (found := fits(flat, place, end)) is not None:
                return place, found.end(), self._meaning(found.group())
        return None

    def may_begin(self, word: str) -> bool:
        """Whether a phrase may begin with the word; only of a lexicon whose phrases begin where words do."""
        wholes, stems = self._beginnings
        return word in wholes or any(word[:size] in known for size, known in stems)

    def _meaning(self, phrase: str) -> Meaning:
        meanings = self.meanings
        return meanings[phrase] if phrase in meanings else meanings[_single_spaced(phrase)]

    @cached_property
    def _beginnings(self) -> tuple[set[str], list[tuple[int, set[str]]]]:
        """The first words of phrases, and the first letters of those that may go on within their first word."""
        wholes: set[str] = set()
        stems: dict[int, set[str]] = {}
        for phrase in self.meanings:
            first = compiled(r"[^\W_]+").match(phrase)
            word = first.group() if first else ""
            if self.stems and word == phrase:
                size = min(len(word), TOLD_APART)
                stems.setdefault(size, set()).add(word[:size])
            else:
                wholes.add(word)
        return wholes, sorted(stems.items())

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
