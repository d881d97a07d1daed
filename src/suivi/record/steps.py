"""ActivityOpened and StepTaken: a running piece of cooperation, and each step of its mode.

- An activity's id is the id of the header that opened it; opening is one party's word.
- Details are what the step asks for (`suivi.modes`): one line, or texts by language. Whether a step is open,
  and what it asks, is for the register to say: here only the shape is checked.
- What a party has not said itself is marked: `basis` where the step is presumed or known from the press, `lent` the
  details nobody has published. Absent, the step is the party's own word, every detail included.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import count, day, outside, word
from suivi.plan.words import Words
from suivi.record import schema

STEP: Final = re.compile(r"[a-z][a-z-]{0,31}")
DETAILS: Final = 32


class Basis(StrEnum):
    """What a step rests on where it is not the word of the party that records it."""

    PRESUMED = "presumed"
    PRESS = "press"

    @property
    def words(self) -> Words:
        """The basis as people are told it."""
        return _BASES[self]


LENT: Final = Words("detail not published, lent", "précision non publiée, prêtée", "공개되지 않아 임의로 적은 내용")
"""How a detail is marked that no source gives."""

_BASES: Final = {
    Basis.PRESUMED: Words(
        "presumed: not all parties have told of it, yet what they tell of could not have come about without it",
        "présumée\u00a0: les parties n’en ont pas toutes parlé, mais ce qu’elles rapportent n’aurait pu avoir lieu sans elle",
        "추정: 당사국 모두가 밝힌 것은 아니나, 밝힌 내용에 비추어 있었던 것으로 봄",
    ),
    Basis.PRESS: Words(
        "known from the press only; the parties have not said so",
        "connue par la presse seulement; les parties ne l’ont pas annoncée",
        "언론 보도로만 확인됨(당사국 발표 없음)",
    ),
}


class By(StrEnum):
    """Whose word moves an activity (house.md, section 7)."""

    EITHER = "either"
    ALL = "all"
    EACH = "each"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityOpened:
    """A party begins an activity under `provision`, by the rules of `mode` in that `edition`."""

    provision: str
    mode: str
    edition: int
    titles: dict[str, str] = field(default_factory=dict)

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {"provision": self.provision, "mode": self.mode, "edition": self.edition}
        return value | ({"titles": dict(self.titles)} if self.titles else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step of the activity's mode, said to have happened `on` a day (`YYYY-MM-DD`)."""

    activity: str
    step: str
    details: dict[str, str | dict[str, str]] = field(default_factory=dict)
    on: str
    basis: Basis | None = None
    lent: tuple[str, ...] = ()

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        details: dict[str, Json] = {name: _detail_value(detail) for name, detail in self.details.items()}
        value: dict[str, Json] = {"activity": self.activity, "step": self.step, "details": details, "on": self.on}
        value |= {"basis": self.basis.value} if self.basis else {}
        return value | ({"lent": list(self.lent)} if self.lent else {})


def read_activity_opened(value: Json, at: str = "") -> ActivityOpened:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_OPENED, optional=_TITLES, at=at)
    return ActivityOpened(
        provision=word(fields["provision"], schema.ID, at=schema.path(at, "provision")),
        mode=word(fields["mode"], schema.MODE, at=schema.path(at, "mode")),
        edition=count(fields["edition"], least=1, at=schema.path(at, "edition")),
        titles=schema.by_language(fields["titles"], at=schema.path(at, "titles")) if "titles" in fields else {},
    )


def read_step_taken(value: Json, at: str = "") -> StepTaken:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_TAKEN, optional=_TAKEN_OPTIONAL, at=at)
    details = _read_details(fields["details"], schema.path(at, "details"))
    return StepTaken(
        activity=schema.token(fields["activity"], at=schema.path(at, "activity")),
        step=word(fields["step"], STEP, at=schema.path(at, "step")),
        details=details,
        on=day(fields["on"], at=schema.path(at, "on")),
        basis=Basis(schema.one_of(fields["basis"], tuple(Basis), at=schema.path(at, "basis")))
        if "basis" in fields
        else None,
        lent=_read_lent(fields["lent"], details, schema.path(at, "lent")) if "lent" in fields else (),
    )


_OPENED: Final = frozenset({"provision", "mode", "edition"})
_TITLES: Final = frozenset({"titles"})
_TAKEN: Final = frozenset({"activity", "step", "details", "on"})
_TAKEN_OPTIONAL: Final = frozenset({"basis", "lent"})


def _read_lent(value: Json, details: dict[str, str | dict[str, str]], at: str) -> tuple[str, ...]:
    lent = schema.each(value, lambda one, here: schema.one_of(one, details, at=here), at=at, lowest=1)
    return schema.distinct(lent, at=at)


def _read_details(value: Json, at: str) -> dict[str, str | dict[str, str]]:
    if not isinstance(value, dict) or len(value) > DETAILS:
        raise outside(value, f"an object of at most {DETAILS} details", at)
    for name in value:
        if not STEP.fullmatch(name):
            raise schema.unknown_field(name, "the code of a detail", at)
    return {name: _read_detail(detail, f"{at}.{name}") for name, detail in value.items()}


def _read_detail(value: Json, at: str) -> str | dict[str, str]:
    return schema.by_language(value, at=at) if isinstance(value, dict) else schema.wording(value, at=at)


def _detail_value(detail: str | dict[str, str]) -> Json:
    return detail if isinstance(detail, str) else dict(detail)
