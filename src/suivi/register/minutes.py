"""Minutes in effect, and what each party says has become of every decision they took.

- A decision is open until each party that owes it has said that it is done or dropped; the last word of a party counts.
- Anybody of the channel may report on a decision; only the word of who owes it settles it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from suivi.log.canonical import Json
from suivi.record.marking import Marking
from suivi.record.minutes import Decision, DecisionReported, MinutesAgreed, Outcome


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """A party's word on a decision, as one entry states it; `at` is the instant it counts from."""

    party: str
    said: DecisionReported
    at: str
    log: str
    seq: int
    id: str
    marking: Marking

    def value(self) -> dict[str, Json]:
        """The word as plain JSON, with where it is on record."""
        said = {name: part for name, part in self.said.value().items() if name not in ("minutes", "decision")}
        place: dict[str, Json] = {"log": self.log, "seq": self.seq, "id": self.id, "at": self.at}
        return {"party": self.party, **said, **place, "marking": self.marking.value()}


@dataclass(frozen=True, kw_only=True)
class DecisionStanding:
    """A decision with everything said about it, in canonical order."""

    decision: Decision
    followed: tuple[FollowUp, ...] = ()

    def last_word_of(self, party: str) -> FollowUp | None:
        """The newest word of `party`, or None."""
        return next((one for one in reversed(self.followed) if one.party == party), None)

    @property
    def still_owed_by(self) -> tuple[str, ...]:
        """The parties that owe it and have not said that it is done or dropped."""
        return tuple(party for party in self.decision.parties if not self._is_settled_by(party))

    @property
    def is_open(self) -> bool:
        """Whether anybody still owes it."""
        return bool(self.still_owed_by)

    def is_overdue(self, day: str) -> bool:
        """Whether it is open on `day` (`YYYY-MM-DD`) and was due before."""
        return self.is_open and self.decision.due_on is not None and self.decision.due_on < day

    def up_to(self, day: str) -> Self:
        """The same decision with the words that state a fact up to `day`."""
        return replace(self, followed=tuple(one for one in self.followed if one.said.on <= day))

    def value(self) -> dict[str, Json]:
        """The decision as plain JSON."""
        return {
            **self.decision.value(),
            "open": self.is_open,
            "followed": [one.value() for one in self.followed],
        }

    def _is_settled_by(self, party: str) -> bool:
        word = self.last_word_of(party)
        return word is not None and word.said.outcome is not Outcome.OPEN


@dataclass(frozen=True, kw_only=True)
class MinutesStanding:
    """Minutes in effect since `in_effect_at`; `leaf` (32 bytes) is that of their proposal."""

    leaf: bytes
    agreed: MinutesAgreed
    in_effect_at: str
    marking: Marking
    decisions: tuple[DecisionStanding, ...] = ()

    @property
    def key(self) -> str:
        """The leaf in hex: how follow-ups and pages name the minutes."""
        return self.leaf.hex()

    def decision(self, id: str) -> DecisionStanding | None:
        """The decision of that number, or None."""
        return next((one for one in self.decisions if one.decision.id == id), None)

    def after(self, follow_up: FollowUp) -> Self:
        """These minutes once `follow_up` is said; it must be about one of their decisions."""
        decisions = tuple(
            replace(one, followed=(*one.followed, follow_up)) if one.decision.id == follow_up.said.decision else one
            for one in self.decisions
        )
        return replace(self, decisions=decisions)

    def value(self) -> dict[str, Json]:
        """The minutes as plain JSON."""
        value = dict(self.agreed.value())
        value["decisions"] = [one.value() for one in self.decisions]
        return {**value, "leaf": self.key, "in_effect_at": self.in_effect_at, "marking": self.marking.value()}


def open_decisions(minutes: tuple[MinutesStanding, ...]) -> Iterator[tuple[MinutesStanding, DecisionStanding]]:
    """Every decision somebody still owes, with its minutes; in the order in which the minutes came into effect."""
    for one in minutes:
        for decision in one.decisions:
            if decision.is_open:
                yield one, decision
