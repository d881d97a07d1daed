"""Lists over all plans as tables to take away: what the page shows, every page of it, in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from suivi.desk.access import Officer
from suivi.desk.lists import Asked
from suivi.desk.pages import ListPage, ReportListed
from suivi.desk.queries.listing_pages import (
    CALLED,
    COMMITMENTS,
    REPORTS,
    SEARCH,
    commitments_page,
    reports_page,
    search_page,
)
from suivi.plan.words import Words
from suivi.publish.sheets import Sheet

MOST_EXPORTED: Final = 100_000
"""A table holds at most this many rows; narrow the list for what lies beyond."""

HEADS: Final = {
    "plan": CALLED["plan"],
    "provision": Words("No.", "No", "번호"),
    "title": Words("Working title or agreed words", "Titre de travail ou texte convenu", "가제 또는 합의 문안"),
    "kind": CALLED["kind"],
    "mode": CALLED["mode"],
    "comparison": CALLED["comparison"],
    "due": CALLED["due"],
    "last": Words("Last report", "Dernier rapport", "최근 보고"),
    "marking": Words("Marking", "Marquage", "표시"),
    "party": CALLED["party"],
    "stage": CALLED["stage"],
    "on": Words("Day stated", "Date énoncée", "기재된 날짜"),
    "account": Words("Account", "Compte rendu", "보고 내용"),
    "status": Words("Status", "Situation", "상태"),
    "language": CALLED["language"],
    "words": Words("Words", "Texte", "문안"),
}
"""What the columns of a table are called."""

_STATUS: Final = {
    "withdrawn": Words("withdrawn", "retiré", "철회됨"),
    "background": Words("background", "contexte", "배경"),
    "internal": Words("internal, not released", "interne, non communiqué", "내부용, 미전달"),
    "": Words("on record", "au registre", "등록됨"),
}


def listing_sheet(officer: Officer, listing: str, asked: Asked, *, language: str) -> Sheet:
    """All pages of a list as one table in the reader's language, up to `MOST_EXPORTED` rows."""
    whole = Asked(filters=asked.filters, question=asked.question, order=asked.order, day=asked.day, size=MOST_EXPORTED)
    page = {COMMITMENTS: commitments_page, REPORTS: reports_page, SEARCH: search_page}[listing](officer, whole)
    heads, rows = {COMMITMENTS: _commitments, REPORTS: _reports, SEARCH: _found}[listing](page, language)
    return Sheet(
        name=listing,
        heads=tuple(HEADS[head].in_(language) if head in HEADS else head for head in heads),
        rows=tuple(rows),
        marking=_highest(page),
    )


_Table = tuple[tuple[str, ...], Sequence[tuple[str, ...]]]


def _commitments(page: ListPage, language: str) -> _Table:
    codes = list(dict.fromkeys(party.code for line in page.commitments for party, _ in line.said))
    parties = {party.code: one(party.names, language) for line in page.commitments for party, _ in line.said}
    heads = ("plan", "provision", "title", "kind", "mode", "comparison", *parties.values(), "due", "last", "marking")
    rows = []
    for line in page.commitments:
        said = {party.code: stage for party, stage in line.said}
        rows.append(
            (
                one(line.plan_titles, language) or line.plan,
                line.id,
                one(line.titles or line.agreed, language),
                line.kind.words.in_(language),
                line.mode.words.in_(language),
                line.comparison.words.in_(language),
                *(stage.words.in_(language) if (stage := said.get(code)) else "" for code in codes),
                line.due_on,
                line.last_on,
                line.marking,
            )
        )
    return heads, rows


def _reports(page: ListPage, language: str) -> _Table:
    heads = ("plan", "provision", "party", "stage", "on", "account", "status", "marking")
    rows = [
        (
            one(line.plan_titles, language) or line.plan,
            line.provision,
            one(line.party.names, language),
            line.stage.words.in_(language),
            line.on,
            one(line.account, language),
            _STATUS[_status(line)].in_(language),
            line.marking,
        )
        for line in page.reports
    ]
    return heads, rows


def _status(line: ReportListed) -> str:
    if line.ticket:
        return "internal"
    return "withdrawn" if line.withdrawn else "background" if line.background else ""


def _found(page: ListPage, language: str) -> _Table:
    heads = ("plan", "provision", "kind", "party", "on", "language", "words", "status", "marking")
    rows = [
        (
            one(line.plan_titles, language) or line.plan,
            line.provision,
            line.kind.words.in_(language),
            one(line.party.names, language) if line.party else "",
            line.on,
            line.language,
            line.words,
            _STATUS["internal" if line.internal else ""].in_(language),
            line.marking,
        )
        for line in page.found
    ]
    return heads, rows


def one(versions: Mapping[str, str], language: str) -> str:
    """The words in the reader's language, else in the first there is; empty for none."""
    return versions.get(language) or next(iter(versions.values()), "")


def _highest(page: ListPage) -> str:
    markings = [line.marking for line in page.commitments]
    return highest([*markings, *(line.marking for line in page.reports), *(line.marking for line in page.found)])


def highest(markings: Iterable[str]) -> str:
    """The strictest label among the rows, as a table says at its head what may be done with it."""
    order = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
    found = {marking.split(" ")[0] for marking in markings}
    return max(found, key=lambda label: order.index(label) if label in order else len(order), default="TLP:CLEAR")
