"""The brief of a selection, for taking away: commitments of a plan that pass filters, or those named, on a stated day."""

import datetime
import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Final
from urllib.parse import urlencode

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.pages import CommitmentRow, PlanPage
from suivi.desk.pages.said import AccountShown
from suivi.desk.queries.listing_pages import CALLED
from suivi.desk.queries.listing_sheets import highest, one
from suivi.desk.queries.plan_pages import plan_page
from suivi.desk.registers import at_one_glance
from suivi.plan.words import Words
from suivi.publish.docx import docx
from suivi.publish.papers.selection import (
    ONE_BY_ONE,
    WHOLE,
    LinePrinted,
    SelectionPrinted,
    SidePrinted,
    selection,
)
from suivi.publish.pdf import pdf

FORMATS: Final = {"pdf": pdf, "docx": docx}
"""The formats of the brief."""

_PILLAR: Final = Words("Pillar", "Pilier", "핵심 협력 분야")
_BODY: Final = Words("Body", "Organe", "기관")


@at_one_glance
def selection_file(
    officer: Officer,
    plan: str,
    *,
    format: str,
    filters: Mapping[str, str],
    provisions: Collection[str],
    as_of: datetime.date | None,
    day: datetime.date,
    language: str,
) -> bytes:
    """One page on the commitments that pass `filters`, or on those of `provisions` if any are named; raises `NotHere`.

    `as_of` is the past day it stands for, None for `day`, which is today.
    """
    page = plan_page(officer, plan, as_of=as_of, language=language, filters=filters, day=day)
    chosen = [(rank, row) for rank, row in enumerate(_rows(page)) if _is_chosen(row, provisions)]
    _, register = access.plan_for(officer, plan, as_of=as_of)
    printed = SelectionPrinted(
        language=language,
        title=one(page.plan.titles, language) or page.plan.id,
        parties=tuple(one(party.names, language) for party in page.parties),
        chosen=(ONE_BY_ONE.in_(language),) if provisions else tuple(_asked(page, language)),
        day=(as_of or day).isoformat(),
        lines=tuple(_line(rank, row, language) for rank, row in chosen),
        marking=highest([page.plan.marking, *_markings(row for _, row in chosen)]),
        digest=hashlib.sha256(f"{page.digest} {[row.commitment.id for _, row in chosen]}".encode()).hexdigest(),
        demonstration=register.demonstration,
        place=_place(plan, filters, as_of),
    )
    return FORMATS[format](selection(printed))


def _place(plan: str, filters: Mapping[str, str], as_of: datetime.date | None) -> str:
    asked = {**filters, "as_of": as_of.isoformat() if as_of else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/plans/{plan}?{query}" if query else f"/plans/{plan}"


def _rows(page: PlanPage) -> list[CommitmentRow]:
    return [row for part in page.pillars for row in part.rows]


def _is_chosen(row: CommitmentRow, provisions: Collection[str]) -> bool:
    return row.commitment.id in provisions if provisions else row.shown


def _asked(page: PlanPage, language: str) -> Iterator[str]:
    """What was filtered for, in words; the whole plan where nothing was."""
    terms = {
        "kind": page.kinds, "mode": page.modes, "comparison": page.comparisons, "due": page.dues,
    }  # fmt: skip
    named = {part.pillar.id: one(part.pillar.titles, language) for part in page.pillars if part.pillar}
    bodies = {body.id: one(body.names, language) or body.id for body in page.bodies}
    called = {**{name: CALLED[name] for name in terms}, "pillar": _PILLAR, "body": _BODY}
    found = False
    for name, value in page.filters.items():
        if not value:
            continue
        words = {term.code: term.words.in_(language) for term in terms.get(name, ())}
        words |= named if name == "pillar" else bodies if name == "body" else {}
        colon = "\u00a0: " if language == "fr" else ": "
        found = True
        yield f"{called[name].in_(language)}{colon}{words.get(value, value)}" if name in called else value
    if not found:
        yield WHOLE.in_(language)


def _line(rank: int, row: CommitmentRow, language: str) -> LinePrinted:
    versions = row.commitment.titles or row.commitment.agreed
    told = language if versions.get(language) else next(iter(versions), language)
    return LinePrinted(
        id=row.commitment.id,
        title=one(versions, language),
        language=told,
        sides=tuple(_side(account, language) if account else None for account in row.accounts),
        comparison=row.comparison.words,
        differs=row.comparison.code in ("differ", "details-differ"),
        due=row.due,
        late=row.overdue,
        rank=rank,
    )


def _side(account: AccountShown, language: str) -> SidePrinted:
    told = language if account.account.get(language) else next(iter(account.account), language)
    return SidePrinted(account.stage.words, account.on, account.account.get(told, ""), told)


def _markings(rows: "Iterator[CommitmentRow]") -> Iterator[str]:
    return (account.marking for row in rows for account in row.accounts if account)
