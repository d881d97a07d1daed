"""The house read from outside: its tracked files."""

import subprocess
from pathlib import Path

import pytest

from tools.rooms import ROOT


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file that is, or is about to be, part of the project, relative to its root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode:
        pytest.skip(f"NOT RUN: needs the list of files that git keeps: {answer.stderr.strip()}")
    return [Path(name) for name in answer.stdout.split("\0") if name and (ROOT / name).is_file()]
