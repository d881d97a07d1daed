"""Spot checks: facts of the public record, looked up where the played register should have them.

- A fact of a side stands among that side's accounts, on the day it states, in three languages, with its source
  attached to it; a fact of the press stands among the evidence and in nobody's voice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from suivi.cli.demonstration.schedule import Facts

RECORDS: Final = (
    "PR-017",
    "PR-022",
    "PR-088",
    "PR-089",
    "PR-044",
    "PR-045",
    "PR-046",
    "PR-064",
    "PR-136",
    "PR-062",
)
"""Ten records: background, both voices of the same event, a joint statement, the press, the plan as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One record and where it was found: `voice` is a party's code, or nothing for what is nobody's account."""

    record: str
    provision: str
    voice: str
    on: str | None
    says: Mapping[str, str]
    address: str
    found: bool

    def line(self, language: str) -> str:
        """The check as one line."""
        place = self.provision or "the plan"
        told = f"account of {self.voice}" if self.voice else "evidence"
        mark = "found" if self.found else "MISSING"
        return f"{mark}: {self.record}, {place}, {told}, {self.on or 'undated'}: {self.says[language]} <{self.address}>"


def spot(fact: Facts, plan: Mapping[str, Any]) -> Spot:
    """Whether `fact` stands where it belongs in `plan`, the value of a register (`PlanRegister.value`)."""
    voice = fact["told_by"] if fact["kind"] == "report" else ""
    place = _place(fact["provision"], plan)
    return Spot(
        record=fact["id"],
        provision=fact["provision"],
        voice=voice,
        on=fact["on"],
        says=fact["account"],
        address=fact["source"]["address"],
        found=_told(fact, voice, place) if voice else _cited(fact, place),
    )


def _place(provision: str, plan: Mapping[str, Any]) -> Mapping[str, Any]:
    if not provision:
        return plan
    places = (standing for standing in plan["provisions"] if provision in _ids(standing))
    return next(places, {"accounts": {}, "evidence": []})


def _ids(standing: Mapping[str, Any]) -> Iterator[str]:
    yield standing["id"]
    for place in standing["places"]:
        yield place["id"]


def _told(fact: Facts, voice: str, place: Mapping[str, Any]) -> bool:
    mine = [said for said in place["accounts"].get(voice, ()) if _same(fact, said)]
    others = [party for party, accounts in place["accounts"].items() for said in accounts if _same(fact, said)]
    return set(others) == {voice} and any(_sources(fact, place, said["id"]) for said in mine)


def _same(fact: Facts, said: Mapping[str, Any]) -> bool:
    return bool(said["account"] == fact["account"] and said["on"] == fact["on"])


def _cited(fact: Facts, place: Mapping[str, Any]) -> bool:
    spoken = [said for accounts in place.get("accounts", {}).values() for said in accounts if _same(fact, said)]
    return not spoken and _sources(fact, place, None)


def _sources(fact: Facts, place: Mapping[str, Any], report: str | None) -> bool:
    return any(
        source["address"] == fact["source"]["address"]
        and source["account"] == fact["account"]
        and source.get("report") == report
        for source in place["evidence"]
    )
