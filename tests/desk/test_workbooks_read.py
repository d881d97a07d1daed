"""A return workbook comes back: every change beside the present text, and everything that can have happened to it."""

import datetime
import subprocess
from io import BytesIO

import pytest
from openpyxl import Workbook

from suivi.desk.workbooks import cells
from suivi.desk.workbooks.cells import MOST_ROWS, NotAReturnWorkbook, WorkbookNotReadable, WorkbookTooLarge
from suivi.desk.workbooks.compared import BOTH, CHANGED, REFUSED, SAME, compared, day_written, left_alone
from suivi.plan.words import LANGUAGES
from suivi.publish.return_workbook import return_workbook
from tests.publish.filled_in import COLUMNS, FIRST, NUMBERS, Filled, book, row
from tests.publish.office import office_for


def handed_out(*rows, language="fr"):
    return return_workbook(book(*rows), language)


def back(octets, *present, language="fr"):
    """What a workbook says, beside the returns as they are now."""
    read = cells.read(octets, name="retours.xlsx")
    return compared(read, {each.id: each for each in present or (row(),)}, COLUMNS, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_workbook_changes_nothing_in_any_language(language):
    full = row(on="2026-03-31", state="held", hindrance="funding", step_1_owner="can-gac", step_1_due="2026-09-01")

    (one,) = back(handed_out(full, language=language), full, language=language)

    assert (one.fate, one.changes) == (SAME, ())


def test_a_change_stands_beside_the_present_text_in_the_words_people_read():
    filled = (
        Filled(handed_out())
        .put("stage", "réalisé")
        .put("account-ko", "회의를 개최하였다.")
        .put("on", datetime.date(2026, 3, 31))
    )

    (one,) = back(filled.octets())

    assert one.fate == CHANGED
    assert [(change.column.box, change.present, change.new) for change in one.changes] == [
        ("stage", "en cours", "réalisé"),
        ("on", "", "31\u00a0mars\u00a02026"),
        ("account-ko", "", "회의를 개최하였다."),
    ]
    assert one.boxes["account-fr"] == "Les deux ministères se sont réunis."
    assert (one.boxes["stage"], one.boxes["on"]) == ("done", "2026-03-31")


def test_columns_may_be_moved_and_rows_sorted_or_left_out():
    filled = Filled(handed_out(row(7), row(8), row(9)))
    filled.put("account-fr", "Nouveau.", number=9)
    filled.sheet.delete_rows(filled.row(7))
    moved, place = filled.column("account-fr"), filled.sheet.max_column + 3
    for number in range(1, filled.sheet.max_row + 1):
        filled.sheet.cell(number, place).value = filled.sheet.cell(number, moved).value
    filled.sheet.delete_cols(moved)

    found = back(filled.octets(), row(7), row(8), row(9))

    assert [(one.about.id, one.fate) for one in found] == [(8, SAME), (9, CHANGED)]


def test_what_changed_on_both_sides_is_told_apart_from_what_changed_at_the_desk_alone():
    filled = Filled(handed_out(row(7), row(8))).put("account-fr", "Du classeur.", number=8)
    now = [row(number, version=3, account_fr="Du poste.") for number in (7, 8)]

    untouched, both = back(filled.octets(), *now)

    assert (untouched.fate, both.fate) == (SAME, BOTH)
    assert [(change.present, change.new) for change in both.changes] == [("Du poste.", "Du classeur.")]


def test_a_formula_is_named_and_never_computed():
    (one,) = back(Filled(handed_out()).put("account-fr", "=1+1").octets())

    assert one.fate == REFUSED
    assert "=1+1" in one.messages[0].fr


def test_merged_cells_refuse_the_row_they_hide_in():
    filled = Filled(handed_out(row(7), row(8)))
    top, bottom = filled.cell("account-fr", 7), filled.cell("account-fr", 8)
    filled.sheet.merge_cells(f"{top.coordinate}:{bottom.coordinate}")

    first, second = back(filled.octets(), row(7), row(8))

    assert (first.fate, second.fate) == (SAME, REFUSED)
    assert "fusionnées" in second.messages[0].fr


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026.3.31.", "2026-03-31"),
        ("2026년 3월 31일", "2026-03-31"),
        ("31 mars 2026", "2026-03-31"),
        ("1er avril 2026", "2026-04-01"),
        ("31 March 2026", "2026-03-31"),
        ("March 31, 2026", "2026-03-31"),
        ("03/04/2026", None),
        ("2026-02-30", None),
        ("31 foo 2026", None),
        ("soon", None),
    ],
)
def test_a_day_typed_as_a_text_is_understood_where_two_readers_would_agree(typed, day):
    assert day_written(typed) == day
    (one,) = back(Filled(handed_out()).put("on", typed).octets())
    assert one.boxes["on"] == day if day else one.fate == REFUSED


def test_a_word_that_is_no_choice_is_named_and_one_of_another_language_is_understood():
    (unknown,) = back(Filled(handed_out()).put("stage", "presque").octets())
    (korean,) = back(Filled(handed_out()).put("stage", "완료").octets())

    assert "presque" in unknown.messages[0].en
    assert korean.boxes["stage"] == "done"


def test_a_row_of_another_plan_a_row_twice_and_a_row_without_number_are_refused_by_name():
    filled = Filled(handed_out(row(7), row(8), row(9)))
    filled.sheet.cell(filled.row(8), filled.column("commitment")).value = "channel/other#P1.I8"
    filled.sheet.cell(filled.row(9), filled.column("return")).value = "7"
    filled.sheet.cell(FIRST + 3, filled.column("account-fr")).value = "Sans numéro."

    found = back(filled.octets(), row(7), row(8), row(9))

    assert {one.fate for one in found} == {REFUSED}
    assert ["2 lignes" in found[0].messages[0].fr, "autre plan" in found[1].messages[0].fr] == [True, True]
    assert "ne désigne" in found[3].messages[0].fr


def test_a_missing_column_leaves_the_present_text_alone():
    filled = Filled(handed_out()).put("stage", "réalisé")
    filled.sheet.delete_cols(filled.column("account-fr"))

    (one,) = back(filled.octets())

    assert one.boxes["account-fr"] == "Les deux ministères se sont réunis."
    assert [change.column.box for change in one.changes] == ["stage"]
    absent = left_alone(cells.read(filled.octets(), name="retours.xlsx"), COLUMNS)
    assert [column.head.fr for column in absent] == ["Compte rendu (français)"]


def test_a_cell_too_long_to_hand_out_keeps_what_the_desk_holds():
    long = row(account_en="x" * 40_000)
    (one,) = back(Filled(handed_out(long)).put("stage", "réalisé").octets(), long)

    assert one.boxes["account-en"] == "x" * 40_000


def test_a_workbook_without_its_codes_is_refused_and_says_what_to_do():
    filled = Filled(handed_out())
    filled.sheet.delete_rows(NUMBERS)

    with pytest.raises(NotAReturnWorkbook) as caught:
        cells.read(filled.octets(), name="retours.xlsx")
    assert "retours.xlsx" in caught.value.sentence("fr")


@pytest.mark.parametrize("octets", [b"", b"PK\x03\x04 not a zip", b"<html></html>", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_refused(octets):
    with pytest.raises(WorkbookNotReadable):
        cells.read(octets, name="rapport.xlsx")


def test_fifty_thousand_rows_are_refused_with_the_bound():
    large = Workbook(write_only=True)
    sheet = large.create_sheet()
    sheet.append(["suivi:return", "suivi:version", "suivi:commitment"])
    for number in range(50_000):
        sheet.append([str(number), "1", "channel/plan#P1.I1"])
    made = BytesIO()
    large.save(made)

    with pytest.raises(WorkbookTooLarge) as caught:
        cells.read(made.getvalue(), name="grand.xlsx")
    assert str(MOST_ROWS) in caught.value.sentence("en").replace(",", "")


def test_the_file_comes_back_with_a_column_of_messages_and_otherwise_as_it_was():
    filled = Filled(handed_out(row(7), row(8))).put("account-fr", "=1+1", number=8)
    octets = filled.octets()

    again = Filled(cells.with_messages(octets, {filled.row(8): "« non repris »"}, name="r.xlsx", language="fr"))
    last = again.sheet.max_column

    assert again.sheet.cell(again.row(8), last).value == "« non repris »"
    assert again.sheet.cell(again.row(7), last).value is None
    assert again.cell("account-fr", 8).value == "=1+1"
    assert again.cell("stage", 7).value == "en cours"
    assert [one.fate for one in back(again.octets(), row(7), row(8))] == [SAME, REFUSED]


def test_a_workbook_saved_by_libreoffice_is_unharmed(tmp_path):
    office = office_for("xlsx")
    full = row(on="2026-03-31", state="held", hindrance="funding", step_1_owner="can-gac", account_ko="가\n나")
    handed = Filled(handed_out(full, row(8))).put("account-fr", "Nouveau.", number=8)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "retours.xlsx").write_bytes(handed.octets())

    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    saved = tmp_path / "out"
    command = [office, "--headless", own, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, str(tmp_path / "in" / "retours.xlsx")], check=True, capture_output=True, timeout=180)
    octets = (saved / "retours.xlsx").read_bytes()

    assert [one.fate for one in back(octets, full, row(8))] == [SAME, CHANGED]
    assert Filled(octets).sheet.protection.sheet
    assert Filled(octets).cell("stage").value == "en cours"
