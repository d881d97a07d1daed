"""Independent verifier of Suivi exchange v1: a bundle (`.suivi`) or an evidence file, offline, from its bytes alone.

Written from the exchange format (sections in brackets) and its vectors only; imports nothing of suivi. Exit code 0:
sound, facts follow; 3: refused, why; 2: wrong use. No file proves whose its keys are: compare the fingerprint.
"""

import json
import re
import sys
import tarfile
from base64 import b64decode, b64encode
from calendar import monthrange
from collections import namedtuple
from hashlib import sha256
from io import FileIO
from itertools import accumulate, pairwise
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

EMPTY, PRIME, TOP = sha256(b"").digest(), 2**255 - 19, 2**53 - 1
SMALL = {0, 1, PRIME - 1, (eighth := 0x5FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826), PRIME - eighth}
# Closed forms, as patterns over text that is canonical JSON already.
PARTY, CHANNEL = "[a-z][a-z0-9]{1,15}", r"[a-z][a-z0-9-]{1,31}(?:\.(?:[2-9]|[1-9][0-9]))?"
DAY = "(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
TEXT, SIZE, COUNT, HEX = r'"(?:[^"\\]|\\.)*"', "(?:0|[1-9][0-9]{0,15})", "[1-9][0-9]{0,15}", '"[0-9a-f]{64}"'
ORIGIN, ROOT, FILE = f'"suivi/{PARTY}/{CHANNEL}"', f'{{"alg":{TEXT},"key":{TEXT}}}', f'"sha256":{HEX},"size":{SIZE}'
RANGES = rf'\[(?:{{"alg":{TEXT},"from":{SIZE},"key":{TEXT}(?:,"until":{SIZE})?}},?)*]'
MANIFEST = rf'{{"channel":"{CHANNEL}","issued":"{DAY}","log":{RANGES},"party":"{PARTY}",(?:"prev":{HEX},)?'
MANIFEST += rf'"root":\[(?:{ROOT},?)*],"threshold":{SIZE},"tls":\[(?:{HEX},?)*],"v":1,'
MANIFEST += rf'"version":{COUNT},"witness":{RANGES}}}'
BUNDLE = rf'{{"blobs":\[(?:{{{FILE}}},?)*],"by":{ORIGIN},"checkpoint":{TEXT},"from":{{"root":{HEX},"size":{SIZE}}},'
BUNDLE += rf'"keys":\[(?:{{{FILE},"version":{COUNT}}},?)*],"log":{ORIGIN},'
BUNDLE += rf'"segments":\[(?:{{"lines":{COUNT},{FILE}}},?)*],"to":\[(?:"{PARTY}",?)*],"v":1}}'
EVIDENCE = r'{"error":"(?:keys[.](?:cut|equivocation)|log[.](?:equivocation|fork)|own[.]fork|witness[.]backwards)",'
EVIDENCE += rf'"log":{ORIGIN},"manifests":\[(?:{TEXT},?)*],"notes":\[(?:{TEXT},?)*],'
EVIDENCE += rf'(?:"proof":{{"hashes":\[(?:{HEX},?)*],"root":{HEX}}},)?"v":1}}'
MEMBER = re.compile("bundle[.]note|keys/([1-9][0-9]{0,2})|segments/([0-9]{6})|blobs/([0-9a-f]{64})")
Note = namedtuple("Note", "text lines value")  # lines: pairs of name and id with signature
Key = namedtuple("Key", "name id public first last")
# A file of which `file[start:end]` reads that part and no more.
Disk = type("Disk", (FileIO,), {"__getitem__": lambda it, at: it.seek(at.start) * 0 or it.read(at.stop - at.start)})


class Refused(Exception):
    """Not sound: the named error, and a detail."""


def need(true: Any, code: str, detail: object = "") -> Any:
    """Go on with what is true, else refuse."""
    if not true:
        raise Refused(code, str(detail))
    return true


STRICT = json.JSONDecoder(
    object_pairs_hook=lambda found: (
        need(len(dict(found)) == len(found), "json.duplicate-key")
        and dict(sorted(found, key=lambda pair: pair[0].encode("utf-16-be")))
    )
)
canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # of what STRICT put in order


def read(octets: bytes, cap: int, code: str, depth: int = 16, form: str = ".*") -> Any:
    """Read canonical JSON [2], of this form."""
    need(len(octets) <= cap, code, f"{len(octets)} bytes") and need(octets[:3] != b"\xef\xbb\xbf", "json.bom")
    bare = re.sub(rb'(?s)"[^"\\]*(?:\\.[^"\\]*)*"?', b'""', octets)
    try:
        text = octets.decode()
        need(max(accumulate((one in b"[{") - (one in b"]}") for one in b" " + bare)) <= depth, "json.depth")
        for bad, name in (rb"NaN|Infinity", "constant"), (rb"[0-9][.eE]", "float"), (rb"-0(?![0-9])", "minus-zero"):
            need(not re.search(bad, bare), f"json.{name}")
        need(all(abs(int(one[:18])) <= TOP for one in re.findall(rb"-?[0-9]+", bare)), "json.integer-range")
        need(canonical(value := STRICT.decode(text)).encode() == octets, "json.not-canonical")
    except ValueError as error:
        names: dict[type, str] = {UnicodeDecodeError: "json.utf8", UnicodeEncodeError: "json.surrogate"}
        raise Refused(names.get(type(error), "json.syntax"), str(error)) from error
    need(re.fullmatch(form, text), "record.value", "fields")
    return value


def base64(text: str, code: str) -> bytes:
    """Read padded base64 whose spare bits are zero."""
    need(re.fullmatch("[A-Za-z0-9+/]*={0,2}", text) and len(text) % 4 == 0, code)
    return need(b64encode(b64decode(text)).decode() == text, code) and b64decode(text)


def root_of(leaves: list[bytes], start: int = 0, root: bytes = EMPTY) -> bytes:
    """Root over a full tree of `start` leaves (0 or a power of two) with this root, then `leaves`."""
    if len(leaves) + bool(start) < 2:
        return [*leaves, root][0]
    half = 1 << ((start + len(leaves) - 1).bit_length() - 1)
    return sha256(b"\x01" + root_of(leaves[: half - start], start, root) + root_of(leaves[half - start :])).digest()


def consistent(low: int, high: int, old: bytes, new: bytes, proof: list[bytes]) -> None:
    """Check that the tree of `high` leaves and root `new` begins with that of `low` and `old` [4.4, 4.5]."""
    need(0 <= low <= high, "proof.sizes") and need({32} == {*map(len, (old, new, *proof))}, "proof.hash-length")
    need(low != high or not proof, "proof.same-size") and need(0 < low < high or not low or old == new, "proof.root")
    need(low or (not proof and old == EMPTY and (high or new == EMPTY)), "proof.zero")
    if 0 < low < high:
        shift = (low & -low).bit_length() - 1
        inner = ((low - 1) ^ (high - 1)).bit_length() - shift
        seed, *path = [old, *proof] if low == 1 << shift else need(proof, "proof.length")
        need(len(path) == inner + ((low - 1) >> (inner + shift)).bit_count(), "proof.length")
        was = now = seed
        for level, other in enumerate(path):
            left = level >= inner or (low - 1) >> (shift + level) & 1
            was = sha256(b"\x01" + other + was).digest() if left else was
            now = sha256(b"\x01" + (other + now if left else now + other)).digest()
        need((was, now) == (old, new), "proof.root")


def note(octets: bytes, cap: int, purpose: str = "", form: str = "", code: str = "size.note") -> Note:
    """Read the grammar of a signed note, and the line of JSON of one with a purpose."""
    need(len(octets) <= cap, code, f"{len(octets)} bytes")
    whole = octets.decode(errors="replace")
    need(whole.encode() == octets and not re.search(r"[\x00-\x09\x0b-\x1f]", whole), "note.form", "characters")
    text, blank, tail = whole.rpartition("\n\n")
    need(blank and whole[-1] == "\n", "note.form", "no blank line or no last LF") and need(tail, "note.unsigned")
    lines = [need(re.fullmatch(r"— ([^\s+]+) (\S+)", line), "note.form", line) for line in tail[:-1].split("\n")]
    pairs = [(line[1], base64(line[2], "note.base64")) for line in lines]
    need(all(len(octets) > 4 for _, octets in pairs), "note.form") and need(len(pairs) <= 16, "note.too-many")
    need(not purpose or text.split("\n")[0] == purpose, "note.purpose", text[:40])
    return Note(text + "\n", pairs, read(text.partition("\n")[2].encode(), cap, code, form=form) if purpose else None)


def signed(found: Note, keys: list[Key]) -> dict[Key, bytes]:
    """Which keys signed, with what (a cosignature begins with its time); one known key failing refuses the note."""
    signers, text = {}, found.text.encode()
    for key in keys:
        for octets in (octets for name, octets in found.lines if (name, octets[:4]) == (key.name, key.id)):
            time = octets[4:12] if key.name.endswith("/witness") else b""
            prefix = b"cosignature/v1\ntime %d\n" % int.from_bytes(time, "big") if time else b""
            try:
                Ed25519PublicKey.from_public_bytes(key.public).verify(octets[4 + len(time) :], prefix + text)
            except InvalidSignature as error:
                raise Refused("note.bad-signature", key.name) from error
            signers[key] = time
    return signers


def checkpoint(octets: str, origin: str, keys: list[Key], within: bool = True) -> tuple[int, bytes, list[Any]]:
    """Read a checkpoint of `origin` signed by a log key, valid for its size if `within` [4.2 to 4.4, 5.6]."""
    found = note(octets.encode(), 16 << 10)
    first, *rest = found.text.split("\n")[:-1]
    need(first == origin, "note.purpose" if first.startswith("suivi-") else "checkpoint.origin", first)
    signers = signed(found, keys)
    own = [key for key in signers if key.name == origin]
    need(own or not keys, "checkpoint.unsigned-by-log" if signers else "keys.unknown", "no log key of the manifests")
    need(len(rest) > 1, "note.form") and need(len(rest) == 2, "checkpoint.extension")
    need(re.fullmatch(SIZE, rest[0]) and int(rest[0]) <= TOP, "checkpoint.size", rest[0])
    size, root = int(rest[0]), base64(rest[1], "note.base64")
    need(len(root) == 32, "checkpoint.root-length") and need((size == 0) == (root == EMPTY), "checkpoint.empty-root")
    need(not (within and own) or any(key.first <= size for key in own), "keys.before-from", size)
    need(not (within and own) or any(key.first <= size <= key.last for key in own), "keys.after-until", size)
    return size, root, [*signers.items()]


def walk(texts: list[bytes], party: str, channel: str) -> tuple[dict[str, Any], list[Key]]:
    """Walk manifests one by one [5]; all rests on the first, which nothing here vouches for."""
    old: dict[str, Any] = {"root": [], "log": [], "witness": [], "threshold": 0}
    facts, keys, roles, ids = dict[str, Any](), list[Key](), dict[bytes, str](), dict[tuple[str, bytes], bytes]()
    for octets in texts:
        found = note(octets, 64 << 10, "suivi-manifest/v1", MANIFEST, "size.manifest")
        new, version, day = found.value, found.value["version"], found.value["issued"]
        need((new["party"], new["channel"]) == (party, channel), "keys.subject")
        need(version == facts.get("lists", [version - 1])[-1] + 1, "keys.not-consecutive", version)
        need(version <= 256, "size.manifest", "257 versions")
        need(("prev" in new) == (version > 1) and (not facts or new["prev"] == facts["newest"]), "keys.chain")
        need(int(day[8:]) <= monthrange(int(day[:4]), int(day[5:7]))[1], "record.value", day)
        roots, keys = [key for key in keys if key.name == f"suivi/{party}/root"], []
        for role, last in ("root", "root"), ("log", channel), ("witness", "witness"):
            for entry in new[role]:
                need(entry["alg"] == "ed25519", "keys.algorithm", entry["alg"])
                public, name = base64(entry["key"], "keys.encoding"), f"suivi/{party}/{last}"
                y = int.from_bytes(public, "little") % 2**255
                need(len(public) == 32 and y < PRIME, "keys.encoding") and need(y not in SMALL, "keys.small-order")
                need(roles.setdefault(public, role) == role, "keys.two-roles")
                need(all(public != key.public for key in keys), "keys.duplicate")
                id = sha256(b"%b\n%c%b" % (name.encode(), 4 if role == "witness" else 1, public)).digest()[:4]
                need(ids.setdefault((name, id), public) == public, "keys.id-collision")
                keys.append(Key(name, id, public, entry.get("from", 0), entry.get("until", TOP)))
            now, was = new[role] if last != "root" else [], old[role] if last != "root" else []
            kept = len(was) <= len(now) and all({**b, **a} == b for a, b in zip(was, now, strict=False))
            meet = all(a.get("until") == b["from"] for a, b in pairwise(now))
            need(kept and meet and all(one["from"] <= one.get("until", TOP) for one in now), "keys.history", role)
        need(1 <= new["threshold"] <= len(new["root"]), "keys.threshold-range")
        signers = {key.public for key in signed(found, [*roots, *keys])}
        need(sum(key.public in signers for key in roots) >= old["threshold"], "keys.old-threshold", version)
        need(sum(key.public in signers for key in keys[: len(new["root"])]) >= new["threshold"], "keys.new-threshold")
        old, digest = new, sha256(found.text.encode()).hexdigest()
        facts = {"fingerprint": digest} | facts | {"newest": digest, "lists": [*facts.get("lists", []), version]}
    return facts, keys


def members(octets: Any) -> dict[str, slice]:
    """Where the members of a canonical tar lie [10]: every header is the one we would write."""
    found, last, at = dict[str, slice](), (-1, 0, ""), 0
    while (block := octets[at : at + 512]) != bytes(512):
        need(len(block) == 512, "file.truncated")
        info = tarfile.TarInfo(block[:100].rstrip(b"\0").decode("latin-1"))
        info.size = int(need(re.fullmatch(b"[0-7]{11}", block[124:135]), "file.header", "size field")[0], 8)
        need(block == info.tobuf(tarfile.USTAR_FORMAT, "latin-1"), "file.header", ascii(info.name))
        match = need(MEMBER.fullmatch(info.name), "file.name", ascii(info.name))
        spot, end = (match.lastindex or 0, len(info.name), info.name), at + 512 + info.size
        need(spot > last and bool(found) == bool(spot[0]), "file.order", info.name)
        need(end <= 4 << 30 and info.size <= (end, end, 256 * 266_752, 25 << 20)[spot[0]], "size.bundle", info.name)
        last, found[info.name], at = spot, slice(at + 512, end), end + -end % 512
        need(octets[at - 1 : at], "file.truncated") and need(not any(octets[end:at]), "file.padding", info.name)
    need(len(rest := octets[at : at + 1025]) >= 1024, "file.truncated") and need(rest == bytes(1024), "file.trailing")
    return found


def line(row: bytes, origin: str, at: int) -> bytes:
    """Check one line at its position [11.C]; give its leaf."""
    value = read(row, 266_751, "size.line", 17)
    need(isinstance(value, dict) and value.keys() == {"c", "h"} and isinstance(value["h"], dict), "record.value", at)
    head, content = canonical(value["h"]).encode(), canonical(value["c"]).encode()
    claim = value["h"].get("content") if isinstance(value["h"].get("content"), dict) else {}
    stated = value["c"] is not None and isinstance(claim.get("sha256"), str) and type(claim.get("size")) is int
    read(head, 4096, "size.header", 6) and read(content, 262_144, "size.content")
    need(value["h"].get("log") == origin, "log.wrong-origin", at)
    need(repr(value["h"].get("seq")) == repr(at), "log.sequence", at)
    need(not stated or claim["size"] == len(content), "content.size", at)
    need(not stated or claim["sha256"] == sha256(content).hexdigest(), "content.hash", at)
    return sha256(b"\0" + head).digest()


def evidence(octets: bytes) -> dict[str, Any]:
    """Verify an evidence file: words of one party that cannot all stand [11, Evidence]."""
    value = read(octets, 64 << 10, "size.evidence", form=EVIDENCE)
    error, origin, manifests = value["error"], value["log"], [text.encode() for text in value["manifests"]]
    need(len(value["notes"]) == {"keys.equivocation": 0, "keys.cut": 1}.get(error, 2), "evidence.form", "notes")
    need(manifests and ("proof" not in value or error[:4] in {"log.", "own."}), "evidence.form", "manifests, proof")
    facts, keys = walk(manifests[:-1] if error == "keys.equivocation" else manifests, *origin.split("/")[1:])
    heads = sorted(checkpoint(text, origin, keys, error != "keys.cut") for text in value["notes"]) or [(0, EMPTY, [])]
    (low, old, some), (high, new, others) = heads[0], heads[-1]
    if error == "keys.equivocation":
        other, _ = walk([*manifests[:-2], *manifests[-1:]], *origin.split("/")[1:])
        proven = len(manifests) > 2 and facts["newest"] != other["newest"]
    elif error == "keys.cut":
        proven = all(key.last < low for key, _ in some if key.name == origin)
    elif error == "witness.backwards":
        late, early = max(time for _, time in some), min((time for _, time in others if time), default=b"")
        proven = low < high and b"" < early < late
    elif "proof" not in value:
        proven = low == high and old != new
    else:
        path, past = value["proof"].values()
        consistent(low, high, bytes.fromhex(past), new, [bytes.fromhex(one) for one in path])
        proven = past != old.hex()
    return need(proven, "evidence.no-contradiction") and {"error": error, "log": origin} | facts


def verify(octets: Any) -> dict[str, Any]:
    """Verify a bundle [10, 11.A to 11.D] or evidence; give the facts it proves, or raise `Refused`."""
    if octets[0:1] == b"{":
        return evidence(octets[0 : (64 << 10) + 1])
    found = members(octets)
    outer = note(octets[need(found.get("bundle.note"), "file.missing")], 2 << 20, "suivi-bundle/v1", BUNDLE)
    value, origin = outer.value, outer.value["log"]
    keys, segments, blobs = value["keys"], value["segments"], value["blobs"]
    names = [f"keys/{item['version']}" for item in keys] + [f"segments/{at:06}" for at, _ in enumerate(segments)]
    names += [f"blobs/{item['sha256']}" for item in blobs]
    need(len(blobs) <= 20_000, "size.bundle") and need(found.keys() - {"bundle.note"} <= {*names}, "file.unlisted")
    need({*names} <= found.keys(), "file.missing") and need(names == [*found][1:], "file.order")
    for item, (name, part) in zip(keys + segments + blobs, [*found.items()][1:], strict=True):
        need(part.stop - part.start == item["size"], "file.size", name)
        need(sha256(octets[part]).hexdigest() == item["sha256"], "file.digest", name)
    facts, known = walk([octets[found[f"keys/{item['version']}"]] for item in keys], *origin.split("/")[1:])
    own = any(key.name == origin for key in signed(outer, known))
    need(own or not known or value["by"] != origin, "keys.unknown", f"manifests: {facts.get('lists')}")
    size, top, _ = checkpoint(value["checkpoint"], origin, known)
    need([item["version"] for item in keys] == facts.get("lists", []), "keys.not-consecutive")
    start, root, lines = value["from"]["size"], bytes.fromhex(value["from"]["root"]), [one["lines"] for one in segments]
    need({*lines[:-1]} <= {256} and sum(lines[-1:]) < 257, "record.value") and need(start or root == EMPTY, "file.root")
    parts = [found[name] for name in names if name.startswith("segments/")]
    need(all(octets[part.stop - 1 : part.stop] == b"\n" for part in parts), "json.syntax", "segment without last LF")
    need((got := [octets[a].count(b"\n") for a in parts]) == lines, ("log.gap", "log.surplus")[sum(got) >= sum(lines)])
    need(start + sum(lines) >= size, "log.gap") and need(start + sum(lines) <= size, "log.surplus")
    rows = (row for part in parts for row in octets[part].split(b"\n")[:-1])
    checked = [(line(row, origin, at), row.startswith(b'{"c":null,')) for at, row in enumerate(rows, start)]
    proven = start & (start - 1) == 0 or not checked  # else the file lacks what comes before `from`
    need(not proven or root_of([leaf for leaf, _ in checked], start, root) == top, "tree.root")
    facts |= {"log": origin, "by": value["by"], "to": value["to"], "from": start, "size": size, "root": top.hex()}
    facts |= {"absent": [at for at, (_, absent) in enumerate(checked, start) if absent], "blobs": len(blobs)}
    return facts | {"tree proven": proven, "sender proven": own, "signed": bool(known)}


if __name__ == "__main__":
    try:
        print(json.dumps(verify(Disk(sys.argv[1])), indent=2))
    except Refused as refused:
        sys.exit(print(": ".join(filter(None, refused.args)), file=sys.stderr) or 3)
    except (IndexError, OSError):
        sys.exit(print("usage: python tools/verify.py FILE", file=sys.stderr) or 2)
