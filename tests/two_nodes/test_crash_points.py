"""Crash points of every act that writes: append, publish, take in by file, pull, rotate, reconcile, restore (L01, L02).

And of two orders that are wrong on purpose (L03), which the same harness must find.
"""

import contextlib
import multiprocessing
import os
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import suivi as product
from tests.two_nodes import crashing
from tests.two_nodes.capitals import OFFICERS
from tests.two_nodes.crashing import Act, approved_report, broken_at, broken_points, done, points_of, size_of
from tests.two_nodes.loopback import _serve, free_port

CAN, KOR = "suivi/can/can-kor", "suivi/kor/can-kor"


@pytest.fixture(scope="module")
def traced() -> None:
    crashing.refuse_without_strace()


@pytest.fixture(scope="module")
def capitals(stages, tmp_path_factory) -> Path:
    """Both nodes: Ottawa about to release a report, Seoul with one released that Ottawa has not."""
    place = tmp_path_factory.mktemp("crashing")
    for party in ("can", "kor"):
        shutil.copytree(stages / "reported" / party, place / party)
    ticket = approved_report(place / "kor", OFFICERS["kor"])
    done(place / "kor", "release", ticket, "--officer", OFFICERS["kor"][0])
    done(place / "kor", "hand-over", "-o", str(place / "file.suivi"))
    return place


@pytest.fixture(scope="module")
def appending(capitals) -> Act:
    folder = _copy(capitals / "can", "appending")
    ticket = approved_report(folder, OFFICERS["can"])
    return Act(folder, ("release", ticket, "--officer", OFFICERS["can"][0]), CAN, size_of(folder, CAN) + 1)


@pytest.fixture(scope="module")
def publishing(capitals) -> Act:
    """Nothing is published yet, so everything has to be."""
    folder = _copy(capitals / "can", "publishing")
    shutil.rmtree(folder / "published", ignore_errors=True)
    return Act(folder, ("publish",), CAN, size_of(folder, CAN))


@pytest.fixture(scope="module")
def taking_in(capitals) -> Act:
    size = size_of(capitals / "kor", KOR)
    return Act(_copy(capitals / "can", "taking-in"), ("take-in", str(capitals / "file.suivi")), KOR, size)


@pytest.fixture(scope="module")
def pulling(capitals) -> Iterator[Act]:
    """What Seoul publishes, shown on a port of this machine."""
    done(capitals / "kor", "publish")
    folder, port = _copy(capitals / "can", "pulling"), free_port()
    server = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(str(capitals / "kor" / "published"), port), daemon=True
    )
    server.start()
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.1)
    done(folder, "channel", "address", "kor", f"http://127.0.0.1:{port}", "--private")
    yield Act(folder, ("pull",), KOR, size_of(capitals / "kor", KOR))
    server.terminate()
    server.join()


@pytest.fixture(scope="module")
def rotating(capitals, stages) -> Act:
    """A key list with another log key, signed by two custodians."""
    folder = _copy(capitals / "can", "rotating")
    draft = folder.with_name("next.draft")
    done(folder, "keys", "draft", "can-kor", "-o", str(draft), "--new-log")
    for number in (1, 2):
        key = stages / "under-way" / "roots" / f"can.can-kor.root-{number}.pem"
        signed = crashing.suivi_cold("keys", "sign", str(draft), "--with", str(key))
        assert signed.returncode == 0, signed.stderr
    return Act(folder, ("keys", "accept", "can-kor", str(draft)), CAN, size_of(folder, CAN), frozenset({0, 3}))


@pytest.fixture(scope="module")
def reconciling(capitals) -> Act:
    """Ottawa as it was before its last report, and the copy that Seoul has of it."""
    folder, after = _copy(capitals / "can", "reconciling"), _copy(capitals / "can", "after")
    done(folder, "backup", "-o", str(folder.with_name("backup.tar")), "--keys")
    ticket = approved_report(after, OFFICERS["can"])
    done(after, "release", ticket, "--officer", OFFICERS["can"][0])
    given, copy = folder.with_name("given.suivi"), folder.with_name("copy.suivi")
    done(after, "hand-over", "-o", str(given))
    partner = _copy(capitals / "kor", "partner")
    done(partner, "take-in", str(given))
    done(partner, "hand-over", "-o", str(copy), "--log-of", "can")
    restored = folder.with_name("restored")
    done(restored, "restore", str(folder.with_name("backup.tar")))
    return Act(restored, ("reconcile", str(copy)), CAN, size_of(after, CAN))


@pytest.fixture(scope="module")
def restoring(reconciling) -> Act:
    backup = str(reconciling.before.with_name("backup.tar"))
    return Act(reconciling.before, ("restore", backup), CAN, size_of(reconciling.before, CAN), makes=True)


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(name)))


KILLS = int(os.environ.get("SUIVI_KILLS", "6"))
SEED = int(os.environ.get("SUIVI_KILLS_SEED", "0"))
ACTS = ("appending", "publishing", "taking_in", "pulling", "rotating", "reconciling", "restoring")


@pytest.mark.parametrize(("act", "fault"), crashing.tried(ACTS))
def test_l01_l02_an_act_interrupted_at_a_write_leaves_a_sound_node_and_can_be_repeated(
    traced, act, fault, request, tmp_path
):
    assert broken_points(request.getfixturevalue(act), fault, tmp_path) == []


@pytest.mark.parametrize("act", ACTS[:-1])
def test_l01_an_act_killed_at_any_moment_leaves_a_sound_node_and_can_be_repeated(act, request, tells):
    number, apart = ACTS.index(act), len(ACTS) - 1
    many = len(range(number, KILLS, apart))
    kills = crashing.kills_of(request.getfixturevalue(act), many, seed=number + SEED)

    tells(f"kills at moments nobody chose, {act}", kills.played, of=many, found=str(kills))
    assert kills.wrong == []


def with_order(tmp_path: Path, file: str, old: str, new: str) -> dict[str, str]:
    """The surroundings in which the product does two things in another order."""
    source = Path(str(product.__file__)).parent
    copy = Path(shutil.copytree(source, tmp_path / "wrong" / "suivi", ignore=shutil.ignore_patterns("__pycache__")))
    text = (copy / file).read_text("utf-8")
    assert text.count(old) == 1, f"{file} no longer reads as this test expects"
    (copy / file).write_text(text.replace(old, new), "utf-8")
    return {"PYTHONPATH": f"{copy.parent}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}


def first_broken(act: Act, fault: str, tmp_path: Path) -> str:
    """What the fault breaks, at the last place where it does, as a file is put in place or the tables reach the disk."""
    points = [point for point in points_of(act, tmp_path) if point[0] in ("rename", "fdatasync")]
    tried = (broken_at(act, fault, call, number, tmp_path) for call, number in reversed(points))
    return next(filter(None, tried), "")


@pytest.mark.parametrize("fault", crashing.faults("error=ENOSPC"))
def test_l03_a_checkpoint_published_before_its_entries_is_found(traced, publishing, fault, tmp_path):
    last = '    replace_file(place / "checkpoint", note.octets())\n'
    loop = "    for name, octets in _files(channel, party, size, begin=known // SEGMENT_LINES):\n"
    surroundings = with_order(
        tmp_path,
        "desk/outbox.py",
        loop,
        f'    replace_file(place / "checkpoint", entries.checkpoint(log).octets())\n{loop}',
    )
    assert last in (Path(str(product.__file__)).parent / "desk/outbox.py").read_text("utf-8")

    broken = first_broken(
        Act(publishing.before, publishing.arguments, CAN, publishing.size, surroundings=surroundings), fault, tmp_path
    )

    assert "rebuilds another root" in broken


@pytest.mark.parametrize("fault", crashing.faults("signal=SIGKILL"))
def test_l03_a_publication_before_the_commit_is_found(traced, appending, fault, tmp_path):
    after, before = "    outbox.publish_after_commit(row.channel, at=at)\n", "    outbox.publish(row.channel, at=at)\n"
    surroundings = with_order(tmp_path, "desk/actions/releases.py", after, before)

    broken = first_broken(
        Act(appending.before, appending.arguments, CAN, appending.size, surroundings=surroundings), fault, tmp_path
    )

    assert "are published" in broken
