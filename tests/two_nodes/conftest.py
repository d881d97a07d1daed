"""Both capitals, for every test here; see `standing.py`. Online, see `loopback.py`."""

from tests.two_nodes.loopback import online, shown
from tests.two_nodes.standing import chartered, founded, planned, reported, served, stages

__all__ = ["chartered", "founded", "online", "planned", "reported", "served", "shown", "stages"]
