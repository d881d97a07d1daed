"""The package from the review's page: each paper in each format, and nothing there is not."""

import html
import re
import zipfile
from datetime import date
from io import BytesIO
from threading import enumerate as enumerate_threads

import pytest
from django.test import Client

from suivi.desk import packages
from suivi.desk.reviews import review_on
from suivi.plan.words import LANGUAGES
from suivi.publish.package import PAPERS, PROOFS, Document, octets_of, whole_package
from tests.publish import journey
from tests.two_nodes.capitals import PLAN

YEAR = "from=2024-09-01&to=2025-08-31"
BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "md": b"**TLP:", "html": b"<!doctype html>"}


@pytest.fixture
def client(noemie):
    client = Client()
    client.force_login(noemie)
    return client


def file(client, format, paper, tongue="en"):
    return client.get(f"/plans/{PLAN}/review/{format}?{YEAR}&paper={paper}&tongue={tongue}")


@pytest.mark.parametrize("format", BEGINNINGS)
def test_a_paper_is_given_in_the_format_asked_for(client, format):
    answer = file(client, format, "brief", "fr-ko" if format == "docx" else "ko")

    assert answer.status_code == 200
    assert answer.content.startswith(BEGINNINGS[format])
    kept = answer["Content-Disposition"].startswith("attachment")
    assert kept == (format not in ("html", "pdf"))


def test_the_scorecard_is_a_workbook_whatever_paper_is_named(client):
    answer = file(client, "xlsx", "scorecard")

    assert answer.content.startswith(b"PK")
    assert 'filename="sample-2024-scorecard.en.xlsx"' in answer["Content-Disposition"]


def test_the_package_leads_to_every_paper_in_every_language_and_format(client):
    page = client.get(f"/plans/{PLAN}/review?{YEAR}").content.decode()
    assert f"/plans/{PLAN}/package?" in page

    listed = client.get(f"/plans/{PLAN}/package?{YEAR}").content.decode()
    for paper in (*PAPERS, "scorecard"):
        for tongue in LANGUAGES:
            assert f"paper={paper}&amp;tongue={tongue}" in listed
    assert "paper=report&amp;tongue=en-ko" in listed
    for address in set(re.findall(r'href="(/plans/[^"]+paper=brief[^"]*)"', listed)):
        assert client.get(html.unescape(address)).status_code == 200


def test_the_package_is_made_while_the_officer_looks_on_and_kept_as_one_file(client, noemie):
    begun = client.post(f"/plans/{PLAN}/package/make", {"from": "2024-09-01", "to": "2025-08-31"})
    shown = client.get(begun["Location"])
    assert b"<progress" in shown.content or b"/file" in shown.content

    _made_to_its_end()
    page = client.get(begun["Location"])
    kept = client.get(f"{begun['Location']}/file")
    with zipfile.ZipFile(BytesIO(kept.content)) as package:
        proofs = {name for name in package.namelist() if name.startswith("proof/")}
        assert set(package.namelist()) - proofs == {one.name for one in whole_package()}
        report = package.read("report.en.html").decode("utf-8")
        assert proofs == set(re.findall(r'href="(proof/[^"]+)"', report)) != set()
        asked = {"from_on": date(2024, 9, 1), "to_on": date(2025, 8, 31), "as_of": None}
        brief = Document("brief", ("ko",), "pdf")
        assert package.read("brief.ko.pdf") == octets_of(review_on(PLAN, **asked), brief, proofs=PROOFS)
    assert "Refresh" not in page.headers
    assert "Refresh" in shown.headers or b"/file" in shown.content


def test_a_package_that_is_stopped_leaves_nothing_and_is_nobody_elses(client, noemie, adrian):
    begun = client.post(f"/plans/{PLAN}/package/make", {"from": "2024-09-01", "to": "2025-08-31"})
    other = Client()
    other.force_login(adrian)
    assert other.get(begun["Location"]).status_code == 404

    client.post(f"{begun['Location']}/stop")
    _made_to_its_end()
    assert b"<progress" not in client.get(begun["Location"]).content
    assert client.get(f"{begun['Location']}/file").status_code == 404


def test_a_package_ends_before_the_next_document_once_it_is_not_wanted():
    made = []

    octets = packages.zipped(journey.the_review(), lambda document: made.append(document.name) or len(made) < 2)

    assert (octets, len(made)) == (b"", 2)


def _made_to_its_end():
    for thread in enumerate_threads():
        if thread.name.startswith("package "):
            thread.join()


@pytest.mark.parametrize(
    ("format", "paper", "tongue"),
    [
        ("odt", "brief", "en"),
        ("pdf", "novel", "en"),
        ("pdf", "brief", "de"),
        ("xlsx", "brief", "en"),
        ("pdf", "brief", "en-en"),
    ],
)
def test_what_there_is_no_document_of_is_not_found(client, format, paper, tongue):
    assert file(client, format, paper, tongue).status_code == 404
