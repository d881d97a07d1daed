"""Opinion: what the bare words of a text say of a promise, asked beside the rules and never instead of them.

Rules:
- an opinion is a sum of points, one for each word in its place, read from the table of its language
  (`languages/*/opinion.tsv`); the rules decide, and where the sum says the contrary there is a doubt;
- it knows no rule, no list and no mode: so it errs elsewhere than the rules do;
- a language without a table has no opinion, and nothing is doubted for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from suivi.reader.grammar import Action
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

EVERY: Final = "every"  # points before a word is read
PROMISE: Final = "promise"
KIND: Final = "kind"
LEVEL: Final = "level"
WORD: Final = r"[^\W\d_]+(?:'(?=\w))?|\d"
OPENING: Final = 3
LEADING: Final = 8
NEAR: Final = 6
CLOSING: Final = 6
WORDS_A_STEP: Final = 8
MOST_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Opinion:
    """The points of a language: `promise` for a commitment, `kind` for an initiative; `levels` from which it is asked.

    Of a clause: a promise of `missed` points or more is asked about where nothing was read, and from `certain` on no weak
    word is. `kind`: from how many points, those of the signs among them, a kind is sure.
    """

    promise: Mapping[str, int]
    kind: Mapping[str, int]
    levels: Mapping[str, int]


@cache
def opinion_of(tag: str) -> Opinion | None:
    """The opinion of a language, or None where nobody fitted one."""
    table = files("suivi.reader").joinpath("languages", tag, "opinion.tsv")
    if not table.is_file():
        return None
    points: dict[str, dict[str, int]] = {PROMISE: {}, KIND: {}, LEVEL: {}}
    for line in table.read_text(encoding="utf-8").splitlines():
        about, sign, told = line.split("\t")
        points[about][sign] = int(told)
    return Opinion(points[PROMISE], points[KIND], points[LEVEL])


def points_of(points: Mapping[str, int], signs: set[str]) -> int:
    """The sum of the points of the signs."""
    return points[EVERY] + sum(map(points.__getitem__, points.keys() & signs))


def signs_of_promise(source: Source, start: int, end: int, setting: int, *, listed: bool) -> set[str]:
    """The words of a clause, those that open or close it once more with their place, and where it stands."""
    words = compiled(WORD).findall(source.flat, start, end)
    if source.language.cues.behind:
        signs = {word[-2:] for word in words}
        signs.update([f"near the end {word[-3:]}" for word in words[-2:]])
        signs.update([f"last {word[-4:]}" for word in words[-1:]], [f"last {word[-2:]}" for word in words[-1:]])
    else:
        signs = set(words)
        signs.update([f"opening {word}" for word in words[:OPENING]])
    if words:
        signs.add(f"first {words[0]}")
    signs.add(f"listed {setting}" if listed else f"said {setting}")
    signs.add(f"long {min(MOST_STEPS, len(words) // WORDS_A_STEP)}")
    return signs


def signs_of_kind(source: Source, action: Action) -> set[str]:
    """The words of a commitment by where they stand to its verb."""
    start, verb, end = action.start, action.verb, action.end
    flat, find = source.flat, compiled(WORD).findall
    if source.language.cues.behind:
        words = find(flat, start, end)
        signs = {word[:2] for word in words[-CLOSING:]}
        signs.update([f"closing {word[:2]}" for word in words[-3:]])
        signs.update([f"ending {word[-3:]}" for word in words[-2:]], [f"last {word[-4:]}" for word in words[-1:]])
        count = len(words)
    else:
        before, words = find(flat, start, verb), find(flat, verb, end)
        signs = {f"before {word}" for word in before[-LEADING:]}
        if words:
            signs.add(f"verb {words[0]}")
            signs.add(f"verb -{words[0][-3:]}")
        signs.update([f"near {word}" for word in words[1:NEAR]], words[NEAR:])
        count = len(before) + len(words)
    signs.add(f"long {min(MOST_STEPS, count // WORDS_A_STEP)}")
    return signs
