"""The outbox: a directory of static files that any web server can show to the partner (exchange format, section 10).

- `x/v1/<channel>/<party>/`: `checkpoint` (the only file ever replaced), `manifest/<n>`, `segments/<k>` (256 lines),
  `segments/<k>.p/<w>` (its first w lines, until it is full), `blobs/<sha256>`; our log and our copies of the others'.
- Written only after the commit, `checkpoint` last: every file is whole or absent, whenever the power fails.
- Reads shared and public logs only; a draft, a home entry or a ticket is of no type that this file knows.
- A file that differs from the tables is written again and an alarm is kept: nobody but us writes there.
"""

import datetime
import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from django.db import transaction

from suivi.desk import copies, correspondence, entries, partners, registers
from suivi.desk.whole_files import make_folder, replace_file
from suivi.exchange.freshness import freshness_of
from suivi.exchange.take_in import Delivered
from suivi.log.bundle import SEGMENT_LINES
from suivi.log.fault import Fault
from suivi.log.header import write_line
from suivi.log.manifest import read_manifest
from suivi.log.note import Note, cosigned, read_checkpoint, read_note
from suivi.plan.channel import PUBLIC, origin_of

ALTERED: Final = "own.altered"
DAILY: Final = datetime.timedelta(days=1)


@dataclass(kw_only=True)
class Published:
    """What one publication did: files written, and files that were found altered and written again."""

    written: int = 0
    altered: list[str] = field(default_factory=list)


def say_alive(channel: str, *, at: datetime.datetime) -> None:
    """Publish `channel` anew where our own sign of life in the directory is a day old at `at` (section 7.3).

    Raises as `publish` and `entries.own_signers` do.
    """
    own = entries.own_node().party
    note, log = published_note(channel, own), origin_of(own, channel)
    manifest = read_manifest(entries.key_lists(own, channel)[-1]).manifest
    word = freshness_of(note, origin=log, manifest=manifest) if note is not None else None
    if word is None or at - word.at >= DAILY:
        publish(channel, at=at)


def publish_after_commit(channel: str, *, at: datetime.datetime) -> None:
    """Publish `channel` once the transaction under way is on the disk; nothing of it is published if it is not.

    A disk that refuses does not undo what was committed: the next publication goes on where this one stopped.
    """
    transaction.on_commit(partial(_publish_or_note, channel, at))


def _publish_or_note(channel: str, at: datetime.datetime) -> None:
    try:
        publish(channel, at=at)
    except OSError as error:
        entries.keep_fault_report(channel, "own.disk", 0, f"Publishing stopped: {error.strerror}.", at=at)


def publish(channel: str, *, at: datetime.datetime, whole: bool = False) -> Published:
    """Bring the directory up to what is committed, and say in `checkpoint` that our log stood so at `at`.

    `whole` compares every file with the tables; without it only what is new is looked at. Raises `Refused`
    (own.behind) where the directory holds more of our log than the tables, `OSError` from the disk.
    """
    done = Published()
    with _alone():
        _check_not_ahead(channel)
        for party in entries.parties(channel):
            _publish_log(channel, party, done, at=at, whole=whole)
        if channel == PUBLIC:
            copies.copy_public(place_of(PUBLIC, entries.own_node().party), at=at)
    for place in done.altered:
        entries.keep_fault_report(channel, ALTERED, 0, f"{place} had been altered; it was written again.", at=at)
    return done


def rewrite_after_commit(channel: str, log: str, seq: int, *, at: datetime.datetime) -> None:
    """Write again the published segment that holds entry `seq` of `log`, whose content was destroyed: no alarm.

    It is the only change a published segment may ever have (exchange format, section 9.3). Copies of our public log
    follow at once; one that cannot be written is reported, for it still holds what is gone.
    """
    transaction.on_commit(partial(_rewrite, channel, log, seq, at))


def _rewrite(channel: str, log: str, seq: int, at: datetime.datetime) -> None:
    party = log.split("/")[1]
    place, number = place_of(channel, party), seq // SEGMENT_LINES
    lines = [write_line(row.header, row.content) for row in _segment_rows(log, number)]
    with _alone():
        if (whole := place / "segments" / str(number)).exists():
            replace_file(whole, b"".join(lines))
        for part in (place / "segments" / f"{number}.p").glob("[0-9]*"):
            replace_file(part, b"".join(lines[: int(part.name)]))
        if channel == PUBLIC and party == entries.own_node().party:
            copies.copy_public(place, at=at)


def _segment_rows(log: str, number: int) -> Iterator[entries.Row]:
    return islice(entries.rows(log, from_seq=number * SEGMENT_LINES), SEGMENT_LINES)


def folder() -> Path:
    """The directory that a web server shows: `x/v1/…` lies in it."""
    return partners.read_addresses(entries.own_node().folder).published


def place_of(channel: str, party: str) -> Path:
    """Where the log of `party` in `channel` lies in the directory."""
    return folder() / partners.ROOT / channel / party


def published_note(channel: str, party: str) -> Note | None:
    """The checkpoint as it lies in the directory; None where there is none, or none that can be read."""
    try:
        return read_note((place_of(channel, party) / "checkpoint").read_bytes())
    except (OSError, Fault):
        return None


def delivered(channel: str, *, begin: int) -> Delivered:
    """Our own log as published, from entry `begin` on, as the importer takes it: a memory beside the tables.

    Raises `Fault` note.* where nothing readable was published.
    """
    own = entries.own_node().party
    place, log = place_of(channel, own), origin_of(own, channel)
    note = read_note((place / "checkpoint").read_bytes())
    lists = sorted(int(path.name) for path in (place / "manifest").iterdir() if path.name.isdigit())
    first = begin - begin % SEGMENT_LINES
    return Delivered(
        by=log,
        log=log,
        checkpoint=note,
        keys=[(version, (place / "manifest" / str(version)).read_bytes()) for version in lists],
        from_size=first,
        lines=_published_lines(place, first, _size(note, log)),
        blobs=((path.name, path.read_bytes()) for path in sorted((place / "blobs").glob("[0-9a-f]*"))),
    )


def _published_lines(place: Path, first: int, size: int) -> Iterator[bytes]:
    for number in range(first // SEGMENT_LINES, -(-size // SEGMENT_LINES)):
        count = min(SEGMENT_LINES, size - number * SEGMENT_LINES)
        whole, part = place / "segments" / str(number), place / "segments" / f"{number}.p" / str(count)
        path = whole if whole.exists() else part
        if path.exists():
            yield from path.read_bytes().split(b"\n")[:count]


def differences(channel: str) -> list[str]:
    """Files of the directory that are not what the tables would write, or are missing; nothing is changed."""
    found = []
    for party in entries.parties(channel):
        note = published_note(channel, party)
        log = origin_of(party, channel)
        size = 0 if note is None else min(_size(note, log), entries.log_size(log))
        for name, octets in _files(channel, party, size, begin=0):
            path = place_of(channel, party) / name
            if not path.exists() or path.read_bytes() != octets:
                found.append(str(path.relative_to(folder())))
    return found


def _publish_log(channel: str, party: str, done: Published, *, at: datetime.datetime, whole: bool) -> None:
    log, place = origin_of(party, channel), place_of(channel, party)
    note = entries.checkpoint(log)
    if note is None:
        return
    size, former = entries.log_size(log), published_note(channel, party)
    known = 0 if whole or former is None else min(_size(former, log), size)
    for name, octets in _files(channel, party, size, begin=known // SEGMENT_LINES):
        _put(place / name, octets, done)
    note = _fresh(note, log, channel, at) if party == entries.own_node().party else _newest_word(note, log, size)
    replace_file(place / "checkpoint", note.octets())
    _drop_partial_segments(place, from_size=known, to_size=size)


def _files(channel: str, party: str, size: int, *, begin: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every immutable file of that log of `size` entries, in the order of publication."""
    log = origin_of(party, channel)
    yield from ((f"blobs/{digest}", octets) for digest, octets in _blobs(channel, log))
    lines = (write_line(row.header, row.content) for row in entries.rows(log, from_seq=begin * SEGMENT_LINES))
    for number in range(begin, -(-size // SEGMENT_LINES)):
        count = min(SEGMENT_LINES, size - number * SEGMENT_LINES)
        name = f"segments/{number}" if count == SEGMENT_LINES else f"segments/{number}.p/{count}"
        yield name, b"".join(islice(lines, count))
    for version, octets in enumerate(entries.key_lists(party, channel), start=1):
        yield f"manifest/{version}", octets


def _blobs(channel: str, log: str) -> Iterator[tuple[str, bytes]]:
    for named_in, digest in registers.attachments(channel):
        if named_in == log and (octets := entries.attachment(digest)) is not None:
            yield digest, octets


def _fresh(note: Note, log: str, channel: str, at: datetime.datetime) -> Note:
    """Our newest checkpoint with our cosignature of now: whoever reads it knows how old it is (section 7.3)."""
    _, witness = entries.own_signers(channel)
    assert witness is not None  # every channel but home has a witness key
    return cosigned(note, entries.witness_name(log), witness, at_seconds=int(at.timestamp()))


def _newest_word(note: Note, log: str, size: int) -> Note:
    """The partner's checkpoint with the newest cosignature it has made over it, where we hold one."""
    known = correspondence.freshest(log)
    return known[1] if known is not None and known[0].size == size else note


def _check_not_ahead(channel: str) -> None:
    own = entries.own_node().party
    note = published_note(channel, own)
    if note is not None:
        entries.refuse_behind(origin_of(own, channel), _size(note, origin_of(own, channel)))


def _size(note: Note, log: str) -> int:
    try:
        return read_checkpoint(note.text, origin=log).size
    except Fault:
        return 0


def _put(path: Path, octets: bytes, done: Published) -> None:
    if path.exists():
        if path.read_bytes() == octets:
            return
        done.altered.append(str(path.relative_to(folder())))
    done.written += 1
    replace_file(path, octets)


def _drop_partial_segments(place: Path, *, from_size: int, to_size: int) -> None:
    # Kept until the full one exists; each is a prefix of the next, so a partner may still be reading one. Named one by
    # one: to look through the folder would take longer with every segment there is.
    for number in range(from_size // SEGMENT_LINES, to_size // SEGMENT_LINES):
        if (gone := place / "segments" / f"{number}.p").is_dir():
            shutil.rmtree(gone)


@contextmanager
def _alone() -> Iterator[None]:
    """One publication at a time, whichever process asks."""
    make_folder(folder())
    with (folder() / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
