"""What a plan names, entered as things of their own, many at once; each record leaves by a ticket."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.evidence import NO_ADDRESS
from suivi.desk.actions.reports import NO_DAY, RUNS_BACK, filled_in
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.evidence import ADDRESS, LONGEST_ADDRESS
from suivi.record.named import KINDS_OF_THINGS, KNOWN_DAY, MILESTONES, MOST, Named, PlanNamed
from suivi.record.schema import ID
from suivi.register.named import folded
from suivi.register.plans import PlanRegister

NOTHING = Words("nothing is filled in", "rien n’est rempli", "작성한 내용이 없음")
TOO_MANY = Words("more than {most} things at once", "plus de {most} éléments à la fois", "한 번에 {most}개 초과")
NO_ID = Words(
    "“{value}” is not an id: letters, digits, full stops and hyphens, 64 at most",
    "« {value} » n’est pas un identifiant : lettres, chiffres, points et traits d’union, 64 au plus",
    "‘{value}’: 식별자가 아님(영문자, 숫자, 마침표, 붙임표, 64자 이내)",
)
TWICE = Words("“{value}” stands twice", "« {value} » figure deux fois", "‘{value}’: 두 번 적혀 있음")
NO_KIND = Words(
    "“{value}” is no kind of thing", "« {value} » n’est pas une nature connue", "‘{value}’: 알 수 없는 종류"
)
NO_NAME = Words(
    "“{value}” has no name in any language",
    "« {value} » n’a de nom dans aucune langue",
    "‘{value}’: 어느 언어로도 명칭이 없음",
)
KNOWN = Words(
    "“{value}” bears the name of what is entered already under the id “{other}”",
    "« {value} » porte le nom de ce qui est déjà inscrit sous l’identifiant « {other} »",
    "‘{value}’: 식별자 ‘{other}’(으)로 이미 등록된 것과 명칭이 같음",
)
NO_COMMITMENT = Words(
    "“{value}” is not a commitment of the plan",
    "« {value} » n’est pas un engagement du plan",
    "‘{value}’: 행동계획에 없는 항목",
)
NO_MILESTONE = Words(
    "“{value}” is neither a year, nor a month (2025-03), nor a day",
    "« {value} » n’est ni une année, ni un mois (2025-03), ni un jour",
    "‘{value}’: 연도, 월(2025-03), 일자 가운데 어느 것도 아님",
)


class ThingNotSound(Refusal):
    """A field of a thing cannot be put on record."""

    code = "thing-not-sound"
    says = Words(
        en="This cannot be entered: {what}.",
        fr="Ceci ne peut être inscrit : {what}.",
        ko="등록할 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Correct the field and send the form again; nothing you typed is lost.",
        fr="Corrigez le champ et renvoyez le formulaire; rien de ce que vous avez saisi n’est perdu.",
        ko="해당 항목을 고쳐 다시 보내십시오. 입력한 내용은 보존됩니다.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A thing as typed: names and short forms by language, days by milestone, any of them empty."""

    thing: str
    kind: str
    names: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict)
    from_on: str | None = None
    until_on: str | None = None
    achieved: bool = False
    commitments: Sequence[str] = ()
    days: Mapping[str, str] = field(default_factory=dict)
    address: str = ""


def enter(
    officer: Officer,
    *,
    plan: str,
    things: Sequence[Entered],
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """Put things the plan names on record, in one record; returns the digest of its ticket.

    A thing entered before takes one more name, or says more. Raises `NotHere`, `NotMandated`, `ThingNotSound`, or
    `exchange.faults.Refused` for wording or marking.
    """
    channel, register = access.plan_for(officer, plan)
    if not things:
        raise ThingNotSound(what=NOTHING)
    if len(things) > MOST:
        raise ThingNotSound(what=TOO_MANY.filled(most=MOST))
    said = PlanNamed(tuple(_sound(register, one) for one in things))
    ids = [one.thing for one in said.things]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise ThingNotSound(what=TWICE.filled(value=twice))
    _refuse_known(register, said)
    return releases.cut(
        officer,
        record=said,
        channel=channel,
        subject=register.plan.id,
        plan=register.plan.id,
        marking=marking,
        at=at,
    )


def _sound(register: PlanRegister, typed: Entered) -> Named:
    if not ID.fullmatch(typed.thing):
        raise ThingNotSound(what=NO_ID.filled(value=typed.thing[:80]))
    if typed.kind not in KINDS_OF_THINGS:
        raise ThingNotSound(what=NO_KIND.filled(value=typed.kind[:40]))
    names = filled_in(typed.names)
    if not names:
        raise ThingNotSound(what=NO_NAME.filled(value=typed.thing))
    first, last = _day(typed.from_on), _day(typed.until_on)
    if first and last and last < first:
        raise ThingNotSound(what=RUNS_BACK)
    return Named(
        thing=typed.thing,
        kind=typed.kind,
        names=names,
        short=filled_in(typed.short),
        from_on=first,
        until_on=last,
        achieved=typed.achieved,
        commitments=tuple(_commitment(register, one) for one in dict.fromkeys(typed.commitments)),
        days={milestone: _known(day) for milestone, day in typed.days.items() if day and milestone in MILESTONES},
        address=_address(typed.address) if typed.address else None,
    )


def _refuse_known(register: PlanRegister, said: PlanNamed) -> None:
    """Raise where a thing would be entered under another id than the one that bears its name."""
    borne: dict[tuple[str, str], list[str]] = {}
    for thing in register.things.values():
        for name in thing.folded_names():
            borne.setdefault(name, []).append(thing.id)
    for one in said.things:
        for name in sorted(folded([one.names])):
            bearers = borne.setdefault(name, [one.thing])
            if one.thing not in bearers:
                raise ThingNotSound(what=KNOWN.filled(value=one.thing, other=bearers[0]))


def _commitment(register: PlanRegister, named: str) -> str:
    if register.plan.provision(named) is None:
        raise ThingNotSound(what=NO_COMMITMENT.filled(value=named[:80]))
    return named


def _known(day: str) -> str:
    if not KNOWN_DAY.fullmatch(day):
        raise ThingNotSound(what=NO_MILESTONE.filled(value=day[:40]))
    return day if len(day) < len("2025-03-01") else _day(day) or day


def _day(value: str | None) -> str | None:
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise ThingNotSound(what=NO_DAY.filled(value=value[:40])) from None


def _address(value: str) -> str:
    if len(value) > LONGEST_ADDRESS or not ADDRESS.fullmatch(value):
        raise ThingNotSound(what=NO_ADDRESS.filled(value=value[:80]))
    return value
