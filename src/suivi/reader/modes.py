"""Modes: from the words of a commitment to the kind of cooperation it most resembles (rule R8).

Rules:
- the governing verb weighs most, then what it acts on, less what that is about, least what it serves, goes by or names
  as an example; one who acts says less of the act than what is done, unless it is the subject of a passive;
- each phrase counts once; the heaviest mode is suggested, those with half its weight are named as considered;
- nothing recognised, or only words at the edge of the clause, gives `undertaking`, the fallback: the parties agree
  the mode, the reader only suggests.
"""

from typing import Final, NamedTuple

from suivi.reader.grammar import Action
from suivi.reader.lexicon import compiled
from suivi.reader.source import Source

FALLBACK: Final = "undertaking"
AT_ONCE: Final = 24
RECURS: Final = 4  # A dialogue that returns is one, whatever it is to do.
TOPIC: Final = 0.8
ASIDE: Final = 0.5
LATE: Final = 0.25  # A verb that comes that late is seldom what is done: what is recognised of it weighs little.
EDGE: Final = 0.3  # Cooperation at the edge of a clause says nothing of what is done.
AGENT: Final = 1.0
PATIENT: Final = 2.0
NEARLY: Final = 0.95  # Two modes as near as that: on the bench one suggestion in four was wrong, else one in twelve.
PRIOR: Final = 2.0
"""What speaks for the fallback before a word is read."""
PRIOR_BEHIND: Final = 1.0  # where the verb ends the clause; more made its suggestions no better
UNTOLD: Final = 1.0
FIELD: Final = 3  # what names but a field (hydrogen, ports)
AGAIN: Final = 0.0  # of what a second phrase of the same mode weighs
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


_RANKS: Final = {name: rank for rank, name in enumerate(NAMES)}


class Suggestion(NamedTuple):
    """The mode suggested, all modes considered (it first), and whether another weighs nearly as much."""

    mode: str
    considered: tuple[str, ...]
    tied: bool


def suggested_mode(source: Source, action: Action) -> Suggestion:
    """The mode of `action`, by the cues of its language."""
    cues = source.language.cues
    weights: dict[str, float] = {FALLBACK: PRIOR_BEHIND if cues.behind else PRIOR}
    verb_start, verb_end = source.language.grammar().verb_zone(source.flat, action)
    verb = cues.verbs.first(source.flat, verb_start, verb_end)
    at_once = verb is not None and verb[0] - verb_start <= AT_ONCE
    if verb is not None:
        mode, weight = verb[2]
        # A verb right where the action begins says more than one that comes later.
        weights[mode] = weights.get(mode, 0) + weight * (1 if at_once else LATE)
    direct = verb is not None
    seen: set[str] = set()
    strongest: dict[str, float] = {}
    zones: _Zones | None = None
    found = cues.objects.find(source.flat, action.start, action.end)
    # What is said twice counts where it stands nearest to the verb.
    for start, end, (mode, weight) in reversed(list(found)) if cues.behind else found:
        phrase = source.flat[start:end]
        told = at_once and verb is not None and start == verb[0]  # the verb has said it already (“pilot …”)
        if phrase not in seen and not told:
            seen.add(phrase)
            zones = zones or _zones(source, action)
            share = zones.share(start, end)
            share *= EDGE if mode == FALLBACK and share < 1.0 else 1.0
            direct = direct or share > ASIDE
            told_of = weight * share
            if (
                cues.behind and weight <= FIELD
            ):  # what names a field over and over says it once: the strongest counts, the others less
                told_of = _added(strongest, mode, told_of)
            weights[mode] = weights.get(mode, 0) + told_of
    if not direct:
        weights[FALLBACK] += UNTOLD  # what stands aside says little by itself
    if "dialogue" in weights and source.language.times.recurrences.first(source.flat, action.start, action.end):
        weights["dialogue"] += RECURS
    return _heaviest(weights)


def _added(strongest: dict[str, float], mode: str, weight: float) -> float:
    """What a phrase of `mode` adds to those before it, of which the strongest counted in full."""
    before = strongest.get(mode, 0.0)
    strongest[mode] = max(before, weight)
    return max(weight - before, 0.0) + AGAIN * min(weight, before)


class _Zones(NamedTuple):
    """How much a phrase keeps of its weight by where it stands: `[core, topic)` counts in full, then less, then least.

    `before` is what a phrase before the core keeps, less where the sentence `opened` with it. Where the verb ends the
    clause all is turned round.
    """

    core: int
    topic: int
    aside: int
    before: float
    behind: bool
    opened: int = 0

    def share(self, start: int, end: int) -> float:
        """The share that a phrase at `[start, end)` keeps."""
        if self.behind:
            return ASIDE if end <= self.aside else TOPIC if end <= self.topic else 1.0
        if start < self.core:
            return ASIDE if start < self.opened else self.before
        return ASIDE if start > self.aside else TOPIC if start > self.topic else 1.0


def _zones(source: Source, action: Action) -> _Zones:
    cues, flat = source.language.cues, source.flat
    if cues.behind:  # the verb ends the clause: what matters stands right before it
        return _Zones(0, _last(cues.topic, flat, action), _last(cues.aside, flat, action), 1.0, True)
    before = AGENT if action.finite else ASIDE
    if compiled(cues.suffers).match(flat, action.verb, action.end):
        before = PATIENT
    opening = compiled(cues.opening).match(flat, action.start, action.verb)
    topic, aside = _first(cues.topic, flat, action), _first(cues.aside, flat, action)
    return _Zones(action.verb - 2, topic, aside, before, False, opening.end() if opening else 0)


def _first(pattern: str, flat: str, action: Action) -> int:
    found = compiled(pattern).search(flat, action.verb, action.end)
    return found.end() - 1 if found else action.end


def _last(pattern: str, flat: str, action: Action) -> int:
    found = compiled(pattern).finditer(
        flat, action.start, action.end
    )  # what stands behind decides of some (“to … strive”)
    places = [each.start() for each in found if each.end() <= action.verb]
    return places[-1] if places else action.start


def _heaviest(weights: dict[str, float]) -> Suggestion:
    best = max(weights.values())
    near = [(-weight, _RANKS[mode], mode) for mode, weight in weights.items() if weight * 2 >= best]
    if len(near) == 1:
        return Suggestion(near[0][2], (near[0][2],), False)
    near.sort()
    return Suggestion(near[0][2], tuple([mode for _, _, mode in near]), -near[1][0] >= NEARLY * best)
