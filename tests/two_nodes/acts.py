"""The acts that crash points interrupt, each with the node it begins at.

SUIVI_CRASHING_BASE names a folder to keep the nodes in: a long run in several parts then makes them once.
"""

import contextlib
import multiprocessing
import os
import pickle
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.two_nodes import crashing
from tests.two_nodes.capitals import OFFICERS
from tests.two_nodes.crashing import Act, approved_report, done, size_of
from tests.two_nodes.loopback import _serve, free_port

CAN, KOR = "suivi/can/can-kor", "suivi/kor/can-kor"
ACTS = ("appending", "publishing", "taking_in", "pulling", "rotating", "reconciling", "restoring")


@pytest.fixture(scope="module")
def prepared_nodes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both nodes: Ottawa about to release a report, Seoul with one released that Ottawa has not."""
    kept = os.environ.get("SUIVI_CRASHING_BASE")
    place = Path(kept) if kept else tmp_path_factory.mktemp("crashing")
    if not (place / "file.suivi").exists():
        place.mkdir(parents=True, exist_ok=True)
        stages = request.getfixturevalue("stages")
        shutil.copytree(stages / "under-way" / "roots", place / "roots")
        for party in ("can", "kor"):
            shutil.copytree(stages / "reported" / party, place / party)
        ticket = approved_report(place / "kor", OFFICERS["kor"])
        done(place / "kor", "release", ticket, "--officer", OFFICERS["kor"][0])
        done(place / "kor", "publish")
        done(place / "kor", "hand-over", "-o", str(place / "file.suivi"))
    return place


def _prepared(place: Path, name: str, make: Callable[[Path], Act]) -> Act:
    """The act of that name: kept from before, or made."""
    file = place / f"{name}.act"
    if not file.exists():
        file.write_bytes(pickle.dumps(make(place)))
    act = pickle.loads(file.read_bytes())
    assert isinstance(act, Act)
    return act


@pytest.fixture(scope="module")
def appending(prepared_nodes: Path) -> Act:
    """A report with its two approvals, about to be released."""

    def made(place: Path) -> Act:
        folder = _copy(place / "can", "appending")
        ticket = approved_report(folder, OFFICERS["can"])
        return Act(folder, ("release", ticket, "--officer", OFFICERS["can"][0]), CAN, size_of(folder, CAN) + 1)

    return _prepared(prepared_nodes, "appending", made)


@pytest.fixture(scope="module")
def publishing(prepared_nodes: Path) -> Act:
    """Nothing is published yet, so everything has to be."""

    def made(place: Path) -> Act:
        folder = _copy(place / "can", "publishing")
        shutil.rmtree(folder / "published", ignore_errors=True)
        return Act(folder, ("publish",), CAN, size_of(folder, CAN))

    return _prepared(prepared_nodes, "publishing", made)


@pytest.fixture(scope="module")
def taking_in(prepared_nodes: Path) -> Act:
    """Seoul's file, about to be taken in."""

    def made(place: Path) -> Act:
        folder = _copy(place / "can", "taking-in")
        return Act(folder, ("take-in", str(place / "file.suivi")), KOR, size_of(place / "kor", KOR))

    return _prepared(prepared_nodes, "taking_in", made)


@pytest.fixture(scope="module")
def pulling(prepared_nodes: Path) -> Iterator[Act]:
    """What Seoul publishes, shown on a port of this machine."""

    def made(place: Path) -> Act:
        folder = _copy(place / "can", "pulling")
        done(folder, "channel", "address", "kor", f"http://127.0.0.1:{free_port()}", "--private")
        return Act(folder, ("pull",), KOR, size_of(place / "kor", KOR))

    act = _prepared(prepared_nodes, "pulling", made)
    port = _port_of(act.before)
    server = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(str(prepared_nodes / "kor" / "published"), port), daemon=True
    )
    server.start()
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.1)
    yield act
    server.terminate()
    server.join()


def _port_of(folder: Path) -> int:
    from suivi.desk.partners import read_addresses

    return int(read_addresses(folder).partners[0].address.rpartition(":")[2].strip("/"))


@pytest.fixture(scope="module")
def rotating(prepared_nodes: Path) -> Act:
    """A key list with another log key, signed by two custodians."""

    def made(place: Path) -> Act:
        folder, draft = _copy(place / "can", "rotating"), place / "next.draft"
        done(folder, "keys", "draft", "can-kor", "-o", str(draft), "--new-log")
        for number in (1, 2):
            key = place / "roots" / f"can.can-kor.root-{number}.pem"
            signed = crashing.suivi_cold("keys", "sign", str(draft), "--with", str(key))
            assert signed.returncode == 0, signed.stderr
        return Act(
            folder, ("keys", "accept", "can-kor", str(draft)), CAN, size_of(folder, CAN), repeats=frozenset({0, 3})
        )

    return _prepared(prepared_nodes, "rotating", made)


@pytest.fixture(scope="module")
def reconciling(prepared_nodes: Path) -> Act:
    """Ottawa as it was before its last report, and the copy that Seoul has of it."""

    def made(place: Path) -> Act:
        folder, after = _copy(place / "can", "reconciling"), _copy(place / "can", "after")
        done(folder, "backup", "-o", str(place / "backup.tar"), "--keys")
        ticket = approved_report(after, OFFICERS["can"])
        done(after, "release", ticket, "--officer", OFFICERS["can"][0])
        given, copy = place / "given.suivi", place / "copy.suivi"
        done(after, "hand-over", "-o", str(given))
        partner = _copy(place / "kor", "partner")
        done(partner, "take-in", str(given))
        done(partner, "hand-over", "-o", str(copy), "--log-of", "can")
        restored = place / "restored"
        done(restored, "restore", str(place / "backup.tar"))
        return Act(restored, ("reconcile", str(copy)), CAN, size_of(after, CAN))

    return _prepared(prepared_nodes, "reconciling", made)


@pytest.fixture(scope="module")
def restoring(reconciling: Act) -> Act:
    """A backup, about to be made a node."""
    backup = str(reconciling.before.with_name("backup.tar"))
    return Act(reconciling.before, ("restore", backup), CAN, size_of(reconciling.before, CAN), makes=True)


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(name)))
