"""Key lists and their rotation: the sequences of python-tuf with real keys, and the faults K01 to K19 and K22."""

import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import CAP_MANIFEST, canonical
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import (
    KeyRange,
    Manifest,
    accept_first,
    accept_next,
    check_log_note,
    fingerprint_groups,
    log_keys_at,
    manifest_note,
    read_manifest,
    witness_keys_at,
)
from suivi.log.note import Checkpoint, Note, Signature, cosigned, signature_of, signed

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
TUF = json.loads((VECTORS / "tuf/key_rotation_cases.json").read_bytes())


def key(number):
    return Ed25519Signer.from_seed(bytes([number]) * 32)


def public(number):
    return key(number).public


def listed(*numbers, meet=()):
    """The keys of these seeds, one after the other, each beginning at the size where the one before ends."""
    edges = (0, *meet, None)
    return tuple(KeyRange(public(number), edges[at], edges[at + 1]) for at, number in enumerate(numbers))


FIRST = Manifest(
    party="can",
    channel="demo",
    version=1,
    issued="2026-01-05",
    previous=None,
    threshold=2,
    roots=(public(1), public(2), public(3)),
    logs=listed(4),
    witnesses=listed(5),
    tls=("0" * 64,),
)


def after(manifest, **changes):
    return replace(manifest, version=manifest.version + 1, previous=manifest.fingerprint(), **changes)


def octets_of(manifest, signers=(1, 2, 3)):
    return manifest_note(manifest, [key(number) for number in signers]).octets()


def first(manifest=FIRST, signers=(1, 2, 3), **options):
    return accept_first(octets_of(manifest, signers), party="can", channel="demo", fingerprint=None, **options)


def following(manifest, signers=(1, 2, 3), current=FIRST, **options):
    return accept_next(current, octets_of(manifest, signers), **options)


def spelled(**fields):
    """Version 1 with fields written as given, signed by nobody who matters: what is wrong shows in reading."""
    value = {**json.loads(FIRST.text().split("\n")[1]), **fields}
    return signed(f"suivi-manifest/v1\n{canonical(value).decode()}\n", "suivi/can/root", key(1)).octets()


def written(number, **fields):
    return {"alg": "ed25519", "key": base64.b64encode(public(number)).decode(), **fields}


# What the public cases number are seeds here; the seeds 100 and 101 are log and witness, out of their way.
def tuf_manifest(case, former):
    return Manifest(
        party="can",
        channel="demo",
        version=former.version + 1 if former else 1,
        issued="2026-01-05",
        previous=former.fingerprint() if former else None,
        threshold=case["threshold"],
        roots=tuple(public(number + 1) for number in case["keys"]),
        logs=listed(100),
        witnesses=listed(101),
    )


def tuf_accepted(case, former):
    octets = octets_of(tuf_manifest(case, former), [number + 1 for number in case["sigs"]])
    if former:
        return accept_next(former, octets)
    return accept_first(octets, party="can", channel="demo", fingerprint=None)


@pytest.mark.parametrize("name", TUF["root_rotation_cases"])
def test_a_chain_of_key_lists_goes_as_far_as_published(name):
    current = None
    for case in TUF["root_rotation_cases"][name]:
        if case["ok"]:
            current = tuf_accepted(case, current)
            continue
        with pytest.raises(Fault) as refused:
            tuf_accepted(case, current)
        assert refused.value.code in {"keys.old-threshold", "keys.new-threshold"}

    assert current.version == sum(case["ok"] for case in TUF["root_rotation_cases"][name])


@pytest.mark.parametrize("name", TUF["non_root_rotation_cases"])
def test_a_single_key_list_reaches_its_threshold_as_published(name, refused_as):
    case = TUF["non_root_rotation_cases"][name]

    if case["ok"]:
        assert tuf_accepted(case, None).version == 1
    else:
        with refused_as("keys.new-threshold"):
            tuf_accepted(case, None)


def test_all_25_published_cases_are_played():
    assert len(TUF["root_rotation_cases"]) + len(TUF["non_root_rotation_cases"]) == 25


@given(
    st.builds(
        Manifest,
        party=st.from_regex(r"[a-z][a-z0-9]{1,15}", fullmatch=True),
        channel=st.from_regex(r"[a-z][a-z0-9-]{1,31}", fullmatch=True),
        version=st.integers(1, 256),
        issued=st.dates().map(lambda day: day.isoformat()),
        previous=st.none() | st.just("a" * 64),
        threshold=st.integers(1, 3),
        roots=st.just(FIRST.roots),
        logs=st.sampled_from([(), listed(4), listed(4, 6, meet=(7,)), listed(4, 6, 7, meet=(7, 9))]),
        witnesses=st.sampled_from([(), listed(5), listed(5, 8, meet=(2,))]),
        tls=st.sampled_from([(), ("0" * 64,), ("0" * 64, "f" * 64)]),
    )
)
def test_a_manifest_that_was_written_is_read_back(manifest):
    octets = octets_of(manifest)

    received = read_manifest(octets)

    assert received.manifest == manifest
    assert received.note.octets() == octets


@given(st.integers(0, len(octets_of(FIRST)) - 1), st.integers(1, 255))
def test_a_changed_byte_in_a_manifest_is_refused(place, difference):
    octets = bytearray(octets_of(FIRST, signers=(1, 2)))
    octets[place % len(octets)] ^= difference

    with pytest.raises(Fault):
        accept_first(bytes(octets), party="can", channel="demo", fingerprint=FIRST.fingerprint())


def test_a_fingerprint_is_read_aloud_in_sixteen_groups():
    assert fingerprint_groups("0123456789abcdef" * 4) == " ".join(["0123", "4567", "89ab", "cdef"] * 4)


def test_the_first_version_is_accepted_by_the_fingerprint_that_was_compared():
    octets = octets_of(FIRST)

    assert accept_first(octets, party="can", channel="demo", fingerprint=FIRST.fingerprint()) == FIRST


def test_k01_another_first_version_than_the_one_compared_is_refused(refused_as):
    with refused_as("keys.fingerprint"):
        accept_first(octets_of(FIRST), party="can", channel="demo", fingerprint="0" * 64)


def test_k02_a_version_left_out_is_refused(refused_as):
    second = after(FIRST)
    with refused_as("keys.not-consecutive"):
        following(after(second))
    with refused_as("keys.not-consecutive"):
        first(second)


def test_k02_an_older_version_served_as_the_newest_is_refused(refused_as):
    second = after(FIRST)
    with refused_as("keys.rollback"):
        following(FIRST, current=second, earlier=[FIRST])
    with refused_as("keys.rollback"):
        following(FIRST, current=second)


def test_the_version_held_changes_nothing_when_it_comes_again():
    assert following(FIRST, signers=(2, 3)) == FIRST


def test_k03_two_texts_of_one_version_both_with_full_threshold(refused_as):
    second = after(FIRST)
    rival = replace(second, issued="2026-01-06")

    with refused_as("keys.equivocation"):
        following(rival, current=second, earlier=[FIRST])
    with refused_as("keys.equivocation"):
        following(replace(FIRST, issued="2026-01-06"), current=second, earlier=[FIRST])
    with refused_as("keys.equivocation"):
        following(rival, current=second)


def test_a_rival_text_that_strangers_signed_proves_nothing_against_the_party(refused_as):
    rival = replace(FIRST, roots=(public(7), public(8)))

    with refused_as("keys.old-threshold"):
        following(rival, signers=(7, 8), current=FIRST)


def test_k04_the_old_threshold_must_sign(refused_as):
    new = after(FIRST, roots=(public(1), public(7), public(8)))

    with refused_as("keys.old-threshold"):
        following(new, signers=(1, 7, 8))


def test_k05_the_new_threshold_must_sign(refused_as):
    new = after(FIRST, roots=(public(1), public(7), public(8)))

    with refused_as("keys.new-threshold"):
        following(new, signers=(1, 2, 3))
    assert following(new, signers=(1, 2, 7)) == new


def test_k06_one_key_that_signs_twice_counts_once(refused_as):
    with refused_as("keys.new-threshold"):
        first(signers=(1, 1))
    with refused_as("keys.old-threshold"):
        following(after(FIRST), signers=(1, 1, 1))


def other_spelling(number):
    """The same 32 bytes with a trailing bit set, as a lenient reader would accept them."""
    characters = base64.b64encode(public(number)).decode()
    return f"{characters[:-2]}{chr(ord(characters[-2]) + 1)}="


@pytest.mark.parametrize(
    "second",
    [written(1), written(1, key=other_spelling(1)), written(1, key=base64.b64encode(public(1)).decode().rstrip("="))],
)
def test_k07_a_key_listed_twice_is_refused_in_whatever_spelling(second, refused_as):
    with refused_as("keys.duplicate"):
        read_manifest(spelled(root=[written(1), second]))


def test_k08_a_key_has_one_role(refused_as):
    with refused_as("keys.two-roles"):
        read_manifest(spelled(log=[written(1, **{"from": 0})]))


def test_k08_a_key_keeps_its_role_across_versions(refused_as):
    second = after(FIRST, roots=(public(2), public(3), public(6)))
    third = after(second, logs=listed(4, 1, meet=(9,)))

    assert following(second, signers=(1, 2, 3)) == second
    with refused_as("keys.two-roles"):
        following(third, signers=(2, 3), current=second, earlier=[FIRST])


def test_k08_a_key_of_another_party_is_refused(refused_as):
    other = replace(FIRST, party="kor", roots=(public(11),), logs=listed(3), witnesses=listed(12))

    with refused_as("keys.two-roles"):
        first(others=[other])
    with refused_as("keys.two-roles"):
        following(after(FIRST), others=[other])


def test_k09_and_k10_a_key_that_cannot_be_enrolled_is_refused(refused_as):
    with refused_as("keys.small-order"):
        read_manifest(spelled(root=[written(1, key=base64.b64encode(bytes(32)).decode())]))
    with refused_as("keys.encoding"):
        read_manifest(spelled(root=[written(1, key=base64.b64encode(b"\xff" * 32).decode())]))
    with refused_as("keys.encoding"):
        read_manifest(spelled(root=[written(1, key="é")]))
    with refused_as("keys.encoding"):
        read_manifest(spelled(witness=[written(1, key=base64.b64encode(bytes(31)).decode(), **{"from": 0})]))


# Two seeds whose root keys of party `aa` share their 4-byte id; found by trying, about one in 2^32 pairs.
COLLIDING = tuple(Ed25519Signer.from_seed(seed.to_bytes(32, "big")) for seed in (818, 89415))


def test_k11_two_keys_of_one_name_with_equal_ids_are_refused(refused_as):
    manifest = replace(FIRST, party="aa", roots=tuple(signer.public for signer in COLLIDING))

    with refused_as("keys.id-collision"):
        read_manifest(manifest_note(manifest, COLLIDING).octets())


def test_k11_an_old_and_a_new_key_may_not_share_their_id_either(refused_as):
    old, new = COLLIDING
    former = replace(FIRST, party="aa", roots=(old.public,), threshold=1)
    manifest = after(former, roots=(new.public,))

    with refused_as("keys.id-collision"):
        accept_next(former, manifest_note(manifest, COLLIDING).octets())


def test_k12_an_algorithm_nobody_agreed_on_is_refused(refused_as):
    with refused_as("keys.algorithm"):
        read_manifest(spelled(root=[written(1, alg="rsa")]))


@pytest.mark.parametrize("threshold", [0, 4])
def test_k13_a_threshold_lies_between_one_and_the_number_of_keys(threshold, refused_as):
    with refused_as("keys.threshold-range"):
        first(replace(FIRST, threshold=threshold))


def test_k13_a_threshold_is_not_below_what_the_charter_asks_for(refused_as):
    with refused_as("keys.threshold-range"):
        first(threshold_min=3)
    with refused_as("keys.threshold-range"):
        following(after(FIRST, threshold=1), threshold_min=2)


def test_k14_a_manifest_of_another_party_or_channel_is_refused(refused_as):
    with refused_as("keys.subject"):
        first(replace(FIRST, party="kor"))
    with refused_as("keys.subject"):
        following(after(replace(FIRST, channel="demo.2")))


def test_k14_a_manifest_names_the_one_before_it(refused_as):
    with refused_as("keys.chain"):
        following(replace(after(FIRST), previous="0" * 64))
    with refused_as("keys.chain"):
        following(replace(after(FIRST), previous=None))
    with refused_as("keys.chain"):
        first(replace(FIRST, previous="0" * 64))


def test_k15_the_257th_version_and_a_manifest_of_65537_bytes_are_refused(refused_as):
    assert read_manifest(octets_of(replace(FIRST, version=256, previous="0" * 64))).manifest.version == 256
    with refused_as("size.manifest"):
        read_manifest(octets_of(replace(FIRST, version=257, previous="0" * 64)))
    with refused_as("size.manifest"):
        read_manifest(b" " * (CAP_MANIFEST + 1))


def test_k16_a_chain_stops_at_the_last_sound_version(refused_as):
    unsound = after(FIRST, issued="2026-02-01")
    third = after(unsound)

    with refused_as("keys.old-threshold"):
        following(unsound, signers=(1,))
    with refused_as("keys.not-consecutive"):
        following(third)


LATER = replace(FIRST, logs=listed(4, 6, meet=(7,)))


@pytest.mark.parametrize(
    "logs",
    [
        listed(4),
        listed(4, 6, meet=(8,)),
        listed(4, 6, 7, meet=(7, 6)),
        (KeyRange(public(4), 0, 7), KeyRange(public(6), 8)),
        (KeyRange(public(4), 0, None), KeyRange(public(6), 7)),
        (KeyRange(public(8), 0, 7), KeyRange(public(6), 7)),
        (KeyRange(public(4), 1, 7), KeyRange(public(6), 7)),
        (KeyRange(public(6), 7), KeyRange(public(4), 0, 7)),
        (),
    ],
)
def test_k17_what_was_said_of_a_key_is_never_unsaid(logs, refused_as):
    with refused_as("keys.history"):
        following(after(LATER, logs=logs), current=LATER)


def test_k17_holds_for_witness_keys_too(refused_as):
    with refused_as("keys.history"):
        following(after(FIRST, witnesses=()))


@pytest.mark.parametrize("role", ["logs", "witnesses"])
def test_k17_the_keys_of_a_first_version_meet_without_a_gap(role, refused_as):
    old, new = (6, 7) if role == "logs" else (8, 9)
    for end, begin in ((7, 8), (7, 6), (None, 7)):
        with refused_as("keys.history"):
            first(replace(FIRST, **{role: (KeyRange(public(old), 0, end), KeyRange(public(new), begin))}))
    meeting = replace(FIRST, **{role: (KeyRange(public(old), 0, 0), KeyRange(public(new), 0))})
    assert first(meeting) == meeting


def test_a_key_may_end_and_another_begin_at_the_same_size():
    second = after(FIRST, logs=listed(4, 6, meet=(7,)))
    third = after(second, logs=listed(4, 6, 7, meet=(7, 9)))

    assert following(second) == second
    assert following(third, current=second, earlier=[FIRST]) == third


ORIGIN = "suivi/can/demo"


def checkpoint(size, *numbers):
    text = Checkpoint(ORIGIN, size, bytes(32)).text()
    return Note(text, tuple(signature_of(text, ORIGIN, key(number)) for number in numbers))


def check(note, manifest=LATER):
    return check_log_note(note, origin=ORIGIN, manifest=manifest)


@pytest.mark.parametrize(("size", "number"), [(1, 4), (7, 4), (7, 6), (8, 6), (2**53 - 1, 6)])
def test_a_checkpoint_counts_when_a_key_valid_for_its_size_signed(size, number):
    assert check(checkpoint(size, number)).size == size


def test_k18_an_old_key_that_signs_above_its_end_is_refused(refused_as):
    with refused_as("keys.after-until"):
        check(checkpoint(8, 4))


def test_k18_the_last_key_may_have_an_end_too(refused_as):
    ended = replace(FIRST, logs=(KeyRange(public(4), 0, 7),))

    with refused_as("keys.after-until"):
        check(checkpoint(8, 4), ended)


def test_k19_a_new_key_that_signs_below_its_beginning_is_refused(refused_as):
    with refused_as("keys.before-from"):
        check(checkpoint(6, 6))


def test_an_old_key_beside_a_valid_one_does_no_harm():
    assert check(checkpoint(8, 4, 6)).size == 8


def test_k22_a_key_of_a_manifest_we_do_not_hold_is_unknown_and_the_version_held_is_named():
    with pytest.raises(Fault, match=r"keys\.unknown: .*version 1 of its manifest"):
        check(checkpoint(8, 9))


def test_n10_a_cosignature_alone_does_not_make_a_checkpoint(refused_as):
    with refused_as("checkpoint.unsigned-by-log"):
        check(cosigned(checkpoint(8), "suivi/can/witness", key(5), at_seconds=1))


def test_n03_a_bad_cosignature_of_a_known_witness_refuses_the_checkpoint(refused_as):
    note = cosigned(checkpoint(8, 6), "suivi/can/witness", key(5), at_seconds=1)
    bad = Signature(note.signatures[1].name, note.signatures[1].key_id, bytes(72))

    assert check(note).size == 8
    with refused_as("note.bad-signature"):
        check(Note(note.text, (note.signatures[0], bad)))


def test_n11_a_manifest_is_no_checkpoint_and_a_checkpoint_no_manifest(refused_as):
    with refused_as("note.purpose"):
        check(manifest_note(FIRST, [key(1)]))
    with refused_as("note.purpose"):
        read_manifest(checkpoint(8, 4).octets())


def test_keys_are_valid_from_size_to_size():
    assert [known.public for known in log_keys_at(LATER, 6)] == [public(4)]
    assert [known.public for known in log_keys_at(LATER, 7)] == [public(4), public(6)]
    assert [known.public for known in log_keys_at(LATER, 8)] == [public(6)]
    assert [known.name for known in witness_keys_at(LATER, 0)] == ["suivi/can/witness"]
    assert witness_keys_at(replace(FIRST, witnesses=(KeyRange(public(5), 3),)), 2) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"v": 2}, "record.version"),
        ({"v": None}, "record.missing-field"),
        ({"name": "x"}, "record.unknown-field"),
        ({"party": "CAN"}, "record.value"),
        ({"channel": "d"}, "record.value"),
        ({"version": 0}, "record.value"),
        ({"issued": "2026-02-30"}, "record.value"),
        ({"prev": "0"}, "record.value"),
        ({"threshold": "2"}, "record.value"),
        ({"root": {}}, "record.value"),
        ({"root": [written(1, **{"from": 0})]}, "record.unknown-field"),
        ({"root": [{"alg": "ed25519", "key": 3}]}, "record.value"),
        ({"root": [{"alg": "ed25519", "key": None}]}, "record.missing-field"),
        ({"log": [written(4)]}, "record.missing-field"),
        ({"log": [written(4, **{"from": 0, "until": None})]}, "record.missing-field"),
        ({"log": [written(4, **{"from": 9, "until": 8})]}, "keys.history"),
        ({"tls": ["0"]}, "record.value"),
        ({"tls": None}, "record.missing-field"),
    ],
)
def test_a_manifest_is_a_closed_object(fields, code, refused_as):
    with refused_as(code):
        read_manifest(spelled(**fields))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("suivi-manifest/v1\n{}\n{}\n", "note.form"),
        ("suivi-manifest/v1\n", "note.form"),
        ("suivi-manifest/v1\n \n", "json.syntax"),
        ("suivi-manifest/v1\n[]\n", "record.value"),
        ('suivi-manifest/v1\n{"v": 1}\n', "json.not-canonical"),
        ("suivi-manifest/v2\n{}\n", "note.purpose"),
    ],
)
def test_a_manifest_is_its_purpose_and_one_line_of_canonical_json(text, code, refused_as):
    with refused_as(code):
        read_manifest(signed(text, "suivi/can/root", key(1)).octets())
