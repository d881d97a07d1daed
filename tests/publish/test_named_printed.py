"""What a plan names, in the papers and on the public site: every name, day and commitment that the register holds."""

import pytest

from suivi.plan.words import LANGUAGES
from suivi.publish.named import ACHIEVED, NAMED
from suivi.publish.package import Document, octets_of
from suivi.publish.review_html import marking_of, review_html
from suivi.publish.site.named import named, named_here
from suivi.publish.site.site import Published
from suivi.publish.tongue import number_of
from tests.publish import journey
from tests.publish.words_of import squeezed, words_of


@pytest.fixture(scope="module")
def review():
    return journey.the_review_with_things()


@pytest.fixture(scope="module")
def published(review):
    names = {party.code: party.names for party in review.parties}
    return Published(review=review, names=names, updated_at="", updated_by="", records=0)


def told(one, language):
    """What a reader of `language` has to find of a thing: its name there or elsewhere, and the numbers that name it."""
    return [one.names.get(language) or next(iter(one.names.values())), *(number_of(id) for id in one.commitments)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", ["html", "docx", "pdf", "md"])
def test_the_full_report_lists_what_the_plan_names_with_the_days_both_sides_give(review, language, format):
    octets = octets_of(review, Document(paper="report", languages=(language,), format=format))

    words = words_of(octets, format)
    days = {"en": ("May 17, 2023", "May 18, 2023"), "fr": ("17 mai 2023", "18 mai 2023")}
    wanted = [NAMED.in_(language), ACHIEVED.in_(language), *days.get(language, ("2023년 5월 17일", "2023년 5월 18일"))]
    wanted += [part for one in review.named for part in told(one, language)]
    assert [part for part in wanted if squeezed(part) not in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_site_lists_it_and_every_commitment_leads_to_what_it_names(review, published, language):
    page = named(published, language).decode("utf-8")
    here = named_here(published.tongue(language), published, "P1.I1")

    assert [part for one in review.named for part in told(one, language) if part not in page] == []
    assert 'href="P1.I1.html"' in page
    assert 'id="named-dialogue"' in page
    assert 'href="named.html#named-dialogue"' in here
    assert named_here(published.tongue(language), published, "P1.I2") == ""


def test_a_plan_of_which_nothing_is_entered_says_so_and_has_no_annex():
    bare = journey.the_review()
    published = Published(
        review=bare, names={one.code: one.names for one in bare.parties}, updated_at="", updated_by="", records=0
    )

    assert "Nothing yet." in named(published, "en").decode("utf-8")
    assert NAMED.en not in review_html(bare, "en").decode("utf-8")
    assert "named" not in bare.value()


def test_the_marking_of_what_is_entered_is_part_of_that_of_the_whole():
    story = journey.played()
    story.write("can", journey.PlanNamed(journey.THINGS), subject=journey.the_plan().id, marking={"tlp": "AMBER"})
    story.deliver_all()

    assert marking_of(story.register().plans[journey.the_plan().id]).label() == "TLP:AMBER"
