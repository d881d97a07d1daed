"""A node restored from a backup: it signs nothing before it has its own entries back from the partner's copy."""

import contextlib
import datetime
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.two_nodes.capitals import PLAN, replace, report
from tests.two_nodes.loopback import free_port

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
LATER = AT + datetime.timedelta(hours=5)


@pytest.fixture
def restored(online):
    """Ottawa reports twice, Seoul pulls; then Ottawa's database of the day before comes back."""
    can, kor = online
    backup = can.folder.with_name("yesterday")
    replace(backup, can.folder)
    for provision in ("P1.I2", "P1.I3"):
        can.does("report", **report(provision=provision, on="2024-12-01"), at=AT)
    kor.does("pull", party="can", at=AT + datetime.timedelta(hours=1))
    for name in ("suivi.sqlite3", "suivi.sqlite3-wal", "suivi.sqlite3-shm"):
        (can.folder / name).unlink(missing_ok=True)
        if (backup / name).exists():
            shutil.copy(backup / name, can.folder / name)
    return online


def without_published(can):
    shutil.rmtree(can.folder / "published")


def starts_its_desk(can):
    """The desk of that node starts, listens, and is stopped again."""
    port = free_port()
    desk = can.starts("serve", "--bind", f"127.0.0.1:{port}")
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.1)
    os.kill(desk.pid, signal.SIGTERM)
    desk.ends()


def alter_by_hand(can):
    """What somebody with the database file does, triggers out of the way: one header of ours reads as another."""
    with contextlib.closing(sqlite3.connect(can.folder / "suivi.sqlite3")) as database, database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        other = "(SELECT header FROM desk_entry WHERE log = ?1 AND seq = 2)"
        database.execute(f"UPDATE desk_entry SET header = {other} WHERE log = ?1 AND seq = 1", (can.log,))


def test_l06_a_node_whose_published_directory_knows_more_refuses_to_sign(restored):
    can, _ = restored
    ticket = can.does("file report", **report(provision="P1.I4", on="2024-12-01"), at=LATER)
    can.does("approve", ticket=ticket, at=LATER)

    ran = can.tries("release", ticket=ticket, at=LATER + datetime.timedelta(minutes=3))

    assert ran.code == 3
    assert "[own.behind]" in ran.err


def test_l04_a_node_marked_as_restored_refuses_to_sign_until_the_partner_was_asked(restored):
    can, kor = restored
    without_published(can)
    can.does("mark restored", at=LATER)
    ticket = can.does("file report", **report(provision="P1.I4", on="2024-12-01"), at=LATER)
    can.does("approve", ticket=ticket, at=LATER)
    refused = can.tries("release", ticket=ticket, at=LATER + datetime.timedelta(minutes=3))
    held = can.does("size", log=can.log)

    ran = can.suivi("reconcile")

    assert (refused.code, "[own.unreconciled]" in refused.err) == (3, True)
    assert ran.code == 0, ran.err
    assert json.loads(ran.out.splitlines()[-1])["taken_back"] == 2
    assert can.does("size", log=can.log) == held + 2 == kor.does("size", log=can.log)
    can.does("release", ticket=ticket, at=LATER + datetime.timedelta(minutes=4))
    kor.does("pull", party="can", at=LATER + datetime.timedelta(hours=1))
    can.does("pull", party="kor", at=LATER + datetime.timedelta(hours=2))
    assert [capital.suivi("log", "verify").code for capital in restored] == [0, 0]
    assert len({capital.suivi("register", PLAN).facts["digest"] for capital in restored}) == 1


def test_a_node_that_is_sound_is_found_so_at_its_start(online):
    can, kor = online
    kor.does("pull", party="can", at=AT)

    looked = can.suivi("reconcile", "--look")

    assert looked.code == 0, looked.err
    found = {one["memory"]: (one["ours"] - one["theirs"], one["code"]) for one in looked.facts}
    assert found == {"tables": (0, ""), "published": (0, ""), "kor": (0, "")}


def test_l04_every_partner_is_asked_at_every_start_before_the_desk_signs_anything(restored):
    can, _ = restored
    without_published(can)  # nobody marked the node as restored, and nothing here knows better
    ticket = can.does("file report", **report(provision="P1.I4", on="2024-12-01"), at=LATER)
    can.does("approve", ticket=ticket, at=LATER)

    starts_its_desk(can)
    refused = can.tries("release", ticket=ticket, at=LATER + datetime.timedelta(minutes=3))
    looked = can.suivi("reconcile", "--look")

    assert (refused.code, "[own.unreconciled]" in refused.err) == (3, True)
    assert looked.code == 3
    assert [one["code"] for one in looked.facts if one["memory"] == "kor"] == ["own.behind"]
    assert can.suivi("reconcile").code == 0
    can.does("release", ticket=ticket, at=LATER + datetime.timedelta(minutes=4))


def test_a_partner_that_does_not_answer_stops_no_node_at_its_start(restored):
    can, _ = restored
    nobody = f"http://127.0.0.1:{free_port()}"
    can.suivi("channel", "address", "kor", nobody, "--private")

    looked = can.suivi("reconcile", "--look")

    assert [one["theirs"] for one in looked.facts if one["memory"] == "kor"] == [None]
    assert [one["code"] for one in looked.facts if one["memory"] == "published"] == ["own.behind"]
    assert looked.code == 3


def test_l09_a_header_altered_by_hand_stops_the_node_at_its_start(online):
    can, _ = online
    alter_by_hand(can)

    looked = can.suivi("reconcile", "--look")

    assert [one["code"] for one in looked.facts if one["memory"] == "tables"] == ["own.tree"]
    assert looked.code == 3


def test_everything_comes_back_by_file_as_well(restored, tmp_path):
    can, kor = restored
    without_published(can)
    can.does("mark restored", at=LATER)
    copy = kor.hands_over(tmp_path / "copy.suivi", "--log-of", "can")

    ran = can.suivi("reconcile", copy)

    assert ran.code == 0, ran.err
    assert ran.facts["taken_back"] == 2
    assert ran.facts["may_sign"] is True


def test_a_word_beyond_what_we_hold_keeps_the_node_stopped(restored):
    can, kor = restored
    without_published(can)
    can.does("mark restored", at=LATER)
    size = kor.does("size", log=can.log)

    ran = can.suivi("reconcile", "--party", "kor", "--size", size, "--root", "0" * 64)

    assert ran.code == 3
    assert "[own.behind]" in ran.err


def test_a_receipt_that_knows_more_of_our_log_stops_a_node_nobody_marked(restored):
    can, _ = restored
    without_published(can)

    ran = can.tries("pull", party="kor", at=LATER)

    assert ran.code == 3
    assert "[own.behind]" in ran.err
    assert (can.folder / "restored.json").exists()


def test_l07_entries_that_nobody_can_give_back_are_burnt(restored):
    can, kor = restored
    without_published(can)
    can.does("mark restored", at=LATER)
    for gone in (kor.folder / "published" / "x" / "v1" / "can-kor" / "can" / "segments").iterdir():
        shutil.rmtree(gone)

    ran = can.suivi("reconcile")

    assert ran.code == 3
    assert "[own.burnt]" in ran.err


def test_what_was_released_after_the_backup_does_not_leave_twice(online):
    can, kor = online
    ticket = can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    can.does("approve", ticket=ticket, at=AT)
    backup = can.folder.with_name("yesterday")
    replace(backup, can.folder)
    placed = can.does("release", ticket=ticket, at=AT + datetime.timedelta(minutes=3))
    kor.does("pull", party="can", at=LATER)
    replace(can.folder, backup)
    can.does("mark restored", at=LATER)
    assert can.suivi("reconcile").code == 0
    size = can.does("size", log=can.log)

    again = can.does("release", ticket=ticket, at=LATER)

    assert again == placed
    assert can.does("size", log=can.log) == size


def rehearsed(can, backup, *words):
    """A drill as a terminal starts it, in a process that serves no node yet: it must not reach the node itself."""
    command = [sys.executable, "-m", "suivi.cli", "drill", str(backup), "--data", str(can.folder), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_drill_takes_what_suivi_backup_wrote_brings_everything_back_in_a_copy_and_touches_nothing(online, tmp_path):
    can, kor = online
    backup = tmp_path / "yesterday"
    assert can.suivi("backup", "-o", backup).code == 0
    for provision in ("P1.I2", "P1.I3"):
        can.does("report", **report(provision=provision, on="2024-12-01"), at=AT)
    kor.does("pull", party="can", at=AT + datetime.timedelta(hours=1))
    size = kor.does("size", log=can.log)

    without = rehearsed(can, backup)
    ran = rehearsed(can, backup, "--keys", can.folder / "keys", "--within", "15")

    assert (without.returncode, "--keys" in without.stderr) == (2, True)
    assert ran.returncode == 0, ran.stderr
    facts = json.loads(ran.stdout)
    assert facts["channels"] == [{"channel": "can-kor", "taken_back": 2, "size": size, "sound": True}]
    assert facts["refused_before"] is True
    assert not (can.folder / "restored.json").exists()


def test_the_drill_goes_by_file_from_a_copied_folder_and_never_opens_a_database_in_use(restored, tmp_path):
    can, kor = restored
    backup = shutil.copytree(can.folder.with_name("yesterday"), tmp_path / "backup")
    settings = backup / "settings.toml"
    settings.write_text(settings.read_text() + 'database = "postgresql://nobody@127.0.0.1:1/none"\n')
    (can.folder / "exchange.toml").unlink()
    copy = kor.hands_over(tmp_path / "copy.suivi", "--log-of", "can")

    ran = rehearsed(can, backup, "--copy", copy)
    other = rehearsed(can, backup, "--copy", settings)

    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["channels"][0]["taken_back"] == 2
    assert (other.returncode, "[file." in other.stderr) == (3, True)
