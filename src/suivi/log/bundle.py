"""Bundles: the file one party hands to another; a canonical tar under a signed note.

- Members in this order and no other: `bundle.note`, `keys/<n>`, `segments/<k>`, `blobs/<sha256>`, as the note lists.
- The tar has one spelling (`log/tar.py`), so the same range of a log always gives the same bytes.
- A file is read once, forwards, one member at a time; nothing is believed before digest and size agree.
- Whether the note's signature and the lines are sound is decided elsewhere: here the file is.
- Source: exchange format, section 10; faults F01 to F09.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

from suivi.log.canonical import CAP_LINE, CAP_MANIFEST, DEPTH_HEADER, Json, canonical, read_canonical
from suivi.log.fault import Fault, shown
from suivi.log.fields import DIGEST, ORIGIN, PARTY, check_version, closed, count, items, outside, word
from suivi.log.manifest import MOST_VERSIONS
from suivi.log.note import BUNDLE_PURPOSE, Note, Signer, purpose_of, read_note, signed
from suivi.log.tar import CAP_FILE, Member, Members, Stream, written

VERSION: Final = 1
SEGMENT_LINES: Final = 256
CAP_BUNDLE_NOTE: Final = 2 * 2**20
CAP_SEGMENT: Final = SEGMENT_LINES * (CAP_LINE + 1)
CAP_BLOB: Final = 25 * 2**20
MOST_BLOBS: Final = 20_000

_NOTE_NAME: Final = "bundle.note"
_REQUIRED: Final = ("v", "by", "log", "to", "from", "checkpoint", "keys", "segments", "blobs")


@dataclass(frozen=True, slots=True)
class Listed:
    """A manifest in the bundle: its version from 1, size in bytes and SHA-256 in 64 hex digits."""

    version: int
    size: int
    sha256: str

    @classmethod
    def of(cls, version: int, octets: bytes) -> "Listed":
        """As these bytes will be listed."""
        return cls(version, len(octets), _digest(octets))


@dataclass(frozen=True, slots=True)
class ListedSegment:
    """A segment: how many lines (1 to 256), size in bytes and SHA-256 in 64 hex digits."""

    lines: int
    size: int
    sha256: str

    @classmethod
    def of(cls, octets: bytes) -> "ListedSegment":
        """As these bytes will be listed."""
        return cls(octets.count(b"\n"), len(octets), _digest(octets))


@dataclass(frozen=True, slots=True)
class ListedBlob:
    """An attachment: SHA-256 in 64 hex digits, and size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, octets: bytes) -> "ListedBlob":
        """As these bytes will be listed."""
        return cls(_digest(octets), len(octets))


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleNote:
    """What the sender `by` (an origin) says it hands over to the parties `to`.

    The lines of `log` that follow the first `from_size`, whose root is `from_root` (32 bytes), up to `checkpoint`;
    manifests by rising version, segments in log order, blobs sorted by digest.
    """

    by: str
    log: str
    to: tuple[str, ...]
    from_size: int
    from_root: bytes
    checkpoint: Note
    keys: tuple[Listed, ...] = ()
    segments: tuple[ListedSegment, ...] = ()
    blobs: tuple[ListedBlob, ...] = ()

    def text(self) -> str:
        """What the sender signs: the purpose, then one line of canonical JSON."""
        fields: dict[str, Json] = {
            "v": VERSION,
            "by": self.by,
            "log": self.log,
            "to": self.to,
            "from": {"root": self.from_root.hex(), "size": self.from_size},
            "checkpoint": self.checkpoint.octets().decode(),
            "keys": [{"version": one.version, "size": one.size, "sha256": one.sha256} for one in self.keys],
            "segments": [{"lines": one.lines, "size": one.size, "sha256": one.sha256} for one in self.segments],
            "blobs": [{"sha256": one.sha256, "size": one.size} for one in self.blobs],
        }
        return f"{BUNDLE_PURPOSE}\n{canonical(fields).decode()}\n"

    def members(self) -> list[Member]:
        """What follows the note in the file, in order."""
        return [
            *(Member(f"keys/{one.version}", one.size) for one in self.keys),
            *(Member(f"segments/{position:06d}", one.size) for position, one in enumerate(self.segments)),
            *(Member(f"blobs/{one.sha256}", one.size) for one in self.blobs),
        ]


def segments_of(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The segments that hold `lines` (each with its LF), 256 to a segment, the last one perhaps fewer."""
    remaining = iter(lines)
    while segment := b"".join(islice(remaining, SEGMENT_LINES)):
        yield segment


def bundle_note(
    *,
    by: str,
    log: str,
    to: tuple[str, ...],
    from_size: int,
    from_root: bytes,
    checkpoint: Note,
    keys: tuple[Listed, ...] = (),
    segments: tuple[ListedSegment, ...] = (),
    blobs: tuple[ListedBlob, ...] = (),
    signer: Signer,
) -> Note:
    """The note of a `BundleNote` with these fields, signed under the sender's origin `by` with its log key."""
    note = BundleNote(
        by=by,
        log=log,
        to=to,
        from_size=from_size,
        from_root=from_root,
        checkpoint=checkpoint,
        keys=keys,
        segments=segments,
        blobs=blobs,
    )
    return signed(note.text(), by, signer)


def write_bundle(
    note: Note, keys: Sequence[bytes], segments: Sequence[bytes], blobs: Sequence[bytes]
) -> Iterator[bytes]:
    """The bytes of the file, piece by piece; the contents in the order in which the note lists them.

    Raises `ValueError` if there are more or fewer of them than the note lists.
    """
    names = [_NOTE_NAME, *(member.name for member in read_bundle_note(note).members())]
    return written(zip(names, (note.octets(), *keys, *segments, *blobs), strict=True))


def read_bundle(stream: Stream, *, cap: int = CAP_FILE) -> "Bundle":
    """The bundle `stream` gives, of `cap` bytes at most: note and manifests at once, lines and attachments when asked for.

    Raises `Fault` file.*, size.bundle, note.*, json.*, record.*; so do the iterators of the `Bundle`.
    """
    members = Members(stream, cap=cap)
    octets = members.read_first(_NOTE_NAME, cap=CAP_BUNDLE_NOTE)
    signed_note = read_note(octets, cap=CAP_BUNDLE_NOTE, what="bundle")
    note = read_bundle_note(signed_note)
    members.list_rest(note.members())
    keys = [bytes(_listed_octets(members, f"keys/{one.version}", one.sha256)) for one in note.keys]
    return Bundle(note, signed_note, keys, members)


class Bundle:
    """A bundle being read: `note` and the `signed` note it came in, `keys` the manifests by rising version.

    The file proves sound only when both `lines` and `blobs` have run to their end: until then nothing may be kept.
    """

    def __init__(self, note: BundleNote, signed_note: Note, keys: list[bytes], members: Members) -> None:
        self.note = note
        self.signed = signed_note
        self.keys = keys
        self._lines = _lines(note, members)
        self._blobs = _blobs(note, members)

    def lines(self) -> Iterator[bytes]:
        """The lines in log order, without LF, as `read_line` takes them; one segment in memory at a time."""
        return self._lines

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """Each attachment: SHA-256 (64 hex digits) and bytes, sorted; lines not asked for yet are read past."""
        for _ in self._lines:
            pass
        yield from self._blobs


def read_bundle_note(note: Note) -> BundleNote:
    """What a bundle note says; its signature is checked with `check_signatures` and the manifest of `by`.

    Raises `Fault` note.*, json.*, record.*, file.order (a list out of order or with doubles) or size.bundle.
    """
    if purpose_of(note) != BUNDLE_PURPOSE:
        raise Fault("note.purpose", got=shown(purpose_of(note)), expected=BUNDLE_PURPOSE)
    _, line, *rest = note.text.split("\n")
    if rest != [""]:
        raise Fault("note.form", expected="one line of JSON", at="bundle")
    value = read_canonical(line.encode(), cap=CAP_BUNDLE_NOTE, depth=DEPTH_HEADER, what="bundle")
    check_version(value, expected=VERSION, at="bundle.v")
    fields = closed(value, required=_REQUIRED, at="bundle")
    start = closed(fields["from"], required=("root", "size"), at="bundle.from")
    if not isinstance(fields["checkpoint"], str):
        raise outside(fields["checkpoint"], "a signed note", "bundle.checkpoint")
    return BundleNote(
        by=word(fields["by"], ORIGIN, at="bundle.by"),
        log=word(fields["log"], ORIGIN, at="bundle.log"),
        to=tuple(word(party, PARTY, at="bundle.to") for party in items(fields["to"], at="bundle.to")),
        from_size=count(start["size"], at="bundle.from.size"),
        from_root=bytes.fromhex(word(start["root"], DIGEST, at="bundle.from.root")),
        checkpoint=read_note(fields["checkpoint"].encode()),
        keys=_keys(fields["keys"]),
        segments=_segments(fields["segments"]),
        blobs=_listed_blobs(fields["blobs"]),
    )


def _keys(value: Json) -> tuple[Listed, ...]:
    keys = []
    for item in items(value, at="bundle.keys"):
        fields = closed(item, required=("version", "size", "sha256"), at="bundle.keys")
        version = count(fields["version"], at="bundle.keys.version", least=1, most=MOST_VERSIONS)
        keys.append(
            Listed(
                version,
                _bytes(fields, CAP_MANIFEST, "bundle.keys", code="size.manifest"),
                _sha256(fields, "bundle.keys"),
            )
        )
    _check_order(all(former.version < key.version for former, key in pairwise(keys)), "bundle.keys")
    return tuple(keys)


def _segments(value: Json) -> tuple[ListedSegment, ...]:
    segments = []
    for item in items(value, at="bundle.segments"):
        fields = closed(item, required=("lines", "size", "sha256"), at="bundle.segments")
        lines = count(fields["lines"], at="bundle.segments.lines", least=1, most=SEGMENT_LINES)
        size = _bytes(fields, CAP_SEGMENT, "bundle.segments")
        segments.append(ListedSegment(lines, size, _sha256(fields, "bundle.segments")))
    for segment in segments[:-1]:
        # One way to cut, so that one range of a log gives one file.
        count(segment.lines, at="bundle.segments.lines", least=SEGMENT_LINES)
    return tuple(segments)


def _listed_blobs(value: Json) -> tuple[ListedBlob, ...]:
    listed = items(value, at="bundle.blobs")
    if len(listed) > MOST_BLOBS:
        raise Fault("size.bundle", got=f"{len(listed)} attachments", expected=f"at most {MOST_BLOBS}")
    blobs = []
    for item in listed:
        fields = closed(item, required=("sha256", "size"), at="bundle.blobs")
        blobs.append(ListedBlob(_sha256(fields, "bundle.blobs"), _bytes(fields, CAP_BLOB, "bundle.blobs")))
    _check_order(all(former.sha256 < blob.sha256 for former, blob in pairwise(blobs)), "bundle.blobs")
    return tuple(blobs)


def _sha256(fields: dict[str, Json], at: str) -> str:
    return word(fields["sha256"], DIGEST, at=f"{at}.sha256")


def _bytes(fields: dict[str, Json], cap: int, at: str, *, code: str = "size.bundle") -> int:
    size = count(fields["size"], at=f"{at}.size")
    if size > cap:
        raise Fault(code, got=f"{size} bytes", expected=f"at most {cap}", at=at)
    return size


def _check_order(rising: bool, at: str) -> None:
    if not rising:
        raise Fault("file.order", expected="a rising order without doubles", at=at)


def _lines(note: BundleNote, members: Members) -> Iterator[bytes]:
    for position, listed in enumerate(note.segments):
        name = f"segments/{position:06d}"
        segment = _listed_octets(members, name, listed.sha256)
        _check_lines(segment, listed.lines, name)
        start = 0
        while end := segment.find(b"\n", start) + 1:
            yield bytes(segment[start : end - 1])
            start = end
    if not note.blobs:
        members.finish()


def _blobs(note: BundleNote, members: Members) -> Iterator[tuple[str, bytes]]:
    for listed in note.blobs:
        yield listed.sha256, bytes(_listed_octets(members, f"blobs/{listed.sha256}", listed.sha256))
    if note.blobs:
        members.finish()


def _listed_octets(members: Members, name: str, sha256: str) -> bytearray:
    octets = members.read_next()
    digest = _digest(octets)
    if digest != sha256:
        raise Fault("file.digest", got=digest, expected=sha256, at=name)
    return octets


def _check_lines(segment: bytearray, expected: int, name: str) -> None:
    lines = segment.count(b"\n")
    if lines < expected:
        raise Fault("log.gap", got=f"{lines} lines", expected=f"{expected} lines", at=name)
    if lines > expected or not segment.endswith(b"\n"):
        raise Fault("log.surplus", got="bytes after the last line", expected=f"{expected} lines", at=name)


def _digest(octets: bytes | bytearray) -> str:
    return hashlib.sha256(octets).hexdigest()
