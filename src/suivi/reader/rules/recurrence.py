"""Recurrence: “every year”, « chaque année », ‘매년’ (rule R9).

Method: a closed list of phrases per language, matched as whole words; no inference from context, save that
“regular” counts only beside something that is held. Notation: RFC 5545, section 3.3.10.
"""

from dataclasses import dataclass

from suivi.plan.text import Span
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

BESIDE = 30


@dataclass(frozen=True, slots=True)
class RecurrenceFound:
    """How often: `rule` is an RRULE value or None for “regular”; `span` covers the phrase that says so."""

    rule: str | None
    span: Span


def recurrence_in(source: Source, start: int, end: int) -> RecurrenceFound | None:
    """The first phrase in `[start, end)` that says how often; one with a rule goes before a mere “regular”."""
    regular: RecurrenceFound | None = None
    for begins, ends, rule in source.language.times.recurrences.find(source.flat, start, end):
        if rule is not None:
            return RecurrenceFound(rule, Span(begins, ends))
        if regular is None and _beside_an_occasion(source, begins, ends, start, end):
            regular = RecurrenceFound(None, Span(begins, ends))
    return regular


def _beside_an_occasion(source: Source, begins: int, ends: int, start: int, end: int) -> bool:
    occasion = compiled(source.language.times.occasion)
    return occasion.search(source.flat, max(start, begins - BESIDE), min(end, ends + BESIDE)) is not None
