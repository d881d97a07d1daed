"""A demonstration started where it may not be, twice, on taken ports, or broken off: nothing half made, nothing lost."""

import fcntl
import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import pytest

from suivi.cli.demonstration.play import DemonstrationElsewhere, DemonstrationInUse, TextUnreadable, held, play
from suivi.cli.demonstration.serving import PortTaken, free_ports
from tests.demonstration.playing import suivi

MARK = ".suivi-demonstration"
PATIENCE_SECONDS = 60


@contextmanager
def listening():
    """A port another program listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def demo(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "suivi.cli", "demo", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path):
    theirs = tmp_path / "letters"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("Dear colleague", encoding="utf-8")

    with pytest.raises(DemonstrationElsewhere):
        play(theirs)

    assert (theirs / "letter.txt").read_text(encoding="utf-8") == "Dear colleague"
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]


def test_a_file_in_the_place_of_the_folder_is_refused_and_left_alone(tmp_path):
    theirs = tmp_path / "letter.txt"
    theirs.write_text("Dear colleague", encoding="utf-8")

    with pytest.raises(DemonstrationElsewhere):
        play(theirs)

    assert theirs.read_text(encoding="utf-8") == "Dear colleague"


def test_a_text_that_cannot_be_read_leaves_an_earlier_demonstration_in_place(tmp_path):
    earlier = an_earlier_one(tmp_path)

    with pytest.raises(TextUnreadable):
        play(earlier, own_text=tmp_path / "nowhere.txt")

    assert (earlier / "kept").exists()


def test_a_demonstration_that_is_being_served_is_not_played_over(tmp_path):
    earlier = an_earlier_one(tmp_path)

    with held(earlier), pytest.raises(DemonstrationInUse), held(earlier):
        pass

    with held(earlier):  # free again
        assert (earlier / "kept").exists()


def test_a_hold_left_by_a_crash_holds_nobody_up(tmp_path):
    (tmp_path / ".demo.held").touch()

    with held(tmp_path / "demo"):
        assert not is_free(tmp_path / ".demo.held")

    assert not (tmp_path / ".demo.held").exists()


def is_free(lock):
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def test_an_interrupted_demonstration_leaves_the_earlier_one_and_nothing_half_played(tmp_path):
    earlier = an_earlier_one(tmp_path)
    partial = tmp_path / ".demo.being-played"

    with demo("--data", earlier, "--no-serve") as running:
        wait_until((partial / "kor" / "suivi.sqlite3").exists)
        running.send_signal(signal.SIGINT)
        said, _ = running.communicate(timeout=PATIENCE_SECONDS)

    assert running.returncode == 130
    assert "Interrupted: nothing was kept" in said
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]
    assert (earlier / "kept").exists()


def test_ports_asked_for_and_taken_are_refused_before_anything_is_played(tmp_path):
    with listening() as port, demo("--data", tmp_path / "demo", "--port", port) as refused:
        said, _ = refused.communicate(timeout=PATIENCE_SECONDS)

    assert refused.returncode == 3
    assert f"Another program listens on port {port}." in said
    assert list(tmp_path.iterdir()) == []


def test_the_second_port_of_a_pair_counts_too():
    with listening() as port, pytest.raises(PortTaken):
        free_ports(port - 1)


def test_without_a_wish_the_next_free_pair_is_taken_and_said(capsys):
    with listening() as port:
        first = free_ports(None, usual=port)

    assert first > port
    assert (
        f"Ports {port} and {port + 1} are not both free: {first} and {first + 1} are used." in capsys.readouterr().out
    )


def an_earlier_one(folder):
    earlier = folder / "demo"
    earlier.mkdir()
    (earlier / MARK).touch()
    (earlier / "kept").touch()
    return earlier


def wait_until(reached):
    until = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.parametrize("party", ["can", "kor"])
def test_rows_made_along_the_way_are_those_made_anew(played, party):
    done = json.loads(suivi("rebuild", "--data", str(played.folder / party), "--format", "json"))

    assert done["healed"] == 0
    assert done["channels"][0]["rows"] > 1_000
