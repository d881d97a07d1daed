"""Slips: what one process of this node tells the others of work it does in the background, a small file for each work.

- A node is served by several processes, and a request may reach any of them: whoever asks how far a reading or a package
  is reads the slip of the process that works on it, and asks it to stop by a file beside the slip.
- Never truth, and nothing of a document before its reading is kept: emptied whenever the node is served anew.
- A slip whose process has gone without ending its work tells of a work that failed.
- A disk that is full stops no work: the slip is then behind, or missing.
"""

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words

FOLDER_NAME: Final = "under-way"
_PRIVATE: Final = 0o700
Slip = Mapping[str, Any]
"""What a slip says, as JSON; `process` is the number of the process that wrote it."""


class ToldElsewhere(Refusal):
    """A refusal another process has met: its code, and what it says in every language."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        # What a refusal of its own class says is on the class; this one says what it was told.
        says, remedy = (
            [words.replace("{", "{{").replace("}", "}}") for words in told[name]] for name in ("says", "remedy")
        )
        self.code, self.says, self.remedy = told["code"], Words(*says), Words(*remedy)  # type: ignore[misc]  # this one says its own
        super().__init__()


def fresh_id() -> str:
    """A name for a work, that no other process of this node gives."""
    return secrets.token_hex(6)


def empty(node: Path) -> None:
    """Forget every work: the node in that folder is being served anew."""
    shutil.rmtree(node / FOLDER_NAME, ignore_errors=True)


def write(node: Path, kind: str, id: str, said: Mapping[str, Any], *, octets: bytes = b"") -> None:
    """Say how far the work is; `octets`, what has come of it, lie in a file of their own."""
    folder = node / FOLDER_NAME
    with contextlib.suppress(OSError):
        folder.mkdir(mode=_PRIVATE, exist_ok=True)
        if octets:
            _put(folder / f"{kind}-{id}.octets", octets)
        _put(folder / f"{kind}-{id}.json", json.dumps({**said, "id": id, "process": os.getpid()}).encode())


def _put(place: Path, octets: bytes) -> None:
    beside = place.with_suffix(".new")
    beside.write_bytes(octets)
    beside.replace(place)


def slips(node: Path, kind: str) -> Iterator[Slip]:
    """What is said of every work of that kind, oldest first."""
    with contextlib.suppress(OSError):
        found = [(place.stat().st_ctime_ns, place) for place in (node / FOLDER_NAME).glob(f"{kind}-*.json")]
        for _, place in sorted(found):
            if (said := _read(place)) is not None:
                yield said


def slip(node: Path, kind: str, id: str) -> Slip | None:
    """What is said of the work of that kind and name."""
    return _read(node / FOLDER_NAME / f"{kind}-{id}.json") if id.isalnum() else None


def _read(place: Path) -> Slip | None:
    try:
        said = json.loads(place.read_bytes())
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) else None


def octets_of(node: Path, kind: str, id: str) -> bytes:
    """What has come of a work; empty where nothing has."""
    try:
        return (node / FOLDER_NAME / f"{kind}-{id}.octets").read_bytes()
    except OSError:
        return b""


def is_alive(said: Slip) -> bool:
    """Whether the process that wrote the slip is still there."""
    try:
        os.kill(int(said["process"]), 0)
    except (OSError, ValueError, KeyError):
        return False
    return True


def ask_to_stop(node: Path, kind: str, id: str) -> None:
    """Ask the process that works on it to stop."""
    with contextlib.suppress(OSError):
        (node / FOLDER_NAME / f"{kind}-{id}.stop").touch()


def is_to_stop(node: Path, kind: str, id: str) -> bool:
    """Whether somebody has asked so."""
    return (node / FOLDER_NAME / f"{kind}-{id}.stop").exists()


def remove(node: Path, kind: str, id: str) -> None:
    """Forget a work."""
    for suffix in ("json", "octets", "stop"):
        with contextlib.suppress(OSError):
            (node / FOLDER_NAME / f"{kind}-{id}.{suffix}").unlink()


def told(refusal: Refusal | None) -> dict[str, Any] | None:
    """A refusal for a slip; None for none."""
    if refusal is None:
        return None
    says = [refusal.sentence(language) for language in LANGUAGES]
    return {"code": refusal.code, "says": says, "remedy": [refusal.advice(language) for language in LANGUAGES]}
