"""Finding: words in three languages, lists over all plans, views kept, the same as files."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suivi.desk import access, lists, queries
from suivi.desk.actions import views
from suivi.desk.finding import excerpt, marks, sought, tokens
from suivi.desk.lists import Asked
from suivi.publish.sheets import Sheet, csv_of, xlsx_of
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import file_report, leave

DAY = AT.date()


def said(words, language="en", *, provision="P1.I2", at=AT, released=True):
    ticket = file_report(**report(provision=provision, account={language: words}, on="2024-12-01"), at=at)
    if released:
        leave(ticket=ticket, at=at)


def found(officer, question, **filters):
    page = queries.search_page(officer, Asked(question=question, filters=filters, day=DAY))
    return [(row.kind.code, row.provision, row.words) for row in page.found]


def test_tokens_are_words_in_letters_and_pairs_of_syllables():
    assert tokens("L’Accord d’Éducation, 2+2") == ["l", "accord", "d", "education", "2", "2"]
    assert tokens("행동계획") == ["행동", "동계", "계획", "획"]
    assert tokens("방산 협력") == ["방산", "산협", "협력", "력"]
    assert tokens("한국, G7") == ["한국", "국", "g7"]


def test_text_of_plain_letters_has_the_tokens_it_has_beside_other_writing():
    every_sign = "".join(map(chr, range(128)))
    plain = f"{every_sign} It's G7_2026, e-mail: A.B@c.ca {'x' * 70}"

    beside = tokens(f"{plain} 힣")

    assert beside[-1] == "힣"
    assert tokens(plain) == beside[:-1]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("행동", "행동계획의 이행"),
        ("계획", "행동계획"),
        ("행동계획", "행동 계획을 이행한다"),
        ("행동 계획", "행동계획"),
        ("획", "행동계획"),
        ("accord", "Les Accords de coopération"),
        ("cooperation", "Les accords de coopération"),
        ("COOPÉRATION", "les accords de cooperation"),
        ("l'accord", "Un accord"),
        ('"supply chains"', "critical supply chains, early warning"),
        ("warning supply", "critical supply chains, early warning"),
        ("G7 2026", "In 2026 the G7 met"),
        ("북극에서", "북극 협력을 확대한다"),
        ("협력을", "양국은 협력하기로 하였다"),
        ("공급망 협력하기로", "공급망에 관한 협력"),
        ("AI를", "책임 있는 AI 이용"),
    ],
)
def test_what_is_asked_is_found(noemie, question, text):
    said(text, "ko" if text[0] > "z" else "en")

    assert ("report", "P1.I2", text) in found(noemie, question, kind="report")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("동행", "행동계획"),
        ("행동 외교", "행동계획"),
        ('"early supply"', "supply chains, early warning"),
        ("chain reaction", "supply chains"),
        ("' OR 1=1 --", "supply chains"),
        ('"', "supply chains"),
        ("NOT NEAR(a) *", "supply chains"),
        ("", "supply chains"),
        ("…", "supply chains"),
    ],
)
def test_what_does_not_stand_there_is_not_found(noemie, question, text):
    said(text)

    assert ("report", "P1.I2", text) not in found(noemie, question, kind="report")


@pytest.mark.sqlite  # PostgreSQL finds a beginning by its own index
@pytest.mark.parametrize("begun", ["cooper", "agree", "국", "xyzq"])
def test_a_beginning_is_looked_for_as_the_words_that_begin_so_and_finds_what_it_finds_by_itself(
    noemie, monkeypatch, begun
):
    by_words = found(noemie, begun)
    known = lists._begun(sought(begun).beginnings())
    for way in (lambda _: {}, lambda beginnings: {first: known[first] for first in beginnings[:1] if first in known}):
        monkeypatch.setattr(lists, "_begun", way)
        assert found(noemie, begun) == by_words

    assert all(word.startswith(first) for first, words in known.items() for word in words)
    assert bool(by_words) is (begun != "xyzq")


def test_agreed_words_are_found_in_three_languages_with_their_marking(noemie):
    page = queries.search_page(noemie, Asked(question="P1", day=DAY))
    agreed = queries.commitments_page(noemie, Asked(day=DAY)).commitments[0].agreed

    for language, words in agreed.items():
        first = " ".join(words.split()[:2])
        page = queries.search_page(noemie, Asked(question=first, filters={"kind": "commitment"}, day=DAY))
        assert (words[:40], language, "TLP:AMBER") in [
            (row.words[:40], row.language, row.marking) for row in page.found
        ]
    assert set(agreed) == {"en", "fr", "ko"}


def test_what_is_found_stands_newest_first_and_is_narrowed_by_what_is_asked(noemie):
    for day, words, language in (
        ("2024-11-20", "Harbours were compared", "en"),
        ("2024-12-02", "항만을 비교하였다", "ko"),
        ("2024-11-28", "Harbours were compared again", "en"),
        ("2024-11-25", "Ports comparés: Harbours", "fr"),
    ):
        leave(ticket=file_report(**report(provision="P1.I2", account={language: words}, on=day), at=AT), at=AT)

    def days(question, **filters):
        page = queries.search_page(noemie, Asked(question=question, filters=filters, day=DAY))
        return [row.on for row in page.found if row.kind.code == "report"]

    assert days("harbours") == ["2024-11-28", "2024-11-25", "2024-11-20"]
    assert days("harbours", language="en", plan=PLAN, kind="report") == ["2024-11-28", "2024-11-20"]
    assert days("harbours", **{"from": "2024-11-21", "to": "2024-11-25"}) == ["2024-11-25"]
    assert days("harbours", to="2024-11-27") == ["2024-11-25", "2024-11-20"]
    assert days("harbours", plan="no-such-plan") == days("harbours", kind="commitment") == []
    assert days("항만을", party="can", language="ko") == ["2024-12-02"]
    assert days(" ".join(marks({"plan": PLAN}))) == []


def test_what_only_our_desk_has_is_found_and_says_so(noemie):
    said("Unheard of abroad.", released=False)

    (row,) = queries.search_page(noemie, Asked(question="unheard", day=DAY)).found

    assert row.internal
    assert row.party.ours


def test_an_officer_who_has_left_finds_nothing(noemie):
    said("Supply chains.")
    noemie.is_active = False

    assert found(noemie, "supply") == []
    assert queries.commitments_page(noemie, Asked(day=DAY)).commitments == ()
    assert queries.reports_page(noemie, Asked(day=DAY)).reports == ()
    assert access.plan_rows_for(noemie) == []
    assert queries.listing_sheet(noemie, "reports", Asked(day=DAY), language="en").rows == ()


def test_lists_are_narrowed_by_what_the_register_says(noemie):
    def ids(**filters):
        page = queries.commitments_page(noemie, Asked(filters=filters, day=DAY))
        return {row.id for row in page.commitments}

    everything = ids()
    standing = {one.provision.id: one for one in access.plan_for(noemie, PLAN)[1].provisions}

    assert everything == set(standing)
    assert ids(own="under-way") == {
        id for id, one in standing.items() if (a := one.latest("can")) and a.stage == "under-way"
    }
    assert ids(own="silent") == {id for id, one in standing.items() if one.latest("can") is None}
    assert ids(comparison="neither") == {id for id, one in standing.items() if one.comparison == "neither"}
    assert ids(mode="dialogue") == {id for id, one in standing.items() if one.provision.mode == "dialogue"}
    assert ids(plan="another") == ids(mode="no-such-mode") == ids(due="whenever") == set()
    assert everything - ids(own="silent")


def test_a_list_is_cut_into_pages_that_hold_everything_once(noemie):
    pages = [queries.commitments_page(noemie, Asked(page=number, size=7, day=DAY)) for number in range(1, 40)]
    last = next(page for page in pages if page.turned.after is None)
    shown = [row.id for page in pages[: last.turned.page] for row in page.commitments]

    assert len(shown) == len(set(shown)) == pages[0].turned.found
    assert pages[-1].turned.page == last.turned.page


def test_no_list_asks_more_of_the_database_for_more_items(noemie):
    def asked(count):
        with CaptureQueriesContext(
            connection,
        ) as few:
            queries.commitments_page(noemie, Asked(size=count, day=DAY))
            queries.search_page(noemie, Asked(question="the", filters={"kind": "commitment"}, size=count, day=DAY))
            queries.reports_page(noemie, Asked(size=count, day=DAY))
        return len(few)

    said("One more.")

    assert asked(1) == asked(3) <= 24


def test_a_view_is_kept_for_its_officer_alone_and_dropped(noemie, adrian):
    views.keep(noemie, listing="commitments", name="  Late  ones ", asked="due=overdue")
    views.keep(noemie, listing="commitments", name="Late ones", asked="due=year")

    (kept,) = queries.commitments_page(noemie, Asked(day=DAY)).views
    assert (kept.name, kept.asked) == ("Late ones", "due=year")
    assert queries.commitments_page(adrian, Asked(day=DAY)).views == ()
    with pytest.raises(access.NotHere):
        views.drop(adrian, view=kept.id)

    assert views.drop(noemie, view=kept.id) == "commitments"
    assert queries.commitments_page(noemie, Asked(day=DAY)).views == ()


def test_a_view_is_renamed_by_its_officer_alone_and_keeps_what_it_asks(noemie, adrian):
    views.keep(noemie, listing="search", name="Fish", asked="q=p%C3%AAche")
    (kept,) = queries.search_page(noemie, Asked(day=DAY)).views
    with pytest.raises(access.NotHere):
        views.rename(adrian, view=kept.id, name="Mine")
    with pytest.raises(views.ViewWithoutName):
        views.rename(noemie, view=kept.id, name=" ")

    assert views.rename(noemie, view=kept.id, name="수산  pêche") == ("search", "q=p%C3%AAche")
    (kept,) = queries.search_page(noemie, Asked(day=DAY)).views
    assert (kept.name, kept.asked) == ("수산 pêche", "q=p%C3%AAche")
    assert views.rename(noemie, view=kept.id, name="수산 pêche") == ("search", "q=p%C3%AAche")
    assert len(queries.search_page(noemie, Asked(day=DAY)).views) == 1


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("1.2", ["P1.I2"]),
        (" p1.i2 ", ["P1.I2"]),
        ("2.t2.a2", ["P2.T2.A2"]),
        ("g1", ["G1"]),
        ("99.9", []),
        ("2024", []),
        ("1.2 and more", []),
    ],
)
def test_a_commitment_is_found_by_the_number_its_plan_gives_it(noemie, said, ids):
    assert [named.id for named in queries.search_page(noemie, Asked(question=said, day=DAY)).numbered] == ids


@pytest.mark.parametrize(("listing", "name"), [("commitments", " "), ("reports", "n" * 81)])
def test_a_view_needs_a_name(noemie, listing, name):
    with pytest.raises(views.ViewWithoutName):
        views.keep(noemie, listing=listing, name=name, asked="")


def test_a_list_that_is_none_keeps_no_view(noemie):
    with pytest.raises(access.NotHere):
        views.keep(noemie, listing="entries", name="All", asked="")


HOSTILE = (
    "=1+1",
    "+49",
    "-2",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "O’Brien",
    "한글",
    "two\nlines",
    'a "quote", and more',
)


def test_no_cell_of_a_file_is_computed():
    sheet = Sheet("commitments", ("Words",), tuple((cell,) for cell in HOSTILE), "TLP:AMBER")

    lines = list(csv.reader(io.StringIO(csv_of(sheet).decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(sheet)))
    cells = [row[0] for row in book.active.iter_rows(min_row=3)]

    assert [cell.lstrip("'") for (cell,) in lines[1:]] == list(HOSTILE)
    assert [cell for (cell,) in lines[1:] if cell.lstrip()[:1] in "=+-@＝"] == []
    assert [(cell.value, cell.data_type) for cell in cells] == [(words, "s") for words in HOSTILE]
    assert book.active["A1"].value == "TLP:AMBER"


def test_a_file_holds_every_page_of_its_list(noemie):
    said("=HYPERLINK(1)")

    sheet = queries.listing_sheet(noemie, "commitments", Asked(size=1, page=2, day=DAY), language="ko")
    reports = queries.listing_sheet(noemie, "reports", Asked(day=DAY), language="fr")

    assert len(sheet.rows) == queries.commitments_page(noemie, Asked(day=DAY)).turned.found
    assert len({len(row) for row in (sheet.heads, *sheet.rows)}) == 1
    assert "=HYPERLINK(1)" in {cell for row in reports.rows for cell in row}
    assert b"'=HYPERLINK(1)" in csv_of(reports)


def test_an_excerpt_shows_what_was_sought_and_says_what_is_left_out():
    words = "A beginning. " * 40 + "The needle. " + "An end. " * 40

    shown = excerpt(words, sought("needle"))

    assert "needle" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 242


def test_a_list_that_is_behind_is_made_good_before_it_is_shown(noemie, monkeypatch):
    from suivi.desk import project

    with monkeypatch.context() as undone:
        undone.setattr(project, "project", lambda: None)
        said("Said past the rows.", at=AT + MINUTE * 9)

    assert found(noemie, "rows", kind="report")
