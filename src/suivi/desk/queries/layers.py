"""The three layers of a return: internal, shared with the partner, public; each with the state of its own approval."""

from collections.abc import Mapping
from typing import Any

from suivi.desk import access, asked, drafts, entries, report_form
from suivi.desk.access import Officer
from suivi.desk.asked import ReturnAsked
from suivi.desk.drafts import TicketRow
from suivi.desk.internal import Internal
from suivi.desk.pages import Term
from suivi.desk.pages.writing import InternalShown, LayersShown, PlaceShown
from suivi.desk.publishable import (
    Standing,
    in_public_words,
    later_word,
    latest_words,
    missing_in,
    public_ticket,
    public_twin,
    standing_of,
)
from suivi.desk.queries import shown
from suivi.plan.channel import PUBLIC
from suivi.plan.words import Words
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.entry import Entry
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
    "otherwise": Words("public, in other words", "public, en d’autres termes", "다른 문안으로 공개됨"),
    "changed": Words("changed since it was made public", "modifié depuis la publication", "공개 후 변경됨"),
    "still-public": Words("withdrawn, but still public", "retiré, mais encore public", "철회되었으나 아직 공개 중"),
    "withdrawn": Words("withdrawn", "retiré", "철회됨"),
}
WITHDRAWN = Term("withdrawn", PUBLIC_STATES["withdrawn"])
"""The state of a report that was shared and is taken back."""


def layers_of(officer: Officer, row: ReturnAsked, shared: Term, boxes: Mapping[str, str]) -> LayersShown:
    """The layers of a return whose report stands as `shared` says; `boxes` are those saved."""
    words = report_form.internal(boxes)
    approved = access.internal_for(officer, row.plan, row.provision)
    author = boxes.get(report_form.INTERNAL_BY, "")
    seen = report_form.internal_digest(words)
    is_open = bool(words) and not (approved and approved.words == words)
    places = _places(officer, row, author, seen) if is_open else ()
    may = access.may(officer, "approve", plan=row.plan, provision=row.provision) and author != officer.name
    may = may and (not places or any(place.open and officer.name in place.may_pass for place in places))
    state = "none" if not words else "draft" if not approved else "changed" if is_open else "approved"
    ticket = access.tickets_named(officer, [row.ticket] if row.ticket else []).get(row.ticket)
    return LayersShown(
        internal=Term(state, INTERNAL[state]),
        words=words,
        author=author,
        seen=seen,
        approved=_approved(approved) if approved else None,
        may_approve=is_open and may,
        places=tuple(place_shown(place) for place in places),
        public_words=report_form.public(boxes),
        **({"shared": shared} | _public(officer, row, ticket, boxes)),
    )


def _places(officer: Officer, row: ReturnAsked, author: str, seen: str) -> list[asked.Place]:
    able = access.officers_who(officer, "approve", plan=row.plan, provision=row.provision)
    given = access.internal_passed_for(officer, row.plan, row.provision, seen=seen)
    return asked.internal_places(row.plan, author, able, given, access.stand_ins(officer))


def place_shown(place: asked.Place) -> PlaceShown:
    """A step of approval as pages show it."""
    return PlaceShown(
        name=place.name,
        everyone=place.everyone,
        may_pass=place.may_pass,
        have_passed=place.have_passed,
        passed=place.passed,
        open=place.open,
    )


def _approved(one: Internal) -> InternalShown:
    return InternalShown(words=one.words, author=one.author, approved_by=one.approved_by, at=shown.instant(one.at))


def _public(officer: Officer, row: ReturnAsked, ticket: TicketRow | None, boxes: Mapping[str, str]) -> dict[str, Any]:
    if ticket is None or not ticket.released_log or ticket.released_seq is None:
        return {"public": Term("unshared", PUBLIC_STATES["unshared"])}
    seq = int(ticket.released_seq)
    entry = access.entry_for(officer, ticket.channel, officer.party, seq)
    may = access.may(officer, "draft", plan=row.plan, provision=row.provision)
    said = latest_words(officer, ticket.channel, entry)
    told = dict(said.account) if said is not None else {}
    common = {"channel": ticket.channel, "entry": seq, "told": told, "languages": _languages(officer, ticket.channel)}
    later = later_word(officer, ticket.channel, entry)
    if later is not None and isinstance(later.record, Withdrawn):
        return common | _withdrawn(officer, ticket, entry, later, may=may)
    if said is not None and (report_form.public(boxes) or report_form.PUBLIC_TICKET in boxes):
        return common | _otherwise(officer, ticket, said, boxes, may=may)
    return common | _word_for_word(officer, ticket, entry, may=may)


def _languages(officer: Officer, channel: str) -> tuple[str, ...]:
    charter = access.register_for(officer, channel).charter
    return tuple(spoken.tag for spoken in charter.languages) if charter is not None else ()


def _otherwise(
    officer: Officer, ticket: TicketRow, said: ReportFiled, boxes: Mapping[str, str], *, may: bool
) -> dict[str, Any]:
    """How far what the public is told in other words is."""
    named = boxes.get(report_form.PUBLIC_TICKET, "")
    leaving = access.tickets_named(officer, [named] if named else []).get(named)
    leaving = leaving if leaving is not None and not leaving.discarded_at else None
    wanted = in_public_words(said, report_form.public(boxes))
    wanting = missing_in(officer, ticket.channel, wanted)
    state = "due" if wanting else "ready"
    if leaving is not None:
        told = drafts.ticket_of(leaving).record()
        same = (told.body if isinstance(told, Corrected) else told) == wanted
        state = "waiting" if not leaving.released_log else "otherwise" if same else state if wanting else "changed"
    state = state if PUBLIC in entries.opened() else "no-log"
    return {
        "public": Term(state, PUBLIC_STATES[state]),
        "public_ticket": leaving.digest if leaving is not None else "",
        "wanting": wanting,
        "may_publish": state in ("ready", "changed") and may,
        "may_word": state != "no-log" and may,
    }


def _withdrawn(officer: Officer, ticket: TicketRow, entry: Entry, later: Entry, *, may: bool) -> dict[str, Any]:
    """How far the public has been told that the report it reads was withdrawn."""
    leaving = public_ticket(officer, ticket.plan, later.record) if later.record is not None else None
    state = "withdrawn" if leaving is None or leaving.released_log else "waiting"
    if leaving is None and public_twin(officer, ticket.channel, entry) is not None:
        state = "still-public"
    return {
        "shared": WITHDRAWN,
        "public": Term(state, PUBLIC_STATES[state]),
        "public_ticket": leaving.digest if leaving is not None else "",
        "may_publish": state == "still-public" and may,
    }


def _corrected(
    officer: Officer, ticket: TicketRow, later: Corrected, standing: Standing, *, may: bool
) -> dict[str, Any]:
    """How far the last correction of a report the public reads already is on its way to the public."""
    leaving = public_ticket(officer, ticket.plan, later)
    state = "due" if standing.due else "stale" if standing.stale else "changed"
    state = state if leaving is None else "public" if leaving.released_log else "waiting"
    return {
        "public": Term(state, PUBLIC_STATES[state]),
        "public_ticket": leaving.digest if leaving is not None else "",
        "wanting": standing.due or standing.stale if leaving is None else (),
        "may_confirm": state == "stale",
        "may_publish": state in ("changed", "stale") and may,
        "may_word": state in ("changed", "stale", "public") and may,
    }


def _word_for_word(officer: Officer, ticket: TicketRow, entry: Entry, *, may: bool) -> dict[str, Any]:
    """How far the report itself, or its last correction where the public has it, is on its way to the public."""
    standing = standing_of(officer, ticket.channel, entry)
    said, later = standing.whole or entry.record, later_word(officer, ticket.channel, entry)
    if later is not None and (twin := public_twin(officer, ticket.channel, entry)) is not None:
        if isinstance(later.record, Corrected) and later.record.body != twin.record:
            return _corrected(officer, ticket, later.record, standing, may=may)
        said = twin.record or said
    leaving = public_ticket(officer, ticket.plan, said) if said is not None else None
    wanting = standing.due or standing.stale
    state = "public" if leaving and leaving.released_log else "waiting" if leaving else ""
    if not state:
        state = "due" if standing.due else "stale" if standing.stale else "ready"
        state = state if PUBLIC in entries.opened() else "no-log"
    return {
        "public": Term(state, PUBLIC_STATES[state]),
        "public_ticket": leaving.digest if leaving else "",
        "wanting": wanting,
        "may_confirm": state == "stale",
        "may_publish": state in ("ready", "stale") and may,
        "may_word": state not in ("no-log", "waiting") and may,
    }
