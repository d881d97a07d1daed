"""Ordinary rows under way: readings being settled, and tickets waiting; nothing here is on record yet.

- A reading keeps what the reader gave, untouched (`reading`), and what officers decided, beside it (`settled`).
- `settled` is a list of decisions in order; the draft as it stands is the reading with each applied in turn.
"""

import datetime
import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from django.db.models import Q

from suivi.desk import models
from suivi.desk.entries import Placed, sha256
from suivi.exchange.release import Ticket
from suivi.log.canonical import canonical
from suivi.log.header import Reference
from suivi.record.marking import read_marking

Draft: TypeAlias = models.Draft
"""A reading under way, as its row."""

TicketRow: TypeAlias = models.Ticket
"""A ticket waiting or settled, as its row."""


def keep_draft(officer: models.Officer, *, plan: str, reading: Sequence[dict[str, Any]], at: datetime.datetime) -> str:
    """Keep a new reading, one draft plan per language version; returns its number."""
    draft = Draft.objects.create(
        plan=plan, reading=list(reading), settled={"decisions": []}, begun_by=officer, begun_at=at
    )
    return str(draft.pk)


def add_decision(draft: Draft, decision: dict[str, Any]) -> None:
    """Put one more decision behind those taken."""
    draft.settled = {"decisions": [*draft.settled.get("decisions", []), decision]}
    draft.save(update_fields=["settled"])


def replace_decisions(draft: Draft, decisions: list[dict[str, Any]]) -> None:
    """Put these decisions in the place of those taken."""
    draft.settled = {"decisions": decisions}
    draft.save(update_fields=["settled"])


def mark_proposed(draft: Draft, ticket: str) -> None:
    """Remember the ticket under which the reading was proposed."""
    draft.proposed_as = ticket
    draft.save(update_fields=["proposed_as"])


def keep_ticket(
    officer: models.Officer,
    ticket: Ticket,
    *,
    channel: str,
    plan: str,
    provision: str,
    home_seq: int,
    at: datetime.datetime,
) -> str:
    """Keep a ticket; returns its digest."""
    digest = ticket.digest()
    TicketRow.objects.create(
        digest=digest,
        channel=channel,
        octets=ticket.content,
        plan=plan,
        provision=provision,
        subject=ticket.subject,
        type=ticket.type,
        marking=canonical(ticket.marking.value()).decode(),
        value=_ticket_value(ticket),
        cut_by=officer,
        cut_at=at,
        home_seq=home_seq,
    )
    return digest


def waiting_alike(officer: models.Officer, ticket: Ticket, *, channel: str, plan: str) -> str | None:
    """The digest of a ticket of the officer's that waits and says the same word for word; None where none does.

    Every content has a salt of its own, so that no two are alike in bytes: it is left out of the comparison.
    """
    rows = TicketRow.objects.filter(channel=channel, plan=plan, cut_by=officer, released_log="", discarded_at=None)
    rows = rows.filter(type=ticket.type, subject=ticket.subject)
    said = (_ticket_value(ticket), _unsalted(ticket.content))
    return next((row.digest for row in rows if (row.value, _unsalted(bytes(row.octets))) == said), None)


def _unsalted(content: bytes) -> dict[str, Any]:
    held = json.loads(content or b"{}")
    return {name: value for name, value in held.items() if name != "salt"}


def _ticket_value(ticket: Ticket) -> dict[str, Any]:
    return {
        "audience": ticket.audience,
        "marking": ticket.marking.value(),
        "blobs": list(ticket.blobs),
        "refs": {name: reference.value() for name, reference in ticket.refs.items()},
    }


def ticket_of(row: TicketRow) -> Ticket:
    """The ticket as it was cut."""
    refs = {name: Reference(ref["log"], ref["seq"], ref["leaf"]) for name, ref in row.value["refs"].items()}
    return Ticket(
        audience=row.value["audience"],
        type=row.type,
        subject=row.subject,
        content=bytes(row.octets),
        marking=read_marking(row.value["marking"]),
        blobs=tuple(row.value["blobs"]),
        refs=refs,
    )


def mark_released(row: TicketRow, placed: Placed) -> None:
    """Remember where the ticket's bytes now stand."""
    row.released_log, row.released_seq = placed.log, placed.seq
    row.save(update_fields=["released_log", "released_seq"])


def mark_recovered(content: str, placed: Placed) -> None:
    """Remember that bytes with this digest, taken back from a partner's copy, had left under a ticket of ours."""
    for row in TicketRow.objects.filter(released_log=""):
        ticket = ticket_of(row)
        if ticket.audience == placed.log and sha256(ticket.content) == content:
            mark_released(row, placed)


def home_place(log: str, seq: int) -> int | None:
    """The place in our home log of what left as entry `seq` of `log`, None where no ticket says so."""
    place = TicketRow.objects.filter(released_log=log, released_seq=seq).values_list("home_seq", flat=True).first()
    return None if place is None else int(place)


def empty_ticket(log: str, seq: int) -> int | None:
    """Destroy the bytes of the ticket that left as entry `seq` of `log`; the place of its home entry, None if unknown."""
    row = TicketRow.objects.filter(released_log=log, released_seq=seq).first()
    if row is None:
        return None
    row.octets = b""
    row.save(update_fields=["octets"])
    return row.home_seq


def mark_discarded(row: TicketRow, *, at: datetime.datetime) -> None:
    """Remember that the ticket was given up."""
    row.discarded_at = at
    row.save(update_fields=["discarded_at"])


def keep_view(officer: models.Officer, *, listing: str, name: str, asked: str) -> None:
    """Keep a view of a list under a name; one of that name is replaced."""
    models.SavedView.objects.update_or_create(officer=officer, listing=listing, name=name, defaults={"asked": asked})


def drop_view(view: models.SavedView) -> None:
    """Keep a view no longer."""
    view.delete()


def keep_feed(officer: models.Officer, secret: str, *, at: datetime.datetime) -> None:
    """Let a calendar program that knows `secret` ask for the officer's calendar; any address before ends to work."""
    models.CalendarFeed.objects.update_or_create(
        officer=officer, defaults={"secret": sha256(secret.encode()), "made_at": at}
    )


def drop_feed(officer: models.Officer) -> None:
    """Let no calendar program ask any more."""
    models.CalendarFeed.objects.filter(officer=officer).delete()


def officer_of_feed(secret: str) -> models.Officer | None:
    """The officer whose calendar is known by `secret`, if the officer is active."""
    kept = models.CalendarFeed.objects.select_related("officer").filter(secret=sha256(secret.encode())).first()
    return kept.officer if kept is not None and kept.officer.is_active else None


def is_first_of_day(secret: str, day: datetime.date) -> bool:
    """Whether nobody has asked at the address of this secret on that day yet; from now on somebody has."""
    kept = models.CalendarFeed.objects.filter(secret=sha256(secret.encode()))
    return bool(kept.filter(Q(asked_on=None) | ~Q(asked_on=day)).update(asked_on=day))
