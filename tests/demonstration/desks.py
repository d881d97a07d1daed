"""Both desks of a played demonstration, served from copies of their own, and an officer at a browser window."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from suivi.cli.demonstration.actor import PASSWORD
from tests.presses import PATIENCE, presses

CHROMIUM = "/usr/bin/chromium"
SIDES = ("can", "kor")
LANGUAGES = ("en", "fr", "ko")
EVERY_READER = os.environ.get("SUIVI_READERS") == "all"
READERS = (
    tuple((side, language) for side in SIDES for language in LANGUAGES)
    if EVERY_READER
    else (("can", "fr"), ("kor", "ko"), ("can", "en"))
)
"""Who reads what is told the same way on every side and in every language: three readers, or with SUIVI_READERS=all six."""
STORY = json.loads((files("suivi.cli") / "demonstration" / "story.json").read_text(encoding="utf-8"))


def officer_of(side: str, place: int = 0) -> str:
    """The name of an officer of a side: the first drafts, the second approves."""
    return str(STORY["parties"][side]["officers"][place]["name"])


@dataclass(frozen=True)
class Desks:
    """Where each side's desk is served, and from which folder."""

    roots: dict[str, str]
    folders: dict[str, Path]


@contextmanager
def served(played: Path, copies: Path) -> Iterator[Desks]:
    """Both desks of the demonstration in `played`, served from `copies`, each knowing the other's address."""
    ports = {side: _free_port() for side in SIDES}
    roots = {side: f"http://127.0.0.1:{port}" for side, port in ports.items()}
    with ExitStack() as servers:
        for side in SIDES:
            shutil.copytree(played / side, copies / side)
            other = next(root for code, root in roots.items() if code != side)
            servers.enter_context(_server(copies / side, ports[side], other))
        for root in roots.values():
            _wait_for(f"{root}/start")
        yield Desks(roots, {side: copies / side for side in SIDES})


@contextmanager
def _server(folder: Path, port: int, other: str) -> Iterator[None]:
    command = [sys.executable, "-m", "suivi.cli", "serve", "--data", str(folder), "--bind", f"127.0.0.1:{port}"]
    surroundings = {**os.environ, "SUIVI_DEMONSTRATION_OTHER": other, "PYTHONWARNINGS": "ignore"}
    server = subprocess.Popen(command, env=surroundings)
    try:
        yield
    finally:
        server.terminate()
        server.wait(timeout=60)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answers at {address}")


class Window:
    """One officer at one browser window; a window of each side may be open in one browser, as on one machine."""

    def __init__(self, context: Any, root: str) -> None:
        context.set_default_timeout(PATIENCE)
        self.page, self.root = context.new_page(), root

    def signs_in(self, name: str, language: str) -> None:
        """Sign in with the published password."""
        self.page.goto(f"{self.root}/sign-in?language={language}")
        self.page.fill("input[name=name]", name)
        self.page.fill("input[name=password]", PASSWORD)
        self.presses("main button[type=submit]")

    def presses(self, pressed: object) -> None:
        """Press what leads to another page, and see that page."""
        presses(self.page, pressed)

    def opens(self, address: str, status: int = 200) -> str:
        """The words of the page at `address`, which answers with `status`."""
        answer = self.page.goto(address if address.startswith("http") else f"{self.root}{address}")
        assert answer.status == status, f"{address}: {answer.status}"
        return self.words

    @property
    def words(self) -> str:
        """What the main part of the page says."""
        return str(self.page.inner_text("main"))
