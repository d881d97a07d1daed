"""Returns: a report asked for by a day, of an officer or of the body that leads; answered by a report, or dropped.

- A request is ordinary work under way, and no partner ever learns of it; that it was made, our home log says.
- What it leads to is a report like any other (`actions.reports`): home log first, then the ticket.
"""

import datetime
from collections.abc import Sequence

from django.db import transaction

from suivi.desk import access, asked, clock, entries, hierarchy, project, turns
from suivi.desk.access import Officer
from suivi.desk.asked import ReturnAsked
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words, in_house_languages
from suivi.record.home import Acted, Acting
from suivi.record.marking import AMBER
from suivi.register.plans import PlanRegister, ProvisionStanding

LONGEST_NOTE = 4_000
LATEST_YEARS = 20
LONGEST_NAMED = 400


class NothingAsked(Refusal):
    """A request names no commitment."""

    code = "return-without-commitment"
    says = Words(
        en="No commitment is chosen, so nothing was asked for.",
        fr="Aucun engagement n’est choisi; rien n’a été demandé.",
        ko="선택된 항목이 없어 보고를 요청하지 않았습니다.",
    )
    remedy = Words(
        en="Choose at least one commitment and ask again.",
        fr="Choisissez au moins un engagement et refaites la demande.",
        ko="항목을 하나 이상 선택하여 다시 요청하십시오.",
    )


class ReturnDayNotUsable(Refusal):
    """A report is asked for by a day that has passed or lies too far ahead."""

    code = "return-day"
    says = Words(
        en="A report cannot be asked for by {day}.",
        fr="Un rapport ne peut être demandé pour le {day}.",
        ko="{day}을(를) 보고 기한으로 정할 수 없습니다.",
    )
    remedy = Words(
        en="Choose today or a later day, within {years} years.",
        fr="Choisissez la date du jour ou une date ultérieure, d’ici {years} ans.",
        ko="오늘 이후 {years}년 이내의 날짜를 선택하십시오.",
    )


class NobodyLeads(Refusal):
    """No body of ours leads the commitment, so nobody can be asked by that road."""

    code = "nobody-leads"
    says = Words(
        en="No body of ours is on record as leading {commitments}.",
        fr="Aucun de nos organes n’est inscrit comme responsable de {commitments}.",
        ko="다음 항목의 우리 측 주관 기관이 기록되어 있지 않습니다: {commitments}.",
    )
    remedy = Words(
        en="Ask an officer by name, or put on record who leads.",
        fr="Adressez la demande à un agent nommément, ou faites inscrire l’organe responsable.",
        ko="담당관을 지정하여 요청하거나 주관 기관을 기록하십시오.",
    )


class BodyLeadsNothing(Refusal):
    """Neither the body asked with its parts, nor any part of it, leads one of the commitments."""

    code = "body-leads-nothing"
    says = Words(
        en="Neither “{body}” nor a part of it is on record as leading a commitment chosen.",
        fr="Ni « {body} » ni l’un des organes qui en relèvent n’est inscrit comme responsable d’un engagement choisi.",
        ko="선택한 항목 가운데 다음 기관이나 그 소속 기관이 주관하는 것으로 기록된 항목이 없습니다: ‘{body}’.",
    )
    remedy = Words(
        en="Choose other commitments or another body, or put on record who leads and what is a part of it.",
        fr="Choisissez d’autres engagements ou un autre organe, ou faites inscrire l’organe responsable et ce qui en relève.",
        ko="다른 항목이나 기관을 선택하거나, 주관 기관과 그 소속 기관을 기록하십시오.",
    )


class NoSuchColleague(Refusal):
    """The officer named is not one of this desk."""

    code = "no-such-officer"
    says = Words(
        en="There is no officer “{name}” at this desk who may write.",
        fr="Aucun agent « {name} » habilité à rédiger n’existe à ce poste.",
        ko="이 시스템에 작성 권한이 있는 담당관 ‘{name}’이(가) 없습니다.",
    )
    remedy = Words(
        en="Choose a colleague from the list.",
        fr="Choisissez un collègue dans la liste.",
        ko="목록에서 동료를 선택하십시오.",
    )


class NoteTooLong(Refusal):
    """The note of a request is longer than a page."""

    code = "return-note-too-long"
    says = Words(
        en="The note is longer than {most} characters.",
        fr="La note dépasse {most} caractères.",
        ko="메모가 {most}자를 넘습니다.",
    )
    remedy = Words(
        en="Shorten it and ask again.",
        fr="Abrégez-la et refaites la demande.",
        ko="내용을 줄여 다시 요청하십시오.",
    )


class ReturnAnswered(Refusal):
    """The report asked for has been handed in already."""

    code = "return-answered"
    says = Words(
        en="This report has been handed in already.",
        fr="Ce rapport a déjà été remis.",
        ko="이 보고는 이미 제출되었습니다.",
    )
    remedy = Words(
        en="Open its release; a report that has left is corrected by a later record.",
        fr="Ouvrez sa communication; un rapport communiqué se corrige par un acte ultérieur.",
        ko="해당 전달 건을 여십시오. 이미 전달된 보고는 이후 기록으로 정정합니다.",
    )


@transaction.atomic
def ask(
    officer: Officer,
    *,
    plan: str,
    provisions: Sequence[str],
    of: str,
    due_on: datetime.date,
    within: str = "",
    note: str = "",
    at: datetime.datetime,
) -> list[str]:
    """Ask for a report on each commitment by a day; returns the numbers of the requests, in the order given.

    `of` is the name of an officer; empty, the body of ours that leads each commitment is asked. `within` is a body:
    asked are then, of those given (none: of all in the plan), the commitments that it or a part of it leads.
    Commitments of which the same is asked by the same day already are not asked for twice. Raises `NotHere`,
    `NotMandated`, or a refusal.
    """
    day = clock.day_of(at)
    led = _led_within(officer, plan, within, day) if within else {}
    if within:
        called = _called(officer, plan, within, day)
        provisions = [id for id in led if id in provisions or not provisions]
        if not provisions:
            raise BodyLeadsNothing(body=called)
    if not provisions:
        raise NothingAsked
    for provision in provisions:
        access.must(officer, "ask", plan=plan, provision=provision, at=at)
    if not day - datetime.timedelta(days=1) <= due_on < day + datetime.timedelta(days=366 * LATEST_YEARS):
        raise ReturnDayNotUsable(day=due_on, years=LATEST_YEARS)
    if len(note) > LONGEST_NOTE:
        raise NoteTooLong(most=LONGEST_NOTE)
    person = _colleague(officer, of, plan) if of else None
    found = [access.provision_for(officer, plan, provision) for provision in dict.fromkeys(provisions)]
    bodies = ["" for _ in found] if of else [led[id] for id in provisions] if within else _leading(officer, found)
    known = _asked_already(officer, found, person=person, bodies=bodies, due_on=due_on)
    new = [where for where, number in zip(found, known, strict=True) if not number]
    numbers = [
        number or _asked(officer, where, person=person, body=body, due_on=due_on, note=note.strip(), at=at)
        for where, body, number in zip(found, bodies, known, strict=True)
    ]
    if new:
        _note_asked(officer, new, of=of or ", ".join(dict.fromkeys(bodies)), due_on=due_on, at=at)
    return numbers


def _asked_already(
    officer: Officer, found: Sequence["_Where"], *, person: Officer | None, bodies: Sequence[str], due_on: datetime.date
) -> list[str]:
    """The number of the return that asks for the same, for each of these commitments; empty for none."""
    numbers = []
    for (_, register, standing), body in zip(found, bodies, strict=True):
        same = (person and person.pk, body, due_on)
        rows = [
            row
            for row in access.returns_for(officer, about=(register.plan.id, standing.provision.id))
            if (row.officer_id, row.body, row.due_on) == same
        ]
        tickets = access.tickets_named(officer, [row.ticket for row in rows if row.ticket])
        open_now = (row for row in rows if asked.state_of(row, tickets.get(row.ticket)) in asked.WRITABLE)
        numbers.append(next((str(row.pk) for row in open_now), ""))
    return numbers


def _note_asked(
    officer: Officer, found: Sequence["_Where"], *, of: str, due_on: datetime.date, at: datetime.datetime
) -> None:
    """One line in our home log for what was asked at once: which commitments, of whom, by when."""
    channel, register, first = found[0]
    subject = f"{register.plan.id}#{first.provision.id}" if len(found) == 1 else register.plan.id
    names = ", ".join(standing.provision.id for _, _, standing in found)
    about = {"commitments": names[:LONGEST_NAMED], "of": of[:LONGEST_NAMED], "due_on": due_on.isoformat()}
    acting = access.must(officer, "ask", plan=register.plan.id, provision=first.provision.id, at=at)
    note_act(Acted(turns.ASKED, about), channel=channel, subject=subject, by=acting, at=at)


def note_act(said: Acted, *, channel: str, subject: str, by: Acting, at: datetime.datetime) -> None:
    """Put what an officer did with returns, a workbook or evidence on record in our home log; it leaves by no way."""
    entries.append_home(said, channel=channel, subject=subject, marking=AMBER, at=at, by=by)
    project.project()


@transaction.atomic
def drop(officer: Officer, *, asked_for: int, at: datetime.datetime) -> None:
    """Ask for a report no more. Raises `NotHere`, `NotMandated`, `ReturnAnswered`."""
    row = _open(officer, asked_for)
    acting = access.must(officer, "ask", plan=row.plan, provision=row.provision, at=at)
    asked.drop(row, at=at)
    note_on(row, turns.DROPPED, by=acting, at=at)


def note_on(row: ReturnAsked, act: str, *, by: Acting, at: datetime.datetime, ticket: str = "") -> None:
    """Put on record in our home log what an officer did with one return, and the ticket that was cut by it."""
    subject = f"{row.plan}#{row.provision}"
    note_act(turns.said(act, row, ticket=ticket), channel=row.channel, subject=subject, by=by, at=at)


def _open(officer: Officer, number: int) -> ReturnAsked:
    row = access.return_for(officer, number)
    if asked.state_of(row, access.tickets_named(officer, [row.ticket]).get(row.ticket)) not in asked.WRITABLE:
        raise ReturnAnswered
    return row


_Where = tuple[str, PlanRegister, ProvisionStanding]


def _colleague(officer: Officer, name: str, plan: str) -> Officer:
    for colleague in access.officers_who(officer, "draft", plan=plan):
        if colleague.name == name:
            return colleague
    raise NoSuchColleague(name=name[:120])


def _led_within(officer: Officer, plan: str, body: str, day: datetime.date) -> dict[str, str]:
    """The commitments that a body of ours or a part of it leads, in the order of the plan, each with who leads it."""
    _, register = access.plan_for(officer, plan)
    family = {body, *hierarchy.parts_on(access.placings_for(officer), body, day)}
    led: dict[str, str] = {}
    for standing in register.provisions:
        leads = [each.id for each in register.leading(standing, officer.party) if each.id in family]
        if leads:
            led[standing.provision.id] = leads[0]
    return led


def _called(officer: Officer, plan: str, body: str, day: datetime.date) -> Words:
    channel, _ = access.plan_for(officer, plan)
    known = access.register_for(officer, channel).bodies.get(body)
    if known is None or known.party != officer.party:
        raise access.NotHere(what=body[:64])
    names = known.name_on(day)
    return in_house_languages(names) if names else Words(body, body, body)


def _leading(officer: Officer, found: Sequence[_Where]) -> list[str]:
    leads = [register.leading(standing, officer.party) for _, register, standing in found]
    without = [standing.provision.id for (_, _, standing), bodies in zip(found, leads, strict=True) if not bodies]
    if without:
        raise NobodyLeads(commitments=", ".join(without))
    return [bodies[0].id for bodies in leads]


def _asked(
    officer: Officer,
    where: _Where,
    *,
    person: Officer | None,
    body: str,
    due_on: datetime.date,
    note: str,
    at: datetime.datetime,
) -> str:
    channel, register, standing = where
    plan, provision = register.plan.id, standing.provision.id
    return asked.keep(
        officer, channel=channel, plan=plan, provision=provision, of=person, body=body, due_on=due_on, note=note, at=at
    )
