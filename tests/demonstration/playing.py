"""The demonstration played once for all tests of a session, by the command itself, over an earlier one.

With several workers each has a folder of its own under the session's, and the first to come plays for all. A session that
will want it lets it be played beside the tests before it: otherwise every worker but one stands idle meanwhile.
"""

import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

PARTIES = ("can", "kor")
PLAN = "canada-korea-2024"


def the_folder(base: Path) -> Path:
    """Where the session whose temporary folder is `base` keeps its demonstration."""
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstration"
    folder.mkdir(exist_ok=True)
    return folder


def told(folder: Path) -> dict[str, Any]:
    """What the command said and both registers as printed; played now if nobody has, waited for if somebody does."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "told.json").exists():
            _play(folder)
    facts: dict[str, Any] = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return facts


@contextmanager
def played_beside(folder: Path) -> Iterator[None]:
    """While this lasts a process plays the demonstration, unless somebody has or does; it is ended with the session."""
    with (folder / "lock").open("w") as lock:
        process = None if (folder / "told.json").exists() else _beside(folder, lock)
    try:
        yield
    finally:
        if process and process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _beside(folder: Path, lock: IO[str]) -> subprocess.Popen[bytes] | None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return None
    # The lock goes with the file it was taken on: the process holds it to its end, however it ends.
    return subprocess.Popen(
        [sys.executable, "-m", "tests.demonstration.playing", str(folder)],
        cwd=Path(__file__).resolve().parents[2],
        pass_fds=[lock.fileno()],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # if it fails, `told` plays it again and says why
    )


def _play(folder: Path) -> None:
    data = folder / "demo"
    _leave_an_earlier_one(data)
    said = suivi("demo", "--data", str(data), "--no-serve")
    registers = {
        party: json.loads(suivi("register", PLAN, "--data", str(data / party), "--format", "json")) for party in PARTIES
    }
    unfinished = folder / "told.unfinished"
    unfinished.write_text(json.dumps({"said": said, "registers": registers}), encoding="utf-8")
    unfinished.rename(folder / "told.json")


def _leave_an_earlier_one(data: Path) -> None:
    data.mkdir(exist_ok=True)
    (data / ".suivi-demonstration").touch()
    (data / "from-an-earlier-one").touch()


def suivi(*arguments: str) -> str:
    """What the command prints, which must end well."""
    command = [sys.executable, "-m", "suivi.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


if __name__ == "__main__":
    _play(Path(sys.argv[1]))
