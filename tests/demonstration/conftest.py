"""The demonstration played once for all tests of a session, by the command itself, over an earlier one."""

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

PARTIES = ("can", "kor")
PLAN = "canada-korea-2024"


@dataclass(frozen=True)
class Played:
    """A demonstration as it came out: what was said, and both registers as printed."""

    folder: Path
    said: str
    registers: dict[str, dict]

    def register(self, party="kor"):
        return self.registers[party]

    def provision(self, provision, party="kor"):
        return next(one for one in self.registers[party]["provisions"] if one["id"] == provision)


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    # With several workers each has a folder of its own under the session's; the first to come plays for all.
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstration"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = folder / "told.json"
        if not told.exists():
            told.write_text(json.dumps(_play(folder / "demo")), encoding="utf-8")
        facts = json.loads(told.read_text(encoding="utf-8"))
    return Played(folder / "demo", facts["said"], facts["registers"])


def _play(data):
    _leave_an_earlier_one(data)
    said = suivi("demo", "--data", str(data), "--no-serve")
    registers = {
        party: json.loads(suivi("register", PLAN, "--data", str(data / party), "--format", "json")) for party in PARTIES
    }
    return {"said": said, "registers": registers}


def _leave_an_earlier_one(data):
    data.mkdir()
    (data / ".suivi-demonstration").touch()
    (data / "from-an-earlier-one").touch()


def suivi(*arguments):
    """What the command prints."""
    command = [sys.executable, "-m", "suivi.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def facts():
    lines = (files("suivi.cli") / "demonstration" / "record.jsonl").read_text(encoding="utf-8").splitlines()
    return {fact["id"]: fact for fact in map(json.loads, lines)}
