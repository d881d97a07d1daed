"""`suivi destroy`: asking everybody to destroy a content of ours, attesting that we did, and what has been asked for."""

import json
from typing import Annotated

import typer

from suivi.cli import channel_words
from suivi.cli import exchange_words as words
from suivi.cli.desk import clock, open_desk, prints_json, signed_in
from suivi.cli.nodes import Folder, Format
from suivi.cli.refusals import spoken

destroy = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)
Officer = Annotated[str, typer.Option(help="Who drafts it; two officers still have to approve the ticket.")]
Channel = Annotated[str, typer.Option(help="The channel (default: the one in use).")]


@destroy.callback()
def _destroy() -> None:
    """Spills: contents to be destroyed on both sides."""


@destroy.command("ask")
def ask(
    seq: Annotated[int, typer.Argument(help="The number of our entry, from 0.")],
    data: Folder,
    officer: Officer,
    reason: Annotated[str, typer.Option(help="A code, such as marked-too-low.")] = "marked-too-low",
    channel: Channel = "",
    format: Format = None,
) -> None:
    """Cut the ticket that asks everybody to destroy the content of an entry of ours. Released, it cannot be undone."""
    open_desk(data)
    from suivi.desk.actions import spills

    person, _ = signed_in(officer)
    say_ticket(spills.ask(person, channel=named_channel(channel), seq=seq, reason=reason, at=clock()), format)


@destroy.command("attest")
def attest(
    party: Annotated[str, typer.Argument(help="Whose log, as kor.")],
    seq: Annotated[int, typer.Argument(help="The number of the entry, from 0.")],
    data: Folder,
    officer: Officer,
    beyond: Annotated[list[str] | None, typer.Option(help="What cannot be recalled, as paper or backups.")] = None,
    channel: Channel = "",
    format: Format = None,
) -> None:
    """Cut the ticket that attests our destruction, and says what is out of reach."""
    open_desk(data)
    from suivi.desk.actions import spills

    person, _ = signed_in(officer)
    ticket = spills.attest(
        person, channel=named_channel(channel), party=party, seq=seq, beyond=tuple(beyond or ()), at=clock()
    )
    say_ticket(ticket, format)


@destroy.command("list")
def listed(data: Folder, channel: Channel = "", format: Format = None) -> None:
    """What has been asked for, and who attests to have done it."""
    open_desk(data)
    from suivi.desk import entries, registers

    found = registers.common(named_channel(channel)).destructions
    if prints_json(format):
        facts = [
            {
                "log": one.log,
                "seq": one.seq,
                "reason": one.reason,
                "attested": list(one.attested),
                "held": entries.holds_content(one.digest),
            }
            for one in found
        ]
        print(json.dumps(facts))
        return
    for one in found:
        held = channel_words.STILL_HELD if entries.holds_content(one.digest) else channel_words.GONE
        attested = ", ".join(one.attested) or channel_words.NOBODY
        print(spoken(words.DESTRUCTION, log=one.log, seq=one.seq, reason=one.reason, held=held, attested=attested))


def named_channel(channel: str) -> str:
    """The channel named, or the one in use; raises `typer.BadParameter`."""
    from suivi.desk import entries, registers

    known = entries.channels()
    if (channel and channel not in known) or not known:
        raise typer.BadParameter("this node has no such channel", param_hint="--channel")
    return channel or registers.current(known)


def say_ticket(ticket: str, format: str | None) -> None:
    """Print the ticket, in words or as JSON."""
    print(json.dumps({"ticket": ticket}) if prints_json(format) else spoken(words.TICKET, ticket=ticket))
