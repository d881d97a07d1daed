"""The review of the first period, held: assessments, a difference marked, minutes sealed, a decision followed up.

- It is made up, and every word of it begins by saying so. No public fact tells of minutes; the Strategic Dialogue of
  March 2025 is on record as the sources tell it, and these minutes do not speak for it.
- It goes the way of officers: an approver looks at the whole, two approve, the other side compares and concurs.
- What is said of commitments that the text played does not have is left out.
"""

import datetime
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from suivi.cli.demonstration.actor import PUBLIC, Actor
from suivi.cli.demonstration.schedule import Facts

BETWEEN_ACTS = datetime.timedelta(minutes=10)
Cross = Callable[[str, datetime.datetime], None]
"""What takes the file of a side to every other, at an instant."""


class Meeting:
    """The review that `told` describes (`README.md`), between `actors`, on the plan `plan` with commitments `known`."""

    def __init__(
        self, told: Facts, *, plan: str, known: Container[str], actors: Mapping[str, Actor], cross: Cross
    ) -> None:
        self._told = told
        self._plan = plan
        self._known = known
        self._actors = actors
        self._cross = cross
        self._period = {name: datetime.date.fromisoformat(told[name]) for name in ("from_on", "to_on")}
        self._minutes = ""

    @property
    def on(self) -> datetime.date:
        """The day before which nothing of the review is done."""
        return datetime.datetime.fromisoformat(self._told["prepared_at"]).date()

    @property
    def follow_up_on(self) -> datetime.date:
        """The day before which nothing is said of its decisions."""
        return min(datetime.date.fromisoformat(one["on"]) for one in self._told["followed"])

    def hold(self) -> int:
        """Prepare the review, discuss it by correspondence, seal its minutes; returns how many assessments were given."""
        at = datetime.datetime.fromisoformat(self._told["prepared_at"])
        given = [one for one in self._told["assessments"] if one["provision"] in self._known]
        for one in given:
            at += BETWEEN_ACTS
            said = {name: one[name] for name in ("provision", "score", "account")}
            self._leaves(one["party"], "assess", at=at, **said, **self._period_said(), marking=PUBLIC)
        for code in self._actors:
            self._cross(code, at + BETWEEN_ACTS)
        self._close(at + datetime.timedelta(days=1))
        return len(given)

    def follow_up(self) -> None:
        """What a side says has become of a decision."""
        for one in self._told["followed"]:
            at = datetime.datetime.fromisoformat(f"{one['on']}T06:00:00+00:00")
            said = {name: one[name] for name in ("decision", "outcome", "account", "on")}
            self._leaves(one["party"], "report decision", minutes=self._minutes, at=at, **said)
            self._cross(one["party"], at + BETWEEN_ACTS)

    def _close(self, at: datetime.datetime) -> None:
        """One side marks a difference, looks at the whole and proposes minutes; the other concurs, both nodes seal."""
        author, note = self._told["author"], self._told["note"]
        provision = note["provision"] if note["provision"] in self._known else ""
        self._actors[author].does("note", plan=self._plan, provision=provision, words=note["words"], at=at)
        self._actors[author].does("look through", plan=self._plan, **self._period, at=at + BETWEEN_ACTS)
        said = {name: self._told[name] for name in ("on", "minutes", "resolution")}
        decisions, closes = list(self._decisions()), tuple(self._period.values())
        at = datetime.datetime.fromisoformat(f"{self._told['on']}T13:00:00+00:00")
        placed = self._leaves(author, "propose minutes", decisions=decisions, closes=closes, at=at, **said)
        self._minutes = placed["leaf"]
        self._cross(author, at + BETWEEN_ACTS)
        for other in (code for code in self._actors if code != author):
            at += datetime.timedelta(hours=12)
            self._actors[other].does("concur", at=at)
            self._cross(other, at + BETWEEN_ACTS)

    def _decisions(self) -> Iterator[dict[str, Any]]:
        for one in self._told["decisions"]:
            yield {**one, "provision": one["provision"] if one["provision"] in self._known else None}

    def _leaves(self, party: str, order: str, *, at: datetime.datetime, **said: Any) -> dict[str, Any]:
        """The ticket an order cuts, approved and released; where it was placed."""
        actor = self._actors[party]
        placed: dict[str, Any] = actor.does("leave", ticket=actor.does(order, plan=self._plan, at=at, **said), at=at)
        return placed

    def _period_said(self) -> dict[str, str]:
        return {name: on.isoformat() for name, on in self._period.items()}
