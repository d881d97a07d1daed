"""Keys: which public keys may be trusted at all, and that signatures are good or bad as published."""

import base64
import json
from pathlib import Path

import pytest

from suivi.log.keys import enrol
from suivi.log.note import verify_signature

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
REFUSED = json.loads((VECTORS / "own/ed25519_refused_keys.json").read_bytes())
WYCHEPROOF = json.loads((VECTORS / "wycheproof/ed25519_test.json").read_bytes())
SMALL = [(key, "keys.small-order") for key in REFUSED["canonical_small_order_keys_hex"]]
OTHER = [(case["key"], case["error"]) for case in REFUSED["other_encodings_hex"]]


def base64_of(key):
    return base64.b64encode(bytes.fromhex(key)).decode()


@pytest.mark.parametrize(("key", "code"), SMALL + OTHER)
def test_each_of_the_fourteen_encodings_under_which_made_up_signatures_verify_is_refused(key, code, refused_as):
    with refused_as(code):
        enrol(base64_of(key))


@pytest.mark.parametrize("y", [int(y, 16) for y in REFUSED["small_order_y_hex"]])
@pytest.mark.parametrize("top_bit", [0, 1 << 255])
def test_the_five_values_are_refused_whatever_the_top_bit(y, top_bit, refused_as):
    with refused_as("keys.small-order"):
        enrol(base64.b64encode((y | top_bit).to_bytes(32, "little")).decode())


def test_an_honest_key_is_enrolled_as_its_bytes(signer):
    public = signer(1).public

    assert enrol(base64.b64encode(public).decode()) == public


def spellings_of(public):
    good = base64.b64encode(public).decode()
    return {
        "no padding": good.rstrip("="),
        "trailing bits": f"{good[:-2]}{chr(ord(good[-2]) + 1)}=",
        "a line break": good[:20] + "\n" + good[20:],
        "the alphabet for addresses": good.replace("+", "-").replace("/", "_") + "-",
        "letters of no alphabet": "é" + good[1:],
        "nothing": "",
        "31 bytes": base64.b64encode(public[:31]).decode(),
        "33 bytes": base64.b64encode(public + b"\0").decode(),
    }


@pytest.mark.parametrize("spelling", spellings_of(bytes(32)))
def test_a_key_has_one_spelling(spelling, signer, refused_as):
    with refused_as("keys.encoding"):
        enrol(spellings_of(signer(1).public)[spelling])


def test_signatures_are_good_or_bad_as_published():
    cases = [(group["publicKey"]["pk"], case) for group in WYCHEPROOF["testGroups"] for case in group["tests"]]

    differing = [
        case["tcId"]
        for public, case in cases
        if verify_signature(bytes.fromhex(public), bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
        != (case["result"] == "valid")
    ]

    assert len(cases) == 151
    assert differing == []


def test_a_key_of_another_length_signs_nothing(signer):
    assert not verify_signature(bytes(31), b"text", signer(1).sign(b"text"))


def test_a_signature_is_the_same_each_time_and_verifies(signer):
    one = signer(1)

    assert one.sign(b"text") == one.sign(b"text")
    assert verify_signature(one.public, b"text", one.sign(b"text"))
    assert not verify_signature(one.public, b"text.", one.sign(b"text"))


ORDER = 2**252 + 27742317777372353535851937790883648493  # of the group (RFC 8032, section 5.1)


def test_a_second_signature_made_by_adding_the_order_of_the_group_is_bad(signer):
    signature = signer(1).sign(b"text")
    larger = (int.from_bytes(signature[32:], "little") + ORDER).to_bytes(32, "little")

    assert not verify_signature(signer(1).public, b"text", signature[:32] + larger)
