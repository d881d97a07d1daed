"""Deadline: “by 2030”, « d’ici l’été 2027 », ‘2026년까지’, “in the coming year” (rule R9), and days that a preamble names.

Method: the words that make a limit, with a date or with a span of time. They are kept as written and become the
interval of days they allow, both ends included: “by March 2026” allows 1 to 31 March, of a range of years (2024-2025)
the last one is the limit. A span of time counts from the day of the text; where the text names no day of its own,
such words give no deadline. A season runs from the month it begins in to the month it ends in; an event without a
date (“the next summit”) and what is to be done “as soon as possible” lie within a year of the day of the text.
"""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from suivi.plan.text import Span
from suivi.reader.languages.language import Spans
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

BESIDE = 40
OPENING = 1_000
CLOSING = 600
YEAR = 12
LONGEST_BEFORE_YEAR = 60  # “the second half of September ” stands before the year of its date
SEASON = 3  # months: what is due before a season is due by the month it begins in


@dataclass(frozen=True, slots=True)
class DayFound:
    """A date in the text and the interval of days it allows, both ends included."""

    span: Span
    earliest_on: datetime.date
    latest_on: datetime.date


def deadline_in(
    source: Source, start: int, end: int, *, dated: bool, said_on: datetime.date | None = None
) -> DayFound | None:
    """The first date in `[start, end)` that is a limit, or the end of a range of years; None if there is none.

    `dated` where the act itself can have a date (an initiative): there “in 2026” is a limit too. `said_on` is the
    day of the text, from which “within six months” counts.
    """
    times = source.language.times
    for match, found in _days(source, start, end):
        before = source.flat[max(start, match.start() - BESIDE) : match.start()]
        # A noun of action (“holding in 2028 of …”) tells of no past.
        if compiled(times.past).search(source.flat, max(start + 1, match.start() - BESIDE), match.start()):
            continue
        if before.rstrip().endswith(("‘", "“", "«", "'", '"', "「", "『", "《", "<")):
            continue  # part of a name
        after = source.flat[match.end() : min(end, match.end() + 10)]
        if match.group("first") and before.endswith("(") and after.startswith(")"):
            continue  # “the Plan (2026-2030)”: part of a name
        if match.group("first") and source.characters[match.end() + 1 : match.end() + 2].isupper():
            continue  # “the 2024-2025 Action Plan”
        ranged = match.group("first") and not before.endswith("(")  # “the Plan (2021-2025)” is a name
        limits = compiled(times.by).search(before) or compiled(times.by_after).match(after) or ranged
        placed = compiled(times.during).search(before) or compiled(times.during_after).match(after)
        if limits or (dated and placed):
            return found
    return None if said_on is None else _span_of_time(source, start, end, said_on)


def time_in_cell(source: Source, cell: Span) -> DayFound | None:
    """The last date in a cell that says when the action of its row is due; a cell needs no word that makes a limit."""
    named = list(days_in(source, cell.start, cell.end))
    return named[-1] if named else None


def days_in(source: Source, start: int, end: int) -> Iterator[DayFound]:
    """Every date in `[start, end)` with its interval of days, in reading order."""
    for _, found in _days(source, start, end):
        yield found


def day_of_text(source: Source) -> datetime.date | None:
    """The day the text was said: the last one its first lines name, else the last one its end names; or None."""
    size = len(source.flat)
    for start, end in ((0, min(size, OPENING)), (max(0, size - CLOSING), size)):
        named = [day.latest_on for day in days_in(source, start, end) if day.earliest_on == day.latest_on]
        if named:
            return max(named)
    return None


def _days(source: Source, start: int, end: int) -> Iterator[tuple[re.Match[str], DayFound]]:
    year = compiled(source.language.times.year).search(source.flat, start, end)
    if year is None:
        return
    begins = max(start, year.start() - LONGEST_BEFORE_YEAR)
    for match in compiled(source.language.times.days).finditer(source.flat, begins, end):
        interval = _interval(source, match)
        if interval is not None:
            yield match, DayFound(_inked(source.flat, match), *interval)


def _inked(flat: str, match: re.Match[str]) -> Span:
    start = match.start()
    while flat[start] == " ":
        start += 1
    return Span(start, match.end())


def _interval(source: Source, match: re.Match[str]) -> tuple[datetime.date, datetime.date] | None:
    year = int(match.group("year") or f"20{match.group('short')}")
    first, last = 1, YEAR
    if match.group("month"):
        first = last = source.language.times.months[match.group("month")]
    elif match.group("part"):
        first, last = source.language.times.parts[" ".join(match.group("part").split())]
    day = match.group("day")
    if not day and "day_after" in match.re.groupindex:
        day = match.group("day_after")
    if day:
        return _one_day(year, first, int(compiled(r"\D").sub("", day)))
    return _first(year, first), _last(year, last)


def _first(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, 1)


def _last(year: int, month: int) -> datetime.date:
    """The last day of a month; a month beyond twelve is one of the next year."""
    year, month = year + (month - 1) // YEAR, (month - 1) % YEAR + 1
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _one_day(year: int, month: int, day: int) -> tuple[datetime.date, datetime.date] | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, day), datetime.date(year, month, day)


# Spans of time


def _span_of_time(source: Source, start: int, end: int, said_on: datetime.date) -> DayFound | None:
    spans = source.language.times.spans
    if spans is None:
        return None
    match = compiled(spans.pattern).search(source.flat, start, end)
    if match is None:
        return None
    latest_on = _latest(spans, match, said_on)
    return None if latest_on is None else DayFound(_inked(source.flat, match), said_on, latest_on)


def _latest(spans: Spans, match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    told = match.groupdict()
    if told.get("unit"):
        count = _count(spans, told.get("count") or "1")
        return None if count is None else _later(said_on, *spans.units[told["unit"]], count)
    if told.get("this_year"):
        return _last(said_on.year, YEAR)
    if told.get("next_year"):
        return _last(said_on.year + 1, YEAR)
    if told.get("soon"):
        return _later(said_on, "months", 1, YEAR)
    if told.get("season"):
        month = spans.seasons[told["season"]] - (SEASON if compiled(spans.before).match(match.group()) else 0)
        gone = said_on.month > (month - 1) % YEAR + 1
        last = _last(said_on.year + (1 if gone and month <= YEAR else 0), month)
        return last if not told.get("on_day") else last.replace(day=min(last.day, int(told["on_day"])))
    return _later(said_on, "months", 1, YEAR)


def _count(spans: Spans, written: str) -> int | None:
    return int(written) if written.isdigit() else spans.counts.get(written)


def _later(day: datetime.date, unit: str, size: int, count: int) -> datetime.date | None:
    try:
        if unit == "days":
            return day + datetime.timedelta(days=size * count)
        months = day.month - 1 + size * count
        year, month = day.year + months // YEAR, months % YEAR + 1
        return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):  # “within 9999 years”
        return None
