"""The text of a reading: every character of it, in order, with each commitment tied to the outline."""

import re
from dataclasses import replace
from html import unescape

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from suivi.desk.pages import CommitmentRead, DoubtShown, ReadingPage, TextRead
from suivi.plan.words import Words
from suivi.web.templatetags.suivi import marked_text
from tests.web import sample_pages


def shown(page: ReadingPage) -> str:
    with translation.override("en"):
        return str(marked_text(page, page.texts[0]))


def characters(markup: str) -> str:
    without_numbers = re.sub(r'<a href="#o-.*?</a>', "", markup)
    return unescape(re.sub(r"<[^>]*>", "", without_numbers))


def test_nothing_of_the_text_is_lost_or_added() -> None:
    page = sample_pages.reading()

    assert characters(shown(page)) == page.texts[0].characters.replace("\n", "")


def test_a_commitment_is_marked_with_exactly_its_characters() -> None:
    page = sample_pages.reading()
    start, end = page.commitments[0].spans["fr"]

    marked = re.search(rf'<mark id="s-fr-{re.escape(page.commitments[0].id)}".*?</mark>', shown(page))

    assert marked is not None
    assert characters(marked[0]) == page.texts[0].characters[start:end]


def test_a_doubtful_commitment_asks() -> None:
    markup = shown(sample_pages.reading())

    assert '<mark id="s-fr-P2.I2" class="ask">' in markup
    assert '<mark id="s-fr-P2.I3" class="">' in markup


def test_what_is_no_commitment_is_not_marked() -> None:
    assert "s-fr-P2.I10" not in shown(sample_pages.reading())


def test_markup_in_a_text_is_shown_and_not_obeyed() -> None:
    page = sample_pages.reading()
    text = TextRead(language="fr", name="x", characters="<script>alert(1)</script> & so on", sha256="0" * 64)
    page = replace(page, texts=(text,), commitments=(), sections=())

    assert shown(page) == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on</p>"


@given(
    st.text(alphabet="ab<&\n가", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6)
)
def test_any_spans_over_any_text_keep_every_character(text: str, spans: list[tuple[int, int]]) -> None:
    kind, mode = sample_pages.KINDS[0], sample_pages.MODE_TERMS[0]
    doubt = DoubtShown(code="split", says=Words("a", "b", "c"), language="fr", start=0, end=0)
    reads = tuple(
        CommitmentRead(
            id=f"P1.I{place}",
            kind=kind,
            mode=mode,
            section=None,
            spans={"fr": (min(start, len(text)), min(start + length, len(text)))},
            doubts=(doubt,) if place % 2 else (),
        )
        for place, (start, length) in enumerate(spans)
    )
    read = TextRead(language="fr", name="x", characters=text, sha256="0" * 64)
    page = replace(sample_pages.reading(), texts=(read,), commitments=reads, sections=())

    assert characters(shown(page)) == text.replace("\n", "")
