"""Two programs, many files: whatever is spoilt, both call the same files sound (goal G11).

Three hundred files run here, or as many as SUIVI_BUNDLES says (`make bench-long`: 100,000).
"""

import json
import os
import random
from collections.abc import Callable, Iterator
from functools import cache

from tests.exchange.partner import Capital, chartered, report
from tests.independent import forge
from tests.independent.forge import members
from tests.independent.test_verifier import SOUND, ours, theirs

BUNDLES = int(os.environ.get("SUIVI_BUNDLES", "300"))
VALUES = (None, True, 0, -1, 1, 2, 255, 256, 2**53, 1.5, "", "x", "0" * 64, "suivi/can/demo", "suivi/kor/demo", [], {})


@cache
def parties() -> tuple[Capital, Capital]:
    can, kor = chartered("can", "kor")
    for number in range(6):
        can.write(report(f"Account {number}."))
    kor.take_in(can.bundle("kor", kor.size(can.origin)))
    return can, kor


def bundles(seed: int) -> Iterator[bytes]:
    """Good and bad files without end: sound ones, and ones with a member, a field, a line or a byte changed."""
    chance = random.Random(seed)
    can, kor = parties()
    size = len(can.own_log.pairs)
    while True:
        start = chance.randrange(size + 1)
        end = chance.randrange(start, size + 1)
        whole = can.bundle_to(end, "kor", start) if end else can.bundle("kor", start)
        kind = chance.randrange(8)
        if kind == 0:
            yield whole
        elif kind == 1:
            yield kor.bundle("can", start, log=can.origin)
        elif kind == 2:
            bad = bytearray(whole)
            for _ in range(chance.randrange(1, 4)):
                bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            yield bytes(bad)
        elif kind == 3:
            yield whole[: chance.randrange(len(whole))] + chance.choice((b"", bytes(512), bytes(1024)))
        elif kind == 4:
            yield forge.remade(whole, can, _field(chance))
        elif kind == 5:
            yield _relisted(whole, can, chance)
        else:
            yield _relined(whole, can, chance)


def _field(chance: random.Random) -> forge.Edit:
    """An edit of one field of the bundle note, somewhere."""

    def edit(value: object) -> None:
        while isinstance(value, (dict, list)) and value:
            at = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
            inner = value[at]  # type: ignore[index]  # either
            if not isinstance(inner, (dict, list)) or not inner or chance.random() < 0.3:
                if chance.random() < 0.2 and isinstance(value, dict):
                    del value[at]
                else:
                    value[at] = chance.choice([other for other in VALUES if not isinstance(other, float)])  # type: ignore[index]  # either
                return
            value = inner

    return edit


def _relisted(whole: bytes, can: Capital, chance: random.Random) -> bytes:
    """A key list that was changed as JSON and signed by some of the roots."""
    value = forge.value_of(members(can.bundle("kor"))["keys/1"])
    _field(chance)(value)
    signers = [root for root in can.roots if chance.random() < 0.8]
    return forge.remade(whole, can, keys_1=forge.manifest(value, *signers))


def _relined(whole: bytes, can: Capital, chance: random.Random) -> bytes:
    """Lines dropped, doubled, exchanged or changed as JSON, the note signed anew."""
    parts = members(whole)
    if "segments/000000" not in parts:
        return whole
    rows = parts["segments/000000"].splitlines(True)
    at = chance.randrange(len(rows))
    kind = chance.randrange(4)
    if kind == 0:
        del rows[at]
    elif kind == 1:
        rows.insert(at, rows[at])
    elif kind == 2:
        rows.reverse()
    else:
        line = json.loads(rows[at])
        _field(chance)(line)
        rows[at] = forge.canonical(line) + b"\n"
    return forge.remade(whole, can, segments_000000=b"".join(rows) or None)


def test_both_call_the_same_of_many_files_sound(tells: Callable[..., None]) -> None:
    sound, played, named = 0, 0, set[str]()
    for number, octets in zip(range(BUNDLES), bundles(34), strict=False):
        its, mine = theirs(octets), ours(octets)
        assert (its == SOUND) == (mine == SOUND), f"file {number}: {its} by the product, {mine} by the verifier"
        sound += mine == SOUND
        named.add(mine)
        played += 1
    tells("files for two verifiers", played, of=BUNDLES, found=f"{sound:,} sound, {len(named) - 1} errors named")

    assert BUNDLES / 20 < sound < BUNDLES / 2
    assert len(named) > 15
