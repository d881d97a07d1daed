"""Settle: readings of all language versions, side by side, with every decision an officer has taken applied.

- Works on the JSON of readings (`docs/reading.md`), so that a draft can be put away and taken up again.
- Versions pair by id, which free translations get when they are read (`versions.py`); what only one version can tell (recurrence, deadline, mode) comes from the first that has it.
- What was passed over in doubt stands among the commitments as decided to be none; `accept` makes it one.
- Decisions are applied in the order taken: `accept`, `kind`, `mode`, `split`, `merge`, `pair`, `alone`,
  `not-a-commitment` and `titles` of a commitment; `titles` of a section, or of the plan under an empty id; `agreed-on` is the desk's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from suivi.plan.plan import ProvisionKind
from suivi.plan.words import Words
from suivi.reader.decisions import CommitmentNotInDraft, DecisionNotSound, are_titles, decided
from suivi.reader.grammar import PASSED_OVER
from suivi.reader.modes import FALLBACK
from suivi.reader.settlement import Settled, SettledCommitment, SettledDoubt, SettledSection

__all__ = [
    "CommitmentNotInDraft",
    "DecisionNotSound",
    "Settled",
    "SettledCommitment",
    "SettledDoubt",
    "SettledSection",
    "settled",
]

Reading = Mapping[str, Any]

ELSEWHERE: Final = frozenset({"agreed-on", "continues", "ended"})
"""Decisions about the plan as a whole, or about the version before: the desk writes them into the proposal."""


def settled(readings: Sequence[Reading], decisions: Sequence[Mapping[str, Any]]) -> Settled:
    """The readings (one per language version, as `DraftPlan.value()` gives them) with the decisions applied in order.

    Raises `CommitmentNotInDraft` or `DecisionNotSound` for a decision that does not fit.
    """
    languages = tuple(_language(reading) for reading in readings)
    sections = _sections(readings)
    titles: dict[str, dict[str, str]] = {section.id: {} for section in sections}
    titles[""] = {_language(reading): reading["title"]["text"] for reading in readings if reading.get("title")}
    read = _commitments(readings)
    commitments = {each.id: each for each in _with_passed_over(read, _passed_over(readings, read))}
    characters = {_language(reading): reading["text"]["characters"] for reading in readings}
    for decision in decisions:
        if decision["decision"] in ELSEWHERE:
            continue
        if decision["decision"] == "titles" and decision["commitment"] in titles:
            titles[decision["commitment"]] |= _titles(decision)
        else:
            commitments = decided(commitments, decision, characters)
    return Settled(
        languages=languages,
        titles=titles.pop(""),
        parties=tuple(readings[0]["parties"]) if readings else (),
        sections=sections,
        commitments=tuple(commitments.values()),
        unpaired=tuple(_unpaired(sections, commitments.values(), languages)),
        section_titles={id: words for id, words in titles.items() if words},
    )


def _language(reading: Reading) -> str:
    return str(reading["text"]["language"])


def _titles(decision: Mapping[str, Any]) -> dict[str, str]:
    if not are_titles(decision["value"]):
        raise DecisionNotSound(decision="titles", id=decision["commitment"], value=str(decision["value"])[:60])
    return dict(decision["value"])


def _unpaired(
    sections: Iterable[SettledSection], commitments: Iterable[SettledCommitment], languages: tuple[str, ...]
) -> list[str]:
    """What must still be decided: a heading may stand in one version only, a commitment where somebody says so."""
    headings = [one.id for one in sections if one.kinds_differ]
    standing = (each for each in commitments if not each.out)
    return headings + [
        each.id for each in standing if each.kinds_differ or (set(each.spans) != set(languages) and not each.alone)
    ]


# Language versions side by side

Version = tuple[str, Mapping[str, Any]]
"""The language of a version, and one section or commitment of it."""


def _versions(readings: Sequence[Reading], named: str) -> dict[str, list[Version]]:
    """The versions of every section or commitment by id.

    In the order of the first version; what only a later one holds stands after what it follows there.
    """
    versions: dict[str, list[Version]] = {}
    order: list[str] = []
    for reading in readings:
        last, alone = "", defaultdict[str, list[str]](list)
        for item in reading[named]:
            if item["id"] in versions:
                last = item["id"]
            else:
                alone[last].append(item["id"])
            versions.setdefault(item["id"], []).append((_language(reading), item))
        order = alone[""] + [id for known in order for id in (known, *alone[known])]
    return {id: versions[id] for id in order}


def _commitments(readings: Sequence[Reading]) -> list[SettledCommitment]:
    doubts = _doubts(readings)
    return [
        _commitment(id, versions, doubts.get(id, ())) for id, versions in _versions(readings, "commitments").items()
    ]


def _commitment(id: str, versions: list[Version], doubts: Sequence[SettledDoubt]) -> SettledCommitment:
    first = versions[0][1]
    modes = [version["mode"] for _, version in versions]
    return SettledCommitment(
        id=id,
        kind=first["kind"],
        mode=next((mode for mode in modes if mode != FALLBACK), FALLBACK),
        section=first["section"],
        spans={language: (version["start"], version["end"]) for language, version in versions},
        modes_considered=tuple(dict.fromkeys(mode for _, version in versions for mode in version["modes_considered"])),
        doubts=tuple(doubts),
        same_as=tuple(first["same_as"]),
        recurrence=next((version["recurrence"] for _, version in versions if version["recurrence"]), None),
        deadline=next((version["deadline"] for _, version in versions if version["deadline"]), None),
        kinds_differ=_kinds_differ(versions),
    )


def _kinds_differ(versions: list[Version]) -> bool:
    return len({version["kind"] for _, version in versions}) > 1


def _doubts(readings: Sequence[Reading]) -> dict[str, list[SettledDoubt]]:
    found: dict[str, list[SettledDoubt]] = {}
    for reading in readings:
        for doubt in reading["doubts"]:
            found.setdefault(doubt["at"], []).append(_doubt(doubt, _language(reading)))
    return found


def _doubt(doubt: Mapping[str, Any], language: str) -> SettledDoubt:
    says = doubt["says"]
    return SettledDoubt(
        code=doubt["code"],
        says=Words(says["en"], says["fr"], says["ko"]),
        language=language,
        start=doubt["start"],
        end=doubt["end"],
    )


# What was not read as a commitment, and may be one


def _passed_over(readings: Sequence[Reading], read: Sequence[SettledCommitment]) -> Iterator[SettledCommitment]:
    """Every passage under that doubt as a commitment decided to be none, until an officer accepts it."""
    taken = {each.id for each in read}
    for reading in readings:
        language = _language(reading)
        for doubt in reading["doubts"]:
            span = (doubt["start"], doubt["end"])
            if doubt["code"] != PASSED_OVER or any(_overlap(each.spans.get(language), span) for each in read):
                continue
            id = next(id for id in _names_at(doubt["at"]) if id not in taken)
            taken.add(id)
            yield SettledCommitment(
                id=id,
                kind=ProvisionKind.AIM,
                mode=FALLBACK,
                section=doubt["at"] or None,
                spans={language: span},
                modes_considered=(FALLBACK,),
                doubts=(_doubt(doubt, language),),
                decision="not-a-commitment",
            )


def _names_at(section: str) -> Iterator[str]:
    """`P1.T2.A1`, `P1.T2.A2` …, and `G1`, `G2` … outside any section."""
    return (f"{section}.A{number}" if section else f"G{number}" for number in count(1))


def _overlap(one: tuple[int, int] | None, other: tuple[int, int]) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def _with_passed_over(
    read: Sequence[SettledCommitment], passed: Iterable[SettledCommitment]
) -> Iterator[SettledCommitment]:
    """Both in the order of the text: what was passed over stands before the first commitment after it there."""
    waiting = sorted(passed, key=lambda each: next(iter(each.spans.items())))
    for each in read:
        before = [one for one in waiting if _stands_before(one, each)]
        waiting = [one for one in waiting if one not in before]
        yield from (*before, each)
    yield from waiting


def _stands_before(one: SettledCommitment, each: SettledCommitment) -> bool:
    ((language, span),) = one.spans.items()
    return language in each.spans and span[0] < each.spans[language][0]


def _sections(readings: Sequence[Reading]) -> tuple[SettledSection, ...]:
    return tuple(
        SettledSection(
            id=id,
            kind=versions[0][1]["kind"],
            parent=versions[0][1]["parent"],
            headings={language: (version["start"], version["heading_end"]) for language, version in versions},
            spans={language: (version["start"], version["end"]) for language, version in versions},
            kinds_differ=_kinds_differ(versions),
        )
        for id, versions in _versions(readings, "sections").items()
    )
