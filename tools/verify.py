"""Independent verifier of Suivi exchange v1: a bundle (`.suivi`) or an evidence file, from its bytes alone, offline.

Written from design/exchange.md and its vectors only; imports nothing of suivi: the standard library and `cryptography`.
    python tools/verify.py FILE      exit 0 sound (facts on stdout), 3 refused (`code: detail` on stderr), 2 usage
Whose keys these are no file can prove: compare the fingerprints among the facts with what officers exchanged (5.7).
"""

import datetime
import json
import mmap
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

EMPTY = sha256(b"").digest()
TOP = 2**53 - 1
BIG_NOTE, BIG_CHECKPOINT, BIG_MANIFEST, BIG_EVIDENCE = 2 << 20, 16 << 10, 64 << 10, 64 << 10
BIG_LINE, BIG_HEADER, BIG_CONTENT, BIG_BLOB, BIG_BUNDLE = 266_752, 4_096, 262_144, 25 << 20, 4 << 30
MOST_BLOBS, MOST_MANIFESTS, MOST_SIGNATURES, SEGMENT = 20_000, 256, 16, 256
DEPTH_LINE, DEPTH_CONTENT, DEPTH_HEADER = 17, 16, 6
PRIME = 2**255 - 19
ORDER8 = 0x5FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826  # the two values of y of order eight
SMALL = {0, 1, PRIME - 1, ORDER8, PRIME - ORDER8}
PARTY = "[a-z][a-z0-9]{1,15}"
CHANNEL = r"[a-z][a-z0-9-]{1,31}(?:\.(?:[2-9]|[1-9][0-9]))?"
NAME, ORIGIN = re.compile(PARTY), re.compile(f"suivi/({PARTY})/({CHANNEL})")
HEX, DAY, ANY = re.compile("[0-9a-f]{64}"), re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), re.compile("(?s:.*)")
MEMBER = re.compile(r"bundle\.note|keys/([1-9][0-9]{0,2})|segments/([0-9]{6})|blobs/([0-9a-f]{64})")
SIZES = range(TOP + 1)
ROOT_KEY = {"alg": ANY, "key": ANY}
SIGNING_KEY = {"alg": ANY, "from": SIZES, "key": ANY, "until?": SIZES}
MANIFEST = {
    **{"channel": re.compile(CHANNEL), "issued": DAY, "log": [SIGNING_KEY], "party": NAME, "prev?": HEX},
    **{"root": [ROOT_KEY], "threshold": SIZES, "tls": [HEX], "v": range(1, 2), "version": SIZES},
    "witness": [SIGNING_KEY],
}
BUNDLE = {
    **{"blobs": [{"sha256": HEX, "size": SIZES}], "by": ORIGIN, "checkpoint": ANY, "from": {"root": HEX, "size": SIZES}},
    **{"keys": [{"sha256": HEX, "size": SIZES, "version": range(1, MOST_MANIFESTS + 1)}], "log": ORIGIN},
    **{"segments": [{"lines": SIZES, "sha256": HEX, "size": SIZES}], "to": [NAME], "v": range(1, 2)},
}
EVIDENCE = {
    **{"error": ANY, "log": ORIGIN, "manifests": [ANY], "notes": [ANY], "v": range(1, 2)},
    "proof?": [HEX],
}


class Refused(Exception):
    """What was given is not sound; `code` is the named error of section 15."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


def refuse(code: str, detail: object = "") -> NoReturn:
    """Stop here."""
    raise Refused(code, str(detail))


def need(true: object, code: str, detail: object = "") -> None:
    """Stop here unless `true`."""
    if not true:
        refuse(code, detail)


# Section 2: strict and canonical JSON, closed shapes
def integer(digits: str) -> int:
    """Read an integer that every implementation reads alike."""
    need(digits != "-0", "json.minus-zero")
    need(len(digits) <= 17 and abs(int(digits)) <= TOP, "json.integer-range")
    return int(digits)


def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
    """Keep an object whose keys differ."""
    need(len(found) == len({key for key, _ in found}), "json.duplicate-key")
    return dict(found)


def deepest(octets: bytes) -> int:
    """How deep brackets are nested outside strings."""
    depth = most = 0
    for token in re.finditer(rb'(?s)"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', octets):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(token[0], 0)
        most = max(most, depth)
    return most


def strict(octets: bytes, cap: int, code: str, depth: int = DEPTH_CONTENT) -> Any:
    """Read JSON as section 2 has it, without the canonical form."""
    need(len(octets) <= cap, code, f"{len(octets)} bytes")
    need(not octets.startswith(b"\xef\xbb\xbf"), "json.bom")
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        refuse("json.utf8")
    need(deepest(octets) <= depth, "json.depth")
    try:
        value = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_int=integer,
            parse_float=lambda _: refuse("json.float"),
            parse_constant=lambda _: refuse("json.constant"),
        )
    except json.JSONDecodeError as error:
        refuse("json.syntax", error)
    need(not re.search("[\ud800-\udfff]", json.dumps(value, ensure_ascii=False)), "json.surrogate")
    return value


def canonical(value: Any) -> bytes:
    """Write RFC 8785 for values without fractions: keys by UTF-16, shortest escapes."""

    def ordered(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: ordered(part[key]) for key in sorted(part, key=lambda key: key.encode("utf-16-be"))}
        return [ordered(item) for item in part] if isinstance(part, list) else part

    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":")).encode()


def exact(octets: bytes, cap: int, code: str, depth: int = DEPTH_CONTENT) -> Any:
    """Read JSON that is already canonical."""
    value = strict(octets, cap, code, depth)
    need(canonical(value) == octets, "json.not-canonical")
    return value


def shape(value: Any, form: Any, at: str = "") -> None:
    """Compare with a closed form: object (`name?` is optional), list, range of integers or pattern."""
    if isinstance(form, dict):
        need(isinstance(value, dict), "record.value", at)
        for name in value:
            need(name in form or f"{name}?" in form, "record.unknown-field", name)
        for name, inner in form.items():
            if name.rstrip("?") in value:
                shape(value[name.rstrip("?")], inner, name)
            else:
                need(name.endswith("?"), "record.missing-field", name)
    elif isinstance(form, list):
        need(isinstance(value, list), "record.value", at)
        for item in value:
            shape(item, form[0], at)
    elif isinstance(form, range):
        need(type(value) is int and value in form, "record.version" if at == "v" else "record.value", at)
    else:
        need(isinstance(value, str) and form.fullmatch(value), "record.value", at)


def base64(text: str, code: str) -> bytes:
    """Read padded base64 whose spare bits are zero."""
    try:
        octets = b64decode(text, validate=True)
    except ValueError:
        refuse(code)
    need(b64encode(octets).decode() == text, code)
    return octets


# Section 4: tree, notes, checkpoints
def node(left: bytes, right: bytes) -> bytes:
    """Join two hashes."""
    return sha256(b"\x01" + left + right).digest()


def grow(frontier: list[tuple[int, bytes]], leaf: bytes) -> None:
    """Append one leaf to the full subtrees, widest first."""
    width = 1
    while frontier and frontier[-1][0] == width:
        width, leaf = 2 * width, node(frontier.pop()[1], leaf)
    frontier.append((width, leaf))


def top(frontier: list[tuple[int, bytes]]) -> bytes:
    """Give the root over the full subtrees."""
    if not frontier:
        return EMPTY
    root = frontier[-1][1]
    for _, left in reversed(frontier[:-1]):
        root = node(left, root)
    return root


def consistent(size1: int, size2: int, root1: bytes, root2: bytes, proof: Sequence[bytes]) -> None:
    """Check that the tree of `size2` begins with the tree of `size1`."""
    need(0 <= size1 <= size2, "proof.sizes")
    need(all(len(item) == 32 for item in (root1, root2, *proof)), "proof.hash-length")
    need(size1 != size2 or not proof, "proof.same-size")
    if size1 == 0:
        need(not proof and root1 == EMPTY and (size2 or root2 == EMPTY), "proof.zero")
        return
    if size1 == size2:
        need(root1 == root2, "proof.root")
        return
    low, high = size1 - 1, size2 - 1
    while low & 1:
        low, high = low >> 1, high >> 1
    path = list(proof) if low else [root1, *proof]
    need(path, "proof.length")
    old = new = path[0]
    for item in path[1:]:
        need(high, "proof.length")
        if low & 1 or low == high:
            old, new = node(item, old), node(item, new)
            while low and not low & 1:
                low, high = low >> 1, high >> 1
        else:
            new = node(new, item)
        low, high = low >> 1, high >> 1
    need(not high, "proof.length")
    need((old, new) == (root1, root2), "proof.root")


class Key(NamedTuple):
    """A public key in its one role: `kind` 1 signs, 4 cosigns; valid from size or seq `first` to `last`."""

    name: str
    kind: int
    octets: bytes
    first: int = 0
    last: int = TOP

    def id(self) -> bytes:
        """Recompute the four bytes."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.octets).digest()[:4]

    def verifies(self, text: bytes, signature: bytes) -> bool:
        """Whether the signature, with its time before it if it is a cosignature, is this key's over `text`."""
        if self.kind == 4:
            text = b"cosignature/v1\ntime %d\n%b" % (int.from_bytes(signature[:8], "big"), text)
            signature = signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.octets).verify(signature, text)
        except InvalidSignature:
            return False
        return True


class Note(NamedTuple):
    """A signed note: its text, and lines of name and id with signature, each counted once."""

    text: str
    lines: tuple[tuple[str, bytes], ...]

    def signers(self, keys: Iterable[Key]) -> dict[Key, bytes]:
        """Which of the keys signed (with what); one known key failing refuses the note."""
        found = {}
        for key in keys:
            for name, octets in self.lines:
                if (name, octets[:4]) == (key.name, key.id()):
                    need(key.verifies(self.text.encode(), octets[4:]), "note.bad-signature", name)
                    found[key] = octets[4:]
        return found

    def json(self, purpose: str, cap: int) -> Any:
        """Read the one line of JSON of a note of this purpose."""
        lines = self.text.split("\n")
        need(lines[0] == purpose, "note.purpose", lines[0])
        need(len(lines) == 3, "note.form", "more or less than one line of JSON")
        return exact(lines[1].encode(), cap, "size.note")


def note(octets: bytes, cap: int, code: str = "size.note") -> Note:
    """Read the grammar of a signed note."""
    need(len(octets) <= cap, code, f"{len(octets)} bytes")
    try:
        whole = octets.decode()
    except UnicodeDecodeError:
        refuse("note.form", "not UTF-8")
    need(not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", whole), "note.form", "control character")
    need(whole.endswith("\n"), "note.form", "no last LF")
    text, blank, tail = whole.rpartition("\n\n")
    need(blank, "note.form", "no blank line")
    need(tail, "note.unsigned")
    lines = []
    for line in tail[:-1].split("\n"):
        match = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        need(match, "note.form", "signature line")
        assert match is not None
        lines.append((match[1], base64(match[2], "note.base64")))
        need(len(lines[-1][1]) > 4, "note.form", "no signature after the id")
    need(len(lines) <= MOST_SIGNATURES, "note.too-many")
    return Note(text + "\n", tuple(dict.fromkeys(lines)))


class Checkpoint(NamedTuple):
    """A checkpoint whose author signed it."""

    origin: str
    size: int
    root: bytes
    signers: dict[Key, bytes]


def checkpoint(octets: bytes, origin: str, keys: "Keys", within: bool = True) -> Checkpoint:
    """Read a checkpoint of `origin`, signed by a log key valid for its size (valid at all, if not `within`)."""
    found = note(octets, BIG_CHECKPOINT)
    lines = found.text.split("\n")[:-1]
    if lines[0] != origin:
        refuse("checkpoint.origin" if lines[0].startswith("suivi/") else "note.purpose", lines[0])
    signers = found.signers([*keys.log, *keys.witness])
    need(signers, "keys.unknown", f"newest manifest here: {keys.version}")
    signed = [key for key in signers if key.kind == 1]
    need(signed, "checkpoint.unsigned-by-log")
    need(len(lines) >= 3, "note.form", "checkpoint of fewer than three lines")
    need(len(lines) == 3, "checkpoint.extension")
    grammar = re.fullmatch("0|[1-9][0-9]{0,15}", lines[1])
    need(grammar and int(lines[1]) <= TOP, "checkpoint.size", lines[1][:40])
    size, root = int(lines[1]), base64(lines[2], "note.base64")
    need(len(root) == 32, "checkpoint.root-length")
    need((size == 0) == (root == EMPTY), "checkpoint.empty-root")
    if within and not any(key.first <= size <= key.last for key in signed):
        refuse("keys.after-until" if any(size > key.last for key in signed) else "keys.before-from", size)
    return Checkpoint(origin, size, root, signers)


# Section 5: manifests
class Keys(NamedTuple):
    """The keys of one party in one channel, after its last manifest."""

    party: str
    channel: str
    version: int
    fingerprint: str
    log: tuple[Key, ...]
    witness: tuple[Key, ...]


def enrol(entry: dict[str, Any]) -> bytes:
    """Accept a public key under rule 5.5."""
    need(entry["alg"] == "ed25519", "keys.algorithm", entry["alg"][:40])
    octets = base64(entry["key"], "keys.encoding")
    y = int.from_bytes(octets, "little") % 2**255
    need(len(octets) == 32 and y < PRIME, "keys.encoding")
    need(y not in SMALL, "keys.small-order")
    return octets


def enrolled(value: dict[str, Any], roles: dict[bytes, str], ids: dict[tuple[str, int, bytes], bytes]) -> list[Key]:
    """Enrol every key of a manifest: each once, in one role for ever, ids distinct."""
    party, here, found = value["party"], set(), []
    names = {"root": f"suivi/{party}/root", "log": f"suivi/{party}/{value['channel']}"}
    for role in ("root", "log", "witness"):
        for entry in value[role]:
            octets = enrol(entry)
            need(roles.setdefault(octets, role) == role, "keys.two-roles")
            need(octets not in here, "keys.duplicate")
            here.add(octets)
            name, kind = names.get(role, f"suivi/{party}/witness"), 4 if role == "witness" else 1
            key = Key(name, kind, octets, entry.get("from", 0), entry.get("until", TOP))
            need(ids.setdefault((name, kind, key.id()), octets) == octets, "keys.id-collision")
            found.append(key)
    return found


def history(old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]) -> None:
    """Check rule 5.6: old keys stay, what was set stays set, `from` and `until` meet."""
    need(len(new) >= len(old), "keys.history", "key dropped")
    for was, entry in zip(old, new, strict=False):
        need({**entry, **was} == entry, "keys.history", "key, `from` or `until` changed")
    need(not new or new[0]["from"] == 0, "keys.history", "first `from`")
    need(all(one.get("until") == two["from"] for one, two in pairwise(new)), "keys.history", "`from` and `until`")
    need(all(entry.get("until", TOP) >= entry["from"] for entry in new), "keys.history", "`until` below `from`")


def walk(texts: Sequence[bytes], party: str, channel: str) -> Keys:
    """Walk the manifests of a party one by one from version 1."""
    roles: dict[bytes, str] = {}
    ids: dict[tuple[str, int, bytes], bytes] = {}
    before: dict[str, Any] = {"log": [], "witness": [], "threshold": 0}
    roots, fingerprint, prev, keys = [], "", "", Keys(party, channel, 0, "", (), ())
    need(len(texts) <= MOST_MANIFESTS, "size.manifest", "versions")
    for version, octets in enumerate(texts, 1):
        found = note(octets, BIG_MANIFEST, "size.manifest")
        value = found.json("suivi-manifest/v1", BIG_MANIFEST)
        shape(value, MANIFEST)
        need(value["version"] == version, "keys.not-consecutive", f"{value['version']} where {version} is next")
        need((value["party"], value["channel"]) == (party, channel), "keys.subject")
        need(value.get("prev", "") == prev, "keys.chain")
        day(value["issued"])
        fresh = enrolled(value, roles, ids)
        need(1 <= value["threshold"] <= len(value["root"]), "keys.threshold-range")
        for role in ("log", "witness"):
            history(before[role], value[role])
        root = fresh[: len(value["root"])]
        signed = {key.octets for key in found.signers({*roots, *root})}
        need(len(signed & {key.octets for key in roots}) >= before["threshold"], "keys.old-threshold", version)
        need(len(signed & {key.octets for key in root}) >= value["threshold"], "keys.new-threshold", version)
        prev, before, roots = sha256(found.text.encode()).hexdigest(), value, root
        fingerprint = fingerprint or prev
        log, witness = fresh[len(root) : len(root) + len(value["log"])], fresh[len(root) + len(value["log"]) :]
        keys = Keys(party, channel, version, fingerprint, tuple(log), tuple(witness))
    return keys


def day(text: str) -> None:
    """Check that a day exists."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        refuse("record.value", text)


# Section 10: the canonical tar
def header(name: bytes, size: int) -> bytes:
    """Write the one header a member of this name and size has."""
    fields = b"%b%b" % (name.ljust(100, b"\0"), b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size + b"0" * 11 + b"\0")
    rest = (b"0" + bytes(100) + b"ustar\x0000").ljust(356, b"\0")
    return fields + b"%06o\0 " % (sum(fields) + sum(rest) + 8 * 32) + rest


def place(name: str) -> tuple[int, str]:
    """Where a member stands in the order."""
    match = MEMBER.fullmatch(name)
    need(match, "file.name", ascii(name))
    assert match is not None
    return match.lastindex or 0, (match[1] or "").zfill(3) if match[1] else name


def members(octets: bytes | mmap.mmap) -> dict[str, tuple[int, int]]:
    """Find the members of a canonical tar: name to start and size."""
    found: dict[str, tuple[int, int]] = {}
    last, at = (-1, ""), 0
    need(len(octets) <= BIG_BUNDLE, "size.bundle")
    while True:
        block = octets[at : at + 512]
        need(len(block) == 512, "file.truncated")
        if block == bytes(512):
            break
        raw, digits = block[:100].rstrip(b"\0"), block[124:135]
        need(re.fullmatch(b"[0-7]{11}", digits), "file.header", "size field")
        size = int(digits, 8)
        need(block == header(raw, size), "file.header", ascii(raw[:40]))
        name = raw.decode("latin-1")
        spot = place(name)
        need(spot > last, "file.order", name)
        need(spot[0] == 0 or found, "file.order", "bundle.note is not first")
        need(size <= BIG_BUNDLE, "size.bundle")
        at, end = at + 512, at + 512 + size
        last, found[name] = spot, (at, size)
        at = end + -size % 512
        need(at <= len(octets), "file.truncated", name)
        need(octets[end:at] == bytes(at - end), "file.padding", name)
        need(sum(item.startswith("blobs/") for item in (name,)) == 0 or len(found) <= MOST_BLOBS * 3, "size.bundle")
    need(len(octets) >= at + 1024, "file.truncated", "end")
    need(octets[at : at + 1024] == bytes(1024) and len(octets) == at + 1024, "file.trailing")
    return found
