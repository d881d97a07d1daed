"""Readings for pages: the list, and one with its text, outline and doubts."""

from collections.abc import Mapping, Sequence
from typing import Any

from suivi.desk import access, amending, readings
from suivi.desk.access import Officer
from suivi.desk.drafts import Draft
from suivi.desk.pages import (
    CommitmentRead,
    DoubtShown,
    DraftLine,
    DraftsPage,
    PlaceRead,
    ReadingPage,
    SectionRead,
    Term,
    TextRead,
    UnderWayPage,
)
from suivi.desk.pages.marking import MarkingOffered
from suivi.desk.queries import shown
from suivi.desk.queries.markings import offered_in
from suivi.desk.queries.succession_shown import succession_shown
from suivi.desk.queries.terms import kind_term, mode_term, recurrence_words
from suivi.desk.registers import at_one_glance
from suivi.desk.under_way import UnderWay
from suivi.modes import NAMES
from suivi.plan.plan import ProvisionKind
from suivi.plan.when import Recurrence
from suivi.plan.words import Words
from suivi.reader.settle import Settled, SettledCommitment
from suivi.reader.succession import SuccessionDraft

STILL_OPEN = Words(
    "Settle the doubts that are still open: {count}.",
    "Réglez les doutes encore ouverts : {count}.",
    "아직 남은 확인 필요 사항을 처리하십시오: {count}건.",
)
DO_NOT_PAIR = Words(
    "The language versions do not hold the same commitments, or hold them as different kinds: {ids}.",
    "Les versions linguistiques ne contiennent pas les mêmes engagements, ou les classent autrement : {ids}.",
    "언어판 사이에 항목이 서로 일치하지 않거나 구분이 다릅니다: {ids}.",
)

A_PAGE = 12  # each is settled anew, decision by decision


@at_one_glance
def drafts(officer: Officer, *, page: int = 1) -> DraftsPage:
    """Readings under way, a page of them, and plans a new reading may be of: the first of very many."""
    known = shown.first_plan_lines(officer, access.MANY_PLANS)
    reading = tuple(_under_way(each) for each in access.readings_under_way_for(officer) if not each.draft)
    held = lines(officer, start=(page - 1) * A_PAGE, most=A_PAGE + 1)
    return DraftsPage(
        drafts=held[:A_PAGE],
        plans=known,
        under_way=reading,
        page=page,
        before=page - 1 if page > 1 else None,
        after=page + 1 if len(held) > A_PAGE else None,
    )


def reading_under_way(officer: Officer, reading: str) -> UnderWayPage:
    """A document being read for the officer, or what its reading has ended in; raises `NotHere`."""
    return _under_way(access.reading_under_way_for(officer, reading))


def _under_way(reading: UnderWay) -> UnderWayPage:
    return UnderWayPage(
        id=reading.id,
        plan=reading.plan,
        name=reading.names[reading.place],
        place=reading.place + 1,
        files=len(reading.names),
        page=reading.page,
        pages=reading.pages,
        begun_at=reading.begun_at,
        draft=reading.draft,
        refusal=reading.refusal,
        stopped=reading.stopped,
        failed=reading.failed,
        stopping=reading.stopping,
    )


def lines(officer: Officer, *, start: int = 0, most: int, proposed: bool = True) -> tuple[DraftLine, ...]:
    """Readings under way, newest first, `most` of them from place `start` on; without `proposed`, those not proposed."""
    held = access.drafts_for(officer, proposed=proposed, start=start, most=most)
    return tuple(line(draft, readings.settled(draft)) for draft in held)


def line(draft: Draft, settled: Settled) -> DraftLine:
    """A reading in a list."""
    decisions = draft.settled.get("decisions", [])
    return DraftLine(
        id=str(draft.pk),
        plan=draft.plan,
        titles=dict(settled.titles),
        languages=tuple(settled.languages),
        commitments=sum(not each.out for each in settled.commitments),
        open_doubts=sum(len(each.open_doubts) for each in settled.commitments if not each.out),
        changed_by=decisions[-1]["by"] if decisions else draft.begun_by.name,
        changed_at=readings.changed_at(draft),
        ticket=draft.proposed_as or None,
    )


@at_one_glance
def reading_page(officer: Officer, draft: str, *, language: str) -> ReadingPage:
    """A reading: its texts, its outline with every decision taken, its doubts."""
    row = access.draft_for(officer, draft)
    settled = readings.settled(row)
    texts = {text.language: text for text in readings.texts(row)}
    before = amending.version_before(officer, row.plan)
    became = None if before is None else amending.succession(row, settled, before)
    hindrance = _hindrance(settled, became)
    drifts = row.reading[0].get("drifts", {})
    return ReadingPage(
        line=line(row, settled),
        texts=tuple(
            TextRead(
                language=text.language,
                name=text.name,
                characters=text.characters,
                sha256=text.sha256,
                caveats=tuple(caveat.says for caveat in text.text.caveats),
                pages=len(text.text.pages),
            )
            for text in texts.values()
        ),
        sections=tuple(
            SectionRead(id=section.id, kind=section.kind, parent=section.parent, spans=_pairs(section.headings))
            for section in settled.sections
        ),
        commitments=tuple(
            _commitment(each, texts, settled.languages, drifts.get(each.id, ()), unpaired=each.id in settled.unpaired)
            for each in settled.commitments
        ),
        kinds=tuple(kind_term(kind) for kind in ProvisionKind),
        modes=tuple(Term(mode, words) for mode, words in NAMES.items()),
        parties=tuple(settled.parties),
        markings=_markings(officer),
        may_propose=hindrance is None and not row.proposed_as and access.may(officer, "draft", plan=row.plan),
        hindrance=hindrance,
        succession=None if before is None or became is None else succession_shown(before, became),
    )


def _hindrance(settled: Settled, became: SuccessionDraft | None) -> Words | None:
    if settled.unpaired:
        return DO_NOT_PAIR.filled(ids=", ".join(settled.unpaired[:10]))
    count = sum(len(each.open_doubts) for each in settled.commitments if not each.out)
    count += amending.in_the_way(became) if became is not None else 0
    return STILL_OPEN.filled(count=count) if count else None


def _pairs(spans: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    return {language: (start, end) for language, (start, end) in spans.items()}


def _places(each: SettledCommitment, texts: Mapping[str, readings.VersionText]) -> tuple[PlaceRead, ...]:
    """Where the commitment begins in each document that has pages or blocks."""
    found = ((language, texts[language].text, start) for language, (start, _) in each.spans.items())
    return tuple(
        PlaceRead(language=language, page=text.page_at(start), block=text.block_at(start))
        for language, text, start in found
        if text.blocks or text.pages
    )


def _commitment(
    each: SettledCommitment,
    texts: Mapping[str, readings.VersionText],
    languages: Sequence[str],
    drifts: Sequence[Mapping[str, Any]],
    *,
    unpaired: bool,
) -> CommitmentRead:
    return CommitmentRead(
        id=each.id,
        kind=kind_term(ProvisionKind(each.kind)),
        mode=mode_term(each.mode),
        section=each.section,
        spans=dict(each.spans),
        modes_considered=tuple(mode_term(mode) for mode in each.modes_considered),
        titles=dict(each.titles),
        doubts=tuple(
            DoubtShown(
                code=doubt.code,
                says=doubt.says,
                language=doubt.language,
                start=doubt.start,
                end=doubt.end,
                settled=doubt.settled,
            )
            for doubt in each.doubts
        ),
        decision=each.decision,
        same_as=tuple(each.same_as),
        recurrence=recurrence_words(Recurrence(each.recurrence["rrule"])) if each.recurrence else None,
        deadline=each.deadline["text"] if each.deadline else "",
        places=_places(each, texts),
        drifts=tuple(_said(drift["says"]) for drift in drifts if drift["code"] not in _TOLD_BESIDE),
        missing=tuple(language for language in languages if language not in each.spans),
        unpaired=unpaired,
    )


# What a version lacks is told live, and a kind is decided, whatever stood in the texts when they were read.
_TOLD_BESIDE = frozenset({"alone", "kind", "parts"})


def _said(says: Mapping[str, str]) -> Words:
    return Words(says["en"], says["fr"], says["ko"])


def _markings(officer: Officer) -> MarkingOffered | None:
    """What a plan may be marked in the only channel there is."""
    channels = access.channels_for(officer)
    return offered_in(channels[0]) if len(channels) == 1 else None
