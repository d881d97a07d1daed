"""Deadline: “by 2030”, « d’ici mars 2026 », ‘2026년까지’ (rule R9), and days that a preamble names.

Method: dates written out, with the words that make a limit of them; the year is never inferred. A date becomes
the interval of days its words allow, both ends included: “by March 2026” allows 1 to 31 March. Of a range of
years (2024-2025) the last one is the limit.
"""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from suivi.plan.text import Span
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

BESIDE = 40


@dataclass(frozen=True, slots=True)
class DayFound:
    """A date in the text and the interval of days it allows, both ends included."""

    span: Span
    earliest_on: datetime.date
    latest_on: datetime.date


def deadline_in(source: Source, start: int, end: int, *, dated: bool) -> DayFound | None:
    """The first date in `[start, end)` that is a limit, or the end of a range of years; None if there is none.

    `dated` where the act itself can have a date (an initiative): there “in 2026” is a limit too.
    """
    times = source.language.times
    for match, found in _days(source, start, end):
        before = source.flat[max(start, match.start() - BESIDE) : match.start()]
        if compiled(times.past).search(before):
            continue
        after = source.flat[match.end() : min(end, match.end() + 10)]
        limits = compiled(times.by).search(before) or compiled(times.by_after).match(after) or match.group("first")
        if limits or (dated and compiled(times.during).search(before)):
            return found
    return None


def days_in(source: Source, start: int, end: int) -> Iterator[DayFound]:
    """Every date in `[start, end)` with its interval of days, in reading order."""
    for _, found in _days(source, start, end):
        yield found


def _days(source: Source, start: int, end: int) -> Iterator[tuple[re.Match[str], DayFound]]:
    if compiled(r"(?:19|20)\d\d").search(source.flat, start, end) is None:
        return
    for match in compiled(source.language.times.days).finditer(source.flat, start, end):
        interval = _interval(source, match)
        if interval is not None:
            yield match, DayFound(_inked(source.flat, match), *interval)


def _inked(flat: str, match: re.Match[str]) -> Span:
    start = match.start()
    while flat[start] == " ":
        start += 1
    return Span(start, match.end())


def _interval(source: Source, match: re.Match[str]) -> tuple[datetime.date, datetime.date] | None:
    year = int(match.group("year"))
    first, last = 1, 12
    if match.group("month"):
        first = last = source.language.times.months[match.group("month")]
    elif match.group("part"):
        first, last = source.language.times.parts[" ".join(match.group("part").split())]
    written = match.groupdict()
    day = written.get("day") or written.get("day_after")
    if day:
        return _one_day(year, first, int(compiled(r"\D").sub("", day)))
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])


def _one_day(year: int, month: int, day: int) -> tuple[datetime.date, datetime.date] | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, day), datetime.date(year, month, day)
