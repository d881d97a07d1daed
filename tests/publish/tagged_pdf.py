"""A tagged PDF as a screen reader takes it: its structure by pikepdf, the words of each part by PDFium."""

import ctypes
import io
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Part:
    """An element of the structure: its role, alternative text, scope, list of heads, and its parts and words in order."""

    role: str
    alternative: str = ""
    scope: str = ""
    language: str = ""
    headers: str = ""
    within: list = field(default_factory=list)

    @property
    def words(self):
        return "".join(one if isinstance(one, str) else one.words for one in self.within)

    def every(self, *roles):
        if self.role in roles:
            yield self
        for one in self.within:
            if isinstance(one, Part):
                yield from one.every(*roles)


def structure(octets):
    """The whole document as one `Part`."""
    words = _words_by_mark(octets)
    with pikepdf.open(io.BytesIO(octets)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        return _part(document.Root.StructTreeRoot.K, None, pages, words)[0]


def _words_by_mark(octets):
    """The words of every marked content, by page and mark."""
    found = {}
    document = pypdfium2.PdfDocument(octets)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(each.raw)
            found[number, mark] = found.get((number, mark), "") + _text_of(each.raw, text.raw)
        text.close()
    document.close()
    return found


def _text_of(each, text):
    size = pdfium.FPDFTextObj_GetText(each, text, None, 0)
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(each, text, ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return held.raw.decode("utf-16-le").rstrip("\0")


def _part(node, page, pages, words):
    if isinstance(node, pikepdf.Array):
        return [part for one in node for part in _part(one, page, pages, words)]
    if isinstance(node, int):
        return [words.get((page, node), "")]
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    if node.get("/Type") == "/MCR":
        return [words.get((page, int(node.MCID)), "")]
    if "/S" not in node:
        return []
    attributes = node.get("/A")
    given = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes] if attributes else []
    scope = next((str(one.Scope) for one in given if "/Scope" in one), "")
    return [
        Part(
            role=str(node.S).removeprefix("/"),
            alternative=str(node.get("/Alt", "")),
            scope=scope.removeprefix("/"),
            language=str(node.get("/Lang", "")),
            headers="".join(str(head) for one in given for head in one.get("/Headers", [])),
            within=_part(node.K, page, pages, words) if "/K" in node else [],
        )
    ]


def levels_skip(root):
    """The headings after which a level is left out."""
    found = [int(part.role[1]) for part in root.every("H1", "H2", "H3", "H4", "H5", "H6")]
    return [(one, two) for one, two in pairwise(found) if two > one + 1]


def pages_of(octets):
    """The words of each page as they stand on it, marks of pages included."""
    document = pypdfium2.PdfDocument(octets)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found
