"""Bodies: the ministries, agencies and offices the parties have named, with the names they bore on each day.

- Each record of a body adds a name with its days; one taken back adds nothing. Of names whose days overlap, the one
  borne from the later day counts.
- A body leads and supports what any of its records says; a record taken back says nothing.
- The id of a body belongs to the party that named it first.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Protocol, TypeAlias, TypeVar

from suivi.log.canonical import Json
from suivi.plan.party import Body, DatedName
from suivi.plan.plan import Plan
from suivi.record.bodies import BodyNamed
from suivi.record.marking import UNSTATED, Marking

Naming: TypeAlias = tuple[BodyNamed, Marking]
"""A record that names a body, with the marking of its entry."""


@dataclass(frozen=True, slots=True)
class NamedBody(Body):
    """A body as the register holds it; `marking` is that of all its names together."""

    marking: Marking = UNSTATED


def bodies_of(namings: Iterable[Naming]) -> dict[str, NamedBody]:
    """The bodies these records name, given in canonical order; by id, in order of id."""
    by_id: dict[str, list[Naming]] = {}
    for named, marking in namings:
        by_id.setdefault(named.body, []).append((named, marking))
    return {id: _body(id, records) for id, records in sorted(by_id.items())}


def concerned(bodies: Mapping[str, NamedBody], plan: Plan, acting: frozenset[str]) -> dict[str, NamedBody]:
    """The `bodies` that lead or support a provision of `plan`, or are among those `acting` under it."""
    places = {place.id for provision in plan.provisions for place in provision.places}
    known = places | {f"{plan.id}#{place}" for place in places}
    return {
        id: body
        for id, body in bodies.items()
        if id in acting or not known.isdisjoint(body.leads) or not known.isdisjoint(body.supports)
    }


class BearsNames(Protocol):
    """What has borne names: a body of a party, or a thing a plan names."""

    @property
    def dated_names(self) -> tuple[DatedName, ...]:
        """The names by language, with their days."""
        ...


def is_named(body: BearsNames, agreed: Mapping[str, str]) -> bool:
    """Whether the agreed words, by language, hold a name the body has borne on any day, in that language.

    Upper and lower case are one, as are the blanks of Korean; elsewhere a name is whole words.
    """
    names = ((language, name) for dated in body.dated_names for language, name in dated.names.items())
    return any(_holds(agreed[language], name, language) for language, name in names if agreed.get(language))


def _holds(words: str, name: str, language: str) -> bool:
    if language == "ko":
        return name.replace(" ", "") in _without_blanks(words)
    folded, within = name.casefold(), _in_one_case(words)
    return folded in within and re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", within) is not None


# A plan asks every name of every commitment's words: these are the same few strings again and again.
@lru_cache(maxsize=2048)
def _without_blanks(words: str) -> str:
    return words.replace(" ", "")


@lru_cache(maxsize=2048)
def _in_one_case(words: str) -> str:
    return words.casefold()


ASKING_FOR_BODIES: Final = frozenset({"lead", "authority"})
"""The details of steps that ask for a body and are typed in one language."""

_Called = TypeVar("_Called", bound=Body)


def body_called(name: str, bodies: Mapping[str, _Called]) -> _Called | None:
    """The body that bears or has borne `name`, in whatever language; None for a name of none, or of several."""
    said = _plain(name)
    found = [
        body
        for body in bodies.values()
        if said in {_plain(one) for dated in body.dated_names for one in dated.names.values()}
    ]
    return found[0] if len(found) == 1 else None


def answers_named(
    answers: Mapping[str, str | dict[str, str]], bodies: Mapping[str, Body], on: str
) -> dict[str, str | dict[str, str]]:
    """The answers of a step; where one that asks for a body names a known one, its names by language on the day `on`."""
    return {code: _named(code, answer, bodies, on) for code, answer in answers.items()}


def _named(code: str, answer: str | dict[str, str], bodies: Mapping[str, Body], on: str) -> str | dict[str, str]:
    body = body_called(answer, bodies) if isinstance(answer, str) and code in ASKING_FOR_BODIES else None
    names = body.name_on(date.fromisoformat(on)) if body else {}
    return dict(names) or answer


def _plain(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").split()).casefold()


def body_value(body: NamedBody) -> dict[str, Json]:
    """A body as plain JSON: its party, its names oldest first, what it leads and supports."""
    value: dict[str, Json] = {
        "id": body.id,
        "party": body.party,
        "names": [_dated_value(dated) for dated in body.dated_names],
        "marking": body.marking.value(),
    }
    value |= {"leads": list(body.leads)} if body.leads else {}
    return value | ({"supports": list(body.supports)} if body.supports else {})


def _body(id: str, namings: list[Naming]) -> NamedBody:
    records = [named for named, _ in namings]
    marking = UNSTATED
    for _, one in namings:
        marking = marking.join(one)
    names = [DatedName(one.names, _day(one.from_on), _day(one.until_on)) for one in records]
    return NamedBody(
        id=id,
        party=records[0].party,
        dated_names=tuple(sorted(names, key=lambda dated: dated.from_on or date.min)),
        leads=tuple(dict.fromkeys(provision for one in records for provision in one.leads)),
        supports=tuple(dict.fromkeys(provision for one in records for provision in one.supports)),
        marking=marking,
    )


def _dated_value(dated: DatedName) -> dict[str, Json]:
    value: dict[str, Json] = {"names": dict(dated.names)}
    value |= {"from_on": dated.from_on.isoformat()} if dated.from_on is not None else {}
    return value | ({"until_on": dated.until_on.isoformat()} if dated.until_on is not None else {})


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
