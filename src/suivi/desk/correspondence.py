"""How the exchange with each partner goes: its newest word about its log, and the last pull from it.

Nothing here is truth: a lost row is asked for again at the next exchange.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from suivi.desk.models import Freshness as FreshnessRow
from suivi.desk.models import Pull as PullRow
from suivi.exchange.freshness import Freshness, check_forwards
from suivi.log.note import Note, read_note

FIRST_WAIT: Final = datetime.timedelta(minutes=15)
LONGEST_WAIT: Final = datetime.timedelta(hours=24)
_REMEMBERED: Final = datetime.timedelta(minutes=10)
_heard: Final[dict[tuple[str, str], tuple[datetime.datetime | None, Freshness | None]]] = {}


@dataclass(frozen=True, kw_only=True)
class Pull:
    """The last pull of `log` from where `party` publishes; `code` is empty after one that went well.

    `due_at` is when to try again; `octets` and `requests` are what it cost.
    """

    channel: str
    party: str
    log: str
    pulled_at: datetime.datetime
    code: str = ""
    sentence: str = ""
    failures: int = 0
    due_at: datetime.datetime
    octets: int = 0
    requests: int = 0


def wait_after(failures: int, *, every: datetime.timedelta) -> datetime.timedelta:
    """How long to wait after so many failures in a row: a quarter of an hour, doubled each time, a day at most."""
    if not failures:
        return every
    doubled: int = 2 ** min(failures - 1, 16)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def keep_pull(pull: Pull) -> None:
    """Keep how a pull ended, in place of the one before it."""
    values = dict(vars(pull))
    PullRow.objects.update_or_create(party=values.pop("party"), log=values.pop("log"), defaults=values)


def last_pull(party: str, log: str) -> Pull | None:
    """How the last pull of `log` from `party` ended, None before any."""
    row = PullRow.objects.filter(party=party, log=log).first()
    if row is None:
        return None
    return Pull(
        channel=row.channel,
        party=row.party,
        log=row.log,
        pulled_at=row.pulled_at,
        code=row.code,
        sentence=row.sentence,
        failures=row.failures,
        due_at=row.due_at,
        octets=row.octets,
        requests=row.requests,
    )


def freshest(log: str) -> tuple[Freshness, Note] | None:
    """The newest word of the author of `log` about it, and the note that bears it; None before any."""
    row = FreshnessRow.objects.filter(log=log).first()
    if row is None:
        return None
    return Freshness(row.log, row.size, row.seconds), read_note(bytes(row.note))


def heard(log: str, *, at: datetime.datetime) -> Freshness | None:
    """As `freshest`, remembered for ten minutes by this process, because every page asks; forgotten with a newer word."""
    key = (str(settings.NODE.folder), log)
    asked_at, word = _heard.get(key, (None, None))
    if asked_at is None or not datetime.timedelta() <= at - asked_at < _REMEMBERED:
        known = freshest(log)
        word = known[0] if known is not None else None
        _heard[key] = (at, word)
    return word


def keep_fresh(newer: Freshness, note: Note) -> None:
    """Keep a newer word of an author about its log; an older one changes nothing.

    Raises `Fault` witness.backwards where it was said later and of a smaller log.
    """
    known = freshest(newer.log)
    former = known[0] if known else None
    check_forwards(former, newer)
    _heard.clear()
    if former is None or (newer.seconds, newer.size) > (former.seconds, former.size):
        values = {"size": newer.size, "seconds": newer.seconds, "note": note.octets()}
        FreshnessRow.objects.update_or_create(log=newer.log, defaults=values)
