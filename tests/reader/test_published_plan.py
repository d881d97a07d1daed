"""The reader on the published French plan of 2024, against the plan annotated by hand (reader.md, “How good”)."""

import json

import pytest

from suivi.reader import read, read_file


@pytest.fixture(scope="session")
def gold(shared):
    return json.loads((shared / "plan/canada-coree-2024.fr.gold.json").read_text())


@pytest.fixture(scope="session")
def known(shared):
    return json.loads((shared / "plan/initiatives.json").read_text())


@pytest.fixture(scope="session")
def draft(shared):
    return read(read_file((shared / "plan/canada-coree-2024.fr.txt").read_bytes(), name="plan.txt"))


@pytest.fixture(scope="session")
def value(draft):
    return draft.value()


def test_precision_and_recall_are_one_with_every_span_exact(gold, value):
    expected = {(item["id"], item["kind"], item["start"], item["end"]) for item in gold["commitments"]}
    found = {(item["id"], item["kind"], item["start"], item["end"]) for item in value["commitments"]}

    assert found == expected
    assert sum(item["kind"] == "initiative" for item in value["commitments"]) == 39
    assert sum(item["kind"] == "aim" for item in value["commitments"]) == 42


def test_the_mode_is_the_preferred_one_or_another_right_one_in_85_cases_of_100(gold, value):
    right = {item["id"]: {item["mode"], *item["mode_alt"]} for item in gold["commitments"]}

    assert sum(item["mode"] in right[item["id"]] for item in value["commitments"]) >= 0.85 * len(right)
    assert all(item["modes_considered"][0] == item["mode"] for item in value["commitments"])


def test_every_heading_is_found_where_it_stands(gold, value):
    expected = [(item["start"], item["heading_end"], item["label"], item["title"]) for item in gold["sections"]]

    assert [
        (item["start"], item["heading_end"], item["label"], item["title"]) for item in value["sections"]
    ] == expected
    kinds = [item["kind"] for item in value["sections"]]
    assert (kinds.count("pillar"), kinds.count("theme"), kinds.count("heading")) == (5, 19, 5)


def test_what_is_quoted_is_what_the_text_says(value):
    characters = value["text"]["characters"]
    quoted = [value["title"], *value["commitments"], *value["background"], *value["preamble"]["agreed_by"]]
    quoted += [name for item in value["commitments"] for name in (*item["bodies"], *item["instruments"])]

    assert all(characters[item["start"] : item["end"]] == item["text"] for item in quoted)


def test_the_commitment_that_stands_twice_is_linked(value):
    linked = {item["id"]: item["same_as"] for item in value["commitments"] if item["same_as"]}

    assert linked == {"P3.I4": ["P4.I7"], "P4.I7": ["P3.I4"]}


def test_recurrences_and_the_deadline_are_those_stated(gold, value):
    rules = {"yearly": "FREQ=YEARLY", "regular": None}
    expected = {item["id"]: rules[item["recurrence"]] for item in gold["commitments"] if item["recurrence"]}
    found = {item["id"]: item["recurrence"]["rrule"] for item in value["commitments"] if item["recurrence"]}

    assert found == expected
    limits = {item["id"]: item["deadline"]["latest_on"] for item in value["commitments"] if item["deadline"]}
    assert limits == {"P5.I3": "2025-12-31"}


def test_the_preamble_says_who_agreed_on_whose_instruction_and_what_reviews_the_plan(value):
    preamble = value["preamble"]

    assert [person["text"] for person in preamble["agreed_by"]] == [
        "les ministres des Affaires étrangères du Canada et de la Corée"
    ]
    assert [" ".join(person["text"].split()) for person in preamble["instructed_by"]] == [
        "le premier ministre Justin Trudeau",
        "le président Yoon Suk-Yeol",
    ]
    assert preamble["agreed_on"] is None
    assert preamble["review_clause"] == "G1"
    assert value["parties"] == ["can", "kor"]


def test_what_is_already_achieved_is_listed_and_commits_nobody(known, value):
    expected = [(item["start"], item["end"]) for item in known["achievements"]]

    assert [(item["start"], item["end"]) for item in value["background"]] == expected
    kinds = [item["kind"] for item in value["background"]]
    assert (kinds.count("instrument"), kinds.count("dialogue"), kinds.count("visit")) == (6, 3, 1)


def test_bodies_and_instruments_named_are_found_nine_times_in_ten(gold, value):
    for named in ("bodies", "instruments"):
        found = {item["id"]: {" ".join(name["text"].split()) for name in item[named]} for item in value["commitments"]}
        expected = [(item["id"], " ".join(name.split())) for item in gold["commitments"] for name in item[named]]

        assert sum(name in found[id] for id, name in expected) >= 0.9 * len(expected)


def test_the_furniture_of_the_page_belongs_to_no_section(value):
    furniture = value["text"]["characters"].index("Détails de la page")

    assert all(item["end"] < furniture for item in (*value["sections"], *value["commitments"]))


def test_the_reader_doubts_some_of_its_readings_and_at_most_one_in_five(value):
    doubted = {doubt["at"] for doubt in value["doubts"]}

    assert {"split", "joined"} <= {doubt["code"] for doubt in value["doubts"]}
    assert 0 < len(doubted) <= len(value["commitments"]) / 5
    assert all(set(doubt["says"]) == {"en", "fr", "ko"} for doubt in value["doubts"])
