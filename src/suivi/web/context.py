"""What every page knows besides its own matter: the node, the reader, the language, and how to change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from suivi.desk import clock, queries
from suivi.web import past as days

AUTONYMS: Final = {"en": "English", "fr": "Français", "ko": "한국어"}
_OF_PAGE: Final[ContextVar[str]] = ContextVar("language of the page", default="")
SKINS: Final = ("can", "kor")  # a party without a skin of its own wears the first


def node(request: HttpRequest) -> dict[str, Any]:
    """`node` (`NodeFacts`), `today`, `may` (what the officer may do somewhere), `knows_people`, `officer`, `skin`, `reading` (its language), `tongues`, `room` and `past` (`web/past.py`)."""
    known = getattr(request, "officer", None)
    may, knows_people = (queries.abilities_of(known), queries.may_know_people(known)) if known else (frozenset(), False)
    return {
        "node": queries.node_facts(),
        "today": clock.today(),
        "may": may,
        "knows_people": knows_people,
        **frame(request),
    }


def frame(request: HttpRequest) -> dict[str, Any]:
    """The part of the frame that needs no table: for pages that say the node itself has failed."""
    return {
        "officer": getattr(request, "officer", None),
        "skin": skin_of(settings.SUIVI_PARTY),
        "reading": reading(),
        "tongues": tongues(request),
        "past": days.control(request),
        "room": request.path.strip("/").split("/")[0],
    }


def skin_of(party: str) -> str:
    """The skin a party's node wears."""
    return party if party in SKINS else SKINS[0]


@contextmanager
def page_in(language: str) -> Iterator[None]:
    """While a page is made in `language`, one of the house's: `reading` then needs no look at what Django has activated."""
    token = _OF_PAGE.set(language)
    try:
        yield
    finally:
        _OF_PAGE.reset(token)


def reading() -> str:
    """The language of the page being made, one of the house's; asked for hundreds of times by each page."""
    if made_in := _OF_PAGE.get():
        return made_in
    language = (get_language() or "en").split("-")[0]
    return language if language in AUTONYMS else "en"


def tongues(request: HttpRequest) -> list[dict[str, str]]:
    """The languages of the house with the address of this very page in each; filters and days chosen stay in it.

    A page shown in answer to a form has no address of its own: its links lead to the page the form stood on.
    """
    place = urlsplit(request.get_full_path() if request.method in ("GET", "HEAD") else place_before(request))
    asked = [(name, value) for name, value in parse_qsl(place.query) if name != "language"]
    return [
        {"code": code, "name": name, "href": f"{place.path}?{urlencode([*asked, ('language', code)])}"}
        for code, name in AUTONYMS.items()
    ]


def place_before(request: HttpRequest) -> str:
    """The page a form stood on, if it was one of ours; else the first page."""
    before = request.headers.get("Referer", "")
    return before if url_has_allowed_host_and_scheme(before, {request.get_host()}) else "/"
