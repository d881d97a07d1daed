"""From the register to what pages show: one commitment named, one account, one joint text, one ticket."""

import datetime
from collections.abc import Iterable, Mapping

from suivi.desk import access, entries, registers
from suivi.desk.access import Officer
from suivi.desk.hosts import PARTY_NAMES as PARTY_NAMES
from suivi.desk.pages import (
    AccountShown,
    AgreedShown,
    AssessedShown,
    BodyShown,
    CommitmentNamed,
    EvidenceShown,
    JointTextLine,
    NextStepShown,
    PartyNamed,
    PlanLine,
    SectionNamed,
    SetAsideShown,
    SourceShown,
    SuppliedShown,
    Term,
)
from suivi.desk.queries.terms import NO_NAME, hindrance_term, kind_term, mode_term, record_term, stage_term, state_term
from suivi.exchange.faults import FAULTS
from suivi.exchange.words_of_facts import told_detail
from suivi.plan.party import Body
from suivi.plan.plan import Plan, Provision, ProvisionKind, Section
from suivi.plan.words import Words, in_house_languages
from suivi.record.assessments import SCORES
from suivi.record.described import FACTS
from suivi.record.marking import read_marking
from suivi.record.plans import PlanAdopted
from suivi.record.steps import StepTaken
from suivi.register.assessments import Assessed
from suivi.register.described import Described
from suivi.register.evidence import Evidence
from suivi.register.fold import Register, Source
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister
from suivi.register.reports import Account, Comparison
from suivi.register.set_aside import Flag, SetAside


def instant(written: str) -> datetime.datetime:
    """An instant or day as headers write it, as an aware datetime in UTC."""
    at = datetime.datetime.fromisoformat(written)
    return at if at.tzinfo else at.replace(tzinfo=datetime.UTC)


def party_named(code: str, names: dict[str, str] | None = None) -> PartyNamed:
    """A party as pages name it; `names` are those of the charter."""
    known = names or PARTY_NAMES.get(code) or {language: code.upper() for language in ("en", "fr", "ko")}
    return PartyNamed(code, known, ours=code == entries.own_node().party)


def parties_named(register: Register) -> tuple[PartyNamed, ...]:
    """The parties of the channel, in charter order."""
    if register.charter is None:
        return tuple(party_named(code) for code in entries.parties(register.channel))
    return tuple(party_named(party.code, party.names) for party in register.charter.parties)


_REMEMBERED_TEXTS = 256
_texts: dict[str, str] = {}


def characters_of(officer: Officer, digest: str) -> str | None:
    """The characters of an agreed text, or None where it is not held."""
    access.must_read(officer)
    return _held([digest]).get(digest)


def _held(digests: list[str]) -> dict[str, str]:
    """The characters of those of the texts that are held, by digest; one question for those not remembered, and for those
    of all plans opened at this glance.
    """
    unknown = [digest for digest in digests if digest not in _texts]
    found = {digest: _texts[digest] for digest in digests if digest not in unknown}
    if unknown:
        to_come = registers.texts_to_come()
        found |= entries.texts_held({*unknown, *(to_come - _texts.keys())})
        to_come.clear()
        while len(_texts) > _REMEMBERED_TEXTS:
            _texts.pop(next(iter(_texts)), None)
        _texts.update(found)
    return found


def texts_of(officer: Officer, plan: Plan) -> dict[str, tuple[str, bool, str]]:
    """By language: the characters held, whether authentic, and their digest."""
    access.must_read(officer)
    held = _held([text.sha256 for text in plan.texts])
    return {
        text.language: (held[text.sha256], text.authentic, text.sha256) for text in plan.texts if text.sha256 in held
    }


def commitment_named(officer: Officer, plan: Plan, provision: Provision) -> CommitmentNamed:
    """A commitment as lists name it."""
    texts = texts_of(officer, plan)
    first = provision.places[0]
    return CommitmentNamed(
        plan=plan.id,
        id=provision.id,
        kind=kind_term(provision.kind),
        mode=mode_term(provision.mode),
        agreed={language: span.of(texts[language][0]) for language, span in first.spans.items() if language in texts},
        titles=dict(provision.titles),
        aliases=tuple(place.id for place in provision.places[1:]),
        authentic=tuple(text.language for text in plan.texts if text.authentic),
    )


def agreed_shown(officer: Officer, plan: Plan, provision: Provision) -> tuple[AgreedShown, ...]:
    """The agreed words of every place in every language held, first place first."""
    texts = texts_of(officer, plan)
    return tuple(
        AgreedShown(
            place=place.id,
            language=language,
            authentic=texts[language][1],
            characters=span.of(texts[language][0]),
            start=span.start,
            end=span.end,
            sha256=texts[language][2],
        )
        for place in provision.places
        for language, span in place.spans.items()
        if language in texts
    )


def section_named(officer: Officer, plan: Plan, section: Section) -> SectionNamed:
    """A pillar or theme, its heading cut from the agreed texts."""
    texts = texts_of(officer, plan)
    return SectionNamed(
        id=section.id,
        headings={
            language: span.of(texts[language][0]) for language, span in section.headings.items() if language in texts
        },
        titles=dict(section.titles),
    )


def account_shown(account: Account, bodies: Mapping[str, Body], *, ticket: str | None = None) -> AccountShown:
    """One report in the words it has now, with the words it had before; `bodies` are those named, by id."""
    log, seq = account.correction or (account.log, account.seq)
    return AccountShown(
        id=account.id,
        party=account.party,
        stage=stage_term(account.stage),
        account=dict(account.account),
        on=account.on,
        at=instant(account.corrected_at or account.at),
        log=log,
        seq=None if account.unreleased else seq,
        marking=account.marking.label(),
        until=account.until,
        next=dict(account.next or {}),
        reason=account.reason,
        recorded_later=account.recorded_later,
        withdrawn=account.withdrawn,
        earlier=tuple(account_shown(earlier, bodies) for earlier in reversed(account.versions)),
        background=account.background,
        bodies=tuple(body_shown(id, bodies, account.on) for id in account.bodies),
        state=state_term(account.state) if account.state else None,
        steps=tuple(
            NextStepShown(
                words=dict(step.words),
                due_on=step.due_on,
                owner=body_shown(step.owner, bodies, account.on) if step.owner else None,
            )
            for step in account.steps
        ),
        hindrance=hindrance_term(account.hindrance) if account.hindrance else None,
        new_day=account.new_day.on if account.new_day else None,
        new_day_why=dict(account.new_day.why) if account.new_day else {},
        ticket=ticket,
    )


def body_shown(id: str, bodies: Mapping[str, Body], on: str) -> BodyShown:
    """A body by the names it bore on the day `on`; by its id and the words for it where it had none."""
    body = bodies.get(id)
    names = body.name_on(datetime.date.fromisoformat(on)) if body else {}
    return BodyShown(id=id, party=body.party if body else "", names=dict(names), unnamed=None if names else NO_NAME)


def body_words(id: str, bodies: Mapping[str, Body], on: str) -> Words:
    """The name a body bore on the day `on`, where it stands in a line of the software's words; its id where it had none."""
    names = body_shown(id, bodies, on).names
    return in_house_languages(names) if names else Words(id, id, id)


def evidence_shown(evidence: Evidence) -> EvidenceShown:
    """One source as its party cites it."""
    return EvidenceShown(
        id=evidence.id,
        address=evidence.address,
        title=evidence.title,
        language=evidence.language,
        publisher=evidence.publisher,
        published_on=evidence.published_on,
        on=evidence.on,
        account=dict(evidence.account),
        party=evidence.party,
        marking=evidence.marking.label(),
        recorded_at=instant(evidence.at),
        log=evidence.log,
        seq=evidence.seq,
        report=evidence.report,
        background=evidence.background,
        withdrawn=evidence.withdrawn,
    )


def assessed_shown(one: Assessed) -> AssessedShown:
    """An assessment as its party gave it."""
    return AssessedShown(
        id=one.id,
        party=one.party,
        score=Term(str(one.said.score), SCORES[one.said.score]),
        account=dict(one.said.account),
        from_on=one.said.from_on,
        to_on=one.said.to_on,
        at=instant(one.at),
        log=one.log,
        seq=one.seq,
        marking=one.marking.label(),
        withdrawn=one.withdrawn,
    )


def supplied_shown(one: Described) -> SuppliedShown:
    """What a party supplies about a plan."""
    return SuppliedShown(
        party=one.party,
        facts=tuple((FACTS[name], dict(words)) for name, words in one.said.facts.items()),
        agreed_on=one.said.agreed_on,
        at=instant(one.at),
        log=one.log,
        seq=one.seq,
        marking=one.marking.label(),
    )


def sources_shown(register: Register) -> tuple[SourceShown, ...]:
    """Where the register was cut in each log, in charter order."""
    order = {party.code: place for place, party in enumerate(parties_named(register))}
    shown = [source_shown(log, source) for log, source in register.sources.items()]
    return tuple(sorted(shown, key=lambda source: order.get(source.party, 99)))


def source_shown(log: str, source: Source) -> SourceShown:
    """How far one log reaches."""
    party = log.split("/")[1]
    return SourceShown(party=party, log=log, size=source.size, root=source.root, last_on=source.last_on)


def set_aside_shown(aside: SetAside) -> SetAsideShown:
    """An entry that does not count, and why."""
    return _concerning(aside, aside.check)


def flag_shown(flag: Flag) -> SetAsideShown:
    """An entry that counts, and what is to be looked at; no check failed."""
    return _concerning(flag, 0)


def _concerning(found: SetAside | Flag, check: int) -> SetAsideShown:
    words = FAULTS.get(found.code)
    return SetAsideShown(
        log=found.log,
        seq=found.seq,
        code=found.code,
        check=check,
        says=words.says if words else Words(found.code, found.code, found.code),
        detail=found.detail,
        told=told_detail(found.detail) if found.detail else None,
    )


def pillar_of(plan: Plan, provision: Provision) -> Section | None:
    """The pillar a commitment stands in, or None."""
    return _ancestor(plan, provision.places[0].section, kinds=("pillar",))


def theme_of(plan: Plan, provision: Provision) -> Section | None:
    """The theme a commitment stands in, or None."""
    return _ancestor(plan, provision.places[0].section, kinds=("theme",))


def _ancestor(plan: Plan, section: str | None, *, kinds: tuple[str, ...]) -> Section | None:
    sections = {each.id: each for each in plan.sections}
    while section is not None and section in sections:
        found = sections[section]
        if found.kind in kinds:
            return found
        section = found.parent
    return None


def joint_line(officer: Officer, register: Register, text: JointText) -> JointTextLine:
    """A joint text in a list."""
    ours = entries.own_node().party
    header = text.proposal.header
    assert header is not None  # only sound entries make joint texts
    waits = text.still_to_speak or text.still_to_seal if text.pending else ()
    about = None
    title: dict[str, str] = {}
    body = text.proposed.body
    if isinstance(body, PlanAdopted):
        title = dict(body.plan.titles)
    elif isinstance(body, StepTaken):
        found = _provision_of_activity(register, body.activity)
        about = commitment_named(officer, *found) if found else None
    return JointTextLine(
        leaf=text.leaf.hex(),
        kind=record_term(text.proposed.kind),
        title=title or dict(text.proposed.texts),
        proposed_by=text.proposal.party,
        proposed_at=instant(header.at),
        state=_state(text),
        waits_for=waits,
        waits_for_us=text.pending and ours in text.still_to_speak,
        marking=account_marking(header.marking),
        about=about,
        in_effect_at=instant(text.in_effect_at) if text.in_effect else None,
    )


def account_marking(value: object) -> str:
    """The label of a marking as a header carries it."""
    return read_marking(value).label()  # type: ignore[arg-type]  # a header that was read


def _state(text: JointText) -> str:
    if text.in_effect:
        return "in-effect"
    if text.abandoned:
        return "ended"
    return "proposed" if text.still_to_speak else "pending"


def _provision_of_activity(register: Register, activity: str) -> tuple[Plan, Provision] | None:
    for plan in register.plans.values():
        for standing in plan.provisions:
            if any(held.id == activity for held in standing.activities):
                return plan.plan, standing.provision
    return None


def plan_lines(officer: Officer, *, start: int = 0, limit: int | None = None) -> tuple[PlanLine, ...]:
    """Plans in a list, from rows, `limit` of them from place `start` on, or all; by channel, then plan."""
    return lines_of_plans(access.plan_rows_for(officer, start=start, limit=limit))


def first_plan_lines(officer: Officer, most: int) -> tuple[PlanLine, ...]:
    """The first plans of very many."""
    return lines_of_plans(access.first_plan_rows_for(officer)[:most])


def lines_of_plans(rows: Iterable[access.PlanInRow]) -> tuple[PlanLine, ...]:
    """Plans in a list as their rows tell them, in the order given."""
    return tuple(
        PlanLine(
            id=row.plan,
            version=row.version,
            titles=row.titles,
            agreed_on=row.agreed_on or None,
            in_effect_at=instant(row.in_effect_at) if row.in_effect_at else None,
            initiatives=row.initiatives,
            aims=row.aims,
            reported=row.reported,
            differing=row.differing,
            marking=row.marking,
        )
        for row in rows
    )


def plan_line(officer: Officer, plan: PlanRegister) -> PlanLine:
    """A plan in a list, with the figures of its initiatives."""
    initiatives = [each for each in plan.provisions if each.provision.kind is ProvisionKind.INITIATIVE]
    header = next(text for text in plan.joint_texts if text.leaf == plan.joint).proposal.header
    return PlanLine(
        id=plan.plan.id,
        version=plan.plan.version,
        titles=dict(plan.plan.titles),
        agreed_on=plan.plan.agreed_on,
        in_effect_at=instant(plan.in_effect_at) if plan.in_effect_at else None,
        initiatives=len(initiatives),
        aims=len(plan.provisions) - len(initiatives),
        reported=sum(each.comparison is not Comparison.NEITHER for each in initiatives),
        differing=sum(each.comparison in (Comparison.DIFFER, Comparison.DETAILS_DIFFER) for each in initiatives),
        marking=account_marking(header.marking) if header else "TLP:AMBER",
    )


def step_of(said: StepTaken, plan: PlanRegister) -> Words | None:
    """What a step is called in the mode of its activity, or None where the plan does not know the activity."""
    activities = (held for standing in plan.provisions for held in standing.activities)
    held = next((held for held in activities if held.id == said.activity), None)
    return held.activity.mode.words.get(said.step) if held else None
