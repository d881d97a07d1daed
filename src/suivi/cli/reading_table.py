"""The draft plan as a table for the terminal: headings between the commitments, doubts beside them."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from io import StringIO

from suivi.plan.words import Words
from suivi.reader.draft import DraftCommitment, DraftPlan, DraftSection

NARROWEST = 60
PIPED = 120

_COLUMNS = (
    Words("id", "id", "번호"),
    Words("mode", "mode", "협력 유형"),
    Words("when", "quand", "시기"),
    Words("agreed words", "texte convenu", "합의 문구"),
    Words("doubt", "doute", "확인 필요"),
)
_COUNTED = Words(
    "{initiatives} {initiatives:initiative|initiatives}, {aims} {aims:aim|aims}, {doubts} {doubts:doubt|doubts}. Suggested by the reader; nobody has agreed to it yet.",
    "{initiatives} {initiatives:initiative|initiatives}, {aims} {aims:objectif|objectifs}, {doubts} {doubts:doute|doutes}. Suggestion du lecteur; personne n’y a encore consenti.",
    "협력 사업 {initiatives}건, 협력 방향 {aims}건, 확인 필요 {doubts}건. 판독기의 제안이며 아직 합의된 것이 아닙니다.",
)
_REGULAR = Words("regular", "régulier", "정례")


def table_of(draft: DraftPlan, speaks: str) -> str:
    """The draft as a table, below it a line of counts, and what of the document is not in it."""
    columns = [words.in_(speaks) for words in _COLUMNS]
    below = "\n".join([_counted(draft, speaks), *(caveat.says.in_(speaks) for caveat in draft.text.caveats)])
    return drawn(columns, _rows(draft, speaks), below=below, title=_title(draft))


def drawn(columns: Sequence[str], rows: Iterable[Sequence[str]], *, below: str, title: str = "") -> str:
    """A table as wide as the terminal, plain if it is none; of each row the first cell is its style."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, title=escape(title), title_justify="left")
    for name in columns:
        table.add_column(name, overflow="fold", vertical="top")
    for style, *cells in rows:
        table.add_row(*map(escape, cells), style=style)
    on_terminal = sys.stdout.isatty()
    width = max(NARROWEST, shutil.get_terminal_size().columns) if on_terminal else PIPED
    page = StringIO()
    console = Console(file=page, width=width, force_terminal=on_terminal, highlight=False)
    console.print(table)
    console.print(below)
    return page.getvalue()


def _title(draft: DraftPlan) -> str:
    return "" if draft.title is None else draft.text.at(draft.title)


def _rows(draft: DraftPlan, speaks: str) -> list[tuple[str, str, str, str, str, str]]:
    """Headings and commitments in reading order as (style, id, mode, when, words, doubt)."""
    doubts: dict[str, str] = {}
    for doubt in draft.doubts:
        doubts[doubt.at] = f"{doubts[doubt.at]}, {doubt.code}" if doubt.at in doubts else doubt.code
    rows = [(section.heading.start, ("bold", section.id, "", "", _heading(section), "")) for section in draft.sections]
    for item in draft.commitments:
        words = " ".join(draft.text.at(item.span).split())
        rows.append(
            (item.span.start, ("", item.id, item.mode, _when(draft, item, speaks), words, doubts.get(item.id, "")))
        )
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def _heading(section: DraftSection) -> str:
    numbered = section.label[-1:] in ".)"  # “1. Trade”, but “Pillar 1 : Trade”
    return (" " if numbered else " : ").join(part for part in (section.label, section.title) if part)


def _when(draft: DraftPlan, commitment: DraftCommitment, speaks: str) -> str:
    if commitment.deadline is not None:
        return draft.text.at(commitment.deadline.span)
    if commitment.recurrence is None:
        return ""
    return commitment.recurrence.rule or _REGULAR.in_(speaks)


def _counted(draft: DraftPlan, speaks: str) -> str:
    initiatives = sum(commitment.kind == "initiative" for commitment in draft.commitments)
    counts = {"initiatives": initiatives, "aims": len(draft.commitments) - initiatives, "doubts": len(draft.doubts)}
    return _COUNTED.filled(**counts).in_(speaks)
