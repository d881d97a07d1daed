"""Check a proof of a sentence (`suivi prove`, or “check this” on a public site), offline, with none of Suivi.

Needs Python 3.11, the package `cryptography`, and `tools/verify.py`: `python -m tools.check_proof FILE`. It prints what is
proved; with FOLDER, written by `suivi prove --joint`, that a joint text is in effect. Exit code 0 sound, 3 not sound and why, 2 wrong use. Compare the fingerprint it prints with one you have from elsewhere: a file cannot
vouch for its own keys. The recipe in words: `docs/prove-a-sentence.md`.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from tools.verify import Refused, checkpoint, need, walk

FORMAT = "suivi-proof/1"


def check(octets: bytes) -> dict[str, Any]:
    """What the proof shows; raises `Refused` (tools/verify.py) with the step that failed."""
    proof = json.loads(octets)
    need(isinstance(proof, dict) and proof.get("format") == FORMAT, "proof.format", FORMAT)
    # 1. The header stands at this place of this log, and commits to the content by its digest.
    header = json.loads(proof["header"])
    need((header["log"], header["seq"]) == (proof["log"], proof["seq"]), "proof.place", proof["seq"])
    content = proof.get("content")
    need(content is None or sha256(content.encode()).hexdigest() == header["content"]["sha256"], "content.hash")
    # 2. The leaf, and the way up to the root of a tree of that size (RFC 6962, section 2.1.1).
    leaf = sha256(b"\0" + proof["header"].encode()).digest()
    root = _climb(leaf, proof["seq"], proof["size"], [bytes.fromhex(one) for one in proof["way"]])
    # 3. The key lists of the party, from the first; then the checkpoint they sign.
    _, party, channel = proof["log"].split("/")
    facts, keys = walk([one.encode() for one in proof["key_lists"]], party, channel)
    size, signed_root, _ = checkpoint(proof["checkpoint"], proof["log"], keys)
    need((size, signed_root) == (proof["size"], root), "proof.root", f"{size} entries")
    return {
        "log": proof["log"],
        "seq": proof["seq"],
        "of": size,
        "type": header["type"],
        "released_at": header["at"],
        "fingerprint": facts["fingerprint"],
        "record": json.loads(content) if content is not None else None,
    }


def check_joint(files: list[bytes]) -> dict[str, Any]:
    """What the files of a joint text show together: every party spoke for it and sealed it, having seen all the others.

    Raises `Refused` with the step that failed, `ValueError` where a file is missing or one too many.
    """
    headers = [json.loads(octets)["header"] for octets in files]
    found = [(check(octets), json.loads(header)) for octets, header in zip(files, headers, strict=True)]
    leaves = [sha256(b"\0" + header.encode()).hexdigest() for header in headers]
    (place,) = [number for number, (facts, _) in enumerate(found) if facts["type"] == "joint.proposed"]
    proposed, parties = found[place][0], found[place][0]["record"]["parties"]
    target = {"log": proposed["log"], "seq": proposed["seq"], "leaf": leaves[place]}
    voices = {
        facts["log"]: {"seq": facts["seq"], "leaf": leaf}
        for (facts, header), leaf in zip(found, leaves, strict=True)
        if leaf == target["leaf"] or (facts["type"] == "joint.concurred" and header.get("target") == target)
    }
    need(sorted(log.split("/")[1] for log in voices) == sorted(parties), "joint.voices", parties)
    seals = {facts["log"]: (facts, header) for facts, header in found if facts["type"] == "joint.sealed"}
    need(seals.keys() == voices.keys() and len(files) == 2 * len(parties), "joint.seal-incomplete", parties)
    named = {log.split("/")[1]: voice for log, voice in voices.items()}
    for log, (facts, header) in seals.items():
        need(header.get("target") == target and facts["record"]["voices"] == named, "joint.seal-voice", log)
        need(facts["seq"] > voices[log]["seq"], "joint.seal-early", log)
        seen = [header["seen"].get(other, 0) > voice["seq"] for other, voice in voices.items() if other != log]
        need(all(seen), "joint.seal-incomplete", log)
    fingerprints = {facts["log"]: facts["fingerprint"] for facts, _ in seals.values()}
    return {"in_effect": True, "parties": parties, "fingerprints": fingerprints, "record": proposed["record"]}


def _climb(leaf: bytes, index: int, size: int, way: list[bytes]) -> bytes:
    need(0 <= index < size and all(len(one) == 32 for one in way), "proof.index", index)
    root, last = leaf, size - 1
    for beside in way:
        need(last > 0, "proof.length", len(way))
        if index & 1 or index == last:
            root = sha256(b"\1" + beside + root).digest()
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            root = sha256(b"\1" + root + beside).digest()
        index, last = index >> 1, last >> 1
    need(last == 0, "proof.length", len(way))
    return root


def main() -> None:
    """Check the file, or the folder of the files of a joint text, named first."""
    if len(sys.argv) != 2:
        print("usage: python check_proof.py FILE, or FOLDER for a joint text", file=sys.stderr)
        raise SystemExit(2)
    place = Path(sys.argv[1])
    try:
        files = sorted(place.glob("*.json")) if place.is_dir() else []
        found = check_joint([each.read_bytes() for each in files]) if files else check(place.read_bytes())
    except (Refused, KeyError, TypeError, ValueError, AttributeError) as refusal:
        print(f"not sound: {' '.join(str(one) for one in refusal.args)}", file=sys.stderr)
        raise SystemExit(3) from None
    except OSError as error:
        print(f"cannot be read: {error.strerror}", file=sys.stderr)
        raise SystemExit(2) from None
    print(json.dumps(found, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
