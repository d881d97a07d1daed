"""Returns under way, as ordinary rows: asked for, answered by a ticket, dropped; none of it is on record."""

import datetime
from typing import TypeAlias

from suivi.desk import models

ReturnAsked: TypeAlias = models.ReturnAsked
"""A return asked for, as its row."""


def keep(
    by: models.Officer,
    *,
    channel: str,
    plan: str,
    provision: str,
    of: models.Officer | None,
    body: str,
    due_on: datetime.date | None,
    note: str,
    at: datetime.datetime,
) -> str:
    """Keep a request; returns its number."""
    row = ReturnAsked.objects.create(
        channel=channel,
        plan=plan,
        provision=provision,
        officer=of,
        body=body,
        due_on=due_on,
        note=note,
        asked_by=by,
        asked_at=at,
    )
    return str(row.pk)


def answer(row: ReturnAsked, ticket: str) -> None:
    """Remember under which ticket the report left the desk of its author."""
    row.ticket = ticket
    row.save(update_fields=["ticket"])


def drop(row: ReturnAsked, *, at: datetime.datetime) -> None:
    """Ask for the report no more."""
    row.dropped_at = at
    row.save(update_fields=["dropped_at"])


def state_of(row: ReturnAsked, ticket: models.Ticket | None) -> str:
    """How far a return has come: asked, waiting (for its release), sent or dropped; a discarded ticket leaves it asked for."""
    if row.dropped_at:
        return "dropped"
    if ticket is None or ticket.discarded_at:
        return "asked"
    return "sent" if ticket.released_log else "waiting"
