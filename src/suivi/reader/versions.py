"""Versions: readings of a text's language versions brought under one set of ids, with what drifts between them.

- Versions written together pair by id and stay as they are. Free translations are aligned (`align.py`): what says one
  thing gets the id it has in the first version; where one version says in several commitments what another says in
  one, they are joined in every version, and the commitment is doubted.
- What one version alone says keeps its id with the language behind it (`P1.I3-ko`), so no id means two things.
- It is done once, when the texts are read, and kept with the draft: a later alignment changes no draft under way.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from suivi.plan.words import Words
from suivi.reader.align import Aligned, Alignment, aligned
from suivi.reader.draft import draft_of
from suivi.reader.drift import drifts_between
from suivi.reader.features import features_of

Reading = dict[str, Any]

DIVIDED = Words(
    en="The language versions divide this differently; it was read as one commitment.",
    fr="Les versions linguistiques divisent ce passage différemment; il a été lu comme un seul engagement.",
    ko="언어판마다 나뉜 방식이 달라 하나의 약속으로 읽었습니다.",
)


def paired(readings: Sequence[Reading]) -> list[Reading]:
    """The readings (as `DraftPlan.value()` gives them) under the ids of the first, `drifts` by id added to it."""
    if len(readings) < 2:
        return list(readings)
    if not _pair_by_id(readings):
        readings = _under_one_set_of_ids(readings, aligned([draft_of(reading) for reading in readings]))
    return [{**readings[0], "drifts": _drifts(readings)}, *readings[1:]]


def _pair_by_id(readings: Sequence[Reading]) -> bool:
    """Whether every version holds the same commitments under the same ids, and pairing by words agrees with it."""
    first, *others = ([one["id"] for one in reading["commitments"]] for reading in readings)
    if any(other != first for other in others):
        return False
    groups = aligned([draft_of(reading) for reading in readings]).groups
    alike = sum(len(set(group.ids.values())) == 1 for group in groups)
    return alike * 2 > len(first)


def _drifts(readings: Sequence[Reading]) -> dict[str, list[dict[str, Any]]]:
    told = {
        reading["text"]["language"]: {one.id: one for one in features_of(draft_of(reading))} for reading in readings
    }
    ids = dict.fromkeys(id for by_id in told.values() for id in by_id)
    drifts = {
        id: drifts_between({language: (by_id[id],) if id in by_id else () for language, by_id in told.items()})
        for id in ids
    }
    return {id: [drift.value() for drift in found] for id, found in drifts.items() if found}


# One set of ids


def _under_one_set_of_ids(readings: Sequence[Reading], alignment: Alignment) -> list[Reading]:
    names = [_names(alignment, place) for place in range(len(readings))]
    divided = {_heads(group)[0] for group in alignment.groups if any(len(ids) > 1 for ids in group.ids.values())}
    return [
        _renamed(reading, names[place], sections, divided)
        for place, (reading, sections) in enumerate(zip(readings, _sections(readings, names), strict=True))
    ]


def _heads(group: Aligned) -> tuple[str, str]:
    """The first id of a group, and the language it stands in."""
    language, ids = next((language, ids) for language, ids in group.ids.items() if ids)
    return ids[0], language


def _names(alignment: Alignment, place: int) -> dict[str, str]:
    """For each id of one version, the id its commitment goes under."""
    language, first = alignment.languages[place], alignment.languages[0]
    names: dict[str, str] = {}
    for group in alignment.groups:
        head, spoken = _heads(group)
        names |= dict.fromkeys(group.ids[language], head if spoken == first else f"{head}-{spoken}")
    return names


def _renamed(reading: Reading, names: Mapping[str, str], sections: Mapping[str, str], divided: set[str]) -> Reading:
    commitments: dict[str, Reading] = {}
    text, language = reading["text"]["characters"], reading["text"]["language"]
    # What was passed over is doubted at its section, or nowhere.
    doubts = [{**doubt, "at": names.get(doubt["at"]) or sections.get(doubt["at"], "")} for doubt in reading["doubts"]]
    for one in reading["commitments"]:
        id = names[one["id"]]
        named = {
            **one,
            "id": id,
            "section": sections.get(one["section"], one["section"]),
            "same_as": list(dict.fromkeys(names[other] for other in one["same_as"] if names[other] != id)),
        }
        if id in commitments:
            named = _one_of_two(commitments[id], named, text)
        commitments[id] = named
    doubts += [
        {"at": id, "start": one["start"], "end": one["end"], "code": "joined", "says": DIVIDED.by_language()}
        for id, one in commitments.items()
        if id.removesuffix(f"-{language}") in divided and len(_parts(reading, names, id)) > 1
    ]
    return {
        **reading,
        "commitments": _apart(list(commitments.values())),
        "sections": [
            {**one, "id": sections[one["id"]], "parent": sections.get(one["parent"])} for one in reading["sections"]
        ],
        "doubts": doubts,
    }


def _parts(reading: Reading, names: Mapping[str, str], id: str) -> list[str]:
    return [one["id"] for one in reading["commitments"] if names[one["id"]] == id]


def _one_of_two(one: Reading, other: Reading, text: str) -> Reading:
    start, end = min(one["start"], other["start"]), max(one["end"], other["end"])
    return {
        **one,
        "start": start,
        "end": end,
        "text": text[start:end],
        "modes_considered": list(dict.fromkeys([*one["modes_considered"], *other["modes_considered"]])),
        "recurrence": one["recurrence"] or other["recurrence"],
        "deadline": one["deadline"] or other["deadline"],
        "bodies": [*one["bodies"], *other["bodies"]],
        "instruments": [*one["instruments"], *other["instruments"]],
        "rules": list(dict.fromkeys([*one["rules"], *other["rules"]])),
    }


def _apart(commitments: list[Reading]) -> list[Reading]:
    """In reading order, so that spans never overlap: a joined one ends where the next begins."""
    return sorted(commitments, key=lambda one: (one["start"], one["end"]))


def _sections(readings: Sequence[Reading], names: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """For each version the id its sections go under: that of the first version's section with most of the same."""
    homes = {names[0][one["id"]]: one["section"] for one in readings[0]["commitments"]}
    known = {section["id"] for section in readings[0]["sections"]}
    mapped = [{id: id for id in known}]
    for reading, own in zip(readings[1:], names[1:], strict=True):
        votes = Counter(
            (one["section"], homes[own[one["id"]]])
            for one in reading["commitments"]
            if one["section"] and homes.get(own[one["id"]])
        )
        mapped.append(_elected(reading, votes, known))
    return mapped


def _elected(reading: Reading, votes: Mapping[tuple[str, str], int], known: set[str]) -> dict[str, str]:
    language = reading["text"]["language"]
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for (section, home), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if section not in chosen and home not in taken:
            chosen[section] = home
            taken.add(home)
    for section in (one["id"] for one in reading["sections"]):
        if section not in chosen:
            free = section in known and section not in taken
            chosen[section] = section if free else f"{section}-{language}"
            taken.add(chosen[section])
    return chosen
