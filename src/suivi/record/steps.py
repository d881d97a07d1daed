"""ActivityOpened and StepTaken: a running piece of cooperation, and each step of its mode.

- An activity's id is the id of the header that opened it; opening is one party's word.
- Details are what the step asks for (`suivi.modes`): one line, or texts by language. Whether a step is open,
  and what it asks, is for the register to say: here only the shape is checked.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import count, day, outside, word
from suivi.record import schema

STEP: Final = re.compile(r"[a-z][a-z-]{0,31}")
DETAILS: Final = 32


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

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        details: dict[str, Json] = {name: _detail_value(detail) for name, detail in self.details.items()}
        return {"activity": self.activity, "step": self.step, "details": details, "on": self.on}


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
    fields = schema.closed(value, required=_TAKEN, at=at)
    return StepTaken(
        activity=schema.token(fields["activity"], at=schema.path(at, "activity")),
        step=word(fields["step"], STEP, at=schema.path(at, "step")),
        details=_read_details(fields["details"], schema.path(at, "details")),
        on=day(fields["on"], at=schema.path(at, "on")),
    )


_OPENED: Final = frozenset({"provision", "mode", "edition"})
_TITLES: Final = frozenset({"titles"})
_TAKEN: Final = frozenset({"activity", "step", "details", "on"})


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
