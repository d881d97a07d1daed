"""Child: a document parsed in a process of its own, which may use little time and memory and reach nothing.

- Plain text needs no parser and is read here; everything else goes to the child.
- The child loads what it needs, reads the document from its standard input, and then gives up the rest: no file, no
  socket and no process can be opened any more, CPU time and memory are limited (setrlimit, POSIX.1-2017).
- Whatever happens there ends here as a text or a refusal; nothing is left behind.
- Imports no Django, so that `suivi read` starts cold.
"""

import codecs
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from suivi.plan.refusal import Refusal
from suivi.plan.text import SourceBlock, Text
from suivi.reader import refusals
from suivi.reader.files import ENCODINGS, LARGEST_MB, document_format, read_file

_PACKAGES: Final = Path(__file__).resolve().parents[2]
_MEGABYTE: Final = 1_000_000
_BROKE_DOWN: Final = 86  # the exit status of a child whose parser did not end in a text or a refusal


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a child may use: seconds of CPU, seconds on the clock (other work may wait for the CPU too), megabytes."""

    cpu_seconds: int = 10
    wall_seconds: int = 30
    megabytes: int = 512


class ChildNotStarted(RuntimeError):
    """The child could not be started at all: something is missing from the installation."""


def read_document(octets: bytes, *, name: str, limits: Limits | None = None) -> Text:
    """The text of a file named `name`, its language not yet known.

    Raises the refusals of `reader.files.read_file`, `ReadingTookTooLong` or `ReadingTookTooMuch`.
    """
    if len(octets) > LARGEST_MB * _MEGABYTE or not document_format(octets, name=name):
        return read_file(octets, name=name)
    limits = limits or Limits()
    asked = json.dumps({"name": name, "limits": asdict(limits)}).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-B", "-m", "suivi.desk.child"],
            input=asked + b"\n" + octets,
            capture_output=True,
            timeout=limits.wall_seconds,
            check=False,
            env={"PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1"},
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        raise refusals.ReadingTookTooLong(name=name, seconds=limits.wall_seconds) from None
    if done.returncode == 0:
        return _answered(json.loads(done.stdout))
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise refusals.ReadingTookTooLong(name=name, seconds=limits.cpu_seconds)
    if done.returncode == 1:
        raise ChildNotStarted(done.stderr.decode("utf-8", "replace")[-2000:])
    raise refusals.ReadingTookTooMuch(name=name, megabytes=limits.megabytes)


def _answered(answer: Mapping[str, Any]) -> Text:
    if "refused" in answer:
        raise _refusals()[answer["refused"]](**answer["values"])
    return Text("", answer["characters"], tuple(SourceBlock(*block) for block in answer["blocks"]))


def _refusals() -> dict[str, type[Refusal]]:
    found = (kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Refusal))
    return {kind.code: kind for kind in found if kind is not Refusal}


# In the child


def main() -> None:
    """Read a document from standard input, and write its text or its refusal as JSON."""
    import suivi.reader.pages  # noqa: F401 loaded while files can still be opened

    for encoding in ("utf-8-sig", "utf-16", "cp1252", *ENCODINGS.values()):
        codecs.lookup(encoding)
    asked = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**asked["limits"])
    _give_up(limits)
    try:
        answer = _parsed(sys.stdin.buffer.read(), asked["name"])
    except Exception:  # noqa: BLE001 whatever a hostile document makes of a parser, the parent refuses the document
        raise SystemExit(_BROKE_DOWN) from None
    sys.stdout.buffer.write(answer)


def _give_up(limits: Limits) -> None:
    """From here on: no new file, socket, process or dump; no more CPU time and memory than allowed."""
    octets = limits.megabytes * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (octets, octets))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))  # those that are open: input, output, errors


def _parsed(octets: bytes, name: str) -> bytes:
    try:
        text = read_file(octets, name=name)
    except Refusal as refusal:
        return json.dumps({"refused": refusal.code, "values": refusal.values}).encode()
    blocks = [(block.start, block.end, block.role) for block in text.blocks]
    return json.dumps({"characters": text.characters, "blocks": blocks}).encode()


if __name__ == "__main__":
    main()
