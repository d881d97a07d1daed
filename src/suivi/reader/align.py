"""Align: the commitments of language versions of one text, side by side.

Method: monotone dynamic programming (after Gale and Church 1993, on features in the place of lengths) with pairs of
one to one, one to several and several to one; then what was left over under the same heading, or near by, is paired
if it says the same, so that an item that moved is met again. Rare features weigh more than frequent ones. No model,
no dictionary but the house's glossary, and the same versions always pair alike.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from suivi.reader.draft import DraftPlan
from suivi.reader.drift import Drift, drifts_between
from suivi.reader.features import Features, features_of, joined
from suivi.reader.modes import FALLBACK

FORMAT: Final = "suivi-aligned-versions/1"
ENOUGH: Final = 0.27  # likeness below which two commitments are not one
SAID: Final = 0.12  # of what they say: with less in common, place and mode prove nothing
ALONE: Final = 0.12  # what leaving one unpaired is worth: less than a poor pair, more than a wrong one
MOST: Final = 3  # commitments of one version that may be one of another
NEAR: Final = 6  # how far an item may have moved under another heading
ADDS: Final = 0.25  # the share of what a lone neighbour says that must be new to a pair, to be taken into it
JOINING: Final = 0.05  # what each further commitment of a pair must gain

Group: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""Places in two versions that belong together; one side may be empty."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Commitments that say one thing: their ids by language, likeness (0 to 1), what drifts between them.

    A language without ids says nothing of it. `moved` where the order differs between versions.
    """

    ids: Mapping[str, tuple[str, ...]]
    likeness: float
    drifts: tuple[Drift, ...] = ()
    moved: bool = False

    @property
    def complete(self) -> bool:
        """Whether every version says it."""
        return all(self.ids.values())

    def value(self) -> dict[str, Any]:
        """The pair as plain JSON data."""
        return {
            "ids": {language: list(ids) for language, ids in self.ids.items()},
            "likeness": round(self.likeness, 2),
            "moved": self.moved,
            "drifts": [drift.value() for drift in self.drifts],
        }


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two or three versions side by side: `languages` in the order given, `groups` in the order of the first."""

    languages: tuple[str, ...]
    groups: tuple[Aligned, ...]

    def value(self) -> dict[str, Any]:
        """The alignment as plain JSON data."""
        return {
            "format": FORMAT,
            "languages": list(self.languages),
            "groups": [group.value() for group in self.groups],
        }


def aligned(drafts: Sequence[DraftPlan]) -> Alignment:
    """The versions side by side; each is paired with the first. Deterministic."""
    told = [features_of(draft) for draft in drafts]
    languages = tuple(draft.text.language for draft in drafts)
    first, others = told[0], told[1:]
    rows: list[list[tuple[int, ...]]] = [[(place,)] for place in range(len(first))]
    for other in others:
        _add_version(rows, _paired(first, other))
    if len(told) > 2:
        _join_absent_from_first(rows, told)
    return Alignment(languages, tuple(_described(row, languages, told) for row in rows))


def _add_version(rows: list[list[tuple[int, ...]]], groups: list[Group]) -> None:
    """One more column: a group of several places of the first version joins their rows, and so on both sides."""
    for row in rows:
        row.append(())
    alone: list[tuple[int, tuple[int, ...]]] = []
    last = -1
    for own, other in groups:
        if not own:
            alone.append((last, other))
            continue
        keeper, *others = [row for row in rows if set(row[0]) & set(own)]
        for joins in [*others, [(), *[()] * (len(keeper) - 2), other]]:
            for column, places in enumerate(joins):
                keeper[column] = tuple(sorted({*keeper[column], *places}))
        rows[:] = [row for row in rows if not any(row is joins for joins in others)]
        last = max(keeper[0])
    for after, other in reversed(alone):
        place = next((index + 1 for index, row in enumerate(rows) if after in row[0]), 0)
        rows.insert(place, [*[()] * (len(rows[0]) - 1), other] if rows else [(), other])


def _join_absent_from_first(rows: list[list[tuple[int, ...]]], told: list[list[Features]]) -> None:
    """What the second and the third version say and the first does not is one row, not two."""
    weights = _Weights(told[1], told[2])
    for row in [row for row in rows if not row[0] and row[1]]:
        others = [other for other in rows if not other[0] and not other[1] and other[2]]
        likest = max(others, key=lambda other: weights.likeness(told[1][row[1][0]], told[2][other[2][0]]), default=None)
        if likest and not row[2] and weights.likeness(told[1][row[1][0]], told[2][likest[2][0]]) >= ENOUGH:
            row[2] = likest[2]
            rows.remove(likest)


def _described(row: list[tuple[int, ...]], languages: tuple[str, ...], told: list[list[Features]]) -> Aligned:
    parts = {
        language: tuple(features[place] for place in places)
        for language, places, features in zip(languages, row, told, strict=True)
    }
    present = [joined(parts[language]) for language in languages if parts[language]]
    weights = _Weights(*told[:2]) if len(told) > 1 else None
    pairs = [(present[0], other) for other in present[1:]]
    likeness = min((weights.likeness(*pair) for pair in pairs), default=0.0) if weights else 0.0
    return Aligned(
        ids={language: tuple(part.id for part in parts[language]) for language in languages},
        likeness=likeness,
        drifts=drifts_between({language: parts[language] for language in languages}),
        moved=any(abs(one.place - other.place) > 0.2 for one, other in pairs),
    )


# Two versions


class _Weights:
    """How much each feature tells: the fewer commitments say it, the more."""

    def __init__(self, first: Sequence[Features], second: Sequence[Features]) -> None:
        counts = Counter(token for one in (*first, *second) for token in set(one.tokens))
        whole = len(first) + len(second)
        self.weight = {token: math.log(1 + whole / count) for token, count in counts.items()}

    def likeness(self, one: Features, other: Features) -> float:
        """From 0, nothing in common, to 1; place, mode and length decide only between likes."""
        mine, theirs = set(one.tokens), set(other.tokens)
        common = sum(self.weight.get(token, 1.0) for token in mine & theirs)
        whole = sum(self.weight.get(token, 1.0) for token in mine) + sum(
            self.weight.get(token, 1.0) for token in theirs
        )
        said = 2 * common / whole if whole else 0.0
        near = 1.0 - min(1.0, 4 * abs(one.place - other.place))
        modes = 1.0 if one.modes[0] == other.modes[0] else 0.5 if set(one.modes) & set(other.modes) else 0.0
        section = 1.0 if one.section == other.section else 0.0
        likeness = 0.62 * said + 0.12 * near + 0.12 * modes + 0.08 * section
        return likeness + 0.06 * (one.kind == other.kind) if said >= SAID else likeness / 2

    def adds(self, alone: Features, partner: Features, counterpart: Features) -> bool:
        """Whether `alone` says much that `counterpart` says too and its neighbour `partner` does not."""
        said = set(alone.tokens)
        new = (said & set(counterpart.tokens)) - set(partner.tokens)
        return sum(map(self.weight.__getitem__, new)) >= ADDS * sum(map(self.weight.__getitem__, said)) > 0


def _paired(first: Sequence[Features], second: Sequence[Features]) -> list[Group]:
    """The groups of two versions in the order of the first, what only one of them says included."""
    weights = _Weights(first, second)
    groups = _met_again(_monotone(first, second, weights), first, second, weights)
    groups = _taken_in(groups, first, second, weights)
    return sorted(groups, key=lambda group: (_order(group, first, second), group))


def _order(group: Group, first: Sequence[Features], second: Sequence[Features]) -> float:
    own, other = group
    return first[own[0]].place if own else second[other[0]].place + 1e-9


_STEPS: Final = ((1, 1), *((1, size) for size in range(2, MOST + 1)), *((size, 1) for size in range(2, MOST + 1)))


def _monotone(first: Sequence[Features], second: Sequence[Features], weights: _Weights) -> list[Group]:
    """The best way through both versions that never goes back."""
    single = [[weights.likeness(one, other) for other in second] for one in first]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(first) + 1):
        for column in range(len(second) + 1):
            if row == column == 0:
                continue
            value, step = max(_ways(row, column, best, single, first, second, weights))
            best[row][column], came[row, column] = value, step
    return _walked_back(came, len(first), len(second))


def _ways(
    row: int,
    column: int,
    best: list[list[float]],
    single: list[list[float]],
    first: Sequence[Features],
    second: Sequence[Features],
    weights: _Weights,
) -> Iterator[tuple[float, tuple[int, int]]]:
    if row:
        yield best[row - 1][column] + ALONE / 2, (1, 0)
    if column:
        yield best[row][column - 1] + ALONE / 2, (0, 1)
    for own, other in _STEPS:
        if own > row or other > column:
            continue
        rows, columns = range(row - own, row), range(column - other, column)
        # Looking at several together is dear: only where each of them has something of the other.
        alike = [single[one][two] for one in rows for two in columns]
        if min(alike) < ENOUGH * 0.6 or max(alike) < ENOUGH:
            continue
        likeness = alike[0]
        if own + other > 2:
            together = weights.likeness(
                joined(tuple(first[one] for one in rows)), joined(tuple(second[two] for two in columns))
            )
            if together < max(alike) + JOINING * (own + other - 2):
                continue
            likeness = together
        yield best[row - own][column - other] + likeness * (own + other) / 2, (own, other)


def _walked_back(came: Mapping[tuple[int, int], tuple[int, int]], row: int, column: int) -> list[Group]:
    groups: list[Group] = []
    while row or column:
        own, other = came[row, column]
        groups.append((tuple(range(row - own, row)), tuple(range(column - other, column))))
        row, column = row - own, column - other
    return groups[::-1]


def _met_again(
    groups: list[Group], first: Sequence[Features], second: Sequence[Features], weights: _Weights
) -> list[Group]:
    """The groups, with what was left over on both sides paired where it says the same, best first."""
    alone = [own[0] for own, other in groups if not other]
    others = [other[0] for own, other in groups if not own]
    candidates = sorted(
        (
            (weights.likeness(first[one], second[two]), one, two)
            for one in alone
            for two in others
            if first[one].section == second[two].section or abs(one - two) <= NEAR + abs(len(first) - len(second))
        ),
        key=lambda candidate: (-candidate[0], candidate[1:]),
    )
    met: dict[int, int] = {}
    for likeness, one, two in candidates:
        if likeness >= ENOUGH and one not in met and two not in met.values():
            met[one] = two
    met |= _alone_between(groups, first, second, met)
    kept = [group for group in groups if group[0] and group[1]]
    kept += [((one,), (met[one],) if one in met else ()) for one in alone]
    return [*kept, *(((), (two,)) for two in others if two not in met.values())]


def _alone_between(
    groups: list[Group], first: Sequence[Features], second: Sequence[Features], met: Mapping[int, int]
) -> dict[int, int]:
    """The one commitment of each version between the same two pairs, under one heading, of one kind and a like mode."""
    between: dict[int, int] = {}
    ways = [((), ()), *groups, ((), ())]
    for before, one, two, after in zip(ways, ways[1:], ways[2:], [*ways[3:], ((), ())], strict=False):
        if any(bool(own) != bool(other) for own, other in (before, after)):
            continue
        own, other = (*one[0], *two[0]), (*one[1], *two[1])
        lone = len(own) == len(other) == 1 and bool(one[0]) != bool(one[1])
        if not lone or own[0] in met or other[0] in met.values():
            continue
        mine, theirs = first[own[0]], second[other[0]]
        like = set(mine.modes) & set(theirs.modes) or FALLBACK in (mine.modes[0], theirs.modes[0])
        if like and mine.section == theirs.section and mine.kind == theirs.kind:
            between[own[0]] = other[0]
    return between


def _taken_in(
    groups: list[Group], first: Sequence[Features], second: Sequence[Features], weights: _Weights
) -> list[Group]:
    """The groups, where a lone commitment that says the rest of its neighbour's pair is part of that pair."""
    kept = [group for group in groups if group[0] and group[1]]
    for side, (features, others) in enumerate(((first, second), (second, first))):
        for group in [group for group in groups if group[side] and not group[1 - side]]:
            near = [pair for pair in kept if pair[1 - side] and _beside(pair[side], group[side])]
            hosts = [
                pair
                for pair in near
                if len(pair[side]) < MOST
                and weights.adds(
                    features[group[side][0]],
                    joined(tuple(features[place] for place in pair[side])),
                    joined(tuple(others[place] for place in pair[1 - side])),
                )
            ]
            if not hosts:
                kept.append(group)
                continue
            together = tuple(sorted((*hosts[0][side], *group[side])))
            kept.remove(hosts[0])
            kept.append((together, hosts[0][1]) if side == 0 else (hosts[0][0], together))
    return kept


def _beside(places: tuple[int, ...], alone: tuple[int, ...]) -> bool:
    return bool(places) and (alone[0] == max(places) + 1 or alone[0] == min(places) - 1)
