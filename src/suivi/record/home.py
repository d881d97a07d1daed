"""Home records: approvals, releases and mandates, written in the home log only.

- They never leave: a shared log that holds one holds a kind unknown there.
- Source: house.md, section 4; exchange format, section 14.
"""

import re
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import ORIGIN, count, outside, word
from suivi.record import schema

MANDATE: Final = re.compile(r"[a-z][a-z-]{1,31}")


@dataclass(frozen=True, slots=True)
class Approved:
    """`officer` approved the ticket of that digest, having signed in at `authenticated_at` (UTC)."""

    ticket: str
    officer: str
    authenticated_at: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt and channel."""
        return {"ticket": self.ticket, "officer": self.officer, "authenticated_at": self.authenticated_at}


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """The ticket became entry `seq` of `log`, with that leaf hash; `approved_by` are two officers."""

    ticket: str
    log: str
    seq: int
    leaf: str
    approved_by: tuple[str, str]

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt and channel."""
        return {
            "ticket": self.ticket,
            "log": self.log,
            "seq": self.seq,
            "leaf": self.leaf,
            "approved_by": list(self.approved_by),
        }


@dataclass(frozen=True, slots=True)
class Mandated:
    """From here on `officer` may do what `mandates` name, and nothing else (empty: nothing any more)."""

    officer: str
    mandates: tuple[str, ...]

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt and channel."""
        return {"officer": self.officer, "mandates": list(self.mandates)}


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """`officer` has looked at the review with that `digest` as a whole, and found `marking` right for it (fault M07)."""

    digest: str
    officer: str
    marking: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt and channel."""
        return {"digest": self.digest, "officer": self.officer, "marking": self.marking}


def read_looked_through(value: Json, at: str = "") -> LookedThrough:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_LOOKED_THROUGH, at=at)
    return LookedThrough(
        digest=schema.digest(fields["digest"], at=schema.path(at, "digest")),
        officer=schema.wording(fields["officer"], at=schema.path(at, "officer")),
        marking=schema.wording(fields["marking"], at=schema.path(at, "marking")),
    )


def read_approved(value: Json, at: str = "") -> Approved:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_APPROVED, at=at)
    return Approved(
        ticket=schema.digest(fields["ticket"], at=schema.path(at, "ticket")),
        officer=schema.wording(fields["officer"], at=schema.path(at, "officer")),
        authenticated_at=schema.instant(fields["authenticated_at"], at=schema.path(at, "authenticated_at")),
    )


def read_released(value: Json, at: str = "") -> Released:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_RELEASED, at=at)
    return Released(
        ticket=schema.digest(fields["ticket"], at=schema.path(at, "ticket")),
        log=word(fields["log"], ORIGIN, at=schema.path(at, "log")),
        seq=count(fields["seq"], at=schema.path(at, "seq")),
        leaf=schema.digest(fields["leaf"], at=schema.path(at, "leaf")),
        approved_by=_read_approvers(fields["approved_by"], schema.path(at, "approved_by")),
    )


def read_mandated(value: Json, at: str = "") -> Mandated:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_MANDATED, at=at)
    here = schema.path(at, "mandates")
    return Mandated(
        officer=schema.wording(fields["officer"], at=schema.path(at, "officer")),
        mandates=schema.distinct(schema.each(fields["mandates"], _read_mandate, at=here), at=here),
    )


_APPROVED: Final = frozenset({"ticket", "officer", "authenticated_at"})
_RELEASED: Final = frozenset({"ticket", "log", "seq", "leaf", "approved_by"})
_LOOKED_THROUGH: Final = frozenset({"digest", "officer", "marking"})
_MANDATED: Final = frozenset({"officer", "mandates"})


def _read_approvers(value: Json, at: str) -> tuple[str, str]:
    officers = schema.each(value, lambda officer, here: schema.wording(officer, at=here), at=at)
    match schema.distinct(officers, at=at):
        case (first, second):
            return first, second
    raise outside(value, "two officers", at)


def _read_mandate(value: Json, at: str) -> str:
    return word(value, MANDATE, at=at)
