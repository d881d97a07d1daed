"""Bundles, key lists and evidence written byte for byte, sound or not, with the keys of the capitals in memory."""

import copy
import json
import tarfile
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from tests.exchange.partner import Capital, seeded
from tools import verify
from tools.verify import note

Signing = tuple[str, Any] | tuple[str, Any, int]  # name, signer, and the time of a cosignature
Edit = Callable[[dict[str, Any]], object]


def canonical(value: Any) -> bytes:
    """RFC 8785 for values without fractions, for any order of keys."""

    def ordered(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: ordered(part[key]) for key in sorted(part, key=lambda key: key.encode("utf-16-be"))}
        return [ordered(item) for item in part] if isinstance(part, list) else part

    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":")).encode()


def header(name: str | bytes, size: int, **changes: Any) -> bytes:
    """The header of a member; any field of it may be changed."""
    info = tarfile.TarInfo(name if isinstance(name, str) else name.decode("latin-1"))
    info.size = size
    for field, value in changes.items():
        setattr(info, field, value)
    return info.tobuf(tarfile.USTAR_FORMAT, "utf-8")


def packed(parts: Mapping[str, bytes] | Sequence[tuple[str | bytes, bytes]], end: bytes = bytes(1024)) -> bytes:
    """A tar of these members in this order."""
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    return b"".join(header(name, len(octets)) + octets + bytes(-len(octets) % 512) for name, octets in pairs) + end


def key_line(text: bytes, name: str, signer: Any, time: int | None = None) -> bytes:
    """One signature line; a cosignature if there is a time."""
    prefix = b"" if time is None else b"cosignature/v1\ntime %d\n" % time
    stamp = b"" if time is None else time.to_bytes(8, "big")
    id = sha256(name.encode() + (b"\n\x01" if time is None else b"\n\x04") + signer.public).digest()[:4]
    return f"— {name} {b64encode(id + stamp + signer.sign(prefix + text)).decode()}\n".encode()


def signed(text: str | bytes, *signings: Signing) -> bytes:
    """A note of this text."""
    octets = text.encode() if isinstance(text, str) else text
    return octets + b"\n" + b"".join(key_line(octets, *signing) for signing in signings)


def value_of(octets: bytes) -> dict[str, Any]:
    """The JSON in a note with a purpose."""
    return json.loads(note(octets, 2 << 20).text.split("\n")[1])


def text_of(octets: bytes) -> str:
    """The text of a note."""
    return note(octets, 2 << 20).text


def bundle_note(value: dict[str, Any], capital: Capital) -> bytes:
    """A bundle note signed by the log key of `capital`."""
    return signed(b"suivi-bundle/v1\n%b\n" % canonical(value), (capital.origin, capital.log_signer))


def members(octets: bytes) -> dict[str, bytes]:
    """What a bundle holds, by name."""
    return {name: octets[part] for name, part in verify.members(octets).items()}


def item(octets: bytes) -> dict[str, Any]:
    """How a note lists a member."""
    return {"sha256": sha256(octets).hexdigest(), "size": len(octets)}


def remade(octets: bytes, capital: Capital, edit: Edit = id, **changed: bytes | None) -> bytes:
    """The bundle with other members (None: left out; `keys_2` is `keys/2`), listed, edited and signed again."""
    replaced = {name.replace("_", "/", 1): part for name, part in changed.items()}
    parts = {name: part for name, part in (members(octets) | replaced).items() if part is not None}
    order = {"bundle.note": 0, "keys": 1, "segments": 2, "blobs": 3}
    parts = dict(sorted(parts.items(), key=lambda pair: (order[pair[0].split("/")[0]], len(pair[0]), pair[0])))
    value = value_of(parts["bundle.note"])
    groups: dict[str, list[tuple[str, bytes]]] = {"keys": [], "segments": [], "blobs": []}
    for name, part in list(parts.items())[1:]:
        groups[name.split("/")[0]].append((name.split("/")[1], part))
    value["keys"] = [item(part) | {"version": int(name)} for name, part in groups["keys"]]
    value["segments"] = [item(part) | {"lines": part.count(b"\n")} for _, part in groups["segments"]]
    value["blobs"] = [item(part) for _, part in groups["blobs"]]
    edit(value)
    return packed(parts | {"bundle.note": bundle_note(value, capital)})


def setting(*path: Any, to: Any) -> Edit:
    """An edit that puts a value at a place."""

    def edit(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        value[path[-1]] = to

    return edit


def without(*path: Any) -> Edit:
    """An edit that takes away what stands at a place."""

    def edit(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        del value[path[-1]]

    return edit


def edited(value: dict[str, Any], *edits: Edit) -> dict[str, Any]:
    """A copy of the value with these edits."""
    value = copy.deepcopy(value)
    for edit in edits:
        edit(value)
    return value


def manifest(value: dict[str, Any], *roots: Any, name: str = "suivi/can/root") -> bytes:
    """A key list signed by these root keys."""
    return signed(b"suivi-manifest/v1\n%b\n" % canonical(value), *((name, root) for root in roots))


def next_of(octets: bytes, *edits: Edit) -> dict[str, Any]:
    """The JSON of the version that follows this key list."""
    digest = sha256(text_of(octets).encode()).hexdigest()
    value = value_of(octets)
    return edited(value | {"version": value["version"] + 1, "prev": digest}, *edits)


def key_of(signer: Any, **fields: Any) -> dict[str, Any]:
    """How a key list names a key."""
    return {"alg": "ed25519", "key": b64encode(signer.public).decode(), **fields}


def rotated(size: int, number: int = 80, role: str = "log") -> Edit:
    """An edit that ends the last key at `size` and begins a new one."""

    def edit(value: dict[str, Any]) -> None:
        value[role][-1]["until"] = size
        value[role].append(key_of(seeded(number), **{"from": size}))

    return edit
