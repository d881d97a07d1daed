"""Which database a node keeps its tables in: a file in its folder, or PostgreSQL by its address.

- The address stands in the node's settings file (`database`), where `suivi init` puts what SUIVI_DATABASE says; later
  SUIVI_DATABASE wins over the file, so that a password need not stand in it.
- An address is checked before anything is opened: `postgresql://USER:PASSWORD@HOST:PORT/NAME`, characters that mean
  something in an address written as %XX; the folder of a local socket as `postgresql:///NAME?host=/run/postgresql`.
- What the desk needs of either: one writer at a time, and a commit that survives a power cut.
"""

import importlib.util
import os
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from suivi.desk.node import Node, NodeFolderUnsound

VARIABLE: Final = "SUIVI_DATABASE"
_SCHEMES: Final = ("postgresql", "postgres")
_HINT: Final = (
    "Write it like postgresql://USER:PASSWORD@HOST:5432/NAME, or leave it out for a file in the node’s folder."
)
_PATIENCE_SECONDS: Final = 30
_OF_SESSION: Final[dict[str, object]] = {
    "lock_timeout": f"{_PATIENCE_SECONDS}s",
    "synchronous_commit": "on",
    # Several officers at once are worth more than one page in half the time: no query takes several processors.
    "max_parallel_workers_per_gather": 0,
    # A word found a hundred thousand times is counted by its places, which are held exactly, and not by all rows there are.
    "work_mem": "32MB",
    "random_page_cost": 1.1,
}
_KNOWN: Final = frozenset({"host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile", "service"})


class DatabaseNotUsable(NodeFolderUnsound):
    """The address of the database is none; the message is for a terminal."""

    code = "own.database-address"


def address_of(node: Node) -> str:
    """The address of the node's database, empty for the file in its folder."""
    return os.environ.get(VARIABLE, "").strip() or node.database_address


def store_of(node: Node) -> str:
    """A name for the node's store, to tell one from another: the file, or the address."""
    return address_of(node) or str(node.database)


def settings_for(node: Node) -> dict[str, Any]:
    """What Django needs to open the node's database; raises `DatabaseNotUsable`."""
    address = address_of(node)
    return _postgresql(address) if address else _sqlite(node)


def _sqlite(node: Node) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": node.database,
        "OPTIONS": {
            # A writer takes its lock at once, so two officers queue instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": _PATIENCE_SECONDS,
            # 2 kB entries double in size on 4 KiB pages; FULL makes a commit survive a power cut.
            "init_command": (
                "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise DatabaseNotUsable(f"The address of the database cannot be read ({error}). {_HINT}") from None
    options = dict(parse_qsl(parts.query))
    if parts.scheme not in _SCHEMES or not parts.path.strip("/") or "/" in parts.path.strip("/"):
        raise DatabaseNotUsable(f"“{_without_password(address)}” is not the address of a database. {_HINT}")
    if unknown := sorted(options.keys() - _KNOWN):
        raise DatabaseNotUsable(
            f"The address of the database names what is not known: {', '.join(unknown)}. "
            f"Known are: {', '.join(sorted(_KNOWN))}."
        )
    if importlib.util.find_spec("psycopg") is None:
        raise DatabaseNotUsable(
            "The database is PostgreSQL, and what speaks to it is not installed. "
            "Install Suivi with its extra “postgresql”: pip install suivi[postgresql]"
        )
    host, port_named = options.pop("host", ""), options.pop("port", "")
    return {
        "ENGINE": "suivi.desk.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host or unquote(parts.hostname or ""),
        "PORT": str(port or port_named),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **options,
            "connect_timeout": 10,
            "isolation_level": _read_committed(),
            "options": " ".join(f"-c {name}={value}" for name, value in _OF_SESSION.items()),
        },
    }


def _read_committed() -> object:
    from psycopg import IsolationLevel

    return IsolationLevel.READ_COMMITTED


def _without_password(address: str) -> str:
    before, at, after = address.rpartition("@")
    return f"{before.partition('://')[0]}://…{at}{after}" if at else address
