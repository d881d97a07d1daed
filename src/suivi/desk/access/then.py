"""What our own desk held at the end of the past day looked at; of now, everything as it is.

- Rows of work under way are changed as work goes on. What was done with them after the day is taken off a copy or
  passed over; a row so shown is never to be saved.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from suivi.desk import asked as returns_asked
from suivi.desk import entries, past, turns
from suivi.desk.models import Entry as EntryKept
from suivi.desk.models import ReturnAsked, Ticket
from suivi.record.entry import Entry

if TYPE_CHECKING:
    from django.db.models import Exists, OuterRef, QuerySet


def tickets_then() -> "QuerySet[Ticket]":
    """Every ticket cut by then."""
    rows = Ticket.objects.all()
    return rows if past.day_looked_at() is None else rows.filter(cut_at__lt=past.end())


def waiting_then() -> Q:
    """Which tickets waited to leave."""
    if past.day_looked_at() is None:
        return Q(released_log="", discarded_at=None)
    left = EntryKept.objects.filter(
        log=OuterRef("released_log"), seq=OuterRef("released_seq"), header__lt=_later_headers()
    )
    return ~Q(Exists(left)) & (Q(discarded_at=None) | Q(discarded_at__gte=past.end()))


def as_tickets_were(rows: Iterable[Ticket]) -> Iterable[Ticket]:
    """The tickets with nothing of what was done with them since."""
    if past.day_looked_at() is None:
        return rows
    found = list(rows)
    left = entries.written_before(_later_headers(), ((row.released_log, row.released_seq) for row in found))
    for row in found:
        if row.released_log and (row.released_log, row.released_seq) not in left:
            row.released_log, row.released_seq = "", None
        if past.is_after(row.discarded_at):
            row.discarded_at = None
    return found


def _later_headers() -> bytes:
    """What every header written after the day looked at sorts behind: it begins with its instant (RFC 8785: by name)."""
    return b'{"at":"' + past.end().date().isoformat().encode()


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
