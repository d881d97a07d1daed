"""Reports: what each party has put on record about a provision, and how the accounts compare.

- A union, never a merge: every account stands beside the others; no winner is computed.
- A correction replaces words and keeps the earlier ones readable; a withdrawn account stays, marked.
- Accounts stand in the order of the days they state, so that a backlog entered later does not become the latest
  word. A day stated after the record was made counts as the day of the record: nobody has seen it yet.
- What happened before the plan was agreed is background: kept and shown, never the latest word, never compared.
"""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from suivi.log.canonical import Json
from suivi.plan.words import Words
from suivi.record.entry import Entry
from suivi.record.marking import Marking, read_marking
from suivi.record.reports import Hindrance, NewDay, NextStep, ReportFiled, Stage, more_of


class Comparison(StrEnum):
    """How the latest standing accounts of all parties on one provision compare."""

    NEITHER = "neither"
    ONE_SIDE = "one-side"
    SAME = "same"
    DETAILS_DIFFER = "details-differ"
    DIFFER = "differ"
    SEALED = "sealed"


COMPARISONS: Final[dict[Comparison, Words]] = {
    Comparison.NEITHER: Words(en="no report", fr="aucun rapport", ko="보고 없음"),
    Comparison.ONE_SIDE: Words(en="not every side has reported", fr="rapport d’une partie seulement", ko="일부만 보고"),
    Comparison.SAME: Words(en="accounts agree", fr="rapports concordants", ko="내용 일치"),
    Comparison.DETAILS_DIFFER: Words(
        en="same stage, other day", fr="même stade, autre date", ko="단계 일치, 날짜 상이"
    ),
    Comparison.DIFFER: Words(en="accounts differ", fr="rapports divergents", ko="내용 상이"),
    Comparison.SEALED: Words(en="joint account, sealed", fr="compte rendu conjoint scellé", ko="공동 확인·봉인"),
}
"""What each comparison is called, from nothing said to said together."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """One report in the words it has now: where it is on record, whose, and what it states.

    `log`, `seq`, `id` and `leaf` (32 bytes) are those of the report itself, also after corrections; `at` is the
    instant the report counts from, `corrected_at` that of the words it has now and `correction` their place, log and
    position, if they were corrected. `on` and
    `until` are days stated. `versions` are the words before each correction, oldest first, themselves without
    `versions`. `bodies` are the ids of the bodies that acted; `state`,
    `steps`, `hindrance` and `new_day` as in `record/reports.py`. `background`: it states a day before the plan was
    agreed. `withdrawn_for` is the reason code of the withdrawal.
    """

    log: str
    seq: int
    id: str
    leaf: bytes
    party: str
    stage: Stage
    account: Mapping[str, str]
    on: str
    at: str
    marking: Marking
    until: str | None = None
    next: Mapping[str, str] | None = None
    reason: str | None = None
    bodies: tuple[str, ...] = ()
    state: str | None = None
    steps: tuple[NextStep, ...] = ()
    hindrance: Hindrance | None = None
    new_day: NewDay | None = None
    background: bool = False
    corrected_at: str | None = None
    correction: tuple[str, int] | None = None
    versions: tuple["Account", ...] = ()
    withdrawn_for: str | None = None

    @classmethod
    def of(cls, entry: Entry, report: ReportFiled, *, at: str) -> Self:
        """The account that `report`, which stands in `entry` and counts from `at`, gives."""
        if entry.header is None:
            raise ValueError("a report stands in an entry that has a header")
        return cls(
            log=entry.log,
            seq=entry.seq,
            id=entry.header.id,
            leaf=entry.leaf,
            party=entry.party,
            stage=report.stage,
            account=report.account,
            on=report.on,
            at=at,
            marking=read_marking(entry.header.marking),
            until=report.until,
            next=report.next,
            reason=report.reason,
            bodies=report.bodies,
            state=report.state,
            steps=report.steps,
            hindrance=report.hindrance,
            new_day=report.new_day,
        )

    @property
    def withdrawn(self) -> bool:
        """Whether its party has taken the account back."""
        return self.withdrawn_for is not None

    @property
    def recorded_later(self) -> bool:
        """Whether it was put on record on a later day (UTC) than the one it states."""
        return self.at[:10] > self.on

    @property
    def unreleased(self) -> bool:
        """Whether it stands in a home log only, so that no partner has it."""
        return self.log.endswith("/home")

    @property
    def order(self) -> tuple[str, str, int]:
        """What accounts of one party are sorted by: the day stated, never after the day of record, then the place."""
        return min(self.on, self.at[:10]), self.log, self.seq

    def marked(self, marking: Marking) -> "Account":
        """The account marked otherwise by its party, the words before each correction with it."""
        versions = tuple(replace(version, marking=marking) for version in self.versions)
        return replace(self, marking=marking, versions=versions)

    def corrected(self, entry: Entry, report: ReportFiled, *, at: str) -> "Account":
        """The account in the words `report` gives it, which stand in `entry` and count from `at`."""
        now = Account.of(entry, report, at=at)
        before = replace(self, versions=())
        return replace(
            now,
            log=self.log,
            seq=self.seq,
            id=self.id,
            leaf=self.leaf,
            at=self.at,
            corrected_at=at,
            correction=(now.log, now.seq),
            versions=(*self.versions, before),
        )

    def value(self) -> dict[str, Json]:
        """The account as plain JSON, with where it is on record and the words it had before."""
        value: dict[str, Json] = {
            "stage": self.stage.value,
            "account": dict(self.account),
            "on": self.on,
            "at": self.at,
            "recorded_later": self.recorded_later,
            "marking": self.marking.value(),
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "leaf": self.leaf.hex(),
        }
        value |= {"until": self.until} if self.until is not None else {}
        value |= {"next": dict(self.next)} if self.next is not None else {}
        value |= {"reason": self.reason} if self.reason is not None else {}
        value |= {"bodies": list(self.bodies)} if self.bodies else {}
        value |= more_of(self.state, self.steps, self.hindrance, self.new_day)
        value |= {"background": True} if self.background else {}
        value |= {"corrected_at": self.corrected_at} if self.corrected_at is not None else {}
        value |= {"versions": [version.value() for version in self.versions]} if self.versions else {}
        return value | ({"withdrawn_for": self.withdrawn_for} if self.withdrawn_for is not None else {})


class Accounts:
    """The accounts of one party on one provision, kept in order as they come."""

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        self._accounts = list(accounts)

    def put(self, account: Account) -> None:
        """Adds `account` where its day belongs."""
        if not self._accounts or self._accounts[-1].order < account.order:
            self._accounts.append(account)
        else:
            insort(self._accounts, account, key=lambda other: other.order)

    def find(self, seq: int, log: str) -> Account | None:
        """The account whose report stands at `seq` of `log`."""
        return next((one for one in reversed(self._accounts) if (one.seq, one.log) == (seq, log)), None)

    def replace(self, old: Account, new: Account) -> None:
        """Puts `new` in where `old` was taken out; its day may have changed."""
        place = next(index for index, account in enumerate(self._accounts) if account is old)
        del self._accounts[place]
        self.put(new)

    def copied(self) -> "Accounts":
        """The same accounts, to go on from without changing these."""
        return Accounts(self._accounts)

    def all(self) -> tuple[Account, ...]:
        """Every account, oldest first, withdrawn ones included."""
        return tuple(self._accounts)


def latest(accounts: Sequence[Account]) -> Account | None:
    """The last of `accounts` (oldest first) that is neither withdrawn nor background."""
    standing = (account for account in reversed(accounts) if not account.withdrawn and not account.background)
    return next(standing, None)


def told_against(accounts: Sequence[Account], agreed_on: str | None) -> tuple[Account, ...]:
    """`accounts` (oldest first) with those marked as background that state a day before `agreed_on`."""
    # In order, no account states a day before the one the first is sorted by: most often there is nothing to mark.
    if agreed_on is None or not accounts or accounts[0].order[0] >= agreed_on:
        return tuple(accounts)
    return tuple(replace(account, background=True) if account.on < agreed_on else account for account in accounts)


def compare(accounts: Mapping[str, Sequence[Account]], *, sealed: bool) -> Comparison:
    """How the latest standing accounts compare; `accounts` by party, oldest first, one key for every party.

    `sealed`: the parties have concluded an activity of the provision together, which is their joint account.
    """
    if sealed:
        return Comparison.SEALED
    standing = [account for said in accounts.values() if (account := latest(said)) is not None]
    if not standing:
        return Comparison.NEITHER
    if len(standing) < len(accounts):
        return Comparison.ONE_SIDE
    if len({account.stage for account in standing}) > 1:
        return Comparison.DIFFER
    return Comparison.SAME if len({account.on for account in standing}) == 1 else Comparison.DETAILS_DIFFER
