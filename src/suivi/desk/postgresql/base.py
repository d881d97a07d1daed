"""Django's PostgreSQL back end, whose transactions queue as those of SQLite do.

- What an officer may do is decided on the register, and then written. Between the two nobody else may write, or two
  officers could both be told yes. SQLite takes its one write lock when a transaction begins (`IMMEDIATE`); here the
  same is a lock of the application, taken by the first statement of every outermost transaction and given back by
  its end (PostgreSQL 15, section 13.3.5).
- Readers hold no lock and wait for nobody. Every statement sees what was committed before it (READ COMMITTED), so
  whoever has waited for the lock decides on what the other has written, and nothing fails for want of order.
"""

from typing import Any

from django.db.backends.postgresql import base

WRITERS = 7_384_114_001
"""The number of the lock; the database is the node's own, so it needs to differ from nothing else."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose outermost transactions hold the lock of the writers."""

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]  # Django's, without annotations
        connection: Any = self.connection
        if not autocommit and connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
