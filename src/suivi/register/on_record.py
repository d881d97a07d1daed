"""On record: a word of one party as it was said, with where it is on record and since when it counts."""

from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from suivi.log.canonical import Json
from suivi.record.entry import Entry
from suivi.record.marking import Marking, read_marking

Said = TypeVar("Said")


@dataclass(frozen=True, kw_only=True)
class OnRecord(Generic[Said]):
    """What `party` `said`, where it is on record (`log`, `seq`, `id`, `leaf` of 32 bytes), the instant it counts from."""

    log: str
    seq: int
    id: str
    leaf: bytes
    party: str
    said: Said
    at: str
    marking: Marking

    @classmethod
    def of(cls, entry: Entry, said: Said, *, at: str) -> Self:
        """`said`, which stands in `entry`, counting from `at`."""
        if entry.header is None:
            raise ValueError("what is said stands in an entry that has a header")
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

    def where(self) -> dict[str, Json]:
        """Whose word it is and where it is on record, as plain JSON."""
        return {
            "party": self.party,
            "at": self.at,
            "marking": self.marking.value(),
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "leaf": self.leaf.hex(),
        }
