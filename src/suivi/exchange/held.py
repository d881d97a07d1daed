"""Held: what a node must be able to say about the logs it holds, so that a delivery can be compared with them.

The desk answers from its tables, the tests from memory; nothing here is written to.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from suivi.log.tree import Frontier
from suivi.record.marking import Marking


class Held(Protocol):
    """One channel as this node holds it: its own log and verified copies of the others', by origin.

    An origin never heard of is an empty log: size 0, the empty frontier and root, no checkpoint.
    """

    def parties(self) -> Sequence[str]:
        """The parties of the charter in effect, in its order; before that, those whose key lists are known here."""
        ...

    def manifests(self, party: str) -> Sequence[bytes]:
        """The key lists of `party` in this channel as signed notes, version 1 first, none missing; empty if unknown."""
        ...

    def suspended(self) -> bool:
        """Whether evidence has suspended this channel."""
        ...

    def ceiling(self) -> Marking:
        """The highest marking the channel may carry now."""
        ...

    def root_threshold_min(self) -> int:
        """The fewest root signatures a key list may ask for, as the charter says; 1 before there is one."""
        ...

    def limits(self) -> Mapping[str, int]:
        """Every limit of the format by name, or the lower one that the charter in effect states."""
        ...

    def size(self, origin: str) -> int:
        """How many entries of that log are held."""
        ...

    def frontier(self, origin: str) -> Frontier:
        """The frontier of that log at its size."""
        ...

    def root_at(self, origin: str, size: int) -> bytes:
        """The root (32 bytes) of that log at an earlier or its present `size`."""
        ...

    def line_leaf(self, origin: str, seq: int) -> bytes:
        """The leaf hash (32 bytes) of the entry at position `seq`, from 0."""
        ...

    def checkpoint(self, origin: str) -> bytes | None:
        """The signed note of that log at its size, None while nothing of it was ever accepted."""
        ...

    def blob(self, sha256: str) -> bool:
        """Whether the attachment of that digest (64 hex digits) is held."""
        ...

    def awaited_blobs(self) -> Collection[str]:
        """Digests of attachments that held entries name and that have not arrived (check 26)."""
        ...

    def awaited_contents(self, origin: str) -> Collection[int]:
        """Positions in that log whose content came as null without a destruction on record (H14)."""
        ...

    def destroyed_contents(self, origin: str) -> Collection[int]:
        """Positions in that log whose content has been destroyed, or is to be (section 9.3)."""
        ...
