"""What the tests of the log share: the vectors, keys made from seeds, and one way to say “refused as”."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer

VECTORS = Path(__file__).resolve().parents[1] / "vectors"


@pytest.fixture(scope="session")
def example() -> dict[str, Any]:
    """The small channel of two parties that fixes every byte of the format."""
    return json.loads((VECTORS / "own/example_log.json").read_bytes())


@pytest.fixture(scope="session")
def signer() -> Callable[[int], Ed25519Signer]:
    """The key of a seed: one byte, repeated 32 times."""
    return lambda seed: Ed25519Signer.from_seed(bytes([seed]) * 32)


@contextmanager
def _refused_as(*codes: str) -> Iterator[None]:
    with pytest.raises(Fault) as refused:
        yield
    assert refused.value.code in codes


@pytest.fixture(scope="session")
def refused_as() -> Callable[..., AbstractContextManager[None]]:
    """Asserts that what stands under `with` is refused by a fault of that code (or one of those)."""
    return _refused_as
