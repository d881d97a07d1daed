"""Instruments: agreements, memoranda, declarations and plans named in a commitment, as written.

Method: a noun of the kind with the small words and names that follow it, up to the next clause.
"""

from bisect import bisect_left
from collections.abc import Iterator

from suivi.plan.text import Span
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source


def instruments_in(source: Source, start: int, end: int) -> list[Span]:
    """The instruments named in `[start, end)`, in reading order, disjoint."""
    names = source.language.names
    return named_in(source, names.instrument, start, end, small=names.small_instruments)


def named_in(source: Source, pattern: str, start: int, end: int, *, small: tuple[str, ...] = ()) -> list[Span]:
    """The names in `[start, end)` that fit the pattern; `small` are the words by which one may begin without a capital.

    Where names begin with a capital the pattern is tried at capitals alone: there are few, and it is long.
    """
    characters, fitting = source.characters, compiled(pattern)
    if not source.language.names.capitals:
        return [inked(characters, *match.span()) for match in fitting.finditer(characters, start, end)]
    capitals = source.capitals
    first = bisect_left(capitals, start)
    places = capitals[first : bisect_left(capitals, end, first)]
    for word in small:
        if characters.find(word, start, end) >= 0:
            places = sorted({*places, *_places_of(characters, word, start, end)})
    if not places:
        return []
    found: list[Span] = []
    after = start
    for place in places:
        match = fitting.match(characters, place, end) if place >= after else None
        if match is not None:
            after = match.end()
            found.append(inked(characters, place, after))
    return found


def _places_of(characters: str, word: str, start: int, end: int) -> Iterator[int]:
    at = characters.find(word, start, end)
    while at >= 0:
        yield at
        at = characters.find(word, at + 1, end)


def inked(characters: str, start: int, end: int) -> Span:
    """The span without blanks and punctuation at its end."""
    while end > start and (characters[end - 1].isspace() or characters[end - 1] in ",;.:"):
        end -= 1
    return Span(start, end)
