"""Destruction: contents that their author has asked everybody to destroy, and who attests to have done so.

- The entry, its header and the tree stay; what the content said has no effect from then on, in any capital, whether
  the bytes are still there or not (exchange format, section 9.3).
- Which entries are concerned depends on their own log alone: the same answer whatever else has arrived.
- Words of joint texts and what a node writes by itself cannot be destroyed (change.indestructible).
- What stands in an old log is asked for in the channel that succeeds it, by the same party.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from suivi.log.header import Reference
from suivi.record.changes import DestroyAsked
from suivi.record.entry import Entry
from suivi.record.kinds import DESTRUCTIBLE

Place: TypeAlias = tuple[str, int]

LOOKED_AT_AGAIN: Final = 1_024
"""How many of the newest entries of a log are fetched again, once a day, to see that what was destroyed stays so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destruction:
    """The entry `log` `seq` with that leaf (32 bytes), whose content of that digest (64 hex digits) is to be destroyed.

    `asked_at` is the position of the request in the same log, `reason` its code; `attested` the parties that say to
    have done so, in the order in which they said it.
    """

    log: str
    seq: int
    leaf: bytes
    digest: str
    asked_at: int
    reason: str
    attested: tuple[str, ...] = ()
    attested_at: tuple[int, ...] = ()

    def attested_by(self, party: str, seq: int) -> "Destruction":
        """The same, once `party` has attested it too, in its entry `seq`."""
        if party in self.attested:
            return self
        return replace(self, attested=(*self.attested, party), attested_at=(*self.attested_at, seq))


def asked_for(held: Mapping[str, Mapping[int, Entry]], requests: Sequence[Entry]) -> dict[Place, Destruction]:
    """What `requests` ask to destroy among the entries `held` by log and position; unsound requests ask for nothing."""
    found: dict[Place, Destruction] = {}
    for request in sorted(requests, key=lambda entry: (entry.log, entry.seq)):
        target = request.header.target if request.header is not None else None
        if target is None or not isinstance(request.record, DestroyAsked):
            continue
        entry = held.get(target.log, {}).get(target.seq)
        if entry is not None and may_destroy(request, target, entry):
            assert entry.header is not None
            destruction = Destruction(
                log=entry.log,
                seq=entry.seq,
                leaf=entry.leaf,
                digest=entry.header.sha256,
                asked_at=request.seq,
                reason=request.record.reason,
            )
            found.setdefault((entry.log, entry.seq), destruction)
    return found


def may_destroy(request: Entry, target: Reference, entry: Entry) -> bool:
    """Whether `request` can have the content of `entry` destroyed: its own, earlier, of a kind that allows it.

    What stands in a log of another channel is earlier: only what was agreed on is asked for from its successor.
    """
    return (
        request.party == entry.party
        and (request.log != entry.log or entry.seq < request.seq)
        and entry.leaf.hex() == target.leaf
        and entry.header is not None
        and entry.header.type in DESTRUCTIBLE
    )


def looked_at_again(destructions: Iterable[Destruction], log: str, size: int) -> set[int]:
    """The places in `log`, of that size, whose lines are fetched again to see whether they still hold content (W04)."""
    return {one.seq for one in destructions if one.log == log and size - one.seq <= LOOKED_AT_AGAIN}


def bare(entry: Entry) -> Entry:
    """The entry as everybody must read it once its content is to be destroyed: header only."""
    return replace(entry, record=None, salt="", flaw=None, octets=0)
