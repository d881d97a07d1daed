"""Plans for pages: the list, one plan at a glance, one commitment."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from suivi.desk import access, entries, hierarchy, past, project, registers
from suivi.desk.access import Officer
from suivi.desk.drafts import TicketRow
from suivi.desk.hierarchy import Placing
from suivi.desk.pages import (
    AccountShown,
    ActivityShown,
    Ask,
    BodyShown,
    CommitmentNamed,
    CommitmentPage,
    CommitmentRow,
    DetailShown,
    DueShown,
    LeadShown,
    PartyAccounts,
    PartyNamed,
    PillarRows,
    PlanPage,
    PlansPage,
    StepOpen,
    StepShown,
    Stop,
    Term,
    TicketLine,
    TwinShown,
)
from suivi.desk.pages.marking import NOTHING_OFFERED
from suivi.desk.queries import draft_pages, due_lines, joint_text_pages, named_pages, return_pages, shown, ticket_pages
from suivi.desk.queries.markings import offered_after, offered_in
from suivi.desk.queries.terms import (
    REASONS,
    ROLES,
    comparison_term,
    kind_term,
    mode_term,
    recurrence_words,
    score_terms,
    stage_term,
)
from suivi.desk.registers import at_one_glance, seen_once
from suivi.modes import MODES
from suivi.modes.asks import ASKS, Form
from suivi.modes.mode import START, Step
from suivi.plan.channel import PUBLIC
from suivi.plan.party import Body
from suivi.plan.plan import ProvisionKind
from suivi.plan.words import Words
from suivi.record.entry import Entry
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import LENT, Basis, By
from suivi.register.activity import Activity, ActivityStanding, Said
from suivi.register.bodies import answers_named
from suivi.register.duties import answers_to
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Comparison
from suivi.register.step_days import has_been_asked
from suivi.register.summaries import summaries_of
from suivi.register.twins import twins_of

KEY_STAGES = (Stage.DONE, Stage.UNDER_WAY, Stage.PLANNED, Stage.MENTIONED, Stage.STOPPED)
KEY_COMPARISONS = (
    Comparison.DIFFER,
    Comparison.DETAILS_DIFFER,
    Comparison.SEALED,
    Comparison.SAME,
    Comparison.ONE_SIDE,
    Comparison.NEITHER,
)

DUES = {
    "overdue": Words("overdue", "en retard", "기한 경과"),
    "quarter": Words("within three months", "d’ici trois mois", "3개월 이내"),
    "year": Words("within a year", "d’ici un an", "1년 이내"),
}
HORIZONS = {"quarter": 92, "year": 366}


PLANS_A_PAGE = 100


@at_one_glance
def plans(officer: Officer, *, page: int = 1) -> PlansPage:
    """Plans in effect, a hundred to a page from 1, plans proposed, readings under way."""
    project.project()
    start = (max(page, 1) - 1) * PLANS_A_PAGE
    lines = shown.plan_lines(officer, start=start, limit=PLANS_A_PAGE + 1)
    proposed = joint_text_pages.open_lines(officer, kinds=("plan.adopted", "plan.amended"), most=PLANS_A_PAGE)
    return PlansPage(
        plans=lines[:PLANS_A_PAGE],
        joint_texts=tuple(proposed),
        drafts=draft_pages.lines(officer, most=draft_pages.A_PAGE),
        page=max(page, 1),
        before=page - 1 if page > 1 else None,
        after=max(page, 1) + 1 if len(lines) > PLANS_A_PAGE else None,
    )


@at_one_glance
def plan_page(
    officer: Officer,
    plan: str,
    *,
    as_of: datetime.date | None,
    language: str,
    filters: Mapping[str, str],
    day: datetime.date | None = None,
) -> PlanPage:
    """The plan at a glance, on a day, filtered; what is due is asked on `as_of`, else on `day` (None: not asked)."""
    channel, register = access.plan_for(officer, plan, as_of=as_of)
    asked_on = as_of or day
    due = due_lines.due_lines(officer, register, asked_on) if asked_on else ()
    whole = access.register_for(officer, channel, as_of=as_of)
    unreleased = _unreleased(officer, channel, plan) if _knows_home(as_of) else {}
    parties = tuple(party.code for party in shown.parties_named(whole))
    known, on = access.placings_for(officer), asked_on or datetime.date.max
    wanted = {filters["body"], *hierarchy.parts_on(known, filters["body"], on)} if filters.get("body") else set()
    rows = {
        each.provision.id: commitment_row(
            officer, register, each, parties, unreleased, filters, wanted, _due_of(due, each.provision.id, asked_on)
        )
        for each in register.provisions
    }
    return PlanPage(
        plan=shown.plan_line(officer, register),
        parties=shown.parties_named(whole),
        pillars=_by_pillar(officer, register, rows),
        stages=tuple(stage_term(stage) for stage in KEY_STAGES),
        comparisons=tuple(comparison_term(comparison) for comparison in KEY_COMPARISONS),
        modes=tuple(mode_term(mode) for mode in dict.fromkeys(each.provision.mode for each in register.provisions)),
        kinds=tuple(kind_term(kind) for kind in (ProvisionKind.INITIATIVE, ProvisionKind.AIM)),
        filters=dict(filters),
        as_of=as_of,
        last_entry_at=_last_entry_at(officer, channel, as_of),
        sources=shown.sources_shown(whole) if access.sees_whole(officer, channel) else (),
        digest=register.digest,
        authentic=tuple(text.language for text in register.plan.texts if text.authentic),
        bodies=_bodies_on(register, whole, known, on),
        dues=tuple(Term(code, words) for code, words in DUES.items()),
        due=due,
        day=asked_on,
        ended=tuple(
            shown.commitment_named(officer, register.plan_with(each.provision.id), each.provision)
            for each in register.ended
        ),
    )


def _knows_home(as_of: datetime.date | None) -> bool:
    """Whether what our own desk adds can be told: of now, or of the past day that is looked at."""
    return as_of == past.day_looked_at()


_Due = tuple[tuple[DueShown, ...], datetime.date | None]
_NOT_ASKED: _Due = ((), None)


def _due_of(due: tuple[DueShown, ...], provision: str, day: datetime.date | None) -> _Due:
    return tuple(line for line in due if line.commitment.id == provision), day


def _bodies_on(
    register: PlanRegister, whole: Register, known: Iterable[Placing], day: datetime.date
) -> tuple[BodyShown, ...]:
    """The bodies that lead or support and those they are parts of, by party in charter order, by their names that day."""
    order = {party: place for place, party in enumerate(register.parties)}
    at_work = [body.id for body in register.bodies.values() if body.leads or body.supports]
    every = hierarchy.with_those_above(known, at_work, day) & whole.bodies.keys()
    named = [shown.body_shown(id, whole.bodies, day.isoformat()) for id in whole.bodies if id in every]
    return tuple(sorted(named, key=lambda body: order.get(body.party, len(order))))


def commitment_row(
    officer: Officer,
    register: PlanRegister,
    standing: ProvisionStanding,
    parties: tuple[str, ...],
    unreleased: Mapping[str, list[AccountShown]],
    filters: Mapping[str, str],
    bodies: Collection[str] = (),
    due: _Due = _NOT_ASKED,
) -> CommitmentRow:
    """One commitment in a list; `bodies` are that of the filter and its parts; `due` is what is due on it that day."""
    provision = standing.provision
    accounts = tuple(standing.latest(party) for party in parties)
    own = unreleased.get(provision.id)
    return CommitmentRow(
        commitment=shown.commitment_named(officer, register.plan, provision),
        accounts=tuple(shown.account_shown(account, register.bodies) if account else None for account in accounts),
        comparison=comparison_term(standing.comparison),
        unreleased=own[0] if own else None,
        due=due[0][0].says if due[0] else recurrence_words(provision.recurrence),
        overdue=bool(due[0]) and due[0][0].overdue,
        shown=_passes(register, standing, filters, bodies, due),
    )


def _passes(
    register: PlanRegister,
    standing: ProvisionStanding,
    filters: Mapping[str, str],
    bodies: Collection[str],
    due: _Due,
) -> bool:
    pillar = shown.pillar_of(register.plan, standing.provision)
    facts = {
        "pillar": {pillar.id} if pillar else set(),
        "comparison": {standing.comparison.value},
        "mode": {standing.provision.mode},
        "kind": {standing.provision.kind.value},
        "body": {filters.get("body", "")} if not _bodies_at_work(register, standing).isdisjoint(bodies) else set(),
        "due": _terms_due(*due),
    }
    return all(value in facts[name] for name, value in filters.items() if value)


def _bodies_at_work(register: PlanRegister, standing: ProvisionStanding) -> set[str]:
    """The bodies that lead or support a commitment, under the id of any of its places."""
    places = {place.id for place in standing.provision.places}
    places |= {f"{register.plan.id}#{place}" for place in places}
    return {id for id, body in register.bodies.items() if not places.isdisjoint((*body.leads, *body.supports))}


def _terms_due(due: tuple[DueShown, ...], day: datetime.date | None) -> set[str]:
    """The codes of `DUES` that hold for what is due."""
    if day is None:
        return set()
    coming = {code for code, days in HORIZONS.items() for one in due if not one.overdue and (one.on - day).days <= days}
    return coming | ({"overdue"} if any(one.overdue for one in due) else set())


def _by_pillar(officer: Officer, register: PlanRegister, rows: Mapping[str, CommitmentRow]) -> tuple[PillarRows, ...]:
    groups: dict[str | None, list[CommitmentRow]] = {}
    for standing in register.provisions:
        pillar = shown.pillar_of(register.plan, standing.provision)
        groups.setdefault(pillar.id if pillar else None, []).append(rows[standing.provision.id])
    sections = {section.id: section for section in register.plan.sections}
    return tuple(
        PillarRows(
            pillar=None if pillar is None else shown.section_named(officer, register.plan, sections[pillar]),
            rows=tuple(group),
        )
        for pillar, group in groups.items()
    )


def _last_entry_at(officer: Officer, channel: str, as_of: datetime.date | None) -> datetime.datetime | None:
    if as_of is None and access.ceiling_of(officer) is None:
        last = registers.last_entry_at(channel)
        return shown.instant(last) if last else None
    instants = [
        entry.header.at
        for log in access.logs_for(officer, channel).values()
        for entry in log
        if entry.header is not None and (as_of is None or entry.header.at[:10] <= as_of.isoformat())
    ]
    return shown.instant(max(instants)) if instants else None


def _unreleased(officer: Officer, channel: str, plan: str) -> dict[str, list[AccountShown]]:
    """Our own reports that wait in a ticket, by commitment, newest first."""
    waiting: dict[str, list[AccountShown]] = {}
    whole = access.register_for(officer, channel)
    begun = whole.plans[plan].agreed_on or "" if plan in whole.plans else ""
    rows = [row for row in _waiting(officer, channel, plan) if row.channel != PUBLIC]
    home = entries.home_entries(row.home_seq for row in rows)
    for row in rows:
        entry = home.get(row.home_seq)
        if entry is not None and isinstance(entry.record, ReportFiled):
            account = Account.of(entry, entry.record, at=entry.header.at if entry.header else "")
            account = replace(account, background=account.on < begun)
            waiting.setdefault(entry.record.provision, []).append(
                shown.account_shown(account, whole.bodies, ticket=row.digest)
            )
    return waiting


def _waiting(officer: Officer, channel: str, plan: str) -> list[TicketRow]:
    """What waits about a plan: in its channel, in those before it, and for the public."""
    key = f"waiting of {plan} in {channel} for {officer.pk}"
    channels = [channel, *registers.before(channel), PUBLIC]
    return seen_once(key, lambda: list(access.tickets_for(officer, waiting=True, plan=(channels, plan))))


@at_one_glance
def commitment_page(
    officer: Officer,
    plan: str,
    provision: str,
    *,
    as_of: datetime.date | None,
    language: str,
    day: datetime.date | None = None,
) -> CommitmentPage:
    """Everything about one commitment, on a day; what is due is asked on `as_of`, else on `day` (None: not asked).

    Bodies that lead it are called as they were that day; with neither, on the day of the newest entry.
    """
    channel, register, standing = access.commitment_for(officer, plan, provision, as_of=as_of)
    whole = access.register_for(officer, channel, as_of=as_of)
    found = standing.provision
    stood_in = register.plan_with(found.id)
    pillar, theme = shown.pillar_of(stood_in, found), shown.theme_of(stood_in, found)
    waiting = _tickets_about(officer, channel, register, standing) if _knows_home(as_of) else ()
    before, after = _neighbours(officer, register, standing)
    asked_on = as_of or day
    due = due_lines.due_on(officer, register, standing, asked_on) if asked_on else ()
    marking = max((line.marking for line in [shown.plan_line(officer, register)]), default="TLP:AMBER")
    return CommitmentPage(
        plan=shown.plan_line(officer, register),
        commitment=shown.commitment_named(officer, stood_in, found),
        pillar=shown.section_named(officer, stood_in, pillar) if pillar else None,
        theme=shown.section_named(officer, stood_in, theme) if theme else None,
        agreed=shown.agreed_shown(officer, stood_in, found),
        ended=standing in register.ended,
        comparison=comparison_term(standing.comparison),
        accounts=tuple(_side(register, standing, party) for party in shown.parties_named(whole)),
        activities=tuple(_with_twin(officer, register, held) for held in standing.activities if not held.withdrawn),
        stages=tuple(stage_term(stage) for stage in Stage),
        modes=tuple(mode_term(mode) for mode in _modes_offered(found.mode)),
        reasons=tuple(Term(code, words) for code, words in REASONS.items()),
        languages=tuple(spoken.tag for spoken in register.languages),
        as_of=as_of,
        marking=marking,
        markings=offered_in(channel),
        corrected_as=offered_after(channel, ours.marking)
        if (ours := standing.latest(officer.party))
        else NOTHING_OFFERED,
        recurrence=recurrence_words(found.recurrence),
        deadline=found.deadline.words if found.deadline else "",
        due=due[0].says if due else recurrence_words(found.recurrence),
        overdue=bool(due) and due[0].overdue,
        unreleased=tuple(_unreleased(officer, channel, plan).get(found.id, ()) if _knows_home(as_of) else ()),
        tickets=waiting,
        returns=return_pages.open_about(officer, (register.plan.id, found.id), asked_on) if _knows_home(as_of) else (),
        set_aside=tuple(
            shown.set_aside_shown(aside)
            for aside in whole.set_aside
            if _is_about(channel, aside.log, aside.seq, _subjects(register, standing))
        ),
        evidence=tuple(shown.evidence_shown(one) for one in standing.evidence),
        assessments=tuple(shown.assessed_shown(one) for one in reversed(standing.assessments)),
        scores=score_terms(),
        named=named_pages.things_named(officer, register, standing, asked_on or _last_day(officer, channel)),
        leads=_leads(whole, register, standing, asked_on or _last_day(officer, channel)),
        before=before,
        after=after,
        may_write=as_of is None
        and access.may(officer, "draft", plan=register.plan.id, provision=standing.provision.id),
    )


def _leads(
    whole: Register, register: PlanRegister, standing: ProvisionStanding, day: datetime.date
) -> tuple[LeadShown, ...]:
    """The bodies that lead the commitment at any of its places, then those that support it, by party in charter order."""
    places = [place.id for place in standing.provision.places]
    known = {*places, *(f"{register.plan.id}#{place}" for place in places)}
    roles = [("leads", body) for body in register.bodies.values() if not known.isdisjoint(body.leads)]
    roles += [
        ("supports", body)
        for body in register.bodies.values()
        if not known.isdisjoint(body.supports) and known.isdisjoint(body.leads)
    ]
    return tuple(
        LeadShown(
            party=body.party,
            body=shown.body_shown(body.id, register.bodies, day.isoformat()),
            role=Term(role, ROLES[role]),
        )
        for role, body in sorted(roles, key=lambda one: whole.parties.index(one[1].party))
    )


def _last_day(officer: Officer, channel: str) -> datetime.date:
    last = _last_entry_at(officer, channel, None)
    return last.date() if last else datetime.date.min


def _modes_offered(mode: str) -> list[str]:
    return sorted(MODES, key=lambda name: (name != mode, name))


def _side(register: PlanRegister, standing: ProvisionStanding, party: PartyNamed) -> PartyAccounts:
    accounts = standing.accounts.get(party.code, ())
    latest = standing.latest(party.code)
    return PartyAccounts(
        party=party,
        latest=shown.account_shown(latest, register.bodies) if latest else None,
        before=tuple(
            shown.account_shown(account, register.bodies) for account in reversed(accounts) if account is not latest
        ),
    )


def _subjects(register: PlanRegister, standing: ProvisionStanding) -> set[str]:
    own = [standing.provision.id, *(held.id for held in standing.activities)]
    return {f"{register.plan.id}#{subject}" for subject in own}


def _is_about(channel: str, log: str, seq: int, subjects: set[str]) -> bool:
    entry: Entry = registers.entry_at(channel, log, seq)
    return entry.header is not None and entry.header.subject in subjects


def _tickets_about(
    officer: Officer, channel: str, register: PlanRegister, standing: ProvisionStanding
) -> tuple[TicketLine, ...]:
    subjects = _subjects(register, standing)
    rows = _waiting(officer, channel, register.plan.id)
    return ticket_pages.lines(officer, [row for row in rows if row.subject in subjects])


def _neighbours(
    officer: Officer, register: PlanRegister, standing: ProvisionStanding
) -> tuple[CommitmentNamed | None, CommitmentNamed | None]:
    if standing not in register.provisions:
        return None, None
    place = register.provisions.index(standing)
    before = register.provisions[place - 1] if place else None
    after = register.provisions[place + 1] if place + 1 < len(register.provisions) else None
    return (
        shown.commitment_named(officer, register.plan, before.provision) if before else None,
        shown.commitment_named(officer, register.plan, after.provision) if after else None,
    )


def _with_twin(officer: Officer, register: PlanRegister, held: ActivityStanding) -> ActivityShown:
    """An activity as its commitment shows it, with the first of those that seem to be the same."""
    line = activity_shown(held, officer.party, register.bodies)
    twins = next((pair for pair in twins_of(register) if held in (pair.stays, pair.goes)), None)
    if twins is None:
        return line
    stays = twins.stays is held
    other = twins.goes if stays else twins.stays
    standing = register.standing(other.provision)
    assert standing is not None  # twins are found under the commitments of this very plan
    return replace(
        line,
        twin=TwinShown(
            id=other.id,
            commitment=shown.commitment_named(officer, register.plan, standing.provision),
            opened_by=other.opened_by,
            opened_at=shown.instant(other.opened_at),
            stays=stays,
        ),
    )


def activity_shown(held: ActivityStanding, party: str, bodies: Mapping[str, Body]) -> ActivityShown:
    """An activity with its steps and those open to `party`; `bodies` are those an answer may name, by id."""
    activity = held.activity
    return ActivityShown(
        id=held.id,
        mode=Term(activity.mode.name, activity.mode.names),
        edition=activity.mode.edition,
        state=Term(activity.state, activity.mode.words[activity.state]),
        opened_by=held.opened_by,
        opened_at=shown.instant(held.opened_at),
        marking=held.marking.label(),
        titles=dict(held.titles),
        course=course_of(activity),
        taken=tuple(step_shown(held, said, bodies) for said in activity.taken),
        open=tuple(_step_open(held, step) for step in activity.open_to(party) if has_been_asked(activity, step, party)),
        summaries=summaries_of(activity),
    )


def course_of(activity: Activity) -> tuple[Stop, ...]:
    """The states on the course of an activity's mode, with the day each was reached last and where it stands now."""
    mode, course = activity.mode, activity.mode.course
    here = course.index(activity.state) if activity.state in course else -1
    left = here < 0 and activity.state != START
    reached = {step.name: step.reaches for step in mode.steps if step.by is not By.OWN}
    days = {reached[said.step]: said.on for said in activity.taken if said.step in reached}
    return tuple(
        Stop(
            state=Term(state, mode.words[state]),
            place="here" if place == here else "past" if place < here or (left and state in days) else "ahead",
            on=days.get(state, "") if place <= here or left else "",
        )
        for place, state in enumerate(course)
    )


def step_shown(held: ActivityStanding, said: Said, bodies: Mapping[str, Body]) -> StepShown:
    """A step taken in an activity; an answer that names one of `bodies` is told by the names it bore on the day."""
    answers = answers_named(said.details, bodies, said.on)
    return StepShown(
        step=Term(said.step, held.activity.mode.words[said.step]),
        party=said.party,
        on=said.on,
        at=shown.instant(said.at),
        log=said.log,
        seq=said.seq,
        marking=said.marking.label(),
        details=tuple(detail_shown(name, detail, lent=name in said.lent) for name, detail in answers.items()),
        joint=said.joint,
        recorded_later=said.recorded_later,
        basis=Term(said.basis.value, said.basis.words) if said.basis else None,
        ours=not said.joint and shown.party_named(said.party).ours,
    )


def detail_shown(name: str, detail: str | Mapping[str, str], *, lent: bool = False) -> DetailShown:
    """One detail of a step, named in words where the house knows it, marked where no source gives it."""
    ask = ASKS.get(name)
    called, mark = ask.words if ask else Words(name, name, name), LENT if lent else None
    if not isinstance(detail, str):
        return DetailShown(name=called, versions=dict(detail), lent=mark)
    words = ask.in_words(detail) if ask else None
    if words:
        return DetailShown(name=called, versions=words.by_language(), lent=mark)
    return DetailShown(name=called, plain=detail, lent=mark)


_FIELD_KINDS = {
    Form.DAY: "day",
    Form.YEAR: "number",
    Form.NUMBER: "number",
    Form.LINE: "word",
    Form.PROSE: "prose",
    Form.CHOICE: "choice",
    Form.SEVERAL: "several",
    Form.COUNTS: "counts",
    Form.SUM: "sum",
    Form.HOUR: "hour",
}


def _step_open(held: ActivityStanding, step: Step) -> StepOpen:
    words = held.activity.mode.words
    return StepOpen(
        step=Term(step.name, words[step.name]),
        by=step.by.value,
        reaches=None if step.by is By.OWN else Term(step.reaches, words[step.reaches]),
        asks=tuple(_asked(held, step, name) for name in step.asks),
        bases=tuple(Term(basis.value, basis.words) for basis in Basis),
    )


def _asked(held: ActivityStanding, step: Step, name: str) -> Ask:
    """A detail, filled in where the step answers another that gave it: with the words of the oldest that waits."""
    if step.answers is None or ASKS[name].form is not Form.PROSE:
        return ask_shown(name)
    waiting = (asked for asked, answer in answers_to(held.activity, step.answers, step.name, name) if answer is None)
    given = next((asked.details.get(name) for asked in waiting), None)
    return replace(ask_shown(name), given=given) if isinstance(given, dict) else ask_shown(name)


def ask_shown(name: str) -> Ask:
    """A detail a step asks for, as a form draws it."""
    ask = ASKS[name]
    choices = tuple(Term(code, words) for code, words in ask.choices.items())
    return Ask(code=name, kind=_FIELD_KINDS[ask.form], name=ask.words, choices=choices)
