"""Destroying what its author has asked everybody to destroy: contents, tickets, published files, what is remembered.

- Follows from what is on record, in the transaction that brings it; the attestation is for two officers.
- What a person printed, copied or backed up is out of reach here: the attestation says so.
"""

import datetime
from collections.abc import Iterator

from suivi.desk import drafts, entries, outbox, project, registers
from suivi.exchange.charter import successor_name
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.changes import DestroyAsked
from suivi.register.destruction import Destruction, asked_for


def destroy_what_is_asked(channel: str, *, at: datetime.datetime) -> list[str]:
    """Destroy every content of `channel` that is to be destroyed and still held; the digests destroyed now."""
    destroyed = []
    for asked in registers.common(channel).destructions:
        if entries.holds_content(asked.digest):
            places = entries.all_places_of(asked.digest)
            at_home = [drafts.empty_ticket(log, seq) for log, seq in places]
            entries.empty_content(asked.digest, home_seqs=[seq for seq in at_home if seq is not None])
            outbox.rewrite_after_commit(asked.log.split("/")[2], asked.log, asked.seq, at=at)
            for log, seq in places:
                entries.mark_unprojected(log, seq=seq)
                if log.endswith(f"/{PUBLIC}"):  # one content, made public as well: its published files go too
                    outbox.rewrite_after_commit(PUBLIC, log, seq, at=at)
            destroyed.append(asked.digest)
    if destroyed:
        registers.forget()  # what was read into memory goes too
        project.project()
        project.rewrite_index()
    return destroyed


def asked_in(log: str) -> list[Destruction]:
    """What the author of `log` has asked to destroy in it, from the entries alone, however unsound the rest is.

    He asks for it in the log itself, or in his log of a channel that succeeds it.
    """
    asking = [each for each in _logs_from(log) if entries.asks_to_destroy(each)]
    requests = [entry for each in asking for entry in entries.read_log(each) if isinstance(entry.record, DestroyAsked)]
    held = {entry.seq: entry for entry in entries.read_log(log)} if requests else {}
    return list(asked_for({log: held}, requests).values())


def _logs_from(log: str) -> Iterator[str]:
    _, party, channel = log.split("/")
    while party in entries.parties(channel):
        yield origin_of(party, channel)
        channel = successor_name(channel)


def at_home(channel: str) -> list[str]:
    """Digests of contents of our home log that went with contents of our log of `channel`, made public or not."""
    own = origin_of(entries.own_node().party, channel)
    asked = {(one.log, one.seq) for one in asked_in(own)}
    asked |= {place for one in asked_in(own) for place in entries.all_places_of(one.digest)}
    places = [drafts.home_place(log, seq) for log, seq in sorted(asked)]
    return [digest for place in places if place is not None for digest in entries.home_digests([place])]
