"""Later words on an entry: Corrected, Withdrawn, Remarked, DestroyAsked, Destroyed; a log never loses an entry.

- The entry acted on is named by the header's `supersedes`; a correction keeps its kind and subject
  (exchange format, section 9), which is for the register to compare.
- Only what one party says alone can be corrected: a joint text is changed by another joint text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from suivi.log.canonical import Json
from suivi.log.fault import Fault, shown
from suivi.log.fields import word
from suivi.record import schema
from suivi.record.marking import Marking, read_marking
from suivi.record.reports import ReportFiled, read_report_filed
from suivi.record.steps import ActivityOpened, StepTaken, read_activity_opened, read_step_taken

Correctable: TypeAlias = ActivityOpened | StepTaken | ReportFiled


@dataclass(frozen=True, slots=True)
class Corrected:
    """The whole new content of an own entry; `kind` is that of the entry and of `body`."""

    kind: str
    body: Correctable

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"kind": self.kind, "body": self.body.value()}


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An own entry no longer stands; `reason` is a code, never a text."""

    reason: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"reason": self.reason}


@dataclass(frozen=True, slots=True)
class Remarked:
    """An own entry is marked otherwise from now on, higher or lower; what it says stays (section 9.2)."""

    marking: Marking

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"marking": self.marking.value()}


@dataclass(frozen=True, slots=True)
class DestroyAsked:
    """The content of the own entry that the header targets must be destroyed by everybody; `reason` is a code."""

    reason: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"reason": self.reason}


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What a party attests to have destroyed for the entry that the header targets.

    `digests` are those of the content and its attachments, 64 hex digits each; `beyond` are codes of what cannot be
    recalled: paper, backups until their date.
    """

    digests: tuple[str, ...]
    beyond: tuple[str, ...] = ()

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"digests": list(self.digests), "beyond": list(self.beyond)}


CORRECTABLE: Final[dict[str, Callable[[Json, str], Correctable]]] = {
    "activity.opened": read_activity_opened,
    "step.taken": read_step_taken,
    "report.filed": read_report_filed,
}
"""The kinds a correction can replace, each with the reader of its body."""


def read_corrected(value: Json, at: str = "") -> Corrected:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_CORRECTED, at=at)
    kind = fields["kind"]
    if not isinstance(kind, str) or kind not in CORRECTABLE:
        expected = "one of: " + ", ".join(CORRECTABLE)
        raise Fault("record.unknown-kind", got=shown(kind), expected=expected, at=schema.path(at, "kind"))
    return Corrected(kind, CORRECTABLE[kind](fields["body"], schema.path(at, "body")))


def read_withdrawn(value: Json, at: str = "") -> Withdrawn:
    """The record at path `at`; raises `Fault` record.*."""
    reason = schema.closed(value, required=_WITHDRAWN, at=at)["reason"]
    return Withdrawn(word(reason, schema.CODE, at=schema.path(at, "reason")))


def read_remarked(value: Json, at: str = "") -> Remarked:
    """The record at path `at`; raises `Fault` record.* or marking.unknown."""
    marking = schema.closed(value, required=_REMARKED, at=at)["marking"]
    return Remarked(read_marking(marking, at=schema.path(at, "marking")))


def read_destroy_asked(value: Json, at: str = "") -> DestroyAsked:
    """The record at path `at`; raises `Fault` record.*."""
    reason = schema.closed(value, required=_WITHDRAWN, at=at)["reason"]
    return DestroyAsked(word(reason, schema.CODE, at=schema.path(at, "reason")))


def read_destroyed(value: Json, at: str = "") -> Destroyed:
    """The record at path `at`; raises `Fault` record.*."""
    fields = schema.closed(value, required=_DESTROYED, at=at)
    digests = schema.each(fields["digests"], _digest, at=schema.path(at, "digests"), lowest=1)
    beyond = schema.each(fields["beyond"], _code, at=schema.path(at, "beyond"))
    return Destroyed(schema.distinct(digests, at=schema.path(at, "digests")), beyond)


def _digest(value: Json, at: str) -> str:
    return schema.digest(value, at=at)


def _code(value: Json, at: str) -> str:
    return word(value, schema.CODE, at=at)


_CORRECTED: Final = frozenset({"kind", "body"})
_WITHDRAWN: Final = frozenset({"reason"})
_REMARKED: Final = frozenset({"marking"})
_DESTROYED: Final = frozenset({"digests", "beyond"})
