"""Blocks of a PDF: lines joined into paragraphs, headings, items and cells, through columns and over pages.

Rules:
- running heads and feet (the same words, or words that count the pages, at the same height of several pages) and page
  numbers are left out; footnotes come after the paragraph they interrupt;
- a line goes on in the next one unless a mark, a gap, an indent or another letter begins there, or its first word
  would still have fitted; over a column or a page only a sentence that has not ended goes on;
- a hyphen at the end of a line stays where the document elsewhere writes it inside a line, or before a capital or a
  figure; Hangul lines broken inside a word are joined without a blank, where the document writes blanks elsewhere;
- letters larger than the body make headings, the largest the highest; a short bold paragraph is `bold`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import Final

from suivi.plan.text import Caveat, Text
from suivi.reader.composer import PAGE, Composer, Passage, bears_mark
from suivi.reader.documents.pdf_layout import HYPHEN, Line
from suivi.reader.lexicon import compiled

_LARGER: Final = 1.12  # than the body, for a heading
_SMALLER: Final = 0.88  # than the body, for a note
_LONGEST_HEADING: Final = 200
_HEADING_LEVELS: Final = 6
_APART: Final = 1.32  # times the usual distance of lines parts paragraphs
_ZONE: Final = 3  # lines at the head and at the foot of a page that may be running ones
_NEAR: Final = 8.0  # points
_PAGE_NUMBER: Final = r"(?i)[-–—‒\s(|]*(?:page|p\.|pg\.?|쪽)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:/|of|sur|de|-)\s*\d{1,4})?\s*(?:쪽)?[-–—‒\s)|]*"
_BROKEN: Final = r"[^\W_][-\u00ad\u2010]\Z"
_HANGUL: Final = r"[가-힣]"
# Particles and endings, which begin no word.
_BOUND: Final = frozenset(
    "다 고 며 을 를 은 는 의 에 와 과 로 으로 에서 에게 까지 부터 로서 으로서 였다 었다 하였다 되었다 한다 된다 하며 하고 하여 "
    "하기 하기로 하는 되는 된 들 들의 들이 들을 적 적인 적으로 습니다 합니다 니다".split()
)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph under way: its words, its lines' letters, the pages that begin before it."""

    passage: Passage = field(default_factory=Passage)
    lines: list[Line] = field(default_factory=list)
    pages: int = 0

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def composed(pages: Sequence[Sequence[Line]], caveats: Iterable[Caveat]) -> Text:
    """The text of the pages, each its lines in reading order."""
    kept = _without_running(pages)
    for lines in kept:
        _find_edges(lines)
    measures = _Measures(kept)
    joining = _Joining(measures)
    for number, lines in enumerate(kept):
        joining.page(lines, first=number == 0)
    joining.end()
    composer = Composer(paged=True)
    levels = _levels(joining.paragraphs, measures)
    for paragraph in joining.paragraphs:
        for _ in range(paragraph.pages):
            composer.turn_page()
        _end_hyphen(paragraph.passage)
        composer.write(paragraph.passage, _role(paragraph, measures, levels))
    return composer.text(caveats)


def _end_hyphen(passage: Passage) -> None:
    """A hyphen that nothing follows is one."""
    passage.pieces[-1] = passage.pieces[-1].replace(HYPHEN, "-")


# What the whole document has in common


class _Measures:
    """The size of the letters most words are in, the usual distance of lines, the words that stand inside lines."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        sizes: Counter[float] = Counter()
        bold = letters = spaced = hangul = 0
        apart: list[float] = []
        self.words: set[str] = set()
        for lines in pages:
            before: Line | None = None
            for line in lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
                bold, letters = bold + len(line.text) * line.bold, letters + len(line.text)
                self.words.update(_whole_words(line, before))
                before = line
                if compiled(_HANGUL).match(line.text[-1]):
                    spaced, hangul = spaced + line.spaced, hangul + 1
            apart += _distances(lines)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        self.bold = bold * 2 > letters
        self.leading = sorted(apart)[len(apart) // 4] if apart else 1.5
        self.writes_blanks = spaced * 5 > hangul


def _whole_words(line: Line, before: Line | None) -> list[str]:
    """The words of the line, without those a hyphen broke at its end or at the end of the line before."""
    words = compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-\w\u00ad])").findall(line.text.lower())
    return words[1:] if before is not None and compiled(_BROKEN).search(before.text) else words


def _find_edges(lines: Sequence[Line]) -> None:
    """Tell each line where full lines of its column end; one line that is longer than all others tells nothing."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    for column in columns.values():
        edge = sorted(line.right for line in column)[-1 - len(column) // 10]
        for line in column:
            line.edge = edge


def _distances(lines: Sequence[Line]) -> list[float]:
    """How far lines of one column stand apart, in heights of their letters."""
    pairs = pairwise(lines)
    apart = [(one.y - next.y) / one.size for one, next in pairs if one.column == next.column and one.size > 0]
    return [each for each in apart if 0 < each < 3]


# Running heads and feet


def _without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    edges = [_edges(lines) for lines in pages]
    seen: dict[str, list[tuple[int, Line]]] = {}
    for number, (head, foot) in enumerate(edges):
        for line in {id(line): line for line in head + foot}.values():
            seen.setdefault(compiled(r"\d+").sub("#", line.text.lower()), []).append((number, line))
    alike = {id(line) for found in seen.values() if len(found) > 1 for line in _running(found, len(pages))}
    running = {id(line) for edge in edges for side in edge for line in takewhile(lambda line: id(line) in alike, side)}
    running |= {id(line) for lines in pages for line in _outermost(lines) if _is_number(line)}
    return [[line for line in lines if id(line) not in running] for lines in pages]


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines at the head and at the foot of a page that stand apart from the others."""
    ordered = sorted((line for line in lines if not line.cell), key=lambda line: -line.y)
    apart = sorted(one.y - next.y for one, next in pairwise(ordered))
    far = 1.15 * apart[len(apart) // 4] if apart else 0.0
    return _first_apart(ordered, far), _first_apart(ordered[::-1], far)


def _outermost(lines: Sequence[Line]) -> list[Line]:
    """The highest and the lowest line of a page."""
    free = [line for line in lines if not line.cell]
    return [max(free, key=lambda line: line.y), min(free, key=lambda line: line.y)] if len(free) > 1 else []


def _first_apart(lines: list[Line], far: float) -> list[Line]:
    for place, (one, next) in enumerate(pairwise(lines[: _ZONE + 1]), start=1):
        if abs(one.y - next.y) > far:
            return lines[:place]
    return []


def _running(found: list[tuple[int, Line]], pages: int) -> list[Line]:
    """Those of the alike lines that stand at one height and say the same words, or count the pages."""
    height = sorted(line.y for _, line in found)[len(found) // 2]
    level = [(number, line) for number, line in found if abs(line.y - height) <= _NEAR]
    if len({number for number, _ in level}) < (2 if pages < 4 else 3):
        return []
    words = Counter(line.text for _, line in level)
    if len(words) == 1:
        return [line for _, line in level]
    counted = Counter(
        int(figure) - number for number, line in level for figure in set(compiled(r"\d{1,4}").findall(line.text))
    )
    return [line for _, line in level] if counted and counted.most_common(1)[0][1] * 2 > len(level) else []


def _is_number(line: Line) -> bool:
    return compiled(_PAGE_NUMBER).fullmatch(line.text) is not None and compiled(r"\w").search(line.text) is not None


# Paragraphs


class _Joining:
    """Takes lines in reading order and joins those that go on."""

    def __init__(self, measures: _Measures) -> None:
        self.measures = measures
        self.paragraphs: list[_Paragraph] = []
        self.notes: list[Line] = []
        self.open: _Paragraph | None = None
        self.turned = 0  # pages begun since the last line

    def page(self, lines: Sequence[Line], *, first: bool) -> None:
        """Take the lines of the next page."""
        self.turned += not first
        notes = _notes(lines, self.measures)
        for line in lines:
            if id(line) in notes:
                self.notes.append(line)
            else:
                self._take(line)
        # What stands at the foot waits for the paragraph it interrupts, which may go on overleaf.

    def end(self) -> None:
        """Let the notes that wait stand at the end."""
        self._flush_notes()

    def _take(self, line: Line) -> None:
        if self.open is None or not self._goes_on(self.open.lines[-1], line):
            self._flush_notes()
            self.open = self._begin(line)
            return
        passage = self.open.passage
        self._join(self.open, line)
        passage.marks += [(PAGE, passage.length, passage.length)] * self.turned
        self.turned = 0
        passage.say(line.text)
        self.open.lines.append(line)

    def _begin(self, line: Line) -> _Paragraph:
        paragraph = _Paragraph(pages=self.turned)
        self.turned = 0
        paragraph.passage.say(line.text)
        paragraph.lines.append(line)
        self.paragraphs.append(paragraph)
        return paragraph

    def _flush_notes(self) -> None:
        notes, self.notes, turned, self.turned = self.notes, [], self.turned, 0
        open: _Paragraph | None = None
        for line in notes:
            if open is None or compiled(r"(?:\d{1,3}|[*†‡])(?!\w)").match(line.text):
                open = self._begin(line)
            else:
                self._join(open, line)
                open.passage.say(line.text)
                open.lines.append(line)
        self.turned = turned

    def _join(self, paragraph: _Paragraph, line: Line) -> None:
        """Make the end of the paragraph ready for the words of `line`: a blank, a hyphen, or nothing."""
        pieces, before = paragraph.passage.pieces, paragraph.lines[-1]
        if compiled(_BROKEN).search(before.text):
            pieces[-1] = pieces[-1][:-1]
            paragraph.passage.length -= 1
            if self._keeps_hyphen(before.text, line.text):
                paragraph.passage.say("-")
        elif not self._is_broken_inside(before, line):
            paragraph.passage.say(" ")

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        if compiled(r"[^\W\d_]-[^\W\d_]+\Z").search(before[:-1]):
            return True  # a word that has hyphens already
        one, next = compiled(r"[^\W\d_]*\Z").search(before[:-1]), compiled(r"[^\W\d_]+").match(after)
        if one is None or not one.group() or next is None or not next.group()[0].islower():
            return True
        first, last, known = one.group().lower(), next.group().lower(), self.measures.words
        if first + last in known or f"{first}-{last}" in known:
            return first + last not in known
        return min(len(first), len(last)) > 2 and {first, last} <= known

    def _is_broken_inside(self, before: Line, line: Line) -> bool:
        """Whether Hangul was broken between two syllables of a word: no blank was written where others are."""
        if before.spaced or not (compiled(_HANGUL).match(before.text[-1]) and compiled(_HANGUL).match(line.text)):
            return False
        first = compiled(r"[가-힣]*").match(line.text)
        whole = before.text.rpartition(" ")[2] + line.text.partition(" ")[0]
        bound = first is not None and first.group() in _BOUND
        return bound or self.measures.writes_blanks or whole in self.measures.words

    def _goes_on(self, last: Line, line: Line) -> bool:
        if line.cell != last.cell or abs(line.size - last.size) > 0.08 * self.measures.body:
            return False
        ended = last.text[-1] in ".;:!?"
        full = last.right + 0.2 * line.size + line.first > last.edge
        if bears_mark(line.text) and not (full and not ended and _is_dash(line.text) and line.left <= last.left + 1):
            return False
        if last.bold and not line.bold and self.open is not None and self.open.bold:
            return False
        apart = last.y - line.y
        full = full or compiled(_BROKEN).search(last.text) is not None
        if line.column != last.column or apart <= 0:
            return not line.cell and full and (line.text[:1].islower() or not ended)
        if apart > _APART * self.measures.leading * max(last.size, line.size):
            return False
        if line.size > _LARGER * self.measures.body:
            return True
        indented = line.left > last.left + 0.8 * line.size and not bears_mark(last.text)
        return (
            full
            and not (indented and (ended or last.right < last.edge - line.size))
            and not (line.bold and not last.bold and ended)
        )


def _is_dash(words: str) -> bool:
    return words[0] in "-–—"


def _notes(lines: Sequence[Line], measures: _Measures) -> set[int]:
    """The lines in small letters at the foot of a column that has others above them, by identity."""
    notes: set[int] = set()
    open: dict[int, bool] = {}
    for line in reversed(lines):
        small = line.size < _SMALLER * measures.body and not line.cell
        open[line.column] = open.get(line.column, True) and small
        if open[line.column]:
            notes.add(id(line))
    whole = {column for column, only_small in open.items() if only_small}
    lowest = min((line.y for line in lines if id(line) not in notes), default=0.0)
    # A column of nothing but small letters is one of notes only below everything else.
    return {id(line) for line in lines if id(line) in notes and (line.column not in whole or line.y < lowest)}


# Roles


def _is_large(paragraph: _Paragraph, measures: _Measures) -> bool:
    words = paragraph.passage.words()
    short = len(words) <= _LONGEST_HEADING and words.rstrip()[-1:] not in (".", ";", ",")
    return short and not paragraph.lines[0].cell and paragraph.size > _LARGER * measures.body


def _levels(paragraphs: Sequence[_Paragraph], measures: _Measures) -> dict[float, int]:
    sizes = {round(paragraph.size * 2) / 2 for paragraph in paragraphs if _is_large(paragraph, measures)}
    return {size: min(place, _HEADING_LEVELS) for place, size in enumerate(sorted(sizes, reverse=True), start=1)}


def _role(paragraph: _Paragraph, measures: _Measures, levels: dict[float, int]) -> str:
    if paragraph.lines[0].cell:
        return "cell"
    if _is_large(paragraph, measures):
        return f"heading {levels[round(paragraph.size * 2) / 2]}"
    words = paragraph.passage.words()
    short = len(words) <= _LONGEST_HEADING and words[-1] not in ".;,"
    if short and paragraph.bold and not measures.bold and not bears_mark(words):
        return "bold"
    return "paragraph"
