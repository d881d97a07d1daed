"""Kind: an initiative if a yearly report could say of it done or not done, else an aim (rule R7).

Method: each sign in the words (the word of promise, a verb that can be done, a verb that never
ends, one thing or a number as object, a recurrence, the kind of cooperation) speaks for one kind with its points; the sum tells.
The points were fitted to the corpus (`tools/kind_points.py`, logistic regression). Where the verb ends the clause: what
recurs by a rule is an initiative; else the governing verb tells, unless what never ends is said of one
thing or of a number of things. In either case the kind is doubted where its points and those of the second opinion
(`opinion.py`), which knows the bare words alone, come to little together.
"""

from typing import Final

from suivi.reader.grammar import Action
from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import compiled
from suivi.reader.modes import FALLBACK, Suggestion
from suivi.reader.opinion import opinion_of, points_of, signs_of_kind
from suivi.reader.rules.recurrence import RecurrenceFound
from suivi.reader.source import Source

NEAR: Final = 40
SHORTEST_PROMISE: Final = 2
OBJECT: Final = 60
BEFORE: Final = 4  # ‘위해 ’, where the verb ends the clause
AT_ONCE: Final = 20
NEARER: Final = 11  # words
EVERY: Final = "every"  # points before a sign is read
SURE: Final = "sure"  # points from which a kind is sure
LONGEST_ARTICLE: Final = 7  # “the ”, “be ”, « seront »: what tells stands right after it

# A year that says when, not one in a name (“Vision 2045”, “the 2030 Agenda”).
_YEAR: Final = r"\b(?:by|in|before|until|of|en|avant|de|ici|à|fin|dès) (?:the (?:end|close) of |la fin de |early |late )?20\d\d(?! agenda)"

# A number, but no year in a name.
_NUMBER: Final = (
    r"(?<!\d)(?!(?:19|20)\d\d\b)\d|\b(?:by|in|before|until|of|to|en|avant|de|ici|à|fin|dès) (?:19|20)\d\d\b(?! agenda)"
)

_COUNTED: Final = r"(?<!\d)(?!(?:19|20)\d\d(?:년|$))\d"

INITIATIVE: Final = "initiative"
AIM: Final = "aim"


def kind_of(source: Source, action: Action, suggestion: Suggestion, recurs: RecurrenceFound | None) -> tuple[str, bool]:
    """The kind of `action`, whose mode is suggested and which may recur, and whether it is sure."""
    cues = source.language.cues
    if cues.points is None:
        kind, sure = _by_case(source, action, recurs)
        return kind, sure and not _as_often_the_other(source, action, kind)
    told = cues.points[EVERY] + sum([cues.points.get(sign, 0) for sign in signs_of(source, action, suggestion, recurs)])
    kind = _by_case(source, action, recurs)[0] if cues.behind else INITIATIVE if told > 0 else AIM
    if recurs is not None and recurs.rule is not None and cues.behind:
        return kind, True
    opinion = opinion_of(source.language.tag)
    if opinion is None:
        return kind, (told if kind == INITIATIVE else -told) >= cues.points[SURE]
    told += points_of(opinion.kind, signs_of_kind(source, action))
    return kind, (told if kind == INITIATIVE else -told) >= opinion.levels["kind"]


def _by_case(source: Source, action: Action, recurs: RecurrenceFound | None) -> tuple[str, bool]:
    return (INITIATIVE, True) if recurs is not None and recurs.rule is not None else _told(source, action)


def signs_of(source: Source, action: Action, suggestion: Suggestion, recurs: RecurrenceFound | None) -> list[str]:
    """The signs that speak for one kind or the other, each once; names as in the table of points of a language."""
    cues, flat, verb, end = source.language.cues, source.flat, action.verb, action.end
    if cues.behind:
        return _signs_behind(source, action, suggestion, recurs)
    signs = [suggestion.mode, _word_of_promise(cues, flat, action)]
    if suggestion.mode != FALLBACK and FALLBACK in suggestion.considered:
        signs.append(f"perhaps {FALLBACK}")
    if recurs is not None:
        signs.append("recurs" if recurs.rule is not None else "regular")
    near = min(end, verb + NEAR)
    words = flat[verb:end].replace(",", " ").split()
    nearer = words[:NEARER]
    known: set[str] = set()
    for start, _, names in cues.of_kinds.find(flat, verb, near):
        signs += [name if start - verb <= LONGEST_ARTICLE else f"{name} later" for name in names if name not in known]
        known.update(names)
    one = compiled(cues.one).search(flat, verb, min(end, verb + OBJECT))
    if one is not None:
        signs.append("one" if one.start() - verb < AT_ONCE else "one later")
    if compiled(r"\d").search(flat, verb, end) and compiled(_NUMBER).search(flat, verb, end):
        signs.append("number")
    if not cues.first.isdisjoint(nearer):
        signs.append("first")
    if not cues.loose.isdisjoint(nearer):
        signs.append("loose")
    if not cues.dated.isdisjoint(words):
        signs.append("dated")
    stem = cues.of_stems.pattern.match(flat, verb)
    if stem is not None:
        signs += cues.of_stems.meanings[stem.group()]
    if not cues.more.isdisjoint(flat[action.start : near].split()):
        signs.append("more")
    return signs


def _signs_behind(source: Source, action: Action, suggestion: Suggestion, recurs: RecurrenceFound | None) -> list[str]:
    """The same signs where the verb ends the clause: the object stands before it, the word of promise behind."""
    cues, flat, verb, end = source.language.cues, source.flat, action.verb, action.end
    begins = max(action.start, verb - BEFORE)
    signs = {suggestion.mode, *_kinds_of_verb(cues, flat, begins, end)}
    if suggestion.mode != FALLBACK and FALLBACK in suggestion.considered:
        signs.add(f"perhaps {FALLBACK}")
    if recurs is not None:
        signs.add("recurs" if recurs.rule is not None else "regular")
    promises = {found.lastgroup or "" for found in compiled(cues.promises).finditer(flat, verb, end)}
    signs.update(promises or {"bare"})
    zone = max(action.start, verb - OBJECT)
    one = compiled(cues.one).search(flat, zone, end)
    if one is not None:
        signs.add("one" if verb - one.end() < AT_ONCE else "one later")
    if compiled(_COUNTED).search(flat, zone, end):
        signs.add("number")
    words = flat[zone:end].split()
    signs.update(name for name, known in (("first", cues.first), ("more", cues.more)) if not known.isdisjoint(words))
    return sorted(signs)


def _kinds_of_verb(cues: Cues, flat: str, begins: int, end: int) -> set[str]:
    """What the words at the verb say of its kind; a word counts once, though others stand behind it."""
    found = cues.of_kinds.find(flat, begins, min(end, begins + NEAR))
    return {
        name if start - begins <= LONGEST_ARTICLE else f"{name} later" for start, _, names in found for name in names
    }


def _word_of_promise(cues: Cues, flat: str, action: Action) -> str:
    """What commits to the verb: a future, a decision, a plan …; `bare` where the verb stands alone."""
    if action.verb - action.start <= SHORTEST_PROMISE:
        return "bare"
    names = [found.lastgroup for found in compiled(cues.promises).finditer(flat, action.start, action.verb)]
    return names[-1] or "other" if names else "other"


def _as_often_the_other(source: Source, action: Action, kind: str) -> bool:
    """Whether an aim names a year, or the verb is one that says as much of the one kind as of the other."""
    if kind == AIM and compiled(_YEAR).search(source.flat, action.verb, action.end):
        return True
    vague = source.language.cues.vague
    begins = max(action.start, action.verb - BEFORE)
    near = vague.first(source.flat, begins, min(action.end, action.verb + NEAR)) if vague else None
    if near is None or near[0] - action.verb > LONGEST_ARTICLE:
        return False
    return near[2] or compiled(source.language.cues.one).search(source.flat, *_object_zone(action)) is None


def _told(source: Source, action: Action) -> tuple[str, bool]:
    cues = source.language.cues
    near = cues.discrete.first(source.flat, action.verb, min(action.end, action.verb + NEAR))
    discrete = near is not None and near[0] - action.verb <= LONGEST_ARTICLE
    if cues.ongoing is None:
        return (INITIATIVE, True) if discrete else (AIM, near is None)
    return _by_verb_and_object(source, action, cues, discrete=discrete)


def _by_verb_and_object(source: Source, action: Action, cues: Cues, *, discrete: bool) -> tuple[str, bool]:
    end = min(action.end, action.verb + NEAR)
    ongoing = cues.ongoing.first(source.flat, action.verb, end) if cues.ongoing else None
    goes_on = ongoing is not None and ongoing[0] - action.verb <= LONGEST_ARTICLE
    counted = compiled(cues.one).search(source.flat, *_object_zone(action)) is not None
    if compiled(cues.always).search(source.flat, max(action.start, action.verb - NEAR), action.end):
        return AIM, not counted
    if discrete and not goes_on:
        return INITIATIVE, True
    if goes_on and not discrete:
        # “expand the quota to 500 a year”: as often done as striven for, in some languages oftener
        return (INITIATIVE, False) if counted and cues.counted_ends else (AIM, not counted)
    # Of one thing, or of a number, a report can nearly always say done; of anything else as often not.
    return (INITIATIVE, True) if counted else (AIM, False)


def _object_zone(action: Action) -> tuple[int, int]:
    """Where the object of the verb stands: behind it, or before it where the verb ends the clause."""
    if action.verb - action.start > action.end - action.verb:
        return max(action.start, action.verb - OBJECT), action.end
    return action.verb, min(action.end, action.verb + OBJECT)
