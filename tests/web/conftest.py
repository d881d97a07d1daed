"""Every page of the desk, rendered from pages built by hand: no table, no request, the real templates and catalogues."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import get_template
from django.utils import translation

from suivi.desk.identities import LinkShown
from suivi.desk.passkeys import PasskeyShown
from suivi.desk.sessions import SessionShown
from suivi.web.context import AUTONYMS
from tests.web import (
    sample_assessments,
    sample_bodies,
    sample_guides,
    sample_listings,
    sample_meetings,
    sample_named,
    sample_officers,
    sample_pages,
    sample_returns,
    sample_room,
    sample_workbooks,
)
from tests.web.sample_officer import SampleOfficer

Rendering = Callable[..., str]


def pages() -> dict[str, tuple[str, dict[str, Any]]]:
    """Each page by name: its template and what it is given."""
    shown = {
        "today": ("today.html", sample_pages.today()),
        "today-of-a-new-node": ("today.html", sample_pages.empty_today()),
        "plans": ("plans.html", sample_pages.plans()),
        "plan": ("plan.html", sample_pages.plan()),
        "plan-by-aims": ("plan.html", sample_pages.plan(kind="aim")),
        "commitment": ("commitment.html", sample_pages.commitment()),
        "commitment-where-accounts-differ": ("commitment.html", sample_pages.commitment("P2.I10")),
        "background": ("background.html", sample_pages.background()),
        "changes": ("changes.html", sample_pages.changes()),
        "changes-none": ("changes.html", sample_pages.no_changes()),
        "start": ("start.html", sample_pages.start()),
        "drafts": ("drafts.html", sample_pages.drafts()),
        "reading": ("reading.html", sample_pages.reading()),
        "reading-under-way": ("reading-under-way.html", sample_pages.under_way()),
        "reading-stopped": ("reading-under-way.html", sample_pages.under_way(stopped=True)),
        "reading-of-a-new-version": ("reading.html", sample_pages.new_version()),
        "tickets": ("tickets.html", sample_pages.tickets()),
        "ticket": ("ticket.html", sample_pages.ticket()),
        "ticket-approved": ("ticket.html", sample_pages.ticket("approved", approvals=2)),
        "ticket-released": ("ticket.html", sample_pages.ticket("released", approvals=2)),
        "joint-texts": ("joint-texts.html", sample_pages.joint_texts()),
        "joint-text": ("joint-text.html", sample_pages.joint_text()),
        "joint-text-in-effect": ("joint-text.html", sample_pages.joint_text("in-effect")),
        "returns": ("returns.html", sample_returns.returns()),
        "returns-none": ("returns.html", sample_returns.none_asked()),
        "returns-ask": ("returns-ask.html", sample_returns.ask()),
        "return": ("return.html", sample_returns.one()),
        "return-two-texts": ("return.html", sample_returns.two_texts()),
        "return-to-approve": ("return.html", sample_returns.to_approve()),
        "returns-approval": ("returns-approval.html", sample_returns.approval()),
        "evidence": ("evidence.html", sample_returns.evidence()),
        "workbook": ("workbook.html", sample_workbooks.workbook()),
        "workbook-unchanged": ("workbook.html", sample_workbooks.unchanged()),
        "room": ("room.html", sample_room.room()),
        "meeting": ("meeting.html", sample_meetings.meeting()),
        "meeting-none": ("meeting.html", sample_meetings.no_meeting()),
        "instrument": ("instrument.html", sample_meetings.instrument()),
        "bodies": ("bodies.html", sample_bodies.bodies()),
        "body": ("body.html", sample_bodies.body()),
        "named": ("named.html", sample_named.named()),
        "named-nothing-found": ("named.html", sample_named.named(found=())),
        "thing": ("thing.html", sample_named.thing()),
        "review": ("review.html", sample_pages.review()),
        "years": ("years.html", sample_pages.years()),
        "package": ("package.html", sample_assessments.package(sample_pages.LINE, sample_pages.DIGEST)),
        "package-closed": (
            "package.html",
            sample_assessments.package(sample_pages.LINE, sample_pages.DIGEST, minutes=sample_pages.DIGEST),
        ),
        "package-being-made": ("package-made.html", sample_assessments.making()),
        "package-made": ("package-made.html", sample_assessments.making(done=76, size=4_000_000)),
        "channel": ("channel.html", sample_pages.channel()),
        "commitments": ("listing.html", sample_listings.commitments_listed()),
        "reports": ("listing.html", sample_listings.reports_listed()),
        "search": ("listing.html", sample_listings.found()),
        "search-nothing-asked": ("listing.html", sample_listings.nothing_asked()),
    }
    others: dict[str, tuple[str, dict[str, Any]]] = {
        "sign-in": ("sign-in.html", {"officer": None, "next": ""}),
        "sign-in-refused": ("sign-in.html", {"officer": None, "next": "", "name": "A. Roy", "refused": True}),
        "sign-in-by-passkey": ("sign-in-code.html", {"officer": None, "passkeys": True, "codes": False}),
        "account": ("account.html", sample_account()),
        "taken-in": ("taken-in.html", {"sentences": [sample_pages.REPORT.words]}),
        "not-here": ("404.html", {"node": None}),
        "not-yours": ("403.html", {"node": None}),
        "not-understood": ("400.html", {"node": None, "large": True}),
        "failed": ("500.html", {"node": None, "officer": None}),
        "form-expired": ("form-expired.html", {"node": None, "typed": []}),
    }
    return {
        **{name: (template, {"page": page}) for name, (template, page) in shown.items()},
        **others,
        **sample_officers.pages(),
        **sample_guides.pages(),
    }


def sample_account() -> dict[str, Any]:
    """One's own account with everything there can be on it."""
    at = datetime.datetime(2026, 5, 4, 9, tzinfo=datetime.UTC)
    return {
        "on": True,
        "codes_on": False,
        "codes_left": 10,
        "passkeys": [PasskeyShown("1", "열쇠 d’Élise", at, at), PasskeyShown("2", "A key", at, None)],
        "ministry": "Ministry of Foreign Affairs",
        "links": [LinkShown("1", "0f3e-민수", "N. O’Brien", at)],
        "sessions": [SessionShown("1", at, "192.0.2.7", "Mozilla/5.0", current=True)],
    }


PAGES = pages()


@pytest.fixture
def rendered() -> Rendering:
    """The function that renders a page by name, in a language and a skin."""
    return render


def render(name: str, *, language: str, skin: str = "can", officer: SampleOfficer | None = None) -> str:
    """The markup of a page, as `officer` (else one with every mandate of a desk) is shown it."""
    template, given = PAGES[name]
    frame = {
        "node": sample_pages.party_facts(skin),
        "officer": officer or SampleOfficer(),
        "may": frozenset((officer or SampleOfficer()).mandates),
        "skin": skin,
        "day": sample_pages.DAY,
        "reading": language,
        "room": "",
        "tongues": [{"code": code, "name": autonym, "href": f"?language={code}"} for code, autonym in AUTONYMS.items()],
        "csrf_token": "proof-of-origin",
    }
    with translation.override(language):
        return get_template(template).render({**frame, **given})
