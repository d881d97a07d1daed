"""Flat: the copy of a text that the patterns are looked for in, and where each of its words stands.

Rules:
- it has as many characters as the text, so an offset means the same place in both;
- it is in lower case, every blank is a space, apostrophes and hyphens are straight: patterns need one spelling;
- its words are taken down once, at the first question: a phrase is then tried only where a word stands that may begin
  it, and not at every letter (decision 0103).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, Final, Protocol

from suivi.reader.patterns import compiled

_SPELLED: Final = (
    dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4\u0060", "'")
    | dict.fromkeys("\u2010\u2011", "-")
    | {"：": ":", "；": ";", "，": ",", "（": "(", "）": ")", "．": "."}
    # The one letter whose lower case is two characters (Unicode SpecialCasing, U+0130).
    | {"\u0130": "i"}
)
_LAST_BLANK: Final = "\u3000"
MOST_MARKS: Final = 100


class Beginnings(Protocol):
    """What begins with words that can be told beforehand."""

    def may_begin(self, word: str) -> bool:
        """Whether something may begin with the word."""
        ...


class Phrases(Protocol):
    """Phrases that can be told by the word they begin with."""

    def phrases_from(self, word: str) -> tuple[tuple[Any, ...], frozenset[str] | None]:
        """Those that may begin with the word, and how each goes on behind it by as many characters, if each does."""
        ...


class AnyOf:
    """Some words, one of which begins what is sought."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)

    def may_begin(self, word: str) -> bool:
        """Whether the word is one of them."""
        return word in self.words


class Flat(str):
    """A flat copy; made by `flattened`."""

    __slots__ = ("_candidates", "_places", "_words")

    def __init__(self, _: str) -> None:
        self._words: dict[str, list[int]] | None = None
        self._places: dict[Beginnings, list[int]] = {}
        self._candidates: dict[Phrases, tuple[list[int], list[Any]]] = {}

    @property
    def words(self) -> dict[str, list[int]]:
        """Where each word begins, by word; a word is a run of letters and digits."""
        if self._words is None:
            self._words = _taken_down(str(self))
        return self._words

    def places(self, sought: Beginnings) -> list[int]:
        """Where the words begin that may begin what is sought, in order; looked up once for each text."""
        known = self._places.get(sought)
        if known is None:
            known = []
            for word, starts in self.words.items():
                if sought.may_begin(word):
                    known += starts
            known.sort()
            self._places[sought] = known
        return known

    def candidates(self, sought: Phrases) -> tuple[list[int], list[Any]]:
        """Where a phrase may begin, in order, and which ones may there; looked up once for each text."""
        known = self._candidates.get(sought)
        if known is None:
            at: dict[int, Any] = {}
            for word, starts in self.words.items():
                phrases, further = sought.phrases_from(word)
                if phrases:
                    at.update(dict.fromkeys(self._going_on(starts, len(word), further), phrases))
            places = sorted(at)
            if "_" in self:  # which belongs to the word behind it
                places = [place for place in places if self[place - 1 : place] != "_"]
            known = self._candidates[sought] = (places, [at[place] for place in places])
        return known

    def _going_on(self, starts: list[int], size: int, further: frozenset[str] | None) -> list[int]:
        """Those of the places of a word of that size behind which the text goes on in one of these ways, or with many blanks."""
        if further is None:
            return starts
        more = max(map(len, further))
        return [
            start
            for start in starts
            if self[start + size : start + size + more] in further or self.startswith("  ", start + size)
        ]

    def places_in(self, sought: Beginnings, start: int, end: int) -> Sequence[int]:
        """Those of `places` that lie in `[start, end)`."""
        places = self.places(sought)
        first = bisect_left(places, start)
        return places[first : bisect_left(places, end, first)]

    def cuts(self, at: int) -> bool:
        """Whether a bound at `at` cuts through a word."""
        return 0 < at < len(self) and self[at].isalnum() and self[at - 1].isalnum()


def flattened(characters: str) -> Flat:
    """The flat copy: one character for each, lower case, single kinds of blank, apostrophe and hyphen."""
    written = characters
    for mark in set(characters):
        spelled = _SPELLED.get(mark, " " if mark <= _LAST_BLANK and mark.isspace() else mark)
        if spelled != mark:
            written = written.replace(mark, spelled)
    return Flat(written.lower())


def _taken_down(flat: str) -> dict[str, list[int]]:
    marks = [mark for mark in set(flat) if not mark.isalnum()]
    if len(marks) > MOST_MARKS:  # a hostile text may hold thousands
        flat = compiled(r"[\W_]").sub(" ", flat)
    else:
        for mark in marks:
            flat = flat.replace(mark, " ")
    words = flat.split(" ")
    found: defaultdict[str, list[int]] = defaultdict(list)
    for word, start in zip(words, accumulate([len(word) + 1 for word in words], initial=0), strict=False):
        found[word].append(start)
    found.pop("", None)
    return found
