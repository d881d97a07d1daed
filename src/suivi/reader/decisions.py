"""Decisions: what an officer says of one commitment of a draft, applied to all of them; one function a verb.

- Every function takes the commitments by id, in reading order, and gives them changed; nothing else changes.
- A decision on a commitment settles its doubts; another kind or mode settles the doubt about that alone, working titles
  nothing.
- What is no commitment is only taken back, by `accept`; nothing else can be decided about it.
- A split loses the loose end between its parts (blanks, separators, a conjunction) and no other character.
- A pair joins what one language version alone says to a commitment that version lacks; `alone` leaves it so.
- A merge joins a commitment with the next one under the same heading; the words between them come along.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase
from typing import Any, Final

from suivi.modes import NAMES
from suivi.plan.plan import ProvisionKind
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.reader.settlement import SettledCommitment

Commitments = dict[str, SettledCommitment]

_PLACE: Final = re.compile(r"(?P<language>[a-z]{2})=(?P<offset>[0-9]{1,9})")
_SEPARATORS: Final = " \t\r\n\u00a0\u202f\u3000,;·、；，"
_CONJUNCTIONS: Final = ("and", "et", "및", "그리고")


class CommitmentNotInDraft(Refusal):
    """The reading holds no commitment of that id."""

    code = "commitment-not-in-draft"
    says = Words(
        en="The reading holds no commitment “{id}”.",
        fr="La lecture ne contient aucun engagement «\u00a0{id}\u00a0».",
        ko="이 판독 결과에 없는 항목입니다: {id}.",
    )
    remedy = Words(
        en="Choose one from the outline.",
        fr="Choisissez-en un dans le plan de lecture.",
        ko="개요에서 선택하십시오.",
    )


class DecisionNotSound(Refusal):
    """A decision cannot be applied as it was given."""

    code = "decision-not-sound"
    says = Words(
        en="“{decision}” cannot be applied to {id} with “{value}”.",
        fr="«\u00a0{decision}\u00a0» ne peut s’appliquer à {id} avec «\u00a0{value}\u00a0».",
        ko="적용할 수 없는 결정입니다. 항목: {id}, 결정: {decision}, 값: {value}.",
    )
    remedy = Words(
        en="Give a value the draft page offers; a split needs a place inside the commitment in every language.",
        fr="Donnez une valeur proposée par la page; une division exige un endroit dans l’engagement pour chaque langue.",
        ko="화면에서 제시하는 값을 사용하십시오. 분할하려면 모든 언어에서 항목 안의 위치를 지정해야 합니다.",
    )


def decided(commitments: Commitments, decision: Mapping[str, Any], characters: Mapping[str, str]) -> Commitments:
    """The commitments once `decision` is taken; `characters` of the texts by language.

    Raises `CommitmentNotInDraft` or `DecisionNotSound`.
    """
    id, verb, value = decision["commitment"], decision["decision"], decision.get("value", "")
    if id not in commitments:
        raise CommitmentNotInDraft(id=str(id)[:60])
    each = commitments[id]
    refused = DecisionNotSound(decision=str(verb)[:60], id=id, value=str(value)[:60])
    if each.out and verb not in ("accept", "not-a-commitment", "titles"):
        raise refused
    match verb:
        case "accept" | "not-a-commitment":
            return {**commitments, id: replace(_after(each, verb), kinds_differ=False)}
        case "titles" if are_titles(value):
            return {**commitments, id: replace(each, titles={**each.titles, **value})}
        case "kind" if value in list(ProvisionKind):
            return {**commitments, id: replace(_after(each, verb), kind=str(value), kinds_differ=False)}
        case "mode" if isinstance(value, str) and value in NAMES:
            return {**commitments, id: replace(_after(each, verb), mode=value)}
        case "split" if places := _places(each, value):
            return _split(commitments, each, places, characters, refused)
        case "merge":
            return _merged(commitments, each, refused)
        case "alone":
            return {**commitments, id: replace(_after(each, verb), alone=True)}
        case "pair" if isinstance(value, str):
            return _joined_to(commitments, each, value, refused)
    raise refused


def are_titles(value: object) -> bool:
    """Whether `value` can be working titles: words by language of the house."""
    return isinstance(value, Mapping) and all(
        language in LANGUAGES and isinstance(title, str) for language, title in value.items()
    )


def _after(each: SettledCommitment, verb: str) -> SettledCommitment:
    doubts = tuple(replace(doubt, settled=doubt.settled or _answers(verb, doubt.code)) for doubt in each.doubts)
    return replace(each, decision=verb, doubts=doubts)


def _answers(verb: str, code: str) -> bool:
    """Whether the decision answers the question: who chose another mode has not said whether it is an aim."""
    return verb not in ("kind", "mode") or verb == code


# Split


def _places(each: SettledCommitment, value: object) -> dict[str, int]:
    """`fr=6644,en=10`: where the second part begins, by language; nothing unless inside the span of every one."""
    given = [_PLACE.fullmatch(part.strip()) for part in str(value).split(",")]
    places = {match["language"]: int(match["offset"]) for match in given if match}
    inside = all(start < places.get(language, -1) < end for language, (start, end) in each.spans.items())
    return places if all(given) and inside and places.keys() == each.spans.keys() else {}


def _split(
    commitments: Commitments,
    each: SettledCommitment,
    places: Mapping[str, int],
    characters: Mapping[str, str],
    refused: DecisionNotSound,
) -> Commitments:
    first: dict[str, tuple[int, int]] = {}
    second: dict[str, tuple[int, int]] = {}
    for language, (start, end) in each.spans.items():
        first[language] = (start, _without_loose_end(characters[language], start, places[language]))
        second[language] = (_after_loose_end(characters[language], places[language], end), end)
    names = _free_names(each.id, commitments)
    if len(names) < 2 or any(start >= end for spans in (first, second) for start, end in spans.values()):
        raise refused
    whole = replace(_after(each, "split"), same_as=())
    parts = [replace(whole, id=names[0], spans=first), replace(whole, id=names[1], spans=second, titles={})]
    return _exchanged(commitments, each.id, [_with_times_of_its_own(part, each) for part in parts])


def _with_times_of_its_own(part: SettledCommitment, whole: SettledCommitment) -> SettledCommitment:
    """The part with the rhythm and the deadline that its own words say; what the other part says is not its own."""
    return replace(
        part,
        recurrence=None if _elsewhere(whole.recurrence, part, whole) else whole.recurrence,
        deadline=None if _elsewhere(whole.deadline, part, whole) else whole.deadline,
    )


def _elsewhere(value: Mapping[str, Any] | None, part: SettledCommitment, whole: SettledCommitment) -> bool:
    if not value or "start" not in value:
        return False
    for language, (start, end) in whole.spans.items():
        if start <= value["start"] < end:
            begins, ends = part.spans[language]
            return not begins <= value["start"] < ends
    return False  # it stands in the row of a table, or in the heading: it is of both


def _without_loose_end(characters: str, start: int, end: int) -> int:
    """Where the words of `[start, end)` end, before separators, blanks and one conjunction."""
    end = start + len(characters[start:end].rstrip(_SEPARATORS))
    for word in _CONJUNCTIONS:
        if characters.endswith(word, start, end) and _stands_alone(characters, end - len(word), end):
            return start + len(characters[start : end - len(word)].rstrip(_SEPARATORS))
    return end


def _after_loose_end(characters: str, start: int, end: int) -> int:
    """Where the words of `[start, end)` begin, after separators, blanks and one conjunction."""
    start = end - len(characters[start:end].lstrip(_SEPARATORS))
    for word in _CONJUNCTIONS:
        if characters.startswith(word, start, end) and _stands_alone(characters, start, start + len(word)):
            return end - len(characters[start + len(word) : end].lstrip(_SEPARATORS))
    return start


def _stands_alone(characters: str, start: int, end: int) -> bool:
    # A place inside a word may cut off letters that only look like a conjunction ("proj-et").
    return characters[start - 1 : start] in _SEPARATORS and characters[end : end + 1] in _SEPARATORS


def _free_names(id: str, taken: Mapping[str, object]) -> list[str]:
    """`P3.I5` gives `P3.I5a` and `P3.I5b`; `P3.I5a` keeps its name, and the next free letter follows."""
    lettered = id[-1:] in ascii_lowercase and id[-2:-1].isdigit()
    kept, stem = ([id], id[:-1]) if lettered else ([], id)
    free = [stem + letter for letter in ascii_lowercase if stem + letter not in taken]
    return [*kept, *free][:2]


# Merge


def _merged(commitments: Commitments, each: SettledCommitment, refused: DecisionNotSound) -> Commitments:
    # What was only passed over in doubt lies between the two without parting them.
    asked = (id for id, one in commitments.items() if not (one.out and one.open_doubts))
    after = next((commitments[next_id] for id, next_id in pairwise(asked) if id == each.id), None)
    if after is None or after.out or after.section != each.section:
        raise refused
    merged = replace(
        _after(replace(each, doubts=(*each.doubts, *after.doubts)), "merge"),
        spans=_joined(each.spans, after.spans),
        same_as=(),
        recurrence=each.recurrence or after.recurrence,
        deadline=each.deadline or after.deadline,
    )
    return {id: merged if id == each.id else kept for id, kept in commitments.items() if id != after.id}


def _joined_to(commitments: Commitments, each: SettledCommitment, other: str, refused: DecisionNotSound) -> Commitments:
    """The commitment `other`, with the words of `each` in the languages that it lacks; `each` is gone."""
    partner = commitments.get(other)
    if partner is None or partner is each or partner.out or partner.spans.keys() & each.spans.keys():
        raise refused
    paired = replace(
        _after(replace(partner, doubts=(*partner.doubts, *each.doubts)), "pair"),
        spans={**partner.spans, **each.spans},
        titles={**each.titles, **partner.titles},
        recurrence=partner.recurrence or each.recurrence,
        deadline=partner.deadline or each.deadline,
        kinds_differ=partner.kind != each.kind,
    )
    return {id: paired if id == other else kept for id, kept in commitments.items() if id != each.id}


def _joined(spans: Mapping[str, tuple[int, int]], others: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    joined = {**others, **spans}
    for language in spans.keys() & others.keys():
        (start, end), (other_start, other_end) = spans[language], others[language]
        joined[language] = (min(start, other_start), max(end, other_end))
    return joined


def _exchanged(commitments: Commitments, id: str, parts: Sequence[SettledCommitment]) -> Commitments:
    exchanged: Commitments = {}
    for known, kept in commitments.items():
        exchanged |= {part.id: part for part in parts} if known == id else {known: kept}
    return exchanged
