"""Background: what the text lists as already achieved; no commitments (rule R2).

Method: a list after “achievements, notably:” is cut where a comma begins a new achievement; elsewhere a sentence
of the past that names an instrument, a dialogue or a visit is one. Only what stands before the first pillar, or
in a text without pillars its paragraphs, is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from suivi.plan.text import Span
from suivi.reader.clauses import sentences_of
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Achievement:
    """Something already achieved; `kind` is instrument, dialogue, visit or other."""

    span: Span
    kind: str


def achievements_in(source: Source, start: int, end: int) -> Iterator[Achievement]:
    """The achievements in the paragraph `[start, end)`, in reading order, disjoint."""
    past = source.language.past
    for begins, ends in sentences_of(source, start, end):
        listing = compiled(past.listing).search(source.flat, begins, ends)
        if listing:
            yield from _listed(source, listing.end(), ends)
        elif compiled(past.sentence).search(source.flat, begins, ends):
            achievement = _achievement(source, begins, ends)
            if achievement is not None and achievement.kind != OTHER:
                yield achievement


def _listed(source: Source, start: int, end: int) -> Iterator[Achievement]:
    begins = start
    for match in compiled(source.language.past.item).finditer(source.flat, start, end):
        if match.start() > begins:
            achievement = _achievement(source, begins, match.start())
            if achievement is not None:
                yield achievement
            begins = match.end()
    achievement = _achievement(source, begins, end)
    if achievement is not None:
        yield achievement


def _achievement(source: Source, start: int, end: int) -> Achievement | None:
    while start < end and source.flat[start] in " ,:;":
        start += 1
    while start < end and source.flat[end - 1] in " ,.;:":
        end -= 1
    if start == end:
        return None
    told = source.language.past.kinds.first(source.flat, start, end)
    return Achievement(Span(start, end), told[2] if told else OTHER)
