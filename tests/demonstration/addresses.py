"""Where every page of the desk stands on the demonstration: each address of `web/urls.py`, filled in.

- An address that answers no GET holds no page; any other must be named here, or `unnamed` tells of it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import httpx
from django.urls import URLPattern, reverse

from suivi.cli.demonstration.actor import PASSWORD
from suivi.web.urls import urlpatterns
from tests.demonstration.playing import PLAN

METHOD_NOT_ALLOWED: Final = 405
YEAR = "from=2024-07-18&to=2025-07-17"
PAGES = {
    "today": ("/",),
    "start": ("/start",),
    "sign-in": ("/sign-in",),
    "plans": ("/plans",),
    "plan": (
        f"/plans/{PLAN}",
        f"/plans/{PLAN}?kind=aim&pillar=P2",
        f"/plans/{PLAN}?due=overdue",
        f"/plans/{PLAN}?as_of=2025-01-01&body=kor-mofa",
        f"/plans/{PLAN}?mode=patrol&comparison=neither",
    ),
    "background": (f"/plans/{PLAN}/background",),
    "named": (f"/plans/{PLAN}/named", f"/plans/{PLAN}/named?found=1"),
    "thing": (f"/plans/{PLAN}/named/strategic-dialogue", f"/plans/{PLAN}/named/classified-agreement"),
    "changes": (f"/plans/{PLAN}/changes?from=2025-01-01&to=2026-05-08",),
    "years": (f"/plans/{PLAN}/years?{YEAR}",),
    "review": (f"/plans/{PLAN}/review", f"/plans/{PLAN}/review?{YEAR}"),
    "room": (f"/plans/{PLAN}/room",),
    "package": (f"/plans/{PLAN}/package?{YEAR}",),
    "review-paper": (f"/plans/{PLAN}/review/html?{YEAR}",),
    "commitment": (
        f"/plans/{PLAN}/P1.I1",  # silent
        f"/plans/{PLAN}/P2.I1",  # an instrument, background, many sources
        f"/plans/{PLAN}/P2.I2",  # two activities
        f"/plans/{PLAN}/P2.I9",  # corrected, details differ
        f"/plans/{PLAN}/P2.I10",  # accounts differ
        f"/plans/{PLAN}/P5.I4?as_of=2026-01-01",
    ),
    "drafts": ("/drafts",),
    "reading": ("{draft}",),
    "tickets": ("/releases",),
    "ticket": ("{ticket}",),
    "joint-texts": ("/joint-texts",),
    "joint-text": ("{joint}",),
    "channel": ("/channel",),
    "public-site": ("/public/", "/public/en/", "/public/fr/", "/public/ko/"),
    "calendar": ("/calendar", "/calendar?month=2026-07-01"),
    "returns": ("/returns", "/returns?mine=yes"),
    "returns-ask": (f"/returns/ask?plan={PLAN}&provision=P2.I10",),
    "evidence": (f"/evidence?plan={PLAN}", f"/evidence?plan={PLAN}&provision=P2.I10"),
    "returns-approval": (f"/returns/approval/{PLAN}",),
    "return": ("{asked}",),
    "instruments": ("/instruments",),
    "bodies": ("/bodies",),
    "body": ("/bodies/kor-motir", "/bodies/can-gac?as_of=2025-01-01"),
    "instrument": ("{instrument}",),
    "meeting": ("{meeting}",),
    "own-step": ("{step}",),
    "officers": ("/officers",),
    "officer": ("/officers/1",),
    "history": ("/history", "/history?kind=home.approved"),
    "settings-check": ("/settings-check",),
    "set-up": ("/set-up",),
    "set-up-channel": ("/set-up/channel",),
    "set-up-nightly": ("/set-up/nightly",),
    "set-up-public": ("/set-up/public",),
    "help": ("/help",),
    "help-guide": ("/help/officers/guide", "/help/officers/refusals", "/help/administrators/guide"),
    "set-up-keys": ("/set-up/can-kor/keys", "/set-up/can-oth/keys"),
    "set-up-partner": ("/set-up/can-kor/partner",),
    "set-up-charter": ("/set-up/can-kor/charter",),
    "account": ("/account",),
    "second-factor": ("/account/second-factor",),
    "commitments": ("/commitments", "/commitments?comparison=differ"),
    "reports": ("/reports",),
    "search": ("/search", "/search?q=agreement", "/search?q=없는말"),
}
FILES = {
    "list-brief",
    "list-file",
    "selection",
    "set-up-list",
    "calendar-feed",
    "public-file",
    "proof",
    "evidence-file",
    "meeting-file",
    "workbook-out",
    "workbook-messages",
    "package-file",
    "passkey-new",
    "passkey-ask",
}  # what is saved or asked by a program, not read in the browser
LATER = {
    "ministry-begin",
    "ministry-back",
    "sign-in-code",
    "resume",
    "evidence-kept",
    "room-closed",
    "reading-under-way",
    "package-made",
    "workbook",
}  # the ministry's own sign-in, a closed review, a text being read, a package made, a workbook handed back: none is here
REFUSED = {
    f"/plans/{PLAN}/changes?to=2024-07-01": 404,
    f"/plans/{PLAN}/P9.I9": 404,
    "/nowhere": 404,
    f"/plans/{PLAN}?as_of=yesterday": 422,
}


class Visitor:
    """A signed-in officer without a browser, who finds what has an address of its own."""

    def __init__(self, client: httpx.Client, name: str) -> None:
        self.client = client
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', client.get("/sign-in").text)
        assert token
        form = {"csrfmiddlewaretoken": token[1], "name": name, "password": PASSWORD, "next": ""}
        assert client.post("/sign-in", data=form).status_code == 200

    def first(self, page: str, pattern: str) -> str:
        """The first address of that form on a page, empty if there is none."""
        found = re.search(f'href="({pattern})"', self.client.get(page).text)
        return found[1] if found else ""


@contextmanager
def visiting(root: str, name: str) -> Iterator[Visitor]:
    """A visitor to the desk at `root`, who leaves it afterwards."""
    with httpx.Client(base_url=root, follow_redirects=True, timeout=30) as client:
        yield Visitor(client, name)


def every_page(root: str, name: str) -> list[str]:
    """The address of every page named here that there is on the desk at `root`."""
    with visiting(root, name) as visitor:
        found = {
            "draft": visitor.first("/drafts", r"/drafts/[0-9]+"),
            "ticket": visitor.first("/releases", r"/releases/[0-9a-f]{64}"),
            "asked": visitor.first("/returns", r"/returns/[0-9]+"),
            "joint": visitor.first("/joint-texts", r"/joint-texts/[0-9a-f]{64}"),
            "instrument": visitor.first("/instruments", r"/instruments/[0-9A-Za-z-]+"),
            "step": visitor.first(f"/plans/{PLAN}/P2.I1", r"/activities/[0-9a-f]+/steps/[0-9]+"),
            "meeting": visitor.first(f"/plans/{PLAN}/P2.I2", r"/meetings/[0-9A-Za-z-]+"),
        }
    addresses = (address.format(**found) for named in PAGES.values() for address in named)
    return [address for address in addresses if address]


def unnamed(root: str, name: str) -> list[str]:
    """The names of addresses that answer a GET and are not named here."""
    with visiting(root, name) as visitor:
        others = [pattern for pattern in urlpatterns if pattern.name not in {*PAGES, *FILES, *LATER}]
        return [
            str(each.name) for each in others if visitor.client.get(_filled(each)).status_code != METHOD_NOT_ALLOWED
        ]


_EXAMPLES = {"digest": "0" * 64, "slug": PLAN, "str": "x", "path": "x", "int": 1}


def _filled(pattern: URLPattern) -> str:
    types = _typed(str(pattern.pattern))
    return reverse(str(pattern.name), "suivi.web.urls", kwargs={name: _EXAMPLES[kind] for name, kind in types.items()})


def _typed(route: str) -> dict[str, str]:
    return {name: kind or "str" for kind, name in re.findall(r"<(?:(\w+):)?(\w+)>", route)}
