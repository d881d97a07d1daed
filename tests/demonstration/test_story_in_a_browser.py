"""The start page in a real browser, scripts off: six steps into both nodes, three languages; the path; ten facts."""

import shutil
import sys
from pathlib import Path

import pytest

from suivi.desk.queries.room_page import SINCE
from tests.demonstration.desks import CHROMIUM, EVERY_READER, LANGUAGES, READERS, SIDES, Window, officer_of, served
from tests.demonstration.playing import PLAN
from tests.demonstration.test_spot_checks import ACCOUNTS, CITED
from tests.demonstration.test_spot_checks import LANGUAGES as ORDER

SIMULATED = "2026-05-08"  # the day of the last fact on record
MADE_UP = {"en": "made up for this demonstration", "fr": "inventé pour cette démonstration", "ko": "지어낸 예시"}
NAMES = {"can": ("Canada", "Canada", "캐나다"), "kor": ("Korea", "Corée", "한국")}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium():
    """Debian's Chromium, or a loud skip where there is none."""
    if not Path(CHROMIUM).exists():
        pytest.skip("THE DEMONSTRATION WAS NOT SEEN IN A BROWSER: chromium is not installed (apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def desks(played, tmp_path_factory):
    """Both desks, for tests that only read."""
    with served(played.folder, tmp_path_factory.mktemp("desks")) as both:
        yield both


@pytest.fixture
def windows(chromium, desks):
    """The function that gives a signed-in window of each side, in one browser without scripts."""
    contexts = []

    def opened(language):
        context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
        contexts.append(context)
        both = {side: Window(context, desks.roots[side]) for side in SIDES}
        for side, window in both.items():
            window.signs_in(officer_of(side), language)
        return both

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_six_steps_lead_to_pages_of_both_nodes(windows, desks, language):
    window = windows(language)["can"]
    window.opens("/start")
    steps = window.page.locator("ol.guide > li")
    ways = [
        [link.get_attribute("href") for link in steps.nth(step).locator("p.acts a").all()]
        for step in range(steps.count())
    ]

    assert len(ways) == 6
    assert all(ways)
    told = [f"\n{language}"]
    for number, addresses in enumerate(ways, start=1):
        for address in addresses:
            assert window.opens(address)
            assert window.page.get_attribute("html", "lang") == language
            assert window.page.get_attribute(".banner time", "datetime") == SIMULATED
            told.append(f"  step {number}: {address.removeprefix(desks.roots['kor'])} – {window.page.inner_text('h1')}")
    assert any(address.startswith(desks.roots["kor"]) for addresses in ways for address in addresses)
    sys.stdout.write("\n".join([*told, ""]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_closed_review_shows_beside_it_what_was_corrected_and_added_since(windows, language):
    for side, window in windows(language).items():
        words = window.opens(f"/plans/{PLAN}/room")
        beside = window.page.locator("section[aria-labelledby=closed-h] article.flow").all_inner_texts()
        corrected, added = (SINCE[word].in_(language) for word in ("corrected", "added"))
        assert MADE_UP[language] in words
        assert ["2.9" in beside[0], corrected in beside[0]] == [True, True], side
        assert ["5.2" in beside[1], added in beside[1]] == [True, True], side


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_account_of_the_start_page_may_sign_in(chromium, desks, language):
    for side in SIDES:
        window = Window(chromium.new_context(java_script_enabled=False), desks.roots[side])
        window.opens(f"/start?language={language}")
        names = window.page.locator("table th[scope=row]").all_inner_texts()
        assert len(names) == 3
        for name in names:
            window.signs_in(name, language)
            assert name in window.page.inner_text("header")
            window.presses("header form button")
        window.page.context.close()


# Ten facts, where anybody would look for them


def voice_of(page, words):
    """Under whose name the words stand among the accounts and the sources, as a reader sees it.

    The agreed words, the pictures and the steps of activities have places of their own.
    """
    return page.evaluate(
        """words => {
          const whole = element => element.textContent.replace(/\\s+/g, ' ')
          const found = [...document.querySelectorAll('main .signed')].filter(each => whole(each).includes(words))
          return found.map(each => {
            if (each.closest('figure, .agreed, .head, article.sheet, .internal')) return null
            const cell = each.closest('td[data-th]')
            const cited = each.closest('ul.evidence')
            if (cell) return cell.dataset.th
            if (cited) return ''
            const heading = each.closest('.flow:not(.before)').querySelector('h3, h4')
            return heading ? heading.textContent.trim() : '?'
          }).filter(voice => voice !== null)
        }""",
        words,
    )


@pytest.mark.parametrize(("side", "language"), READERS)
def test_ten_facts_stand_on_the_right_page_in_the_right_voice_with_their_source(windows, side, language):
    window, place = windows(language)[side], ORDER.index(language)
    told = [f"\n{side}, {language}"]
    for known in (*ACCOUNTS, *CITED):
        words = known.words[place]
        window.opens(f"/plans/{PLAN}/{known.provision}")
        voices = voice_of(window.page, words)
        source = window.page.locator(f"main a[href^='{known.address}']").first
        expected = NAMES[known.voice][place] if known.voice else ""
        assert expected in voices, f"{known.what}: {voices}"
        # The press is in nobody's voice; what a side says is, besides, only in the words of its own source.
        assert set(voices) <= {expected, ""}, f"{known.what}: {voices}"
        title, address = (source.text_content() or "").strip(), source.get_attribute("href")
        told.append(f"  {known.provision}: {expected or 'a source'}: “{words}” – {title} <{address}>")
    sys.stdout.write("\n".join([*told, ""]))


# The path to walk


@pytest.mark.parametrize("language", LANGUAGES if EVERY_READER else LANGUAGES[1:2])
def test_the_path_ends_with_the_mark_changed_and_equal_digests(chromium, played, tmp_path, language):
    with served(played.folder, tmp_path / "nodes") as both:
        context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
        ottawa, seoul = (Window(context, both.roots[side]) for side in SIDES)
        before = digest_seen(ottawa, seoul, language)

        ticket = waiting_report(ottawa)
        approves(ottawa, ticket)
        ottawa.signs_in(officer_of("can", 1), language)
        approves(ottawa, ticket)
        ottawa.presses("form[action$='/release'] button")
        ottawa.opens("/channel")
        with ottawa.page.expect_download() as given:
            ottawa.page.click("form[action$='/hand-over'] button")
        given.value.save_as(tmp_path / "for-seoul.suivi")
        seoul.opens("/channel")
        seoul.page.set_input_files("input[type=file]", tmp_path / "for-seoul.suivi")
        seoul.presses("form[action$='/take-in'] button")

        after = digest_seen(ottawa, seoul, language)
        assert after != before
        told_on = seoul.page.locator("#P5\\.I4 td.party").first.locator("time")
        assert told_on.get_attribute("datetime") == SIMULATED
        context.close()
    shutil.rmtree(tmp_path / "nodes")


def digest_seen(ottawa, seoul, language):
    """The digest at the foot of the plan, the same on both nodes."""
    seen = set()
    for side, window in zip(SIDES, (ottawa, seoul), strict=True):
        window.signs_in(officer_of(side), language)
        window.opens(f"/plans/{PLAN}")
        seen.add(window.page.locator("dd.digest").last.inner_text())
    assert len(seen) == 1
    return seen


def waiting_report(window):
    window.opens("/releases")
    for link in window.page.locator("main a[href^='/releases/']").all():
        if "5.4" in link.inner_text():
            return link.get_attribute("href")
    raise AssertionError("no report waits")


def approves(window, ticket):
    window.opens(ticket)
    window.page.fill("form[action$='/approve'] input[name=password]", "demonstration")
    window.presses("form[action$='/approve'] button")
