"""Side by side: one paper in two languages, block by block in two columns; tables hold both languages in each cell.

- Both papers are composed from the same review, so their blocks correspond one to one; labels that only one of them
  needs (the name of another language) are paired by what they stand before.
- Neither language is called the original: they stand in the order asked for.
"""

from collections.abc import Sequence
from dataclasses import replace

from suivi.publish.paper import (
    Block,
    Break,
    Cell,
    Column,
    Columns,
    Figure,
    Heading,
    Items,
    Paper,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    Voice,
    text_of,
)


def side_by_side(left: Paper, right: Paper) -> Paper:
    """The two papers as one; its language is that of `left`. Raises `ValueError` where they do not correspond."""
    return replace(
        left,
        kind=f"{left.kind} · {right.kind}",
        edge=f"{left.edge} · {right.edge}" if left.edge != right.edge else left.edge,
        blocks=tuple(_paired(left.blocks, right.blocks, right.language)),
        contents=False,
        languages=(left.language, right.language),
    )


def _paired(left: Sequence[Block], right: Sequence[Block], other: str) -> list[Block]:
    lefts, rights = _grouped(left), _grouped(right)
    if len(lefts) != len(rights):
        raise ValueError(f"{len(lefts)} blocks beside {len(rights)}")
    return [block for pair in zip(lefts, rights, strict=True) for block in _beside(*pair, other)]


def _grouped(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The blocks one by one, a label with the signed words it names."""
    found: list[tuple[Block, ...]] = []
    for block in blocks:
        names_it = found and isinstance(block, Paragraph) and block.style is Style.SIGNED and _is_tag(found[-1][-1])
        if names_it:
            found[-1] = (*found[-1], block)
        else:
            found.append((block,))
    return found


def _is_tag(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.LABEL and any(run.language for run in block.runs)


def _beside(left: tuple[Block, ...], right: tuple[Block, ...], other: str) -> list[Block]:
    if _is_same(left[-1], right[-1]):
        return list(left)
    match left[0], right[0]:
        case Table() as one, Table() as two:
            return [_table(one, two, other)]
        case Columns(parts), Columns(others):
            return [Columns(tuple(tuple(_stacked(*pair, other)) for pair in zip(parts, others, strict=True)))]
        case Break(), Break():
            return [Break()]
        case Figure(drawing, caption), Figure():
            return [Figure(drawing, caption)]
        case Heading(level=level, anchor=anchor) as one, Heading() as two:
            # One heading with both, so that the outline of the document has each chapter once.
            runs = (*one.runs, Run(" · "), *_in(two.runs, other))
            return [Heading(level=level, runs=runs, anchor=anchor)]
        case Items() as one, Items() as two if len(one.items) == len(two.items):
            return [Columns(((one,), (_items(two, other),)), ruled=False)]
    return [Columns((left, tuple(_said_in(block, other) for block in right)), ruled=False)]


def _stacked(left: Sequence[Block], right: Sequence[Block], other: str) -> list[Block]:
    """Inside columns there is no room for two more: one language under the other."""
    there = [_said_in(block, other) for block in right if not isinstance(block, Heading)]
    return [*left, *(block for block in there if not any(_is_same(block, one) for one in left))]


def _is_same(one: Block, two: Block) -> bool:
    """Whether both are the same signed words (there is no version in one of the languages), or the same digest."""
    if not (isinstance(one, Paragraph) and isinstance(two, Paragraph)):
        return False
    if text_of(one.runs) != text_of(two.runs):
        return False
    return one.style is two.style is Style.SIGNED or all(run.voice is Voice.DIGEST for run in one.runs)


def _said_in(block: Block, language: str) -> Block:
    match block:
        case Paragraph(runs, style, said):
            return Paragraph(_in(runs, language), style, said or language)
        case Heading(level=level, runs=runs):
            return Heading(level=level, runs=_in(runs, language))
        case Items():
            return _items(block, language)
    return block


def _items(items: Items, language: str) -> Items:
    return Items(tuple(_in(item, language) for item in items.items), items.ordered)


def _in(runs: Runs, language: str) -> Runs:
    return tuple(replace(run, language=run.language or language) for run in runs)


def _table(left: Table, right: Table, other: str) -> Table:
    columns = tuple(
        Column(_both(one.title, two.title, other), one.share, one.figures)
        for one, two in zip(left.columns, right.columns, strict=True)
    )
    rows = tuple(
        tuple(Cell(_both(one.runs, two.runs, other), one.mark) for one, two in zip(row, beside, strict=True))
        for row, beside in zip(left.rows, right.rows, strict=True)
    )
    return Table(caption=f"{left.caption} · {right.caption}", columns=columns, rows=rows, heads=left.heads)


def _both(left: Runs, right: Runs, other: str) -> Runs:
    """Both, one under the other; once where they say the same."""
    if [run.words for run in left] == [run.words for run in right]:
        return left
    return (*left, Run("\n"), *_in(right, other))
