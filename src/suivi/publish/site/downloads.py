"""Downloads and reviews: what can be taken away, each file with what it holds and how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suivi.plan.when import Period
from suivi.plan.words import Words
from suivi.publish import days, phrases
from suivi.publish.markup import Html, element, joined
from suivi.publish.proved import links_to
from suivi.publish.site import words
from suivi.publish.site.frame import Published, framed_table, page_of
from suivi.publish.site.review_page import review_name
from suivi.publish.tongue import Tongue, number_of
from suivi.record.minutes import OUTCOMES
from suivi.register.minutes import DecisionStanding, MinutesStanding


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


def reviews(published: Published, language: str, periods: Sequence[Period]) -> bytes:
    """The page of the yearly reviews, `periods` oldest first, and of the minutes both sides have sealed."""
    tongue = published.tongue(language)
    title = tongue.say(words.REVIEWS)
    items = [_review(tongue, published, one.from_on, one.to_on) for one in reversed(periods)]
    listed = element("ul", *items) if items else element("p", tongue.say(words.NOTHING_NEW))
    note = element("p", tongue.say(words.REVIEWS_SAY), class_="note")
    agreed = [_minutes(tongue, published, one) for one in reversed(published.review.register.minutes)]
    if agreed:
        agreed.insert(0, element("h2", tongue.say(words.AGREED_MINUTES)))
    return page_of(published, language, element("h1", title), note, listed, *agreed, name="reviews.html", title=title)


def _minutes(tongue: Tongue, published: Published, standing: MinutesStanding) -> Html:
    """Minutes in effect: their words, the review they close, every decision with what each side says of it."""
    agreed = standing.agreed
    text = next((one for one in published.review.register.joint_texts if one.leaf.hex() == standing.key), None)
    parts: list[str] = [element("h3", tongue.day(agreed.on)), tongue.signed(agreed.minutes)]
    if agreed.closing is not None:
        span = days.span_in(tongue.language, agreed.closing.from_on, agreed.closing.to_on)
        parts.append(element("p", tongue.say(words.CLOSES, days=span), class_="small"))
    if standing.decisions:
        parts.append(element("h4", tongue.say(words.DECISIONS)))
        parts.append(element("ol", *(_decision(tongue, one) for one in standing.decisions)))
    return element("article", *parts, links_to(tongue, text), class_="sheet")


def _decision(tongue: Tongue, standing: DecisionStanding) -> Html:
    decision = standing.decision
    owed = ", ".join(tongue.party(code) for code in decision.parties)
    by = joined([f" · {tongue.say(words.DUE_BY)} ", tongue.day(decision.due_on)]) if decision.due_on else ""
    about = element("a", number_of(decision.provision), href=f"{decision.provision}.html") if decision.provision else ""
    followed = (
        element(
            "p",
            element("strong", tongue.party(one.party), ": ", tongue.say(OUTCOMES[one.said.outcome])),
            " ",
            tongue.day(one.said.on),
            " ",
            tongue.record(one.log, one.seq),
            tongue.signed(one.said.account),
            class_="small",
        )
        for one in standing.followed
    )
    number = element("strong", decision.id, " ")
    said = element("p", number, owed, by, " ", about, class_="small")
    return element("li", said, tongue.signed(decision.words), *followed)


def _review(tongue: Tongue, published: Published, first: date, last: date) -> Html:
    said = tongue.days(first.isoformat(), last.isoformat())
    link = element("a", tongue.say(phrases.REVIEW), " ", said, href=review_name(first, last))
    under_way = last > published.review.period.to_on
    return element("li", link, f" ({tongue.say(words.SO_FAR)})" if under_way else "")
