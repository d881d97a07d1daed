"""The words of a printed document as an independent reader of its format finds them, and words made comparable."""

import io
import re
import unicodedata

import docx as word
import openpyxl

from tests.publish.pages import read_page
from tests.publish.tagged_pdf import structure

_MARK = re.compile(r"\\(.)")


def squeezed(words):
    """Composed, without white space and hyphens: what no line break, cell or page can change.

    PDFium takes a hyphen at the end of a line for one that only parts a word, and leaves it out.
    """
    return re.sub("[\\s\u200b\u0002\ufffe-]+", "", unicodedata.normalize("NFC", words))


def words_of(octets, format):
    return squeezed(_READERS[format](octets))


def _pdf(octets):
    return structure(octets).words


def _docx(octets):
    document = word.Document(io.BytesIO(octets))
    return "\n".join(part.text or "" for part in document.element.body.iter("{*}t"))


def _html(octets):
    return read_page(octets).characters


def _markdown(octets):
    """As a reader sees it: quotation marks and line breaks gone, escapes undone."""
    lines = (re.sub(r"^> ?", "", line) for line in octets.decode("utf-8").split("\n"))
    shown = re.sub(r"(?<!\\)(?:<br>|\*\*|~~)", "", "\n".join(lines))
    return _MARK.sub(r"\1", shown)


def _xlsx(octets):
    book = openpyxl.load_workbook(io.BytesIO(octets))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "".join(str(cell) for cell in cells if cell is not None)


_READERS = {"pdf": _pdf, "docx": _docx, "html": _html, "md": _markdown, "xlsx": _xlsx}
