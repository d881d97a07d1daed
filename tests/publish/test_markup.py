"""Markup: text is escaped once, and what is markup already passes unchanged."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from suivi.publish.markup import Html, element, joined, text, verbatim


class Characters(HTMLParser):
    """What a browser would show, and the tags it saw."""

    def __init__(self):
        super().__init__()
        self.shown, self.tags, self.attributes = "", [], {}

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, characters):
        self.shown += characters


def parsed(markup):
    parser = Characters()
    parser.feed(markup)
    parser.close()
    return parser


def test_what_somebody_wrote_never_becomes_markup():
    page = element("p", "<script>alert(1)</script>", title='"><img src=x>')

    assert page == '<p title="&quot;&gt;&lt;img src=x&gt;">&lt;script&gt;alert(1)&lt;/script&gt;</p>'


def test_markup_is_not_escaped_twice():
    assert element("p", element("b", "a & b")) == "<p><b>a &amp; b</b></p>"
    assert joined(["a", verbatim("<br>"), "b"], " & ") == "a &amp; <br> &amp; b"


def test_attributes_without_a_value_are_left_out_and_names_become_hyphenated():
    assert element("td", "x", class_="no", data_th="Canada", lang=None) == '<td class="no" data-th="Canada">x</td>'
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'


def test_characters_that_html_cannot_carry_become_a_visible_sign():
    assert text("a\x00b\x1bc\ud800d\te\nf") == "a\ufffdb\ufffdc\ufffdd\te\nf"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_text_comes_back_from_a_parser_as_it_went_in(characters):
    page = parsed(element("p", characters, title=characters))

    assert page.shown == characters
    assert page.tags == ["p"]
    assert page.attributes["title"] == characters


@given(st.text())
def test_escaping_gives_markup_that_needs_no_more_of_it(characters):
    escaped = text(characters)

    assert isinstance(escaped, Html)
    assert text(escaped) is escaped
