"""Who holds which mandate on a day, absent colleagues' included; given and ended, never deleted.

- A mandate holds from `from_on` to `until_on`, both days included, as the clock of the node (UTC) tells the day; an
  empty day is no bound. Ending one writes its last day.
- A deputy holds, while a colleague is absent, what the colleague holds; what a colleague only holds as a deputy is not
  handed on.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from django.db.models import F, FilteredRelation, Q, QuerySet

from suivi.desk import past
from suivi.desk.models import Absence, Mandate, Officer
from suivi.desk.roles import ROLES
from suivi.log.fields import TOKEN

MandateRow: TypeAlias = Mandate
"""A mandate, as its row."""

AbsenceRow: TypeAlias = Absence
"""An absence, as its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A mandate in force for an officer: limited to `plan` and `provision` (empty: not limited), for `body` if named.

    `instead_of` names the absent colleague whose mandate it is, empty where it is the officer's own; `holder` is the
    number of whose mandate it is.
    """

    number: int
    officer: str
    role: str
    plan: str
    provision: str
    body: str
    from_on: datetime.date | None
    until_on: datetime.date | None
    instead_of: str = ""
    holder: int = 0

    def opens(self, ability: str, *, plan: str, provision: str) -> bool:
        """Whether the mandate lets its holder do that with a commitment, a whole plan (no `provision`) or all (neither)."""
        within = self.plan in ("", plan) and self.provision in ("", provision)
        return within and ability in ROLES[self.role].opens


def place_in(subject: str) -> tuple[str, str]:
    """The plan and the commitment a subject names: each empty where it names a channel, a whole plan, an activity."""
    plan, _, about = subject.partition("#")
    return ("" if subject == "channel" else plan), ("" if TOKEN.fullmatch(about) else about)


def held_by(officer: Officer, *, day: datetime.date) -> tuple[Held, ...]:
    """What the officer holds on that day: own mandates first, then those of absent colleagues; oldest first."""
    absent = Absence.objects.filter(deputy=officer, from_on__lte=day).filter(Q(until_on=None) | Q(until_on__gte=day))
    theirs = Q(officer__in=absent.values("officer"), officer__is_active=True)
    rows = _in_force(day).filter(Q(officer=officer) | theirs).select_related("officer").order_by("pk")
    own = sorted(rows, key=lambda row: row.officer_id != officer.pk)
    return tuple(_held(row, officer) for row in own)


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who stands in for an absent colleague: the number and the name of an officer."""

    pk: int
    name: str


def holders(*, day: datetime.date) -> list[tuple[Officer, tuple[Held, ...]]]:
    """Everybody who holds a mandate in his own right on that day, with his mandates, oldest first."""
    return holders_and_deputies(day=day)[0]


def holders_and_deputies(
    *, day: datetime.date
) -> tuple[list[tuple[Officer, tuple[Held, ...]]], dict[str, list[Deputy]]]:
    """As `holders`; and who stands in on that day for those of them who are away, by the absent officer's name."""
    away = Q(officer__absences__from_on__lte=day) & (
        Q(officer__absences__until_on=None) | Q(officer__absences__until_on__gte=day)
    )
    rows = _in_force(day).filter(officer__is_active=True).select_related("officer")
    rows = rows.annotate(away=FilteredRelation("officer__absences", condition=away))
    rows = rows.annotate(deputy_number=F("away__deputy"), deputy_name=F("away__deputy__name"))
    rows = rows.annotate(deputy_stays=F("away__deputy__is_active"))
    officers: dict[int, Officer] = {}
    found: dict[int, dict[int, Held]] = {}
    deputies: dict[str, list[Deputy]] = {}
    for row in rows.order_by("pk", "away__pk"):
        officers[row.officer_id] = row.officer
        found.setdefault(row.officer_id, {})[row.pk] = _held(row, row.officer)
        deputy = Deputy(row.deputy_number, row.deputy_name) if row.deputy_stays else None
        known = deputies.setdefault(row.officer.name, [])
        if deputy is not None and deputy not in known:
            known.append(deputy)
    held = [(officers[number], tuple(mandates.values())) for number, mandates in found.items()]
    return held, deputies


def in_force(*, day: datetime.date) -> dict[int, tuple[Held, ...]]:
    """Every mandate in force on that day, by number of the officer who holds it in his own right; oldest first."""
    return {officer.pk: held for officer, held in holders(day=day)}


def away(*, day: datetime.date) -> dict[int, datetime.date | None]:
    """Who is away on that day, by number of the officer, until when (None: no day is known)."""
    rows = Absence.objects.filter(from_on__lte=day).filter(Q(until_on=None) | Q(until_on__gte=day))
    return dict(rows.order_by("pk").values_list("officer", "until_on"))


def holding(roles: Iterable[str], *, plan: str, provision: str, day: datetime.date) -> tuple[Held, ...]:
    """Who holds a mandate of those roles that names this very commitment, on that day; oldest first."""
    rows = _in_force(day).filter(role__in=list(roles), plan=plan, provision=provision, officer__is_active=True)
    return tuple(_held(row, row.officer) for row in rows.select_related("officer").order_by("pk"))


def _in_force(day: datetime.date) -> "QuerySet[Mandate]":
    begun = Q(from_on=None) | Q(from_on__lte=day)
    return Mandate.objects.filter(begun, Q(until_on=None) | Q(until_on__gte=day))


def _held(row: Mandate, holder: Officer) -> Held:
    return Held(
        number=row.pk,
        officer=holder.name,
        role=row.role,
        plan=row.plan,
        provision=row.provision,
        body=row.body,
        from_on=row.from_on,
        until_on=row.until_on,
        instead_of="" if row.officer_id == holder.pk else row.officer.name,
        holder=row.officer_id,
    )


def give(
    officer: Officer,
    role: str,
    *,
    plan: str = "",
    provision: str = "",
    body: str = "",
    from_on: datetime.date | None = None,
    until_on: datetime.date | None = None,
    by: Officer | None = None,
    at: datetime.datetime,
) -> Mandate:
    """A new mandate; `by` is None for those the node was founded with."""
    return Mandate.objects.create(
        officer=officer,
        role=role,
        plan=plan,
        provision=provision,
        body=body,
        from_on=from_on,
        until_on=until_on,
        granted_by=by,
        granted_at=at,
    )


def end(mandate: Mandate, *, until_on: datetime.date, by: Officer, at: datetime.datetime) -> None:
    """Write the last day of a mandate."""
    mandate.until_on, mandate.ended_by, mandate.ended_at = until_on, by, at
    mandate.save(update_fields=["until_on", "ended_by", "ended_at"])


def mandate(number: str) -> Mandate | None:
    """The mandate of that number, or None."""
    return Mandate.objects.select_related("officer").filter(pk=int(number)).first() if _is_number(number) else None


def mandates_of(officer: Officer) -> list[Mandate]:
    """Every mandate the officer has held, holds or will hold, oldest first."""
    return list(Mandate.objects.filter(officer=officer).select_related("granted_by", "ended_by").order_by("pk"))


def note_absence(
    officer: Officer,
    deputy: Officer,
    *,
    from_on: datetime.date,
    until_on: datetime.date | None,
    by: Officer,
    at: datetime.datetime,
) -> Absence:
    """A new absence, in which `deputy` holds what `officer` holds."""
    return Absence.objects.create(
        officer=officer, deputy=deputy, from_on=from_on, until_on=until_on, noted_by=by, noted_at=at
    )


def end_absence(absence: Absence, *, until_on: datetime.date) -> None:
    """Write the last day of an absence."""
    absence.until_on = until_on
    absence.save(update_fields=["until_on"])


def let_stand_in(absence: Absence, deputy: Officer) -> None:
    """Write another deputy for an absence that has not begun."""
    absence.deputy = deputy
    absence.save(update_fields=["deputy"])


def absence(number: str) -> Absence | None:
    """The absence of that number, or None."""
    found = Absence.objects.select_related("officer", "deputy")
    return found.filter(pk=int(number)).first() if _is_number(number) else None


def absences_of(officer: Officer) -> list[Absence]:
    """Every absence in which the officer was away or stood in, latest first."""
    about = Q(officer=officer) | Q(deputy=officer)
    return list(Absence.objects.filter(about).select_related("officer", "deputy").order_by("-from_on", "-pk"))


def as_it_was(row: Mandate) -> Mandate:
    """The mandate without what was written of its end after the day looked at; not to be saved."""
    if past.is_after(row.ended_at):
        row.ended_by = row.ended_at = row.until_on = None
    return row


def _is_number(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 18
