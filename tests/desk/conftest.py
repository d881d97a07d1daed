"""A desk to act at: this process serves a node of its own for every test.

- The node is a copy of a snapshot that two serving processes have made once (`tests/two_nodes/standing.py`), so it has
  real keys, a real partner and real signatures; `ottawa` stands where both sides have reported on P1.I1.
- Django is set up without a node, as pytest-django does it; `serve` then points settings and connection at a folder,
  exactly what `SUIVI_DATA` would have done at start. What the desk remembers of another node is dropped.
- Actions run in their own transactions and really commit: nothing is rolled back behind their backs.
- With SUIVI_TEST_DATABASE=postgresql the tables of the copy are moved to PostgreSQL first (`tests/postgresql`).
- Days are chosen: `AT` is one month after the last entry of the snapshot.
"""

import datetime
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections

from suivi.desk import access, registers, sign_in
from suivi.desk.node import Node, read_node
from tests.postgresql.serving import ON_POSTGRESQL, cluster, moved_to, opened, taken_away
from tests.two_nodes.standing import reported, served, stages

__all__ = ["cluster", "reported", "served", "stages"]

AT = datetime.datetime(2024, 12, 4, 9, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def counts_as_many(monkeypatch: pytest.MonkeyPatch, plans: int) -> None:
    """Let more than so many plans be very many: the gate, and the pages that ask it for one page of plans, look here."""
    for place in (access, access.reach):
        monkeypatch.setattr(place, "MANY_PLANS", plans)


@pytest.fixture
def serve(django_db_blocker, settings, request) -> Iterator[Callable[[Path], Node]]:
    """The function that makes this process serve the node in a folder, its tables there or moved to PostgreSQL."""
    # What pytest-django holds open is put aside, not closed: its database lives as long as its connection.
    held = connections["default"]
    addresses: dict[Path, str] = {}

    def served_now(folder: Path) -> Node:
        if connections["default"] is not held:
            connections["default"].close()
        if ON_POSTGRESQL and folder in addresses:
            node = replace(read_node(folder), database_address=addresses[folder])
            opened(node)
        elif ON_POSTGRESQL:
            node = moved_to(request.getfixturevalue("cluster"), folder)
            addresses[folder] = node.database_address
        else:
            node = read_node(folder)
            opened(node)
        settings.NODE, settings.SUIVI_PARTY = node, node.party
        registers.forget()
        return node

    with django_db_blocker.unblock():
        yield served_now
        if connections["default"] is not held:
            connections["default"].close()
    connections["default"] = held
    registers.forget()
    for address in addresses.values():
        taken_away(request.getfixturevalue("cluster"), address)


@pytest.fixture
def ottawa(serve, stages, tmp_path) -> Node:
    """The Canadian node once each side has reported on P1.I1."""
    folder = tmp_path / "can"
    shutil.copytree(stages / "reported" / "can", folder)
    return serve(folder)


@pytest.fixture
def noemie(ottawa):
    """The first officer, with every mandate."""
    return sign_in.officers()[0]


@pytest.fixture
def adrian(ottawa):
    """The second officer, with every mandate."""
    return sign_in.officers()[1]
