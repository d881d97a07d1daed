"""Twins: one piece of work entered twice, as happens where two capitals open it without having seen each other's word.

- Two activities of one mode under one commitment are twins unless both bear titles and share none. Dialogues and
  instruments are also twins under two commitments of a plan, where they share a title. What was taken back, or has ended,
  has none.
- Of twins the one with more steps stays, of equals the one opened first in the register's order: every capital that holds
  the same entries names the same one, whichever it learnt of first. Nothing is merged: whoever opened the other takes it
  back, or either side gives its own a title that tells it apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from suivi.register.activity import ActivityStanding
from suivi.register.plans import PlanRegister

_EVERYWHERE: Final = ("dialogue", "instrument")
"""The modes of which one running thing may serve several commitments."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two entries of what seems to be one thing: the one that `stays`, and the one to be taken back."""

    stays: ActivityStanding
    goes: ActivityStanding


def twins_of(plan: PlanRegister) -> tuple[Twins, ...]:
    """The pairs of twins under the commitments of a plan, in plan order."""
    running = [held for standing in plan.provisions for held in standing.activities if _runs(held)]
    pairs = (pair for pair in combinations(running, 2) if _alike(*pair))
    return tuple(_pair(one, other) for one, other in pairs)


def already_there(plan: PlanRegister, provision: str, mode: str, titles: Mapping[str, str]) -> ActivityStanding | None:
    """The running activity that one opened under `provision` in `mode`, called so, would be the twin of; None for none."""
    return next(
        (
            held
            for standing in plan.provisions
            for held in standing.activities
            if _runs(held)
            and held.activity.mode.name == mode
            and is_the_same(mode, held.titles, titles, here=standing.provision.id == provision)
        ),
        None,
    )


def _pair(one: ActivityStanding, other: ActivityStanding) -> Twins:
    first = len(one.activity.taken) >= len(other.activity.taken)
    return Twins(one, other) if first else Twins(other, one)


def _runs(held: ActivityStanding) -> bool:
    return not held.withdrawn and bool(held.activity.mode.open_steps(held.activity.state))


def _alike(one: ActivityStanding, other: ActivityStanding) -> bool:
    if one.activity.mode.name != other.activity.mode.name:
        return False
    return is_the_same(one.activity.mode.name, one.titles, other.titles, here=one.provision == other.provision)


def is_the_same(mode: str, one: Mapping[str, str], other: Mapping[str, str], *, here: bool) -> bool:
    """Whether two activities of `mode`, with these titles by language, seem one; `here`: under one commitment."""
    shared = set(_folded(one)) & set(_folded(other))
    if here:
        return bool(shared) or not (one and other)
    return bool(shared) and mode in _EVERYWHERE


def _folded(titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((language, "".join(words.casefold().split())) for language, words in titles.items())
