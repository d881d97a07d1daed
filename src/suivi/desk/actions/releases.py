"""From our home log to a shared log: cut a ticket, approve its exact bytes, release it (exchange format, section 14)."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from django.db import transaction

from suivi.desk import (
    access,
    automatic,
    destruction,
    drafts,
    entries,
    onwards,
    outbox,
    project,
    registers,
    report_form,
    sign_in,
)
from suivi.desk.access import Officer
from suivi.desk.attachments.checking import checked
from suivi.desk.entries import Placed
from suivi.desk.held import HeldChannel
from suivi.desk.mandates import place_in
from suivi.exchange.faults import FAULTS, Refused
from suivi.exchange.release import Ticket, check_release, check_ticket, header_for
from suivi.exchange.words_of_facts import facts_of
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.plan.channel import PUBLIC, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.changes import DestroyAsked
from suivi.record.farewell import Closed
from suivi.record.home import Acted, Approved, Released
from suivi.record.joint import Proposed
from suivi.record.kinds import Record, content_value, type_of
from suivi.record.marking import AMBER, Marking, read_marking, stated
from suivi.register.activity import ActivityStanding, Said
from suivi.register.assessments import Assessed
from suivi.register.reports import Account

_AGREED_TEXT: Final = "text/plain"


class TicketSettled(Refusal):
    """The ticket was discarded, so it can be neither approved nor released."""

    code = "ticket-discarded"
    says = Words(
        en="This release was discarded on {day}.",
        fr="Cette communication a été abandonnée le {day}.",
        ko="이 전달 건은 {day}에 폐기되었습니다.",
    )
    remedy = Words(
        en="Write the record again if it is still wanted.",
        fr="Rédigez l’acte de nouveau s’il est toujours souhaité.",
        ko="여전히 필요하면 기록을 다시 작성하십시오.",
    )


class TicketReleased(Refusal):
    """What has left cannot be discarded."""

    code = "ticket-released"
    says = Words(
        en="This record has already left; it cannot be discarded.",
        fr="Cet acte a déjà été communiqué; il ne peut être abandonné.",
        ko="이 기록은 이미 전달되어 폐기할 수 없습니다.",
    )
    remedy = Words(
        en="Correct or withdraw it by a later record.",
        fr="Corrigez-le ou retirez-le par un acte ultérieur.",
        ko="이후의 기록으로 정정하거나 철회하십시오.",
    )


class PasswordRefused(Refusal):
    """The password given with an approval is not the officer's."""

    code = "password-refused"
    says = Words(
        en="The password is not yours; nothing was approved.",
        fr="Le mot de passe n’est pas le vôtre; rien n’a été approuvé.",
        ko="비밀번호가 일치하지 않아 승인되지 않았습니다.",
    )
    remedy = Words(
        en="Type your own password again.",
        fr="Saisissez de nouveau votre mot de passe.",
        ko="본인의 비밀번호를 다시 입력하십시오.",
    )


OwnWord: TypeAlias = Account | ActivityStanding | Assessed | Said
"""What a party has put on record and can say a later word about."""


@transaction.atomic
def cut(
    officer: Officer,
    *,
    record: Record,
    channel: str,
    subject: str,
    at: datetime.datetime,
    plan: str = "",
    marking: Mapping[str, object] | None = None,
    refs: Mapping[str, Reference] | None = None,
    blobs: Sequence[str] = (),
    provision: str = "",
) -> str:
    """Put `record` in our home log and cut the ticket that could release it; returns the ticket's digest.

    `provision` is the commitment it is about where `subject` does not say so. Raises `NotMandated`, or `Refused`
    (marking.above-ceiling, record.*, text.*) for what could never leave.
    """
    provision = provision or place_in(subject)[1]
    access.must(officer, "draft", plan=plan or place_in(subject)[0], provision=provision, at=at)
    marked = registers.ordinary(channel) if marking is None else marking_of(marking)
    ticket = Ticket(
        audience=origin_of(officer.party, channel),
        type=type_of(record),
        subject=subject,
        content=canonical(content_value(record, salt=entries.fresh_id())),
        marking=marked,
        blobs=tuple(sorted(set(blobs))),
        refs=dict(refs or {}),
    )
    return put_before_officers(officer, ticket, record=record, channel=channel, plan=plan, provision=provision, at=at)


def cut_after(
    officer: Officer,
    *,
    said: OwnWord,
    record: Record,
    channel: str,
    subject: str,
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """As `cut`, for a later word of ours about `said`, which it supersedes, under its marking unless another is given."""
    return cut(
        officer,
        record=record,
        channel=channel,
        subject=subject,
        marking=marking or said.marking.value(),
        refs={"supersedes": Reference(said.log, said.seq, said.leaf.hex())},
        at=at,
    )


@transaction.atomic
def put_before_officers(
    officer: Officer,
    ticket: Ticket,
    *,
    record: Record,
    channel: str,
    plan: str,
    provision: str = "",
    at: datetime.datetime,
) -> str:
    """Put `record`, which `ticket` spells, in our home log and keep the ticket; returns its digest.

    Where a ticket of the officer's that waits says the same word for word, that one: a button pressed twice, a form sent
    again from the page before, puts nothing before the officers twice.
    Raises `NotMandated`, or `Refused` (marking.*, consent.missing, record.*, text.*) for what could never leave.
    """
    place = (plan or place_in(ticket.subject)[0], provision or place_in(ticket.subject)[1])
    acting = access.must(officer, "draft", plan=place[0], provision=place[1], at=at)
    try:
        check_ticket(ticket, ceiling=registers.ceiling(channel), limits=HeldChannel(channel).limits())
    except Fault as fault:
        raise Refused(fault) from fault
    refuse_hidden(record)
    onwards.refuse_onwards(ticket, record, channel)
    if waiting := drafts.waiting_alike(officer, ticket, channel=channel, plan=place[0]):
        return waiting
    placed = entries.append_home(
        record, channel=channel, subject=ticket.subject, marking=ticket.marking, at=at, refs=ticket.refs, by=acting
    )
    kept = drafts.keep_ticket(
        officer, ticket, channel=channel, plan=place[0], provision=place[1], home_seq=placed.seq, at=at
    )
    project.project()
    return kept


@transaction.atomic
def approve(officer: Officer, *, ticket: str, password: str, at: datetime.datetime, proven: bool = False) -> None:
    """Approve the exact bytes of a ticket, the officer having just given the password or a code.

    `proven`: the door has this minute seen a passkey of the officer, or a fresh sign-in at the ministry. Raises
    `NotHere`, `NotMandated`, `PasswordRefused` or `TicketSettled`. Approving twice changes nothing.
    """
    row = access.ticket_for(officer, ticket)
    acting = access.must(officer, "approve", **_place(row), at=at)
    _refuse_discarded(row.discarded_at)
    if not proven and not sign_in.proves(officer, password):
        raise PasswordRefused
    if row.released_log or any(approval.said.officer == officer.name for approval in registers.approvals(row.digest)):
        return
    said = Approved(ticket=row.digest, officer=officer.name, authenticated_at=_home_instant(at))
    entries.append_home(said, channel=row.channel, subject=row.subject, marking=AMBER, at=at, by=acting)
    project.project()


def _home_instant(at: datetime.datetime) -> str:
    """`at` as the home log states it: where the clock ran back, the instant of the last entry, as approvals bear it."""
    return entries.not_before(origin_of(entries.own_node().party, entries.HOME), at)


def _place(row: drafts.TicketRow) -> dict[str, str]:
    return {"plan": row.plan or place_in(row.subject)[0], "provision": row.provision}


@transaction.atomic
def release(officer: Officer, *, ticket: str, at: datetime.datetime) -> Placed:
    """Put the approved bytes in our shared log, and write what follows from it by itself.

    Using a ticket twice gives the same entry. Raises `NotHere`, `NotMandated`, `TicketSettled`,
    `exchange.release.ReleaseRefused`, or the `Refusal` of the rule the record would break.
    """
    row = access.ticket_for(officer, ticket)
    acting = access.must(officer, "release", **_place(row), at=at)
    if row.released_log:
        return entries.placed(row.released_log, int(row.released_seq or 0))
    _refuse_discarded(row.discarded_at)
    registers.refuse_suspended(row.channel)
    if not isinstance(drafts.ticket_of(row).record(), Closed):  # a farewell to a channel that goes on elsewhere
        registers.refuse_succeeded(row.channel)
    approved = drafts.ticket_of(row)
    onwards.refuse_onwards(approved, approved.record(), row.channel)
    stated = registers.dated(row.channel, at)
    officers = check_release(
        approved, registers.approvals(row.digest), at=_home_instant(at), ceiling=registers.ceiling(row.channel)
    )
    header = header_for(
        approved,
        seq=entries.log_size(approved.audience),
        id=_id_for(approved),
        seen=registers.seen(row.channel),
        manifest=entries.key_list_version(officer.party, row.channel),
        at=stated,
    )
    placed = entries.append(header, approved.content, at=at)
    refuse_set_aside(row.channel, placed)
    drafts.mark_released(row, placed)
    said = Released(ticket=row.digest, log=placed.log, seq=placed.seq, leaf=placed.leaf.hex(), approved_by=officers)
    entries.append_home(said, channel=row.channel, subject=row.subject, marking=AMBER, at=at, by=acting)
    if row.channel != PUBLIC:
        automatic.seal_what_is_due(row.channel, at=at)
    if isinstance(approved.record(), DestroyAsked):
        destruction.destroy_what_is_asked(row.channel, at=at)
    project.project()
    outbox.publish_after_commit(row.channel, at=at)
    return placed


def _id_for(ticket: Ticket) -> str:
    """A new id; what a channel holds already keeps its own when it is made public, word for word (fault T13)."""
    party, channel = ticket.audience.split("/")[1:]
    digest = entries.sha256(ticket.content)
    for name in entries.channels() if channel == PUBLIC else ():
        log = origin_of(party, name)
        for seq in entries.places_of(digest, log):
            return entries.placed(log, seq).id
    return entries.fresh_id()


def give_up(officer: Officer, *, ticket: str, at: datetime.datetime) -> None:
    """Discard a ticket as an officer who approves does: instead of approving, when its report goes back to its author."""
    _discard(officer, ticket, "approve", at)


@transaction.atomic
def discard(officer: Officer, *, ticket: str, at: datetime.datetime) -> None:
    """Give up a ticket that has not left; the record stays in our home log. Raises `NotHere`, `TicketReleased`."""
    _discard(officer, ticket, "draft", at)


def _discard(officer: Officer, ticket: str, ability: str, at: datetime.datetime) -> None:
    row = access.ticket_for(officer, ticket)
    acting = access.must(officer, ability, **_place(row), at=at)
    if row.released_log:
        raise TicketReleased
    drafts.mark_discarded(row, at=at)
    said = Acted("discarded", {"ticket": row.digest})
    entries.append_home(said, channel=row.channel, subject=row.subject, marking=AMBER, at=at, by=acting)
    project.project()


def refuse_hidden(record: Record) -> None:
    """Raise where an attached file is not what looking into it gives: only such bytes may leave (decision 0048).

    An agreed text, which is plain text named by its digest in the record itself, is what it is. Raises `Refused`
    (release.attachment), or the refusals of `attachments.checking`.
    """
    for each in record.attachments if isinstance(record, Proposed) else ():
        if each.media == _AGREED_TEXT:
            continue
        octets = entries.attachment(each.sha256)
        if octets is None or checked(octets, name=each.name or "").octets != octets:
            raise Refused(
                Fault("release.attachment", got=each.name or each.sha256, expected="the file as it was checked")
            )


def refuse_set_aside(channel: str, placed: Placed) -> None:
    """Raise the refusal of the rule that would set our own new entry aside: strict when writing."""
    for aside in registers.common(channel).set_aside:
        if (aside.log, aside.seq) == (placed.log, placed.seq):
            raise _own_refusal(aside.code, aside.detail)


def _own_refusal(code: str, detail: str) -> Refusal:
    at, got, expected = facts_of(detail)
    fault = Fault(code, got=got, expected=expected, at=at)
    return Refused(fault) if code in FAULTS else Refused(Fault("record.value", got=f"{code} {detail}"))


def _refuse_discarded(discarded_at: datetime.datetime | None) -> None:
    if discarded_at is not None:
        raise TicketSettled(day=discarded_at.date())


def marking_chosen(boxes: Mapping[str, str], last: Account | None, channel: str) -> Marking:
    """The marking a return is to bear (`report_form.marking`); raises `Refused` (marking.unknown)."""
    try:
        return report_form.marking(boxes, last, registers.ordinary(channel))
    except Fault as fault:
        raise Refused(fault) from fault


def refuse_above_ceiling(marking: Marking, channel: str) -> None:
    """Raise `Refused` (marking.above-ceiling) for what the channel may not carry, before any step of approval is passed."""
    ceiling = registers.ceiling(channel)
    if not marking.within(ceiling):
        raise Refused(Fault("marking.above-ceiling", got=marking.label(), expected=f"at most {ceiling.label()}"))


def marking_of(value: Mapping[str, object]) -> Marking:
    """The marking that `value` states, its `tlp` perhaps as printed with national values; raises `Refused` (marking.unknown)."""
    try:
        tlp = value.get("tlp")
        printed: Mapping[str, object] = stated(tlp) if isinstance(tlp, str) else {}
        return read_marking({**value, **printed})  # type: ignore[dict-item]  # read_marking refuses what is no marking
    except Fault as fault:
        raise Refused(fault) from fault
