"""Markdown: a paper as CommonMark with tables (GitHub's extension), UTF-8, line feeds.

- What somebody wrote is never markup: every punctuation character that could begin any is escaped.
- The marking stands on the first and the last line; there are no pages.
"""

import re
from collections.abc import Iterator
from typing import Final

from suivi.publish.paper import (
    Block,
    Cell,
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
)

_PUNCTUATION: Final = re.compile(r"([\\`*_{}\[\]<>#+\-!|~&=$^:@])")
_NUMBERED: Final = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def markdown(paper: Paper) -> bytes:
    """The paper as Markdown."""
    label = f"**{paper.marking}**"
    parts = [label, *(part for block in paper.blocks for part in _block(block)), f"`{paper.digest}`", label]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escaped(words: str) -> str:
    """`words` so that Markdown shows exactly them; tabs and other controls become spaces."""
    plain = _CONTROLS.sub(" ", words.replace("\t", " "))
    return _NUMBERED.sub(r"\1\\\2", _PUNCTUATION.sub(r"\\\1", plain))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, runs=runs):
            yield f"{'#' * min(level, 6)} {_line(runs)}"
        case Paragraph(runs, style):
            yield _paragraph(runs, style)
        case Items(items, ordered):
            yield "\n".join(_item(item, f"{place}." if ordered else "-") for place, item in enumerate(items, start=1))
        case Table():
            yield _table(block)
        case Figure(drawing, caption):
            yield f"*{escaped(caption)}*\n\n> {escaped(drawing.says)}"
        case Columns(parts):
            for part in parts:
                for inner in part:
                    yield from _block(inner)


def _paragraph(runs: Runs, style: Style) -> str:
    words = _lines(runs)
    if style is Style.SIGNED:
        return "\n".join(f"> {line}" for line in words.split("\n"))
    return f"**{words}**" if style in (Style.LEDE, Style.LABEL) and "**" not in words else words


def _item(runs: Runs, mark: str) -> str:
    indent = "\n" + " " * (len(mark) + 1)
    return f"{mark} " + _lines(runs).replace("\n", indent)


def _table(table: Table) -> str:
    heads = [_line(column.title) for column in table.columns]
    rule = ["--:" if column.figures else "---" for column in table.columns]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heads, rule, *rows])


def _cell(cell: Cell) -> str:
    mark = f"{escaped(cell.mark.says)} " if cell.mark else ""
    return mark + _line(cell.runs)


def _line(runs: Runs) -> str:
    return "".join(_run(run) for run in runs).replace("\n", "<br>")


def _lines(runs: Runs) -> str:
    # Two spaces before a line feed keep the line break of the words.
    return "".join(_run(run) for run in runs).replace("\n", "  \n")


def _run(run: Run) -> str:
    said = _said(run)
    if not run.proof:
        return said
    lead, tail = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
    return f"{lead}[{said.strip()}](<{run.proof}>){tail}"


def _said(run: Run) -> str:
    words = escaped(run.words)
    inner = words.strip()
    if not inner:
        return words
    wrapped = {
        Voice.STRONG: f"**{inner}**",
        Voice.DIFFERS: f"**{inner}**",
        Voice.NUMBER: f"**{inner}**",
        Voice.STRUCK: "\n".join(f"~~{line}~~" if line.strip() else line for line in inner.split("\n")),
    }.get(run.voice, inner)
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{lead}{wrapped}{tail}"
