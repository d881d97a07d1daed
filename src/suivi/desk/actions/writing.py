"""Writing a return: saved as it grows, handed in, passed through the steps a ministry sets, sent back with remarks.

- Who saves says which version was before his eyes. If another has been saved since, nothing is overwritten: both are
  given back, to be set side by side.
- The steps come before the two officers of a release and take nothing from them: the last step cuts the ticket.
- Nobody passes a step on a report of his own.
- What is sent back keeps every word; handed in again, it passes all steps anew.
"""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from django.db import transaction

from suivi.desk import access, asked, entries, internal, project, report_form, turns
from suivi.desk.access import Officer
from suivi.desk.actions import publication, releases, reports
from suivi.desk.actions.further import Further
from suivi.desk.actions.returns import ReturnAnswered, note_on
from suivi.desk.asked import ReturnAsked
from suivi.desk.drafts import TicketRow
from suivi.desk.internal import Passed
from suivi.desk.report_form import Moved
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.record.home import Acted
from suivi.record.marking import AMBER, Marking

MOST_STEPS = 6
LONGEST_NAME = 120


class DraftTooLong(Refusal):
    """The boxes of a report hold more than a report can."""

    code = "draft-too-long"
    says = Words(
        en="The report is longer than {most} characters in all.",
        fr="Le rapport dépasse {most} caractères en tout.",
        ko="보고 전체 길이가 {most}자를 넘습니다.",
    )
    remedy = Words(
        en="Shorten it; what was saved before is kept.",
        fr="Abrégez-le; ce qui a été enregistré auparavant est conservé.",
        ko="내용을 줄이십시오. 이전에 저장한 내용은 보존됩니다.",
    )


class NotBeforeYou(Refusal):
    """The return does not wait for this officer's word."""

    code = "return-not-before-you"
    says = Words(
        en="Report {commitment} does not wait for your approval.",
        fr="Le rapport {commitment} n’attend pas votre approbation.",
        ko="보고 {commitment}: 귀하의 승인을 기다리고 있지 않습니다.",
    )
    remedy = Words(
        en="Open it to see whose word it waits for; nobody passes a report of his own.",
        fr="Ouvrez-le pour voir de qui il attend l’approbation; nul n’approuve son propre rapport.",
        ko="해당 보고를 열어 누구의 승인을 기다리는지 확인하십시오. 본인이 작성한 보고는 승인할 수 없습니다.",
    )


class NobodyCanPass(Refusal):
    """A step of approval has nobody who could pass it."""

    code = "step-without-officer"
    says = Words(
        en="Nobody can pass the step “{step}”.",
        fr="Personne ne peut franchir l’étape « {step} ».",
        ko="‘{step}’ 단계를 승인할 수 있는 사람이 없습니다.",
    )
    remedy = Words(
        en="Have an administrator name an active officer, other than the author, who may approve.",
        fr="Faites désigner par un administrateur un agent actif, autre que l’auteur, habilité à approuver.",
        ko="관리자에게 작성자가 아닌, 승인 권한이 있는 담당관을 지정하도록 요청하십시오.",
    )


class RemarksMissing(Refusal):
    """A report is sent back with remarks, or not at all."""

    code = "remarks-missing"
    says = Words(
        en="The report cannot be sent back without remarks.",
        fr="Le rapport ne peut être renvoyé sans remarques.",
        ko="의견 없이 보고를 반려할 수 없습니다.",
    )
    remedy = Words(
        en="Write what the author should change.",
        fr="Écrivez ce que l’auteur doit modifier.",
        ko="작성자가 고쳐야 할 내용을 적으십시오.",
    )


class StepsNotSound(Refusal):
    """The steps of approval cannot be set as typed."""

    code = "approval-steps"
    says = Words(
        en="Step {number} needs a name and at least one officer of this desk.",
        fr="L’étape {number} exige un nom et au moins un agent de ce poste.",
        ko="{number}단계에는 이름과 이 시스템의 담당관 한 명 이상이 필요합니다.",
    )
    remedy = Words(
        en="Complete the step, or empty its line.",
        fr="Complétez l’étape, ou videz sa ligne.",
        ko="단계를 채우거나 해당 줄을 비우십시오.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The draft as saved; its new version."""

    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTyped:
    """A step of approval as typed: its name, the officers, and whether all of them must pass it."""

    name: str
    officers: tuple[str, ...]
    everyone: bool


@transaction.atomic
def begin(officer: Officer, *, plan: str, provision: str, at: datetime.datetime) -> int:
    """Begin a report nobody asked for, by no day; the number of the return. One under way is gone on with."""
    access.must(officer, "draft", plan=plan, provision=provision, at=at)
    channel, register, standing = access.provision_for(officer, plan, provision)
    about = (register.plan.id, standing.provision.id)
    for row in access.returns_for(officer, about=about):
        if row.officer_id == officer.pk and row.due_on is None and not row.ticket:
            return int(row.pk)
    return int(
        asked.keep(
            officer,
            channel=channel,
            plan=about[0],
            provision=about[1],
            of=officer,
            body="",
            due_on=None,
            note="",
            at=at,
        )
    )


@transaction.atomic
def save(
    officer: Officer, *, asked_for: int, version: int, typed: Mapping[str, str], at: datetime.datetime
) -> Saved | Moved:
    """Keep what stands in the boxes, if `version` is the one saved last; raises `NotHere`, `NotMandated` or a refusal.

    Boxes equal to those kept change nothing, whoever saves them. The form calls it, and the workbook for every row.
    """
    row = asked.locked(access.return_for(officer, asked_for))
    access.must(officer, "contribute", plan=row.plan, provision=row.provision, at=at)
    _refuse_answered(officer, row)
    boxes = report_form.known(typed)
    if sum(map(len, boxes.values())) > report_form.MOST:
        raise DraftTooLong(most=report_form.MOST)
    kept = asked.draft_of(row)
    before = dict(kept.boxes) if kept else {}
    boxes = report_form.followed(before, boxes, typed)
    boxes = report_form.with_layers(before, boxes, typed, officer.name)
    if kept and boxes == before:
        return Saved(version=kept.version)
    if kept and kept.version != version:
        return Moved(version=kept.version, boxes=before, by=kept.saved_by.name, at=kept.saved_at)
    return Saved(version=asked.save_draft(row, boxes, by=officer, at=at))


@transaction.atomic
def hand_in(
    officer: Officer, *, asked_for: int, version: int, typed: Mapping[str, str], at: datetime.datetime
) -> str | Moved:
    """Save, and put the report before the first step of approval; where none is set, cut its ticket.

    Returns the digest of the ticket, empty while steps are to be passed, or `Moved` as `save` does. Raises
    `ReportNotSound` for a report that could not be filed, `NobodyCanPass`.
    """
    saved = save(officer, asked_for=asked_for, version=version, typed=typed, at=at)
    if isinstance(saved, Moved):
        return saved
    row = access.return_for(officer, asked_for)
    _check(officer, row, at)
    acting = access.must(officer, "contribute", plan=row.plan, provision=row.provision, at=at)
    asked.hand_in(row, by=officer, at=at)
    ticket = _go_on(officer, row, at)
    note_on(row, turns.HANDED_IN, by=acting, at=at, ticket=ticket)
    return ticket


@transaction.atomic
def decide(officer: Officer, *, returns: Sequence[int], passed: bool, remarks: str, at: datetime.datetime) -> list[str]:
    """Pass the step that waits for the officer on each of these reports, or send each back with remarks.

    All or none. Returns the digests of the tickets that the last step cut. Raises `NotBeforeYou`, `RemarksMissing`.
    """
    access.must_somewhere(officer, "approve")
    words = remarks.strip()
    if not passed and not words:
        raise RemarksMissing
    cut = []
    for number in dict.fromkeys(returns):
        row = asked.locked(access.return_for(officer, number))
        access.must(officer, "approve", plan=row.plan, provision=row.provision, at=at)
        place = asked.waits_at(row, _approvers(officer, row), access.stand_ins(officer))
        if place is None or officer.name not in place.may_pass:
            raise NotBeforeYou(commitment=row.provision)
        absent = place.in_stead.get(officer.name, "")
        acting = access.must(officer, "approve", plan=row.plan, provision=row.provision, instead_of=absent, at=at)
        asked.say(row, officer, place=place.place, passed=passed, remarks=words, instead_of=absent, at=at)
        cut.append(_go_on(officer, row, at) if passed else asked.send_back(row, at=at))
        note_on(row, turns.PASSED if passed else turns.SENT_BACK, by=acting, at=at, ticket=cut[-1])
    return [ticket for ticket in cut if ticket]


class NotTheWordsSeen(Refusal):
    """The internal account is not the one the officer read, or there is none."""

    code = "internal-moved"
    says = Words(
        en="The internal account of {commitment} is not the one you read; nothing was approved.",
        fr="Le compte rendu interne de {commitment} n’est plus celui que vous avez lu; rien n’a été approuvé.",
        ko="{commitment}의 내부 보고가 읽으신 내용과 달라 승인되지 않았습니다.",
    )
    remedy = Words(
        en="Read it as it stands now, on the page of the return, and approve it there.",
        fr="Lisez-le dans sa version actuelle, dans la page du rapport, et approuvez-le là.",
        ko="보고 화면에서 현재 내용을 다시 읽고 승인하십시오.",
    )


@transaction.atomic
def approve_internal(officer: Officer, *, asked_for: int, seen: str, at: datetime.datetime) -> None:
    """Approve the internal account of a return: our home log alone learns of it; it leaves by no way.

    It passes the steps that the ministry has set for the plan, each by one or all of its officers; where none is set,
    one officer is enough. `seen` is the digest of the words read (`report_form.internal_digest`). It takes no step of
    the report itself, and no step of the report takes one of these. Raises `NotHere`, `NotMandated`,
    `NotTheWordsSeen`, `NobodyCanPass`, `NotBeforeYou` for who wrote it or whose turn it is not.
    """
    row = asked.locked(access.return_for(officer, asked_for))
    acting = access.must(officer, "approve", plan=row.plan, provision=row.provision, at=at)
    kept = asked.draft_of(row)
    boxes = dict(kept.boxes) if kept else {}
    words = report_form.internal(boxes)
    if not words or report_form.internal_digest(words) != seen:
        raise NotTheWordsSeen(commitment=row.provision)
    author = boxes.get(report_form.INTERNAL_BY, "")
    if author == officer.name:
        raise NotBeforeYou(commitment=row.provision)

    approvers = [officer.name]

    def note(said: Acted) -> None:
        subject = f"{row.plan}#{row.provision}"
        entries.append_home(said, channel=row.channel, subject=subject, marking=AMBER, at=at, by=acting)

    if asked.steps_of(row.plan):
        place, left, approvers = _passing(officer, row, author, seen)
        absent = place.in_stead.get(officer.name, "")
        acting = access.must(officer, "approve", plan=row.plan, provision=row.provision, instead_of=absent, at=at)
        note(Acted(internal.PASSED, {"seen": seen, "place": str(place.place)}))
    else:
        left = False
    if not left:
        note(Acted(internal.APPROVED, {"author": author, "approvers": ", ".join(approvers), **words}))
    project.project()


def _passing(officer: Officer, row: ReturnAsked, author: str, seen: str) -> tuple[asked.Place, bool, list[str]]:
    """The step the officer passes now, whether any is left after it, and all who have passed one."""
    able = _approvers(officer, row)
    given = access.internal_passed_for(officer, row.plan, row.provision, seen=seen)
    stand_ins = access.stand_ins(officer)
    places = asked.internal_places(row.plan, author, able, given, stand_ins)
    waits = next((place for place in places if place.open), None)
    if waits is not None and not waits.may_pass:
        raise NobodyCanPass(step=waits.name)
    if waits is None or officer.name not in waits.may_pass:
        raise NotBeforeYou(commitment=row.provision)
    word = Passed(officer.name, waits.in_stead.get(officer.name, ""))
    given = given | {waits.place: [*given.get(waits.place, []), word]}
    after = asked.internal_places(row.plan, author, able, given, stand_ins)
    have = dict.fromkeys(name for place in after for name in place.have_passed)
    return waits, any(not place.passed for place in after), list(have)


@transaction.atomic
def make_public(
    officer: Officer,
    *,
    asked_for: int,
    confirmed: Collection[str],
    at: datetime.datetime,
    typed: Mapping[str, str] | None = None,
) -> str:
    """Cut the ticket by which the report of a return, shared before, would be made public; returns its digest.

    In the words of the public account (`public-fr`), where there is one among what was `typed` or saved; word for word
    otherwise. What the public was told before is then corrected. Raises what `publication.publish` and
    `publication.publish_otherwise` raise, and `NotHere` for a return whose report has not left.
    """
    row = asked.locked(access.return_for(officer, asked_for))
    access.must(officer, "draft", plan=row.plan, provision=row.provision, at=at)
    ticket = access.ticket_for(officer, row.ticket) if row.ticket else None
    if ticket is None or not ticket.released_log:
        raise access.NotHere(what=str(asked_for))
    seq, kept = int(ticket.released_seq or 0), asked.draft_of(row)
    before = dict(kept.boxes) if kept else {}
    boxes = _with_public(before, typed or {})
    taken_back = publication.is_taken_back(officer, channel=ticket.channel, seq=seq)
    if taken_back or (not report_form.public(boxes) and report_form.PUBLIC_TICKET not in boxes):
        return publication.publish(officer, channel=ticket.channel, seq=seq, confirmed=confirmed, at=at)
    told = _told_before(officer, ticket, seq, boxes, at)
    cut = publication.publish_otherwise(
        officer, channel=ticket.channel, seq=seq, words=report_form.public(boxes), told=told, confirmed=confirmed, at=at
    )
    first = boxes.get(report_form.PUBLIC_FIRST, "") if told else ""
    boxes |= {report_form.PUBLIC_TICKET: cut, report_form.PUBLIC_FIRST: first or (told.digest if told else cut)}
    asked.save_draft(row, boxes, by=officer, at=at)
    return cut


def _with_public(before: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    """The boxes with the public account as typed, where the form had boxes for it."""
    said = {name: text for name, text in report_form.known(typed).items() if name.startswith("public-")}
    if not any(name.startswith("public-") for name in typed):
        return dict(before)
    names = {f"public-{language}" for language in LANGUAGES}
    return {name: text for name, text in before.items() if name not in names} | said


def _told_before(
    officer: Officer, ticket: TicketRow, seq: int, boxes: Mapping[str, str], at: datetime.datetime
) -> TicketRow | None:
    """The ticket by which the public was told first, if it has left; one that waits still is given up for the new one."""
    named = [boxes[name] for name in (report_form.PUBLIC_TICKET, report_form.PUBLIC_FIRST) if name in boxes]
    held = access.tickets_named(officer, named)
    for waiting in held.values():
        if not waiting.released_log and not waiting.discarded_at:
            releases.discard(officer, ticket=waiting.digest, at=at)
    first = held.get(boxes.get(report_form.PUBLIC_FIRST, ""))
    if first is not None and first.released_log:
        return first
    return publication.told_word_for_word(officer, channel=ticket.channel, seq=seq, plan=ticket.plan)


@transaction.atomic
def send_back(officer: Officer, *, ticket: str, remarks: str, at: datetime.datetime) -> int:
    """Give a report that waits for its release back to its author with remarks; its ticket is discarded.

    Returns the number of the return. Raises `NotHere` where the ticket came of none, `RemarksMissing`.
    """
    access.must_somewhere(officer, "approve")
    if not remarks.strip():
        raise RemarksMissing
    row = asked.locked(access.return_of_ticket_for(officer, ticket))
    releases.give_up(officer, ticket=ticket, at=at)
    acting = access.must(officer, "approve", plan=row.plan, provision=row.provision, at=at)
    asked.say(row, officer, place=asked.AT_RELEASE, passed=False, remarks=remarks.strip(), at=at)
    asked.send_back(row, at=at)
    note_on(row, turns.SENT_BACK, by=acting, at=at)
    return int(row.pk)


@transaction.atomic
def set_steps(officer: Officer, *, plan: str, steps: Sequence[StepTyped], at: datetime.datetime) -> None:
    """Set the steps of approval of a plan, in order; none at all leaves the two officers of a release.

    Reports handed in before go on by the steps as they are now: what has passed them all is cut. Raises
    `NotMandated`, `StepsNotSound`.
    """
    access.must(officer, "administer")
    access.plan_for(officer, plan)
    able = {each.name for each in access.officers_for(officer)}
    for number, step in enumerate(steps, start=1):
        if not 0 < len(step.name) <= LONGEST_NAME or not step.officers or not able.issuperset(step.officers):
            raise StepsNotSound(number=number)
    if len(steps) > MOST_STEPS:
        raise StepsNotSound(number=MOST_STEPS + 1)
    asked.set_steps(plan, [(step.name, step.officers, step.everyone) for step in steps])
    for row in access.returns_for(officer):
        if row.plan == plan and row.handed_in_at and not row.ticket:
            _go_on(officer, row, at)


def _refuse_answered(officer: Officer, row: ReturnAsked) -> None:
    ticket = access.tickets_named(officer, [row.ticket]).get(row.ticket)
    if asked.state_of(row, ticket) not in asked.WRITABLE:
        raise ReturnAnswered


def _check(officer: Officer, row: ReturnAsked, at: datetime.datetime) -> None:
    """Raise what filing the report would raise, and `NobodyCanPass` for a step without officers."""
    said, further, marking = _said(officer, row)
    reports.check(officer, plan=row.plan, provision=row.provision, further=further, at=at, **said)
    releases.refuse_above_ceiling(marking, row.channel)
    for step in asked.steps_of(row.plan):
        if not asked.able(step, officer.pk, _approvers(officer, row)):
            raise NobodyCanPass(step=step.name)


def _approvers(officer: Officer, row: ReturnAsked) -> list[Officer]:
    return access.officers_who(officer, "approve", plan=row.plan, provision=row.provision)


def _go_on(officer: Officer, row: ReturnAsked, at: datetime.datetime) -> str:
    """Cut the ticket once every step is passed; its digest, else empty."""
    if asked.waits_at(row, _approvers(officer, row), access.stand_ins(officer)) is not None:
        return ""
    author = row.handed_in_by or officer
    said, further, marking = _said(author, row)
    ticket = reports.file(
        author, plan=row.plan, provision=row.provision, further=further, marking=marking.value(), at=at, **said
    )
    asked.answer(row, ticket)
    return ticket


class _Said(TypedDict):
    stage: str
    account: Mapping[str, str]
    on: str
    until: str | None
    reason: str | None


def _said(officer: Officer, row: ReturnAsked) -> tuple[_Said, Further, Marking]:
    """What the draft says, as `reports.file` takes it, and the marking it is to bear."""
    kept = asked.draft_of(row)
    _, register, standing = access.provision_for(officer, row.plan, row.provision)
    languages = tuple(spoken.tag for spoken in register.languages)
    last = standing.latest(officer.party)
    told = report_form.written(kept.boxes if kept else {}, languages=languages, last=last)
    said: _Said = {
        "stage": told.stage,
        "account": told.account,
        "on": told.on,
        "until": told.until,
        "reason": told.reason,
    }
    further = Further(state=told.state, hindrance=told.hindrance, steps=told.steps, new_day=told.new_day)
    marking = releases.marking_chosen(kept.boxes if kept else {}, last, row.channel)
    return said, further, marking
