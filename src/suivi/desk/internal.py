"""Internal accounts, approved: what a ministry says of a commitment to itself, on record in its home log only.

- The last one approved counts; those before stay in the history. None has a way out: no ticket is cut from one.
- Where a ministry has set steps of approval, whoever passes one is on record too, for the very words he read.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import LANGUAGES
from suivi.record.entry import Entry
from suivi.record.home import Acted

APPROVED: Final = "internal-approved"
"""The act by which an internal account is put on record."""

PASSED: Final = "internal-passed"
"""The act by which an officer passes a step of approval for an internal account; `seen` is the digest of its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Internal:
    """An internal account by language, who wrote it, who approved it (names, a comma between) and when."""

    words: dict[str, str]
    author: str
    approved_by: str
    at: str


@dataclass(frozen=True, slots=True)
class Passed:
    """That an officer (a name) passed a step of approval: for himself, or `instead_of` an absent colleague named there."""

    by: str
    instead_of: str = ""


def key_of(plan: str, provision: str) -> str:
    """By what the accounts of a commitment are looked for in the home log."""
    return hashlib.sha256(f"{APPROVED} {plan}#{provision}".encode()).hexdigest()


def key_in(entry: Entry) -> str | None:
    """The same of an entry of the home log; None for one that is no internal account."""
    record, header = entry.record, entry.header
    if not isinstance(record, Acted) or record.act not in (APPROVED, PASSED) or header is None:
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
        approved_by=about.get("approvers", "") or (entry.by.officer if entry.by else ""),
        at=entry.header.at if entry.header else "",
    )


def approved_among(found: Iterable[Entry]) -> Internal | None:
    """The last account approved among entries with such a key, oldest first; None where none was."""
    last = None
    for entry in found:
        if isinstance(entry.record, Acted) and entry.record.act == APPROVED:
            last = entry
    return None if last is None else read(last)


def passed_among(found: Iterable[Entry], seen: str) -> dict[int, list[Passed]]:
    """Who has passed which step (by its place) for the words of that digest, in the order they did."""
    given: dict[int, list[Passed]] = {}
    for entry in found:
        record = entry.record
        if isinstance(record, Acted) and record.act == PASSED and record.about.get("seen") == seen and entry.by:
            given.setdefault(int(record.about["place"]), []).append(Passed(entry.by.officer, entry.by.instead_of))
    return given
