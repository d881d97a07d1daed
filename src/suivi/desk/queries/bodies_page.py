"""Bodies for pages: the list by party, and one body with everything it owes.

- What a body owes: commitments it leads or supports, with what is due on them, and decisions of minutes in its charge.
- Of a body its parts owe, too: what they owe is shown with the part's name. Who is a part of whom, our own desk says.
- A commitment names a body where its agreed words hold a name the body has borne on any day, in any language.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from suivi.desk import access, past, registers
from suivi.desk.access import Officer
from suivi.desk.hierarchy import Placing, parent_on, parts_on
from suivi.desk.pages import BodyShown, CommitmentNamed, PartyNamed, Term
from suivi.desk.pages.bodies import BodiesPage, BodyLine, BodyPage, NameBorne, OwedByBody, PartyBodies, PlaceHeld
from suivi.desk.pages.room import DecisionShown
from suivi.desk.queries import due_lines, shown
from suivi.desk.queries.room_page import decision_shown
from suivi.desk.queries.terms import ROLES, comparison_term
from suivi.desk.registers import at_one_glance
from suivi.plan.channel import PUBLIC
from suivi.register.bodies import NamedBody, is_named
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister, ProvisionStanding


@at_one_glance
def bodies_page(officer: Officer, *, day: datetime.date) -> BodiesPage:
    """Every body the officer may see, by party, by the names borne on `day`."""
    found: dict[str, list[BodyLine]] = {}
    parties: dict[str, PartyNamed] = {}
    known = access.placings_for(officer)
    channels = access.channels_covered(officer)
    look = registers.look_at_all if past.day_looked_at() is None else registers.read_together
    look(channels)
    for channel in channels:
        whole = access.register_for(officer, channel)
        parties |= {party.code: party for party in shown.parties_named(whole)}
        for body in whole.bodies.values():
            found.setdefault(body.party, []).append(_line(whole, body, day, parent_on(known, body.id, day)))
    return BodiesPage(
        day=day,
        parties=tuple(
            PartyBodies(parties.get(code) or shown.party_named(code), tuple(_in_order(lines)))
            for code, lines in sorted(found.items(), key=lambda group: list(parties).index(group[0]))
        ),
        channels=tuple(channel for channel in channels if channel != PUBLIC) if access.may(officer, "draft") else (),
    )


@at_one_glance
def body_page(officer: Officer, body: str, *, day: datetime.date) -> BodyPage:
    """One body, asked on `day`; raises `NotHere`."""
    with past.looking_at(None):  # where it is named today; names are added and never taken away
        registers.look_at_all(channels := access.channels_for(officer))
        named = [channel for channel in channels if body in access.register_for(officer, channel).bodies]
    for channel in named:
        whole = access.register_for(officer, channel)
        if body in whole.bodies:
            return _page(officer, whole, whole.bodies[body], day, channel)
    raise access.NotHere(what=body[:64])


def _page(officer: Officer, whole: Register, body: NamedBody, day: datetime.date, channel: str) -> BodyPage:
    parties = shown.parties_named(whole)
    known = access.placings_for(officer)
    parts = [whole.bodies[id] for id in parts_on(known, body.id, day) if id in whole.bodies]
    called = {id: shown.body_shown(id, whole.bodies, day.isoformat()) for id in whole.bodies}
    return BodyPage(
        body=shown.body_shown(body.id, whole.bodies, day.isoformat()),
        party=next((party for party in parties if party.code == body.party), shown.party_named(body.party)),
        parties=parties,
        day=day,
        names=tuple(
            NameBorne(
                names=dict(dated.names),
                from_on=dated.from_on.isoformat() if dated.from_on else "",
                until_on=dated.until_on.isoformat() if dated.until_on else "",
            )
            for dated in body.dated_names
        ),
        owed=(
            *_owed(officer, whole, body, day),
            *(replace(one, through=called[part.id]) for part in parts for one in _owed(officer, whole, part, day)),
        ),
        decisions=tuple(
            sorted(_decisions(officer, whole, body, day), key=lambda one: (not one.owed_by, one.due_on or "9", one.on))
        ),
        places=tuple(_place(one, called, day) for one in known if one.body == body.id and one.part_of in called),
        parts=tuple(called[part.id] for part in parts),
        decisions_of_parts=tuple(
            (called[part.id], one) for part in parts for one in _decisions(officer, whole, part, day)
        ),
        others=tuple(called[one.id] for one in whole.bodies.values() if one.party == body.party and one.id != body.id),
        may_place=access.may(officer, "ask"),
        channel=channel if body.party == officer.party and access.may(officer, "draft") else "",
        named_in=tuple(named for named in _agreed(officer, whole) if is_named(body, named.agreed)),
    )


def _place(one: Placing, called: Mapping[str, BodyShown], day: datetime.date) -> PlaceHeld:
    return PlaceHeld(
        id=str(one.number),
        part_of=called[one.part_of],
        from_on=one.from_on.isoformat() if one.from_on else "",
        until_on=one.until_on.isoformat() if one.until_on else "",
        over=one.until_on is not None and one.until_on < day,
    )


def _owed(officer: Officer, whole: Register, body: NamedBody, day: datetime.date) -> Iterator[OwedByBody]:
    for plan in whole.plans.values():
        for standing in plan.provisions:
            role = _role(plan, standing, body)
            if role:
                yield OwedByBody(
                    commitment=shown.commitment_named(officer, plan.plan, standing.provision),
                    role=Term(role, ROLES[role]),
                    comparison=comparison_term(standing.comparison),
                    due=due_lines.due_on(officer, plan, standing, day, party=body.party),
                )


def _role(plan: PlanRegister, standing: ProvisionStanding, body: NamedBody) -> str:
    places = [place.id for place in standing.provision.places]
    known = {*places, *(f"{plan.plan.id}#{place}" for place in places)}
    return "leads" if not known.isdisjoint(body.leads) else "supports" if not known.isdisjoint(body.supports) else ""


def _decisions(officer: Officer, whole: Register, body: NamedBody, day: datetime.date) -> Iterator[DecisionShown]:
    for plan in whole.plans.values():
        for minutes in plan.minutes:
            for one in minutes.decisions:
                if one.decision.body == body.id:
                    yield decision_shown(officer, plan, minutes, one, day)


def _agreed(officer: Officer, whole: Register) -> list[CommitmentNamed]:
    return [
        shown.commitment_named(officer, plan.plan, standing.provision)
        for plan in whole.plans.values()
        for standing in plan.provisions
    ]


def _line(whole: Register, body: NamedBody, day: datetime.date, parent: str) -> BodyLine:
    above = shown.body_shown(parent, whole.bodies, day.isoformat()) if parent in whole.bodies else None
    named = shown.body_shown(body.id, whole.bodies, day.isoformat())
    return BodyLine(body=named, leads=len(body.leads), supports=len(body.supports), part_of=above)


def _in_order(lines: list[BodyLine], above: str = "", depth: int = 0) -> Iterator[BodyLine]:
    """Each body before its parts, otherwise by name."""
    for line in sorted(lines, key=_by_name):
        if (line.part_of.id if line.part_of else "") == above:
            yield replace(line, depth=depth)
            yield from _in_order(lines, line.body.id, depth + 1)


def _by_name(line: BodyLine) -> tuple[bool, str]:
    body: BodyShown = line.body
    return not body.names, body.id
