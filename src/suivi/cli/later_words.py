"""`suivi channel mark`, `consent` and `close`: later words of two officers about what we gave, each cut as a ticket."""

from typing import Annotated

import typer

from suivi.cli.desk import clock, open_desk, signed_in
from suivi.cli.nodes import Folder, Format
from suivi.cli.spills import named_channel, say_ticket

Officer = Annotated[str, typer.Option(help="Who drafts it; two officers still have to approve the ticket.")]
Channel = Annotated[str, typer.Option(help="The channel (default: the one in use).")]
Number = Annotated[int, typer.Argument(help="The number of our entry, from 0.")]


def mark(
    seq: Number,
    data: Folder,
    officer: Officer,
    tlp: Annotated[str, typer.Option(help="The new TLP value: CLEAR, GREEN, AMBER …")],
    channel: Channel = "",
    format: Format = None,
) -> None:
    """Cut the ticket that marks a record of ours otherwise from now on; its words stay as they are."""
    open_desk(data)
    from suivi.desk.actions import farewells

    person, _ = signed_in(officer)
    ticket = farewells.mark(person, channel=named_channel(channel), seq=seq, tlp=tlp, at=clock())
    say_ticket(ticket, format)


def consent(
    seq: Number,
    data: Folder,
    officer: Officer,
    to: Annotated[str, typer.Option(help="The party that may be told, as fra; or public.")],
    channel: Channel = "",
    format: Format = None,
) -> None:
    """Cut the ticket that lets others give a record of ours onwards."""
    open_desk(data)
    from suivi.desk.actions import farewells

    person, _ = signed_in(officer)
    ticket = farewells.consent(person, channel=named_channel(channel), seq=seq, to=to, at=clock())
    say_ticket(ticket, format)


def close(
    data: Folder,
    officer: Officer,
    reason: Annotated[str, typer.Option(help="A code, such as end-of-cooperation.")] = "end-of-cooperation",
    channel: Channel = "",
    format: Format = None,
) -> None:
    """Cut the ticket of our farewell. Once it is released our log has ended, and nothing after it counts."""
    open_desk(data)
    from suivi.desk.actions import farewells

    person, _ = signed_in(officer)
    say_ticket(farewells.close(person, channel=named_channel(channel), reason=reason, at=clock()), format)
