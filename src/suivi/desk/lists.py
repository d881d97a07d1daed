"""How a list is narrowed, put in order and cut into pages; it refines the rows the gate gives, and adds none.

- Whatever is asked comes from an address: what is no filter, no order and no page of the list is left aside, and a
  value nothing bears finds nothing.
- What is found is counted up to a bound: beyond it a reader is told that there are more, and no list is walked through
  to its end for a number.
"""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, DateField, Field, JSONField, Max, Min, Model, Q, QuerySet

from suivi.desk.finding import sought

COUNTED_TO: Final = 2_000
HORIZONS: Final = {"quarter": 92, "year": 366}
"""How many days ahead a horizon reaches."""

_Row = TypeVar("_Row", bound=Model)
_NEVER: Final = Q(pk__in=())


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a reader asks of a list: `filters` by name, words to find, an order, a page from 1.

    `day` is the day on which lateness is judged; `size` the rows of a page, None for all of them.
    """

    filters: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    order: str = ""
    page: int = 1
    size: int | None = 100
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Listed(Generic[_Row]):
    """One page of a list: `found` counts all pages up to `COUNTED_TO`, and is one more where there are more."""

    rows: tuple[_Row, ...]
    found: int
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class Way:
    """How one table is listed: the column of each filter, or what it asks; the columns of each order, first first."""

    columns: Mapping[str, str]
    orders: Mapping[str, tuple[str, ...]]
    asks: Mapping[str, Callable[[str, datetime.date | None], Q]] = field(default_factory=dict)


def _stage(column: str) -> Callable[[str, datetime.date | None], Q]:
    return lambda value, _: Q(**{column: "" if value == "silent" else value})


def _due(value: str, day: datetime.date | None) -> Q:
    if day is None or value not in ("overdue", *HORIZONS):
        return _NEVER
    if value == "overdue":
        return Q(due_on__gt="", due_on__lt=day.isoformat())
    last = day + datetime.timedelta(days=HORIZONS[value])
    return Q(due_on__gte=day.isoformat(), due_on__lte=last.isoformat())


def _since(value: str, _: datetime.date | None) -> Q:
    return Q(on__gte=value)


def _until(value: str, _: datetime.date | None) -> Q:
    return Q(on__lte=value)


COMMITMENTS: Final = Way(
    columns={name: name for name in ("channel", "plan", "pillar", "kind", "mode", "comparison")},
    orders={
        "plan": ("plan", "rank"),
        "due": ("due_on", "plan", "rank"),
        "last": ("-last_on", "plan", "rank"),
    },
    asks={"own": _stage("own_stage"), "other": _stage("other_stage"), "due": _due},
)
REPORTS: Final = Way(
    columns={name: name for name in ("channel", "plan", "provision", "party", "stage")},
    orders={"on": ("-on", "-log", "-seq"), "plan": ("plan", "provision", "-on", "-log", "-seq")},
    asks={"from": _since, "to": _until},
)
WORDS: Final = Way(
    columns={name: name for name in ("channel", "plan", "kind", "party", "language")},
    orders={"on": ("-on", "plan", "provision", "kind", "language", "key", "words")},
    asks={"from": _since, "to": _until},
)


def listed(rows: "QuerySet[_Row]", way: Way, asked: Asked) -> Listed[_Row]:
    """The page asked for of those of `rows` that pass; a page beyond the last is the last."""
    narrowed = rows.filter(_passes(way, asked))
    order = way.orders.get(asked.order) or next(iter(way.orders.values()))
    if asked.order == "due":
        narrowed = narrowed.exclude(due_on="")
    in_order = narrowed.order_by(*order)
    if asked.size is None:
        every = tuple(in_order)
        return Listed(every, len(every), 1, more=False)
    found = narrowed.order_by()[: COUNTED_TO + 1].count()
    last = max(1, -(-found // asked.size))
    page = min(max(asked.page, 1), last) if found <= COUNTED_TO else max(asked.page, 1)
    start = (page - 1) * asked.size
    cut = tuple(in_order[start : start + asked.size + 1])
    return Listed(cut[: asked.size], found, page, more=len(cut) > asked.size)


def together(*asked: "QuerySet[Any]") -> list[list[Any]]:
    """What each of these asks, in an order of no account, from one question: of tables of text, numbers, days and JSON alone."""
    make = "json_array" if connection.vendor == "sqlite" else "json_build_array"
    parts: list[str] = []
    given: list[Any] = []
    for place, rows in enumerate(asked):
        with suppress(EmptyResultSet):
            sql, wanted = rows.query.sql_with_params()
            names = ", ".join(connection.ops.quote_name(each.column) for each in rows.model._meta.concrete_fields)
            parts.append(f"SELECT {place}, {make}({names}) FROM ({sql}) AS part_{place}")  # noqa: S608  # names of our own
            given += wanted
    found: list[list[Any]] = [[] for _ in asked]
    with connection.cursor() as cursor:
        if parts:
            cursor.execute(" UNION ALL ".join(parts), given)
        for place, told in cursor.fetchall() if parts else ():
            found[place].append(_row_of(asked[place].model, json.loads(told) if isinstance(told, str) else told))
    return found


def _row_of(table: type[Model], values: Iterable[Any]) -> Model:
    """A row from its values: JSON is text in SQLite, and so is what it holds; in PostgreSQL neither is."""
    fields = table._meta.concrete_fields
    read = [_read(each, value) for each, value in zip(fields, values, strict=True)]
    return table.from_db("default", [each.attname for each in fields], read)


def _read(field_of: "Field[Any, Any]", value: Any) -> Any:
    if isinstance(field_of, JSONField):
        return json.loads(value) if isinstance(value, str) else value
    if isinstance(field_of, DateField):
        return field_of.to_python(value)
    return bool(value) if isinstance(field_of, BooleanField) else value


def _passes(way: Way, asked: Asked) -> Q:
    passes = Q()
    for name, value in asked.filters.items():
        if not value:
            continue
        if name in way.columns:
            passes &= Q(**{way.columns[name]: value})
        elif name in way.asks:
            passes &= way.asks[name](value, asked.day)
    return passes


def holding(rows: "QuerySet[Any]", question: str, *, plan: str = "") -> "QuerySet[Any]":
    """Those of the rows of words in which everything asked for stands; none for a question without words.

    `plan` names the only one whose rows are listed afterwards, if there is one.
    """
    wanted = sought(question)
    if plan and wanted.phrases:
        ends = rows.filter(plan=plan).aggregate(first=Min("pk"), last=Max("pk"))
        if ends["first"] is None:
            return rows.none()
        wanted = replace(wanted, among=(ends["first"], ends["last"]))
    return rows.filter(tokens__finds=wanted) if wanted.phrases else rows.none()
