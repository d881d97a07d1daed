"""The sample plan, read by the reader itself: three versions, the same 81 commitments under the same ids."""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from suivi.plan.plan import ProvisionKind
from suivi.reader import read, read_file
from suivi.reader.settle import settled

DEMONSTRATION = files("suivi.cli") / "demonstration"
LANGUAGES = ("fr", "en", "ko")


@pytest.fixture(scope="module")
def drafts():
    return {language: _draft(f"plan.{language}.txt") for language in LANGUAGES}


def _draft(name):
    return read(read_file((DEMONSTRATION / name).read_bytes(), name=name))


@pytest.fixture(scope="module")
def plan(drafts):
    found = settled([drafts[language].value() for language in LANGUAGES], [])
    digests = {language: drafts[language].text.sha256 for language in LANGUAGES}
    return found.plan("sample", version=1, authentic=LANGUAGES, digests=digests, agreed_on="")


def ids(draft):
    return [commitment.id for commitment in draft.commitments]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_version_is_read_in_its_own_language_into_the_ids_of_the_working_titles(drafts, language):
    titles = json.loads((DEMONSTRATION / "titles.json").read_text(encoding="utf-8"))

    assert drafts[language].text.language == language
    assert set(ids(drafts[language])) == titles["commitments"].keys()
    assert {section.id for section in drafts[language].sections} == titles["sections"].keys()


def test_the_three_versions_hold_the_same_commitments_in_the_same_order(drafts):
    assert ids(drafts["fr"]) == ids(drafts["en"]) == ids(drafts["ko"])


def test_the_official_text_is_read_into_the_same_ids(drafts, shared: Path):
    official = json.loads((shared / "plan" / "canada-coree-2024.fr.gold.json").read_text(encoding="utf-8"))

    assert ids(drafts["fr"]) == [commitment["id"] for commitment in official["commitments"]]


def test_the_versions_pair_into_80_provisions_one_of_which_stands_in_two_places(plan):
    kinds = Counter(provision.kind for provision in plan.provisions)
    places = {provision.id: [place.id for place in provision.places] for provision in plan.provisions}
    assert kinds == {ProvisionKind.AIM: 42, ProvisionKind.INITIATIVE: 38}
    assert [there for there in places.values() if len(there) > 1] == [["P3.I4", "P4.I7"]]
    assert Counter(section.kind for section in plan.sections) == {"pillar": 5, "theme": 19, "heading": 5}
    assert all(place.spans.keys() == set(LANGUAGES) for provision in plan.provisions for place in provision.places)


def test_the_yearly_review_and_the_yearly_dialogue_are_found_to_recur(plan):
    yearly = [one.id for one in plan.provisions if one.recurrence and one.recurrence.rule == "FREQ=YEARLY"]
    assert set(yearly) == {"G1", "P1.I3", "P2.T2.A2"}


def test_what_was_reached_before_the_plan_is_background_and_no_commitment(drafts):
    assert {len(draft.value()["background"]) for draft in drafts.values()} == {10}
