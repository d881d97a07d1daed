"""Serving both desks of a played demonstration on loopback, one server process each."""

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


def serve_both(stage: Stage, *, port: int) -> None:
    """Serve both desks until interrupted, saying where and who may sign in; raises `PortTaken`."""
    for number in (port, port + 1):
        if not _is_free(number):
            raise PortTaken(port=number)
    servers = [_server(stage.folder / code, port + place) for place, code in enumerate(stage.officers)]
    try:
        for place, (code, officers) in enumerate(stage.officers.items()):
            _wait_for(port + place)
            print(
                f"{PLACES.get(code, code)}: http://127.0.0.1:{port + place}/  officers: {', '.join(officers)}",
                flush=True,
            )
        print(f"The password of every officer is “{PASSWORD}”. Stop with Ctrl-C.", flush=True)
        for server in servers:
            server.wait()
    except KeyboardInterrupt:
        print("Stopped. Play it again with: suivi demo", flush=True)
    finally:
        for server in servers:
            server.terminate()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _server(folder: Path, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "suivi.cli", "serve", "--data", str(folder), "--bind", f"127.0.0.1:{port}"]
    return subprocess.Popen(command)


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the desk on port {port} did not answer in {PATIENCE_SECONDS} seconds")
