"""Every list that stands on a page is taken away as a table of exactly what the page shows under its filters."""

import csv
import io
from dataclasses import replace

import pytest
from django.test import Client

from suivi.desk import entries, queries
from suivi.desk.actions import exports, returns
from suivi.desk.queries import PAGE_TABLES, joint_text_pages, page_sheet
from suivi.publish.sheets import csv_of
from tests.desk.conftest import AT, MINUTE, counts_as_many
from tests.desk.test_writing import BY, TODAY
from tests.two_nodes.capitals import PLAN


def rows(officer, name, language="en", **filters):
    sheet = page_sheet(officer, name, filters, language=language, day=TODAY)
    heads, *lines = csv.reader(io.StringIO(csv_of(sheet).decode("utf-8-sig")))
    return [dict(zip(heads, line, strict=True)) for line in lines]


@pytest.fixture
def asked(noemie, adrian):
    for of, provisions in ((adrian, ["P1.I1", "P1.I2"]), (noemie, ["P1.I1"])):
        returns.ask(noemie, plan=PLAN, provisions=provisions, of=of.name, due_on=BY, at=AT)


def test_the_returns_taken_away_are_those_of_the_page_and_no_others(noemie, adrian, asked):
    assert sorted((row["Asked of"], row["No."]) for row in rows(noemie, "returns")) == [
        *((adrian.name, number) for number in ("P1.I1", "P1.I2")),
        (noemie.name, "P1.I1"),
    ]
    assert [row["No."] for row in rows(noemie, "returns", mine="")] == ["P1.I1"]


def test_the_history_is_taken_away_whole_and_narrowed_as_the_page_is(noemie):
    for turn in range(120):  # more than a page of acts
        exports.note(noemie, what=f"/plans?turn={turn}", file="plans.csv", at=AT + MINUTE * turn)

    whole = rows(noemie, "history")
    assert len(whole) > len(queries.history_page(noemie, {}).acts)
    assert len([row for row in whole if row["Act"] == "file taken out"]) == 120
    assert {row["Act"] for row in rows(noemie, "history", kind="home.approved")} == {"approval"}


def test_joint_texts_plans_bodies_and_releases_stand_in_their_tables_as_on_their_pages(noemie):
    assert len(rows(noemie, "joint-texts")) == len(queries.joint_texts(noemie, language="en").texts)
    assert [row["Plan"] for row in rows(noemie, "plans")] == [plan.id for plan in queries.plans(noemie).plans]
    page = queries.tickets(noemie)
    assert len(rows(noemie, "tickets")) == len([*page.waiting, *page.settled]) > 0
    shown = [line for group in queries.bodies_page(noemie, day=TODAY).parties for line in group.lines]
    assert len(rows(noemie, "bodies")) == len(shown)


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_every_page_with_a_list_leads_to_its_file_and_taking_it_is_on_record(noemie, asked, language):
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.force_login(noemie)
    pages = {"tickets": "/releases", "plan": f"/plans/{PLAN}", "named": f"/plans/{PLAN}/named"}

    for name in PAGE_TABLES:
        page = client.get(pages.get(name, f"/{name}"))
        assert f"/lists/{name}.csv" in page.content.decode(), name
        file = f"/lists/{name}.xlsx" + (f"?plan={PLAN}" if name in ("plan", "named") else "")
        answer = client.get(file)
        assert (answer.status_code, answer.content[:2]) == (200, b"PK"), name
        last = list(entries.read_log("suivi/can/home"))[-1].record
        assert (last.act, last.about["what"]) == ("exported", file)


def test_joint_texts_of_very_many_plans_stand_in_pages_and_say_what_the_whole_list_says(noemie, monkeypatch):
    whole = queries.joint_texts(noemie, language="en").texts
    counts_as_many(monkeypatch, 0)
    monkeypatch.setattr(joint_text_pages, "SHOWN", 1)

    pages, number = [], 1
    while number is not None:
        pages.append(page := queries.joint_texts(noemie, language="en", page=number))
        number = page.after

    found = [line for page in pages for line in page.texts]
    assert found == [replace(line, about=None) for line in whole]
    assert [page.before for page in pages] == [None, *range(1, len(pages))]
    assert len(rows(noemie, "joint-texts")) == len(whole)
