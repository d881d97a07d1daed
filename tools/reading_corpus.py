"""The reading corpus: short documents written for this project, annotated in place (`benchmarks/reading/`).

A file is a head of `name: value` lines (`layout`, and `part`: `development` or `held-out`), a line `---`, and the
document with marks in it. Taking the marks out gives the characters the reader is given, to the last one:

- `⟦I dialogue/study¦words⟧` an initiative, `⟦A advocacy¦words⟧` an aim; the first mode is preferred, the others are
  also right; after the modes may follow `every=FREQ=YEARLY` (`every=` for a mere “regular”), `until=2026-12-31`
  (the last day a deadline allows), `by=can` (the only party that acts), `light` (a light verb, R4), `same=NAME`
  (places of one commitment share a name, R10);
- `⟦H¦words⟧` a heading, label included;
- `⟦E¦words⟧` an elaboration and `⟦O¦words⟧` an optional reading: what is read there counts neither way;
- `⟦X¦words⟧` words that look like a commitment and are none (R2): what is read there is an error, counted by itself.

Marks do not nest, save that a heading may hold a commitment.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1] / "benchmarks" / "reading"
_MARK: Final = re.compile(r"⟦(?P<kind>[IAHEOX])(?P<said>[^¦⟦⟧]*)¦|⟧")
_KINDS: Final = {"I": "initiative", "A": "aim"}


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """One document: `gold` has the shape of an annotation that `tools.reading_score` takes."""

    name: str
    language: str
    layout: str
    held_out: bool
    characters: str
    gold: dict[str, Any]


def corpus(root: Path = ROOT) -> Iterator[Annotated]:
    """Every document of the corpus, by language and name."""
    for path in sorted(root.glob("*/*.txt")):
        yield annotated(path.read_text(encoding="utf-8"), name=path.stem, language=path.parent.name)


def annotated(written: str, *, name: str, language: str) -> Annotated:
    """The document and annotation in `written`; raises `ValueError` where a mark does not close or is unknown."""
    head, _, marked = written.partition("\n---\n")
    told = dict(line.split(": ", 1) for line in head.splitlines())
    characters, marks = _unmarked(marked, name)
    return Annotated(
        name=name,
        language=language,
        layout=told["layout"],
        held_out=told["part"] == "held-out",
        characters=characters,
        gold=_gold(characters, marks),
    )


Mark = tuple[str, str, int, int]


def _unmarked(marked: str, name: str) -> tuple[str, list[Mark]]:
    kept: list[str] = []
    opened: list[tuple[str, str, int]] = []
    marks: list[Mark] = []
    size = cursor = 0
    for match in _MARK.finditer(marked):
        kept.append(marked[cursor : match.start()])
        size += match.start() - cursor
        cursor = match.end()
        if match.group("kind"):
            opened.append((match.group("kind"), match.group("said").strip(), size))
        elif opened:
            kind, said, start = opened.pop()
            marks.append((kind, said, start, size))
        else:
            raise ValueError(f"{name}: a mark closes that none opened, at {match.start()}")
    kept.append(marked[cursor:])
    characters = "".join(kept)
    if opened or re.search("[⟦⟧¦]", characters):
        raise ValueError(f"{name}: a mark does not close")
    return characters, sorted(marks, key=lambda mark: (mark[2], -mark[3]))


def _gold(characters: str, marks: list[Mark]) -> dict[str, Any]:
    commitments = [_commitment(characters, mark) for mark in marks if mark[0] in _KINDS]
    return {
        "sections": [{"start": start, "heading_end": end} for kind, _, start, end in marks if kind == "H"],
        "commitments": _linked(commitments),
        "elaborations": [{"start": start, "end": end} for kind, _, start, end in marks if kind == "E"],
        "optional": [{"start": start, "end": end} for kind, _, start, end in marks if kind == "O"],
        "refused": [{"start": start, "end": end} for kind, _, start, end in marks if kind == "X"],
    }


def _commitment(characters: str, mark: Mark) -> dict[str, Any]:
    kind, said, start, end = mark
    modes, *details = said.split() or ["undertaking"]
    told = dict(detail.partition("=")[::2] for detail in details)
    mode, *others = modes.split("/")
    return {
        "start": start,
        "end": end,
        "text": characters[start:end],
        "kind": _KINDS[kind],
        "mode": mode,
        "mode_alt": others,
        "recurrence": told.get("every"),
        "deadline": told.get("until"),
        "actor": told.get("by", "all"),
        "light": "light" in told,
        "same": told.get("same"),
    }


def _linked(commitments: list[dict[str, Any]]) -> list[dict[str, Any]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, commitment in enumerate(commitments):
        if commitment["same"]:
            places[commitment["same"]].append(place)
    for together in places.values():
        for place in together:
            commitments[place]["same_as"] = [other for other in together if other != place]
    return commitments
