"""Lists over all plans, and search: rows refined by what the address asks.

- Nothing here folds a register: a page costs the rows it shows, however long the history.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias
from urllib.parse import urlencode

from suivi.desk import access, lists, project
from suivi.desk.access import Officer
from suivi.desk.finding import excerpt, sought
from suivi.desk.lists import Asked
from suivi.desk.pages import Choice, CommitmentListed, Found, ListPage, PartyNamed, ReportListed, Term, Turned, ViewKept
from suivi.desk.queries import due_rows, shown
from suivi.desk.queries.plan_pages import DUES, KEY_COMPARISONS
from suivi.desk.queries.terms import KIND_WORDS, RECORD_WORDS, comparison_term, kind_term, mode_term, stage_term
from suivi.desk.registers import at_one_glance
from suivi.modes import MODES
from suivi.plan.numbering import ids_of
from suivi.plan.plan import ProvisionKind
from suivi.plan.words import TONGUES, Words
from suivi.record.reports import Stage
from suivi.register.reports import Comparison

COMMITMENTS, REPORTS, SEARCH = "commitments", "reports", "search"
FILTERS: Final = {
    COMMITMENTS: ("plan", "kind", "mode", "comparison", "own", "other", "due"),
    REPORTS: ("plan", "party", "stage", "from", "to"),
    SEARCH: ("plan", "kind", "party", "language", "from", "to"),
}
"""The names a list answers to in its address, beside `q`, `order` and `page`."""

_PLANS_TO_CHOOSE_FROM: Final = 100
_SILENT: Final = Term("silent", Words("no report", "aucun rapport", "보고 없음"))
CALLED: Final = {
    "plan": Words("Plan", "Plan", "행동계획"),
    "kind": Words("Kind", "Nature", "구분"),
    "mode": Words("Mode", "Mode", "협력 유형"),
    "comparison": Words("Accounts", "Comptes rendus", "보고 비교"),
    "own": Words("Our word", "Notre rapport", "우리측 보고"),
    "other": Words("The other side’s word", "Rapport de l’autre partie", "상대측 보고"),
    "due": Words("Due", "Échéance", "기한"),
    "party": Words("Party", "Partie", "당사국"),
    "stage": Words("Stage", "État", "단계"),
    "language": Words("Language", "Langue", "언어"),
    "order": Words("Order", "Ordre", "정렬"),
}
_ORDERS: Final = {
    "plan": Words("by plan", "par plan", "행동계획순"),
    "due": Words("by due day", "par échéance", "기한순"),
    "last": Words("by last report", "par dernier rapport", "최근 보고순"),
    "on": Words("latest first", "du plus récent au plus ancien", "최신순"),
}
_KINDS_FOUND: Final = {
    "plan": Words("plan", "plan", "행동계획"),
    "commitment": Words("agreed words", "texte convenu", "합의 문안"),
    "report": RECORD_WORDS["report.filed"],
    "evidence": RECORD_WORDS["evidence.attached"],
    "step": RECORD_WORDS["step.taken"],
    "joint-text": Words("joint text", "texte commun", "공동 문안"),
    "decision": Words("decision", "décision", "결정 사항"),
    "follow-up": Words("what became of a decision", "suite d’une décision", "결정 사항의 조치 결과"),
}


@at_one_glance
def commitments_page(officer: Officer, asked: Asked) -> ListPage:
    """The commitments of all plans that pass."""
    project.project()
    found = access.commitments_listed(officer, asked)
    offered = _plans_to_choose(officer)
    titles = _titles(officer, (row.plan for row in found.rows), offered)
    lines = tuple(
        CommitmentListed(
            plan=row.plan,
            plan_titles=titles.get(row.plan, {}),
            id=row.provision,
            titles=row.titles,
            agreed=row.agreed,
            kind=kind_term(ProvisionKind(row.kind)),
            mode=mode_term(row.mode),
            comparison=comparison_term(Comparison(row.comparison)),
            said=tuple((_party(code), stage_term(Stage(stage)) if stage else None) for code, stage in row.stages),
            states=tuple(stage or None for _, stage in row.stages),
            due_on=row.due_on,
            overdue=bool(row.due_on) and asked.day is not None and row.due_on < asked.day.isoformat(),
            last_on=row.last_on,
            marking=row.marking,
        )
        for row in found.rows
    )
    return _page(officer, COMMITMENTS, asked, found, plans=offered, commitments=lines)


@at_one_glance
def reports_page(officer: Officer, asked: Asked) -> ListPage:
    """The reports on all plans that pass."""
    project.project()
    found = access.reports_listed(officer, asked)
    offered = _plans_to_choose(officer)
    titles = _titles(officer, (row.plan for row in found.rows), offered)
    lines = tuple(
        ReportListed(
            plan=row.plan,
            plan_titles=titles.get(row.plan, {}),
            provision=row.provision,
            party=_party(row.party),
            stage=stage_term(Stage(row.stage)),
            on=row.on,
            account=row.account,
            marking=row.marking,
            withdrawn=row.withdrawn,
            background=row.background,
            ticket=row.ticket,
        )
        for row in found.rows
    )
    return _page(officer, REPORTS, asked, found, plans=offered, reports=lines)


@at_one_glance
def search_page(officer: Officer, asked: Asked) -> ListPage:
    """What is found in agreed words, titles, accounts, evidence, steps, joint texts, decisions and what became of them."""
    project.project()
    found = access.words_found(officer, asked)
    offered = _plans_to_choose(officer)
    titles = _titles(officer, (row.plan for row in found.rows), offered)
    numbered = {(plan, id) for plan in _plans_asked(asked, offered) for id in ids_of(asked.question)}
    places = {(row.plan, row.provision) for row in found.rows if row.provision}
    named = access.commitment_rows_for(officer, places | numbered)
    called = {(row.plan, row.provision): row.titles or row.agreed for row in named}
    wanted = sought(asked.question)
    lines = tuple(
        Found(
            kind=Term(row.kind, _KINDS_FOUND[row.kind]),
            plan=row.plan,
            plan_titles=titles.get(row.plan, {}),
            provision=row.provision,
            titles=called.get((row.plan, row.provision), {}),
            party=_party(row.party) if row.party else None,
            language=row.language,
            on=row.on,
            words=excerpt(row.words, wanted),
            marking=row.marking,
            key=row.key,
            internal=access.is_of_own_desk(officer, row),
        )
        for row in found.rows
    )
    said = tuple(due_rows.named(row) for row in named if (row.plan, row.provision) in numbered)
    return replace(_page(officer, SEARCH, asked, found, plans=offered, found=lines), numbered=said)


def _plans_asked(asked: Asked, offered: "_Offered") -> list[str]:
    """The plans in which a number is looked up: the one chosen, else those offered; none of very many."""
    chosen = asked.filters.get("plan", "")
    return [chosen] if chosen else [plan for plan, _ in offered]


_Offered: TypeAlias = tuple[tuple[str, dict[str, str]], ...]


def _titles(officer: Officer, plans: Iterable[str], offered: _Offered) -> dict[str, dict[str, str]]:
    """The titles of those plans; the plans offered are all there are, if any are."""
    return dict(offered) or {row.plan: row.titles for row in access.plan_rows_for(officer, plans)}


def _party(code: str) -> PartyNamed:
    return shown.party_named(code)


def _page(
    officer: Officer,
    listing: str,
    asked: Asked,
    cut: lists.Listed[Any],
    *,
    plans: _Offered,
    commitments: tuple[CommitmentListed, ...] = (),
    reports: tuple[ReportListed, ...] = (),
    found: tuple[Found, ...] = (),
) -> ListPage:
    filters = {name: value for name, value in asked.filters.items() if name in FILTERS[listing] and value}
    words = {"q": asked.question} if asked.question else {}
    order = {"order": asked.order} if asked.order else {}
    return ListPage(
        listing=listing,
        asked=urlencode({**words, **filters, **order}),
        turned=Turned(
            page=cut.page,
            found=min(cut.found, lists.COUNTED_TO),
            many=cut.found > lists.COUNTED_TO,
            before=cut.page - 1 if cut.page > 1 else None,
            after=cut.page + 1 if cut.more else None,
        ),
        choices=choices(listing, filters),
        question=asked.question,
        plan=filters.get("plan", ""),
        plans=plans,
        days={name: filters.get(name, "") for name in ("from", "to") if name in FILTERS[listing]},
        orders=_orders(listing, asked.order),
        views=tuple(ViewKept(str(view.pk), view.name, view.asked) for view in access.views_for(officer, listing)),
        commitments=commitments,
        reports=reports,
        found=found,
        day=asked.day,
    )


def _plans_to_choose(officer: Officer) -> _Offered:
    # With more, a reader types the name: a list of thousands helps nobody and would outweigh the page.
    rows = access.plan_rows_for(officer, limit=_PLANS_TO_CHOOSE_FROM + 1)
    return tuple((row.plan, row.titles) for row in rows) if len(rows) <= _PLANS_TO_CHOOSE_FROM else ()


def choices(listing: str, filters: Mapping[str, str]) -> tuple[Choice, ...]:
    """What a list can be narrowed by from among words, and which of them is chosen."""
    stages = tuple(stage_term(stage) for stage in Stage)
    parties = tuple(
        Term(code, Words(*(names[tongue] for tongue in ("en", "fr", "ko"))))
        for code, names in shown.PARTY_NAMES.items()
    )
    kinds = {COMMITMENTS: tuple(Term(kind.value, words) for kind, words in KIND_WORDS.items())}
    terms: dict[str, tuple[Term, ...]] = {
        "kind": kinds.get(listing, tuple(Term(code, words) for code, words in _KINDS_FOUND.items())),
        "mode": tuple(mode_term(mode) for mode in MODES),
        "comparison": tuple(comparison_term(comparison) for comparison in KEY_COMPARISONS),
        "own": (*stages, _SILENT),
        "other": (*stages, _SILENT),
        "stage": stages,
        "due": tuple(Term(code, words) for code, words in DUES.items()),
        "party": parties,
        "language": tuple(Term(code, words) for code, words in TONGUES.items()),
    }
    return tuple(
        Choice(name, CALLED[name], terms[name], filters.get(name, "")) for name in FILTERS[listing] if name in terms
    )


def _orders(listing: str, chosen: str) -> Choice | None:
    ways = {COMMITMENTS: lists.COMMITMENTS, REPORTS: lists.REPORTS}
    if listing not in ways:
        return None
    return Choice("order", CALLED["order"], tuple(Term(code, _ORDERS[code]) for code in ways[listing].orders), chosen)
