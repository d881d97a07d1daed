"""Evidence proves a contradiction from its own bytes, and nothing else passes for it."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.exchange.evidence import CAP_EVIDENCE, evidence_of, other_past, verify_evidence
from suivi.log.canonical import canonical, read_json
from suivi.log.manifest import KeyRange
from suivi.log.note import Note, Signature, cosigned, read_note
from tests.exchange.partner import STRANGER, channel_of, flipped, report, rival_of, seeded


def two_pasts(sizes: tuple[int, int], kept: int):
    """A party with two histories of these sizes that share their first `kept` entries."""
    can = channel_of("can", "kor")[0]
    for count in range(kept):
        can.write(report(f"Meeting {count}."))
    rival = rival_of(can)
    for count in range(kept, sizes[0]):
        can.write(report(f"One account of meeting {count}."))
    for count in range(kept, sizes[1]):
        rival.write(report(f"Another account of meeting {count}."))
    return can, rival


def fork_of(can, rival) -> bytes:
    size = can.size(can.origin)
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]
    proof = other_past(rival.own_log.leaves, size)
    return evidence_of("log.fork", can.origin, notes=notes, manifests=can.lists["can"], proof=proof)


@pytest.mark.parametrize(
    ("smaller", "larger", "kept"),
    [case for case in itertools.product(range(1, 6), range(2, 8), range(3)) if case[2] < case[0] < case[1]],
)
def test_every_fork_is_proven(smaller, larger, kept):
    can, rival = two_pasts((smaller, larger), kept)

    verdict = verify_evidence(fork_of(can, rival))

    assert verdict.proves, verdict.flaw
    assert (verdict.error, verdict.log) == ("log.fork", can.origin)
    assert verdict.fingerprint == can.first_manifest().fingerprint()


def test_an_honest_party_cannot_be_accused():
    can, later = two_pasts((2, 5), kept=2)

    assert verify_evidence(fork_of(can, later)).flaw.code == "evidence.no-contradiction"


def test_two_sizes_without_a_proof_are_no_contradiction():
    can, rival = two_pasts((2, 3), kept=1)
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]
    octets = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"])

    assert verify_evidence(octets).flaw.code == "evidence.no-contradiction"


def test_the_same_note_twice_is_no_contradiction():
    can, _ = two_pasts((2, 3), kept=1)
    octets = evidence_of(
        "log.equivocation", can.origin, notes=[read_note(can.own_log.note)] * 2, manifests=can.lists["can"]
    )

    assert verify_evidence(octets).flaw.code == "evidence.no-contradiction"


def test_notes_somebody_else_signed_prove_nothing():
    can, rival = two_pasts((2, 2), kept=1)
    notes = [read_note(can.own_log.note), rival.signed_note(signer=STRANGER)]
    octets = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"])

    assert not verify_evidence(octets).proves


def test_a_proof_about_another_size_proves_nothing():
    can, rival = two_pasts((3, 6), kept=1)
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]
    proof = other_past(rival.own_log.leaves, 2)
    octets = evidence_of("log.fork", can.origin, notes=notes, manifests=can.lists["can"], proof=proof)

    assert verify_evidence(octets).flaw.code.startswith("proof.")


def test_one_note_is_not_enough():
    can, _ = two_pasts((2, 3), kept=1)
    octets = evidence_of(
        "log.equivocation", can.origin, notes=[read_note(can.own_log.note)], manifests=can.lists["can"]
    )

    assert verify_evidence(octets).flaw.code == "evidence.form"


def test_a_cut_needs_a_list_that_ends_the_key():
    can, _ = two_pasts((2, 3), kept=1)
    note = read_note(can.own_log.note)
    alone = evidence_of("keys.cut", can.origin, notes=[note], manifests=can.lists["can"])
    can.publish_keys(_reissued(can))
    standing = evidence_of("keys.cut", can.origin, notes=[note], manifests=can.lists["can"])

    assert verify_evidence(alone).flaw.code == "evidence.no-contradiction"
    assert verify_evidence(standing).flaw.code == "evidence.no-contradiction"


def witnessed(can, first: int, then: int) -> bytes:
    """A smaller and a larger state of one honest log, with the party's own cosignature of these two instants."""
    notes = [
        cosigned(can.signed_note(size), "suivi/can/witness", can.witness, at_seconds=at)
        for size, at in ((1, first), (2, then))
    ]
    return evidence_of("witness.backwards", can.origin, notes=notes, manifests=can.lists["can"])


def test_g07_a_later_cosignature_over_a_smaller_tree_is_proven():
    can, _ = two_pasts((2, 2), kept=2)

    assert verify_evidence(witnessed(can, 2000, 1000)).proves
    assert verify_evidence(witnessed(can, 1000, 2000)).flaw.code == "evidence.no-contradiction"
    assert verify_evidence(witnessed(can, 1000, 1000)).flaw.code == "evidence.no-contradiction"


def test_a_party_that_ended_a_stolen_key_is_not_accused_of_what_the_thief_signs():
    can, thief = two_pasts((3, 3), kept=1)
    logs = (KeyRange(can.log_signer.public, 0, 1), KeyRange(seeded(200).public, 1))
    can.publish_keys(replace(can.manifest, version=2, previous=can.manifest.fingerprint(), logs=logs))
    can.log_signer = seeded(200)
    notes = [can.signed_note(), thief.signed_note()]

    octets = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"])

    assert verify_evidence(octets).flaw.code == "keys.after-until"


def test_parts_that_prove_nothing_are_refused():
    can, rival = two_pasts((2, 3), kept=1)
    proof = other_past(rival.own_log.leaves, 2)
    note = read_note(can.own_log.note)

    for error, notes in (("keys.cut", [note]), ("keys.equivocation", [note]), ("witness.backwards", [note])):
        octets = evidence_of(error, can.origin, notes=notes, manifests=can.lists["can"], proof=proof)
        assert verify_evidence(octets).flaw.code == "evidence.form"


@pytest.mark.parametrize(
    ("field", "value"),
    [("v", 2), ("v", 0), ("v", "1"), ("error", "log.gap"), ("error", 3), ("log", "suivi/can"), ("log", "can/demo/x")],
)
def test_a_field_outside_its_grammar_is_refused(field, value):
    stated = read_json(fork_of(*two_pasts((2, 3), kept=1)), cap=CAP_EVIDENCE, depth=6, what="evidence")

    assert verify_evidence(canonical(stated | {field: value})).flaw.code == "record.value"


def test_one_list_twice_is_no_contradiction():
    can, _ = two_pasts((2, 3), kept=1)
    can.publish_keys(_reissued(can))
    first, second = can.lists["can"]

    twice = evidence_of("keys.equivocation", can.origin, notes=(), manifests=[first, second, second])
    few = evidence_of("keys.equivocation", can.origin, notes=(), manifests=[first, second])

    assert verify_evidence(twice).flaw.code == "evidence.no-contradiction"
    assert verify_evidence(few).flaw.code == "evidence.form"


def _reissued(can):
    current = can.manifest
    return replace(current, version=current.version + 1, previous=current.fingerprint(), issued="2026-02-01")


def test_signatures_of_strangers_do_not_travel_with_the_evidence():
    can, rival = two_pasts((2, 2), kept=1)
    note = read_note(can.own_log.note)
    noisy = Note(note.text, (*note.signatures, *(Signature("x" * 900, bytes(4), bytes([one])) for one in range(15))))
    octets = evidence_of(
        "log.equivocation", can.origin, notes=[noisy, read_note(rival.own_log.note)], manifests=can.lists["can"]
    )

    assert verify_evidence(octets).proves
    assert b"xxx" not in octets


def test_old_key_lists_are_left_out_where_the_room_ends():
    can, _ = two_pasts((0, 0), kept=0)
    for _ in range(90):
        can.publish_keys(_reissued(can))
    can.write(report())
    rival = rival_of(can)
    can.write(report("One account."))
    rival.write(report("Another account."))
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]

    octets = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"])

    assert len(octets) <= CAP_EVIDENCE
    assert 1 < len(read_json(octets, cap=CAP_EVIDENCE, depth=4, what="evidence")["manifests"]) < 91
    assert verify_evidence(octets).proves


def test_no_more_old_key_lists_are_left_out_than_the_room_asks_for():
    can, rival = two_pasts((2, 2), kept=1)
    for _ in range(4):
        can.publish_keys(_reissued(can))
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]

    def listed(cap: int) -> int:
        octets = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"], cap=cap)
        assert verify_evidence(octets).proves
        return len(read_json(octets, cap=CAP_EVIDENCE, depth=4, what="evidence")["manifests"])

    whole = len(evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"]))
    assert [listed(cap) for cap in (whole, whole - 1, 1)] == [5, 4, 1]


def test_signatures_that_fail_under_a_key_of_the_party_do_not_travel_with_the_evidence():
    can, rival = two_pasts((2, 2), kept=1)
    note = read_note(can.own_log.note)
    forged = Note(note.text, (*note.signatures, replace(note.signatures[0], octets=bytes(64))))

    octets = evidence_of(
        "log.equivocation", can.origin, notes=[forged, read_note(rival.own_log.note)], manifests=can.lists["can"]
    )

    assert verify_evidence(octets).proves


def test_a_cut_of_a_note_that_nobody_known_signed_proves_nothing():
    can, _ = two_pasts((2, 3), kept=1)
    note = can.signed_note(signer=STRANGER).octets().decode()
    value = {
        "v": 1,
        "error": "keys.cut",
        "log": can.origin,
        "notes": [note],
        "manifests": [can.lists["can"][0].decode()],
    }

    assert verify_evidence(canonical(value)).flaw.code == "keys.unknown"


def test_two_lists_prove_nothing_where_the_lists_before_allow_only_one_of_them():
    can, _ = two_pasts((2, 2), kept=1)
    retired, *kept = can.roots
    roots = tuple(key.public for key in (*kept, seeded(201)))
    can.publish_keys(replace(_reissued(can), roots=roots), can.roots)
    rival = rival_of(can)
    can.publish_keys(_reissued(can), kept)
    log = rival.manifest.logs[-1]
    ended = (replace(log, until=2), KeyRange(retired.public, 2))
    rival.publish_keys(replace(_reissued(rival), logs=ended), kept)
    lists = [*can.lists["can"], rival.lists["can"][-1]]

    octets = evidence_of("keys.equivocation", can.origin, notes=[], manifests=lists)

    assert verify_evidence(octets).flaw.code == "keys.two-roles"


def test_a_list_that_does_not_meet_its_own_threshold_carries_nothing():
    can, rival = two_pasts((2, 2), kept=1)
    can.publish_keys(_reissued(can), can.roots[:1])
    notes = [read_note(can.own_log.note), read_note(rival.own_log.note)]
    octets = evidence_of("log.equivocation", can.origin, notes=notes, manifests=can.lists["can"][1:])
    other = evidence_of("log.equivocation", "suivi/can/other", notes=notes, manifests=can.lists["can"][1:])

    assert verify_evidence(octets).flaw.code == "keys.new-threshold"
    assert verify_evidence(other).flaw.code == "keys.subject"


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "json.syntax"),
        (b"{}", "record.missing-field"),
        (b" " * (CAP_EVIDENCE + 1), "size.evidence"),
        (
            canonical({"v": 2, "error": "log.fork", "log": "suivi/can/demo", "notes": [], "manifests": []}),
            "record.value",
        ),
        (
            canonical({"v": 1, "error": "tree.root", "log": "suivi/can/demo", "notes": [], "manifests": []}),
            "record.value",
        ),
        (
            canonical({"v": 1, "error": "log.fork", "log": "suivi/can/demo", "notes": [], "manifests": []}),
            "record.value",
        ),
        (
            canonical({"v": 1, "error": "log.fork", "log": "suivi/can/demo", "notes": [], "manifests": [1]}),
            "record.value",
        ),
    ],
)
def test_other_bytes_are_refused_with_a_name(octets, code):
    assert verify_evidence(octets).flaw.code == code


@given(st.data())
def test_a_changed_byte_leaves_no_proof(data):
    octets = fork_of(*two_pasts((2, 5), kept=1))
    position = data.draw(st.integers(0, len(octets) - 1))

    verdict = verify_evidence(flipped(octets, position, bit=data.draw(st.integers(0, 7))))

    assert not verdict.proves or verdict.error in ("log.equivocation", "own.fork")
