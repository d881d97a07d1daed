"""Officers, their mandates and absences, and what each keeps for himself; who answers for a body."""

import datetime

from suivi.desk import clock, hierarchy, mandates, past, registers
from suivi.desk.access.mandated import NotHere, NotMandated, Officer, held_by, may_know_people, must_read
from suivi.desk.hierarchy import Placing
from suivi.desk.mandates import AbsenceRow, Deputy, Held, MandateRow
from suivi.desk.models import (
    CalendarFeed,
    SavedView,
)
from suivi.desk.roles import ABILITIES, ROLES


def everybody_for(officer: Officer) -> list[Officer]:
    """Every officer of this desk, those who have left too, by name; raises `NotMandated` for who neither administers nor audits."""
    if not may_know_people(officer):
        raise NotMandated(mandate=ABILITIES["administer"])
    known = Officer.objects.order_by("name", "pk")
    if past.day_looked_at() is not None:
        known = known.filter(held__granted_at__lt=past.end()).distinct()
    return list(known)


def held_by_each(officer: Officer) -> dict[int, tuple[Held, ...]]:
    """Own mandates in force today, or on the day looked at, by number of the officer; raises `NotMandated` as `everybody_for`."""
    everybody_for(officer)
    return mandates.in_force(day=past.day_or_today())


def away_today(officer: Officer) -> dict[int, datetime.date | None]:
    """Who is away today, or was on the day looked at, by number, until when; raises `NotMandated` as `everybody_for`."""
    everybody_for(officer)
    return mandates.away(day=past.day_or_today())


def officer_for(officer: Officer, number: str) -> Officer:
    """The officer of that number: himself, or anybody for who administers or audits; raises `NotHere`."""
    own = number == str(officer.pk)
    if not own and not may_know_people(officer):
        raise NotHere(what=number[:16])
    return _numbered(number)


def colleague_for(officer: Officer, number: str) -> Officer:
    """The officer of that number who can sign in, to be named by anybody; raises `NotHere`."""
    must_read(officer)
    found = _numbered(number)
    if not found.is_active:
        raise NotHere(what=number[:16])
    return found


def mandate_for(officer: Officer, number: str) -> MandateRow:
    """The mandate of that number, of an officer whose page is open to the officer; raises `NotHere`."""
    found = mandates.mandate(number)
    if found is None:
        raise NotHere(what=number[:16])
    officer_for(officer, str(found.officer_id))
    return found


def absence_for(officer: Officer, number: str) -> AbsenceRow:
    """The absence of that number, of an officer whose page is open to the officer; raises `NotHere`."""
    found = mandates.absence(number)
    if found is None:
        raise NotHere(what=number[:16])
    officer_for(officer, str(found.officer_id))
    return found


def mandates_for(officer: Officer, person: Officer) -> list[MandateRow]:
    """Every mandate `person` has held, holds or will hold, oldest first; raises `NotHere`."""
    held = mandates.mandates_of(officer_for(officer, str(person.pk)))
    return [mandates.as_it_was(row) for row in held if not past.is_after(row.granted_at)]


def held_on(officer: Officer, person: Officer, day: datetime.date) -> tuple[Held, ...]:
    """The mandates in force for `person` on a day, as far as they had been given by the day looked at; raises `NotHere`."""
    person = officer_for(officer, str(person.pk))
    if past.day_looked_at() is None:
        return held_by(person)
    given = {row.pk for row in mandates_for(officer, person)}
    return tuple(each for each in mandates.held_by(person, day=day) if each.instead_of or each.number in given)


def absences_for(officer: Officer, person: Officer) -> list[AbsenceRow]:
    """Every absence in which `person` was away or stood in, latest first; raises `NotHere`."""
    known = mandates.absences_of(officer_for(officer, str(person.pk)))
    return [row for row in known if not past.is_after(row.noted_at)]


def _numbered(number: str) -> Officer:
    is_number = number.isascii() and number.isdecimal() and len(number) < 18
    found = (
        registers.seen_once(f"officer {int(number)}", lambda: Officer.objects.filter(pk=int(number)).first())
        if is_number
        else None
    )
    if found is None:
        raise NotHere(what=number[:16])
    return found


def answers_for(officer: Officer, body: str, *, plan: str, provision: str) -> bool:
    """Whether a return asked of a body is this officer's to write: his who acts for that body and may draft there.

    Where nobody acts for it, it is theirs who act for the body it is a part of, and so upwards; else the leads'; where
    nobody leads either, anybody's who may draft.
    """
    day = clock.today()
    able = [held for _, own in _holders() for held in own if held.opens("draft", plan=plan, provision=provision)]
    own = [held for held in held_by(officer) if held.opens("draft", plan=plan, provision=provision)]
    known = registers.seen_once("placings", hierarchy.placings)
    acting_for = {held.body for held in able}
    named = next((each for each in (body, *hierarchy.above_on(known, body, day)) if each in acting_for), None)
    leading = [held for held in able if held.role == "lead"]
    if named:
        return any(held.body == named for held in own)
    return any(held.role == "lead" for held in own) if leading else bool(own)


def officers_who(officer: Officer, ability: str, *, plan: str, provision: str = "") -> list[Officer]:
    """The officers whose own mandates open that today on the commitment, or somewhere in the plan; by name."""
    must_read(officer)
    return [
        colleague
        for colleague, held in sorted(_holders(), key=lambda pair: pair[0].name)
        if any(
            ability in ROLES[each.role].opens
            and each.plan in ("", plan)
            and provision in ("", each.provision or provision)
            for each in held
        )
    ]


def stand_ins(officer: Officer) -> dict[str, list[Deputy]]:
    """Who stands in today for absent colleagues, by the colleague's name: in steps of approval, in what is asked of them."""
    must_read(officer)
    return _in_force()[1]


def stood_in_for(officer: Officer) -> dict[int, str]:
    """The absent colleagues whose work is the officer's today: their names by number."""
    return {held.holder: held.instead_of for held in held_by(officer) if held.instead_of}


def _holders() -> list[tuple[Officer, tuple[Held, ...]]]:
    return _in_force()[0]


def _in_force() -> tuple[list[tuple[Officer, tuple[Held, ...]]], dict[str, list[Deputy]]]:
    day = clock.today()
    return registers.seen_once(f"in force {day}", lambda: mandates.holders_and_deputies(day=day))


def placings_for(officer: Officer) -> list[Placing]:
    """Which body is a part of which, when; the bodies themselves are those of a register the officer may read."""
    must_read(officer)
    return registers.seen_once("placings", hierarchy.placings)


def officers_for(officer: Officer) -> list[Officer]:
    """The active officers of this desk, by name: colleagues of whom something can be asked."""
    must_read(officer)
    return list(Officer.objects.filter(is_active=True).order_by("name"))


def views_for(officer: Officer, listing: str) -> list[SavedView]:
    """The views of that list the officer has kept, by name."""
    kept = SavedView.objects.filter(officer=officer, listing=listing).order_by("name", "pk")
    return list(kept) if held_by(officer) else []


def has_feed(officer: Officer) -> bool:
    """Whether a calendar program may ask for the officer's calendar."""
    return CalendarFeed.objects.filter(officer=officer).exists()


def view_for(officer: Officer, view: str) -> SavedView:
    """The view of that number the officer has kept; raises `NotHere`."""
    found = (
        SavedView.objects.filter(officer=officer, pk=int(view)).first() if view.isdecimal() and len(view) < 18 else None
    )
    if found is None or not held_by(officer):
        raise NotHere(what=view)
    return found
