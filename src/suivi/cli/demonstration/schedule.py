"""The public record as a calendar of acts: who puts what on record, on which day, at which instant.

- A record is put on record on the day its source was published; what is older than the plan, right after adoption.
- Each side writes once a day, in its own afternoon; between two acts lie five minutes, and three of them pass
  between writing and release. Hours are invented, days are not.
- A record of one side is a report of that side; one of the press is evidence, and so is what cannot be an account
  of a commitment on a day: what is said of the plan as a whole, or by a page without a date.
- Every report's source is attached to it as evidence; steps of activities are those of `activities.json`.
"""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final, TypeAlias

Facts: TypeAlias = dict[str, Any]
"""One object of the demonstration's files, as `README.md` beside this file describes them."""

BETWEEN_ACTS: Final = datetime.timedelta(minutes=5)
HOURS: Final = {"kor": 5, "can": 15}
"""When a side's day of writing begins, in UTC: two in the afternoon in Seoul, mid-morning in Ottawa."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing a side does at `at`: `order` is what, `values` with which words.

    `name` is what later acts call the entry it makes; `refers` gives, by value, the names of entries it needs.
    """

    at: datetime.datetime
    party: str
    order: str
    name: str = ""
    provision: str = ""
    values: dict[str, Any]
    refers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """What one side does on one day before its file crosses."""

    on: datetime.date
    party: str
    acts: tuple[Act, ...]


def story() -> Facts:
    """The frame of the demonstration: the parties, their officers, what is lent."""
    found: Facts = json.loads(asset("story.json"))
    return found


def public_record() -> list[Facts]:
    """What was said in public, one fact after the other in the order of the days of record."""
    lines = [json.loads(line) for line in asset("record.jsonl").splitlines()]
    return sorted(lines, key=lambda fact: str(fact["recorded_on"]))


def bodies() -> list[Facts]:
    """The ministries and agencies of both sides, with their dated names."""
    found: list[Facts] = json.loads(asset("bodies.json"))
    return found


def named() -> list[Facts]:
    """What the plan names, each thing as one side enters it; one entered again says more."""
    found: list[Facts] = json.loads(asset("named.json"))
    return found


def activities() -> list[Facts]:
    """The activities opened under commitments, each with its steps in order."""
    found: list[Facts] = json.loads(asset("activities.json"))
    return found


def asset(name: str) -> str:
    """The characters of a file of the demonstration."""
    return (files("suivi.cli.demonstration") / name).read_text(encoding="utf-8")


def calendar(known: Mapping[str, str], modes: Iterable[str]) -> list[Day]:
    """Every day on which a side writes, in order.

    `known` are the commitments of the plan played, each id and alias with the id it stands under; what the plan does
    not have is left out. `modes` are those in which an activity can be opened.
    """
    planned: dict[tuple[str, int, str], list[_Planned]] = {}
    for act in _planned(known, set(modes)):
        planned.setdefault((act.on, HOURS[act.party], act.party), []).append(act)
    return [_day(on, party, found) for (on, _, party), found in sorted(planned.items())]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    on: str
    party: str
    order: str
    values: dict[str, Any]
    name: str = ""
    provision: str = ""
    refers: dict[str, str] = field(default_factory=dict)


def _day(on: str, party: str, planned: Iterable[_Planned]) -> Day:
    day = datetime.date.fromisoformat(on)
    at = datetime.datetime.combine(day, datetime.time(HOURS[party]), tzinfo=datetime.UTC)
    acts = []
    for act in planned:
        acts.append(
            Act(
                at=at,
                party=party,
                order=act.order,
                name=act.name,
                provision=act.provision,
                values=act.values,
                refers=act.refers,
            )
        )
        at += BETWEEN_ACTS
    return Day(day, party, tuple(acts))


def _planned(known: Mapping[str, str], modes: set[str]) -> Iterator[_Planned]:
    tale = story()
    for body in bodies():
        yield from _names_of(body, tale["adopted_on"], known)
    yield from _entered(named(), tale["adopted_on"], known)
    corrections = {change["record"]: change for change in tale["corrections"]}
    for fact in public_record():
        if fact["provision"] == "" or fact["provision"] in known:
            yield from _told(fact, corrections.get(fact["id"]))
    for activity in activities():
        if activity["provision"] in known and activity["mode"] in modes:
            yield from _lived(activity)


def _names_of(body: Facts, adopted_on: str, known: Mapping[str, str]) -> Iterator[_Planned]:
    """A body is named when the plan is adopted, and again on the day a name of its begins later."""
    for named in body["names"]:
        began = named["from_on"] or adopted_on
        yield _Planned(
            on=max(began, adopted_on),
            party=body["party"],
            order="name",
            values={
                "body": body["id"],
                "names": {language: named[language] for language in ("en", "fr", "ko")},
                "from_on": named["from_on"],
                "until_on": None,  # nobody knew on that day how long it would last
                "leads": _distinct(known[item] for item in body["leads"] if item in known),
                "supports": _distinct(known[item] for item in body["supports"] if item in known),
            },
        )


def _entered(things: Iterable[Facts], adopted_on: str, known: Mapping[str, str]) -> Iterator[_Planned]:
    """What a side enters on one day goes into one record."""
    by_day: dict[tuple[str, str], list[Facts]] = {}
    for thing in things:
        by_day.setdefault((thing.get("entered_on", adopted_on), thing["by"]), []).append(thing)
    for (on, party), entered in by_day.items():
        lines = [
            {
                **{name: part for name, part in thing.items() if name not in ("by", "entered_on")},
                "commitments": _distinct(known[item] for item in thing.get("commitments", ()) if item in known),
            }
            for thing in entered
        ]
        yield _Planned(on=on, party=party, order="enter", values={"things": lines})


def _distinct(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _told(fact: Facts, correction: Facts | None) -> Iterator[_Planned]:
    party = fact.get("attached_by") or fact["told_by"]
    supports = {}
    if fact["kind"] == "report":
        supports = {"report": fact["id"]}
        first = correction["first"] if correction else fact
        yield _Planned(
            on=fact["recorded_on"],
            party=party,
            order="report",
            name=fact["id"],
            provision=fact["provision"],
            values={**_report(fact), **_report(first)},
        )
    yield _Planned(
        on=fact["recorded_on"],
        party=party,
        order="attach",
        provision=fact["provision"],
        values=_evidence(fact),
        refers=supports,
    )
    if correction:
        yield _Planned(
            on=correction["corrected_on"],
            party=party,
            order="correct",
            values=_report(fact),
            refers={"report": fact["id"]},
        )


def _report(fact: Facts) -> dict[str, Any]:
    said = {name: fact[name] for name in ("stage", "account", "on", "until") if name in fact}
    return said | ({"bodies": tuple(fact["bodies"])} if "bodies" in fact else {})


def _evidence(fact: Facts) -> dict[str, Any]:
    source = fact["source"]
    published = source["published"] or ""
    return {
        "address": source["address"],
        "title": source["title"],
        "language": source["language"],
        "publisher": source["publisher"],
        "published_on": published if len(published) == len("2024-07-18") else None,
        "on": fact["on"],
        "account": fact["account"],
    }


def _lived(activity: Facts) -> Iterator[_Planned]:
    name = activity["activity"]
    yield _Planned(
        on=activity["opened_on"],
        party=activity["opened_by"],
        order="open",
        name=name,
        provision=activity["provision"],
        values={"mode": activity["mode"], "titles": activity["titles"]},
    )
    for number, step in enumerate(activity["steps"]):
        said = f"{name}.{number}"
        yield _Planned(
            on=step["recorded_on"],
            party=step["by"],
            order="step",
            name=said,
            values={
                "step": step["step"],
                "details": step["details"],
                "on": step["on"],
                "basis": step.get("basis", ""),
                "lent": tuple(step.get("lent", ())),
            },
            refers={"activity": name},
        )
        if "concurs_on" in step:
            other = next(party for party in HOURS if party != step["by"])
            yield _Planned(on=step["concurs_on"], party=other, order="concur", values={}, refers={"leaf": said})
