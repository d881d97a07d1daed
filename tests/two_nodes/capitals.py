"""Two capitals for tests: each node served by a warm process that forks for every command, as a terminal would start one.

- `Capital.suivi(…)` is the terminal: the same `main`, in a process of its own, with exit code, output and errors.
- `Capital.does(order, …)` is an order of `orders.py`: where the day must be chosen.
- No command shares memory with the one before it: what it knows it read from the folder. So a folder may be
  replaced between two commands, which is how a test begins where it wants: from snapshots taken once (`snapshots`).
"""

import contextlib
import datetime
import fcntl
import json
import multiprocessing
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.two_nodes.orders import CHANNEL, ORDERS, PASSWORD

PLAN = "sample-2024"
LOGS = {"can": "suivi/can/can-kor", "kor": "suivi/kor/can-kor"}
OFFICERS = {"can": ("Noémie Clark", "Adrian West"), "kor": ("윤한별", "서도겸")}
FOUNDED = datetime.datetime(2024, 9, 2, 8, 0, tzinfo=datetime.UTC)
STAGES = ("founded", "chartered", "planned", "reported")


@dataclass(frozen=True)
class Ran:
    """How a command ended: `code` is negative where a signal killed it."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


class Running:
    """A command under way in a process of its own."""

    def __init__(self, capital: "Capital", pid: int, place: Path) -> None:
        self._capital, self.pid, self._place = capital, pid, place

    def kill(self) -> None:
        """End it as a power cut would: nothing is cleaned up."""
        os.kill(self.pid, signal.SIGKILL)

    @property
    def begun(self) -> bool:
        """Whether the command has come as far as having an output."""
        return (self._place / "err").exists()

    def ends(self) -> Ran:
        """Wait for its end."""
        code = self._capital.asks(("wait", self.pid))
        return Ran(code, (self._place / "out").read_text("utf-8"), (self._place / "err").read_text("utf-8"))

    @property
    def answer(self) -> Any:
        """What the order gave back, once it has ended well."""
        return pickle.loads((self._place / "answer").read_bytes())


class Capital:
    """The node of `party` in `folder`; the process that serves it starts with the first command.

    `database` is the address in PostgreSQL to make the node with, empty for a file of the folder; `ahead` are modules
    that its commands need beside what every one does.
    """

    def __init__(self, party: str, folder: Path, *, database: str = "", ahead: tuple[str, ...] = ()) -> None:
        self._ahead = ahead
        self.party, self.folder, self.database = party, folder, database
        self.officers = OFFICERS[party]
        self.log = LOGS[party]
        self._started = 0
        self._process: Any = None

    def begins(self, function: Callable[..., Any], **values: Any) -> Running:
        """Begin `function(**values)` in a process of its own, at this node."""
        self._started += 1
        place = self.folder.parent / f".{self.party}-run" / str(self._started)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return Running(self, self.asks(("run", function, values, str(place))), place)

    def suivi(self, *words: object, **surroundings: str | None) -> Ran:
        """Run `suivi WORDS --data FOLDER`; `surroundings` are environment variables, None for one to be unset."""
        return self.starts(*words, **surroundings).ends()

    def suivi_cold(self, *words: object, **surroundings: str | None) -> Ran:
        """Run `suivi WORDS` without a node, as on a machine that has none."""
        values = {"words": list(map(str, words)), "surroundings": surroundings}
        return self.begins(terminal, **values).ends()

    def starts(self, *words: object, **surroundings: str | None) -> Running:
        """Start `suivi WORDS --data FOLDER` and do not wait."""
        command = [*map(str, words), "--data", str(self.folder)]
        return self.begins(terminal, words=command, surroundings=surroundings)

    def orders(self, order: str, /, **values: Any) -> Running:
        """Begin to carry out an order."""
        return self.begins(_ordered, order=order, values=values)

    def tries(self, order: str, /, **values: Any) -> Ran:
        """Carry out an order that may be refused."""
        return self.orders(order, **values).ends()

    def does(self, order: str, /, **values: Any) -> Any:
        """The answer to an order that must succeed."""
        running = self.orders(order, **values)
        ran = running.ends()
        assert ran.code == 0, ran.err
        return running.answer

    def hands_over(self, file: Path, *options: str) -> Path:
        """The file for the partner, written to `file`."""
        ran = self.suivi("hand-over", "-o", file, *options)
        assert ran.code == 0, ran.err
        return file

    def asks(self, order: tuple[Any, ...]) -> Any:
        """What the serving process says."""
        if self._process is None:
            self._serve()
        self._ours.send(order)
        return self._ours.recv()

    def _serve(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(str(self.folder), theirs, self._ahead), daemon=True)
        self._process.start()
        theirs.close()

    def leaves(self) -> None:
        """End the serving process."""
        if self._process is not None:
            self._ours.close()
            self._process.join(timeout=20)
            self._process = None


class Capitals:
    """Ottawa and Seoul side by side in `folder`."""

    def __init__(self, folder: Path, databases: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        known = databases or {}
        self.can, self.kor = (Capital(party, folder / party, database=known.get(party, "")) for party in OFFICERS)

    def __iter__(self) -> Any:
        return iter((self.can, self.kor))

    def stand_at(self, stage: Path) -> None:
        """Replace both nodes by those of a snapshot."""
        for capital in self:
            replace(capital.folder, stage / capital.party)

    def cross(self, at: datetime.datetime, channel: str = CHANNEL) -> None:
        """Files go back and forth until nobody has anything to answer."""
        to_hand_over = [self.can, self.kor]
        while to_hand_over:
            sender = to_hand_over.pop(0)
            taker = self.kor if sender is self.can else self.can
            taken = taker.does("take in", octets=sender.does("hand over", channel=channel), at=at, channel=channel)
            if taken["answered"] and taker not in to_hand_over:
                to_hand_over.append(taker)

    def begin_again(self, channel: str, roots: Path, *, at: datetime.datetime, **old_sizes: int) -> None:
        """Open a successor channel on both sides; its charter, which agrees on so many entries of old logs, takes effect."""
        opened = [one.does("open keys", channel=channel, roots=str(roots), at=at) for one in self]
        for ours, theirs in zip(self, reversed(opened), strict=True):
            ours.does("accept partner", channel=channel, **theirs)
        self.can.does("propose charter", channel=channel, order=["can", "kor"], old_sizes=old_sizes, at=at)
        self.kor.does("take in", octets=self.can.does("hand over", channel=channel), at=at, channel=channel)
        self.kor.does("concur", at=at)
        self.cross(at + datetime.timedelta(hours=1), channel=channel)

    def leave(self) -> None:
        """End both serving processes."""
        for capital in self:
            capital.leaves()


def replace(folder: Path, by: Path) -> None:
    """Make `folder` a copy of `by`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(by, folder)


def tables(capital: Capital) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a node, as SQLite gives it, by table."""
    with contextlib.closing(sqlite3.connect(capital.folder / "suivi.sqlite3")) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in sorted(names)}


def snapshots(shared: Path) -> Path:
    """The folder of snapshots, one for each stage of `STAGES`; made once, whichever test process asks first."""
    shared.mkdir(parents=True, exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            _take_snapshots(shared)
            (shared / "done").touch()
    return shared


def _take_snapshots(shared: Path) -> None:
    capitals = Capitals(shared / "under-way")
    try:
        for stage in snapshots_in(capitals):
            for capital in capitals:
                replace(shared / stage / capital.party, capital.folder)
    finally:
        capitals.leave()


def snapshots_in(capitals: Capitals) -> Iterator[str]:
    """Lead both capitals through every stage, naming each as it is reached."""
    for stage, tell in zip(STAGES, (_found, _charter, _plan, _report), strict=True):
        tell(capitals)
        yield stage


def _found(capitals: Capitals) -> None:
    for capital in capitals:
        names = [part for name in capital.officers for part in ("--officer", name)]
        # A demonstration's passwords are quick to check; nothing else differs.
        began = ["--demonstration", FOUNDED.isoformat()]
        command = ["init", "--party", capital.party, "--data", str(capital.folder), *began, *names]
        surroundings = {**os.environ, "SUIVI_PASSWORD": PASSWORD, "SUIVI_DATABASE": capital.database}
        subprocess.run([sys.executable, "-m", "suivi.cli", *command], env=surroundings, check=True, capture_output=True)


def _charter(capitals: Capitals) -> None:
    at = FOUNDED + datetime.timedelta(days=1)
    roots = str(capitals.folder / "roots")
    keys = {capital: capital.does("open keys", channel=CHANNEL, roots=roots, at=at) for capital in capitals}
    for ours, theirs in ((capitals.can, capitals.kor), (capitals.kor, capitals.can)):
        ours.does("accept partner", channel=CHANNEL, **keys[theirs])
    capitals.can.does("propose charter", channel=CHANNEL, order=["can", "kor"], at=at)
    capitals.cross(at + datetime.timedelta(minutes=10))
    capitals.kor.does("concur", at=at + datetime.timedelta(minutes=20))
    capitals.cross(at + datetime.timedelta(minutes=30))


def _plan(capitals: Capitals) -> None:
    at = FOUNDED + datetime.timedelta(days=2)
    proposed = {"files": sample_texts(), "plan": PLAN, "agreed_on": "2024-07-18", "titles": sample_titles()}
    capitals.can.does("propose plan", **proposed, at=at)
    capitals.cross(at + datetime.timedelta(minutes=10))
    capitals.kor.does("concur", at=at + datetime.timedelta(minutes=20))
    capitals.cross(at + datetime.timedelta(minutes=30))


def _report(capitals: Capitals) -> None:
    first = datetime.datetime(2024, 10, 1, 9, 0, tzinfo=datetime.UTC)
    second = datetime.datetime(2024, 11, 4, 9, 0, tzinfo=datetime.UTC)
    capitals.can.does("report", **report(on="2024-09-30"), at=first)
    capitals.cross(first + datetime.timedelta(minutes=10))
    capitals.kor.does("report", **report(stage="done", account={"ko": "회의를 마쳤다."}, on="2024-10-31"), at=second)
    capitals.cross(second + datetime.timedelta(minutes=10))


def sample_texts() -> list[tuple[str, bytes, str]]:
    """The sample plan in its three languages, as name, bytes and language."""
    folder = files("suivi.cli.demonstration")
    return [
        (f"plan.{language}.txt", (folder / f"plan.{language}.txt").read_bytes(), language)
        for language in ("fr", "en", "ko")
    ]


def sample_titles() -> dict[str, Any]:
    """The working titles of the sample plan, by id."""
    titles = json.loads((files("suivi.cli.demonstration") / "titles.json").read_text("utf-8"))
    return {"": titles["plan"], **titles["sections"], **titles["commitments"]}


def report(
    *,
    provision: str = "P1.I1",
    stage: str = "under-way",
    account: Mapping[str, str] | None = None,
    on: str = "2024-09-30",
) -> dict[str, Any]:
    """A report as an order gives it."""
    words = account or {"en": "Officials met in Ottawa.", "fr": "Les fonctionnaires se sont réunis à Ottawa."}
    return {"plan": PLAN, "provision": provision, "stage": stage, "account": dict(words), "on": on}


# What follows runs in the serving process and its children.


def _serve(folder: str, orders: Connection, ahead: tuple[str, ...]) -> None:
    os.environ |= {
        "SUIVI_DATA": folder,
        "DJANGO_SETTINGS_MODULE": "suivi.settings",
        "SUIVI_PASSWORD": PASSWORD,
        "SUIVI_LANGUAGE": "en",
        "SUIVI_TRACE": "1",
        "COLUMNS": "200",
    }
    import django

    django.setup()
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    from suivi.desk.sign_in import PUBLISHED_ITERATIONS

    # Else the first sign-in of an officer of a demonstration would make the password slow to check again.
    PBKDF2PasswordHasher.iterations = PUBLISHED_ITERATIONS
    _read_ahead(ahead)
    while True:
        try:
            order = orders.recv()
        except EOFError:
            return
        if order[0] == "wait":
            _, status = os.waitpid(order[1], 0)
            orders.send(os.waitstatus_to_exitcode(status))
            continue
        pid = os.fork()
        if pid == 0:
            _be(*order[1:])
        orders.send(pid)


@cache
def _read_ahead(others: tuple[str, ...]) -> None:
    """Import what every command would, so that a child does not have to."""
    import importlib

    import typer  # noqa: F401  imported to be there

    from suivi.cli import main

    for command in main.COMMANDS.values():
        importlib.import_module(command.split(":")[0])
    for name in ("channel", "joint", "plans", "releases", "reports", "activities"):
        importlib.import_module(f"suivi.desk.actions.{name}")
    for name in ("queries", "verification", "founding", "released"):
        importlib.import_module(f"suivi.desk.{name}")
    for name in others:
        importlib.import_module(name)


def _be(function: Callable[..., Any], values: Mapping[str, Any], place: str) -> None:
    """Become the command: never returns."""
    code = 70
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f"{place}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        answer = function(**values)
        Path(place, "answer").write_bytes(pickle.dumps(answer))
        code = 0
    except SystemExit as ends:
        code = ends.code if isinstance(ends.code, int) else 0 if ends.code is None else 1
    except BaseException:  # noqa: BLE001  # whatever ends the command is told to the test
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            from django.db import connections

            sys.stdout.flush()
            sys.stderr.flush()
            connections.close_all()
        os._exit(code)


def terminal(*, words: list[str], surroundings: Mapping[str, str | None]) -> None:
    """Be `suivi WORDS` in a process forked for it."""
    from suivi.cli.main import main

    for name, value in surroundings.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
    sys.argv = ["suivi", *words]
    main()


def _ordered(*, order: str, values: Mapping[str, Any]) -> Any:
    from suivi.cli.refusals import answered

    answers: list[Any] = []
    answered(lambda: answers.append(ORDERS[order](**values)))
    return answers[0]
