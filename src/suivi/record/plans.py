"""PlanAdopted and PlanAmended: the plan as the parties adopt it, and a version that says what became of the one before.

- Spans count code points of the agreed text of their language, from 0, end excluded; they point only into
  languages the record lists among its `texts`.
- A section stands after its parent; the first place of a provision gives it its id; no id stands twice.
- `titles` are unofficial working titles. Source: house.md, section 4, kinds on the wire.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import count, day, outside, word
from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.version import Became, Succeeded, Succession
from suivi.plan.when import Deadline, Recurrence
from suivi.record import schema

PLAN: Final = re.compile(r"[a-z][a-z0-9-]{1,31}")
RULE: Final = re.compile(r"[A-Z0-9=;,:+-]{1,200}")
SECTION_KINDS: Final = ("pillar", "theme", "heading")


@dataclass(frozen=True, slots=True)
class PlanAdopted:
    """A version of a plan, in effect once every party has sealed it."""

    plan: Plan

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        plan = self.plan
        value: dict[str, Json] = {
            "plan": plan.id,
            "version": plan.version,
            "texts": [_text_value(text) for text in plan.texts],
            "sections": [_section_value(section) for section in plan.sections],
            "provisions": [_provision_value(provision) for provision in plan.provisions],
        }
        return value | _titles_value(plan.titles) | ({"agreed_on": plan.agreed_on} if plan.agreed_on else {})


@dataclass(frozen=True, slots=True)
class PlanAmended(PlanAdopted):
    """A later version, which `amends` the one of that number; `succession` tells what became of each commitment."""

    amends: int
    succession: Succession

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        steps: list[Json] = [
            {"became": step.became.value, "old": list(step.old), "new": list(step.new)} for step in self.succession
        ]
        return {**PlanAdopted.value(self), "amends": self.amends, "succession": steps}


def read_plan_amended(value: Json, at: str = "") -> PlanAmended:
    """The record at path `at`; raises `Fault` record.* or text.*. Whether the succession is whole the register says."""
    fields = schema.closed(value, required=_PLAN | _AMENDS, optional=_PLAN_OPTIONAL, at=at)
    adopted = read_plan_adopted({name: part for name, part in fields.items() if name not in _AMENDS}, at)
    return PlanAmended(
        adopted.plan,
        count(fields["amends"], least=1, at=schema.path(at, "amends")),
        schema.each(fields["succession"], _read_step, at=schema.path(at, "succession"), lowest=1),
    )


def _read_step(value: Json, at: str) -> Succeeded:
    fields = schema.closed(value, required=_STEP, at=at)
    return Succeeded(
        Became(schema.one_of(fields["became"], tuple(Became), at=f"{at}.became")),
        schema.each(fields["old"], _read_id, at=f"{at}.old"),
        schema.each(fields["new"], _read_id, at=f"{at}.new"),
    )


def read_plan_adopted(value: Json, at: str = "") -> PlanAdopted:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_PLAN, optional=_PLAN_OPTIONAL, at=at)
    texts = schema.each(fields["texts"], _read_text, at=schema.path(at, "texts"), lowest=1)
    schema.distinct(tuple(text.language for text in texts), at=schema.path(at, "texts"))
    spoken = frozenset(text.language for text in texts)
    sections = _read_sections(fields["sections"], spoken, schema.path(at, "sections"))
    known = frozenset(section.id for section in sections)
    return PlanAdopted(
        Plan(
            id=word(fields["plan"], PLAN, at=schema.path(at, "plan")),
            version=count(fields["version"], least=1, at=schema.path(at, "version")),
            texts=texts,
            sections=sections,
            provisions=_read_provisions(fields["provisions"], spoken, known, schema.path(at, "provisions")),
            titles=_read_titles(fields, at),
            agreed_on=day(fields["agreed_on"], at=schema.path(at, "agreed_on")) if "agreed_on" in fields else None,
        )
    )


_PLAN: Final = frozenset({"plan", "version", "texts", "sections", "provisions"})
_PLAN_OPTIONAL: Final = frozenset({"agreed_on", "titles"})
_AMENDS: Final = frozenset({"amends", "succession"})
_STEP: Final = frozenset({"became", "old", "new"})
_TEXT: Final = frozenset({"language", "authentic", "sha256"})
_SECTION: Final = frozenset({"id", "kind", "headings", "spans"})
_SECTION_OPTIONAL: Final = frozenset({"parent", "titles"})
_PROVISION: Final = frozenset({"id", "kind", "mode", "places"})
_PROVISION_OPTIONAL: Final = frozenset({"recurrence", "deadline", "titles"})
_PLACE: Final = frozenset({"id", "spans"})
_DEADLINE: Final = frozenset({"words", "earliest_on", "latest_on"})


def _read_text(value: Json, at: str) -> AgreedText:
    fields = schema.closed(value, required=_TEXT, at=at)
    return AgreedText(
        language=word(fields["language"], schema.LANGUAGE, at=f"{at}.language"),
        authentic=schema.truth(fields["authentic"], at=f"{at}.authentic"),
        sha256=schema.digest(fields["sha256"], at=f"{at}.sha256"),
    )


def _read_sections(value: Json, spoken: frozenset[str], at: str) -> tuple[Section, ...]:
    sections = schema.each(value, lambda section, place: _read_section(section, spoken, place), at=at)
    schema.distinct(tuple(section.id for section in sections), at=at)
    before: set[str] = set()
    for index, section in enumerate(sections):
        if section.parent is not None:
            schema.one_of(section.parent, before, at=f"{at}[{index}].parent")
        before.add(section.id)
    return sections


def _read_section(value: Json, spoken: frozenset[str], at: str) -> Section:
    fields = schema.closed(value, required=_SECTION, optional=_SECTION_OPTIONAL, at=at)
    return Section(
        id=_read_id(fields["id"], f"{at}.id"),
        kind=schema.one_of(fields["kind"], SECTION_KINDS, at=f"{at}.kind"),
        parent=_read_id(fields["parent"], f"{at}.parent") if "parent" in fields else None,
        headings=_read_spans(fields["headings"], spoken, f"{at}.headings"),
        spans=_read_spans(fields["spans"], spoken, f"{at}.spans"),
        titles=_read_titles(fields, at),
    )


def _read_provisions(value: Json, spoken: frozenset[str], known: frozenset[str], at: str) -> tuple[Provision, ...]:
    provisions = schema.each(value, lambda provision, here: _read_provision(provision, spoken, here), at=at)
    schema.distinct(tuple(place.id for provision in provisions for place in provision.places), at=at)
    for index, provision in enumerate(provisions):
        for number, place in enumerate(provision.places):
            if place.section is not None:
                schema.one_of(place.section, known, at=f"{at}[{index}].places[{number}].section")
    return provisions


def _read_provision(value: Json, spoken: frozenset[str], at: str) -> Provision:
    fields = schema.closed(value, required=_PROVISION, optional=_PROVISION_OPTIONAL, at=at)
    places = schema.each(
        fields["places"], lambda place, here: _read_place(place, spoken, here), at=f"{at}.places", lowest=1
    )
    return Provision(
        id=schema.one_of(fields["id"], (places[0].id,), at=f"{at}.id"),
        kind=ProvisionKind(schema.one_of(fields["kind"], tuple(ProvisionKind), at=f"{at}.kind")),
        mode=word(fields["mode"], schema.MODE, at=f"{at}.mode"),
        places=places,
        recurrence=_read_recurrence(fields["recurrence"], f"{at}.recurrence") if "recurrence" in fields else None,
        deadline=_read_deadline(fields["deadline"], f"{at}.deadline") if "deadline" in fields else None,
        titles=_read_titles(fields, at),
    )


def _read_place(value: Json, spoken: frozenset[str], at: str) -> Place:
    fields = schema.closed(value, required=_PLACE, optional=frozenset({"section"}), at=at)
    return Place(
        id=_read_id(fields["id"], f"{at}.id"),
        section=_read_id(fields["section"], f"{at}.section") if "section" in fields else None,
        spans=_read_spans(fields["spans"], spoken, f"{at}.spans"),
    )


def _read_spans(value: Json, spoken: frozenset[str], at: str) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    for language, ends in schema.languages(value, at=at):
        if language not in spoken:
            raise schema.unknown_field(language, "a language of the texts", at)
        spans[language] = _read_span(ends, f"{at}.{language}")
    return spans


def _read_span(value: Json, at: str) -> Span:
    start, end = schema.each(value, lambda offset, here: count(offset, at=here), at=at, lowest=2)[:2]
    if start > end or value != [start, end]:
        raise outside(value, "two offsets, [start, end)", at)
    return Span(start, end)


def _read_recurrence(value: Json, at: str) -> Recurrence:
    fields = schema.closed(value, required=schema.NOTHING, optional=frozenset({"rrule"}), at=at)
    if "rrule" not in fields:
        return Recurrence(rule=None)
    return Recurrence(word(fields["rrule"], RULE, at=f"{at}.rrule"))


def _read_deadline(value: Json, at: str) -> Deadline:
    fields = schema.closed(value, required=_DEADLINE, at=at)
    earliest_on = date.fromisoformat(day(fields["earliest_on"], at=f"{at}.earliest_on"))
    latest_on = date.fromisoformat(day(fields["latest_on"], at=f"{at}.latest_on"))
    if latest_on < earliest_on:
        raise outside(fields["latest_on"], f"{earliest_on} or later", f"{at}.latest_on")
    return Deadline(schema.wording(fields["words"], at=f"{at}.words"), earliest_on, latest_on)


def _read_titles(fields: dict[str, Json], at: str) -> dict[str, str]:
    return schema.by_language(fields["titles"], at=schema.path(at, "titles")) if "titles" in fields else {}


def _read_id(value: Json, at: str) -> str:
    return word(value, schema.ID, at=at)


def _text_value(text: AgreedText) -> dict[str, Json]:
    return {"language": text.language, "authentic": text.authentic, "sha256": text.sha256}


def _section_value(section: Section) -> dict[str, Json]:
    value: dict[str, Json] = {
        "id": section.id,
        "kind": section.kind,
        "headings": _spans_value(section.headings),
        "spans": _spans_value(section.spans),
    }
    return value | ({"parent": section.parent} if section.parent is not None else {}) | _titles_value(section.titles)


def _provision_value(provision: Provision) -> dict[str, Json]:
    value: dict[str, Json] = {
        "id": provision.id,
        "kind": provision.kind.value,
        "mode": provision.mode,
        "places": [_place_value(place) for place in provision.places],
    }
    if (recurrence := provision.recurrence) is not None:
        value["recurrence"] = {} if recurrence.rule is None else {"rrule": recurrence.rule}
    if (deadline := provision.deadline) is not None:
        value["deadline"] = {
            "words": deadline.words,
            "earliest_on": deadline.earliest_on.isoformat(),
            "latest_on": deadline.latest_on.isoformat(),
        }
    return value | _titles_value(provision.titles)


def _place_value(place: Place) -> dict[str, Json]:
    value: dict[str, Json] = {"id": place.id, "spans": _spans_value(place.spans)}
    return value | ({"section": place.section} if place.section is not None else {})


def _spans_value(spans: dict[str, Span]) -> dict[str, Json]:
    return {language: [span.start, span.end] for language, span in spans.items()}


def _titles_value(titles: dict[str, str]) -> dict[str, Json]:
    return {"titles": dict(titles)} if titles else {}
