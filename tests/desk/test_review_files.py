"""The package from the review's page: each paper in each format, and nothing there is not."""

import pytest
from django.test import Client

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
    assert kept == (format != "html")


def test_the_scorecard_is_a_workbook_whatever_paper_is_named(client):
    answer = file(client, "xlsx", "scorecard")

    assert answer.content.startswith(b"PK")
    assert 'filename="sample-2024-scorecard.en.xlsx"' in answer["Content-Disposition"]


def test_the_page_offers_every_paper(client):
    page = client.get(f"/plans/{PLAN}/review?{YEAR}").content.decode()

    papers = ("brief", "pillars", "report", "agenda", "minutes", "changes", "scorecard")
    assert all(f"paper={paper}" in page for paper in papers)


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
