"""About: how the register comes about, how anybody can check it, the fingerprints of the keys, and whom to ask."""

from collections.abc import Mapping, Sequence

from suivi.plan.words import LANGUAGES
from suivi.publish.markup import element, text
from suivi.publish.site import words
from suivi.publish.site.frame import Published, document, framed_table
from suivi.publish.tongue import Tongue


def about(
    plans: Sequence[Published],
    language: str,
    fingerprints: Mapping[str, str],
    *,
    contact: str,
    demonstration: bool,
) -> bytes:
    """The page about the site."""
    names = {code: named for published in plans for code, named in published.names.items()}
    tongue = Tongue(language=language, names=names)
    rows = [[tongue.party(code), element("code", fingerprint)] for code, fingerprint in fingerprints.items()]
    keys = tongue.say(words.KEYS)
    content = [
        element("h1", tongue.say(words.ABOUT)),
        element("h2", tongue.say(words.HOW_IT_WORKS)),
        element("p", tongue.say(words.HOW)),
        element("h2", keys),
        framed_table(["", keys], rows, caption=keys, class_="logs") if rows else "",
        element("h2", tongue.say(words.CONTACT)),
        element("p", text(contact) if contact else tongue.say(words.NO_CONTACT)),
        element("p", element("a", tongue.say(words.PLANS), href="index.html")),
    ]
    return document(
        tongue,
        *content,
        title=tongue.say(words.ABOUT),
        name=tongue.say(words.SITE),
        home="index.html",
        up="../",
        tongues={code: f"../{code}/about.html" for code in LANGUAGES},
        demonstration=demonstration,
    )
