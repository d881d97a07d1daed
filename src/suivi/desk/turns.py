"""What officers did with returns, as our home log tells it: asked for them, handed in, passed, sent back, dropped.

- What a report says before it is filed, and the remarks on it, stand on no record (decision 0053); that an officer did
  something with it, when and under which mandate, does (decision 0093).
- From these acts it follows how far a return had come at the end of a past day.
"""

import copy
import datetime
import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from suivi.desk import past
from suivi.record.entry import Entry
from suivi.record.home import Acted

if TYPE_CHECKING:
    from suivi.desk.asked import ReturnAsked

ASKED: Final = "return-asked"
HANDED_IN: Final = "return-handed-in"
PASSED: Final = "return-passed"
SENT_BACK: Final = "return-sent-back"
DROPPED: Final = "return-dropped"
_OF_ONE: Final = (HANDED_IN, PASSED, SENT_BACK, DROPPED)


def said(act: str, row: "ReturnAsked", *, ticket: str = "") -> Acted:
    """The act on one return, to be put on record: its number, which turn it was, and the ticket cut by it, if any."""
    about = {"return": str(row.pk), "turn": str(row.turn)}
    return Acted(act, about | ({"ticket": ticket} if ticket else {}))


def key_of(number: int) -> str:
    """By what the acts on a return are looked for in the home log."""
    return hashlib.sha256(f"return {number}".encode()).hexdigest()


def key_in(entry: Entry) -> str | None:
    """The same of an entry of the home log; None for one that is no act on one return."""
    record = entry.record
    if not isinstance(record, Acted) or record.act not in _OF_ONE or "return" not in record.about:
        return None
    return hashlib.sha256(f"return {record.about['return']}".encode()).hexdigest()


def as_they_were(rows: Sequence["ReturnAsked"], acts: Mapping[str, Sequence[Entry]]) -> list["ReturnAsked"]:
    """Copies of these returns as far as they had come at the end of the day looked at; not to be saved.

    `acts` holds what our home log says of each, by `key_of`, oldest first. A return that moved before acts on it were
    put on record is shown as asked for until the day its row tells of.
    """
    return [_as_it_was(copy.copy(row), acts.get(key_of(row.pk), ())) for row in rows]


def _as_it_was(row: "ReturnAsked", acts: Sequence[Entry]) -> "ReturnAsked":
    if past.is_after(row.dropped_at):
        row.dropped_at = None
    if not past.is_after(row.handed_in_at) and not past.is_after(row.came_back_at):
        return row
    row.handed_in_at = row.came_back_at = None
    row.turn, row.ticket = 0, ""
    for entry in acts:
        if entry.header is not None and isinstance(entry.record, Acted) and not past.is_later(entry.header.at):
            _follow(row, entry.record, datetime.datetime.fromisoformat(entry.header.at))
    return row


def _follow(row: "ReturnAsked", said: Acted, at: datetime.datetime) -> None:
    row.turn = int(said.about.get("turn", row.turn))
    row.ticket = said.about.get("ticket", "")
    if said.act == SENT_BACK:
        row.handed_in_at, row.came_back_at = None, at
    elif said.act in (HANDED_IN, PASSED):
        row.handed_in_at, row.came_back_at = at, None
