"""The server of the session, and this process made to serve a node whose tables lie there."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend

from suivi.desk.database import settings_for
from suivi.desk.moving import move_tables
from suivi.desk.node import Node, read_node
from tests.postgresql.cluster import Cluster, programs

ON_POSTGRESQL = os.environ.get("SUIVI_TEST_DATABASE") == "postgresql"
"""Whether the desk's own tests keep their tables in PostgreSQL."""

_TEMPLATE: dict[int, str] = {}


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server that runs while the session does; without its programs, the test says loudly that it did not run."""
    found = programs()
    if found is None:
        reason = "NOT RUN: needs PostgreSQL (Debian: apt-get install postgresql, or SUIVI_POSTGRESQL=folder of initdb)"
        if ON_POSTGRESQL:
            pytest.fail(reason)
        pytest.skip(reason)
    server = Cluster(found)
    server.start()
    yield server
    server.stop()


def opened(node: Node, alias: str = "default") -> None:
    """Let this process reach the node's database under that name."""
    configured = connections.configure_settings({"default": settings_for(node)})["default"]
    connections[alias] = load_backend(configured["ENGINE"]).DatabaseWrapper(configured, alias)


def moved_to(server: Cluster, folder: Path) -> Node:
    """The node in `folder`, its tables copied into a new database of `server`; this process is left reaching it."""
    node = read_node(folder)
    there = replace(node, database_address=server.address(server.database(_template(server, node))))
    opened(node, "file")
    opened(there)
    move_tables("file", "default")
    connections["file"].close()
    return there


def taken_away(server: Cluster, address: str) -> None:
    """The database at an address that `moved_to` has given is no longer there."""
    server.drop(urlsplit(address).path.removeprefix("/"))


def _template(server: Cluster, node: Node) -> str:
    """A database with every table and no row, made once for the session."""
    if id(server) not in _TEMPLATE:
        name = server.database()
        opened(replace(node, database_address=server.address(name)))
        call_command("migrate", verbosity=0, interactive=False)
        connections["default"].close()
        _TEMPLATE[id(server)] = name
    return _TEMPLATE[id(server)]
