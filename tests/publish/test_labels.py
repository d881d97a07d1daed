"""Labels: an export with one page, sheet or object that does not bear its marking is not given out."""

import io
import re
import zipfile

import pytest

from suivi.exchange.faults import Refused
from suivi.publish.labels import check_labels
from suivi.publish.package import Document, octets_of
from suivi.publish.pdf import pdf
from suivi.publish.review_html import marking_of
from tests.publish import journey

DOCUMENTS = {
    "pdf": Document("brief", ("en",), "pdf"),
    "docx": Document("brief", ("en",), "docx"),
    "html": Document("brief", ("en",), "html"),
    "md": Document("brief", ("en",), "md"),
    "xlsx": Document("scorecard", ("en",), "xlsx"),
    "json": Document("review", (), "json"),
}


def label():
    return marking_of(journey.the_review().register).label()


def changed(archive, pattern, words, *, names):
    """The archive with `pattern` replaced in those of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, re.sub(pattern, words, part) if re.fullmatch(names, name) else part)
    return written.getvalue()


def stripped(format):
    """The export of a format with the label gone from one place, and everything else as it was."""
    octets, marked = octets_of(journey.the_review(), DOCUMENTS[format]), label().encode()
    if format == "docx":
        return changed(octets, marked, b"", names=r"word/footer\d+\.xml")
    if format == "xlsx":
        return changed(octets, rb'<c r="A1"[^/]*?</v></c>', b"", names=r"xl/worksheets/sheet2\.xml")
    return octets[: octets.rindex(marked)] + octets[octets.rindex(marked) + len(marked) :]


@pytest.mark.parametrize("format", sorted(DOCUMENTS))
def test_every_export_of_the_package_bears_its_marking(format):
    review = journey.the_review()

    check_labels(octets_of(review, DOCUMENTS[format]), format, label(), data=review.value())


@pytest.mark.parametrize("format", ["docx", "xlsx", "md"])
def test_m06_one_place_without_its_label_keeps_the_export_back(format):
    with pytest.raises(Refused) as refusal:
        check_labels(stripped(format), format, label())

    assert refusal.value.code == "marking.stripped"


def test_m06_a_page_of_a_pdf_that_bears_another_label_keeps_it_back():
    from dataclasses import replace

    from suivi.publish.papers.brief import brief

    other = pdf(replace(brief(journey.the_review(), "en"), marking="TLP:CLEAR"))

    with pytest.raises(Refused) as refusal:
        check_labels(other, "pdf", label())

    assert refusal.value.code == "marking.stripped"
    assert "page 1" in refusal.value.sentence("en")


def test_m06_an_object_of_the_data_without_its_marking_keeps_it_back():
    record = {"leaf": "ab" * 32, "log": "suivi/can/can-kor", "seq": 3, "party": "can"}

    with pytest.raises(Refused) as refusal:
        check_labels(b"", "json", label(), data={"accounts": [{**record, "marking": {"tlp": "AMBER"}}, record]})

    assert refusal.value.code == "marking.stripped"


def test_m06_a_format_whose_labels_nobody_looks_for_is_kept_back():
    with pytest.raises(Refused) as refusal:
        check_labels(b"", "pptx", label())

    assert refusal.value.code == "marking.stripped"
