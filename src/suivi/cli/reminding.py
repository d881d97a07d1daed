"""Reminders by e-mail, for a timer of the machine to call once a day."""

import json
from typing import Annotated

import typer

from suivi.cli.desk import clock, open_desk, prints_json
from suivi.cli.desk import day as written_day
from suivi.cli.nodes import Folder, Format


def remind(
    data: Folder,
    root: Annotated[str, typer.Option(help="Where the desk stands, as https://suivi.example.org, for links.")] = "",
    day: Annotated[str | None, typer.Option(help="The day to remind of, YYYY-MM-DD; default today.")] = None,
    format: Format = None,
) -> None:
    """Write to each officer who wants it of what is new among the matters that wait; nothing is told twice."""
    open_desk(data)
    from suivi.desk.actions import reminders
    from suivi.desk.clock import today

    asked = written_day(day, option="--day")
    done = reminders.remind(day=asked or today(), at=clock(), root=root.rstrip("/"))
    if prints_json(format):
        print(json.dumps({"letters": done.letters, "matters": done.matters, "failed": done.failed}))
    else:
        print(f"{done.letters} letters, {done.matters} matters told, {done.failed} letters could not be sent.")
    if done.failed:
        raise typer.Exit(1)
