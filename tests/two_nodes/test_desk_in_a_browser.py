"""The desk in a real browser, with scripts off: a text read, a report filed, approved by two officers and released.

The servers are those of `suivi serve`, on copies of nodes that have a sealed charter and a plan in effect.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.presses import PATIENCE, presses
from tests.two_nodes.capitals import OFFICERS, PLAN
from tests.two_nodes.orders import PASSWORD

CHROMIUM = "/usr/bin/chromium"
SAMPLE = Path("src/suivi/cli/demonstration")
ACCOUNTS = {
    "en": "The working group met in Ottawa.",
    "fr": "Le groupe de travail s’est réuni à Ottawa.",
    "ko": "실무그룹이 오타와에서 회의를 개최하였다.",
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """Debian's Chromium, or a loud skip where there is none."""
    if not Path(CHROMIUM).exists():
        pytest.skip("THE DESK WAS NOT TRIED IN A BROWSER: chromium is not installed (apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the desk of the node in `folder`, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "suivi.cli", "serve", "--data", str(folder), "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    try:
        _wait_for(f"http://127.0.0.1:{port}/sign-in")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answers at {address}")


class Reader:
    """One officer at one browser window, without scripts unless asked for."""

    def __init__(self, browser, root: str, name: str, language: str, *, scripts: bool = False) -> None:
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        self.page, self.root, self.language = context.new_page(), root, language
        self.page.goto(f"{root}/sign-in?language={language}")
        self.page.fill("input[name=name]", name)
        self.page.fill("input[name=password]", PASSWORD)
        self.presses("main button[type=submit]")

    def presses(self, pressed: object) -> None:
        """Press what leads to another page, and see that page."""
        presses(self.page, pressed)

    def opens(self, address: str) -> str:
        """The words of the page at `address`."""
        answer = self.page.goto(f"{self.root}{address}")
        assert answer.status == 200, f"{address}: {answer.status}"
        return self.words

    @property
    def words(self) -> str:
        """What the main part of the page says."""
        return str(self.page.inner_text("main"))

    def approves(self, address: str) -> None:
        """Approve the exact bytes of the ticket at `address`, the password typed again."""
        self.opens(address)
        self.page.fill("form[action$='/approve'] input[name=password]", PASSWORD)
        self.presses("form[action$='/approve'] button")


@pytest.mark.parametrize("language", ACCOUNTS)
def test_a_report_goes_from_the_form_to_the_shared_log_through_two_officers(chromium, stages, tmp_path, language):
    folder = tmp_path / "can"
    shutil.copytree(stages / "planned" / "can", folder)
    with served(folder) as root:
        author, second = (Reader(chromium, root, name, language) for name in OFFICERS["can"])
        author.opens(f"/plans/{PLAN}/P1.I1")
        report = author.page.locator(f"form[action$='/{PLAN}/P1.I1/report']")
        report.locator("input[name=stage][value=done]").check()
        report.locator(f"textarea[name=account-{language}]").fill(ACCOUNTS[language])
        report.locator("input[name=on]").fill("2024-10-01")
        author.presses(report.locator("button[type=submit]").last)
        ticket = author.page.url.removeprefix(root)
        assert ACCOUNTS[language] in author.words

        author.approves(ticket)
        assert author.page.locator("form[action$='/release'] button").count() == 0
        second.approves(ticket)
        second.presses("form[action$='/release'] button")

        shown = second.opens(f"/plans/{PLAN}/P1.I1")
        assert ACCOUNTS[language] in shown
        assert "suivi/can/can-kor" in shown


def test_a_text_is_read_settled_and_proposed_on_the_page(chromium, stages, tmp_path):
    folder = tmp_path / "can"
    shutil.copytree(stages / "chartered" / "can", folder)
    with served(folder) as root:
        officer = Reader(chromium, root, OFFICERS["can"][0], "fr")
        officer.opens("/drafts")
        officer.page.fill("input[name=plan]", "sample-2024")
        for place, tongue in enumerate(("fr", "en", "ko"), start=1):
            officer.page.set_input_files(f"#file-{place}", str(SAMPLE / f"plan.{tongue}.txt"))
        officer.presses("form[enctype] button[type=submit]")
        # On a slow machine the reading is watched under way first, on a page that leads to the draft by itself.
        officer.page.wait_for_url(re.compile(r"/drafts/\d+"))
        reading = officer.page.url
        # What is perhaps a commitment stays out, and holds up no proposal: the officer takes none of it in.
        doubtful = officer.page.locator("article.doubt:not(#perhaps-h ~ div article) button[value=accept]")
        assert doubtful.count() > 0
        while doubtful.count():
            officer.presses(doubtful.first)
        assert officer.page.url.split("#")[0] == reading.split("#")[0]
        officer.presses("form[action$='/propose'] button")

        assert "/releases/" in officer.page.url
        assert "plan.fr.txt" in officer.words


DOUBTED = (
    "Statement of Canada and Japan\n\nBoth sides will make their ocean forecasts available to the region. "
    "Canada and Japan will build stronger fishing villages. The Ministers agreed to hold a dialogue on ports. "
    "They wish to open a museum of fishing in Halifax.\n"
)
FOCUSED = "document.activeElement.closest('article.doubt') !== null"


def _in_focus(page) -> str:
    """The commitment of the question that has the keyboard, once one has it."""
    page.wait_for_function(FOCUSED)
    return str(page.evaluate("document.activeElement.closest('article.doubt').getAttribute('aria-labelledby')"))


def test_the_questions_of_a_reading_are_settled_by_keys_alone(chromium, stages, tmp_path):
    folder, text = tmp_path / "can", tmp_path / "statement.txt"
    shutil.copytree(stages / "chartered" / "can", folder)
    text.write_text(DOUBTED, encoding="utf-8")
    with served(folder) as root:
        officer = Reader(chromium, root, OFFICERS["can"][0], "en", scripts=True)
        page = officer.page
        officer.opens("/drafts")
        page.fill("input[name=plan]", "keys-2026")
        page.set_input_files("#file-1", str(text))
        officer.presses("form[enctype] button[type=submit]")
        page.wait_for_url(re.compile(r"/drafts/\d+"))
        page.wait_for_function("!document.getElementById('keys').hidden")
        asked = page.locator("article.doubt")
        assert asked.count() == 3

        page.keyboard.press("j")
        assert _in_focus(page) == "d-G1"
        page.keyboard.press("c")
        assert page.evaluate("document.activeElement.id") == "k-G1"
        page.evaluate("document.activeElement.blur()")
        with page.expect_navigation():
            page.keyboard.press("a")
        assert _in_focus(page) == "d-G2"
        with page.expect_navigation():
            page.keyboard.press("n")
        assert _in_focus(page) == "d-G4"  # what was passed over
        assert "Not read as commitments" in officer.words
        with page.expect_navigation():
            page.keyboard.press("a")

        assert asked.count() == 0
        assert page.locator("ol.outline > li:not(.out)").evaluate_all("all => all.map(each => each.id)") == [
            "o-G1",
            "o-G3",
            "o-G4",
        ]


SAVED = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Action plan</title>
<script>document.write("Both sides will do whatever this script says.")</script></head><body>
<header><nav><ul><li><a href="/jobs">Jobs</a></li><li><a href="/trade">Strengthen trade</a></li></ul></nav></header>
<div class="cookie-banner"><p>This site will use cookies.</p><button>Accept all cookies</button></div>
<main>{plan}<div class="share-bar"><ul><li><a href="x">Share on Facebook</a></li></ul></div></main>
<footer><p>The government will protect your privacy.</p></footer></body></html>"""


def test_a_page_saved_from_a_government_site_is_dropped_in_and_read(chromium, stages, tmp_path):
    folder, page = tmp_path / "can", tmp_path / "Action plan.html"
    shutil.copytree(stages / "chartered" / "can", folder)
    paragraphs = (SAMPLE / "plan.en.txt").read_text(encoding="utf-8").splitlines()
    page.write_text(SAVED.format(plan="".join(f"<p>{line}</p>" for line in paragraphs if line)), encoding="utf-8")
    with served(folder) as root:
        officer = Reader(chromium, root, OFFICERS["can"][0], "en")
        officer.opens("/drafts")
        officer.page.fill("input[name=plan]", "saved-2024")
        officer.page.set_input_files("#file-1", str(page))
        officer.presses("form[enctype] button[type=submit]")
        officer.page.wait_for_url(re.compile(r"/drafts/\d+"))
        read = officer.words

        assert "/drafts/" in officer.page.url
        assert "Conclude the negotiations on an agreement to protect classified military" in read
        for around in ("whatever this script says", "Jobs", "cookies", "Facebook", "privacy"):
            assert around not in read


def test_a_refusal_keeps_what_was_typed(chromium, stages, tmp_path):
    folder = tmp_path / "can"
    shutil.copytree(stages / "planned" / "can", folder)
    with served(folder) as root:
        officer = Reader(chromium, root, OFFICERS["can"][0], "en")
        officer.opens(f"/plans/{PLAN}/P1.I1")
        report = officer.page.locator(f"form[action$='/{PLAN}/P1.I1/report']")
        report.locator("input[name=stage][value=done]").check()
        report.locator("textarea[name=account-en]").fill("Typed with care.")
        report.locator("input[name=on]").fill("2999-01-01")
        officer.presses(report.locator("button[type=submit]").last)

        assert "lies in the future" in officer.words
        assert officer.page.locator("textarea").first.input_value() == "Typed with care."
