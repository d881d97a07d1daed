"""ReportFiled: what one party says of one provision: the stage it has reached, and an account of it.

- A report is a statement of its writer; the other side's stands beside it and neither overwrites the other.
- `on` is the day the stated fact happened, `until` the last day if it lasted; never the day of writing.
- `bodies` are the ids of the bodies that acted (`record/bodies.py`); absent where the report names none.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import day, outside, word
from suivi.plan.words import Words
from suivi.record import schema


class Stage(StrEnum):
    """How far a provision has come, in the words of one report."""

    MENTIONED = "mentioned"
    PLANNED = "planned"
    UNDER_WAY = "under-way"
    DONE = "done"
    STOPPED = "stopped"


STAGES: Final[dict[Stage, Words]] = {
    Stage.MENTIONED: Words(en="mentioned", fr="mentionné", ko="언급"),
    Stage.PLANNED: Words(en="planned", fr="prévu", ko="계획"),
    Stage.UNDER_WAY: Words(en="under way", fr="en cours", ko="추진 중"),
    Stage.DONE: Words(en="done", fr="réalisé", ko="완료"),
    Stage.STOPPED: Words(en="stopped", fr="arrêté", ko="중단"),
}
"""What each stage is called, in the order a provision usually passes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiled:
    """One party's report; `account` and `next` (the next step it announces) are texts by language, `bodies` ids."""

    provision: str
    stage: Stage
    account: dict[str, str]
    on: str
    until: str | None = None
    next: dict[str, str] | None = None
    reason: str | None = None
    bodies: tuple[str, ...] = ()

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {
            "provision": self.provision,
            "stage": self.stage.value,
            "account": dict(self.account),
            "on": self.on,
        }
        if self.until is not None:
            value["until"] = self.until
        if self.next is not None:
            value["next"] = dict(self.next)
        if self.reason is not None:
            value["reason"] = self.reason
        if self.bodies:
            value["bodies"] = list(self.bodies)
        return value


def read_report_filed(value: Json, at: str = "") -> ReportFiled:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_REPORT, optional=_REPORT_OPTIONAL, at=at)
    on = day(fields["on"], at=schema.path(at, "on"))
    return ReportFiled(
        provision=word(fields["provision"], schema.ID, at=schema.path(at, "provision")),
        stage=Stage(schema.one_of(fields["stage"], _STAGES, at=schema.path(at, "stage"))),
        account=schema.by_language(fields["account"], at=schema.path(at, "account")),
        on=on,
        until=_read_until(fields["until"], on, schema.path(at, "until")) if "until" in fields else None,
        next=schema.by_language(fields["next"], at=schema.path(at, "next")) if "next" in fields else None,
        reason=schema.wording(fields["reason"], at=schema.path(at, "reason")) if "reason" in fields else None,
        bodies=_read_bodies(fields["bodies"], schema.path(at, "bodies")) if "bodies" in fields else (),
    )


_REPORT: Final = frozenset({"provision", "stage", "account", "on"})
_REPORT_OPTIONAL: Final = frozenset({"until", "next", "reason", "bodies"})
_STAGES: Final = tuple(stage.value for stage in Stage)


def _read_until(value: Json, on: str, at: str) -> str:
    until = day(value, at=at)
    if until < on:
        raise outside(until, f"{on} or later", at)
    return until


def _read_bodies(value: Json, at: str) -> tuple[str, ...]:
    ids = schema.each(value, lambda one, here: word(one, schema.ID, at=here), at=at, lowest=1)
    return schema.distinct(ids, at=at)
