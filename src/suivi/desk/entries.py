"""Append to a log of ours, store a partner's, and read logs back; nothing else writes an entry.

- An append is one transaction: content, entry, frontier and signed checkpoint (exchange format, 12.1).
- The transaction takes the write lock at its first statement, so two officers queue.
- Our log is never extended past a checkpoint that our own tables contradict (`own.tree`).
"""

import datetime
import hashlib
import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.db.models import BinaryField, CharField, Count, Exists, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast

from suivi.desk import internal, keys, partners, reconcile, turns
from suivi.desk.database import store_of
from suivi.desk.inserting import insert_values
from suivi.desk.kept_registers import FRAME
from suivi.desk.models import (
    Attachment,
    Checkpoint,
    Content,
    Entry,
    Evidence,
    FaultReport,
    HomeContent,
    HomeEntry,
    HomePlaceRow,
    KeptRegister,
    KeyList,
    UnprojectedLog,
)
from suivi.desk.node import Node
from suivi.exchange.evidence import BACKWARDS
from suivi.exchange.faults import Refused
from suivi.exchange.take_in import Taken
from suivi.log.canonical import CAP_HEADER, DEPTH_HEADER, canonical, read_json
from suivi.log.fault import Fault
from suivi.log.fields import DIGEST
from suivi.log.header import Header, Reference
from suivi.log.manifest import KeyRange, read_manifest
from suivi.log.note import Checkpoint as Tree
from suivi.log.note import Note, Signer, cosigned, read_checkpoint, read_note, signed
from suivi.log.tree import Frontier, leaf_hash, read_frontier
from suivi.plan.channel import HOME as HOME
from suivi.plan.channel import PUBLIC, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.entry import Entry as ReadEntry
from suivi.record.entry import read_entry
from suivi.record.home import Acted, Acting, Approved, LookedThrough
from suivi.record.kinds import Record, content_value, type_of
from suivi.record.marking import Marking

if TYPE_CHECKING:
    from django.db.models import QuerySet

PROOFS: Final = 16
"""How many proofs of clocks running backwards are kept of one channel."""

_BATCH = 500
_known: ContextVar[Mapping[tuple[bytes, bytes | None], ReadEntry]] = ContextVar("entries read already, by octets")
_Found = TypeVar("_Found")


class OwnLogUnsound(Refusal):
    """Our own tables do not add up to our last signed checkpoint: the node must not sign."""

    code = "own.tree"
    says = Words(
        en="The log “{log}” does not match its last signed checkpoint, so this node may not add to it.",
        fr="Le journal « {log} » ne correspond pas à son dernier point de contrôle signé; ce nœud ne peut rien y ajouter.",
        ko="기록부 ‘{log}’이(가) 마지막 서명된 점검점과 일치하지 않아 이 노드는 새 기록을 추가할 수 없습니다.",
    )
    remedy = Words(
        en="Run “suivi log verify” to see where, and restore the database from a backup.",
        fr="Exécutez « suivi log verify » pour voir à quel endroit, puis restaurez la base de données.",
        ko="‘suivi log verify’로 위치를 확인한 뒤 백업에서 데이터베이스를 복원하십시오.",
    )


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Where an entry of ours now stands."""

    log: str
    seq: int
    leaf: bytes
    id: str


def own_node() -> Node:
    """The node this process serves."""
    node = settings.NODE
    assert isinstance(node, Node)
    return node


def instant(at: datetime.datetime) -> str:
    """`YYYY-MM-DDThh:mm:ssZ` in UTC, as headers carry it."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fresh_id() -> str:
    """128 random bits as 32 hex digits, for ids and salts."""
    return secrets.token_hex(16)


def append_home(
    record: Record,
    *,
    channel: str,
    subject: str,
    marking: Marking,
    at: datetime.datetime,
    refs: Mapping[str, Reference] | None = None,
    by: Acting | None = None,
) -> Placed:
    """Put `record` in the home log; its content also names the channel it concerns, and `by` whom, under what mandate."""
    content = canonical(content_value(record, salt=fresh_id(), channel=channel, by=by))
    header = Header(
        log=origin_of(own_node().party, HOME),
        seq=log_size(origin_of(own_node().party, HOME)),
        id=fresh_id(),
        type=type_of(record),
        subject=subject,
        sha256=sha256(content),
        size=len(content),
        marking=marking.value(),
        seen={},
        manifest=1,
        at=not_before(origin_of(own_node().party, HOME), at),
        supersedes=(refs or {}).get("supersedes"),
        target=(refs or {}).get("target"),
    )
    return append(header, content, at=at)


@transaction.atomic
def append(header: Header, content: bytes, *, at: datetime.datetime) -> Placed:
    """Write one entry of our own log and sign the new checkpoint.

    Raises `OwnLogUnsound` if our tables contradict our last checkpoint, `keys.KeyNotUsable` if the node
    may not sign, `ValueError` if `header` is not for the next place.
    """
    log_key, witness_key = own_signers(header.log.rsplit("/", 1)[1])
    frontier = _sound_frontier(header.log)
    if header.seq != frontier.size:
        raise ValueError(f"{header.log}: entry {header.seq} offered for place {frontier.size}")
    octets = header.octets()
    leaf = header.leaf()
    _store_entry(header.log, header.seq, octets, leaf, header.sha256, content)
    _sign(header.log, frontier.after(leaf), log_key, witness_key, at)
    mark_unprojected(header.log, seq=header.seq)
    return Placed(log=header.log, seq=header.seq, leaf=leaf, id=header.id)


def own_signers(channel: str) -> tuple[Signer, Signer | None]:
    """The log key of this node in `channel`, and its witness key where the channel has one.

    Raises `keys.KeyNotUsable`, `OwnLogUnsound` where our own key list was changed, or `Refused` (own.unreconciled,
    own.behind) while a restored node has not been compared with its partners' copies.
    """
    _refuse_restored(channel)
    try:
        listed = read_manifest(key_lists(own_node().party, channel)[-1]).manifest
    except (Fault, IndexError):
        raise OwnLogUnsound(log=origin_of(own_node().party, channel)) from None
    size = log_size(origin_of(own_node().party, channel))
    log = _own_key(channel, "log", listed.logs, at=size + 1)
    return log, None if channel == HOME else _own_key(channel, "witness", listed.witnesses, at=size)


def _refuse_restored(channel: str) -> None:
    if channel == HOME:
        return
    node = own_node()
    reconcile.refuse_unreconciled(node.folder, channel, set(parties(channel)) - {node.party})
    place = partners.read_addresses(node.folder).published / "x" / "v1" / channel / node.party / "checkpoint"
    try:
        published = read_checkpoint(read_note(place.read_bytes()).text, origin=origin_of(node.party, channel))
    except (OSError, Fault):
        return
    refuse_behind(published.origin, published.size)


def refuse_behind(log: str, size: int) -> None:
    """Raise `Refused` (own.behind) where somebody holds `size` entries of our `log` and we hold fewer."""
    if size > (held := log_size(log)):
        raise Refused(Fault("own.behind", got=f"{size} entries of {log}", expected=f"{held} entries"))


def _own_key(channel: str, role: str, listed: Sequence[KeyRange], *, at: int) -> Signer:
    """The newest of our keys for `role` that is valid `at` that size (log) or position (witness)."""
    valid = [each.key for each in listed if each.holds(at)]
    return keys.load_key_among(own_node().keys, channel=channel, role=role, among=valid)


def sign_empty(log: str, *, at: datetime.datetime) -> None:
    """Sign the checkpoint of a new log: size 0 (exchange format, 4.4)."""
    _sign(log, Frontier(0, ()), *own_signers(log.rsplit("/", 1)[1]), at)


def _sign(log: str, frontier: Frontier, key: Signer, witness: Signer | None, at: datetime.datetime) -> None:
    note = signed(Tree(log, frontier.size, frontier.root()).text(), log, key)
    if witness is not None:
        note = cosigned(note, witness_name(log), witness, at_seconds=int(at.timestamp()))
    Checkpoint.objects.create(log=log, size=frontier.size, note=note.octets(), frontier=frontier.octets())


def witness_name(log: str) -> str:
    """The name under which the party of `log` cosigns."""
    return log.rsplit("/", 1)[0] + "/witness"


def _sound_frontier(log: str) -> Frontier:
    last = Checkpoint.objects.filter(log=log).order_by("-size").first()
    if last is None:
        return Frontier(0, ())
    frontier = read_frontier(bytes(last.frontier), last.size)
    tree = read_checkpoint(read_note(bytes(last.note)).text, origin=log)
    if tree.root != frontier.root() or tree.size != log_size(log):
        raise OwnLogUnsound(log=log)
    return frontier


def _store_entry(log: str, seq: int, header: bytes, leaf: bytes, digest: str, content: bytes | None) -> None:
    entry, contents = (HomeEntry, HomeContent) if _is_home(log) else (Entry, Content)
    if digest:
        contents.objects.get_or_create(digest=digest, defaults={"octets": content})
    entry.objects.create(log=log, seq=seq, header=header, leaf=leaf, digest=digest)


def _is_home(log: str) -> bool:
    return log.endswith(f"/{HOME}")


def sha256(octets: bytes) -> str:
    """The digest of `octets`, 64 lower-case hex digits."""
    return hashlib.sha256(octets).hexdigest()


def not_before(log: str, at: datetime.datetime) -> str:
    """The instant to write in the next header of `log`: `at`, or its predecessor's where the clock ran back."""
    last = last_header(log)
    if last is None or len(last.at) < len(instant(at)):  # a day, as an earlier charter asked for
        return max(instant(at), "" if last is None else f"{last.at}T00:00:00Z")
    return max(instant(at), last.at)


def last_header(log: str) -> Header | None:
    """The newest header of a log, or None while it is empty."""
    table = HomeEntry if _is_home(log) else Entry
    octets = table.objects.filter(log=log).order_by("-seq").values_list("header", flat=True).first()
    return None if octets is None else read_entry(bytes(octets), None).header


def placed(log: str, seq: int) -> Placed:
    """Where our entry `seq` of `log` stands; raises `StopIteration` if there is none."""
    header = next(iter(read_log(log, from_seq=seq, size=1))).header
    assert header is not None
    return Placed(log=log, seq=seq, leaf=header.leaf(), id=header.id)


def log_size(log: str) -> int:
    """How many entries of `log` are held."""
    table = HomeEntry if _is_home(log) else Entry
    last = table.objects.filter(log=log).order_by("-seq").values_list("seq", flat=True).first()
    return 0 if last is None else last + 1


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it lies in the tables, unread: what `suivi log verify` looks at."""

    seq: int
    header: bytes
    leaf: bytes
    digest: str
    content: bytes | None


def rows(log: str, *, from_seq: int = 0, size: int | None = None) -> Iterator[Row]:
    """The rows of `log` from `from_seq` on, in order, `size` of them or all; content None where emptied or lost."""
    table, contents = (HomeEntry, HomeContent) if _is_home(log) else (Entry, Content)
    found = table.objects.filter(log=log, seq__gte=from_seq).order_by("seq")
    if size is not None:
        found = found.filter(seq__lt=from_seq + size)
    octets = Subquery(contents.objects.filter(digest=OuterRef("digest")).values("octets")[:1])
    told = found.annotate(octets=octets).values_list("seq", "header", "leaf", "digest", "octets")
    for seq, header, leaf, digest, content in told.iterator(chunk_size=_BATCH):
        yield Row(seq, bytes(header), bytes(leaf), digest, None if content is None else bytes(content))


def _batched(found: Iterable[_Found]) -> Iterator[list[_Found]]:
    # One query then fetches the contents of many rows.
    batch: list[_Found] = []
    for row in found:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def newest(most: int) -> list[ReadEntry]:
    """The entries of shared logs kept last, of whatever log, newest first, `most` at most; one query."""
    content = Content.objects.filter(digest=OuterRef("digest")).values("octets")[:1]
    found = Entry.objects.order_by("-pk").annotate(octets=Subquery(content)).values_list("header", "octets")[:most]
    return [read_entry(bytes(header), None if octets is None else bytes(octets)) for header, octets in found]


def read_log(log: str, *, from_seq: int = 0, size: int | None = None) -> Iterator[ReadEntry]:
    """The entries of `log` from `from_seq` on, `size` of them or all, read and checked one by one."""
    for row in rows(log, from_seq=from_seq, size=size):
        yield read_entry(row.header, row.content)


def without_content(log: str, *, from_seq: int = 0) -> set[int]:
    """The places from `from_seq` on in a shared or public log whose content is not held: destroyed, dropped or awaited."""
    held = Content.objects.filter(digest=OuterRef("digest"), octets__isnull=False)
    found = Entry.objects.filter(~Exists(held), log=log, seq__gte=from_seq)
    return set(found.values_list("seq", flat=True))


def logs_and_keys(
    sizes: Mapping[str, int], channels: Iterable[str]
) -> tuple[dict[str, list[ReadEntry]], dict[str, dict[str, list[bytes]]]]:
    """The entries of shared logs, each from so many on, in order, by log; and the signed manifests in channels, version 1
    first, by channel and party. One question.
    """
    read: dict[str, list[ReadEntry]] = {log: [] for log in sizes}
    lists: dict[str, dict[str, list[bytes]]] = {channel: {} for channel in channels}
    asked = Q(log__in=[log for log, size in sizes.items() if not size])
    for log, size in sizes.items():
        asked |= Q(log=log, seq__gte=size) if size else Q()
    octets = Subquery(Content.objects.filter(digest=OuterRef("digest")).values("octets")[:1])
    nothing = Value(None, BinaryField())
    logs = Entry.objects.filter(asked).annotate(inside=Value("", CharField()), octets=octets)
    keys_held = KeyList.objects.filter(channel__in=list(lists)).annotate(octets=nothing)
    known = _known.get({})
    found = logs.values_list("log", "inside", "seq", "header", "octets").union(
        keys_held.values_list("party", "channel", "version", "note", "octets"), all=True
    )
    for name, channel, _, told, content in found.order_by("inside", "log", "seq"):
        if channel:
            lists[channel].setdefault(name, []).append(bytes(told))
        else:
            both = bytes(told), None if content is None else bytes(content)
            read[name].append(known.get(both) or read_entry(*both))
    return read, lists


@contextmanager
def known_by_their_octets(taken: Taken) -> Iterator[None]:
    """Within it, entries that `taken` brought are not read a second time where the very same octets are met again."""
    found = {(line.header, line.content): entry for (line, _), entry in zip(taken.lines, taken.entries, strict=True)}
    token = _known.set(found)
    try:
        yield
    finally:
        _known.reset(token)


def checkpoint(log: str, *, size: int | None = None) -> Note | None:
    """The signed note over `size` entries of `log` (default: the newest), or None."""
    rows = Checkpoint.objects.filter(log=log)
    row = rows.order_by("-size").first() if size is None else rows.filter(size=size).first()
    return None if row is None else read_note(bytes(row.note))


def checkpoints(log: str) -> Iterator[tuple[int, bytes, bytes]]:
    """Every checkpoint of `log` by size: the size, the signed note, the frontier kept beside it."""
    found = Checkpoint.objects.filter(log=log).order_by("size").values_list("size", "note", "frontier")
    for size, note, beside in found.iterator():
        yield size, bytes(note), bytes(beside)


def attachments() -> Iterator[tuple[str, bytes]]:
    """Every attachment held: the digest it is kept under, and its bytes."""
    for digest, octets in Attachment.objects.exclude(octets=None).values_list("digest", "octets").iterator():
        yield digest, bytes(octets or b"")


def key_lists(party: str, channel: str) -> list[bytes]:
    """The signed manifests of `party` in `channel`, version 1 first."""
    rows = KeyList.objects.filter(party=party, channel=channel).order_by("version")
    return [bytes(note) for note in rows.values_list("note", flat=True)]


def key_lists_by_party(channel: str) -> dict[str, list[bytes]]:
    """The signed manifests in `channel`, version 1 first, by party: one question for all of them."""
    found: dict[str, list[bytes]] = {}
    for party, note in KeyList.objects.filter(channel=channel).order_by("version").values_list("party", "note"):
        found.setdefault(party, []).append(bytes(note))
    return found


def key_lists_by_channel(party: str) -> dict[str, list[bytes]]:
    """The signed manifests of `party`, version 1 first, by channel, the home channel left out."""
    found: dict[str, list[bytes]] = {}
    held = KeyList.objects.filter(party=party).exclude(channel=HOME).order_by("channel", "version")
    for channel, note in held.values_list("channel", "note"):
        found.setdefault(channel, []).append(bytes(note))
    return found


def keep_key_list(party: str, channel: str, version: int, note: bytes) -> None:
    """Keep a manifest that has passed its checks."""
    KeyList.objects.create(party=party, channel=channel, version=version, note=note)


def channels() -> list[str]:
    """The channels this node shares with other parties, by name: neither the home channel nor the public one."""
    return [channel for channel in opened() if channel != PUBLIC]


def opened() -> list[str]:
    """Every channel this node has keys in, by name, the public one included; the home channel is not one of them."""
    return sorted(
        KeyList.objects.filter(party=own_node().party)
        .exclude(channel=HOME)
        .values_list("channel", flat=True)
        .distinct()
    )


def held_logs() -> list[str]:
    """The names under which entries and checkpoints lie in the tables, whatever the key lists say."""
    names = (table.objects.values_list("log", flat=True).distinct() for table in (Entry, HomeEntry, Checkpoint))
    return sorted({name for found in names for name in found})


def parties(channel: str) -> list[str]:
    """The parties whose keys are known in `channel`, by code."""
    return sorted(KeyList.objects.filter(channel=channel).values_list("party", flat=True).distinct())


def parties_by_channel() -> dict[str, list[str]]:
    """The parties whose keys are known, by code, for each channel; from one query."""
    known: dict[str, list[str]] = {}
    for channel, party in sorted(KeyList.objects.values_list("channel", "party").distinct()):
        known.setdefault(channel, []).append(party)
    return known


def keep_attachment(octets: bytes) -> str:
    """Keep an attachment; returns its SHA-256 in hex. The same bytes are kept once."""
    digest = sha256(octets)
    Attachment.objects.get_or_create(digest=digest, defaults={"octets": octets})
    return digest


def attachment(digest: str) -> bytes | None:
    """The bytes of an attachment, or None where they are not held."""
    row = Attachment.objects.filter(digest=digest).first()
    return None if row is None or row.octets is None else bytes(row.octets)


def attachments_of(digests: Iterable[str]) -> dict[str, bytes]:
    """The bytes of those attachments that are held, by digest; one query for all."""
    found = Attachment.objects.filter(digest__in=sorted(set(digests)), octets__isnull=False)
    return {digest: bytes(octets) for digest, octets in found.values_list("digest", "octets") if octets is not None}


def holds_content(digest: str) -> bool:
    """Whether the bytes of the content of that digest are held."""
    return Content.objects.filter(digest=digest, octets__isnull=False).exists()


def holds_any(contents: Iterable[tuple[str, int]]) -> bool:
    """Whether what any of these entries of shared logs says, each by log and place, is held."""
    held = Content.objects.filter(digest=OuterRef("digest"), octets__isnull=False)
    asked = Q(pk__in=())
    for log, seq in contents:
        asked |= Q(log=log, seq=seq)
    return Entry.objects.filter(asked, Exists(held)).exists()


def asks_to_destroy(log: str) -> bool:
    """Whether any header of `log` may ask for a destruction; a quick look that may say yes for nothing."""
    headers = Entry.objects.filter(log=log).values_list("header", flat=True).iterator(chunk_size=_BATCH)
    return any(b"change.destroy-asked" in bytes(header) for header in headers)


def home_digests(places: Iterable[int]) -> list[str]:
    """The digests of the contents of our home entries at those places."""
    return list(HomeEntry.objects.filter(seq__in=list(places)).values_list("digest", flat=True))


def empty_content(digest: str, *, home_seqs: Collection[int] = ()) -> bool:
    """Destroy the content of that digest, and of our home entries `home_seqs` that say the same; whether any was held.

    The bytes are overwritten in the database file. The entries, their headers and the tree stay.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")
    emptied = Content.objects.filter(digest=digest, octets__isnull=False).update(octets=None)
    if home_seqs:
        home = home_digests(home_seqs)
        emptied += HomeContent.objects.filter(digest__in=home, octets__isnull=False).update(octets=None)
    if emptied:
        transaction.on_commit(_truncate_journal)
    return bool(emptied)


def _truncate_journal() -> None:
    # What was overwritten in the database still stands in the journal beside it until that is emptied.
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def holds_attachment(digest: str) -> bool:
    """Whether the bytes of an attachment are held."""
    return Attachment.objects.filter(digest=digest, octets__isnull=False).exists()


def keep_evidence(channel: str, code: str, octets: bytes, *, at: datetime.datetime) -> None:
    """Keep a proof against a partner; unless it proves clocks running backwards, the channel is suspended from now on.

    The same proof is not kept twice, and of clocks running backwards no more than `PROOFS` are.
    """
    kept = Evidence.objects.filter(channel=channel, code=code)
    if kept.filter(octets=octets).exists() or (code == BACKWARDS and kept.count() >= PROOFS):
        return
    Evidence.objects.create(channel=channel, code=code, octets=octets, kept_at=at)


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence kept: its number here, the code of what it proves, when it was kept, and the file itself."""

    number: int
    code: str
    at: datetime.datetime
    octets: bytes


def proofs(channel: str) -> list[Proof]:
    """The evidence kept about `channel`, oldest first."""
    rows = Evidence.objects.filter(channel=channel).order_by("pk")
    return [Proof(row.pk, row.code, row.kept_at, bytes(row.octets)) for row in rows]


def fault_reports(channel: str, *, most: int = 10) -> list[tuple[datetime.datetime, str, str]]:
    """The newest deliveries refused and alarms of `channel`: instant, code and sentence."""
    rows = FaultReport.objects.filter(channel=channel).order_by("-pk")[:most]
    return [(row.refused_at, row.code, row.sentence) for row in rows]


def suspension(channel: str) -> str | None:
    """The fault that suspended `channel`, or None."""
    found = Evidence.objects.filter(channel=channel).exclude(code=BACKWARDS).order_by("pk")
    return found.values_list("code", flat=True).first()


def keep_fault_report(channel: str, code: str, check: int, sentence: str, *, at: datetime.datetime) -> None:
    """Note a delivery that was refused."""
    FaultReport.objects.create(channel=channel, code=code, check_number=check, sentence=sentence, refused_at=at)


def places_of(digest: str, log: str) -> list[int]:
    """Where in `log`, a shared or public one, the content of that digest stands; in order, mostly one place."""
    return list(Entry.objects.filter(log=log, digest=digest).order_by("seq").values_list("seq", flat=True))


def all_places_of(digest: str) -> list[tuple[str, int]]:
    """Every place, log and position, where the content of that digest stands; no index serves this question."""
    return list(Entry.objects.filter(digest=digest).order_by("log", "seq").values_list("log", "seq"))


def content_digest(log: str, seq: int) -> str:
    """The digest of the content of an entry of a shared or public log; empty where there is none."""
    return Entry.objects.filter(log=log, seq=seq).values_list("digest", flat=True).first() or ""


def leaf_at(log: str, seq: int) -> bytes | None:
    """The leaf hash of the entry at that place, or None where there is none."""
    table = HomeEntry if _is_home(log) else Entry
    leaf = table.objects.filter(log=log, seq=seq).values_list("leaf", flat=True).first()
    return None if leaf is None else bytes(leaf)


def leaves_from(places: Mapping[str, int]) -> dict[tuple[str, int], bytes]:
    """The leaf hashes from that place on in each log, by log and place, from one query; a few more than logs at most."""
    asked = Q()
    for log, seq in places.items():
        asked |= Q(log=log, seq__gte=seq)
    found = Entry.objects.filter(asked).values_list("log", "seq", "leaf") if places else ()
    return {(log, seq): bytes(leaf) for log, seq, leaf in found[: len(places) + 1]}


def written_before(header: bytes, places: Iterable[tuple[str, int | None]]) -> set[tuple[str, int]]:
    """Which of those places in shared logs, by log and number, hold an entry whose header sorts before `header`."""
    found: set[tuple[str, int]] = set()
    for batch in _batched({place for place in places if place[0]}):
        asked = Q(pk__in=())
        for log, seq in batch:
            asked |= Q(log=log, seq=seq)
        found |= set(Entry.objects.filter(asked, header__lt=header).values_list("log", "seq"))
    return found


def ends(logs: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    """How many entries of each log are held, and the leaf hash of the last (empty for none); a query for 500 logs."""
    found: dict[str, tuple[int, bytes]] = dict.fromkeys(logs, (0, b""))
    for batch in _batched(list(found)):
        asked = Q(pk__in=())
        for log in batch:
            last = Entry.objects.filter(log=log).order_by("-seq").values("pk")[:1]
            asked |= Q(pk=Subquery(last))
        for log, seq, leaf in Entry.objects.filter(asked).values_list("log", "seq", "leaf"):
            found[log] = (seq + 1, bytes(leaf))
    return found


def leaves(log: str, *, size: int | None = None) -> list[bytes]:
    """The leaf hashes of the first `size` entries of `log` (default: all), in order."""
    table = HomeEntry if _is_home(log) else Entry
    rows = table.objects.filter(log=log).order_by("seq").values_list("leaf", flat=True)
    return [bytes(leaf) for leaf in (rows if size is None else rows[:size])]


def root_at(log: str, size: int) -> bytes:
    """The root (32 bytes) of `log` at an earlier or its present `size`, from the nearest checkpoint below it.

    Raises `IndexError` beyond what is held.
    """
    nearest = Checkpoint.objects.filter(log=log, size__lte=size).order_by("-size").first()
    grown = Frontier(0, ()) if nearest is None else read_frontier(bytes(nearest.frontier), nearest.size)
    table = HomeEntry if _is_home(log) else Entry
    between = table.objects.filter(log=log, seq__gte=grown.size, seq__lt=size).order_by("seq")
    for leaf in between.values_list("leaf", flat=True).iterator(chunk_size=_BATCH):
        grown = grown.after(bytes(leaf))
    if grown.size != size:
        raise IndexError(f"{log} holds fewer than {size} entries")
    return grown.root()


def key_list_version(party: str, channel: str) -> int:
    """The number of the newest key list of `party` in `channel`, from 1; 0 if there is none."""
    newest = KeyList.objects.filter(party=party, channel=channel).order_by("-version").first()
    return 0 if newest is None else newest.version


def recomputed(log: str, size: int) -> Frontier:
    """The frontier of the first `size` entries of `log` as their headers give it, whatever is kept beside them."""
    table, grown = (HomeEntry if _is_home(log) else Entry), Frontier(0, ())
    headers = table.objects.filter(log=log, seq__lt=size).order_by("seq").values_list("header", flat=True)
    for header in headers.iterator(chunk_size=_BATCH):
        grown = grown.after(leaf_hash(bytes(header)))
    return grown


def frontier(log: str) -> Frontier:
    """The state needed to append after the newest entry of `log`."""
    last = Checkpoint.objects.filter(log=log).order_by("-size").first()
    return Frontier(0, ()) if last is None else read_frontier(bytes(last.frontier), last.size)


def store_taken(taken: Taken) -> None:
    """Keep what a partner's delivery brought: key lists, entries, contents, attachments, checkpoint.

    The caller holds the transaction, so that all of it is kept or nothing (check 27).
    """
    party, channel = taken.origin.split("/")[1:]
    mark_unprojected(
        taken.origin, seq=min([line.seq for line, _ in taken.lines] + [*taken.contents], default=taken.size)
    )
    for note in taken.manifests:
        KeyList.objects.create(party=party, channel=channel, version=read_manifest(note).manifest.version, note=note)
    _store_lines(taken)
    for seq, octets in taken.contents.items():
        digest = Entry.objects.get(log=taken.origin, seq=seq).digest
        Content.objects.get_or_create(digest=digest, defaults={"octets": octets})
    for octets in taken.blobs.values():
        keep_attachment(octets)
    if taken.size == log_size(taken.origin):
        Checkpoint.objects.get_or_create(
            log=taken.origin,
            size=taken.size,
            defaults={"note": taken.checkpoint, "frontier": taken.frontier.octets()},
        )


def mark_unprojected(log: str, *, seq: int = 0) -> None:
    """Note that rows made from `log` are behind it from entry `seq` on, until `project.project` has made them anew."""
    behind, noted = UnprojectedLog.objects.get_or_create(log=log, defaults={"seq": seq})
    if not noted and seq < behind.seq:
        UnprojectedLog.objects.filter(pk=behind.pk).update(seq=seq)


def rows_are_behind() -> bool:
    """Whether anything has come since rows were last made."""
    return UnprojectedLog.objects.exists()


def channels_behind() -> set[str]:
    """The channels (`home` for our home log) of which anything has come since rows were last made."""
    return {log.split("/")[2] for log in UnprojectedLog.objects.values_list("log", flat=True)}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What nearly every page asks first: how far rows follow the logs, whose keys are known where, what is suspended.

    `behind` gives, by log, the place from which rows are to be made; `parties` codes in order, and `key_lists` how many
    key lists of theirs, by channel; `kept`, by channel, what its register is kept folded of.
    """

    behind: Mapping[str, int]
    parties: Mapping[str, list[str]]
    key_lists: Mapping[str, int]
    suspended: frozenset[str]
    kept: Mapping[str, str]


_Version = tuple[tuple[str, str, str], ...]
_remembered: dict[str, tuple[_Version, Surroundings]] = {}


def surroundings() -> Surroundings:
    """All of it, from one question; and of what has not changed since it was last asked, no more than that it has not.

    Keys, evidence and what is kept folded are added as new rows, whose numbers rise, and one writes at a time: where
    the highest number and the count are the same, so are the rows. A transaction that may be taken back leaves nothing.
    """
    store = store_of(own_node())
    if store in _remembered:
        version, known = _remembered[store]
        behind, now = _behind_and_version()
        if now == version:
            return replace(known, behind=behind)
    found = _surroundings()
    if not connection.in_atomic_block:
        _remembered[store] = found
    return found[1]


def forget_surroundings() -> None:
    """Ask anew for all of it."""
    _remembered.clear()


def _behind_and_version() -> tuple[dict[str, int], _Version]:
    told = _answered(_asked_each_time(connection.vendor))
    return _behind_of(told), _version_of(told)


def _surroundings() -> tuple[_Version, Surroundings]:
    told = _answered(_asked_once(connection.vendor))
    parties: dict[str, list[str]] = {}
    listed = [(one, other) for what, one, other in told if what == "party"]  # a row for each key list
    for channel, party in sorted(set(listed)):
        parties.setdefault(channel, []).append(party)
    key_lists = Counter(channel for channel, _ in listed)
    suspended = frozenset(one for what, one, _ in told if what == "suspended")
    kept = {one: other for what, one, other in told if what == "kept"}
    return _version_of(told), Surroundings(_behind_of(told), parties, key_lists, suspended, kept)


_Question = tuple[str, tuple[Any, ...]]


def _answered(question: _Question) -> list[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(*question)
        found: list[tuple[str, str, str]] = cursor.fetchall()
        return found


@cache
def _asked_each_time(_vendor: str) -> _Question:
    """The question in the words of the database; put into words once, since an act asks it twenty times."""
    sql, given = _behind().union(*_versions(), all=True).query.sql_with_params()
    return sql, tuple(given)


@cache
def _asked_once(_vendor: str) -> _Question:
    sql, given = _behind().union(*_versions(), *_around(), all=True).query.sql_with_params()
    return sql, tuple(given)


def _behind() -> "QuerySet[Any]":
    return _told("behind", UnprojectedLog.objects.all(), "log", "seq")


def _versions() -> "tuple[QuerySet[Any], ...]":
    tables = (KeyList.objects.all(), Evidence.objects.all(), KeptRegister.objects.filter(part=FRAME))
    return tuple(
        rows.order_by()
        .values(what=Value(f"version {place}", CharField()))
        .annotate(one=Cast(Max("pk"), CharField()), other=Cast(Count("pk"), CharField()))
        .values_list("what", "one", "other")
        for place, rows in enumerate(tables)
    )


def _around() -> "tuple[QuerySet[Any], ...]":
    return (
        _told("party", KeyList.objects.all(), "channel", "party"),
        _told("suspended", Evidence.objects.exclude(code=BACKWARDS).distinct(), "channel", "channel"),
        _told("kept", KeptRegister.objects.filter(part=FRAME), "channel", "made_from"),
    )


def _behind_of(told: Iterable[tuple[str, str, str]]) -> dict[str, int]:
    return {one: int(other) for what, one, other in told if what == "behind"}


def _version_of(told: Iterable[tuple[str, str, str]]) -> _Version:
    return tuple(sorted(each for each in told if each[0].startswith("version ")))


def _told(what: str, rows: "QuerySet[Any]", one: str, other: str) -> "QuerySet[Any]":
    text = CharField()
    named = {"what": Value(what, text), "one": Cast(one, text), "other": Cast(other, text)}
    found: QuerySet[Any] = rows.order_by().annotate(**named).values_list("what", "one", "other")
    return found


def home_about(kind: str, keys: Iterable[str], *, behind: int | None = None) -> dict[str, list[ReadEntry]]:
    """The entries of our home log of that type of record that are about each of `keys`, oldest first; some have none.

    Rows tell where they stand; what has been appended since rows were made is looked through: from place `behind` on,
    where the caller knows it (`surroundings`; -1: rows follow the log).
    """
    wanted = set(keys)
    if not wanted:
        return {}
    log = origin_of(own_node().party, HOME)
    if behind is None:
        told = UnprojectedLog.objects.filter(log=log).values_list("seq", flat=True).first()
        behind = -1 if told is None else told
    found: dict[int, ReadEntry] = {}
    content = HomeContent.objects.filter(digest=OuterRef("digest")).values("octets")[:1]
    for batch in _batched(wanted):
        places = HomePlaceRow.objects.filter(kind=kind, key__in=batch).values("seq")
        rows = HomeEntry.objects.filter(log=log, seq__in=places).annotate(octets=Subquery(content))
        for seq, header, octets in rows.values_list("seq", "header", "octets"):
            found[seq] = read_entry(bytes(header), None if octets is None else bytes(octets))
    found |= {entry.seq: entry for entry in (read_log(log, from_seq=behind) if behind >= 0 else ())}
    about: dict[str, list[ReadEntry]] = {key: [] for key in wanted}
    for _, entry in sorted(found.items()):
        named = about_in(entry)
        if named is not None and named[0] == kind and named[1] in about:
            about[named[1]].append(entry)
    return about


def about_in(entry: ReadEntry) -> tuple[str, str] | None:
    """The type of a home record and the digest it is looked for by, or None for one nobody looks for."""
    match entry.record:
        case Approved(ticket=ticket):
            return type_of(entry.record), ticket
        case LookedThrough(digest=digest):
            return type_of(entry.record), digest
        case Acted() if (key := internal.key_in(entry) or turns.key_in(entry)) is not None:
            return type_of(entry.record), key
    return None


def home_entries(seqs: Iterable[int]) -> dict[int, ReadEntry]:
    """The entries of our home log at those places, by place; one that is not there is left out."""
    log, found = origin_of(own_node().party, HOME), {}
    for wanted in _batched(seqs):
        rows = list(HomeEntry.objects.filter(log=log, seq__in=wanted).order_by("seq"))
        contents = HomeContent.objects.filter(digest__in=[row.digest for row in rows])
        octets = dict(contents.values_list("digest", "octets"))
        for row in rows:
            content = octets.get(row.digest)
            found[row.seq] = read_entry(bytes(row.header), None if content is None else bytes(content))
    return found


def texts_held(digests: Iterable[str]) -> dict[str, str]:
    """The characters of those of the agreed texts that are held, by digest."""
    found = Attachment.objects.filter(digest__in=list(digests)).exclude(octets=None)
    return {digest: bytes(octets or b"").decode("utf-8") for digest, octets in found.values_list("digest", "octets")}


def _store_lines(taken: Taken) -> None:
    contents: dict[str, bytes | None] = {}
    found = []
    above = frozenset(taken.above_ceiling)
    for (line, leaf), entry in zip(taken.lines, taken.entries, strict=True):
        digest = entry.header.sha256 if entry.header is not None else committed_digest(line.header)
        # Bytes no header commits to are not kept: another delivery of the same signed tree could bring others.
        kept = line.content is not None and line.seq not in above and sha256(line.content) == digest
        if kept:
            contents[digest] = line.content
        found.append((taken.origin, line.seq, line.header, leaf, digest))
    insert_values(Content, ("digest", "octets"), contents.items(), but_known=True)
    insert_values(Entry, ("log", "seq", "header", "leaf", "digest"), found)


def committed_digest(header: bytes) -> str:
    """The digest of the content that a header commits to, whatever else is wrong with it; empty if it names none.

    Raises `Fault` json.* for bytes that are no strict JSON.
    """
    value = read_json(header, cap=CAP_HEADER, depth=DEPTH_HEADER, what="header")
    named = value.get("content") if isinstance(value, dict) else None
    digest = named.get("sha256") if isinstance(named, dict) else None
    return digest if isinstance(digest, str) and DIGEST.fullmatch(digest) else ""
