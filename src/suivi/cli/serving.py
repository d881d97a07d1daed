"""Serving a node's desk, and playing the demonstration."""

from pathlib import Path
from typing import Annotated

import typer

from suivi.cli.nodes import Folder


def serve(
    data: Folder,
    bind: Annotated[str, typer.Option(help="Where to listen, as address:port.")] = "127.0.0.1:8000",
    threads: Annotated[int, typer.Option(help="How many requests each process answers at once.", min=1)] = 4,
    processes: Annotated[int, typer.Option(help="How many processes answer; each needs some 200 MB.", min=1)] = 2,
    published: Annotated[
        str, typer.Option(help="Show the published directory to the partner as well, on this address:port of its own.")
    ] = "",
) -> None:
    """Serve the web desk of a node until interrupted; with --published its static files for the partner, apart.

    Before it listens it asks every partner whose address is known which state of our logs it holds.
    An empty folder is served as one page that makes a node of it, to whoever types the code printed here. A node whose
    tables are of an earlier version is not served.
    """
    from suivi.cli.desk import open_desk
    from suivi.cli.refusals import tables_or_exit
    from suivi.cli.web_server import serve_node
    from suivi.desk.node import is_empty, read_node
    from suivi.desk.partners import read_addresses

    if is_empty(data):
        _serve_first_page(data.absolute(), bind, threads=threads, published=published)
        return
    read_node(data)
    known = read_addresses(data)
    open_desk(data.absolute())
    tables_or_exit()
    if published:
        _publish_beside(known.published, published)
    if known.partners:
        _ask_partners(data)
    serve_node(bind, threads=threads, processes=processes)


def _ask_partners(data: Path) -> None:
    """In a process of its own: the desk itself connects to nobody."""
    import subprocess
    import sys

    command = [sys.executable, "-m", "suivi.cli", "reconcile", "--data", str(data), "--look"]
    # What it finds it keeps in the node, which then signs nothing; a partner's silence stops nobody (decision 0085).
    subprocess.run(command, stdout=sys.stderr, check=False)  # noqa: S603  # our own command


def _serve_first_page(folder: Path, bind: str, *, threads: int, published: str) -> None:
    from suivi.cli.first_page import new_code
    from suivi.cli.web_server import serve_first_page

    if published:
        raise typer.BadParameter("there is no node yet; make it first, then serve it so", param_hint="--published")
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    code = new_code()
    print(f"“{folder}” holds no node yet. Open http://{bind}/ in a browser and type this code there:\n\n    {code}\n")
    print("It works once, and for half an hour; until the node is made nothing else is served.", flush=True)
    serve_first_page(folder, code, bind, threads=threads)


def _publish_beside(folder: Path, bind: str) -> None:
    import multiprocessing

    # A process of its own, begun anew: it knows no database and no key.
    shown = multiprocessing.get_context("spawn").Process(target=_show, args=(str(folder), bind), daemon=True)
    shown.start()


def _show(folder: str, bind: str) -> None:
    from suivi.cli.web_server import serve_published

    serve_published(Path(folder), bind)


def serve_outbox(
    folder: Annotated[Path, typer.Argument(help="The published directory.")],
    bind: Annotated[str, typer.Option(help="Where to listen, as address:port.")] = "127.0.0.1:9443",
    certificate: Annotated[Path | None, typer.Option(help="A PEM file with the server’s certificate.")] = None,
    key: Annotated[Path | None, typer.Option(help="The PEM file of its key.")] = None,
) -> None:
    """Show a published directory until interrupted: static files only, under any account that may read them."""
    from suivi.cli.web_server import serve_published

    if not folder.is_dir():
        raise typer.BadParameter(f"“{folder}” is not a directory", param_hint="FOLDER")
    serve_published(folder, bind, certificate=certificate, key=key)


def demo(
    data: Annotated[Path, typer.Option("--data", help="Where the two nodes are made (DIR/can and DIR/kor).")] = Path(
        "var/demo"
    ),
    plan: Annotated[Path | None, typer.Option(help="Your own text of the plan instead of the sample.")] = None,
    serve: Annotated[bool, typer.Option(help="Serve both desks afterwards.")] = True,
    port: Annotated[
        int | None, typer.Option(help="The first of the two ports (default: 8001, or the next free pair).")
    ] = None,
) -> None:
    """Play the public record of a real partnership between an Ottawa and a Seoul node, then serve both.

    The clock is simulated, the officers are invented; every fact carries its source. Ctrl-C leaves nothing half made.
    """
    import signal

    from suivi.cli.demonstration.play import held, play
    from suivi.cli.demonstration.serving import free_ports, serve_both

    # A shell that starts us in the background has SIGINT ignored; whoever sends it means it all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with held(data):
        first = free_ports(port) if serve else 0
        try:
            stage = play(data, own_text=plan)
        except KeyboardInterrupt:
            print("Interrupted: nothing was kept, and what was there before still stands.")
            raise SystemExit(130) from None
        if serve:
            serve_both(stage, port=first)
            return
    print(f"Digest of both registers: {stage.digest}")
    for spot in stage.spots:
        print(spot.line("en"))
