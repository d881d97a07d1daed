"""The annual review for pages, and as a file."""

import datetime
from collections.abc import Iterator

from suivi.desk import access, closings, reviews
from suivi.desk.access import Officer
from suivi.desk.pages import (
    AccountShown,
    CommitmentNamed,
    CommitmentRow,
    MatterShown,
    MovedRow,
    ReviewChapter,
    ReviewPage,
    Term,
    YearsPage,
    counted,
)
from suivi.desk.queries import shown
from suivi.desk.queries.terms import comparison_term
from suivi.desk.registers import at_one_glance
from suivi.plan.plan import Section
from suivi.plan.words import Words
from suivi.publish.package import Document
from suivi.publish.papers.changes import changes
from suivi.publish.papers.frame import below_the_title
from suivi.publish.tongue import number_of
from suivi.record.marking import AMBER
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Comparison
from suivi.review.package import Review
from suivi.review.words import ASKS, MOVES, RULES, Move
from suivi.review.years import period_before

REST = {Move.STEADY, Move.NO_REPORT}


@at_one_glance
def review_page(
    officer: Officer,
    plan: str,
    *,
    from_on: datetime.date,
    to_on: datetime.date,
    as_of: datetime.date | None,
    language: str,
) -> ReviewPage:
    """The review of a plan over a period, inside the desk; raises `NotHere`, `PeriodRunsBack`."""
    channel, register = access.whole_plan_for(officer, plan, as_of=as_of)
    review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of)
    parties = shown.parties_named(access.register_for(officer, channel, as_of=as_of))
    rows = {each.provision.id: _row(officer, register, review, each) for each in review.standings}
    comparisons = tuple(comparison_term(comparison) for comparison in Comparison)
    moves = tuple(Term(move.value, words) for move, words in MOVES.items())
    return ReviewPage(
        plan=shown.plan_line(officer, register),
        parties=parties,
        from_on=from_on,
        to_on=to_on,
        as_of=as_of,
        figures=counted(comparisons, (row.row.comparison.code for row in rows.values())),
        moved=counted(moves, (row.moved.code for row in rows.values())),
        asked=tuple(_asked(review, officer.party)),
        matters=tuple(_matter(officer, register, review, place) for place in range(len(review.matters))),
        chapters=_chapters(officer, register, rows),
        sources=tuple(shown.source_shown(log, source) for log, source in sorted(review.sources.items())),
        digest=review.digest(),
        marking=AMBER.label(),
    )


def _asked(review: Review, party: str) -> Iterator[Words]:
    """What `party` has to decide: one line a rule, naming every commitment by the plan's own number."""
    for rule, words in ASKS.items():
        together = [matter for matter in review.needed_from(party) if matter.rule is rule]
        numbers = [number_of(matter.provision) for matter in together if matter.provision is not None]
        if together:
            yield words.filled(number=", ".join(numbers)) if numbers else together[0].asks


def _row(officer: Officer, register: PlanRegister, review: Review, standing: ProvisionStanding) -> MovedRow:
    latest = [standing.latest(party.code) for party in review.parties]
    accounts: tuple[AccountShown | None, ...] = tuple(
        shown.account_shown(one, register.bodies) if one else None for one in latest
    )
    row = CommitmentRow(
        commitment=shown.commitment_named(officer, register.plan, standing.provision),
        accounts=accounts,
        comparison=comparison_term(standing.comparison),
    )
    return MovedRow(row=row, moved=_moved(review, standing))


def _moved(review: Review, standing: ProvisionStanding) -> Term:
    """What became of a commitment in one word: the move of the first party, in charter order, whose account moved."""
    moves = [change.move for change in review.changes[standing.provision.id].values()]
    move = next((one for one in moves if one not in REST), None) or next(
        (one for one in moves if one is not Move.NO_REPORT), Move.NO_REPORT
    )
    return Term(move.value, MOVES[move])


def _matter(officer: Officer, register: PlanRegister, review: Review, place: int) -> MatterShown:
    matter = review.matters[place]
    about: CommitmentNamed | None = None
    if matter.provision is not None:
        standing = register.standing(matter.provision)
        about = shown.commitment_named(officer, register.plan, standing.provision) if standing else None
    return MatterShown(kind=Term(matter.rule.value, RULES[matter.rule]), about=about, says=matter.says)


def _chapters(officer: Officer, register: PlanRegister, rows: dict[str, MovedRow]) -> tuple[ReviewChapter, ...]:
    groups: dict[str | None, list[MovedRow]] = {}
    sections: dict[str | None, Section | None] = {}
    for standing in register.provisions:
        pillar = shown.pillar_of(register.plan, standing.provision)
        key = pillar.id if pillar else None
        sections[key] = pillar
        groups.setdefault(key, []).append(rows[standing.provision.id])
    return tuple(
        ReviewChapter(
            pillar=shown.section_named(officer, register.plan, pillar) if (pillar := sections[key]) else None,
            rows=tuple(group),
        )
        for key, group in groups.items()
    )


@at_one_glance
def years_page(
    officer: Officer,
    plan: str,
    *,
    from_on: datetime.date,
    to_on: datetime.date,
    as_of: datetime.date | None,
    language: str,
) -> YearsPage:
    """A period of the plan beside the one before it; raises `NotHere`, `PeriodRunsBack`."""
    _, register = access.whole_plan_for(officer, plan, as_of=as_of)
    review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of)
    before = period_before(review.period)
    return YearsPage(
        plan=shown.plan_line(officer, register),
        from_on=from_on,
        to_on=to_on,
        as_of=as_of,
        before_from_on=before.from_on,
        before_to_on=before.to_on,
        blocks=tuple(below_the_title(changes(review, language))),
        marking=closings.marking_label(review),
    )


@at_one_glance
def review_file(
    officer: Officer,
    plan: str,
    *,
    from_on: datetime.date,
    to_on: datetime.date,
    as_of: datetime.date | None,
    document: Document,
) -> bytes:
    """One document of the same review as a file; raises `NotHere`, `PeriodRunsBack`."""
    access.whole_plan_for(officer, plan, as_of=as_of)
    return reviews.document_octets(plan, from_on=from_on, to_on=to_on, as_of=as_of, document=document)
