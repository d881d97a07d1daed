"""Notes of officers for a review: kept, listed and dropped; none of them is on record, and none leaves."""

import datetime
from dataclasses import dataclass

from suivi.desk.access import Officer
from suivi.desk.models import ReviewNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A commitment marked for discussion (`provision` empty: the plan as a whole), by whom and when."""

    id: str
    provision: str
    words: str
    by: str
    at: datetime.datetime


def keep(officer: Officer, *, plan: str, provision: str, words: str, at: datetime.datetime) -> None:
    """Keep a note."""
    ReviewNote.objects.create(plan=plan, provision=provision, words=words, noted_by=officer, noted_at=at)


def drop(*, plan: str, note: str) -> bool:
    """Remove a note of the plan; whether there was one."""
    if not note.isdecimal() or len(note) > 18:
        return False
    return bool(ReviewNote.objects.filter(pk=int(note), plan=plan).delete()[0])


def of_plan(plan: str) -> list[Note]:
    """The notes on a plan, oldest first."""
    rows = ReviewNote.objects.filter(plan=plan).select_related("noted_by").order_by("pk")
    return [
        Note(id=str(row.pk), provision=row.provision, words=row.words, by=row.noted_by.name, at=row.noted_at)
        for row in rows
    ]
