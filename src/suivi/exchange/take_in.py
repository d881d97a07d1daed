"""Taking in what a partner handed over: every check of phases A to D passes, or nothing is taken at all.

- The numbers are those of the exchange format, section 11; a fault names its number, and each has its tests.
- Pure: the caller stores what is returned in one transaction, or nothing (check 27).
- Phase E never refuses: an entry the signed tree holds is stored, and the register sets aside what it must.
- A contradiction under signature raises `Suspended` with evidence; everything else raises `DeliveryRefused`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from suivi.exchange.evidence import CUT, TWO_LISTS, Proof, evidence_of, other_past
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.held import Held
from suivi.exchange.key_chain import check_sender
from suivi.exchange.receipts import check_receipt, notes_of
from suivi.exchange.terms import check_file_note, check_key_list, check_note
from suivi.log.bundle import Bundle, read_bundle
from suivi.log.canonical import CAP_HEADER, DEPTH_HEADER, read_json
from suivi.log.fault import Fault, shown
from suivi.log.header import Line, read_line
from suivi.log.manifest import Manifest, accept_next, check_log_note, read_manifest
from suivi.log.note import Checkpoint, Note, read_note
from suivi.log.tar import Stream
from suivi.log.tree import Frontier, root_of
from suivi.plan.channel import origin_of
from suivi.record.channel import check_limit
from suivi.record.entry import Entry, read_entry
from suivi.record.joint import Proposed
from suivi.record.marking import TOP, Marking, read_marking

_OWN_NUMBER: Final = {
    **dict.fromkeys(("size.bundle", "size.note", "size.manifest"), 1),
    **dict.fromkeys(("file.truncated", "file.trailing", "file.padding", "file.name", "file.header", "file.order"), 2),
    **dict.fromkeys(("note.form", "note.base64", "note.too-many", "note.unsigned"), 3),
    **dict.fromkeys(("note.purpose", "checkpoint.origin"), 4),
    **dict.fromkeys(("note.bad-signature", "checkpoint.unsigned-by-log"), 6),
    **dict.fromkeys(("checkpoint.size", "checkpoint.extension", "checkpoint.root-length", "checkpoint.empty-root"), 7),
    **dict.fromkeys(("file.size", "file.digest", "file.unlisted", "file.missing"), 11),
    **dict.fromkeys(("log.gap", "log.surplus"), 12),
    **dict.fromkeys(("log.wrong-origin", "log.sequence"), 14),
    **dict.fromkeys(("content.hash", "content.size"), 15),
}
"""The check a fault belongs to, whichever step meets it first; a file is read once, forwards."""


class Outcome(StrEnum):
    """What a delivery brought."""

    NEW = "new"
    NOTHING_NEW = "nothing-new"


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What passed, to be stored as a whole; `lines` are the new ones with their leaf hashes, in log order from `first`.

    `checkpoint` is the signed note as received, for `size` entries; it is older than what is held if `size` is
    smaller. `manifests` are the key lists of the author newer than those held, in order. `entries` are the `lines`
    as the register takes them. `contents` by position: bytes that held entries were waiting for. `blobs` by digest:
    attachments that entries name and nobody held. `above_ceiling` are positions whose content was dropped unread,
    `served` those of destroyed contents that came again and were dropped.
    """

    outcome: Outcome
    origin: str
    by: str
    size: int
    root: bytes
    checkpoint: bytes
    manifests: tuple[bytes, ...]
    first: int
    lines: tuple[tuple[Line, bytes], ...]
    entries: tuple[Entry, ...]
    frontier: Frontier
    contents: dict[int, bytes]
    blobs: dict[str, bytes]
    above_ceiling: tuple[int, ...]
    served: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """What arrived, by file or from the spool of a pull: the state `checkpoint` of `log` and what leads up to it.

    `by` (an origin) gave it; `keys` are key lists of the author with their versions, rising; `lines` (without LF)
    begin at `from_size`; `blobs` come after the lines. Of a file only: `to` whom it is addressed, the `from_root` it
    says it rests on, and the note `signed` by its sender.
    """

    by: str
    log: str
    checkpoint: Note
    keys: Sequence[tuple[int, bytes]]
    from_size: int
    lines: Iterator[bytes]
    blobs: Iterator[tuple[str, bytes]]
    to: tuple[str, ...] | None = None
    from_root: bytes | None = None
    signed: Note | None = None

    @classmethod
    def of_file(cls, stream: Stream, limits: Mapping[str, int]) -> "Delivered":
        """What the file in `stream` holds, no larger than `limits` let it be; raises `Fault`."""
        bundle = read_bundle(stream, cap=limits["bundle"])
        check_limit("blobs", len(bundle.note.blobs), limits)
        return cls.of_bundle(bundle)

    @classmethod
    def of_bundle(cls, bundle: Bundle) -> "Delivered":
        """What a file that was handed over holds."""
        note = bundle.note
        return cls(
            by=note.by,
            log=note.log,
            checkpoint=note.checkpoint,
            keys=[(listed.version, octets) for listed, octets in zip(note.keys, bundle.keys, strict=True)],
            from_size=note.from_size,
            lines=bundle.lines(),
            blobs=bundle.blobs(),
            to=note.to,
            from_root=note.from_root,
            signed=bundle.signed,
        )


def take_in_bundle(stream: Stream, *, own: str, channel: str, held: Held, restoring: bool = False) -> Taken:
    """What the bundle in `stream` brings to the party `own` in `channel`, compared with what is `held`.

    `restoring`: our own log may be taken in, from a partner's copy. Raises `DeliveryRefused` (nothing may be kept)
    or `Suspended` (keep its evidence, suspend the channel); codes of section 15.
    """
    # 1. Caps. 2. Canonical tar. 3. Grammar of the note.
    with check(3):
        delivered = Delivered.of_file(stream, held.limits())
    return take_in(delivered, own=own, channel=channel, held=held, restoring=restoring)


def take_in(delivered: Delivered, *, own: str, channel: str, held: Held, restoring: bool = False) -> Taken:
    """What arrived, online or by file: the one importer. As `take_in_bundle`, from check 4 on."""
    delivery = _Delivery(note=delivered, own=own, channel=channel, held=held, restoring=restoring)
    _check_terms(delivery)  # 1
    _check_purpose(delivery)  # 4
    keys = _walk_keys(delivery)  # 5
    state = _signed_state(delivery, keys)  # 6, 7
    _compare_roots(delivery, keys, state)  # 8, 9, 10
    _check_address(delivery, state)  # 11
    lines = _read_lines(delivery, state)  # 12 to 15
    frontier = _check_tree(delivery, keys, state, lines)  # 16
    return _taken(delivery, keys, state, lines, frontier)


@dataclass(frozen=True, kw_only=True)
class _Delivery:
    note: Delivered
    own: str
    channel: str
    held: Held
    restoring: bool

    @property
    def origin(self) -> str:
        return self.note.log

    @property
    def author(self) -> str:
        return self.note.log.split("/")[1]

    @property
    def parties(self) -> list[str]:
        # Whoever has no key list here cannot be believed, whatever a charter says.
        return [party for party in self.held.parties() if self.held.manifests(party)]

    @property
    def ours(self) -> int:
        return self.held.size(self.origin)

    @property
    def is_own(self) -> bool:
        return self.author == self.own


@dataclass(frozen=True)
class _Keys:
    """The key lists of the author, oldest first, as notes and read; the first `known` of them were held."""

    notes: list[bytes]
    chain: list[Manifest]
    known: int

    @property
    def newest(self) -> Manifest:
        return self.chain[-1]


@dataclass
class _Lines:
    """What the lines gave: all leaf hashes from `from_size`, the new lines, contents that were waited for."""

    leaves: list[bytes] = field(default_factory=list)
    new: list[tuple[Line, bytes]] = field(default_factory=list)
    contents: dict[int, bytes] = field(default_factory=dict)
    above_ceiling: list[int] = field(default_factory=list)
    served: list[int] = field(default_factory=list)
    differs_at: int | None = None


@contextmanager
def check(number: int) -> Iterator[None]:
    """Whatever fault occurs within is a `DeliveryRefused` under this number, or under the one of the fault's own."""
    try:
        yield
    except Fault as fault:
        raise DeliveryRefused(_OWN_NUMBER.get(fault.code, number), fault) from fault


# A. Envelope


def _check_terms(delivery: _Delivery) -> None:
    """1. What the charter in effect lets notes and new key lists be; what it says of entries, the register decides."""
    note, limits = delivery.note, delivery.held.limits()
    known = len(delivery.held.manifests(delivery.author))
    with check(1):
        check_note(note.checkpoint, limits)
        if note.signed is not None:
            check_file_note(note.signed, limits)
        for version, octets in note.keys:
            if version > known:
                check_key_list(version, octets, limits)


def _check_purpose(delivery: _Delivery) -> None:
    """4. A log of this channel, by a party and from a party; the channel not suspended."""
    with check(4):
        if delivery.held.suspended():
            raise Fault("channel.suspended", got=delivery.channel)
        for origin in (delivery.note.log, delivery.note.by):
            _, party, channel = origin.split("/")
            if channel != delivery.channel:
                raise Fault("checkpoint.origin", got=origin, expected=f"a log of {delivery.channel}")
            if party not in delivery.parties:
                raise Fault("channel.not-a-party", got=party, expected=", ".join(delivery.parties))


def _walk_keys(delivery: _Delivery) -> _Keys:
    """5. The author's key lists one by one, from those held to the newest in the bundle."""
    notes = list(delivery.held.manifests(delivery.author))
    keys = _Keys(notes, [read_manifest(octets).manifest for octets in notes], len(notes))
    others = [_newest(delivery.held.manifests(party)) for party in delivery.parties if party != delivery.author]
    with check(5):
        for version, octets in delivery.note.keys:
            if version <= len(keys.chain):
                _compare_list(delivery, keys, version, octets)
            else:
                _take_list(delivery, keys, version, octets, others)
    _check_cut(delivery, keys)
    return keys


def _compare_list(delivery: _Delivery, keys: _Keys, version: int, octets: bytes) -> None:
    known = keys.chain[version - 1]
    rival = read_manifest(octets).manifest
    if rival == known:
        return
    if version == 1:
        raise Fault("keys.fingerprint", got=rival.fingerprint(), expected=known.fingerprint())
    # Two texts of one version prove two tongues only if the version before accepts both.
    accepted = accept_next(keys.chain[version - 2], octets, earlier=keys.chain[: version - 2])
    if accepted.version != version:
        raise Fault("keys.rollback", got=f"version {accepted.version}", expected=f"version {version}")
    raise _two_lists(delivery, keys, octets)


def _two_lists(delivery: _Delivery, keys: _Keys, octets: bytes) -> Suspended:
    rival = read_manifest(octets).manifest
    known = keys.chain[rival.version - 1]
    fault = Fault(TWO_LISTS, got=rival.fingerprint(), expected=known.fingerprint(), at=f"keys/{rival.version}")
    evidence = _evidence(delivery, TWO_LISTS, [], [*keys.notes[: rival.version], octets])
    return Suspended(5, fault, evidence=evidence)


def _take_list(delivery: _Delivery, keys: _Keys, version: int, octets: bytes, others: Sequence[Manifest]) -> None:
    threshold = delivery.held.root_threshold_min()
    try:
        accepted = accept_next(keys.newest, octets, threshold_min=threshold, earlier=keys.chain[:-1], others=others)
    except Fault as fault:
        if fault.code == TWO_LISTS:  # another text of a version held, served under a later number
            raise _two_lists(delivery, keys, octets) from fault
        raise
    if accepted.version != version:
        raise Fault("keys.rollback", got=f"version {accepted.version}", expected=f"version {version}")
    keys.notes.append(octets)
    keys.chain.append(accepted)


def _check_cut(delivery: _Delivery, keys: _Keys) -> None:
    """5. A newer key list under which the state we hold was never validly signed repudiates what we have."""
    held = delivery.held.checkpoint(delivery.origin)
    if held is None or len(keys.chain) == keys.known:
        return
    note = read_note(held)
    try:
        check_log_note(note, origin=delivery.origin, manifest=keys.newest)
    except Fault as fault:
        if fault.code != "keys.after-until":  # a stray line under a key that was unknown when the note was taken in
            return
        cut = Fault(CUT, got=fault.got, expected=fault.expected, at=f"keys/{keys.newest.version}")
        evidence = _evidence(delivery, CUT, [note], keys.notes)
        raise Suspended(5, cut, evidence=evidence) from fault


def _signed_state(delivery: _Delivery, keys: _Keys) -> Checkpoint:
    """6. Signed by a log key valid for this size, no known key failing; the file by a log key of its sender. 7."""
    with check(6):
        state = check_log_note(delivery.note.checkpoint, origin=delivery.origin, manifest=keys.newest)
        if delivery.note.signed is not None:
            sender = delivery.note.by.split("/")[1]
            others = [_newest(delivery.held.manifests(sender))] if sender != delivery.author else []
            check_sender(delivery.note.signed, delivery.note.by, [keys.newest, *others])
    return state


# B. Against what we hold


def _compare_roots(delivery: _Delivery, keys: _Keys, state: Checkpoint) -> None:
    """8. Same size, same root: nothing new. 9. Same size, other root. 10. Smaller size: our root there, or a lie."""
    if state.size > delivery.ours:
        return
    ours = delivery.held.root_at(delivery.origin, state.size)
    if ours != state.root:
        number = 9 if state.size == delivery.ours else 10
        raise _contradiction(delivery, keys.notes, number, delivery.note.checkpoint, state)
    with check(10):
        # An old file brings nothing new; an author whose own directory shows less than it did has gone back.
        if delivery.note.to is None and delivery.note.by == delivery.origin and state.size < delivery.ours:
            raise Fault(
                "log.rollback", got=f"{state.size} entries of {state.origin}", expected=f"{delivery.ours} or more"
            )


def _check_address(delivery: _Delivery, state: Checkpoint) -> None:
    """11. Not our own log unless restoring, addressed to us, beginning where we can join it, on our root."""
    note = delivery.note
    with check(11):
        if delivery.is_own and not delivery.restoring:
            # Our signature over more than we hold: a backup was restored here without saying so.
            code = "own.behind" if state.size > delivery.ours else "file.own"
            raise Fault(code, got=f"{state.size} entries of {note.log}", expected=f"{delivery.ours} entries")
        if note.to is not None and delivery.own not in note.to:
            raise Fault("file.recipient", got=", ".join(note.to), expected=delivery.own)
        if note.from_size > delivery.ours:
            missing = f"entries {delivery.ours} to {note.from_size - 1} of {note.log}"
            raise Fault("file.prerequisite", got=f"entries from {note.from_size}", expected=missing)
        if note.from_root is None:
            return
        if note.from_root != (ours := delivery.held.root_at(note.log, note.from_size)):
            raise Fault("file.root", got=note.from_root.hex(), expected=ours.hex(), at=f"size {note.from_size}")


# C. Lines


def _read_lines(delivery: _Delivery, state: Checkpoint) -> _Lines:
    """12. Exactly the entries from `from` to the checkpoint's size: known ones compared, new ones kept."""
    lines, position = _Lines(), delivery.note.from_size
    ours, ceiling = delivery.ours, delivery.held.ceiling()
    awaited = delivery.held.awaited_contents(delivery.origin)
    destroyed = delivery.held.destroyed_contents(delivery.origin)
    with check(13):
        for octets in delivery.note.lines:
            line = read_line_at(octets, delivery.origin, position, state.size)
            leaf = line.leaf()
            lines.leaves.append(leaf)
            if position >= ours:
                lines.new.append((_within(ceiling, line, lines), leaf))
            elif leaf != delivery.held.line_leaf(delivery.origin, position):
                lines.differs_at = position if lines.differs_at is None else lines.differs_at
            elif position in awaited and line.content is not None:
                lines.contents[position] = line.content
            elif position in destroyed and line.content is not None:
                lines.served.append(position)  # W04, W05: dropped
            position += 1
        if position != state.size:
            raise Fault("log.gap", got=f"entries up to {position}", expected=f"{state.size} entries")
    return lines


def read_line_at(octets: bytes, origin: str, position: int, size: int) -> Line:
    """The line of `origin` at `position`, for a log of `size` entries (checks 12 to 15).

    Raises `Fault` log.surplus, size.*, json.*, record.*, content.*, log.wrong-origin or log.sequence, naming the place.
    """
    if position >= size:
        raise Fault("log.surplus", got=f"entry {position}", expected=f"{size} entries")
    try:
        line = read_line(octets)  # 13, 15
    except Fault as fault:
        place = f"{origin} {position}" + (f", {fault.at}" if fault.at else "")
        raise Fault(fault.code, got=fault.got, expected=fault.expected, at=place) from fault
    # 14. The entry belongs to this log and to this place.
    if line.log != origin:
        raise Fault("log.wrong-origin", got=shown(line.log), expected=origin, at=f"{origin} {position}")
    if line.seq != position:
        raise Fault("log.sequence", got=str(line.seq), expected=str(position), at=f"{origin} {position}")
    return line


def _within(ceiling: Marking, line: Line, lines: _Lines) -> Line:
    """22, its part that cannot wait: content above the ceiling is dropped before anybody reads it."""
    if line.content is None or _marking(line.header).within(ceiling):
        return line
    lines.above_ceiling.append(line.seq)
    return Line(log=line.log, seq=line.seq, header=line.header, content=None)


def _marking(header: bytes) -> Marking:
    value = read_json(header, cap=CAP_HEADER, depth=DEPTH_HEADER, what="header")
    try:
        return read_marking(value.get("marking") if isinstance(value, dict) else None)
    except Fault:
        return TOP


# D. Tree


def _check_tree(delivery: _Delivery, keys: _Keys, state: Checkpoint, lines: _Lines) -> Frontier:
    """16. Our frontier and the new leaves give the signed root; if not, is it a fork?"""
    frontier = delivery.held.frontier(delivery.origin)
    for _, leaf in lines.new:
        frontier = frontier.after(leaf)
    extends = frontier.root() == state.root or state.size < delivery.ours
    if lines.differs_at is None and extends:
        return frontier
    theirs = [delivery.held.line_leaf(delivery.origin, seq) for seq in range(delivery.note.from_size)] + lines.leaves
    if root_of(theirs) == state.root and state.size > delivery.ours:
        raise _fork(delivery, keys, state, theirs, lines)
    at = "" if lines.differs_at is None else f"{delivery.origin} {lines.differs_at}"
    raise DeliveryRefused(16, Fault("tree.root", got=root_of(theirs).hex(), expected=state.root.hex(), at=at))


def _fork(delivery: _Delivery, keys: _Keys, state: Checkpoint, theirs: list[bytes], lines: _Lines) -> Suspended:
    # Their lines rebuild their signed root: the proof shows which root they had at our size.
    code = "own.fork" if delivery.is_own else "log.fork"
    proof = other_past(theirs, delivery.ours)
    fault = Fault(
        code,
        got=proof.root.hex(),
        expected=delivery.held.root_at(delivery.origin, delivery.ours).hex(),
        at=f"{delivery.origin} {lines.differs_at}",
    )
    notes = [_held_note(delivery.held, delivery.origin), delivery.note.checkpoint]
    evidence = _evidence(delivery, code, notes, keys.notes, proof)
    return Suspended(16, fault, evidence=evidence)


def _contradiction(
    delivery: _Delivery, manifests: Sequence[bytes], number: int, note: Note, state: Checkpoint
) -> Suspended:
    """The refusal, with evidence, of a signed `state` no larger than what we hold of that log, with another root."""
    held, origin = delivery.held, state.origin
    size = held.size(origin)
    code = "own.fork" if origin == origin_of(delivery.own, delivery.channel) else "log.equivocation"
    fault = Fault(
        code, got=state.root.hex(), expected=held.root_at(origin, state.size).hex(), at=f"{origin} {state.size}"
    )
    proof: Proof | None = None
    if state.size < size:
        proof = other_past([held.line_leaf(origin, seq) for seq in range(size)], state.size)
    notes = [note, _held_note(held, origin)]
    return Suspended(number, fault, evidence=_evidence(delivery, code, notes, manifests, proof, log=origin))


def _evidence(
    delivery: _Delivery,
    code: str,
    notes: Sequence[Note],
    manifests: Sequence[bytes],
    proof: Proof | None = None,
    *,
    log: str = "",
) -> bytes:
    cap = delivery.held.limits()["evidence"]
    return evidence_of(code, log or delivery.origin, notes=notes, manifests=manifests, proof=proof, cap=cap)


def _held_note(held: Held, origin: str) -> Note:
    octets = held.checkpoint(origin)
    if octets is None:  # a node that holds entries holds the note that signed them
        raise ValueError(f"no checkpoint of {origin} is held")
    return read_note(octets)


def _newest(manifests: Sequence[bytes]) -> Manifest:
    return read_manifest(manifests[-1]).manifest


# What phases E and F need


def _taken(delivery: _Delivery, keys: _Keys, state: Checkpoint, lines: _Lines, frontier: Frontier) -> Taken:
    entries = tuple(read_entry(line.header, line.content) for line, _ in lines.new)
    _check_receipts(delivery, keys, entries)
    manifests = tuple(keys.notes[keys.known :])
    blobs = _wanted_blobs(delivery, entries)
    new = bool(lines.new or manifests or blobs or lines.contents)
    return Taken(
        outcome=Outcome.NEW if new else Outcome.NOTHING_NEW,
        origin=delivery.origin,
        by=delivery.note.by,
        size=state.size,
        root=state.root,
        checkpoint=delivery.note.checkpoint.octets(),
        manifests=manifests,
        first=delivery.ours,
        lines=tuple(lines.new),
        entries=entries,
        frontier=frontier,
        contents=lines.contents,
        blobs=blobs,
        above_ceiling=tuple(lines.above_ceiling),
        served=tuple(lines.served),
    )


def _wanted_blobs(delivery: _Delivery, entries: Sequence[Entry]) -> dict[str, bytes]:
    """11, 26. Every attachment is read and compared with its digest; kept if an entry names it and it is not held."""
    wanted = set(delivery.held.awaited_blobs())
    for entry in entries:
        if isinstance(entry.record, Proposed):
            wanted.update(attachment.sha256 for attachment in entry.record.attachments)
    with check(11):
        return {
            sha256: octets
            for sha256, octets in delivery.note.blobs
            if sha256 in wanted and not delivery.held.blob(sha256)
        }


def _check_receipts(delivery: _Delivery, keys: _Keys, entries: Sequence[Entry]) -> None:
    """20, 25. What sound receipts prove about the logs we hold; a faulty one is for the register to set aside."""
    lists = {origin_of(party, delivery.channel): delivery.held.manifests(party) for party in delivery.parties}
    lists[delivery.origin] = keys.notes
    newest = {origin: _newest(notes) for origin, notes in lists.items()}
    for entry in entries:
        if check_receipt(entry, newest) is None:
            for note, state in notes_of(entry):
                _compare_receipt(delivery, lists[state.origin], note, state)


def _compare_receipt(delivery: _Delivery, manifests: Sequence[bytes], note: Note, state: Checkpoint) -> None:
    """A valid signature over a state that our tables contradict (T12), or of ours over more than they hold (20)."""
    size = delivery.held.size(state.origin)
    is_own = state.origin == origin_of(delivery.own, delivery.channel)
    if state.size <= size and state.root != delivery.held.root_at(state.origin, state.size):
        raise _contradiction(delivery, manifests, 20 if is_own else 25, note, state)
    if is_own and state.size > size and not delivery.restoring:
        fault = Fault("own.behind", got=f"{state.size} entries of {state.origin}", expected=f"{size} entries")
        raise DeliveryRefused(20, fault)
