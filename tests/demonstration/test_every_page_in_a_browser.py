"""Every page of both desks, as served: open to every reader, light, quiet, and usable by keyboard, zoomed and narrow."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from suivi.record.reports import Stage
from tests.barriers import CONTRAST, barriers
from tests.demonstration.addresses import REFUSED, every_page, unnamed
from tests.demonstration.desks import EVERY_READER, LANGUAGES, SIDES, Window, officer_of
from tests.demonstration.playing import PLAN
from tests.demonstration.test_story_in_a_browser import chromium, desks

__all__ = ["chromium", "desks"]

WIDE = {"width": 1280, "height": 900}
HEAVIEST = 100_000  # bytes on the wire, style sheets included, nothing kept from before
NO_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = pytest.mark.browser
Opened = Callable[..., Window]


@pytest.fixture
def opened(chromium: Any, desks: Any) -> Iterator[Opened]:
    """The function that gives a signed-in window of a side, in a language, with a view of some size."""
    contexts = []

    def window(side: str, language: str, *, width: int = 1280, height: int = 900, **options: Any) -> Window:
        context = chromium.new_context(viewport={"width": width, "height": height}, bypass_csp=True, **options)
        contexts.append(context)
        signed_in = Window(context, desks.roots[side])
        signed_in.signs_in(officer_of(side), language)
        return signed_in

    yield window
    for context in contexts:
        context.close()


def addresses(desks: Any, side: str) -> list[str]:
    return every_page(desks.roots[side], officer_of(side))


@pytest.mark.parametrize("side", SIDES)
def test_no_page_is_forgotten_here(desks, side):
    assert unnamed(desks.roots[side], officer_of(side)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("side", SIDES)
def test_no_reader_is_shut_out_whatever_the_light_and_the_width(desks, opened, side, language):
    window, found = opened(side, language), []
    for address, status in readers_share(desks, side, language):
        window.page.set_viewport_size(WIDE)
        window.page.emulate_media(color_scheme="light")
        window.opens(address, status)
        found += [(address, "light", *barrier) for barrier in barriers(window.page)]
        window.page.emulate_media(color_scheme="dark")
        found += [(address, "dark", *barrier) for barrier in barriers(window.page, CONTRAST)]
        found += [(address, how, beyond) for how, beyond in sideways(window.page) if beyond]

    assert found == []


def readers_share(desks: Any, side: str, language: str) -> list[tuple[str, int]]:
    """The pages looked at by this reader: of six readers, each page is looked at by one, in both skins.

    A page that both capitals have is looked at in one of them, a page of one alone in that one; the three languages
    share what is looked at in a capital. With SUIVI_READERS=all, every page by every reader.
    """
    if EVERY_READER:
        return [*((address, 200) for address in addresses(desks, side)), *REFUSED.items()]
    here, there = (addresses(desks, each) for each in (side, *(other for other in SIDES if other != side)))
    first = here if side == SIDES[0] else there
    shared = [address for address in first if address in here and address in there]
    ours = set(shared[SIDES.index(side) :: len(SIDES)]) | (set(here) - set(there))
    pages = [*((address, 200) for address in here if address in ours), *REFUSED.items()]
    return pages[LANGUAGES.index(language) :: len(LANGUAGES)]


def sideways(page: Any) -> Iterator[tuple[str, int]]:
    """By how many pixels the page scrolls sideways on a small phone, at 200 %, and with letters twice as large."""
    for how, width in (("320 px", 320), ("200 %", 640)):
        page.set_viewport_size({"width": width, "height": 800})
        yield how, page.evaluate(NO_SIDEWAYS)
    page.set_viewport_size(WIDE)
    page.add_style_tag(content="html { font-size: 200% }")
    yield "letters at 200 %", page.evaluate(NO_SIDEWAYS)


PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))"  # what a script asks for late


@pytest.mark.parametrize("side", SIDES if EVERY_READER else SIDES[:1])
def test_a_page_is_light_and_asks_nothing_of_another_server(desks, opened, side):
    window, told, strangers = opened(side, "ko"), [f"\n{side}: bytes on the wire"], []
    window.page.on(
        "request", lambda request: None if request.url.startswith(window.root) else strangers.append(request.url)
    )
    listener = window.page.context.new_cdp_session(window.page)
    listener.send("Network.enable")
    listener.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    listener.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    heaviest = 0.0
    for address in addresses(desks, side):
        sizes.clear()
        window.page.goto(f"{window.root}{address}", wait_until="load")
        window.page.evaluate(PAINTED)
        heaviest = max(heaviest, sum(sizes))
        told.append(f"  {sum(sizes):7.0f}  {address}")
    sys.stdout.write("\n".join([*told, ""]))

    assert 0 < heaviest < HEAVIEST
    assert strangers == []


# By keyboard alone

REACHABLE = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(each => each.checkVisibility({contentVisibilityAuto: true}) && !each.disabled)
  .filter(each => each.type !== 'radio').length"""
AT_THE_FOCUS = """() => {
  const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect()
  if (each === document.body || each === document.documentElement) return true
  const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const seen = drawn && box.bottom > 0 && box.top < innerHeight
  each.dataset.reached = each.dataset.reached === 'seen' || seen ? 'seen' : 'unseen'
  return false
}"""
REACHED = """() => [...document.querySelectorAll('[data-reached]:not([type=radio])')]
  .map(each => [each.outerHTML.slice(0, 120), each.dataset.reached === 'seen'])"""


@pytest.mark.parametrize("address", [f"/plans/{PLAN}", f"/plans/{PLAN}/P2.I10", "/drafts", "/calendar"])
def test_every_control_is_reached_with_the_tab_key_and_seen_when_reached(opened, address):
    window = opened("can", "en", reduced_motion="reduce")
    window.opens(address)
    wanted = window.page.evaluate(REACHABLE)
    window.page.keyboard.press("Tab")
    for _ in range(wanted * 4 + 20):  # a field for a day has several stops
        if window.page.evaluate(AT_THE_FOCUS):
            break
        window.page.keyboard.press("Tab")
    reached = window.page.evaluate(REACHED)

    assert len(reached) >= wanted
    assert [control for control, seen in reached if not seen] == []


def test_a_return_goes_from_the_request_to_its_release_by_keyboard_alone_in_french_and_in_korean(
    chromium, played, tmp_path
):
    from tests.demonstration.desks import served

    with served(played.folder, tmp_path / "nodes") as both:
        root = both.roots["can"]
        asks, writes = (enters(chromium, root, place, language) for place, language in enumerate(("fr", "ko")))

        asks.goto(f"{root}/plans/{PLAN}/P1.I2")
        follows(asks, "a[href*='/returns/ask']")
        reaches(asks, "#of")
        typed(asks, "Adrian")
        reaches(asks, "#due_on")
        typed(asks, "06302026")
        reaches(asks, "#note")
        typed(asks, "Pour la réunion de juin.")
        follows(asks, "form[action$='/returns/ask'] button[type=submit]")
        assert "Pour la réunion de juin." in asks.inner_text("main")

        writes.goto(root)
        numbers = writes.locator("main a[href^='/returns/']").evaluate_all(
            "all => all.map(each => Number(each.pathname.split('/').pop())).filter(Boolean)"
        )
        follows(writes, f"main a[href='/returns/{max(numbers)}']")
        reaches(writes, "#writing input[name=stage]")
        for _ in Stage:
            writes.keyboard.press("ArrowDown")
            if writes.evaluate("document.activeElement.value") == "under-way":
                break
        reaches(writes, "#writing textarea[name=account-ko]")
        typed(writes, SAID)
        reaches(writes, "#writing input[name=on]")
        typed(writes, "05012026")
        follows(writes, "#writing button[value=hand-in]")
        ticket = writes.url.removeprefix(root)
        assert SAID in writes.inner_text("main")

        reaches(writes, "form[action$='/approve'] input[name=password]")
        follows(writes, None, "demonstration", "Enter")
        follows(asks, "nav a[href='/releases']")
        follows(asks, f"main a[href='{ticket}']")
        reaches(asks, "form[action$='/approve'] input[name=password]")
        follows(asks, None, "demonstration", "Enter")
        follows(asks, "form[action$='/release'] button")
        asks.goto(f"{root}/plans/{PLAN}/P1.I2")

        assert SAID in asks.inner_text("table.compare")
        assert [page.get_attribute("html", "lang") for page in (asks, writes)] == ["fr", "ko"]
        for page in (asks, writes):
            page.context.close()


SAID = "실무 회의를 준비하고 있다."


def enters(chromium, root, place, language):
    """The page of an officer who has signed in by keyboard, with scripts off; `evaluate` below still answers."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{root}/sign-in?language={language}")
    page.wait_for_selector("input[name=name]:focus")  # the page gives the field the focus after it has loaded
    with page.expect_navigation(url=lambda address: "/sign-in" not in address):
        typed(page, officer_of("can", place), "Tab", "demonstration", "Enter")
    return page


def typed(page, *keys):
    for key in keys:
        if key in ("Tab", "Enter"):
            page.keyboard.press(key)
        else:
            page.keyboard.type(key)


def reaches(page, selector):
    """Press Tab until the control has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by keyboard")


def follows(page, selector, *keys):
    """Press Tab until the link or button has the focus, then Enter, or where the focus is these keys; see the next page."""
    if selector:
        reaches(page, selector)
    with page.expect_navigation():
        typed(page, *(keys or ("Enter",)))
