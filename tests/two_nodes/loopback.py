"""The exchange online, over loopback: published directories shown on ports of their own.

`shown` shows any directory; `online` are both capitals, each published and each knowing where the other publishes.
"""

import contextlib
import multiprocessing
import socket
import time

import pytest


def free_port():
    with contextlib.closing(socket.socket()) as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


def _serve(folder, port):
    from pathlib import Path
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    from suivi.cli.published_server import PublishedFiles

    class Quiet(WSGIRequestHandler):
        def log_message(self, *words):
            pass

    make_server("127.0.0.1", port, PublishedFiles(Path(folder)), handler_class=Quiet).serve_forever()


@pytest.fixture
def shown():
    """A function: show a published directory on a port of its own; the address."""
    running = []

    def show(folder):
        port = free_port()
        process = multiprocessing.get_context("spawn").Process(target=_serve, args=(str(folder), port), daemon=True)
        process.start()
        running.append(process)
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                return f"http://127.0.0.1:{port}"
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    yield show
    for process in running:
        process.terminate()
        process.join()


@pytest.fixture
def online(reported, shown):
    """Both capitals, each knowing where the other publishes."""
    can, kor = reported
    for capital in reported:
        assert capital.suivi("publish").code == 0
    for ours, theirs in ((can, kor), (kor, can)):
        address = shown(theirs.folder / "published")
        ran = ours.suivi("channel", "address", theirs.party, address, "--private")
        assert ran.code == 0, ran.err
    return reported
