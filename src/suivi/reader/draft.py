"""Draft: a plan as read and not yet settled, with the characters behind everything it says.

Rules:
- every span points into `text.characters`; `text.characters[start:end]` is what the JSON repeats as `text`;
- sections and commitments stand in reading order; ids are the reader's, and nobody has agreed to any of it yet;
- the JSON is `suivi-draft-plan/1`; `draft_of` reads it back to an equal draft.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from suivi.plan.text import Span, Text
from suivi.plan.words import LANGUAGES, Words
from suivi.reader.doubt import Doubt
from suivi.reader.rules.background import Achievement
from suivi.reader.rules.deadline import DayFound
from suivi.reader.rules.preamble import Agreement
from suivi.reader.rules.recurrence import RecurrenceFound

FORMAT: Final = "suivi-draft-plan/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """A pillar, theme or heading: `span` is heading and body, `heading` the heading alone."""

    id: str
    kind: str
    label: str
    title: str
    parent: str | None
    heading: Span
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCommitment:
    """A commitment as read: `mode` is a suggestion, `actor` a party code or `all`, `rules` why it was read so."""

    id: str
    kind: str
    section: str | None
    span: Span
    mode: str
    modes_considered: tuple[str, ...]
    recurrence: RecurrenceFound | None
    deadline: DayFound | None
    actor: str
    bodies: tuple[Span, ...]
    instruments: tuple[Span, ...]
    same_as: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlan:
    """One language version of a plan as read; `review_clause` is the id of the plan's own review, or None."""

    text: Text
    title: Span | None
    parties: tuple[str, ...]
    sections: tuple[DraftSection, ...]
    commitments: tuple[DraftCommitment, ...]
    preamble: Agreement
    review_clause: str | None
    background: tuple[Achievement, ...]
    doubts: tuple[Doubt, ...]

    def value(self) -> dict[str, Any]:
        """The draft as plain JSON data (reader.md, “Output”)."""
        characters = self.text.characters
        return {
            "format": FORMAT,
            "text": {"language": self.text.language, "characters": characters, "sha256": self.text.sha256},
            "title": None if self.title is None else _quoted(self.title, characters),
            "parties": list(self.parties),
            "sections": [_section_value(section) for section in self.sections],
            "commitments": [_commitment_value(commitment, characters) for commitment in self.commitments],
            "preamble": _preamble_value(self.preamble, self.review_clause, characters),
            "background": [_quoted(past.span, characters) | {"kind": past.kind} for past in self.background],
            "doubts": [_doubt_value(doubt) for doubt in self.doubts],
        }


def _quoted(span: Span, characters: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(characters)}


def _section_value(section: DraftSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "kind": section.kind,
        "label": section.label,
        "title": section.title,
        "parent": section.parent,
        "start": section.span.start,
        "heading_end": section.heading.end,
        "end": section.span.end,
    }


def _commitment_value(commitment: DraftCommitment, characters: str) -> dict[str, Any]:
    recurrence, deadline = commitment.recurrence, commitment.deadline
    return {
        "id": commitment.id,
        "kind": commitment.kind,
        "section": commitment.section,
        **_quoted(commitment.span, characters),
        "mode": commitment.mode,
        "modes_considered": list(commitment.modes_considered),
        "recurrence": recurrence
        and {"rrule": recurrence.rule, "start": recurrence.span.start, "end": recurrence.span.end},
        "deadline": deadline and _day_value(deadline, characters),
        "actor": commitment.actor,
        "bodies": [_quoted(span, characters) for span in commitment.bodies],
        "instruments": [_quoted(span, characters) for span in commitment.instruments],
        "same_as": list(commitment.same_as),
        "rules": list(commitment.rules),
    }


def _day_value(day: DayFound, characters: str) -> dict[str, Any]:
    interval = {"earliest_on": day.earliest_on.isoformat(), "latest_on": day.latest_on.isoformat()}
    return _quoted(day.span, characters) | interval


def _preamble_value(agreement: Agreement, review_clause: str | None, characters: str) -> dict[str, Any]:
    return {
        "agreed_by": [_quoted(span, characters) for span in agreement.agreed_by],
        "agreed_on": agreement.agreed_on and _day_value(agreement.agreed_on, characters),
        "instructed_by": [_quoted(span, characters) for span in agreement.instructed_by],
        "review_clause": review_clause,
    }


def _doubt_value(doubt: Doubt) -> dict[str, Any]:
    span = {"start": doubt.span.start, "end": doubt.span.end}
    return {"at": doubt.at, **span, "code": doubt.code, "says": doubt.says.by_language()}


# Read back


def draft_of(value: Mapping[str, Any]) -> DraftPlan:
    """The draft whose `value()` is `value`; raises `ValueError` for another format, `KeyError` for a gap."""
    if value["format"] != FORMAT:
        raise ValueError(f"a draft plan is of format {FORMAT}, not {value['format']}")
    preamble = value["preamble"]
    return DraftPlan(
        text=Text(value["text"]["language"], value["text"]["characters"]),
        title=None if value["title"] is None else _span(value["title"]),
        parties=tuple(value["parties"]),
        sections=tuple(_section_of(section) for section in value["sections"]),
        commitments=tuple(_commitment_of(commitment) for commitment in value["commitments"]),
        preamble=_agreement_of(preamble),
        review_clause=preamble["review_clause"],
        background=tuple(Achievement(_span(past), past["kind"]) for past in value["background"]),
        doubts=tuple(_doubt_of(doubt) for doubt in value["doubts"]),
    )


def _span(value: Mapping[str, Any]) -> Span:
    return Span(value["start"], value["end"])


def _section_of(value: Mapping[str, Any]) -> DraftSection:
    return DraftSection(
        id=value["id"],
        kind=value["kind"],
        label=value["label"],
        title=value["title"],
        parent=value["parent"],
        heading=Span(value["start"], value["heading_end"]),
        span=_span(value),
    )


def _commitment_of(value: Mapping[str, Any]) -> DraftCommitment:
    recurrence = value["recurrence"]
    return DraftCommitment(
        id=value["id"],
        kind=value["kind"],
        section=value["section"],
        span=_span(value),
        mode=value["mode"],
        modes_considered=tuple(value["modes_considered"]),
        recurrence=recurrence and RecurrenceFound(recurrence["rrule"], _span(recurrence)),
        deadline=value["deadline"] and _day_of(value["deadline"]),
        actor=value["actor"],
        bodies=tuple(_span(body) for body in value["bodies"]),
        instruments=tuple(_span(instrument) for instrument in value["instruments"]),
        same_as=tuple(value["same_as"]),
        rules=tuple(value["rules"]),
    )


def _day_of(value: Mapping[str, Any]) -> DayFound:
    earliest_on, latest_on = (datetime.date.fromisoformat(value[end]) for end in ("earliest_on", "latest_on"))
    return DayFound(_span(value), earliest_on, latest_on)


def _agreement_of(value: Mapping[str, Any]) -> Agreement:
    return Agreement(
        agreed_by=tuple(_span(person) for person in value["agreed_by"]),
        agreed_on=value["agreed_on"] and _day_of(value["agreed_on"]),
        instructed_by=tuple(_span(person) for person in value["instructed_by"]),
    )


def _doubt_of(value: Mapping[str, Any]) -> Doubt:
    return Doubt(value["at"], _span(value), value["code"], Words(*(value["says"][tag] for tag in LANGUAGES)))
