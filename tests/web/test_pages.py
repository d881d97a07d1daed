"""Every page, in every language and both skins: sound markup, labelled, and nothing a strict policy would stop."""

import itertools
import re
from html import unescape

import pytest

from suivi.plan.words import LANGUAGES
from tests.web.conftest import PAGES, Rendering
from tests.web.markup import Markup
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
    markup = Markup(rendered(name, language=language))

    assert markup.named("script", "style", "iframe") == []
    handlers = [
        key for element in markup.elements for key in element.attributes if key == "style" or key.startswith("on")
    ]
    assert handlers == []


@every_page
@every_language
def test_a_page_asks_nothing_of_another_server(rendered: Rendering, name: str, language: str) -> None:
    source = rendered(name, language=language)

    assert re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]*"', source) == []


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


@every_language
def test_a_release_shows_the_bytes_as_words_and_as_canonical_json(rendered: Rendering, language: str) -> None:
    source = rendered("ticket", language=language)

    assert source.count("Les pourparlers sur l’accord de coproduction audiovisuelle se poursuivent.") == 2
    assert "&quot;provision&quot;:&quot;P5.I4&quot;" in source
    assert 'type="password"' in source


def test_an_empty_desk_says_what_to_do_next(rendered: Rendering) -> None:
    markup = Markup(rendered("today-of-a-new-node", language="en"))

    empty = [element for element in markup.elements if element.attributes.get("class") == "empty"]
    ways_on = [link.attributes["href"] for link in markup.named("a") if link.around[-1:] == ("p",)]
    assert len(empty) == 4
    assert ways_on == ["/plans", "/channel", "/drafts", "/joint-texts"]


def test_the_filters_of_a_plan_keep_what_was_chosen(rendered: Rendering) -> None:
    source = rendered("plan-by-aims", language="en")

    assert '<option value="aim" selected>' in source
    assert "Of 11 aims" in source
