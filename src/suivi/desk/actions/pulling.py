"""Pulling from a partner: what is wanted, fetched by the courier into a spool, taken in by the one importer.

- The courier knows no table, the importer no network; the spool between them is a folder (exchange format, section 10).
- A delivery that does not add up is fetched again, twice; then, if the tree is at fault, everything from entry 0:
  that proves a fork or leaves an alarm (check 16).
- What a broken pull has fetched stays in the spool; what was refused does not.
"""

import datetime
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final

from suivi.desk import correspondence, courier, entries, partners, registers
from suivi.desk.actions import deliveries
from suivi.desk.correspondence import Pull, wait_after
from suivi.desk.courier import Courier, Fetched, Limits, Wanted
from suivi.desk.held import HeldChannel
from suivi.desk.partners import Partner
from suivi.exchange.effect import Effect
from suivi.exchange.faults import DeliveryRefused, Refused, kept_form
from suivi.exchange.take_in import Delivered, check
from suivi.exchange.terms import check_note
from suivi.log.bundle import SEGMENT_LINES
from suivi.log.fault import Fault
from suivi.log.header import write_line
from suivi.log.note import read_note
from suivi.plan.channel import origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.register.destruction import looked_at_again

SPOOL_NAME: Final = "spool"
EVERY: Final = datetime.timedelta(hours=1)
KEYS_EVERY: Final = datetime.timedelta(days=1)
_LINES_AT_FAULT: Final = range(12, 17)
_TREE: Final = 16


class Attempt(Enum):
    """From where lines are asked for: what follows ours, twice the whole last segment, then everything."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    FROM_START = 4


_ATTEMPTS: Final = tuple(Attempt)


class PullUnderWay(Refusal):
    """Another process is pulling from the same partner."""

    code = "pull-under-way"
    says = Words(
        en="Another pull from “{party}” is under way on this node.",
        fr="Une autre récupération auprès de « {party} » est en cours sur ce nœud.",
        ko="이 노드에서 다음 당사국으로부터의 수신이 이미 진행 중입니다: {party}.",
    )
    remedy = Words(
        en="Wait for it to end; nothing is lost.",
        fr="Attendez qu’elle se termine; rien n’est perdu.",
        ko="끝날 때까지 기다리십시오. 잃는 것은 없습니다.",
    )


@dataclass(frozen=True, kw_only=True)
class Pulled:
    """What one pull brought and cost; `effects` is empty where nothing was new."""

    party: str
    log: str
    effects: tuple[Effect, ...]
    requests: int
    octets: int

    @property
    def entries(self) -> int:
        """How many new entries came."""
        return sum(len(effect.taken.lines) for effect in self.effects)


def partners_of(channel: str) -> list[Partner]:
    """Those partners of `channel` whose address is known, by code."""
    known = partners.read_addresses(entries.own_node().folder)
    own = entries.own_node().party
    found = [known.of(channel, party) for party in entries.parties(channel) if party != own]
    return [partner for partner in found if partner is not None]


def partner_of(channel: str, party: str) -> Partner:
    """Where `party` publishes, with the pins its key list names; raises `Refused` (online.no-address)."""
    known = partners.read_addresses(entries.own_node().folder).of(channel, party)
    if known is None:
        raise Refused(Fault("online.no-address", got=f"{party} in {channel}"))
    listed = deliveries.newest_list(party, channel).tls
    return replace(known, pins=tuple(dict.fromkeys((*known.pins, *listed))))


def pull(
    channel: str,
    party: str,
    *,
    at: datetime.datetime,
    limits: Limits | None = None,
    every: datetime.timedelta = EVERY,
) -> Pulled:
    """Fetch what `party` publishes of its log of `channel` and take it in; the next pull is due after `every`.

    Raises `Refused` (online.no-address, channel.suspended), `DeliveryRefused`, `Suspended` or `PullUnderWay`.
    """
    registers.refuse_suspended(channel)
    partner = partner_of(channel, party)
    log = origin_of(party, channel)
    messenger = Courier(partner, limits or Limits())
    with _alone(spool_of(channel, party), party):
        try:
            effects = tuple(_rounds(messenger, log, spool_of(channel, party), at=at))
        except DeliveryRefused as refusal:
            _keep_attempt(partner, log, messenger, refusal, at=at, every=every)
            raise
    _keep_attempt(partner, log, messenger, None, at=at, every=every)
    meter = messenger.meter
    return Pulled(party=party, log=log, effects=effects, requests=meter.requests, octets=meter.octets)


def spool_of(channel: str, party: str, *, log_of: str = "") -> Path:
    """Where what is fetched from `party` lies until it is taken in."""
    return entries.own_node().folder / SPOOL_NAME / channel / party / (log_of or party)


def wanted(log: str, *, keys_due: bool = True, attempt: Attempt = Attempt.FIRST) -> Wanted:
    """What is held of `log`, and so what follows it; later attempts ask for lines that are held as well."""
    party, channel = log.split("/")[1:]
    held = HeldChannel(channel)
    size = held.size(log)
    absent = {*held.awaited_contents(log)}
    if keys_due:  # once a day: whether what its author had destroyed is really gone there (W04)
        absent |= looked_at_again(registers.common(channel).destructions, log, size)
    begin = 0 if attempt is Attempt.FROM_START else min([size, *absent])
    aside = attempt is not Attempt.FIRST or begin < size
    begin -= begin % SEGMENT_LINES if aside else 0
    offset = None if aside else _offset(log, begin)
    own = party == entries.own_node().party
    return Wanted(
        log=log,
        size=size,
        root=held.root_at(log, size),
        begin=begin if offset is not None or aside else begin - begin % SEGMENT_LINES,
        offset=offset or 0,
        versions=entries.key_list_version(party, channel),
        keys_due=keys_due,
        blobs=() if own else tuple(sorted(held.awaited_blobs())),
    )


def _offset(log: str, size: int) -> int | None:
    """The byte of its segment at which entry `size` begins; None where a line held is not as it was published."""
    first = size - size % SEGMENT_LINES
    held = [row for row in entries.rows(log, from_seq=first) if row.seq < size] if size % SEGMENT_LINES else []
    if any(row.content is None for row in held):
        return None
    return sum(len(write_line(row.header, row.content)) for row in held)


def _rounds(messenger: Courier, log: str, spool: Path, *, at: datetime.datetime) -> Iterator[Effect]:
    """Fetch and take in until nothing more is wanted: once, or twice where new entries name attachments."""
    channel = log.split("/")[2]
    asked = wanted(log, keys_due=_keys_due(messenger.partner.party, log, at))
    brought = _fetched_and_taken(messenger, asked, spool, at=at)
    if brought is None:
        return
    yield brought
    blobs = set(HeldChannel(channel).awaited_blobs()) - set(asked.blobs)
    if blobs:
        again = replace(wanted(log, keys_due=False), blobs=tuple(sorted(blobs)))
        more = _fetched_and_taken(messenger, again, spool, at=at)
        if more is not None:
            yield more


def _fetched_and_taken(messenger: Courier, asked: Wanted, spool: Path, *, at: datetime.datetime) -> Effect | None:
    """One fetch taken in; what does not add up is fetched again. None where nothing was new."""
    log, channel = asked.log, asked.log.split("/")[2]
    by = origin_of(messenger.partner.party, channel)
    for attempt in _ATTEMPTS:
        asking = asked if attempt is Attempt.FIRST else wanted(log, attempt=attempt)
        fetched = _fetched(messenger, asking, spool, channel, at=at)
        if not fetched.new:
            deliveries.keep_word(channel, read_note(fetched.checkpoint), log, at=at)
            return None
        try:
            effect = deliveries.deliver(channel, partial(in_spool, spool, asking, fetched, by=by), at=at)
        except DeliveryRefused as refusal:
            courier.drop(spool)
            if not _is_worth(attempt, refusal):
                raise
            continue
        courier.drop(spool)
        return effect
    raise AssertionError("the last attempt returns or raises")


def _is_worth(attempt: Attempt, refusal: DeliveryRefused) -> bool:
    """Whether another attempt may help: not for what the note itself says, and from entry 0 only for the tree."""
    if refusal.check not in _LINES_AT_FAULT or hasattr(refusal, "evidence") or attempt is Attempt.FROM_START:
        return False
    return attempt is not Attempt.THIRD or refusal.check == _TREE


def _fetched(messenger: Courier, asked: Wanted, spool: Path, channel: str, *, at: datetime.datetime) -> Fetched:
    try:
        with check(1):
            fetched = messenger.fetch(asked, spool)
            check_note(read_note(fetched.checkpoint), HeldChannel(channel).limits())
            return fetched
    except DeliveryRefused as refusal:
        deliveries.note_refused(channel, refusal, at=at)
        raise


def in_spool(spool: Path, asked: Wanted, fetched: Fetched, *, by: str) -> Delivered:
    """What lies in the spool, as the importer takes it."""
    lists = sorted(int(path.name) for path in (spool / "manifest").glob("[0-9]*") if path.name.isdigit())
    return Delivered(
        by=by,
        log=asked.log,
        checkpoint=read_note(fetched.checkpoint),
        keys=[(version, (spool / "manifest" / str(version)).read_bytes()) for version in lists],
        from_size=fetched.first,
        lines=_lines(spool, fetched),
        blobs=_blobs(spool, asked),
    )


def _lines(spool: Path, fetched: Fetched) -> Iterator[bytes]:
    position = fetched.first
    while position < fetched.state.size:
        number = position // SEGMENT_LINES
        lines = min(SEGMENT_LINES, fetched.state.size - number * SEGMENT_LINES)
        begins_inside = position % SEGMENT_LINES
        found = sorted((spool / "segments").glob(f"{number}.{lines}.*[0-9]"))
        whole = [path for path in found if path.name.endswith(".0")]
        path = found[-1] if begins_inside else whole[0]
        expected = lines - begins_inside
        count = 0
        with path.open("rb") as file:
            for line in file:
                count += 1
                _check_line(line, count, expected, number)
                yield line[:-1]
        if count < expected:
            raise Fault("log.gap", got=f"{count} lines", expected=f"{expected} lines", at=f"segment {number}")
        position += expected


def _check_line(line: bytes, count: int, expected: int, number: int) -> None:
    if count > expected or not line.endswith(b"\n"):
        got = "more lines" if count > expected else "a line cut off"
        code = "log.surplus" if count > expected else "log.gap"
        raise Fault(code, got=got, expected=f"{expected} lines", at=f"segment {number}")


def _blobs(spool: Path, asked: Wanted) -> Iterator[tuple[str, bytes]]:
    for digest in asked.blobs:
        path = spool / "blobs" / digest
        if path.exists():
            octets = path.read_bytes()
            if entries.sha256(octets) == digest:  # other bytes are no attachment of ours: it is still waited for
                yield digest, octets


def _keys_due(party: str, log: str, at: datetime.datetime) -> bool:
    last = correspondence.last_pull(party, log)
    return last is None or last.pulled_at.date() != at.date()


def _keep_attempt(
    partner: Partner,
    log: str,
    messenger: Courier,
    refusal: DeliveryRefused | None,
    *,
    at: datetime.datetime,
    every: datetime.timedelta,
) -> None:
    last = correspondence.last_pull(partner.party, log)
    failures = 0 if refusal is None else (last.failures if last else 0) + 1
    correspondence.keep_pull(
        Pull(
            channel=partner.channel,
            party=partner.party,
            log=log,
            pulled_at=at,
            code=refusal.fault.code if refusal else "",
            sentence=kept_form(refusal.fault, refusal.check) if refusal else "",
            failures=failures,
            due_at=at + wait_after(failures, every=every),
            octets=messenger.meter.octets,
            requests=messenger.meter.requests,
        )
    )


@contextmanager
def _alone(spool: Path, party: str) -> Iterator[None]:
    """One pull from a partner at a time, whichever process asks; raises `PullUnderWay`."""
    spool.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (spool.parent / f".{spool.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PullUnderWay(party=party) from None
        yield
