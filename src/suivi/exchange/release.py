"""The one way out: a ticket holds the exact bytes that would leave, and two officers approve its digest.

- The digest commits to audience, attachments, content with its salt, marking, references, subject and kind
  (exchange format, section 14); whatever changes after an approval changes the digest.
- Two different officers, each having signed in at most five minutes before approving.
- Id and time are made at release, by the caller; what a node writes by itself needs no ticket (`automatic.py`).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from suivi.exchange.faults import Refused
from suivi.log.canonical import CAP_CONTENT, DEPTH_CONTENT, Json, canonical, read_canonical
from suivi.log.fault import Fault
from suivi.log.header import Header, Reference
from suivi.plan.channel import RESERVED_CHANNELS, Charter
from suivi.record.changes import Remarked
from suivi.record.home import Approved, Released
from suivi.record.joint import Proposed
from suivi.record.kinds import KINDS, Record, read_content
from suivi.record.marking import Marking
from suivi.register.limits import check_record

FRESH: Final = timedelta(minutes=5)
OFFICERS: Final = 2


class ReleaseRefused(Refused):
    """Nothing left: `code` is `release.*`, `marking.*` or the fault of the content itself."""


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """What would leave: `content` are the exact canonical bytes, salt included; `blobs` are sorted digests.

    `audience` is the origin of the log that would hold it, `refs` the header's `supersedes` and `target`.
    """

    audience: str
    type: str
    subject: str
    content: bytes
    marking: Marking
    blobs: tuple[str, ...] = ()
    refs: Mapping[str, Reference] = field(default_factory=dict)

    def digest(self) -> str:
        """What officers approve: 64 hex digits (exchange format, section 14)."""
        value: dict[str, Json] = {
            "audience": self.audience,
            "blobs": list(self.blobs),
            "content": hashlib.sha256(self.content).hexdigest(),
            "marking": self.marking.value(),
            "refs": {name: reference.value() for name, reference in self.refs.items()},
            "subject": self.subject,
            "type": self.type,
        }
        return hashlib.sha256(canonical(value)).hexdigest()

    def record(self) -> Record:
        """The record the content spells; raises the `Fault` of whatever is wrong with it."""
        value = read_canonical(self.content, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")
        return read_content(self.type, value)[0]


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval as it stands in the home log; `at` is the instant of its entry (UTC)."""

    said: Approved
    at: str


def check_release(ticket: Ticket, approvals: Sequence[Approval], *, at: str, ceiling: Marking) -> tuple[str, str]:
    """The two officers whose approval lets `ticket` leave at the instant `at`, in the order they approved.

    Raises `ReleaseRefused`: release.no-ticket, marking.above-ceiling, release.attachment, record.*, text.*,
    release.digest, release.two-officers or release.stale-authentication.
    """
    try:
        check_ticket(ticket, ceiling=ceiling)
        return _two_officers(ticket.digest(), approvals, at)
    except Fault as fault:
        raise ReleaseRefused(fault) from fault


def check_ticket(ticket: Ticket, *, ceiling: Marking, limits: Mapping[str, int] | None = None) -> None:
    """Whether `ticket` may be put before officers at all; the same checks run again at release.

    `limits` are those of the charter in effect. Raises `Fault` release.no-ticket, marking.above-ceiling, record.*,
    text.*, size.content, release.attachment.
    """
    kind = KINDS.get(ticket.type)
    if kind is None or kind.home_only or kind.automatic or ticket.audience.rpartition("/")[2] == RESERVED_CHANNELS[0]:
        raise Fault(
            "release.no-ticket", got=f"{ticket.type} for {ticket.audience}", expected="a kind two officers release"
        )
    if not ticket.marking.within(ceiling):
        raise Fault("marking.above-ceiling", got=ticket.marking.label(), expected=f"at most {ceiling.label()}")
    record = ticket.record()
    if limits is not None and not (isinstance(record, Proposed) and isinstance(record.body, Charter)):
        check_record(len(ticket.content), record, limits)
    if isinstance(record, Remarked) and not record.marking.within(ceiling):
        raise Fault("marking.above-ceiling", got=record.marking.label(), expected=f"at most {ceiling.label()}")
    named = (
        tuple(sorted({attachment.sha256 for attachment in record.attachments})) if isinstance(record, Proposed) else ()
    )
    if ticket.blobs != named:
        raise Fault(
            "release.attachment", got=f"{len(ticket.blobs)} digests", expected=f"the {len(named)} of the content"
        )


def released_as(ticket: Ticket, released: Iterable[Released]) -> Released | None:
    """The release this ticket was used for, if it was used: a ticket used twice gives the same entry (R03)."""
    digest = ticket.digest()
    return next((earlier for earlier in released if earlier.ticket == digest), None)


def header_for(ticket: Ticket, *, seq: int, id: str, seen: Mapping[str, int], manifest: int, at: str) -> Header:
    """The header under which the approved bytes stand at place `seq` of their log."""
    return Header(
        log=ticket.audience,
        seq=seq,
        id=id,
        type=ticket.type,
        subject=ticket.subject,
        sha256=hashlib.sha256(ticket.content).hexdigest(),
        size=len(ticket.content),
        marking=dict(ticket.marking.value()),
        seen=dict(seen),
        manifest=manifest,
        at=at,
        supersedes=ticket.refs.get("supersedes"),
        target=ticket.refs.get("target"),
    )


def _two_officers(digest: str, approvals: Sequence[Approval], at: str) -> tuple[str, str]:
    fitting = [approval for approval in approvals if approval.said.ticket == digest and approval.at <= at]
    if len(fitting) < len(approvals):
        other = next(approval for approval in approvals if approval not in fitting)
        raise Fault("release.digest", got=f"{other.said.ticket} at {other.at}", expected=digest)
    officers = list(dict.fromkeys(approval.said.officer for approval in fitting))
    if len(officers) < OFFICERS:
        raise Fault("release.two-officers", got=str(len(officers)), expected=str(OFFICERS))
    fresh = list(dict.fromkeys(approval.said.officer for approval in fitting if _is_fresh(approval)))
    if len(fresh) < OFFICERS:
        stale = next(approval for approval in fitting if not _is_fresh(approval))
        raise Fault("release.stale-authentication", got=stale.said.authenticated_at, expected=f"near {stale.at}")
    return fresh[0], fresh[1]


def _is_fresh(approval: Approval) -> bool:
    age = datetime.fromisoformat(approval.at) - datetime.fromisoformat(approval.said.authenticated_at)
    return timedelta(0) <= age <= FRESH
