"""From the bytes of a file to a `Text`: the only file that knows formats and encodings.

Rules:
- characters are decoded, never repaired: one byte that fits no encoding refuses the file;
- UTF-8 with or without BOM, UTF-16 with BOM, and Windows-1252 where every byte above 127 is a letter or a
  mark that English or French uses; nothing is guessed beyond that;
- document formats are recognised by their first bytes, not by their name.
"""

import codecs
from typing import Final

from suivi.plan.text import Text
from suivi.reader.lexicon import compiled
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
}
_WESTERN: Final = frozenset("àâäæçéèêëîïíìñôöóœùûúüÿáÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÁÍÓÚ«»‹›’‘“”„–—…•·°§€£©®™²³½¼¾ªº†‡\xa0\xad´`")


def read_file(octets: bytes, *, name: str) -> Text:
    """The text of a file named `name`, its language not yet known; characters exactly as decoded.

    Raises `FileTooLarge`, `EmptyFile`, `FormatNotRead`, `ExtensionDiffers`, `BinaryFile` or `WronglyEncoded`.
    """
    if len(octets) > _LARGEST:
        raise FileTooLarge(name=name, limit=LARGEST_MB)
    if not octets:
        raise EmptyFile(name=name)
    document = _document_format(octets)
    if document:
        raise FormatNotRead(name=name, format=document)
    characters = _decoded(octets, name)
    announced = _EXTENSIONS.get(name.rpartition(".")[2].lower())
    if announced == "HTML":
        raise FormatNotRead(name=name, format=announced)
    if announced:
        raise ExtensionDiffers(name=name, format=announced)
    if not characters.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise EmptyFile(name=name)
    return Text("", characters)


def _document_format(octets: bytes) -> str:
    """The name of a document format recognised by its first bytes, or an empty string."""
    if octets.startswith(_ZIP):
        return _zipped_format(octets)
    if octets.startswith(_OLE):
        return "HWP" if b"H\x00w\x00p\x00" in octets[:65_536] else "DOC"
    if b"%PDF-" in octets[:1024]:
        return "PDF"
    if octets.startswith(b"{\\rtf"):
        return "RTF"
    head = octets[:1024].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return "HTML" if _opens_page(head) else ""


def _opens_page(head: bytes) -> bool:
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<?xml") and b"<html" in head)


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
