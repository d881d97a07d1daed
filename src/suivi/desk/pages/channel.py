"""The channel: what went each way."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.frame import PartyNamed
from suivi.desk.pages.said import SetAsideShown


@dataclass(frozen=True, kw_only=True)
class LogShown:
    """One log of the channel: how many entries we hold or wrote, its root, and when it last moved.

    `acknowledged` is the size the partner has confirmed of ours, None for its own log. `taken_in_at` is when
    we last took in entries of it, None for ours. `fingerprint` is the party's key list in groups of four.
    """

    party: PartyNamed
    log: str
    size: int
    root: str
    last_entry_at: datetime.datetime | None
    acknowledged: int | None = None
    taken_in_at: datetime.datetime | None = None
    fingerprint: str = ""


@dataclass(frozen=True, kw_only=True)
class ChannelPage:
    """What went each way: the logs, what was set aside and why, and how many entries wait for a forerunner."""

    channel: str | None
    ceiling: str
    logs: tuple[LogShown, ...]
    set_aside: tuple[SetAsideShown, ...]
    waiting: int
    suspended: bool
    to_hand_over: int
    marking: str
