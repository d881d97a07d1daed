"""A terminal at each node: see `tests/two_nodes/capitals.py`."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.two_nodes.standing import chartered, founded, planned, reported, served, stages

__all__ = ["chartered", "founded", "planned", "reported", "served", "stages"]


@pytest.fixture
def suivi(tmp_path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command as a shell starts it, in an empty folder, with no node in sight."""

    def run(*words: object, **surroundings: str) -> subprocess.CompletedProcess[str]:
        given = {"SUIVI_PASSWORD": "demonstration", "SUIVI_LANGUAGE": "en", "COLUMNS": "200"}
        known = {name: value for name, value in os.environ.items() if not name.startswith("SUIVI_")}
        command = [sys.executable, "-m", "suivi.cli", *map(str, words)]
        return subprocess.run(
            command, env={**known, **given, **surroundings}, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run
