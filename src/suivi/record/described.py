"""PlanDescribed: what an officer supplies about a plan that its text does not say, for the preamble of a review.

- Who agreed it, when, on whose instructions, what it builds on: each may be left out, and one at least is given.
- It is one party's word and is printed as supplied by that party, never as part of the agreed text. The last one a
  party gave counts as a whole.
"""

from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import day, outside
from suivi.plan.words import Words
from suivi.record import schema

FACTS: Final[dict[str, Words]] = {
    "agreed_by": Words(en="Agreed by", fr="Convenu par", ko="합의 주체"),
    "instructed_by": Words(en="On whose instructions", fr="Sur instruction de", ko="지시 주체"),
    "builds_on": Words(en="What it builds on", fr="Fondement", ko="합의의 배경"),
}
"""The facts told in words, in the order they are printed; the day is told as a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDescribed:
    """The facts, texts by language by the names of `FACTS`, and the day of agreement."""

    facts: dict[str, dict[str, str]]
    agreed_on: str | None = None

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {name: dict(words) for name, words in self.facts.items()}
        return value | ({"agreed_on": self.agreed_on} if self.agreed_on is not None else {})


def read_plan_described(value: Json, at: str = "") -> PlanDescribed:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=schema.NOTHING, optional=_FIELDS, at=at)
    if not fields:
        raise outside("", "one fact at least", at)
    return PlanDescribed(
        facts={name: schema.by_language(fields[name], at=schema.path(at, name)) for name in FACTS if name in fields},
        agreed_on=day(fields["agreed_on"], at=schema.path(at, "agreed_on")) if "agreed_on" in fields else None,
    )


_FIELDS: Final = frozenset({*FACTS, "agreed_on"})
