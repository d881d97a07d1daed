"""Front: the choice of a language, and the list of plans made public."""

from collections.abc import Sequence

from suivi.plan.words import LANGUAGES
from suivi.publish.markup import Html, element, joined
from suivi.publish.site import words
from suivi.publish.site.frame import Published, document, updated
from suivi.publish.tongue import AUTONYMS, Tongue


def choice(plans: Sequence[Published], *, demonstration: bool) -> bytes:
    """The first page of the site: its name in every language, and the way into each."""
    tongue = Tongue(language="en", names={})
    ways = (element("li", _way(language, plans)) for language in LANGUAGES)
    heading = element("h1", " · ".join(words.SITE.in_(language) for language in LANGUAGES))
    addresses = {language: f"{language}/index.html" for language in LANGUAGES}
    listed = element("ul", *ways, class_="ways")
    name = words.SITE.in_("en")
    return document(
        tongue,
        heading,
        listed,
        title=name,
        name=name,
        home="index.html",
        up="",
        tongues=addresses,
        demonstration=demonstration,
    )


def _way(language: str, plans: Sequence[Published]) -> Html:
    titles = (published.plan.titles.get(language) or published.plan.id for published in plans)
    name = element("strong", AUTONYMS[language].capitalize())
    return element("a", name, " ", " · ".join(titles), href=f"{language}/index.html", lang=language, hreflang=language)


def front(plans: Sequence[Published], language: str, *, demonstration: bool) -> bytes:
    """The plans made public, each with a sentence and when it was last updated."""
    tongue = Tongue(language=language, names={})
    name = tongue.say(words.SITE)
    listed = [_plan(published, language) for published in plans]
    about = element("p", element("a", tongue.say(words.ABOUT), href="about.html"))
    addresses = {code: f"../{code}/index.html" for code in LANGUAGES}
    nothing = element("p", tongue.say(words.NOTHING_NEW))
    content = [element("h1", tongue.say(words.PLANS)), *(listed or [nothing]), about]
    return document(
        tongue,
        *content,
        title=name,
        name=name,
        home="index.html",
        up="../",
        tongues=addresses,
        demonstration=demonstration,
    )


def _plan(published: Published, language: str) -> Html:
    tongue = published.tongue(language)
    title = tongue.titled(published.plan.titles) or published.plan.id
    parties = joined([tongue.party(code) for code in published.names], " – ")
    link = element("a", title, href=f"{published.plan.id}/index.html")
    said = element("p", updated(tongue, published), class_="small")
    return element("article", element("h2", link), element("p", parties), said, class_="card")
