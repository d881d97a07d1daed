"""Tables: which cells hold actions, told by the heading of their column; the others are not read.

Rules:
- a table begins with a run of labels of columns, one of which says that actions stand below it;
- its rows are the lines of the text, or as many cells as the table has labels; a number that opens a row begins one;
- the time in a cell of the same row is kept with the action: it may be its deadline (R9);
- where one column names the action and another details it, the one that says more acts is read (Korean tables do both);
- a table without such a column is left as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from suivi.plan.text import Span
from suivi.reader.blocks import Block
from suivi.reader.grammar import Setting, acts
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

ACTION_CELL: Final = "action cell"
FEWEST_COLUMNS: Final = 3
MOST_COLUMNS: Final = 9
MOST_UNKNOWN: Final = 2  # labels of columns that no list knows
FEWEST_WRITTEN: Final = 2  # where the document itself says which cells make a row
LONGEST_LABEL: Final = 60
LONGEST_CELL: Final = 400


@dataclass(frozen=True, slots=True)
class Tables:
    """The blocks that remain to be read, and for actions in a table (by their place) the time of their row."""

    blocks: list[Block]
    times: dict[int, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one table: how many, which holds actions, which times, whether the first numbers the rows."""

    size: int
    action: int
    time: int | None
    numbered: bool
    named: int | None = None  # the column that names the action, beside one that details it


def read_tables(source: Source, blocks: list[Block]) -> Tables:
    """The blocks with the cells of tables of actions told apart."""
    kept: list[Block] = []
    times: dict[int, Span] = {}
    place = 0
    while place < len(blocks):
        columns = _columns_at(source, blocks, place)
        if columns is None and (size := _labels_without_action(source, blocks, place)):
            place += size
            continue
        if columns is None:
            kept.append(blocks[place])
            place += 1
            continue
        place += columns.size
        rows = list(_rows(source, blocks, place, columns))
        columns = _with_acts(source, rows, columns)
        for row in rows:
            while place < len(blocks) and blocks[place].start <= row[-1].start:
                place += 1
            kept += _actions_of(row, columns, times)
    return Tables(kept, times)


def _actions_of(row: list[Block], columns: _Columns, times: dict[int, Span]) -> Iterator[Block]:
    if len(row) <= columns.action:
        return
    action = row[columns.action]
    if columns.time is not None and columns.time < len(row):
        time = row[columns.time]
        times[action.body] = Span(time.body, time.close)
    yield action._replace(style=ACTION_CELL)


def _with_acts(source: Source, rows: list[list[Block]], columns: _Columns) -> _Columns:
    """The columns, the action where more cells say an act, in a language whose nouns of action say it."""
    if columns.named is None or not source.language.cues.behind:
        return columns
    told, named = (
        sum(len(row) > column and _says_an_act(source, row[column]) for row in rows)
        for column in (columns.action, columns.named)
    )
    return replace(columns, action=columns.named) if named > told else columns


def _says_an_act(source: Source, cell: Block) -> bool:
    return bool(acts(source.language.grammar(), source.flat, cell.body, cell.close, Setting.DIRECTIVE))


# Labels


def _columns_at(source: Source, blocks: list[Block], place: int) -> _Columns | None:
    labels = list(_labels(source, blocks, place))
    told = [label for label in ("detail", "action") if label in labels]
    fewest = FEWEST_COLUMNS if blocks[place].row is None else FEWEST_WRITTEN
    if len(labels) < fewest or not told:
        return None
    return _Columns(
        size=len(labels),
        action=labels.index(told[0]),
        time=labels.index("time") if "time" in labels else None,
        numbered=labels[0] == "number",
        named=labels.index(told[1]) if len(told) > 1 else None,
    )


def _labels_without_action(source: Source, blocks: list[Block], place: int) -> int:
    """How many cells the row has if it only labels columns, none of which holds actions (“No. | Document | Signed by”)."""
    first = blocks[place]
    if first.row is None or (place and blocks[place - 1].row == first.row):
        return 0
    labels = list(_labels(source, blocks, place))
    return len(labels) if len(labels) > 1 and all(labels) else 0


def _labels(source: Source, blocks: list[Block], place: int) -> Iterator[str]:
    first = blocks[place]
    if first.row is None and _label(source, first):
        group = list(_lines_together(blocks, place))
        known = [_label(source, block) for block in group]
        if sum(map(bool, known)) >= max(FEWEST_COLUMNS, len(known) - MOST_UNKNOWN) and all(map(_is_short, group)):
            yield from (label or "other" for label in known)  # a label no list knows stands among them
            return
    for index in range(place, len(blocks)):  # no copy of the rest: this is asked of every block
        block = blocks[index]
        if first.row is not None and block.row != first.row:
            return
        kind = _label(source, block)
        if not kind and (first.row is None or block is first):
            return
        yield kind


def _lines_together(blocks: list[Block], place: int) -> Iterator[Block]:
    """The block and those right below it, up to a blank line or more than a table has columns."""
    for block in blocks[place : place + MOST_COLUMNS + 1]:
        if block.parted and block is not blocks[place]:
            return
        yield block


def _is_short(block: Block) -> bool:
    return block.close - block.start <= LONGEST_LABEL


def _label(source: Source, block: Block) -> str:
    """What the label of a column announces: action, time, number, other; empty if it is no label."""
    if block.close - block.start > LONGEST_LABEL or block.style.startswith(("bullet", "#")):
        return ""
    match = compiled(source.language.headings.columns).fullmatch(source.flat, block.start, block.close)
    return match.lastgroup or "" if match else ""


# Rows


def _rows(source: Source, blocks: list[Block], place: int, columns: _Columns) -> Iterator[list[Block]]:
    if place < len(blocks) and blocks[place].row is not None:
        yield from _written_rows(blocks, place)
        return
    cells = blocks[place].style == "cell" if place < len(blocks) else False
    row: list[Block] = []
    for block in blocks[place:]:
        if _ends_table(source, block, cells=cells) or (not row and _goes_past(source, block, columns)):
            break
        if columns.numbered and _numbers(source, block):
            if row:
                yield row
            row = [block]
            continue
        if columns.numbered and not row:
            row = [block]  # the number alone on its line was set aside with the numbers of pages
        row.append(block)
        if len(row) == columns.size:
            yield row
            row = []
    if cells and row:
        yield row


def _written_rows(blocks: list[Block], place: int) -> Iterator[list[Block]]:
    row: list[Block] = []
    for block in blocks[place:]:
        if block.row is None:
            break
        if row and block.row != row[0].row:
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _numbers(source: Source, block: Block) -> bool:
    return (
        compiled(r"\d{1,2}(?:\.\d{1,2})*\.?(?:[a-z]\)?)?").fullmatch(source.flat, block.start, block.close) is not None
    )


def _ends_table(source: Source, block: Block, *, cells: bool) -> bool:
    if cells:
        return block.style != "cell"
    return block.style.startswith(("#", "bold")) or block.end - block.start > LONGEST_CELL or _is_prose(source, block)


def _goes_past(source: Source, block: Block, columns: _Columns) -> bool:
    """Whether a block where a row would begin is the numbered title of what follows, or labels of columns again."""
    titled = block.style.startswith(("number", "nested", "roman")) and not columns.numbered
    return titled or bool(_label(source, block))


def _is_prose(source: Source, block: Block) -> bool:
    return block.close - block.body > 80 and source.flat[block.close - 1] == "."
