"""Serving a node's desk, and playing the demonstration."""

from pathlib import Path
from typing import Annotated

import typer

from suivi.cli.nodes import Folder


def serve(
    data: Folder,
    bind: Annotated[str, typer.Option(help="Where to listen, as address:port.")] = "127.0.0.1:8000",
    threads: Annotated[int, typer.Option(help="How many requests are answered at once.")] = 4,
) -> None:
    """Serve the web desk of a node until interrupted."""
    import os

    from suivi.cli.web_server import serve_node
    from suivi.desk.node import read_node

    read_node(data)
    os.environ["SUIVI_DATA"] = str(data.absolute())
    serve_node(bind, threads=threads)


def demo(
    data: Annotated[Path, typer.Option("--data", help="Where the two nodes are made (DIR/can and DIR/kor).")] = Path(
        "var/demo"
    ),
    plan: Annotated[Path | None, typer.Option(help="Your own text of the plan instead of the sample.")] = None,
    serve: Annotated[bool, typer.Option(help="Serve both desks afterwards.")] = True,
    port: Annotated[int, typer.Option(help="The first of the two ports.")] = 8001,
) -> None:
    """Play the journey between an Ottawa and a Seoul node, saying each step, then serve both."""
    from suivi.cli.demonstration.play import play
    from suivi.cli.demonstration.serving import serve_both

    stage = play(data, own_text=plan)
    if serve:
        serve_both(stage, port=port)
