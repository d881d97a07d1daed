"""What a party says of the channel itself: that a record of its own may be given onwards, and that its log ends.

- Consent is given to one party, or to everybody (`public`); without it no other party repeats the record elsewhere.
- A farewell names the last size and root that its author saw of every other log, so that nobody can later add to what
  was said before it.
- Source: exchange format, sections 3, 6.4 and 13.5; decision record 0045.
"""

from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import ORIGIN, count, outside, word
from suivi.plan.channel import PARTY_GRAMMAR, PUBLIC
from suivi.record import schema


@dataclass(frozen=True, slots=True)
class Consented:
    """The own entry that the header targets may be released onwards to `to`: a party, or `public`."""

    to: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"to": self.to}


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The last state seen of another log: its size (entries) and its root (64 hex digits) there."""

    log: str
    size: int
    root: str

    def value(self) -> dict[str, Json]:
        """The state as it stands in the record."""
        return {"log": self.log, "size": self.size, "root": self.root}


@dataclass(frozen=True, slots=True)
class Closed:
    """The author's log ends here; `reason` is a code, `logs` the last states seen of all others, in order of origin."""

    reason: str
    logs: tuple[LastSeen, ...]

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"reason": self.reason, "logs": [log.value() for log in self.logs]}


def read_consented(value: Json, at: str = "") -> Consented:
    """The record at path `at`; raises `Fault` record.*."""
    to = schema.closed(value, required=_CONSENTED, at=at)["to"]
    return Consented(PUBLIC if to == PUBLIC else word(to, PARTY_GRAMMAR, at=schema.path(at, "to")))


def read_closed(value: Json, at: str = "") -> Closed:
    """The record at path `at`; raises `Fault` record.*. That the states are true is for the register to compare."""
    fields = schema.closed(value, required=_CLOSED, at=at)
    place = schema.path(at, "logs")
    logs = schema.each(fields["logs"], _read_last_seen, at=place, lowest=1)
    if [log.log for log in logs] != sorted({log.log for log in logs}):
        raise outside(", ".join(log.log for log in logs), "each log once, in order", place)
    return Closed(word(fields["reason"], schema.CODE, at=schema.path(at, "reason")), logs)


def _read_last_seen(value: Json, at: str) -> LastSeen:
    fields = schema.closed(value, required=_LAST_SEEN, at=at)
    return LastSeen(
        log=word(fields["log"], ORIGIN, at=f"{at}.log"),
        size=count(fields["size"], at=f"{at}.size"),
        root=schema.digest(fields["root"], at=f"{at}.root"),
    )


_CONSENTED: Final = frozenset({"to"})
_CLOSED: Final = frozenset({"reason", "logs"})
_LAST_SEEN: Final = frozenset({"log", "size", "root"})
