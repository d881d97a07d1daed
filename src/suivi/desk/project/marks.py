"""What every record of a channel is known by, in an index, so that a ticket need not read all of them.

- A mark is 128 bits of SHA-256 over a text, an id, a digest or a leaf; the words themselves are not kept a second time.
- It says where to look: what is found is read, and `exchange.onwards` decides over the words (exchange format, 13.5).
- The texts of our own log are marked too: words that stand there are ours as well.
"""

import base64
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from suivi.desk import entries, registers
from suivi.desk.inserting import insert_values
from suivi.desk.models import MarkRow
from suivi.exchange.onwards import marks_of, texts_of
from suivi.plan.channel import PUBLIC
from suivi.record.entry import Entry

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Repeated:
    """Of one channel: those of the words asked about that are not ours, and where other parties say them.

    `places` are party and position, in the order of the parties' codes, each log in its own.
    """

    words: frozenset[str]
    places: tuple[tuple[str, int], ...]


def follow(log: str, *, from_seq: int) -> None:
    """Make the marks of a shared log anew from entry `from_seq` on."""
    _, party, channel = log.split("/")
    MarkRow.objects.filter(channel=channel, party=party, seq__gte=from_seq).delete()
    known_by = texts_of if party == entries.own_node().party else marks_of
    marked = (
        (channel, party, entry.seq, mark_of(word)) for entry in _held(log, from_seq) for word in sorted(known_by(entry))
    )
    insert_values(MarkRow, ("channel", "party", "seq", "mark"), marked)


def _held(log: str, from_seq: int) -> Iterator[Entry]:
    """The entries whose contents are held now, as they were read for the register; what memory does not know is read."""
    known = registers.logs(log.split("/")[2]).get(log, [])[from_seq:]
    absent = entries.without_content(log, from_seq=from_seq)
    for entry in known:
        if entry.seq in absent:  # destroyed, whatever is remembered of it
            continue
        remembered = entry.record is not None or entry.flaw is not None
        yield entry if remembered else next(entries.read_log(log, from_seq=entry.seq, size=1))
    yield from entries.read_log(log, from_seq=from_seq + len(known))


def repeated(words: Collection[str], *, own: str) -> dict[str, Repeated]:
    """What of `words` other parties have said, by channel; a channel where nobody has is left out. `own` is our party."""
    marks = {mark_of(word): word for word in words}
    ours: dict[str, set[str]] = {}
    theirs: dict[str, set[tuple[str, int]]] = {}
    for channel, mark in _said_by_us(marks, own):
        ours.setdefault(channel, set()).add(mark)
    for channel, party, seq, mark in _said_by_others(marks, own):
        if mark not in ours.get(channel, ()):
            theirs.setdefault(channel, set()).add((party, seq))
    return {
        channel: Repeated(
            frozenset(word for mark, word in marks.items() if mark not in ours.get(channel, ())), tuple(sorted(places))
        )
        for channel, places in theirs.items()
    }


def _said_by_us(marks: Iterable[str], own: str) -> Iterator[tuple[str, str]]:
    for batch in _batches(marks):
        yield from MarkRow.objects.filter(mark__in=batch, party=own).values_list("channel", "mark").distinct()


def _said_by_others(marks: Iterable[str], own: str) -> Iterator[tuple[str, str, int, str]]:
    for batch in _batches(marks):
        found = MarkRow.objects.filter(mark__in=batch).exclude(party=own).exclude(channel=PUBLIC)
        yield from found.values_list("channel", "party", "seq", "mark").iterator()


def _batches(names: Iterable[str]) -> Iterator[list[str]]:
    left = iter(names)
    while batch := list(islice(left, _BATCH)):
        yield batch


def mark_of(word: str) -> str:
    """128 bits of the SHA-256 of `word` in 22 characters of base64."""
    return base64.urlsafe_b64encode(hashlib.sha256(word.encode()).digest()[:16]).decode().rstrip("=")
