"""The node and its channel for pages: parties, logs, receipts, freshness, keys, what was set aside and refused."""

import datetime

from suivi.desk import access, clock, correspondence, entries, partners, reconcile, registers
from suivi.desk.access import Officer
from suivi.desk.pages import (
    ChannelPage,
    DestructionShown,
    EvidenceKept,
    LogShown,
    NodeFacts,
    PartyNamed,
    PullShown,
    RefusedShown,
)
from suivi.desk.queries import shown
from suivi.desk.registers import at_one_glance
from suivi.exchange.faults import FAULTS
from suivi.exchange.freshness import State, state_of
from suivi.exchange.key_chain import chain_of
from suivi.log.manifest import fingerprint_groups
from suivi.log.note import read_checkpoint
from suivi.plan.channel import origin_of
from suivi.plan.words import Words
from suivi.record.channel import STALE_DAYS, Receipt
from suivi.record.entry import Entry
from suivi.record.joint import CHARTER
from suivi.register.cut import counts
from suivi.register.fold import Register

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
        suspended=registers.suspended(channels[0]),
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
    parties = shown.parties_named(register)
    days = stale_days(register)
    return ChannelPage(
        channel=channel,
        ceiling=ceiling,
        logs=tuple(_log_shown(party, channel, logs, known, days) for party in parties),
        set_aside=tuple(shown.set_aside_shown(aside) for aside in register.set_aside),
        waiting=len(register.waiting),
        suspended=registers.suspended(channel),
        to_hand_over=len(logs[own]) - known,
        marking=ceiling,
        pulls=tuple(pull for party in parties if (pull := _pull_shown(party, channel)) is not None),
        refused=tuple(_refused_shown(*report) for report in entries.fault_reports(channel)),
        evidence=tuple(
            EvidenceKept(number=proof.number, code=proof.code, says=_says(proof.code), at=proof.at)
            for proof in entries.proofs(channel)
        ),
        destructions=_destructions(register, parties),
        still_to_ask=_still_to_ask(channel, parties),
        can_pull=any(_address(channel, party) for party in parties if not party.ours),
    )


def evidence_file(officer: Officer, number: int) -> tuple[str, bytes]:
    """The evidence of that number as a file a stranger can verify: its name and bytes. Raises `NotHere`."""
    for channel in access.channels_for(officer):
        for proof in entries.proofs(channel):
            if proof.number == number:
                return f"{channel}.{proof.code}.{number}.evidence", proof.octets
    raise access.NotHere(what=str(number))


def stale_days(register: Register) -> dict[str, int]:
    """How many days the charter in effect lets pass before a partner is shown as silent, online and by file."""
    charters = [text for text in register.joint_texts.values() if text.in_effect and text.proposed.kind == CHARTER]
    stated = charters[-1].proposed.body_value.get("stale_days") if charters else None
    return (
        {way: days for way, days in stated.items() if isinstance(days, int)} if isinstance(stated, dict) else STALE_DAYS
    )


def _pull_shown(party: PartyNamed, channel: str) -> PullShown | None:
    last = None if party.ours else correspondence.last_pull(party.code, origin_of(party.code, channel))
    if last is None:
        return None
    says = _says(last.code) if last.code else None
    return PullShown(party=party, pulled_at=last.pulled_at, due_at=last.due_at, says=says, code=last.code)


def _refused_shown(at: datetime.datetime, code: str, sentence: str) -> RefusedShown:
    return RefusedShown(at=at, code=code, says=_says(code), sentence=sentence)


def _says(code: str) -> Words:
    known = FAULTS.get(code)
    return known.says if known else Words(code, code, code)


def _destructions(register: Register, parties: tuple[PartyNamed, ...]) -> tuple[DestructionShown, ...]:
    named = {party.code: party for party in parties}
    return tuple(
        DestructionShown(
            party=named[one.log.split("/")[1]],
            seq=one.seq,
            reason=one.reason,
            attested=tuple(named[code] for code in one.attested),
            held=entries.holds_content(one.digest),
        )
        for one in register.destructions
    )


def _still_to_ask(channel: str, parties: tuple[PartyNamed, ...]) -> tuple[PartyNamed, ...]:
    others = [party.code for party in parties if not party.ours]
    missing = reconcile.still_to_ask(entries.own_node().folder, channel, others)
    return tuple(party for party in parties if party.code in missing)


def _address(channel: str, party: PartyNamed) -> str:
    known = partners.read_addresses(entries.own_node().folder).of(channel, party.code)
    return "" if known is None else known.address


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


def _log_shown(
    party: PartyNamed, channel: str, logs: dict[str, list[Entry]], known: int, days: dict[str, int]
) -> LogShown:
    log = origin_of(party.code, channel)
    held = logs.get(log, [])
    word = None if party.ours else correspondence.freshest(log)
    address = _address(channel, party)
    allowed = days.get("online" if address else "file", STALE_DAYS["file"])
    state = state_of(word[0] if word else None, now=clock.now(), days=allowed)
    chain = chain_of(entries.key_lists(party.code, channel), party=party.code, channel=channel)
    note = entries.checkpoint(log)
    return LogShown(
        party=party,
        log=log,
        size=len(held),
        root=read_checkpoint(note.text, origin=log).root.hex() if note else "",
        last_entry_at=shown.instant(held[-1].header.at) if held and held[-1].header else None,
        acknowledged=known if party.ours else _acknowledged_by_us(channel, log, logs),
        taken_in_at=None if party.ours else _taken_in_at(channel, log, logs),
        fingerprint=fingerprint_groups(chain[0].fingerprint()) if chain else "",
        key_list=len(chain),
        fresh_at=word[0].at if word and state is not State.NONE else None,
        freshness="" if party.ours else state.value,
        unacknowledged_days=_unacknowledged_days(held, known) if party.ours else None,
        address=address,
    )


def _unacknowledged_days(held: list[Entry], known: int) -> int | None:
    """How many days our oldest entry without a receipt has waited; None where nothing waits but receipts of ours."""
    waiting = [entry.header for entry in held[known:] if entry.header is not None and counts(entry)]
    if not waiting:
        return None
    since = shown.instant(waiting[0].at)
    return None if since is None else max(0, (clock.now() - since).days)


def _acknowledged_by_us(channel: str, log: str, logs: dict[str, list[Entry]]) -> int:
    own = logs[origin_of(entries.own_node().party, channel)]
    return max((entry.header.seen.get(log, 0) for entry in own[-_LOOKED_AT:] if entry.header), default=0)


def _taken_in_at(channel: str, log: str, logs: dict[str, list[Entry]]) -> datetime.datetime | None:
    own = logs[origin_of(entries.own_node().party, channel)]
    receipts = [
        entry for entry in own if isinstance(entry.record, Receipt) and entry.header and log in entry.header.seen
    ]
    last = receipts[-1].header if receipts else None
    return shown.instant(last.at) if last else None
