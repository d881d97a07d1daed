"""The annual review inside the desk."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suivi.desk import queries
from suivi.desk.reviews import document_octets, review_on
from suivi.publish.package import Document
from tests.two_nodes.capitals import PLAN

YEAR = {"from_on": datetime.date(2024, 9, 1), "to_on": datetime.date(2025, 8, 31), "as_of": None}


def test_what_is_needed_from_us_is_one_line_a_rule_with_the_plans_own_numbers(noemie):
    page = queries.review_page(noemie, PLAN, **YEAR, language="en")
    needed = review_on(PLAN, **YEAR).needed_from("can")

    assert len(page.asked) == len({matter.rule for matter in needed}) < len(needed)
    assert all("P1.I" not in line.en for line in page.asked)
    assert any("1.2" in line.en for line in page.asked)


@pytest.mark.parametrize("format", ["json", "xlsx", "pdf"])
def test_a_review_is_computed_and_printed_in_few_queries_whatever_the_number_of_commitments(noemie, format):
    document = Document("scorecard" if format == "xlsx" else "report", ("en",), format)

    with CaptureQueriesContext(connection) as asked:
        octets = document_octets(PLAN, **YEAR, document=document)

    assert octets
    # Entries, key lists and texts are read by the log, never by the commitment.
    assert len(asked) <= 25
    assert not [query for query in asked.captured_queries if "P1.I" in query["sql"]]
