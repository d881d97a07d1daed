"""What our own desk held at the end of the past day looked at; of now, everything as it is.

- Rows of work under way are changed as work goes on. What was done with them after the day is taken off a copy or
  passed over; a row so shown is never to be saved.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.db.models import Q

from suivi.desk import asked as returns_asked
from suivi.desk import entries, past, registers, turns
from suivi.desk.models import ReturnAsked, Ticket
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.entry import Entry

if TYPE_CHECKING:
    from django.db.models import QuerySet


def tickets_then() -> "QuerySet[Ticket]":
    """Every ticket cut by then."""
    rows = Ticket.objects.all()
    return rows if past.day_looked_at() is None else rows.filter(cut_at__lt=past.end())


def waiting_then(party: str) -> Q:
    """Which tickets waited to leave; `party` is ours."""
    if past.day_looked_at() is None:
        return Q(released_log="", discarded_at=None)
    left = Q(pk__in=())
    for log, size in _left_by_then(party).items():
        left |= Q(released_log=log, released_seq__lt=size)
    return ~left & (Q(discarded_at=None) | Q(discarded_at__gte=past.end()))


def as_tickets_were(party: str, rows: Iterable[Ticket]) -> Iterable[Ticket]:
    """The tickets with nothing of what was done with them since."""
    if past.day_looked_at() is None:
        return rows
    sizes, found = _left_by_then(party), list(rows)
    for row in found:
        if row.released_log and int(row.released_seq or 0) >= sizes.get(row.released_log, 0):
            row.released_log, row.released_seq = "", None
        if past.is_after(row.discarded_at):
            row.discarded_at = None
    return found


def _left_by_then(party: str) -> dict[str, int]:
    """How much of each log of ours, shared or public, stood at the end of the day looked at."""
    day = past.day_looked_at()
    names = [*registers.channels(), *([PUBLIC] if registers.known_parties(PUBLIC) else [])]
    return registers.seen_once(
        f"left by {day}",
        lambda: {
            log: len(held)
            for name in names
            for log, held in registers.logs_on(name, day).items()
            if log == origin_of(party, name)
        },
    )


def as_returns_were(rows: Iterable[ReturnAsked]) -> list[ReturnAsked]:
    """Copies of the returns as far as our home log says that they had come."""
    held = list(rows)
    acts = entries.home_about("home.acted", [turns.key_of(row.pk) for row in held])
    return turns.as_they_were(held, acts)


def in_groups_then(
    rows: Iterable[ReturnAsked], tickets: Mapping[str, Ticket], day: datetime.date
) -> list[tuple[str, ReturnAsked]]:
    """Each of these copies after its group (`returns_asked.GROUPS`), in the order of lists: by group, then soonest due.

    `tickets` are those named by any of them that had been cut by then, by digest.
    """
    grouped = []
    for row in rows:
        row.ticket = row.ticket if row.ticket in tickets else ""
        state = returns_asked.state_of(row, tickets.get(row.ticket))
        late = row.due_on is not None and row.due_on < day and state != "sent"
        grouped.append(("overdue" if late else state, row))
    place = returns_asked.GROUPS.index
    return sorted(grouped, key=lambda one: (place(one[0]), one[1].due_on is None, one[1].due_on or day, one[1].pk))


def acted_about(key: str) -> list[Entry]:
    """What our home log had under that key, oldest first."""
    found = entries.home_about("home.acted", [key])[key]
    return [entry for entry in found if not (entry.header and past.is_later(entry.header.at))]
