"""ReportFiled: what one party says of one provision: the stage it has reached, and an account of it.

- A report is a statement of its writer; the other side's stands beside it and neither overwrites the other.
- `on` is the day the stated fact happened, `until` the last day if it lasted; never the day of writing.
- `bodies` are the ids of the bodies that acted (`record/bodies.py`); absent where the report names none.
- `state` says where the matter stands in the words of its mode, beside the stage, which all modes share.
- A new day is asked for, never set: only an amendment of the plan moves a deadline.
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


class Hindrance(StrEnum):
    """Why a matter is late or stuck, from a short list."""

    FUNDING = "funding"
    RESOURCES = "resources"
    PRIORITIES = "priorities"
    APPROVALS = "approvals"
    OTHER_ACTIVITY = "other-activity"
    OTHER_PARTY = "other-party"
    OTHER = "other"


HINDRANCES: Final[dict[Hindrance, Words]] = {
    Hindrance.FUNDING: Words(en="funding", fr="financement", ko="재원"),
    Hindrance.RESOURCES: Words(en="resources", fr="ressources", ko="인력·자원"),
    Hindrance.PRIORITIES: Words(en="other priorities", fr="autres priorités", ko="우선순위 변경"),
    Hindrance.APPROVALS: Words(en="approvals", fr="approbations", ko="승인 절차"),
    Hindrance.OTHER_ACTIVITY: Words(
        en="depends on another activity", fr="dépend d’une autre activité", ko="다른 활동에 의존"
    ),
    Hindrance.OTHER_PARTY: Words(en="awaits the other party", fr="en attente de l’autre partie", ko="상대측 조치 대기"),
    Hindrance.OTHER: Words(en="another reason", fr="autre motif", ko="그 밖의 사유"),
}
"""What each reason is called, in the order a form offers them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What is to be done next: `words` by language, the day `due_on`, and the id of the body that does it."""

    words: dict[str, str]
    due_on: str
    owner: str | None = None

    def value(self) -> dict[str, Json]:
        """The step as it stands on the wire."""
        value: dict[str, Json] = {"words": dict(self.words), "due_on": self.due_on}
        return value | ({"owner": self.owner} if self.owner is not None else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDay:
    """A new day asked for: `on`, and `why`, texts by language."""

    on: str
    why: dict[str, str]

    def value(self) -> dict[str, Json]:
        """The request as it stands on the wire."""
        return {"on": self.on, "why": dict(self.why)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiled:
    """One party's report; `account` and `next` (the next step it announces) are texts by language, `bodies` ids.

    `state` is a state of the mode of the provision, by its code.
    """

    provision: str
    stage: Stage
    account: dict[str, str]
    on: str
    until: str | None = None
    next: dict[str, str] | None = None
    reason: str | None = None
    bodies: tuple[str, ...] = ()
    state: str | None = None
    steps: tuple[NextStep, ...] = ()
    hindrance: Hindrance | None = None
    new_day: NewDay | None = None

    @property
    def acting(self) -> tuple[str, ...]:
        """The ids of the bodies it names: those that acted, then those that do a next step; each once."""
        owners = (step.owner for step in self.steps if step.owner is not None)
        return tuple(dict.fromkeys((*self.bodies, *owners)))

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
        return value | more_of(self.state, self.steps, self.hindrance, self.new_day)


def more_of(
    state: str | None, steps: tuple[NextStep, ...], hindrance: Hindrance | None, new_day: NewDay | None
) -> dict[str, Json]:
    """The fields that say more than stage and account, those that are given; absent is absent."""
    value: dict[str, Json] = {"state": state} if state is not None else {}
    value |= {"steps": [step.value() for step in steps]} if steps else {}
    value |= {"hindrance": hindrance.value} if hindrance is not None else {}
    return value | ({"new_day": new_day.value()} if new_day is not None else {})


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
        state=word(fields["state"], schema.CODE, at=schema.path(at, "state")) if "state" in fields else None,
        steps=schema.each(fields["steps"], _read_step, at=schema.path(at, "steps"), lowest=1)
        if "steps" in fields
        else (),
        hindrance=Hindrance(schema.one_of(fields["hindrance"], _HINDRANCES, at=schema.path(at, "hindrance")))
        if "hindrance" in fields
        else None,
        new_day=_read_new_day(fields["new_day"], schema.path(at, "new_day")) if "new_day" in fields else None,
    )


_REPORT: Final = frozenset({"provision", "stage", "account", "on"})
_REPORT_OPTIONAL: Final = frozenset({"until", "next", "reason", "bodies", "state", "steps", "hindrance", "new_day"})
_HINDRANCES: Final = tuple(hindrance.value for hindrance in Hindrance)
_STAGES: Final = tuple(stage.value for stage in Stage)


def _read_step(value: Json, at: str) -> NextStep:
    fields = schema.closed(value, required=frozenset({"words", "due_on"}), optional=frozenset({"owner"}), at=at)
    return NextStep(
        words=schema.by_language(fields["words"], at=schema.path(at, "words")),
        due_on=day(fields["due_on"], at=schema.path(at, "due_on")),
        owner=word(fields["owner"], schema.ID, at=schema.path(at, "owner")) if "owner" in fields else None,
    )


def _read_new_day(value: Json, at: str) -> NewDay:
    fields = schema.closed(value, required=frozenset({"on", "why"}), at=at)
    return NewDay(
        on=day(fields["on"], at=schema.path(at, "on")),
        why=schema.by_language(fields["why"], at=schema.path(at, "why")),
    )


def _read_until(value: Json, on: str, at: str) -> str:
    until = day(value, at=at)
    if until < on:
        raise outside(until, f"{on} or later", at)
    return until


def _read_bodies(value: Json, at: str) -> tuple[str, ...]:
    ids = schema.each(value, lambda one, here: word(one, schema.ID, at=here), at=at, lowest=1)
    return schema.distinct(ids, at=at)
