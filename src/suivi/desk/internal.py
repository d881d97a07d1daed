"""Internal accounts, approved: what a ministry says of a commitment to itself, on record in its home log only.

- The last one approved counts; those before stay in the history. None has a way out: no ticket is cut from one.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import LANGUAGES
from suivi.record.entry import Entry
from suivi.record.home import Acted

APPROVED: Final = "internal-approved"
"""The act by which an internal account is put on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Internal:
    """An internal account by language, who wrote it, who approved it and when (as headers write instants)."""

    words: dict[str, str]
    author: str
    approved_by: str
    at: str


def key_of(plan: str, provision: str) -> str:
    """By what the accounts of a commitment are looked for in the home log."""
    return hashlib.sha256(f"{APPROVED} {plan}#{provision}".encode()).hexdigest()


def key_in(entry: Entry) -> str | None:
    """The same of an entry of the home log; None for one that is no internal account."""
    record, header = entry.record, entry.header
    if not isinstance(record, Acted) or record.act != APPROVED or header is None:
        return None
    plan, _, provision = header.subject.partition("#")
    return key_of(plan, provision)


def read(entry: Entry) -> Internal:
    """The account an entry with such a key holds."""
    assert isinstance(entry.record, Acted)
    about = entry.record.about
    return Internal(
        words={language: about[language] for language in LANGUAGES if language in about},
        author=about.get("author", ""),
        approved_by=entry.by.officer if entry.by else "",
        at=entry.header.at if entry.header else "",
    )
