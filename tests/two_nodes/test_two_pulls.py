"""Two pulls at once: the second is refused while the first goes on, and nothing is lost."""

import contextlib
import datetime
import socket
import threading

import pytest

from tests.two_nodes.capitals import report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def silent():
    """A server that takes a connection and says nothing until it is told to hang up: address, asked, hang up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        asked, told = threading.Event(), threading.Event()

        def serve():
            with contextlib.suppress(OSError):
                connection, _ = listening.accept()
                asked.set()
                told.wait(500)
                connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked, told
        told.set()
    thread.join(20)


def test_of_two_processes_that_pull_at_once_the_second_waits_its_turn(online, silent):
    can, kor = online
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    address, asked, hang_up = silent
    real = next(log["address"] for log in kor.suivi("channel", "show").facts["logs"] if log["log"] == can.log)
    assert kor.suivi("channel", "address", "can", address, "--private").code == 0

    first = kor.orders("pull", party="can", at=AT, limits={"silence": 500, "connect": 500})
    assert asked.wait(500)
    second = kor.tries("pull", party="can", at=AT)
    hang_up.set()
    broken = first.ends()

    assert second.code == 3
    assert "[pull-under-way]" in second.err
    assert broken.code == 3
    assert "[online.unavailable]" in broken.err
    assert kor.suivi("channel", "address", "can", real, "--private").code == 0
    assert kor.does("pull", party="can", at=AT)["new"] == 1
    assert kor.does("sound") == []
