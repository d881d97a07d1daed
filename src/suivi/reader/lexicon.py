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
Entry = tuple[str, int, Meaning]
"""A phrase, how many characters it has, and its meaning."""
Phrases = tuple[Entry[Meaning], ...]

_END: Final = ""
FURTHER: Final = 3  # characters behind the first word of a phrase by which most places are told apart
NEVER: Final = r"(?!)"  # the pattern of what a language does not have


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
        for phrase in [each for each in meanings if "œ" in each]:
            self.meanings.setdefault(phrase.replace("œ", "oe"), meanings[phrase])
        self.stems = stems
        self.before = r"(?<!\w)" if whole or stems else ""
        self.after = r"(?!\w)" if whole else ""
        self.bounded = (whole or stems) and all(phrase[:1].isalnum() for phrase in self.meanings)

    def find(self, flat: str, start: int, end: int) -> Iterable[tuple[int, int, Meaning]]:
        """Every phrase in `flat[start:end]` as (start, end, meaning), in reading order."""
        if type(flat) is not Flat or not self.bounded or (self.after and flat.cuts(end)):
            matches = self.pattern.finditer(flat, start, end)
            return [(match.start(), match.end(), self._meaning(match.group())) for match in matches]
        places, phrases = flat.candidates(self)
        end = min(end, len(flat))
        place, last = bisect_left(places, start), len(places)
        found = []
        while place < last and (at := places[place]) < end:
            if at >= start and (here := self._longest(flat, at, end, phrases[place])) is not None:
                found.append(here)
                start = here[1]
            place += 1
        return found

    def first(self, flat: str, start: int, end: int) -> tuple[int, int, Meaning] | None:
        """The first phrase in `flat[start:end]`, or None."""
        if type(flat) is not Flat or not self.bounded or (self.after and flat.cuts(end)):
            found = self.pattern.search(flat, start, end)
            return None if found is None else (found.start(), found.end(), self._meaning(found.group()))
        places, phrases = flat.candidates(self)
        end = min(end, len(flat))
        place, last = bisect_left(places, start), len(places)
        while place < last and (at := places[place]) < end:
            if (here := self._longest(flat, at, end, phrases[place])) is not None:
                return here
            place += 1
        return None

    def phrases_from(self, word: str) -> tuple[Phrases[Meaning], frozenset[str] | None]:
        """The phrases that may begin with the word, the longest first, and how each goes on behind it, if each does.

        Only of a lexicon whose phrases begin where words do.
        """
        wholes, stems, sizes = self._by_beginning
        found = wholes.get(word, ())
        if sizes and word[: sizes[0]] in self._openings:
            found = (*found, *[stems[word[:size]] for size in sizes if word[:size] in stems])
        if not found:
            return (), None
        size = len(word)
        further = frozenset(phrase[size : size + FURTHER] for phrase, _, _ in found)
        short = any(len(letters) < FURTHER for letters in further)
        return tuple(sorted(found, key=lambda entry: -entry[1])), None if short else further

    def _longest(self, flat: Flat, at: int, end: int, phrases: Phrases[Meaning]) -> tuple[int, int, Meaning] | None:
        """The longest of the phrases that stands at `at` and ends by `end`."""
        for phrase, size, meaning in phrases:
            stop = at + size
            if flat.startswith(phrase, at):
                if phrase[-1] == " ":
                    while stop < end and flat[stop] == " ":
                        stop += 1
            elif " " in phrase and flat.find("  ", at, stop) >= 0:  # blanks between words may be many
                match = compiled(re.escape(phrase).replace("\\ ", " +")).match(flat, at)
                if match is None:
                    continue
                stop = match.end()
            else:
                continue
            if stop <= end and not (self.after and stop < end and (flat[stop].isalnum() or flat[stop] == "_")):
                return at, stop, meaning
        return None

    def _meaning(self, phrase: str) -> Meaning:
        meanings = self.meanings
        return meanings[phrase] if phrase in meanings else meanings[_single_spaced(phrase)]

    @cached_property
    def _by_beginning(self) -> tuple[dict[str, list[Entry[Meaning]]], dict[str, Entry[Meaning]], list[int]]:
        """Phrases by their first word; those that may end within it by themselves, and of how many letters they are."""
        wholes: dict[str, list[Entry[Meaning]]] = {}
        stems: dict[str, Entry[Meaning]] = {}
        for phrase, meaning in self.meanings.items():
            first = compiled(r"[^\W_]+").match(phrase)
            word = first.group() if first else ""
            if self.stems and word == phrase:
                stems[phrase] = (phrase, len(phrase), meaning)
            else:
                wholes.setdefault(word, []).append((phrase, len(phrase), meaning))
        return wholes, stems, sorted({len(stem) for stem in stems})

    @cached_property
    def _openings(self) -> set[str]:
        """The first letters of the stems, as many as the shortest has: most words begin otherwise."""
        _, stems, sizes = self._by_beginning
        return {stem[: sizes[0]] for stem in stems}

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
