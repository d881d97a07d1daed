"""Bodies of our party: the names they bear on which days, and what they lead; each name leaves by a ticket."""

import datetime
from collections.abc import Mapping, Sequence

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.reports import NO_DAY, RUNS_BACK, filled_in
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.bodies import BodyNamed
from suivi.record.schema import ID
from suivi.register.fold import Register

NO_ID = Words(
    "“{value}” is not an id: letters, digits, full stops and hyphens, 64 at most",
    "« {value} » n’est pas un identifiant : lettres, chiffres, points et traits d’union, 64 au plus",
    "‘{value}’: 식별자가 아님(영문자, 숫자, 마침표, 붙임표, 64자 이내)",
)
NO_NAMES = Words(
    "the name is empty in every language", "le nom est vide dans toutes les langues", "모든 언어에서 명칭이 비어 있음"
)
NOT_OURS = Words(
    "“{value}” is a body of another party",
    "« {value} » est un organe d’une autre partie",
    "‘{value}’: 다른 당사국의 기관임",
)
NO_PROVISION = Words(
    "“{value}” is not a commitment of a plan of this channel",
    "« {value} » n’est pas un engagement d’un plan de ce canal",
    "‘{value}’: 이 채널의 행동계획에 있는 항목이 아님",
)


class BodyNotSound(Refusal):
    """A field of a body's name cannot be put on record."""

    code = "body-not-sound"
    says = Words(
        en="The body cannot be named: {what}.",
        fr="L’organe ne peut être nommé : {what}.",
        ko="기관 명칭을 기록할 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Correct the field and name the body again; each party names its own bodies.",
        fr="Corrigez le champ et nommez l’organe de nouveau; chaque partie nomme ses propres organes.",
        ko="해당 항목을 고쳐 다시 기록하십시오. 각 당사국은 자국 기관의 명칭을 기록합니다.",
    )


def name(
    officer: Officer,
    *,
    channel: str,
    body: str,
    names: Mapping[str, str],
    from_on: str | None = None,
    until_on: str | None = None,
    leads: Sequence[str] = (),
    supports: Sequence[str] = (),
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """Put the names a body of ours bears on record; returns the digest of the ticket.

    Days may lie ahead: a new name is often known before it is borne. Raises `NotHere`, `NotMandated`,
    `BodyNotSound`, or `exchange.faults.Refused` for wording or marking.
    """
    register = access.register_for(officer, channel)
    first, last = _day(from_on), _day(until_on)
    if first and last and last < first:
        raise BodyNotSound(what=RUNS_BACK)
    named = BodyNamed(
        body=_own(body, officer, register),
        party=officer.party,
        names=_names(names),
        from_on=first,
        until_on=last,
        leads=_provisions(leads, register),
        supports=_provisions(supports, register),
    )
    return releases.cut(officer, record=named, channel=channel, subject="channel", marking=marking, at=at)


def _own(body: str, officer: Officer, register: Register) -> str:
    if not ID.fullmatch(body):
        raise BodyNotSound(what=NO_ID.filled(value=body[:80]))
    known = register.bodies.get(body)
    if known is not None and known.party != officer.party:
        raise BodyNotSound(what=NOT_OURS.filled(value=body))
    return body


def _names(names: Mapping[str, str]) -> dict[str, str]:
    words = filled_in(names)
    if not words:
        raise BodyNotSound(what=NO_NAMES)
    return words


def _day(value: str | None) -> str | None:
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise BodyNotSound(what=NO_DAY.filled(value=value[:40])) from None


def _provisions(named: Sequence[str], register: Register) -> tuple[str, ...]:
    """`named`, each once; each a place of a plan in effect, by its id or number, or as `<plan>#<id>`."""
    return tuple(dict.fromkeys(_provision(one, register) for one in named))


def _provision(named: str, register: Register) -> str:
    plan, hash_, place = named.rpartition("#")
    within = [register.plans[plan]] if plan in register.plans else () if plan else register.plans.values()
    if any(known.plan.provision(place) for known in within):
        return named
    for known in within:
        if said := known.plan.provision_said(place):
            return f"{plan}{hash_}{said.id}"
    raise BodyNotSound(what=NO_PROVISION.filled(value=named[:80]))
