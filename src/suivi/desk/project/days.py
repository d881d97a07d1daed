"""The rows of a past day, for whoever looks at it: made from the register as it stood at its end, and never written.

- They are rows like any other, given with the question that is asked of them (`desk/given.py`): to look writes nothing.
- They are remembered with the registers they are made of, for the days looked at last, and go with the next entry.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Model

from suivi.desk import given, registers
from suivi.desk.models import ReportRow, Ticket, WordsRow
from suivi.desk.models.rows import HOME
from suivi.desk.project import held_texts, number, rows_of, unreleased
from suivi.record.marking import Marking
from suivi.register.fold import Register

REMEMBERED: Final = 6
"""The rows of so many past days are remembered of each channel, over all clearances that asked."""

_ROWS: Final = "rows of a day"
Told = Mapping[type[Model], Sequence[str]]
"""Rows by their table, each as `given.told` gives it."""


def rows_on(day: datetime.date, ceiling: Marking | None, channels: Sequence[str], waiting: Sequence[Ticket]) -> Told:
    """The rows that the registers of these channels made at the end of a past day, for who is cleared up to `ceiling`, and
    those of the reports that waited in these tickets.
    """
    registers.read_together(channels)
    held = [_register(name, ceiling, day) for name in channels]
    new = [register for register in held if (_ROWS, day, ceiling) not in registers.made_of(register.channel)]
    texts = held_texts(new) if new else None
    for register in new:
        assert texts is not None
        made = {table: given.told(rows) for table, rows in rows_of(register, texts).items()}
        _remember(register.channel, (_ROWS, day, ceiling), made)
    every = [registers.made_of(register.channel)[_ROWS, day, ceiling] for register in held]
    return _joined([*every, _waiting(waiting)])


def _register(channel: str, ceiling: Marking | None, day: datetime.date) -> Register:
    return registers.common_on(channel, day) if ceiling is None else registers.cleared(channel, ceiling, day)


def _remember(channel: str, key: tuple[str, datetime.date, Marking | None], made: Told) -> None:
    known = registers.made_of(channel)
    known[key] = made
    of_days = [each for each in known if isinstance(each, tuple) and each[0] == _ROWS]
    for each in of_days[:-REMEMBERED]:
        del known[each]


def _waiting(tickets: Sequence[Ticket]) -> Told:
    found: dict[type[Model], list[Any]] = {ReportRow: [], WordsRow: []}
    for rows in unreleased(tickets) if tickets else ():
        found[ReportRow] += rows.reports
        found[WordsRow] += rows.words
    for row in (*found[ReportRow], *found[WordsRow]):
        row.audience = HOME
    number(found)
    for place, row in enumerate(found[ReportRow], 1):
        row.pk = -place  # what is released has numbers of its own
    return {table: given.told(rows) for table, rows in found.items()}


def _joined(parts: Iterable[Told]) -> Told:
    found: dict[type[Model], list[str]] = {}
    for part in parts:
        for table, rows in part.items():
            found.setdefault(table, []).extend(rows)
    return found
