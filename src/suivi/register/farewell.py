"""Farewells and consents: which logs of a channel have ended, and which records may be given onwards.

- A party's farewell ends its own log: whatever stands after it there is set aside (channel.closed), its own words on
  joint texts included, so that no text can come into effect by a party that has left.
- Requests to destroy and attestations still count after a farewell: what must go must go (decision record 0045).
- Which entries are concerned depends on their own log alone, so the answer is the same in every capital.
- Source: exchange format, sections 6.4, 9.3 and 13.5.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from suivi.log.fault import Fault
from suivi.log.header import Header
from suivi.record.changes import DestroyAsked, Destroyed
from suivi.record.farewell import Closed, Consented
from suivi.record.kinds import Record

STILL_COUNTS: Final = (DestroyAsked, Destroyed)
"""What a party may still say after its farewell."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """That the log of `party` ended with its entry `seq`, said at `at`; `reason` is a code."""

    party: str
    seq: int
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Consent:
    """That the entry `log` `seq` with that leaf (32 bytes) may be released onwards to `to`: a party, or `public`."""

    log: str
    seq: int
    leaf: bytes
    to: str

    @classmethod
    def of(cls, header: Header, consented: Consented) -> "Consent":
        """What `consented`, under that header, allows; raises `Fault` change.not-author for another party's entry."""
        target = header.target
        assert target is not None  # the kind needs one
        if target.log != header.log:
            raise Fault("change.not-author", got=target.log, expected=header.log, at="target")
        return cls(target.log, target.seq, bytes.fromhex(target.leaf), consented.to)


def check_open(farewell: Farewell | None, record: Record) -> None:
    """Raise `Fault` channel.closed for a record after its author's own farewell."""
    if farewell is not None and not isinstance(record, STILL_COUNTS):
        raise Fault("channel.closed", got=f"an entry after {farewell.seq}", expected="nothing more", at="seq")


def check_last_seen(header: Header, closed: Closed, root_at: Callable[[str, int], bytes]) -> None:
    """Raise `Fault` channel.farewell where the states named are not those of the logs the author had seen."""
    named = {log.log: log.size for log in closed.logs}
    if named != header.seen:
        raise Fault("channel.farewell", got=_listed(named), expected=_listed(header.seen), at="logs")
    for log in closed.logs:
        if log.root != (root := root_at(log.log, log.size).hex()):
            raise Fault("channel.farewell", got=log.root, expected=root, at=f"{log.log} {log.size}")


def _listed(sizes: Mapping[str, int]) -> str:
    return ", ".join(f"{log} {sizes[log]}" for log in sorted(sizes))
