"""Names found: bodies and instruments the reader notices in an agreed text, and what its preamble lists as achieved.

A suggestion only: one language at a time, each name once, with the commitments it stands in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from suivi.plan.plan import Plan
from suivi.plan.refusal import Refusal
from suivi.plan.text import Span, Text
from suivi.reader.reading import read

_KINDS: Final = {"instrument": "agreement", "dialogue": "dialogue", "visit": "event", "other": "document"}
_REMEMBERED: Final = 8


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name as written, where it stands first, what it may be, and whether the preamble lists it as achieved."""

    words: str
    span: Span
    kind: str
    achieved: bool = False


@lru_cache(maxsize=_REMEMBERED)
def names_in(characters: str, language: str) -> tuple[NameFound, ...]:
    """The names in a text, in reading order, the same words as often as they stand; none where it cannot be read."""
    try:
        draft = read(Text(characters=characters, language=language))
    except Refusal:
        return ()
    found = [NameFound(one.span.of(characters), one.span, _KINDS[one.kind], True) for one in draft.background]
    for commitment in draft.commitments:
        found += [NameFound(span.of(characters), span, "dialogue") for span in commitment.bodies]
        found += [NameFound(span.of(characters), span, "agreement") for span in commitment.instruments]
    return tuple(sorted(found, key=lambda one: one.span))


def commitments_at(plan: Plan, language: str, span: Span) -> Iterator[str]:
    """The provisions of `plan` in whose words of that language the span lies."""
    for provision in plan.provisions:
        spans = (place.spans.get(language) for place in provision.places)
        if any(place is not None and span.within(place) for place in spans):
            yield provision.id
