"""The node and its channel for pages: parties, logs, what was acknowledged, what was set aside."""

import datetime

from suivi.desk import access, entries, registers
from suivi.desk.access import Officer
from suivi.desk.pages import ChannelPage, LogShown, NodeFacts, PartyNamed
from suivi.desk.queries import shown
from suivi.desk.registers import at_one_glance
from suivi.exchange.key_chain import chain_of
from suivi.log.manifest import fingerprint_groups
from suivi.log.note import read_checkpoint
from suivi.plan.channel import origin_of
from suivi.record.channel import Receipt
from suivi.record.entry import Entry

_LOOKED_AT = 16


@at_one_glance
def node_facts() -> NodeFacts:
    """What every page says of this node; the first channel by name, if there is one."""
    channels = registers.channels()
    node = entries.own_node()
    if not channels:
        return NodeFacts(
            party=node.party,
            parties=(shown.party_named(node.party),),
            channel=None,
            demonstration=node.demonstration,
        )
    register = registers.common(channels[0])
    languages = tuple(spoken.tag for spoken in register.charter.languages) if register.charter else ("en", "fr", "ko")
    return NodeFacts(
        party=node.party,
        parties=shown.parties_named(register),
        channel=channels[0],
        languages=languages,
        ceiling=registers.ceiling(channels[0]).label(),
        suspended=entries.suspension(channels[0]) is not None,
        demonstration=node.demonstration,
    )


@at_one_glance
def channel_page(officer: Officer, *, language: str) -> ChannelPage:
    """What went each way in the first channel by name."""
    channels = access.channels_for(officer)
    if not channels:
        return ChannelPage(
            channel=None,
            ceiling="TLP:AMBER",
            logs=(),
            set_aside=(),
            waiting=0,
            suspended=False,
            to_hand_over=0,
            marking="TLP:AMBER",
        )
    channel = channels[0]
    register = access.register_for(officer, channel)
    logs = registers.logs(channel)
    own = origin_of(officer.party, channel)
    known = acknowledged(channel)
    ceiling = registers.ceiling(channel).label()
    return ChannelPage(
        channel=channel,
        ceiling=ceiling,
        logs=tuple(_log_shown(party, channel, logs, known) for party in shown.parties_named(register)),
        set_aside=tuple(shown.set_aside_shown(aside) for aside in register.set_aside),
        waiting=len(register.waiting),
        suspended=entries.suspension(channel) is not None,
        to_hand_over=len(logs[own]) - known,
        marking=ceiling,
    )


def acknowledged(channel: str) -> int:
    """How many entries of our log every partner has stated to have seen: the least of them all.

    What a partner states never runs backwards, so its newest entries tell; whatever the history, few are looked at.
    """
    own = origin_of(entries.own_node().party, channel)
    logs = registers.logs(channel)
    stated = [
        max((entry.header.seen.get(own, 0) for entry in log[-_LOOKED_AT:] if entry.header), default=0)
        for origin, log in logs.items()
        if origin != own
    ]
    return min([*stated, len(logs[own])], default=0)


def _log_shown(party: PartyNamed, channel: str, logs: dict[str, list[Entry]], known: int) -> LogShown:
    log = origin_of(party.code, channel)
    held = logs.get(log, [])
    chain = chain_of(entries.key_lists(party.code, channel), party=party.code, channel=channel)
    note = entries.checkpoint(log)
    return LogShown(
        party=party,
        log=log,
        size=len(held),
        root=read_checkpoint(note.text, origin=log).root.hex() if note else "",
        last_entry_at=shown.instant(held[-1].header.at) if held and held[-1].header else None,
        acknowledged=known if party.ours else None,
        taken_in_at=None if party.ours else _taken_in_at(channel, log, logs),
        fingerprint=fingerprint_groups(chain[0].fingerprint()) if chain else "",
    )


def _taken_in_at(channel: str, log: str, logs: dict[str, list[Entry]]) -> datetime.datetime | None:
    own = logs[origin_of(entries.own_node().party, channel)]
    receipts = [
        entry for entry in own if isinstance(entry.record, Receipt) and entry.header and log in entry.header.seen
    ]
    last = receipts[-1].header if receipts else None
    return shown.instant(last.at) if last else None
