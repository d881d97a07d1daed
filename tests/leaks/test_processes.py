"""N5: what each process opens and connects to, traced: no file and no connection outside its list.

- The published server knows its directory and nothing else of the node: no table, no key.
- The desk opens its own node; it connects to nobody. The courier connects to the partner and to nobody else.
- What looks into an attached file opens nothing at all once it has begun to read.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import suivi
from tests.leaks.dirty import DIRTY
from tests.two_nodes.loopback import free_port
from tests.two_nodes.loopback import shown as shown
from tests.two_nodes.standing import stages as stages

SOURCE = Path(str(suivi.__file__)).parent
INSTALLED = (
    *(sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values(), str(SOURCE.parent)),
    *("/usr", "/lib", "/lib64", "/bin", "/sbin", "/proc", "/sys", "/dev", "/etc"),
)
"""Where the language, its libraries, the product and the system's own tables lie."""

_OPENED = re.compile(r'(?:openat|open|creat)\((?:AT_FDCWD|\d+)?(?:<[^>]*>)?,? ?"([^"]+)", ([A-Z_|]+).*\) = \d+')
_CONNECTED = re.compile(
    r'connect\(\d+(?:<[^>]*>)?, \{sa_family=AF_INET6?,.*?htons\((\d+)\).*?"([^"]+)".*?\) = (?:0|-1 EINPROGRESS)'
)
_WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT")


@dataclass(frozen=True)
class Trace:
    """What was opened (path, flags) and connected to (host, port), in order; `after` is what was opened once the process had given that up."""

    opened: list[tuple[str, str]]
    connected: set[tuple[str, int]]
    after: list[str]

    def outside(self, *roots: object) -> set[str]:
        """Files opened that lie neither under these roots nor in what is installed."""
        allowed = tuple(f"{str(root).rstrip('/')}/" for root in (*roots, *INSTALLED))
        return {path for path, _ in self.opened if path.startswith("/") and not f"{path}/".startswith(allowed)}

    def written(self, *roots: object) -> set[str]:
        """Files opened for writing that do not lie under these roots."""
        allowed = tuple(f"{str(root).rstrip('/')}/" for root in roots)
        found = {path for path, flags in self.opened if any(flag in flags for flag in _WRITES)}
        return {path for path in found if not f"{path}/".startswith(allowed) and not path.startswith("/dev/")}


@pytest.fixture(scope="module")
def traced() -> None:
    if shutil.which("strace") is None:
        pytest.skip("PROCESSES NOT TRACED: strace is not installed (apt-get install strace)")
    if subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False).returncode:
        pytest.skip("PROCESSES NOT TRACED: this machine does not let strace attach")


@pytest.fixture
def node(stages: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "node" / "can"
    shutil.copytree(stages / "reported" / "can", folder)
    return folder


def surroundings(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "temporary").mkdir(exist_ok=True)
    return {**os.environ, "TMPDIR": str(tmp_path / "temporary"), "PYTHONDONTWRITEBYTECODE": "1", "SUIVI_PASSWORD": "x"}


def command(trace: Path, *words: object) -> list[str]:
    traced = [
        "strace",
        "-f",
        "-qq",
        "-s",
        "400",
        "-o",
        str(trace),
        "-e",
        "trace=openat,open,creat,connect,prlimit64,setrlimit",
    ]
    return [*traced, sys.executable, "-P", *map(str, words)]


def read(trace: Path) -> Trace:
    lines = trace.read_text("utf-8", "replace").splitlines()
    fed = next((number for number, line in enumerate(lines) if "RLIMIT_NOFILE, {rlim_cur=3" in line), len(lines))
    opened = [(found[1], found[2]) for line in lines if (found := _OPENED.search(line))]
    connected = {(found[2], int(found[1])) for line in lines if (found := _CONNECTED.search(line))}
    return Trace(opened, connected, [found[1] for line in lines[fed:] if (found := _OPENED.search(line))])


@contextlib.contextmanager
def serving(tmp_path: Path, trace: Path, port: int, *words: object) -> Iterator[None]:
    """A traced server, once it answers."""
    running = subprocess.Popen(
        command(trace, *words),
        cwd=surroundings(tmp_path)["TMPDIR"],
        env=surroundings(tmp_path),
        start_new_session=True,
        stderr=subprocess.PIPE,
    )
    try:
        while running.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
        assert running.poll() is None, running.stderr.read() if running.stderr else ""
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=60)
        assert running.stderr is not None
        running.stderr.close()


def asked(port: int, path: str) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_the_published_server_opens_its_directory_and_nothing_else_of_the_node(
    traced: None, node: Path, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "suivi.cli", "publish", "--data", str(node)], capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    port, trace = free_port(), tmp_path / "trace"
    with serving(
        tmp_path, trace, port, "-m", "suivi.cli", "serve-published", node / "published", "--bind", f"127.0.0.1:{port}"
    ):
        assert asked(port, "/x/v1/can-kor/can/checkpoint") == 200
        assert asked(port, "/x/v1/../../suivi.sqlite3") == 404
        assert asked(port, "/x/v1/can-kor/can/%2e%2e/%2e%2e/keys") == 404

    found = read(trace)
    assert any(path.endswith("can/checkpoint") for path, _ in found.opened), "the trace saw nothing"
    assert found.outside(node / "published", tmp_path / "temporary") == set()
    assert found.written(tmp_path / "temporary") == set()
    assert found.connected == set()


def test_the_desk_opens_its_own_node_and_connects_to_nobody(traced: None, node: Path, tmp_path: Path) -> None:
    port, trace = free_port(), tmp_path / "trace"
    with serving(tmp_path, trace, port, "-m", "suivi.cli", "serve", "--data", node, "--bind", f"127.0.0.1:{port}"):
        assert asked(port, "/sign-in") == 200
        assert asked(port, "/nowhere") == 404

    found = read(trace)
    assert any(path.endswith("suivi.sqlite3") for path, _ in found.opened), "the trace saw nothing"
    assert found.outside(node, tmp_path / "temporary") == set()
    assert found.written(node, tmp_path / "temporary") == set()
    assert found.connected == set()
    assert not any("/keys/" in path for path, _ in found.opened), "a page needs no key"


def test_the_courier_connects_to_the_partner_and_to_nobody_else(
    traced: None, node: Path, stages: Path, tmp_path: Path, shown: object
) -> None:
    partner = tmp_path / "kor"
    shutil.copytree(stages / "reported" / "kor", partner)
    for words in (("publish", "--data", partner),):
        assert (
            subprocess.run(
                [sys.executable, "-m", "suivi.cli", *map(str, words)], capture_output=True, check=False
            ).returncode
            == 0
        )
    address = shown(partner / "published")  # type: ignore[operator]  # a fixture that shows a directory
    told = ("channel", "address", "kor", address, "--private", "--data", node)
    assert (
        subprocess.run(
            [sys.executable, "-m", "suivi.cli", *map(str, told)], capture_output=True, check=False
        ).returncode
        == 0
    )
    trace = tmp_path / "trace"
    pulled = subprocess.run(
        command(trace, "-m", "suivi.cli", "pull", "--data", node),
        cwd=surroundings(tmp_path)["TMPDIR"],
        env=surroundings(tmp_path),
        capture_output=True,
        check=False,
    )

    found = read(trace)
    assert pulled.returncode == 0, pulled.stderr
    assert found.connected == {("127.0.0.1", int(address.rpartition(":")[2]))}
    assert found.outside(node, tmp_path / "temporary") == set()
    assert found.written(node, tmp_path / "temporary") == set()


@pytest.mark.parametrize("name", ["docx: its author", "pdf: XMP", "xlsx: its author", "jpeg: GPS and artist in EXIF"])
def test_what_looks_into_a_file_opens_nothing_once_it_has_begun_to_read(
    traced: None, tmp_path: Path, name: str
) -> None:
    kind, octets, _ = DIRTY[name]
    limits = {"cpu_seconds": 30, "wall_seconds": 60, "megabytes": 1024}
    fed = json.dumps({"kind": kind, "limits": limits}).encode() + b"\n" + octets
    trace = tmp_path / "trace"
    words = command(trace, "-B", "-m", "suivi.desk.attachments.checking")
    ran = subprocess.run(
        words,
        cwd=surroundings(tmp_path)["TMPDIR"],
        env=surroundings(tmp_path) | {"PYTHONPATH": str(SOURCE.parent)},
        input=fed,
        capture_output=True,
        check=False,
    )

    found = read(trace)
    assert (ran.returncode, ran.stdout[:12]) == (0, b'{"removed": ')
    assert "RLIMIT_NOFILE, {rlim_cur=3" in trace.read_text("utf-8", "replace")
    assert found.after == []
    assert found.connected == set()
    assert found.outside(SOURCE.parent, tmp_path / "temporary") == set()
