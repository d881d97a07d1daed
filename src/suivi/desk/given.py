"""Rows that a question brings along instead of finding them in their table: of a past day, made from its register.

- The question is asked as of any other rows, and narrowed, ordered, counted and cut by the database; nothing is written.
- All rows come in one text (JSON), however many there are.
"""

import json
from collections.abc import Iterable
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import BigAutoField, JSONField, Model, QuerySet
from django.db.models.sql.datastructures import BaseTable

_Row = TypeVar("_Row", bound=Model)
_MARK: Final = "given"


def told(rows: Iterable[Model]) -> list[str]:
    """Each of the rows as the text of its values (JSON), in the order of the columns of its table."""
    return [_text([_value(field, getattr(row, field.attname)) for field in row._meta.concrete_fields]) for row in rows]


def giving(rows: "QuerySet[_Row]", told_rows: Iterable[str]) -> "QuerySet[_Row]":
    """The same question, asked of these rows (as `told` gives them) and of none of the table; not yet narrowed by a join."""
    found = rows.all()
    alias = found.query.get_initial_alias()
    given = _Given(found.query.alias_map[alias].table_name, alias)
    given.table, given.rows = found.model, f"[{','.join(told_rows)}]"
    found.query.alias_map[alias] = given
    return found


def are_given(rows: "QuerySet[Any]") -> bool:
    """Whether the question brings its rows along."""
    return any(isinstance(each, _Given) for each in rows.query.alias_map.values())


class _Given(BaseTable):
    """A table whose rows stand in the question."""

    table: type[Model]
    rows: str

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """The rows, under the name of the table."""
        names = [compiler.quote_name_unless_alias(field.column) for field in self.table._meta.concrete_fields]
        alias = compiler.quote_name_unless_alias(self.table_alias)
        make = _in_sqlite if connection.vendor == "sqlite" else _in_postgresql
        columns = ", ".join(make(self.table, place, name) for place, name in enumerate(names))
        source = "json_each(%s)" if connection.vendor == "sqlite" else "json_array_elements(%s::json)"
        # names and types of our own tables
        return f"(SELECT {columns} FROM {source} AS told) {alias}", [self.rows]  # noqa: S608  # the same

    def relabeled_clone(self, change_map: Any) -> "_Given":
        """The same under another name."""
        clone = _Given(self.table_name, change_map.get(self.table_alias, self.table_alias))
        clone.table, clone.rows = self.table, self.rows
        return clone

    @property
    def identity(self) -> tuple[Any, ...]:
        """What tells it from other tables."""
        return (*super().identity, _MARK, self.rows)


def _in_sqlite(_: type[Model], place: int, name: str) -> str:
    return f"json_extract(told.value, '$[{place}]') AS {name}"


def _in_postgresql(table: type[Model], place: int, name: str) -> str:
    field = table._meta.concrete_fields[place]
    kind = "bigint" if isinstance(field, BigAutoField) else field.db_type(connection)
    return f"(told.value ->> {place})::{kind} AS {name}"


def _value(field: Any, value: Any) -> Any:
    if isinstance(field, JSONField):  # text in SQLite, and read from text by PostgreSQL
        return json.dumps(value, ensure_ascii=False)
    return value


def _text(values: list[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
