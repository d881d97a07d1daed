"""The register and the annual review, printed at the terminal."""

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli.desk import day, open_desk, prints_json
from suivi.cli.nodes import Folder, Format
from suivi.cli.refusals import terminal_language

if TYPE_CHECKING:
    from suivi.register.plans import PlanRegister


def register(
    data: Folder,
    plan: Annotated[str | None, typer.Argument(help="The plan; without one, all plans are listed.")] = None,
    as_of: Annotated[str | None, typer.Option(help="As on record at the end of this day (UTC).")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the plans.")] = False,
    format: Format = None,
) -> None:
    """Print the common register of a plan, or list the plans."""
    on = day(as_of, option="--as-of")
    open_desk(data)
    from suivi.desk.released import plan_register, plan_registers

    if plan is None or list_:
        _list(plan_registers(on), format)
        return
    _, found = plan_register(plan, as_of=on)
    if prints_json(format):
        value = {**found.value(), "plan": plan, "as_of": as_of, "digest": found.digest}
        print(json.dumps(value, ensure_ascii=False, sort_keys=True))
    else:
        _table(found, as_of)


def _list(found: "list[tuple[str, PlanRegister]]", format: str | None) -> None:
    if prints_json(format):
        plans = [{"plan": plan.plan.id, "titles": dict(plan.plan.titles)} for _, plan in found]
        print(json.dumps({"plans": plans}, ensure_ascii=False))
        return
    language = terminal_language()
    for channel, plan in found:
        print(f"{plan.plan.id}  {_in(plan.plan.titles, language)}  ({channel})")
    if not found:
        print("No plan is in effect yet.")


def _table(found: "PlanRegister", as_of: str | None) -> None:
    from rich.console import Console
    from rich.table import Table

    from suivi.record.reports import STAGES
    from suivi.register.reports import COMPARISONS

    language = terminal_language()
    table = Table(title=f"{_in(found.plan.titles, language)} · {as_of or '…'} · {found.digest[:16]}", show_lines=False)
    for head in ("", "", *(party.upper() for party in found.parties), ""):
        table.add_column(head)
    for standing in found.provisions:
        latest = [standing.latest(party) for party in found.parties]
        said = [f"{STAGES[account.stage].in_(language)} {account.on}" if account else "–" for account in latest]
        name = _in(standing.provision.titles, language)
        table.add_row(standing.provision.id, name, *said, COMPARISONS[standing.comparison].in_(language))
    Console().print(table)


def _in(titles: "dict[str, str]", language: str) -> str:
    return titles.get(language) or next(iter(titles.values()), "")


def review(
    plan: Annotated[str, typer.Argument(help="The plan.")],
    data: Folder,
    from_: Annotated[str, typer.Option("--from", help="First day of the period.")],
    to: Annotated[str, typer.Option("--to", help="Last day of the period.")],
    as_of: Annotated[str | None, typer.Option(help="As on record at the end of this day (default: all).")] = None,
    language: Annotated[str, typer.Option(help="en, fr or ko.")] = "",
    format: Annotated[str, typer.Option(help="html or json.")] = "html",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write (default: printed).")] = None,
) -> None:
    """Print the annual review: the same data in both capitals."""
    tongue = language or terminal_language()
    if tongue not in ("en", "fr", "ko"):
        raise typer.BadParameter(f"“{language}” is not one of en, fr, ko", param_hint="--language")
    if format not in ("html", "json"):
        raise typer.BadParameter(f"“{format}” is not a format; choose html or json", param_hint="--format")
    opening, closing = _period(from_, to)
    on = day(as_of, option="--as-of")
    open_desk(data)
    from suivi.desk.reviews import review_octets

    octets = review_octets(plan, from_on=opening, to_on=closing, as_of=on, language=tongue, format=format)
    if output is None:
        typer.echo(octets.decode("utf-8"), nl=False)
        return
    from suivi.cli.files import write_whole

    write_whole(output, octets)
    typer.echo(f"Written: {output} ({len(octets)} bytes).")


def _period(from_: str, to: str) -> tuple[datetime.date, datetime.date]:
    opening, closing = day(from_, option="--from"), day(to, option="--to")
    assert opening is not None  # both options are required
    assert closing is not None
    if closing < opening:
        raise typer.BadParameter(f"the period ends ({to}) before it begins ({from_})", param_hint="--to")
    return opening, closing
