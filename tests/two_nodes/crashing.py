"""Crash points: a command killed, or refused by the disk, at a write that it makes, and what must hold afterwards.

- The faults are injected into the system calls by strace, so the node's own writes are hit, not a stand-in. Only writes
  to files of the node count.
- The act is forked from a warm process that serves one place, so every node is broken there; it waits before its
  first step until strace has taken hold of it. What makes its own folder, or runs in surroundings of its own, starts cold.
- After each, `unsound` finds nothing: the logs verify, and whatever is published can be rebuilt from what is published
  and is not ahead of the tables. Then the same command is done again, and must succeed.
- One point of each act is tried in `make test`; SUIVI_CRASH_POINTS says how many under each fault (CI: 4, so 28 for each
  fault), `all` tries every one (`make bench-long`). SUIVI_KILLS is how many
  times each act is killed, too, at a moment nobody chose; SUIVI_KILLS_SEED draws other moments.
"""

import atexit
import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.note import read_checkpoint, read_note
from suivi.log.tree import leaf_hash, root_of
from tests.two_nodes.capitals import PLAN, Capital, Ran, terminal
from tests.two_nodes.disk import CALLS
from tests.two_nodes.left import files_in, state_of, tables_in
from tests.two_nodes.orders import PASSWORD

WRITES = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename")
FAULTS = ("signal=SIGKILL", "error=EIO", "error=ENOSPC")
EVERY_ONE = os.environ.get("SUIVI_CRASH_POINTS") == "all"
SAMPLE = 1 if EVERY_ONE else int(os.environ.get("SUIVI_CRASH_POINTS", "1"))
_NO_WORDS = {"SUIVI_PASSPHRASE": ""}
SOUND_ENDINGS = {0, 3, -signal.SIGKILL, -signal.SIGPROF, 128 + signal.SIGKILL}


@dataclass(frozen=True)
class Act:
    """A command to be interrupted: the folder it begins in, and what a log holds once it has been done.

    `repeats` are the exit codes it may end with when it is done again; `surroundings` are environment variables;
    `makes` says that the command makes the folder itself.
    """

    before: Path
    arguments: tuple[str, ...]
    log: str
    size: int
    repeats: frozenset[int] = frozenset({0})
    surroundings: dict[str, str] = field(default_factory=dict)
    makes: bool = False

    @property
    def cold(self) -> bool:
        """Whether the act starts in a process of its own: it makes its folder, or runs in surroundings of its own."""
        return self.makes or bool(self.surroundings)


def refuse_without_strace() -> None:
    """Skip, loudly, where no fault can be injected."""
    if shutil.which("strace") is None:
        pytest.skip("CRASH POINTS NOT TESTED: strace is not installed (apt-get install strace)")
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("CRASH POINTS NOT TESTED: this machine does not let strace attach")


def broken_points(act: Act, fault: str, place: Path) -> list[str]:
    """What was wrong at each of the points tried; empty if nothing was."""
    points = points_of(act, place)
    assert points, "the act writes nothing, so nothing was tested"
    chosen = sampled(points, fault)
    known = set[str]()
    found = [broken for call, number in chosen if (broken := broken_at(act, fault, call, number, known))]
    played = f"{len(chosen)} of {len(points)} points, {len(known)} states left, {len(found)} broken"
    sys.stdout.write(f"\n{act.arguments[0]}, {fault}: {played}\n")
    return found


def tried(acts: Sequence[str]) -> list[tuple[str, str]]:
    """Every act with every fault, or where one point is tried each act with one fault, another for the next act."""
    if EVERY_ONE or SAMPLE > 1:
        return [(act, fault) for act in acts for fault in FAULTS]
    return [(act, FAULTS[place % len(FAULTS)]) for place, act in enumerate(acts)]


def faults(daily: str) -> tuple[str, ...]:
    """Every fault, or in a daily run this one."""
    return FAULTS if EVERY_ONE else (daily,)


def sampled(points: list[tuple[str, int]], fault: str) -> list[tuple[str, int]]:
    """All of the points, or some at equal distances: others for each fault, so that the three lie apart."""
    if EVERY_ONE:
        return points
    apart, shift = len(points) / SAMPLE, (FAULTS.index(fault) + 1) / (len(FAULTS) + 1)
    return [points[place] for place in sorted({int((number + shift) * apart) for number in range(SAMPLE)})]


def calls_of(act: Act, place: Path) -> list[str]:
    """What the act asks of the disk, a line of the trace for each call; played once, however often it is asked for."""
    key = (act.before, act.arguments, *act.surroundings.values())
    if key not in _TRACES:
        trace = place / "trace"
        _begin(act)
        ended = _strace(act, ["-y", "-s", "16000000", "-o", str(trace), "-e", f"trace={CALLS}"])
        assert ended.code == 0, ended.err
        _TRACES[key] = trace.read_text(encoding="latin-1").splitlines()
    return _TRACES[key]


_TRACES: dict[tuple[object, ...], list[str]] = {}


def points_of(act: Act, place: Path) -> list[tuple[str, int]]:
    """The writes to files of the node, in their order: the system call, and its number among all of that name."""
    folder = warm().folder
    beside = str(folder.with_name(f".{folder.name}.being"))  # where a restoration puts a node together
    counted, points = Counter[str](), []
    lines = calls_of(act, place)
    first = lines[0].split(maxsplit=1)[0]
    for process, said in (line.split(maxsplit=1) for line in lines):
        call = said.partition("(")[0]
        if process == first and call in WRITES:
            counted[call] += 1
            points += [(call, counted[call])] if f"{folder}/" in said or f'{folder}"' in said or beside in said else []
    return points


def broken_at(act: Act, fault: str, call: str, number: int, known: set[str]) -> str:
    """What was wrong after the fault at that call; empty if nothing. A state already `known` is not looked at again."""
    _begin(act)
    ended = _strace(act, ["-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={number}"])
    return wrong_after(act, ended, f"{fault} at {call} {number}", known)


def kills_of(act: Act, many: int, seed: int) -> "Kills":
    """So many kills at moments nobody chose."""
    chance, spent, kills = random.Random(seed), _spent_by(act), Kills()
    for _ in range(many):
        _kill(act, chance.uniform(0, spent), kills)
        if kills.played % 100 == 0:
            sys.stdout.write(f"\n{act.arguments[0]}: {kills.played:,} kills, {kills}\n")
            sys.stdout.flush()
    return kills


@dataclass
class Kills:
    """What came of kills: how many there were, how many before the end of the act, what was wrong, and what they left.

    A state some earlier kill left behind is sound if it was, and is not looked at again (`left.py`).
    """

    played: int = 0
    before_the_end: int = 0
    wrong: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.before_the_end:,} before its end, {len(self.left):,} states left, {len(self.wrong)} broken"


def _kill(act: Act, moment: float, kills: Kills) -> None:
    _begin(act)
    words = [*act.arguments, "--data", str(warm().folder)]
    ended = warm().begins(_dying, words=words, moment=moment).ends()
    kills.played += 1
    kills.before_the_end += ended.code < 0
    wrong = wrong_after(act, ended, f"killed after {moment * 1e3:.1f} ms", kills.left)
    kills.wrong += [wrong] if wrong else []


def _dying(words: list[str], moment: float) -> None:
    """Be the command, in a process forked for it, until it has used so many seconds of processor time.

    Not of the clock: a busy machine would have it killed before it began. Nothing takes up the signal that ends it.
    """
    signal.setitimer(signal.ITIMER_PROF, max(moment, 1e-6))
    terminal(words=words, surroundings=_NO_WORDS)


def _spent_by(act: Act) -> float:
    """How many seconds of processor time the act takes in a process forked for it."""
    _begin(act)
    running = warm().begins(_timed, words=[*act.arguments, "--data", str(warm().folder)])
    ended = running.ends()
    assert ended.code == 0, ended.err
    return float(running.answer)


def _timed(words: list[str]) -> float:
    with contextlib.suppress(SystemExit):
        terminal(words=words, surroundings=_NO_WORDS)
    return time.process_time()


def _state_left(folder: Path) -> tuple[str, str]:
    """What the node is to whatever comes next, with what lies beside it half made; and what is wrong with its tables."""
    files = files_in(folder)
    tables = tables_in(files)
    beside = {f"{place.name}/{name}": octets for place in _beside(folder) for name, octets in files_in(place).items()}
    return state_of(files | beside, tables), tables.wrong


def _beside(folder: Path) -> list[Path]:
    return sorted(folder.parent.glob(f".{folder.name}.being-*"))


def wrong_after(act: Act, ended: Ran, where: str, known: set[str]) -> str:
    """What is wrong with the node an act left, or with doing the act again; empty if nothing.

    A state already `known` was looked at when it was first left; its tables are checked each time (`left.py`).
    """
    folder = warm().folder
    if ended.code not in SOUND_ENDINGS:
        return f"{where}: ended with {ended.code}: {ended.err[-300:]}"
    left, wrong = _state_left(folder)
    if wrong:
        return f"{where}: {wrong}"
    if left in known:
        return ""
    known.add(left)
    if wrong := unsound(folder):
        return f"{where}: {wrong}"
    if act.makes and folder.exists():
        return "" if (held := size_of(folder, act.log)) == act.size else f"{where}: the log holds {held} entries"
    again = suivi(folder, *act.arguments, **act.surroundings) if act.cold else warm().suivi(*act.arguments, **_NO_WORDS)
    if again.code not in act.repeats:
        return f"{where}: cannot be repeated: {again.err[-300:]}"
    held, wrong = size_of(folder, act.log), unsound(folder)
    return wrong or ("" if held == act.size else f"{where}: the log holds {held} entries, not {act.size}")


def unsound(folder: Path) -> str:
    """What is wrong with a node as it lies there; empty if nothing."""
    if not (folder / "suivi.sqlite3").exists():
        return ""
    return next(_wrongs(folder), "")


def _wrongs(folder: Path) -> Iterator[str]:
    for published in sorted(folder.glob("published/x/v1/*/*/checkpoint")):
        try:
            state = read_checkpoint(read_note(published.read_bytes()).text, origin=None)
        except Fault as fault:
            yield f"{published.relative_to(folder)} cannot be read: {fault.code}"
            return
        lines = _published_lines(published.parent)[: state.size]
        if root_of(list(map(_leaf, lines))) != state.root:
            yield f"what is published under {state.origin} at size {state.size} rebuilds another root"
        if state.size > (held := size_of(folder, state.origin)):
            yield f"{state.size} entries of {state.origin} are published, {held} are held"
    verified = warm().suivi("log", "verify", **_NO_WORDS)
    if verified.code:
        yield f"the logs are not sound: {verified.out[-300:]} {verified.err[-300:]}"


def _leaf(line: bytes) -> bytes:
    try:
        return leaf_hash(canonical(json.loads(line)["h"]))
    except ValueError:
        return leaf_hash(line)  # half a line: no root holds it


def _published_lines(place: Path) -> list[bytes]:
    """The lines of a published log: full segments, and of the last one its longest beginning."""
    whole = {int(path.name): path for path in place.glob("segments/[0-9]*") if path.is_file()}
    parts = {
        int(path.name.removesuffix(".p")): max(path.glob("[0-9]*"), key=lambda part: int(part.name), default=None)
        for path in place.glob("segments/*.p")
    }
    chosen = [path for number in sorted({*whole, *parts}) if (path := whole.get(number) or parts.get(number))]
    return [line for path in chosen for line in path.read_bytes().splitlines()]


def _begin(act: Act) -> None:
    clear()
    if not act.makes:
        shutil.copytree(act.before, warm().folder)


def clear() -> None:
    """Take away whatever node lies there, and what lies beside it half made."""
    for place in (warm().folder, *_beside(warm().folder)):
        shutil.rmtree(place, ignore_errors=True)


@cache
def warm() -> Capital:
    """The place where nodes are broken, and the process that serves whatever node lies there."""
    place = tempfile.mkdtemp(prefix="suivi-crashing-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    capital = Capital("can", Path(place) / "can")
    atexit.register(capital.leaves)
    return capital


def _strace(act: Act, options: list[str]) -> Ran:
    """How the act ended under strace."""
    if not act.cold:
        return _strace_warm(act, options)
    traced = ["strace", "-f", "-qq", *options, *_command(warm().folder, act.arguments)]
    surroundings = _environment() | act.surroundings
    ran = subprocess.run(traced, env=surroundings, capture_output=True, text=True, check=False, timeout=300)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def _strace_warm(act: Act, options: list[str]) -> Ran:
    go = warm().folder.with_name("go")
    go.unlink(missing_ok=True)
    running = warm().begins(held, words=[*act.arguments, "--data", str(warm().folder)], go=str(go))
    tracing = ["strace", "-f", "--quiet=exit,personality", *options, "-p", str(running.pid)]
    with subprocess.Popen(tracing, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        assert "attached" in said, said
        go.touch()
        return running.ends()


def held(words: list[str], go: str) -> None:
    """Wait until there is a file to go on, then be the command: in a process forked for it."""
    while not Path(go).exists():
        time.sleep(0.002)
    terminal(words=words, surroundings=_NO_WORDS)


def suivi(folder: Path, *arguments: str, **surroundings: str) -> Ran:
    """A command at that node, in a process of its own."""
    environment, command = _environment() | surroundings, _command(folder, arguments)
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def suivi_cold(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """A command of no node, as on a custodian's machine."""
    cold = [sys.executable, "-m", "suivi.cli", *arguments]
    return subprocess.run(cold, env=_environment(), capture_output=True, text=True, check=False, timeout=300)


def done(folder: Path, *arguments: str) -> str:
    """What a command printed that must succeed."""
    ran = suivi(folder, *arguments)
    assert ran.code == 0, ran.err
    return ran.out


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "suivi.cli", *arguments, "--data", str(folder)]


def _environment() -> dict[str, str]:
    return {**os.environ, "SUIVI_PASSWORD": PASSWORD, "SUIVI_LANGUAGE": "en", "SUIVI_PASSPHRASE": ""}


def approved_report(folder: Path, officers: tuple[str, str]) -> str:
    """The ticket of a report with its two approvals."""
    filed = ("report", PLAN, "P1.I1", "--stage", "done", "--on", "2024-11-05", "--account", "en=Done.")
    ticket = str(json.loads(done(folder, *filed, "--officer", officers[0], "--format", "json"))["ticket"])
    for officer in officers:
        done(folder, "approve", ticket, "--officer", officer)
    return ticket


def size_of(folder: Path, log: str) -> int:
    """How many entries of a log the tables hold."""
    with sqlite3.connect(folder / "suivi.sqlite3") as database:
        return int(database.execute("SELECT count(*) FROM desk_entry WHERE log = ?", [log]).fetchone()[0])
