"""Entry: one line of a log as the register takes it: its header, its record, or what is wrong with them.

- Checks 17 and 22 of the exchange format, as far as one entry shows them. What the header shows comes first:
  schema, version, kind, references, marking. So the flaw is the same on a node that dropped the content.
- An entry is never refused here: the signed tree holds it. With a flaw it has no record and will be set aside.
- Octets are those `read_line` gave, now or before they were stored: canonical, and the content as committed to.
"""

from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import CAP_CONTENT, CAP_HEADER, DEPTH_CONTENT, DEPTH_HEADER, Json, read_json
from suivi.log.fault import Fault, shown
from suivi.log.header import Header, read_header
from suivi.log.tree import leaf_hash
from suivi.record.home import Acting, read_acting
from suivi.record.kinds import KINDS, Record, read_content
from suivi.record.marking import read_marking

_HOME: Final = "/home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of `log` at position `seq`, from 0; `leaf` is its leaf hash, 32 bytes.

    `header` is None if it broke its schema; `record` is None with a flaw, and where the content is absent.
    `octets` is the size of the content in bytes; `channel` and `by` are set in a home log only.
    """

    log: str
    seq: int
    leaf: bytes
    header: Header | None
    record: Record | None
    salt: str
    flaw: Fault | None
    octets: int
    channel: str = ""
    by: Acting | None = None

    @property
    def party(self) -> str:
        """The party whose log this is."""
        return self.log.split("/", 2)[1]


def read_entry(header: bytes, content: bytes | None) -> Entry:
    """The entry of these octets; whatever is wrong with it stands in `flaw`, the first in order of the checks.

    Raises `Fault` json.* or record.* only if the header is not even an object with a log and a position.
    """
    leaf, octets = leaf_hash(header), len(content or b"")
    try:
        known = read_header(header)
    except Fault as fault:
        log, seq = _place(header)
        return Entry(log=log, seq=seq, leaf=leaf, header=None, record=None, salt="", flaw=fault, octets=octets)
    try:
        _check_header(known)
        value = _content(content)
        read = read_content(known.type, value, home=known.log.endswith(_HOME)) if content is not None else (None, "")
        flaw = None
    except Fault as fault:
        read, value, flaw = (None, ""), None, fault
    record, salt = read
    return Entry(
        log=known.log,
        seq=known.seq,
        leaf=leaf,
        header=known,
        record=record,
        salt=salt,
        flaw=flaw,
        octets=octets,
        channel=_channel(value),
        by=_by(known.log, value),
    )


def _check_header(header: Header) -> None:
    # 17. The kind is known, and may stand in this log.
    kind = KINDS.get(header.type)
    if kind is None or (kind.home_only and not header.log.endswith(_HOME)):
        raise Fault("record.unknown-kind", got=shown(header.type), at="type")
    if kind.needs is not None and getattr(header, kind.needs) is None:
        raise Fault("record.missing-field", expected="a reference", at=kind.needs)
    # 22. The marking is known; whether it is within the ceiling is for the register.
    read_marking(header.marking)


def _content(content: bytes | None) -> Json:
    if content is None:
        return None
    return read_json(content, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")


def _channel(value: Json) -> str:
    channel = value.get("channel") if isinstance(value, dict) else None
    return channel if isinstance(channel, str) else ""


def _by(log: str, value: Json) -> Acting | None:
    stated = value.get("by") if log.endswith(_HOME) and isinstance(value, dict) else None
    return None if stated is None else read_acting(stated)


def _place(header: bytes) -> tuple[str, int]:
    value = read_json(header, cap=CAP_HEADER, depth=DEPTH_HEADER, what="header")
    match value:
        case {"log": str(log), "seq": int(seq)}:
            return log, seq
    raise Fault("record.value", expected="a header with log and seq", at="header")
