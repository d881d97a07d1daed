"""Downloads and reviews: what can be taken away, each file with what it holds and how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suivi.plan.words import Words
from suivi.publish import phrases
from suivi.publish.markup import Html, element
from suivi.publish.site import words
from suivi.publish.site.frame import Published, framed_table, page_of
from suivi.publish.tongue import Tongue


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file to take away: its `name`, the name of its format, what it `holds`, and its bytes."""

    name: str
    format: str
    holds: Words
    octets: bytes


def downloads(published: Published, language: str, files: Sequence[Download]) -> bytes:
    """The page of downloads of a plan."""
    tongue = published.tongue(language)
    title = tongue.say(words.DOWNLOADS)
    rows = [_row(tongue, published, one) for one in files]
    heads = [tongue.say(head) for head in (words.DATA, words.FORMAT, words.HOLDS, words.SIZE)]
    table = framed_table(heads, rows, caption=title) if rows else element("p", tongue.say(words.NOTHING_NEW))
    return page_of(published, language, element("h1", title), table, name="downloads.html", title=title)


def _row(tongue: Tongue, published: Published, one: Download) -> list[str]:
    link = element("a", one.name, href=f"../../data/{published.plan.id}/{one.name}")
    return [link, one.format, tongue.say(one.holds), str(len(one.octets))]


def reviews(published: Published, language: str, periods: Sequence[tuple[date, date]]) -> bytes:
    """The page of the yearly reviews; `periods` are first and last days, oldest first."""
    tongue = published.tongue(language)
    title = tongue.say(words.REVIEWS)
    items = [_review(tongue, published, first, last) for first, last in reversed(periods)]
    listed = element("ul", *items) if items else element("p", tongue.say(words.NOTHING_NEW))
    note = element("p", tongue.say(words.REVIEWS_SAY), class_="note")
    return page_of(published, language, element("h1", title), note, listed, name="reviews.html", title=title)


def _review(tongue: Tongue, published: Published, first: date, last: date) -> Html:
    days = tongue.days(first.isoformat(), last.isoformat())
    link = element(
        "a", tongue.say(phrases.REVIEW), " ", days, href=f"review-{first.isoformat()}-{last.isoformat()}.html"
    )
    under_way = last > published.review.period.to_on
    return element("li", link, f" ({tongue.say(words.SO_FAR)})" if under_way else "")
