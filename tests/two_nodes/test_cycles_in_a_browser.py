"""Two working lives in a real browser, scripts off, both capitals: a secretariat's cycle and a treaty officer's.

- Every act is an officer's: forms filled, two approvals, a release; the file crosses as it would by courier.
- Nothing is awaited by the clock: a press waits for the page it leads to.
"""

import re
import shutil

import icalendar
import pytest

from tests.two_nodes.capitals import OFFICERS, PLAN
from tests.two_nodes.test_desk_in_a_browser import Reader, chromium, served

__all__ = ["chromium"]

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "fr", "ko")


class Capital:
    """One side: two officers at their windows, and the file for the other side."""

    def __init__(self, browser, root, party, language, folder):
        self.first, self.second = (Reader(browser, root, name, language) for name in OFFICERS[party])
        self.root, self.folder, self.party = root, folder, party

    @property
    def page(self):
        return self.first.page

    def opens(self, address):
        return self.first.opens(address)

    def leaves(self):
        """The ticket on the page is approved by both and released."""
        ticket = self.page.url.removeprefix(self.root)
        assert ticket.startswith("/releases/"), self.first.words
        self.first.approves(ticket)
        self.second.approves(ticket)
        self.second.presses("form[action$='/release'] button")

    def crosses_to(self, other):
        self.opens("/channel")
        with self.page.expect_download() as given:
            self.page.click("form[action$='/hand-over'] button")
        file = self.folder / f"from-{self.party}.suivi"
        given.value.save_as(file)
        other.opens("/channel")
        other.page.set_input_files("form[action$='/take-in'] input[type=file]", file)
        other.first.presses("form[action$='/take-in'] button")

    def downloads(self, selector):
        """The bytes of the file behind a link."""
        with self.page.expect_download() as given:
            self.page.click(selector)
        return given.value.path().read_bytes()

    def takes(self, address, step, on, **details):
        """A step filled in on the page at `address` and let out."""
        self.opens(address)
        form = self.page.locator(f"form[action$='/{step}']")
        # With scripts off a folded form is opened by its summary, as a hand would.
        form.locator("xpath=ancestor::details[1]/summary").click()
        for name, value in details.items():
            self.fills(form, f"detail-{name.replace('_', '-')}", value)
        form.locator("input[name=on]").fill(on)
        self.first.presses(form.locator("button[type=submit]"))
        self.leaves()

    @staticmethod
    def fills(form, name, value):
        if isinstance(value, dict):
            for language, words in value.items():
                form.locator(f"textarea[name='{name}-{language}']").fill(words)
            return
        box = form.locator(f"[name='{name}']")
        box.select_option(value) if box.evaluate("box => box.tagName") == "SELECT" else box.fill(value)

    def concurs(self):
        """The joint text that waits is concurred in and let out."""
        self.opens("/joint-texts")
        for address in self.page.locator("main a[href^='/joint-texts/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        ):
            self.opens(address)
            concur = self.page.locator("form[action$='/concur'] button")
            if concur.count():
                self.first.presses(concur)
                self.leaves()
                return
        raise AssertionError("no joint text waits for this side")


def words(text):
    return dict.fromkeys(LANGUAGES, text)


@pytest.fixture
def capitals(chromium, stages, tmp_path):
    """Both sides at their desks, the plan in effect; the Canadian desk in French, the Korean one in Korean."""
    for party in ("can", "kor"):
        shutil.copytree(stages / "planned" / party, tmp_path / party)
    with served(tmp_path / "can") as ottawa, served(tmp_path / "kor") as seoul:
        yield (
            Capital(chromium, ottawa, "can", "fr", tmp_path),
            Capital(chromium, seoul, "kor", "ko", tmp_path),
        )


def opened(side, provision, mode, link):
    """An activity opened in a mode; the address of its own page."""
    side.opens(f"/plans/{PLAN}/{provision}")
    side.page.locator("form[action$='/activity'] select").select_option(mode)
    side.first.presses("form[action$='/activity'] button[type=submit]")
    side.leaves()
    side.opens(f"/plans/{PLAN}/{provision}")
    return side.page.locator(f"a[href^='/{link}/']").first.get_attribute("href")


def together(proposer, other):
    """A joint text goes there, is concurred in, comes back sealed, and is sealed there too."""
    proposer.crosses_to(other)
    other.concurs()
    other.crosses_to(proposer)
    proposer.crosses_to(other)


def test_a_secretariat_prepares_convenes_holds_minutes_concludes_and_finds_the_open_decision_on_the_next_agenda(
    capitals,
):
    ottawa, seoul = capitals
    meeting = opened(ottawa, "P2.I10", "dialogue", "meetings")
    ottawa.takes(meeting, "propose", "2024-10-01", date="2024-11-05", level="directors-general")
    ottawa.takes(
        meeting, "schedule", "2024-10-02", date="2024-11-05", hour="09:00", zone="America/Toronto", minutes="90"
    )

    # Prepare: people, an item; the invitation, with the hour on both clocks.
    ottawa.opens(meeting)
    for kind, typed in (
        ("participant", {"words": "Directrice", "address": "d@gc.example", "organises": True}),
        ("item", {"words": "Points de contact"}),
    ):
        form = ottawa.page.locator(f"form:has(input[name=kind][value={kind}])")
        form.locator("xpath=ancestor::details[1]/summary").click()
        for name, value in typed.items():
            box = form.locator(f"[name={name}]")
            box.check() if value is True else box.fill(value)
        ottawa.first.presses(form.locator("button[type=submit]"))
    assert "Points de contact" in ottawa.first.words
    calendar = icalendar.Calendar.from_ical(ottawa.downloads("a[href*='invitation.ics']"))
    assert (calendar["method"], calendar.walk("VEVENT")[0]["sequence"]) == ("REQUEST", 1)

    # Convene together, hold, tell.
    ottawa.takes(meeting, "convene", "2024-10-10", date="2024-11-05", place="Ottawa", agenda=words("Cyber"))
    together(ottawa, seoul)
    assert "23:00" in seoul.opens(meeting)  # nine in the morning in Ottawa, told in Seoul
    seoul.takes(meeting, "hold", "2024-11-05", date="2024-11-05", participants=words("Two delegations"))
    seoul.crosses_to(ottawa)
    ottawa.takes(
        meeting, "tell", "2024-11-06", date="2024-11-04", participants=words("Two delegations"), account=words("Good")
    )
    ottawa.opens(meeting)
    assert ottawa.page.locator("section[aria-labelledby=told-h] .differs").count() == 1

    # Minutes, with a decision that somebody owes by a day; conclude.
    form = ottawa.page.locator("form[action$='/minutes']")
    form.locator("xpath=ancestor::details[1]/summary").click()
    Capital.fills(form, "minutes", words("The delegations met."))
    Capital.fills(form, "resolution", words("Agreed."))
    Capital.fills(form, "words-D1", words("Name a contact point."))
    form.locator("input[name=parties-D1][value=can]").check()
    form.locator("input[name=due-D1]").fill("2024-12-31")
    ottawa.first.presses(form.locator("button[type=submit]"))
    ottawa.leaves()
    together(ottawa, seoul)
    ottawa.takes(meeting, "conclude", "2024-11-06", decisions=words("A contact point"))
    together(ottawa, seoul)

    # Next agenda: the decision is still owed; settled, it is gone.
    ottawa.takes(meeting, "renew", "2025-01-10", date="2025-11-05", level="directors-general")
    assert "Name a contact point." in ottawa.opens(meeting)
    owed = ottawa.page.locator("section[aria-labelledby=agenda-h] form[action*='/room/decisions/']")
    owed.locator("xpath=ancestor::details[1]/summary").click()
    owed.locator("input[value=done]").check()
    Capital.fills(owed, "account", {"fr": "Désigné."})
    owed.locator("input[name=on]").fill("2025-02-01")
    ottawa.first.presses(owed.locator("button[type=submit]"))
    ottawa.leaves()
    ottawa.opens(meeting)
    assert ottawa.page.locator("section[aria-labelledby=agenda-h] article").count() == 0
    assert ottawa.page.locator("section[aria-labelledby=series-h] ul > li").count() == 2


def test_a_treaty_officer_leads_an_agreement_from_the_mandate_to_its_entry_into_force(capitals):
    ottawa, seoul = capitals
    page = opened(ottawa, "P2.I1", "instrument", "instruments")
    ottawa.takes(page, "mandate", "2024-08-01", authority="Cabinet")
    ottawa.crosses_to(seoul)
    seoul.takes(page, "mandate", "2024-08-02", authority="대통령")
    seoul.takes(page, "expect", "2024-08-03", expected="sign", until="2024-09-30", reason=words("Visit"))
    seoul.takes(page, "table", "2024-08-04", version="1", text={"en": "Secrets are protected."}, changes=words("First"))
    seoul.crosses_to(ottawa)
    ottawa.takes(
        page, "table", "2024-08-20", version="2", text={"en": "All secrets are protected."}, changes=words("All")
    )
    ottawa.opens(page)
    assert ottawa.page.locator("ins").all_inner_texts() == ["All secrets"]

    clause = {"entry_clause": "notification", "entry_days": "30"}
    ottawa.takes(
        page, "adopt", "2024-09-01", instrument="agreement", title=words("Secrets"), term="indefinite", **clause
    )
    together(ottawa, seoul)
    for side, on in ((ottawa, "2024-10-30"), (seoul, "2024-10-31")):
        side.takes(page, "sign", on, signatory="Minister", place="Ottawa")
    ottawa.crosses_to(seoul)
    seoul.opens(page)
    assert re.search(r"31", seoul.page.locator("section[aria-labelledby=dates-h] td.late").inner_text())
    for side, on in ((seoul, "2024-11-10"), (ottawa, "2024-11-20")):
        side.crosses_to(ottawa if side is seoul else seoul)
        side.takes(page, "ratify", on, procedure="government", authority="Cabinet")
    ottawa.crosses_to(seoul)
    seoul.crosses_to(ottawa)

    force = ottawa.page.locator("section[aria-labelledby=force-h] time")
    ottawa.opens(page)
    assert force.last.get_attribute("datetime") == "2024-12-20"  # thirty days from the last notification
    ottawa.takes(page, "enter", "2024-12-20", date="2024-12-20")
    together(ottawa, seoul)
    for side in capitals:
        side.opens(page)
        assert side.page.locator("ol.course li[aria-current=step]").count() == 1
        assert side.page.locator("ol.course li.ahead").count() == 0
