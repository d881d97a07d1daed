"""From one database to another: every row of every table, as it is, into tables that are empty.

- What is on record is copied octet for octet, so every root and signature holds in the new place; `suivi check` says so.
- Rows that can be made anew are copied with the rest; `suivi rebuild` would make the same.
"""

from collections.abc import Iterator
from typing import Final

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction

_BATCH: Final = 500
_OWN: Final = frozenset({"contenttypes.contenttype", "auth.permission"})  # made by the migrations themselves


def move_tables(source: str, target: str) -> int:
    """Copy every row from the database called `source` to `target`, in one transaction; returns how many.

    Both are names of `settings.DATABASES`; `target` has tables without rows.
    """
    copied = 0
    with transaction.atomic(using=target):
        for table in _in_order():
            for rows in _batches(table, source):
                table._base_manager.using(target).bulk_create(rows)
                copied += len(rows)
        _count_on(target)
    return copied


def _in_order() -> list[type[models.Model]]:
    """Every table, those that others point to first."""
    ordered: list[type[models.Model]] = []
    waiting = [table for table in apps.get_models() if table._meta.managed and table._meta.label_lower not in _OWN]
    while waiting:
        free = [
            table for table in waiting if not any(one in waiting and one is not table for one in _pointed_to(table))
        ]
        ordered += free
        waiting = [table for table in waiting if table not in free]
    return ordered


def _pointed_to(table: type[models.Model]) -> list[object]:
    return [field.related_model for field in table._meta.get_fields() if field.many_to_one and field.concrete]


def _batches(table: type[models.Model], source: str) -> Iterator[list[models.Model]]:
    batch: list[models.Model] = []
    for row in table._base_manager.using(source).order_by("pk").iterator(chunk_size=_BATCH):
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _count_on(target: str) -> None:
    """Let the next row of each table get the number after the last."""
    connection = connections[target]
    statements = connection.ops.sequence_reset_sql(no_style(), list(apps.get_models()))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
