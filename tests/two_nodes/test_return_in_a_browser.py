"""One return from the request to the release in a real browser: three officers, three languages, scripts on and off.

Noémie asks (English), Adrian writes (French, saved by the script as he writes), Chloé passes a step (Korean), sends it
back once, and two of them release it. Then the same by workbook: asked for, taken away, filled in, handed back, passed,
released.
"""

import datetime
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from suivi.record.reports import STAGES, Stage
from tests.publish.filled_in import Filled
from tests.two_nodes.capitals import OFFICERS, PLAN
from tests.two_nodes.orders import PASSWORD
from tests.two_nodes.test_desk_in_a_browser import Reader, chromium, served

__all__ = ["chromium"]

pytestmark = pytest.mark.browser

CHLOE = "Chloé Han"
ENROL = """
import sys
import tempfile
from pathlib import Path
from suivi.cli.desk import open_desk
open_desk(Path(sys.argv[1]))
from suivi.desk import sign_in
sign_in.enrol(sys.argv[2], sys.argv[3], roles=["approver"], language="ko", published=True)
"""
FIRST = "Le groupe de travail s’est réuni."
SECOND = "Le groupe de travail s’est réuni à Ottawa."
BY_WORKBOOK = "Le dialogue aura lieu au printemps."
REMARK = "어느 도시에서 회의를 하였는지 적어 주십시오."


class Writer(Reader):
    """One officer at one browser window with scripts."""

    def __init__(self, browser, root, name, language):
        super().__init__(browser, root, name, language, scripts=True)

    def writes(self, words):
        """Fill in the form as a person does, and wait until the script has saved it."""
        form = self.page.locator("#writing")
        form.locator("input[name=stage][value=done]").check()
        form.locator("input[name=on]").fill("2024-10-01")
        form.locator("textarea[name=account-fr]").fill(words)
        saved = form.get_attribute("data-saved")
        self.page.wait_for_function("words => document.getElementById('kept').textContent === words", arg=saved)

    def hands_in(self):
        self.presses("#writing button[value=hand-in]")

    def fills_in_a_workbook(self, words, language="fr"):
        """Take the workbook away, fill in its one row in an office program, hand it back; LibreOffice saves it, if there."""
        self.opens("/returns")
        with self.page.expect_download() as taken:
            self.page.click("a[href*='workbook.xlsx']")
        filled = Filled(Path(taken.value.path()).read_bytes())
        number = int(filled.sheet.cell(filled.sheet.max_row, filled.column("return")).value)
        filled.put("stage", STAGES[Stage.UNDER_WAY].in_(language), number)
        filled.put("on", datetime.date(2024, 10, 2), number).put(f"account-{language}", words, number)
        octets = saved_by_libreoffice(filled.octets())
        file = {"name": "retours.xlsx", "mimeType": "application/octet-stream", "buffer": octets}
        self.page.set_input_files("form[action$='/returns/workbooks'] input[type=file]", file)
        self.presses("form[action$='/returns/workbooks'] button[type=submit]")


def saved_by_libreoffice(octets):
    """The workbook as LibreOffice saves it; as it is where that is not installed."""
    if shutil.which("soffice") is None:
        return octets
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "in.xlsx").write_bytes(octets)
        made = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{place}/out", f"{place}/in.xlsx"]
        home = f"-env:UserInstallation=file://{place}/home"
        subprocess.run(["soffice", home, "--headless", *made], check=True, capture_output=True, timeout=240)
        return (Path(place) / "out" / "in.xlsx").read_bytes()


def asks_for(officer, provision, of, note):
    """The request, made by one officer of another."""
    officer.opens(f"/returns/ask?plan={PLAN}&provision={provision}")
    officer.page.select_option("#of", of)
    officer.page.fill("#due_on", "2030-01-31")
    officer.page.fill("#note", note)
    officer.presses("form[action$='/returns/ask'][method=post] button[type=submit]")


def passes_the_step(officer):
    """The one report that waits, passed; the address of the ticket cut for it."""
    officer.opens("/returns")
    officer.page.check("input[name=return]")
    officer.presses("button[value=pass]")
    return officer.page.url.partition("/releases/")[2]


def test_a_return_is_asked_for_written_sent_back_passed_and_released(chromium, stages, tmp_path):
    folder = tmp_path / "can"
    shutil.copytree(stages / "planned" / "can", folder)
    subprocess.run([sys.executable, "-c", ENROL, str(folder), CHLOE, PASSWORD], check=True, timeout=120)
    noemie, adrian = OFFICERS["can"][:2]
    with served(folder) as root:
        asks = Reader(chromium, root, noemie, "en")
        writes = Writer(chromium, root, adrian, "fr")
        passes = Reader(chromium, root, CHLOE, "ko")

        asks.opens(f"/returns/approval/{PLAN}")
        asks.page.fill("#name-1", "Director")
        asks.page.check(f"input[name=officers-1][value='{CHLOE}']")
        asks.presses("form[action*='/approval/'] button[type=submit]")
        asks_for(asks, "P1.I1", adrian, "For the dialogue of the spring.")
        assert "For the dialogue of the spring." in asks.words

        writes.opens("/")
        writes.presses("a[href^='/returns/']:not([href='/returns'])")
        address = writes.page.url.removeprefix(root)
        writes.writes(FIRST)
        writes.page.reload()
        assert writes.page.input_value("textarea[name=account-fr]") == FIRST
        writes.hands_in()
        assert "Director" in writes.words

        passes.opens(address)
        assert FIRST in passes.words
        passes.page.fill("#remarks", REMARK)
        passes.presses("button[value=back]")
        writes.opens(address)
        assert REMARK in writes.words
        writes.writes(SECOND)
        writes.hands_in()

        ticket = f"/releases/{passes_the_step(passes)}"
        asks.approves(ticket)
        writes.approves(ticket)
        writes.presses("form[action$='/release'] button")
        shown = asks.opens(f"/plans/{PLAN}/P1.I1")
        assert SECOND in shown
        assert "suivi/can/can-kor" in shown
        assert asks.opens("/returns").count("For the dialogue of the spring.") == 1
        assert asks.page.locator("#sent-h").count() == 1
        assert passes.page.get_attribute("html", "lang") == "ko"

        asks_for(asks, "P1.I2", adrian, "By workbook, please.")
        writes.fills_in_a_workbook(BY_WORKBOOK)
        assert BY_WORKBOOK in writes.words
        writes.presses("button[value=hand-in]")
        ticket = f"/releases/{passes_the_step(passes)}"
        asks.approves(ticket)
        writes.approves(ticket)
        writes.presses("form[action$='/release'] button")
        assert BY_WORKBOOK in asks.opens(f"/plans/{PLAN}/P1.I2")


@pytest.mark.parametrize(
    ("asking", "writing", "deciding", "words"),
    [
        ("en", "fr", "ko", "L'accord d’O'Brien a été négocié."),
        ("fr", "ko", "en", "실무그룹이 회의를 개최하였다."),
        ("ko", "en", "fr", "The O'Brien talks were held."),
    ],
)
def test_a_return_goes_from_its_request_to_its_release_by_workbook_in_every_language(
    chromium, stages, tmp_path, asking, writing, deciding, words
):
    folder = tmp_path / "can"
    shutil.copytree(stages / "planned" / "can", folder)
    noemie, adrian = OFFICERS["can"][:2]
    with served(folder) as root:
        asks = Reader(chromium, root, noemie, asking)
        writes = Writer(chromium, root, adrian, writing)
        asks_for(asks, "P1.I2", adrian, "")
        writes.fills_in_a_workbook(words, writing)
        assert words in writes.words
        writes.presses("button[value=hand-in]")

        decides = Reader(chromium, root, noemie, deciding)
        decides.opens("/releases")
        decides.presses(decides.page.locator("main a[href^='/releases/']").first)
        ticket = decides.page.url.removeprefix(root)
        for officer in (decides, writes):
            officer.approves(ticket)
        writes.presses("form[action$='/release'] button")
        assert words in asks.opens(f"/plans/{PLAN}/P1.I2")
