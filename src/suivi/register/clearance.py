"""Clearance: the register as somebody may see it who is cleared up to a ceiling; what lies above it does not exist.

- An entry is above the ceiling if the marking it bears now is: that of its header, or the latest its author gave it.
- What holds no word is never above: charters, concurrences, seals, receipts and notices; without them nothing that may
  be seen could be told from what is not in effect.
- The common register stays one and the same in both capitals; this is a view of it, of one officer, and never leaves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from suivi.log.fault import Fault
from suivi.record.changes import Remarked
from suivi.record.entry import Entry
from suivi.record.joint import CHARTER, Proposed
from suivi.record.kinds import AUTOMATIC
from suivi.record.marking import TOP, Marking, read_marking
from suivi.register.destruction import Place, bare
from suivi.register.fold import Register

_WORDLESS: Final = frozenset({"joint.concurred", *AUTOMATIC})


def above(entries: Iterable[Entry], ceiling: Marking) -> frozenset[Place]:
    """The places (log, position) of those entries whose marking, as it is now, is not within `ceiling`."""
    held = list(entries)
    marked = {(entry.log, entry.leaf): _marking(entry) for entry in held}
    for entry in held:
        if isinstance(entry.record, Remarked) and entry.header is not None and entry.header.supersedes is not None:
            former = entry.header.supersedes
            about = (former.log, bytes.fromhex(former.leaf))
            if about in marked and former.log.split("/")[1] == entry.party:
                marked[about] = entry.record.marking
    return frozenset(
        (entry.log, entry.seq)
        for entry in held
        if not _holds_no_word(entry) and not marked[entry.log, entry.leaf].within(ceiling)
    )


def cleared(entry: Entry, hidden: frozenset[Place]) -> Entry:
    """The entry, without its words where its place is hidden."""
    return bare(entry) if (entry.log, entry.seq) in hidden else entry


def as_seen(folded: Register, whole: Register, hidden: frozenset[Place]) -> Register:
    """`folded`, made of cleared entries, told as if the hidden ones were not: nothing waits for them or fails by them.

    `whole` is the common register: what is set aside there and not hidden is set aside here.
    """
    return replace(
        folded,
        set_aside=tuple(each for each in whole.set_aside if (each.log, each.seq) not in hidden),
        waiting=tuple(each for each in whole.waiting if (each.log, each.seq) not in hidden),
        flags=tuple(each for each in whole.flags if (each.log, each.seq) not in hidden),
        destructions=tuple(each for each in whole.destructions if (each.log, each.seq) not in hidden),
    )


def plans_of(entries: Mapping[str, Iterable[Entry]], hidden: frozenset[Place]) -> frozenset[str]:
    """The plans of which something is hidden, by id."""
    return frozenset(
        entry.header.subject.partition("#")[0]
        for held in entries.values()
        for entry in held
        if (entry.log, entry.seq) in hidden and entry.header is not None
    )


def _holds_no_word(entry: Entry) -> bool:
    if isinstance(entry.record, Proposed):
        return entry.record.kind == CHARTER
    return entry.header is not None and entry.header.type in _WORDLESS


def _marking(entry: Entry) -> Marking:
    if entry.header is None:
        return TOP
    try:
        return read_marking(entry.header.marking)
    except Fault:
        return TOP
