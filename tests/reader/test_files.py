"""From bytes to characters: what is decoded is never changed, what cannot be decoded is refused with a remedy."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES
from suivi.reader.files import LARGEST_MB, LONGEST_LINE, LONGEST_TEXT, MOST_LINES, read_file
from suivi.reader.refusals import (
    BinaryFile,
    DocumentDamaged,
    DocumentEncrypted,
    EmptyFile,
    ExtensionDiffers,
    FileTooLarge,
    FormatNotRead,
    LineTooLong,
    OlderFormat,
    TextTooLong,
    WronglyEncoded,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

WORDS = "Le Canada et la Corée s’engagent à renforcer « la coopération » – déjà étroite.\r\n"


@pytest.mark.parametrize(
    "octets",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
    ids=["UTF-8", "UTF-8 with BOM", "UTF-16", "UTF-16 big-endian", "Windows-1252"],
)
def test_the_same_characters_come_out_of_every_encoding_read(octets):
    assert read_file(octets, name="plan.txt").characters == WORDS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "euc-kr", "cp949"])
def test_korean_comes_out_of_every_encoding_of_korean_files(encoding):
    korean = "양국은 협력을 강화하기로 하였다.\r\n○ ‘한-캐 2+2’ 대화 개최 (매년)"

    assert read_file(korean.encode(encoding), name="계획.txt").characters == korean


@pytest.mark.parametrize(
    "words",
    ["Le Canada À côté de la Corée", "naïve où", "déjà fait là, «selon le plan» agréé", "le chef-d’œuvre de l’ÉTÉ"],
)
def test_french_in_windows_1252_is_never_taken_for_korean(words):
    assert read_file(words.encode("cp1252"), name="plan.txt").characters == words


@pytest.mark.parametrize(
    ("octets", "better"), [("WordDocument".encode("utf-16-le"), "DOCX"), (b"HWP Document File", "HWPX")]
)
def test_an_older_format_is_refused_with_the_format_to_save_it_in(octets, better):
    with pytest.raises(OlderFormat) as refused:
        read_file(OLE + octets, name="plan.doc")

    assert all(better in refused.value.advice(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("octets", "name", "refusal"),
    [
        (b"", "plan.txt", EmptyFile),
        (" \n\u00a0\r\n".encode(), "plan.txt", EmptyFile),
        (codecs.BOM_UTF8, "plan.txt", EmptyFile),
        (bytes(range(256)) * 4, "plan.txt", BinaryFile),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "plan.txt", BinaryFile),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "plan.txt", BinaryFile),
        ("양국은 협력을".encode()[:-1] + "강화".encode("euc-kr"), "plan.txt", WronglyEncoded),
        (WORDS.encode()[:40] + b"\xc3" + WORDS.encode()[41:], "plan.txt", WronglyEncoded),
        (WORDS.encode("utf-16")[:-1], "plan.txt", WronglyEncoded),
        (b"PK\x03\x04" + bytes(30) + b"[Content_Types].xml word/document.xml", "plan.docx", DocumentDamaged),
        (b"PK\x03\x04" + bytes(30) + b"mimetypeapplication/hwp+zip", "plan.hwpx", DocumentDamaged),
        (b"PK\x03\x04" + bytes(30) + b"xl/workbook.xml", "plan.xlsx", FormatNotRead),
        (b"PK\x03\x04" + bytes(30) + b"word/document.xml", "plan.txt", ExtensionDiffers),
        (b"PK\x03\x04" + bytes(30) + b"word/document.xml", "plan.hwpx", ExtensionDiffers),
        (OLE + "WordDocument".encode("utf-16-le"), "plan.doc", OlderFormat),
        (OLE + "WordDocument".encode("utf-16-le"), "plan.docx", OlderFormat),
        (OLE + b"HWP Document File V5.00", "plan.hwp", OlderFormat),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.docx", DocumentEncrypted),
        (b"<?xml version='1.0'?><law/>", "law.xml", FormatNotRead),
        (b"a" * (LONGEST_LINE + 1), "plan.txt", LineTooLong),
        (b"word \n" * (LONGEST_TEXT // 6 + 1), "plan.txt", TextTooLong),
        (b"a\n" * (MOST_LINES + 1), "plan.txt", TextTooLong),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "plan.mhtml",
            FormatNotRead,
        ),
        (b"<!DOCTYPE html>\n<html lang='fr'><body>Plan</body></html>", "plan.pdf", ExtensionDiffers),
        (WORDS.encode(), "plan.html", ExtensionDiffers),
        (b"{\\rtf1\\ansi Plan}", "plan.rtf", FormatNotRead),
        (WORDS.encode(), "plan.docx", ExtensionDiffers),
    ],
)
def test_what_cannot_be_read_with_certainty_is_refused(octets, name, refusal):
    with pytest.raises(refusal):
        read_file(octets, name=name)


@pytest.mark.parametrize(
    ("octets", "format"),
    [
        (b"PK\x03\x04....xl/workbook.xml", "XLSX"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "ODT"),
        (b"{\\rtf1", "RTF"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; type=text/html\n", "MHTML"),
    ],
)
def test_a_document_is_recognised_by_its_first_bytes_and_named_in_the_refusal(octets, format):
    with pytest.raises(FormatNotRead) as refused:
        read_file(octets, name="plan")

    assert all(format in refused.value.sentence(language) for language in LANGUAGES)
    assert all(refused.value.advice(language) for language in LANGUAGES)


def test_more_than_50_megabytes_are_refused_before_anything_is_read():
    with pytest.raises(FileTooLarge):
        read_file(bytes(LARGEST_MB * 1_000_000 + 1), name="plan.txt")


@given(octets=st.binary(max_size=400), name=st.sampled_from(["plan.txt", "plan.md", "plan", "plan.pdf"]))
def test_bytes_are_read_or_refused_and_nothing_else_happens(octets, name):
    try:
        text = read_file(octets, name=name)
    except Refusal as refusal:
        assert name in refusal.sentence("fr")
    else:
        assert text.characters.strip()


@given(characters=st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip))
def test_utf_8_is_decoded_unchanged(characters):
    try:
        text = read_file(characters.encode(), name="plan.txt")
    except EmptyFile:
        assert not characters.strip("\ufeff\u200b ")
    except FormatNotRead:
        assert characters.lstrip().startswith(("<", "%", "{"))
    else:
        assert text.characters == characters.removeprefix("\ufeff")
