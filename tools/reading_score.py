"""How well the reader reads an annotated text: `python -m tools.reading_score TEXT GOLD`.

- Matched one to one, best overlap first; a match covers at least half of the non-space characters of both together.
- Zones the annotation calls elaborations or optional count neither way.
- Modes are right if they are the preferred one or one the annotation also allows.
- An error is a commitment read that is none, one not read, or one read with the wrong kind. It is under a doubt if
  a doubt stands at it, or for one not read if a doubt's span touches it.
"""

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from suivi.reader.files import read_file
from suivi.reader.reading import read

ENOUGH: Final = 0.5
Commitment = dict[str, Any]
Zone = tuple[int, int]


@dataclass(kw_only=True)
class Score:
    """Counts over one document or several; the shares are of all commitments read, or of all annotated.

    `rules` counts by rule what was right and, under the name with `of`, how many cases there were.
    """

    read: int = 0
    annotated: int = 0
    matched: int = 0
    exact: int = 0
    kinds_right: int = 0
    modes_right: int = 0
    headings_read: int = 0
    headings: int = 0
    headings_found: int = 0
    doubted: int = 0
    errors: int = 0
    errors_doubted: int = 0
    right_doubted: int = 0
    broken: int = 0
    rules: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Score") -> "Score":
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in vars(self)})

    @property
    def precision(self) -> float:
        """Matched of all read."""
        return self.matched / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Matched of all annotated."""
        return self.matched / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.matched / max(1, self.read + self.annotated)


def score(value: dict[str, Any], gold: dict[str, Any]) -> Score:
    """The score of a reading (the reader's JSON) against an annotation of the same text."""
    characters = value["text"]["characters"]
    mine = counted(value, gold)
    pairs = matched(characters, mine, gold["commitments"])
    headings = {(section["start"], section["heading_end"]) for section in value["sections"]}
    wanted = [(section["start"], section["heading_end"]) for section in gold["sections"]]
    found = Score(
        read=len(mine),
        annotated=len(gold["commitments"]),
        matched=len(pairs),
        exact=sum((one["start"], one["end"]) == (other["start"], other["end"]) for one, other in pairs),
        kinds_right=sum(one["kind"] == other["kind"] for one, other in pairs),
        modes_right=sum(mode_is_right(one, other) for one, other in pairs),
        headings_read=len(headings),
        headings=len(wanted),
        headings_found=sum(heading in headings for heading in wanted),
        doubted=len({doubt["at"] for doubt in value["doubts"]}),
        broken=sum(characters[one["start"] : one["end"]] != one["text"] for one in value["commitments"]),
    )
    _count_doubts(found, value, mine, gold["commitments"], pairs)
    return found


def counted(value: dict[str, Any], gold: dict[str, Any]) -> list[Commitment]:
    """The commitments read that count: all but those in zones that count neither way."""
    neither = [(zone["start"], zone["end"]) for zone in (*gold["elaborations"], *gold["optional"])]
    return [
        one
        for one in value["commitments"]
        if not any(_is_in(value["text"]["characters"], one, zone) for zone in neither)
    ]


def mode_is_right(one: Commitment, other: Commitment) -> bool:
    """Whether the mode read is one that the annotation allows."""
    return one["mode"] in (other["mode"], *other["mode_alt"])


def matched(characters: str, mine: list[Commitment], theirs: list[Commitment]) -> list[tuple[Commitment, Commitment]]:
    """The pairs (read, annotated), one to one, best overlap first."""
    candidates = [
        (share, place, other_place)
        for place, one in enumerate(mine)
        for other_place, other in enumerate(theirs)
        if (share := overlap(characters, one, (other["start"], other["end"]))) >= ENOUGH
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


def overlap(characters: str, one: Commitment, other: Zone) -> float:
    """The share of the non-space characters of both together that they have in common."""
    start, end = max(one["start"], other[0]), min(one["end"], other[1])
    if start >= end:
        return 0.0
    whole = _dense(characters, min(one["start"], other[0]), max(one["end"], other[1]))
    return _dense(characters, start, end) / whole


def _is_in(characters: str, one: Commitment, zone: Zone) -> bool:
    start, end = max(one["start"], zone[0]), min(one["end"], zone[1])
    inside = _dense(characters, start, end) if start < end else 0
    return inside >= ENOUGH * max(1, _dense(characters, one["start"], one["end"]))


def _dense(characters: str, start: int, end: int) -> int:
    return sum(not sign.isspace() for sign in characters[start:end])


def _count_doubts(
    found: Score,
    value: dict[str, Any],
    mine: list[Commitment],
    theirs: list[Commitment],
    pairs: list[tuple[Commitment, Commitment]],
) -> None:
    doubted = {doubt["at"] for doubt in value["doubts"]}
    spans = [(doubt["start"], doubt["end"]) for doubt in value["doubts"]]
    met, met_there = {one["id"] for one, _ in pairs}, {other["start"] for _, other in pairs}
    right = {one["id"] for one, other in pairs if one["kind"] == other["kind"]}
    wrong = [one["id"] for one in mine if one["id"] not in met or one["id"] not in right]
    missed = [other for other in theirs if other["start"] not in met_there]
    found.errors = len(wrong) + len(missed)
    found.errors_doubted = sum(id in doubted for id in wrong) + sum(
        any(start < other["end"] and other["start"] < end for start, end in spans) for other in missed
    )
    found.right_doubted = sum(id in doubted for id in right)


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
