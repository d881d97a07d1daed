"""The private address of an officer's calendar: opened, replaced, closed; on no record."""

import datetime
import secrets

from django.db import transaction

from suivi.desk import access, drafts
from suivi.desk.access import Officer

SECRET_BYTES = 32


@transaction.atomic
def open_feed(officer: Officer, *, at: datetime.datetime) -> str:
    """A new secret for the officer's calendar, shown this once: only its digest is kept. An earlier one ends."""
    access.must_read(officer)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    drafts.keep_feed(officer, secret, at=at)
    return secret


@transaction.atomic
def close_feed(officer: Officer) -> None:
    """End the address of the officer's calendar."""
    access.must_read(officer)
    drafts.drop_feed(officer)
