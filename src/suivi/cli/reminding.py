"""Reminders by e-mail, for a timer of the machine to call once a day."""

import json
from typing import Annotated

import typer

from suivi.cli.desk import clock, open_desk, prints_json
from suivi.cli.nodes import Folder, Format


def remind(
    data: Folder,
    root: Annotated[str, typer.Option(help="Where the desk stands, as https://suivi.example.org, for links.")] = "",
    format: Format = None,
) -> None:
    """Write to each officer who wants it of what is new among the matters that wait; nothing is told twice."""
    open_desk(data)
    from suivi.desk.actions import reminders
    from suivi.desk.clock import today

    now = clock()
    done = reminders.remind(day=today(), at=now, root=root.rstrip("/"))
    if prints_json(format):
        print(json.dumps({"letters": done.letters, "matters": done.matters, "failed": done.failed}))
    else:
        print(f"{done.letters} letters, {done.matters} matters told, {done.failed} letters could not be sent.")
    if done.failed:
        raise typer.Exit(1)
