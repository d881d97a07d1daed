"""The exchange online, over loopback: a directory of static files on one side, a courier on the other."""

import contextlib
import datetime
import os
import sqlite3
import subprocess
import sys

import pytest

from tests.two_nodes.capitals import PLAN, replace, report, tables

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
LATER = AT + datetime.timedelta(hours=1)


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


def test_g01_what_has_no_receipt_is_shown_with_its_days(online):
    can, kor = online
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    kor.suivi("pull")

    shown = can.suivi("channel", "show").facts
    words = kor.suivi("channel", "show", "--format", "table")

    ours = next(log for log in shown["logs"] if log["log"] == can.log)
    assert ours["acknowledged"] < ours["size"]  # Seoul has it, and Ottawa has not pulled the receipt yet
    assert ours["unacknowledged_days"] is not None
    assert "acknowledged" in words.out
    assert "Last pull from can" in words.out


def test_a_silent_partner_is_shown_as_stale_and_its_log_stays_readable(online):
    kor = online.kor
    kor.does("pull", party="can", at=AT)

    log = next(log for log in kor.suivi("channel", "show").facts["logs"] if log["log"] == online.can.log)

    assert log["freshness"] == "fresh"
    assert kor.does("freshness", log=online.can.log, days=7, after=30) == "stale"
    with contextlib.closing(sqlite3.connect(kor.folder / "suivi.sqlite3")) as file, file:
        file.execute("UPDATE desk_freshness SET seconds = seconds - 35 * 86400")
    assert "channel.stale" in kor.does("channel pages")["verify"][1]  # above the matter of whatever page


def test_a_node_that_pulls_by_a_schedule_says_once_a_day_that_it_is_alive(online):
    can = online.can
    can.suivi("pull")
    can.does("publish", at=AT)
    checkpoint = can.folder / "published" / "x" / "v1" / "can-kor" / "can" / "checkpoint"
    before = checkpoint.read_bytes()

    codes = [can.suivi("pull", "--due").code]
    said = checkpoint.read_bytes()
    codes.append(can.suivi("pull", "--due").code)

    assert codes == [0, 0]
    assert said.partition(b"\n\n")[0] == before.partition(b"\n\n")[0]
    assert said != before
    assert checkpoint.read_bytes() == said


def test_a_full_disk_is_told_and_ends_no_pulling_by_a_schedule(online):
    can, kor = online
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    words = [sys.executable, "-m", "suivi.cli", "pull", "--every", "1", "--data", str(kor.folder)]
    limited = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)); os.execv(sys.argv[1], sys.argv[1:])"
    surroundings = {**os.environ, "SUIVI_LANGUAGE": "en", "PYTHONDONTWRITEBYTECODE": "1"}

    with subprocess.Popen(
        [sys.executable, "-c", limited, *words],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=surroundings,
        text=True,
    ) as running:
        told = next(line for line in running.stderr if "[own." in line)
        goes_on = running.poll() is None
        running.kill()

    assert "[own.disk]" in told
    assert goes_on
    assert kor.does("pull", party="can", at=LATER)["new"] > 0


def test_the_pages_of_the_channel_verify_and_pull(online):
    can, kor = online
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)

    pages = kor.does("channel pages")

    assert {page: code for page, (code, _) in pages.items()} == dict.fromkeys(pages, 200)
    assert "Sound" in pages["verify"][1]
    assert can.log in pages["pull"][1]
    assert "<svg" in pages["channel"][1]


def test_l09_a_published_file_that_was_altered_is_written_again_and_an_alarm_kept(online):
    can, kor = online
    parts = (can.folder / "published").glob("x/v1/can-kor/can/segments/0.p/[0-9]*")
    segment = max(parts, key=lambda path: int(path.name))
    sound = segment.read_bytes()
    segment.write_bytes(sound.replace(b"Officials", b"Officers "))

    ran = can.suivi("publish")
    shown = can.suivi("channel", "show").facts

    assert ran.facts["can-kor"]["altered"] == [str(segment.relative_to(can.folder / "published"))]
    assert segment.read_bytes() == sound
    assert shown["refused"][0]["code"] == "own.altered"
    assert kor.does("pull", party="can", at=AT)["new"] == 0


def test_o11_an_operator_decides_how_much_one_pull_may_bring(online):
    can, kor = online
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)

    few = kor.suivi("pull", "--entries-at-most", "0")
    small = kor.suivi("pull", "--megabytes-at-most", "0")

    assert [(ran.code, "[size.budget]" in ran.err) for ran in (few, small)] == [(3, True), (3, True)]
    assert kor.suivi("pull", "--megabytes-at-most", "1").code == 0
