"""The brief of a selection: commitments somebody has chosen, as they stood on a day, on one page.

- Few commitments are told with the last words of each side, many with a line each, and more than a page holds are counted
  in full and listed as far as the page goes: those that are late or told apart first. No line is dropped in silence: how many
  more there are, and where they stand, is said.
- Commitments of several plans stand with the plan of each, our word beside that of the other side.
- The day is part of the paper: what it says is what was on record by the end of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from suivi.plan.days import day_in
from suivi.plan.numbering import number_of
from suivi.plan.words import Words, on_day
from suivi.publish import phrases
from suivi.publish.paper import Block, Cell, Column, Heading, Paper, Paragraph, Run, Runs, Style, Table, Voice, plain
from suivi.publish.papers import phrases as here
from suivi.publish.papers.brief import shortened
from suivi.publish.phrases import DEMONSTRATION, SIMULATED

KIND: Final = Words("Brief of a selection", "Note sur une sélection", "선택 항목 요약")
AS_OF: Final = Words(
    "As it stood at the end of {day} (UTC).", "Situation à la fin du {day} (UTC).", "{day}(UTC) 현재 상황."
)
CHOSEN: Final = Words("Chosen: {filters}.", "Sélection\u00a0: {filters}.", "선택 조건: {filters}.")
ONE_BY_ONE: Final = Words("one by one", "un par un", "개별 선택")
WHOLE: Final = Words("the whole plan", "l’ensemble du plan", "행동계획 전체")
COUNTED: Final = Words(
    "Commitments: {total}; {ways}.", "Engagements\u00a0: {total}; {ways}.", "항목 {total}개; {ways}."
)
LATE: Final = Words("past their day: {count}", "en retard\u00a0: {count}", "기한 경과 {count}개")
DUE: Final = Words("Due or open", "Échéance ou suite", "기한·미결")
LAST_WORDS: Final = Words("Last words", "Derniers mots", "최근 보고")
NOBODY: Final = Words("no report", "aucun rapport", "보고 없음")
NONE: Final = Words("Nothing passes.", "Aucun engagement ne correspond.", "해당 항목 없음.")
COUNTED_IN_PART: Final = Words(
    "Commitments: more than {total}; of the first {total}: {ways}.",
    "Engagements\u00a0: plus de {total}; parmi les {total} premiers\u00a0: {ways}.",
    "항목 {total}개 초과; 처음 {total}개 중 {ways}.",
)
AND_MORE: Final = Words(
    "And {count} more, counted above; the list of the desk has them all: {place}",
    "Et {count} de plus, comptés ci-dessus; la liste du poste les contient tous\u00a0: {place}",
    "그 밖의 {count}개는 위 합계에 포함되며 시스템 목록에 모두 있습니다: {place}",
)
ACROSS: Final = Words("Commitments of several plans", "Engagements de plusieurs plans", "여러 행동계획의 항목")
OTHER_SIDE: Final = Words("Other side", "Autre partie", "상대측")
PLAN: Final = Words("Plan", "Plan", "행동계획")
UNOFFICIAL: Final = Words(
    "Working titles are unofficial and bind no one; the agreed words do.",
    "Les titres de travail ne sont pas officiels et n’engagent personne; le texte convenu fait foi.",
    "작업용 제목은 비공식이며 구속력이 없습니다. 합의 문안이 기준입니다.",
)

TOLD_IN_WORDS: Final = 8
"""Up to so many commitments are told with the last words of each side."""
LISTED: Final = 32
"""So many lines a page holds; what lies beyond is counted."""
_LONGEST_TITLE: Final = {"en": 90, "fr": 90, "ko": 45}
_LONGEST_WORDS: Final = {"en": 260, "fr": 260, "ko": 130}
_LONGEST_PLACE: Final = 160
_ON_A_LINE: Final = {"en": 56, "fr": 56, "ko": 32}
"""So many characters of a title stand on a line of the list."""
_OF_SEVERAL_PLANS: Final = {"en": 40, "fr": 40, "ko": 22}
_OF_A_PLAN: Final = {"en": 24, "fr": 24, "ko": 14}
_OF_WHAT_IS_OPEN: Final = {"en": 44, "fr": 44, "ko": 26}


@dataclass(frozen=True, slots=True)
class SidePrinted:
    """What one side last said: where it stands, on which day (`YYYY-MM-DD`), in which words and their language."""

    stage: Words
    on: str
    words: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePrinted:
    """A commitment chosen: `sides` in the order of the parties, None for silence; `rank` is its place in the plan.

    `plan` is the title of its plan in the paper's language where the paper is about several, else empty.
    """

    id: str
    title: str
    language: str
    sides: tuple[SidePrinted | None, ...]
    comparison: Words
    differs: bool
    due: Words | None
    late: bool
    rank: int
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionPrinted:
    """Everything the brief says: `parties` by name in `language`, `chosen` what was asked, in words, one by one if empty.

    `day` (`YYYY-MM-DD`) is the day it stands for, `digest` (hex) that of the register it is made from. `place` is the address
    of the list that has them all; with `more_than_counted` there are more than `lines`.
    """

    language: str
    title: str
    parties: tuple[str, ...]
    chosen: tuple[str, ...]
    day: str
    lines: tuple[LinePrinted, ...]
    marking: str
    digest: str
    demonstration: bool
    place: str = ""
    more_than_counted: bool = False


def listed(lines: Iterable[LinePrinted]) -> tuple[LinePrinted, ...]:
    """Those that the page lists, in their order: what is late first of all, then where accounts differ."""
    held = sorted(lines, key=lambda line: (not line.late, not line.differs, line.rank))[:LISTED]
    return tuple(sorted(held, key=lambda line: line.rank))


def selection(chosen: SelectionPrinted) -> Paper:
    """The one page."""
    say = chosen.language
    kind = KIND.in_(say)
    return Paper(
        name="selection",
        kind=kind,
        title=chosen.title,
        language=say,
        marking=chosen.marking,
        edge=f"{chosen.title} · {SIMULATED.in_(say)}" if chosen.demonstration else chosen.title,
        digest=chosen.digest,
        written_on=chosen.day,
        blocks=tuple(_blocks(chosen, kind)),
        pages=1,
        page_of=here.PAGE_OF.filled(page="{page}", pages="{pages}").in_(say),
    )


def _blocks(chosen: SelectionPrinted, kind: str) -> Iterator[Block]:
    say = chosen.language
    yield Heading(level=1, runs=plain(kind))
    yield Paragraph(plain(chosen.title, Voice.STRONG), Style.LEDE)
    yield Paragraph(
        (
            Run(AS_OF.filled(day=on_day(chosen.day)).in_(say), Voice.STRONG),
            Run(f" {CHOSEN.filled(filters=', '.join(chosen.chosen)).in_(say)}"),
        )
    )
    yield Paragraph(plain(_counted(chosen)))
    if not chosen.lines:
        yield Paragraph(plain(NONE.in_(say)))
        return
    yield _table(chosen)
    if len(chosen.lines) > LISTED:
        place = chosen.place if len(chosen.place) <= _LONGEST_PLACE else chosen.place.partition("?")[0]
        more = AND_MORE.filled(count=len(chosen.lines) - LISTED, place=place or "–").in_(say)
        yield Paragraph(plain(more, Voice.FAINT), Style.NOTE)
    notes = [UNOFFICIAL.in_(say), *([DEMONSTRATION.in_(say)] if chosen.demonstration else [])]
    yield Paragraph(plain(" ".join(notes), Voice.FAINT), Style.NOTE)


def _counted(chosen: SelectionPrinted) -> str:
    say = chosen.language
    ways = Counter(line.comparison.in_(say) for line in chosen.lines)
    colon = "\u00a0: " if say == "fr" else " " if say == "ko" else ": "
    told = [f"{way}{colon}{count}" for way, count in ways.items()]
    late = sum(line.late for line in chosen.lines)
    told += [LATE.filled(count=late).in_(say)] if late else []
    counted = COUNTED_IN_PART if chosen.more_than_counted else COUNTED
    return counted.filled(total=len(chosen.lines), ways="; ".join(told) or "–").in_(say)


def _table(chosen: SelectionPrinted) -> Table:
    say, in_words = chosen.language, len(chosen.lines) <= TOLD_IN_WORDS
    across = any(line.plan for line in chosen.lines)
    of_plans = 14 if across else 0
    share, open_ = (60 if in_words else 36 - of_plans // 4) // max(len(chosen.parties), 1), 19 if in_words else 26
    named = 100 - open_ - share * len(chosen.parties) - (0 if in_words else of_plans)
    return Table(
        caption=KIND.in_(say),
        columns=(
            *([Column(plain(PLAN.in_(say)), of_plans)] if across and not in_words else []),
            Column(plain(phrases.COMMITMENT.in_(say)), named),
            *(Column(plain(name), share) for name in chosen.parties),
            Column(plain(DUE.in_(say)), open_),
        ),
        rows=tuple(_row(chosen, line, in_words=in_words, across=across) for line in listed(chosen.lines)),
        heads=1 if across and not in_words else 0,
    )


def _row(chosen: SelectionPrinted, line: LinePrinted, *, in_words: bool, across: bool) -> tuple[Cell, ...]:
    say = chosen.language
    on_a_line = _OF_SEVERAL_PLANS[say] if across else _ON_A_LINE[say]
    plan = shortened((Run(line.plan, Voice.FAINT),), _LONGEST_TITLE[say] if in_words else _OF_A_PLAN[say])
    titled = Run(line.title, language="" if line.language == say else line.language)
    open_ = [Run(line.comparison.in_(say), Voice.DIFFERS)] if line.differs else []
    due = [Run(line.due.in_(say), Voice.LATE if line.late else Voice.PLAIN)] if line.due else []
    parted = [Run("; ")] if open_ and due else []
    left = (*open_, *parted, *due) if in_words or line.late or not open_ else tuple(open_)
    own = shortened(
        (Run(f"{number_of(line.id)} ", Voice.NUMBER), titled), _LONGEST_TITLE[say] if in_words else on_a_line
    )
    return (
        *([Cell(plan)] if across and not in_words else []),
        Cell((*own, Run("\n"), *plan) if across and in_words else own),
        *(Cell(_side(side, say, in_words=in_words)) for side in line.sides),
        Cell(left if in_words else shortened(left, _OF_WHAT_IS_OPEN[say])),
    )


def _side(side: SidePrinted | None, say: str, *, in_words: bool) -> Runs:
    if side is None:
        return (Run(NOBODY.in_(say), Voice.FAINT),)
    on = day_in(say, side.on) if in_words else side.on
    stands = Run(
        f"{side.stage.in_(say)}, {on}" if on else side.stage.in_(say), Voice.STRONG if in_words else Voice.PLAIN
    )
    if not in_words or not side.words:
        return (stands,)
    language = "" if side.language == say else side.language
    return (
        Run(f"{stands.words}. ", Voice.STRONG),
        *shortened((Run(side.words, language=language),), _LONGEST_WORDS[say]),
    )
