"""Reminders by e-mail, as rows and as letters: who wants them, what each was told, and the one road they leave by.

- A letter says how many matters wait and the plan's own numbers of their commitments, never a title or a word of a
  report: mail crosses machines nobody here knows.
- SUIVI_MAIL says the road: an address of an SMTP server, or nothing, and each letter is a file in the node's folder.
"""

import datetime
from collections.abc import Iterable

from django.core.mail import EmailMessage

from suivi.desk import models
from suivi.desk.models import ReminderAddress, ReminderSent


def address_of(officer: models.Officer) -> str:
    """Where the officer wants reminders, empty for nowhere."""
    kept = ReminderAddress.objects.filter(officer=officer).first()
    return kept.address if kept else ""


def keep_address(officer: models.Officer, address: str) -> None:
    """Send reminders there from now on; to nobody where the address is empty."""
    if address:
        ReminderAddress.objects.update_or_create(officer=officer, defaults={"address": address})
    else:
        ReminderAddress.objects.filter(officer=officer).delete()


def addressed() -> list[tuple[models.Officer, str]]:
    """Every active officer who wants reminders, with the address; in the order enrolled."""
    rows = ReminderAddress.objects.select_related("officer").filter(officer__is_active=True).order_by("officer")
    return [(row.officer, row.address) for row in rows]


def told(officer: models.Officer, matters: Iterable[str]) -> set[str]:
    """Those of the matters the officer was told of before."""
    rows = ReminderSent.objects.filter(officer=officer, matter__in=list(matters))
    return set(rows.values_list("matter", flat=True))


def mark_told(officer: models.Officer, matters: Iterable[str], *, at: datetime.datetime) -> None:
    """Remember that the officer was told of these matters."""
    ReminderSent.objects.bulk_create(
        (ReminderSent(officer=officer, matter=matter, sent_at=at) for matter in matters), ignore_conflicts=True
    )


def send(address: str, *, subject: str, text: str) -> None:
    """Send one letter by the road the settings name; raises `OSError` where it cannot be reached."""
    EmailMessage(subject=subject, body=text, to=[address]).send()
