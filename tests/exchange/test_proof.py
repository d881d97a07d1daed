"""The proof that a record stands in a log: what is in the file, and that a stranger finds it sound."""

import json

from suivi.exchange.proof import FORMAT, proof_of
from suivi.log.canonical import canonical
from suivi.log.tree import inclusion_proofs
from tests.exchange.partner import channel_of, report
from tools import check_proof


def proof_in(can, seq, *, content=True):
    header, said = can.own_log.pairs[seq]
    return proof_of(
        log=can.origin,
        seq=seq,
        size=len(can.own_log.pairs),
        header=header,
        content=said if content else None,
        way=inclusion_proofs(can.own_log.leaves)[seq],
        checkpoint=can.own_log.note,
        key_lists=can.lists["can"],
    )


def three_meetings():
    can = channel_of("can", "kor")[0]
    for words in ("One.", "Deux réunions.", "세 번째 회의."):
        can.write(report(words))
    return can


def test_a_proof_holds_what_it_says_it_holds_and_nothing_else():
    can = three_meetings()
    header, content = can.own_log.pairs[2]

    octets = proof_in(can, 2)

    value = json.loads(octets)
    assert octets == canonical(value) + b"\n"
    assert value == {
        "format": FORMAT,
        "log": can.origin,
        "seq": 2,
        "size": 3,
        "header": header.decode(),
        "content": content.decode(),
        "way": [one.hex() for one in inclusion_proofs(can.own_log.leaves)[2]],
        "checkpoint": can.own_log.note.decode(),
        "key_lists": [one.decode() for one in can.lists["can"]],
    }
    assert "content" not in json.loads(proof_in(can, 2, content=False))


def test_a_stranger_finds_the_proof_of_every_entry_sound():
    can = three_meetings()

    for seq in range(3):
        assert check_proof.check(proof_in(can, seq))["seq"] == seq
