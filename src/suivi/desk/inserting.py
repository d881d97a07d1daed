"""Many new rows of one table at a time, by one statement that is put into words once.

- A first sync writes some eight rows for each entry: what Django makes of every batch anew cost ten times as much as the
  database needs to write them.
- In SQLite the values are given row by row to one prepared statement; in PostgreSQL Django sends whole columns at once.
- The rows given are not told their numbers, and nothing beyond the table itself is looked at: tables of rows have none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, Final

from django.db import connection, models

_BATCH: Final = 500
_AS_THEY_ARE: Final = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.BinaryField)
_Values = tuple[Any, ...]


def insert(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one table, in their order; rows with a number keep it."""
    if not rows:
        return
    table = type(rows[0])
    fields = [field for field in table._meta.concrete_fields if not field.primary_key or rows[0].pk is not None]
    names = [field.attname for field in fields]
    read: Callable[[models.Model], _Values] = attrgetter(*names)
    insert_values(table, names, map(read, rows))


def insert_values(
    table: type[models.Model], names: Sequence[str], values: Iterable[_Values], *, but_known: bool = False
) -> None:
    """Insert a row for each tuple of `values`, which give the columns `names` (attributes of the model), two at least.

    With `but_known`, a row that is there already (by any rule that makes rows unique) is left as it is.
    """
    if connection.vendor != "sqlite":
        rows = (table(**dict(zip(names, each, strict=True))) for each in values)
        while batch := list(islice(rows, _BATCH)):
            table._default_manager.bulk_create(batch, ignore_conflicts=but_known)
        return
    fields: list[Any] = [table._meta.get_field(name) for name in names]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    how = "INSERT OR IGNORE" if but_known else "INSERT"
    statement = f"{how} INTO {quoted(table._meta.db_table)} ({columns}) VALUES ({places})"
    prepared: Any = _prepared(fields, values)  # one after the other, never all at once
    with connection.cursor() as cursor:
        cursor.executemany(statement, prepared)


def _prepared(fields: Sequence[Any], values: Iterable[_Values]) -> Iterator[Sequence[Any]]:
    """The values as the database takes them: of most fields they are so already."""
    others = [(place, field) for place, field in enumerate(fields) if not isinstance(field, _AS_THEY_ARE)]
    for each in values:
        if not others:
            yield each
            continue
        prepared = list(each)
        for place, field in others:
            prepared[place] = field.get_db_prep_save(prepared[place], connection)
        yield prepared
