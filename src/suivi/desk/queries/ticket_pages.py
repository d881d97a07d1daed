"""Tickets for pages: what waits to leave, and the exact bytes of one."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from suivi.desk import access, drafts, entries, past, registers
from suivi.desk.access import Officer
from suivi.desk.drafts import TicketRow as Ticket
from suivi.desk.pages import (
    ApprovalShown,
    AttachmentShown,
    CommitmentNamed,
    FieldShown,
    Term,
    TicketLine,
    TicketPage,
    TicketsPage,
)
from suivi.desk.pages.writing import FieldCompared
from suivi.desk.queries import matters, shown, ticket_before
from suivi.desk.queries.report_changes import changes, told_by
from suivi.desk.queries.terms import REASONS, hindrance_term, mode_term, record_term, stage_term, state_term
from suivi.desk.registers import at_one_glance
from suivi.exchange.release import OFFICERS, Approval
from suivi.modes.asks import ASKS
from suivi.plan.channel import PUBLIC
from suivi.plan.days import span_in
from suivi.plan.numbering import number_of
from suivi.plan.party import Body
from suivi.plan.words import LANGUAGES, Words, listed, on_day
from suivi.record.assessments import SCORES, Assessment
from suivi.record.bodies import BodyNamed
from suivi.record.changes import Corrected, DestroyAsked, Destroyed, Remarked, Withdrawn
from suivi.record.described import FACTS, PlanDescribed
from suivi.record.evidence import EvidenceAttached
from suivi.record.farewell import Closed, Consented
from suivi.record.joint import Attachment, Concurred, Declined, Proposed, Withdrew
from suivi.record.kinds import Record
from suivi.record.minutes import OUTCOMES, DecisionReported, MinutesAgreed
from suivi.record.named import KINDS_OF_THINGS, MILESTONES, Named, PlanNamed
from suivi.record.plans import PlanAdopted
from suivi.record.reports import NextStep, ReportFiled
from suivi.record.steps import LENT, ActivityOpened, StepTaken
from suivi.register.plans import PlanRegister

WAITING_SHOWN = 100
_FAREWELL = "channel.closed"
SETTLED_SHOWN = 30
ACCOUNT = Words("account", "compte rendu", "이행 내용")
NEXT = Words("next steps", "prochaines étapes", "향후 계획")
RESOLUTION = Words("resolution", "résolution", "결의문")
STAGE = Words("stage", "stade", "단계")
HELD_ON = Words("meeting held on", "réunion tenue le", "회의 일자")
MINUTES = Words("minutes", "procès-verbal", "회의록")
CLOSES = Words("closes the review of", "clôt l’examen de", "종결하는 점검 기간")
REVIEW_DIGEST = Words("digest of the review", "empreinte de l’examen", "점검 자료 해시값")
DECISION = Words("decision {number} ({about})", "décision {number} ({about})", "결정 사항 {number}({about})")
OUTCOME = Words("outcome", "suite", "조치 결과")
SCORE = Words("assessment", "appréciation", "평가")
ASSESSED_FOR = Words("period assessed", "période appréciée", "평가 대상 기간")
ON = Words("day stated", "date énoncée", "기재된 날짜")
UNTIL = Words("until", "jusqu’au", "종료일")
REASON = Words("reason", "motif", "사유")
COMMITMENT = Words("commitment", "engagement", "항목")
MODE = Words("kind of cooperation", "type de coopération", "협력 유형")
ACHIEVED = Words("listed in the preamble as achieved", "cité parmi les réalisations", "전문에 성과로 명시")
SHORT_FORM = Words("short form", "forme abrégée", "약칭")
STEP = Words("step", "étape", "단계")
BASIS = Words("what it rests on", "fondement", "근거")
PLAN = Words("plan", "plan", "행동계획")
AGREED_ON = Words("agreed on", "convenu le", "합의일")
STATE = Words("where it stands", "où en est l’affaire", "현재 상황")
HINDRANCE = Words("late or stuck because of", "retard ou blocage dû à", "지연 사유")
NEXT_STEP = Words(
    "next step, by {day} ({owner})", "prochaine étape, pour le {day} ({owner})", "다음 조치, 기한 {day}({owner})"
)
NEXT_STEP_UNOWNED = Words("next step, by {day}", "prochaine étape, pour le {day}", "다음 조치, 기한 {day}")
NEW_DAY = Words("new day asked for", "nouvelle date demandée", "요청한 새 기한")
NEW_DAY_WHY = Words("why a new day", "motif de la nouvelle date", "새 기한 요청 사유")
BODIES = Words("bodies that acted", "organes ayant agi", "수행 기관")
ADDRESS = Words("address", "adresse", "주소")
TITLE = Words("title of the source", "titre de la source", "출처 제목")
LANGUAGE = Words("language of the source", "langue de la source", "출처 언어")
PUBLISHER = Words("publisher", "éditeur", "발행처")
PUBLISHED_ON = Words("published on", "date de publication", "게시일")
FACT_ON = Words("day of the fact", "date du fait", "사실의 날짜")
SUPPORTS_REPORT = Words("report it supports", "rapport appuyé", "뒷받침하는 보고")
BODY = Words("body", "organe", "기관")
PARTY = Words("party", "partie", "당사국")
NAME = Words("name", "nom", "명칭")
FROM_ON = Words("name borne from", "nom porté à partir du", "명칭 사용 시작일")
UNTIL_ON = Words("name borne until", "nom porté jusqu’au", "명칭 사용 종료일")
LEADS = Words("leads", "responsable de", "주관 항목")
SUPPORTS = Words("supports", "en appui à", "협조 항목")
MARKING = Words("new marking", "nouveau marquage", "새 표시")
ONWARD_TO = Words("may be given to", "peut être communiqué à", "전달 허용 대상")
LAST_SEEN = Words("last state seen", "dernier état vu", "마지막으로 확인한 상태")
DESTROYED = Words("destroyed", "détruit", "파기한 내용")
BEYOND = Words("cannot be recalled", "ne peut être rappelé", "회수할 수 없는 것")
COMMITMENTS = Words("commitments", "engagements", "항목 수")


@at_one_glance
def tickets(officer: Officer, *, page: int = 1, size: int = WAITING_SHOWN) -> TicketsPage:
    """What waits to leave, newest first, a page of `size`, and beside the first page the last that left or was discarded."""
    start = (page - 1) * size
    waiting = list(access.tickets_for(officer, waiting=True, start=start, limit=size + 1))
    settled = list(access.tickets_for(officer, waiting=False, limit=SETTLED_SHOWN)) if page == 1 else []
    shown_lines = lines(officer, [*waiting[:size], *settled])
    return TicketsPage(
        waiting=shown_lines[: len(shown_lines) - len(settled)],
        settled=shown_lines[len(shown_lines) - len(settled) :],
        page=page,
        before=page - 1 if page > 1 else None,
        after=page + 1 if len(waiting) > size else None,
    )


def lines(officer: Officer, rows: Sequence[Ticket]) -> tuple[TicketLine, ...]:
    """Tickets in a list, in the order given."""
    given = registers.approvals_of(row.digest for row in rows)
    about = matters.matters(officer, {(row.plan, row.provision) for row in rows if row.provision})
    commitments = {place: matter.commitment for place, matter in about.items()}
    return tuple(_line(officer, row, given[row.digest], commitments.get((row.plan, row.provision))) for row in rows)


def _line(officer: Officer, row: Ticket, given: Sequence[Approval], about: CommitmentNamed | None) -> TicketLine:
    """A ticket in a list; `given` are its approvals, `about` the commitment it is about."""
    officers = {approval.said.officer for approval in given}
    unsettled = not row.released_log and not row.discarded_at
    successor = _successor(row) if unsettled else ""
    open_ = unsettled and not successor
    return TicketLine(
        id=row.digest,
        kind=record_term(row.type),
        about=about,
        title=_title(row),
        audience=tuple(party for party in registers.known_parties(row.channel) if party != officer.party),
        to_public=row.channel == PUBLIC,
        marking=drafts.ticket_of(row).marking.label(),
        made_by=row.cut_by.name,
        made_at=row.cut_at,
        approvals=tuple(
            ApprovalShown(
                officer=approval.said.officer,
                at=shown.instant(approval.at),
                own=approval.said.officer == officer.name,
            )
            for approval in given
        ),
        state=_state(row, len(officers)),
        may_approve=open_ and _may(officer, "approve", row) and officer.name not in officers,
        may_release=open_ and _may(officer, "release", row) and len(officers) >= OFFICERS,
        may_discard=unsettled and _may(officer, "draft", row),
        successor=successor,
    )


def _successor(row: Ticket) -> str:
    """The channel that goes on with that of the ticket, which can leave no more; empty for one that still can."""
    if row.channel == PUBLIC or row.type == _FAREWELL or past.day_looked_at() is not None:
        return ""
    heir = registers.in_use_after(row.channel)
    return "" if heir == row.channel else heir


def _may(officer: Officer, ability: str, row: Ticket) -> bool:
    return access.may(officer, ability, plan=row.plan, provision=row.provision)


def _state(row: Ticket, officers: int) -> str:
    if row.released_log:
        return "released"
    if row.discarded_at:
        return "discarded"
    return "approved" if officers >= OFFICERS else "waiting"


def _title(row: Ticket) -> dict[str, str]:
    record = drafts.ticket_of(row).record()
    if isinstance(record, Proposed):
        if isinstance(record.body, PlanAdopted) and record.body.plan.titles:
            return dict(record.body.plan.titles)
        return dict(record.texts)
    return {}


@at_one_glance
def ticket_page(officer: Officer, ticket: str, *, language: str) -> TicketPage:
    """The exact bytes of a ticket, rendered and raw."""
    row = access.ticket_for(officer, ticket)
    cut = drafts.ticket_of(row)
    record = cut.record()
    fields, prose = _fields(record, _plan_of(officer, row, record))
    before = ticket_before.account_before(officer, row, record)
    gone = ticket_before.record_before(officer, row, record)
    gone_fields, gone_prose = _fields(gone, _plan_of(officer, row, gone)) if gone else ([], [])
    released = entries.placed(row.released_log, int(row.released_seq or 0)) if row.released_log else None
    header = next(iter(entries.read_log(released.log, from_seq=released.seq, size=1))).header if released else None
    return TicketPage(
        line=lines(officer, [row])[0],
        subject=row.subject,
        type=row.type,
        content=json.dumps(json.loads(cut.content), ensure_ascii=False, separators=(",", ":"), sort_keys=True),
        size=len(cut.content),
        fields=tuple(fields),
        prose=tuple(prose),
        attachments=_attachments(officer, record),
        previous=shown.account_shown(before[1], before[0].bodies) if before else None,
        changes=tuple(_changes(row, record, before)),
        replaced=(*gone_fields, *gone_prose),
        may_send_back=_may_send_back(officer, row),
        supersedes=_reference(cut.refs.get("supersedes")),
        target=_reference(cut.refs.get("target")),
        binds=_binds(officer, row, record),
        log=released.log if released else None,
        seq=released.seq if released else None,
        released_at=shown.instant(header.at) if header else None,
    )


def _reference(reference: object) -> str:
    from suivi.log.header import Reference

    return f"{reference.log} {reference.seq}" if isinstance(reference, Reference) else ""


def _plan_of(officer: Officer, row: Ticket, record: Record) -> PlanRegister | None:
    """The plan whose bodies a report may name and whose activities a step moves; None for other records.

    What goes to the public names those of its plan's channel.
    """
    said = record.body if isinstance(record, Corrected | Proposed) else record
    if not isinstance(said, ReportFiled | StepTaken):
        return None
    return next(iter(access.plans_named(officer, [row.subject.partition("#")[0]]).values()), None)


def _fields(record: Record, plan: PlanRegister | None) -> tuple[list[FieldShown], list[FieldShown]]:
    """The fields of a record of `plan`: short ones, and prose; bodies are called by the names they bore on its day."""
    match record:
        case ReportFiled():
            return _report_fields(record, plan.bodies if plan else {})
        case Corrected(body=ReportFiled() as body):
            return _report_fields(body, plan.bodies if plan else {})
        case Corrected(body=StepTaken() as moved):
            return _step_fields(moved, plan)
        case Withdrawn(reason=reason) if reason in REASONS:
            return [FieldShown(name=REASON, term=Term(reason, REASONS[reason]))], []
        case Assessment():
            return _assessment_fields(record)
        case PlanDescribed():
            return _described_fields(record)
        case PlanNamed():
            return _named_fields(record)
        case EvidenceAttached():
            return _evidence_fields(record)
        case BodyNamed():
            return _body_fields(record)
        case Withdrawn(reason=reason) | Declined(reason=str(reason)) | Withdrew(reason=str(reason)):
            return [FieldShown(name=REASON, plain=reason)], []
        case Remarked() | Consented() | Closed() | DestroyAsked() | Destroyed():
            return _later_words(record), []
        case ActivityOpened():
            return [
                FieldShown(name=COMMITMENT, plain=number_of(record.provision)),
                FieldShown(name=MODE, term=mode_term(record.mode)),
            ], []
        case StepTaken():
            return _step_fields(record, plan)
        case DecisionReported():
            return _follow_up_fields(record)
        case MinutesAgreed():
            return _minutes_fields(record)
        case Proposed():
            return _proposal_fields(record, plan)
    return [], []


def _later_words(said: Remarked | Consented | Closed | DestroyAsked | Destroyed) -> list[FieldShown]:
    """What a word about an earlier record, or about the log itself, says: all of it, exactly."""
    match said:
        case Remarked(marking):
            return [FieldShown(name=MARKING, plain=marking.label())]
        case Consented(to):
            return [FieldShown(name=ONWARD_TO, plain=to)]
        case Closed(reason, logs):
            seen = [FieldShown(name=LAST_SEEN, plain=f"{log.log} {log.size} {log.root}") for log in logs]
            return [FieldShown(name=REASON, plain=reason), *seen]
        case DestroyAsked(reason):
            return [FieldShown(name=REASON, plain=reason)]
        case Destroyed(digests, beyond):
            gone = [FieldShown(name=DESTROYED, plain=digest) for digest in digests]
            return [*gone, *(FieldShown(name=BEYOND, plain=code) for code in beyond)]


def _report_fields(report: ReportFiled, bodies: Mapping[str, Body]) -> tuple[list[FieldShown], list[FieldShown]]:
    acted = listed([shown.body_words(body, bodies, report.on) for body in report.bodies])
    short = [
        FieldShown(name=COMMITMENT, plain=number_of(report.provision)),
        FieldShown(name=STAGE, term=stage_term(report.stage)),
        FieldShown(name=ON, plain=report.on),
    ]
    short += [FieldShown(name=UNTIL, plain=report.until)] if report.until else []
    short += [FieldShown(name=REASON, plain=report.reason)] if report.reason else []
    short += [FieldShown(name=BODIES, term=Term("", acted))] if report.bodies else []
    short += [FieldShown(name=STATE, term=state_term(report.state))] if report.state else []
    short += [FieldShown(name=HINDRANCE, term=hindrance_term(report.hindrance))] if report.hindrance else []
    short += [FieldShown(name=NEW_DAY, plain=report.new_day.on)] if report.new_day else []
    prose = [FieldShown(name=ACCOUNT, versions=dict(report.account))]
    prose += [FieldShown(name=NEXT, versions=dict(report.next))] if report.next else []
    prose += [FieldShown(name=_step_named(step, bodies, report.on), versions=dict(step.words)) for step in report.steps]
    return short, prose + ([FieldShown(name=NEW_DAY_WHY, versions=dict(report.new_day.why))] if report.new_day else [])


def _step_named(step: NextStep, bodies: Mapping[str, Body], on: str) -> Words:
    if step.owner is None:
        return NEXT_STEP_UNOWNED.filled(day=on_day(step.due_on))
    return NEXT_STEP.filled(day=on_day(step.due_on), owner=shown.body_words(step.owner, bodies, on))


def _span(from_on: str, to_on: str) -> Term:
    return Term("", Words(*(span_in(language, from_on, to_on) for language in LANGUAGES)))


def _assessment_fields(said: Assessment) -> tuple[list[FieldShown], list[FieldShown]]:
    short = [
        FieldShown(name=COMMITMENT, plain=number_of(said.provision)),
        FieldShown(name=SCORE, versions=SCORES[said.score].by_language()),
        FieldShown(name=ASSESSED_FOR, term=_span(said.from_on, said.to_on)),
    ]
    return short, [FieldShown(name=ACCOUNT, versions=dict(said.account))]


def _described_fields(said: PlanDescribed) -> tuple[list[FieldShown], list[FieldShown]]:
    short = [FieldShown(name=AGREED_ON, plain=said.agreed_on)] if said.agreed_on else []
    return short, [FieldShown(name=FACTS[name], versions=dict(words)) for name, words in said.facts.items()]


def _named_fields(said: PlanNamed) -> tuple[list[FieldShown], list[FieldShown]]:
    """Each thing with all that is said of it, names as prose."""
    prose = []
    for one in said.things:
        called = Words(*(" · ".join(part for part in _told_of(one, language) if part) for language in LANGUAGES))
        prose.append(FieldShown(name=called, versions=dict(one.names)))
        prose += [FieldShown(name=SHORT_FORM, versions=dict(one.short))] if one.short else []
    return [], prose


def _told_of(one: Named, language: str) -> Iterator[str]:
    yield one.thing
    yield KINDS_OF_THINGS[one.kind][1].in_(language)
    yield f"{one.from_on or ''} – {one.until_on or ''}" if one.from_on or one.until_on else ""
    yield from (f"{MILESTONES[milestone].in_(language)} {day}" for milestone, day in one.days.items())
    yield ACHIEVED.in_(language) if one.achieved else ""
    yield ", ".join(one.commitments)
    yield one.address or ""


def _evidence_fields(cited: EvidenceAttached) -> tuple[list[FieldShown], list[FieldShown]]:
    said = (
        (COMMITMENT, number_of(cited.provision)),
        (ADDRESS, cited.address),
        (TITLE, cited.title),
        (LANGUAGE, cited.language),
        (PUBLISHER, cited.publisher),
        (PUBLISHED_ON, cited.published_on),
        (FACT_ON, cited.on),
        (SUPPORTS_REPORT, cited.report),
    )
    return _filled_in(said), [FieldShown(name=ACCOUNT, versions=dict(cited.account))]


def _body_fields(named: BodyNamed) -> tuple[list[FieldShown], list[FieldShown]]:
    said = (
        (BODY, named.body),
        (PARTY, named.party.upper()),
        (FROM_ON, named.from_on),
        (UNTIL_ON, named.until_on),
        (LEADS, _numbers(named.leads)),
        (SUPPORTS, _numbers(named.supports)),
    )
    return _filled_in(said), [FieldShown(name=NAME, versions=dict(named.names))]


def _filled_in(said: Iterable[tuple[Words, str | None]]) -> list[FieldShown]:
    return [FieldShown(name=name, plain=plain) for name, plain in said if plain]


def _numbers(places: Iterable[str]) -> str:
    return ", ".join(number_of(place.rpartition("#")[2]) for place in places)


def _step_fields(said: StepTaken, plan: PlanRegister | None) -> tuple[list[FieldShown], list[FieldShown]]:
    called_here = shown.step_of(said, plan) if plan else None
    step = (
        FieldShown(name=STEP, term=Term(said.step, called_here))
        if called_here
        else FieldShown(name=STEP, plain=said.step)
    )
    short = [step, FieldShown(name=ON, plain=said.on)]
    short += [FieldShown(name=BASIS, versions=said.basis.words.by_language())] if said.basis else []
    prose = []
    for name, detail in said.details.items():
        ask = ASKS.get(name)
        called = ask.words if ask else Words(name, name, name)
        called = _lent(called) if name in said.lent else called
        if isinstance(detail, str):
            words = ask.in_words(detail) if ask else None
            versions = words.by_language() if words else {}
            short.append(FieldShown(name=called, plain="" if words else detail, versions=versions))
        else:
            prose.append(FieldShown(name=called, versions=dict(detail)))
    return short, prose


def _lent(called: Words) -> Words:
    return Words(*(f"{called.in_(language)} ({LENT.in_(language)})" for language in LANGUAGES))


def _proposal_fields(proposed: Proposed, known: PlanRegister | None) -> tuple[list[FieldShown], list[FieldShown]]:
    short: list[FieldShown] = []
    prose = [FieldShown(name=RESOLUTION, versions=dict(proposed.texts))]
    if isinstance(proposed.body, PlanAdopted):
        plan = proposed.body.plan
        short = [FieldShown(name=PLAN, plain=f"{plan.id}, {plan.version}")]
        short += [FieldShown(name=AGREED_ON, plain=plan.agreed_on)] if plan.agreed_on else []
        short += [FieldShown(name=COMMITMENTS, plain=str(len(plan.provisions)))]
    elif isinstance(proposed.body, StepTaken):
        short, details = _step_fields(proposed.body, known)
        prose += details
    elif isinstance(proposed.body, MinutesAgreed):
        short, details = _minutes_fields(proposed.body)
        prose += details
    return short, prose


def _minutes_fields(agreed: MinutesAgreed) -> tuple[list[FieldShown], list[FieldShown]]:
    short = [FieldShown(name=HELD_ON, plain=agreed.on)]
    if (closing := agreed.closing) is not None:
        short.append(FieldShown(name=CLOSES, term=_span(closing.from_on, closing.to_on)))
        short.append(FieldShown(name=REVIEW_DIGEST, plain=closing.digest))
    prose = [FieldShown(name=MINUTES, versions=dict(agreed.minutes))]
    for decision in agreed.decisions:
        about = [decision.provision or "", ", ".join(decision.parties).upper(), decision.due_on or ""]
        called = DECISION.filled(number=decision.id, about=" · ".join(part for part in about if part))
        prose.append(FieldShown(name=called, versions=dict(decision.words)))
    return short, prose


def _follow_up_fields(said: DecisionReported) -> tuple[list[FieldShown], list[FieldShown]]:
    short = [
        FieldShown(name=DECISION.filled(number=said.decision, about=said.minutes[:16]), plain=""),
        FieldShown(name=OUTCOME, versions=OUTCOMES[said.outcome].by_language()),
        FieldShown(name=ON, plain=said.on),
    ]
    return short, [FieldShown(name=ACCOUNT, versions=dict(said.account))]


def fields_of(record: Record, plan: PlanRegister | None) -> tuple[FieldShown, ...]:
    """Every field of a record of `plan` that is not its resolution, short ones first."""
    short, prose = _fields(record, plan)
    return (*short, *(field for field in prose if field.name is not RESOLUTION))


def attachments_shown(
    officer: Officer, attachments: tuple[Attachment, ...], *, languages: Mapping[str, tuple[str, bool]]
) -> tuple[AttachmentShown, ...]:
    """The attachments of a proposal; `languages` gives, by digest, the language and whether it is authentic."""
    return tuple(
        AttachmentShown(
            name=attached.name or attached.sha256[:12],
            media=attached.media,
            size=attached.size,
            sha256=attached.sha256,
            language=languages.get(attached.sha256, ("", False))[0],
            authentic=languages.get(attached.sha256, ("", False))[1],
            held=access.attachment_for(officer, attached.sha256) is not None,
            characters=shown.characters_of(officer, attached.sha256) if attached.media == "text/plain" else None,
        )
        for attached in attachments
    )


def _attachments(officer: Officer, record: Record) -> tuple[AttachmentShown, ...]:
    if not isinstance(record, Proposed):
        return ()
    return attachments_shown(officer, record.attachments, languages=languages_of(record))


def languages_of(proposed: Proposed) -> dict[str, tuple[str, bool]]:
    """By digest: the language of each agreed text of a proposed plan, and whether it is authentic."""
    if not isinstance(proposed.body, PlanAdopted):
        return {}
    return {text.sha256: (text.language, text.authentic) for text in proposed.body.plan.texts}


def _changes(row: Ticket, record: Record, before: ticket_before.Before | None) -> Iterator[FieldCompared]:
    """What a report changes against our last one; nothing for other records, and for what has left."""
    said = record.body if isinstance(record, Corrected) else record
    if before is None or row.released_log or not isinstance(said, ReportFiled):
        return iter(())
    register, account = before
    standing = register.standing(said.provision)
    return changes(
        told_by(account),
        told_by(said),
        mode=standing.provision.mode if standing else "",
        bodies=register.bodies,
        day=said.on,
    )


def _may_send_back(officer: Officer, row: Ticket) -> bool:
    """Whether the ticket came of a return and waits: then an officer who approves may give it back."""
    if row.released_log or row.discarded_at or not _may(officer, "approve", row):
        return False
    return access.came_of_return(officer, row.digest)


def _binds(officer: Officer, row: Ticket, record: Record) -> bool:
    if not isinstance(record, Concurred):
        return False
    target = drafts.ticket_of(row).refs["target"]
    texts = access.register_for(officer, row.channel).joint_texts
    text = next((text for text in texts.values() if text.leaf.hex() == target.leaf), None)
    return text is not None and text.still_to_speak == (officer.party,)
