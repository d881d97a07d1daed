"""The exchange online, over loopback: a directory of static files on one side, a courier on the other."""

import contextlib
import datetime
import multiprocessing
import socket
import time

import pytest

from tests.two_nodes.capitals import PLAN, replace, report, tables

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)


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


def test_what_one_side_releases_the_other_pulls_and_acknowledges(online):
    can, kor = online
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)

    first = kor.suivi("pull")
    back = can.suivi("pull")
    idle = kor.suivi("pull")

    assert (first.code, first.facts["new"]) == (0, 1), first.err
    assert (back.code, back.facts["new"]) == (0, 1)
    assert idle.facts["requests"] == 1
    assert idle.facts["bytes"] < 1000
    assert len({capital.suivi("register", PLAN).facts["digest"] for capital in online}) == 1


def test_a_pull_leaves_what_a_file_would_have_left(online, tmp_path):
    can, kor = online
    kept = kor.folder.with_name("by-file")
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    octets = can.does("hand over")
    replace(kept, kor.folder)
    kor.does("pull", party="can", at=AT + datetime.timedelta(hours=1))
    by_pull = tables(kor)
    replace(kor.folder, kept)
    kor.does("take in", octets=octets, at=AT + datetime.timedelta(hours=1))
    by_file = tables(kor)

    for name in ("desk_entry", "desk_keylist", "desk_attachment"):
        assert received(by_pull[name], can.log) == received(by_file[name], can.log)


def received(rows, log):
    """The rows of a table without their number, those of logs of ours left out."""
    return sorted(row[1:] for row in rows if log in row or not any("suivi/" in str(each) for each in row))
