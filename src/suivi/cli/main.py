"""The terminal: one table of commands; each imports what it needs only when it is called.

Exit codes: 0 done or nothing new · 1 failed unexpectedly · 2 wrong use · 3 refused (named reason,
nothing changed) · 4 taken in, some entries set aside · 5 suspended.
"""

import gc
import sys
from collections.abc import Callable
from typing import Final

_BETWEEN_COLLECTIONS: Final = 100_000
"""How many new objects come between two searches for what nobody holds any more: a cold start makes 200,000 that stay,
and the interpreter's own 700 would look through them a tenth of a second long."""

COMMANDS: Final = {
    "init": "suivi.cli.nodes:init",
    "init-channel": "suivi.cli.nodes:init_channel",
    "init-public": "suivi.cli.nodes:init_public",
    "keys": "suivi.cli.key_ceremony:keys",
    "check": "suivi.cli.nodes:check",
    "officer": "suivi.cli.officers:officer",
    "read": "suivi.cli.read:read",
    "align": "suivi.cli.align:align",
    "import-plan": "suivi.cli.acts:import_plan",
    "settle": "suivi.cli.acts:settle",
    "propose": "suivi.cli.acts:propose",
    "concur": "suivi.cli.acts:concur",
    "report": "suivi.cli.acts:report",
    "correct": "suivi.cli.acts:correct",
    "activity": "suivi.cli.acts:activity",
    "step": "suivi.cli.acts:step",
    "tickets": "suivi.cli.acts:tickets",
    "approve": "suivi.cli.acts:approve",
    "release": "suivi.cli.acts:release",
    "make-public": "suivi.cli.acts:make_public",
    "destroy": "suivi.cli.spills:destroy",
    "register": "suivi.cli.prints:register",
    "review": "suivi.cli.prints:review",
    "publish-site": "suivi.cli.site:publish_site",
    "prove": "suivi.cli.site:prove",
    "package": "suivi.cli.package:package",
    "hand-over": "suivi.cli.exchanges:hand_over",
    "take-in": "suivi.cli.exchanges:take_in",
    "publish": "suivi.cli.online:publish",
    "pull": "suivi.cli.online:pull",
    "channel": "suivi.cli.channel_shown:channel",
    "verify": "suivi.cli.exchanges:verify",
    "evidence": "suivi.cli.exchanges:evidence",
    "log": "suivi.cli.exchanges:log",
    "reconcile": "suivi.cli.recovery:reconcile",
    "drill": "suivi.cli.recovery:drill",
    "rebuild": "suivi.cli.keeping:rebuild",
    "remind": "suivi.cli.reminding:remind",
    "backup": "suivi.cli.keeping:backup",
    "restore": "suivi.cli.keeping:restore",
    "upgrade": "suivi.cli.keeping:upgrade",
    "serve": "suivi.cli.serving:serve",
    "serve-published": "suivi.cli.serving:serve_outbox",
    "demo": "suivi.cli.serving:demo",
}


def main() -> None:
    """Run the command named first; without one, or with --help, list them all."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    arguments = sys.argv[1:]
    if not arguments or arguments[0] in ("--help", "-h", "help"):
        _answer(lambda: print(_overview(), flush=True))
        raise SystemExit(0 if arguments else 2)
    name = arguments[0]
    if name == "--version":
        print(_version())
        raise SystemExit(0)
    if name not in COMMANDS:
        print(f"suivi: there is no command “{name}”. Choose one of: {', '.join(COMMANDS)}.", file=sys.stderr)
        raise SystemExit(2)
    _run(name, arguments[1:])


def _run(name: str, arguments: list[str]) -> None:
    from importlib import import_module

    import typer

    module, function = COMMANDS[name].split(":")
    application = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    command = getattr(import_module(module), function)
    if isinstance(command, typer.Typer):
        application = command
    else:
        application.command()(command)
    _answer(lambda: application(arguments, prog_name=f"suivi {name}", standalone_mode=True))


def _answer(run: Callable[[], object]) -> None:
    from suivi.cli.refusals import answered

    answered(run)


def _overview() -> str:
    return (
        "Suivi: carry out a signed international action plan, and review it every year.\n\n"
        "Usage: suivi COMMAND [OPTIONS]; suivi COMMAND --help explains one.\n\n"
        f"Commands: {', '.join(COMMANDS)}.\n"
        "Exit codes: 0 done or nothing new, 1 failed unexpectedly, 2 wrong use, 3 refused (nothing changed),\n"
        "4 taken in but some entries set aside, 5 suspended."
    )


def _version() -> str:
    from importlib.metadata import version

    return version("suivi")
