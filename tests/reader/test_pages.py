"""Saved web pages: the words a browser shows, block by block, without the page around them."""

import codecs
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES
from suivi.reader import read, read_file
from suivi.reader.refusals import EmptyFile, EntitiesDeclared, PageNotWhole, TextBuiltByScript, WronglyEncoded

PLAN = (
    "<h1>Plan of Canada and Korea</h1><h2>Pillar 1: Safe seas</h2><h3>Fisheries</h3>"
    "<p>Protect the fish of the two seas.</p><p>Initiatives: sign an agreement by 2027; train pilots.</p>"
)
BEFORE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Plan</title><style>p{}</style>
<script>document.write("The Ministers agreed to nothing at all here.")</script></head><body>
<ul id="wb-tphp"><li class="wb-slc"><a class="wb-sl" href="#wb-cont">Skip to main content</a></li></ul>
<header><section id="wb-lng"><h2 class="wb-inv">Language selection</h2><ul><li><a href="/fr">Français</a></li></ul></section>
<nav class="gcweb-menu"><ul><li><a href="/jobs">Jobs</a></li><li><a href="/trade">Strengthen trade with the world</a></li></ul></nav>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/ga">Global affairs</a></li></ol></header>
<div class="cookie-banner"><p>This site will use cookies to improve your visit.</p><button>Accept all cookies</button></div>
<main property="mainContentOfPage">"""
AFTER = """<div class="share-bar"><ul><li><a href="x">Share on Facebook</a></li><li><a href="y">Send by email</a></li></ul></div>
<section class="related-links"><h2>Related</h2><ul><li><a href="/n">Expand the network of the two trade offices</a></li></ul></section>
<div class="pagedetails"><dl id="wb-dtmd"><dt>Date modified:</dt><dd><time>2024-07-18</time></dd></dl></div></main>
<aside><a href="/sub">Receive the newsletter of the ministry</a></aside>
<footer><nav><a href="/terms">Terms</a></nav><p>The government will protect your privacy.</p></footer>
<noscript>Turn scripts on.</noscript></body></html>"""


def page(body, *, encoding="utf-8", name="page.html"):
    return read_file(body.encode(encoding), name=name)


def shown(body):
    return page(f"<!DOCTYPE html><html><body>{body}</body></html>").characters


def roles(body):
    text = page(f"<!DOCTYPE html><html><body>{body}</body></html>")
    return [(block.role, text.characters[block.start : block.end]) for block in text.blocks]


def found(text):
    draft = read(text)
    return [(each.id, each.kind, each.mode, " ".join(draft.text.at(each.span).split())) for each in draft.commitments]


def outline(text):
    return [(section.id, section.kind, section.label, section.title) for section in read(text).sections]


# The plan as a page


def as_page(characters):
    """The published plan as its government would set it: pillars second, themes third, the rest paragraphs."""
    parts = [part.strip() for part in characters.splitlines() if part.strip()]
    body = [f"<h1>{html.escape(parts[0])}</h1>"]
    for place, part in enumerate(parts[1:], start=1):
        tag = "h2" if part.startswith("Pilier") else "h3" if _is_theme(parts, place) else "p"
        body.append(f"<{tag}>{html.escape(part)}</{tag}>")
    return "\n".join(body)


def _is_theme(parts, place):
    under_pillar = any(part.startswith("Pilier") for part in parts[:place])
    return under_pillar and len(parts[place]) < 120 and parts[place][-1] not in ".:" and "Détails" not in parts[place]


@pytest.fixture(scope="module")
def published(shared):
    return read_file((shared / "plan/canada-coree-2024.fr.txt").read_bytes(), name="plan.txt")


@pytest.mark.parametrize(("before", "after"), [("", ""), (BEFORE, AFTER)], ids=["alone", "with the page around it"])
def test_the_published_plan_is_the_same_plan_as_a_page(published, before, after):
    saved = page(f"{before}{as_page(published.characters)}{after}")

    assert found(saved) == found(published)
    assert outline(saved) == outline(published)


def test_the_page_around_a_text_leaves_no_word_behind():
    saved = page(BEFORE + PLAN + AFTER)

    assert saved.characters == shown(PLAN)
    assert [words for *_, words in found(saved)] == [
        "Protect the fish of the two seas",
        "sign an agreement by 2027",
        "train pilots",
    ]


def test_a_page_without_a_main_part_keeps_its_prose_and_loses_its_menus():
    saved = page(
        '<html><body><div id="gnb"><a href="/a">메뉴</a> <a href="/b">소식</a></div><div class="view">'
        "<h3>한-캐나다 공동계획</h3><p>양국은 협력을 강화하기로 하였다.</p></div>"
        '<div id="footer"><a href="/p">개인정보</a></div></body></html>'
    )

    assert saved.characters == "한-캐나다 공동계획\n\n양국은 협력을 강화하기로 하였다."


def test_a_part_named_like_furniture_stays_where_it_holds_prose():
    theme = (
        '<section id="social" class="related"><h2>Social policy</h2><p>Extend the exchange of experts.</p></section>'
    )

    assert shown(f"<main>{theme}</main>") == "Social policy\n\nExtend the exchange of experts."


def test_a_table_of_contents_made_of_links_goes_with_its_heading():
    contents = (
        '<h2>On this page</h2><ul><li><a href="#a">Hold a dialogue</a></li><li><a href="#b">Train pilots</a></li></ul>'
    )

    assert shown(f"{contents}<h2 id='a'>Hold a dialogue</h2><p>Yearly.</p>") == "Hold a dialogue\n\nYearly."


@pytest.mark.parametrize(
    "hidden",
    ['<p hidden>Sign it.</p>', '<p style="display:none">Sign it.</p>', '<p class="sr-only">Sign it.</p>', "<template><p>Sign it.</p></template>", "<!-- Sign it. -->"],
)  # fmt: skip
def test_what_is_not_shown_is_not_read(hidden):
    assert shown(f"<p>Train pilots.</p>{hidden}") == "Train pilots."


# Blocks


def test_blanks_are_those_a_browser_shows_and_a_no_break_space_stays():
    body = "<p>  Initiatives&nbsp;:\n   tenir\tun <em>dia</em>logue\u202f; na\u00adger &amp; &lt;signer&gt;  </p>"

    assert shown(body) == "Initiatives\u00a0: tenir un dialogue\u202f; na\u00adger & <signer>"


def test_headings_items_cells_and_bold_lines_keep_their_role():
    body = (
        "<h2>Seas</h2><p><b>Fish</b></p><ul><li>One<ol><li>Two</li></ol></li><li><p>Three</p><p>Four</p></li></ul>"
        "<table><tr><th>Action<td>2026</table><dl><dt>Term<dd>Meaning</dl><pre>five\nsix</pre>"
    )

    assert roles(body) == [
        ("heading 2", "Seas"),
        ("bold", "Fish"),
        ("item 1", "One"),
        ("number 2", "Two"),
        ("item 1", "Three"),
        ("paragraph", "Four"),
        ("cell", "Action"),
        ("cell", "2026"),
        ("bold", "Term"),
        ("paragraph", "Meaning"),
        ("paragraph", "five\nsix"),
    ]


def test_a_bold_line_before_a_line_break_is_a_block_and_a_double_break_parts_paragraphs():
    assert roles("<p><strong>Seas</strong><br>Protect the fish.<br>Train pilots.<br><br>Sign it.</p>") == [
        ("bold", "Seas"),
        ("paragraph", "Protect the fish.\nTrain pilots."),
        ("paragraph", "Sign it."),
    ]


def test_a_table_that_lays_out_the_page_makes_paragraphs():
    assert roles("<table><tr><td><p>Seas</p><p>Fish.</p></td></tr></table>") == [
        ("paragraph", "Seas"),
        ("paragraph", "Fish."),
    ]


def test_items_of_a_page_are_commitments_under_the_item_they_stand_below():
    body = "<h1>Plan of Canada and Japan</h1><p>The Ministers agreed to:</p><ul><li>Ports<ul><li>sign an agreement on ports;</li><li>train pilots.</li></ul></li></ul>"

    assert [words for *_, words in found(page(f"<html><body>{body}</body></html>"))] == [
        "sign an agreement on ports",
        "train pilots",
    ]


# Encodings and names


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ("", "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="utf-8">', "utf-16"),
    ],
)
def test_the_same_words_come_out_of_every_encoding(head, encoding):
    body = f"<!DOCTYPE html><html><head>{head}</head><body><p>S’engager « là » – déjà.</p></body></html>"

    assert page(body, encoding=encoding).characters == "S’engager « là » – déjà."


def test_a_korean_page_is_read_in_the_encoding_it_declares():
    body = '<html><head><meta charset="euc-kr"></head><body><p>양국은 협력을 강화하기로 하였다.</p></body></html>'

    assert page(body, encoding="cp949").characters == "양국은 협력을 강화하기로 하였다."


def test_a_page_that_is_not_in_the_encoding_it_declares_is_refused():
    with pytest.raises(WronglyEncoded):
        read_file(b'<html><head><meta charset="euc-kr"></head><body>\xff\xff\x80</body></html>', name="page.html")


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml", "page", "plan.txt"])
@pytest.mark.parametrize(
    "opening",
    ["<!doctype html>", "\n<HTML lang=en>", '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html><html>', "<!-- saved from url=(0014)about:internet -->\n<html>", codecs.BOM_UTF8.decode() + "<html>"],
)  # fmt: skip
def test_a_page_is_known_by_how_it_begins(name, opening):
    assert page(f"{opening}<body><p>Train pilots.</p>", name=name).characters == "Train pilots."


def test_a_piece_of_a_page_is_read_if_its_name_says_so():
    assert page("<p>Train pilots.</p>", name="piece.html").characters == "Train pilots."
    assert page("<p>Train pilots.</p>", name="piece.md").characters == "<p>Train pilots.</p>"


# Pages that are not read


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div><script src="app.js"></script>',
        '<div id="app">Loading…</div><noscript>You need to enable JavaScript to run this application.</noscript><script>go()</script>',
        '<nav><a href="/">Home</a></nav><div>Please turn on JavaScript to see the text of this page.</div><script src="app.js"></script>',
    ],
)
def test_a_page_whose_text_is_built_by_script_is_refused_with_the_reason(body):
    with pytest.raises(TextBuiltByScript) as refused:
        page(f"<!DOCTYPE html><html><head></head><body>{body}</body></html>")

    assert all("script" in refused.value.sentence(language) for language in ("en", "fr"))
    assert "스크립트" in refused.value.sentence("ko")


@pytest.mark.parametrize("body", ["", "<p> &nbsp; </p>", "<nav><a href='/'>Home</a></nav>"])
def test_a_page_that_shows_nothing_is_refused(body):
    with pytest.raises(EmptyFile):
        page(f"<!DOCTYPE html><html><body>{body}</body></html>")


def test_a_page_that_goes_too_deep_is_refused_and_not_cut_short():
    with pytest.raises(PageNotWhole) as refused:
        page("<html><body>" + "<div>" * 5_000 + "Train pilots." + "</div>" * 5_000)

    assert all(refused.value.advice(language) for language in LANGUAGES)


def test_a_page_that_declares_entities_is_refused():
    bomb = '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>x &a; &b; &eacute;</p>'

    with pytest.raises(EntitiesDeclared):
        page(bomb)


# Any page at all

TAGS = st.sampled_from(
    "p h1 h2 h3 ul ol li table tr td th div main article section nav header footer aside b strong br span a pre dl dt dd script noscript".split()
)
PIECES = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.sampled_from(
        ["Train pilots.", "The Ministers agreed to sign it; and ", "&nbsp;", "&#0;", "&#xD800;", "<!--", "-->", "<![CDATA[", "]]>", "<", "&", '<div class="menu">', "<a href=#x>", "\n", "\x0b"]
    ),
    st.text(max_size=8),
)  # fmt: skip


@given(body=st.lists(PIECES, max_size=40).map("".join))
def test_any_page_is_read_or_refused_with_blocks_in_order_and_every_span_inside(body):
    try:
        text = page("<html>" + body)
        draft = read(text)
    except Refusal:
        return

    ends = [0]
    for block in text.blocks:
        assert ends[-1] <= block.start < block.end <= len(text.characters)
        assert text.characters[ends[-1] : block.start].strip("\n") == ""
        ends.append(block.end)
    assert all(each["text"] == text.characters[each["start"] : each["end"]] for each in draft.value()["commitments"])
