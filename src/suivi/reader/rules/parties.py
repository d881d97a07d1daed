"""Parties: the States a plan is between, by the names its language gives them.

Method: two or more named in the title are the parties, in that order; else those named most in the first
paragraphs, at least twice each. Codes are ISO 3166 alpha-3 in lower case.
"""

from collections import Counter

from suivi.plan.text import Span
from suivi.reader.source import Source

OPENING = 3_000
MOST = 12


def parties_of(source: Source, title: Span | None) -> tuple[str, ...]:
    """The codes of the parties in the order the text first names them; empty if it names none."""
    names = source.language.parties
    if title is not None:
        titled = tuple(dict.fromkeys(code for _, _, code in names.find(source.flat, title.start, title.end)))
        if len(titled) > 1:
            return titled
    named = Counter(code for _, _, code in names.find(source.flat, 0, OPENING))
    return tuple(code for code, times in named.items() if times > 1)[:MOST]
