"""Both capitals, for every test here; see `standing.py`."""

from tests.two_nodes.standing import chartered, founded, planned, reported, served, stages

__all__ = ["chartered", "founded", "planned", "reported", "served", "stages"]
