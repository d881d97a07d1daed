"""The channel: what went each way, how fresh it is, which keys count, and what was set aside."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.frame import PartyNamed
from suivi.desk.pages.marking import NOTHING_OFFERED, MarkingOffered
from suivi.desk.pages.said import SetAsideShown
from suivi.plan.words import Words


@dataclass(frozen=True, kw_only=True)
class KeyShown:
    """A key that signs the log, or receipts (`role` is `log` or `receipt`): its first 16 hex digits, and from which size to
    which it counts, both included; `until` is None for one in use.
    """

    role: str
    key: str
    begins: int
    until: int | None


@dataclass(frozen=True, kw_only=True)
class LogShown:
    """One log of the channel: how many entries we hold or wrote, its root, and when it last moved.

    `acknowledged` is the size the other side has confirmed: the partner of ours, we of its. `taken_in_at` is when we
    last took in entries of it, None for ours. `fingerprint` is the party's first key list in groups of four,
    `key_list` the number of its newest. `fresh_at` is its newest word that nothing newer exists, `freshness` one of
    `fresh`, `stale`, `none` and `ahead`; empty for ours. `unacknowledged_days` is the age of our oldest entry without
    a receipt. `address` is where it publishes, if known. Of its `roots`, `threshold` have to sign a key list;
    `issued` is the day of the newest list, `keys` every key in it, oldest first.
    """

    party: PartyNamed
    log: str
    size: int = 0
    root: str = ""
    last_entry_at: datetime.datetime | None = None
    acknowledged: int | None = None
    taken_in_at: datetime.datetime | None = None
    fingerprint: str = ""
    key_list: int = 1
    fresh_at: datetime.datetime | None = None
    freshness: str = ""
    unacknowledged_days: int | None = None
    address: str = ""
    roots: int = 0
    threshold: int = 0
    issued: str = ""
    keys: tuple[KeyShown, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PullShown:
    """How the last pull from a party ended: `says` is None where it went well; `due_at` is when the next is due."""

    party: PartyNamed
    pulled_at: datetime.datetime
    due_at: datetime.datetime
    says: Words | None = None
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class RefusedShown:
    """A delivery that was refused, or an alarm: when, under which code, what it says with its facts, and as it is kept."""

    at: datetime.datetime
    code: str
    told: Words
    sentence: str


@dataclass(frozen=True, kw_only=True)
class EvidenceKept:
    """A proof that a log contradicts itself, as a file: its number here, its code, and when it was kept."""

    number: int
    code: str
    says: Words
    at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class DestructionShown:
    """A content to be destroyed: whose entry, its number, who attests to have done it.

    `held`: whether it is still held here; `may_attest`: it is not, and we have not attested it yet.
    """

    party: PartyNamed
    seq: int
    reason: str
    attested: tuple[PartyNamed, ...]
    held: bool
    may_attest: bool = False


@dataclass(frozen=True, kw_only=True)
class FindingShown:
    """One thing that was verified now: the log or file, whether it is sound, and what it says."""

    place: str
    sound: bool
    says: Words


@dataclass(frozen=True, kw_only=True)
class FarewellShown:
    """That the log of a party has ended: with which entry, when, and why as a code."""

    party: PartyNamed
    seq: int
    reason: str
    at: datetime.datetime | None


@dataclass(frozen=True, kw_only=True)
class ChannelPage:
    """What went each way: the logs, what was set aside and why, and how many entries wait for a forerunner.

    `set_aside` and `flags` (entries that count, with a warning) are the newest, at most a hundred; `more_set_aside` and
    `more_flags` count the others. `still_to_ask` are partners with whose copy a restored node has not been compared:
    nothing is signed before. `may_close`: our log has not ended and two officers may end it; `markings` are those a record can then be given. Not `whole`: the channel may
    carry what is above the reader's clearance; nothing on the page then counts or names entries. `channels` are all that
    are open to the reader: more than one after a successor was opened. `successor` is where this one goes on, empty while
    it does not; `disowned` are then the newest entries above those that its charter names, `more_disowned` counts the
    others.
    """

    channel: str | None
    ceiling: str
    logs: tuple[LogShown, ...]
    set_aside: tuple[SetAsideShown, ...]
    waiting: int
    suspended: bool
    to_hand_over: int
    marking: str
    pulls: tuple[PullShown, ...] = ()
    refused: tuple[RefusedShown, ...] = ()
    evidence: tuple[EvidenceKept, ...] = ()
    destructions: tuple[DestructionShown, ...] = ()
    still_to_ask: tuple[PartyNamed, ...] = ()
    can_pull: bool = False
    more_set_aside: int = 0
    flags: tuple[SetAsideShown, ...] = ()
    more_flags: int = 0
    farewells: tuple[FarewellShown, ...] = ()
    may_close: bool = False
    markings: MarkingOffered = NOTHING_OFFERED
    whole: bool = True
    channels: tuple[str, ...] = ()
    successor: str = ""
    disowned: tuple[SetAsideShown, ...] = ()
    more_disowned: int = 0
