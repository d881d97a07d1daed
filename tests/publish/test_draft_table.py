"""A draft as CSV and as a workbook: every commitment with its page, no cell ever a formula, the same bytes each time."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.plan.text import SourceBlock, Text
from suivi.publish.draft_table import COLUMNS, _fitting, _harmless, draft_csv, draft_rows, draft_xlsx
from suivi.reader import read
from suivi.reader.caveats import caveat

WORDS = "Plan of Canada and Korea\n\nThe Parties will hold a dialogue every year; they will sign an agreement by 2027."
TEXT = Text(
    "en",
    WORDS,
    (SourceBlock(0, 24, "heading 1"), SourceBlock(26, len(WORDS), "paragraph")),
    (0, 26),
    (caveat("comments", count=2),),
)


@pytest.fixture(scope="module")
def draft():
    return read(TEXT)


def test_every_commitment_is_a_row_with_its_page_and_block(draft):
    rows = list(csv.DictReader(io.StringIO(draft_csv(draft).decode("utf-8-sig"))))

    assert [row["text"] for row in rows] == [draft.text.at(each.span) for each in draft.commitments]
    assert {(row["page"], row["block"]) for row in rows} == {("2", "2")}
    assert list(rows[0]) == list(COLUMNS)


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_the_workbook_holds_the_same_and_how_the_document_was_read(draft, language):
    book = openpyxl.load_workbook(io.BytesIO(draft_xlsx(draft, speaks=language)))

    commitments, _, doubts, text = book.worksheets
    shown = [[cell.value for cell in row] for row in commitments.iter_rows(min_row=2)]
    assert shown == [[cell or None for cell in row] for row in draft_rows(draft)]
    assert [cell.value for cell in commitments[1]] == [words.in_(language) for words in COLUMNS.values()]
    assert doubts.max_row == 1 + len(draft.doubts)
    assert TEXT.caveats[0].says.in_(language) in [cell.value for row in text.iter_rows() for cell in row]


def test_the_same_draft_gives_the_same_workbook(draft):
    assert draft_xlsx(draft, speaks="fr") == draft_xlsx(draft, speaks="fr")


@given(cell=st.text(min_size=1))
def test_no_cell_of_the_csv_begins_like_a_formula(cell):
    assert str(_harmless(cell))[0] not in "=+-@\t\r＝＋－＠"


def test_numbers_stay_numbers_and_what_is_too_long_for_a_cell_says_so():
    assert _harmless(-1) == -1
    assert _fitting("x" * 40_000) == "x" * 32_766 + "…"
