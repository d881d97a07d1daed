"""Crash points: the process is killed, or the disk fails or fills, at write calls of append and take-in.

- The faults are injected into the system calls by strace, so the database's own writes are hit, not a stand-in.
- After each: the log is sound, nothing is half there, and the same act done again succeeds.
- A sample of the points runs here; SUIVI_CRASH_POINTS=all runs every one (`make bench-long`).
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.two_nodes.capitals import OFFICERS, PLAN
from tests.two_nodes.orders import PASSWORD

WRITES = ("pwrite64", "fdatasync", "fsync", "ftruncate")
FAULTS = ("signal=SIGKILL", "error=EIO", "error=ENOSPC")
SAMPLED = 2
SOUND_ENDINGS = {0, 3, -9, 137}


@dataclass(frozen=True)
class Act:
    """A command to be interrupted: the folder it begins in, and what our own log holds once it has been done."""

    before: Path
    arguments: tuple[str, ...]
    log: str
    size: int


@pytest.fixture(scope="module")
def traced() -> None:
    """Skip, loudly, where no fault can be injected."""
    if shutil.which("strace") is None:
        pytest.skip("CRASH POINTS NOT TESTED: strace is not installed (apt-get install strace)")
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("CRASH POINTS NOT TESTED: this machine does not let strace attach")


@pytest.fixture(scope="module")
def appending(stages, tmp_path_factory) -> Act:
    """A report of Ottawa with its two approvals, about to be released."""
    folder = tmp_path_factory.mktemp("appending") / "can"
    shutil.copytree(stages / "reported" / "can", folder)
    size = _size(folder, "suivi/can/can-kor")
    ticket = _approved_report(folder, OFFICERS["can"])
    arguments = ("release", ticket, "--officer", OFFICERS["can"][0])
    return Act(folder, arguments, "suivi/can/can-kor", size + 1)


@pytest.fixture(scope="module")
def taking_in(stages, tmp_path_factory) -> Act:
    """A file of Seoul with one new report, about to be taken in by Ottawa."""
    place = tmp_path_factory.mktemp("taking-in")
    for party in ("can", "kor"):
        shutil.copytree(stages / "reported" / party, place / party)
    ticket = _approved_report(place / "kor", OFFICERS["kor"])
    _done(place / "kor", "release", ticket, "--officer", OFFICERS["kor"][0])
    _done(place / "kor", "hand-over", "-o", str(place / "file.suivi"))
    size = _size(place / "kor", "suivi/kor/can-kor")
    return Act(place / "can", ("take-in", str(place / "file.suivi")), "suivi/kor/can-kor", size)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_release_interrupted_at_a_write_leaves_a_sound_log_and_can_be_repeated(traced, appending, fault, tmp_path):
    assert _broken_points(appending, fault, tmp_path) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_take_in_interrupted_at_a_write_leaves_a_sound_log_and_can_be_repeated(traced, taking_in, fault, tmp_path):
    assert _broken_points(taking_in, fault, tmp_path) == []


def _broken_points(act: Act, fault: str, place: Path) -> list[str]:
    points = [(call, number) for call, count in sorted(_calls(act, place).items()) for number in range(1, count + 1)]
    assert points, "the act writes nothing, so nothing was tested"
    return [broken for call, number in _sample(points) if (broken := _broken_at(act, fault, call, number, place))]


def _sample(points: list[tuple[str, int]]) -> list[tuple[str, int]]:
    if os.environ.get("SUIVI_CRASH_POINTS") == "all" or len(points) <= SAMPLED:
        return points
    return [points[(place + 1) * len(points) // (SAMPLED + 1)] for place in range(SAMPLED)]


def _calls(act: Act, place: Path) -> Counter[str]:
    folder, trace = place / "counted", place / "trace"
    shutil.copytree(act.before, folder)
    _strace(folder, act, ["-o", str(trace), "-e", f"trace={','.join(WRITES)}"])
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    return Counter(call for line in lines for call in WRITES if f" {call}(" in f" {line.split(maxsplit=1)[-1]}")


def _broken_at(act: Act, fault: str, call: str, number: int, place: Path) -> str:
    """What was wrong after the fault at that call; empty if nothing."""
    folder = place / f"{call}-{number}"
    shutil.copytree(act.before, folder)
    where = f"{fault} at {call} {number}"
    ended = _strace(folder, act, ["-o", os.devnull, "-e", f"inject={call}:{fault}:when={number}"])
    if ended.returncode not in SOUND_ENDINGS:
        return f"{where}: ended with {ended.returncode}: {ended.stderr[-300:]}"
    verified = _suivi(folder, "log", "verify")
    if verified.returncode:
        return f"{where}: the log is not sound: {verified.stdout[-300:]}"
    again = _suivi(folder, *act.arguments)
    if again.returncode:
        return f"{where}: cannot be repeated: {again.stderr[-300:]}"
    size, sound = _size(folder, act.log), _suivi(folder, "log", "verify").returncode == 0
    shutil.rmtree(folder)
    return "" if sound and size == act.size else f"{where}: the log holds {size} entries, not {act.size}"


def _strace(folder: Path, act: Act, options: list[str]) -> "subprocess.CompletedProcess[str]":
    database = str(folder / "suivi.sqlite3")
    paths = [option for end in ("", "-wal", "-journal") for option in ("-P", database + end)]
    command = ["strace", "-f", "-qq", *options, *paths, *_command(folder, act.arguments)]
    return subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False, timeout=120)


def _suivi(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        _command(folder, arguments), env=_environment(), capture_output=True, text=True, check=False, timeout=120
    )


def _done(folder: Path, *arguments: str) -> str:
    ran = _suivi(folder, *arguments)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "suivi.cli", *arguments, "--data", str(folder)]


def _environment() -> dict[str, str]:
    return {**os.environ, "SUIVI_PASSWORD": PASSWORD, "SUIVI_LANGUAGE": "en"}


def _approved_report(folder: Path, officers: tuple[str, str]) -> str:
    filed = ("report", PLAN, "P1.I1", "--stage", "done", "--on", "2024-11-05", "--account", "en=Done.")
    ticket = str(json.loads(_done(folder, *filed, "--officer", officers[0], "--format", "json"))["ticket"])
    for officer in officers:
        _done(folder, "approve", ticket, "--officer", officer)
    return ticket


def _size(folder: Path, log: str) -> int:
    findings = json.loads(_done(folder, "log", "verify", "--format", "json"))
    sentence = next(finding["sentence"] for finding in findings if finding["place"] == log)
    return int(sentence.split(": ")[1].split(" ")[0])
