"""What is written here and not released yet: drafts, readings, packages, tickets, kept files and workbooks."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef, Prefetch, Q

from suivi.desk import packages, past, under_way
from suivi.desk.access.mandated import NotHere, Officer, held_by, must_read
from suivi.desk.access.reach import (
    READ,
    channels_for,
    is_cleared,
    markings_too_high,
    places_read_marked,
    places_read_unmarked,
)
from suivi.desk.access.registered import plan_for
from suivi.desk.access.then import as_tickets_were, tickets_then, waiting_then
from suivi.desk.models import (
    Draft,
    EvidenceFile,
    EvidenceUse,
    Ticket,
)
from suivi.desk.packages import Making
from suivi.desk.roles import ROLES
from suivi.desk.under_way import UnderWay
from suivi.record.marking import AMBER

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from suivi.desk.workbooks.kept import Kept


DECIDING: Final = frozenset({"approve", "release"})


def drafts_for(officer: Officer, *, proposed: bool = True, start: int = 0, most: int | None = None) -> Iterable[Draft]:
    """The readings under way that the officer began, or of a plan he holds a mandate for as a whole; newest first.

    `most` at most, from place `start` on; without `proposed`, those not proposed yet.
    """
    found = Draft.objects.filter(_readings_open_to(officer)).select_related("begun_by").order_by("-pk")
    found = found if past.day_looked_at() is None else found.filter(begun_at__lt=past.end())
    found = found if proposed else found.filter(_not_proposed())
    return found[start : None if most is None else start + most]


def draft_for(officer: Officer, draft: str) -> Draft:
    """The reading of that number; raises `NotHere`."""
    number = int(draft) if draft.isdecimal() and len(draft) < 18 else 0
    found = Draft.objects.filter(_readings_open_to(officer), pk=number).first()
    if found is None:
        raise NotHere(what=draft)
    return found


def _not_proposed() -> Q:
    if past.day_looked_at() is None:
        return Q(proposed_as="")
    later = Ticket.objects.filter(digest=OuterRef("proposed_as"), cut_at__gte=past.end())
    return Q(proposed_as="") | Q(Exists(later))


def _readings_open_to(officer: Officer) -> Q:
    whole = [held for held in held_by(officer) if "read" in ROLES[held.role].opens and not held.provision]
    if not is_cleared(officer, AMBER):
        return Q(begun_by=officer.pk) if whole else Q(pk__in=())
    if any(not held.plan for held in whole):
        return Q()
    return Q(plan__in=[held.plan for held in whole]) | (Q(begun_by=officer.pk) if whole else Q(pk__in=()))


def readings_under_way_for(officer: Officer) -> list[UnderWay]:
    """The documents being read for the officer that nobody waits for, newest first."""
    return under_way.of(officer.pk) if held_by(officer) and past.day_looked_at() is None else []


def reading_under_way_for(officer: Officer, reading: str) -> UnderWay:
    """The document being read for the officer under that id; raises `NotHere`, also for that of another officer."""
    found = next((each for each in readings_under_way_for(officer) if each.id == reading), None)
    if found is None:
        raise NotHere(what=reading[:16])
    return found


def package_for(officer: Officer, package: str) -> Making:
    """The package being made, or made, for the officer under that id; raises `NotHere`, also for another officer's."""
    must_read(officer)
    found = packages.of(officer.pk, package)
    if found is None:
        raise NotHere(what=package[:16])
    return found


def tickets_for(
    officer: Officer,
    *,
    waiting: bool | None = None,
    plan: tuple[Collection[str], str] | None = None,
    about: str = "",
    deciding: bool = False,
    start: int = 0,
    limit: int | None = None,
) -> Iterable[Ticket]:
    """Tickets the officer holds a mandate over, newest first: all, or those that wait to leave, or that no longer do;
    of one plan, by channels and id; `about` the entry of that leaf (hex); only those he may approve or release where
    `deciding`; `limit` at most, from place `start` on.
    """
    found = _tickets_of(officer, DECIDING if deciding else READ).order_by("-cut_at", "-home_seq")
    if plan is not None:
        found = found.filter(channel__in=plan[0], plan=plan[1])
    if about:
        found = found.filter(value__refs__target__leaf=about)
    if waiting is not None:
        open_ = waiting_then()
        found = found.filter(open_) if waiting else found.exclude(open_)
    return as_tickets_were(found[start : None if limit is None else start + limit])


def ticket_for(officer: Officer, ticket: str) -> Ticket:
    """The ticket of that digest, or of its first eight or more digits; raises `NotHere`."""
    named = _tickets_of(officer).filter(digest__startswith=ticket)
    found = list(named[:2]) if len(ticket) >= _SHORTEST else []
    if len(found) != 1:
        raise NotHere(what=ticket[:16])
    return next(iter(as_tickets_were(found)))


def _tickets_of(officer: Officer, abilities: frozenset[str] = READ) -> "QuerySet[Ticket]":
    return tickets_then().filter(places_read_marked(officer, abilities)).select_related("cut_by")


def tickets_named(officer: Officer, digests: Iterable[str]) -> dict[str, Ticket]:
    """Those of the tickets with these digests that there are, or were on the day looked at, by digest."""
    wanted = list(digests)
    if not wanted or not officer.is_active:
        return {}
    too_high = {text for text, _ in markings_too_high(officer)}
    held = as_tickets_were(tickets_then().filter(digest__in=wanted))
    return {row.digest: row for row in held if row.marking not in too_high}


_SHORTEST = 8


def workbook_for(officer: Officer, workbook: int) -> "Kept":
    """The return workbook of that number, if this officer handed it back; raises `NotHere`."""
    from suivi.desk.workbooks import kept  # brings the whole reader with it, which few commands need

    must_read(officer)
    found = kept.find(officer, workbook)
    if found is None:
        raise NotHere(what=str(workbook))
    return found


def evidence_files_for(officer: Officer, plan: str) -> list[EvidenceFile]:
    """The files of evidence of a plan where the officer may read, newest first, with the commitments each speaks of."""
    channel, _ = plan_for(officer, plan)
    uses = EvidenceUse.objects.filter(places_read_unmarked(officer), plan=plan, channel=channel)
    rows = EvidenceFile.objects.select_related("added_by").filter(uses__in=uses).distinct()
    rows = rows if past.day_looked_at() is None else rows.filter(added_at__lt=past.end())
    return list(rows.prefetch_related(Prefetch("uses", queryset=uses.order_by("pk"))).order_by("-added_at", "digest"))


def evidence_file_for(officer: Officer, digest: str) -> EvidenceFile:
    """The file of evidence of that digest, of a commitment where the officer may read; raises `NotHere`."""
    uses = EvidenceUse.objects.filter(places_read_unmarked(officer), channel__in=channels_for(officer))
    found = EvidenceFile.objects.select_related("added_by").filter(digest=digest, uses__in=uses).first()
    if found is None:
        raise NotHere(what=digest[:16])
    return found
