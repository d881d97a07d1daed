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
from django.db.models import BooleanField, DateField, F, Field, Func, JSONField, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat

from suivi.desk.finding import MARKED, NUMBERS_OF_A_DAY, Sought, first_number, marks, sought
from suivi.desk.given import are_given

COUNTED_TO: Final = 2_000
HORIZONS: Final = {"quarter": 92, "year": 366}
"""How many days ahead a horizon reaches."""

_Row = TypeVar("_Row", bound=Model)
_NEVER: Final = Q(pk__in=())
_MOST_BEGUN: Final = 32
_LAST: Final = "\U0010ffff"  # behind every letter
_LEAPS: Final = f"""begun(first, beyond, term, place) AS (
    SELECT first, beyond, (SELECT term FROM desk_wordsrow_terms WHERE term >= seeds.first LIMIT 1), 1 FROM seeds
    UNION ALL
    SELECT first, beyond, (SELECT term FROM desk_wordsrow_terms WHERE term >= begun.term || ' ' LIMIT 1), place + 1
    FROM begun WHERE term < beyond AND place <= {_MOST_BEGUN}
) SELECT first, term FROM begun WHERE term < beyond"""  # noqa: S608  # names of our own; a blank stands before every sign of a word
_PLACE: Final = "place"  # of rows that SQLite finds by its index of words, which is in order itself


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
    """How one table is listed: the column of each filter, or what it asks; the columns of each order, first first.

    Where few pass they are found first and then put in order. Where many do, the table is walked in the orders that are
    `walked`, until the page is full.
    """

    columns: Mapping[str, str]
    orders: Mapping[str, tuple[str, ...]]
    asks: Mapping[str, Callable[[str, datetime.date | None], Q]] = field(default_factory=dict)
    walked: frozenset[str] = frozenset()


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
    walked=frozenset({"plan"}),
)
WORDS: Final = Way(
    columns={name: name for name in ("channel", "plan", "kind", "party", "language")},
    orders={"on": ("-pk",)},
    asks={"from": _since, "to": _until},
)


def listed(rows: "QuerySet[_Row]", way: Way, asked: Asked) -> Listed[_Row]:
    """The page asked for of those of `rows` that pass; a page beyond the last is the last."""
    narrowed = rows.filter(_passes(way, asked))
    order = way.orders.get(asked.order) or next(iter(way.orders.values()))
    if asked.order == "due":
        narrowed = narrowed.exclude(due_on="")
    if asked.size is None:
        every = tuple(narrowed.order_by(*order))
        return Listed(every, len(every), 1, more=False)
    if _PLACE in narrowed.query.annotations:
        return _in_order(narrowed.order_by(f"-{_PLACE}"), asked.page, asked.size)
    found = narrowed.order_by()[: COUNTED_TO + 1].count()
    page, start = _place(found, asked.page, asked.size)
    if are_given(narrowed):
        pass  # no table is walked through
    elif found <= COUNTED_TO:
        # Else the database may walk through all of a table in that order to find the few.
        narrowed = rows.model._default_manager.filter(pk__in=narrowed.order_by().values("pk")[:COUNTED_TO])
    elif asked.order in way.walked and connection.vendor == "sqlite":
        narrowed = _walked(rows, _passes(way, asked))
    cut = tuple(narrowed.order_by(*order)[start : start + asked.size + 1]) if found else ()
    return Listed(cut[: asked.size], found, page, more=len(cut) > asked.size)


def _place(found: int, page: int, size: int) -> tuple[int, int]:
    """The page, no further than the last where all were counted, and the place of its first row."""
    last = max(1, -(-found // size))
    page = min(max(page, 1), last) if found <= COUNTED_TO else max(page, 1)
    return page, (page - 1) * size


def _in_order(rows: "QuerySet[_Row]", page: int, size: int) -> Listed[_Row]:
    """The page of rows that come in order as they are found: counted and cut in one go."""
    most = max(COUNTED_TO + 1, max(page, 1) * size + 1)
    numbers = list(rows.values_list("pk", flat=True)[:most])
    found = min(len(numbers), COUNTED_TO + 1)
    page, start = _place(found, page, size)
    wanted = numbers[start : start + size]
    held = rows.model._default_manager.in_bulk(wanted) if wanted else {}
    return Listed(tuple(held[number] for number in wanted), found, page, more=len(numbers) > start + size)


class _Alone(Func):
    """A column that SQLite is to look up in no index (sqlite.org/optoverview.html, section 2)."""

    template = "+%(expressions)s"


def _walked(rows: "QuerySet[_Row]", passes: Q) -> Any:
    """Those of `rows` that pass, found by the order they are asked for in and by no index of what they are narrowed by."""
    names: set[str] = set()

    def alone(part: Any) -> Any:
        if not isinstance(part, Q):
            column, *how = part[0].split("__")
            names.add(column)
            return "__".join([f"{column}_alone", *how]), part[1]
        return Q(*map(alone, part.children), _connector=part.connector, _negated=part.negated)

    told = alone(passes)
    return rows.alias(**{f"{name}_alone": _Alone(F(name)) for name in sorted(names)}).filter(told)


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


def holding(rows: "QuerySet[Any]", asked: Asked) -> "QuerySet[Any]":
    """Those of the rows of words in which everything asked for stands; none for a question without words.

    What the list is narrowed by is looked up in the index of words too, where it can be.
    """
    wanted = sought(asked.question)
    if not wanted.phrases:
        return rows.none()
    if are_given(rows):
        return _read_through(rows, wanted)
    marked = marks({column: asked.filters.get(column, "") for column in MARKED})
    wanted = replace(wanted, marked=tuple(marked), among=_among(asked.filters))
    found: QuerySet[Any] = _joined(rows, wanted) if connection.vendor == "sqlite" else _looked_up(rows, wanted)
    return found


def _joined(rows: "QuerySet[Any]", wanted: Sought) -> Any:
    """Each with its `place`, by which SQLite reads no more of the index of words than a page needs."""
    index = "desk_wordsrow_index"
    conditions = [f"{index}.rowid = desk_wordsrow.id", f"{index} MATCH %s"]
    given: list[str | int] = [wanted.for_sqlite(_begun(wanted.beginnings()))]
    if wanted.among is not None:
        conditions, given = [*conditions, f"{index}.rowid BETWEEN %s AND %s"], [*given, *wanted.among]
    joined = rows.extra(tables=[index], where=conditions, params=given)  # noqa: S610  # names of our own, and placeholders
    return joined.annotate(**{_PLACE: RawSQL(f"{index}.rowid", ())})  # noqa: S611  # the same


def _begun(beginnings: list[str]) -> dict[str, list[str]]:
    """All words in the index that begin so, by their beginning, in one question that leaps from word to word; a beginning of
    more than `_MOST_BEGUN` words is left out.
    """
    if not beginnings:
        return {}
    seeds = ", ".join(["(%s, %s)"] * len(beginnings))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE seeds(first, beyond) AS (VALUES {seeds}), {_LEAPS}",
            [end for first in beginnings for end in (first, first + _LAST)],
        )
        found: dict[str, list[str]] = {}
        for first, term in cursor.fetchall():
            found.setdefault(first, []).append(term)
    return {first: words for first, words in found.items() if len(words) <= _MOST_BEGUN}


def _looked_up(rows: "QuerySet[Any]", wanted: Sought) -> Any:
    found = rows.filter(tokens__finds=wanted)
    return found if wanted.among is None else found.filter(pk__range=wanted.among)


def _read_through(rows: "QuerySet[Any]", wanted: Sought) -> "QuerySet[Any]":
    """Rows that lie in no table have no index: their tokens, parted by blanks, are read."""
    found: QuerySet[Any] = rows.alias(parted=Concat(Value(" "), F("tokens"), Value(" "), output_field=TextField()))
    for phrase in wanted.phrases:
        found = found.filter(parted__contains=f" {' '.join(phrase.tokens)}{'' if phrase.beginning else ' '}")
    return found


def _among(filters: Mapping[str, str]) -> tuple[int, int] | None:
    """The numbers of rows of words between the days asked for; None where neither day is."""
    first, last = filters.get("from", ""), filters.get("to", "")
    if not first and not last:
        return None
    highest = first_number(last) or datetime.date.max.toordinal() * NUMBERS_OF_A_DAY
    return first_number(first), highest + NUMBERS_OF_A_DAY - 1
