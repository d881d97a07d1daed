"""Notes of officers for a review, lines for a meeting: kept, listed and dropped; none of them is on record, none leaves."""

import datetime
from dataclasses import dataclass

from suivi.desk.access import Officer
from suivi.desk.models import MeetingLine, ReviewNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A commitment marked for discussion (`provision` empty: the plan as a whole), by whom and when."""

    id: str
    provision: str
    words: str
    by: str
    at: datetime.datetime


def keep(officer: Officer, *, plan: str, provision: str, words: str, at: datetime.datetime) -> None:
    """Keep a note; the same one of the officer's, sent twice, once."""
    ReviewNote.objects.get_or_create(
        plan=plan, provision=provision, words=words, noted_by=officer, defaults={"noted_at": at}
    )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line kept for a meeting: see `models.meeting.MeetingLine`; `by` is the officer's name."""

    id: str
    kind: str
    words: str
    detail: str
    address: str
    organises: bool
    by: str
    at: datetime.datetime


def keep_line(
    officer: Officer,
    *,
    activity: str,
    meeting: str,
    kind: str,
    words: str,
    detail: str,
    address: str,
    organises: bool,
    at: datetime.datetime,
) -> None:
    """Keep a line for a meeting; the same one, sent twice, once."""
    MeetingLine.objects.get_or_create(
        activity=activity,
        meeting=meeting,
        kind=kind,
        words=words,
        detail=detail,
        address=address,
        organises=organises,
        noted_by=officer,
        defaults={"noted_at": at},
    )


def drop_line(*, activity: str, line: str) -> bool:
    """Remove a line of the dialogue; whether there was one."""
    if not line.isdecimal() or len(line) > 18:
        return False
    return bool(MeetingLine.objects.filter(pk=int(line), activity=activity).delete()[0])


def of_meeting(activity: str, meeting: str) -> list[Line]:
    """The lines kept for a meeting, oldest first."""
    rows = MeetingLine.objects.filter(activity=activity, meeting=meeting).select_related("noted_by").order_by("pk")
    return [
        Line(
            id=str(row.pk),
            kind=row.kind,
            words=row.words,
            detail=row.detail,
            address=row.address,
            organises=row.organises,
            by=row.noted_by.name,
            at=row.noted_at,
        )
        for row in rows
    ]
