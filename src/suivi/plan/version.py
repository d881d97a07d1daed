"""Version: what became of every commitment when a plan is amended, so that nothing reported is ever orphaned.

- Ids are names without meaning (decision 0008): a commitment that goes on keeps its id, whatever its words or place
  become; a new one gets an id that no version has had.
- Kept, reworded, moved: one to one, same id. Split: one into several, the first of which keeps the id and the history.
  Merged: several into one, which keeps the id of the first and takes in the history of all. Added: from nothing.
  Ended: into nothing; what was reported on it stays.
- A succession is whole if every commitment of the old and of the new version stands in it exactly once.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from suivi.plan.plan import Plan
from suivi.plan.words import Words


class Became(StrEnum):
    """What became of a commitment."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    ENDED = "ended"


BECAME: Final = {
    Became.KEPT: Words("kept", "conservé", "유지"),
    Became.REWORDED: Words("reworded", "reformulé", "문구 변경"),
    Became.MOVED: Words("moved", "déplacé", "위치 변경"),
    Became.SPLIT: Words("split", "divisé", "분할"),
    Became.MERGED: Words("merged", "fusionné", "통합"),
    Became.ADDED: Words("added", "ajouté", "신설"),
    Became.ENDED: Words("ended", "terminé", "종료"),
}

_ONE_TO_ONE: Final = frozenset({Became.KEPT, Became.REWORDED, Became.MOVED})


@dataclass(frozen=True, slots=True)
class Succeeded:
    """One step of a succession: ids of the old version (none if added) and of the new one (none if ended)."""

    became: Became
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether the numbers on both sides and the ids fit what is said to have happened."""
        match self.became:
            case Became.ADDED:
                return not self.old and len(self.new) == 1
            case Became.ENDED:
                return len(self.old) == 1 and not self.new
            case Became.SPLIT:
                return len(self.old) == 1 and len(self.new) > 1 and self.new[0] == self.old[0]
            case Became.MERGED:
                return len(self.old) > 1 and self.new == self.old[:1]
        return len(self.old) == 1 and self.new == self.old


Succession = tuple[Succeeded, ...]


def unsound(succession: Iterable[Succeeded], old: Collection[str], new: Collection[str], used: Collection[str]) -> str:
    """What keeps `succession` from leading from the ids of the old version to those of the new; empty if nothing does.

    `used` are the ids any version had before; an id among them cannot be given to something added.
    """
    steps = tuple(succession)
    if bad := next((step for step in steps if not step.sound), None):
        return f"{bad.became} {' '.join(bad.old)} > {' '.join(bad.new)}"
    for side, ids in (("old", old), ("new", new)):
        told = Counter(id for step in steps for id in (step.old if side == "old" else step.new))
        if wrong := sorted(id for id in {*told, *ids} if told[id] != (id in ids)):
            return f"{side} {' '.join(wrong[:5])}"
    fresh = {id for step in steps for id in step.new if id not in step.old}
    return f"used {' '.join(sorted(fresh & set(used))[:5])}" if fresh & set(used) else ""


def heirs(succession: Iterable[Succeeded]) -> Mapping[str, str]:
    """For each commitment merged into another, the id that takes in what was reported on it."""
    return {id: step.new[0] for step in succession if step.became is Became.MERGED for id in step.old[1:]}


def ids_of(plan: Plan) -> tuple[str, ...]:
    """The ids of the plan's commitments, in its order."""
    return tuple(provision.id for provision in plan.provisions)


def places_of(plan: Plan) -> frozenset[str]:
    """Every id that stands for a commitment of the plan: its own, and those of its further places."""
    return frozenset(place.id for provision in plan.provisions for place in provision.places)
