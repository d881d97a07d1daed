"""Proof of a sentence: one small file by which a stranger checks that a record stands in a signed log.

- It holds the canonical texts of header and content, the way up the Merkle tree (RFC 6962, section 2.1.1), the signed
  checkpoint, and the key lists of the log's party; nothing else is needed but the fingerprint of the first key list.
- Header and content are texts, not objects: what is hashed is what is read, byte for byte.
- The recipe is published in `docs/prove-a-sentence.md`.
"""

from collections.abc import Sequence
from typing import Final

from suivi.log.canonical import Json, canonical

FORMAT: Final = "suivi-proof/1"


def proof_of(
    *,
    log: str,
    seq: int,
    size: int,
    header: bytes,
    content: bytes | None,
    way: Sequence[bytes],
    checkpoint: bytes,
    key_lists: Sequence[bytes],
) -> bytes:
    """The proof that entry `seq` of `log` stands under the checkpoint of `size` entries, as canonical JSON and LF.

    `way` are the hashes from the leaf up to the root, `key_lists` the signed key lists, version 1 first. `content` is
    None where it is not held: the proof then shows that the record stands there, and not what it says.
    """
    value: dict[str, Json] = {
        "format": FORMAT,
        "log": log,
        "seq": seq,
        "size": size,
        "header": header.decode("utf-8"),
        "way": [one.hex() for one in way],
        "checkpoint": checkpoint.decode("utf-8"),
        "key_lists": [one.decode("utf-8") for one in key_lists],
    }
    if content is not None:
        value["content"] = content.decode("utf-8")
    return canonical(value) + b"\n"
