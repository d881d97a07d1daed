"""Layout: from words with their places to lines in reading order, through columns and tables.

Method:
- words on one baseline make a row; a table is a grid of drawn rules, its cells are read row by row (`pdf_grid.py`);
- a gutter is a strip with at least three rows on either side, side by side, that none crosses: what stands left of it is read before
  what stands right of it, and each side again for gutters of its own (recursive X-Y cut, Nagy and Seth 1984);
- where most lines beside a gutter end far from it, nobody broke them there; where single lines stand far apart beside
  others, neither: it parts the cells of a table without rules.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from suivi.reader.documents.pdf_grid import Grid, grids_of
from suivi.reader.documents.pdf_grid import Rule as Rule
from suivi.reader.lexicon import compiled

HYPHEN: Final = "\u00ad"
"""At the end of a word or line: it goes on in the next line, and the hyphen may be no letter of it."""

_FEWEST_ROWS: Final = 3  # that a gutter parts
_SURE_ROWS: Final = 6  # fewer may leave a narrow strip blank by chance
_GUTTER: Final = 0.7  # of the height of the words, at least
_WIDE_GUTTER: Final = 1.2
_GAP: Final = 0.9  # between words of one row, wider than a blank
_TOUCHING: Final = 0.12  # of the height of the words: less than any blank is wide
_BLANK: Final = 0.4  # of the height of the words: a strip so narrow may still be the gutter that other rows show
_FULL: Final = 0.16  # of the width of a column, that the end of a full line may stay away from its edge
_MOSTLY: Final = 0.45  # of the lines beside a gutter end near it, or it is no gutter of columns
_STRIP: Final = 0.8  # of the height of the words, between the columns of a table
_HEAD: Final = 3
_SPARSE: Final = 2.0  # heights of letters between lines that are no paragraph
_DEEPEST: Final = 6
_MARK: Final = r"[^\w\s]{1,2}|[oㅇ]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5}|[가-하])[.)]|[①-⑳ⅰ-ⅻ][.)]?"


@dataclass(slots=True)
class Word:
    """A word: its box, its baseline, the height of its letters, whether it is bold, whether a blank follows it."""

    left: float
    right: float
    bottom: float
    top: float
    y: float
    size: float
    text: str
    bold: bool = False
    spaced: bool = False
    cells: "list[list[Word]] | None" = None  # of a table, which stands on the page like one large word


@dataclass(slots=True)
class Line:
    """A line of text: where it stands, what it says, how wide its first word is.

    `column` numbers the column or cell on the page, in reading order; `cell` tells that it is one of a table.
    `spaced` tells that a blank was written after the last word. `edge` is where full lines of its column end.
    """

    left: float
    right: float
    y: float
    size: float
    text: str
    bold: bool
    spaced: bool
    first: float = 0.0  # the width of its first word
    edge: float = 0.0
    column: int = 0
    cell: bool = False


@dataclass(slots=True)
class Row:
    """Words on one baseline, from left to right."""

    words: list[Word] = field(default_factory=list)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.words[0].y

    @property
    def low(self) -> float:
        """The baseline, or the lower edge of a table."""
        return self.words[0].bottom if self.words[0].cells else self.y

    @property
    def size(self) -> float:
        """The size of the largest letters."""
        return max(word.size for word in self.words)

    def gaps(self) -> Iterator[tuple[float, float]]:
        """The strips between words that are wider than between words of a sentence; none after a mark of a list."""
        words = self.words[1:] if self.opens_item() else self.words
        for one, next in pairwise(words):
            if next.left - one.right > _GAP * min(one.size, next.size):
                yield one.right, next.left

    def opens_item(self) -> bool:
        """Whether the row begins with the mark of a list, with the blank behind it that such marks have."""
        marked = len(self.words) > 1 and compiled(_MARK).fullmatch(self.words[0].text) is not None
        return marked and self.words[1].left - self.words[0].right < 4 * self.size

    def starts(self) -> list[float]:
        """Where words begin after such a strip, the first word among them."""
        return [self.words[0].left, *(right for _, right in self.gaps())]


def lines_of(words: list[Word], rules: list[Rule]) -> list[Line]:
    """The lines of a page in reading order."""
    words = [word for word in words if word.text]
    for grid in grids_of(rules, words):
        inside = [word for word in words if grid.holds(word)]
        if inside:
            words = [word for word in words if not grid.holds(word)]
            words.append(_as_word(grid, grid.cells(inside), sorted(word.size for word in inside)[len(inside) // 2]))
    layout, rows = _Layout(), rows_of(words)
    head, foot = _standing_apart(rows), len(rows) - _standing_apart(rows[::-1])
    for part in (*([row] for row in rows[:head]), rows[head:foot], *([row] for row in rows[max(head, foot) :])):
        layout.read(part)
    return layout.lines


def _standing_apart(rows: list[Row]) -> int:
    """How many rows at the beginning stand apart from those after them, as running heads do; at most three."""
    usual = Counter(round(row.words[0].left) for row in rows).most_common(1)  # so that rows of one column are compared
    column = [row for row in rows if abs(row.words[0].left - usual[0][0]) <= 1]
    leading = _leading(sorted(column, key=lambda row: -row.y)) if column else 0.0
    for place, (one, next) in enumerate(pairwise(rows[: _HEAD + 1]), start=1):
        if abs(one.y - next.y) > leading:
            return place
    return 0


def _as_word(grid: Grid, cells: list[list[Word]], size: float) -> Word:
    return Word(grid.xs[0], grid.xs[-1], grid.bottom, grid.top, grid.top - size, size, "|", cells=cells)


def rows_of(words: list[Word]) -> list[Row]:
    """The rows from top to bottom; the marks of notes are taken out, or put on the line of the note they begin."""
    rows: list[Row] = []
    kept = [word for word in words if not (_may_be_mark(word) and _is_mark(word, words))]
    for word in sorted(kept, key=lambda word: (-word.y, word.left)):
        row = next((row for row in rows[:-4:-1] if _shares_line(row, word)), None)
        if row is None:
            rows.append(Row([word]))
        else:
            row.words.append(word)
    for row in rows:
        row.words.sort(key=lambda word: word.left)
    return rows


def _shares_line(row: Row, word: Word) -> bool:
    main = row.words[0]
    return not (main.cells or word.cells) and abs(main.y - word.y) <= 0.25 * min(main.size, word.size)


def _may_be_mark(word: Word) -> bool:
    return compiled(r"[\d*†‡,]{1,3}").fullmatch(word.text) is not None


def _is_mark(mark: Word, words: list[Word]) -> bool:
    """Whether a small raised figure stands right behind a word; before one, it is brought down to its line."""
    for word in words:
        raised = mark.y - word.y
        if mark.size >= 0.8 * word.size or not 0.1 * word.size < raised < 0.7 * word.size:
            continue
        if -0.2 * word.size < mark.left - word.right < 0.3 * word.size:
            return True
        if -0.2 * word.size < word.left - mark.right < 0.6 * word.size:
            mark.y = word.y
    return False


class _Layout:
    """Cuts rows into columns, and columns into lines, in reading order."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.columns = 0

    def read(self, rows: list[Row], depth: int = 0) -> None:
        """Read rows from top to bottom, a band beside a gutter at a time."""
        gutter = _gutter(rows) if depth < _DEEPEST else None
        if gutter is None:
            self.close(rows)
            return
        band = rows[gutter.first : gutter.last]
        self.read(rows[: gutter.first], depth + 1)
        left, right = _sides(band, gutter.at)
        if _is_table(left, right) and not any(row.words[0].cells for row in band):
            self._read_cells(band)
        else:
            self.read(left, depth + 1)
            self.read(right, depth + 1)
        self.read(rows[gutter.last :], depth + 1)

    def close(self, rows: list[Row], *, cell: bool = False) -> None:
        """Write the rows as the lines of one column or cell, and tables between them cell by cell."""
        self.columns += bool(rows)
        for row in rows:
            if row.words[0].cells:
                self._read_table(row.words[0].cells)
            else:
                self.lines.append(_line(row, self.columns, cell=cell))

    def _read_table(self, cells: "list[list[Word]]") -> None:
        column = self.columns
        for place, held in enumerate(cells, start=1):
            self.columns = column + place
            self.lines += (_line(row, self.columns, cell=True) for row in rows_of(held))
        self.columns += 1

    def _read_cells(self, rows: list[Row]) -> None:
        """A table without rules: its columns are parted by gaps, its rows begin where the first column speaks again."""
        strips = _strips(rows)
        for group in _table_rows(rows, strips[0] if strips else 0.0):
            for low, high in zip([float("-inf"), *strips], [*strips, float("inf")], strict=True):
                held = [[word for word in row.words if low <= (word.left + word.right) / 2 < high] for row in group]
                self.close([Row(words) for words in held if words], cell=True)


def _line(row: Row, column: int, *, cell: bool) -> Line:
    words = row.words
    first = words[1] if len(words) > 1 and compiled(_MARK).fullmatch(words[0].text) else words[0]
    return Line(
        left=words[0].left,
        right=words[-1].right,
        y=row.y,
        size=sorted(word.size for word in words)[len(words) // 2],
        text=_said(words),
        bold=words[0].bold and words[-1].bold and all(word.bold for word in words[:: max(1, len(words) // 4)]),
        spaced=words[-1].spaced,
        first=first.right - words[0].left,
        column=column,
        cell=cell,
    )


def _said(words: list[Word]) -> str:
    """The words with a blank between two; none where they touch, as words cut by a change of font do."""
    pieces = [words[0].text]
    for one, next in pairwise(words):
        touch = not one.spaced and next.left - one.right < _TOUCHING * one.size and one.size > 0.8 * next.size
        pieces.append(next.text if touch else f" {next.text}")
    return "".join(pieces)


# Gutters


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip left of `at`, blank in the rows `[first, last)`; `beside` rows on the side with fewer stand along it."""

    at: float
    first: int
    last: int
    beside: int


def _gutter(rows: list[Row]) -> _Gutter | None:
    """The gutter that most rows stand along, if any parts enough of them."""
    starts = Counter(round(left) for row in rows for left in row.starts())
    tried = [start for start, count in starts.items() if count + starts[start + 1] + starts[start - 1] >= _FEWEST_ROWS]
    found = [gutter for start in sorted(tried)[1:] for gutter in _along(rows, start - 1.5)]
    return max(found, key=lambda gutter: (gutter.beside, -gutter.at), default=None)


def _along(rows: list[Row], at: float) -> Iterator[_Gutter]:
    """The gutters at `at`: one in each run of rows that nothing crosses there."""
    first = 0
    for place in range(len(rows) + 1):
        if place == len(rows) or _crosses(rows[place], at):
            gutter = _beside(rows, first, place, at)
            if gutter is not None:
                yield gutter
            first = place + 1


def _crosses(row: Row, at: float) -> bool:
    """Whether a word, or the blank between two words of a sentence, stands over `at`."""
    words = row.words
    if words[-1].right <= at or words[0].left >= at:
        return False
    if row.opens_item() and words[0].right < at < words[1].left:
        return True
    return not any(
        one.right < at < next.left and next.left - one.right > _BLANK * min(one.size, next.size)
        for one, next in pairwise(words)
    )


def _beside(rows: list[Row], first: int, last: int, at: float) -> _Gutter | None:
    """The gutter in rows that nothing crosses: as high as both sides are, and on while one side goes on close by.

    Below the last crossing of the page one side goes on to the end.
    """
    left = [place for place in range(first, last) if rows[place].words[0].left < at]
    right = [place for place in range(first, last) if rows[place].words[-1].right > at]
    if not left or not right:
        return None
    begins, ends = max(left[0], right[0]), min(left[-1], right[-1]) + 1
    beside = min(sum(begins <= place < ends for place in side) for side in (left, right))
    if beside < _FEWEST_ROWS or _strip(rows[begins:ends], at) < (_GUTTER if beside >= _SURE_ROWS else _WIDE_GUTTER):
        return None
    for side in (left, right):
        leading = _leading([rows[place] for place in side])
        for upper, lower in zip(side[::-1][1:], side[::-1], strict=False):
            if upper < begins <= lower and rows[upper].y - rows[lower].y < leading:
                begins = upper
        for upper, lower in pairwise(side):
            if upper < ends <= lower and (last == len(rows) or rows[upper].low - rows[lower].y < leading):
                ends = lower + 1
    return _Gutter(at, begins, ends, beside)


def _strip(rows: list[Row], at: float) -> float:
    """How wide the strip at `at` is that all these rows leave blank, in heights of their letters."""
    words = [word for row in rows for word in row.words]
    left = max(word.right for word in words if word.right <= at + 1.5)
    right = min(word.left for word in words if word.left > at)
    return (right - left) / sorted(word.size for word in words)[len(words) // 2]


def _leading(rows: list[Row]) -> float:
    apart = sorted(one.y - next.y for one, next in pairwise(rows))
    return 1.6 * apart[len(apart) // 2] if apart else 1.6 * rows[0].size


def _sides(rows: list[Row], at: float) -> tuple[list[Row], list[Row]]:
    left = [Row([word for word in row.words if word.right <= at]) for row in rows]
    right = [Row([word for word in row.words if word.right > at]) for row in rows]
    return [row for row in left if row.words], [row for row in right if row.words]


def _is_table(left: list[Row], right: list[Row]) -> bool:
    """Whether lines left of a gutter end too far from it to have been broken there, or single lines stand side by side."""
    begins, ends = min(row.words[0].left for row in left), max(row.words[-1].right for row in left)
    full = sum(row.words[-1].right > ends - _FULL * (ends - begins) for row in left)
    return full < _MOSTLY * len(left) or _stands_by(left, right) or _stands_by(right, left)


def _stands_by(few: list[Row], many: list[Row]) -> bool:
    """Whether the lines of one side stand far apart, and each beside a line of the other."""
    apart = sorted((one.y - next.y) / one.size for one, next in pairwise(few))
    level = {round(row.y) for row in many}
    beside = sum(bool({round(row.y) + step for step in (-1, 0, 1)} & level) for row in few)
    return apart[len(apart) // 2] > _SPARSE and beside > 0.8 * len(few)


# Tables without rules


def _strips(rows: list[Row]) -> list[float]:
    """The places between the columns: middles of strips that no word of any row stands over."""
    taken = sorted((word.left, word.right) for row in rows for word in row.words)
    size = max(row.size for row in rows)
    strips: list[float] = []
    reached = taken[0][1]
    for left, right in taken:
        if left - reached > _STRIP * size:
            strips.append((left + reached) / 2)
        reached = max(reached, right)
    return strips


def _table_rows(rows: list[Row], strip: float) -> list[list[Row]]:
    """Rows of lines that belong together: one begins where the first column speaks again, after more than its leading."""
    apart = sorted(one.y - next.y for one, next in pairwise(rows))
    tight = 1.15 * apart[0] if apart else 0.0
    uneven = bool(apart) and apart[-1] > 1.3 * apart[0]
    groups: list[list[Row]] = []
    for place, row in enumerate(rows):
        speaks = row.words[0].left < strip
        parted = not uneven or place == 0 or rows[place - 1].y - row.y > tight
        if not groups or (speaks and parted):
            groups.append([])
        groups[-1].append(row)
    return groups
