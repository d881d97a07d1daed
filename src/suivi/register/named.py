"""What a plan names: each thing with the names it has borne, what each party says of it, and the commitments that name it.

- Every record of a thing counts: it adds a name with its days. Of names whose days overlap, the one borne from the later
  day counts, then the one said later. A record taken back adds nothing.
- What a thing is, is what was said of it first; it is achieved if anybody says so.
- Two entries that have borne one name, letter case and blanks aside, are perhaps one thing under two ids: it is said, not merged.
- A commitment names a thing where a record says so, or where its agreed words hold a name or a short form it has borne.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from suivi.log.canonical import Json
from suivi.plan.party import DatedName
from suivi.plan.plan import Plan
from suivi.record.marking import Marking
from suivi.record.named import Named, PlanNamed
from suivi.register.bodies import is_named
from suivi.register.on_record import OnRecord


@dataclass(frozen=True, kw_only=True)
class Naming(OnRecord[PlanNamed]):
    """A record by which a party enters things a plan names."""

    def value(self) -> dict[str, Json]:
        """The record as plain JSON, with whose word it is and where it is on record."""
        return {**self.said.value(), **self.where()}


@dataclass(frozen=True, slots=True)
class WordOn:
    """What one party says of a thing: in which record (`seq` of `log`), counting from the instant `at`."""

    party: str
    named: Named
    log: str
    seq: int
    at: str
    marking: Marking


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing a plan names; `words` in the order they were said, never empty."""

    id: str
    words: tuple[WordOn, ...]

    @property
    def kind(self) -> str:
        """What it is: a code of `KINDS_OF_THINGS`."""
        return self.words[0].named.kind

    @property
    def achieved(self) -> bool:
        """Whether anybody says that the preamble lists it as achieved."""
        return any(word.named.achieved for word in self.words)

    @property
    def dated_names(self) -> tuple[DatedName, ...]:
        """Its names with their days, oldest first; those said later after those said before."""
        found: list[DatedName] = []
        for one in self._said():
            dated = DatedName(one.names, _day(one.from_on), _day(one.until_on))
            found = [*(known for known in found if known != dated), dated]
        return tuple(sorted(found, key=lambda one: one.from_on or datetime.date.min))

    @property
    def marking(self) -> Marking:
        """That of all words together."""
        marking = self.words[0].marking
        for word in self.words[1:]:
            marking = marking.join(word.marking)
        return marking

    def name_on(self, day: datetime.date) -> dict[str, str]:
        """The names by language it bore on `day`, else those it bore last of all."""
        dated = self.dated_names
        return next((one.names for one in reversed(dated) if one.holds(day)), dated[-1].names)

    def days(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By milestone: each day given, and the parties that give it, in the order said."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for word in self.words:
            for milestone, day in word.named.days.items():
                given = found.setdefault(milestone, {})
                given[day] = tuple(dict.fromkeys((*given.get(day, ()), word.party)))
        return found

    def named_in(self, plan: Plan, agreed: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
        """The provisions of `plan` that name it, in plan order; `agreed` are their words by id and language."""
        said = {one for named in self._said() for one in named.commitments}
        names = self._borne()
        return tuple(
            provision.id
            for provision in plan.provisions
            if any(place.id in said or f"{plan.id}#{place.id}" in said for place in provision.places)
            or is_named(names, agreed.get(provision.id, {}))
        )

    def stands_in(self, words: Mapping[str, str]) -> bool:
        """Whether words by language hold a name or a short form it has borne, in that language."""
        return is_named(self._borne(), words)

    def folded_names(self) -> frozenset[tuple[str, str]]:
        """Every name it has borne, by language, without letter case and blanks."""
        return folded(named.names for named in self._said())

    def _said(self) -> Iterator[Named]:
        return (word.named for word in self.words)

    def _borne(self) -> "_Borne":
        short = [DatedName(named.short) for named in self._said() if named.short]
        return _Borne((*self.dated_names, *short))


def folded(names: Iterable[Mapping[str, str]]) -> frozenset[tuple[str, str]]:
    """Names by language as they are compared: without letter case and blanks."""
    return frozenset(
        (language, "".join(words.casefold().split())) for each in names for language, words in each.items()
    )


@dataclass(frozen=True, slots=True)
class _Borne:
    """Every name and short form a thing has borne."""

    dated_names: tuple[DatedName, ...]


def things_of(namings: Iterable[Naming]) -> dict[str, NamedThing]:
    """The things these records enter, given oldest first; by id, in the order they were entered."""
    words: dict[str, list[WordOn]] = {}
    for one in namings:
        for named in one.said.things:
            word = WordOn(one.party, named, one.log, one.seq, one.at, one.marking)
            words.setdefault(named.thing, []).append(word)
    return {id: NamedThing(id, tuple(said)) for id, said in words.items()}


def called_alike(things: Mapping[str, NamedThing]) -> dict[str, tuple[str, ...]]:
    """By id, the ids of the other things that have borne a name of it in the same language; things without any are left out."""
    bearers: dict[tuple[str, str], dict[str, None]] = {}
    for thing in things.values():
        for name in thing.folded_names():
            bearers.setdefault(name, {})[thing.id] = None
    found: dict[str, dict[str, None]] = {}
    for ids in bearers.values():
        for id in ids:
            found.setdefault(id, {}).update({other: None for other in ids if other != id})
    return {id: tuple(others) for id, others in found.items() if others}


def _day(written: str | None) -> datetime.date | None:
    return None if written is None else datetime.date.fromisoformat(written)
