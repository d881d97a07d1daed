"""What one entry may hold under the charter in force for it: the limits that a charter lowers (exchange format, section 1).

- An entry above them is set aside, not refused: its author's log must not end there. The format's own limits, which
  nobody can be surprised by, refuse the delivery (checks 13 and 15).
- They are decided from the header and the record, so that a node that has dropped the content finds the same.
- What nodes write by themselves, and charters, are not held to them: a charter must be able to change.
"""

from collections.abc import Mapping
from typing import Final

from suivi.log.header import Header
from suivi.plan.channel import Charter
from suivi.record.channel import check_limit, limits_of
from suivi.record.joint import Proposed
from suivi.record.kinds import KINDS, Record

_AROUND: Final = len(b'{"c":,"h":}\n')  # what a line holds beside the content and the header
_CHARTERS: Final = ("joint.proposed", "channel")


def check_limits(header: Header, record: Record | None, charter: Charter | None) -> None:
    """Raise `Fault` size.header, size.content, size.line or record.attachment where the entry is above a limit."""
    kind = KINDS.get(header.type)
    if charter is None or not charter.limits or (kind is not None and kind.automatic):
        return
    if (header.type, header.subject) == _CHARTERS:
        return
    limits, octets = limits_of(charter), len(header.octets())
    check_record(header.size, record, limits)
    check_limit("header", octets, limits)
    check_limit("line", octets + header.size + _AROUND, limits)


def check_record(size: int, record: Record | None, limits: Mapping[str, int]) -> None:
    """Raise `Fault` size.content or record.attachment: `size` is that of the content with its salt, in bytes."""
    check_limit("content", size, limits, at="content.size")
    attached = record.attachments if isinstance(record, Proposed) else ()
    check_limit("attachments", len(attached), limits)
    for each in attached:
        check_limit("attachment", each.size, limits, at="attachments.size")
