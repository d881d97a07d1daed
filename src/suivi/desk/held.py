"""What this node holds of a channel, answered from its tables as the exchange asks (`exchange/held.py`)."""

from collections.abc import Collection, Mapping, Sequence

from suivi.desk import entries, registers
from suivi.log.tree import Frontier
from suivi.record.channel import limits_of
from suivi.record.joint import CHARTER
from suivi.record.marking import Marking


class HeldChannel:
    """One channel of this node; nothing here writes."""

    def __init__(self, channel: str) -> None:
        self._channel = channel

    def parties(self) -> Sequence[str]:
        """The parties of the charter in effect, in its order; before that, those whose key lists are known."""
        charter = registers.common(self._channel).charter
        return entries.parties(self._channel) if charter is None else charter.codes

    def manifests(self, party: str) -> Sequence[bytes]:
        """The key lists of `party`, version 1 first."""
        return entries.key_lists(party, self._channel)

    def suspended(self) -> bool:
        """Whether evidence has suspended this channel."""
        return entries.suspension(self._channel) is not None

    def ceiling(self) -> Marking:
        """The highest marking the channel may carry now."""
        return registers.ceiling(self._channel)

    def root_threshold_min(self) -> int:
        """How many root keys must sign a key list at least: the charter's word, or 1 before there is one."""
        in_effect = [text for text in registers.common(self._channel).joint_texts.values() if text.in_effect]
        charters = [text.proposed.body_value for text in in_effect if text.proposed.kind == CHARTER]
        stated = charters[-1].get("root_threshold_min") if charters else None
        return stated if isinstance(stated, int) else 1

    def limits(self) -> Mapping[str, int]:
        """Every limit of the format by name, or the lower one that the charter in effect states."""
        return limits_of(registers.common(self._channel).charter)

    def size(self, origin: str) -> int:
        """How many entries of that log are held."""
        return entries.log_size(origin)

    def frontier(self, origin: str) -> Frontier:
        """The frontier of that log at its size."""
        return entries.frontier(origin)

    def root_at(self, origin: str, size: int) -> bytes:
        """The root of that log at an earlier or its present size."""
        return entries.root_at(origin, size)

    def line_leaf(self, origin: str, seq: int) -> bytes:
        """The leaf hash of the entry at that place."""
        leaf = entries.leaf_at(origin, seq)
        if leaf is None:
            raise IndexError(f"{origin} holds no entry {seq}")
        return leaf

    def checkpoint(self, origin: str) -> bytes | None:
        """The signed note of that log at its size."""
        note = entries.checkpoint(origin)
        return None if note is None else note.octets()

    def blob(self, sha256: str) -> bool:
        """Whether the attachment of that digest is held."""
        return entries.holds_attachment(sha256)

    def awaited_blobs(self) -> Collection[str]:
        """Digests of attachments that held entries name and that have not arrived (check 26)."""
        return {digest for _, digest in registers.attachments(self._channel) if not entries.holds_attachment(digest)}

    def awaited_contents(self, origin: str) -> Collection[int]:
        """Places in that log whose content came as null with no destruction on record."""
        return {
            waiting.seq
            for waiting in registers.common(self._channel).waiting
            if waiting.log == origin and waiting.code == "content.absent"
        }

    def destroyed_contents(self, origin: str) -> Collection[int]:
        """Places in that log whose content has been destroyed, or is to be."""
        return {one.seq for one in registers.common(self._channel).destructions if one.log == origin}
