"""Returns by workbook over a real node: handed out, filled in, handed back, taken over, handed in."""

import datetime

import pytest
from django.test import Client

from suivi.desk import access, asked, queries
from suivi.desk.access import NotHere
from suivi.desk.actions import returns, workbooks, writing
from suivi.desk.actions.releases import approve, release
from suivi.desk.actions.workbooks import NoRowsChosen
from tests.desk.conftest import AT, MINUTE
from tests.publish.filled_in import Filled
from tests.two_nodes.orders import PASSWORD

BY = datetime.date(2025, 1, 31)
TODAY = AT.date()


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def numbers(noemie, adrian, plan) -> tuple[int, int]:
    """Two returns asked of Adrian: of P2.I1 and of P2.I2."""
    provisions = ["P2.I1", "P2.I2"]
    found = returns.ask(noemie, plan=plan, provisions=provisions, of=adrian.name, due_on=BY, note="", at=AT)
    return int(found[0]), int(found[1])


def handed_out(officer, plan, **asked_for):
    return Filled(queries.workbook_file(officer, plan=plan, language="fr", day=TODAY, **asked_for))


def handed_back(officer, filled):
    return workbooks.hand_back(officer, name="retours.xlsx", octets=filled.octets(), at=AT)


def page(officer, workbook):
    return queries.workbook_page(officer, workbook, language="fr", day=TODAY)


def boxes(officer, number):
    draft = asked.draft_of(access.return_for(officer, number))
    return dict(draft.boxes) if draft else {}


def written(filled, number):
    filled.put("stage", "en cours", number).put("on", datetime.date(2024, 12, 2), number)
    return filled.put("account-fr", "Les pourparlers ont commencé.", number)


def test_the_workbook_holds_the_returns_that_can_be_written_and_no_other(noemie, adrian, plan, numbers):
    returns.drop(noemie, asked_for=numbers[1], at=AT)

    filled = handed_out(adrian, plan, mine=True)

    assert filled.row(numbers[0]) == filled.sheet.max_row
    assert "2.1" in [cell.value for cell in filled.sheet[filled.row(numbers[0])]]
    with pytest.raises(StopIteration):
        filled.row(numbers[1])


def test_a_workbook_handed_back_untouched_changes_nothing(adrian, plan, numbers):
    shown = page(adrian, handed_back(adrian, handed_out(adrian, plan)))

    assert (shown.rows, shown.same) == ((), 2)


def test_nothing_is_kept_before_a_row_is_taken_and_taking_it_twice_changes_nothing_more(adrian, plan, numbers):
    number = handed_back(adrian, written(handed_out(adrian, plan), numbers[0]))
    before, shown = boxes(adrian, numbers[0]), page(adrian, number)
    row = shown.rows[0].number

    taken = workbooks.take(adrian, workbook=number, rows={row}, hand_in=False, at=AT + MINUTE)
    again = workbooks.take(adrian, workbook=number, rows={row}, hand_in=False, at=AT + MINUTE)

    assert (before, shown.to_take) == ({}, 1)
    assert (taken.saved, again.saved) == (1, 0)
    assert boxes(adrian, numbers[0])["account-fr"] == "Les pourparlers ont commencé."
    assert asked.draft_of(access.return_for(adrian, numbers[0])).version == 1


def test_rows_that_are_not_ticked_stay_as_they_are(adrian, plan, numbers):
    filled = handed_out(adrian, plan)
    for number in numbers:
        written(filled, number)
    workbook = handed_back(adrian, filled)

    workbooks.take(adrian, workbook=workbook, rows={filled.row(numbers[1])}, hand_in=False, at=AT)

    assert (boxes(adrian, numbers[0]), bool(boxes(adrian, numbers[1]))) == ({}, True)
    with pytest.raises(NoRowsChosen):
        workbooks.take(adrian, workbook=workbook, rows=(), hand_in=False, at=AT)


def test_what_was_changed_here_and_at_the_desk_stands_side_by_side_and_is_for_the_officer_to_choose(
    noemie, adrian, plan, numbers
):
    filled = written(handed_out(adrian, plan), numbers[0])
    typed = {"kind": "report", "stage": "done", "account-fr": "Signé."}
    writing.save(noemie, asked_for=numbers[0], version=0, typed=typed, at=AT)
    workbook = handed_back(adrian, filled)
    shown = page(adrian, workbook)

    workbooks.take(adrian, workbook=workbook, rows={shown.rows[0].number}, hand_in=False, at=AT + MINUTE)

    assert shown.rows[0].fate.code == "both"
    apart = {change.called.fr: (change.present, change.new) for change in shown.rows[0].changes}
    assert apart["Compte rendu (français)"] == ("Signé.", "Les pourparlers ont commencé.")
    assert boxes(adrian, numbers[0])["stage"] == "under-way"


def test_a_return_goes_from_its_request_to_its_release_by_workbook(noemie, adrian, plan, numbers):
    filled = written(handed_out(adrian, plan, of=adrian.name), numbers[0])
    filled.put("account-fr", "", numbers[1]).put("stage", "presque", numbers[1])
    workbook = handed_back(adrian, filled)
    rows = {filled.row(number) for number in numbers}

    taken = workbooks.take(adrian, workbook=workbook, rows=rows, hand_in=True, at=AT + MINUTE)
    ticket = access.return_for(adrian, numbers[0]).ticket
    for officer in (noemie, adrian):
        approve(officer, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
    release(noemie, ticket=ticket, at=AT + MINUTE)

    assert (taken.saved, taken.handed_in) == (1, 1)
    said = queries.commitment_page(noemie, plan, "P2.I1", as_of=None, language="fr", day=TODAY).accounts
    assert [side.latest.account["fr"] for side in said if side.latest] == ["Les pourparlers ont commencé."]
    assert page(adrian, workbook).refused == 1  # one is sent, as its row says; the other holds a word that is no stage


def test_a_report_that_cannot_be_handed_in_is_kept_and_says_why(adrian, plan, numbers):
    filled = handed_out(adrian, plan).put("account-fr", "Sans date ni stade.", numbers[0])
    workbook = handed_back(adrian, filled)

    taken = workbooks.take(adrian, workbook=workbook, rows={filled.row(numbers[0])}, hand_in=True, at=AT)

    assert (taken.saved, taken.handed_in) == (0, 0)
    assert boxes(adrian, numbers[0])["account-fr"] == "Sans date ni stade."
    assert page(adrian, workbook).rows[0].messages[-1].en.startswith("Taken over, but not handed in")


def test_a_row_that_was_handed_in_keeps_its_name_and_changes_nothing_however_often_it_comes(adrian, plan, numbers):
    filled = written(handed_out(adrian, plan), numbers[0])
    number = handed_back(adrian, filled)
    workbooks.take(adrian, workbook=number, rows=[filled.row(numbers[0])], hand_in=True, at=AT)

    (row,) = page(adrian, number).rows
    assert (row.commitment, row.fate.code, row.messages) == ("2.1", "same", (workbooks.HANDED_IN,))
    client = Client()
    client.force_login(adrian)
    assert f'href="/returns/{numbers[0]}"' in client.get(f"/returns/workbooks/{number}").content.decode()
    again = page(adrian, handed_back(adrian, filled))
    assert (again.rows, again.same, again.refused) == ((), 2, 0)
    other = page(adrian, handed_back(adrian, filled.put("account-fr", "Autre chose.", numbers[0])))
    assert [(row.commitment, row.fate.code) for row in other.rows] == [("2.1", "refused")]


def test_what_a_row_lacks_is_named_where_nothing_was_reported_before(adrian, plan, numbers):
    filled = handed_out(adrian, plan).put("kind", "rien à signaler", numbers[0])
    number = handed_back(adrian, filled)
    rows = [filled.row(numbers[0])]

    workbooks.take(adrian, workbook=number, rows=rows, hand_in=True, at=AT)
    assert "aucun stade n’est choisi" in page(adrian, number).rows[0].messages[-1].fr
    number = handed_back(adrian, filled.put("stage", "en cours", numbers[0]))
    workbooks.take(adrian, workbook=number, rows=rows, hand_in=True, at=AT)
    assert "la date du fait manque" in page(adrian, number).rows[0].messages[-1].fr
    number = handed_back(adrian, filled.put("on", datetime.date(2024, 12, 2), numbers[0]))
    workbooks.take(adrian, workbook=number, rows=rows, hand_in=True, at=AT)
    assert page(adrian, number).rows[0].messages == (workbooks.HANDED_IN,)


def test_the_file_comes_back_with_what_the_desk_says_of_each_row(adrian, plan, numbers):
    filled = written(handed_out(adrian, plan), numbers[0]).put("stage", "presque", numbers[1])
    workbook = handed_back(adrian, filled)

    name, octets = queries.workbook_with_messages(adrian, workbook, language="fr", day=TODAY)
    again = Filled(octets)

    said = {number: again.sheet.cell(again.row(number), again.sheet.max_column).value for number in numbers}
    assert name == "retours.xlsx"
    assert said[numbers[0]] == "modifié dans le classeur"
    assert "presque" in said[numbers[1]]


def test_a_workbook_is_shown_to_nobody_but_who_handed_it_back(noemie, adrian, plan, numbers):
    workbook = handed_back(adrian, handed_out(adrian, plan))

    with pytest.raises(NotHere):
        page(noemie, workbook)
