"""Preamble: who agreed, on which day, on whose instruction.

Method: the words of agreement and instruction of each language; only spans of the text, no names inferred.
"""

from dataclasses import dataclass

from suivi.plan.text import Span
from suivi.reader.clauses import sentences_of
from suivi.reader.lexicon import compiled
from suivi.reader.rules.deadline import DayFound, days_in
from suivi.reader.source import Source


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who agreed and who instructed them, as spans; the day of agreement if the sentence names a day."""

    agreed_by: tuple[Span, ...] = ()
    agreed_on: DayFound | None = None
    instructed_by: tuple[Span, ...] = ()


def agreement_in(source: Source, start: int, end: int) -> Agreement:
    """The agreement as the paragraphs `[start, end)` tell it; empty where they do not."""
    preamble = source.language.preamble
    agreed_by: tuple[Span, ...] = ()
    agreed_on: DayFound | None = None
    instructed_by: tuple[Span, ...] = ()
    for begins, ends in sentences_of(source, start, end):
        agreed = compiled(preamble.agreed).search(source.flat, begins, ends)
        if agreed and not agreed_by:
            agreed_by = (Span(*_inked(source.flat, *agreed.span("who"))),)
            agreed_on = next(
                (day for day in days_in(source, agreed.end(), ends) if day.earliest_on == day.latest_on), None
            )
        instructed = compiled(preamble.instructed).search(source.flat, begins, ends)
        if instructed and not instructed_by:
            instructed_by = tuple(_persons(source, *instructed.span("who")))
    return Agreement(agreed_by, agreed_on, instructed_by)


def _persons(source: Source, start: int, end: int) -> list[Span]:
    persons: list[Span] = []
    for match in compiled(source.language.preamble.persons).finditer(source.flat, start, end):
        persons.append(Span(*_inked(source.flat, start, match.start())))
        start = match.end()
    return [*persons, Span(*_inked(source.flat, start, end))]


def _inked(flat: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flat[start] in " ,":
        start += 1
    while end > start and flat[end - 1] in " ,":
        end -= 1
    return start, end
