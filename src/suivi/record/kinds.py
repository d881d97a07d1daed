"""Every kind of record with its format version: the closed list of what can stand in a log.

- A kind that is not here is stored, verified and set aside (record.unknown-kind), never guessed at.
- The content of an entry is the record's own fields and a `salt`; in a home log also the `channel` it concerns, and
  `by`, the officer who wrote it and the mandate used.
- `needs` is the reference without which the kind says nothing: `target` or `supersedes`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from suivi.log.canonical import Json
from suivi.log.fault import Fault, shown
from suivi.log.fields import TOKEN, outside, word
from suivi.plan.channel import CHANNEL_GRAMMAR
from suivi.record.assessments import Assessment, read_assessment
from suivi.record.bodies import BodyNamed, read_body_named
from suivi.record.changes import (
    Corrected,
    DestroyAsked,
    Destroyed,
    Remarked,
    Withdrawn,
    read_corrected,
    read_destroy_asked,
    read_destroyed,
    read_remarked,
    read_withdrawn,
)
from suivi.record.channel import Receipt, SetAsideNotice, read_receipt, read_set_aside_notice
from suivi.record.described import PlanDescribed, read_plan_described
from suivi.record.evidence import EvidenceAttached, read_evidence_attached
from suivi.record.farewell import Closed, Consented, read_closed, read_consented
from suivi.record.home import (
    Acted,
    Acting,
    Approved,
    LookedThrough,
    Mandated,
    Released,
    read_acted,
    read_acting,
    read_approved,
    read_looked_through,
    read_mandated,
    read_released,
)
from suivi.record.joint import (
    Concurred,
    Declined,
    Proposed,
    Sealed,
    Withdrew,
    read_concurred,
    read_declined,
    read_proposed,
    read_sealed,
    read_withdrew,
)
from suivi.record.minutes import DecisionReported, MinutesAgreed, read_decision_reported, read_minutes_agreed
from suivi.record.named import PlanNamed, read_plan_named
from suivi.record.plans import PlanAdopted, PlanAmended, read_plan_adopted, read_plan_amended
from suivi.record.reports import ReportFiled, read_report_filed
from suivi.record.steps import ActivityOpened, StepTaken, read_activity_opened, read_step_taken

Record: TypeAlias = (
    PlanAdopted
    | PlanAmended
    | PlanDescribed
    | PlanNamed
    | ActivityOpened
    | StepTaken
    | ReportFiled
    | Assessment
    | EvidenceAttached
    | BodyNamed
    | MinutesAgreed
    | DecisionReported
    | Proposed
    | Concurred
    | Declined
    | Withdrew
    | Sealed
    | Receipt
    | SetAsideNotice
    | Corrected
    | Withdrawn
    | Remarked
    | Consented
    | Closed
    | DestroyAsked
    | Destroyed
    | Approved
    | Released
    | Mandated
    | LookedThrough
    | Acted
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind on the wire; `joint`: in effect only by all parties' seals; `automatic`: written by the node."""

    name: str
    format: int = 1
    joint: bool = False
    automatic: bool = False
    home_only: bool = False
    record: type[Record]
    read: Callable[[Json, str], Record]
    needs: str | None = None


# fmt: off
_KINDS: Final = (
    Kind(name="plan.adopted",      record=PlanAdopted,      read=read_plan_adopted, joint=True),
    Kind(name="plan.amended",      record=PlanAmended,      read=read_plan_amended, joint=True),
    Kind(name="plan.described",    record=PlanDescribed,    read=read_plan_described),
    Kind(name="plan.named",        record=PlanNamed,        read=read_plan_named),
    Kind(name="activity.opened",   record=ActivityOpened,   read=read_activity_opened),
    Kind(name="step.taken",        record=StepTaken,        read=read_step_taken),
    Kind(name="minutes.agreed",    record=MinutesAgreed,    read=read_minutes_agreed, joint=True),
    Kind(name="decision.reported", record=DecisionReported, read=read_decision_reported),
    Kind(name="report.filed",      record=ReportFiled,      read=read_report_filed),
    Kind(name="report.assessed",   record=Assessment,       read=read_assessment),
    Kind(name="evidence.attached", record=EvidenceAttached, read=read_evidence_attached),
    Kind(name="body.named",        record=BodyNamed,        read=read_body_named),
    Kind(name="joint.proposed",    record=Proposed,         read=read_proposed),
    Kind(name="joint.concurred",   record=Concurred,        read=read_concurred, needs="target"),
    Kind(name="joint.declined",    record=Declined,         read=read_declined, needs="target"),
    Kind(name="joint.withdrew",    record=Withdrew,         read=read_withdrew, needs="target"),
    Kind(name="joint.sealed",      record=Sealed,           read=read_sealed, needs="target", automatic=True),
    Kind(name="channel.receipt",   record=Receipt,          read=read_receipt, automatic=True),
    Kind(name="channel.set-aside", record=SetAsideNotice,   read=read_set_aside_notice, needs="target", automatic=True),
    Kind(name="change.corrected",  record=Corrected,        read=read_corrected, needs="supersedes"),
    Kind(name="change.withdrawn",  record=Withdrawn,        read=read_withdrawn, needs="supersedes"),
    Kind(name="change.remarked",   record=Remarked,         read=read_remarked, needs="supersedes"),
    Kind(name="channel.consented", record=Consented,        read=read_consented, needs="target"),
    Kind(name="channel.closed",    record=Closed,           read=read_closed),
    Kind(name="change.destroy-asked", record=DestroyAsked,  read=read_destroy_asked, needs="target"),
    Kind(name="change.destroyed",  record=Destroyed,        read=read_destroyed, needs="target"),
    Kind(name="home.approved",     record=Approved,         read=read_approved, home_only=True),
    Kind(name="home.released",     record=Released,         read=read_released, home_only=True),
    Kind(name="home.looked-through", record=LookedThrough,  read=read_looked_through, home_only=True),
    Kind(name="home.mandated",     record=Mandated,         read=read_mandated, home_only=True),
    Kind(name="home.acted",        record=Acted,            read=read_acted, home_only=True),
)
# fmt: on

KINDS: Final[dict[str, Kind]] = {kind.name: kind for kind in _KINDS}
"""Every kind by its name on the wire."""

AUTOMATIC: Final = frozenset({"joint.sealed", "channel.receipt", "channel.set-aside"})
"""The only kinds a node writes without two officers: a closed list, and none of them holds a text."""

_STAYS: Final = frozenset({"change.destroy-asked", "change.destroyed", "channel.consented", "channel.closed"})

DESTRUCTIBLE: Final = frozenset(
    kind.name
    for kind in _KINDS
    if not (kind.automatic or kind.home_only or kind.name.startswith("joint.") or kind.name in _STAYS)
)
"""The kinds whose content can be destroyed: no word of a joint text, nothing a node writes by itself (section 9)."""

_NAMES: Final[dict[type[Record], str]] = {kind.record: kind.name for kind in _KINDS}


def type_of(record: Record) -> str:
    """The kind of `record`, as it stands in a header's `type`."""
    return _NAMES[type(record)]


def content_value(
    record: Record, *, salt: str, channel: str | None = None, by: Acting | None = None
) -> dict[str, Json]:
    """The content that puts `record` on the wire; `channel` and `by` for the home log only."""
    value = record.value()
    value["salt"] = salt
    if channel is not None:
        value["channel"] = channel
    if by is not None:
        value["by"] = by.value()
    return value


def read_content(kind: str, value: Json, *, home: bool = False) -> tuple[Record, str]:
    """The record of that kind and its salt; `home` if it stands in a home log, where content names its channel
    and may say who wrote it.

    Raises `Fault` record.unknown-kind, record.salt, record.*, text.*, charter.*, joint.language; paths in it
    start from the content.
    """
    known = KINDS.get(kind)
    if known is None:
        raise Fault("record.unknown-kind", got=shown(kind), at="type")
    if not isinstance(value, dict):
        raise outside(value, "an object", "")
    fields = dict(value)
    salt = fields.pop("salt", None)
    if not isinstance(salt, str) or not TOKEN.fullmatch(salt):
        raise Fault("record.salt", got=shown(salt), expected="32 lower-case hex digits", at="salt")
    if home or known.home_only:
        _check_channel(fields)
        if "by" in fields:
            read_acting(fields.pop("by"))
    return known.read(fields, ""), salt


def _check_channel(fields: dict[str, Json]) -> None:
    if "channel" not in fields:
        raise Fault("record.missing-field", expected="this field", at="channel")
    word(fields.pop("channel"), CHANNEL_GRAMMAR, at="channel")
