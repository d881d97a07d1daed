"""Same as: a commitment that stands in two places, word for word (rule R10).

Method: the words alone are compared, without case, blanks and punctuation; nothing merely similar is linked. Words that
stand in more than 20 places are a refrain, as forms and tables have them, and link nothing.
"""

from collections import defaultdict
from collections.abc import Sequence

from suivi.plan.text import Span
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

FEWEST_WORDS = 4
MOST_PLACES = 20
LONGEST_WORD = 40


def same_places(source: Source, spans: Sequence[Span]) -> dict[int, tuple[int, ...]]:
    """For the place of each span in `spans` that has doubles, the places of the others, in order."""
    alike: defaultdict[str, list[int]] = defaultdict(list)  # by the word they end with: few need be compared whole
    for place, span in enumerate(spans):
        last = _last_word(source.flat, span.start, span.end)
        if last:
            alike[last].append(place)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted(place for together in alike.values() if len(together) > 1 for place in together):
        words = compiled(r"\w+").findall(source.flat, spans[place].start, spans[place].end)
        if len(words) >= FEWEST_WORDS:
            places[" ".join(words)].append(place)
    return {
        place: tuple(other for other in doubles if other != place)
        for doubles in places.values()
        if 1 < len(doubles) <= MOST_PLACES
        for place in doubles
    }


def _last_word(flat: str, start: int, end: int) -> str:
    """The last word there; empty if none ends near. It mostly stands between a blank and the end."""
    near = max(start, end - LONGEST_WORD)
    word = flat[max(near, flat.rfind(" ", near, end) + 1) : end]
    if word.isalnum():
        return word
    words: list[str] = compiled(r"\w+").findall(flat, near, end)
    return words[-1] if words else ""
