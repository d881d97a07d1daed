"""`suivi log verify` and `suivi check`: sound nodes pass; any byte changed anywhere on record is found, and where."""

import random
import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from suivi.desk import verification

pytestmark = pytest.mark.sqlite

CANADA, KOREA, HOME = "suivi/can/can-kor", "suivi/kor/can-kor", "suivi/can/home"


def by_hand(node, statement, values=()):
    """What somebody with the database file does, triggers out of the way; returns the rows it gives."""
    connection.close()
    with closing(sqlite3.connect(node.database)) as database, database:
        triggers = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in triggers:
            database.execute(f"DROP TRIGGER {name}")
        return database.execute(statement, values).fetchall()


def unsound(findings):
    return [finding.sentence for finding in findings if not finding.sound]


def flipped(octets, place):
    place %= len(octets)
    return octets[:place] + bytes([octets[place] ^ 1]) + octets[place + 1 :]


def places(node):
    """Every entry held: its table, row number, log, position and digest."""
    return [
        (table, *row)
        for table in ("desk_entry", "desk_homeentry")
        for row in by_hand(node, f"SELECT id, log, seq, digest FROM {table} ORDER BY log, seq")
    ]


def test_a_sound_node_is_found_sound(ottawa):
    findings = verification.check_node()

    assert unsound(findings) == []
    assert {finding.place for finding in findings} >= {CANADA, KOREA, HOME}


@pytest.mark.parametrize("column", ["header", "leaf", "digest", "content"])
def test_a_change_in_any_entry_is_found_and_named(ottawa, column):
    chance = random.Random(column)
    missed = []
    for table, row, log, seq, digest in places(ottawa):
        where = (table, "id", row)
        if column == "content":
            where = (table.replace("entry", "content"), "digest", digest)
        kept = changed_once(ottawa, where, "octets" if column == "content" else column, chance)
        named = unsound(verification.verify_logs())
        restore(ottawa, where, "octets" if column == "content" else column, kept)
        if not any(sentence.startswith(f"{log}: entry {seq}:") for sentence in named):
            missed.append((log, seq, named))

    assert missed == []
    assert unsound(verification.verify_logs()) == []


def changed_once(node, where, column, chance):
    table, name, row = where
    ((kept,),) = by_hand(node, f"SELECT {column} FROM {table} WHERE {name} = ?", [row])
    octets = flipped(kept.encode() if isinstance(kept, str) else kept, chance.randrange(10_000))
    put(node, where, column, octets.decode() if isinstance(kept, str) else octets)
    return kept


def put(node, where, column, value):
    table, name, row = where
    by_hand(node, f"UPDATE {table} SET {column} = ? WHERE {name} = ?", [value, row])


restore = put


@pytest.mark.parametrize(
    ("damage", "log", "says"),
    [
        ("UPDATE desk_entry SET seq = 99 WHERE log = 'suivi/can/can-kor' AND seq = 4", CANADA, "entry 4"),
        ("UPDATE desk_entry SET seq = 99 WHERE log = 'suivi/can/can-kor' AND seq = 7", CANADA, "entry 7"),
        ("UPDATE desk_entry SET log = 'suivi/usa/can-kor' WHERE log = 'suivi/kor/can-kor' AND seq = 3", KOREA, "entry 3"),
        ("UPDATE desk_entry SET log = 'suivi/usa/can-kor' WHERE log = 'suivi/kor/can-kor' AND seq = 9", KOREA, "9 are missing"),
        ("DELETE FROM desk_entry WHERE log = 'suivi/kor/can-kor' AND seq = 0", KOREA, "entry 0"),
        ("DELETE FROM desk_homeentry WHERE seq = 13", HOME, "13 are missing"),
        ("DELETE FROM desk_content WHERE digest = (SELECT digest FROM desk_entry WHERE log = 'suivi/can/can-kor' AND seq = 3)", CANADA, "entry 3"),
        ("UPDATE desk_content SET octets = NULL WHERE digest = (SELECT digest FROM desk_entry WHERE log = 'suivi/can/can-kor' AND seq = 3)", CANADA, "entry 3"),
        ("DELETE FROM desk_checkpoint WHERE log = 'suivi/can/can-kor' AND size = 8", CANADA, "8 entries are held"),
        ("UPDATE desk_checkpoint SET size = 99 WHERE log = 'suivi/can/can-kor' AND size = 8", CANADA, "size 99"),
        ("UPDATE desk_keylist SET party = 'usa' WHERE party = 'kor'", "suivi/usa/can-kor", "keys.subject"),
        ("DELETE FROM desk_keylist WHERE channel = 'home'", HOME, "keys.unknown"),
        ("DELETE FROM desk_keylist WHERE party = 'kor'", KOREA, "keys.unknown"),
        ("DELETE FROM desk_keylist WHERE channel = 'can-kor'", CANADA, "keys.unknown"),
        ("UPDATE desk_checkpoint SET log = 'suivi/kor' WHERE log = 'suivi/kor/can-kor' AND size = 10", "suivi/kor", "no log has"),
    ],
)  # fmt: skip
def test_whatever_is_moved_or_removed_is_missed_and_named(ottawa, damage, log, says):
    by_hand(ottawa, damage)

    named = unsound(verification.check_node())

    assert any(log in sentence and says in sentence for sentence in named), named


@pytest.mark.parametrize("column", ["note", "frontier"])
def test_a_change_in_any_checkpoint_is_found_and_named(ottawa, column):
    chance = random.Random(column)
    missed = []
    for row, log, size in by_hand(ottawa, "SELECT id, log, size FROM desk_checkpoint ORDER BY id"):
        ((octets,),) = by_hand(ottawa, f"SELECT {column} FROM desk_checkpoint WHERE id = ?", [row])
        for _ in range(3):
            if not octets:  # the frontier of an empty log is empty
                continue
            put(ottawa, ("desk_checkpoint", "id", row), column, flipped(octets, chance.randrange(signed(octets, log))))
            named = unsound(verification.verify_logs())
            put(ottawa, ("desk_checkpoint", "id", row), column, octets)
            if not any(sentence.startswith(f"{log}: ") and says_where(sentence, size) for sentence in named):
                missed.append((log, size, named))

    assert missed == []


def signed(octets, log):
    """How much of a note is bound to be known here: a partner's may bear further signatures, as its cosignature."""
    return octets.find("— suivi/kor/witness".encode()) if log == KOREA and b"witness" in octets else len(octets)


def says_where(sentence, size):
    return f"size {size}" in sentence or f"to {size - 1} " in sentence


def test_a_change_in_any_key_list_is_found(ottawa):
    chance = random.Random("key lists")
    for row, party, channel in by_hand(ottawa, "SELECT id, party, channel FROM desk_keylist"):
        kept = changed_once(ottawa, ("desk_keylist", "id", row), "note", chance)

        named = unsound(verification.check_node())
        restore(ottawa, ("desk_keylist", "id", row), "note", kept)

        assert any(f"suivi/{party}/{channel}" in sentence for sentence in named), (party, channel, named)


def test_a_change_in_an_attachment_is_found_by_check(ottawa):
    for (digest,) in by_hand(ottawa, "SELECT digest FROM desk_attachment"):
        kept = changed_once(ottawa, ("desk_attachment", "digest", digest), "octets", random.Random(digest))

        named = unsound(verification.check_node())
        restore(ottawa, ("desk_attachment", "digest", digest), "octets", kept)

        assert any(digest in sentence for sentence in named)


def test_an_attachment_that_was_lost_is_found_by_check(ottawa):
    ((digest,), *_) = by_hand(ottawa, "SELECT digest FROM desk_attachment ORDER BY digest")

    by_hand(ottawa, "DELETE FROM desk_attachment WHERE digest = ?", [digest])

    assert any(digest in sentence for sentence in unsound(verification.check_node()))


def test_a_key_that_is_missing_or_open_to_others_is_found_by_check(ottawa):
    key = ottawa.keys / "can-kor.log.pem"
    key.chmod(0o644)
    opened = unsound(verification.check_node())
    key.unlink()
    gone = unsound(verification.check_node())

    assert any("can-kor.log.pem" in sentence and "other accounts" in sentence for sentence in opened)
    assert any("can-kor.log.pem" in sentence and "missing" in sentence for sentence in gone)
