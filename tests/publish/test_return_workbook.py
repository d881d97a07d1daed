"""The return workbook: what is locked, what is offered, what is hidden, and that nothing in it is computed."""

import zipfile
from io import BytesIO

import pytest

from suivi.plan.words import LANGUAGES
from suivi.publish.return_workbook import LONGEST, return_workbook
from suivi.record.reports import STAGES
from tests.publish.filled_in import FIRST, HEADS, NUMBERS, Filled, book, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_stand_in_the_lists_of_their_cells_in_full_words_of_the_language(language):
    filled = Filled(return_workbook(book(), language))
    validations = {str(each.sqref): each.formula1 for each in filled.sheet.data_validations.dataValidation}
    ranged = validations[filled.cell("stage").coordinate].lstrip("=").partition("!")[2].replace("$", "")
    offered = [cells[0].value for cells in filled.file["suivi"][ranged]]

    assert offered == [words.in_(language) for words in STAGES.values()]
    assert filled.cell("stage").value in offered
    assert filled.file["suivi"].sheet_state == "hidden"


def test_the_words_of_the_plan_are_locked_and_what_is_to_be_written_is_open():
    filled = Filled(return_workbook(book(), "fr"))
    locked = {cell.column: cell.protection.locked for cell in filled.sheet[FIRST]}

    assert filled.sheet.protection.sheet
    assert not any(locked[filled.column(box)] for box in ("kind", "stage", "account-fr", "on", "reason"))
    assert all(locked[cell.column] for cell in filled.sheet[FIRST] if cell.value == "Dialogue annuel")


def test_codes_and_identities_are_there_and_hidden():
    filled = Filled(return_workbook(book(), "ko"))

    assert filled.sheet.row_dimensions[NUMBERS].hidden
    assert all(
        filled.sheet.column_dimensions[letter].hidden for letter in "A"
    )  # a run of columns is kept under its first
    assert filled.sheet.cell(FIRST, filled.column("commitment")).value == "channel/plan#P1.I7"
    assert filled.sheet.cell(HEADS, filled.column("stage")).value == "이행 단계"


def test_nothing_that_anybody_wrote_becomes_a_formula_or_a_link():
    octets = return_workbook(book(row(account_fr="=HYPERLINK(1)", reason="+1", account_en="@SUM(A1)")), "en")
    with zipfile.ZipFile(BytesIO(octets)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]

    assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)
    assert Filled(octets).cell("account-fr").value == "=HYPERLINK(1)"


def test_what_no_cell_can_hold_is_left_out_by_name():
    filled = Filled(return_workbook(book(row(account_en="x" * (LONGEST + 1))), "en"))

    assert filled.sheet.cell(FIRST, filled.column("left-out")).value == "account-en"
    assert filled.cell("account-en").protection.locked


def test_a_day_is_a_day_and_what_is_no_day_stands_as_typed():
    filled = Filled(return_workbook(book(row(on="2026-03-31", until="spring")), "en"))

    assert filled.cell("on").value.date().isoformat() == "2026-03-31"
    assert filled.cell("until").value == "spring"


def test_the_same_returns_give_the_same_bytes():
    assert return_workbook(book(), "fr") == return_workbook(book(), "fr")


def test_a_workbook_of_no_returns_opens():
    assert Filled(return_workbook(book(*[]), "fr")).sheet.max_row >= HEADS


def test_a_row_is_as_high_as_its_words_ask_for_and_never_higher_than_a_screen():
    short, long, endless = row(7), row(8, account_ko="가" * 300), row(9, account_ko="가" * 20_000)
    filled = Filled(return_workbook(book(short, long, endless), "ko"))
    heights = [
        filled.sheet.row_dimensions[filled.row(number)].height or 15 for number in (7, 8, 9)
    ]  # 15 is not written

    assert heights[0] < heights[1] < heights[2] == 300
