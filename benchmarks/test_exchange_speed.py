"""What the exchange costs: a first sync of 100,000 entries, a file of 5,000, and one more entry after a long history.

Run: python -m pytest benchmarks/test_exchange_speed.py --benchmark-enable -s
Two real nodes: Ottawa's shared log is filled with reports of the length officials write, published, and shown on a
loopback port by the product's own static server; Seoul pulls with everything checked, stored and folded into its register.
The bounds are held against the seconds of processor this process took: other work on the machine does not count, and
the waiting of the disk and the wire is printed beside it. SUIVI_HISTORY=1000000 takes the history to a million entries.
"""

import contextlib
import datetime
import gc
import io
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection

from benchmarks.test_append_speed import AT, CHANNEL, LOG, fill, written
from suivi.desk import entries, outbox, partners, registers
from suivi.desk.actions import channel as channels
from suivi.desk.actions import pulling
from suivi.desk.courier import Limits
from tests.desk.conftest import serve, served, stages  # noqa: F401  fixtures: a node for this process, made from snapshots
from tests.two_nodes.loopback import shown  # noqa: F401  fixture: shows a directory on a port of its own

SYNCED = 100_000
FILED = 5_000
HISTORIES = (1_000, int(os.environ.get("SUIVI_HISTORY", "100000")))
ROUNDS = 30
LATER = AT + datetime.timedelta(days=1)


@pytest.fixture
def capitals(serve, stages, tmp_path, shown):  # noqa: F811  the fixtures imported above
    """A function: both nodes, Ottawa's log filled and shown; gives two functions, each serving one of them."""

    def made(size):
        folders = {party: tmp_path / str(size) / party for party in ("can", "kor")}
        for party, folder in folders.items():
            shutil.copytree(stages / "planned" / party, folder)
        serve(folders["can"])
        fill(size, registers.seen(CHANNEL))
        outbox.publish(CHANNEL, at=AT, whole=True)
        address = shown(folders["can"] / "published")
        partner = partners.Partner(channel=CHANNEL, party="can", address=address, private=True)
        partners.keep_partner(folders["kor"], partner)
        served_by = {party: lambda folder=folder: serve(folder) for party, folder in folders.items()}
        return {**served_by, "before": stages / "planned" / "can"}

    return made


@dataclass
class Took:
    """Seconds of processor, seconds by the clock on the wall, and the most memory meanwhile, in MiB."""

    processor: float = 0
    wall: float = 0
    began_with: int = 0
    most: int = 0

    def __str__(self):
        memory = f"memory {self.began_with} to {self.most} MiB"
        return f"{self.processor:.1f} s of processor, {self.wall:.1f} s in all, {memory}"


@contextlib.contextmanager
def timed():
    Path("/proc/self/clear_refs").write_text("5")  # the most held is counted again from here (proc(5))
    took = Took(began_with=held_at_most())
    processor, wall = time.process_time(), time.perf_counter()
    yield took
    took.processor, took.wall = time.process_time() - processor, time.perf_counter() - wall
    took.most = held_at_most()


def held_at_most():
    """The most memory this process has held since it was last asked to count again, in MiB."""
    found = re.search(r"^VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
    return int(found.group(1)) // 1024


def measured(pytestconfig):
    return pytestconfig.getoption("benchmark_enable")


def test_a_first_sync_and_a_restoration(capitals, shown, pytestconfig):  # noqa: F811  the fixture imported above
    size = SYNCED if measured(pytestconfig) else 600
    nodes = capitals(size)
    nodes["kor"]()
    gc.freeze()  # what a server holds from its start is not looked through at each turn (suivi.cli.web_server)

    with timed() as sync:
        pulled = pulling.pull(CHANNEL, "can", at=LATER, limits=Limits())
    assert entries.log_size(LOG) == size
    assert not registers.common(CHANNEL).set_aside
    outbox.publish(CHANNEL, at=LATER, whole=True)
    drilled, processor = _drilled(nodes["before"], shown(entries.own_node().folder / "published"))

    print(f"\nfirst sync of {size:,} entries: {sync}; {pulled.requests} requests, {pulled.octets / 1e6:.0f} MB")
    took = f"{drilled['minutes']} minutes by the clock, {processor:.1f} s of processor"
    print(f"the drill as a command, from a backup without them: {took}; {drilled}")
    assert drilled["refused_before"]
    assert drilled["good"]
    assert [one["size"] for one in drilled["channels"]] == [size]
    assert drilled["channels"][0]["taken_back"] > size - 20
    assert not measured(pytestconfig) or (sync.processor <= 60 and processor <= 15 * 60)


def _drilled(backup, address):
    """What `suivi drill` says of a backup without the entries, and the seconds of processor the command took.

    The node it is given is Ottawa's, and knows that Seoul publishes at `address`.
    """
    node = entries.own_node().folder.parent / "can"
    partners.keep_partner(node, partners.Partner(channel=CHANNEL, party="kor", address=address, private=True))
    # An hour by the clock: a quarter of one is asked of the processor below, whatever else the machine does.
    asked = ["drill", str(backup), "--data", str(node), "--within", "60", "--format", "json"]
    command = [sys.executable, "-m", "suivi.cli", *asked]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return json.loads(ran.stdout), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_a_file(capitals, pytestconfig):
    size = FILED if measured(pytestconfig) else 300
    nodes = capitals(size)
    nodes["can"]()
    octets = channels.hand_over_file(from_start=True)[1]
    nodes["kor"]()

    with timed() as taken:
        channels.take_in_file(lambda: io.BytesIO(octets), at=LATER)

    print(f"\na file of {size:,} entries ({len(octets) / 1e6:.1f} MB) taken in: {taken}")
    assert entries.log_size(LOG) == size
    assert not measured(pytestconfig) or taken.processor <= 5


def test_one_more_entry_costs_no_more_after_a_long_history(capitals, pytestconfig):
    sizes = HISTORIES if measured(pytestconfig) else (300, 600)
    long_histories = [History(capitals(size)) for size in sizes]
    gc.collect()
    gc.freeze()  # what a server holds for years is not looked through at each turn
    for _ in range(ROUNDS if measured(pytestconfig) else 3):  # by turns, so that other work weighs on both alike
        for history in long_histories:
            history.grows_by_one()
    gc.unfreeze()

    few, many = ({act: statistics.median(took) for act, took in one.took.items()} for one in long_histories)
    print()
    for act in few:
        ratio = many[act] / few[act]
        print(f"{act}: {few[act] * 1e3:.2f} ms at {sizes[0]:,}, {many[act] * 1e3:.2f} ms at {sizes[1]:,}, {ratio:.2f}")
    assert not measured(pytestconfig) or all(many[act] <= 1.2 * few[act] for act in few)


class History:
    """Both capitals after many entries, and the seconds of processor that one more has taken each time.

    The history reports on one commitment, the new entries on another: what grows with the reports on one commitment
    is the writing of its rows, measured elsewhere. Each side has the other's receipt before it writes again; letters
    that cross start the fold again. Both stand in one folder while they are served, and keep their registers as a
    server would.
    """

    def __init__(self, nodes):
        self._nodes, self._memory = nodes, {"can": {}, "kor": {}}
        self.took = {"append": [], "publish": [], "pull one": [], "pull nothing": [], "file of one": []}
        with self._as("kor"), timed() as first:
            pulling.pull(CHANNEL, "can", at=LATER, limits=Limits())
            receipt = channels.hand_over_file()[1]
        print(f"\n{entries.log_size(LOG):,} entries came first: {first}")
        with self._as("can"):
            channels.take_in_file(lambda: io.BytesIO(receipt), at=LATER)

    def grows_by_one(self):
        """Ottawa writes, publishes and hands over one entry; Seoul pulls it, and once more for nothing, and acknowledges."""
        with self._as("can"):
            header, content = written(entries.log_size(LOG), registers.seen(CHANNEL), "P2.I3")
            self._clock("append", lambda: entries.append(header, content, at=AT))
            registers.common(CHANNEL)
            self._clock("publish", lambda: outbox.publish(CHANNEL, at=LATER))
            last = entries.log_size(LOG) - 1
            self._clock("file of one", lambda: channels.hand_over_file(from_seq=last))
        with self._as("kor"):
            self._clock("pull one", lambda: pulling.pull(CHANNEL, "can", at=LATER))
            self._clock("pull nothing", lambda: pulling.pull(CHANNEL, "can", at=LATER))
            receipt = channels.hand_over_file()[1]
        with self._as("can"):
            channels.take_in_file(lambda: io.BytesIO(receipt), at=LATER)

    @contextlib.contextmanager
    def _as(self, party):
        self._nodes[party]()
        registers._memory.update(self._memory[party])
        connection.ensure_connection()
        yield
        self._memory[party] = dict(registers._memory)

    def _clock(self, act, done):
        began = time.process_time()
        done()
        self.took[act].append(time.process_time() - began)
