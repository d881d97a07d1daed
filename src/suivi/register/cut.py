"""Cut: how much of each log counts, exactly (`{origin: size}`) or as of a day.

- A day means UTC and comes from the headers' `at`; a day below its predecessor's in the same log counts as
  the predecessor's (exchange format, section 3), so a log's days never run backwards.
- A review's cut ends each log at its last entry other than receipts and set-aside notices (house.md, section 14):
  the two capitals hold different receipts, and nothing of theirs enters the register.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.record.entry import Entry

UNCOUNTED: Final = frozenset({"channel.receipt", "channel.set-aside"})


@dataclass(frozen=True, slots=True)
class Cut:
    """The number of entries that count, by the origin of their log; a log not named counts for nothing."""

    sizes: dict[str, int]

    def of(self, log: str) -> int:
        """How many entries of `log` count."""
        return self.sizes.get(log, 0)


def whole(logs: Mapping[str, Sequence[Entry]]) -> Cut:
    """Everything on record: the size of each log."""
    return Cut({log: len(entries) for log, entries in logs.items()})


def cut_on(day: datetime.date, logs: Mapping[str, Sequence[Entry]]) -> Cut:
    """The longest prefix of each log (entries from seq 0, in order) released on or before `day`."""
    last = day.isoformat()
    return Cut({log: _released_by(last, entries) for log, entries in logs.items()})


def trimmed(logs: Mapping[str, Sequence[Entry]], cut: Cut) -> Cut:
    """`cut` with each log ended at its last entry other than a receipt or a set-aside notice."""
    return Cut({log: _counted(logs.get(log, ()), size) for log, size in cut.sizes.items()})


def counts(entry: Entry) -> bool:
    """Whether `entry` can end a trimmed cut: it is neither a receipt nor a set-aside notice."""
    return entry.header is None or entry.header.type not in UNCOUNTED


def _released_by(last: str, entries: Sequence[Entry]) -> int:
    # A header outside its schema bears no date: it counts as its predecessor's day, hence with it.
    for index, entry in enumerate(entries):
        if entry.header is not None and entry.header.at[:10] > last:
            return index
    return len(entries)


def _counted(entries: Sequence[Entry], size: int) -> int:
    return next((index for index in range(min(size, len(entries)), 0, -1) if counts(entries[index - 1])), 0)
