"""Conformance: every good and bad file of the exchange, with the verdict expected, and any program held against them.

    python -m tools.conformance FOLDER                             write the files and expected.tsv
    python -m tools.conformance --every 20 FOLDER suivi verify     run a program on every twentieth file as well

- The files are those of `tests/independent`: made from fixed seeds, so every stranger makes the same bytes.
- The verdict is that of `tools/verify.py`, written from the exchange format alone; the error is named, not compared:
  where a file has two faults, a program may meet the other one first.
- A program is given one file and must end with 0 for a sound file, 3 for one it refuses (house rule for exit codes).
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from tools import verify

SOUND: Final = "sound"
EXPECTED: Final = "expected.tsv"


def verdict_of(octets: bytes) -> str:
    """`sound`, or the error that the independent verifier names."""
    try:
        verify.verify(octets)
    except verify.Refused as refused:
        return str(refused.args[0])
    return SOUND


def written(folder: Path) -> list[tuple[Path, str]]:
    """Every case as a file of `folder`, with its verdict; the list is written beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    every: Iterable[tuple[str, bytes]] = import_module("tests.independent.cases").every()
    for number, (name, octets) in enumerate(every):
        ending = "evidence" if octets[:1] == b"{" else "suivi"
        file = folder / f"{number:04}-{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')[:60]}.{ending}"
        file.write_bytes(octets)
        found.append((file, verdict_of(octets)))
    lines = [f"{file.name}\t{verdict}\n" for file, verdict in found]
    (folder / EXPECTED).write_text("".join(["file\tverdict\n", *lines]), encoding="utf-8")
    return found


def disagreements(files: Sequence[tuple[Path, str]], program: Sequence[str]) -> Iterator[str]:
    """One line for each file on which `program` ends otherwise than expected."""
    for file, verdict in files:
        ran = subprocess.run([*program, str(file)], capture_output=True, check=False)
        expected = 0 if verdict == SOUND else 3
        if ran.returncode != expected:
            yield f"{file.name}: expected {expected} ({verdict}), got {ran.returncode}"


def main(arguments: Sequence[str]) -> int:
    """Write the files, run the program if one is named; 0 if it agrees on all of them, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m tools.conformance")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="run the program on every so-manyth file only")
    parser.add_argument("program", nargs=argparse.REMAINDER, help="a program and its words; the file comes last")
    asked = parser.parse_args(arguments)
    files = written(asked.folder)
    sound = sum(verdict == SOUND for _, verdict in files)
    print(f"{len(files)} files in {asked.folder}: {sound} sound, {len(files) - sound} to be refused.")
    if not asked.program:
        return 0
    tried = files[:: asked.every]
    found = list(disagreements(tried, asked.program))
    print("\n".join([*found, f"{len(tried) - len(found)} of {len(tried)} files: the program agrees."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
