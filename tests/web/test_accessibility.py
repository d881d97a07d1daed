"""Every page before axe-core in a real browser: WCAG 2.2 AA, three languages, both skins and schemes, narrow and wide."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import suivi.publish
from suivi.cli.first_page import FirstPage, new_code
from tests.barriers import barriers
from tests.cli.test_first_page import FORM
from tests.cli.test_first_page import Browser as FirstVisitor
from tests.web.conftest import PAGES, render

LOOK = Path(suivi.publish.__file__).parent / "look"
SHEETS = ("tokens.css", "suivi.css")
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
    return beside_its_sheets(folder, render(name, language=language, skin=skin))


def beside_its_sheets(folder: Path, source: str) -> str:
    """The address of that markup as a file beside its style sheets."""
    for sheet in SHEETS:
        shutil.copy(LOOK / sheet, folder)
    page = folder / "page.html"
    page.write_text(source.replace('"/static/', '"').replace('"static/', '"'), "utf-8")
    return page.as_uri()


@pytest.mark.parametrize("name", PAGES)
def test_no_reader_is_shut_out(browser: Browser, tmp_path: Path, name: str) -> None:
    findings = []
    readers = READERS if name in THOROUGH else (READERS[list(PAGES).index(name) % len(READERS)],)
    for language, skin, scheme, width in readers:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
        page.goto(laid_out(tmp_path, name, language, skin))
        findings += [(language, scheme, *barrier) for barrier in barriers(page)]
        page.close()

    assert findings == []


@pytest.mark.parametrize(("language", "skin", "scheme", "width"), READERS)
def test_no_reader_is_shut_out_of_the_pages_that_make_a_node(
    browser: Browser, tmp_path: Path, language: str, skin: str, scheme: str, width: int
) -> None:
    findings = []
    for number, source in enumerate(first_pages(language)):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
        page.goto(beside_its_sheets(tmp_path, source.replace('data-skin="can"', f'data-skin="{skin}"')))
        findings += [(number, language, *barrier) for barrier in barriers(page)]
        assert "français" not in source.replace("en français", "")
        page.close()

    assert findings == []


def first_pages(language: str) -> Iterator[str]:
    """The page that asks for the code, its refusal, the form of the officers, its refusal, and the node made."""
    code = new_code()
    visitor = FirstVisitor(FirstPage(code, make=lambda *_: None, desk=lambda: None, seconds=lambda: 0.0))  # type: ignore[arg-type,return-value]  # no desk follows
    visitor.cookies["suivi_language"] = language
    for form in (None, {"code": "wrong"}, {"code": code}, None, {"party": "Canada"}, FORM):
        status, source = visitor.asks(form=form)
        if status != 303:
            yield source


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_small_phone(browser: Browser, tmp_path: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(laid_out(tmp_path, name, "fr", "can"))

    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    page.close()
    assert beyond == 0


def test_a_barrier_is_found_and_named(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(laid_out(tmp_path, "plan", "en", "can"))
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"map.png\">')")

    assert [(rule, markup) for rule, markup in barriers(page) if rule == "image-alt"] == [
        ("image-alt", '<img src="map.png">')
    ]
    page.close()
