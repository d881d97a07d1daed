"""Zipped documents that mean harm, or are not whole: refused before they unfold."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.plan.refusal import Refusal
from suivi.reader import read_file
from suivi.reader.refusals import (
    ArchiveNotSafe,
    DocumentDamaged,
    DocumentEncrypted,
    EmptyFile,
    EntitiesDeclared,
    TextTooLong,
)
from tests.reader.documents.made import docx_with, hwpx_octets, package, paragraph

DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
SAFE = {"[Content_Types].xml": "<Types/>", "word/document.xml": DOCUMENT.format("Train pilots.")}
BOMB = "<!DOCTYPE lol [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def refused(octets, refusal, name="plan.docx"):
    with pytest.raises(refusal) as raised:
        read_file(octets, name=name)
    return raised.value


def test_a_package_of_two_parts_is_enough():
    assert read_file(package(SAFE), name="plan.docx").characters == "Train pilots."


@pytest.mark.parametrize("inner", ["inner.zip", "word/media/inner.7z", "deep/plan.docx", "word/inner.hwpx", "a.tar"])
def test_an_archive_in_the_package_is_refused(inner):
    refused(package(SAFE | {inner: package(SAFE)}), ArchiveNotSafe)


def test_office_files_that_charts_embed_are_left_closed_and_said():
    text = read_file(package(SAFE | {"word/embeddings/Sheet1.xlsx": package(SAFE)}), name="plan.docx")

    assert [caveat.code for caveat in text.caveats] == ["embedded"]


def test_a_package_that_unfolds_out_of_measure_is_refused_unopened():
    refused(package(SAFE | {"word/media/zeros.bin": bytes(60_000_000)}), ArchiveNotSafe)


def test_a_package_of_countless_parts_is_refused():
    refused(package(SAFE | {f"word/{number}": "" for number in range(4_001)}), ArchiveNotSafe)


def test_a_part_larger_than_it_claims_is_refused():
    octets = bytearray(package({"word/document.xml": DOCUMENT.format("x" * 100_000)}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        octets[octets.rindex(signature) + place :][:4] = b""
        at = octets.rindex(signature) + place
        octets[at : at + 4] = struct.pack("<I", 500)

    refused(bytes(octets), (ArchiveNotSafe, DocumentDamaged))


def test_a_package_under_a_password_is_refused():
    octets = bytearray(package(SAFE))
    for place in range(len(octets) - 4):
        if octets[place : place + 4] == b"PK\x01\x02":
            octets[place + 8] |= 1

    refused(bytes(octets), DocumentEncrypted)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE], ids=["expanding", "reaching outside"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_never_expanded(declared, encoding):
    part = (declared + DOCUMENT.format("&a;")).encode(encoding)

    refused(package(SAFE | {"word/document.xml": part}), EntitiesDeclared)
    refused(hwpx_octets(more={"Contents/section0.xml": part}), EntitiesDeclared, "plan.hwpx")


@pytest.mark.parametrize(
    "parts",
    [{"word/other.xml": "<x/>"}, SAFE | {"word/document.xml": "<w:document"}, SAFE | {"word/document.xml": "<x/>"}],
    ids=["no document", "mark-up cut short", "no body"],
)
def test_a_package_that_is_not_whole_is_refused(parts):
    refused(package(parts), DocumentDamaged)


def test_a_document_without_a_word_is_refused():
    refused(docx_with(lambda document: document.add_paragraph("  ")), EmptyFile)
    refused(hwpx_octets(paragraph(" ")), EmptyFile, "plan.hwpx")


def test_mark_up_that_goes_too_deep_is_refused():
    deep = (
        DOCUMENT.format("x")
        .replace("<w:p>", "<w:p>" + "<w:smartTag>" * 500)
        .replace("</w:p>", "</w:smartTag>" * 500 + "</w:p>")
    )

    refused(package(SAFE | {"word/document.xml": deep}), DocumentDamaged)


@given(data=st.data())
def test_a_package_cut_or_changed_anywhere_is_read_or_refused(data):
    octets = bytearray(data.draw(st.sampled_from([package(SAFE), hwpx_octets(paragraph("글"))])))
    for _ in range(data.draw(st.integers(1, 4))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_file(bytes(octets[: data.draw(st.integers(1, len(octets)))]), name="plan")
    except Refusal:
        return


def test_what_python_calls_a_zip_is_what_the_tests_made():
    assert zipfile.is_zipfile(io.BytesIO(package(SAFE)))


def test_more_paragraphs_than_fill_two_thousand_pages_are_refused_before_they_are_parsed():
    paragraphs = "</w:p><w:p><w:r><w:t>a</w:t></w:r>" * 40_000

    refused(package(SAFE | {"word/document.xml": DOCUMENT.format(f"a</w:t></w:r>{paragraphs}<w:r><w:t>")}), TextTooLong)
