"""Ed25519 keys: enrolling a public one, and signing with a private one.

- A key is 32 bytes from canonical base64. Let y be its little-endian value without the top bit.
- Refused: y >= 2^255-19 (another spelling of a point), and the five values of y whose points have small order,
  whatever the top bit: under those, made-up signatures verify (exchange format, section 5.5).
"""

from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from suivi.log.fault import Fault
from suivi.log.note import decoded

KEY_SIZE: Final = 32
_PRIME: Final = 2**255 - 19
_WITHOUT_TOP_BIT: Final = 2**255 - 1
# The y of every point whose order divides 8; checked against `vectors/own/ed25519_refused_keys.json`.
_SMALL_ORDER: Final = frozenset(
    (
        0,
        1,
        _PRIME - 1,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    )
)


def enrol(public_base64: str) -> bytes:
    """The 32 bytes of a public key fit to be trusted; `Fault` keys.encoding or keys.small-order for any other."""
    public = decoded(public_base64, code="keys.encoding", at="key")
    if len(public) != KEY_SIZE:
        raise Fault("keys.encoding", got=f"{len(public)} bytes", expected=f"{KEY_SIZE} bytes")
    y = int.from_bytes(public, "little") & _WITHOUT_TOP_BIT
    if y >= _PRIME:
        raise Fault("keys.encoding", got=public.hex(), expected="y below 2^255-19")
    if y in _SMALL_ORDER:
        raise Fault("keys.small-order", got=public.hex(), expected="a point of large order")
    return public


class Ed25519Signer:
    """Signs with a private key held in memory: a `Signer` (`log/note.py`)."""

    __slots__ = ("_private", "public")

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw()

    @classmethod
    def from_seed(cls, seed: bytes) -> "Ed25519Signer":
        """The signer of a 32-byte seed (RFC 8032, section 5.1.5); `ValueError` for another length."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def sign(self, octets: bytes) -> bytes:
        """The signature over `octets`, 64 bytes, the same each time."""
        return self._private.sign(octets)
