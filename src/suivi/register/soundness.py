"""Checks 17 to 24 on each entry, in canonical order: whether it counts at all (exchange format, section 11.E).

- What the header shows comes before what the content shows, so that a node that dropped a content above the
  ceiling finds the same fault as the node that wrote it.
- Whether an entry of a joint text counts depends only on its own log and on what it has seen, never on what
  else has arrived: a joint text in effect cannot be undone by an entry that comes later. A farewell likewise.
- An id used twice is the fault of the entry that had seen the other; between entries that had not seen each
  other, of the later one in canonical order, and never of a joint word.
- The salt of a content above the ceiling is not compared: the node that dropped it could not.
- In a successor channel the agreed entries of the old logs can be referred to, by everybody, and are superseded by
  entries of the same party (exchange format, section 6.3).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias, cast

from suivi.log.canonical import Json
from suivi.log.fault import Fault
from suivi.log.header import Header, Reference
from suivi.log.tree import root_of
from suivi.plan.channel import PUBLIC, Charter, origin_of
from suivi.record.entry import Entry
from suivi.record.marking import AMBER, CLEAR, Marking, read_marking
from suivi.register.limits import check_limits

Vouching: TypeAlias = Callable[[Entry], Fault | None]
"""What needs keys to be decided: that the key list is known (check 19), that a receipt is signed (check 25)."""

_NOTICE: Final = "channel.set-aside"
_FAREWELL: Final = "channel.closed"
_DAY: Final = len("YYYY-MM-DD")


@dataclass(slots=True)
class _Log:
    """One log as far as it has been read: the highest of what may not run backwards."""

    manifest: int = 0
    at: str = ""
    seen: Mapping[str, int] = field(default_factory=dict)
    salts: set[str] = field(default_factory=set)


class Soundness:
    """The state of the checks after the entries read so far; `former` is that of the channel this one succeeds."""

    def __init__(
        self,
        channel: str,
        codes: Sequence[str],
        vouching: Vouching | None = None,
        *,
        former: "Soundness | None" = None,
    ) -> None:
        self._parties = frozenset(codes)
        self._is_public = channel == PUBLIC
        self._logs = {origin_of(code, channel): _Log() for code in codes}
        self._ids: dict[str, tuple[str, int]] = {} if former is None else dict(former._ids)
        self._former = former
        self._entries: dict[str, list[Entry]] = {log: [] for log in self._logs}
        self._vouching = vouching

    def at(self, log: str) -> str:
        """The instant the last entry read of `log` counts from: never below its predecessor's; empty before any."""
        return self._logs[log].at

    def entry(self, log: str, seq: int) -> Entry | None:
        """The entry read at that place, of an old log too, or None where there is none."""
        if self._former is not None and log not in self._entries:
            return self._former.entry(log, seq)
        entries = self._entries.get(log, ())
        return entries[seq] if 0 <= seq < len(entries) else None

    def next(self, entry: Entry, charter: Charter | None) -> Fault | None:
        """Reads `entry`, the next of its log; the first fault among checks 17 to 23, or None.

        `charter` is the one in force for the entry, None before any is.
        """
        log = self._logs[entry.log]
        fault = self._fault(entry, log, charter)
        self._entries[entry.log].append(entry)
        if entry.header is not None:
            log.at = max(log.at, entry.header.at)
        return fault

    def _fault(self, entry: Entry, log: _Log, charter: Charter | None) -> Fault | None:
        header = entry.header
        if header is None:
            return entry.flaw or Fault("record.value", at="header")
        if fault := self._against_marking(header, charter) or entry.flaw:
            return fault
        # Each of these keeps its own state whatever the others find, so that what counts in one log
        # never hangs on a fault that the order of two logs decides.
        limits = _against_terms(header, entry, charter)
        salt = _against_salt(entry, log)
        manifest = self._against_manifest(entry, header, log)
        seen = self._against_seen(header, log)
        return limits or self._against_id(header) or salt or manifest or seen or self._against_references(header)

    def _against_marking(self, header: Header, charter: Charter | None) -> Fault | None:
        # 22. Known, for every party of the channel, within the ceiling.
        try:
            self.check_marking(read_marking(header.marking), charter)
        except Fault as fault:
            return fault
        return None

    def check_marking(self, marking: Marking, charter: Charter | None) -> None:
        """22. That `marking` reaches every party and stands within the ceiling of `charter`, None before any is.

        Raises `Fault` marking.rel or marking.above-ceiling.
        """
        if not marking.reaches(self._parties):
            raise Fault("marking.rel", expected=", ".join(sorted(self._parties)), at="marking.rel")
        ceiling = CLEAR if self._is_public else _ceiling(charter)
        if not marking.within(ceiling):
            raise Fault("marking.above-ceiling", got=marking.label(), expected=ceiling.label(), at="marking")

    def root_at(self, log: str, size: int) -> bytes:
        """The root (32 bytes) of `log` over the first `size` entries read of it."""
        return root_of([entry.leaf for entry in self._entries[log][:size]])

    def _against_id(self, header: Header) -> Fault | None:
        # 18. The id is new in the channel.
        log, seq = self._ids.setdefault(header.id, (header.log, header.seq))
        if (log, seq) == (header.log, header.seq):
            return None
        had_seen = log == header.log or header.seen.get(log, 0) > seq
        if (header.type.startswith("joint.") or header.type == _FAREWELL) and not had_seen:
            return None
        return Fault("record.duplicate-id", got=header.id, expected="a new id", at="id")

    def _against_manifest(self, entry: Entry, header: Header, log: _Log) -> Fault | None:
        # 19. The key list is known and not backwards.
        if header.manifest < log.manifest:
            return Fault("record.manifest", got=str(header.manifest), expected=f"{log.manifest} or more", at="manifest")
        fault = self._vouching(entry) if self._vouching is not None else None
        log.manifest = header.manifest if fault is None else log.manifest
        return fault

    def _against_seen(self, header: Header, log: _Log) -> Fault | None:
        # 20. Logs of this channel, not the author's, not backwards, and there when the entry is placed.
        for name, size in header.seen.items():
            if self._is_public and name not in self._logs:
                continue  # the public log of a party that shares no plan with these
            if name == header.log or name not in self._logs:
                return Fault("record.seen", got=name, expected="a log of another party of the channel", at="seen")
            if size > len(self._entries[name]):
                return Fault("record.seen", got=str(size), expected="nothing that rests on this entry", at=name)
        for name, size in log.seen.items():
            if header.seen.get(name, 0) < size:
                return Fault("record.seen", got=str(header.seen.get(name, 0)), expected=f"{size} or more", at=name)
        log.seen = header.seen
        return None

    def _against_references(self, header: Header) -> Fault | None:
        # 23. References resolve to that leaf, in what the author had seen; only own entries are superseded.
        if header.supersedes is not None:
            if not self.is_own(header.supersedes, header):
                return Fault("change.not-author", got=header.supersedes.log, expected=header.log, at="supersedes")
            if not self._resolves(header.supersedes, header):
                return _unresolved(header.supersedes, "supersedes")
        # A notice may be about an entry that is held and can not be placed: it has no effect to be wrong about.
        unplaced = header.type == _NOTICE and header.target is not None and not self._has_seen(header.target, header)
        # A public log repeats what stands in a channel its readers do not hold (exchange format, 6.5).
        elsewhere = self._is_public and header.target is not None and header.target.log not in self._logs
        if header.target is not None and not (unplaced or elsewhere) and not self._resolves(header.target, header):
            return _unresolved(header.target, "target")
        return None

    def _resolves(self, reference: Reference, header: Header) -> bool:
        found = self.entry(reference.log, reference.seq) if self._has_seen(reference, header) else None
        return found is not None and found.leaf.hex() == reference.leaf

    def is_own(self, reference: Reference, header: Header) -> bool:
        """Whether what is referred to stands in the author's log, or in the author's old one."""
        own = reference.log.split("/")[1] == header.log.split("/")[1]
        return reference.log == header.log or (own and self._is_old(reference.log))

    def _is_old(self, log: str) -> bool:
        """Whether `log` is one of the channel that this one succeeds, or of one before that."""
        former = self._former
        return former is not None and (log in former._entries or former._is_old(log))

    def _has_seen(self, reference: Reference, header: Header) -> bool:
        if self._is_old(reference.log):
            return True  # what was agreed on when the channel was opened
        seen = header.seq if reference.log == header.log else header.seen.get(reference.log, 0)
        return reference.seq < seen


def _ceiling(charter: Charter | None) -> Marking:
    # Until a charter is in effect: unclassified and TLP:AMBER (exchange format, section 6).
    # `plan` knows no JSON: the charter's ceiling is one all the same, it was read as one.
    return AMBER if charter is None else read_marking(cast(Json, charter.ceiling))


def _against_terms(header: Header, entry: Entry, charter: Charter | None) -> Fault | None:
    # 21. As precise as the charter in force for the entry says. Section 1: above no limit that it lowers.
    if charter is not None and (len(header.at) == _DAY) != (charter.at == "day"):
        return Fault("record.value", got=header.at, expected=f"the {charter.at} of release", at="at")
    try:
        check_limits(header, entry.record, charter)
    except Fault as fault:
        return fault
    return None


def _against_salt(entry: Entry, log: _Log) -> Fault | None:
    # 18. The salt is new in the log.
    if not entry.salt:
        return None
    if entry.salt in log.salts:
        return Fault("record.salt", got="a salt used before", expected="a new salt", at="salt")
    log.salts.add(entry.salt)
    return None


def _unresolved(reference: Reference, at: str) -> Fault:
    return Fault(
        "record.target", got=f"{reference.log} {reference.seq}", expected="an entry seen, with that leaf", at=at
    )
