"""Headers and lines: the leaf of the tree, which commits to its content by digest, and how both travel.

- A header is canonical JSON under a closed schema (exchange format, section 3); its bytes are the leaf.
- A line is `{"c":<content or null>,"h":<header>}` and LF; header and content are canonical because the line is.
- Values are checked here as far as bytes tell; kinds, markings and what stands in other entries are not known here.
- What most headers of a log say alike (log, kind, subject, media) is held once, however many headers are read.
"""

import hashlib
import re
from dataclasses import dataclass
from sys import intern
from typing import Final

from suivi.log.canonical import (
    CAP_CONTENT,
    CAP_HEADER,
    CAP_LINE,
    DEPTH_HEADER,
    DEPTH_LINE,
    Json,
    canonical,
    check_depth,
    has_astral,
    octets_of,
    read_canonical,
)
from suivi.log.fault import Fault, shown
from suivi.log.fields import DIGEST, ORIGIN, TOKEN, check_version, closed, count, instant_or_day, outside, word
from suivi.log.tree import leaf_hash

VERSION: Final = 1
MEDIA: Final = "application/json"  # of every content in v1

_SUBJECT: Final = re.compile(r"[a-z][a-z0-9-]{1,31}(?:#[A-Za-z0-9.-]{1,64})?")
_MEDIA: Final = re.compile(re.escape(MEDIA))
# A kind never heard of is a matter of `record.kinds`: here it is any word that fits on a line.
_TYPE: Final = re.compile(r"[^\x00-\x20\x7f]{1,64}")

# fmt: off
_REQUIRED: Final = (
    "v", "log", "seq", "id", "type", "subject", "content", "marking", "seen", "manifest", "at",
)
# fmt: on
_OPTIONAL: Final = ("supersedes", "target")
_REFERENCE: Final = ("log", "seq", "leaf")
_CONTENT: Final = ("sha256", "size", "media")


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry named so that it cannot be exchanged: origin, position from 0, leaf hash in 64 hex digits."""

    log: str
    seq: int
    leaf: str

    def value(self) -> dict[str, Json]:
        """As it stands in a header."""
        return {"log": self.log, "seq": self.seq, "leaf": self.leaf}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What an author signs for one entry: its place, its kind, and the digest of its content.

    `seq` counts from 0; `sha256` (64 hex digits) and `size` (bytes) are those of the content; `seen` gives per
    origin how many entries of the other parties' logs the author held; `at` is the instant, or day, of release.
    """

    log: str
    seq: int
    id: str
    type: str
    subject: str
    sha256: str
    size: int
    marking: dict[str, Json]
    seen: dict[str, int]
    manifest: int
    at: str
    media: str = MEDIA
    supersedes: Reference | None = None
    target: Reference | None = None

    def value(self) -> dict[str, Json]:
        """The header as JSON, `v` included; references only where there are any."""
        fields: dict[str, Json] = {
            "v": VERSION,
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "type": self.type,
            "subject": self.subject,
            "content": {"sha256": self.sha256, "size": self.size, "media": self.media},
            "marking": self.marking,
            "seen": self.seen,
            "manifest": self.manifest,
            "at": self.at,
        }
        if self.supersedes is not None:
            fields["supersedes"] = self.supersedes.value()
        if self.target is not None:
            fields["target"] = self.target.value()
        return fields

    def octets(self) -> bytes:
        """The canonical bytes: what is hashed into the tree, and what `read_header` reads."""
        return canonical(self.value())

    def leaf(self) -> bytes:
        """The leaf hash, 32 bytes."""
        return leaf_hash(self.octets())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a segment: the place it claims, and the canonical bytes of header and content.

    `content` is None where the bytes are absent: destroyed, or not delivered yet.
    """

    log: str
    seq: int
    header: bytes
    content: bytes | None

    def leaf(self) -> bytes:
        """The leaf hash of the header, 32 bytes."""
        return leaf_hash(self.header)


def read_header(octets: bytes) -> Header:
    """The header these canonical bytes spell.

    Raises `Fault` size.header, json.*, record.version, record.unknown-field, record.missing-field, record.value.
    """
    value = read_canonical(octets, cap=CAP_HEADER, depth=DEPTH_HEADER, what="header")
    check_version(value, expected=VERSION, at="v")
    fields = closed(value, required=_REQUIRED, optional=_OPTIONAL, at="header")
    content = closed(fields["content"], required=_CONTENT, at="content")
    return Header(
        log=intern(word(fields["log"], ORIGIN, at="log")),
        seq=count(fields["seq"], at="seq"),
        id=word(fields["id"], TOKEN, at="id"),
        type=intern(word(fields["type"], _TYPE, at="type")),
        subject=intern(word(fields["subject"], _SUBJECT, at="subject")),
        sha256=word(content["sha256"], DIGEST, at="content.sha256"),
        size=count(content["size"], at="content.size"),
        media=intern(word(content["media"], _MEDIA, at="content.media")),
        marking=_object(fields["marking"], at="marking"),
        seen=_seen(fields["seen"]),
        manifest=count(fields["manifest"], at="manifest", least=1),
        at=instant_or_day(fields["at"], at="at"),
        supersedes=_reference(fields, "supersedes"),
        target=_reference(fields, "target"),
    )


def write_line(header: bytes, content: bytes | None) -> bytes:
    """The line, LF included, of two byte strings that are canonical already."""
    return b'{"c":' + (b"null" if content is None else content) + b',"h":' + header + b"}\n"


def read_line(octets: bytes) -> Line:
    """The line these bytes (LF left out) spell; whether it stands in its place is for the caller to compare.

    Raises `Fault` size.line, json.*, size.header, size.content (check 13), log.wrong-origin or log.sequence where
    no place can be read (check 14), content.size or content.hash (check 15).
    """
    # 13. Caps, strict JSON, canonical.
    value = read_canonical(octets, cap=CAP_LINE, depth=DEPTH_LINE, what="line")
    parts = closed(value, required=("c", "h"), at="line")
    fields = _object(parts["h"], at="line.h")
    header = octets_of(fields, astral=has_astral(octets))
    content = None if parts["c"] is None else octets[len(b'{"c":') : -len(b',"h":}') - len(header)]
    _check_caps(header, content)
    # 14. A place can be read; 15. the content is the one the header commits to.
    log, seq = _place(fields)
    if content is not None:
        _check_content(fields.get("content"), content)
    return Line(log=log, seq=seq, header=header, content=content)


def _object(value: Json, *, at: str) -> dict[str, Json]:
    if isinstance(value, dict):
        return value
    raise outside(value, "an object", at)


def _seen(value: Json) -> dict[str, int]:
    sizes = _object(value, at="seen")
    return {intern(word(log, ORIGIN, at="seen")): count(size, at=f"seen.{log}") for log, size in sizes.items()}


def _reference(fields: dict[str, Json], name: str) -> Reference | None:
    if name not in fields:
        return None
    reference = closed(fields[name], required=_REFERENCE, at=name)
    return Reference(
        log=word(reference["log"], ORIGIN, at=f"{name}.log"),
        seq=count(reference["seq"], at=f"{name}.seq"),
        leaf=word(reference["leaf"], DIGEST, at=f"{name}.leaf"),
    )


def _check_caps(header: bytes, content: bytes | None) -> None:
    if len(header) > CAP_HEADER:
        raise Fault("size.header", got=f"{len(header)} bytes", expected=f"at most {CAP_HEADER}")
    check_depth(header, depth=DEPTH_HEADER, what="header")
    if content is not None and len(content) > CAP_CONTENT:
        raise Fault("size.content", got=f"{len(content)} bytes", expected=f"at most {CAP_CONTENT}")


def _place(fields: dict[str, Json]) -> tuple[str, int]:
    log, seq = fields.get("log"), fields.get("seq")
    if not isinstance(log, str):
        raise Fault("log.wrong-origin", got=shown(log), expected="an origin", at="log")
    if not isinstance(seq, int) or isinstance(seq, bool):
        raise Fault("log.sequence", got=shown(seq), expected="a position", at="seq")
    return log, seq


def _check_content(commitment: Json, content: bytes) -> None:
    # A header without a well-formed commitment fails check 17 by itself: nothing to compare with here.
    if not isinstance(commitment, dict):
        return
    sha256, size = commitment.get("sha256"), commitment.get("size")
    if not isinstance(sha256, str) or type(size) is not int:
        return
    if len(content) != size:
        raise Fault("content.size", got=str(len(content)), expected=str(size), at="content.size")
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        raise Fault("content.hash", got=digest, expected=shown(sha256), at="content.sha256")
