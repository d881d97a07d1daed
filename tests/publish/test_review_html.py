"""The review as one offline file: everything on it, nothing retouched, the same bytes in both capitals."""

import dataclasses
import itertools
import random
import re

import pytest

from suivi.log.canonical import canonical
from suivi.modes import MODES
from suivi.plan.days import day_in
from suivi.plan.words import LANGUAGES
from suivi.publish.drawn import accounts_apart, due_ahead, standing_by_pillar
from suivi.publish.phrases import ASKED, NOT_TOLD
from suivi.publish.pictures.drawing import shown
from suivi.publish.review_html import marking_of, review_html, tongue_of
from suivi.record.changes import Withdrawn
from suivi.record.reports import STAGES
from suivi.register.reports import COMPARISONS, Comparison
from suivi.review.package import review_of
from suivi.review.words import CHAPTERS, Chapter
from tests.publish import journey
from tests.publish.outlines import golden_file, outline
from tests.publish.pages import read_page
from tests.register import correspondence as letters

HOSTILE = (
    "</p><script>alert(document.cookie)</script>",
    '"><img src="https://elsewhere.example/x.png" onerror="alert(1)">',
    '=HYPERLINK("https://elsewhere.example";"here")',
    "@import url(https://elsewhere.example/a.css); } body { display: none",
    "&lt;b&gt; &amp;amp; &#60;",
    "</style></head></html><!-- ",
    "한글 \u0301 e\u0301 \U0001f98c \u00a0 line\nafter line",
    "{total} %s {0.__class__} {{ braces }}",
)


@pytest.fixture(scope="module")
def review():
    return journey.the_review()


@pytest.fixture(scope="module")
def pages(review):
    return {language: read_page(review_html(review, language)) for language in LANGUAGES}


def small_review(**said):
    """A review of the little plan of the register's tests, with one report by Canada."""
    story = letters.under_way()
    story.report("can", letters.report(**said))
    return reviewed(story)


def reviewed(story):
    texts = {letters.plan().texts[0].sha256: letters.TEXT_EN}
    return review_of(story.register(), letters.PLAN, journey.PERIOD, texts=texts)


def printed(review, language="en"):
    return read_page(review_html(review, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outline_of_the_demonstration_review_is_the_golden_one(pages, language):
    assert outline(pages[language]) == golden_file(language).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agreed_words_of_every_place_stand_on_the_page_to_the_character(review, pages, language):
    places = [place.id for standing in review.standings for place in standing.provision.places]

    assert len(places) == 81
    for place in places:
        quoted = pages[language].by_id(place).one("blockquote")
        assert quoted.characters == review.agreed[place][language]
        assert quoted.attributes["lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_account_of_both_parties_stands_beside_the_other_in_the_order_of_the_charter(review, pages, language):
    for standing in review.standings:
        sides = list(pages[language].by_id(standing.provision.id).every("section", "side"))
        assert [side.one("h5").characters.split("\n")[0][:3] for side in sides] == _names(review, language)
        for side, (party, accounts) in zip(sides, standing.accounts.items(), strict=True):
            signed = list(side.every("p", "signed"))
            words = [one.characters for one in signed]
            assert all(account.account[language] in words for account in accounts), party
            assert all(one.attributes["lang"] == language for one in signed)


def _names(review, language):
    return [party.names[language][:3] for party in review.parties]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pillar_has_a_page_with_the_mark_and_the_comparison_of_each_commitment(review, pages, language):
    for chapter in review.chapters:
        page = pages[language].by_id(chapter.section.id if chapter.section else "G")
        lines = [row for row in page.every("tr") if row.attributes.get("class", "").startswith("compared-")]
        assert len(lines) == len(_places(chapter))
        for line in lines:
            comparison = Comparison(line.attributes["class"].removeprefix("compared-"))
            assert line.one("td", "pic").one("span", "vh").characters == COMPARISONS[comparison].in_(language)
            assert line.one("td", "pic").one("svg").attributes["aria-hidden"] == "true"


def _places(chapter):
    return [*chapter.places, *(place for part in chapter.parts for place in _places(part))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_begins_with_a_sentence_of_the_figures(review, pages, language):
    total = review.figures[-1]
    lede = pages[language].by_id("cover").one("p", "lede").characters

    reported = total.total - total.comparisons[Comparison.NEITHER]
    assert {str(reported), str(total.total), str(total.comparisons[Comparison.DIFFER])} <= set(re.findall(r"\d+", lede))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_matter_is_asked_on_the_cover_and_told_in_its_chapter(review, pages, language):
    asked = pages[language].by_id("cover").one("section", "asked").characters
    told = pages[language].by_id("matters").characters

    assert review.matters
    for matter in review.matters:
        assert matter.says.in_(language) in told
        assert matter.provision.removeprefix("P").replace(".I", ".") in asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_name_each_log_with_its_size_and_root_and_the_digest_of_the_review(review, pages, language):
    sources = pages[language].by_id("sources")
    rows = [[cell.characters for cell in row.children] for row in sources.one("tbody").children]

    assert [(row[0], row[1], row[3]) for row in rows] == [
        (origin, str(source.size), source.root) for origin, source in review.sources.items()
    ]
    assert all(source.last_on[:4] in row[2] for row, source in zip(rows, review.sources.values(), strict=True))
    assert review.digest() in sources.characters


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_the_plan_stands_what_differs_and_what_comes_are_drawn_with_the_same_figures_as_tables(review, language):
    page, tongue = review_html(review, language).decode("utf-8"), tongue_of(review, language)

    made = [draw(tongue, review) for draw in (standing_by_pillar, accounts_apart, due_ahead)]
    titles = [f'<title id="{picture.name}-t">{picture.title}</title>' for picture in made]
    assert sorted(titles, key=page.index) == [titles[0], titles[1], titles[2]]
    assert [shown(picture, language) in page for picture in made] == [True, True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_recorded_half_a_year_later_says_so(pages, language):
    late = pages[language].by_id("P5.I2").one("span", "late").characters

    assert "204" in late


def test_a_correction_stands_with_the_words_it_replaced(pages):
    article = pages["en"].by_id("P2.I9")

    assert "thirty-nine possible breaches" in article.characters
    assert (
        article.one("p", "before").characters == "The operation in the North Pacific ended with forty-one inspections."
    )


def test_what_a_party_withdrew_is_still_readable_and_marked():
    story = letters.under_way()
    filed = story.report("can")
    story.write("can", Withdrawn("error"), supersedes=filed, subject=letters.PLAN)

    account = printed(reviewed(story)).by_id("P1.I1").one("div", "withdrawn")
    assert "We met." in account.characters
    assert "withdrawn by its party" in account.characters


def test_words_in_another_language_say_which_and_are_named():
    page = printed(small_review(account="We met."), "ko")

    quoted = page.by_id("P1.I1").one("blockquote")
    labels = [tag.characters for tag in page.by_id("P1.I1").every("span", "tag")]
    assert page.one("html").attributes["lang"] == "ko"
    assert (quoted.attributes["lang"], quoted.characters) == ("en", "We will meet every year.")
    assert set(labels) == {"English"}


def test_a_commitment_without_titles_is_named_by_its_number_and_one_without_text_makes_no_words_up():
    story = letters.under_way()
    review = review_of(story.register(), letters.PLAN, journey.PERIOD, texts={})

    page = printed(review)
    assert "1.1" in page.by_id("P1").characters
    assert list(page.by_id("P1.I1").every("blockquote")) == []


def test_a_commitment_in_two_places_is_told_once_and_pointed_to_from_the_other(pages):
    there = pages["fr"].by_id("P4.I7")

    assert list(there.every("section", "side")) == []
    assert there.one("a").attributes["href"] == "#P3.I4"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marking_of_the_most_sensitive_record_stands_on_every_page_and_is_not_translated(review, pages, language):
    page = pages[language]

    sheets = list(page.every("article", "a4"))
    assert marking_of(review.register).label() == "TLP:GREEN"
    assert len(sheets) == 7
    assert [sheet.one("div", "edge").one("span", "tlp").characters for sheet in sheets] == ["TLP:GREEN"] * 7
    assert page.one("header", "mast").one("span", "tlp").characters == "TLP:GREEN"
    assert page.one("footer", "foot").one("span", "tlp").characters == "TLP:GREEN"
    assert 'content: "TLP:GREEN"' in page.one("style").characters


def test_one_record_of_a_higher_marking_raises_that_of_the_whole_review():
    story = letters.under_way()
    story.report("kor", marking={"tlp": "AMBER"})

    assert printed(reviewed(story)).one("footer").one("span", "tlp").characters == "TLP:AMBER"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words(hostile):
    page = printed(small_review(account=hostile))

    account = page.by_id("P1.I1").one("div", "account")
    assert account.one("p", "signed").characters == hostile
    assert list(page.every("script")) == list(page.every("img")) == list(page.every("link")) == []
    assert not any(name.startswith("on") for one in page.every() for name in one.attributes)


@pytest.mark.parametrize("hostile", HOSTILE[:4])
def test_hostile_titles_of_plan_and_commitment_are_shown_as_words(hostile):
    provisions = tuple(dataclasses.replace(one, titles={"en": hostile}) for one in letters.PROVISIONS)
    story = letters.Correspondence()
    story.open()
    story.adopt(dataclasses.replace(letters.plan(provisions=provisions), titles={"en": hostile}))

    page = printed(reviewed(story))
    assert hostile in page.one("head").one("title").characters
    assert hostile in page.by_id("P1.I1").one("h4").characters
    assert list(page.every("script")) == list(page.every("img")) == []


def test_a_very_long_account_is_printed_whole():
    long = "A sentence that does not end, " * 20_000

    assert (
        printed(small_review(account=long)).by_id("P1.I1").one("div", "account").one("p", "signed").characters == long
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_asks_nothing_of_any_network(review, language):
    octets = review_html(review, language)
    page = read_page(octets)

    addresses = [value for one in page.every() for name, value in one.attributes.items() if name in {"src", "href"}]
    ids = {one.attributes["id"] for one in page.every() if "id" in one.attributes}
    assert all(address.removeprefix("#") in ids for address in addresses)
    assert not re.search(rb"url\(|@import|@font-face|<script|<link|<img|<iframe", octets)
    policies = [meta.attributes["content"] for meta in page.every("meta") if "http-equiv" in meta.attributes]
    assert ["default-src 'none'" in policy for policy in policies] == [True]


def test_no_id_is_given_twice(pages):
    for page in pages.values():
        ids = [one.attributes["id"] for one in page.every() if "id" in one.attributes]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_one_level_at_a_time(pages, language):
    levels = [int(one.tag[1]) for one in pages[language].every() if re.fullmatch("h[1-6]", one.tag)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_two_capitals_that_received_the_records_in_another_order_print_the_same_bytes(review):
    entries = journey.played().entries()
    random.Random(7).shuffle(entries)
    register = journey.played().fold(entries).register()

    other = review_of(register, review.plan.id, journey.PERIOD, texts=journey.texts()[1])
    assert canonical(other.value()) == canonical(review.value())
    assert [review_html(other, language) for language in LANGUAGES] == [
        review_html(review, language) for language in LANGUAGES
    ]


def test_a_review_of_the_first_year_does_not_tell_of_the_second():
    page = printed(journey.the_review(journey.FIRST_YEAR))

    assert "Gyeongju" not in page.characters
    assert "third one is foreseen for 2025" in page.characters


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_on_which_nobody_reported_prints_with_its_silence(language):
    page = printed(reviewed(letters.under_way()), language)

    silent = [one.characters for one in page.by_id("P1").every("span", "silent-word")]
    assert set(silent) == {COMPARISONS[Comparison.NEITHER].in_(language)}
    assert CHAPTERS[Chapter.MATTERS].in_(language) in page.by_id("matters").characters


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_are_said_in_the_words_of_the_records(pages, language):
    said = {one.characters for one in pages[language].every("span", "said")}

    known = {words.in_(language) for words in STAGES.values()} | {COMPARISONS[Comparison.NEITHER].in_(language)}
    assert said <= known


def test_a_language_the_house_does_not_speak_is_refused(review):
    with pytest.raises(KeyError):
        review_html(review, "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_review_says_of_every_activity_what_it_wants_to_know_and_what_nobody_has_told(review, pages, language):
    held, decided, *_ = MODES["dialogue"].questions
    # G1: proposed, convened and held; nobody has sealed what was decided.
    pairs = list(pages[language].by_id("G1").every("dl", "pairs"))[-1].children
    told = {term.characters: words.characters for term, words in zip(pairs[::2], pairs[1::2], strict=True)}

    assert day_in(language, "2025-03-07") in told[held.words.in_(language)]
    assert decided.words.in_(language) in told[NOT_TOLD.in_(language)]
    assert held.words.in_(language) not in told[NOT_TOLD.in_(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_activity_under_a_commitment_is_asked_what_its_mode_asks(review, pages, language):
    for standing in review.standings:
        label = pages[language].by_id(standing.provision.id).every("p", "label")

        assert sum(one.characters == ASKED.in_(language) for one in label) == len(standing.activities)
