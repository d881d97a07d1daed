"""Described: what each party has supplied about a plan beyond its text; the last word of a party counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from suivi.log.canonical import Json
from suivi.record.described import PlanDescribed
from suivi.record.entry import Entry
from suivi.record.marking import Marking, read_marking


@dataclass(frozen=True, kw_only=True)
class Described:
    """The facts `party` supplies, where they are on record (`leaf` of 32 bytes), and the instant they count from."""

    log: str
    seq: int
    id: str
    leaf: bytes
    party: str
    said: PlanDescribed
    at: str
    marking: Marking

    @classmethod
    def of(cls, entry: Entry, said: PlanDescribed, *, at: str) -> Self:
        """The facts that `said`, which stands in `entry` and counts from `at`, supplies."""
        if entry.header is None:
            raise ValueError("a description stands in an entry that has a header")
        return cls(
            log=entry.log,
            seq=entry.seq,
            id=entry.header.id,
            leaf=entry.leaf,
            party=entry.party,
            said=said,
            at=at,
            marking=read_marking(entry.header.marking),
        )

    def value(self) -> dict[str, Json]:
        """The facts as plain JSON, with whose word they are and where it is on record."""
        return {
            **self.said.value(),
            "party": self.party,
            "at": self.at,
            "marking": self.marking.value(),
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "leaf": self.leaf.hex(),
        }


def supplied(described: Sequence[Described], parties: Sequence[str]) -> tuple[Described, ...]:
    """The word that counts of each party that has supplied any, in the order of `parties`; `described` oldest first."""
    last = {one.party: one for one in described}
    return tuple(last[party] for party in parties if party in last)
