"""Lists that stand on pages of their own as tables to take away: what the page shows under its filters, no more.

- A list in pages is taken whole, up to `MOST_EXPORTED` rows; groups of a page become a column.
- What has no marking of its own is our own work under way: the table says TLP:AMBER, or more where a row is marked higher.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from suivi.desk import past
from suivi.desk.access import Officer
from suivi.desk.pages import BodyShown, CommitmentNamed, DueShown, JointTextLine, PlanLine, TicketLine
from suivi.desk.pages.calendar import InstrumentShown
from suivi.desk.pages.officers import ActFact, MandateShown
from suivi.desk.queries import draft_pages, shown
from suivi.desk.queries.bodies_page import bodies_page
from suivi.desk.queries.calendar_pages import calendar_page
from suivi.desk.queries.evidence_page import evidence_page
from suivi.desk.queries.history_page import FILTERS as HISTORY_FILTERS
from suivi.desk.queries.history_page import history_page
from suivi.desk.queries.instruments_page import instruments_page
from suivi.desk.queries.joint_text_pages import joint_texts
from suivi.desk.queries.listing_sheets import HEADS, MOST_EXPORTED, highest, one
from suivi.desk.queries.named_pages import named_page
from suivi.desk.queries.officer_pages import officers_page
from suivi.desk.queries.plan_pages import plan_page, plans
from suivi.desk.queries.return_pages import returns_page
from suivi.desk.queries.ticket_pages import tickets
from suivi.plan.words import Words
from suivi.publish.sheets import Sheet

_HEADS: Final = HEADS | {
    "asked_of": Words("Asked of", "Demandé à", "요청 대상"),
    "asked_by": Words("Asked by", "Demandé par", "요청자"),
    "group": Words("Group", "Groupe", "구분"),
    "waits_at": Words("Waits at step", "En attente à l’étape", "대기 중인 승인 단계"),
    "at": Words("Recorded at (UTC)", "Consigné à (UTC)", "기록 시각(UTC)"),
    "officer": Words("Officer", "Agent", "담당관"),
    "mandate": Words("Mandate", "Mandat", "권한"),
    "act": Words("Act", "Acte", "행위"),
    "details": Words("Details", "Précisions", "세부 내용"),
    "proposed_by": Words("Proposed by", "Proposé par", "제안 당사국"),
    "waits_for": Words("Waits for", "En attente de", "대기 대상"),
    "effect": Words("In effect since", "En vigueur depuis", "발효일"),
    "moved": Words("Last moved", "Dernier mouvement", "최근 진행일"),
    "what": Words("What is due", "Ce qui est attendu", "기한 사항"),
    "leads": Words("Leads", "Responsable de", "주관 항목 수"),
    "supports": Words("Supports", "En appui à", "협조 항목 수"),
    "part_of": Words("Part of", "Rattaché à", "소속"),
    "name": Words("Name", "Nom", "명칭"),
    "publisher": Words("Publisher", "Éditeur", "발행처"),
    "address": Words("Address", "Adresse", "주소"),
    "digest": Words("Digest (SHA-256)", "Empreinte (SHA-256)", "해시(SHA-256)"),
    "version": Words("Version", "Version", "판"),
    "agreed_on": Words("Agreed on", "Convenu le", "합의일"),
    "initiatives": Words("Initiatives", "Initiatives", "협력 사업 수"),
    "aims": Words("Aims", "Objectifs", "협력 방향 수"),
    "reported": Words("Reported on", "Ayant un rapport", "보고된 항목 수"),
    "made_by": Words("Made by", "Établi par", "작성자"),
    "approvals": Words("Approved by", "Approuvé par", "승인자"),
    "pillar": Words("Pillar", "Pilier", "핵심 협력 분야"),
    "id": Words("Id", "Identifiant", "식별자"),
    "days": Words("Days", "Dates", "날짜"),
    "commitments": Words("Commitments", "Engagements", "항목 수"),
    "away": Words("Away until", "En absence jusqu’au", "부재 종료일"),
    "languages": Words("Languages", "Langues", "언어"),
    "doubts": Words("Open doubts", "Doutes à régler", "확인 필요 건수"),
    "ticket": Words("Release", "Communication", "전달 건"),
}
_GROUPS: Final = {
    "late": Words("overdue", "en retard", "기한 경과"),
    "to-come": Words("to come", "à venir", "예정"),
    "under-way": Words("under way", "en cours", "진행 중"),
    "in-force": Words("in force", "en vigueur", "발효"),
    "ended": Words("ended", "terminé", "종료"),
    "not-begun": Words("not begun", "non entamé", "미착수"),
    "proposed": Words("proposed", "proposé", "제안됨"),
    "pending": Words("seal missing", "scellement manquant", "봉인 대기"),
    "in-effect": Words("in effect", "en vigueur", "발효"),
    "waiting": Words("waits", "en attente", "대기"),
    "approved": Words("approved", "approuvé", "승인됨"),
    "released": Words("released", "communiqué", "전달됨"),
    "discarded": Words("discarded", "abandonné", "폐기됨"),
    "source": Words("source", "source", "출처"),
    "active": Words("enrolled", "inscrit", "등록"),
    "left": Words("has left", "parti", "퇴직"),
    "file": Words("file kept at home", "pièce conservée à l’interne", "내부 보관 파일"),
}
_WORKING: Final = "TLP:AMBER"
_Line = tuple[str, ...]
_Table = tuple[_Line, Iterable[_Line], Iterable[str]]
Filters = Mapping[str, str]


def page_sheet(officer: Officer, name: str, filters: Filters, *, language: str, day: datetime.date) -> Sheet:
    """The list of the page of that name (`TABLES`) in the reader's language; raises what its page raises."""
    heads, lines, markings = TABLES[name](officer, filters, language, day)
    rows = [line for _, line in zip(range(MOST_EXPORTED), lines, strict=False)]
    marking = highest([_WORKING, *markings])
    if "marking" not in heads:  # a plain table says its marking in the rows only: each bears that of the whole
        heads, rows = (*heads, "marking"), [(*line, marking) for line in rows]
    named = tuple(_HEADS[head].in_(language) if head in _HEADS else head for head in heads)
    return Sheet(name=name, heads=named, rows=tuple(rows), marking=marking)


def _returns(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    page = returns_page(officer, day=day, mine="mine" in filters, size=MOST_EXPORTED)
    heads = ("group", *_COMMITMENT, "asked_of", "due", "asked_by", "waits_at")
    lines = [
        (
            group.group.words.in_(language),
            *_named(line.commitment, language),
            line.officer or (_body(line.body, language) if line.body else ""),
            line.due_on.isoformat() if line.due_on else "",
            line.asked_by,
            line.waits_at,
        )
        for group in page.groups
        for line in group.lines
    ]
    return heads, lines, ()


def _history(officer: Officer, filters: Filters, language: str, _: datetime.date) -> _Table:
    asked = {name: filters.get(name, "").strip() for name in HISTORY_FILTERS}
    heads = ("at", "act", "officer", "mandate", "plan", "provision", "details")
    return heads, _acts(officer, asked, language), ()


def _acts(officer: Officer, asked: Mapping[str, str], language: str) -> Iterator[_Line]:
    before: int | None = None
    while True:
        page = history_page(officer, asked, before=before)
        for act in page.acts:
            yield (
                _instant(act.at),
                act.kind.words.in_(language),
                act.officer,
                act.role.in_(language) if act.role else "",
                act.plan,
                act.provision,
                "; ".join(_fact(fact, language) for fact in act.about),
            )
        before = page.older
        if before is None:
            return


_COLON = {"en": ": ", "fr": "\u00a0: ", "ko": ": "}


def _fact(fact: ActFact, language: str) -> str:
    told = fact.words.in_(language) if fact.words else fact.plain
    return f"{fact.name.in_(language)}{_COLON[language]}{told}"


def _joint_texts(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    texts: list[JointTextLine] = []
    number: int | None = 1
    while number is not None and len(texts) < MOST_EXPORTED:
        page = joint_texts(officer, language=language, page=number, as_of=_day(filters.get("as_of", "")))
        texts += page.texts
        number = page.after
    heads = ("kind", "title", "status", "proposed_by", "at", "waits_for", "effect", "marking")
    lines = [
        (
            text.kind.words.in_(language),
            one(text.title, language),
            _group(text.state, language),
            _party(text.proposed_by, language),
            _instant(text.proposed_at),
            ", ".join(_party(code, language) for code in text.waits_for),
            _instant(text.in_effect_at),
            text.marking,
        )
        for text in texts
    ]
    return heads, lines, [text.marking for text in texts]


def _instruments(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    held: list[tuple[str, InstrumentShown]] = []
    number: int | None = 1
    while number is not None and len(held) < MOST_EXPORTED:
        page = instruments_page(officer, page=number, as_of=_day(filters.get("as_of", "")))
        for code in ("under-way", "in-force", "ended", "not-begun"):
            held += [(code, line) for line in getattr(page, code.replace("-", "_"))]
        number = page.after
    heads = ("group", *_COMMITMENT, "name", "status", "waits_for", "moved", "marking")
    lines = [
        (
            _group(code, language),
            *_named(line.commitment, language),
            one(line.titles, language),
            line.state.words.in_(language) if line.state else "",
            ", ".join(dict.fromkeys(_party(code, language) for held in line.holds for code in held.waits_for)),
            line.moved_on,
            line.marking,
        )
        for code, line in held
    ]
    return heads, lines, [line.marking for _, line in held if line.marking]


def _calendar(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    page = calendar_page(officer, day=day, of_all=filters.get("whose") == "all")
    due = [("late", line) for line in page.late]
    due += [("to-come", line) for month in page.months for line in month.due]
    return ("group", "due", "what", *_COMMITMENT), [_due(code, line, language) for code, line in due], ()


def _due(code: str, line: DueShown, language: str) -> _Line:
    return (
        _group(code, language),
        line.on.isoformat(),
        line.says.in_(language),
        *_named(line.commitment, language),
    )


def _bodies(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    page = bodies_page(officer, day=_day(filters.get("as_of", "")) or day)
    lines = [
        (
            one(group.party.names, language),
            _body(line.body, language),
            _body(line.part_of, language) if line.part_of else "",
            str(line.leads),
            str(line.supports),
        )
        for group in page.parties
        for line in group.lines
    ]
    return ("party", "name", "part_of", "leads", "supports"), lines, ()


def _evidence(officer: Officer, filters: Filters, language: str, _: datetime.date) -> _Table:
    page = evidence_page(officer, plan=filters.get("plan", ""), chosen=())
    heads = ("kind", "party", "name", "publisher", "on", "provision", "address", "digest", "account", "marking")
    sources = [
        (
            _group("source", language),
            _party(line.cited.party, language),
            line.cited.title,
            line.cited.publisher,
            line.cited.published_on or "",
            _ids(line.about),
            line.cited.address,
            "",
            one(line.cited.account, language),
            line.cited.marking,
        )
        for line in page.sources
    ]
    files = [
        (
            _group("file", language),
            "",
            line.title or line.name,
            line.name,
            line.added_at.date().isoformat(),
            _ids(line.about),
            "",
            line.digest,
            "; ".join(one(words, language) for words in line.removed),
            "",
        )
        for line in page.files
    ]
    return heads, [*sources, *files], [line.cited.marking for line in page.sources]


def _plans(officer: Officer, _: Filters, language: str, day: datetime.date) -> _Table:
    held: list[PlanLine] = []
    number: int | None = 1
    while number is not None and len(held) < MOST_EXPORTED:
        page = plans(officer, page=number)
        held += page.plans
        number = page.after
    heads = ("plan", "title", "version", "agreed_on", "initiatives", "aims", "reported", "marking")
    lines = [
        (
            line.id,
            one(line.titles, language),
            str(line.version),
            line.agreed_on or "",
            str(line.initiatives),
            str(line.aims),
            str(line.reported),
            line.marking,
        )
        for line in held
    ]
    return heads, lines, [line.marking for line in held]


def _tickets(officer: Officer, _: Filters, language: str, day: datetime.date) -> _Table:
    page = tickets(officer, size=MOST_EXPORTED)
    held: Sequence[TicketLine] = [*page.waiting, *page.settled]
    heads = ("status", "kind", *_COMMITMENT, "made_by", "at", "approvals", "marking")
    lines = [
        (
            _group(line.state, language),
            line.kind.words.in_(language),
            *(_named(line.about, language) if line.about else ("", "", one(line.title, language))),
            line.made_by,
            _instant(line.made_at),
            ", ".join(given.officer for given in line.approvals),
            line.marking,
        )
        for line in held
    ]
    return heads, lines, [line.marking for line in held]


def _plan(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    asked = {
        name: filters[name] for name in ("pillar", "comparison", "mode", "kind", "body", "due") if filters.get(name)
    }
    as_of = past.day_looked_at()
    page = plan_page(officer, filters.get("plan", ""), as_of=as_of, language=language, filters=asked, day=day)
    parties = tuple(one(party.names, language) for party in page.parties)
    heads = ("pillar", "provision", "title", "kind", "mode", "comparison", *parties, "due", "marking")
    rows = [(part.pillar, row) for part in page.table for row in part.rows]
    lines = [
        (
            one(pillar.titles, language) or pillar.id if pillar else "",
            row.commitment.id,
            one(row.commitment.titles or row.commitment.agreed, language),
            row.commitment.kind.words.in_(language),
            row.commitment.mode.words.in_(language),
            row.comparison.words.in_(language),
            *(f"{said.stage.words.in_(language)} ({said.on})" if said else "" for said in row.accounts),
            row.due.in_(language) if row.due else "",
            highest([page.plan.marking, *(said.marking for said in row.accounts if said)]),
        )
        for pillar, row in rows
    ]
    return heads, lines, [line[-1] for line in lines]


def _named_things(officer: Officer, filters: Filters, language: str, day: datetime.date) -> _Table:
    page = named_page(officer, filters.get("plan", ""), day=day, language=language)
    heads = ("group", "id", "name", "kind", "days", "commitments")
    lines = [
        (
            group.group.words.in_(language),
            line.id,
            one(line.names, language) or line.id,
            line.kind.words.in_(language),
            "; ".join(f"{each.milestone.words.in_(language)} {each.on}" for each in line.days),
            str(line.commitments),
        )
        for group in page.groups
        for line in group.lines
    ]
    return heads, lines, [page.plan.marking]


def _officers(officer: Officer, _: Filters, language: str, day: datetime.date) -> _Table:
    page = officers_page(officer)
    lines = [
        (
            line.name,
            "; ".join(_mandate(each, language) for each in line.mandates),
            line.away_until.isoformat() if line.away_until else "",
            _group("active" if line.active else "left", language),
        )
        for line in page.officers
    ]
    return ("officer", "mandate", "away", "status"), lines, ()


def _mandate(held: MandateShown, language: str) -> str:
    days = (
        " – ".join(on.isoformat() if on else "" for on in (held.from_on, held.until_on))
        if held.from_on or held.until_on
        else ""
    )
    return " ".join(filter(None, (held.role.words.in_(language), held.plan, held.provision, held.body, days.strip())))


def _drafts(officer: Officer, _: Filters, language: str, day: datetime.date) -> _Table:
    lines = [
        (
            line.id,
            line.plan,
            one(line.titles, language),
            ", ".join(line.languages),
            str(line.commitments),
            str(line.open_doubts),
            line.changed_by,
            _instant(line.changed_at),
            line.ticket or "",
        )
        for line in draft_pages.lines(officer, most=_MOST_READINGS)
    ]
    return ("id", "plan", "title", "languages", "commitments", "doubts", "officer", "at", "ticket"), lines, ()


_MOST_READINGS: Final = 200  # each is settled anew
_COMMITMENT: Final = ("plan", "provision", "title")


def _named(commitment: CommitmentNamed, language: str) -> _Line:
    return commitment.plan, commitment.id, one(commitment.titles or commitment.agreed, language)


def _ids(about: Iterable[CommitmentNamed]) -> str:
    return ", ".join(each.id for each in about)


def _body(body: BodyShown, language: str) -> str:
    return one(body.names, language) or body.id


def _party(code: str, language: str) -> str:
    return one(shown.party_named(code).names, language) or code


def _group(code: str, language: str) -> str:
    return _GROUPS[code].in_(language)


def _instant(at: datetime.datetime | str | None) -> str:
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M") if isinstance(at, datetime.datetime) else at or ""


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


TABLES: Final[Mapping[str, Callable[[Officer, Filters, str, datetime.date], _Table]]] = {
    "returns": _returns,
    "history": _history,
    "joint-texts": _joint_texts,
    "instruments": _instruments,
    "calendar": _calendar,
    "bodies": _bodies,
    "evidence": _evidence,
    "plans": _plans,
    "tickets": _tickets,
    "plan": _plan,
    "named": _named_things,
    "officers": _officers,
    "drafts": _drafts,
}
"""The lists that stand on pages of their own, by the name of the page."""
