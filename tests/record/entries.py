"""What the tests of records share: entries built by hand, and the faults they must end in."""

import hashlib

import pytest

from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import Header, Reference
from suivi.record.entry import read_entry
from tests.record.samples import DIGEST, ID

NEEDS = Reference(log="suivi/can/kor-2024", seq=0, leaf=DIGEST)


def entry_of(kind, content, *, log="suivi/can/kor-2024", dropped=False, **fields):
    """The entry of that kind with `content` (a value), read from its octets; `fields` replace header fields."""
    octets = canonical(content)
    value = Header(
        log=log,
        seq=7,
        id=ID,
        type=kind,
        subject="canada-coree-2024#P1.I1",
        sha256=hashlib.sha256(octets).hexdigest(),
        size=len(octets),
        marking={"tlp": "AMBER"},
        seen={"suivi/kor/kor-2024": 2},
        manifest=1,
        at="2025-03-04T15:00:00Z",
        supersedes=NEEDS,
        target=NEEDS,
    ).value()
    value = {name: field for name, field in (value | fields).items() if field is not ...}
    return read_entry(canonical(value), None if dropped else octets)


def fault_of(function, *arguments, **named):
    """The fault the call raises, as (code, at)."""
    with pytest.raises(Fault) as caught:
        function(*arguments, **named)
    return caught.value.code, caught.value.at
