"""Modes: from the words of a commitment to the kind of cooperation it most resembles (rule R8).

Rules:
- the governing verb weighs most, then what the clause is about; what stands after “in order to” weighs less;
- each phrase counts once; the heaviest mode is suggested, those with half its weight are named as considered;
- nothing recognised gives `undertaking`, the fallback: the parties agree the mode, the reader only suggests.
"""

from dataclasses import dataclass
from typing import Final

from suivi.reader.grammar import Action
from suivi.reader.source import Source

FALLBACK: Final = "undertaking"
AT_ONCE: Final = 24
RECURS: Final = 4  # A dialogue that returns is one, whatever it is to do.
NAMES: Final = (
    "dialogue",
    "instrument",
    "implementation",
    "information",
    "study",
    "advocacy",
    "project",
    "capacity",
    "early_warning",
    "mutual_aid",
    "patrol",
    "season",
    "mobility",
    FALLBACK,
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The mode suggested, all modes considered (it first), and whether another weighs as much."""

    mode: str
    considered: tuple[str, ...]
    tied: bool


def suggested_mode(source: Source, action: Action) -> Suggestion:
    """The mode of `action`, by the cues of its language."""
    weights: dict[str, float] = {}
    cues = source.language.cues
    verb_start, verb_end = source.language.grammar().verb_zone(source.flat, action)
    verb = cues.verbs.first(source.flat, verb_start, verb_end)
    if verb is not None:
        mode, weight = verb[2]
        # A verb right where the action begins says more than one that comes later.
        weights[mode] = weight if verb[0] - verb_start <= AT_ONCE else weight / 2
    seen: set[str] = set()
    for start, end, (mode, weight) in cues.objects.find(source.flat, action.start, action.end):
        phrase = source.flat[start:end]
        told = verb is not None and start == verb[0]  # the verb has said it already (“pilot …”)
        if phrase not in seen and not told:
            seen.add(phrase)
            weights[mode] = weights.get(mode, 0) + _by_place(weight, start, action)
    if "dialogue" in weights and source.language.times.recurrences.first(source.flat, action.start, action.end):
        weights["dialogue"] += RECURS
    return _heaviest(weights)


def _by_place(weight: int, at: int, action: Action) -> float:
    if at < action.verb - 2:
        return weight * 2.0 if action.finite else float(weight)
    # What a clause is about comes early in it; what it serves, late.
    length = max(1, action.end - action.start)
    begins = max(action.start, min(action.verb, action.end))
    return weight * (1.0 if at - begins < 90 or (at - action.start) * 2 < length else 0.5)


def _heaviest(weights: dict[str, float]) -> Suggestion:
    ranked = sorted(weights.items(), key=lambda entry: (-entry[1], NAMES.index(entry[0])))
    if not ranked:
        return Suggestion(FALLBACK, (FALLBACK,), False)
    best = ranked[0][1]
    considered = tuple(mode for mode, weight in ranked if weight * 2 >= best)
    return Suggestion(ranked[0][0], considered, len(ranked) > 1 and ranked[1][1] >= best)
