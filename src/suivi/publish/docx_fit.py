"""How large a Word document of one page is set: nobody knows its fonts, so the room it takes is reckoned on the safe side.

- Lines have a fixed height, whatever the font; words are taken as wider than those of Calibri and Malgun Gothic are.
- The largest scale that fits is taken. What does not fit at the smallest was composed too long: papers of one page list no
  more than fits (`tests/publish/test_selection.py`).
"""

from collections.abc import Iterable
from typing import Final

from suivi.publish.paper import Block, Heading, Paper, Paragraph, Runs, Style, Table, Voice, text_of

SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.76, 0.72, 0.69, 0.66)
"""From as large as any document to two thirds of it, as a PDF of one page is set."""

LINE: Final = 1.25
"""The height of a line, in sizes of its letters."""

_ROOM: Final = 660.0  # points: A4 less its margins is 711, and a paragraph that Word ends the document with
_WIDTH: Final = 481.0  # points: A4 less two margins of 20 mm
_OF_STYLE: Final = {
    Style.BODY: (10.0, 7.0),
    Style.LEDE: (13.0, 16.0),
    Style.NOTE: (9.0, 8.0),
    Style.LABEL: (8.5, 10.0),
    Style.SIGNED: (10.5, 10.0),
    Style.BLANK: (10.0, 29.0),
}
"""Size and the room before and after, in points, as `docx_styles` has them."""
_HEADINGS: Final = {1: (22.0, 5.0), 2: (15.0, 21.0)}
_CELL: Final = 9.0
_BETWEEN_ROWS: Final = 3.0
_BESIDE_CELL: Final = 9.0


def scale_of(paper: Paper) -> float:
    """The scale at which a paper of one page is set; 1 for one of any other number of pages."""
    if paper.pages != 1:
        return 1.0
    return next((scale for scale in SCALES if _height(paper.blocks, scale) <= _ROOM), SCALES[-1])


def _height(blocks: Iterable[Block], scale: float) -> float:
    return sum(_of_block(block, scale) for block in blocks)


def _of_block(block: Block, scale: float) -> float:
    match block:
        case Heading(level=level, runs=runs):
            size, around = _HEADINGS.get(level, (12.0, 18.0))
        case Paragraph(runs, style, _):
            size, around = _OF_STYLE[style]
        case Table():
            return _of_table(block, scale)
        case _:
            raise TypeError(f"{type(block).__name__} stands in no paper of one page")
    return (_lines(runs, size * scale, _WIDTH) * size * LINE + around) * scale


def _of_table(table: Table, scale: float) -> float:
    total = sum(column.share for column in table.columns)
    widths = [_WIDTH * column.share / total - _BESIDE_CELL for column in table.columns]
    rows = [[column.title for column in table.columns], *([cell.runs for cell in row] for row in table.rows)]
    size = _CELL * scale
    lines = sum(max(_lines(runs, size, width) for runs, width in zip(row, widths, strict=True)) for row in rows)
    return lines * size * LINE + len(rows) * _BETWEEN_ROWS + 8.0 * scale


def _lines(runs: Runs, size: float, width: float) -> int:
    """How many lines words take, broken at blanks; longer words are broken where they must be."""
    bold = any(run.voice in (Voice.STRONG, Voice.DIFFERS) for run in runs)
    return sum(_broken(part, size * (1.05 if bold else 1.0), width) for part in text_of(runs).split("\n"))


def _broken(words: str, size: float, width: float) -> int:
    lines, used = 1, 0.0
    for word in words.split(" "):
        needed = sum(map(_em, word)) * size
        if used and used + needed > width:
            lines, used = lines + 1, 0.0
        while needed > width:
            lines, needed = lines + 1, needed - width
        used += needed + 0.3 * size
    return lines


def _em(sign: str) -> float:
    """The width of a sign in sizes of its letters, rather too much than too little."""
    if sign >= "\u1100":
        return 1.0
    if sign in "mwMW@%":
        return 0.9
    return 0.66 if sign.isupper() else 0.32 if sign in "iljtf.,;:'’!|()[]-" else 0.55
