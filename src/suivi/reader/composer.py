"""Composer: the text of a document written block by block, with the place each block had there.

Rules:
- nothing is added to the words: items and cells are parted by a line, other blocks by a blank line;
- blanks around a block are not its words; a bullet or number the document only draws is the block's label;
- a page begins where its first block does, or inside a block that runs over from the page before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from suivi.plan.text import Caveat, SourceBlock, Span, Text
from suivi.reader.lexicon import compiled

PAGE = "page"
"""The mark in a `Passage` where a page begins."""

_MARK = (
    r"[^\w\s«“\"'‘\[(<「『]|[oㅇ] |\((?:\d{1,2}|[a-z]|[ivxIVX]{1,6}|[가-하])\) |"
    r"(?:\d{1,2}|[a-z]|[ivxIVX]{1,6}|[가-하])\) |(?:\d{1,2}|[a-l]|[ivxIVX]{1,6}|[가-하])\. |[①-⑳ⅰ-ⅻ]"
)


@dataclass(slots=True)
class Passage:
    """The words of one block under way, and marks on them: what each is, where it starts and ends, from 0."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[str, int, int]] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Put `words` behind those said."""
        self.pieces.append(words)
        self.length += len(words)

    def mark(self, kind: str, start: int | None = None) -> None:
        """Mark the words from `start` on as `kind`; without a start, the place reached."""
        self.marks.append((kind, self.length if start is None else start, self.length))

    def words(self) -> str:
        """All that was said."""
        return "".join(self.pieces)


class Composer:
    """Writes blocks one after the other; `text()` gives all of them, with pages and the spans of marks.

    `paged` where the document has pages even if no second one begins.
    """

    def __init__(self, *, paged: bool = False) -> None:
        self.paged = paged
        self.pieces: list[str] = []
        self.length = 0
        self.blocks: list[SourceBlock] = []
        self.pages: list[int] = []
        self.pending = 0  # pages begun since the last block
        self.spans: defaultdict[str, list[Span]] = defaultdict(list)

    def turn_page(self) -> None:
        """The next block begins a page."""
        self.pending += 1

    def add(self, words: str, role: str, *, label: str = "") -> None:
        """Write one block; blanks around its words are left out, and blank words write nothing."""
        passage = Passage()
        passage.say(words)
        self.write(passage, role, label=label)

    def write(self, passage: Passage, role: str, *, label: str = "") -> None:
        """Write one block with its marks; one without words leaves only the pages it begins."""
        words = passage.words()
        blanks = len(words) - len(words.lstrip(" \t\n"))
        words = words.strip(" \t\n")
        if not words.strip():
            self.pending += sum(kind == PAGE for kind, *_ in passage.marks)
            return
        if self.blocks:
            together = role[:4] == self.blocks[-1].role[:4] in ("item", "numb", "cell")
            self._say("\n" if together else "\n\n")
        start = self.length
        self.pages += [start] * self.pending
        self.pending = 0
        self._say(words)
        self.blocks.append(SourceBlock(start, self.length, role, label))
        for kind, begins, ends in passage.marks:
            first, last = (start + min(max(0, place - blanks), len(words)) for place in (begins, ends))
            self._mark(kind, first, last)

    def text(self, caveats: Iterable[Caveat] = ()) -> Text:
        """All that was written."""
        pages = (0, *self.pages) if self.pages or self.paged else ()
        return Text("", "".join(self.pieces), tuple(self.blocks), pages, tuple(caveats))

    def _mark(self, kind: str, first: int, last: int) -> None:
        if kind == PAGE:
            self.pages.append(first)
        else:
            self.spans[kind].append(Span(first, last))

    def _say(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def bears_mark(words: str) -> bool:
    """Whether the words begin with a bullet, a number or a letter of a list that the document wrote out itself."""
    return compiled(_MARK).match(words) is not None


def holds_word(label: str) -> bool:
    """Whether a label the document draws says a word (“Pillar 1:”, “제1장”), and is not only a number or a bullet."""
    words = compiled(r"[^\W\d_]{2,}").findall(label.lower())
    return "제" in label or any(len(set(word)) > 1 and not set(word) <= set("ivxlcdm") for word in words)


def labelled(passage: Passage, label: str) -> Passage:
    """The passage with the words of its label before its own."""
    written = Passage()
    written.say(label if label.endswith((" ", "\u00a0")) else f"{label} ")
    start = written.length
    written.say(passage.words())
    written.marks += [(kind, start + first, start + last) for kind, first, last in passage.marks]
    return written
