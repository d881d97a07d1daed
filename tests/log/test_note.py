"""Signed notes, checkpoints and cosignatures: the published examples, and the faults N01 to N12."""

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import CAP_NOTE
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer
from suivi.log.note import (
    COSIGNATURE,
    MOST_SIGNATURES,
    SIGNATURE,
    Checkpoint,
    KnownKey,
    Note,
    Signature,
    check_signatures,
    cosignature_time,
    cosigned,
    key_id,
    read_checkpoint,
    read_note,
    signature_of,
    signed,
    signers_among,
)
from suivi.log.tree import EMPTY_ROOT

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
C2SP = json.loads((VECTORS / "c2sp/examples.json").read_bytes())

ORIGIN = "suivi/can/demo"
LOG = Ed25519Signer.from_seed(bytes([4]) * 32)
WITNESS = Ed25519Signer.from_seed(bytes([5]) * 32)
STRANGER = Ed25519Signer.from_seed(bytes([6]) * 32)
LOG_KEY = KnownKey(ORIGIN, SIGNATURE, LOG.public)
WITNESS_KEY = KnownKey("suivi/can/witness", COSIGNATURE, WITNESS.public)
ROOT = bytes(range(32))
TEXT = Checkpoint(ORIGIN, 5, ROOT).text()
NOTE = signed(TEXT, ORIGIN, LOG)


def test_the_published_note_verifies_and_is_written_again_byte_for_byte():
    name, digits, key = C2SP["signed_note"]["vkey"].split("+", 2)
    kind, public = base64.b64decode(key)[0], base64.b64decode(key)[1:]
    octets = C2SP["signed_note"]["note"].encode()

    note = read_note(octets)

    assert key_id(name, kind, public).hex() == digits == "530d903a"
    assert check_signatures(note, [KnownKey(name, kind, public)]) == (KnownKey(name, kind, public),)
    assert note.octets() == octets


def test_the_published_checkpoint_is_read_and_written_again():
    octets = C2SP["checkpoint_format_example"].encode()

    checkpoint = read_checkpoint(read_note(octets).text, origin="example.com/behind-the-sofa")

    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert Note(checkpoint.text(), read_note(octets).signatures).octets() == octets


def test_a_cosignature_signs_the_published_message():
    text = read_note(C2SP["checkpoint_format_example"].encode()).text

    note = cosigned(Note(text, ()), "witness", WITNESS, at_seconds=1679315147)

    assert note.signatures[0].octets[8:] == WITNESS.sign(C2SP["cosignature_v1_message"].encode())
    assert cosignature_time(note.signatures[0]) == 1679315147


names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="+"), min_size=1, max_size=12)
lines = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=1, max_size=4)
signatures = st.builds(Signature, names, st.binary(min_size=4, max_size=4), st.binary(min_size=1, max_size=72))


@given(lines, st.lists(signatures, min_size=1, max_size=MOST_SIGNATURES))
def test_a_note_that_was_written_is_read_back(text, signers):
    note = Note("".join(f"{line}\n" for line in text), tuple(signers))

    assert read_note(note.octets()) == note


@given(st.binary(max_size=80) | st.text("a\n— +Aa=é", max_size=80).map(str.encode))
def test_bytes_of_any_kind_are_a_note_or_a_fault(octets):
    try:
        note = read_note(octets)
    except Fault as fault:
        note, octets = None, fault.code.encode()

    assert (octets.startswith(b"note.")) if note is None else note.octets() == octets


@given(st.integers(0, len(NOTE.octets()) - 1), st.integers(1, 255))
def test_a_changed_byte_in_a_signed_note_is_refused(place, difference):
    octets = bytearray(NOTE.octets())
    octets[place] ^= difference

    with pytest.raises(Fault):
        check_signatures(read_note(bytes(octets)), [LOG_KEY])


def test_n01_a_note_without_signature_line_is_refused(refused_as):
    with refused_as("note.unsigned"):
        read_note(TEXT.encode() + b"\n")
    with refused_as("note.unsigned"):
        check_signatures(Note(TEXT, ()), [LOG_KEY])


def test_n02_only_unknown_keys_and_a_right_name_with_another_id(refused_as):
    with refused_as("keys.unknown"):
        check_signatures(signed(TEXT, "suivi/kor/demo", LOG), [LOG_KEY])
    with refused_as("keys.unknown"):
        check_signatures(signed(TEXT, ORIGIN, STRANGER), [LOG_KEY])


def test_unknown_keys_beside_a_known_one_are_ignored():
    note = Note(TEXT, (signature_of(TEXT, "suivi/kor/demo", STRANGER), *NOTE.signatures))

    assert check_signatures(note, [LOG_KEY, WITNESS_KEY]) == (LOG_KEY,)


def test_n03_one_known_key_good_another_known_key_bad(refused_as):
    bad = Signature(WITNESS_KEY.name, WITNESS_KEY.id, bytes(72))

    with refused_as("note.bad-signature"):
        check_signatures(Note(TEXT, (*NOTE.signatures, bad)), [LOG_KEY, WITNESS_KEY])


@pytest.mark.parametrize("octets", [b"\0", bytes(63), bytes(64), bytes(65)])
def test_n12_a_signature_of_a_known_key_that_does_not_verify_refuses_the_note(octets, refused_as):
    with refused_as("note.bad-signature"):
        check_signatures(Note(TEXT, (Signature(ORIGIN, LOG_KEY.id, octets),)), [LOG_KEY])


def test_a_key_for_signatures_makes_no_cosignatures_and_the_other_way_round(refused_as):
    as_witness = cosigned(Note(TEXT, ()), ORIGIN, LOG, at_seconds=1).signatures[0]
    under_the_id_of_the_log = Signature(ORIGIN, LOG_KEY.id, as_witness.octets)

    with refused_as("note.bad-signature"):
        check_signatures(Note(TEXT, (under_the_id_of_the_log,)), [LOG_KEY])
    with refused_as("keys.unknown"):
        check_signatures(Note(TEXT, (as_witness,)), [LOG_KEY])


def test_two_keys_under_one_name_and_id_are_told_apart_by_verifying():
    # A collision of 4-byte ids: seeds 818 and 89415, found by trying.
    one, other = (Ed25519Signer.from_seed(seed.to_bytes(32, "big")) for seed in (818, 89415))
    keys = [KnownKey("suivi/aa/root", SIGNATURE, signer.public) for signer in (one, other)]

    assert keys[0].id == keys[1].id
    assert check_signatures(signed(TEXT, "suivi/aa/root", other), keys) == (keys[1],)


def test_n04_sixteen_signature_lines_are_read_seventeen_refused(refused_as):
    many = Note(TEXT, NOTE.signatures * 16)

    assert check_signatures(read_note(many.octets()), [LOG_KEY]) == (LOG_KEY,)
    with refused_as("note.too-many"):
        read_note(Note(TEXT, NOTE.signatures * 17).octets())


def test_n04_a_note_of_16385_bytes_is_refused(refused_as):
    with refused_as("size.note"):
        read_note(b"x" * (CAP_NOTE + 1))


FORMS = {
    "CRLF": NOTE.octets().replace(b"\n", b"\r\n"),
    "a control character": b"\x07" + NOTE.octets(),
    "NUL": NOTE.octets() + b"\0",
    "a tab": NOTE.octets().replace(b" ", b"\t", 1),
    "no last LF": NOTE.octets()[:-1],
    "no blank line": NOTE.octets().replace(b"\n\n", b"\n"),
    "nothing": b"",
    "not UTF-8": b"\xff" + NOTE.octets(),
    "a hyphen instead of the dash": NOTE.octets().replace("—".encode(), b"-"),
    "two spaces": NOTE.octets().replace("— ".encode(), "—  ".encode()),
    "words after the signature": NOTE.octets()[:-1] + b" good\n",
    "a plus in the name": NOTE.octets().replace("— suivi".encode(), "— sui+vi".encode()),
    "no room for a key id": f"{TEXT}\n— {ORIGIN} AAAAAA==\n".encode(),
    "a blank line after the signatures": NOTE.octets() + "\n— \n".encode(),
}


@pytest.mark.parametrize("octets", FORMS.values(), ids=FORMS.keys())
def test_n05_a_note_of_another_form_is_refused(octets, refused_as):
    with refused_as("note.form"):
        read_note(octets)


@pytest.mark.parametrize("characters", ["AAAAAAA", "AAAAAAB=", "AAAA-_AA", "====", "AAAAAAA=\u00e9"])
def test_n06_base64_has_one_spelling(characters, refused_as):
    with refused_as("note.base64"):
        read_note(f"{TEXT}\n— {ORIGIN} {characters}\n".encode())
    with refused_as("note.base64"):
        read_checkpoint(f"{ORIGIN}\n5\n{characters}\n", origin=ORIGIN)


@pytest.mark.parametrize("other", ["suivi/kor/demo", "suivi/can/demo.2", "example.com"])
def test_n07_the_origin_of_another_party_or_channel_is_refused(other, refused_as):
    with refused_as("checkpoint.origin"):
        read_checkpoint(TEXT, origin=other)


def test_any_origin_will_do_where_none_was_asked_for():
    assert read_checkpoint(TEXT, origin=None) == Checkpoint(ORIGIN, 5, ROOT)


@pytest.mark.parametrize("size", ["007", "+7", "-1", "9007199254740992", "", "7 ", "7.0", "٧", "1" * 400])
def test_n08_a_size_is_a_plain_decimal(size, refused_as):
    with refused_as("checkpoint.size"):
        read_checkpoint(TEXT.replace("\n5\n", f"\n{size}\n"), origin=ORIGIN)


def test_the_largest_size_is_read():
    text = Checkpoint(ORIGIN, 2**53 - 1, ROOT).text()

    assert read_checkpoint(text, origin=ORIGIN).size == 2**53 - 1


def test_n08_an_extension_line_is_refused(refused_as):
    with refused_as("checkpoint.extension"):
        read_checkpoint(TEXT + "more\n", origin=ORIGIN)


@pytest.mark.parametrize("text", [f"{ORIGIN}\n5\n", f"{ORIGIN}\n", ORIGIN, TEXT[:-1], TEXT + "more"])
def test_a_checkpoint_has_three_lines(text, refused_as):
    with refused_as("note.form"):
        read_checkpoint(text, origin=ORIGIN)


def test_n09_a_root_of_31_bytes_is_refused(refused_as):
    with refused_as("checkpoint.root-length"):
        read_checkpoint(Checkpoint(ORIGIN, 5, bytes(31)).text(), origin=ORIGIN)


def test_n09_the_empty_root_belongs_to_size_zero_and_to_no_other(refused_as):
    assert read_checkpoint(Checkpoint(ORIGIN, 0, EMPTY_ROOT).text(), origin=ORIGIN).size == 0
    with refused_as("checkpoint.empty-root"):
        read_checkpoint(Checkpoint(ORIGIN, 0, ROOT).text(), origin=ORIGIN)
    with refused_as("checkpoint.empty-root"):
        read_checkpoint(Checkpoint(ORIGIN, 5, EMPTY_ROOT).text(), origin=ORIGIN)


@pytest.mark.parametrize("purpose", ["suivi-manifest/v1", "suivi-bundle/v1", "cosignature/v1"])
def test_n11_a_note_for_another_purpose_is_no_checkpoint(purpose, refused_as):
    with refused_as("note.purpose"):
        read_checkpoint(f"{purpose}\n5\n", origin=ORIGIN)


def test_a_later_cosignature_takes_the_place_of_the_earlier_one_of_the_same_key():
    note = cosigned(NOTE, WITNESS_KEY.name, WITNESS, at_seconds=100)

    again = cosigned(note, WITNESS_KEY.name, WITNESS, at_seconds=200)

    assert [signature.name for signature in again.signatures] == [ORIGIN, WITNESS_KEY.name]
    assert cosignature_time(again.signatures[1]) == 200
    assert check_signatures(again, [WITNESS_KEY, LOG_KEY]) == (WITNESS_KEY, LOG_KEY)


def test_a_cosignature_whose_time_was_changed_is_bad(refused_as):
    good = cosigned(NOTE, WITNESS_KEY.name, WITNESS, at_seconds=100).signatures[1]
    later = Signature(good.name, good.key_id, (101).to_bytes(8, "big") + good.octets[8:])

    with refused_as("note.bad-signature"):
        check_signatures(Note(TEXT, (later,)), [WITNESS_KEY])


def test_a_signature_without_time_states_none(refused_as):
    with refused_as("note.form"):
        cosignature_time(NOTE.signatures[0])


def test_nobody_among_the_known_keys_may_have_signed():
    assert signers_among(NOTE, [WITNESS_KEY]) == ()
