"""Nodes whose tables lie in PostgreSQL: a server of the tests' own, for the session."""

from tests.postgresql.serving import cluster

__all__ = ["cluster"]
