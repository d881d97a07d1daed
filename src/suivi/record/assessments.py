"""Assessment: one party's word on how far a commitment was kept in a period: −1, 0 or +1, and why.

- The scale is that of the G7 Research Group's compliance reports: −1 not kept, 0 kept in part or under way, +1 kept.
- An officer gives it. The software computes none, adds none up to a mark, and derives none from a stage.
- It is one party's word and stands beside the other's; the last one a party gave for a period is the one that counts.
"""

from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import day, outside, word
from suivi.plan.words import Words
from suivi.record import schema

SCORES: Final[dict[int, Words]] = {
    -1: Words(en="−1 not kept", fr="−1 non respecté", ko="−1 미이행"),
    0: Words(en="0 kept in part or under way", fr="0 respecté en partie ou en cours", ko="0 일부 이행 또는 진행 중"),
    1: Words(en="+1 kept", fr="+1 respecté", ko="+1 이행"),
}
"""What each score says, from lowest to highest; the sign is part of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One party's assessment of `provision` over the period `from_on` to `to_on`; `account` says why, by language."""

    provision: str
    score: int
    account: dict[str, str]
    from_on: str
    to_on: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {
            "provision": self.provision,
            "score": self.score,
            "account": dict(self.account),
            "from_on": self.from_on,
            "to_on": self.to_on,
        }


def read_assessment(value: Json, at: str = "") -> Assessment:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_ASSESSMENT, at=at)
    from_on, to_on = day(fields["from_on"], at=schema.path(at, "from_on")), schema.path(at, "to_on")
    last = day(fields["to_on"], at=to_on)
    if last < from_on:
        raise outside(last, f"{from_on} or later", to_on)
    return Assessment(
        provision=word(fields["provision"], schema.ID, at=schema.path(at, "provision")),
        score=_read_score(fields["score"], schema.path(at, "score")),
        account=schema.by_language(fields["account"], at=schema.path(at, "account")),
        from_on=from_on,
        to_on=last,
    )


_ASSESSMENT: Final = frozenset({"provision", "score", "account", "from_on", "to_on"})


def _read_score(value: Json, at: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in SCORES:
        return value
    raise outside(value, "-1, 0 or 1", at)
