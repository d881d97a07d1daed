"""An instrument as a treaty officer follows it: versions of its text, who signed, what slipped, when it enters into force.

- A version is one party's word; what changed is compared with the version before it, whoever tabled that.
- A day expected is a promise: it has slipped once the milestone comes later, or a later day is expected, or the day asked
  about has passed without it.
- The day of entry into force is computed from the clause chosen (`duties.steps_due`); before that, none is.
"""

import datetime
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from suivi.register.activity import Activity, Said
from suivi.register.duties import steps_due

INSTRUMENT: Final = "instrument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A milestone (`adopt`, `sign`, `ratify` or `enter`) expected by `until`, as `said`; `met_on` where it has come.

    `slipped_days` is how many days later it came, or is late on the day asked about; 0 if it is not late.
    """

    said: Said
    milestone: str
    until: str
    met_on: str
    slipped_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """A version tabled; `parts` by language are its words against the version before: code and words, in order.

    The codes are `same`, `added` and `removed`; a first version in a language is all `same`.
    """

    said: Said
    number: int
    parts: dict[str, tuple[tuple[str, str], ...]]


def expectations_of(activity: Activity, day: datetime.date) -> tuple[Expectation, ...]:
    """Every day that a party expected a milestone by, in the order said, asked on `day`."""
    return tuple(_expectation(activity, said, day) for said in activity.taken if said.step == "expect")


def versions_of(activity: Activity) -> tuple[TextVersion, ...]:
    """Every version of the text tabled, in the order tabled, each against the one before."""
    found: list[TextVersion] = []
    before: dict[str, str] = {}
    for said in activity.taken:
        text = said.details.get("text")
        if said.step == "table" and isinstance(text, dict):
            parts = {language: _parts(before.get(language, words), words) for language, words in text.items()}
            found.append(TextVersion(said=said, number=int(str(said.details["version"])), parts=parts))
            before = before | text
    return tuple(found)


def words_by_party(activity: Activity, steps: tuple[str, ...]) -> dict[str, tuple[Said, ...]]:
    """What each party has said by those steps, oldest first; every party of the activity is there, by code."""
    return {
        party: tuple(said for said in activity.taken if said.party == party and said.step in steps)
        for party in sorted(activity.parties)
    }


def enters_on(activity: Activity) -> datetime.date | None:
    """The day of entry into force: as stated once it has come, else as the clause chosen gives it; None where neither does."""
    entered = _last(activity, "enter")
    if entered is not None:
        return datetime.date.fromisoformat(str(entered.details["date"]))
    return next((due.on for due in steps_due(activity) if due.step == "enter"), None)


def _expectation(activity: Activity, said: Said, day: datetime.date) -> Expectation:
    milestone, until = str(said.details["expected"]), str(said.details["until"])
    reached = [one.on for one in activity.taken if one.step == milestone]
    met_on = max(reached, default="") if _is_complete(activity, milestone) else ""
    late = (datetime.date.fromisoformat(met_on or day.isoformat()) - datetime.date.fromisoformat(until)).days
    return Expectation(said=said, milestone=milestone, until=until, met_on=met_on, slipped_days=max(late, 0))


def _is_complete(activity: Activity, milestone: str) -> bool:
    """Whether the milestone has come: a step of each only once every party has taken it."""
    steps = [said for said in activity.taken if said.step == milestone]
    return any(said.joint for said in steps) or {said.party for said in steps} == activity.parties


def _last(activity: Activity, step: str) -> Said | None:
    return next((said for said in reversed(activity.taken) if said.step == step), None)


def _parts(before: str, after: str) -> tuple[tuple[str, str], ...]:
    old, new = before.split(), after.split()
    found: list[tuple[str, str]] = []
    for kind, start, end, first, last in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", " ".join(new[first:last])))
            continue
        found += [("removed", " ".join(old[start:end]))] if end > start else []
        found += [("added", " ".join(new[first:last]))] if last > first else []
    return tuple(found)
