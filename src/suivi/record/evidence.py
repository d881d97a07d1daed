"""EvidenceAttached: a public source that speaks of a provision, named so that anybody can look it up.

- Evidence is nobody's account: the press and government pages are cited, and no stage is drawn from them.
- `address` is where the source was found; no node ever fetches it. Grammar: RFC 3986, http or https, a host by name,
  no user name before it, ASCII only.
- `account` is what the source says in the words of the party that cites it, never a sentence of the source itself.
"""

import re
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fault import Fault, shown
from suivi.log.fields import day, outside, word
from suivi.record import schema

LONGEST_ADDRESS: Final = 2_000
ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAttached:
    """A source about `provision`; an empty `provision` stands for the plan as a whole.

    `title` and `publisher` are the source's own, `language` (ISO 639-1) is that of the source. `published_on` is
    the day it appeared, `on` the day of the fact it tells of. `report` is the entry id of the report it supports.
    """

    provision: str = ""
    address: str
    title: str
    language: str
    publisher: str
    published_on: str | None = None
    on: str | None = None
    account: dict[str, str]
    report: str | None = None

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {
            "address": self.address,
            "title": self.title,
            "language": self.language,
            "publisher": self.publisher,
            "account": dict(self.account),
        }
        value |= {"provision": self.provision} if self.provision else {}
        value |= {"published_on": self.published_on} if self.published_on is not None else {}
        value |= {"on": self.on} if self.on is not None else {}
        return value | ({"report": self.report} if self.report is not None else {})


def read_evidence_attached(value: Json, at: str = "") -> EvidenceAttached:
    """The record at path `at`; raises `Fault` record.*, record.address or text.*."""
    fields = schema.closed(value, required=_EVIDENCE, optional=_EVIDENCE_OPTIONAL, at=at)
    return EvidenceAttached(
        provision=word(fields["provision"], schema.ID, at=schema.path(at, "provision"))
        if "provision" in fields
        else "",
        address=read_address(fields["address"], at=schema.path(at, "address")),
        title=schema.wording(fields["title"], at=schema.path(at, "title")),
        language=word(fields["language"], schema.LANGUAGE, at=schema.path(at, "language")),
        publisher=schema.wording(fields["publisher"], at=schema.path(at, "publisher")),
        published_on=_day_if_any(fields, "published_on", at),
        on=_day_if_any(fields, "on", at),
        account=schema.by_language(fields["account"], at=schema.path(at, "account")),
        report=schema.token(fields["report"], at=schema.path(at, "report")) if "report" in fields else None,
    )


def read_address(value: Json, *, at: str) -> str:
    """An address of the web within `LONGEST_ADDRESS` characters; raises `Fault` record.address."""
    if isinstance(value, str) and len(value) <= LONGEST_ADDRESS and ADDRESS.fullmatch(value):
        return value
    if value is None:
        raise outside(value, "an address", at)
    raise Fault("record.address", got=shown(value), expected="https://… or http://…, at most 2,000 characters", at=at)


_EVIDENCE: Final = frozenset({"address", "title", "language", "publisher", "account"})
_EVIDENCE_OPTIONAL: Final = frozenset({"provision", "published_on", "on", "report"})


def _day_if_any(fields: dict[str, Json], name: str, at: str) -> str | None:
    return day(fields[name], at=schema.path(at, name)) if name in fields else None
