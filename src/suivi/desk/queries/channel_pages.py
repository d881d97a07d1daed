"""The node and its channel for pages: parties, logs, receipts, freshness, keys, what was set aside and refused."""

import datetime
from typing import TypedDict

from suivi.desk import access, clock, correspondence, entries, partners, past, reconcile, registers
from suivi.desk.access import Officer
from suivi.desk.pages import (
    ChannelPage,
    DestructionShown,
    EvidenceKept,
    FarewellShown,
    KeyShown,
    LogShown,
    NodeFacts,
    PartyNamed,
    PullShown,
    RefusedShown,
    Silence,
)
from suivi.desk.queries import shown
from suivi.desk.queries.markings import offered_in
from suivi.desk.registers import at_one_glance
from suivi.exchange import receipts
from suivi.exchange.charter import successor_name
from suivi.exchange.faults import FAULTS, told_report
from suivi.exchange.freshness import State, state_of
from suivi.exchange.key_chain import chain_of
from suivi.log.manifest import Manifest, fingerprint_groups
from suivi.log.note import read_checkpoint
from suivi.plan.channel import PUBLIC, origin_of
from suivi.plan.words import Words
from suivi.record.channel import STALE_DAYS, Receipt
from suivi.record.entry import Entry
from suivi.record.joint import CHARTER
from suivi.register.fold import Flag, Register
from suivi.register.public import differing


class _Counted(TypedDict, total=False):
    """What of a `LogShown` counts or names entries."""

    keys: tuple[KeyShown, ...]
    size: int
    root: str
    last_entry_at: datetime.datetime | None
    acknowledged: int | None
    taken_in_at: datetime.datetime | None
    unacknowledged_days: int | None


_LOOKED_AT = 16
_SHOWN = 100
"""How many entries of one sort the page shows: what a partner writes must not make a page without end."""


@at_one_glance
def node_facts() -> NodeFacts:
    """What every page says of this node and of the channel in use, if there is one."""
    channels = registers.channels()
    node = entries.own_node()
    if not channels:
        return NodeFacts(
            party=node.party,
            parties=(shown.party_named(node.party),),
            channel=None,
            demonstration=node.demonstration,
        )
    channel = registers.current(channels)
    register = registers.common(channel)
    languages = tuple(spoken.tag for spoken in register.charter.languages) if register.charter else ("en", "fr", "ko")
    return NodeFacts(
        party=node.party,
        parties=shown.parties_named(register),
        channel=channel,
        languages=languages,
        ceiling=registers.ceiling(channel).label(),
        suspended=registers.suspended(channel),
        demonstration=node.demonstration,
        silences=_silences(channel, register),
    )


def _silences(channel: str, register: Register) -> tuple[Silence, ...]:
    """The partners from whom nothing was heard for longer than the charter allows; none that was never heard."""
    days = stale_days(register)
    found = []
    for party in shown.parties_named(register):
        word = None if party.ours else correspondence.heard(origin_of(party.code, channel), at=clock.now())
        if word is None or state_of(word, now=clock.now(), days=min(days.values())) is not State.STALE:
            continue
        allowed = days.get("online" if _address(channel, party) else "file", STALE_DAYS["file"])
        if state_of(word, now=clock.now(), days=allowed) is State.STALE:
            found.append(Silence(party, word.at))
    return tuple(found)


@at_one_glance
def channel_page(officer: Officer, *, language: str, channel: str = "") -> ChannelPage:
    """What went each way in `channel`, or in the one in use; raises `NotHere` for one that is not open to the officer."""
    channels = access.channels_for(officer)
    if channel and channel not in channels:
        raise access.NotHere(what=channel)
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
    channel = channel or registers.current(channels)
    register = access.register_for(officer, channel)
    if not access.sees_whole(officer, channel):
        return _uncounted(channel, register, channels)
    logs = registers.logs_on(channel, past.day_looked_at())
    own = origin_of(officer.party, channel)
    known = receipts.acknowledged(own, logs)
    proofs = [proof for proof in entries.proofs(channel) if not past.is_after(proof.at)]
    ceiling = registers.ceiling(channel).label()
    parties = shown.parties_named(register)
    days = stale_days(register)
    flags = (*register.flags, *_public_flags(logs))
    return ChannelPage(
        channel=channel,
        ceiling=ceiling,
        logs=tuple(_log_shown(party, channel, logs, known, days) for party in parties),
        set_aside=tuple(shown.set_aside_shown(aside) for aside in register.set_aside[-_SHOWN:]),
        more_set_aside=max(0, len(register.set_aside) - _SHOWN),
        flags=tuple(shown.flag_shown(flag) for flag in flags[-_SHOWN:]),
        more_flags=max(0, len(flags) - _SHOWN),
        farewells=tuple(_farewell_shown(party, register) for party in parties if party.code in register.farewells),
        may_close="draft" in access.abilities_of(officer)
        and register.charter is not None
        and officer.party not in register.farewells
        and not registers.is_succeeded(channel),
        markings=offered_in(registers.in_use_after(channel)),
        waiting=len(register.waiting),
        suspended=registers.suspended(channel) if past.day_looked_at() is None else bool(proofs),
        to_hand_over=len(logs[own]) - known,
        marking=ceiling,
        pulls=tuple(pull for party in parties if (pull := _pull_shown(party, channel)) is not None),
        refused=tuple(_refused_shown(*one) for one in entries.fault_reports(channel) if not past.is_after(one[0])),
        evidence=tuple(
            EvidenceKept(number=proof.number, code=proof.code, says=_says(proof.code), at=proof.at) for proof in proofs
        ),
        destructions=_destructions(register, parties),
        still_to_ask=_still_to_ask(channel, parties),
        channels=tuple(channels),
        successor=_successor(channel, register, channels),
        disowned=tuple(shown.set_aside_shown(aside) for aside in register.disowned[-_SHOWN:]),
        more_disowned=max(0, len(register.disowned) - _SHOWN),
        can_pull=past.day_looked_at() is None and any(_address(channel, party) for party in parties if not party.ours),
    )


def _uncounted(channel: str, register: Register, channels: list[str]) -> ChannelPage:
    """The page for who is not cleared for all the channel may carry: partners, signs of life, keys and how pulls ended."""
    parties, days, ceiling = shown.parties_named(register), stale_days(register), registers.ceiling(channel).label()
    return ChannelPage(
        channel=channel,
        ceiling=ceiling,
        logs=tuple(_log_shown(party, channel, None, 0, days) for party in parties),
        set_aside=(),
        waiting=0,
        suspended=registers.suspended(channel),
        to_hand_over=0,
        marking=ceiling,
        pulls=tuple(pull for party in parties if (pull := _pull_shown(party, channel)) is not None),
        farewells=tuple(_farewell_shown(party, register) for party in parties if party.code in register.farewells),
        still_to_ask=_still_to_ask(channel, parties),
        channels=tuple(channels),
        successor=_successor(channel, register, channels),
        whole=False,
    )


def _successor(channel: str, register: Register, channels: list[str]) -> str:
    """The channel that goes on with this one, now or on the day looked at, if the reader may open it."""
    following = successor_name(channel)
    if following not in channels:
        return ""
    day = past.day_looked_at()
    heir = registers.common(following) if day is None else registers.common_on(following, day)
    return following if heir.charter is not None and heir.charter.succeeds else ""


def _public_flags(logs: dict[str, list[Entry]]) -> list[Flag]:
    """T13: what stands otherwise in a public log that is held here."""
    held = registers.logs_on(PUBLIC, past.day_looked_at()) if registers.is_ours(PUBLIC) else {}
    public = [entry for log in held.values() for entry in log]
    return differing(public, (entry for log in logs.values() for entry in log)) if public else []


def _farewell_shown(party: PartyNamed, register: Register) -> FarewellShown:
    said = register.farewells[party.code]
    return FarewellShown(party=party, seq=said.seq, reason=said.reason, at=shown.instant(said.at))


def evidence_file(officer: Officer, number: int) -> tuple[str, bytes]:
    """The evidence of that number as a file a stranger can verify: its name and bytes. Raises `NotHere`."""
    for channel in access.channels_for(officer):
        for proof in entries.proofs(channel) if access.sees_whole(officer, channel) else ():
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
    is_told = not party.ours and past.day_looked_at() is None  # only the last one is kept
    last = None if not is_told else correspondence.last_pull(party.code, origin_of(party.code, channel))
    if last is None:
        return None
    says = _says(last.code) if last.code else None
    return PullShown(party=party, pulled_at=last.pulled_at, due_at=last.due_at, says=says, code=last.code)


def _refused_shown(at: datetime.datetime, code: str, sentence: str) -> RefusedShown:
    return RefusedShown(at=at, code=code, told=told_report(code, sentence), sentence=sentence)


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
            held=(held := entries.holds_content(one.digest)),
            may_attest=not held and entries.own_node().party not in one.attested,
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
    """How many entries of our log every partner has stated to have seen: the least of them all."""
    return receipts.acknowledged(origin_of(entries.own_node().party, channel), registers.logs(channel))


def _log_shown(
    party: PartyNamed, channel: str, logs: dict[str, list[Entry]] | None, known: int, days: dict[str, int]
) -> LogShown:
    """One log; without `logs` nothing of it is counted."""
    log = origin_of(party.code, channel)
    is_told = not party.ours and past.day_looked_at() is None  # only the newest word is kept
    word = correspondence.freshest(log) if is_told else None
    address = _address(channel, party)
    allowed = days.get("online" if address else "file", STALE_DAYS["file"])
    state = state_of(word[0] if word else None, now=clock.now(), days=allowed)
    lists = registers.seen_once(f"key lists {channel}", lambda: entries.key_lists_by_party(channel))
    every = chain_of(lists.get(party.code, []), party=party.code, channel=channel)
    chain = [keys for keys in every if not past.is_later(keys.issued)] or every[:1]
    counted: _Counted = {} if logs is None else _counted(party, channel, log, logs, known, chain[-1])
    return LogShown(
        party=party,
        log=log,
        fingerprint=fingerprint_groups(chain[0].fingerprint()) if chain else "",
        key_list=len(chain),
        roots=len(chain[-1].roots) if chain else 0,
        threshold=chain[-1].threshold if chain else 0,
        issued=chain[-1].issued if chain else "",
        fresh_at=word[0].at if word and state is not State.NONE else None,
        freshness=state.value if is_told else "",
        address=address,
        **counted,
    )


def _counted(
    party: PartyNamed, channel: str, log: str, logs: dict[str, list[Entry]], known: int, keys: Manifest
) -> _Counted:
    held, note = logs.get(log, []), entries.checkpoint(log) if past.day_looked_at() is None else None
    then = entries.root_at(log, len(held)).hex() if past.day_looked_at() is not None and held else ""
    return {
        "size": len(held),
        "root": read_checkpoint(note.text, origin=log).root.hex() if note else then,
        "last_entry_at": shown.instant(held[-1].header.at) if held and held[-1].header else None,
        "acknowledged": known if party.ours else _acknowledged_by_us(channel, log, logs),
        "taken_in_at": None if party.ours else _taken_in_at(channel, log, logs),
        "unacknowledged_days": _unacknowledged_days(log, logs) if party.ours else None,
        "keys": tuple(
            KeyShown(role=role, key=listed.key.hex()[:16], begins=listed.from_size, until=listed.until)
            for role, ranges in (("log", keys.logs), ("receipt", keys.witnesses))
            for listed in ranges
        ),
    }


def _unacknowledged_days(log: str, logs: dict[str, list[Entry]]) -> int | None:
    """How many days our oldest entry without a receipt has waited; None where nothing waits but receipts of ours."""
    waiting = receipts.unacknowledged(log, logs)
    since = shown.instant(waiting[0].at) if waiting else None
    return None if since is None else max(0, (min(clock.now(), past.end()) - since).days)


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
