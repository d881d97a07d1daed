"""Two or three capitals in memory: honest ones that keep what they take in, and one that may write anything.

Keys come from fixed seeds (one byte repeated 32 times), ids and salts from a count: every byte is the same each run.
"""

import copy
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from suivi.exchange.automatic import Automatic, notices_due, receipt_for, receipt_is_due, seals_due, written
from suivi.exchange.charter import charter_proposal, first_charter
from suivi.exchange.effect import Effect, effect_of
from suivi.exchange.faults import Suspended
from suivi.exchange.hand_over import hand_over
from suivi.exchange.receipts import vouching
from suivi.exchange.take_in import Taken, take_in_bundle
from suivi.log.canonical import canonical
from suivi.log.header import Header, Reference, write_line
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import KeyRange, Manifest, manifest_note, read_manifest
from suivi.log.note import Checkpoint, Note, Signer, cosigned, read_checkpoint, read_note, signed
from suivi.log.tree import Frontier, leaf_hash, root_of
from suivi.plan.channel import CharterLanguage, CharterParty, origin_of
from suivi.record.changes import DestroyAsked
from suivi.record.channel import LIMITS, limits_of
from suivi.record.entry import Entry, read_entry
from suivi.record.joint import Concurred, Proposed
from suivi.record.kinds import Record, content_value, type_of
from suivi.record.marking import AMBER, Marking
from suivi.record.reports import ReportFiled, Stage
from suivi.register.destruction import asked_for
from suivi.register.fold import Fold, Register

CHANNEL = "demo"
AT = "2026-01-05T09:30:00Z"
STRANGER = Ed25519Signer.from_seed(bytes([250]) * 32)

Pair = tuple[bytes, bytes | None]


def seeded(number: int) -> Ed25519Signer:
    return Ed25519Signer.from_seed(bytes([number]) * 32)


def report(words: str = "A first meeting was held.") -> ReportFiled:
    return ReportFiled(provision="P1.I1", stage=Stage.UNDER_WAY, account={"en": words}, on="2026-01-04")


def digest(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()


@dataclass
class Copy:
    """A log as somebody holds it: header and content of each entry, and the newest signed note."""

    pairs: list[Pair] = field(default_factory=list)
    note: bytes | None = None

    @property
    def leaves(self) -> list[bytes]:
        return [leaf_hash(header) for header, _ in self.pairs]

    def lines(self, start: int = 0, end: int | None = None) -> list[bytes]:
        return [write_line(header, content) for header, content in self.pairs[start:end]]


class Capital:
    """One party of the channel with its keys, its own log and copies of the others' (`exchange.held.Held`)."""

    def __init__(self, code: str, first_seed: int) -> None:
        self.code = code
        self.origin = origin_of(code, CHANNEL)
        self.roots = [seeded(first_seed + step) for step in range(3)]
        self.log_signer: Signer = seeded(first_seed + 3)
        self.witness = seeded(first_seed + 4)
        self.logs: dict[str, Copy] = {}
        self.attachments: dict[str, bytes] = {}
        self.evidence: list[bytes] = []
        self.lists: dict[str, list[bytes]] = {code: [manifest_note(self.first_manifest(), self.roots[:2]).octets()]}
        self.highest = AMBER
        self.threshold = 1
        self.lowered = False  # whether a charter may have lowered the limits: most never ask a register
        self.count = 0
        self.own_log.note = self.signed_note().octets()

    # Keys

    def first_manifest(self) -> Manifest:
        return Manifest(
            party=self.code,
            channel=CHANNEL,
            version=1,
            issued="2026-01-05",
            previous=None,
            threshold=2,
            roots=tuple(root.public for root in self.roots),
            logs=(KeyRange(self.log_signer.public, 0),),
            witnesses=(KeyRange(self.witness.public, 0),),
        )

    @property
    def manifest(self) -> Manifest:
        return read_manifest(self.lists[self.code][-1]).manifest

    def following(self, **changes: object) -> Manifest:
        """The next version of our key list, sound unless a field is changed."""
        current = self.manifest
        fields: dict[str, object] = {
            "version": current.version + 1,
            "previous": current.fingerprint(),
            "issued": "2026-02-01",
        }
        return replace(current, **{**fields, **changes})  # type: ignore[arg-type]  # a test may write any field

    def publish_keys(self, manifest: Manifest, signers: Sequence[Signer] | None = None) -> None:
        self.lists[self.code].append(manifest_note(manifest, signers or self.roots[:2]).octets())

    # Held

    def parties(self) -> list[str]:
        return list(self.lists)

    def manifests(self, party: str) -> list[bytes]:
        return self.lists.get(party, [])

    def suspended(self) -> bool:
        return bool(self.evidence)

    def ceiling(self) -> Marking:
        return self.highest

    def root_threshold_min(self) -> int:
        return self.threshold

    def limits(self) -> dict[str, int]:
        return limits_of(self.register().charter) if self.lowered else LIMITS

    def copy_of(self, origin: str) -> Copy:
        return self.logs.get(origin, Copy())

    def size(self, origin: str) -> int:
        return len(self.copy_of(origin).pairs)

    def frontier(self, origin: str) -> Frontier:
        frontier = Frontier()
        for leaf in self.copy_of(origin).leaves:
            frontier = frontier.after(leaf)
        return frontier

    def root_at(self, origin: str, size: int) -> bytes:
        return root_of(self.copy_of(origin).leaves[:size])

    def line_leaf(self, origin: str, seq: int) -> bytes:
        return self.copy_of(origin).leaves[seq]

    def checkpoint(self, origin: str) -> bytes | None:
        return self.copy_of(origin).note

    def blob(self, sha256: str) -> bool:
        return sha256 in self.attachments

    def awaited_blobs(self) -> set[str]:
        records = [entry.record for entries in self.entries().values() for entry in entries]
        named = {one.sha256 for record in records if isinstance(record, Proposed) for one in record.attachments}
        return named - self.attachments.keys()

    def awaited_contents(self, origin: str) -> set[int]:
        pairs = self.copy_of(origin).pairs
        return {seq for seq, (_, content) in enumerate(pairs) if content is None} - self.destroyed_contents(origin)

    def destroyed_contents(self, origin: str) -> set[int]:
        held = self.copy_of(origin)
        if not any(b'"change.destroy-asked"' in header for header, _ in held.pairs):
            return set()
        entries = {seq: read_entry(*pair) for seq, pair in enumerate(held.pairs)}
        requests = [entry for entry in entries.values() if isinstance(entry.record, DestroyAsked)]
        return {seq for _, seq in asked_for({origin: entries}, requests)}

    def destroy(self) -> None:
        """Empty every content that is to be destroyed, as a desk does in the transaction that brings the request."""
        for origin, held in self.logs.items():
            for seq in self.destroyed_contents(origin):
                held.pairs[seq] = (held.pairs[seq][0], None)

    # Writing

    @property
    def own_log(self) -> Copy:
        return self.logs.setdefault(self.origin, Copy())

    def token(self) -> str:
        self.count += 1
        return digest(f"{self.code} {self.count}".encode())[:32]

    def seen(self) -> dict[str, int]:
        return {log: len(held.pairs) for log, held in self.logs.items() if log != self.origin and held.pairs}

    def header(self, content: bytes, kind: str, **changes: object) -> Header:
        fields: dict[str, object] = {
            "log": self.origin,
            "seq": len(self.own_log.pairs),
            "id": self.token(),
            "type": kind,
            "subject": "channel",
            "sha256": digest(content),
            "size": len(content),
            "marking": {"tlp": "AMBER"},
            "seen": self.seen(),
            "manifest": len(self.lists[self.code]),
            "at": AT,
        }
        return Header(**{**fields, **changes})  # type: ignore[arg-type]  # a test may write any field

    def write(self, record: Record, *, salt: str | None = None, **changes: object) -> Reference:
        """Put a sound record in our own log, sign the new state, and give the reference to it."""
        content = canonical(content_value(record, salt=salt or self.token()))
        return self.append(self.header(content, type_of(record), **changes).octets(), content)

    def append(self, header: bytes, content: bytes | None) -> Reference:
        """Put any bytes in our own log, sound or not, and sign the new state."""
        self.own_log.pairs.append((header, content))
        self.own_log.note = self.signed_note().octets()
        return Reference(self.origin, len(self.own_log.pairs) - 1, leaf_hash(header).hex())

    def signed_note(self, size: int | None = None, *, signer: Signer | None = None, **changes: object) -> Note:
        """Our checkpoint at `size`, signed with our log key or another one; any part of it may be changed."""
        leaves = self.own_log.leaves[:size]
        parts: dict[str, object] = {"origin": self.origin, "size": len(leaves), "root": root_of(leaves)}
        text = Checkpoint(**{**parts, **changes}).text()  # type: ignore[arg-type]  # a test may write any part
        return signed(text, self.origin, signer or self.log_signer)

    def cosign(self, octets: bytes) -> str:
        note = cosigned(read_note(octets), f"suivi/{self.code}/witness", self.witness, at_seconds=1_767_600_000)
        return note.octets().decode()

    # Handing over and taking in

    def bundle(self, to: str | Sequence[str], start: int = 0, *, log: str | None = None, **changes: object) -> bytes:
        """A file for `to` from entry `start`; every field of the file may be replaced."""
        origin = log or self.origin
        held = self.copy_of(origin)
        end = read_checkpoint(read_note(held.note).text, origin=origin).size if held.note else 0
        fields: dict[str, object] = {
            "by": self.origin,
            "log": origin,
            "to": (to,) if isinstance(to, str) else tuple(to),
            "from_size": start,
            "from_root": root_of(held.leaves[:start]),
            "checkpoint": held.note,
            "manifests": self.lists[origin.split("/")[1]],
            "lines": held.lines(start, end),
            "blobs": list(self.attachments.values()),
            "signer": self.log_signer,
        }
        return b"".join(hand_over(**{**fields, **changes}))  # type: ignore[arg-type]  # a test may write any field

    def bundle_to(self, size: int, to: str, start: int = 0) -> bytes:
        """A file that ends at an earlier state of our own log."""
        note = self.signed_note(size).octets()
        return self.bundle(to, start, checkpoint=note, lines=self.own_log.lines(start, size))

    def check(self, octets: bytes, *, restoring: bool = False) -> Taken:
        """Take in without keeping anything."""
        return take_in_bundle(io.BytesIO(octets), own=self.code, channel=CHANNEL, held=self, restoring=restoring)

    def take_in(self, octets: bytes, *, restoring: bool = False) -> Taken:
        """Take in and keep everything, as a desk would; evidence suspends the channel."""
        return self.kept(lambda: self.check(octets, restoring=restoring))

    def kept(self, check: Callable[[], Taken]) -> Taken:
        """What `check` lets pass, kept; evidence suspends the channel."""
        try:
            taken = check()
        except Suspended as suspended:
            self.evidence.append(suspended.evidence)
            raise
        self.keep(taken)
        return taken

    def keep(self, taken: Taken) -> None:
        held = self.logs.setdefault(taken.origin, Copy())
        held.pairs += [(line.header, line.content) for line, _ in taken.lines]
        for seq, content in taken.contents.items():
            held.pairs[seq] = (held.pairs[seq][0], content)
        if taken.size >= len(held.pairs):
            held.note = taken.checkpoint
        self.lists[taken.origin.split("/")[1]] += taken.manifests
        self.attachments |= taken.blobs

    # The register

    def entries(self) -> dict[str, list[Entry]]:
        """Every log held here, read."""
        return {log: [read_entry(*pair) for pair in held.pairs] for log, held in self.logs.items()}

    def register(self) -> Register:
        lists = {
            origin_of(party, CHANNEL): [read_manifest(octets).manifest for octets in notes]
            for party, notes in self.lists.items()
        }
        fold = Fold(CHANNEL, self.parties(), own=self.code, vouching=vouching(lists))
        for entries in self.entries().values():
            for entry in entries:
                fold.take(entry)
        return fold.register()

    def receive(self, octets: bytes) -> Effect:
        """Take in, keep, and write back what a node writes by itself: receipt, seals, notices."""
        return self.answer(lambda: self.check(octets))

    def answer(self, check: Callable[[], Taken]) -> Effect:
        """As `receive`, whatever way the delivery came."""
        before = self.register()
        taken = self.kept(check)
        self.destroy()
        effect = effect_of(taken, before, self.register(), has_blob=self.blob)
        if receipt_is_due(taken.entries):
            self.acknowledge()
        self.seal()
        entries = {(entry.log, entry.seq): entry for log in self.entries().values() for entry in log}
        for notice in notices_due(effect.set_aside, entries, own=self.code, channel=CHANNEL):
            self.write_automatic(notice)
        return effect

    def acknowledge(self) -> None:
        others = [held.note for log, held in self.logs.items() if log != self.origin and held.note is not None]
        keys = {origin_of(party, CHANNEL): read_manifest(notes[-1]).manifest for party, notes in self.lists.items()}
        receipt, seen = receipt_for(others, own=self.code, keys=keys, witness=self.witness, at_seconds=1_767_600_000)
        self.write_automatic(Automatic(record=receipt), seen=seen)

    def seal(self) -> None:
        for seal in seals_due(self.register(), self.code, has_blob=self.blob):
            self.write_automatic(seal)

    def write_automatic(self, automatic: Automatic, seen: dict[str, int] | None = None) -> Reference:
        header, content = written(
            automatic,
            log=self.origin,
            seq=len(self.own_log.pairs),
            id=self.token(),
            salt=self.token(),
            seen=self.seen() if seen is None else seen,
            manifest=len(self.lists[self.code]),
            at=AT,
            ceiling=self.highest,
        )
        return self.append(header.octets(), content)

    def tables(self) -> object:
        """Everything kept, to be compared before and after."""
        logs = {origin: (list(log.pairs), log.note) for origin, log in self.logs.items() if log.pairs}
        return copy.deepcopy((logs, self.lists, self.attachments))


def channel_of(*codes: str) -> list[Capital]:
    """Capitals that have exchanged their key lists, nothing else yet."""
    capitals = [Capital(code, 10 * position + 1) for position, code in enumerate(codes)]
    for capital in capitals:
        for other in capitals:
            capital.lists[other.code] = list(other.lists[other.code])
        capital.lists = {code: capital.lists[code] for code in codes}
    return capitals


def chartered(*codes: str, limits: Mapping[str, int] | None = None, at: str = "second") -> list[Capital]:
    """Capitals whose charter is in effect everywhere: proposed by the first, concurred with and sealed by all."""
    capitals = channel_of(*codes)
    charter, body = first_charter(
        CHANNEL,
        [
            CharterParty(capital.code, capital.first_manifest().fingerprint(), {"en": capital.code.upper()})
            for capital in capitals
        ],
        [CharterLanguage("en", True)],
        limits=limits,
        at=at,
    )
    for capital in capitals:
        capital.lowered = bool(limits)
    proposal = capitals[0].write(charter_proposal(charter, body))
    deliver(capitals)
    for capital in capitals[1:]:
        capital.write(Concurred(), target=proposal)
        capital.seal()
    deliver(capitals)
    return capitals


def deliver(capitals: Sequence[Capital]) -> None:
    """Files go round until nobody has anything new to say."""
    while any(_exchange(one, other) for one in capitals for other in capitals if one is not other):
        pass


def _exchange(one: Capital, other: Capital) -> bool:
    size = other.size(one.origin)
    return size < one.size(one.origin) and bool(other.receive(one.bundle(other.code, size)).taken.lines)


def rival_of(capital: Capital) -> Capital:
    """The same party with the same keys and past, about to live another life."""
    return copy.deepcopy(capital)


def flipped(octets: bytes, position: int, bit: int = 0) -> bytes:
    changed = bytearray(octets)
    changed[position] ^= 1 << bit
    return bytes(changed)


def pieces(stream: Iterable[bytes]) -> bytes:
    return b"".join(stream)
