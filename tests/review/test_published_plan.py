"""The review of the published French plan: every commitment in its place, in its own words, in both capitals."""

from datetime import date

import pytest

from suivi.log.canonical import canonical
from suivi.plan.when import Period
from suivi.reader import read, read_file
from suivi.reader.settle import settled
from suivi.record.kinds import content_value, read_content
from suivi.record.plans import PlanAdopted
from suivi.record.reports import Stage
from suivi.review.package import review_of
from tests.register.correspondence import Correspondence, report

PERIOD = Period(date(2024, 7, 18), date(2025, 7, 17))


@pytest.fixture(scope="module")
def text(shared):
    name = "canada-coree-2024.fr.txt"
    return read_file((shared / "plan" / name).read_bytes(), name=name)


@pytest.fixture(scope="module")
def adopted(text):
    draft = read(text)
    digests = {"fr": draft.text.sha256}
    return settled([draft.value()], []).plan(
        "can-kor-2024", version=1, authentic=["fr"], digests=digests, agreed_on="2024-05-31"
    )


@pytest.fixture(scope="module")
def review(adopted, text):
    story = Correspondence(("can", "kor"))
    story.open()
    story.adopt(adopted)
    for author, stage in (("can", Stage.DONE), ("kor", Stage.UNDER_WAY)):
        story.report(author, report("P3.I4", stage), subject="can-kor-2024#P3.I4")
    return review_of(story.register(), "can-kor-2024", PERIOD, texts={text.sha256: text.characters})


def test_thirty_eight_initiatives_and_forty_two_aims_stand_in_five_pillars(review):
    whole_plan = review.figures[-1]

    assert (whole_plan.initiatives, whole_plan.total - whole_plan.initiatives) == (38, 42)
    assert [chapter.section.id for chapter in review.chapters if chapter.section] == ["P1", "P2", "P3", "P4", "P5"]


def test_every_place_is_told_once_in_the_chapters_in_its_own_words(review, adopted, text):
    told = [place for chapter in review.chapters for place in places(chapter)]

    expected = [place for provision in adopted.provisions for place in provision.places]
    assert sorted(told) == sorted(place.id for place in expected)
    assert all(review.agreed[place.id]["fr"] == text.at(place.spans["fr"]) for place in expected)


def places(chapter):
    return [*chapter.places, *(place for part in chapter.parts for place in places(part))]


def test_a_report_on_the_initiative_that_stands_twice_is_told_at_both_places(review):
    assert review.standing("P4.I7") == review.standing("P3.I4")
    assert review.standing("P4.I7").comparison == "differ"


def test_the_plan_travels_within_the_limit_of_a_content(adopted):
    value = content_value(PlanAdopted(adopted), salt="0" * 32)

    assert len(canonical(value)) < 262_144
    assert read_content("plan.adopted", value)[0] == PlanAdopted(adopted)
