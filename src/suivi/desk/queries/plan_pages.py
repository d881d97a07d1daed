"""Plans for pages: the list, one plan at a glance, one commitment."""

import datetime
from collections.abc import Mapping

from suivi.desk import access, registers
from suivi.desk.access import Officer
from suivi.desk.pages import (
    AccountShown,
    ActivityShown,
    Ask,
    CommitmentNamed,
    CommitmentPage,
    CommitmentRow,
    DetailShown,
    PartyAccounts,
    PartyNamed,
    PillarRows,
    PlanPage,
    PlansPage,
    StepOpen,
    StepShown,
    Term,
    TicketLine,
)
from suivi.desk.queries import draft_pages, shown, ticket_pages
from suivi.desk.queries.terms import (
    REASONS,
    comparison_term,
    kind_term,
    mode_term,
    recurrence_words,
    stage_term,
)
from suivi.desk.registers import at_one_glance
from suivi.modes import MODES
from suivi.modes.asks import ASKS, Form
from suivi.modes.mode import Step
from suivi.plan.plan import ProvisionKind
from suivi.plan.words import Words
from suivi.record.entry import Entry
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import By, StepTaken
from suivi.register.activity import ActivityStanding, Said
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Comparison

KEY_STAGES = (Stage.DONE, Stage.UNDER_WAY, Stage.PLANNED, Stage.MENTIONED, Stage.STOPPED)
KEY_COMPARISONS = (
    Comparison.DIFFER,
    Comparison.DETAILS_DIFFER,
    Comparison.SEALED,
    Comparison.SAME,
    Comparison.ONE_SIDE,
    Comparison.NEITHER,
)


@at_one_glance
def plans(officer: Officer) -> PlansPage:
    """Plans in effect, plans proposed, readings under way."""
    lines = [shown.plan_line(officer, plan) for _, plan in access.plans_for(officer)]
    proposed = [
        shown.joint_line(officer, access.register_for(officer, channel), text)
        for channel, text in access.joint_texts_for(officer)
        if text.proposed.kind == "plan.adopted" and text.pending
    ]
    return PlansPage(plans=tuple(lines), joint_texts=tuple(proposed), drafts=draft_pages.lines(officer))


@at_one_glance
def plan_page(
    officer: Officer, plan: str, *, as_of: datetime.date | None, language: str, filters: Mapping[str, str]
) -> PlanPage:
    """The plan at a glance, on a day, filtered."""
    channel, register = access.plan_for(officer, plan, as_of=as_of)
    whole = access.register_for(officer, channel, as_of=as_of)
    unreleased = {} if as_of else _unreleased(officer, channel, plan)
    parties = tuple(party.code for party in shown.parties_named(whole))
    rows = {
        each.provision.id: commitment_row(officer, register, each, parties, unreleased, filters)
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
        last_entry_at=_last_entry_at(channel, as_of),
        sources=shown.sources_shown(whole),
        digest=register.digest,
        authentic=tuple(text.language for text in register.plan.texts if text.authentic),
    )


def commitment_row(
    officer: Officer,
    register: PlanRegister,
    standing: ProvisionStanding,
    parties: tuple[str, ...],
    unreleased: Mapping[str, list[AccountShown]],
    filters: Mapping[str, str],
) -> CommitmentRow:
    """One commitment in a list."""
    provision = standing.provision
    accounts = tuple(standing.latest(party) for party in parties)
    own = unreleased.get(provision.id)
    return CommitmentRow(
        commitment=shown.commitment_named(officer, register.plan, provision),
        accounts=tuple(shown.account_shown(account) if account else None for account in accounts),
        comparison=comparison_term(standing.comparison),
        unreleased=own[0] if own else None,
        due=recurrence_words(provision.recurrence),
        shown=_passes(register, standing, filters),
    )


def _passes(register: PlanRegister, standing: ProvisionStanding, filters: Mapping[str, str]) -> bool:
    pillar = shown.pillar_of(register.plan, standing.provision)
    facts = {
        "pillar": pillar.id if pillar else "",
        "comparison": standing.comparison.value,
        "mode": standing.provision.mode,
        "kind": standing.provision.kind.value,
    }
    return all(facts[name] == value for name, value in filters.items() if value)


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


def _last_entry_at(channel: str, as_of: datetime.date | None) -> datetime.datetime | None:
    instants = [
        entry.header.at
        for log in registers.logs(channel).values()
        for entry in log
        if entry.header is not None and (as_of is None or entry.header.at[:10] <= as_of.isoformat())
    ]
    return shown.instant(max(instants)) if instants else None


def _unreleased(officer: Officer, channel: str, plan: str) -> dict[str, list[AccountShown]]:
    """Our own reports that wait in a ticket, by commitment, newest first."""
    waiting: dict[str, list[AccountShown]] = {}
    home = {entry.seq: entry for entry in registers.home_log()}
    for row in access.tickets_for(officer):
        if row.plan != plan or row.channel != channel or row.released_log or row.discarded_at:
            continue
        entry = home.get(row.home_seq)
        if entry is not None and isinstance(entry.record, ReportFiled):
            account = Account.of(entry, entry.record, at=entry.header.at if entry.header else "")
            waiting.setdefault(entry.record.provision, []).append(shown.account_shown(account, ticket=row.digest))
    return waiting


@at_one_glance
def commitment_page(
    officer: Officer, plan: str, provision: str, *, as_of: datetime.date | None, language: str
) -> CommitmentPage:
    """Everything about one commitment, on a day."""
    channel, register, standing = access.provision_for(officer, plan, provision, as_of=as_of)
    whole = access.register_for(officer, channel, as_of=as_of)
    found = standing.provision
    pillar, theme = shown.pillar_of(register.plan, found), shown.theme_of(register.plan, found)
    waiting = () if as_of else _tickets_about(officer, register, standing)
    before, after = _neighbours(officer, register, standing)
    marking = max((line.marking for line in [shown.plan_line(officer, register)]), default="TLP:AMBER")
    return CommitmentPage(
        plan=shown.plan_line(officer, register),
        commitment=shown.commitment_named(officer, register.plan, found),
        pillar=shown.section_named(officer, register.plan, pillar) if pillar else None,
        theme=shown.section_named(officer, register.plan, theme) if theme else None,
        agreed=shown.agreed_shown(officer, register.plan, found),
        comparison=comparison_term(standing.comparison),
        accounts=tuple(_side(standing, party) for party in shown.parties_named(whole)),
        activities=tuple(_activity_shown(held) for held in standing.activities),
        stages=tuple(stage_term(stage) for stage in Stage),
        modes=tuple(mode_term(mode) for mode in _modes_offered(found.mode)),
        reasons=tuple(Term(code, words) for code, words in REASONS.items()),
        languages=tuple(spoken.tag for spoken in register.languages),
        as_of=as_of,
        marking=marking,
        recurrence=recurrence_words(found.recurrence),
        deadline=found.deadline.words if found.deadline else "",
        due=recurrence_words(found.recurrence),
        unreleased=tuple(() if as_of else _unreleased(officer, channel, plan).get(found.id, ())),
        tickets=waiting,
        set_aside=tuple(
            shown.set_aside_shown(aside)
            for aside in whole.set_aside
            if _is_about(channel, aside.log, aside.seq, _subjects(register, standing))
        ),
        before=before,
        after=after,
        may_write=as_of is None and officer.may("draft"),
    )


def _modes_offered(mode: str) -> list[str]:
    return sorted(MODES, key=lambda name: (name != mode, name))


def _side(standing: ProvisionStanding, party: PartyNamed) -> PartyAccounts:
    accounts = standing.accounts.get(party.code, ())
    latest = standing.latest(party.code)
    return PartyAccounts(
        party=party,
        latest=shown.account_shown(latest) if latest else None,
        before=tuple(shown.account_shown(account) for account in reversed(accounts) if account is not latest),
    )


def _subjects(register: PlanRegister, standing: ProvisionStanding) -> set[str]:
    own = [standing.provision.id, *(held.id for held in standing.activities)]
    return {f"{register.plan.id}#{subject}" for subject in own}


def _is_about(channel: str, log: str, seq: int, subjects: set[str]) -> bool:
    entry: Entry = registers.logs(channel)[log][seq]
    return entry.header is not None and entry.header.subject in subjects


def _tickets_about(officer: Officer, register: PlanRegister, standing: ProvisionStanding) -> tuple[TicketLine, ...]:
    subjects = _subjects(register, standing)
    return tuple(
        ticket_pages.line(officer, row)
        for row in access.tickets_for(officer)
        if row.subject in subjects and not row.released_log and not row.discarded_at
    )


def _neighbours(
    officer: Officer, register: PlanRegister, standing: ProvisionStanding
) -> tuple[CommitmentNamed | None, CommitmentNamed | None]:
    place = register.provisions.index(standing)
    before = register.provisions[place - 1] if place else None
    after = register.provisions[place + 1] if place + 1 < len(register.provisions) else None
    return (
        shown.commitment_named(officer, register.plan, before.provision) if before else None,
        shown.commitment_named(officer, register.plan, after.provision) if after else None,
    )


def _activity_shown(held: ActivityStanding) -> ActivityShown:
    activity = held.activity
    return ActivityShown(
        id=held.id,
        mode=Term(activity.mode.name, activity.mode.names),
        edition=activity.mode.edition,
        state=Term(activity.state, activity.mode.words[activity.state]),
        opened_by=held.opened_by,
        opened_at=shown.instant(held.opened_at),
        marking=held.marking.label(),
        taken=tuple(_step_shown(held, said) for said in activity.taken),
        open=tuple(_step_open(held, step) for step in activity.mode.open_steps(activity.state)),
    )


def _step_shown(held: ActivityStanding, said: Said) -> StepShown:
    return StepShown(
        step=Term(said.step, held.activity.mode.words[said.step]),
        party=said.party,
        on=said.on,
        at=shown.instant(said.at),
        log=said.log,
        seq=said.seq,
        marking=said.marking.label(),
        details=tuple(detail_shown(name, detail) for name, detail in said.details.items()),
        joint=said.joint,
        recorded_later=said.recorded_later,
    )


def detail_shown(name: str, detail: str | Mapping[str, str]) -> DetailShown:
    """One detail of a step, named in words where the house knows it."""
    ask = ASKS.get(name)
    called = ask.words if ask else Words(name, name, name)
    if isinstance(detail, str):
        choice = ask.choices.get(detail) if ask else None
        return (
            DetailShown(name=called, versions=choice.by_language())
            if choice
            else DetailShown(name=called, plain=detail)
        )
    return DetailShown(name=called, versions=dict(detail))


_FIELD_KINDS = {Form.DAY: "day", Form.NUMBER: "number", Form.LINE: "word", Form.PROSE: "prose", Form.CHOICE: "choice"}


def _step_open(held: ActivityStanding, step: Step) -> StepOpen:
    words = held.activity.mode.words
    return StepOpen(
        step=Term(step.name, words[step.name]),
        by=step.by.value,
        reaches=None if step.by is By.OWN else Term(step.reaches, words[step.reaches]),
        asks=tuple(_ask(name) for name in step.asks),
    )


def _ask(name: str) -> Ask:
    ask = ASKS[name]
    choices = tuple(Term(code, words) for code, words in ask.choices.items())
    return Ask(code=name, kind=_FIELD_KINDS[ask.form], name=ask.words, choices=choices)


def step_of(said: StepTaken, register: Register) -> Words | None:
    """What a step is called in the mode of its activity, or None where the activity is not known."""
    for plan in register.plans.values():
        for standing in plan.provisions:
            for held in standing.activities:
                if held.id == said.activity:
                    return held.activity.mode.words.get(said.step)
    return None
