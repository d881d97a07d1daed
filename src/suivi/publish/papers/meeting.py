"""The papers of a meeting: the annotated agenda and the minutes, from the records and the secretariat's own lines.

- The agenda holds, in order: what earlier meetings decided and is still owed, what is open under the dialogue's
  commitments, and what officers have put down. Each item says why it is there and who acts.
- The minutes are those agreed where they are in effect; else a draft with what is on record, to be completed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words
from suivi.publish.paper import Block, Cell, Column, Heading, Items, Paper, Paragraph, Style, Table, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.phrases import DEMONSTRATION, SIMULATED

AGREED_AGENDA: Final = Words(
    "Agenda agreed when convened", "Ordre du jour convenu à la convocation", "소집 시 합의된 의제"
)
DECIDED_BEFORE: Final = Words(
    "Decisions of earlier meetings still owed", "Décisions antérieures en suspens", "이전 회의 결정 사항 중 미이행"
)
OPEN_NOW: Final = Words("Open under the commitments", "Points ouverts au titre des engagements", "이행 항목별 현안")
PUT_DOWN: Final = Words("Items put down by the secretariat", "Points inscrits par le secrétariat", "사무국 추가 의제")
PARTICIPANTS: Final = Words("Participants", "Participants", "참석자")
PAPERS: Final = Words("Papers", "Documents", "회의 자료")
DECISIONS: Final = Words("Decisions and follow-up", "Décisions et suites", "결정 사항 및 후속조치")
ACCOUNTS: Final = Words(
    "What each side says of the meeting", "Ce que chaque partie dit de la réunion", "양측의 회의 결과 설명"
)
NUMBER: Final = Words("No.", "Nº", "번호")
ITEM: Final = Words("Item", "Point", "의제")
ITEMS: Final = Words("Items", "Points", "의제")
DUE: Final = Words("Due", "Échéance", "기한")
STANDS: Final = Words("Stands", "Situation", "현황")
NONE: Final = Words("None.", "Aucun.", "없음.")
NOT_AGREED: Final = Words(
    "Draft: no minutes of this meeting are in effect yet.",
    "Projet\u00a0: aucun procès-verbal de cette réunion n’est encore en vigueur.",
    "초안: 이 회의의 회의록은 아직 발효되지 않음.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPrinted:
    """An item of the agenda: what about, why it is there, who acts, by when (`YYYY-MM-DD` or words; may be empty)."""

    about: str
    why: str
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPrinted:
    """Everything the papers of a meeting say, in one language, in the order printed.

    `facts` are pairs of a heading and words: level, day, hours in both capitals, place. `accounts` are a party and its
    words; `decisions` the number, the words, who owes it, by when, and where it stands. `demonstration`: as in `Charter`.
    """

    language: str
    title: str
    marking: str
    written_on: str
    digest: str
    facts: tuple[tuple[str, str], ...]
    agreed_agenda: str
    owed: tuple[ItemPrinted, ...]
    open_now: tuple[ItemPrinted, ...]
    put_down: tuple[ItemPrinted, ...]
    participants: tuple[str, ...]
    papers: tuple[str, ...]
    accounts: tuple[tuple[str, str], ...]
    minutes: str
    decisions: tuple[tuple[str, str, str, str, str], ...]
    demonstration: bool = False


def agenda(meeting: MeetingPrinted) -> Paper:
    """The annotated agenda."""
    say = _sayer(meeting)
    blocks: list[Block] = [*_facts(meeting)]
    if meeting.agreed_agenda:
        blocks += [_heading(say(AGREED_AGENDA)), Paragraph(plain(meeting.agreed_agenda), Style.SIGNED)]
    for title, items in ((DECIDED_BEFORE, meeting.owed), (OPEN_NOW, meeting.open_now), (PUT_DOWN, meeting.put_down)):
        blocks += [_heading(say(title)), *_items(meeting, items, say(title))]
    blocks += [_heading(say(PARTICIPANTS)), *_list(meeting, meeting.participants)]
    blocks += [_heading(say(PAPERS)), *_list(meeting, meeting.papers)]
    return _paper(meeting, "agenda", here.AGENDA, blocks)


def minutes(meeting: MeetingPrinted) -> Paper:
    """The minutes agreed, or a draft of them."""
    say = _sayer(meeting)
    blocks: list[Block] = [*_facts(meeting)]
    if meeting.minutes:
        blocks += [Paragraph(plain(meeting.minutes), Style.SIGNED)]
    else:
        blocks += [Paragraph(plain(say(NOT_AGREED)), Style.NOTE)]
        blocks += [_heading(say(ITEMS)), *_list(meeting, _draft_items(meeting))]
    blocks += [_heading(say(PARTICIPANTS)), *_list(meeting, meeting.participants)]
    if meeting.accounts:
        blocks += [_heading(say(ACCOUNTS))]
        for party, words in meeting.accounts:
            blocks += [Paragraph(plain(party), Style.LABEL), Paragraph(plain(words), Style.SIGNED)]
    blocks += [_heading(say(DECISIONS)), *_decisions(meeting)]
    return _paper(meeting, "minutes", here.MINUTES_ITEM if meeting.minutes else here.MINUTES, blocks)


def _draft_items(meeting: MeetingPrinted) -> tuple[str, ...]:
    return tuple(f"{one.about} – {one.why}" for one in (*meeting.owed, *meeting.open_now, *meeting.put_down))


def _facts(meeting: MeetingPrinted) -> Iterator[Block]:
    if meeting.demonstration:
        yield Paragraph(plain(DEMONSTRATION.in_(meeting.language), Voice.DIFFERS), Style.NOTE)
    if meeting.facts:
        title = here.PLACE_AND_DAY.in_(meeting.language)
        yield Table(
            caption=title,
            columns=(Column(plain(title), 34), Column((), 66)),
            rows=tuple((Cell(plain(name)), Cell(plain(words))) for name, words in meeting.facts),
        )


def _items(meeting: MeetingPrinted, items: tuple[ItemPrinted, ...], caption: str) -> Iterator[Block]:
    if not items:
        yield Paragraph(plain(NONE.in_(meeting.language), Voice.FAINT))
        return
    heads = ((ITEM, 30), (here.WHY, 42), (here.WHO, 16), (DUE, 12))
    yield Table(
        caption=caption,
        columns=tuple(Column(plain(words.in_(meeting.language)), share) for words, share in heads),
        rows=tuple(tuple(Cell(plain(part or "–")) for part in (one.about, one.why, one.who, one.due)) for one in items),
    )


def _decisions(meeting: MeetingPrinted) -> Iterator[Block]:
    if not meeting.decisions:
        yield Paragraph(plain(here.TO_FILL.in_(meeting.language), Voice.FAINT), Style.BLANK)
        return
    heads = ((NUMBER, 8), (here.DECIDED, 44), (here.WHO, 16), (DUE, 14), (STANDS, 18))
    yield Table(
        caption=DECISIONS.in_(meeting.language),
        columns=tuple(Column(plain(words.in_(meeting.language)), share) for words, share in heads),
        rows=tuple(tuple(Cell(plain(part or "–")) for part in decision) for decision in meeting.decisions),
    )


def _list(meeting: MeetingPrinted, lines: tuple[str, ...]) -> Iterator[Block]:
    yield (
        Items(tuple(plain(line) for line in lines))
        if lines
        else Paragraph(plain(here.TO_FILL.in_(meeting.language), Voice.FAINT), Style.BLANK)
    )


def _heading(words: str) -> Heading:
    return Heading(level=2, runs=plain(words))


def _sayer(meeting: MeetingPrinted) -> Callable[[Words], str]:
    return lambda words: words.in_(meeting.language)


def _paper(meeting: MeetingPrinted, name: str, kind: Words, blocks: list[Block]) -> Paper:
    said = kind.in_(meeting.language)
    opening: list[Block] = [
        Heading(level=1, runs=plain(said)),
        Paragraph(plain(meeting.title, Voice.STRONG), Style.LEDE),
    ]
    return Paper(
        name=name,
        kind=said,
        title=meeting.title,
        language=meeting.language,
        marking=meeting.marking,
        edge=f"{meeting.title} · {SIMULATED.in_(meeting.language)}" if meeting.demonstration else meeting.title,
        digest=meeting.digest,
        written_on=meeting.written_on,
        blocks=(*opening, *blocks),
        page_of=here.PAGE_OF.filled(page="{page}", pages="{pages}").in_(meeting.language),
    )
