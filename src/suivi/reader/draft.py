"""Draft: a plan as read and not yet settled, with the characters behind everything it says.

Rules:
- every span points into `text.characters`; `text.characters[start:end]` is what the JSON repeats as `text`;
- sections and commitments stand in reading order; ids are the reader's, and nobody has agreed to any of it yet;
- of a document, the text also says its blocks, pages and caveats, and each commitment its page and block;
- the JSON is `suivi-draft-plan/1`; `draft_of` reads it back to an equal draft.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from suivi.plan.text import Caveat, SourceBlock, Span, Text
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
            "text": _text_value(self.text),
            "title": None if self.title is None else _quoted(self.title, characters),
            "parties": list(self.parties),
            "sections": [_section_value(section) for section in self.sections],
            "commitments": [_commitment_value(commitment, self.text) for commitment in self.commitments],
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


def _text_value(text: Text) -> dict[str, Any]:
    value: dict[str, Any] = {"language": text.language, "characters": text.characters, "sha256": text.sha256}
    if text.pages:
        value["pages"] = list(text.pages)
    if text.blocks:
        value["blocks"] = [[block.start, block.end, block.role, block.label] for block in text.blocks]
    if text.caveats:
        value["caveats"] = [_caveat_value(caveat) for caveat in text.caveats]
    return value


def _caveat_value(caveat: Caveat) -> dict[str, Any]:
    spans = [[span.start, span.end] for span in caveat.spans]
    return {"code": caveat.code, "spans": spans, "says": caveat.says.by_language()}


def _place_value(text: Text, start: int) -> dict[str, Any]:
    """The page and the block of a document that `start` lies in, as far as it has them."""
    if not (text.pages or text.blocks):
        return {}
    places = {"page": text.page_at(start), "block": text.block_at(start)}
    return {name: number for name, number in places.items() if number is not None}


def _commitment_value(commitment: DraftCommitment, text: Text) -> dict[str, Any]:
    recurrence, deadline, characters = commitment.recurrence, commitment.deadline, text.characters
    return {
        "id": commitment.id,
        "kind": commitment.kind,
        "section": commitment.section,
        **_quoted(commitment.span, characters),
        **_place_value(text, commitment.span.start),
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
        text=text_of(value["text"]),
        title=None if value["title"] is None else _span(value["title"]),
        parties=tuple(value["parties"]),
        sections=tuple(_section_of(section) for section in value["sections"]),
        commitments=tuple(_commitment_of(commitment) for commitment in value["commitments"]),
        preamble=_agreement_of(preamble),
        review_clause=preamble["review_clause"],
        background=tuple(Achievement(_span(past), past["kind"]) for past in value["background"]),
        doubts=tuple(_doubt_of(doubt) for doubt in value["doubts"]),
    )


def text_of(value: Mapping[str, Any]) -> Text:
    """The text a draft repeats, with what it says of the document it comes from; raises `KeyError` for a gap."""
    return Text(
        value["language"],
        value["characters"],
        tuple(SourceBlock(*block) for block in value.get("blocks", ())),
        tuple(value.get("pages", ())),
        tuple(_caveat_of(caveat) for caveat in value.get("caveats", ())),
    )


def _caveat_of(value: Mapping[str, Any]) -> Caveat:
    return Caveat(value["code"], Words(**value["says"]), tuple(Span(*span) for span in value["spans"]))


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
