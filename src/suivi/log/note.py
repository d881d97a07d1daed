"""Signed notes: a text, and lines that say which key signed it (C2SP signed-note); checkpoints and cosignatures.

- A key is recognised by name and a 4-byte id that is recomputed, never stored; unknown keys are ignored.
- One line of a known key that does not verify refuses the whole note; identical lines count once.
- The first line says what a note is for, so that none can be taken for another (exchange format, 4.7).
- Ed25519 as in RFC 8032, without cofactor, S below the order of the group (exchange format, 4.6).
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from suivi.log.canonical import CAP_NOTE, LARGEST_INTEGER
from suivi.log.fault import Fault, shown
from suivi.log.tree import EMPTY_ROOT, HASH_SIZE

SIGNATURE: Final = 0x01  # type byte of an Ed25519 signature over the text
COSIGNATURE: Final = 0x04  # type byte of a timestamped Ed25519 cosignature (C2SP tlog-cosignature)
MANIFEST_PURPOSE: Final = "suivi-manifest/v1"
BUNDLE_PURPOSE: Final = "suivi-bundle/v1"
_COSIGNATURE_PURPOSE: Final = "cosignature/v1"

MOST_SIGNATURES: Final = 16
_ID_SIZE: Final = 4
_TIME_SIZE: Final = 8
_SIGNATURE_SIZE: Final = 64

_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")
_SIGNATURE_LINE: Final = re.compile(r"— ([^\s+]+) ([^\s]+)")
_DECIMAL: Final = re.compile(r"0|[1-9][0-9]{0,15}")


class Signer(Protocol):
    """Whoever holds a private key: a key file today, a token later."""

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""

    def sign(self, octets: bytes) -> bytes:
        """The signature over `octets`, 64 bytes."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: the name of the key, its 4-byte id, and what follows the id, undecided."""

    name: str
    key_id: bytes
    octets: bytes

    def line(self) -> str:
        """The line as written, without its LF."""
        return f"— {self.name} {base64.b64encode(self.key_id + self.octets).decode('ascii')}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in LF, and its signature lines in the order received."""

    text: str
    signatures: tuple[Signature, ...]

    def octets(self) -> bytes:
        """The note as one file; `read_note` gives back the same note."""
        return "".join((self.text, "\n", *(f"{signature.line()}\n" for signature in self.signatures))).encode()


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A public key (32 bytes) under the name it signs with; `kind` is SIGNATURE or COSIGNATURE."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """The 4 bytes by which a signature line names this key."""
        return key_id(self.name, self.kind, self.public)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One state of a log: its origin, how many entries it has, and the root over them (32 bytes)."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The text of the note that signs it (C2SP tlog-checkpoint), without extension lines."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode('ascii')}\n"


def key_id(name: str, kind: int, public: bytes) -> bytes:
    """First 4 bytes of SHA-256(name, LF, type byte, public key): a hint that finds a key, not a proof."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:_ID_SIZE]


def read_note(octets: bytes, *, cap: int = CAP_NOTE, what: str = "note") -> Note:
    """The note these bytes spell; who signed it is for `check_signatures`.

    Raises `Fault` size.<what>, note.form, note.unsigned, note.too-many or note.base64.
    """
    if len(octets) > cap:
        raise Fault(f"size.{what}", got=f"{len(octets)} bytes", expected=f"at most {cap}")
    characters = _characters(octets)
    text, blank, lines = characters.rpartition("\n\n")
    if not blank or not characters.endswith("\n"):
        raise Fault("note.form", expected="a text, a blank line and signature lines, each ending in LF")
    if not lines:
        raise Fault("note.unsigned", expected="a signature line")
    written = lines[:-1].split("\n")
    if len(written) > MOST_SIGNATURES:
        raise Fault("note.too-many", got=f"{len(written)} signature lines", expected=f"at most {MOST_SIGNATURES}")
    return Note(text + "\n", tuple(_signature(line) for line in written))


def signed(text: str, name: str, signer: Signer) -> Note:
    """A note over `text` (which ends in LF) with one signature, under `name`."""
    return Note(text, (signature_of(text, name, signer),))


def signature_of(text: str, name: str, signer: Signer) -> Signature:
    """The signature line `signer` adds to `text` under `name`."""
    return Signature(name, key_id(name, SIGNATURE, signer.public), signer.sign(text.encode()))


def cosigned(note: Note, name: str, signer: Signer, *, at_seconds: int) -> Note:
    """`note` with a cosignature under `name`, saying it was seen at `at_seconds` (UTC, since 1970).

    It takes the place of an earlier one of the same key, so that refreshing never fills the note.
    """
    identity = key_id(name, COSIGNATURE, signer.public)
    others = tuple(kept for kept in note.signatures if (kept.name, kept.key_id) != (name, identity))
    signature = signer.sign(_cosigned_octets(note.text, at_seconds))
    stamped = Signature(name, identity, at_seconds.to_bytes(_TIME_SIZE, "big") + signature)
    return Note(note.text, (*others, stamped))


def cosignature_time(signature: Signature) -> int:
    """The instant a cosignature states, in seconds since 1970 (UTC); `Fault` note.form if it carries none."""
    if len(signature.octets) != _TIME_SIZE + _SIGNATURE_SIZE:
        raise Fault("note.form", got=f"{len(signature.octets)} bytes", expected="72 bytes", at=shown(signature.name))
    return int.from_bytes(signature.octets[:_TIME_SIZE], "big")


def verify_signature(public: bytes, octets: bytes, signature: bytes) -> bool:
    """Whether `signature` (64 bytes) is one over `octets` by the Ed25519 key `public` (32 bytes, enrolled)."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, octets)
    except (InvalidSignature, ValueError):
        return False
    return True


def check_signatures(note: Note, keys: Sequence[KnownKey]) -> tuple[KnownKey, ...]:
    """Those of `keys` that signed, in their order; never empty.

    Raises `Fault` note.unsigned, note.bad-signature if a line of a known key fails, keys.unknown if none is known.
    """
    if not note.signatures:
        raise Fault("note.unsigned", expected="a signature line")
    signers = signers_among(note, keys)
    if not signers:
        names = ", ".join(sorted({signature.name for signature in note.signatures}))
        raise Fault("keys.unknown", got=shown(names), expected=_names(keys))
    return signers


def signers_among(note: Note, keys: Sequence[KnownKey]) -> tuple[KnownKey, ...]:
    """As `check_signatures`, but perhaps empty: what thresholds are counted from."""
    good: set[KnownKey] = set()
    for signature in dict.fromkeys(note.signatures):
        named = [key for key in keys if (key.name, key.id) == (signature.name, signature.key_id)]
        verified = [key for key in named if _verifies(key, note.text, signature)]
        if named and not verified:
            raise Fault("note.bad-signature", got=shown(signature.line()), at=shown(signature.name))
        good.update(verified)
    return tuple(key for key in keys if key in good)


def read_checkpoint(text: str, *, origin: str | None) -> Checkpoint:
    """The state of a log that `text` states; `origin` is the one asked for, None if any will do.

    Raises `Fault` note.purpose, checkpoint.origin, checkpoint.extension, checkpoint.size, note.base64,
    checkpoint.root-length or checkpoint.empty-root.
    """
    named, *lines = text.split("\n")
    if named in (MANIFEST_PURPOSE, BUNDLE_PURPOSE, _COSIGNATURE_PURPOSE):
        raise Fault("note.purpose", got=named, expected="a checkpoint")
    if origin is not None and named != origin:
        raise Fault("checkpoint.origin", got=shown(named), expected=origin)
    if len(lines) < 3 or lines[-1]:  # size, root, and the nothing after the last LF
        raise Fault("note.form", expected="an origin, a size and a root, each ending in LF", at="checkpoint")
    if len(lines) > 3:
        raise Fault("checkpoint.extension", got=shown(lines[2]), expected="no further line")
    checkpoint = Checkpoint(named, _size(lines[0]), _root(lines[1]))
    if (checkpoint.size == 0) != (checkpoint.root == EMPTY_ROOT):
        raise Fault("checkpoint.empty-root", got=checkpoint.root.hex(), at=f"size {checkpoint.size}")
    return checkpoint


def purpose_of(note: Note) -> str:
    """The first line of the text: what the note is for."""
    return note.text.partition("\n")[0]


def decoded(characters: str, *, code: str, at: str) -> bytes:
    """The bytes of standard padded base64 with zero trailing bits; `Fault` `code` for any other spelling."""
    try:
        octets = base64.b64decode(characters, validate=True)
    except (binascii.Error, ValueError):
        octets = b""
    if base64.b64encode(octets).decode("ascii") != characters:
        raise Fault(code, got=shown(characters), expected="padded base64 with zero trailing bits", at=at)
    return octets


def _characters(octets: bytes) -> str:
    try:
        characters = octets.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault("note.form", got=error.reason, expected="UTF-8", at=f"byte {error.start}") from None
    control = _CONTROL.search(characters)
    if control:
        raise Fault("note.form", got=shown(control[0]), expected="no control but LF", at=f"character {control.start()}")
    return characters


def _signature(line: str) -> Signature:
    match = _SIGNATURE_LINE.fullmatch(line)
    if not match:
        raise Fault("note.form", got=shown(line), expected="a signature line")
    octets = decoded(match[2], code="note.base64", at=shown(match[1]))
    if len(octets) <= _ID_SIZE:
        raise Fault("note.form", got=f"{len(octets)} bytes", expected="a key id and a signature", at=shown(match[1]))
    return Signature(match[1], octets[:_ID_SIZE], octets[_ID_SIZE:])


def _verifies(key: KnownKey, text: str, signature: Signature) -> bool:
    if key.kind != COSIGNATURE:
        return verify_signature(key.public, text.encode(), signature.octets)
    stamp, octets = signature.octets[:_TIME_SIZE], signature.octets[_TIME_SIZE:]
    return verify_signature(key.public, _cosigned_octets(text, int.from_bytes(stamp, "big")), octets)


def _cosigned_octets(text: str, at_seconds: int) -> bytes:
    return f"{_COSIGNATURE_PURPOSE}\ntime {at_seconds}\n{text}".encode()


def _names(keys: Sequence[KnownKey]) -> str:
    return ", ".join(f"{key.name}+{key.id.hex()}" for key in keys)


def _size(line: str) -> int:
    if not _DECIMAL.fullmatch(line) or int(line) > LARGEST_INTEGER:
        raise Fault("checkpoint.size", got=shown(line), expected="a decimal up to 2^53-1")
    return int(line)


def _root(line: str) -> bytes:
    root = decoded(line, code="note.base64", at="root")
    if len(root) != HASH_SIZE:
        raise Fault("checkpoint.root-length", got=f"{len(root)} bytes", expected=f"{HASH_SIZE} bytes")
    return root
