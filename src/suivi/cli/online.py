"""The exchange online: what we publish, and what we fetch from where a partner publishes."""

import contextlib
import datetime
import json
import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli import exchange_words as words
from suivi.cli.desk import clock, open_desk, prints_json
from suivi.cli.nodes import Folder, Format
from suivi.cli.refusals import SET_ASIDE, answered, exit_code_of, spoken, tell
from suivi.plan.refusal import Refusal

if TYPE_CHECKING:
    from suivi.desk.actions.pulling import Pulled

Channel = Annotated[str, typer.Option(help="The channel (default: every one this node has).")]


def publish(data: Folder, channel: Channel = "", format: Format = None) -> None:
    """Compare the published directory with the tables, file by file, and bring it up to now.

    Run it once a day: it also says to the partner that nothing newer exists.
    """
    open_desk(data)
    from suivi.desk import entries, outbox

    facts: dict[str, object] = {"folder": str(outbox.folder())}
    for name in _channels(channel, entries.opened()):
        done = outbox.publish(name, at=clock(), whole=True)
        facts[name] = {"written": done.written, "altered": done.altered}
        if not prints_json(format):
            print(spoken(words.PUBLISHED, channel=name, written=done.written, folder=outbox.folder()))
            for place in done.altered:
                print(spoken(words.ALTERED, place=place))
    if prints_json(format):
        print(json.dumps(facts))


def pull(
    data: Folder,
    channel: Channel = "",
    party: Annotated[str, typer.Option(help="From this party only (default: all whose address is known).")] = "",
    due: Annotated[
        bool, typer.Option(help="Only where the next pull is due: for a command that runs by itself.")
    ] = False,
    every: Annotated[int, typer.Option(help="Go on, pulling every so many minutes; failures wait longer.")] = 0,
    entries_at_most: Annotated[int, typer.Option(help="The most entries one pull may bring.")] = 1_000_000,
    megabytes_at_most: Annotated[int, typer.Option(help="The most megabytes (2^20 bytes) one pull may bring.")] = 2_048,
    format: Format = None,
) -> None:
    """Fetch what partners publish and take it in; one small request where nothing is new."""
    open_desk(data)
    from suivi.desk import entries

    _channels(channel, entries.opened())
    most = (entries_at_most, megabytes_at_most * 2**20)
    pulls = partial(_pull_all, channel, party, due or bool(every), every, most, prints_json(format))
    if not every:
        raise SystemExit(max(pulls(), default=0))
    while True:
        with contextlib.suppress(SystemExit):  # a full disk is told, and ends no schedule
            answered(pulls)
        time.sleep(60)


def address(
    party: Annotated[str, typer.Argument(help="The partner, as kor.")],
    url: Annotated[str, typer.Argument(help="Where it publishes, as https://exchange.example.kr")],
    data: Folder,
    channel: Channel = "",
    pin: Annotated[list[str] | None, typer.Option(help="SHA-256 of its server’s public key, in hex.")] = None,
    certificate: Annotated[str, typer.Option(help="Our client certificate with its key, a PEM file.")] = "",
    private: Annotated[
        bool, typer.Option(help="The address may lie in our own network (tests, demonstrations).")
    ] = False,
) -> None:
    """Say where a partner publishes."""
    open_desk(data)
    from suivi.desk import entries
    from suivi.desk.partners import Partner, keep_partner

    pins = tuple(one.lower().replace(":", "").replace(" ", "") for one in pin or ())
    for name in _channels(channel, entries.opened()):
        if party not in entries.parties(name) or party == entries.own_node().party:
            raise typer.BadParameter(f"“{party}” is no partner in {name}", param_hint="PARTY")
        partner = Partner(
            channel=name,
            party=party,
            address=url.rstrip("/"),
            pins=pins,
            certificate=certificate,
            private=private,
        )
        try:
            keep_partner(data, partner)
        except ValueError as error:
            hint = "--pin" if str(error).startswith("a pin") else "URL"
            raise typer.BadParameter(str(error), param_hint=hint) from None
        print(spoken(words.PUBLISHES, channel=name, party=party, address=partner.base(party)))


def _channels(asked: str, known: Sequence[str]) -> list[str]:
    if asked and asked not in known:
        raise typer.BadParameter(f"this node has no channel “{asked}”", param_hint="--channel")
    return [asked] if asked else list(known)


def _pull_all(channel: str, party: str, due: bool, every: int, most: tuple[int, int], as_json: bool) -> list[int]:
    from suivi.desk import correspondence, entries
    from suivi.desk.actions import pulling
    from suivi.desk.courier import Limits
    from suivi.plan.channel import origin_of

    asked = [
        (name, partner.party)
        for name in _channels(channel, entries.opened())
        for partner in pulling.partners_of(name)
        if party in ("", partner.party)
    ]
    if not asked and not due:
        raise typer.BadParameter(
            "no partner’s address is known; give one with: suivi channel address", param_hint="--party"
        )
    codes = []
    for name, whose in asked:
        last = correspondence.last_pull(whose, origin_of(whose, name))
        if due and last is not None and clock() < last.due_at:
            continue
        waits = datetime.timedelta(minutes=every) if every else pulling.EVERY
        codes.append(_pull_one(name, whose, Limits(entries=most[0], octets=most[1]), waits, as_json))
    if due:
        codes += [_say_alive(name) for name in _channels(channel, entries.opened())]
    return codes


def _say_alive(name: str) -> int:
    """A node that pulls by a schedule says once a day that it is alive, also where nothing was released."""
    from suivi.desk import outbox

    try:
        outbox.say_alive(name, at=clock())
    except Refusal as refusal:
        tell(refusal)
        return exit_code_of(refusal)
    return 0


def _pull_one(name: str, party: str, limits: object, every: datetime.timedelta, as_json: bool) -> int:
    from suivi.desk.actions import pulling
    from suivi.desk.courier import Limits

    assert isinstance(limits, Limits)
    try:
        pulled = pulling.pull(name, party, at=clock(), limits=limits, every=every)
    except Refusal as refusal:
        tell(refusal)
        return exit_code_of(refusal)
    _say_pulled(pulled, as_json)
    return SET_ASIDE if any(effect.set_aside for effect in pulled.effects) else 0


def _say_pulled(pulled: "Pulled", as_json: bool) -> None:
    from suivi.desk.actions import channel as channels

    cost = {"requests": pulled.requests, "bytes": pulled.octets}
    if as_json:
        aside = sum(len(effect.set_aside) for effect in pulled.effects)
        print(json.dumps({"log": pulled.log, "new": pulled.entries, "set_aside": aside, **cost}))
        return
    if not pulled.effects:
        print(spoken(words.NOTHING_NEW, log=pulled.log, requests=pulled.requests, octets=pulled.octets))
    for effect in pulled.effects:
        for said in channels.sentences(effect):
            print(spoken(said))
