"""Returns for pages: what is asked of whom, how far it has come, and the form by which it is asked.

- How far a return has come follows from its ticket and is kept nowhere; the day asked about is an argument.
- A return asked of a body is due from the officers who act for it; else from those who lead, else from all who may write.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from suivi.desk import access, asked, hierarchy, registers
from suivi.desk.access import Officer
from suivi.desk.asked import ReturnAsked
from suivi.desk.drafts import TicketRow
from suivi.desk.pages import BodyShown, DueShown, PlanLine, Term
from suivi.desk.pages.returns import Askable, AskPage, ReturnLine, ReturnsOf, ReturnsPage
from suivi.desk.queries import due_lines, shown
from suivi.desk.queries.matters import Matter, matters
from suivi.desk.registers import at_one_glance
from suivi.plan.words import Words
from suivi.register.plans import PlanRegister, ProvisionStanding

STATES: Final = {
    "asked": Words("asked for", "demandé", "요청됨"),
    "writing": Words("being written", "en rédaction", "작성 중"),
    "returned": Words("sent back with remarks", "renvoyé avec des remarques", "의견과 함께 반려됨"),
    "approving": Words("waits for approval", "en attente d’approbation", "승인 대기"),
    "waiting": Words("waits to be released", "en attente de communication", "전달 대기"),
    "sent": Words("sent", "communiqué", "전달됨"),
    "dropped": Words("no longer asked for", "n’est plus demandé", "요청 취소"),
}
GROUPS: Final = {
    "overdue": Words("overdue", "en retard", "기한 경과"),
    "returned": Words("sent back with remarks", "renvoyés avec des remarques", "의견과 함께 반려됨"),
    "writing": Words("being written", "en rédaction", "작성 중"),
    "asked": Words("asked for", "demandés", "요청됨"),
    "approving": Words("waiting for approval", "en attente d’approbation", "승인 대기"),
    "waiting": Words("waiting for release", "en attente de communication", "전달 대기"),
    "sent": Words("sent", "communiqués", "전달됨"),
}
DUE: Final = Words("report asked for by {on}", "rapport demandé pour le {on}", "보고 요청 기한: {on}")
LATE: Final = Words(
    "report asked for by {on}, not handed in",
    "rapport demandé pour le {on}, non remis",
    "보고 요청 기한 {on} 경과, 미제출",
)
BACK: Final = Words(
    "report asked for by {on}, sent back with remarks",
    "rapport demandé pour le {on}, renvoyé avec des remarques",
    "보고 요청 기한 {on}, 의견과 함께 반려됨",
)
A_MONTH: Final = datetime.timedelta(days=30)
A_PAGE: Final = 100


@at_one_glance
def returns_page(
    officer: Officer, *, day: datetime.date, mine: bool = False, page: int = 1, size: int = A_PAGE
) -> ReturnsPage:
    """Every return, or those asked of the officer, in groups, as of `day`: a page of `size`."""
    access.look_at_first_plans(officer)
    _, handed_in = access.returns_waiting_for(officer, owed=0, handed_in=A_PAGE)
    mine_to_pass = [row.pk for row, at in waiting_at(officer, handed_in).items() if officer.name in at.may_pass]
    rows, counts = access.returns_listed(
        officer,
        day=day,
        own=mine,
        also=mine_to_pass,
        start=(page - 1) * size,
        most=size + 1,
    )
    look_at(officer, [*handed_in, *rows])
    decides = to_pass(officer, day, handed_in)
    groups: dict[str, list[ReturnLine]] = {code: [] for code in GROUPS}
    for line in lines_of(officer, rows[:size], day):
        groups["overdue" if line.late else line.state.code].append(line)
    able = "contribute" in access.abilities_of(officer)
    writable = access.plans_with_returns_to_write(officer, own=mine, most=A_PAGE) if able else []
    return ReturnsPage(
        day=day,
        groups=tuple(
            ReturnsOf(Term(code, GROUPS[code]), tuple(held), counts.get(code, len(held)))
            for code, held in groups.items()
            if held
        ),
        overdue=counts.get("overdue", 0),
        open=sum(number for code, number in counts.items() if code != "sent"),
        decides=tuple(decides),
        plans=shown.first_plan_lines(officer, access.MANY_PLANS) if access.may(officer, "administer") else (),
        many_plans=access.has_many_plans(officer),
        mine=mine,
        may_ask="ask" in access.abilities_of(officer),
        workbooks=shown.lines_of_plans(writable),
        page=page,
        before=page - 1 if page > 1 else None,
        after=page + 1 if len(rows) > size else None,
    )


def to_pass(
    officer: Officer, day: datetime.date, rows: Iterable[ReturnAsked], *, bodies: bool = True
) -> list[ReturnLine]:
    """Those of the returns that wait at a step of approval the officer may pass, in the order given."""
    return [line for line in lines_of(officer, rows, day, bodies=bodies) if line.for_me]


def look_at(officer: Officer, rows: Iterable[ReturnAsked]) -> None:
    """Look, at one glance, at what lines of these returns are about: of very many plans they are then looked up once."""
    if access.has_many_plans(officer):
        access.commitment_rows_for(officer, {(row.plan, row.provision) for row in rows})


def waiting_at(officer: Officer, rows: Iterable[ReturnAsked]) -> dict[ReturnAsked, asked.Place]:
    """The step of approval at which each of these returns waits; those that wait at none are left out."""
    found = ((row, next((place for place in places if place.open), None)) for row, places in _places(officer, rows))
    return {row: at for row, at in found if at is not None}


def places_of(officer: Officer, row: ReturnAsked) -> list[asked.Place]:
    """The steps of approval as the report of a return finds them; none before it was handed in."""
    return next((places for _, places in _places(officer, [row])), [])


def _places(officer: Officer, rows: Iterable[ReturnAsked]) -> list[tuple[ReturnAsked, list[asked.Place]]]:
    """Every step of those handed in, looked up once at one glance."""
    handed_in = [row for row in rows if row.handed_in_at]
    known: dict[int, list[asked.Place]] = registers.seen_once("places of approval", dict)
    new = [row for row in handed_in if row.pk not in known]
    if new:
        able = {row.pk: approvers(officer, row) for row in new}
        known |= asked.places_of_all(new, able, access.approval_steps(officer), access.stand_ins(officer))
    return [(row, known[row.pk]) for row in handed_in]


def lines_of(
    officer: Officer,
    rows: Iterable[ReturnAsked],
    day: datetime.date,
    *,
    bodies: bool = True,
    about: Mapping[tuple[str, str], Matter] | None = None,
) -> list[ReturnLine]:
    """Returns in a list, in the order given; those whose commitment is in no plan in force are left out.

    Without `bodies` no line names the body that was asked; `about` are the commitments where the caller has them.
    """
    held = list(rows)
    tickets = access.tickets_named(officer, {row.ticket for row in held if row.ticket})
    found = matters(officer, {(row.plan, row.provision) for row in held}) if about is None else about
    waiting = waiting_at(officer, (row for row in held if not row.ticket))
    registers.look_at_all(sorted({row.channel for row in held if row.body and bodies}))
    lines = []
    for row in held:
        matter = found.get((row.plan, row.provision))
        if matter is not None:
            body = _body(officer, row, day) if row.body and bodies else None
            lines.append(_line(officer, row, matter, day, tickets, waiting.get(row), body))
    return lines


def approvers(officer: Officer, row: ReturnAsked) -> list[Officer]:
    """Who may approve the report of a return today."""
    return access.officers_who(officer, "approve", plan=row.plan, provision=row.provision)


def _line(
    officer: Officer,
    row: ReturnAsked,
    about: Matter,
    day: datetime.date,
    tickets: Mapping[str, TicketRow],
    waits_at: asked.Place | None,
    body: BodyShown | None,
) -> ReturnLine:
    state = asked.state_of(row, tickets.get(row.ticket))
    return ReturnLine(
        id=row.pk,
        commitment=about.commitment,
        state=Term(state, STATES[state]),
        due_on=row.due_on,
        late=row.due_on is not None and row.due_on < day and state not in ("sent", "dropped"),
        mine=_is_asked_of(officer, row),
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        officer=row.officer.name if row.officer else "",
        body=body,
        note=row.note,
        ticket=row.ticket if row.ticket in tickets else "",
        waits_at=waits_at.name if waits_at else "",
        for_me=waits_at is not None and officer.name in waits_at.may_pass,
        turn=row.turn,
        stages=about.stages,
        comparison=about.comparison,
    )


def _body(officer: Officer, row: ReturnAsked, day: datetime.date) -> BodyShown:
    return shown.body_shown(row.body, access.register_for(officer, row.channel).bodies, day.isoformat())


def _is_asked_of(officer: Officer, row: ReturnAsked) -> bool:
    if row.officer_id:
        return row.officer_id == officer.pk or row.officer_id in access.stood_in_for(officer)
    return access.answers_for(officer, row.body, plan=row.plan, provision=row.provision)


def open_about(officer: Officer, commitment: tuple[str, str], day: datetime.date | None) -> tuple[ReturnLine, ...]:
    """The returns on one commitment, by plan and id, that have not been sent; none of them is late without a day."""
    rows = access.returns_for(officer, about=commitment)
    lines = lines_of(officer, rows, day or datetime.date.min)
    return tuple(line for line in lines if line.state.code != "sent")


def due_of(officer: Officer, day: datetime.date, *, most: int = A_PAGE) -> list[DueShown]:
    """The returns the officer still owes, as things due: overdue first, then soonest first; the first `most`."""
    rows, _ = access.returns_waiting_for(officer, owed=most, handed_in=0)
    return due_among(lines_of(officer, rows, day, bodies=False))


def due_among(lines: Iterable[ReturnLine]) -> list[DueShown]:
    """Those of the lines that their reader still owes, as things due: overdue first, then soonest first."""
    owed = [line for line in lines if line.mine and line.state.code in asked.WRITABLE and line.due_on]
    return sorted(map(_due, owed), key=lambda line: (not line.overdue, line.on))


def _due(line: ReturnLine) -> DueShown:
    assert line.due_on is not None  # chosen by the caller
    words = BACK if line.state.code == "returned" else LATE if line.late else DUE
    return DueShown(
        commitment=line.commitment,
        kind="return",
        on=line.due_on,
        overdue=line.late,
        says=due_lines.on_day(words, line.due_on),
        stages=line.stages,
        comparison=line.comparison,
        asked=line.id,
    )


@at_one_glance
def ask_page(officer: Officer, *, plan: str, chosen: Collection[str], day: datetime.date) -> AskPage:
    """The form by which returns are asked for, for one plan (empty: the first); raises `NotHere`, `NotMandated`."""
    plans = shown.first_plan_lines(officer, access.MANY_PLANS)
    channel, register = access.plan_for(officer, plan or _first(plans))
    access.must(officer, "ask", plan=register.plan.id)
    wanted = {known.id for id in chosen if (known := register.plan.provision(id))}
    return AskPage(
        plan=shown.plan_line(officer, register),
        plans=() if access.has_many_plans(officer) else plans,
        commitments=tuple(_askable(officer, register, standing, wanted, day) for standing in register.provisions),
        officers=tuple(each.name for each in access.officers_who(officer, "draft", plan=register.plan.id)),
        due_on=day + A_MONTH,
        bodies=_leading_bodies(officer, channel, register, day),
    )


def _leading_bodies(
    officer: Officer, channel: str, register: PlanRegister, day: datetime.date
) -> tuple[BodyShown, ...]:
    """The bodies of ours that lead something in the plan, and those they are parts of, by name."""
    leads = {each.id for standing in register.provisions for each in register.leading(standing, officer.party)}
    every = access.register_for(officer, channel).bodies
    found = hierarchy.with_those_above(access.placings_for(officer), leads, day) & every.keys()
    named = [shown.body_shown(id, every, day.isoformat()) for id in sorted(found)]
    return tuple(sorted(named, key=lambda body: (sorted(body.names.items()), body.id)))


def _first(plans: tuple[PlanLine, ...]) -> str:
    if not plans:
        raise access.NotHere(what="plan")
    return plans[0].id


def _askable(
    officer: Officer, register: PlanRegister, standing: ProvisionStanding, wanted: Collection[str], day: datetime.date
) -> Askable:
    leads = register.leading(standing, officer.party)
    return Askable(
        commitment=shown.commitment_named(officer, register.plan, standing.provision),
        lead=shown.body_shown(leads[0].id, register.bodies, day.isoformat()) if leads else None,
        chosen=standing.provision.id in wanted,
    )
