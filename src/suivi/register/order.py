"""One order for all entries of a channel, the same in every capital, without clocks.

- An entry follows its forerunner in its log and everything its `seen` covers; ties go by the order of the
  parties in the charter. The order is a function of the set of entries, not of their arrival (Kahn, 1962).
- An entry whose forerunner is missing, or whose `seen` reaches beyond what is held, waits, and so does all
  that follows it.
- An entry that has seen everything placed comes last, so a register can take it as one more step.
- An entry that claims to have seen a receipt which itself covers that entry is refuted: the receipt carries the
  signature of the entry's own party over a log that held it already. It is placed although what it claims to have
  seen is not there, and the fold sets it aside (check 20, record.seen): no claim can hold up another's log.
- Other entries that each claim to have seen the other cannot both be true either, but nothing in them tells who is
  wrong: of such a circle, the entry of the party named last in the charter gives way in the same manner. Parties
  that state as `seen` only what they could place never come into one.
- What `seen` says of its own log or of logs outside the channel orders nothing; that is check 20 too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from suivi.plan.channel import origin_of
from suivi.record.entry import Entry

_RECEIPT: Final = "channel.receipt"


@dataclass(slots=True)
class _Queue:
    """One log while it is being placed: entries not yet placed by seq, and all its receipts, in order of arrival.

    `placed` counts those placed, `unbroken` those held without a gap from the first.
    """

    entries: dict[int, Entry] = field(default_factory=dict)
    receipts: list[Entry] = field(default_factory=list)
    placed: int = 0
    unbroken: int = 0

    def hold(self, entry: Entry) -> None:
        """Keep `entry` until it is placed; one already placed or held is not kept twice."""
        if entry.seq < self.placed or entry.seq in self.entries:
            return
        self.entries[entry.seq] = entry
        if entry.header is not None and entry.header.type == _RECEIPT:
            self.receipts.append(entry)
        while self.unbroken in self.entries:
            self.unbroken += 1

    def head(self) -> Entry | None:
        """The next entry to place, if it is held."""
        return self.entries.get(self.placed)


class Ordering:
    """The entries of one channel as they are placed; `codes` are the parties in charter order.

    `proves` answers whether a receipt is what it claims to be, signatures and all; without it, every one is.
    Offered in any order, the same entries end up placed or waiting alike. The sequence in which they are
    placed is the canonical one if everything was held before the first was placed (`in_order`), or if each
    new entry had seen everything placed before it (`comes_last`).
    """

    def __init__(self, codes: Sequence[str], proves: Callable[[Entry], bool] | None = None) -> None:
        self._codes = tuple(codes)
        self._proves = proves
        self._queues: dict[str, _Queue] = {}

    def offer(self, entry: Entry) -> list[Entry]:
        """The entries now placed: `entry` itself, if nothing is missing, and what waited for it."""
        self.hold(entry)
        return self.place()

    def hold(self, entry: Entry) -> None:
        """Keep `entry` without placing anything yet; raises `KeyError` for a log that is not of the channel."""
        if not self._queues:
            channel = entry.log.split("/", 2)[2]
            self._queues = {origin_of(code, channel): _Queue() for code in self._codes}
        self._queues[entry.log].hold(entry)

    def place(self) -> list[Entry]:
        """Everything held that can now be placed, in order."""
        placed: list[Entry] = []
        while (queue := self._next()) is not None:
            placed.append(queue.entries.pop(queue.placed))
            queue.placed += 1
        return placed

    def comes_last(self, entry: Entry) -> bool:
        """Whether `entry` follows everything placed so far, whatever else may arrive."""
        if entry.header is None or entry.seq != self.placed(entry.log):
            return False
        seen = entry.header.seen
        return all(log == entry.log or seen.get(log, 0) >= queue.placed for log, queue in self._queues.items())

    def placed(self, log: str) -> int:
        """How many entries of `log` are placed."""
        return self._queues[log].placed if log in self._queues else 0

    def held(self, log: str) -> int:
        """How many entries of `log` stand without a gap from the first, placed or waiting."""
        return self._queues[log].unbroken if log in self._queues else 0

    def waiting(self) -> list[Entry]:
        """The entries held but not placed, log by log in charter order, each log by seq."""
        return [queue.entries[seq] for queue in self._queues.values() for seq in sorted(queue.entries)]

    def _next(self) -> _Queue | None:
        stuck: list[str] = []
        for log, queue in self._queues.items():
            head = queue.head()
            if head is None:
                continue
            if not self._missing(head):
                return queue
            stuck.append(log)
        return self._giving_way(stuck) if stuck else None

    def _missing(self, head: Entry) -> list[str]:
        """The other logs of which `head` has seen more than is placed."""
        if head.header is None:
            return []
        queues = self._queues
        return [
            log
            for log, size in head.header.seen.items()
            if log in queues and size > queues[log].placed and log != head.log
        ]

    def _giving_way(self, stuck: list[str]) -> _Queue | None:
        """Of the logs whose next entry misses something, the one whose claim is not to be waited for, if any."""
        needs = {log: self._missing(self._queues[log].entries[self._queues[log].placed]) for log in stuck}
        refuted = [log for log in stuck if self._is_refuted(log, needs[log])]
        circle = refuted or self._circle(needs)
        return self._queues[circle[-1]] if circle else None

    def _is_refuted(self, log: str, missing: list[str]) -> bool:
        """Whether a log that the next entry of `log` claims to have seen holds a receipt for that very entry."""
        head = self._queues[log].head()
        if head is None or head.header is None:
            return False
        seen = head.header.seen
        return any(
            receipt.seq < seen[other]
            and receipt.header is not None
            and receipt.header.seen.get(log, 0) > head.seq
            and (self._proves is None or self._proves(receipt))
            for other in missing
            for receipt in self._queues[other].receipts
        )

    def _circle(self, needs: dict[str, list[str]]) -> list[str]:
        """The logs, in charter order, that wait for one another and for nothing absent."""
        needs = dict(needs)
        while absent := [log for log in needs if not self._is_held(log, needs)]:
            for log in absent:
                del needs[log]
        reached = {log: _reached_from(log, needs) for log in needs}
        return [log for log in needs if all(log in reached[other] for other in reached[log])]

    def _is_held(self, log: str, needs: dict[str, list[str]]) -> bool:
        head = self._queues[log].head()
        seen = head.header.seen if head is not None and head.header is not None else {}
        return all(other in needs and seen[other] <= self._queues[other].unbroken for other in needs[log])


def in_order(codes: Sequence[str], entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The canonical order of a set of entries of one channel, and those that wait."""
    ordering = Ordering(codes)
    for entry in entries:
        ordering.hold(entry)
    return ordering.place(), ordering.waiting()


def _reached_from(start: str, needs: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    ahead = list(needs[start])
    while ahead:
        log = ahead.pop()
        if log not in reached:
            reached.add(log)
            ahead.extend(needs[log])
    return reached
