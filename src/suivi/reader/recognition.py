"""Recognition: which format the bytes of a file are of, by their first bytes, and which one its name announces.

Nothing is opened or unfolded here; what a package really holds is for the module of its format to find.
"""

from typing import Final

from suivi.reader.lexicon import compiled_octets

READ: Final = frozenset({"HTML", "DOCX", "HWPX", "PDF", "AKN"})
"""The document formats that are read."""

OLDER: Final = {
    "DOC": {"program": "Microsoft Word", "better": "DOCX"},
    "HWP": {"program": "Hancom Office", "better": "HWPX"},
}
"""Formats whose own program saves in one that is read: which program, which format."""

EXTENSIONS: Final = {
    **dict.fromkeys(("txt", "md", "markdown", "text"), "TXT"),
    **dict.fromkeys(("html", "htm", "xhtml"), "HTML"),
    **dict.fromkeys(("mht", "mhtml"), "MHTML"),
    **dict.fromkeys(("docx", "docm", "dotx"), "DOCX"),
    "pdf": "PDF",
    "doc": "DOC",
    "hwpx": "HWPX",
    "hwp": "HWP",
    "odt": "ODT",
    "rtf": "RTF",
    "akn": "AKN",
    "xml": "XML",
    "zip": "ZIP",
}
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# After a byte order mark, blanks, an XML declaration and comments (WHATWG MIME Sniffing, section 7.1, for pages).
_OPENING: Final = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*"
_PAGE_OPENS: Final = _OPENING + rb"(?i:<!doctype\s+html|<html)[\s>]"
_AKOMA_NTOSO_OPENS: Final = _OPENING + rb"<(?:\w+:)?akomaNtoso[\s>]"
_XML_OPENS: Final = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?<\?xml\s"
_WEB_ARCHIVE: Final = rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related"
_PARTS: Final = (
    (b"application/hwp+zip", "HWPX"),
    (b"Contents/section", "HWPX"),
    (b"opendocument.text", "ODT"),
    (b"xl/workbook", "XLSX"),
    (b"ppt/presentation", "PPTX"),
    (b"word/", "DOCX"),
)
_STREAMS: Final = (
    ("EncryptedPackage".encode("utf-16-le"), "ENCRYPTED"),
    (b"HWP Document File", "HWP"),
    ("WordDocument".encode("utf-16-le"), "DOC"),
    ("Workbook".encode("utf-16-le"), "XLS"),
    ("PowerPoint Document".encode("utf-16-le"), "PPT"),
)


def announced_format(name: str) -> str:
    """The format the name announces: `TXT`, a document format, or nothing."""
    return EXTENSIONS.get(name.rpartition(".")[2].lower(), "")


def document_format(octets: bytes, *, name: str) -> str:
    """The name of the document format the bytes are of, such as `HTML`; empty for plain text.

    `ENCRYPTED` for an office document under a password.
    """
    found = _format_of(octets)
    if not found and announced_format(name) == "HTML" and compiled_octets(rb"<[a-zA-Z!]").search(octets):
        return "HTML"  # a piece of a page, saved without its beginning
    return found


def _format_of(octets: bytes) -> str:
    if octets.startswith(_ZIP):
        return next((format for part, format in _PARTS if part in octets), "ZIP")
    if octets.startswith(_OLE):
        return next((format for stream, format in _STREAMS if stream in octets), "DOC")
    if octets.startswith(b"HWP Document File"):
        return "HWP"
    if b"%PDF-" in octets[:1024]:
        return "PDF"
    if octets.startswith(b"{\\rtf"):
        return "RTF"
    head = octets[:4096].replace(b"\x00", b"")  # so that UTF-16 shows the same letters
    if compiled_octets(_WEB_ARCHIVE).search(head):
        return "MHTML"
    if compiled_octets(_PAGE_OPENS).match(head):
        return "HTML"
    if compiled_octets(_AKOMA_NTOSO_OPENS).match(head):
        return "AKN"
    return "XML" if compiled_octets(_XML_OPENS).match(head) else ""
