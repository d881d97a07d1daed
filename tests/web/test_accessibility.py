"""Every page before axe-core in a real browser: WCAG 2.2 AA, three languages, both skins and schemes, narrow and wide."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

import suivi.publish
from tests.web.conftest import PAGES, render

LOOK = Path(suivi.publish.__file__).parent / "look"
SHEETS = ("tokens.css", "suivi.css")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
READERS = (("en", "can", "light", 1440), ("fr", "can", "dark", 390), ("ko", "kor", "light", 390))

THOROUGH = (
    "plan",
    "commitment",
    "reading",
    "reading-of-a-new-version",
    "ticket",
    "joint-text",
)  # before every reader; the others before one each

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("NOT RUN: needs the system's Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


def laid_out(folder: Path, name: str, language: str, skin: str) -> str:
    """The address of a page as a file beside its style sheets."""
    for sheet in SHEETS:
        shutil.copy(LOOK / sheet, folder)
    page = folder / "page.html"
    page.write_text(
        render(name, language=language, skin=skin).replace('"/static/', '"').replace('"static/', '"'), "utf-8"
    )
    return page.as_uri()


@pytest.mark.parametrize("name", PAGES)
def test_no_reader_is_shut_out(browser: Browser, tmp_path: Path, name: str) -> None:
    findings = []
    readers = READERS if name in THOROUGH else (READERS[list(PAGES).index(name) % len(READERS)],)
    for language, skin, scheme, width in readers:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
        page.goto(laid_out(tmp_path, name, language, skin))
        found = Axe().run(page, options=RULES).response["violations"]
        findings += [(language, scheme, each["id"], each["nodes"][0]["html"][:120]) for each in found]
        page.close()

    assert findings == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_small_phone(browser: Browser, tmp_path: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(laid_out(tmp_path, name, "fr", "can"))

    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    page.close()
    assert beyond == 0
