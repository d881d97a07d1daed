"""The meetings of a dialogue, one after the other, and what each side says of the series and of every meeting.

- A meeting begins with its proposal (`propose` at the start, `renew` after a conclusion); one proposed again after it
  was postponed is the same meeting, with the same key.
- Two parties may tell of one meeting differently: every word stands under its party, and none wins.
- `revision` counts what changed after the first proposal: it rises with every step that an invitation depends on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from suivi.register.activity import Activity, Said

DIALOGUE: Final = "dialogue"
_BEGINS: Final = ("propose", "renew")
_CHANGES: Final = ("propose", "convene", "schedule", "postpone")
POSTPONED: Final = "postponed"
CONCLUDED: Final = "concluded"


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting: `key` is the id of the entry that first proposed it, `number` counts from 1, `state` is where it stands.

    `steps` are all its steps in order, the proposal first; words on the series are none of them.
    """

    key: str
    number: int
    state: str
    steps: tuple[Said, ...] = field(default=())

    @property
    def on(self) -> str:
        """The day last named for it (`YYYY-MM-DD`); empty if none is."""
        return self._newest("date", ("propose", "renew", "convene", "schedule", "hold"))

    @property
    def place(self) -> str:
        """Where it was convened; empty before."""
        return self._newest("place", ("convene",))

    @property
    def hour(self) -> tuple[str, str, int] | None:
        """The hour last given for the day it stands on: `HH:MM`, IANA time zone, minutes; None where nobody gave one."""
        given = next((said for said in reversed(self.steps) if said.step == "schedule"), None)
        if given is None or given.details.get("date") != self.on:
            return None
        hour, zone, minutes = (given.details[name] for name in ("hour", "zone", "minutes"))
        return str(hour), str(zone), int(str(minutes))

    @property
    def level(self) -> str:
        """The code of the level proposed last."""
        return self._newest("level", _BEGINS)

    @property
    def agenda(self) -> dict[str, str]:
        """The agenda agreed when it was convened, by language; empty before."""
        said = self.taken("convene")
        agenda = said.details["agenda"] if said else {}
        return dict(agenda) if isinstance(agenda, dict) else {}

    @property
    def accounts(self) -> tuple[Said, ...]:
        """What was said of the meeting once it was held, by whom: the step that says so, and each side's own account."""
        return tuple(said for said in self.steps if said.step in ("hold", "tell"))

    @property
    def postponements(self) -> tuple[Said, ...]:
        """Every time it was put off, oldest first, with its reason."""
        return tuple(said for said in self.steps if said.step == "postpone")

    @property
    def revision(self) -> int:
        """How often what an invitation says has changed since the first proposal."""
        return sum(said.step in _CHANGES for said in self.steps[1:])

    @property
    def is_called_off(self) -> bool:
        """Whether it is postponed and no other day has been proposed."""
        return self.state == POSTPONED

    def taken(self, step: str) -> Said | None:
        """The last time `step` was taken in this meeting, or None."""
        return next((said for said in reversed(self.steps) if said.step == step), None)

    def _newest(self, detail: str, steps: tuple[str, ...]) -> str:
        told = (said.details.get(detail) for said in reversed(self.steps) if said.step in steps)
        return next((one for one in told if isinstance(one, str)), "")


def meetings_of(activity: Activity) -> tuple[Meeting, ...]:
    """The meetings of a dialogue, oldest first; none for an activity of another mode."""
    return tuple(_meetings(activity)) if activity.mode.name == DIALOGUE else ()


def series_of(activity: Activity) -> dict[str, Said]:
    """Each party's newest word on the series (`arrange`), by party in the order in which they first spoke."""
    return {said.party: said for said in activity.taken if said.step == "arrange"}


def _meetings(activity: Activity) -> Iterator[Meeting]:
    open_now: Meeting | None = None
    for said in activity.taken:
        if said.step == "arrange":
            continue
        if said.step in _BEGINS and (open_now is None or open_now.state == CONCLUDED):
            if open_now is not None:
                yield open_now
            open_now = Meeting(key=said.id, number=open_now.number + 1 if open_now else 1, state="")
        if open_now is not None:
            reaches = next(step.reaches for step in activity.mode.steps if step.name == said.step)
            open_now = replace(open_now, state=reaches or open_now.state, steps=(*open_now.steps, said))
    if open_now is not None:
        yield open_now
