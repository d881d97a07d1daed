"""libsodium as a second opinion: on which keys to trust, and on which signatures are good (exchange format, 17).

Nothing of ours is asked of it in the product: two libraries that agree are better than one that is believed.
"""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_core_ed25519_is_valid_point, crypto_sign_SEEDBYTES
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer, enrol
from suivi.log.note import verify_signature
from tests.log.test_keys import OTHER, SMALL, WYCHEPROOF, base64_of

ORDER = 2**252 + 27742317777372353535851937790883648493


def good_there(public: bytes, octets: bytes, signature: bytes) -> bool:
    """Whether libsodium takes the signature for good; it refuses keys of small order by itself."""
    try:
        VerifyKey(public).verify(octets, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


@given(st.binary(min_size=crypto_sign_SEEDBYTES, max_size=crypto_sign_SEEDBYTES), st.binary(max_size=300))
def test_one_seed_gives_one_key_and_one_signature_in_both(seed, octets):
    ours, theirs = Ed25519Signer.from_seed(seed), SigningKey(seed)

    assert ours.public == bytes(theirs.verify_key)
    assert ours.sign(octets) == theirs.sign(octets).signature
    assert verify_signature(ours.public, octets, theirs.sign(octets).signature)
    assert good_there(ours.public, octets, ours.sign(octets))
    assert enrol(base64_of(ours.public.hex())) == ours.public
    assert crypto_core_ed25519_is_valid_point(ours.public)


@given(st.integers(0, 255), st.integers(0, 63), st.integers(1, 255))
def test_a_signature_with_any_byte_changed_is_bad_in_both(number, place, difference):
    signer = Ed25519Signer.from_seed(bytes([number]) * 32)
    octets = bytes([number, place])
    good = bytearray(signer.sign(octets))
    good[place] ^= difference

    assert not verify_signature(signer.public, octets, bytes(good))
    assert not good_there(signer.public, octets, bytes(good))


@pytest.mark.parametrize("number", range(40))
def test_a_signature_whose_second_half_is_beyond_the_order_is_bad_in_both(number):
    signer = Ed25519Signer.from_seed(hashlib.sha256(bytes([number])).digest())
    good = signer.sign(b"n12")
    beyond = good[:32] + (int.from_bytes(good[32:], "little") + ORDER).to_bytes(32, "little")

    assert good_there(signer.public, b"n12", good)
    assert not verify_signature(signer.public, b"n12", beyond)
    assert not good_there(signer.public, b"n12", beyond)


@pytest.mark.parametrize(("key", "_"), SMALL + OTHER)
def test_no_key_that_is_refused_here_is_a_key_there(key, _):
    with pytest.raises(Fault):
        enrol(base64_of(key))

    assert not crypto_core_ed25519_is_valid_point(bytes.fromhex(key))
    made_up = bytes.fromhex(key) + bytes(32)
    assert not good_there(bytes.fromhex(key), b"anything", made_up)


def test_both_give_the_published_verdicts_on_every_vector_of_wycheproof():
    compared = 0
    for group in WYCHEPROOF["testGroups"]:
        public = bytes.fromhex(group["publicKey"]["pk"])
        for case in group["tests"]:
            octets, signature = bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"])
            verdicts = (verify_signature(public, octets, signature), good_there(public, octets, signature))
            assert verdicts == (case["result"] == "valid",) * 2, case["tcId"]
            compared += 1
    assert compared > 100
