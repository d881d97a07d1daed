"""Fixtures: both capitals, standing where a test wants to begin.

`founded`: two nodes with officers · `chartered`: the charter is in effect · `planned`: the sample plan is in effect
in three languages · `reported`: each side has reported on P1.I1, Canada on 1 October, Korea on 4 November 2024.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.two_nodes.capitals import Capitals, snapshots


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of snapshots; parallel test processes share it."""
    base = tmp_path_factory.getbasetemp()
    return snapshots((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "stages")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Capitals]:
    """The two serving processes, kept for all tests; their folders change from test to test."""
    capitals = Capitals(tmp_path_factory.mktemp("capitals"))
    yield capitals
    capitals.leave()


def _standing_at(stage: str) -> object:
    @pytest.fixture(name=stage)
    def standing(served: Capitals, stages: Path) -> Capitals:
        served.stand_at(stages / stage)
        return served

    return standing


founded = _standing_at("founded")
chartered = _standing_at("chartered")
planned = _standing_at("planned")
reported = _standing_at("reported")
