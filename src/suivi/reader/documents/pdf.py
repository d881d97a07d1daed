"""PDF with a text layer: words with their places, page by page (ISO 32000-1, section 9.10).

Rules:
- a document that opens only with a password, or whose permissions forbid copying, is refused; so is one without any
  text, or whose fonts do not name their letters; single pages of that kind are said;
- what is read is what the page shows: ligatures are their letters again, invisible hyphens are none, text that does
  not run along the page (a watermark) is left out;
- where words make lines, columns and tables is for `pdf_layout.py`; where lines make paragraphs, for `pdf_blocks.py`.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from suivi.plan.refusal import Refusal
from suivi.plan.text import Text
from suivi.reader.caveats import caveat, counted
from suivi.reader.documents.pdf_blocks import composed
from suivi.reader.documents.pdf_layout import HYPHEN, Line, Rule, Word, lines_of
from suivi.reader.lexicon import compiled, compiled_octets
from suivi.reader.refusals import (
    DocumentDamaged,
    DocumentEncrypted,
    EmptyFile,
    LettersNotMapped,
    NoTextLayer,
    TooManyPages,
)

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""

_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys("\ufffe\x02", HYPHEN)
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
)
_COPYING: Final = 1 << 4  # ISO 32000-1, table 22, bit 5
_FLATTEST: Final = 0.06  # of a right angle; a word that leans more is no line of text
_RAISED: Final = 0.8  # of the size of the word: the letters of a mark of a note
_MOST_LOST: Final = 0.2  # of the letters of a document
_MOST_RULES: Final = 4_000  # of a page; more are a drawing
_THIN: Final = 3.0  # points
_MOST_EDGES: Final = 400
_FARTHEST: Final = 100_000.0  # points from the corner of the page
_BOLD: Final = 700
_PICTURED, _BLANK, _BROKEN = "pictured", "blank", "broken"


def pdf_text(octets: bytes, *, name: str, most_pages: int, told: Callable[[int, int], None] | None = None) -> Text:
    """The text of the document, its language not yet known; `told` hears of each page.

    Raises `DocumentEncrypted`, `DocumentDamaged`, `TooManyPages`, `NoTextLayer`, `EmptyFile` or `LettersNotMapped`.
    """
    document = _opened(octets, name)
    pages = len(document)
    if pages > most_pages:
        raise TooManyPages(name=name, pages=pages, limit=most_pages)
    read: list[list[Line]] = []
    empty: list[int] = []
    broken: list[int] = []
    for number in range(pages):
        lines, state = _page(document, number)
        read.append(lines)
        if not lines:
            {_PICTURED: empty, _BROKEN: broken}.get(state, []).append(number + 1)
        if told is not None:
            told(number + 1, pages)
    letters = sum(len(line.text) for page in read for line in page)
    if not letters:
        raise _nothing_in(name, pages, empty, broken)
    lost = sum(line.text.count("\ufffd") for page in read for line in page)
    if lost > _MOST_LOST * letters:
        raise LettersNotMapped(name=name)
    found = {"pages-not-read": empty, "pages-damaged": broken}
    caveats = [caveat(code, pages=_listed(numbers)) for code, numbers in found.items() if numbers]
    return composed(read, [*caveats, *counted({"letters-lost": lost})])


def _nothing_in(name: str, pages: int, empty: list[int], broken: list[int]) -> Refusal:
    """Why a document without a letter is refused; pages that cannot be opened at all are none of a scanner."""
    if empty:
        return NoTextLayer(name=name, pages=pages)
    return DocumentDamaged(name=name, format="PDF") if broken else EmptyFile(name=name)


def _opened(octets: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(octets)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise DocumentEncrypted(name=name) from None
        raise DocumentDamaged(name=name, format="PDF") from None
    if (
        raw.FPDF_GetSecurityHandlerRevision(document.raw) >= 0
        and not raw.FPDF_GetDocPermissions(document.raw) & _COPYING
    ):
        raise DocumentEncrypted(name=name)
    if not len(document):
        raise DocumentDamaged(name=name, format="PDF")
    return document


def _listed(numbers: list[int]) -> str:
    """The numbers in order, runs of them as `3–7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


def _page(document: pdfium.PdfDocument, number: int) -> tuple[list[Line], str]:
    """The lines of a page in reading order, and whether it shows anything, nothing, or cannot be opened."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return [], _BROKEN
    try:
        found = list(_words(page))
        turn = Counter(word.quarters for word in found).most_common(1)[0][0] if found else 0
        words = [_turned(word, turn) for word in found if word.quarters == turn]
        rules = [_turned_rule(rule, turn) for rule in _rules(page)] if words else []
        return lines_of(words, rules), _PICTURED if raw.FPDFPage_CountObjects(page.raw) > 0 else _BLANK
    finally:
        page.close()


# Words


@dataclass(slots=True)
class _Found:
    """A word as it stands on the page: its box, where it begins on its line, and by how many right angles it is turned."""

    box: tuple[float, float, float, float]
    x: float
    y: float
    size: float
    quarters: int
    text: str
    bold: bool
    spaced: bool


def _words(page: pdfium.PdfPage) -> Iterator[_Found]:
    """The words of the page in the order of its content, a word broken by a hyphen as two."""
    shown = page.get_textpage()
    try:
        size = shown.count_chars()
        characters = shown.get_text_range(errors="replace") if size > 0 else ""
        if len(characters) != size or compiled(r"[^\x00-\uffff]").search(characters):
            characters = "".join(_letter(raw.FPDFText_GetUnicode(shown.raw, place)) for place in range(size))
        ask = _Asking(shown.raw, characters)
        for match in compiled(r"[^\s\ufffe\x02]+[\ufffe\x02]?").finditer(characters):
            yield from ask.words(match.start(), match.end())
    finally:
        shown.close()


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


class _Asking:
    """Questions about the letters of a text page; the structures the library fills are made once."""

    def __init__(self, shown: object, characters: str) -> None:
        self.shown, self.characters = shown, characters
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.edges = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
        self.name = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.bold: dict[bytes, bool] = {}

    def words(self, first: int, end: int) -> Iterator[_Found]:
        """The word of the letters `[first, end)`; the mark of a note is none before it, and no part of it after it."""
        size, written = self._size(first), self.characters[first:end]
        before, behind = (
            compiled(r"[\d*†‡]{1,3}(?=[^\W\d_])").match(written),
            compiled(r"(?<=[^\d.,])[\d*†‡]{1,3}\Z").search(written),
        )
        if behind and self._is_raised(end - 1, size):
            yield from self._word(first, first + behind.start(), size)
        elif before and self._is_raised(first, self._size(end - 1)):
            for mark in self._word(first, first + before.end(), size):
                mark.spaced = True
                yield mark
            yield from self._word(first + before.end(), end, self._size(end - 1))
        else:
            yield from self._word(first, end, size)

    def _is_raised(self, place: int, size: float) -> bool:
        """Whether the letter is smaller than the word's, or drawn well above its line, as the mark of a note is."""
        if self._size(place) < _RAISED * size:
            return True
        raw.FPDFText_GetCharBox(self.shown, place, *self.edges)
        raw.FPDFText_GetCharOrigin(self.shown, place, self.x, self.y)
        return bool(self.edges[2].value - self.y.value > 0.2 * size)

    def _word(self, first: int, end: int, size: float) -> Iterator[_Found]:
        angle = max(0.0, raw.FPDFText_GetCharAngle(self.shown, first)) / (math.pi / 2)
        if abs(angle - round(angle)) > _FLATTEST:
            return  # it leans
        raw.FPDFText_GetCharOrigin(self.shown, first, self.x, self.y)
        box = _around(self._box(first), self._box(end - 1))
        if not all(abs(each) < _FARTHEST for each in (*box, self.x.value, self.y.value, size)) or size <= 0:
            return  # it stands nowhere
        yield _Found(
            box,
            self.x.value,
            self.y.value,
            size,
            round(angle) % 4,
            _shown(self.characters[first:end]),
            self._is_bold(first),
            self.characters[end : end + 1] == " " and raw.FPDFText_IsGenerated(self.shown, end) != 1,
        )

    def _size(self, place: int) -> float:
        """The size of the letter's font as it is shown, in points."""
        raw.FPDFText_GetMatrix(self.shown, place, self.matrix)
        return float(raw.FPDFText_GetFontSize(self.shown, place)) * math.hypot(self.matrix.c, self.matrix.d)

    def _box(self, place: int) -> Box:
        raw.FPDFText_GetLooseCharBox(self.shown, place, self.box)
        return self.box.left, self.box.bottom, self.box.right, self.box.top

    def _is_bold(self, place: int) -> bool:
        raw.FPDFText_GetFontInfo(self.shown, place, self.name, 128, self.flags)
        name = self.name.value
        if name not in self.bold:
            named = compiled_octets(rb"(?i)bold|black|heavy|demi").search(name) is not None
            self.bold[name] = named or raw.FPDFText_GetFontWeight(self.shown, place) >= _BOLD
        return self.bold[name]


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _turned(word: _Found, turn: int) -> Word:
    """The word as it stands once the page is held so that its text runs to the right."""
    left, bottom, right, top = _turned_box(word.box, turn)
    y = _turned_box((word.x, word.y, word.x, word.y), turn)[1]
    return Word(left, right, bottom, top, y, word.size, word.text, word.bold, word.spaced)


def _turned_rule(rule: Rule, turn: int) -> Rule:
    return Rule(*_turned_box((rule.left, rule.bottom, rule.right, rule.top), turn))


def _turned_box(box: Box, turn: int) -> Box:
    left, bottom, right, top = box
    return (box, (-top, left, -bottom, right), (-right, -top, -left, -bottom), (bottom, -right, top, -left))[turn]


def _shown(written: str) -> str:
    letters = "".join(map(_named, written.translate(_LIGATURES)))
    return letters[:-1].replace(HYPHEN, "") + letters[-1:]  # inside a word it is not shown


def _named(letter: str) -> str:
    """The letter; a bullet for one of a symbol font; U+FFFD for one that has no name."""
    if "\uf020" <= letter <= "\uf0ff":
        return "•"
    return "\ufffd" if "\ue000" <= letter <= "\uf8ff" or letter < " " else letter


# Rules


def _rules(page: pdfium.PdfPage) -> Iterator[Rule]:
    """The straight lines drawn along the page: strokes, edges of boxes, and boxes as thin as strokes."""
    drawn = 0
    for object in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = object.get_bounds()
        if not all(abs(edge) < _FARTHEST for edge in (left, bottom, right, top)):
            continue
        if right - left <= _THIN or top - bottom <= _THIN:
            yield Rule(left, bottom, right, top)
            drawn += 1
        else:
            for rule in _edges(object):
                yield rule
                drawn += 1
        if drawn > _MOST_RULES:
            return


def _edges(path: pdfium.PdfObject) -> Iterator[Rule]:
    matrix, before = path.get_matrix(), (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(min(_MOST_EDGES, raw.FPDFPath_CountSegments(path.raw))):
        segment = raw.FPDFPath_GetPathSegment(path.raw, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            left, right = sorted((before[0], point[0]))
            bottom, top = sorted((before[1], point[1]))
            if min(right - left, top - bottom) <= _THIN:
                yield Rule(left, bottom, right, top)
        before = point
