"""Bodies in a hierarchy: which is a part of which, from a day to a day; a view of our own desk, never on record.

- A body is a part of one other at most on any day, and never, however far up, of itself.
- Days are included, and empty ones open. Nothing is removed: what is over has a last day.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from suivi.desk.models import BodyPlace, Officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """`body` is a part of `part_of` between two days, both included; `number` tells it from others."""

    number: int
    body: str
    part_of: str
    from_on: datetime.date | None
    until_on: datetime.date | None

    def holds(self, day: datetime.date) -> bool:
        """Whether it holds on that day."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)

    def meets(self, other: "Placing") -> bool:
        """Whether there is a day on which both hold."""
        begins = max(self.from_on or datetime.date.min, other.from_on or datetime.date.min)
        return begins <= min(self.until_on or datetime.date.max, other.until_on or datetime.date.max)


def placings() -> list[Placing]:
    """Every placing, oldest first."""
    return placings_of(BodyPlace.objects.order_by("from_on", "pk"))


def placings_of(rows: "Iterable[BodyPlace]") -> list[Placing]:
    """The placings in these rows, in the order given."""
    return [
        Placing(number=row.pk, body=row.body, part_of=row.part_of, from_on=row.from_on, until_on=row.until_on)
        for row in rows
    ]


def parent_on(known: Iterable[Placing], body: str, day: datetime.date) -> str:
    """The body it is a part of on that day, empty for none."""
    return next((one.part_of for one in known if one.body == body and one.holds(day)), "")


def above_on(known: Iterable[Placing], body: str, day: datetime.date) -> tuple[str, ...]:
    """The bodies it belongs to on that day: that of which it is a part first, then upwards."""
    found: list[str] = []
    held = [one for one in known if one.holds(day)]
    while (above := parent_on(held, found[-1] if found else body, day)) and above not in found:
        found.append(above)
    return tuple(found)


def with_those_above(known: Iterable[Placing], bodies: Iterable[str], day: datetime.date) -> set[str]:
    """The bodies, and all that they belong to on that day."""
    held = [one for one in known if one.holds(day)]
    return {each for body in bodies for each in (body, *above_on(held, body, day))}


def parts_on(known: Iterable[Placing], body: str, day: datetime.date) -> tuple[str, ...]:
    """Every body that is a part of it on that day, and their parts in turn; each once, never itself."""
    held = [one for one in known if one.holds(day)]
    found: dict[str, None] = {}
    waiting = [body]
    while waiting:
        above = waiting.pop(0)
        for one in held:
            if one.part_of == above and one.body not in found and one.body != body:
                found[one.body] = None
                waiting.append(one.body)
    return tuple(found)


def goes_round(known: Iterable[Placing], new: Placing) -> bool:
    """Whether with `new` some body would be, on some day, a part of itself."""
    held = [one for one in known if one.meets(new)]
    above, waiting = {new.part_of}, [new]
    while waiting:
        one = waiting.pop(0)
        if one.part_of == new.body:
            return True
        for other in held:
            if other.body == one.part_of and other.part_of not in above and other.meets(one):
                above.add(other.part_of)
                waiting.append(other)
    return False


def place(
    body: str,
    part_of: str,
    *,
    from_on: datetime.date | None,
    until_on: datetime.date | None,
    by: Officer,
    at: datetime.datetime,
) -> None:
    """Keep a new placing."""
    BodyPlace.objects.create(body=body, part_of=part_of, from_on=from_on, until_on=until_on, placed_by=by, placed_at=at)


def end(number: int, *, until_on: datetime.date) -> None:
    """Write the last day of a placing."""
    BodyPlace.objects.filter(pk=number).update(until_on=until_on)
