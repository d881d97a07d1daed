"""Evidence: the sources that any party has cited for a provision, or for the plan as a whole.

- Evidence stands beside the accounts and is none of them: no stage, no comparison, no figure is drawn from it.
- It stands in the order of the days the sources appeared, else of the facts they tell of, else of the record.
- Evidence taken back stays, marked; nothing is merged: two sources on one event stay two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from suivi.log.canonical import Json
from suivi.record.entry import Entry
from suivi.record.evidence import EvidenceAttached
from suivi.record.marking import Marking, read_marking


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One source as `party` cites it; `provision` is empty where it is about the plan as a whole.

    `log`, `seq`, `id` and `leaf` (32 bytes) are those of the entry, `at` the instant it counts from. `language` is
    that of the source, `account` what it says in the words of `party`. `background`: it tells of a day before the
    plan was agreed. `withdrawn_for` is the reason code of a withdrawal.
    """

    log: str
    seq: int
    id: str
    leaf: bytes
    party: str
    provision: str
    address: str
    title: str
    language: str
    publisher: str
    account: Mapping[str, str]
    at: str
    marking: Marking
    published_on: str | None = None
    on: str | None = None
    report: str | None = None
    background: bool = False
    withdrawn_for: str | None = None

    @classmethod
    def of(cls, entry: Entry, attached: EvidenceAttached, *, provision: str, at: str) -> Self:
        """The evidence that `attached`, which stands in `entry` and counts from `at`, gives on `provision`."""
        if entry.header is None:
            raise ValueError("evidence stands in an entry that has a header")
        return cls(
            log=entry.log,
            seq=entry.seq,
            id=entry.header.id,
            leaf=entry.leaf,
            party=entry.party,
            provision=provision,
            address=attached.address,
            title=attached.title,
            language=attached.language,
            publisher=attached.publisher,
            account=attached.account,
            at=at,
            marking=read_marking(entry.header.marking),
            published_on=attached.published_on,
            on=attached.on,
            report=attached.report,
        )

    @property
    def withdrawn(self) -> bool:
        """Whether its party has taken the evidence back."""
        return self.withdrawn_for is not None

    @property
    def unreleased(self) -> bool:
        """Whether it stands in a home log only, so that no partner has it."""
        return self.log.endswith("/home")

    @property
    def told_on(self) -> str:
        """The day it tells of: that of the fact, else that of the source, else that of the record."""
        return self.on or self.published_on or self.at[:10]

    @property
    def order(self) -> tuple[str, str, int]:
        """What evidence is sorted by: the day the source appeared, else the day it tells of; then the place."""
        return self.published_on or self.told_on, self.log, self.seq

    def value(self) -> dict[str, Json]:
        """The evidence as plain JSON, with where it is on record."""
        value: dict[str, Json] = {
            "party": self.party,
            "address": self.address,
            "title": self.title,
            "language": self.language,
            "publisher": self.publisher,
            "account": dict(self.account),
            "at": self.at,
            "marking": self.marking.value(),
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "leaf": self.leaf.hex(),
        }
        value |= {"published_on": self.published_on} if self.published_on is not None else {}
        value |= {"on": self.on} if self.on is not None else {}
        value |= {"report": self.report} if self.report is not None else {}
        value |= {"background": True} if self.background else {}
        return value | ({"withdrawn_for": self.withdrawn_for} if self.withdrawn_for is not None else {})
