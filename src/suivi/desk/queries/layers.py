"""The three layers of a return: internal, shared with the partner, public; each with the state of its own approval."""

from collections.abc import Mapping
from typing import Any

from suivi.desk import access, entries, report_form
from suivi.desk.access import Officer
from suivi.desk.asked import ReturnAsked
from suivi.desk.drafts import TicketRow
from suivi.desk.internal import Internal
from suivi.desk.pages import Term
from suivi.desk.pages.writing import InternalShown, LayersShown
from suivi.desk.publishable import public_ticket, standing_of
from suivi.desk.queries import shown
from suivi.plan.channel import PUBLIC
from suivi.plan.words import Words
from suivi.record.reports import ReportFiled

INTERNAL = {
    "none": Words("nothing written", "rien d’écrit", "작성된 내용 없음"),
    "draft": Words("waits for approval", "en attente d’approbation", "승인 대기"),
    "changed": Words("changed since it was approved", "modifié depuis l’approbation", "승인 후 변경됨"),
    "approved": Words("approved", "approuvé", "승인됨"),
}
PUBLIC_STATES = {
    "unshared": Words("first to be shared", "à communiquer d’abord", "먼저 상대측에 전달해야 함"),
    "no-log": Words("no public log here", "aucun journal public ici", "공개 기록부 없음"),
    "due": Words("translation due", "traduction à fournir", "번역 필요"),
    "stale": Words("translation out of date", "traduction à revoir", "번역 갱신 필요"),
    "ready": Words("not asked for", "non demandé", "공개 요청 전"),
    "waiting": Words("waits for two officers", "en attente de deux agents", "담당관 2명 승인 대기"),
    "public": Words("public", "public", "공개됨"),
}


def layers_of(officer: Officer, row: ReturnAsked, shared: Term, boxes: Mapping[str, str]) -> LayersShown:
    """The layers of a return whose report stands as `shared` says; `boxes` are those saved."""
    words = report_form.internal(boxes)
    approved = access.internal_for(officer, row.plan, row.provision)
    author = boxes.get(report_form.INTERNAL_BY, "")
    is_open = bool(words) and not (approved and approved.words == words)
    may = access.may(officer, "approve", plan=row.plan, provision=row.provision) and author != officer.name
    state = "none" if not words else "draft" if not approved else "changed" if is_open else "approved"
    ticket = access.tickets_named(officer, [row.ticket] if row.ticket else []).get(row.ticket)
    return LayersShown(
        internal=Term(state, INTERNAL[state]),
        words=words,
        author=author,
        seen=report_form.internal_digest(words),
        approved=_approved(approved) if approved else None,
        may_approve=is_open and may,
        shared=shared,
        **_public(officer, row, ticket),
    )


def _approved(one: Internal) -> InternalShown:
    return InternalShown(words=one.words, author=one.author, approved_by=one.approved_by, at=shown.instant(one.at))


def _public(officer: Officer, row: ReturnAsked, ticket: TicketRow | None) -> dict[str, Any]:
    if ticket is None or not ticket.released_log or ticket.released_seq is None:
        return {"public": Term("unshared", PUBLIC_STATES["unshared"])}
    seq = int(ticket.released_seq)
    entry = access.entry_for(officer, row.channel, officer.party, seq)
    standing = standing_of(officer, row.channel, entry)
    said = standing.whole or entry.record
    leaving = public_ticket(officer, row.plan, said) if isinstance(said, ReportFiled) else None
    wanting = standing.due or standing.stale
    state = "public" if leaving and leaving.released_log else "waiting" if leaving else ""
    if not state:
        state = "due" if standing.due else "stale" if standing.stale else "ready"
        state = state if PUBLIC in entries.opened() else "no-log"
    may = access.may(officer, "draft", plan=row.plan, provision=row.provision)
    return {
        "public": Term(state, PUBLIC_STATES[state]),
        "public_ticket": leaving.digest if leaving else "",
        "wanting": wanting,
        "may_confirm": state == "stale",
        "may_publish": state in ("ready", "stale") and may,
        "channel": row.channel,
        "entry": seq,
    }
