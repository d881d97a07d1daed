"""Signatures that only a lenient verifier accepts, made with a known seed (RFC 8032, section 5.1; fault N12)."""

import hashlib

ORDER = 2**252 + 27742317777372353535851937790883648493
PRIME = 2**255 - 19


def _secret(seed: bytes) -> int:
    octets = bytearray(hashlib.sha512(seed).digest()[:32])
    octets[0] &= 248
    octets[31] = octets[31] & 127 | 64
    return int.from_bytes(octets, "little")


def _with(nonce: bytes, seed: bytes, public: bytes, message: bytes) -> bytes:
    """A signature whose first half is `nonce`, made as if the nonce were 0: good but for the nonce's own value."""
    challenge = int.from_bytes(hashlib.sha512(nonce + public + message).digest(), "little")
    return nonce + (challenge * _secret(seed) % ORDER).to_bytes(32, "little")


def with_other_spelling(seed: bytes, public: bytes, message: bytes) -> bytes:
    """R is the neutral point, written as y = p + 1 instead of y = 1."""
    return _with((PRIME + 1).to_bytes(32, "little"), seed, public, message)


def with_cofactor(seed: bytes, public: bytes, message: bytes) -> bytes:
    """R is the point of order two: the equation holds only once both sides are multiplied by eight."""
    return _with((PRIME - 1).to_bytes(32, "little"), seed, public, message)


def with_neutral_point(seed: bytes, public: bytes, message: bytes) -> bytes:
    """R is the neutral point in its one spelling: odd, and good to every verifier of this format."""
    return _with((1).to_bytes(32, "little"), seed, public, message)


def with_large_scalar(signature: bytes) -> bytes:
    """The same signature with the group's order added to S."""
    scalar = int.from_bytes(signature[32:], "little") + ORDER
    return signature[:32] + scalar.to_bytes(32, "little")
