"""The public page of what a plan names: dialogues, instruments, documents and days, with the commitments that name them."""

from suivi.publish.markup import Html, element, joined
from suivi.publish.named import ANCHOR, NAMED, NAMED_SAY, in_groups
from suivi.publish.site import words
from suivi.publish.site.frame import Published, page_of
from suivi.publish.tongue import Tongue

NAME = "named.html"


def named(published: Published, language: str) -> bytes:
    """The page, which says so where nothing is entered."""
    tongue, title = published.tongue(language), published.tongue(language).say(NAMED)
    listed = in_groups(tongue, published.review, level=2, to="{}.html")
    content = [
        element("h1", title),
        element("p", tongue.say(NAMED_SAY), class_="note"),
        listed or element("p", tongue.say(words.NOTHING_NEW)),
    ]
    return page_of(published, language, *content, name=NAME, title=title)


def named_here(tongue: Tongue, published: Published, provision: str) -> Html:
    """What a commitment names, each leading to its line on the page of all; empty for nothing."""
    things = [one for one in published.review.named if provision in one.commitments]
    if not things:
        return Html("")
    links = [element("a", tongue.titled(one.names), href=f"{NAME}#{ANCHOR}-{one.thing.id}") for one in things]
    return element("p", tongue.say(words.NAMES), " ", joined(links, " · "), class_="small")
