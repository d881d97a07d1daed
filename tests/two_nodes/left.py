"""What was left of a node, told so that the same is not looked at twice: the rows of its tables, and every other file.

- The tables are opened from a copy, as the next command would open them: SQLite takes up of its journal what was
  committed, every page and index is checked (`integrity_check`), every row of every table is read.
- Two nodes with the same rows and the same other files are the same to whatever command comes next; how much of an
  unfinished write lies behind the last commit of the journal is not.
"""

import contextlib
import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from suivi.desk.node import DATABASE_NAME

_IN_MEMORY = Path("/dev/shm")  # a folder of its own there; elsewhere where temporary files go
_known: dict[str, "Tables"] = {}


@dataclass(frozen=True)
class Tables:
    """What the tables of a node hold: a digest of every row, the headers of each shared log, and what is wrong with them."""

    digest: str
    headers: Mapping[str, tuple[bytes, ...]]
    wrong: str


NONE = Tables("", {}, "")
"""Where there is no database."""


def tables_in(files: Mapping[str, bytes]) -> Tables:
    """The tables in those of these files, by name, that are a database or its journal; the same bytes are read once."""
    of_tables = {name: octets for name, octets in files.items() if _is_of_tables(name)}
    if DATABASE_NAME not in of_tables:
        return NONE
    key = _digest_of(of_tables)
    if key not in _known:
        _known[key] = _opened(of_tables, key)
    return _known[key]


def state_of(files: Mapping[str, bytes], tables: Tables) -> str:
    """A digest of what a node is to whatever comes next: its rows, and the bytes of its other files by path."""
    return _digest_of(
        {"": tables.digest.encode()} | {name: one for name, one in files.items() if not _is_of_tables(name)}
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path within it; none where there is no folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _is_of_tables(name: str) -> bool:
    return name == DATABASE_NAME or name.startswith(f"{DATABASE_NAME}-")


def _digest_of(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, octets in sorted(files.items()):
        whole.update(f"{name}\n{len(octets)}\n".encode() + octets)
    return whole.hexdigest()


def _opened(files: Mapping[str, bytes], key: str) -> Tables:
    with _folder() as folder:
        for name, octets in files.items():
            if not name.endswith("-shm"):  # made anew by whoever opens the tables first
                (folder / name).write_bytes(octets)
        try:
            return _read(folder / DATABASE_NAME)
        except sqlite3.DatabaseError as error:
            return Tables(key, {}, f"the tables cannot be read: {error}")


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    place = tempfile.mkdtemp(prefix="suivi-left-", dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
    yield Path(place)
    shutil.rmtree(place)


def _read(file: Path) -> Tables:
    whole, headers = hashlib.sha256(), dict[str, list[bytes]]()
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA synchronous=OFF")
        found = [said for (said,) in database.execute("PRAGMA integrity_check(3)")]
        tables = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for name, sql in tables:
            whole.update(f"{sql}\n".encode())
            if "VIRTUAL" not in sql:
                for row in database.execute(f'SELECT * FROM "{name}"'):  # a name the database told us
                    whole.update(repr(row).encode())
        for log, header in database.execute("SELECT log, header FROM desk_entry ORDER BY log, seq"):
            headers.setdefault(log, []).append(bytes(header))
    wrong = "" if found == ["ok"] else f"the tables are not sound: {'; '.join(found)}"
    return Tables(whole.hexdigest(), {log: tuple(held) for log, held in headers.items()}, wrong)
