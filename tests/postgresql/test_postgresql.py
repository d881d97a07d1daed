"""Nodes in PostgreSQL: the same journey, the same register, writers that queue, tables that refuse, wrong addresses."""

import datetime
import os
import random
import shutil
import subprocess
import sys
import time

import pytest
from django.db import DatabaseError, connection, transaction

from suivi.desk import entries, project, registers, verification
from suivi.desk.database import DatabaseNotUsable, settings_for
from suivi.desk.node import Node, read_node
from suivi.desk.postgresql.base import WRITERS
from tests.desk.conftest import AT, MINUTE, reported, serve, served, stages
from tests.postgresql.serving import moved_to
from tests.two_nodes.capitals import PLAN, Capitals, report, snapshots_in
from tests.two_nodes.orders import PASSWORD, file_report, leave

__all__ = ["reported", "serve", "served", "stages"]

pytestmark = pytest.mark.two_nodes


@pytest.fixture
def ottawa(cluster, serve, stages, tmp_path, settings, django_db_blocker):
    """The Canadian node once each side has reported, its tables in PostgreSQL, served by this process."""
    shutil.copytree(stages / "reported" / "can", tmp_path / "can")
    serve(tmp_path / "can")
    connection.close()  # `serve` has left one open, to a server too where the desk is tested there
    settings.NODE = moved_to(cluster, tmp_path / "can")
    registers.forget()
    return settings.NODE


def test_a_node_moved_is_sound_and_has_the_same_register(serve, stages, cluster, tmp_path, settings):
    shutil.copytree(stages / "reported" / "can", tmp_path / "can")
    serve(tmp_path / "can")
    before, rows = registers.common("can-kor"), project.held_rows("can-kor")

    connection.close()  # `serve` has left one open, to a server too where the desk is tested there
    settings.NODE = moved_to(cluster, tmp_path / "can")
    registers.forget()

    assert connection.vendor == "postgresql"
    assert registers.common("can-kor") == before
    assert project.held_rows("can-kor") == rows
    assert [finding.sentence for finding in verification.check_node() if not finding.sound] == []


def test_what_is_appended_after_a_move_follows_what_was_there(ottawa):
    before = entries.log_size("suivi/can/can-kor")

    leave(ticket=file_report(**report(provision="P1.I2", on="2024-12-01"), at=AT), at=AT)

    assert entries.log_size("suivi/can/can-kor") == before + 1
    assert [finding.sentence for finding in verification.verify_logs() if not finding.sound] == []
    held = project.held_rows("can-kor")
    assert [one.healed for one in project.rebuild()] == [0, 0]
    assert project.held_rows("can-kor") == held


@pytest.mark.parametrize("table", ["desk_entry", "desk_homeentry", "desk_checkpoint", "desk_keylist"])
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM {table}", "UPDATE {table} SET id = id", "TRUNCATE {table}",
     "INSERT INTO {table} SELECT * FROM {table} LIMIT 1 ON CONFLICT (id) DO UPDATE SET id = excluded.id"],
)  # fmt: skip
def test_postgresql_too_refuses_to_change_what_is_on_record(ottawa, table, statement):
    with pytest.raises(DatabaseError, match="what is on record is never changed or removed"), transaction.atomic():
        run(statement.format(table=table))


@pytest.mark.parametrize("table", ["desk_content", "desk_homecontent", "desk_attachment"])
def test_a_content_may_be_emptied_and_nothing_else(ottawa, table):
    for statement in (
        f"DELETE FROM {table}",
        f"UPDATE {table} SET octets = 'other'",
        f"UPDATE {table} SET digest = 'x'",
    ):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            run(statement)

    run(f"UPDATE {table} SET octets = NULL")

    assert run(f"SELECT count(*) FROM {table} WHERE octets IS NOT NULL") == [(0,)]


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def test_whoever_writes_holds_the_lock_of_the_writers_until_the_end(ottawa, cluster):
    def held():
        found = cluster.says("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")
        return found[0][0]

    assert held() == 0
    with transaction.atomic():
        assert held() == 1
        assert run(f"SELECT pg_try_advisory_xact_lock({WRITERS})") == [(True,)]  # its own holder may take it again
    assert held() == 0


@pytest.fixture(scope="module")
def capitals(cluster, tmp_path_factory):
    """Both capitals with their tables in PostgreSQL, in processes of their own, once both have reported."""
    folder = tmp_path_factory.mktemp("postgresql")
    both = Capitals(folder, databases={party: cluster.address(cluster.database()) for party in ("can", "kor")})
    for _ in snapshots_in(both):
        pass
    yield both
    both.leave()


def test_the_journey_ends_with_equal_registers_and_two_officers_at_once_queue(capitals):
    registers_printed = [capital.suivi("register", PLAN, "--format", "json") for capital in capitals]
    assert [ran.code for ran in registers_printed] == [0, 0], [ran.err for ran in registers_printed]
    assert registers_printed[0].facts == registers_printed[1].facts
    for capital in capitals:
        assert "postgresql://" in (capital.folder / "settings.toml").read_text("utf-8")
        assert not (capital.folder / "suivi.sqlite3").exists()
        before, after = capital.does("rows")
        assert before == after
        assert after["ReportRow"].total() >= 2

    day = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
    opened = capitals.can.does("open activity", plan=PLAN, provision="P1.I3", mode="dialogue", at=day)
    step = {"activity": opened["id"], "step": "propose", "details": {"date": "2025-03-04", "level": "ministers"}}
    tickets = capitals.can.does("file step twice", **step, at=day)
    for ticket in tickets:
        capitals.can.does("approve", ticket=ticket, at=day)
    size = capitals.can.does("size", log=capitals.can.log)

    commands = [
        capitals.can.starts("release", ticket, "--officer", officer)
        for ticket, officer in zip(tickets, capitals.can.officers, strict=True)
    ]
    ended = sorted((command.ends() for command in commands), key=lambda ran: ran.code)

    assert [ran.code for ran in ended] == [0, 3], [ran.err for ran in ended]
    assert "[register.step-not-open]" in ended[1].err
    assert capitals.can.does("size", log=capitals.can.log) == size + 1
    assert capitals.can.suivi("log", "verify").code == 0


def test_a_killed_release_leaves_nothing_and_the_next_goes_through(capitals):
    day = datetime.datetime.now(datetime.UTC)  # logs never run backwards: another test has released today
    ticket = capitals.can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=day)
    capitals.can.does("approve", ticket=ticket, at=day)
    size = capitals.can.does("size", log=capitals.can.log)

    running = capitals.can.orders("release", ticket=ticket, at=day + 3 * MINUTE)
    while not running.begun:  # else there is nothing to kill yet
        time.sleep(0.001)
    time.sleep(random.random() / 4)
    running.kill()
    running.ends()

    assert capitals.can.does("size", log=capitals.can.log) in (size, size + 1)
    capitals.can.does("release", ticket=ticket, at=day + 3 * MINUTE)
    assert capitals.can.does("size", log=capitals.can.log) == size + 1
    before, after = capitals.can.does("rows")
    assert before == after


def node(address):
    return Node(folder=None, party="can", secret_key="0" * 50, database_address=address)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("mysql://suivi@localhost/suivi", "is not the address of a database"),
        ("postgresql://suivi@localhost", "is not the address of a database"),
        ("postgresql://suivi@localhost/a/b", "is not the address of a database"),
        ("suivi", "is not the address of a database"),
        ("postgresql://suivi@localhost:port/suivi", "cannot be read"),
        ("postgresql://suivi@localhost/suivi?options=-c%20fsync=off", "names what is not known: options"),
    ],
)
def test_an_address_that_is_none_is_refused_with_a_hint(address, told):
    with pytest.raises(DatabaseNotUsable, match=told) as refused:
        settings_for(node(address))

    assert refused.value.code == "own.database-address"


def test_no_refusal_shows_a_password():
    with pytest.raises(DatabaseNotUsable) as refused:
        settings_for(node("mysql://suivi:secret@localhost/suivi"))

    assert "secret" not in str(refused.value)


def test_an_address_is_taken_apart():
    found = settings_for(node("postgresql://of%40fice:p%2Fw@db.example:5433/suivi?sslmode=verify-full"))

    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "of@fice", "p/w", "db.example", "5433", "suivi",
    )  # fmt: skip
    assert found["OPTIONS"]["sslmode"] == "verify-full"


def made(folder, address):
    """What comes of making a node whose tables are to lie at that address."""
    command = [sys.executable, "-m", "suivi.cli", "init", "--party", "can", "--data", str(folder)]
    surroundings = {**os.environ, "SUIVI_DATABASE": address, "SUIVI_PASSWORD": PASSWORD, "SUIVI_LANGUAGE": "en"}
    officers = ["--officer", "A", "--officer", "B"]
    return subprocess.run([*command, *officers], env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("address", ["postgresql://nobody@127.0.0.1:1/none", "postgresql://%2Fnowhere/none"])
def test_a_server_that_is_not_there_is_said_so_and_nothing_is_made(tmp_path, address):
    ran = made(tmp_path / "can", address)

    assert ran.returncode == 3
    assert "[own.database]" in ran.stderr
    assert "cannot be reached" in ran.stderr
    assert not (tmp_path / "can").exists()
    assert [place for place in tmp_path.iterdir() if "being-made" in place.name] == []


def test_a_database_that_holds_tables_takes_no_new_node(cluster, tmp_path):
    name = cluster.database()
    cluster.says("CREATE TABLE somebody_elses (id int)", database=name)

    ran = made(tmp_path / "can", cluster.address(name))

    assert (ran.returncode, "[database-taken]" in ran.stderr) == (3, True), ran.stderr
    assert cluster.says("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=name) == [
        ("somebody_elses",)
    ]


def test_the_settings_file_keeps_the_address(tmp_path):
    from suivi.desk.node import prepare_folder

    made = Node(folder=tmp_path / "n", party="can", secret_key="k" * 50, database_address='postgresql:///a"b')
    prepare_folder(made.folder, made)

    assert read_node(made.folder) == made
