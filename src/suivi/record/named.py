"""PlanNamed: what a plan names, each thing an entry of its own: bodies of both, instruments, documents, days of the calendar.

- One record enters several things; it is one party's word. Several records of one thing give it several names, each
  with its days: a name without a first day has been borne since before the records begin.
- `achieved` is what the preamble lists as achieved before the plan; `commitments` are those that name the thing in other
  words than its names.
- A day of a thing is as exact as it is known: a year, a month or a day.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import day, outside, word
from suivi.plan.words import Words
from suivi.record import schema
from suivi.record.bodies import PROVISION
from suivi.record.evidence import read_address

MOST: Final = 200
KNOWN_DAY: Final = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""A year, a month or a day, as exact as it is known."""

GROUPS: Final[dict[str, Words]] = {
    "bodies": Words("Bodies and dialogues", "Organes et dialogues", "기관·협의체"),
    "instruments": Words("Instruments", "Instruments", "협정·문서"),
    "documents": Words("Related documents", "Documents connexes", "관련 문서"),
    "calendar": Words("Calendar context", "Contexte du calendrier", "일정 맥락"),
}
"""The groups in which things are listed, in that order."""

KINDS_OF_THINGS: Final[dict[str, tuple[str, Words]]] = {
    "dialogue": ("bodies", Words("dialogue", "dialogue", "협의체")),
    "committee": ("bodies", Words("joint committee", "comité conjoint", "공동위원회")),
    "organisation": ("bodies", Words("international organisation", "organisation internationale", "국제기구")),
    "forum": ("bodies", Words("forum or coalition", "forum ou coalition", "포럼·연합체")),
    "agreement": ("instruments", Words("agreement", "accord", "협정")),
    "memorandum": ("instruments", Words("memorandum of understanding", "protocole d’entente", "양해각서")),
    "declaration": ("instruments", Words("declaration", "déclaration", "선언")),
    "framework": ("instruments", Words("framework", "cadre", "프레임워크")),
    "programme": ("instruments", Words("plan or programme", "plan ou programme", "계획·프로그램")),
    "strategy": ("documents", Words("strategy", "stratégie", "전략")),
    "document": ("documents", Words("document", "document", "문서")),
    "presidency": ("calendar", Words("presidency", "présidence", "의장국 수임")),
    "event": ("calendar", Words("year, visit or event", "année, visite ou événement", "교류의 해·방문·행사")),
}
"""What a thing can be: its group, and the kind in words."""

MILESTONES: Final[dict[str, Words]] = {
    "declared": Words("declared", "déclaré", "선언"),
    "launched": Words("launched", "lancé", "출범"),
    "first-held": Words("first held", "tenu une première fois", "첫 개최"),
    "drawn-up": Words("drawn up", "établi", "마련"),
    "published": Words("published", "publié", "발표"),
    "signed": Words("signed", "signé", "서명"),
    "in-force": Words("in force", "en vigueur", "발효"),
    "begins": Words("begins", "début", "시작"),
    "ends": Words("ends", "fin", "종료"),
}
"""The days a thing can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One thing: its names by language and their days (`YYYY-MM-DD`), short forms by language, its own days by milestone."""

    thing: str
    kind: str
    names: dict[str, str]
    short: dict[str, str] = field(default_factory=dict)
    from_on: str | None = None
    until_on: str | None = None
    achieved: bool = False
    commitments: tuple[str, ...] = ()
    days: dict[str, str] = field(default_factory=dict)
    address: str | None = None

    def value(self) -> dict[str, Json]:
        """The thing as it stands on the wire."""
        value: dict[str, Json] = {"thing": self.thing, "kind": self.kind, "names": dict(self.names)}
        value |= {"short": dict(self.short)} if self.short else {}
        value |= {"from_on": self.from_on} if self.from_on is not None else {}
        value |= {"until_on": self.until_on} if self.until_on is not None else {}
        value |= {"achieved": True} if self.achieved else {}
        value |= {"commitments": list(self.commitments)} if self.commitments else {}
        value |= {"days": dict(self.days)} if self.days else {}
        return value | ({"address": self.address} if self.address is not None else {})


@dataclass(frozen=True, slots=True)
class PlanNamed:
    """The things entered, at least one, none twice."""

    things: tuple[Named, ...]

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"things": [thing.value() for thing in self.things]}


def read_plan_named(value: Json, at: str = "") -> PlanNamed:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=frozenset({"things"}), at=at)
    at = schema.path(at, "things")
    things = schema.each(fields["things"], _read_thing, at=at, lowest=1)
    if len(things) > MOST:
        raise outside(len(things), f"at most {MOST} things", at)
    schema.distinct(tuple(thing.thing for thing in things), at=at)
    return PlanNamed(things)


_NAMED: Final = frozenset({"thing", "kind", "names"})
_NAMED_OPTIONAL: Final = frozenset({"short", "from_on", "until_on", "achieved", "commitments", "days", "address"})


def _read_thing(value: Json, at: str) -> Named:
    fields = schema.closed(value, required=_NAMED, optional=_NAMED_OPTIONAL, at=at)
    from_on = day(fields["from_on"], at=f"{at}.from_on") if "from_on" in fields else None
    until_on = day(fields["until_on"], at=f"{at}.until_on") if "until_on" in fields else None
    if from_on is not None and until_on is not None and until_on < from_on:
        raise outside(until_on, f"{from_on} or later", f"{at}.until_on")
    return Named(
        thing=word(fields["thing"], schema.ID, at=f"{at}.thing"),
        kind=schema.one_of(fields["kind"], KINDS_OF_THINGS, at=f"{at}.kind"),
        names=schema.by_language(fields["names"], at=f"{at}.names"),
        short=schema.by_language(fields["short"], at=f"{at}.short") if "short" in fields else {},
        from_on=from_on,
        until_on=until_on,
        achieved=_read_achieved(fields["achieved"], f"{at}.achieved") if "achieved" in fields else False,
        commitments=_read_commitments(fields, at),
        days=_read_days(fields["days"], f"{at}.days") if "days" in fields else {},
        address=read_address(fields["address"], at=f"{at}.address") if "address" in fields else None,
    )


def _read_achieved(value: Json, at: str) -> bool:
    if not schema.truth(value, at=at):
        raise outside(value, "true, or no field", at)
    return True


def _read_commitments(fields: dict[str, Json], at: str) -> tuple[str, ...]:
    if "commitments" not in fields:
        return ()
    at = f"{at}.commitments"
    named = schema.each(fields["commitments"], lambda one, here: word(one, PROVISION, at=here), at=at, lowest=1)
    return schema.distinct(named, at=at)


def _read_days(value: Json, at: str) -> dict[str, str]:
    if not isinstance(value, dict) or not value:
        raise outside(value, "an object by milestone, not empty", at)
    for milestone in value:
        if milestone not in MILESTONES:
            raise schema.unknown_field(milestone, "a milestone", at)
    return {milestone: word(known, KNOWN_DAY, at=f"{at}.{milestone}") for milestone, known in value.items()}
