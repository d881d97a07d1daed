"""Instruments: agreements, memoranda, declarations and plans named in a commitment, as written.

Method: a noun of the kind with the small words and names that follow it, up to the next clause.
"""

from suivi.plan.text import Span
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source


def instruments_in(source: Source, start: int, end: int) -> list[Span]:
    """The instruments named in `[start, end)`, in reading order, disjoint."""
    pattern = compiled(source.language.names.instrument)
    return [inked(source.characters, *match.span()) for match in pattern.finditer(source.characters, start, end)]


def inked(characters: str, start: int, end: int) -> Span:
    """The span without blanks and punctuation at its end."""
    while end > start and (characters[end - 1].isspace() or characters[end - 1] in ",;.:"):
        end -= 1
    return Span(start, end)
