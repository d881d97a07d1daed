"""How well the reader reads an annotated text: `python -m tools.reading_score TEXT GOLD`.

- Matched one to one, best overlap first; a match covers at least half of the non-space characters of both together.
- Zones the annotation calls elaborations or optional count neither way.
- Modes are right if they are the preferred one or one the annotation also allows.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from suivi.reader.files import read_file
from suivi.reader.reading import read

ENOUGH: Final = 0.5


@dataclass(frozen=True, kw_only=True)
class Score:
    """Counts of one document; the shares are of all commitments read, or of all annotated."""

    read: int
    annotated: int
    matched: int
    exact: int
    modes_right: int
    headings: int
    headings_found: int
    doubted: int

    @property
    def precision(self) -> float:
        """Matched of all read."""
        return self.matched / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Matched of all annotated."""
        return self.matched / self.annotated if self.annotated else 0.0


def score(value: dict[str, Any], gold: dict[str, Any]) -> Score:
    """The score of a reading (the reader's JSON) against an annotation of the same text."""
    characters = value["text"]["characters"]
    neither = [(zone["start"], zone["end"]) for zone in (*gold["elaborations"], *gold["optional"])]
    mine = [
        one for one in value["commitments"] if not any(_overlap(characters, one, zone) >= ENOUGH for zone in neither)
    ]
    pairs = _matched(characters, mine, gold["commitments"])
    headings = {(section["start"], section["heading_end"]) for section in value["sections"]}
    wanted = [(section["start"], section["heading_end"]) for section in gold["sections"]]
    return Score(
        read=len(mine),
        annotated=len(gold["commitments"]),
        matched=len(pairs),
        exact=sum((one["start"], one["end"]) == (other["start"], other["end"]) for one, other in pairs),
        modes_right=sum(one["mode"] in (other["mode"], *other["mode_alt"]) for one, other in pairs),
        headings=len(wanted),
        headings_found=sum(heading in headings for heading in wanted),
        doubted=len({doubt["at"] for doubt in value["doubts"]}),
    )


def _matched(
    characters: str, mine: list[dict[str, Any]], theirs: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    candidates = [
        (share, place, other_place)
        for place, one in enumerate(mine)
        for other_place, other in enumerate(theirs)
        if (share := _overlap(characters, one, (other["start"], other["end"]))) >= ENOUGH
    ]
    taken: set[int] = set()
    taken_there: set[int] = set()
    pairs = []
    for _, place, other_place in sorted(candidates, key=lambda candidate: (-candidate[0], candidate[1:])):
        if place not in taken and other_place not in taken_there:
            taken.add(place)
            taken_there.add(other_place)
            pairs.append((mine[place], theirs[other_place]))
    return pairs


def _overlap(characters: str, one: dict[str, Any], other: tuple[int, int]) -> float:
    start, end = max(one["start"], other[0]), min(one["end"], other[1])
    if start >= end:
        return 0.0
    whole = _dense(characters, min(one["start"], other[0]), max(one["end"], other[1]))
    return _dense(characters, start, end) / whole


def _dense(characters: str, start: int, end: int) -> int:
    return sum(not sign.isspace() for sign in characters[start:end])


def main() -> None:
    """Print the score of one text."""
    text, gold = (Path(name) for name in sys.argv[1:3])
    value = read(read_file(text.read_bytes(), name=text.name)).value()
    found = score(value, json.loads(gold.read_text(encoding="utf-8")))
    print(f"read {found.read}, annotated {found.annotated}, matched {found.matched}, exact spans {found.exact}")
    print(
        f"precision {found.precision:.3f}, recall {found.recall:.3f}, modes {found.modes_right / max(1, found.matched):.3f}"
    )
    print(f"headings {found.headings_found} of {found.headings}, commitments under a doubt {found.doubted}")


if __name__ == "__main__":
    main()
