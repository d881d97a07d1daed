"""What the tests of the demonstration share: the one that was played, and the facts it was played from."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from tests.demonstration.playing import the_folder, told


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
    folder = the_folder(tmp_path_factory.getbasetemp())
    facts = told(folder)
    return Played(folder / "demo", facts["said"], facts["registers"])


@pytest.fixture(scope="session")
def facts():
    lines = (files("suivi.cli") / "demonstration" / "record.jsonl").read_text(encoding="utf-8").splitlines()
    return {fact["id"]: fact for fact in map(json.loads, lines)}
