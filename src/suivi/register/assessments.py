"""Assessments: the assessments each party has given of a commitment, as they stand on record.

- None is computed, weighed or added up: a figure counts how often a party gave each score, nothing more.
- One taken back stays, marked; a later one of the same party for the same period takes its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from suivi.log.canonical import Json
from suivi.plan.when import Period
from suivi.record.assessments import Assessment
from suivi.record.entry import Entry
from suivi.record.marking import Marking, read_marking


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """One assessment of `party`: `said` in its words, where it is on record (`log`, `seq`, `id`, `leaf` of 32 bytes).

    `at` is the instant it counts from, `withdrawn_for` the reason code of a withdrawal.
    """

    log: str
    seq: int
    id: str
    leaf: bytes
    party: str
    said: Assessment
    at: str
    marking: Marking
    withdrawn_for: str | None = None

    @classmethod
    def of(cls, entry: Entry, said: Assessment, *, at: str) -> Self:
        """The assessment that `said`, which stands in `entry` and counts from `at`, gives."""
        if entry.header is None:
            raise ValueError("an assessment stands in an entry that has a header")
        return cls(
            log=entry.log,
            seq=entry.seq,
            id=entry.header.id,
            leaf=entry.leaf,
            party=entry.party,
            said=said,
            at=at,
            marking=read_marking(entry.header.marking),
        )

    @property
    def withdrawn(self) -> bool:
        """Whether its party has taken it back."""
        return self.withdrawn_for is not None

    @property
    def order(self) -> tuple[str, str, str, int]:
        """What assessments are sorted by: the last day read, then when it was put on record, then its place."""
        return self.said.to_on, self.at, self.log, self.seq

    def value(self) -> dict[str, Json]:
        """The assessment as plain JSON, with where it is on record."""
        value: dict[str, Json] = {
            "party": self.party,
            "score": self.said.score,
            "account": dict(self.said.account),
            "from_on": self.said.from_on,
            "to_on": self.said.to_on,
            "at": self.at,
            "marking": self.marking.value(),
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "leaf": self.leaf.hex(),
        }
        return value | ({"withdrawn_for": self.withdrawn_for} if self.withdrawn_for is not None else {})


def assessment_of(assessments: Sequence[Assessed], party: str, period: Period) -> Assessed | None:
    """The last assessment `party` gave of a period that ends within `period` and stands; None where it gave none."""
    first, last = period.from_on.isoformat(), period.to_on.isoformat()
    given = (one for one in reversed(assessments) if one.party == party and not one.withdrawn)
    return next((one for one in given if first <= one.said.to_on <= last), None)
