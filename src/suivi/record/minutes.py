"""MinutesAgreed and DecisionReported: what a meeting agreed, and what has become of each decision.

- Minutes are a joint text: in effect once every party has sealed them. Decisions are numbered within them.
- `activity` names the dialogue whose meeting it was; absent for a meeting that no activity tells of.
- `closing` makes them the minutes of an annual review: they name its period, how much of each log it rests on, and the
  digest of its data. A review is closed when such minutes are in effect.
- What has become of a decision is one party's word. It is settled once every party that owes it has said so.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import ORIGIN, count, day, outside, word
from suivi.plan.channel import PARTY_GRAMMAR
from suivi.plan.words import Words
from suivi.record import schema

DECISION: Final = re.compile(r"D[1-9][0-9]{0,2}")
DECISIONS: Final = 200


class Outcome(StrEnum):
    """What a party says has become of a decision it owes."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


OUTCOMES: Final[dict[Outcome, Words]] = {
    Outcome.OPEN: Words(en="open", fr="en suspens", ko="진행 중"),
    Outcome.DONE: Words(en="done", fr="réalisé", ko="완료"),
    Outcome.DROPPED: Words(en="dropped", fr="abandonné", ko="중단"),
}
"""What each outcome is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: `id` within the minutes (`D1`), its words by language, the parties that owe it, by when.

    `body` is the id of the body in charge, `provision` that of the commitment it follows up.
    """

    id: str
    words: dict[str, str]
    parties: tuple[str, ...]
    body: str | None = None
    due_on: str | None = None
    provision: str | None = None

    def value(self) -> dict[str, Json]:
        """The decision as it stands on the wire."""
        value: dict[str, Json] = {"id": self.id, "words": dict(self.words), "parties": list(self.parties)}
        optional = {"body": self.body, "due_on": self.due_on, "provision": self.provision}
        return value | {name: said for name, said in optional.items() if said is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The review the minutes close: its period, the size of each log it rests on, and the SHA-256 of its data."""

    from_on: str
    to_on: str
    cut: dict[str, int]
    digest: str

    def value(self) -> dict[str, Json]:
        """The closing as it stands on the wire."""
        return {"from_on": self.from_on, "to_on": self.to_on, "cut": dict(self.cut), "digest": self.digest}


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesAgreed:
    """The minutes of a meeting held `on` a day: a text by language, and the decisions it took, in order."""

    on: str
    minutes: dict[str, str]
    decisions: tuple[Decision, ...] = ()
    activity: str | None = None
    closing: Closing | None = None

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {
            "on": self.on,
            "minutes": dict(self.minutes),
            "decisions": [decision.value() for decision in self.decisions],
        }
        if self.activity is not None:
            value["activity"] = self.activity
        if self.closing is not None:
            value["closing"] = self.closing.value()
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReported:
    """One party's word on the decision `decision` of the minutes with that `leaf` (hex): its outcome, and an account."""

    minutes: str
    decision: str
    outcome: Outcome
    account: dict[str, str]
    on: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {
            "minutes": self.minutes,
            "decision": self.decision,
            "outcome": self.outcome.value,
            "account": dict(self.account),
            "on": self.on,
        }


def read_minutes_agreed(value: Json, at: str = "") -> MinutesAgreed:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_MINUTES, optional=_MINUTES_OPTIONAL, at=at)
    here = schema.path(at, "decisions")
    decisions = schema.each(fields["decisions"], _read_decision, at=here)
    if len(decisions) > DECISIONS:
        raise outside(len(decisions), f"at most {DECISIONS} decisions", here)
    schema.distinct(tuple(decision.id for decision in decisions), at=here)
    return MinutesAgreed(
        on=day(fields["on"], at=schema.path(at, "on")),
        minutes=schema.by_language(fields["minutes"], at=schema.path(at, "minutes")),
        decisions=decisions,
        activity=schema.token(fields["activity"], at=schema.path(at, "activity")) if "activity" in fields else None,
        closing=_read_closing(fields["closing"], schema.path(at, "closing")) if "closing" in fields else None,
    )


def read_decision_reported(value: Json, at: str = "") -> DecisionReported:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_REPORTED, at=at)
    return DecisionReported(
        minutes=schema.digest(fields["minutes"], at=schema.path(at, "minutes")),
        decision=word(fields["decision"], DECISION, at=schema.path(at, "decision")),
        outcome=Outcome(schema.one_of(fields["outcome"], _OUTCOMES, at=schema.path(at, "outcome"))),
        account=schema.by_language(fields["account"], at=schema.path(at, "account")),
        on=day(fields["on"], at=schema.path(at, "on")),
    )


_MINUTES: Final = frozenset({"on", "minutes", "decisions"})
_MINUTES_OPTIONAL: Final = frozenset({"activity", "closing"})
_DECISION: Final = frozenset({"id", "words", "parties"})
_DECISION_OPTIONAL: Final = frozenset({"body", "due_on", "provision"})
_CLOSING: Final = frozenset({"from_on", "to_on", "cut", "digest"})
_REPORTED: Final = frozenset({"minutes", "decision", "outcome", "account", "on"})
_OUTCOMES: Final = tuple(outcome.value for outcome in Outcome)


def _read_decision(value: Json, at: str) -> Decision:
    fields = schema.closed(value, required=_DECISION, optional=_DECISION_OPTIONAL, at=at)
    parties = schema.each(fields["parties"], _read_party, at=f"{at}.parties", lowest=1)
    return Decision(
        id=word(fields["id"], DECISION, at=f"{at}.id"),
        words=schema.by_language(fields["words"], at=f"{at}.words"),
        parties=schema.distinct(parties, at=f"{at}.parties"),
        body=word(fields["body"], schema.ID, at=f"{at}.body") if "body" in fields else None,
        due_on=day(fields["due_on"], at=f"{at}.due_on") if "due_on" in fields else None,
        provision=word(fields["provision"], schema.ID, at=f"{at}.provision") if "provision" in fields else None,
    )


def _read_party(value: Json, at: str) -> str:
    return word(value, PARTY_GRAMMAR, at=at)


def _read_closing(value: Json, at: str) -> Closing:
    fields = schema.closed(value, required=_CLOSING, at=at)
    from_on, to_on = day(fields["from_on"], at=f"{at}.from_on"), day(fields["to_on"], at=f"{at}.to_on")
    if to_on < from_on:
        raise outside(to_on, f"{from_on} or later", f"{at}.to_on")
    return Closing(
        from_on=from_on,
        to_on=to_on,
        cut=_read_cut(fields["cut"], f"{at}.cut"),
        digest=schema.digest(fields["digest"], at=f"{at}.digest"),
    )


def _read_cut(value: Json, at: str) -> dict[str, int]:
    if not isinstance(value, dict) or not value:
        raise outside(value, "an object by log, not empty", at)
    for log in value:
        if not ORIGIN.fullmatch(log):
            raise schema.unknown_field(log, "the name of a log", at)
    return {log: count(size, at=f"{at}.{log}") for log, size in value.items()}
