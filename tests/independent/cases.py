"""Good and bad files, named: what honest capitals send, and every way a dishonest one can write it."""

import base64
import copy
import json
import random
from collections.abc import Iterator
from functools import cache, partial
from hashlib import sha256
from typing import Any

from suivi.exchange.evidence import other_past
from suivi.log.tree import root_of
from tests.exchange.partner import STRANGER, Capital, channel_of, chartered, report, rival_of, seeded
from tests.independent.forge import (
    Signing,
    canonical,
    edited,
    header,
    key_line,
    key_of,
    manifest,
    members,
    next_of,
    packed,
    remade,
    rotated,
    setting,
    signed,
    text_of,
    value_of,
    without,
)

Case = tuple[str, bytes]
EMPTY = sha256(b"").digest()
SEGMENT = "segments/000000"


@cache
def capitals() -> tuple[Capital, Capital]:
    """Two capitals with a charter in effect; the first has written five accounts that the second holds."""
    can, kor = chartered("can", "kor")
    for number in range(5):
        can.write(report(f"Account {number}."))
    kor.take_in(can.bundle("kor", kor.size(can.origin)))
    return can, kor


@cache
def good() -> bytes:
    """A sound bundle from entry 0."""
    return capitals()[0].bundle("kor")


def log_of(can: Capital) -> Signing:
    return can.origin, can.log_signer


def witness_of(can: Capital, time: int = 5) -> Signing:
    return "suivi/can/witness", can.witness, time


def honest() -> Iterator[Case]:
    can, kor = capitals()
    size = len(can.own_log.pairs)
    for start in range(size + 1):
        yield f"sound from {start}", can.bundle("kor", start)
        yield f"sound copy from {start}", kor.bundle("can", start, log=can.origin)
    for end in range(1, size):
        yield f"sound to {end}", can.bundle_to(end, "kor")
        yield f"sound from {end // 2} to {end}", can.bundle_to(end, "kor", end // 2)
    for capital in (*channel_of("can", "kor"), *chartered("can", "kor", "fra")):
        yield f"sound of {capital.code} {len(capital.own_log.pairs)}", capital.bundle(["kor", "fra"])
    many = copy.deepcopy(can)
    for number in range(300):
        many.write(report(f"More {number}."))
    for start in (0, 1, 10, 256, 300):
        yield f"sound many from {start}", many.bundle("kor", start)
    for octets in (b"", b"one", bytes(2000)):
        yield f"sound blob {len(octets)}", remade(good(), can, **{f"blobs_{sha256(octets).hexdigest()}": octets})
    yield "sound to nobody", can.bundle([])
    yield "sound to two", can.bundle(["kor", "fra"])


def damaged() -> Iterator[Case]:
    can, _ = capitals()
    whole = remade(good(), can, **{f"blobs_{sha256(b'x').hexdigest()}": b"x" * 1})
    chance = random.Random(1)
    for _ in range(60):
        end = chance.randrange(1, len(whole))
        yield f"cut {end}", whole[:end]
    sender = whole.index(b'"by":"')
    for _ in range(250):
        at = chance.randrange(len(whole))
        if not sender <= at < sender + 24:  # one that changes the sender has its own name below
            bad = bytearray(whole)
            bad[at] ^= 1 << chance.randrange(8)
            yield f"flipped {at}", bytes(bad)
    for tail in (b"\0", bytes(512), b"x" * 512, whole):
        yield f"trailing {len(tail)} {tail[:1]!r}", whole + tail
    yield "one zero block", whole[:-512]
    yield "no zero block", whole[:-1024]
    yield "second zero block not zero", whole[:-512] + b"x" * 512
    for name, octets in (("nothing", b""), ("words", b"hello" * 200), ("zeros", bytes(1024)), ("zip", b"PK\3\4" * 256)):
        yield f"no bundle: {name}", octets


def archives() -> Iterator[Case]:
    can, _ = capitals()
    parts = members(good())
    for name in ("../x", "/keys/1", "keys/01", "keys/0", "keys/999", "keys/1000", "segments/0", "x\x01", "keys/1/"):
        yield f"name {name!r}", packed(parts | {name: b"x"})
    for name in ("Blobs/" + "0" * 64, "blobs/" + "A" * 64, "blobs/" + "0" * 63):
        yield f"name {name[:7]}", packed(parts | {name: b"x"})
    yield "name with NUL", packed([*parts.items(), (b"a\0b", b"x")])
    at = good().index(b"keys/1\0")
    changes: list[dict[str, Any]] = [{"type": bytes([kind])} for kind in b"\012345xgLSK7"]
    changes += [{"mode": 0o755}, {"uid": 1}, {"gid": 1}, {"mtime": 1}, {"uname": "root"}, {"linkname": "x"}]
    for change in changes:
        yield f"header {change}", good()[:at] + header("keys/1", len(parts["keys/1"]), **change) + good()[at + 512 :]
    yield "header size 8 GiB", header("bundle.note", 0o77777777777) + good()[512:]
    yield "header size in base 256", good()[:124] + b"\x80" + bytes(6) + b"\2" + bytes(4) + good()[136:]
    yield "note of 3 MiB", packed({"bundle.note": bytes(3 << 20)})
    yield "members doubled", packed([*parts.items(), *list(parts.items())[-1:]])
    yield "members reversed", packed(list(parts.items())[::-1])
    yield "members swapped", packed([list(parts.items())[at] for at in (0, 2, 1)])
    for name in ("keys/2", "segments/000001", "segments/000002", "blobs/" + "0" * 64):
        unlisted = sorted((parts | {name: b"x"}).items(), key=lambda pair: "bksz".index(pair[0][0]) % 3 * 9)
        yield f"unlisted {name}", packed(unlisted if name == "keys/2" else parts | {name: b"x"})
    for name in parts:
        yield f"missing {name}", packed({other: octets for other, octets in parts.items() if other != name})
        yield f"longer {name}", packed(parts | {name: parts[name] + b"\n"})
        yield f"other digest {name}", packed(parts | {name: parts[name].replace(b"2026", b"2027")})
    for cuts in ([3], [3, 4], [0], [8]):
        rows = parts[SEGMENT].splitlines(True)
        bounds = [0, *cuts, len(rows)]
        some = {f"segments_{at:06}": b"".join(rows[bounds[at] : bounds[at + 1]]) for at in range(len(cuts) + 1)}
        yield f"segments cut at {cuts}", remade(good(), can, **some)


def notes() -> Iterator[Case]:
    can, kor = capitals()
    value = value_of(members(good())["bundle.note"])
    for field in value:
        yield f"bundle without {field}", remade(good(), can, without(field))
        for other in (None, 7, "x", {}, [1]):
            yield f"bundle {field} {other}", remade(good(), can, setting(field, to=other))
    for field, other in (("v", 2), ("v", True), ("x", 1), ("to", ["B"]), ("to", ["kor", "kor"]), ("log", kor.origin)):
        yield f"bundle {field} {other}", remade(good(), can, setting(field, to=other))
    for size, root in ((-1, EMPTY), (0, bytes(32)), (99, EMPTY), (2**53, EMPTY), (2**53 - 1, EMPTY)):
        yield (
            f"bundle from {size} {root[:1]!r}",
            remade(good(), can, setting("from", to={"size": size, "root": root.hex()})),
        )
    for part, field, other in (
        *(("segments", "lines", lines) for lines in (0, 7, 9, 257)),
        *(("segments", "size", 1), ("segments", "sha256", "0" * 64), ("segments", "x", 1), ("keys", "version", 0)),
        *(("keys", "version", 2), ("keys", "version", 257), ("keys", "size", 1), ("keys", "sha256", "0" * 64)),
    ):
        yield f"bundle {part} {field} {other}", remade(good(), can, setting(part, 0, field, to=other))
    yield "bundle key twice", remade(good(), can, lambda value: value["keys"].append(value["keys"][0]))
    raw = canonical(value)
    texts = {"spaces": raw.replace(b":", b": "), "rubbish": raw + b"x", "two lines": raw + b"\n" + raw, "nothing": b""}
    texts |= {"twice": b'{"by":1,' + raw[1:], "float": raw.replace(b'"v":1', b'"v":1.0'), "deep": b"[" * 30 + b"]" * 30}
    texts |= {"list": b"[]", "number": b"1"}
    for name, text in texts.items():
        octets = signed(b"suivi-bundle/v1\n%b\n" % text, log_of(can))
        yield f"bundle JSON {name}", packed(members(good()) | {"bundle.note": octets})
    for name, octets in _signatures(f"suivi-bundle/v1\n{raw.decode()}\n", can):
        yield f"bundle note {name}", packed(members(good()) | {"bundle.note": octets})
    for purpose in ("suivi-manifest/v1", "suivi-bundle/v2"):
        octets = signed(f"{purpose}\n{raw.decode()}\n", log_of(can))
        yield f"bundle note {purpose}", packed(members(good()) | {"bundle.note": octets})


def _signatures(text: str, can: Capital) -> Iterator[Case]:
    """What may stand under a text that the log key signs."""
    log, whole = log_of(can), signed(text, log_of(can))
    other = text.encode() + b"x"
    yield "sound, signed twice", signed(text, log, log)
    yield "sound, signed by strangers too", signed(text, log, *((f"suivi/x{at}", STRANGER) for at in range(15)))
    yield "sound, with a witness", signed(text, log, witness_of(can))
    yield "17 lines", signed(text, *[log] * 17)
    yield "unsigned", signed(text)
    yield "no blank line", text.encode()
    yield "by a stranger", signed(text, ("suivi/x", STRANGER))
    yield "by a stranger under the right name", signed(text, (can.origin, STRANGER))
    yield "by the witness alone", signed(text, witness_of(can))
    yield "by a root key alone", signed(text, ("suivi/can/root", can.roots[0]))
    yield "good and bad", whole + key_line(other, *log)
    yield "root line bad", whole + key_line(other, "suivi/can/root", can.roots[0])
    yield "witness line bad", whole + key_line(other, *witness_of(can))
    yield "stranger's line bad", whole + key_line(other, "suivi/x", STRANGER)
    yield "CRLF", whole.replace(b"\n", b"\r\n")
    yield "no last LF", whole[:-1]
    yield "another LF", whole + b"\n"
    yield "hyphen", whole.replace("—".encode(), b"-")
    yield "base64 without padding", whole.replace(b"=\n", b"\n")
    yield "base64 with spare bits", whole[:-3] + b"B=\n"
    yield "signature of 40 bytes", whole[:-40] + b"\n"
    for line in ("— x AAAA", "— x+y AAAAAAA=", "— x\u00a0y AAAAAAA=", "— x\ty AAAAAAA=", "— AAAAAAA=", "x"):
        yield f"line {line!r}", whole + f"{line}\n".encode()
    for line in ("— x AAAAAAA=", "— x\x7f AAAAAAA=", "— \u200bx AAAAAAA="):
        yield f"sound, line {line!r}", whole + f"{line}\n".encode()
    yield "byte order mark", b"\xef\xbb\xbf" + whole
    yield "not UTF-8", whole + "— x".encode() + b"\xff AAAAAAA=\n"


def checkpoints() -> Iterator[Case]:
    can, kor = capitals()
    leaves = can.own_log.leaves
    size, root, log = len(leaves), root_of(leaves), log_of(can)

    def text(size: object = size, root: bytes = root, origin: str = can.origin, more: str = "") -> str:
        return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n{more}"

    notes = {
        f"size {one!r}": signed(text(one), log) for one in ("007", "+7", "-1", "", "7 ", "1e1", "٧", 2**53, 2**53 - 1)
    }
    notes |= {f"origin {one}": signed(text(origin=one), log) for one in (kor.origin, "suivi/can/other", "hello")}
    notes |= {"extension": signed(text(more="x\n"), log), "empty extension": signed(text(more="\n"), log)}
    notes |= {"two lines": signed(f"{can.origin}\n8\n", log), "one line": signed(f"{can.origin}\n", log)}
    notes |= {f"root of {many}": signed(text(root=bytes(many)), log) for many in (0, 31, 33)}
    notes |= {"size 0 with a root": signed(text(0), log), "empty root": signed(text(root=EMPTY), log)}
    notes |= {
        "root without padding": signed(text().replace("=\n", "\n"), log),
        "other root": signed(text(root=bytes(32)), log),
    }
    notes |= {f"size {size + by}": signed(text(size + by), log) for by in (-1, 1)}
    notes |= {"manifest": members(good())["keys/1"], "bundle note": members(good())["bundle.note"], "nothing": b""}
    notes |= {"16,385 bytes": signed(text(), log, *(("x" * 1200 + str(at), STRANGER) for at in range(15)))}
    notes |= dict(_signatures(text(), can))
    for name, octets in notes.items():
        if name != "not UTF-8":  # a string cannot hold it
            yield f"checkpoint {name}", remade(good(), can, setting("checkpoint", to=octets.decode()))
    for start in (3, 8):
        yield f"from {start}, other root", can.bundle("kor", start, from_root=bytes(32))
    yield "from 4, other root", can.bundle("kor", 4, from_root=bytes(32))
    yield "signed by a stranger", can.bundle("kor", signer=STRANGER)
    yield "signed by the witness", can.bundle("kor", signer=can.witness)
    yield "by another party", can.bundle("kor", by=kor.origin)
    yield "sender's name changed", good().replace(b'"by":"suivi/can/demo"', b'"by":"suivi/dan/demo"')
    yield "no key lists", can.bundle("kor", manifests=[])
    yield "lines missing", can.bundle("kor", lines=can.own_log.lines()[:-1])
    yield "lines doubled", can.bundle("kor", lines=can.own_log.lines() + can.own_log.lines()[-1:])
    yield "lines swapped", can.bundle("kor", lines=can.own_log.lines()[::-1])


def lines() -> Iterator[Case]:
    can, kor = capitals()
    rows = members(good())[SEGMENT].splitlines(True)
    raw, value = rows[2], json.loads(rows[2])

    def leaf(row: bytes) -> bytes:
        try:
            return sha256(b"\0" + canonical(json.loads(row)["h"])).digest()
        except (ValueError, KeyError, TypeError, RecursionError):
            return bytes(32)

    def segment(octets: bytes, count: int | None = None, root: bytes | None = None) -> bytes:
        leaves = [leaf(row) for row in octets.splitlines()]
        text = base64.b64encode(root or root_of(leaves)).decode()
        point = signed(f"{can.origin}\n{count or len(leaves)}\n{text}\n", log_of(can)).decode()
        return remade(good(), can, setting("checkpoint", to=point), segments_000000=octets)

    def row(octets: bytes) -> bytes:
        return segment(b"".join([*rows[:2], octets, *rows[3:]]))

    def of(other: Any) -> bytes:
        return row(canonical(other) + b"\n")

    head: dict[str, Any] = value["h"]
    for name, path, to in (
        *((f"log {to}", ("log",), to) for to in (kor.origin, None, 1)),
        *((f"seq {to!r}", ("seq",), to) for to in (1, 3, "2", None, True)),
        *((f"sha256 {to}", ("content", "sha256"), to) for to in ("0" * 64, "00", 1, None)),
        *((f"size {to!r}", ("content", "size"), to) for to in (1, head["content"]["size"] + 1, "9", True, None)),
        *((f"content {to}", ("content",), to) for to in ("x", None)),
        *(("media", ("content", "media"), "text/plain"), ("more", ("x",), 1), ("kind", ("type",), "x.y")),
    ):
        yield f"header {name}", of(edited(value, setting("h", *path, to=to)))
    for path in (("log",), ("seq",), ("content",), ("content", "sha256"), ("content", "size")):
        yield f"header without {path[-1]}", of(edited(value, without("h", *path)))
    for name, to in {
        "null": None,
        "list": [],
        "number": 1,
        "text": "x",
        "empty": {},
        "other": {"salt": "0" * 32},
    }.items():
        yield f"content {name}", of(value | {"c": to})
        yield f"header {name}", of(value | {"h": to})
    for name, other in {
        "without c": {"h": head},
        "without h": {"c": 1},
        "more": value | {"x": 1},
        "nested": {},
    }.items():
        yield f"line {name}", of(other or {"c": {"x": 1, "h": {}}, "z": {}})
    texts = {
        "empty": b"",
        "space": b" " + raw[:-1],
        "CRLF": raw[:-1] + b"\r",
        "list": b"[]",
        "null": b"null",
        "1": b"1",
    }
    texts |= {
        "BOM": b"\xef\xbb\xbf" + raw[:-1],
        "not UTF-8": raw[:-1].replace(b"Account", b"\xff"),
        "rubbish": raw[:-1] + b"x",
    }
    texts |= {"key twice": b'{"c":1,' + raw[1:-1], "slash": raw[:-1].replace(b"suivi/", b"suivi\\/", 1)}
    texts |= {"long": b"x" * 300_000, "deep": raw[:-1].replace(b'"v":1', b'"v":' + b"[" * 100_000)}
    for number in (
        "NaN",
        "-Infinity",
        "1.0",
        "1e2",
        "-0",
        "2e400",
        "9007199254740992",
        "-9007199254740992",
        "1" * 5000,
        "01",
    ):
        texts[f"v {number[:9]}"] = raw[:-1].replace(b'"v":1', b'"v":' + number.encode())
    for text in (
        '"\\ud800"',
        '1,"\\udc00":1',
        '"\\u0041"',
        '"\x01"',
        '"\\u001F"',
        '"\\u001f"',
        '"\x7f"',
        "true",
        "9007199254740991",
    ):
        texts[f"v {text!r}"] = raw[:-1].replace(b'"v":1', b'"v":' + text.encode())
    for order in ("\ue000\U00010000", "\U00010000\ue000"):
        keys = ",".join(f'"{key}":1' for key in order)
        texts[f"keys {order!r}"] = raw[:-1].replace(b'"v":1}', f'"v":1,{keys}}}'.encode())
    for name, octets in texts.items():
        yield f"line {name}", row(octets + b"\n")

    def holding(content: Any) -> bytes:
        octets = canonical(content)
        claim = {"media": "application/json", "size": len(octets), "sha256": sha256(octets).hexdigest()}
        return of(value | {"c": content, "h": head | {"content": claim}})

    for depth in (15, 16, 17, 18):
        yield f"content of depth {depth}", holding(json.loads("[" * depth + "]" * depth))
    for depth in (4, 5, 6, 7):
        yield (
            f"header of depth {depth + 1}",
            of(edited(value, setting("h", "x", to=json.loads("[" * depth + "]" * depth)))),
        )
    for size in (262_143, 262_144, 262_145, 270_000):
        yield f"content of {size}", holding("x" * (size - 2))
    for size in (4095, 4096, 4097):
        pad = size - len(canonical(head))
        yield f"header of {size}", of(edited(value, setting("h", "subject", to=head["subject"] + "x" * pad)))
    whole = b"".join(rows)
    yield "segment without last LF", segment(whole[:-1])
    yield "segment with another LF", segment(whole + b"\n", 8, root_of(can.own_log.leaves))
    yield "segment of lines swapped", segment(b"".join([*rows[:2], rows[3], rows[2], *rows[4:]]))
    yield "segment of other root", segment(whole, root=bytes(32))
    for count in (7, 9):
        yield f"segment for size {count}", segment(whole, count=count)


def keys() -> Iterator[Case]:
    can, _ = capitals()
    size, first = len(can.own_log.pairs), members(good())["keys/1"]
    value, roots = value_of(first), can.roots
    one, two, three = roots
    new = [seeded(number) for number in (71, 72, 73)]

    def file(*lists: bytes, log: Any = None, at: int = 1) -> bytes:
        author = copy.deepcopy(can)
        author.log_signer = log or can.log_signer
        named: dict[str, bytes | None] = {"keys_1": None}
        named |= {f"keys_{at + step}": octets for step, octets in enumerate(lists)}
        return remade(good(), author, setting("checkpoint", to=author.signed_note().octets().decode()), **named)

    for name, signers in {
        "2": (one, two),
        "3": roots,
        "1": (one,),
        "1 twice": (one, one),
        "0": (),
        "1 and a stranger": (one, new[0]),
    }.items():
        yield f"keys signed by {name}", file(manifest(value, *signers))
    yield "keys signed under another name", file(manifest(value, one, two, name="suivi/kor/root"))
    yield "keys with a bad root line", file(manifest(value, one, two) + key_line(b"x", "suivi/can/root", three))
    yield "keys with a bad log line", file(manifest(value, one, two) + key_line(b"x", *log_of(can)))
    yield "keys of 17 lines", file(manifest(value, *[one] * 17))
    first_of = partial(edited, value)
    for field in value:
        yield f"keys without {field}", file(manifest(first_of(without(field)), one, two))
        for other in (None, 7, "x", {}, [1]):
            yield f"keys {field} {other}", file(manifest(first_of(setting(field, to=other)), one, two))
    for field, other in (
        *(("threshold", count) for count in (0, 1, 3, 4, -1, True)),
        *(("issued", day) for day in ("2026-02-30", "2024-02-29", "2026-13-01", "2026-01-05T09:30:00Z", "0000-01-01")),
        *(("version", number) for number in (0, 2, 257)),
        *(("v", 2), ("x", 1), ("prev", "0" * 64), ("party", "kor"), ("channel", "other"), ("channel", "demo.2")),
        *(("tls", ["0" * 64]), ("tls", ["0"]), ("tls", ["0" * 64] * 1000), ("root", []), ("log", []), ("witness", [])),
    ):
        yield f"keys {field} {str(other)[:30]}", file(manifest(first_of(setting(field, to=other)), *roots))
    for role, field, other in (
        *(("log", "alg", "ecdsa-p256"), ("root", "alg", "Ed25519"), ("root", "from", 0), ("root", "until", 0)),
        *(("log", "from", start) for start in (1, -1, size + 1)),
        *(("log", "until", end) for end in (0, size - 1, size, None)),
        *(("witness", "from", 1), ("witness", "until", 0)),
    ):
        yield f"keys {role} {field} {other}", file(manifest(first_of(setting(role, -1, field, to=other)), one, two))
    spelled = value["root"][2]["key"][:-2] + chr(ord(value["root"][2]["key"][-2]) + 1) + "="
    encodings = {"31 bytes": bytes(31), "33 bytes": bytes(33), "off the curve": (2).to_bytes(32, "little")}
    texts = {name: base64.b64encode(octets).decode() for name, octets in encodings.items()}
    for name, text in (
        texts | {"other spelling": spelled, "unpadded": spelled[:-1], "hex": "00" * 32, "empty": ""}
    ).items():
        yield f"keys root {name}", file(manifest(first_of(setting("root", 2, "key", to=text)), one, two))
    log_key = value["log"][0]["key"]
    for role, more in (
        *(("root", value["root"][2]), ("root", value["root"][2] | {"key": spelled}), ("log", value["log"][0])),
        *(
            ("root", {"alg": "ed25519", "key": log_key}),
            ("witness", value["log"][0]),
            ("log", key_of(new[0], **{"from": 0})),
        ),
    ):
        yield f"keys {role} with {more}", file(manifest(first_of(setting(role, to=[*value[role], more])), one, two))
    for until, start in (
        (size + 2, size + 2),
        (size + 2, size + 3),
        (size + 2, size + 1),
        (size, size),
        (size - 1, size - 1),
    ):
        edit = [
            setting("log", 0, "until", to=until),
            setting("log", to=[value["log"][0] | {"until": until}, key_of(new[0], **{"from": start})]),
        ]
        yield f"keys meet at {until} {start}", file(manifest(first_of(*edit), one, two))
    yield "keys of equal ids", file(manifest(first_of(lambda keys: keys["root"].extend(colliding_keys())), one, two))

    def second(name: str, *edits: Any, by: Any = (one, two), log: Any = None) -> Case:
        return f"second keys {name}", file(first, manifest(next_of(first, *edits), *by), log=log)

    fresh = setting("root", to=[key_of(key) for key in new])
    yield second("sound, same")
    yield second("sound, rotated now", rotated(size))
    yield second("sound, rotated now, new key", rotated(size), log=seeded(80))
    yield second("sound, rotated later", rotated(size + 1))
    yield second("sound, rotated before, new key", rotated(size - 1), log=seeded(80))
    yield second("sound, new roots", fresh, by=(one, two, *new[:2]))
    yield second("sound, witness rotated", rotated(3, 81, "witness"))
    yield second("sound, threshold 1", setting("threshold", to=1))
    yield second("sound, log ends here", setting("log", 0, "until", to=size))
    yield second("revoked key", rotated(size - 1))
    yield second("key not begun", rotated(size + 1), log=seeded(80))
    yield second("one signature", by=(one,))
    yield second("new roots, old ones sign", fresh)
    yield second("new roots, new ones sign", fresh, by=new)
    yield second("new roots, one old one signs", fresh, by=(one, *new))
    for field, to in (
        ("prev", "0" * 64),
        ("version", 1),
        ("version", 3),
        ("party", "kor"),
        ("threshold", 3),
        ("witness", []),
    ):
        yield second(f"{field} {to}", setting(field, to=to))
    yield second("no prev", without("prev"))
    yield second("log key dropped", setting("log", to=[key_of(seeded(80), **{"from": 0})]), log=seeded(80))
    yield second("from changed", setting("log", 0, "from", to=1))
    yield second("keys reversed", rotated(size), lambda keys: keys["log"].reverse())
    yield second(
        "old root as log key", rotated(size), lambda keys: keys["log"][1].update(key=keys["root"].pop()["key"])
    )
    rotation = manifest(next_of(first, rotated(size)), one, two)
    for name, edits in {
        "sound, same": (),
        "until raised": (setting("log", 0, "until", to=size + 1), setting("log", 1, "from", to=size + 1)),
        "until removed": (without("log", 0, "until"),),
        "old key dropped": (without("log", 0),),
        "new key dropped": (without("log", 1),),
    }.items():
        yield f"third keys {name}", file(first, rotation, manifest(next_of(rotation, *edits), one, two))
    yield (
        "third keys over unsound second",
        file(first, manifest(next_of(first), one), manifest(next_of(rotation), one, two)),
    )
    yield "keys 1 and 3", file(first, manifest(next_of(first, setting("version", to=3)), one, two))
    yield "keys sound, from 2", file(rotation, at=2)
    yield "keys sound, from 2 to 3", file(rotation, manifest(next_of(rotation), one, two), at=2)
    yield "keys 2 as 1", file(rotation)
    yield "keys 1 as 2", file(first, at=2)
    yield "keys 1 twice", file(first, first)
    yield "keys of 257 versions", file(*[first] * 257)
    for name, signer in (("new", seeded(80)), ("old", can.log_signer)):
        author = copy.deepcopy(can)
        author.log_signer = signer
        later = seeded(80) if name == "old" else can.log_signer
        author.own_log.note = author.signed_note().octets()
        author.log_signer = later
        lists = {"keys_2": manifest(next_of(first, rotated(size)), one, two)}
        edit = setting("checkpoint", to=author.own_log.note.decode())
        yield f"sound, checkpoint by {name} key, file by the other", remade(good(), author, edit, **lists)


def colliding_keys() -> list[dict[str, Any]]:
    """Two root keys with one id, found by birthday."""
    chance, seen = random.Random(3), dict[bytes, bytes]()
    while True:
        public = chance.randbytes(31) + b"\x01"
        id = sha256(b"suivi/can/root\n\x01" + public).digest()[:4]
        if id in seen:
            return [{"alg": "ed25519", "key": base64.b64encode(key).decode()} for key in (public, seen[id])]
        seen[id] = public


def small_keys(refused: dict[str, Any]) -> Iterator[Case]:
    can, _ = capitals()
    value = value_of(members(good())["keys/1"])
    pairs = [(key, "keys.small-order") for key in refused["canonical_small_order_keys_hex"]]
    for key, error in pairs + [(other["key"], other["error"]) for other in refused["other_encodings_hex"]]:
        text = base64.b64encode(bytes.fromhex(key)).decode()
        octets = manifest(edited(value, setting("root", 2, "key", to=text)), *can.roots[:2])
        yield error, remade(good(), can, keys_1=octets)


def evidence() -> Iterator[Case]:
    can, _ = capitals()
    left, right = rival_of(can), rival_of(can)
    left.write(report("Left."))
    right.write(report("Right."))
    right.write(report("More."))
    first, size = members(good())["keys/1"], len(left.own_log.pairs)
    held = len(can.own_log.pairs)
    proven = other_past(right.own_log.leaves, size)
    proof = {"root": proven.root.hex(), "hashes": [one.hex() for one in proven.hashes]}
    same = other_past(right.own_log.leaves, held)
    honest_proof = {"root": same.root.hex(), "hashes": [one.hex() for one in same.hashes]}
    lists = [first, manifest(next_of(first, rotated(held)), *can.roots[:2])]
    lists.append(manifest(next_of(lists[1]), *can.roots[:2]))
    rival = manifest(next_of(first, rotated(held - 1)), *can.roots[:2])

    def point(capital: Capital, size: int | None = None, **changes: Any) -> bytes:
        return capital.signed_note(size, **changes).octets()

    def seen(size: int, time: int) -> bytes:
        return signed(text_of(point(left, size)), log_of(can), witness_of(can, time))

    def file(error: str, notes: list[bytes], manifests: list[bytes], **more: Any) -> bytes:
        texts = {"notes": [octets.decode() for octets in notes], "manifests": [octets.decode() for octets in manifests]}
        return canonical({"v": 1, "error": error, "log": can.origin, **texts, **more})

    two, fork = [point(left), point(right, size)], [point(left), point(right)]
    for error in ("log.equivocation", "log.fork", "own.fork", "keys.cut", "keys.equivocation", "tree.root", "keysXcut"):
        yield f"evidence {error}, one size", file(error, two, [first])
        yield f"evidence {error}, two sizes", file(error, fork, [first], proof=proof)
        yield f"evidence {error}, superfluous proof", file(error, two, [first], proof=proof)
        yield f"evidence {error}, no proof", file(error, fork, [first])
        yield f"evidence {error}, no manifests", file(error, two, [])
        yield f"evidence {error}, one note", file(error, two[:1], [first])
        yield f"evidence {error}, cut", file(error, [point(left)], lists[:2])
        yield f"evidence {error}, cut, three lists", file(error, [point(left)], lists)
        yield f"evidence {error}, rival lists", file(error, [], [*lists[:2], rival])
        yield f"evidence {error}, rival lists, no first", file(error, [], [lists[1], rival])
        yield f"evidence {error}, one list twice", file(error, [], [*lists[:2], lists[1]])
        yield f"evidence {error}, lists in a row", file(error, [], lists)
    for field, to in (("root", "0" * 64), ("hashes", []), ("hashes", [*proof["hashes"], "0" * 64]), ("hashes", ["00"])):
        yield f"evidence proof {field} {str(to)[-20:]}", file("log.fork", fork, [first], proof=proof | {field: to})
    yield "evidence proof x", file("log.fork", fork, [first], proof=proof | {"x": 1})
    yield "evidence of an honest party", file("log.fork", [point(can, held), point(right)], [first], proof=honest_proof)
    yield (
        "evidence of size 0",
        file("log.fork", [point(left, 0), point(right)], [first], proof={"root": EMPTY.hex(), "hashes": []}),
    )
    yield "evidence, larger first", file("log.fork", fork[::-1], [first], proof=proof)
    yield "evidence, same note twice", file("log.equivocation", two[:1] * 2, [first])
    yield "evidence, three notes", file("log.equivocation", [*two, point(right)], [first])
    yield "evidence by a stranger", file("log.equivocation", [two[0], point(right, size, signer=STRANGER)], [first])
    yield "evidence on another log", file("log.equivocation", two, [first], log="suivi/kor/demo")
    yield "evidence, a list twice", file("log.equivocation", two, [first, first])
    yield "evidence, unknown field", file("log.equivocation", two, [first], x=1)
    yield "evidence v 2", file("log.equivocation", two, [first], v=2)
    yield "evidence, key ended since", file("log.equivocation", two, lists[:2])
    yield "evidence of a cut, not above", file("keys.cut", [point(can)], lists[:2])
    yield "evidence of a cut, list alone", file("keys.cut", [point(left)], lists[1:2])
    yield "evidence of a cut, lists from 2", file("keys.cut", [point(left)], lists[1:])
    yield "evidence of a cut by the new key", file("keys.cut", [point(left, signer=seeded(80))], lists[:2])
    yield "evidence of rival lists with a note", file("keys.equivocation", two[:1], [*lists[:2], rival])
    yield (
        "evidence of rival lists, one unsigned",
        file("keys.equivocation", [], [*lists[:2], manifest(next_of(first), can.roots[0])]),
    )
    for early, late in ((1000, 2000), (2000, 1000), (1000, 1000)):
        yield (
            f"evidence of witness {early} {late}",
            file("witness.backwards", [seen(held, early), seen(size, late)], [first]),
        )
    for name, octets in (
        ("{}", b"{}"),
        ("{", b"{"),
        ("big", b"{" + b" " * 70_000 + b"}"),
        ("deep", b'{"a":' + b"[" * 50),
    ):
        yield f"evidence {name}", octets
    whole, chance = file("log.fork", fork, [first], proof=proof), random.Random(2)
    for _ in range(150):
        bad = bytearray(whole)
        bad[chance.randrange(1, len(bad))] ^= 1 << chance.randrange(8)
        yield f"evidence flipped {sha256(bad).hexdigest()[:8]}", bytes(bad)


def every() -> Iterator[Case]:
    """All of them."""
    for family in (honest, damaged, archives, notes, checkpoints, lines, keys, evidence):
        yield from family()
