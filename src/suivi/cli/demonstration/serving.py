"""Serving both desks of a played demonstration on loopback, one server process each."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from suivi.cli.demonstration.actor import PASSWORD
from suivi.cli.demonstration.play import Stage
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

PLACES = {"can": "Ottawa", "kor": "Seoul"}
PATIENCE_SECONDS = 30
USUAL_PORT = 8001
PAIRS_TRIED = 20


class PortTaken(Refusal):
    """Another program listens where a desk should."""

    code = "port-taken"
    says = Words(
        en="Another program listens on port {port}.",
        fr="Un autre programme écoute sur le port {port}.",
        ko="다른 프로그램이 {port}번 포트를 사용하고 있습니다.",
    )
    remedy = Words(
        en="Stop it, or choose other ports with --port.",
        fr="Arrêtez-le, ou choisissez d’autres ports avec --port.",
        ko="해당 프로그램을 종료하거나 --port로 다른 포트를 지정하십시오.",
    )


def free_ports(asked: int | None, *, usual: int = USUAL_PORT) -> int:
    """The first of two neighbouring free ports: the pair `asked` for, else the first free one from `usual` on.

    Raises `PortTaken` for a pair asked for of which one is taken; it says so if the usual pair is.
    """
    if asked is not None:
        _refuse_taken(asked)
        return asked
    for first in range(usual, usual + PAIRS_TRIED * 2, 2):
        if _is_free(first) and _is_free(first + 1):
            if first != usual:
                print(f"Ports {usual} and {usual + 1} are not both free: {first} and {first + 1} are used.")
            return first
    raise PortTaken(port=usual)


def _refuse_taken(first: int) -> None:
    for number in (first, first + 1):
        if not _is_free(number):
            raise PortTaken(port=number)


def serve_both(stage: Stage, *, port: int) -> None:
    """Serve both desks on `port` and the next until interrupted, saying where and who may sign in."""
    _refuse_taken(port)  # it may have been taken while the demonstration was played
    places = range(port, port + len(stage.officers))
    servers = [
        _server(stage.folder / code, own, next(other for other in places if other != own))
        for code, own in zip(stage.officers, places, strict=True)
    ]
    try:
        for place, (code, officers) in enumerate(stage.officers.items()):
            _wait_for(port + place)
            print(
                f"{PLACES.get(code, code)}: http://127.0.0.1:{port + place}/  officers: {', '.join(officers)}",
                flush=True,
            )
        print(f"Begin at http://127.0.0.1:{port}/start", flush=True)
        print(f"The password of every officer is “{PASSWORD}”. Stop with Ctrl-C.", flush=True)
        for server in servers:
            server.wait()
    except KeyboardInterrupt:
        print("Stopped. Play it again with: suivi demo", flush=True)
    finally:
        for server in servers:
            server.terminate()
        for server in servers:
            server.wait()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _server(folder: Path, port: int, other: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "suivi.cli", "serve", "--data", str(folder), "--bind", f"127.0.0.1:{port}"]
    # In a group of its own: Ctrl-C is for us, and we end it as a server is ended.
    environment = {**os.environ, "SUIVI_DEMONSTRATION_OTHER": f"http://127.0.0.1:{other}"}
    return subprocess.Popen(command, env=environment, process_group=0)  # noqa: S603  # our own command


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the desk on port {port} did not answer in {PATIENCE_SECONDS} seconds")
