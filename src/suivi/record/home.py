"""Home records: approvals, releases, mandates and other acts of officers, written in the home log only.

- They never leave: a shared log that holds one holds a kind unknown there.
- Beside any record of the home log stands `by`: the officer who wrote it and the mandate used (`Acting`).
- Source: house.md, section 4; exchange format, section 14.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import ORIGIN, count, outside, word
from suivi.record import schema

MANDATE: Final = re.compile(r"[a-z][a-z-]{1,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Who acts, under which mandate: its role, and what it is limited to (empty: nothing).

    `instead_of` is the absent colleague whose mandate it is, empty where it is the officer's own.
    """

    officer: str
    role: str
    plan: str = ""
    provision: str = ""
    instead_of: str = ""

    def value(self) -> dict[str, Json]:
        """As it stands beside a record of the home log; what is empty is left out."""
        stated: dict[str, Json] = {"officer": self.officer, "role": self.role}
        limits = {"plan": self.plan, "provision": self.provision, "instead_of": self.instead_of}
        return stated | {name: value for name, value in limits.items() if value}


@dataclass(frozen=True, slots=True)
class Acted:
    """An act that is no record of its own, such as a mandate given or a list taken out: `about` says on what, by name."""

    act: str
    about: Mapping[str, str]

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt and channel."""
        return {"act": self.act, "about": dict(self.about)}


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


def read_acting(value: Json, at: str = "by") -> Acting:
    """Who acts, at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_ACTING, optional=_LIMITS, at=at)
    return Acting(
        officer=schema.wording(fields["officer"], at=schema.path(at, "officer")),
        role=word(fields["role"], MANDATE, at=schema.path(at, "role")),
        **{name: schema.wording(fields[name], at=schema.path(at, name)) for name in sorted(_LIMITS & fields.keys())},
    )


def read_acted(value: Json, at: str = "") -> Acted:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_ACTED, at=at)
    here = schema.path(at, "about")
    about = fields["about"]
    if not isinstance(about, dict):
        raise outside(about, "an object", here)
    return Acted(
        act=word(fields["act"], MANDATE, at=schema.path(at, "act")),
        about={
            word(name, _NAME, at=here): schema.wording(about[name], at=schema.path(here, name))
            for name in sorted(about)
        },
    )


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


_ACTING: Final = frozenset({"officer", "role"})
_LIMITS: Final = frozenset({"plan", "provision", "instead_of"})
_ACTED: Final = frozenset({"act", "about"})
_NAME: Final = re.compile(r"[a-z][a-z_]{1,31}")
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
