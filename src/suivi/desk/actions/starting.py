"""CHECK: what a node looks at each time its desk starts, before it signs anything (exchange format, section 12.2).

- Of each log of ours, the root is recomputed from the headers held, and the published directory compared with it; of the
  public log, which nobody receipts, each copy as well.
- Every partner whose address is known is asked which state of our log it holds; only our own signature counts.
- What contradicts our tables stops the node as a restored backup is stopped: nothing is signed before `suivi reconcile`.
- A partner that does not answer stops nothing, and says nothing: nobody may hold a node by silence (decision 0085).
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from suivi.desk import copies, entries, outbox, reconcile
from suivi.desk.actions import deliveries, pulling, recovery
from suivi.desk.courier import Courier, Limits, Wanted, drop
from suivi.desk.reconcile import Agreement
from suivi.exchange.faults import DeliveryRefused
from suivi.log.canonical import LARGEST_INTEGER
from suivi.log.fault import Fault
from suivi.log.manifest import check_log_note
from suivi.log.note import Checkpoint, read_checkpoint, read_note
from suivi.plan.channel import PUBLIC, origin_of

PATIENCE: Final = Limits(connect=5, silence=10, total=30)
"""How long each partner is waited for at a start."""

_CODES: Final = {Agreement.PARTNER_HOLDS_MORE: "own.behind", Agreement.FORKED: "own.fork"}


@dataclass(frozen=True, slots=True)
class Looked:
    """One memory beside our tables: whose (`tables`, `published` or a party), and the code of what is wrong, if anything.

    `theirs` is the size it holds, None where it did not answer.
    """

    log: str
    memory: str
    ours: int
    theirs: int | None
    code: str = ""


def look_at_own(*, at: datetime.datetime) -> list[Looked]:
    """Our tables beside our checkpoints and the published directory, in every channel; nothing leaves this machine."""
    found = []
    for channel in entries.opened():
        log = origin_of(entries.own_node().party, channel)
        found += [_kept(one, at=at) for one in _own_memories(channel, log)]
    return found


def ask_partners(*, at: datetime.datetime, limits: Limits = PATIENCE) -> list[Looked]:
    """What each partner whose address is known holds of our log; a fork leaves evidence and suspends the channel."""
    asked = [(channel, one.party) for channel in entries.channels() for one in pulling.partners_of(channel)]
    return [_kept(_asked(channel, party, limits), at=at) for channel, party in asked]


def _own_memories(channel: str, log: str) -> Iterator[Looked]:
    size = entries.log_size(log)  # another process may add to the log meanwhile: what stands at this size stays
    held = entries.checkpoint(log, size=size)
    signed = None if held is None else read_checkpoint(held.text, origin=log)
    grown = entries.recomputed(log, size)
    sound = signed is not None and (signed.size, signed.root) == (grown.size, grown.root())
    yield Looked(log, "tables", grown.size, None if signed is None else signed.size, "" if sound else "own.tree")
    note = outbox.published_note(channel, log.split("/")[1])
    if sound and note is not None:
        yield _compared(log, recovery.OURSELVES, read_checkpoint(note.text, origin=log))
    for copy, kept in copies.copied_notes() if sound and channel == PUBLIC else ():
        yield _compared(log, str(copy), read_checkpoint(kept.text, origin=log))


def _asked(channel: str, party: str, limits: Limits) -> Looked:
    log = origin_of(entries.own_node().party, channel)
    size = entries.log_size(log)
    asked = Wanted(log=log, size=size, root=entries.root_at(log, size), begin=LARGEST_INTEGER)  # the note alone
    spool = pulling.spool_of(channel, party, log_of="at-start")
    try:
        octets = Courier(pulling.partner_of(channel, party), limits).fetch(asked, spool).checkpoint
        newest = deliveries.newest_list(entries.own_node().party, channel)
        return _compared(log, party, check_log_note(read_note(octets), origin=log, manifest=newest))
    except Fault:  # no answer, or none that we have signed
        return Looked(log, party, size, None)
    finally:
        drop(spool)


def _compared(log: str, memory: str, theirs: Checkpoint) -> Looked:
    ours = entries.log_size(log)
    there = entries.root_at(log, theirs.size) if theirs.size <= ours else None
    agreement = reconcile.compared(log, ours=ours, our_root_there=there, theirs=theirs).agreement
    return Looked(log, memory, ours, theirs.size, _CODES.get(agreement, ""))


def _kept(looked: Looked, *, at: datetime.datetime) -> Looked:
    """Stop the node where a memory contradicts it, and keep why."""
    if looked.code:
        channel = looked.log.split("/")[2]
        reconcile.mark_restored(entries.own_node().folder, at=at)
        said = f"{looked.log}: {looked.memory} holds {looked.theirs} entries, we hold {looked.ours}"
        entries.keep_fault_report(channel, looked.code, 0, said, at=at)
        if looked.code == "own.fork" and looked.memory in entries.parties(channel):
            _prove_fork(channel, looked.memory, at=at)
    return looked


def _prove_fork(channel: str, party: str, *, at: datetime.datetime) -> None:
    """Let the importer decide over the partner's whole copy: it keeps the evidence and suspends the channel."""
    try:
        recovery.compare_online(channel, party, at=at, limits=PATIENCE)
    except DeliveryRefused:
        return
