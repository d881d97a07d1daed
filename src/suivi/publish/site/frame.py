"""Frame: what surrounds every page of the public site, and the plan it speaks of.

- No script and nothing from elsewhere: a policy in each page forbids it.
- Every page bears TLP:CLEAR, says when and by whom it was last updated, and has itself in the other languages.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.plan.plan import Plan
from suivi.plan.words import LANGUAGES
from suivi.publish import phrases
from suivi.publish.markup import Html, element, joined, verbatim
from suivi.publish.site import words
from suivi.publish.tongue import AUTONYMS, Tongue, marking
from suivi.review.package import Review

STYLE: Final = "site.css"
PROOFS: Final = "../../proof/"
"""Where the proof files of the site stand, as seen from a page of a plan."""
_POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
_SKINS: Final = {"ko": "kor"}
# A mark of `lintel.py`, whole: its classes, its box, what is drawn. None stands inside another.
_MARK: Final = re.compile(
    r'(?P<opening><svg(?P<at> x="[^"]*" y="[^"]*" width="12" height="12")? class="lintel[^"]*" viewBox="(?P<box>[^"]*)"[^>]*>)'
    r"(?P<drawn>.*?)</svg>"
)
_LABEL: Final = "TLP:CLEAR"


@dataclass(frozen=True, kw_only=True)
class Published:
    """A plan made public: `review` is that of the whole life of the plan up to its last public record.

    `names` are the parties' by code and language, in charter order. `updated_by` is the party of the last public
    record and `updated_at` its instant; both empty while nothing but the plan is public. `records` counts them.
    """

    review: Review
    names: Mapping[str, Mapping[str, str]]
    updated_at: str
    updated_by: str
    records: int
    demonstration: bool = False

    @property
    def plan(self) -> Plan:
        """The plan version in force."""
        return self.review.plan

    def tongue(self, language: str) -> Tongue:
        """The reader's language for this plan."""
        authentic = tuple(text.language for text in self.plan.texts if text.authentic)
        return Tongue(language=language, names=self.names, authentic=authentic, proofs=PROOFS)


def page_of(published: Published, language: str, *content: str, name: str, title: str) -> bytes:
    """A page of one plan called `name` (`index.html`), with its menu; `title` is plain text."""
    tongue = published.tongue(language)
    plan = published.plan.titles.get(language) or published.plan.id
    menu = (
        ("index.html", words.PLAN),
        ("new.html", words.CHANGES),
        ("reviews.html", words.REVIEWS),
        ("named.html", words.NAMED_MENU),
        ("sources.html", words.SOURCES),
        ("downloads.html", words.DOWNLOADS),
        ("../about.html", words.ABOUT),
    )
    items = (element("li", _to(address, tongue.say(said), name)) for address, said in menu)
    nav = element(
        "nav", element("div", element("ul", *items), class_="wrap"), class_="rooms", aria_label=tongue.say(words.MENU)
    )
    feed = Html('<link rel="alternate" type="application/atom+xml" href="feed.atom">')
    return document(
        tongue,
        *content,
        head=feed,
        nav=nav,
        title=f"{title} – {plan}" if title != plan else plan,
        name=plan,
        home="../index.html",
        up="../../",
        tongues={code: f"../../{code}/{published.plan.id}/{name}" for code in LANGUAGES},
        foot=joined([element("p", updated(tongue, published)), element("p", tongue.say(words.WORKING_TITLES))]),
        demonstration=published.demonstration,
    )


def _to(address: str, said: str, here: str) -> Html:
    return element("a", said, href=address, aria_current="page" if address == here else None)


def updated(tongue: Tongue, published: Published) -> Html:
    """When the last public record was made, and by whom; and on how many the page rests."""
    if not published.updated_at:
        return joined([tongue.say(words.NEVER_UPDATED)])
    # The words around the day are cut at its place, so that the day keeps its markup.
    before, after = tongue.say(words.LAST_UPDATED, party=tongue.party(published.updated_by), day="\0").split("\0")
    count = tongue.say(words.RECORDS, count=published.records)
    return joined([before, tongue.day(published.updated_at[:10]), after, " ", count])


def document(
    tongue: Tongue,
    *content: str,
    title: str,
    name: str,
    home: str,
    up: str,
    tongues: Mapping[str, str],
    foot: str = "",
    head: str = "",
    nav: str = "",
    demonstration: bool = False,
) -> bytes:
    """A whole page in UTF-8; `up` leads to the root of the site, `tongues` to this page in each language."""
    inside = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        Html(f'<link rel="stylesheet" href="{up}{STYLE}">'),
        *(Html(f'<link rel="alternate" hreflang="{code}" href="{address}">') for code, address in tongues.items()),
        head,
    ]
    banner = element("p", tongue.say(phrases.DEMONSTRATION), class_="banner", role="note") if demonstration else ""
    mast = element(
        "div",
        element("a", name, class_="name", href=home),
        element("span", tongue.say(words.SITE), class_="channel"),
        marking(_LABEL),
        _tongues(tongue, tongues),
        class_="wrap",
    )
    body = element(
        "body",
        element("a", tongue.say(phrases.SKIP), class_="skip", href="#main"),
        element("header", banner, mast, class_="mast"),
        nav,
        *_drawn_once(element("main", element("div", *content, class_="wrap"), id="main", tabindex="-1")),
        element("footer", element("div", marking(_LABEL), foot, class_="wrap"), class_="foot"),
        class_="public",
    )
    skin = _SKINS.get(tongue.language, "can")
    whole = element("html", element("head", *inside), body, lang=tongue.language, data_skin=skin)
    return joined([Html("<!doctype html>\n"), whole, "\n"]).encode("utf-8")


def _drawn_once(main: Html) -> tuple[Html, Html]:
    """The marks that `main` repeats, drawn once and out of sight, and `main` pointing to them: a page half as heavy."""
    counts = Counter((found["box"], found["drawn"]) for found in _MARK.finditer(main))
    names = {mark: f"m{place}" for place, (mark, count) in enumerate(counts.items()) if count > 1}
    # The styles of a mark reach a copy of it only from within: the symbol bears the class too.
    symbols = [
        verbatim(f'<symbol id="{name}" class="lintel" viewBox="{box}">{drawn}</symbol>')
        for (box, drawn), name in names.items()
    ]
    sheet = element("svg", *symbols, class_="lintel drawn-once", aria_hidden="true", focusable="false")
    pointing = _MARK.sub(lambda found: _use(found, names), main)
    return (sheet if symbols else Html("")), verbatim(pointing)


def _use(found: re.Match[str], names: Mapping[tuple[str, str], str]) -> str:
    name = names.get((found["box"], found["drawn"]))
    if name is None:
        return found[0]
    if found["at"]:  # within a picture, where the copy itself can be placed
        return f'<use href="#{name}"{found["at"]}/>'
    return f'{found["opening"]}<use href="#{name}"/></svg>'


def _tongues(tongue: Tongue, addresses: Mapping[str, str]) -> Html:
    links = (_tongue(tongue, code, address) for code, address in addresses.items())
    return element("nav", *links, class_="tongues", aria_label=tongue.say(words.LANGUAGE))


def _tongue(tongue: Tongue, code: str, address: str) -> Html:
    name = AUTONYMS[code].capitalize()
    if code == tongue.language:
        return element("b", name, lang=code, aria_current="true")
    return element("a", name, href=address, lang=code, hreflang=code)


def framed_table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, class_: str | None = None
) -> Html:
    """A table that scrolls sideways on a small screen; the first cell of a row heads it."""
    lines = (
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    )
    table = element(
        "table",
        element("caption", caption, class_="vh"),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *lines),
        class_=class_,
    )
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label=caption)
