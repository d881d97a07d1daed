"""Joint texts: which proposals every party has spoken for and sealed, hence which are in effect.

For a proposal D, known by its leaf, and a party p (exchange format, section 8):
- voice(p): the first of p's entries that is D itself or concurs with D;
- exit(p): the first that declines D or withdraws from it;
- seal(p): the first seal on D after voice(p), with no exit(p) before it, that names the place and leaf of the
  voice of *every* party and whose `seen` covers each of them.
- D is in effect if and only if every party of the proposal has sealed it.
The rule reads prefixes of logs: any order of arrival gives the same answer, it never flips back, and crossed
letters bind nobody. It holds for any number of parties.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Self, TypeAlias

from suivi.log.header import Header
from suivi.plan.channel import origin_of
from suivi.record.entry import Entry
from suivi.record.joint import Concurred, Declined, Proposed, Sealed, Withdrew

Word: TypeAlias = Concurred | Declined | Withdrew | Sealed
"""What a party can say to a proposal that is already on record."""


class Place(NamedTuple):
    """Where a word stands in its party's log: position from 0, and leaf hash (32 bytes)."""

    seq: int
    leaf: bytes


@dataclass(frozen=True, kw_only=True)
class JointText:
    """A proposal and what each party has said to it so far.

    `voices`, `exits` and `seals` are by party; a party that has not said so is absent. `seals_at` are the
    instants of the seals that count. `inherited`: it came into effect in the channel that this one succeeds.
    """

    leaf: bytes
    proposal: Entry
    proposed: Proposed
    voices: Mapping[str, Place]
    exits: Mapping[str, Place] = field(default_factory=dict)
    seals: Mapping[str, Place] = field(default_factory=dict)
    seals_at: Mapping[str, str] = field(default_factory=dict)
    inherited: bool = False

    @classmethod
    def of(cls, proposal: Entry, proposed: Proposed) -> Self:
        """The text as proposed: its proposer has spoken, nobody has sealed."""
        voices = {proposal.party: Place(proposal.seq, proposal.leaf)}
        return cls(leaf=proposal.leaf, proposal=proposal, proposed=proposed, voices=voices)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties the text would bind, in charter order."""
        return self.proposed.parties

    @property
    def in_effect(self) -> bool:
        """Whether every party has sealed; once true, no later entry makes it false."""
        return len(self.seals) == len(self.parties)

    @property
    def in_effect_at(self) -> str:
        """The latest instant among the seals; empty while one is missing."""
        return max(self.seals_at.values()) if self.in_effect else ""

    @property
    def still_to_speak(self) -> tuple[str, ...]:
        """The parties without a voice, in charter order; one that has left is not waited for."""
        return tuple(party for party in self.parties if party not in self.voices and party not in self.exits)

    @property
    def still_to_seal(self) -> tuple[str, ...]:
        """The parties without a seal, in charter order; one that has left is not waited for."""
        return tuple(party for party in self.parties if party not in self.seals and party not in self.exits)

    @property
    def abandoned(self) -> bool:
        """Whether a party left before sealing, so that the text can no longer come into effect."""
        return any(party not in self.seals for party in self.exits)

    @property
    def pending(self) -> bool:
        """Whether the text can still come into effect and has not."""
        return not self.in_effect and not self.abandoned

    def precedes(self, entry: Entry) -> bool:
        """Whether `entry` comes after the effect: its own log and its `seen` hold every party's seal.

        The same answer everywhere, whatever else has arrived (exchange format, section 6). What came into effect
        before the channel was opened comes before everything in it.
        """
        header = entry.header
        if self.inherited:
            return header is not None
        if header is None or not self._to_be_seen:
            return False
        for log, seq in self._to_be_seen:
            if seq >= (header.seq if log == header.log else header.seen.get(log, 0)):
                return False
        return True

    @cached_property
    def _to_be_seen(self) -> tuple[tuple[str, int], ...]:
        """Where each seal stands, by origin and seq; empty while one is missing."""
        # Asked of every entry of the channel: the origins are put together once.
        channel = self.proposal.log.split("/", 2)[2]
        seals = self.seals.items() if self.in_effect else ()
        return tuple((origin_of(party, channel), seal.seq) for party, seal in seals)

    def after(self, entry: Entry, word: Word, *, at: str) -> tuple[Self, str]:
        """This text once `word`, which stands in `entry` and counts from `at`, is said.

        The second value is empty, or the fault for which the word has no effect (faults C04 to C08, C10).
        Entries must come in an order that respects logs and `seen`.
        """
        if entry.party not in self.parties:
            return self, "joint.parties"
        match word:
            case Concurred():
                return self._spoken_for(entry)
            case Sealed():
                return self._sealed(entry, word, at)
            case _:
                return self._left(entry)

    def _spoken_for(self, entry: Entry) -> tuple[Self, str]:
        # The second of two concurrences is no fault: the first counts (C02).
        heard = self
        if entry.party not in self.voices:
            heard = replace(self, voices={**self.voices, entry.party: Place(entry.seq, entry.leaf)})
        return heard, "joint.final-exit" if entry.party in self.exits else ""

    def _left(self, entry: Entry) -> tuple[Self, str]:
        if entry.party in self.seals:
            return self, "joint.bound"
        if entry.party in self.exits:
            return self, "joint.final-exit"
        return replace(self, exits={**self.exits, entry.party: Place(entry.seq, entry.leaf)}), ""

    def _sealed(self, entry: Entry, seal: Sealed, at: str) -> tuple[Self, str]:
        if entry.party in self.seals:
            return self, ""
        if fault := self._against(entry, seal):
            return self, fault
        seals = {**self.seals, entry.party: Place(entry.seq, entry.leaf)}
        return replace(self, seals=seals, seals_at={**self.seals_at, entry.party: at}), ""

    def _against(self, entry: Entry, seal: Sealed) -> str:
        """The fault of a seal that does not count; empty for one that does."""
        if entry.party in self.exits:
            return "joint.final-exit"
        if entry.party not in self.voices:
            return "joint.seal-early"
        if seal.voices.keys() != set(self.parties) or not self._has_heard_all(entry):
            return "joint.seal-incomplete"
        named = {party: (voice.seq, voice.leaf) for party, voice in seal.voices.items()}
        heard = {party: (voice.seq, voice.leaf.hex()) for party, voice in self.voices.items()}
        return "" if named == heard else "joint.seal-voice"

    def _has_heard_all(self, entry: Entry) -> bool:
        everybody = set(self.parties) <= self.voices.keys()
        return everybody and entry.header is not None and _covers(entry.header, self.voices, entry.party)


def _covers(header: Header, places: Mapping[str, Place], own: str) -> bool:
    channel = header.log.split("/", 2)[2]
    return all(
        place.seq < (header.seq if party == own else header.seen.get(origin_of(party, channel), 0))
        for party, place in places.items()
    )
