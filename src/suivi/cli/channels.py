"""Opening a channel at the terminal: what has been done, what comes next, one step at each call."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from suivi.cli import opening_words as words
from suivi.cli.desk import clock, signed_in
from suivi.cli.refusals import spoken


@dataclass(frozen=True)
class Standing:
    """Where the opening of a channel stands: facts for machines, a sentence for people."""

    facts: dict[str, object]
    sentence: str


def go_on(
    channel: str,
    *,
    data: Path,
    roots: Path | None,
    partner: Path | None,
    fingerprint: str | None,
    word: str,
    languages: tuple[str, ...],
    order: tuple[str, ...] | None,
    limits: tuple[str, ...],
    dated: str,
    officers: tuple[str, ...],
    old_logs: tuple[str, ...] = (),
    tlp: str = "AMBER",
) -> Standing:
    """Do what the options ask for, then say where the channel stands."""
    from suivi.plan.channel import CHANNEL_GRAMMAR, RESERVED_CHANNELS

    if not CHANNEL_GRAMMAR.fullmatch(channel) or channel in RESERVED_CHANNELS:
        raise typer.BadParameter(f"“{channel}” cannot name a channel; write it like can-kor", param_hint="CHANNEL")
    _ensure_keys(channel, data, roots)
    if partner is not None:
        _accept(channel, partner, fingerprint)
    if word:
        terms = {"languages": languages, "order": order or (), "limits": limits, "dated": (dated,), "ceiling": (tlp,)}
        terms["old logs"] = old_logs
        _speak(channel, word, terms=terms, officers=officers)
    return standing_of(channel, data)


def open_public(
    *, data: Path, roots: Path | None, partner: Path | None, fingerprint: str | None, copies: Sequence[Path]
) -> Standing:
    """Do what the options ask for with the public log, then say which public logs are known here."""
    from suivi.desk import entries
    from suivi.log.manifest import fingerprint_groups
    from suivi.plan.channel import PUBLIC

    if copies or not entries.key_lists(entries.own_node().party, PUBLIC):
        _keep_copies(data, copies)
    _ensure_keys(PUBLIC, data, roots)
    if partner is not None:
        _accept(PUBLIC, partner, fingerprint)
    fingerprints = _fingerprints(PUBLIC)
    file = manifest_file(data, PUBLIC)
    lines = [spoken(words.PUBLIC_OPEN)]
    lines += [f"  {party}: {fingerprint_groups(each)}" for party, each in fingerprints.items()]
    lines.append(spoken(words.PUBLIC_NEXT, file=file, data=data))
    party = entries.own_node().party
    facts: dict[str, object] = {"channel": PUBLIC, "party": party, "keys": str(file), "fingerprints": fingerprints}
    return Standing(facts, "\n".join(lines))


def _keep_copies(data: Path, copies: Sequence[Path]) -> None:
    from suivi.desk.partners import keep_copies

    try:
        keep_copies(data, copies)
    except ValueError as error:
        wanted = (
            "nobody receipts a public log: name two folders, best on two other machines, that each keep a copy of it"
        )
        raise typer.BadParameter(f"{wanted}; {error}", param_hint="--copy") from None


def _fingerprints(channel: str) -> dict[str, str]:
    from suivi.desk import entries
    from suivi.exchange.key_chain import chain_of

    return {
        party: chain_of(entries.key_lists(party, channel), party=party, channel=channel)[0].fingerprint()
        for party in entries.parties(channel)
    }


def _ensure_keys(channel: str, data: Path, roots: Path | None) -> None:
    from suivi.desk import entries, founding

    party = entries.own_node().party
    if not entries.key_lists(party, channel):
        if roots is None:
            raise typer.BadParameter(
                "name a folder outside the node for the root keys, best on a removable medium", param_hint="--roots"
            )
        founding.open_keys(channel, roots_folder=roots, at=clock())
    list_to_hand_over(data, channel)


def list_to_hand_over(data: Path, channel: str) -> Path:
    """Our first key list in `channel`, written where the partner’s copy is taken from."""
    from suivi.desk import entries

    manifest = manifest_file(data, channel)
    manifest.parent.mkdir(mode=0o700, exist_ok=True)
    if not manifest.exists():
        manifest.write_bytes(entries.key_lists(entries.own_node().party, channel)[0])
    return manifest


def manifest_file(data: Path, channel: str) -> Path:
    """Where our key list lies as a file, to be given to the partner."""
    from suivi.desk import entries

    return data / "to-hand-over" / f"{entries.own_node().party}.{channel}.keys"


def _accept(channel: str, partner: Path, fingerprint: str | None) -> None:
    from suivi.desk.actions.channel import accept_partner

    try:
        octets = partner.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"“{partner}” cannot be read: {error.strerror}", param_hint="--partner") from None
    accept_partner(channel, octets, fingerprint=fingerprint or "")


def _speak(channel: str, word: str, *, terms: dict[str, tuple[str, ...]], officers: tuple[str, ...]) -> None:
    from suivi.desk import entries
    from suivi.desk.actions import channel as channels
    from suivi.desk.actions import joint, releases
    from suivi.desk.queries import joint_text_waiting

    if len(officers) != 2:
        raise typer.BadParameter("give --officer twice: two officers approve what leaves", param_hint="--officer")
    people = [signed_in(name) for name in officers]
    first, at = people[0][0], clock()
    if word == "propose":
        ticket = channels.propose_charter(
            first,
            channel=channel,
            order=terms["order"] or tuple(entries.parties(channel)),
            languages=terms["languages"],
            limits=_limits(terms["limits"]),
            dated=terms["dated"][0],
            tlp=terms["ceiling"][0],
            old_sizes=_old_sizes(terms["old logs"]),
            at=at,
        )
    else:
        ticket = joint.concur(first, leaf=joint_text_waiting(first), at=at)
    for person, password in people:
        releases.approve(person, ticket=ticket, password=password, at=at)
    releases.release(first, ticket=ticket, at=at)


def _limits(asked: tuple[str, ...]) -> dict[str, int]:
    """The limits named, as content=100000; one above the format is refused when the charter is put before officers."""
    from suivi.record.channel import LIMITS

    limits = {}
    for each in asked:
        name, _, number = each.partition("=")
        if name not in LIMITS or not number.isascii() or not number.isdecimal():
            raise typer.BadParameter(
                f"“{each}” is not one of {', '.join(LIMITS)}, = and a number", param_hint="--limit"
            )
        limits[name] = int(number)
    return limits


def _old_sizes(asked: tuple[str, ...]) -> dict[str, int]:
    """The sizes named, as can=120, by party; one that is not held is refused when the charter is put before officers."""
    sizes = {}
    for each in asked:
        party, _, number = each.partition("=")
        if not party or not number.isascii() or not number.isdecimal():
            raise typer.BadParameter(
                f"“{each}” is not a party, = and a number of entries, as can=120", param_hint="--old-log"
            )
        sizes[party] = int(number)
    return sizes


def standing_of(channel: str, data: Path) -> Standing:
    """Where the opening of `channel` stands."""
    from suivi.desk import entries, registers
    from suivi.log.manifest import fingerprint_groups

    own = entries.own_node().party
    fingerprints = _fingerprints(channel)
    register = registers.common(channel)
    facts: dict[str, object] = {
        "channel": channel,
        "party": own,
        "keys": str(manifest_file(data, channel)),
        "fingerprints": fingerprints,
        "charter": "in-effect" if register.charter else "proposed" if register.joint_texts else "none",
    }
    lines = [spoken(words.CHANNEL, channel=channel)]
    lines += [f"  {party}: {fingerprint_groups(fingerprint)}" for party, fingerprint in fingerprints.items()]
    lines.append(_next(own, fingerprints, str(facts["charter"]), data, channel))
    return Standing(facts, "\n".join(lines))


def _next(own: str, fingerprints: dict[str, str], charter: str, data: Path, channel: str) -> str:
    from suivi.desk import registers
    from suivi.desk.actions import recovery

    if len(fingerprints) < 2:
        return spoken(words.GIVE_LIST, file=manifest_file(data, channel), channel=channel, data=data)
    if charter == "in-effect":
        return spoken(words.CHARTER_IN_EFFECT)
    if recovery.partners_still_to_ask(channel):
        return spoken(words.RECONCILE, channel=channel, data=data)
    if charter == "none":
        return spoken(words.PROPOSE, channel=channel, data=data)
    text = next(iter(registers.common(channel).joint_texts.values()))
    if own in text.still_to_speak:
        return spoken(words.CONCUR, channel=channel, data=data)
    waits = ", ".join(text.still_to_speak or text.still_to_seal)
    return spoken(words.CHARTER_WAITS, parties=waits, channel=channel)
