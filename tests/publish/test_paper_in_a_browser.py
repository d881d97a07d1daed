"""Papers as HTML before axe-core in a real browser, opened as files, as on a tablet without a network."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from suivi.publish.package import Document, octets_of
from tests.barriers import barriers
from tests.publish import journey

pytestmark = pytest.mark.browser
PAPERS = (("brief", ("fr",)), ("pillars", ("ko",)), ("agenda", ("en",)), ("changes", ("fr",)), ("report", ("en", "ko")))


def test_no_reader_of_a_paper_is_shut_out(tmp_path):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("NOT RUN: needs the system's Chromium (apt-get install chromium)")
    findings = []
    with sync_playwright() as playwright:
        # The policy of a paper lets no script in, the checker's included.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for paper, languages in PAPERS:
            file = tmp_path / f"{paper}.html"
            file.write_bytes(octets_of(journey.the_review(), Document(paper, languages, "html")))
            page = browser.new_page(bypass_csp=True)
            page.goto(file.as_uri())
            findings += [(paper, *barrier) for barrier in barriers(page)]
            page.close()
        browser.close()

    assert findings == []
