"""People for their pages: everybody for who administers or audits, and oneself for anyone."""

import datetime

from suivi.desk import access, identities, past
from suivi.desk.access import Officer
from suivi.desk.mandates import AbsenceRow, Held, MandateRow
from suivi.desk.pages import Term
from suivi.desk.pages.officers import AbsenceShown, MandateShown, OfficerLine, OfficerPage, OfficersPage
from suivi.desk.queries.bodies_page import bodies_page
from suivi.desk.queries.markings import HIGHEST, offered_up_to
from suivi.desk.registers import at_one_glance
from suivi.desk.roles import ABILITIES, ROLES

ROLE_TERMS = tuple(Term(code, role.words) for code, role in ROLES.items())


@at_one_glance
def officers_page(officer: Officer) -> OfficersPage:
    """Every officer by name; raises `NotMandated` for who neither administers nor audits."""
    people = access.everybody_for(officer)
    held = access.held_by_each(officer)
    away = access.away_today(officer)
    return OfficersPage(
        officers=tuple(
            OfficerLine(
                id=str(person.pk),
                name=person.name,
                active=person.is_active,
                mandates=tuple(_in_force(each) for each in held.get(person.pk, ())),
                away_until=away.get(person.pk),
            )
            for person in people
        ),
        roles=ROLE_TERMS,
        may_administer=access.may(officer, "administer"),
    )


@at_one_glance
def officer_page(officer: Officer, number: str) -> OfficerPage:
    """One officer; raises `NotHere` for whose page is not open."""
    person, day = access.officer_for(officer, number), past.day_or_today()
    absences = tuple(_absence(away, day) for away in access.absences_for(officer, person))
    held = tuple(_in_force(each) for each in access.held_on(officer, person, day))
    away = (each.until_on for each in absences if each.officer == person.name and not each.over)
    opened = access.abilities_of(person)
    colleagues = access.officers_for(officer) if access.abilities_of(officer) else []
    offered = access.plan_rows_for(officer, limit=200) if access.may(officer, "administer") else []
    return OfficerPage(
        line=OfficerLine(
            id=str(person.pk), name=person.name, active=person.is_active, mandates=held, away_until=next(away, None)
        ),
        own=person.pk == officer.pk,
        opens=tuple(Term(code, words) for code, words in ABILITIES.items() if code in opened),
        mandates=tuple(_mandate(row, day) for row in access.mandates_for(officer, person)),
        absences=absences,
        colleagues=tuple((str(each.pk), each.name) for each in colleagues if each.pk != person.pk),
        roles=ROLE_TERMS,
        plans=tuple((row.plan, row.titles) for row in offered),
        may_administer=access.may(officer, "administer"),
        day=day,
        bodies=tuple(
            (line.body, line.part_of)
            for group in bodies_page(officer, day=day).parties
            if group.party.ours
            for line in group.lines
        )
        if access.may(officer, "administer")
        else (),
        clearance=ceiling.label() if (ceiling := access.ceiling_stated(person)) else "",
        cleared=(person.ceiling_from_on, person.ceiling_until_on),
        lapsed=access.ceiling_of(person) != ceiling,
        offered=offered_up_to(HIGHEST, ceiling),
    )


def identities_for(officer: Officer, number: str) -> list[identities.LinkShown]:
    """The accounts of the ministry linked to that officer, for who administers. Raises `NotMandated`, `NotHere`."""
    access.must(officer, "administer")
    return identities.links_of(access.officer_for(officer, number))


def _in_force(held: Held) -> MandateShown:
    return MandateShown(
        id=str(held.number),
        role=Term(held.role, ROLES[held.role].words),
        plan=held.plan,
        provision=held.provision,
        body=held.body,
        from_on=held.from_on,
        until_on=held.until_on,
        instead_of=held.instead_of,
    )


def _mandate(row: MandateRow, day: datetime.date) -> MandateShown:
    over = row.until_on is not None and row.until_on < day
    to_come = row.from_on is not None and row.from_on > day
    return MandateShown(
        id=str(row.pk),
        role=Term(row.role, ROLES[row.role].words),
        plan=row.plan,
        provision=row.provision,
        body=row.body,
        from_on=row.from_on,
        until_on=row.until_on,
        granted_by=row.granted_by.name if row.granted_by else "",
        granted_at=row.granted_at,
        state="over" if over else "to-come" if to_come else "in-force",
    )


def _absence(away: AbsenceRow, day: datetime.date) -> AbsenceShown:
    return AbsenceShown(
        id=str(away.pk),
        officer=away.officer.name,
        deputy=away.deputy.name,
        from_on=away.from_on,
        until_on=away.until_on,
        over=away.until_on is not None and away.until_on < day,
    )
