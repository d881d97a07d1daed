"""Both capitals, for every test here; see `standing.py`. Online, see `loopback.py`; about to be interrupted, see `acts.py`."""

from tests.two_nodes.acts import (
    appending,
    prepared_nodes,
    publishing,
    pulling,
    reconciling,
    restoring,
    rotating,
    taking_in,
)
from tests.two_nodes.loopback import online, shown
from tests.two_nodes.standing import chartered, founded, planned, reported, served, stages

__all__ = [
    "appending",
    "chartered",
    "founded",
    "online",
    "planned",
    "prepared_nodes",
    "publishing",
    "pulling",
    "reconciling",
    "reported",
    "restoring",
    "rotating",
    "served",
    "shown",
    "stages",
    "taking_in",
]
