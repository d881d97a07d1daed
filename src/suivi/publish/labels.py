"""Labels: every page, sheet and object of an export bears its marking, or the export is not given out (fault M06).

- PDF: the text of each page. DOCX: each section has a header and a footer with it. XLSX: the first cell of each sheet.
- HTML and Markdown have no pages: the label stands at both ends. JSON: every record bears the marking of its own.
- The finished bytes are opened again, so that no way of making a document can forget the label.
"""

import re
import zipfile
from io import BytesIO
from typing import Final

from suivi.exchange.faults import Refused
from suivi.log.canonical import Json
from suivi.log.fault import Fault
from suivi.publish.markup import bare

_RECORD: Final = frozenset({"leaf", "log", "seq", "party"})
"""The fields by which a record is known in the data of a review."""


def check_labels(octets: bytes, format: str, label: str, *, data: Json = None) -> None:
    """Raise `Refused` (marking.stripped) where a part of the export of that format does not bear `label`.

    `data` is what a JSON export was made of. A format that is not known here is refused.
    """
    place = _unlabelled_in_data(data, "") if format == "json" else _CHECKS.get(format, _unknown)(octets, label)
    if place:
        raise Refused(Fault("marking.stripped", got=place, expected=label, at=format))


def _unlabelled_pages(octets: bytes, label: str) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(octets) as document:
        for number, page in enumerate(document, start=1):
            if _squeezed(label) not in _squeezed(page.get_textpage().get_text_bounded()):
                return f"page {number}"
    return ""


def _unlabelled_sections(octets: bytes, label: str) -> str:
    with zipfile.ZipFile(BytesIO(octets)) as parts:
        document = parts.read("word/document.xml").decode()
        for kind in ("header", "footer"):
            words = [parts.read(name).decode() for name in parts.namelist() if name.startswith(f"word/{kind}")]
            if not words or not all(_squeezed(label) in _squeezed(bare(one)) for one in words):
                return kind
        sections = re.findall(r"<w:sectPr.*?</w:sectPr>", document, re.DOTALL)
        if not sections or "headerReference" not in sections[0] or "footerReference" not in sections[0]:
            return "section 1"
    return ""


def _unlabelled_sheets(octets: bytes, label: str) -> str:
    with zipfile.ZipFile(BytesIO(octets)) as parts:
        names = parts.namelist()
        shared = parts.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in names else ""
        strings = [bare(one) for one in re.findall(r"<si>.*?</si>", shared, re.DOTALL)]
        for name in sorted(one for one in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", one)):
            first = re.search(r'<c r="A1"[^>]*t="s"[^>]*><v>(\d+)</v>', parts.read(name).decode())
            if first is None or strings[int(first[1])] != label:
                return name
    return ""


def _unlabelled_ends(octets: bytes, label: str) -> str:
    text = bare(octets.decode())
    body = text[text.find(label) + len(label) :]
    return "" if label in text and label in body else "both ends"


def _unlabelled_in_data(value: Json, place: str) -> str:
    """The first record in the data of a review that bears no marking."""
    if isinstance(value, dict):
        if value.keys() >= _RECORD and "marking" not in value:
            return place or "the data"
        found = (_unlabelled_in_data(each, f"{place}.{name}") for name, each in value.items())
    elif isinstance(value, list):
        found = (_unlabelled_in_data(each, f"{place}[{number}]") for number, each in enumerate(value))
    else:
        return ""
    return next((each for each in found if each), "")


def _unknown(octets: bytes, label: str) -> str:
    return "a format whose labels are not looked for"


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


_CHECKS: Final = {
    "pdf": _unlabelled_pages,
    "docx": _unlabelled_sections,
    "xlsx": _unlabelled_sheets,
    "html": _unlabelled_ends,
    "md": _unlabelled_ends,
}
