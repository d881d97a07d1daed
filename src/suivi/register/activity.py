"""Where an activity stands: the steps that took effect, one after the other.

- Steps by ALL arrive only once their text is in effect (`register/joint.py`), so an activity knows no signatures.
- A party may take back or correct a step of its own only if the steps after it are still possible.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from suivi.log.canonical import Json
from suivi.modes.mode import START, AlreadySaid, Mode, OwnAnswer, Step
from suivi.record.marking import Marking
from suivi.record.steps import Basis, By


@dataclass(frozen=True, kw_only=True)
class Said:
    """A step as one entry states it: `party` is its author, or the proposer of a joint text (`joint`).

    `on` is the day stated, `at` the instant the entry counts from; `id` and `leaf` (32 bytes) are the entry's.
    `corrected` is how often its author has replaced the words since. `basis` is what it rests on where it is not the
    party's own word; `lent` are the codes of details nobody has published.
    """

    party: str
    step: str
    details: Mapping[str, str | dict[str, str]]
    on: str
    log: str
    seq: int
    id: str
    leaf: bytes
    at: str
    marking: Marking
    joint: bool = False
    corrected: int = 0
    basis: Basis | None = None
    lent: tuple[str, ...] = ()

    @property
    def recorded_later(self) -> bool:
        """Whether the entry was made on a later day (UTC) than the one it states."""
        return self.at[:10] > self.on

    def value(self) -> dict[str, Json]:
        """The step as plain JSON, with where it is on record."""
        details = {name: detail if isinstance(detail, str) else dict(detail) for name, detail in self.details.items()}
        # Absent is absent: a party's own word keeps the digest it had before there were others.
        marked: dict[str, Json] = {"basis": self.basis.value} if self.basis else {}
        marked |= {"lent": list(self.lent)} if self.lent else {}
        return {
            **marked,
            "party": self.party,
            "step": self.step,
            "details": details,
            "on": self.on,
            "at": self.at,
            "recorded_later": self.recorded_later,
            "joint": self.joint,
            "corrected": self.corrected,
            "marking": self.marking.value(),
            "log": self.log,
            "seq": self.seq,
            "id": self.id,
            "leaf": self.leaf.hex(),
        }


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One running instance of a mode under a provision of the plan."""

    id: str
    plan: str
    mode: Mode
    parties: frozenset[str]
    state: str = START
    taken: tuple[Said, ...] = ()
    heard: frozenset[str] = frozenset()  # parties that have said the EACH step under way

    def after(self, said: Said) -> Self:
        """This activity once `said` has taken effect.

        Raises as `allowed` does; the activity itself never changes.
        """
        step = self.allowed(said.party, said.step, said.details)
        taken = (*self.taken, said)
        if step.by is By.OWN:
            return replace(self, taken=taken)
        if step.by is By.EACH and self.heard | {said.party} < self.parties:
            return replace(self, taken=taken, heard=self.heard | {said.party})
        return replace(self, taken=taken, heard=frozenset(), state=step.reaches)

    def allowed(self, party: str, name: str, details: Mapping[str, str | dict[str, str]]) -> Step:
        """The step called `name`, if `party` may take it now with these `details`.

        Raises `StepNotOpen`, `DetailMissing`, `DetailNotSound`, `OwnAnswer` or `AlreadySaid`.
        """
        step = self.mode.step(name, state=self.state, details=details)
        if self._answers_itself(party, step):
            raise OwnAnswer(step=self.mode.words[name])
        if self._has_said(party, step):
            raise AlreadySaid(step=self.mode.words[name])
        return step

    def open_to(self, party: str) -> tuple[Step, ...]:
        """The steps `party` may take now, in the order of the table."""
        steps = self.mode.open_steps(self.state)
        return tuple(
            step for step in steps if not self._answers_itself(party, step) and not self._has_said(party, step)
        )

    def _answers_itself(self, party: str, step: Step) -> bool:
        if step.answers is None:
            return False
        if step.by is not By.OWN:
            return self.last_word_on(step.answers) == party
        # What only reports may answer any that another party took, whoever spoke last: requests cross.
        asked = {said.party for said in self.taken if said.step == step.answers}
        return bool(asked) and asked <= {party}

    def _has_said(self, party: str, step: Step) -> bool:
        return step.by is By.EACH and party in self.heard

    def last_word_on(self, step: str) -> str | None:
        """The party that last took `step`, or None."""
        return next((said.party for said in reversed(self.taken) if said.step == step), None)

    def saying(self, steps: tuple[Said, ...]) -> Self:
        """The same activity had it taken exactly these steps; raises as `after` where one is not possible."""
        activity = replace(self, state=START, taken=(), heard=frozenset())
        for said in steps:
            activity = activity.after(said)
        return activity

    @property
    def is_concluded(self) -> bool:
        """Whether all parties have sealed a state after which there is nothing left, or only beginning again."""
        moves = [said for said in self.taken if self._reaches(said.step) == self.state]
        order = self.mode.states.index(self.state)
        onward = [step for step in self.mode.open_steps(self.state) if step.by is not By.OWN]
        ends = all(self.mode.states.index(step.reaches) <= order for step in onward)
        return bool(moves) and moves[-1].joint and ends

    def _reaches(self, name: str) -> str:
        return next(step.reaches for step in self.mode.steps if step.name == name)


@dataclass(frozen=True, kw_only=True)
class ActivityStanding:
    """An activity as the register shows it: who opened it and when, its titles by language, where it stands."""

    activity: Activity
    provision: str
    opened_by: str
    opened_at: str
    log: str
    seq: int
    leaf: bytes
    marking: Marking
    titles: Mapping[str, str] = field(default_factory=dict)
    withdrawn: bool = False

    @property
    def id(self) -> str:
        """The id of the activity: that of the entry that opened it."""
        return self.activity.id

    def value(self) -> dict[str, Json]:
        """The activity as plain JSON: mode, edition, state and every step."""
        activity = self.activity
        return {
            "id": self.id,
            "mode": activity.mode.name,
            "edition": activity.mode.edition,
            "state": activity.state,
            "concluded": activity.is_concluded,
            "heard": sorted(activity.heard),
            "titles": dict(self.titles),
            "opened_by": self.opened_by,
            "opened_at": self.opened_at,
            "withdrawn": self.withdrawn,
            "marking": self.marking.value(),
            "steps": [said.value() for said in activity.taken],
            "log": self.log,
            "seq": self.seq,
            "leaf": self.leaf.hex(),
        }
