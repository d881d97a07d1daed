"""From the bytes of a file to a `Text`: which module reads it; the characters of plain text are decoded here.

Rules:
- characters are decoded, never repaired: one byte that fits no encoding refuses the file;
- UTF-8 with or without BOM, UTF-16 with BOM, Korean (CP949, which holds EUC-KR) where what it gives is Hangul, and
  Windows-1252 where every byte above 127 is a letter or a mark that English or French uses; no more is guessed;
- a web page is decoded by its byte order mark, as UTF-8 if it is that, else by the encoding it declares;
- the format is that of the bytes (`recognition.py`); a name that announces another one refuses the file.
"""

import codecs
from collections.abc import Callable
from typing import Final, TypeAlias

from suivi.plan.text import Text
from suivi.reader.lexicon import compiled, compiled_octets
from suivi.reader.recognition import OLDER, READ, announced_format, document_format
from suivi.reader.refusals import (
    BinaryFile,
    DocumentEncrypted,
    EmptyFile,
    EntitiesDeclared,
    ExtensionDiffers,
    FileTooLarge,
    FormatNotRead,
    LineTooLong,
    OlderFormat,
    TextTooLong,
    WronglyEncoded,
)

LARGEST_MB: Final = 50
_LARGEST: Final = LARGEST_MB * 1_000_000
MOST_PAGES: Final = 2_000
LONGEST_TEXT: Final = 5_000 * MOST_PAGES
MOST_LINES: Final = 100 * MOST_PAGES
LONGEST_LINE: Final = 1_000_000
_PROLOGUE: Final = 65_536  # of a file in XML: where a document type is declared
_ZEROS_OF_A_TEXT: Final = 12  # in UTF-16 every twelfth character at least is a blank or other Latin sign
_ON_ONE_SIDE: Final = 4  # a few syllables of Hangul end in a zero too
_LETTERS_OF_A_TEXT: Final = 0.95

Told: TypeAlias = Callable[[int, int], None]
"""What is called after each page of a document: how many pages are read, and of how many."""

_DECLARED: Final = rb"""(?i)<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)"""
# Labels of pages that are not in Unicode, as browsers take them (WHATWG Encoding, section 4.2).
ENCODINGS: Final = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(
        ("euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "korean", "windows-949", "cp949"), "cp949"
    ),
    "iso-8859-15": "iso8859-15",
}
_SYLLABLES: Final = "다이의는에을하고한를가로은지기사서자인과대시나어정부력협국공"
_WESTERN: Final = frozenset("àâäæçéèêëîïíìñôöóœùûúüÿáÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÁÍÓÚ«»‹›’‘“”„–—…•·°§€£©®™²³½¼¾ªº†‡\xa0\xad´`")


def read_file(octets: bytes, *, name: str, told: Told | None = None) -> Text:
    """The text of a file named `name`, its language not yet known; characters exactly as decoded.

    Of a document, the characters it shows, with its blocks, pages and caveats; `told` hears how far it is. Raises the
    refusals of `reader.refusals` that are about files. Parsing a document in this process is for those that
    `desk.child` has limited.
    """
    refuse_oversized(len(octets), name=name)
    if not octets:
        raise EmptyFile(name=name)
    found, announced = document_format(octets, name=name), announced_format(name)
    if found == "XML" and b"<!ENTITY" in octets[:_PROLOGUE].replace(b"\x00", b""):
        raise EntitiesDeclared(name=name)
    _refuse_unread(found, announced, name)
    text = _document(octets, name, found, told) if found else Text("", _plain(octets, name))
    _refuse_endless(text.characters, name)
    return text


def refuse_oversized(size: int, *, name: str) -> None:
    """Raises `FileTooLarge` for a file of more than `LARGEST_MB` megabytes; for those who know its size beforehand."""
    if size > _LARGEST:
        raise FileTooLarge(name=name, limit=LARGEST_MB)


def _refuse_unread(found: str, announced: str, name: str) -> None:
    if found == "ENCRYPTED":
        raise DocumentEncrypted(name=name)
    if found in OLDER:
        raise OlderFormat(name=name, format=found, **OLDER[found])
    if found and found not in READ:
        raise FormatNotRead(name=name, format=found)
    alike = {found or "TXT", ""} | ({"TXT"} if found == "HTML" else {"XML"} if found == "AKN" else set())
    if announced not in alike:
        raise ExtensionDiffers(name=name, format=announced, found=found or "TXT")


def _refuse_endless(characters: str, name: str) -> None:
    lines = max(characters.count("\n"), characters.count("\r"))
    if len(characters) > LONGEST_TEXT or lines > MOST_LINES:
        raise TextTooLong(name=name, limit=MOST_PAGES)
    start = 0
    while len(characters) - start > LONGEST_LINE:
        ends = [characters.rfind(end, start, start + LONGEST_LINE) for end in "\n\r"]
        if max(ends) < 0:
            raise LineTooLong(name=name, limit=LONGEST_LINE)
        start = max(ends) + 1


def _plain(octets: bytes, name: str) -> str:
    characters = _decoded(octets, name)
    if not characters.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise EmptyFile(name=name)
    return characters


def _document(octets: bytes, name: str, format: str, told: Told | None) -> Text:
    """The parsers are loaded only for the format they parse."""
    text = _parsed(octets, name, format, told)
    if not text.characters.strip():
        raise EmptyFile(name=name)
    return text


def _parsed(octets: bytes, name: str, format: str, told: Told | None) -> Text:
    if format == "DOCX":
        from suivi.reader.documents.docx import docx_text

        return docx_text(octets, name=name)
    if format == "HWPX":
        from suivi.reader.documents.hwpx import hwpx_text

        return hwpx_text(octets, name=name)
    if format == "PDF":
        from suivi.reader.documents.pdf import pdf_text

        return pdf_text(octets, name=name, most_pages=MOST_PAGES, told=told)
    if format == "AKN":
        from suivi.reader.documents.akoma_ntoso import akoma_ntoso_text

        return akoma_ntoso_text(octets, name=name)
    from suivi.reader.pages import page_of

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


def _decoded(octets: bytes, name: str) -> str:
    if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(_decoded_as("utf-16", octets, name), name)
    if b"\x00" in octets:
        return _checked(_unmarked_utf16(octets, name), name)
    try:
        return _checked(octets.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        korean = _korean(octets)
        return _checked(_western(octets, name, failed_at=error.start) if korean is None else korean, name)


def _unmarked_utf16(octets: bytes, name: str) -> str:
    """The characters in UTF-16 without a byte order mark: every blank and full stop has its zero on the same side.

    Raises `BinaryFile` unless most zeros stand on one side and nearly all characters are those of a text.
    """
    even, odd = octets[::2].count(0), octets[1::2].count(0)
    if max(even, odd) * _ZEROS_OF_A_TEXT < len(octets) // 2 or max(even, odd) < _ON_ONE_SIDE * min(even, odd):
        raise BinaryFile(name=name)
    try:
        characters = octets.decode("utf-16-be" if even > odd else "utf-16-le")
    except UnicodeDecodeError as error:
        raise WronglyEncoded(name=name, place=error.start) from None
    known = len(compiled(r"[\w\s\x20-\x7e\u00a0-\u00ff\u2000-\u27bf\u3000-\u30ff\uff00-\uffef]").findall(characters))
    if known < _LETTERS_OF_A_TEXT * len(characters):
        raise BinaryFile(name=name)
    return characters


def _decoded_as(encoding: str, octets: bytes, name: str) -> str:
    try:
        return octets.decode(encoding)
    except UnicodeDecodeError as error:
        raise WronglyEncoded(name=name, place=error.start) from None


def _korean(octets: bytes) -> str | None:
    """The characters in CP949, if what stands above 127 is Hangul as Korean is written; else None."""
    try:
        characters = octets.decode("cp949")
    except UnicodeDecodeError:
        return None
    high = len(compiled(r"[^\x00-\x7f]").findall(characters))
    hangul = len(compiled("[가-힣]").findall(characters))
    # Damaged UTF-8 also makes Hangul, but hardly the syllables that fill a third of every Korean text.
    frequent = len(compiled(f"[{_SYLLABLES}]").findall(characters))
    return characters if hangul >= max(2, 0.8 * high) and frequent >= 0.15 * hangul else None


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
