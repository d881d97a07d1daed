"""The tree and its proofs: RFC 6962 as published, our choices where it is silent, and the recursive definition."""

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.fault import Fault
from suivi.log.tree import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    read_frontier,
    root_of,
    verify_consistency,
    verify_inclusion,
)

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
INCLUSION = sorted(VECTORS.glob("merkle/inclusion/**/*.json"))
CONSISTENCY = sorted(VECTORS.glob("merkle/consistency/**/*.json"))
OWN = json.loads((VECTORS / "own/merkle_cases.json").read_bytes())
OVERRIDE = {case["file"]: case["suivi"] for case in OWN["override"]}

sizes = st.integers(1, 70)


def leaves_of(size):
    return [leaf_hash(bytes([number])) for number in range(size)]


def recursive_root(leaves):
    """RFC 6962, section 2.1, word for word."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return node_hash(recursive_root(leaves[:left]), recursive_root(leaves[left:]))


def outcome_of(case):
    decoded = {name: base64.b64decode(case[name]) for name in ("leafHash", "root", "root1", "root2") if name in case}
    proof = [base64.b64decode(octets) for octets in case["proof"] or []]
    try:
        if "leafIdx" in case:
            verify_inclusion(
                index=case["leafIdx"],
                size=case["treeSize"],
                leaf=decoded["leafHash"],
                root=decoded["root"],
                proof=proof,
            )
        else:
            verify_consistency(
                old_size=case["size1"],
                new_size=case["size2"],
                old_root=decoded["root1"],
                new_root=decoded["root2"],
                proof=proof,
            )
    except Fault as fault:
        return fault.code
    return "accept"


def test_there_are_as_many_published_proofs_as_there_should_be():
    assert (len(INCLUSION), len(CONSISTENCY)) == (98, 98)


@pytest.mark.parametrize("file", INCLUSION + CONSISTENCY, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_published_proofs_are_accepted_and_refused_as_published(file):
    case = json.loads(file.read_bytes())

    outcome = outcome_of(case)

    override = OVERRIDE.get(file.relative_to(VECTORS).as_posix())
    if override:
        assert outcome == override
    else:
        assert outcome.startswith("proof.") if case["wantErr"] else outcome == "accept"


@pytest.mark.parametrize("case", OWN["cases"])
def test_where_the_public_cases_are_silent_our_choices_hold(case):
    assert outcome_of(case) == case["expect"]


def test_the_published_roots_of_sizes_0_to_8_are_built():
    example = json.loads((VECTORS / "c2sp/examples.json").read_bytes())
    leaves = [leaf_hash(bytes.fromhex(leaf)) for leaf in example["rfc6962_leaf_inputs_hex"]]

    frontier, roots = Frontier(), [Frontier().root().hex()]
    for leaf in leaves:
        frontier = frontier.after(leaf)
        roots.append(frontier.root().hex())

    assert roots == example["rfc6962_roots_hex_by_size"]
    assert roots == [root_of(leaves[:size]).hex() for size in range(9)]


@given(st.integers(0, 70))
def test_the_root_is_that_of_the_recursive_definition(size):
    leaves = leaves_of(size)
    frontier = Frontier()
    for leaf in leaves:
        frontier = frontier.after(leaf)

    assert frontier.root() == root_of(leaves) == recursive_root(leaves)
    assert read_frontier(frontier.octets(), size) == frontier


def test_a_frontier_keeps_one_hash_per_bit_of_its_size():
    frontier = Frontier()
    for leaf in leaves_of(100):
        frontier = frontier.after(leaf)

        assert len(frontier.hashes) == frontier.size.bit_count()


def test_a_frontier_of_another_length_than_its_size_asks_for_is_refused(refused_as):
    with refused_as("proof.hash-length"):
        read_frontier(bytes(33), 1)
    with refused_as("proof.hash-length"):
        read_frontier(bytes(32), 3)
    with refused_as("proof.hash-length"):
        Frontier().after(bytes(31))


@given(sizes, st.data())
def test_every_entry_is_proved_to_be_in_every_tree_that_holds_it(size, data):
    index = data.draw(st.integers(0, size - 1))
    leaves = leaves_of(size)

    verify_inclusion(
        index=index, size=size, leaf=leaves[index], root=root_of(leaves), proof=inclusion_proof(leaves, index)
    )


@given(sizes, st.data())
def test_every_tree_is_proved_to_extend_every_earlier_one(size, data):
    old_size = data.draw(st.integers(0, size))
    leaves = leaves_of(size)

    verify_consistency(
        old_size=old_size,
        new_size=size,
        old_root=root_of(leaves[:old_size]),
        new_root=root_of(leaves),
        proof=consistency_proof(leaves, old_size),
    )


def altered(proof, data):
    """The proof with one bit turned, one hash too many, or one too few."""
    change = data.draw(st.sampled_from(("bit", "long", "short") if proof else ("long",)))
    place = data.draw(st.integers(0, max(len(proof) - 1, 0)))
    if change == "long":
        return [*proof[:place], bytes(32), *proof[place:]]
    if change == "short":
        return [*proof[:place], *proof[place + 1 :]]
    turned = bytearray(proof[place])
    turned[data.draw(st.integers(0, 31))] ^= 1 << data.draw(st.integers(0, 7))
    return [*proof[:place], bytes(turned), *proof[place + 1 :]]


@given(sizes, st.data())
def test_an_altered_proof_of_inclusion_is_refused(size, data):
    index = data.draw(st.integers(0, size - 1))
    leaves = leaves_of(size)
    proof = altered(inclusion_proof(leaves, index), data)

    with pytest.raises(Fault) as refused:
        verify_inclusion(index=index, size=size, leaf=leaves[index], root=root_of(leaves), proof=proof)
    assert refused.value.code in {"proof.root", "proof.length"}


@given(sizes, st.data())
def test_an_altered_proof_of_consistency_is_refused(size, data):
    old_size = data.draw(st.integers(0, size))
    leaves = leaves_of(size)
    proof = altered(consistency_proof(leaves, old_size), data)

    with pytest.raises(Fault) as refused:
        verify_consistency(
            old_size=old_size,
            new_size=size,
            old_root=root_of(leaves[:old_size]),
            new_root=root_of(leaves),
            proof=proof,
        )
    assert refused.value.code in {"proof.root", "proof.length", "proof.zero", "proof.same-size"}


@given(sizes, st.data())
def test_a_history_that_was_rewritten_is_never_proved_to_extend_the_old_one(size, data):
    old_size = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, old_size - 1))
    leaves = leaves_of(size)
    rival = [*leaves[:changed], leaf_hash(b"rewritten"), *leaves[changed + 1 :]]

    with pytest.raises(Fault) as refused:
        verify_consistency(
            old_size=old_size,
            new_size=size,
            old_root=root_of(leaves[:old_size]),
            new_root=root_of(rival),
            proof=consistency_proof(rival, old_size),
        )
    assert refused.value.code == "proof.root"


def test_a_leaf_is_never_mistaken_for_a_node():
    left, right = leaves_of(2)

    assert leaf_hash(left + right) != node_hash(left, right)


def test_there_is_no_proof_for_what_is_not_there():
    with pytest.raises(IndexError):
        inclusion_proof(leaves_of(3), 3)
    with pytest.raises(IndexError):
        consistency_proof(leaves_of(3), 4)


def test_sizes_nobody_could_count_to_are_answered_at_once(refused_as):
    with refused_as("proof.length"):
        verify_inclusion(index=2**52, size=2**53 - 1, leaf=bytes(32), root=bytes(32), proof=[])
    with refused_as("proof.length"):
        verify_consistency(old_size=2**52 - 1, new_size=2**53 - 1, old_root=bytes(32), new_root=bytes(32), proof=[])


def test_sizes_and_indexes_below_zero_are_refused(refused_as):
    with refused_as("proof.index"):
        verify_inclusion(index=-1, size=1, leaf=bytes(32), root=bytes(32), proof=[])
    with refused_as("proof.sizes"):
        verify_consistency(old_size=-1, new_size=1, old_root=bytes(32), new_root=bytes(32), proof=[])


def proof_fault(**changes):
    """What is wrong with a proof from 3 to 7 entries that is sound but for these parts."""
    leaves = [leaf_hash(bytes([number])) for number in range(7)]
    parts = {"old_size": 3, "new_size": 7, "old_root": root_of(leaves[:3]), "new_root": root_of(leaves)}
    with pytest.raises(Fault) as fault:
        verify_consistency(**{**parts, "proof": consistency_proof(leaves, 3), **changes})
    return fault.value.code


def test_t09_from_size_0_and_between_equal_sizes_a_proof_is_empty():
    leaves = [leaf_hash(bytes([number])) for number in range(7)]

    assert proof_fault(old_size=0, old_root=root_of([])) == "proof.zero"
    assert proof_fault(old_size=0) == "proof.zero"
    assert proof_fault(old_size=7, old_root=root_of(leaves)) == "proof.same-size"


def test_t10_every_hash_has_32_bytes():
    assert proof_fault(old_root=bytes(31)) == "proof.hash-length"
    assert proof_fault(new_root=b"") == "proof.hash-length"
    assert proof_fault(proof=[bytes(31)]) == "proof.hash-length"
    assert proof_fault(old_size=0, old_root=b"", proof=[]) == "proof.hash-length"


def test_t11_a_proof_has_its_sizes_its_length_and_its_root():
    leaves = [leaf_hash(bytes([number])) for number in range(7)]
    proof = consistency_proof(leaves, 3)

    assert proof_fault(old_size=8) == "proof.sizes"
    assert proof_fault(proof=proof[:-1]) == "proof.length"
    assert proof_fault(proof=[*proof, bytes(32)]) == "proof.length"
    assert proof_fault(new_root=bytes(32)) == "proof.root"
    with pytest.raises(Fault) as fault:
        verify_inclusion(index=7, size=7, leaf=leaves[0], root=root_of(leaves), proof=[])
    assert fault.value.code == "proof.index"
