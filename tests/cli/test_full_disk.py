"""A full disk while writing: refused as `own.disk` or `file-no-room`, nothing half done, and the work goes on once there is room."""

import datetime
import os
import resource
from concurrent.futures import ThreadPoolExecutor

import pytest

from suivi.cli.files import write_whole
from tests.two_nodes.capitals import PLAN, report, tables, terminal

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)


DATABASE_OPENS = 33_000
"""As large as a file must be allowed to grow so that SQLite opens its database, of which it writes an index (32 KiB)."""


def on_a_full_disk(*, words, room):
    """The terminal, with a database that may grow by `room` pages and no more: SQLite answers that the disk is full."""
    from django.db.backends.signals import connection_created

    def limit(connection, **_):
        with connection.cursor() as cursor:
            (pages,) = cursor.execute("PRAGMA page_count").fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages + room}")

    connection_created.connect(limit)
    terminal(words=words, surroundings={})


def where_no_file_may_grow(*, words, octets):
    """The terminal, where every write beyond that size fails: SQLite answers that input or output failed."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, octets))
    terminal(words=words, surroundings={})


@pytest.fixture
def approved(reported):
    """A release of sixty thousand characters that only needs room."""
    account = {"en": "A long story. " * 5_000}
    ticket = reported.can.does("file report", **report(provision="P1.I2", account=account, on="2024-12-01"), at=AT)
    return reported.can.does("approve", ticket=ticket, at=AT)


def release(capital, ticket):
    return ["release", ticket, "--officer", capital.officers[0], "--data", str(capital.folder)]


@pytest.mark.parametrize("room", [0, 1, 2, 4])
def test_l02_a_release_on_a_full_disk_is_refused_and_works_once_there_is_room(reported, approved, room):
    reported.can.suivi("tickets", "--officer", reported.can.officers[0])
    before = tables(reported.can)

    ran = reported.can.begins(on_a_full_disk, words=release(reported.can, approved), room=room).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[own.disk]" in ran.err
    assert tables(reported.can) == before
    assert reported.can.suivi("log", "verify").code == 0
    assert reported.can.suivi(*release(reported.can, approved)[:-2]).code == 0


def test_l02_a_take_in_on_a_full_disk_is_refused_and_works_once_there_is_room(reported, approved, tmp_path):
    reported.can.does("release", ticket=approved, at=AT + datetime.timedelta(minutes=3))
    file = reported.can.hands_over(tmp_path / "file.suivi")
    before = tables(reported.kor)

    words = ["take-in", str(file), "--data", str(reported.kor.folder)]
    ran = reported.kor.begins(on_a_full_disk, words=words, room=1).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[own.disk]" in ran.err
    assert tables(reported.kor) == before
    assert reported.kor.suivi("take-in", file).facts["new"] == 1
    assert reported.kor.suivi("log", "verify").code == 0


def test_a_write_that_fails_half_way_is_refused_and_leaves_a_sound_log(reported, approved):
    reported.can.suivi("tickets", "--officer", reported.can.officers[0])
    before = tables(reported.can)

    ran = reported.can.begins(where_no_file_may_grow, words=release(reported.can, approved), octets=40_000).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[own.disk]" in ran.err
    assert tables(reported.can) == before
    assert reported.can.suivi("log", "verify").code == 0
    assert reported.can.suivi(*release(reported.can, approved)[:-2]).code == 0


def test_a_file_that_finds_no_room_is_not_left_half_written(reported, tmp_path):
    file = tmp_path / "file.suivi"
    file.write_bytes(b"what lay there before")

    words = ["hand-over", "--from-start", "-o", str(file), "--data", str(reported.can.folder)]
    ran = reported.can.begins(where_no_file_may_grow, words=words, octets=DATABASE_OPENS).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[file-no-room]" in ran.err
    assert str(file) in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["file.suivi"]
    assert file.read_bytes() == b"what lay there before"


@pytest.mark.parametrize("octets", [0, 300, 60_000, 200_000])
def test_a_node_that_finds_no_room_is_not_made(reported, tmp_path, octets):
    folder = tmp_path / "usa"
    words = ["init", "--party", "usa", "--data", str(folder), "--officer", "A. Roy", "--officer", "B. Kim"]

    ran = reported.can.begins(first_words, words=words, octets=octets).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[own.disk]" in ran.err
    assert list(tmp_path.iterdir()) == []


def first_words(*, words, octets):
    """`suivi init` in a fresh process, where every write beyond that size fails."""
    import subprocess
    import sys

    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({octets}, {octets})); "
    program = f"{limit}import sys; sys.argv = {['suivi', *words]!r}; from suivi.cli.main import main; main()"
    ran = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True, check=False)
    sys.stdout.write(ran.stdout)
    sys.stderr.write(ran.stderr)
    raise SystemExit(ran.returncode)


def test_a_paper_printed_on_a_full_disk_leaves_nothing_and_asks_for_room_alone(reported, tmp_path):
    words = ["review", PLAN, "--from", "2024-07-18", "--to", "2025-07-17", "--format", "pdf"]
    words = [*words, "-o", str(tmp_path / "out"), "--data", str(reported.can.folder)]

    ran = reported.can.begins(where_no_file_may_grow, words=words, octets=DATABASE_OPENS).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[file-no-room]" in ran.err
    assert f"“{tmp_path / 'out'}”" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_register_is_still_printed_on_a_full_disk(reported):
    ran = reported.can.begins(
        on_a_full_disk, words=["register", PLAN, "--data", str(reported.can.folder)], room=0
    ).ends()

    assert ran.code == 0


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reading:
        read = reading.submit(pipe.read_bytes)
        write_whole(pipe, "한 줄\n".encode())

    assert read.result() == "한 줄\n".encode()
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
