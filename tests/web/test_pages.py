"""Every page, in every language and both skins: sound markup, labelled, and nothing a strict policy would stop."""

import itertools
import re
from dataclasses import replace
from html import unescape

import pytest

from suivi.desk.pages import PillarRows
from suivi.plan.words import LANGUAGES
from tests.web import sample_pages
from tests.web.conftest import PAGES, Rendering, render
from tests.web.markup import Markup
from tests.web.sample_officer import SampleOfficer
from tools.catalogues import catalogue, phrases

every_page = pytest.mark.parametrize("name", PAGES)
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_skin = pytest.mark.parametrize("skin", ["can", "kor"])


@every_page
@every_language
@every_skin
def test_a_page_closes_what_it_opens_and_has_one_main_heading(
    rendered: Rendering, name: str, language: str, skin: str
) -> None:
    markup = Markup(rendered(name, language=language, skin=skin))

    root = markup.named("html")[0]
    assert markup.open == []
    assert (root.attributes["lang"], root.attributes["data-skin"]) == (language, skin)
    assert len(markup.named("h1")) == 1
    assert len(markup.named("main")) == 1


@every_page
@every_language
def test_a_page_carries_no_script_and_no_style_of_its_own(rendered: Rendering, name: str, language: str) -> None:
    source = rendered(name, language=language)

    markup = Markup(source)
    assert markup.named("style", "iframe") == []
    assert re.findall(r"<script[^>]*>(?!</script>)", source) == []  # a script is a file of this server, or nothing
    handlers = [
        key for element in markup.elements for key in element.attributes if key == "style" or key.startswith("on")
    ]
    assert handlers == []


@every_page
@every_language
def test_a_page_asks_nothing_of_another_server(rendered: Rendering, name: str, language: str) -> None:
    markup = Markup(rendered(name, language=language))

    asked = [element for element in markup.elements if element.name != "a"]
    addresses = [each.attributes.get(key, "") for each in asked for key in ("src", "href", "action")]
    assert [address for address in addresses if re.match(r"(?:https?:)?//", address)] == []


@every_page
def test_a_source_is_a_link_that_says_nothing_of_where_it_was_followed(rendered: Rendering, name: str) -> None:
    markup = Markup(rendered(name, language="en"))

    sources = [link for link in markup.named("a") if link.attributes.get("href", "").startswith("https://")]
    assert [link for link in sources if "noreferrer" not in link.attributes.get("rel", "")] == []


@every_page
@every_language
def test_every_box_has_a_label(rendered: Rendering, name: str, language: str) -> None:
    markup = Markup(rendered(name, language=language))

    labelled = {label.attributes.get("for") for label in markup.named("label")}
    bare = [box for box in markup.fields() if box.attributes.get("id") not in labelled and "label" not in box.around]
    assert bare == []


@every_page
@every_language
def test_every_id_is_unique_and_every_reference_finds_one(rendered: Rendering, name: str, language: str) -> None:
    markup = Markup(rendered(name, language=language))

    ids = markup.ids()
    assert len(ids) == len(set(ids))
    references = ("aria-labelledby", "aria-describedby", "for")
    named = [element.attributes[key] for element in markup.elements for key in references if key in element.attributes]
    inside = [a.attributes["href"][1:] for a in markup.named("a") if a.attributes.get("href", "").startswith("#")]
    assert {word for words in named for word in words.split()} | set(inside) <= set(ids)


@every_page
@every_language
def test_headings_step_down_one_level_at_a_time(rendered: Rendering, name: str, language: str) -> None:
    markup = Markup(rendered(name, language=language))

    levels = [int(heading.name[1]) for heading in markup.named("h1", "h2", "h3", "h4", "h5", "h6")]
    jumps = [(above, below) for above, below in itertools.pairwise(levels) if below > above + 1]
    assert jumps == []


@every_page
@every_language
def test_every_form_that_changes_something_proves_its_origin(rendered: Rendering, name: str, language: str) -> None:
    source = rendered(name, language=language)

    posting = re.findall(r'<form[^>]*method="post".*?</form>', source, re.DOTALL)
    assert [form for form in posting if "csrfmiddlewaretoken" not in form] == []


@every_page
@pytest.mark.parametrize("language", ["fr", "ko"])
def test_no_page_falls_back_to_english(rendered: Rendering, name: str, language: str) -> None:
    source = " ".join(unescape(rendered(name, language=language)).split())
    # A guide not written in Korean is shown in English, and every part of it is marked so.
    source = re.sub(r'<(article|ul) [^>]*lang="en"[^>]*>.*?</\1>', "", source)

    sentences = [phrase.english for phrase in phrases(catalogue("fr")) if phrase.english.count(" ") > 2]
    assert [sentence for sentence in sentences if "%(" not in sentence and sentence in source] == []


@every_language
def test_agreed_words_stand_as_they_were_read_and_say_their_language(rendered: Rendering, language: str) -> None:
    source = rendered("commitment", language=language)

    agreed = "moderniser la coopération bilatérale en matière de sécurité et de défense en lançant"
    assert re.search(rf'<blockquote class="signed" lang="fr">{agreed}', source)


@every_language
def test_what_has_not_left_stands_on_internal_ground(rendered: Rendering, language: str) -> None:
    source = rendered("commitment", language=language)

    ground = re.search(r'<section class="internal".*?</section>', source, re.DOTALL)
    word = {"en": "Internal", "fr": "Interne", "ko": "내부"}[language]
    assert ground is not None
    assert word in ground[0]
    assert "TLP:GREEN" in ground[0]


@every_language
def test_a_joint_text_says_before_the_button_that_the_last_to_concur_is_bound(
    rendered: Rendering, language: str
) -> None:
    source = rendered("joint-text", language=language)

    warning = {"en": "bound at once", "fr": "liée aussitôt", "ko": "합의 즉시 구속"}[language]
    assert 0 < source.index(warning) < source.index("/concur")
    assert 0 < source.index("U+0430") < source.index("/concur")


@every_language
def test_a_release_shows_the_bytes_as_words_and_as_canonical_json(rendered: Rendering, language: str) -> None:
    source = rendered("ticket", language=language)

    assert source.count("Les pourparlers sur l’accord de coproduction audiovisuelle se poursuivent.") == 2
    assert "&quot;provision&quot;:&quot;P5.I4&quot;" in source
    assert 'type="password"' in source


def test_an_empty_desk_says_what_to_do_next(rendered: Rendering) -> None:
    markup = Markup(rendered("today-of-a-new-node", language="en"))

    empty = [element for element in markup.elements if element.attributes.get("class") == "empty"]
    inside = (link for link in markup.named("a") if "main" in link.around)
    ways_on = [link.attributes["href"] for link in inside if link.around[-1:] == ("p",)]
    assert len(empty) == 5
    assert ways_on == ["/plans", "/plans", "/channel", "/drafts", "/joint-texts"]


def test_the_filters_of_a_plan_keep_what_was_chosen(rendered: Rendering) -> None:
    source = rendered("plan-by-aims", language="en")

    assert '<option value="aim" selected>' in source
    assert "Of 11 aims" in source


@every_page
@every_language
def test_every_picture_has_a_title_a_description_and_its_figures_in_a_table(
    rendered: Rendering, name: str, language: str
) -> None:
    source = rendered(name, language=language)

    figures = re.findall(r"<figure.*?</figure>", source, re.DOTALL)
    assert [
        figure[:80] for figure in figures if not re.search(r"<title id=.*<desc id=.*<table", figure, re.DOTALL)
    ] == []


@every_language
def test_background_stands_apart_from_the_accounts_that_are_compared(rendered: Rendering, language: str) -> None:
    source = rendered("commitment", language=language)

    compared = re.search(r'<section aria-labelledby="both-h".*?</section>', source, re.DOTALL)
    apart = re.search(r'<section aria-labelledby="past-h".*?</section>', source, re.DOTALL)
    assert compared is not None
    assert apart is not None
    assert "2024-05-31" not in compared[0]
    assert apart[0].count('datetime="2024-05-31"') >= 2


def test_a_source_keeps_its_own_language_and_a_body_without_a_name_says_so(rendered: Rendering) -> None:
    source = rendered("commitment", language="fr")

    assert '<cite lang="ko">제2차 한-캐나다' in source
    assert "mofa</span> (aucun nom à cette date)" in source


def test_what_lags_behind_the_other_side_is_due_and_is_not_counted_as_past_its_day(rendered: Rendering) -> None:
    words = rendered("today", language="en")

    assert "<strong>1 matter is past its day</strong>" in words
    assert '<span class="differs">' in words


@pytest.mark.parametrize("name", ["drafts", "reading", "channel"])
def test_who_only_reads_is_offered_no_form_that_writes(rendered: Rendering, name: str) -> None:
    markup = Markup(rendered(name, language="en", officer=SampleOfficer(mandates=[])))

    posting = [form.attributes["action"] for form in markup.named("form") if "main" in form.around]
    assert [action for action in posting if not action.endswith("/propose")] == []  # which the query alone offers


def test_the_start_tells_the_story_in_six_steps_with_links_into_both_nodes(rendered: Rendering) -> None:
    markup = Markup(rendered("start", language="en"))

    steps = [element for element in markup.named("h3") if "ol" in element.around]
    ways = [link.attributes["href"] for link in markup.named("a") if link.around[-1] == "p"]
    assert len(steps) == 6
    assert "http://127.0.0.1:8002/start?language=en" in ways
    assert "/plans/canada-korea-2024/P2.I10" in ways


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1 of 4 steps is done"), ("fr", "1 étape sur 4 est faite"), ("ko", "4단계 중 1단계 완료")],
)
def test_a_word_goes_with_the_one_it_counts(rendered: Rendering, language: str, said: str) -> None:
    assert said in unescape(rendered("set-up", language=language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Of 1 aim, 1 has a report."),
        ("fr", "Sur 1 objectif, 1 fait l’objet d’un rapport."),
        ("ko", "협력 방향 1건 가운데 1건에 보고가 있습니다."),
    ],
)
def test_a_plan_of_one_aim_is_counted_in_the_singular(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    page = sample_pages.plan(kind="aim")
    rows = [row for part in page.pillars for row in part.rows]
    told = next(row.accounts for row in rows if any(row.stages))
    aim = next(row for row in rows if row.commitment.kind.code == "aim")
    one = replace(page, pillars=(PillarRows(pillar=None, rows=(replace(aim, accounts=told),)),))
    monkeypatch.setitem(PAGES, "plan-of-one-aim", ("plan.html", {"page": one}))

    shown = unescape(re.sub("<[^>]+>", "", render("plan-of-one-aim", language=language)))

    assert said in shown
