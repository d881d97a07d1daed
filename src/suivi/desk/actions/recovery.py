"""Recovering our own log: compared with a partner's copy, taken back where that holds more, before anything is signed.

- The same importer as for a partner's log, with every check; what is taken back is what we have signed ourselves.
- Three sources: where a partner publishes its copy, a file it hands over, and what we have published ourselves. Where
  none can be had, an officer enters size and root from the last receipt.
- Entries somebody signed for and nobody can give back are burnt (`own.burnt`): their numbers are never used again.
- Source: exchange format, section 12.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from suivi.desk import drafts, entries, outbox, reconcile, registers
from suivi.desk.actions import deliveries, pulling
from suivi.desk.courier import Courier, Limits, drop
from suivi.desk.reconcile import Agreement, Comparison
from suivi.exchange.faults import DeliveryRefused, Refused
from suivi.exchange.take_in import Delivered, check
from suivi.log.bundle import read_bundle
from suivi.log.fault import Fault
from suivi.log.note import Checkpoint, read_checkpoint
from suivi.log.tar import Stream
from suivi.plan.channel import origin_of

OURSELVES = "published"
"""What stands for a partner where our own published directory is the other memory."""


@dataclass(frozen=True, kw_only=True)
class Recovered:
    """What one comparison gave: who was asked, and how many entries of ours were taken back."""

    partner: str
    comparison: Comparison
    taken_back: int


def partners_still_to_ask(channel: str) -> list[str]:
    """The partners of `channel` that have to be asked before this node may sign there; empty if it may."""
    return reconcile.still_to_ask(entries.own_node().folder, channel, _partners(channel))


def is_restored() -> bool:
    """Whether this node was restored and has not been compared with every partner yet."""
    return reconcile.is_restored(entries.own_node().folder)


def compare_online(channel: str, party: str, *, at: datetime.datetime, limits: Limits | None = None) -> Recovered:
    """Compare our log of `channel` with the copy that `party` publishes, and take back what only it holds.

    Raises `Refused` (online.no-address, own.burnt), `DeliveryRefused` or `Suspended` (own.fork).
    """
    own = _own(channel)
    spool = pulling.spool_of(channel, party, log_of=own.split("/")[1])
    messenger = Courier(pulling.partner_of(channel, party), limits or Limits())
    drop(spool)
    asked = pulling.wanted(own, attempt=pulling.Attempt.SECOND)
    try:
        with check(1):
            fetched = messenger.fetch(asked, spool)
    except DeliveryRefused as refusal:
        deliveries.note_refused(channel, refusal, at=at)
        raise _burnt(refusal) from refusal
    by = origin_of(party, channel)
    before = entries.log_size(own)
    if fetched.new:
        _take_back(channel, lambda: pulling.in_spool(spool, asked, fetched, by=by), at=at)
    drop(spool)
    return _settle(channel, party, fetched.state, before=before, at=at)


def compare_file(channel: str, opened: Callable[[], Stream], *, at: datetime.datetime) -> Recovered:
    """Compare our log of `channel` with the copy in a file that a partner handed over, and take back what only it holds.

    `opened` gives the file from its beginning each time. Raises `DeliveryRefused` or `Suspended` (own.fork).
    """
    own = _own(channel)
    with check(3):
        note = read_bundle(opened()).note
    if note.log != own:
        raise DeliveryRefused(4, Fault("checkpoint.origin", got=note.log, expected=own))
    before = entries.log_size(own)

    def arrive() -> Delivered:
        with check(3):
            return Delivered.of_bundle(read_bundle(opened()))

    _take_back(channel, arrive, at=at)
    state = read_checkpoint(note.checkpoint.text, origin=own)
    return _settle(channel, note.by.split("/")[1], state, before=before, at=at)


def compare_published(channel: str, *, at: datetime.datetime) -> Recovered | None:
    """Compare our log of `channel` with the directory we have published, and take back what only it holds.

    None where nothing was published. It is our own memory: partners still have to be asked. Raises as `compare_file`.
    """
    own = _own(channel)
    if not (note := outbox.published_note(channel, own.split("/")[1])):
        return None
    before = entries.log_size(own)
    state = read_checkpoint(note.text, origin=own)
    if state.size > before:
        reconcile.mark_restored(entries.own_node().folder, at=at)  # partners may hold more still
        _take_back(channel, lambda: outbox.delivered(channel, begin=before), at=at)
    comparison = _compared(own, state)
    return Recovered(partner=OURSELVES, comparison=comparison, taken_back=entries.log_size(own) - before)


def compare_words(channel: str, party: str, *, size: int, root: bytes, at: datetime.datetime) -> Recovered:
    """Compare our log of `channel` with the `size` and `root` that an officer enters from the last receipt of `party`.

    Raises `Refused`: own.behind where the partner has seen more than we hold, own.fork where its root is not ours.
    """
    return _settle(channel, party, Checkpoint(_own(channel), size, root), before=entries.log_size(_own(channel)), at=at)


def _take_back(channel: str, arrive: Callable[[], Delivered], *, at: datetime.datetime) -> None:
    own = _own(channel)
    known = entries.log_size(own)
    deliveries.deliver(channel, arrive, at=at, restoring=True)
    # What was released before the backup was taken back must not leave a second time.
    for entry in registers.logs(channel)[own][known:]:
        if entry.header is not None:
            drafts.mark_recovered(entry.header.sha256, entries.placed(own, entry.seq))


def _settle(channel: str, partner: str, theirs: Checkpoint, *, before: int, at: datetime.datetime) -> Recovered:
    own = _own(channel)
    comparison = _compared(own, theirs)
    if comparison.agreement is Agreement.PARTNER_HOLDS_MORE:
        reconcile.mark_restored(entries.own_node().folder, at=at)
        raise Refused(Fault("own.behind", got=f"{theirs.size} entries of {own}", expected=f"{comparison.ours} entries"))
    if comparison.agreement is Agreement.FORKED:
        expected = entries.root_at(own, theirs.size).hex()
        raise Refused(Fault("own.fork", got=theirs.root.hex(), expected=expected, at=f"{own} {theirs.size}"))
    everything = {name: _partners(name) for name in entries.opened()}
    reconcile.mark_compared(entries.own_node().folder, channel, partner, comparison, everything=everything)
    return Recovered(partner=partner, comparison=comparison, taken_back=entries.log_size(own) - before)


def _compared(own: str, theirs: Checkpoint) -> Comparison:
    there = entries.root_at(own, theirs.size) if theirs.size <= entries.log_size(own) else None
    return reconcile.compared(own, ours=entries.log_size(own), our_root_there=there, theirs=theirs)


def _burnt(refusal: DeliveryRefused) -> DeliveryRefused:
    """A partner signed for entries of ours whose lines it does not have: nobody can give them back (L07)."""
    if refusal.fault.code != "log.gap":
        return refusal
    fault = refusal.fault
    return DeliveryRefused(12, Fault("own.burnt", got=fault.got, expected=fault.expected, at=fault.at))


def _own(channel: str) -> str:
    return origin_of(entries.own_node().party, channel)


def _partners(channel: str) -> list[str]:
    return [party for party in entries.parties(channel) if party != entries.own_node().party]
