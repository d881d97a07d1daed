"""`suivi channel`: how the exchange stands, in words or as JSON; and where a partner publishes."""

import typer

from suivi.cli.online import address

channel = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)
channel.command("address")(address)


@channel.callback()
def _channel() -> None:
    """How the exchange with each partner stands."""
