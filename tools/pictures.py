"""The pictures of README and LISEZMOI: taken from a played demonstration, served for the purpose.

Usage: `python -m tools.pictures FOLDER`, with FOLDER a demonstration (`suivi demo --no-serve --data FOLDER`).
"""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from suivi.cli.demonstration.actor import PASSWORD
from suivi.cli.demonstration.schedule import story

PICTURES = Path("docs/pictures")
CHROMIUM = "/usr/bin/chromium"
PORTS = {"can": 8871, "kor": 8872}
PLAN = "/plans/canada-korea-2024"
WIDE, PHONE = (1280, 1500), (390, 1200)
TICKET = "ticket"  # the first release that waits
DRAFT = "/drafts/1"
REVIEW = f"{PLAN}/review/html?from=2024-07-18&to=2025-07-17"

# name, desk, address, language, width and height
SHOTS = (
    ("plan-at-a-glance.en", "can", PLAN, "en", WIDE),
    ("plan-at-a-glance.fr", "can", PLAN, "fr", WIDE),
    ("plan-at-a-glance.ko", "kor", PLAN, "ko", WIDE),
    ("plan-at-a-glance-phone.en", "can", PLAN, "en", PHONE),
    ("plan-at-a-glance-phone.fr", "can", PLAN, "fr", PHONE),
    ("plan-at-a-glance-phone.ko", "kor", PLAN, "ko", PHONE),
    ("commitment.en", "can", f"{PLAN}/P2.I2", "en", WIDE),
    ("commitment.fr", "can", f"{PLAN}/P2.I1", "fr", WIDE),
    ("reading.fr", "can", DRAFT, "fr", WIDE),
    ("release.en", "can", TICKET, "en", WIDE),
    ("review.ko", "kor", f"{REVIEW}&tongue=ko", "ko", WIDE),
)


@contextmanager
def served(folder: Path) -> Iterator[None]:
    """Both desks of the demonstration in `folder`, until the block ends."""
    commands = [
        [sys.executable, "-m", "suivi.cli", "serve", "--data", str(folder / desk), "--bind", f"127.0.0.1:{port}"]
        for desk, port in PORTS.items()
    ]
    servers = [subprocess.Popen(command) for command in commands]
    try:
        for port in PORTS.values():
            _wait_for(port)
        yield
    finally:
        for server in servers:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"no desk answers on port {port}")


def shoot(browser: Browser, shot: tuple[str, str, str, str, tuple[int, int]]) -> Path:
    """Take one picture; returns its file."""
    name, desk, address, language, (width, height) = shot
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    root = f"http://127.0.0.1:{PORTS[desk]}"
    page.goto(f"{root}/sign-in")
    page.fill("input[name=name]", story()["parties"][desk]["officers"][0]["name"])
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    if address == TICKET:
        page.goto(f"{root}/releases?language={language}")
        page.click("main a[href^='/releases/']")
    else:
        page.goto(f"{root}{address}{'&' if '?' in address else '?'}language={language}")
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    return file


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served(Path(sys.argv[1])), sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        for shot in SHOTS:
            print(shoot(browser, shot))
        browser.close()


if __name__ == "__main__":
    main()
