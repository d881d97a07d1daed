"""What the register does not count, and why: entries set aside, entries that wait, and warnings.

- A signed entry cannot be wished away: it is stored and counted, and has no effect (exchange format, section 11.E).
- Every code is the name of a rule and never changes; the words an officer reads stand with `exchange/faults.py`.
- Which check a code belongs to is the numbering of section 11: 17 form, 18 ids and salts, 19 key lists, 20 what
  was seen, 21 time, 22 marking, 23 references, 24 charter, 25 rules of the kind.
"""

from dataclasses import dataclass
from typing import Final, Self

from suivi.log.fault import Fault
from suivi.record.entry import Entry

DISOWNED: Final = "charter.disowned"
"""The code of an entry that stands above what the charter of a successor channel says of its log."""

_CHECKS: Final = {
    "record.duplicate-id": 18,
    "record.salt": 18,
    "record.manifest": 19,
    "record.seen": 20,
    "record.target": 23,
    "change.not-author": 23,
    "charter.none": 24,
    DISOWNED: 24,
}
_CHECKS_BY_GROUP: Final = {"record": 17, "text": 17, "json": 17, "size": 17, "marking": 22}
_RULES_OF_THE_KIND: Final = 25


def check_of(code: str) -> int:
    """The number of the check (exchange format, section 11.E) that gives this code."""
    return _CHECKS.get(code) or _CHECKS_BY_GROUP.get(code.partition(".")[0], _RULES_OF_THE_KIND)


@dataclass(frozen=True, slots=True)
class SetAside:
    """An entry without effect: its place, its leaf hash (32 bytes), the rule and the number of the check.

    `detail` says what was found, in plain ASCII; it may be empty.
    """

    log: str
    seq: int
    leaf: bytes
    code: str
    detail: str
    check: int

    @classmethod
    def of(cls, entry: Entry, code: str, detail: str = "") -> Self:
        """`entry` set aside under `code`."""
        return cls(entry.log, entry.seq, entry.leaf, code, detail, check_of(code))


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that will be looked at again: `order.waiting` for what it has seen, `content.absent` for its bytes."""

    log: str
    seq: int
    leaf: bytes
    code: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning about an entry that counts all the same."""

    log: str
    seq: int
    leaf: bytes
    code: str
    detail: str


def detail_of(fault: Fault) -> str:
    """The facts of a fault in one line, empty if it states none."""
    facts = [fault.at, f"got {fault.got}" if fault.got else "", f"expected {fault.expected}" if fault.expected else ""]
    return ", ".join(fact for fact in facts if fact)
