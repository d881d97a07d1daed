"""The brief of a selection across plans: the commitments that a list or a search finds, or those named, on a stated day.

- What is found is the officer's own list, with its clearance and its past day; what our own desk alone knows is left out.
- The marking is the join of those of every plan and account it tells of.
"""

import datetime
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Final
from urllib.parse import urlencode

from suivi.desk import access, lists, past, project
from suivi.desk.access import Officer
from suivi.desk.lists import Asked
from suivi.desk.pages import Choice
from suivi.desk.project.plans import marking_of
from suivi.desk.queries import shown
from suivi.desk.queries.listing_pages import CALLED, COMMITMENTS, FILTERS, REPORTS, choices
from suivi.desk.queries.listing_sheets import one
from suivi.desk.queries.selection_page import FORMATS
from suivi.desk.queries.terms import comparison_term, stage_term
from suivi.desk.registers import at_one_glance
from suivi.plan.words import Words, on_day
from suivi.publish.papers.selection import (
    ACROSS,
    ONE_BY_ONE,
    OTHER_SIDE,
    LinePrinted,
    SelectionPrinted,
    SidePrinted,
    listed,
    selection,
)
from suivi.record.marking import CLEAR, Marking
from suivi.record.reports import Stage
from suivi.register.plans import PlanRegister
from suivi.register.reports import Account, Comparison

MOST_READ: Final = 500
"""Of reports and of a search, so many are read for the commitments they are about."""
MOST_NAMED: Final = 200
"""So many commitments can be named one by one."""

_DIFFERING: Final = (Comparison.DIFFER.value, Comparison.DETAILS_DIFFER.value)
_DUE: Final = Words("due {day}", "échéance\u00a0: {day}", "기한 {day}")
_EVERY_PLAN: Final = Words("all plans", "tous les plans", "모든 행동계획")
_FOUND: Final = Words("search “{words}”", "recherche «\u00a0{words}\u00a0»", "검색어 ‘{words}’")
_BETWEEN: Final = {
    "from": Words("from {day}", "à partir du {day}", "{day}부터"),
    "to": Words("to {day}", "jusqu’au {day}", "{day}까지"),
}
_Place = tuple[str, str]


@at_one_glance
def listing_brief(
    officer: Officer,
    listing: str,
    asked: Asked,
    *,
    named: Collection[_Place],
    format: str,
    day: datetime.date,
    language: str,
) -> bytes:
    """One page on the commitments that a list finds, or on those `named` by plan and id; as of the past day looked at, or
    of `day`, which is today.
    """
    project.project()
    rows, more = _rows(officer, listing, asked, named)
    titles = {row.plan: row.titles for row in access.plan_rows_for(officer, {row.plan for row in rows})}
    lines = [_line(rank, row, day, language) for rank, row in enumerate(rows)]
    several = len({row.plan for row in rows}) != 1
    told = {line.rank for line in listed(lines)}
    plans = access.plans_named(officer, _to_open([rows[rank] for rank in sorted(told)], rows))
    accounts = {rank: _accounts(plans, rows[rank], officer.party) for rank in told}
    printed = SelectionPrinted(
        language=language,
        title=ACROSS.in_(language) if several else one(titles.get(rows[0].plan, {}), language) or rows[0].plan,
        parties=_parties(officer, plans.values(), language),
        chosen=(ONE_BY_ONE.in_(language),) if named else tuple(_asked(listing, asked, titles, language)),
        day=day.isoformat(),
        lines=tuple(
            replace(
                line,
                sides=tuple(_side(account, language) for account in accounts[line.rank])
                if line.rank in accounts
                else line.sides,
                plan=one(titles.get(rows[line.rank].plan, {}), language) or rows[line.rank].plan if several else "",
            )
            for line in lines
        ),
        marking=_joined(plans.values(), accounts.values()).label(),
        digest=_digest(plans, rows),
        demonstration=any(plan.demonstration for plan in plans.values()),
        place=_place(listing, asked),
        more_than_counted=more,
    )
    return FORMATS[format](selection(printed))


def _rows(
    officer: Officer, listing: str, asked: Asked, named: Collection[_Place]
) -> tuple[list[access.CommitmentInRow], bool]:
    """The commitments, in the order of the list, each once; and whether there are more than these."""
    if named:
        return access.commitment_rows_for(officer, sorted(named)[:MOST_NAMED]), len(named) > MOST_NAMED
    if listing == COMMITMENTS:
        found = access.commitments_listed(officer, replace(asked, page=1, size=lists.COUNTED_TO))
        return list(found.rows), found.more
    part = replace(asked, page=1, size=MOST_READ)
    if listing == REPORTS:
        reports = access.reports_listed(officer, part)
        places, more = [(row.plan, row.provision) for row in reports.rows if not row.ticket], reports.more
    else:
        words = access.words_found(officer, part)
        public = (row for row in words.rows if row.provision and not access.is_of_own_desk(officer, row))
        places, more = [(row.plan, row.provision) for row in public], words.more
    held = {(row.plan, row.provision): row for row in access.commitment_rows_for(officer, places)}
    return [held[place] for place in dict.fromkeys(places) if place in held], more


def _line(rank: int, row: access.CommitmentInRow, day: datetime.date, language: str) -> LinePrinted:
    versions = row.titles or row.agreed
    return LinePrinted(
        id=row.provision,
        title=one(versions, language),
        language=language if versions.get(language) else next(iter(versions), language),
        sides=(_stage_alone(row.own_stage, language), _stage_alone(row.other_stage, language)),
        comparison=comparison_term(Comparison(row.comparison)).words,
        differs=row.comparison in _DIFFERING,
        due=_DUE.filled(day=on_day(row.due_on)) if row.due_on else None,
        late=bool(row.due_on) and row.due_on < day.isoformat(),
        rank=rank,
    )


def _stage_alone(stage: str, language: str) -> SidePrinted | None:
    return SidePrinted(stage_term(Stage(stage)).words, "", "", language) if stage else None


def _to_open(told: Iterable[access.CommitmentInRow], rows: Sequence[access.CommitmentInRow]) -> set[str]:
    """The plans of what is told, and one of each other marking that what is only counted bears."""
    plans = {row.plan for row in told}
    marked = {row.marking for row in rows if row.plan in plans}
    return plans | {row.plan for row in {row.marking: row for row in rows if row.marking not in marked}.values()}


def _accounts(
    plans: Mapping[str, PlanRegister], row: access.CommitmentInRow, own: str
) -> tuple[Account | None, Account | None]:
    """The last words of our side, and the newest of the others."""
    plan = plans.get(row.plan)
    standing = plan.standing(row.provision) if plan is not None else None
    if plan is None or standing is None:
        return None, None
    others = [said for party in plan.parties if party != own and (said := standing.latest(party)) is not None]
    return standing.latest(own), max(others, key=lambda account: account.order, default=None)


def _side(account: Account | None, language: str) -> SidePrinted | None:
    if account is None:
        return None
    told = language if account.account.get(language) else next(iter(account.account), language)
    return SidePrinted(stage_term(account.stage).words, account.on, account.account.get(told, ""), told)


def _parties(officer: Officer, plans: Iterable[PlanRegister], language: str) -> tuple[str, str]:
    """Our side by name, and the other by its name where it is the same in all of these plans."""
    others = {party for plan in plans for party in plan.parties if party != officer.party}
    other = one(shown.party_named(next(iter(others))).names, language) if len(others) == 1 else ""
    return one(shown.party_named(officer.party).names, language), other or OTHER_SIDE.in_(language)


def _asked(listing: str, asked: Asked, titles: Mapping[str, Mapping[str, str]], language: str) -> Iterator[str]:
    """What the list was asked, in words."""
    filters = {name: value for name, value in asked.filters.items() if name in FILTERS[listing] and value}
    terms: dict[str, Choice] = {choice.name: choice for choice in choices(listing, filters)}
    colon = "\u00a0: " if language == "fr" else ": "
    if asked.question:
        yield _FOUND.filled(words=asked.question).in_(language)
    for name, value in filters.items():
        if name in _BETWEEN:
            yield _BETWEEN[name].filled(day=on_day(value)).in_(language)
            continue
        words = {term.code: term.words.in_(language) for term in terms[name].terms} if name in terms else {}
        said = one(titles.get(value, {}), language) if name == "plan" else words.get(value, "")
        yield f"{CALLED[name].in_(language)}{colon}{said or value}"
    if not filters and not asked.question:
        yield _EVERY_PLAN.in_(language)


def _joined(plans: Iterable[PlanRegister], told: Iterable[tuple[Account | None, ...]]) -> Marking:
    markings = [marking_of(plan) for plan in plans]
    markings += [account.marking for accounts in told for account in accounts if account is not None]
    return reduce(Marking.join, markings, CLEAR)


def _digest(plans: Mapping[str, PlanRegister], rows: Iterable[access.CommitmentInRow]) -> str:
    held = [f"{name} {plan.digest}" for name, plan in sorted(plans.items())]
    named = [f"{row.plan} {row.provision} {row.fingerprint}" for row in rows]
    return hashlib.sha256("\n".join([*held, *named]).encode()).hexdigest()


def _place(listing: str, asked: Asked) -> str:
    """The address of the list that has all of them."""
    day = past.day_looked_at()
    words = {"q": asked.question, **asked.filters, "order": asked.order, "as_of": day.isoformat() if day else ""}
    query = urlencode({name: value for name, value in words.items() if value})
    return f"/{listing}?{query}" if query else f"/{listing}"
