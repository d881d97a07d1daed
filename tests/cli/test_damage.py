"""`suivi log verify` and `suivi check` on damage, at the terminal: exit 3, and where."""

import random
import sqlite3
from collections import namedtuple
from contextlib import closing

import pytest

from tests.two_nodes.capitals import PLAN


def in_the_file(capital, octets):
    """Where these bytes lie in the database file, all its pages written back."""
    with closing(sqlite3.connect(capital.folder / "suivi.sqlite3")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    place = (capital.folder / "suivi.sqlite3").read_bytes().rfind(octets)
    assert place >= 0
    return place


def place_of(capital, entry, part):
    """Where a part of an entry begins in the file: header and leaf lie side by side, so do digest and content."""
    if part == "content":
        return in_the_file(capital, entry.digest.encode() + entry.content[:200]) + len(entry.digest)
    return in_the_file(capital, entry.header + entry.leaf) + (len(entry.header) if part == "leaf" else 0)


def change_byte(capital, place):
    with (capital.folder / "suivi.sqlite3").open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def rows(capital, statement):
    with closing(sqlite3.connect(capital.folder / "suivi.sqlite3")) as database:
        return database.execute(statement).fetchall()


Held = namedtuple("Held", "log seq header leaf digest content")


def entries(capital):
    """Every entry with its content."""
    columns = "e.log, e.seq, e.header, e.leaf, e.digest, c.octets"
    shared = f"SELECT {columns} FROM desk_entry e JOIN desk_content c ON c.digest = e.digest"
    home = f"SELECT {columns} FROM desk_homeentry e JOIN desk_homecontent c ON c.digest = e.digest"
    return [Held(*row) for row in rows(capital, f"{shared} UNION ALL {home} ORDER BY 1, 2")]


@pytest.mark.parametrize("part", ["header", "leaf", "content"])
def test_one_byte_changed_in_the_database_file_is_found_and_the_entry_named(reported, part):
    chance = random.Random(part)
    for entry in chance.sample(entries(reported.can), 4):
        place = place_of(reported.can, entry, part) + chance.randrange(32)
        change_byte(reported.can, place)

        verified, checked = reported.can.suivi("log", "verify", "--format", "table"), reported.can.suivi("check")
        change_byte(reported.can, place)

        assert (verified.code, checked.code) == (3, 3)
        assert f"UNSOUND  {entry.log}: entry {entry.seq}:" in verified.out
        assert "Not every log is sound." in verified.err
    assert reported.can.suivi("log", "verify").code == 0


def test_the_findings_are_the_same_for_machines(reported):
    entry = entries(reported.can)[3]
    change_byte(reported.can, place_of(reported.can, entry, "header") + 20)

    verified = reported.can.suivi("log", "verify", "--format", "json")

    unsound = [finding for finding in verified.facts if not finding["sound"]]
    assert verified.code == 3
    assert {finding["place"] for finding in unsound} == {entry.log}
    assert any(f"entry {entry.seq}:" in finding["sentence"] for finding in unsound)


def test_a_changed_attachment_is_found_by_check(reported):
    ((digest, octets), *_) = rows(reported.can, "SELECT digest, octets FROM desk_attachment")
    change_byte(reported.can, in_the_file(reported.can, octets[:60]) + 30)

    checked = reported.can.suivi("check")

    assert checked.code == 3
    assert digest in checked.out


def test_no_damage_to_the_database_file_is_an_unexpected_failure(reported):
    in_the_file(reported.can, b"SQLite format 3")
    file = reported.can.folder / "suivi.sqlite3"
    whole, chance = file.read_bytes(), random.Random(7)
    codes = {}
    for _ in range(24):
        place = chance.choice([chance.randrange(120), chance.randrange(len(whole))])
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        for suffix in ("-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
        for words in (("check",), ("register", PLAN)):
            ran = reported.can.suivi(*words, SUIVI_TRACE=None)
            codes.setdefault(ran.code, []).append((place, words, ran.err[-300:]))

    assert set(codes) <= {0, 3}, {code: told for code, told in codes.items() if code not in (0, 3)}


@pytest.mark.parametrize("octets", [b"", b"SQLite format 3\x00", b"A letter. " * 900])
def test_a_database_that_is_none_is_named(reported, octets):
    file = reported.can.folder / "suivi.sqlite3"
    file.write_bytes(octets)

    ran = reported.can.suivi("check", SUIVI_TRACE=None)

    assert ran.code == 3, ran.err
    assert "[own.database]" in ran.err
