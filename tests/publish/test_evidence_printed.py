"""Evidence, acting bodies and background as the printed review shows them."""

import pytest

from suivi.plan.words import LANGUAGES
from suivi.publish import phrases
from suivi.publish.review_html import marking_of, review_html
from suivi.record.changes import Withdrawn
from suivi.review.package import review_of
from tests.publish.journey import PERIOD
from tests.publish.pages import read_page
from tests.register import correspondence as letters

HOSTILE = '"><script>alert(1)</script> \u202e'


@pytest.fixture
def story():
    return letters.under_way()


def page_of(story, language="en"):
    texts = {letters.plan().texts[0].sha256: letters.TEXT_EN}
    return read_page(review_html(review_of(story.register(), letters.PLAN, PERIOD, texts=texts), language))


def cite(story, author="can", provision="P1.I1", **said):
    return story.write(author, letters.evidence(provision, **said), subject=letters.PLAN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_evidence_is_printed_with_title_address_language_publisher_and_days(story, language):
    cite(story, "kor", published_on="2025-01-02", on="2025-01-01", title="회담 개최", language="ko", publisher="외교부")

    cited = page_of(story, language).by_id("P1.I1").one("section", "evidence")
    words = cited.characters
    assert cited.one("h5").characters == phrases.EVIDENCE.in_(language)
    assert {"https://news.example/1", "한국어", "외교부"} <= {one.characters for one in cited.every("span")}
    assert cited.one("cite").characters == "회담 개최"
    assert cited.one("cite").attributes.get("lang") == (None if language == "ko" else "ko")
    assert [day.attributes["datetime"] for day in cited.every("time")][:2] == ["2025-01-02", "2025-01-01"]
    assert phrases.CITED_BY.filled(party="KOR").in_(language) in words
    assert "The page says that we met." in words


def test_the_address_of_a_source_leads_nowhere_from_a_page_for_offline_use(story):
    cite(story)

    cited = page_of(story).by_id("P1.I1").one("section", "evidence")
    assert list(cited.every("a")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_came_before_the_plan_is_called_background(story, language):
    story.report("can", letters.report(on="2024-05-01"))
    cite(story, on="2024-05-01")

    page = page_of(story, language).by_id("P1.I1")
    words = phrases.BACKGROUND.in_(language)
    assert page.one("div", "account").one("span", "background").characters == words
    assert page.one("section", "evidence").one("span", "background").characters == words


def test_background_is_printed_among_the_earlier_reports_and_the_side_has_no_report(story):
    story.report("can", letters.report(on="2024-05-01"))

    canada = next(page_of(story).by_id("P1.I1").every("section", "side"))
    assert canada.one("span", "silent-word").characters == "no report"
    assert canada.one("h6").characters == phrases.EARLIER.en


def test_progress_is_not_called_background(story):
    story.report("can", letters.report())
    cite(story)

    assert list(page_of(story).every("span", "background")) == []


def test_bodies_bear_the_name_of_the_day_the_report_states(story):
    story.write("can", letters.named(name="Ministry of Trade", from_on="2020-01-01", until_on="2024-12-31"))
    story.write("can", letters.named(name="Ministry of Industry", from_on="2025-01-01"))
    story.report("can", letters.report(on="2024-12-30", bodies=("ministry",)))
    story.report("can", letters.report(on="2025-01-03", bodies=("ministry",)))

    acting = [one.characters for one in page_of(story).by_id("P1.I1").every("p", "acting")]
    assert acting == ["acting: Ministry of Industry", "acting: Ministry of Trade"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_body_without_a_name_on_that_day_is_printed_by_its_id(story, language):
    story.write("can", letters.named(from_on="2025-10-01"))
    story.report("can", letters.report(on="2025-01-03", bodies=("ministry", "unheard-of")))

    acting = page_of(story, language).by_id("P1.I1").one("p", "acting").characters
    words = phrases.NO_NAME.in_(language)
    assert acting.endswith(f"ministry ({words}), unheard-of ({words})")


@pytest.mark.parametrize("language", LANGUAGES)
def test_evidence_on_the_plan_as_a_whole_has_a_chapter_of_its_own(story, language):
    assert [one for one in page_of(story).every() if one.attributes.get("id") == "evidence"] == []
    cite(story, provision="", title="On all of it")

    chapter = page_of(story, language).by_id("evidence")
    assert chapter.one("h2").characters == phrases.EVIDENCE_ON_PLAN.in_(language)
    assert chapter.one("cite").characters == "On all of it"


def test_evidence_taken_back_stays_readable_and_is_marked(story):
    cited = cite(story)
    story.write("can", Withdrawn("error"), supersedes=cited, subject=letters.PLAN)

    section = page_of(story).by_id("P1.I1").one("section", "evidence")
    assert phrases.EVIDENCE_WITHDRAWN.en in section.characters


def test_what_a_source_calls_itself_is_only_ever_text(story):
    cite(story, title=HOSTILE, publisher=HOSTILE, account=HOSTILE)

    page = page_of(story)
    assert list(page.every("script")) == []
    assert page.by_id("P1.I1").one("cite").characters == HOSTILE


def test_the_marking_of_the_page_covers_evidence_and_names(story):
    plan = lambda: story.register().plans[letters.PLAN]  # noqa: E731 asked three times
    story = letters.Correspondence()
    story.agree("can", letters.charter(story.codes, ceiling="RED"), marking={"tlp": "CLEAR"})
    story.agree("can", letters.PlanAdopted(letters.plan()), subject=letters.PLAN, marking={"tlp": "CLEAR"})
    assert marking_of(plan()).label() == "TLP:CLEAR"

    story.write("can", letters.evidence(), subject=letters.PLAN, marking={"tlp": "GREEN"})
    assert marking_of(plan()).label() == "TLP:GREEN"
    story.write("can", letters.evidence(""), subject=letters.PLAN, marking={"tlp": "AMBER"})
    assert marking_of(plan()).label() == "TLP:AMBER"
    story.write("can", letters.named(leads=("P1.I1",)), marking={"tlp": "RED"})
    assert marking_of(plan()).label() == "TLP:RED"
