"""The review room for its page: everything a meeting needs, from the register and the officers' own notes."""

import datetime
from collections.abc import Iterator

from suivi.desk import access, closings, notes, past, reviews
from suivi.desk.access import Officer
from suivi.desk.pages import CommitmentNamed, CommitmentRow, Term
from suivi.desk.pages.room import (
    AssessedRow,
    ClosedShown,
    DecisionShown,
    DifferenceShown,
    DraftDecision,
    FollowUpShown,
    MissingShown,
    NoteShown,
    RoomPage,
    SinceShown,
)
from suivi.desk.queries import shown
from suivi.desk.queries.terms import comparison_term, score_terms
from suivi.desk.registers import at_one_glance
from suivi.plan.plan import Provision
from suivi.plan.words import Words
from suivi.publish.package import FORMATS, Document, octets_of
from suivi.record.minutes import OUTCOMES
from suivi.register.assessments import assessment_of
from suivi.register.minutes import DecisionStanding, MinutesStanding
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Comparison
from suivi.review.package import Review
from suivi.review.words import Rule

_DIFFERING = (Comparison.DIFFER, Comparison.DETAILS_DIFFER)
_TOLD_BEFORE = (Rule.ACCOUNTS_DIFFER, Rule.ONE_SIDE_SILENT, Rule.NOBODY_REPORTS, Rule.DECISION_OPEN)
_BLANK_LINES = 3

SINCE = {
    "added": Words(en="put on record since", fr="consigné depuis", ko="이후 기록"),
    "corrected": Words(en="corrected since", fr="corrigé depuis", ko="이후 정정"),
    "withdrawn": Words(en="withdrawn since", fr="retiré depuis", ko="이후 철회"),
}

MINUTES = Words(
    en="The parties reviewed the whole plan for the period {from_on} to {to_on}. Commitments: {total}; with a report: "
    "{reported}; with accounts that differ: {differ}.",
    fr="Les parties ont examiné l’ensemble du plan pour la période du {from_on} au {to_on}. Engagements\u00a0: {total}; faisant "
    "l’objet d’un rapport\u00a0: {reported}; dont les comptes rendus divergent\u00a0: {differ}.",
    ko="양측은 {from_on}부터 {to_on}까지의 기간에 대하여 행동계획 전체를 점검하였다. 전체 항목 {total}개, 보고가 있는 항목 {reported}개, "
    "보고 내용이 서로 다른 항목 {differ}개.",
)


@at_one_glance
def room_page(
    officer: Officer, plan: str, *, from_on: datetime.date, to_on: datetime.date, day: datetime.date, language: str
) -> RoomPage:
    """The room for a period; `day` is the day of the page. Raises `NotHere`, `PeriodRunsBack`."""
    channel, register = access.whole_plan_for(officer, plan)
    review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=past.day_looked_at())
    common = access.register_for(officer, channel)
    silent = {party.code: {one.provision.id for one in review.without_report(party.code)} for party in review.parties}
    missing = [
        (standing, tuple(party for party, ids in silent.items() if standing.provision.id in ids))
        for standing in review.standings
    ]
    written = [note for note in notes.of_plan(plan) if not past.is_after(note.at)]
    kept = [note for note in written if access.may_read_unmarked(officer, plan, note.provision)]
    languages = tuple(spoken.tag for spoken in common.charter.languages) if common.charter else ()
    digest = review.digest()
    return RoomPage(
        plan=shown.plan_line(officer, register),
        parties=shown.parties_named(common),
        languages=languages,
        list_formats=tuple(FORMATS),
        from_on=from_on,
        to_on=to_on,
        ours_missing=tuple(_missing(officer, register, one, who) for one, who in missing if officer.party in who),
        theirs_missing=tuple(
            _missing(officer, register, one, others)
            for one, who in missing
            if (others := tuple(party for party in who if party != officer.party))
        ),
        differences=tuple(_difference(officer, register, review, one) for one in _differing(review)),
        notes=tuple(_note(officer, register, one) for one in kept),
        decisions=tuple(_decisions(officer, register, day)),
        matters=tuple(one.says for one in review.matters if one.rule not in _TOLD_BEFORE),
        digest=digest,
        marking=closings.marking_label(review),
        looked_by=tuple(dict.fromkeys(one.officer for one in closings.looked_through(digest))),
        minutes=_minutes(review),
        draft_decisions=tuple(_draft(kept)),
        outcomes=tuple(Term(outcome.value, words) for outcome, words in OUTCOMES.items()),
        pending=tuple(
            shown.joint_line(officer, common, text)
            for text in register.joint_texts
            if text.proposed.kind == "minutes.agreed" and text.pending
        ),
        closed=tuple(_closed(officer, channel, register, one) for one in closings.closed_reviews(register)),
        sources=tuple(shown.source_shown(log, source) for log, source in review.sources.items()),
        assessments=tuple(_assessed(officer, register, review)),
        scores=score_terms(),
        commitments=tuple(_commitments(officer, register)),
        ended=tuple((_about(officer, register, one.standing.provision), one.on) for one in review.ended),
        may_write=access.may(officer, "draft", plan=plan),
        may_approve=access.may(officer, "approve", plan=plan),
    )


def _missing(
    officer: Officer, register: PlanRegister, standing: ProvisionStanding, parties: tuple[str, ...]
) -> MissingShown:
    named = shown.commitment_named(officer, register.plan, standing.provision)
    return MissingShown(commitment=named, parties=parties)


def _differing(review: Review) -> list[ProvisionStanding]:
    return [standing for standing in review.standings if standing.comparison in _DIFFERING]


def _difference(
    officer: Officer, register: PlanRegister, review: Review, standing: ProvisionStanding
) -> DifferenceShown:
    latest = [standing.latest(party.code) for party in review.parties]
    row = CommitmentRow(
        commitment=shown.commitment_named(officer, register.plan, standing.provision),
        accounts=tuple(shown.account_shown(one, register.bodies) if one else None for one in latest),
        comparison=comparison_term(standing.comparison),
    )
    return DifferenceShown(row=row)


def _named(officer: Officer, register: PlanRegister, provision: str | None) -> CommitmentNamed | None:
    standing = register.standing(provision) if provision else None
    return _about(officer, register, standing.provision) if standing is not None else None


def _note(officer: Officer, register: PlanRegister, one: notes.Note) -> NoteShown:
    about = _named(officer, register, one.provision)
    return NoteShown(id=one.id, about=about, words=one.words, by=one.by, at=one.at)


def _decisions(officer: Officer, register: PlanRegister, day: datetime.date) -> Iterator[DecisionShown]:
    """Every decision of minutes in effect, open ones first, then newest first."""
    found = [(minutes, one) for minutes in register.minutes for one in minutes.decisions]
    found.sort(key=lambda pair: (pair[1].is_open, pair[0].agreed.on), reverse=True)
    for minutes, one in found:
        yield decision_shown(officer, register, minutes, one, day)


def decision_shown(
    officer: Officer, register: PlanRegister, minutes: MinutesStanding, one: DecisionStanding, day: datetime.date
) -> DecisionShown:
    """A decision of minutes in effect, and what has become of it on `day`."""
    return DecisionShown(
        minutes=minutes.key,
        number=one.decision.id,
        on=minutes.agreed.on,
        words=dict(one.decision.words),
        about=_named(officer, register, one.decision.provision),
        due_on=one.decision.due_on,
        overdue=one.is_overdue(day.isoformat()),
        owed_by=one.still_owed_by,
        ours=officer.party in one.still_owed_by,
        followed=tuple(
            FollowUpShown(
                party=each.party,
                outcome=Term(each.said.outcome.value, OUTCOMES[each.said.outcome]),
                account=dict(each.said.account),
                on=each.said.on,
            )
            for each in one.followed
        ),
    )


def _minutes(review: Review) -> dict[str, str]:
    """A first text for the minutes, in every language of the house, to be written on."""
    whole = review.figures[-1]
    text = MINUTES.filled(
        from_on=review.period.from_on,
        to_on=review.period.to_on,
        total=whole.total,
        reported=whole.total - whole.comparisons[Comparison.NEITHER],
        differ=whole.comparisons[Comparison.DIFFER],
    )
    return text.by_language()


def _draft(kept: list[notes.Note]) -> Iterator[DraftDecision]:
    """A line for each note, its words in every language's box as a reminder, and a few blank ones."""
    for place, one in enumerate(kept, start=1):
        yield DraftDecision(number=f"D{place}", provision=one.provision, words={})
    for place in range(len(kept) + 1, len(kept) + 1 + _BLANK_LINES):
        yield DraftDecision(number=f"D{place}", provision="", words={})


def _closed(officer: Officer, channel: str, register: PlanRegister, minutes: MinutesStanding) -> ClosedShown:
    found = closings.closed(channel, register, minutes.key)
    return ClosedShown(
        minutes=minutes.key,
        from_on=found.closing.from_on,
        to_on=found.closing.to_on,
        digest=found.closing.digest,
        in_effect_at=shown.instant(minutes.in_effect_at),
        same=found.same,
        since=tuple(_since(officer, register, one) for one in found.since),
    )


def _since(officer: Officer, register: PlanRegister, one: closings.Since) -> SinceShown:
    standing = register.standing(one.provision)
    assert standing is not None  # it was found there
    return SinceShown(
        about=_about(officer, register, standing.provision),
        account=shown.account_shown(one.account, register.bodies),
        word=Term(one.word, SINCE[one.word]),
    )


def _assessed(officer: Officer, register: PlanRegister, review: Review) -> Iterator[AssessedRow]:
    """The commitments of which any party gave an assessment for the period, in plan order."""
    for standing in review.standings:
        given = [assessment_of(standing.assessments, party.code, review.period) for party in review.parties]
        if any(given):
            yield AssessedRow(
                commitment=_about(officer, register, standing.provision),
                given=tuple(shown.assessed_shown(one) if one is not None else None for one in given),
            )


def _commitments(officer: Officer, register: PlanRegister) -> Iterator[CommitmentNamed]:
    return (_about(officer, register, standing.provision) for standing in register.provisions)


def _about(officer: Officer, register: PlanRegister, provision: Provision) -> CommitmentNamed:
    return shown.commitment_named(officer, register.plan_with(provision.id), provision)


@at_one_glance
def closed_review_file(officer: Officer, plan: str, minutes: str, document: Document) -> bytes:
    """One document of a closed review printed again, as it was; raises `NotHere`."""
    channel, register = access.whole_plan_for(officer, plan)
    return octets_of(closings.closed(channel, register, minutes).review, document)
