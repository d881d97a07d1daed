"""The tables of truth: the database itself refuses to change or remove what is on record."""

import pytest
from django.db import DatabaseError, connection, transaction

from suivi.desk import entries, project
from tests.desk.conftest import AT

pytestmark = pytest.mark.sqlite

FIXED = ("desk_entry", "desk_homeentry", "desk_checkpoint", "desk_keylist", "desk_evidence", "desk_faultreport")
EMPTIED_ONLY = ("desk_content", "desk_homecontent", "desk_attachment")


def columns(table):
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def run(statement, values=()):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
        return cursor.fetchall()


def refused(statement):
    with pytest.raises(DatabaseError, match="what is on record is never changed or removed"), transaction.atomic():
        run(statement)


@pytest.fixture
def full(ottawa):
    """A node with a row in every table of truth."""
    entries.keep_evidence("can-kor", "log.fork", b"{}", at=AT)
    entries.keep_fault_report("can-kor", "file.own", 11, "A sentence.", at=AT)
    assert all(rows(table) for table in (*FIXED, *EMPTIED_ONLY))
    return ottawa


@pytest.mark.parametrize("table", [*FIXED, *EMPTIED_ONLY])
def test_no_row_of_a_table_of_truth_can_be_removed(full, table):
    before = rows(table)

    refused(f"DELETE FROM {table}")

    assert rows(table) == before


@pytest.mark.parametrize("table", FIXED)
def test_no_row_of_a_fixed_table_can_be_replaced_by_another(full, table):
    before = rows(table)

    refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")

    assert rows(table) == before


@pytest.mark.parametrize("table", EMPTIED_ONLY)
def test_bytes_kept_by_digest_cannot_be_replaced_by_others(full, table):
    before = rows(table)

    refused(f"INSERT OR REPLACE INTO {table} SELECT digest, x'00' FROM {table} LIMIT 1")

    assert rows(table) == before


@pytest.mark.parametrize("table", FIXED)
def test_no_column_of_a_fixed_table_can_be_changed(full, table):
    before = rows(table)

    for column in columns(table):
        refused(f"UPDATE {table} SET {column} = {column}")

    assert rows(table) == before


@pytest.mark.parametrize("table", EMPTIED_ONLY)
def test_bytes_kept_by_digest_can_be_emptied_and_nothing_else(full, table):
    digest, octets = rows(table)[0]

    refused(f"UPDATE {table} SET octets = x'00' WHERE digest = '{digest}'")
    refused(f"UPDATE {table} SET octets = NULL, digest = '{'0' * 64}' WHERE digest = '{digest}'")
    assert run(f"UPDATE {table} SET octets = NULL WHERE digest = '{digest}'") == 1

    assert octets is not None
    assert rows(table)[0] == (digest, None)
    refused(f"UPDATE {table} SET octets = x'00' WHERE digest = '{digest}'")


def test_every_table_is_truth_or_known_not_to_be():
    ordinary = {
        *("account_emailaddress", "account_emailconfirmation", "mfa_authenticator", "usersessions_usersession"),
        *("axes_accessattempt", "axes_accessattemptexpiration", "axes_accessfailurelog", "axes_accesslog"),
        *("desk_absence", "desk_mandate", "desk_identity", "desk_bodyplace"),
        "desk_keptregister",
        "desk_calendarfeed",
        "desk_meetingline",
        "desk_freshness",
        "desk_homeplacerow",
        "desk_markrow",
        "desk_pull",
        "desk_approvalstep",
        "desk_evidencefile",
        "desk_evidenceuse",
        "desk_reminderaddress",
        "desk_remindersent",
        "desk_returnasked",
        "desk_returndraft",
        "desk_returnverdict",
        "desk_returnworkbook",
        "desk_reviewnote",
        "desk_savedview",
        "desk_unprojectedlog",
        *(table._meta.db_table for table in project.TABLES),
        "desk_officer",
        "desk_draft",
        "desk_ticket",
        "django_content_type",
        "django_migrations",
        "django_session",
        "auth_permission",
        "auth_group",
        "auth_group_permissions",
    }
    from django.apps import apps

    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {"django_migrations"}

    assert known == {*FIXED, *EMPTIED_ONLY} | ordinary
