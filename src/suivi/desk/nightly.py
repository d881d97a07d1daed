"""The nightly backup: into which folder and at which hour; made by the desk itself while it is served.

- What was chosen lies in the node's folder. A night's backup bears its day (UTC) in its name, so it is made once, by
  whichever process looks first; a desk that was down makes up for the last night.
- The newest fourteen of ours are kept in that folder; nothing of another name is touched. Signing keys are in none.
- A night that failed stops nothing: what happened is kept, and said in the guide until a night succeeds.
"""

import datetime
import fcntl
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from suivi.desk.node import read_node
from suivi.desk.whole_files import replace_file

FILE_NAME: Final = "nightly-backup.json"
FAULT_NAME: Final = "nightly-backup-fault"
KEPT: Final = 14
"""How many nights are kept."""
_LONGEST: Final = 6 * 60 * 60
"""Seconds a backup may take before it is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nightly:
    """The folder backups are written to, and the hour of UTC (0 to 23) from which a night's is due."""

    folder: Path
    hour: int

    def night(self, at: datetime.datetime) -> datetime.date:
        """The day of the latest night whose hour has come at that instant."""
        return (at.astimezone(datetime.UTC) - datetime.timedelta(hours=self.hour)).date()


def planned(node: Path) -> Nightly | None:
    """What was chosen for the node in that folder, or None."""
    file = node / FILE_NAME
    if not file.exists():
        return None
    said = json.loads(file.read_text(encoding="utf-8"))
    return Nightly(folder=Path(said["folder"]), hour=int(said["hour"]))


def plan(node: Path, chosen: Nightly | None) -> None:
    """Keep what was chosen; None: no backup is made by the desk any more."""
    (node / FAULT_NAME).unlink(missing_ok=True)
    if chosen is None:
        (node / FILE_NAME).unlink(missing_ok=True)
        return
    replace_file(node / FILE_NAME, json.dumps({"folder": str(chosen.folder), "hour": chosen.hour}).encode())


def fault(node: Path) -> str:
    """What happened in the last night, empty if its backup was made."""
    file = node / FAULT_NAME
    return file.read_text(encoding="utf-8") if file.exists() else ""


def make_if_due(node: Path, *, at: datetime.datetime) -> Path | None:
    """Make the backup of the night, if it is due and not made; its file, or None. What fails is kept as the `fault`.

    Of several processes that ask at once, one makes it; the others get None.
    """
    chosen = planned(node)
    if chosen is None:
        return None
    with (node / FILE_NAME).open("rb") as turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        return _made(node, chosen, at)


def _made(node: Path, chosen: Nightly, at: datetime.datetime) -> Path | None:
    party = read_node(node).party
    file = chosen.folder / f"suivi-{party}-{chosen.night(at).isoformat()}.backup"
    if file.exists():
        return None
    failed = _backed_up(node, file)
    if failed:
        replace_file(node / FAULT_NAME, failed.encode())
        return None
    (node / FAULT_NAME).unlink(missing_ok=True)
    _spare(chosen.folder, party)
    return file


def _backed_up(node: Path, file: Path) -> str:
    # In a process of its own: it may take minutes, and pages are answered meanwhile.
    command = [sys.executable, "-m", "suivi.cli", "backup", "-o", str(file), "--data", str(node)]
    known = {name: value for name, value in os.environ.items() if name != "SUIVI_DATA"}
    try:
        ran = subprocess.run(  # noqa: S603  # our own command; the folder was chosen by who administers
            command, env=known, capture_output=True, text=True, check=False, timeout=_LONGEST
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if ran.returncode == 0 else (ran.stderr.strip().splitlines() or [f"exit {ran.returncode}"])[-1]


def _spare(folder: Path, party: str) -> None:
    ours = re.compile(rf"suivi-{party}-\d{{4}}-\d{{2}}-\d{{2}}\.backup")
    made = sorted(path for path in folder.iterdir() if ours.fullmatch(path.name))
    for old in made[:-KEPT]:
        old.unlink()
