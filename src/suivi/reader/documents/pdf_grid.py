"""Grid: a table drawn with rules, and the cells its rules part.

A grid is a set of rules that touch, with at least two columns or two rows; where the rule between two cells is
missing, they are one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

_TOUCH: Final = 3.0  # points
_SHORTEST: Final = 6.0
_MOST_CELLS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, as the box around it in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def lies(self) -> bool:
        """Whether it runs across the page, not down."""
        return self.right - self.left > self.top - self.bottom

    def touches(self, other: "Rule") -> bool:
        """Whether the two meet or cross, to within a stroke's width."""
        return (
            self.left <= other.right + _TOUCH
            and other.left <= self.right + _TOUCH
            and self.bottom <= other.top + _TOUCH
            and other.bottom <= self.top + _TOUCH
        )


class Placed(Protocol):
    """Anything with a box on the page."""

    left: float
    right: float
    bottom: float
    top: float


Thing = TypeVar("Thing", bound=Placed)


@dataclass(slots=True)
class Grid:
    """Rules that make a table: `xs` from left to right, `ys` from top to bottom."""

    rules: list[Rule]
    xs: list[float]
    ys: list[float]

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.ys[-1]

    def holds(self, thing: Placed) -> bool:
        """Whether the middle of `thing` lies in the grid."""
        x, y = _middle(thing)
        return self.xs[0] <= x <= self.xs[-1] and self.bottom <= y <= self.top

    def cells(self, things: list[Thing]) -> list[list[Thing]]:
        """What each cell holds, row by row; empty cells left out."""
        joined = self._joined()
        held: dict[tuple[int, int], list[Thing]] = {}
        for thing in things:
            x, y = _middle(thing)
            column = max(0, sum(edge <= x for edge in self.xs[1:-1]))
            row = max(0, sum(edge >= y for edge in self.ys[1:-1]))
            held.setdefault(joined[row, column], []).append(thing)
        return [held[place] for place in sorted(held)]

    def _joined(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each place of the grid, the first place of the cell it belongs to."""
        first: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(self.ys) - 1):
            y = (self.ys[row] + self.ys[row + 1]) / 2
            for column in range(len(self.xs) - 1):
                x = (self.xs[column] + self.xs[column + 1]) / 2
                place = row, column
                if column and not self._stands(self.xs[column], y):
                    place = first[row, column - 1]
                elif row and not self._lies(x, self.ys[row]):
                    place = first[row - 1, column]
                first[row, column] = place
        return first

    def _stands(self, x: float, y: float) -> bool:
        return any(
            not rule.lies and abs(rule.left - x) <= _TOUCH and rule.bottom <= y <= rule.top for rule in self.rules
        )

    def _lies(self, x: float, y: float) -> bool:
        return any(rule.lies and abs(rule.bottom - y) <= _TOUCH and rule.left <= x <= rule.right for rule in self.rules)


def _middle(thing: Placed) -> tuple[float, float]:
    return (thing.left + thing.right) / 2, (thing.bottom + thing.top) / 2


def grids_of(rules: list[Rule], words: list[Thing]) -> Iterator[Grid]:
    """The tables among the rules: those that part words into at least two cells."""
    for group in _touching(rules):
        xs = _places([edge for rule in group if not rule.lies for edge in (rule.left,)])
        ys = _places([rule.bottom for rule in group if rule.lies])[::-1]
        if len(xs) < 2 or len(ys) < 2 or not 1 < (len(xs) - 1) * (len(ys) - 1) <= _MOST_CELLS:
            continue
        grid = Grid(group, xs, ys)
        if len(grid.cells([word for word in words if grid.holds(word)])) > 1:
            yield grid


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """The rules in groups of those that touch, one another or by way of others."""
    groups: list[tuple[Rule, list[Rule]]] = []  # the box around each group, and its rules
    for rule in rules:
        if max(rule.right - rule.left, rule.top - rule.bottom) < _SHORTEST:
            continue
        box, group = rule, [rule]
        apart = []
        for around, others in groups:
            if rule.touches(around) and any(rule.touches(other) for other in others):
                box, group = _around(box, around), others + group
            else:
                apart.append((around, others))
        groups = [*apart, (box, group)]
    return [group for _, group in groups]


def _around(one: Rule, other: Rule) -> Rule:
    return Rule(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )


def _places(edges: list[float]) -> list[float]:
    """The distinct places of these edges, in order."""
    places: list[float] = []
    for edge in sorted(edges):
        if not places or edge - places[-1] > _TOUCH:
            places.append(edge)
    return places
