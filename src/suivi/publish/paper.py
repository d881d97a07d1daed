"""Paper: a printed document before it has a format: headings, sentences, tables, columns and pictures.

- A paper is composed once for a language and printed alike by every format: each format is one file, data -> bytes.
- Words carry their language where it is not the paper's, and whose voice they are: signed words, or the software's.
- `value()` is plain JSON; nothing in it is markup, whatever the words contain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from suivi.log.canonical import Json


class Voice(StrEnum):
    """How words are set; the meaning never hangs on it alone."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    SIGNED = "signed"
    NUMBER = "number"
    TAG = "tag"
    DIFFERS = "differs"
    LATE = "late"
    STRUCK = "struck"
    DIGEST = "digest"
    MARKING = "marking"


class Style(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEDE = "lede"
    NOTE = "note"
    LABEL = "label"
    SIGNED = "signed"
    BLANK = "blank"  # a line to be filled in by hand


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one voice; `language` (ISO 639-1) only where it is not that of the paper.

    `proof` is where the file that proves them stands as seen from the paper, empty where none stands beside it.
    """

    words: str
    voice: Voice = Voice.PLAIN
    language: str = ""
    proof: str = ""

    def value(self) -> dict[str, Json]:
        """The run as plain JSON."""
        return {"words": self.words, "voice": self.voice.value, "language": self.language, "proof": self.proof}


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG of `width` by `height` units, and what it says in words."""

    svg: str
    says: str
    width: float
    height: float

    def value(self) -> dict[str, Json]:
        """The picture as plain JSON; sizes in tenths of a unit, because a review holds no fraction."""
        return {"svg": self.svg, "says": self.says, "width": round(self.width * 10), "height": round(self.height * 10)}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, and a mark (a small picture) before them."""

    runs: Runs = ()
    mark: Drawing | None = None

    def value(self) -> dict[str, Json]:
        """The cell as plain JSON."""
        mark: Json = self.mark.value() if self.mark else None
        return {"runs": [run.value() for run in self.runs], "mark": mark}


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, its share of the width, and whether figures stand in it (set to the end)."""

    title: Runs
    share: int
    figures: bool = False

    def value(self) -> dict[str, Json]:
        """The column as plain JSON."""
        return {"title": [run.value() for run in self.title], "share": self.share, "figures": self.figures}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `level` from 1. `anchor` is unique in its paper, empty where nothing leads here."""

    level: int
    runs: Runs
    anchor: str = ""

    def value(self) -> dict[str, Json]:
        """The heading as plain JSON."""
        runs: list[Json] = [run.value() for run in self.runs]
        return {"block": "heading", "level": self.level, "runs": runs, "anchor": self.anchor}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line breaks inside words are kept. `language` where all of it is in another."""

    runs: Runs
    style: Style = Style.BODY
    language: str = ""

    def value(self) -> dict[str, Json]:
        """The paragraph as plain JSON."""
        runs: list[Json] = [run.value() for run in self.runs]
        return {"block": "paragraph", "runs": runs, "style": self.style.value, "language": self.language}


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered if `ordered`."""

    items: tuple[Runs, ...]
    ordered: bool = False

    def value(self) -> dict[str, Json]:
        """The list as plain JSON."""
        items: list[Json] = [[run.value() for run in item] for item in self.items]
        return {"block": "items", "items": items, "ordered": self.ordered}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the cell in place `heads` of each row names the row. `caption` says what it holds."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0

    def value(self) -> dict[str, Json]:
        """The table as plain JSON."""
        columns: list[Json] = [column.value() for column in self.columns]
        rows: list[Json] = [[cell.value() for cell in row] for row in self.rows]
        return {"block": "table", "caption": self.caption, "columns": columns, "rows": rows, "heads": self.heads}


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; the same figures always stand beside it as a table of the paper."""

    drawing: Drawing
    caption: str

    def value(self) -> dict[str, Json]:
        """The figure as plain JSON."""
        return {"block": "figure", "drawing": self.drawing.value(), "caption": self.caption}


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, in reading order: the accounts of the parties under a rule, or two languages without."""

    parts: tuple[tuple["Block", ...], ...]
    ruled: bool = True

    def value(self) -> dict[str, Json]:
        """The columns as plain JSON."""
        parts: list[Json] = [[block.value() for block in part] for part in self.parts]
        return {"block": "columns", "parts": parts, "ruled": self.ruled}


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""

    def value(self) -> dict[str, Json]:
        """The break as plain JSON."""
        return {"block": "break"}


Block: TypeAlias = Heading | Paragraph | Items | Table | Figure | Columns | Break


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document: what it is (`kind`, a heading of the house), of what, in which language, under which marking.

    `edge` stands at the head of every page, `digest` (hex) of the data at its foot. `pages` is how many pages it must
    fill, 0 for as many as it takes. `contents`: it opens with a table of contents. `written_on` (`YYYY-MM-DD`) is the
    closing day of the review: documents bear no other. `opening` is how many of the blocks are the title block.
    """

    name: str
    kind: str
    title: str
    language: str
    marking: str
    edge: str
    digest: str
    written_on: str
    blocks: tuple[Block, ...] = field(default=())
    pages: int = 0
    contents: bool = False
    contents_title: str = ""
    page_of: str = "{page} / {pages}"
    languages: tuple[str, ...] = ()
    opening: int = 0

    def value(self) -> dict[str, Json]:
        """The paper as plain JSON."""
        return {
            "name": self.name,
            "kind": self.kind,
            "title": self.title,
            "language": self.language,
            "languages": list(self.languages or (self.language,)),
            "marking": self.marking,
            "edge": self.edge,
            "digest": self.digest,
            "written_on": self.written_on,
            "pages": self.pages,
            "contents": self.contents,
            "contents_title": self.contents_title,
            "page_of": self.page_of,
            "blocks": [block.value() for block in self.blocks],
        }


def tables_in(blocks: Iterable[Block]) -> Iterator[Table]:
    """Every table of `blocks` and of the columns among them, in reading order."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Columns):
            for part in block.parts:
                yield from tables_in(part)


def plain(words: str, voice: Voice = Voice.PLAIN, language: str = "", proof: str = "") -> Runs:
    """One run of words, or none where there are no words."""
    return (Run(words, voice, language, proof),) if words else ()


def text_of(runs: Runs) -> str:
    """The words of several runs in one line."""
    return "".join(run.words for run in runs)
