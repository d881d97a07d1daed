"""The private address of an officer's calendar: opened, replaced, closed, asked at; the home log says by whom, and when."""

import datetime
import secrets

from django.db import transaction

from suivi.desk import access, drafts, entries
from suivi.desk.access import Officer
from suivi.desk.actions import exports
from suivi.desk.actions.returns import note_act
from suivi.record.home import Acted

SECRET_BYTES = 32


@transaction.atomic
def open_feed(officer: Officer, *, at: datetime.datetime) -> str:
    """A new secret for the officer's calendar, shown this once: only its digest is kept. An earlier one ends."""
    access.must_read(officer)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    drafts.keep_feed(officer, secret, at=at)
    _note("calendar-opened", officer, at)
    return secret


@transaction.atomic
def close_feed(officer: Officer, *, at: datetime.datetime) -> None:
    """End the address of the officer's calendar."""
    access.must_read(officer)
    if access.has_feed(officer):
        drafts.drop_feed(officer)
        _note("calendar-closed", officer, at)


@transaction.atomic
def note_asked(secret: str, *, at: datetime.datetime) -> None:
    """Note that a program has taken the calendar at the address of this secret, the first time on a day only.

    A program asks many times a day; nothing is noted for an officer who may read nothing, to whom nothing is given.
    """
    officer = drafts.officer_of_feed(secret)
    if officer is not None and access.held_by(officer) and drafts.is_first_of_day(secret, at.date()):
        exports.note(officer, what="/calendar", file="calendar.ics", at=at)


def _note(act: str, officer: Officer, at: datetime.datetime) -> None:
    acting = access.acting(officer, at=at)
    note_act(Acted(act, {}), channel=entries.HOME, subject="channel", by=acting, at=at)
