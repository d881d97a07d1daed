"""Freshness: how old the newest word of a party about its own log is (exchange format, section 7.3).

- A party cosigns its own checkpoint at least daily with its witness key; nothing is appended for it.
- The age is shown, never a rule of validity: a register and a review never depend on it.
- A later cosignature over a smaller tree contradicts an earlier one (G07).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from suivi.log.fault import Fault
from suivi.log.manifest import Manifest, witness_keys_at
from suivi.log.note import COSIGNATURE, Note, cosignature_time, key_id, read_checkpoint, signers_among

AHEAD: Final = datetime.timedelta(minutes=10)


class State(StrEnum):
    """How the channel to a party stands: `fresh`, `stale`, `none` (no word yet), `ahead` (its clock runs ahead)."""

    FRESH = "fresh"
    STALE = "stale"
    NONE = "none"
    AHEAD = "ahead"


CODES: Final[Mapping[State, str]] = {
    State.STALE: "channel.stale",
    State.NONE: "channel.no-freshness",
    State.AHEAD: "time.future",
}
"""The fault that each state shows; being fresh shows none."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """That a party stood by `size` entries of its own log at `seconds` (UTC, since 1970)."""

    log: str
    size: int
    seconds: int

    @property
    def at(self) -> datetime.datetime:
        """The instant, in UTC."""
        return datetime.datetime.fromtimestamp(self.seconds, datetime.UTC)


def freshness_of(note: Note, *, origin: str, manifest: Manifest) -> Freshness | None:
    """The newest word of the author in `note`, None if it bears no cosignature of a witness key valid there.

    Raises `Fault` checkpoint.*, note.bad-signature or note.form.
    """
    state = read_checkpoint(note.text, origin=origin)
    known = signers_among(note, witness_keys_at(manifest, state.size))
    names = {(key.name, key_id(key.name, COSIGNATURE, key.public)) for key in known}
    times = [cosignature_time(one) for one in note.signatures if (one.name, one.key_id) in names]
    newest = max((time for time in times if time < _LATEST), default=None)
    return None if newest is None else Freshness(origin, state.size, newest)


def check_forwards(former: Freshness | None, newer: Freshness) -> None:
    """Raise `Fault` witness.backwards where `newer` was said later and of a smaller log."""
    if former is not None and newer.seconds > former.seconds and newer.size < former.size:
        got = f"size {newer.size} at {newer.at.isoformat()}"
        raise Fault("witness.backwards", got=got, expected=f"{former.size} or more", at=newer.log)


def state_of(newest: Freshness | None, *, now: datetime.datetime, days: int) -> State:
    """How the channel stands at `now` if a word may be `days` old."""
    if newest is None:
        return State.NONE
    if newest.at > now + AHEAD:
        return State.AHEAD
    return State.STALE if now - newest.at > datetime.timedelta(days=days) else State.FRESH


# Beyond the year 9999 no calendar here has a day: such a word says nothing.
_LATEST: Final = 253_402_300_800
