"""Described: what each party has supplied about a plan beyond its text; the last word of a party counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from suivi.log.canonical import Json
from suivi.record.described import PlanDescribed
from suivi.register.on_record import OnRecord


@dataclass(frozen=True, kw_only=True)
class Described(OnRecord[PlanDescribed]):
    """The facts a party supplies."""

    def value(self) -> dict[str, Json]:
        """The facts as plain JSON, with whose word they are and where it is on record."""
        return {**self.said.value(), **self.where()}


def supplied(described: Sequence[Described], parties: Sequence[str]) -> tuple[Described, ...]:
    """The word that counts of each party that has supplied any, in the order of `parties`; `described` oldest first."""
    last = {one.party: one for one in described}
    return tuple(last[party] for party in parties if party in last)
