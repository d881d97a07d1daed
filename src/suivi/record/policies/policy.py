"""Policy: a national table of markings: its chains from low to high, and its restrictive categories."""

import hashlib
from dataclasses import dataclass

from suivi.log.canonical import Json, canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One table; `chains` by name, each from the lowest value to the highest; `categories` only restrict.

    A chain nobody states counts as its lowest value. Tables of different policies are never compared: an
    equivalence exists only if a charter states it.
    """

    code: str
    chains: dict[str, tuple[str, ...]]
    categories: frozenset[str] = frozenset()

    def rank(self, chain: str, value: str) -> int:
        """How high `value` stands in `chain`, from 0; `KeyError` or `ValueError` for what the table lacks."""
        return self.chains[chain].index(value)

    def value(self) -> dict[str, Json]:
        """The table as plain JSON, categories in order of code points."""
        chains = {name: list(values) for name, values in self.chains.items()}
        return {"policy": self.code, "chains": chains, "categories": sorted(self.categories)}

    def sha256(self) -> str:
        """The digest a charter names: SHA-256 of the canonical JSON of the table, in hex."""
        return hashlib.sha256(canonical(self.value())).hexdigest()
