"""Accounts of a ministry's sign-in that are linked to officers: rows, found by issuer and subject and by nothing else."""

import datetime
from typing import TypeAlias

from suivi.desk.models import Identity, Officer

IdentityRow: TypeAlias = Identity
"""A link, as its row."""


def identity_of(issuer: str, subject: str) -> Identity | None:
    """The link of that account, or None."""
    return Identity.objects.select_related("officer").filter(issuer=issuer, subject=subject).first()


def identities_of(officer: Officer) -> list[Identity]:
    """The officer's links, oldest first."""
    return list(Identity.objects.filter(officer=officer.pk).select_related("linked_by").order_by("pk"))


def link(officer: Officer, *, issuer: str, subject: str, by: Officer, at: datetime.datetime) -> Identity:
    """A new link; raises `IntegrityError` where the account is linked already."""
    return Identity.objects.create(officer=officer, issuer=issuer, subject=subject, linked_by=by, linked_at=at)


def unlink(identity: Identity) -> None:
    """End a link: the account opens nothing any more."""
    identity.delete()
