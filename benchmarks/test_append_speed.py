"""How long one append takes at 1,000 entries and at 100,000: history must cost nothing (exchange format, G5).

Run: python -m pytest benchmarks/test_append_speed.py --benchmark-enable -s
Both logs are filled and on the disk before anything is measured; the ratio is taken from appends to one and the other
by turns, so that whatever else the machine does weighs on both.
The log: our own shared log of a real node, filled beforehand with reports of the length officials write, every entry
under a checkpoint of its own, as long as appending one by one would have left it. An append is what
`desk.entries.append` does: one transaction with content, entry, frontier and signed checkpoint, synced to the disk.
"""

import datetime
import hashlib
import json
import os
import secrets
import shutil
import statistics
import time
from itertools import islice
from pathlib import Path

import pytest
from django.db import connection

from suivi.desk import entries
from suivi.desk.models import Checkpoint, Content, Entry
from suivi.log.canonical import canonical
from suivi.log.header import Header
from suivi.log.note import Checkpoint as Tree
from suivi.log.note import cosigned, signed
from suivi.log.tree import Frontier, leaf_hash
from suivi.record.kinds import content_value
from suivi.record.reports import ReportFiled, Stage
from tests.desk.conftest import serve, served, stages  # noqa: F401  fixtures: a node for this process, made from snapshots

LOG = "suivi/can/can-kor"
CHANNEL = "can-kor"
SIZES = (1_000, 100_000)
AT = datetime.datetime(2025, 1, 6, 9, 0, tzinfo=datetime.UTC)
ROUNDS = 400
BATCH = 5_000
TURNS = 20
FOLDERS: dict[int, Path] = {}


def written(seq, seen=(), provision="P1.I1"):
    """The header and content of the entry for that place; `seen` as its header states it."""
    account = f"Month {seq}: officials met twice and exchanged lists. " * 6
    said = ReportFiled(provision=provision, stage=Stage.UNDER_WAY, account={"en": account}, on="2025-01-05")
    content = canonical(content_value(said, salt=entries.fresh_id()))
    header = Header(
        log=LOG,
        seq=seq,
        id=entries.fresh_id(),
        type="report.filed",
        subject=f"sample-2024#{provision}",
        sha256=entries.sha256(content),
        size=len(content),
        marking={"tlp": "AMBER"},
        seen=dict(seen),
        manifest=1,
        at=entries.instant(AT),
    )
    return header, content


def rows(start, end, seen=()):
    """Entry, content and checkpoint of every place from `start` to `end`; one checkpoint in 256 and the last are signed.

    The others bear the signatures of the last signed one, so that they are as long: nobody asks for them.
    """
    log_key, witness_key = entries.own_signers(CHANNEL)
    frontier = entries.frontier(LOG)
    for seq, (octets, digest, content) in zip(range(start, end), alike(start, end, seen), strict=True):
        leaf = leaf_hash(octets)
        frontier = frontier.after(leaf)
        if seq % 256 == 0 or seq in (start, end - 1):
            note = note_over(frontier, log_key, witness_key)
        yield (
            Entry(log=LOG, seq=seq, header=octets, leaf=leaf, digest=digest),
            Content(digest=digest, octets=content),
            Checkpoint(log=LOG, size=seq + 1, note=note, frontier=frontier.octets()),
        )


def alike(start, end, seen):
    """Header, digest and content of every place from `start` to `end`: `written`, with what differs set in its bytes.

    So a million are made in a minute; `written` itself spends most of its time on the order of keys.
    """
    header, content = written(0, seen)
    salt = json.loads(content)["salt"].encode()
    before, after = content.split(salt)
    octets = header.octets()
    for seq in range(start, end):
        fresh = secrets.token_hex(16).encode()
        said = before.replace(b"Month 0", b"Month %d" % seq) + fresh + after.replace(b"Month 0", b"Month %d" % seq)
        digest = hashlib.sha256(said).hexdigest()
        made = octets.replace(header.sha256.encode(), digest.encode()).replace(header.id.encode(), fresh[::-1])
        made = made.replace(b'"seq":0', b'"seq":%d' % seq).replace(
            b'"size":%d' % len(content), b'"size":%d' % len(said)
        )
        yield made, digest, said


def note_over(frontier: Frontier, log_key, witness_key):
    """The signed and cosigned checkpoint, as an append leaves it."""
    note = signed(Tree(LOG, frontier.size, frontier.root()).text(), LOG, log_key)
    return cosigned(note, "suivi/can/witness", witness_key, at_seconds=int(AT.timestamp())).octets()


def fill(size, seen=()):
    """Fill our shared log up to `size` entries that have `seen` so much of the other log."""
    made = rows(entries.log_size(LOG), size, seen)
    while batch := list(islice(made, BATCH)):
        for table, column in zip((Entry, Content, Checkpoint), zip(*batch, strict=True), strict=True):
            table.objects.bulk_create(column, batch_size=500)


@pytest.fixture
def histories(serve, stages, tmp_path_factory):  # noqa: F811  the fixtures imported above
    """The function that makes this process serve the node whose log held that many entries; filled once."""
    if not FOLDERS:
        for size in SIZES:
            FOLDERS[size] = tmp_path_factory.mktemp("history") / "can"
            shutil.copytree(stages / "chartered" / "can", FOLDERS[size])
            serve(FOLDERS[size])
            fill(size)
            assert entries.log_size(LOG) == size
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.sync()
    return lambda size: serve(FOLDERS[size])


def next_entry():
    header, content = written(entries.log_size(LOG))
    return (header, content), {"at": AT}


@pytest.mark.parametrize("size", SIZES)
def test_one_append(histories, size, benchmark):
    histories(size)

    placed = benchmark.pedantic(entries.append, setup=next_entry, rounds=ROUNDS, warmup_rounds=20)

    assert entries.log_size(LOG) == placed.seq + 1 > size


def test_appending_costs_no_more_with_a_long_history(histories, pytestconfig):
    measured = pytestconfig.getoption("benchmark_enable")
    took = {size: [] for size in SIZES}
    for _ in range(TURNS if measured else 1):
        for size in SIZES:
            histories(size)
            entries.append(*next_entry()[0], at=AT)  # opens the database
            for _ in range(ROUNDS // TURNS):
                header, content = written(entries.log_size(LOG))
                began = time.perf_counter()
                entries.append(header, content, at=AT)
                took[size].append(time.perf_counter() - began)
    few, many = (statistics.median(took[size]) for size in SIZES)

    print(
        f"\nmedian append at {SIZES[0]:,}: {few * 1e3:.2f} ms, at {SIZES[1]:,}: {many * 1e3:.2f} ms, ratio {many / few:.2f}"
    )
    assert not measured or many <= 1.2 * few
