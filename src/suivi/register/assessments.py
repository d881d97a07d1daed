"""Assessments: the assessments each party has given of a commitment, as they stand on record.

- None is computed, weighed or added up: a figure counts how often a party gave each score, nothing more.
- One taken back stays, marked; a later one of the same party for the same period takes its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from suivi.log.canonical import Json
from suivi.plan.when import Period
from suivi.record.assessments import Assessment
from suivi.register.on_record import OnRecord


@dataclass(frozen=True, kw_only=True)
class Assessed(OnRecord[Assessment]):
    """One assessment of a party; `withdrawn_for` is the reason code of a withdrawal."""

    withdrawn_for: str | None = None

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
            "score": self.said.score,
            "account": dict(self.said.account),
            "from_on": self.said.from_on,
            "to_on": self.said.to_on,
            **self.where(),
        }
        return value | ({"withdrawn_for": self.withdrawn_for} if self.withdrawn_for is not None else {})


def assessment_of(assessments: Sequence[Assessed], party: str, period: Period) -> Assessed | None:
    """The last assessment `party` gave of a period that ends within `period` and stands; None where it gave none."""
    first, last = period.from_on.isoformat(), period.to_on.isoformat()
    given = (one for one in reversed(assessments) if one.party == party and not one.withdrawn)
    return next((one for one in given if first <= one.said.to_on <= last), None)
