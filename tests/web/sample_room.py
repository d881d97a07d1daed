"""The review room as a sample page: everything in it at once, so that nobody is shut out of any part."""

from suivi.desk.pages import SourceShown, Term
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
from suivi.plan.words import Words
from suivi.record.minutes import OUTCOMES
from tests.web import sample_assessments, sample_pages
from tests.web.sample_pages import DAY, DIGEST, LINE, NOON, PARTIES, ROWS

_TEXTS = {"en": "Name contact points.", "fr": "Désigner des points de contact.", "ko": "연락 창구를 지정한다."}


def room() -> RoomPage:
    """The room of a plan under way, with a review closed before."""
    rows = list(ROWS.values())
    differing = next(row for row in rows if row.comparison.code == "differ")
    return RoomPage(
        plan=LINE,
        parties=PARTIES,
        list_formats=("pdf", "docx", "html", "md"),
        languages=("en", "fr", "ko"),
        from_on=DAY.replace(year=DAY.year - 1),
        to_on=DAY,
        ours_missing=(MissingShown(commitment=rows[0].commitment, parties=("can",)),),
        theirs_missing=(MissingShown(commitment=rows[1].commitment, parties=("kor",)),),
        differences=(DifferenceShown(row=differing),),
        notes=(
            NoteShown(id="1", about=differing.commitment, words="Which of the two days?", by="A. Roy", at=NOON),
            NoteShown(id="2", about=None, words="The plan is to be updated.", by="A. Roy", at=NOON),
        ),
        decisions=(
            DecisionShown(
                minutes=DIGEST,
                number="D1",
                on="2026-03-05",
                words=_TEXTS,
                about=rows[0].commitment,
                due_on="2026-04-30",
                overdue=True,
                owed_by=("can",),
                ours=True,
                followed=(
                    FollowUpShown(party="kor", outcome=_outcomes()[1], account={"ko": "지정하였다."}, on="2026-04-01"),
                ),
            ),
        ),
        matters=(Words("A deadline has passed.", "Une échéance est passée.", "기한이 지났습니다."),),
        digest=DIGEST,
        marking="TLP:AMBER",
        looked_by=("A. Roy",),
        minutes=_TEXTS,
        draft_decisions=(
            DraftDecision(number="D1", provision="P2.I10", words={}),
            DraftDecision(number="D2", provision="", words={}),
        ),
        outcomes=_outcomes(),
        pending=(sample_pages.joint_line(),),
        closed=(
            ClosedShown(
                minutes=DIGEST,
                from_on="2024-07-18",
                to_on="2025-07-17",
                digest=DIGEST,
                in_effect_at=NOON,
                same=True,
                since=(
                    SinceShown(
                        about=differing.commitment,
                        account=next(one for one in differing.accounts if one is not None),
                        word=Term("corrected", Words("corrected since", "corrigé depuis", "이후 정정")),
                    ),
                ),
            ),
        ),
        sources=(
            SourceShown(party="can", log="suivi/can/pact", size=12, root=DIGEST, last_on=DAY.isoformat()),
            SourceShown(party="kor", log="suivi/kor/pact", size=9, root=DIGEST, last_on="2025-11-02"),
        ),
        assessments=(AssessedRow(commitment=rows[0].commitment, given=(sample_assessments.given(), None)),),
        scores=sample_assessments.SCORE_TERMS,
        commitments=tuple(row.commitment for row in rows),
        ended=((rows[1].commitment, "2025-12-01"),),
        may_write=True,
        may_approve=True,
    )


def _outcomes() -> tuple[Term, ...]:
    return tuple(Term(outcome.value, words) for outcome, words in OUTCOMES.items())
