"""The register and the annual review, printed at the terminal."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli.desk import day, open_desk, prints_json
from suivi.cli.nodes import Folder, Format
from suivi.cli.papers import document, period_of
from suivi.cli.refusals import terminal_language

if TYPE_CHECKING:
    import datetime

    from suivi.register.plans import PlanRegister


def register(
    data: Folder,
    plan: Annotated[str | None, typer.Argument(help="The plan; without one, all plans are listed.")] = None,
    as_of: Annotated[str | None, typer.Option(help="As on record at the end of this day (UTC).")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the plans.")] = False,
    named: Annotated[
        bool, typer.Option("--named", help="List what the plan names instead of its commitments.")
    ] = False,
    format: Format = None,
) -> None:
    """Print the common register of a plan, or list the plans."""
    on = day(as_of, option="--as-of")
    open_desk(data)
    from suivi.desk.released import plan_register, plan_registers

    if plan is None or list_:
        _list(plan_registers(on), format)
        return
    if named:
        _named(plan, on, format)
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


def _named(plan: str, on: "datetime.date | None", format: str | None) -> None:
    """What the plan names: a line each, with the commitments that name it."""
    from suivi.desk import clock
    from suivi.desk.reviews import named_things

    found = named_things(plan, on=on or clock.today(), as_of=on)
    if prints_json(format):
        value = {"plan": plan, "as_of": on.isoformat() if on else None, "named": [one.value() for one in found]}
        print(json.dumps(value, ensure_ascii=False, sort_keys=True))
        return
    language = terminal_language()
    for one in found:
        days = ", ".join(f"{milestone} {day}" for milestone, given in one.thing.days().items() for day in given)
        print(f"{one.thing.id}  {_in(dict(one.names), language)}  ({one.kind.in_(language)})")
        print(f"    {' '.join(one.commitments) or '–'}{f'  {days}' if days else ''}")


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


def _tell_silences() -> None:
    """Beside the review, never in it: that nothing was heard from a partner for longer than the charter allows."""
    if _heard_today():
        return
    from suivi.desk import queries

    for silence in queries.node_facts().silences:
        said = f"Nothing was heard from {silence.party.code} since {silence.at:%Y-%m-%d %H:%M} UTC; what is printed had arrived by then."
        print(f"{said} [channel.stale]", file=sys.stderr)


def _heard_today() -> bool:
    """Whether no partner's word is older than a day, the least a charter may allow: the queries need not be loaded."""
    import datetime

    from suivi.desk import clock, correspondence, entries, registers
    from suivi.plan.channel import origin_of

    own, channels = entries.own_node().party, registers.channels()[:1]
    others = (origin_of(party, channel) for channel in channels for party in entries.parties(channel) if party != own)
    words = [word for word in map(correspondence.freshest, others) if word is not None]
    return all(clock.now() - word.at <= datetime.timedelta(days=1) for word, _ in words)


def review(
    plan: Annotated[str, typer.Argument(help="The plan.")],
    data: Folder,
    from_: Annotated[str, typer.Option("--from", help="First day of the period.")],
    to: Annotated[str, typer.Option("--to", help="Last day of the period.")],
    as_of: Annotated[str | None, typer.Option(help="As on record at the end of this day (default: all).")] = None,
    language: Annotated[str, typer.Option(help="en, fr or ko; two side by side as en-ko.")] = "",
    format: Annotated[str, typer.Option(help="html, pdf, docx, md, xlsx or json.")] = "html",
    paper: Annotated[str, typer.Option(help="report, brief, pillars, agenda, minutes, changes.")] = "report",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write (default: printed).")] = None,
) -> None:
    """Print the annual review, or one paper of it: the same bytes in both capitals."""
    asked = document(paper=paper, language=language or terminal_language(), format=format)
    opening, closing = period_of(from_, to)
    on = day(as_of, option="--as-of")
    open_desk(data)
    import gc

    from suivi.desk.reviews import document_octets

    gc.disable()  # one document, and the process ends: looking for what nobody holds any more takes a twentieth of it
    octets = document_octets(plan, from_on=opening, to_on=closing, as_of=on, document=asked)
    _tell_silences()
    if output is None:
        sys.stdout.buffer.write(octets)
        sys.stdout.flush()
        return
    from suivi.cli.files import write_whole

    write_whole(output, octets)
    typer.echo(f"Written: {output} ({len(octets)} bytes).")
