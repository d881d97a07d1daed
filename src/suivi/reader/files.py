"""From the bytes of a file to a `Text`: the only file that knows formats and encodings.

Rules:
- characters are decoded, never repaired: one byte that fits no encoding refuses the file;
- UTF-8 with or without BOM, UTF-16 with BOM, and Windows-1252 where every byte above 127 is a letter or a
  mark that English or French uses; nothing is guessed beyond that;
- a web page is decoded by its byte order mark, as UTF-8 if it is that, else by the encoding it declares;
- document formats are recognised by their first bytes, not by their name; a piece of a page by both.
"""

import codecs
from typing import Final

from suivi.plan.text import Text
from suivi.reader.lexicon import compiled, compiled_octets
from suivi.reader.refusals import BinaryFile, EmptyFile, ExtensionDiffers, FileTooLarge, FormatNotRead, WronglyEncoded

LARGEST_MB: Final = 50
_LARGEST: Final = LARGEST_MB * 1_000_000

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXTENSIONS: Final = {
    "pdf": "PDF",
    "docx": "DOCX",
    "doc": "DOC",
    "hwpx": "HWPX",
    "hwp": "HWP",
    "odt": "ODT",
    "rtf": "RTF",
    "html": "HTML",
    "htm": "HTML",
    "xhtml": "HTML",
    "mht": "MHTML",
    "mhtml": "MHTML",
}
# After a byte order mark, blanks, an XML declaration and comments (WHATWG MIME Sniffing, section 7.1, for pages).
_PAGE_OPENS: Final = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?i:<!doctype\s+html|<html)[\s>]"
_WEB_ARCHIVE: Final = rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related"
_DECLARED: Final = rb"""(?i)<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)"""
# Labels of pages that are not in Unicode, as browsers take them (WHATWG Encoding, section 4.2).
ENCODINGS: Final = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(
        ("euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "korean", "windows-949", "cp949"), "cp949"
    ),
    "iso-8859-15": "iso8859-15",
}
_WESTERN: Final = frozenset("àâäæçéèêëîïíìñôöóœùûúüÿáÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÁÍÓÚ«»‹›’‘“”„–—…•·°§€£©®™²³½¼¾ªº†‡\xa0\xad´`")


def read_file(octets: bytes, *, name: str) -> Text:
    """The text of a file named `name`, its language not yet known; characters exactly as decoded.

    Of a web page, the characters it shows. Raises `FileTooLarge`, `EmptyFile`, `FormatNotRead`, `ExtensionDiffers`,
    `BinaryFile`, `WronglyEncoded`, `TextBuiltByScript` or `PageNotWhole`. Parsing a document in this process is for
    those that `desk.child` has limited.
    """
    if len(octets) > _LARGEST:
        raise FileTooLarge(name=name, limit=LARGEST_MB)
    if not octets:
        raise EmptyFile(name=name)
    document, announced = document_format(octets, name=name), _announced(name)
    if document == "HTML" and announced in ("", "HTML"):
        return _page(octets, name)
    if document and document != "HTML":
        raise FormatNotRead(name=name, format=document)
    characters = _decoded(octets, name)
    if announced:
        raise ExtensionDiffers(name=name, format=announced)
    if not characters.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise EmptyFile(name=name)
    return Text("", characters)


def document_format(octets: bytes, *, name: str) -> str:
    """The name of the document format the bytes are of, such as `HTML`; empty for plain text."""
    found = _format_of(octets)
    if not found and _announced(name) == "HTML" and compiled_octets(rb"<[a-zA-Z!]").search(octets):
        return "HTML"  # a piece of a page, saved without its beginning
    return found


def _announced(name: str) -> str:
    return _EXTENSIONS.get(name.rpartition(".")[2].lower(), "")


def _page(octets: bytes, name: str) -> Text:
    from suivi.reader.pages import page_of  # the parser is loaded only for pages

    return page_of(_page_characters(octets, name), name=name)


def _page_characters(octets: bytes, name: str) -> str:
    """The page decoded: by its byte order mark, as UTF-8 if it is that, else as it declares of itself."""
    declared = compiled_octets(_DECLARED).search(octets, 0, 4096)
    label = (declared.group(1) or declared.group(2)).decode("ascii", "replace").lower() if declared else ""
    encoding = ENCODINGS.get(label)
    if encoding is None or _is_unicode(octets):
        return _decoded(octets, name)
    return _checked(_decoded_as(encoding, octets, name), name)


def _is_unicode(octets: bytes) -> bool:
    if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _format_of(octets: bytes) -> str:
    """The name of a document format recognised by its first bytes, or an empty string."""
    if octets.startswith(_ZIP):
        return _zipped_format(octets)
    if octets.startswith(_OLE):
        return "HWP" if b"H\x00w\x00p\x00" in octets[:65_536] else "DOC"
    if b"%PDF-" in octets[:1024]:
        return "PDF"
    if octets.startswith(b"{\\rtf"):
        return "RTF"
    head = octets[:4096].replace(b"\x00", b"")  # so that UTF-16 shows the same letters
    if compiled_octets(_WEB_ARCHIVE).search(head):
        return "MHTML"
    return "HTML" if compiled_octets(_PAGE_OPENS).match(head) else ""


def _zipped_format(octets: bytes) -> str:
    head = octets[:4096]
    if b"application/hwp+zip" in head or b"Contents/" in head:
        return "HWPX"
    if b"opendocument.text" in head:
        return "ODT"
    if b"word/" in octets or b"[Content_Types].xml" in head:
        return "DOCX"
    return "ZIP"


def _decoded(octets: bytes, name: str) -> str:
    if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(_decoded_as("utf-16", octets, name), name)
    if b"\x00" in octets:
        raise BinaryFile(name=name)
    try:
        return _checked(octets.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        return _checked(_western(octets, name, failed_at=error.start), name)


def _decoded_as(encoding: str, octets: bytes, name: str) -> str:
    try:
        return octets.decode(encoding)
    except UnicodeDecodeError as error:
        raise WronglyEncoded(name=name, place=error.start) from None


def _western(octets: bytes, name: str, *, failed_at: int) -> str:
    if _is_binary(octets[:4096].decode("latin-1")):
        raise BinaryFile(name=name)
    try:
        characters = octets.decode("cp1252")
    except UnicodeDecodeError:
        raise WronglyEncoded(name=name, place=failed_at) from None
    # Korean in EUC-KR or damaged UTF-8 also decodes as Windows-1252, but into marks no text here uses.
    foreign = compiled("[^\x00-\x7f" + "".join(_WESTERN) + "]").search(characters)
    if foreign or _accents_crowd(characters):
        raise WronglyEncoded(name=name, place=failed_at)
    return characters


def _accents_crowd(characters: str) -> bool:
    accented = sum(1 for _ in compiled("[^\x00-\x7f]").finditer(characters))
    return accented * 4 > len(characters)


def _checked(characters: str, name: str) -> str:
    if _is_binary(characters):
        raise BinaryFile(name=name)
    return characters


def _is_binary(characters: str) -> bool:
    # A stray control character survives a copy from another program; a binary file holds many.
    controls = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]").findall(characters)
    return len(controls) * 500 > len(characters)
