"""A backup taken from a running node, nodes made from it, and a new version tried on a copy first."""

import datetime
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing

import pytest

from tests.two_nodes.capitals import PLAN, Capital, report, tables
from tests.two_nodes.orders import PASSWORD

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)


def backed_up(capital, file, *options):
    ran = capital.suivi("backup", "-o", file, *options)
    assert ran.code == 0, ran.err
    return ran.facts


def restored(file, folder, *options, **surroundings):
    command = [sys.executable, "-m", "suivi.cli", "restore", str(file), "--data", str(folder), *map(str, options)]
    return subprocess.run(
        command,
        env={**os.environ, "SUIVI_LANGUAGE": "en", **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def file(reported, tmp_path):
    """A backup of the Canadian node, keys and all."""
    backed_up(reported.can, tmp_path / "can.suivi-backup", "--keys")
    return tmp_path / "can.suivi-backup"


@pytest.fixture
def second(tmp_path):
    """The Canadian node once more, to be made from a backup."""
    capital = Capital("can", tmp_path / "again")
    yield capital
    capital.leaves()


def test_a_node_made_from_a_backup_has_the_same_register_and_is_sound(reported, file, second):
    ran = restored(file, second.folder)

    assert ran.returncode == 0, ran.stderr
    printed = [one.suivi("register", PLAN, "--format", "json").facts for one in (reported.can, second)]
    assert printed[0] == printed[1]
    assert second.suivi("log", "verify").code == 0
    before, after = second.does("rows")
    assert before == after


def test_a_restored_node_signs_nothing_in_a_channel_before_it_is_compared(file, second):
    assert restored(file, second.folder).returncode == 0

    ticket = second.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    second.does("approve", ticket=ticket, at=AT)
    ran = second.tries("release", ticket=ticket, at=AT + datetime.timedelta(minutes=3))

    assert (ran.code, "[own.unreconciled]" in ran.err) == (3, True), ran.err
    assert (second.folder / "restored.json").exists()


def test_a_backup_taken_while_officers_write_is_of_one_moment(reported, tmp_path, second):
    words = ("report", PLAN, "P1.I2", "--stage", "done", "--on", "2024-12-01")
    writing = [
        reported.can.starts(*words, "--account", f"en=Report {number}.", "--officer", reported.can.officers[number % 2])
        for number in range(6)
    ]
    facts = backed_up(reported.can, tmp_path / "busy", "--keys")
    assert [one.ends().code for one in writing] == [0] * 6

    assert restored(tmp_path / "busy", second.folder).returncode == 0
    assert second.suivi("log", "verify").code == 0
    assert second.does("size", log="suivi/can/home") == facts["logs"]["suivi/can/home"]


def test_without_keys_a_backup_holds_no_secret_key_and_the_folder_is_named(reported, tmp_path, second):
    backed_up(reported.can, tmp_path / "plain")
    with tarfile.open(tmp_path / "plain") as tar:
        assert sorted(tar.getnames()) == ["backup.json", "settings.toml", "suivi.sqlite3"]
    assert (tmp_path / "plain").stat().st_mode & 0o077 == 0

    ran = restored(tmp_path / "plain", second.folder, "--keys", reported.can.folder / "keys")

    assert ran.returncode == 0, ran.stderr
    assert second.suivi("log", "verify").code == 0


def test_a_place_that_is_taken_is_left_alone(reported, tmp_path, file):
    before = file.read_bytes()

    again = reported.can.suivi("backup", "-o", file)
    there = restored(file, reported.can.folder)

    assert (again.code, "[backup-place-taken]" in again.err) == (3, True)
    assert (there.returncode, "[folder-taken]" in there.stderr) == (3, True)
    assert file.read_bytes() == before


def rewritten(file, change):
    """The backup with its members as `change` leaves them."""
    with tarfile.open(file) as tar:
        members = {member.name: tar.extractfile(member).read() for member in tar.getmembers()}
    change(members)
    with tarfile.open(file, "w") as tar:
        for name, octets in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(octets)
            tar.addfile(member, io.BytesIO(octets))


def relabelled(members, /, **said):
    members["backup.json"] = json.dumps(json.loads(members["backup.json"]) | said).encode()


def flipped(members):
    octets = bytearray(members["suivi.sqlite3"])
    octets[len(octets) // 2] ^= 1
    members["suivi.sqlite3"] = bytes(octets)


DAMAGES = {
    "a byte of the tables": flipped,
    "no label": lambda members: members.pop("backup.json"),
    "a missing member": lambda members: members.pop("suivi.sqlite3"),
    "a later format": lambda members: relabelled(members, format=2),
    "a path that leads elsewhere": lambda members: relabelled(members, members={"../evil": "0" * 64}),
    "a label that is no object": lambda members: members.update({"backup.json": b"[]"}),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_makes_no_node(file, tmp_path, damage):
    rewritten(file, DAMAGES[damage])

    ran = restored(file, tmp_path / "again")

    assert (ran.returncode, "[backup-unsound]" in ran.stderr) == (3, True), ran.stderr
    assert not (tmp_path / "again").exists()
    assert [place.name for place in tmp_path.iterdir() if "being-restored" in place.name] == []


@pytest.mark.parametrize("octets", [b"", b"no tar at all", b"\0" * 10240])
def test_what_is_no_backup_makes_no_node(tmp_path, octets):
    (tmp_path / "file").write_bytes(octets)

    ran = restored(tmp_path / "file", tmp_path / "again")

    assert (ran.returncode, "[backup-unsound]" in ran.stderr) == (3, True), ran.stderr


def test_a_backup_whose_record_was_altered_with_care_makes_no_node(file, tmp_path):
    def altered(members):
        place = tmp_path / "altered.sqlite3"
        place.write_bytes(members["suivi.sqlite3"])
        with closing(sqlite3.connect(place)) as database, database:
            database.execute("DROP TRIGGER desk_entry_no_update")
            database.execute("UPDATE desk_entry SET leaf = x'00' WHERE seq = 3")
        members["suivi.sqlite3"] = place.read_bytes()
        digests = json.loads(members["backup.json"])["members"]
        relabelled(members, members=digests | {"suivi.sqlite3": hashlib.sha256(place.read_bytes()).hexdigest()})

    rewritten(file, altered)

    ran = restored(file, tmp_path / "again")

    assert (ran.returncode, "[backup-unsound]" in ran.stderr) == (3, True), ran.stderr
    assert not (tmp_path / "again").exists()


MANDATES_THEN = """'["draft", "approve", "release", "administer"]'"""  # a list of words beside the officer, then


@pytest.fixture
def earlier(reported):
    """The Canadian node with the tables of an earlier version: before there were rows."""
    database = reported.can.folder / "suivi.sqlite3"
    database.rename(database.with_suffix(".now"))
    for words in (("desk", "0002"), ("auth",), ("sessions",)):
        ran = at_node(reported.can, "migrate", *words)
        assert ran.returncode == 0, ran.stderr
    with closing(sqlite3.connect(database)) as then, then:
        then.execute("ATTACH ? AS now", [str(database.with_suffix(".now"))])
        for name in ("officer", "draft", "ticket", "entry", "homeentry", "content", "homecontent", "attachment",
                     "checkpoint", "keylist", "evidence", "faultreport"):  # fmt: skip
            columns = [row[1] for row in then.execute(f"PRAGMA table_info(desk_{name})")]
            kept = ", ".join(MANDATES_THEN if column == "mandates" else column for column in columns)
            then.execute(f"INSERT INTO main.desk_{name} ({', '.join(columns)}) SELECT {kept} FROM now.desk_{name}")
    database.with_suffix(".now").unlink()
    return reported.can


def at_node(capital, *words):
    surroundings = {**os.environ, "SUIVI_DATA": str(capital.folder), "DJANGO_SETTINGS_MODULE": "suivi.settings"}
    return subprocess.run(
        [sys.executable, "-m", "django", *words, "--verbosity", "0"],
        env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_an_upgrade_is_tried_on_a_copy_and_keeps_the_tables_of_before(earlier):
    checked = earlier.suivi("check", "--format", "table")
    assert (checked.code, "earlier version" in checked.out) == (3, True), checked.out + checked.err

    asked = earlier.suivi("register", PLAN)
    assert (asked.code, "[own.tables]" in asked.err) == (3, True), asked.err
    served = earlier.suivi("serve", "--bind", "127.0.0.1:0")
    assert (served.code, "[own.tables]" in served.err) == (3, True), served.err

    ran = earlier.suivi("upgrade", "--format", "json")

    assert ran.code == 0, ran.err
    assert ran.facts["steps"] >= 5
    kept = ran.facts["kept"]
    with closing(sqlite3.connect(kept)) as before:
        names = {name for (name,) in before.execute("SELECT name FROM sqlite_master")}
    assert "desk_entry" in names
    assert "desk_planrow" not in names
    before, after = earlier.does("rows")
    assert before == after
    assert after["CommitmentRow"].total() > 0
    assert earlier.suivi("check").code == 0
    assert earlier.suivi("upgrade", "--format", "json").facts == {"steps": 0, "kept": None}


def test_a_version_that_cannot_take_over_a_copy_leaves_the_node_as_it_was(earlier):
    # Somebody has made a table of a name the new version needs.
    with closing(sqlite3.connect(earlier.folder / "suivi.sqlite3")) as database, database:
        database.execute("CREATE TABLE desk_planrow (id integer)")
    before = tables(earlier)

    ran = earlier.suivi("upgrade")

    assert (ran.code, "[upgrade-rehearsal-failed]" in ran.err) == (3, True), ran.err
    assert tables(earlier) == before
    assert [place.name for place in earlier.folder.iterdir() if "before-upgrade" in place.name] == []


def test_a_full_disk_leaves_no_half_backup(reported, tmp_path):
    import resource

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))

    shutil.copytree(reported.can.folder, tmp_path / "can")
    command = [sys.executable, "-m", "suivi.cli", "backup", "-o", str(tmp_path / "b"), "--data", str(tmp_path / "can")]
    surroundings = {**os.environ, "SUIVI_LANGUAGE": "en", "SUIVI_PASSWORD": PASSWORD, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, preexec_fn=little_room)

    assert (ran.returncode, "[own.disk]" in ran.stderr) == (3, True), ran.stderr
    assert sorted(place.name for place in tmp_path.iterdir()) == ["can"]
