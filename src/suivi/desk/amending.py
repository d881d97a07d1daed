"""A new version of a plan in force: what became of each commitment, proposed by the reader, settled by officers.

- The version before is that of the register an officer may see; its words come from its attached texts.
- Decisions stand with those of the draft: `continues` (a commitment of the reading, and the ids it goes on from,
  parted by commas) and `ended` (an id of the version before).
- What goes on with the same words takes over what was agreed of it: kind, mode, working titles; its doubts are settled.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from suivi.desk import access, entries
from suivi.desk.access import Officer
from suivi.desk.drafts import Draft
from suivi.plan.plan import Plan, Provision
from suivi.plan.version import Became, places_of
from suivi.reader.settle import Settled
from suivi.reader.succession import SuccessionDraft, free_id, proposed, said_in
from suivi.record.plans import PlanAdopted, PlanAmended
from suivi.register.plans import PlanRegister

_SAME_WORDS = frozenset({Became.KEPT, Became.MOVED})


def version_before(officer: Officer, plan: str) -> PlanRegister | None:
    """The plan of that id in force, as far as the officer may see it; None if there is none."""
    return access.plans_named(officer, [plan]).get(plan)


def succession(draft: Draft, settled: Settled, before: PlanRegister) -> SuccessionDraft:
    """What became of each commitment of `before` in the draft, every decision taken so far applied."""
    old, new = _texts_of(before), _texts_of_draft(draft)
    shared = old.keys() & new.keys()
    found = proposed(said_in(before.plan, old, shared=shared), said_in(_drafted(draft, settled), new, shared=shared))
    known = {one.id for one in found.new}
    for decision in draft.settled.get("decisions", []):
        if decision["decision"] == "continues" and decision["commitment"] in known:
            ids = [id.strip() for id in str(decision["value"]).split(",")]
            found = found.decided(decision["commitment"], ids)
        elif decision["decision"] == "ended":
            found = found.confirmed(decision["commitment"])
    return found


def _drafted(draft: Draft, settled: Settled) -> Plan:
    return settled.plan(draft.plan, version=1, authentic=(), digests=dict.fromkeys(settled.languages, ""), agreed_on="")


def _texts_of_draft(draft: Draft) -> dict[str, str]:
    return {reading["text"]["language"]: reading["text"]["characters"] for reading in draft.reading}


def _texts_of(before: PlanRegister) -> dict[str, str]:
    """The characters of the agreed texts held here, by language."""
    held = ((text.language, entries.attachment(text.sha256)) for text in before.plan.texts)
    return {language: octets.decode("utf-8") for language, octets in held if octets is not None}


def carried_over(draft: Draft, settled: Settled, before: PlanRegister) -> Iterable[tuple[str, str, Any]]:
    """What was agreed of the commitments that go on with the same words, as decisions: id, verb, value."""
    found = succession(draft, settled, before)
    for each in settled.commitments:
        if each.id not in found.continues or found.became(each.id) not in _SAME_WORDS:
            continue
        agreed = before.plan.provision(found.continues[each.id][0])
        if agreed is None:
            continue
        if each.kind != agreed.kind or each.kinds_differ:
            yield each.id, "kind", agreed.kind.value
        if each.mode != agreed.mode:
            yield each.id, "mode", agreed.mode
        if each.open_doubts:
            yield each.id, "accept", ""
        if agreed.titles:
            yield each.id, "titles", dict(agreed.titles)


def amendment(plan: Plan, found: SuccessionDraft, before: PlanRegister) -> PlanAmended:
    """The record that amends `before` into `plan`, whose commitments get the ids that last."""
    used = frozenset().union(*(places_of(known) for known in _versions(before)))
    steps, names = found.settled(used)
    taken = {*used, *names.values()}
    provisions = tuple(_lasting(provision, names[provision.id], before.plan, taken) for provision in plan.provisions)
    return PlanAmended(replace(plan, provisions=provisions), before.plan.version, steps)


def _versions(before: PlanRegister) -> list[Plan]:
    bodies = [text.proposed.body for text in before.joint_texts if text.in_effect]
    return [before.plan, *(body.plan for body in bodies if isinstance(body, PlanAdopted))]


def _lasting(provision: Provision, id: str, before: Plan, taken: set[str]) -> Provision:
    """The provision under its lasting id; further places keep their ids too, or get free ones."""
    known = before.provision(id)
    kept = {place: known.places[place].id for place in range(1, len(known.places))} if known and known.id == id else {}
    places = []
    for number, place in enumerate(provision.places):
        name = id if number == 0 else kept.get(number) or free_id(place.id, taken)
        taken.add(name)
        places.append(replace(place, id=name))
    return replace(provision, id=id, places=tuple(places))


def in_the_way(found: SuccessionDraft) -> int:
    """How many matters of the succession still wait for an officer."""
    return len(found.open) + len(found.tangled)


def open_activities(before: PlanRegister) -> Mapping[str, int]:
    """For each commitment of the version before, how many activities under it are not concluded."""
    return {
        standing.provision.id: sum(not one.withdrawn and not one.activity.is_concluded for one in standing.activities)
        for standing in before.provisions
    }
