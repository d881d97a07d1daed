"""The journey's records: every id exists, time only moves forward, and every text stands in three languages."""

import datetime
import itertools
import json
import re
from collections import Counter
from importlib.resources import files

import pytest

from suivi.modes import MODES
from suivi.modes.mode import START
from suivi.record.steps import By

DEMONSTRATION = files("suivi.cli") / "demonstration"
LANGUAGES = {"en", "fr", "ko"}
STAGES = {"mentioned", "planned", "under-way", "done", "stopped"}
FIELDS = {
    "report": {"id", "kind", "party", "recorded_at", "provision", "stage", "on", "account", "basis", "source"},
    "open": {"id", "kind", "party", "recorded_at", "activity", "provision", "mode", "titles"},
    "step": {"id", "kind", "party", "recorded_at", "activity", "step", "on", "details"},
}
FIELDS["correction"] = FIELDS["report"] | {"corrects"}
FIELDS["joint-step"] = FIELDS["step"] | {"concurrences"}


def read(name):
    return json.loads((DEMONSTRATION / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story():
    return read("story.json")


@pytest.fixture(scope="module")
def titles():
    return read("titles.json")


def of_kind(story, *kinds):
    return [record for record in story["records"] if record["kind"] in kinds]


def latest(story):
    """The last report of each party on each provision, a correction standing for what it corrects."""
    standing = {}
    for report in of_kind(story, "report", "correction"):
        standing.setdefault(report["provision"], {})[report["party"]] = report
    return standing


def texts_by_language(value):
    if isinstance(value, dict) and LANGUAGES & value.keys():
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_by_language(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_by_language(inner)


def test_there_is_a_title_for_the_plan_and_for_each_of_its_sections_and_81_commitments(titles):
    kinds = Counter(re.sub(r"\d+", "#", section) for section in titles["sections"])

    assert len(titles["commitments"]) == 81
    assert kinds == {"P#": 5, "P#.T#": 19, "P#.H#": 5}
    assert titles["plan"].keys() == LANGUAGES


@pytest.mark.parametrize("name", ["story.json", "titles.json"])
def test_every_text_of_the_demonstration_stands_in_three_languages(name):
    texts = list(texts_by_language(read(name)))

    assert texts
    for text in texts:
        assert text.keys() == LANGUAGES
        assert all(words.strip() == words != "" for words in text.values())
        assert re.search("[가-힣]", text["ko"])


def test_french_texts_use_the_curly_apostrophe_and_a_fixed_space_before_the_colon(story, titles):
    for text in texts_by_language([story, titles]):
        assert "'" not in text["fr"]
        assert " :" not in text["fr"]


def test_every_record_has_the_fields_of_its_kind_and_an_id_of_its_own(story):
    ids = Counter(record["id"] for record in story["records"])

    assert set(ids.values()) == {1}
    for record in story["records"]:
        assert record.keys() - {"until", "next"} == FIELDS[record["kind"]], record["id"]


def test_records_are_written_one_after_the_other_with_time_for_what_a_node_writes_by_itself(story):
    instants = []
    for record in story["records"]:
        instants.append(record["recorded_at"])
        instants.extend(concurrence["recorded_at"] for concurrence in record.get("concurrences", []))
    read_as = [datetime.datetime.strptime(instant, "%Y-%m-%dT%H:%M:%S%z") for instant in instants]

    gaps = [after - before for before, after in itertools.pairwise(read_as)]
    assert min(gaps) >= datetime.timedelta(minutes=5)
    assert instants[0] > "2024-07-18"
    assert instants[-1] < "2026-07-01"


def test_nothing_is_reported_that_is_older_than_the_plan_or_younger_than_its_record(story):
    for record in of_kind(story, "report", "correction", "step", "joint-step"):
        assert story["adopted_on"] <= record["on"] <= record["recorded_at"][:10], record["id"]
        assert record["on"] <= record.get("until", record["on"]) <= record["recorded_at"][:10]


def test_every_provision_named_is_in_the_plan_and_no_alias_of_another(story, titles):
    for record in of_kind(story, "report", "correction", "open"):
        assert record["provision"] in titles["commitments"]
        assert record["provision"] != "P4.I7"


def test_stages_and_sources_are_of_the_known_kinds(story):
    for report in of_kind(story, "report", "correction"):
        assert report["stage"] in STAGES
        assert report["basis"] in {"party", "joint", "press"}
        assert report["source"]["address"].startswith(("https://", "http://"))


def test_each_party_has_two_officers_and_reports(story):
    reports = Counter(report["party"] for report in of_kind(story, "report"))

    assert story["parties"].keys() == {"can", "kor"} == reports.keys()
    assert min(reports.values()) >= 10
    for party in story["parties"].values():
        assert len({officer["name"] for officer in party["officers"]}) == 2


def test_the_reports_reach_every_pillar_and_leave_some_commitments_in_silence(story, titles):
    reported = latest(story)

    assert {provision.split(".")[0] for provision in reported} >= {"P1", "P2", "P3", "P4", "P5", "G1"}
    assert len(titles["commitments"].keys() - reported.keys()) > 20


def test_accounts_agree_differ_differ_in_details_and_stand_alone(story):
    both = [said for said in latest(story).values() if len(said) == 2]
    stages = [(said["can"]["stage"] == said["kor"]["stage"], said["can"]["on"] == said["kor"]["on"]) for said in both]

    assert stages.count((True, True)) >= 3
    assert stages.count((True, False)) >= 3
    assert sum(not same for same, _ in stages) >= 4
    assert len(latest(story)) - len(both) >= 5


def test_the_two_parties_name_different_signatories_of_the_agreement_of_february_2026(story):
    said = latest(story)["P2.I1"]

    assert said["can"]["on"] == said["kor"]["on"] == "2026-02-25"
    assert said["can"]["account"] != said["kor"]["account"]


def test_a_correction_is_a_later_word_of_the_same_party_on_the_same_provision(story):
    reports = {report["id"]: report for report in of_kind(story, "report")}
    (correction,) = of_kind(story, "correction")
    corrected = reports[correction["corrects"]]

    assert (correction["party"], correction["provision"]) == (corrected["party"], corrected["provision"])
    assert correction["recorded_at"] > corrected["recorded_at"]


def test_one_fact_was_put_on_record_half_a_year_after_it_happened(story):
    late = [report["id"] for report in of_kind(story, "report") if _days_late(report) > 120]

    assert len(late) == 1


def _days_late(report):
    recorded_on = datetime.date.fromisoformat(report["recorded_at"][:10])
    return (recorded_on - datetime.date.fromisoformat(report["on"])).days


def test_steps_belong_to_activities_opened_before_and_joint_ones_are_concurred_in_by_the_other(story):
    opened = {}
    for record in story["records"]:
        if record["kind"] == "open":
            opened[record["activity"]] = record["mode"]
        if record["kind"] in {"step", "joint-step"}:
            assert record["activity"] in opened
        for concurrence in record.get("concurrences", []):
            assert concurrence["party"] != record["party"]

    assert Counter(opened.values()) == {"dialogue": 2, "undertaking": 1}


def test_every_step_is_open_when_it_is_taken_and_answers_what_its_mode_asks(story):
    states = {record["activity"]: (MODES[record["mode"]], START) for record in of_kind(story, "open")}

    for record in of_kind(story, "step", "joint-step"):
        mode, state = states[record["activity"]]
        step = mode.step(record["step"], state=state, details=record["details"])
        assert (step.by is By.ALL) == (record["kind"] == "joint-step")
        states[record["activity"]] = (mode, state if step.by is By.OWN else step.reaches)

    assert {activity: state for activity, (_, state) in states.items()} == {
        "two-plus-two": "held",
        "strategic-dialogue": "held",
        "polar-work": "under-way",
    }


def test_both_dialogues_are_proposed_convened_and_held(story):
    for activity in ("two-plus-two", "strategic-dialogue"):
        taken = [record["step"] for record in of_kind(story, "step", "joint-step") if record["activity"] == activity]
        assert taken == ["propose", "convene", "hold"]
