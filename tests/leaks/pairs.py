"""Pairs of installations for as long as one likes: what `test_non_interference` plays a few of (exchange format, N1).

    python -m tests.leaks.pairs [--first SEED] [--pairs N] [--folder FOLDER]

- Every seed is a story of its own, played by two installations that share nothing but what is released.
- Each seed is told as it ends; the command ends with 1 if one pair differed, and names the exits that did.
- FOLDER keeps the node that all stories begin from; a folder in memory spares the disk.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.leaks.conftest import AHEAD, Stage, made_in
from tests.two_nodes.capitals import Capital


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The exits that are not the same in both installations, by name."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def played_pair(stage: Stage, seed: int) -> list[str]:
    """The exits by which two installations of this story can be told apart; at least one of them did something at home."""
    one, other = stage.plays(seed, "one"), stage.plays(seed, "other")
    assert one["made"] or other["made"]
    assert not set(one["tokens"]) & set(other["tokens"])
    return differing(one["exits"], other["exits"])


def main() -> int:
    """Play the pairs, and say how many were equal."""
    parser = argparse.ArgumentParser(description="Play pairs of installations and compare every byte that leaves them.")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=None)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as place:
        return _all(range(asked.first, asked.first + asked.pairs), Path(place))


def _all(seeds: range, place: Path) -> int:
    capital, began, equal = Capital("can", place / "played" / "can", ahead=AHEAD), time.monotonic(), 0
    stage = Stage(made_in(place / "base", place / "stages"), capital)
    try:
        for seed in seeds:
            differs = played_pair(stage, seed)
            equal += not differs
            _tell(f"{seed}: {', '.join(differs) or 'equal'}")
    finally:
        capital.leaves()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = used.ru_utime + used.ru_stime
        _tell(f"{equal} equal, from {seeds.start}; {spent:.0f} s of processor time, {time.monotonic() - began:.0f} s")
    return 0 if equal == len(seeds) else 1


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
