"""What the node writes by itself: seals, receipts, and notices that an entry was set aside (exchange format, 7 and 8).

- Which records are due is decided in `exchange/automatic.py`, from released and received bytes only.
- Always in the transaction of the act it follows from.
"""

import datetime
from collections.abc import Sequence

from suivi.desk import entries, registers
from suivi.exchange.automatic import Automatic, notices_due, receipt_for, receipt_is_due, seals_due, written
from suivi.exchange.key_chain import chain_of
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.entry import Entry
from suivi.register.fold import Register, newly_set_aside


def seal_what_is_due(channel: str, *, at: datetime.datetime) -> None:
    """Seal every joint text that has every voice and whose attachments we hold; none is sealed twice."""
    for due in seals_due(registers.common(channel), entries.own_node().party, has_blob=holds):
        _write(channel, due, at=at)


def answer_delivery(channel: str, *, before: Register, brought: Sequence[Entry], at: datetime.datetime) -> None:
    """After a take-in: a receipt if anything worth one came, notices for what is newly set aside, seals now due."""
    if channel == PUBLIC:
        return  # no receipts, notices or seals there (exchange format, section 6.5)
    own, after = entries.own_node().party, registers.common(channel)
    if own in after.farewells or registers.is_succeeded(channel):
        return  # our log has ended, or what it added would be disowned: nothing is added to it
    if receipt_is_due(brought):
        _write_receipt(channel, at=at)
    aside = newly_set_aside(before, after)
    held = registers.logs(channel)
    places = {(one.log, one.seq): held[one.log][one.seq] for one in aside}
    for due in notices_due(aside, places, own=own, channel=channel):
        _write(channel, due, at=at)
    seal_what_is_due(channel, at=at)


def holds(digest: str) -> bool:
    """Whether the attachment of that digest is held."""
    return entries.holds_attachment(digest)


def _write_receipt(channel: str, *, at: datetime.datetime) -> None:
    own = entries.own_node().party
    others = [party for party in entries.parties(channel) if party != own]
    notes = [note.octets() for party in others if (note := entries.checkpoint(origin_of(party, channel))) is not None]
    keys = {
        origin_of(party, channel): chain_of(entries.key_lists(party, channel), party=party, channel=channel)[-1]
        for party in others
    }
    _, witness = entries.own_signers(channel)
    assert witness is not None  # every channel but home has a witness key
    receipt, seen = receipt_for(notes, own=own, keys=keys, witness=witness, at_seconds=int(at.timestamp()))
    _write(channel, Automatic(record=receipt), at=at, seen=seen)


def _write(channel: str, due: Automatic, *, at: datetime.datetime, seen: dict[str, int] | None = None) -> None:
    own = entries.own_node().party
    log = origin_of(own, channel)
    header, content = written(
        due,
        log=log,
        seq=entries.log_size(log),
        id=entries.fresh_id(),
        salt=entries.fresh_id(),
        seen=registers.seen(channel) if seen is None else seen,
        manifest=entries.key_list_version(own, channel),
        at=registers.dated(channel, at),
        ceiling=registers.ceiling(channel),
    )
    entries.append(header, content, at=at)
