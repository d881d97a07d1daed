"""Evidence kept at home as files, as rows: added once however often it comes, used for commitments, dropped."""

import datetime
from collections.abc import Iterable
from typing import TypeAlias

from suivi.desk import models
from suivi.desk.entries import sha256

EvidenceFile: TypeAlias = models.EvidenceFile
"""A file of evidence, as its row."""


def keep(
    officer: models.Officer,
    octets: bytes,
    *,
    name: str,
    media: str,
    title: str,
    removed: list[dict[str, str]],
    at: datetime.datetime,
) -> EvidenceFile:
    """Keep a file under its digest; one that is held already stays as it is."""
    found, _ = EvidenceFile.objects.get_or_create(
        digest=sha256(octets),
        defaults={
            "octets": octets,
            "name": name,
            "media": media,
            "title": title,
            "removed": removed,
            "added_by": officer,
            "added_at": at,
        },
    )
    return found


def use(file: EvidenceFile, places: Iterable[tuple[str, str, str]]) -> None:
    """Let the file speak of these commitments too, each by channel, plan and id."""
    for channel, plan, provision in places:
        models.EvidenceUse.objects.get_or_create(
            file=file, plan=plan, provision=provision, defaults={"channel": channel}
        )


def use_no_more(file: EvidenceFile, plan: str, provision: str) -> bool:
    """Let the file speak of that commitment no more; whether it did. A file that speaks of none is forgotten."""
    dropped, _ = models.EvidenceUse.objects.filter(file=file, plan=plan, provision=provision).delete()
    if not models.EvidenceUse.objects.filter(file=file).exists():
        file.delete()
    return bool(dropped)
