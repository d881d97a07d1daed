"""Settle: readings of all language versions, side by side, with every decision an officer has taken applied.

- Works on the JSON of readings (`docs/reading.md`), so that a draft can be put away and taken up again.
- Versions pair by id; what stands in one version only is named in `unpaired` and stops the adoption.
- Decisions are applied in the order taken: `accept`, `kind`, `mode`, `split`, `merge`, `not-a-commitment`, `titles`.
- A decision on a commitment settles its doubts. Nothing is lost: what is no commitment stays in the list.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.refusal import Refusal
from suivi.plan.text import Span
from suivi.plan.when import Deadline, Recurrence
from suivi.plan.words import Words

_LOOSE_END: Final = re.compile(r"[\s,;·]*(?:\s(?:and|et|및|그리고))?[\s,;·]*$")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class CommitmentNotInDraft(Refusal):
    """The reading holds no commitment of that id."""

    code = "commitment-not-in-draft"
    says = Words(
        en="The reading holds no commitment “{id}”.",
        fr="La lecture ne contient aucun engagement « {id} ».",
        ko="이 판독 결과에 공약 ‘{id}’이(가) 없습니다.",
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
        fr="« {decision} » ne peut s’appliquer à {id} avec « {value} ».",
        ko="{id}에 ‘{decision}’을(를) ‘{value}’ 값으로 적용할 수 없습니다.",
    )
    remedy = Words(
        en="Give a value the draft page offers; a split needs a place inside the commitment in every language.",
        fr="Donnez une valeur proposée par la page; une division exige un endroit dans l’engagement pour chaque langue.",
        ko="화면에서 제시하는 값을 사용하십시오. 분할하려면 모든 언어에서 공약 안의 위치를 지정해야 합니다.",
    )


@dataclass(frozen=True, kw_only=True)
class SettledDoubt:
    """A question the reader asked, at `[start, end)` of the text in `language`; `settled` once decided."""

    code: str
    says: Words
    language: str
    start: int
    end: int
    settled: bool = False


@dataclass(frozen=True, kw_only=True)
class SettledCommitment:
    """A commitment across versions: `spans` by language; `decision` the last taken on it, or empty."""

    id: str
    kind: str
    mode: str
    section: str | None
    spans: Mapping[str, tuple[int, int]]
    modes_considered: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[SettledDoubt, ...] = ()
    decision: str = ""
    same_as: tuple[str, ...] = ()
    recurrence: Mapping[str, Any] | None = None
    deadline: Mapping[str, Any] | None = None

    @property
    def out(self) -> bool:
        """Whether an officer decided that it is no commitment."""
        return self.decision == "not-a-commitment"

    @property
    def open_doubts(self) -> tuple[SettledDoubt, ...]:
        """The doubts nobody has settled."""
        return tuple(doubt for doubt in self.doubts if not doubt.settled)


@dataclass(frozen=True, kw_only=True)
class SettledSection:
    """A heading across versions: `headings` and `spans` by language."""

    id: str
    kind: str
    parent: str | None
    headings: dict[str, tuple[int, int]]
    spans: dict[str, tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The draft as it stands; `titles` of the plan by language; `unpaired` ids that not every version holds."""

    languages: tuple[str, ...]
    titles: Mapping[str, str]
    parties: tuple[str, ...]
    sections: tuple[SettledSection, ...]
    commitments: tuple[SettledCommitment, ...]
    unpaired: tuple[str, ...]
    section_titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def plan(
        self, id: str, *, version: int, authentic: Iterable[str], digests: Mapping[str, str], agreed_on: str
    ) -> Plan:
        """The plan the draft would adopt: commitments that are one in two places become one provision (rule R10)."""
        firm = tuple(authentic)
        return Plan(
            id=id,
            version=version,
            texts=tuple(AgreedText(language, language in firm, digests[language]) for language in self.languages),
            sections=tuple(self._section(section) for section in self.sections),
            provisions=self._provisions(),
            titles=dict(self.titles),
            agreed_on=agreed_on or None,
        )

    def _section(self, section: SettledSection) -> Section:
        return Section(
            id=section.id,
            kind=section.kind,
            parent=section.parent,
            headings=_spans(section.headings),
            spans=_spans(section.spans),
            titles=dict(self.section_titles.get(section.id, {})),
        )

    def _provisions(self) -> tuple[Provision, ...]:
        standing = {each.id: each for each in self.commitments if not each.out}
        taken: set[str] = set()
        provisions: list[Provision] = []
        for each in standing.values():
            if each.id in taken:
                continue
            twins = [standing[twin] for twin in each.same_as if twin in standing and twin not in taken]
            taken |= {each.id, *(twin.id for twin in twins)}
            provisions.append(_provision(each, twins))
        return tuple(provisions)


def settled(readings: Sequence[Mapping[str, Any]], decisions: Sequence[Mapping[str, Any]]) -> Settled:
    """The readings (one per language version, as `DraftPlan.value()` gives them) with the decisions applied in order.

    Raises `CommitmentNotInDraft` or `DecisionNotSound` for a decision that does not fit.
    """
    languages = tuple(reading["text"]["language"] for reading in readings)
    commitments = {each.id: each for each in _commitments(readings)}
    titles: dict[str, str] = {
        reading["text"]["language"]: reading["title"]["text"] for reading in readings if reading.get("title")
    }
    section_titles: dict[str, Mapping[str, str]] = {}
    for decision in decisions:
        if decision["decision"] == "agreed-on":
            continue  # of the plan as a whole; the desk writes it into the proposal
        if decision["decision"] == "titles" and decision["commitment"] == "":
            titles |= decision["value"]
        elif decision["decision"] == "titles" and decision["commitment"] not in commitments:
            section_titles[decision["commitment"]] = decision["value"]
        else:
            commitments = _decided(commitments, decision, readings)
    known = {section["id"] for reading in readings for section in reading["sections"]}
    if unknown := sorted(section_titles.keys() - known):
        raise CommitmentNotInDraft(id=unknown[0])
    return Settled(
        languages=languages,
        titles=titles,
        parties=tuple(readings[0]["parties"]) if readings else (),
        sections=_sections(readings),
        commitments=tuple(commitments.values()),
        unpaired=_unpaired(commitments.values(), languages),
        section_titles=section_titles,
    )


def _unpaired(commitments: Iterable[SettledCommitment], languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in commitments if not each.out and set(each.spans) != set(languages))


def _commitments(readings: Sequence[Mapping[str, Any]]) -> list[SettledCommitment]:
    order: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for reading in readings:
        for commitment in reading["commitments"]:
            order.setdefault(commitment["id"], []).append((reading["text"]["language"], commitment))
    doubts = _doubts(readings)
    return [_commitment(id, versions, doubts.get(id, ())) for id, versions in order.items()]


def _commitment(
    id: str, versions: list[tuple[str, Mapping[str, Any]]], doubts: Sequence[SettledDoubt]
) -> SettledCommitment:
    first = versions[0][1]
    return SettledCommitment(
        id=id,
        kind=first["kind"],
        mode=first["mode"],
        section=first["section"],
        spans={language: (version["start"], version["end"]) for language, version in versions},
        modes_considered=tuple(first.get("modes_considered", ())),
        doubts=tuple(doubts),
        same_as=tuple(first.get("same_as", ())),
        recurrence=next((version["recurrence"] for _, version in versions if version.get("recurrence")), None),
        deadline=next((version["deadline"] for _, version in versions if version.get("deadline")), None),
    )


def _doubts(readings: Sequence[Mapping[str, Any]]) -> dict[str, list[SettledDoubt]]:
    found: dict[str, list[SettledDoubt]] = {}
    for reading in readings:
        for doubt in reading["doubts"]:
            found.setdefault(doubt["at"], []).append(
                SettledDoubt(
                    code=doubt["code"],
                    says=Words(doubt["says"]["en"], doubt["says"]["fr"], doubt["says"]["ko"]),
                    language=reading["text"]["language"],
                    start=doubt["start"],
                    end=doubt["end"],
                )
            )
    return found


def _sections(readings: Sequence[Mapping[str, Any]]) -> tuple[SettledSection, ...]:
    order: dict[str, SettledSection] = {}
    for reading in readings:
        language = reading["text"]["language"]
        for section in reading["sections"]:
            known = order.get(section["id"]) or SettledSection(
                id=section["id"], kind=section["kind"], parent=section["parent"], headings={}, spans={}
            )
            order[section["id"]] = replace(
                known,
                headings={**known.headings, language: (section["start"], section["heading_end"])},
                spans={**known.spans, language: (section["start"], section["end"])},
            )
    return tuple(order.values())


def _decided(
    commitments: dict[str, SettledCommitment], decision: Mapping[str, Any], readings: Sequence[Mapping[str, Any]]
) -> dict[str, SettledCommitment]:
    id, verb, value = decision["commitment"], decision["decision"], decision.get("value", "")
    if id not in commitments:
        raise CommitmentNotInDraft(id=id)
    each = commitments[id]
    match verb:
        case "titles":
            return {**commitments, id: replace(each, titles={**each.titles, **value})}
        case "accept" | "not-a-commitment":
            return {**commitments, id: _decided_one(each, verb)}
        case "kind" if value in list(ProvisionKind):
            return {**commitments, id: replace(_decided_one(each, verb), kind=value)}
        case "mode" if re.fullmatch(r"[a-z_]{1,32}", value):
            return {**commitments, id: replace(_decided_one(each, verb), mode=value)}
        case "split":
            return _split(commitments, each, _places(each, value), readings)
        case "merge":
            return _merged(commitments, each)
    raise DecisionNotSound(decision=verb, id=id, value=str(value)[:60])


def _decided_one(each: SettledCommitment, verb: str) -> SettledCommitment:
    doubts = tuple(replace(doubt, settled=True) for doubt in each.doubts)
    return replace(each, decision=verb, doubts=doubts)


def _places(each: SettledCommitment, value: str) -> dict[str, int]:
    """`fr=6644,en=10`: where the second part begins, by language; every language of the commitment, inside its span."""
    places: dict[str, int] = {}
    for part in str(value).split(","):
        language, _, offset = part.partition("=")
        if offset.isdecimal() and language in each.spans:
            places[language] = int(offset)
    inside = all(start < places.get(language, -1) < end for language, (start, end) in each.spans.items())
    if not inside:
        raise DecisionNotSound(decision="split", id=each.id, value=str(value)[:60])
    return places


def _split(
    commitments: dict[str, SettledCommitment],
    each: SettledCommitment,
    places: Mapping[str, int],
    readings: Sequence[Mapping[str, Any]],
) -> dict[str, SettledCommitment]:
    characters = {reading["text"]["language"]: reading["text"]["characters"] for reading in readings}
    first: dict[str, tuple[int, int]] = {}
    second: dict[str, tuple[int, int]] = {}
    for language, (start, end) in each.spans.items():
        loose = _LOOSE_END.search(characters[language][start : places[language]])
        first[language] = (start, start + (loose.start() if loose else places[language] - start))
        second[language] = (places[language], end)
    names = _names(each.id, set(commitments))
    parts = [
        replace(_decided_one(each, "split"), id=names[0], spans=first, same_as=()),
        replace(_decided_one(each, "split"), id=names[1], spans=second, same_as=(), titles={}),
    ]
    return _exchanged(commitments, each.id, parts)


def _names(id: str, taken: set[str]) -> tuple[str, str]:
    """`P3.I5` gives `P3.I5a` and `P3.I5b`; `P3.I5a` keeps its name, and the next free letter follows."""
    if id[-1].isdigit():
        return f"{id}a", f"{id}b"
    stem = id[:-1]
    return id, next(stem + letter for letter in _LETTERS if stem + letter not in taken)


def _merged(commitments: dict[str, SettledCommitment], each: SettledCommitment) -> dict[str, SettledCommitment]:
    ids = list(commitments)
    place = ids.index(each.id)
    if place + 1 >= len(ids):
        raise DecisionNotSound(decision="merge", id=each.id, value="")
    after = commitments[ids[place + 1]]
    spans = {
        language: (min(start, after.spans[language][0]), max(end, after.spans[language][1]))
        for language, (start, end) in each.spans.items()
        if language in after.spans
    }
    merged = replace(_decided_one(each, "merge"), spans=spans)
    return {id: merged if id == each.id else kept for id, kept in commitments.items() if id != after.id}


def _exchanged(
    commitments: dict[str, SettledCommitment], id: str, parts: Sequence[SettledCommitment]
) -> dict[str, SettledCommitment]:
    exchanged: dict[str, SettledCommitment] = {}
    for known, kept in commitments.items():
        exchanged |= {part.id: part for part in parts} if known == id else {known: kept}
    return exchanged


def _provision(each: SettledCommitment, twins: Sequence[SettledCommitment]) -> Provision:
    return Provision(
        id=each.id,
        kind=ProvisionKind(each.kind),
        mode=each.mode,
        places=tuple(Place(one.id, one.section, _spans(one.spans)) for one in (each, *twins)),
        recurrence=Recurrence(each.recurrence["rrule"]) if each.recurrence else None,
        deadline=_deadline(each.deadline),
        titles=dict(each.titles),
    )


def _deadline(value: Mapping[str, Any] | None) -> Deadline | None:
    if not value or not value.get("latest_on"):
        return None
    earliest = value.get("earliest_on") or value["latest_on"]
    return Deadline(
        value["text"], datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(value["latest_on"])
    )


def _spans(spans: Mapping[str, tuple[int, int]]) -> dict[str, Span]:
    return {language: Span(start, end) for language, (start, end) in spans.items()}
