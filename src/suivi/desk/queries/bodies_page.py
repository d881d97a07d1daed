"""Bodies for pages: the list by party, and one body with everything it owes.

- What a body owes: commitments it leads or supports, with what is due on them, and decisions of minutes in its charge.
- A commitment names a body where its agreed words hold a name the body has borne on any day, in any language.
"""

import datetime
from collections.abc import Iterator

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.pages import BodyShown, CommitmentNamed, PartyNamed, Term
from suivi.desk.pages.bodies import BodiesPage, BodyLine, BodyPage, NameBorne, OwedByBody, PartyBodies
from suivi.desk.pages.room import DecisionShown
from suivi.desk.queries import due_lines, shown
from suivi.desk.queries.room_page import decision_shown
from suivi.desk.queries.terms import ROLES, comparison_term
from suivi.desk.registers import at_one_glance
from suivi.register.bodies import NamedBody, is_named
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister, ProvisionStanding


@at_one_glance
def bodies_page(officer: Officer, *, day: datetime.date) -> BodiesPage:
    """Every body the officer may see, by party, by the names borne on `day`."""
    found: dict[str, list[BodyLine]] = {}
    parties: dict[str, PartyNamed] = {}
    for channel in access.channels_for(officer):
        whole = access.register_for(officer, channel)
        parties |= {party.code: party for party in shown.parties_named(whole)}
        for body in whole.bodies.values():
            found.setdefault(body.party, []).append(_line(whole, body, day))
    return BodiesPage(
        day=day,
        parties=tuple(
            PartyBodies(parties.get(code) or shown.party_named(code), tuple(sorted(lines, key=_by_name)))
            for code, lines in sorted(found.items(), key=lambda group: list(parties).index(group[0]))
        ),
    )


@at_one_glance
def body_page(officer: Officer, body: str, *, day: datetime.date) -> BodyPage:
    """One body, asked on `day`; raises `NotHere`."""
    for channel in access.channels_for(officer):
        whole = access.register_for(officer, channel)
        if body in whole.bodies:
            return _page(officer, whole, whole.bodies[body], day)
    raise access.NotHere(what=body[:64])


def _page(officer: Officer, whole: Register, body: NamedBody, day: datetime.date) -> BodyPage:
    parties = shown.parties_named(whole)
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
        owed=tuple(_owed(officer, whole, body, day)),
        decisions=tuple(
            sorted(_decisions(officer, whole, body, day), key=lambda one: (not one.owed_by, one.due_on or "9", one.on))
        ),
        named_in=tuple(named for named in _agreed(officer, whole) if is_named(body, named.agreed)),
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


def _line(whole: Register, body: NamedBody, day: datetime.date) -> BodyLine:
    named = shown.body_shown(body.id, whole.bodies, day.isoformat())
    return BodyLine(body=named, leads=len(body.leads), supports=len(body.supports))


def _by_name(line: BodyLine) -> tuple[bool, str]:
    body: BodyShown = line.body
    return not body.names, body.id
