"""Bodies put in their place in a hierarchy, and taken out of it from a day on; each noted in the home log."""

import datetime

from django.db import transaction

from suivi.desk import access, clock, entries, hierarchy
from suivi.desk.access import Officer
from suivi.desk.hierarchy import Placing
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import Acted, Acting
from suivi.record.marking import AMBER
from suivi.register.bodies import NamedBody

NO_DAY = Words("“{value}” is not a day", "« {value} » n’est pas une date", "‘{value}’: 날짜가 아님")
RUNS_BACK = Words("it ends before it begins", "la fin précède le début", "종료일이 시작일보다 앞섬")
OTHER_PARTY = Words(
    "the two are bodies of different parties",
    "les deux organes relèvent de parties différentes",
    "두 기관의 당사국이 다름",
)
TWO_PLACES = Words(
    "on some of these days it is a part of “{value}” already",
    "certains de ces jours, il relève déjà de « {value} »",
    "해당 기간 중 이미 ‘{value}’의 소속임",
)
ROUND = Words("it would be a part of itself", "il relèverait de lui-même", "기관이 자기 자신의 소속 기관이 됨")


class BodyNotPlaced(Refusal):
    """The body cannot be a part of that other one on those days."""

    code = "body-not-placed"
    says = Words(
        en="The body cannot be put there: {what}.",
        fr="L’organe ne peut être placé là : {what}.",
        ko="기관을 그곳에 둘 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Choose another body or other days on the page of the body; end the earlier place first if it is over.",
        fr="Choisissez un autre organe ou d’autres dates à la page de l’organe; mettez d’abord fin au rattachement antérieur.",
        ko="기관 화면에서 다른 기관이나 기간을 선택하십시오. 이전 소속이 끝났으면 먼저 종료하십시오.",
    )


@transaction.atomic
def place(
    officer: Officer, *, body: str, part_of: str, from_on: str = "", until_on: str = "", at: datetime.datetime
) -> None:
    """Say that `body` is a part of `part_of` from a day to a day; empty days are open. Twice changes nothing.

    Raises `NotMandated`, `NotHere`, `BodyNotPlaced`.
    """
    acting = access.must(officer, "ask", at=at)
    below, above = _named(officer, body), _named(officer, part_of)
    first, last = _day(from_on), _day(until_on)
    if first and last and last < first:
        raise BodyNotPlaced(what=RUNS_BACK)
    if below.party != above.party:
        raise BodyNotPlaced(what=OTHER_PARTY)
    new = Placing(number=0, body=body, part_of=part_of, from_on=first, until_on=last)
    known = hierarchy.placings()
    if any((one.body, one.part_of, one.from_on, one.until_on) == (body, part_of, first, last) for one in known):
        return
    for one in known:
        if one.body == body and one.meets(new):
            raise BodyNotPlaced(what=TWO_PLACES.filled(value=one.part_of))
    if body == part_of or hierarchy.goes_round(known, new):
        raise BodyNotPlaced(what=ROUND)
    hierarchy.place(body, part_of, from_on=first, until_on=last, by=officer, at=at)
    _note("body-placed", new, acting, at)


@transaction.atomic
def end(officer: Officer, *, number: str, until_on: str, at: datetime.datetime) -> None:
    """Write the last day of a place; empty: yesterday. Raises `NotMandated`, `NotHere`, `BodyNotPlaced`."""
    acting = access.must(officer, "ask", at=at)
    found = next((one for one in hierarchy.placings() if str(one.number) == number), None)
    if found is None:
        raise access.NotHere(what=number[:16])
    last = _day(until_on) or clock.day_of(at) - datetime.timedelta(days=1)
    if found.from_on and last < found.from_on:
        raise BodyNotPlaced(what=RUNS_BACK)
    if found.until_on is not None and found.until_on <= last:
        return
    hierarchy.end(found.number, until_on=last)
    _note("body-place-ended", found, acting, at)


def _named(officer: Officer, body: str) -> NamedBody:
    for channel in access.channels_for(officer):
        found = access.register_for(officer, channel).bodies.get(body)
        if found is not None:
            return found
    raise access.NotHere(what=body[:64])


def _day(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError:
        raise BodyNotPlaced(what=NO_DAY.filled(value=value[:40])) from None


def _note(act: str, placing: Placing, acting: Acting, at: datetime.datetime) -> None:
    days = {"from_on": placing.from_on, "until_on": placing.until_on}
    about = {"body": placing.body, "part_of": placing.part_of}
    said = Acted(act, about | {name: day.isoformat() for name, day in days.items() if day})
    entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)
