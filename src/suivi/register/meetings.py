"""The meetings of a dialogue, one after the other, and what each side says of the series and of every meeting.

- A meeting begins with its proposal (`propose` at the start, `renew` after a conclusion); one proposed again after it
  was postponed is the same meeting, with the same key.
- Two parties may tell of one meeting differently: every word stands under its party, and none wins.
- The next meeting of a series is due one rhythm after the last one held; where the parties host in turn, the next host is
  counted from the one a party named, one turn for every meeting held since.
- `revision` counts what changed after the first proposal: it rises with every step that an invitation depends on.
"""

import calendar
import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from suivi.register.activity import Activity, Said

DIALOGUE: Final = "dialogue"
_BEGINS: Final = ("propose", "renew")
_CHANGES: Final = ("propose", "convene", "schedule", "postpone")
POSTPONED: Final = "postponed"
CONCLUDED: Final = "concluded"
MONTHS: Final = {"quarterly": 3, "half-yearly": 6, "yearly": 12, "biennial": 24}
"""The months of each rhythm that states any."""


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


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What a party's word on the series makes of the next meeting: the day it is due by, and who hosts it.

    `due_on` is None before a meeting was held or without a rhythm; `party` is empty where the host is none of the
    parties, and `host` then holds the words as said.
    """

    due_on: datetime.date | None
    party: str
    host: str


def upcoming(activity: Activity, said: Said, called: Mapping[str, Collection[str]]) -> Upcoming:
    """The next meeting by the word `said` on the series; `called` are the parties in turn, with what each is called."""
    held = _last_held(activity)
    months = MONTHS.get(str(said.details["rhythm"]))
    host = str(said.details["host"])
    party = next((code for code, names in called.items() if host.casefold() in {one.casefold() for one in names}), "")
    if party and said.details["hosting"] == "alternating":
        since = activity.taken.index(said)
        turns = sum(one.step == "hold" for one in activity.taken[since:])
        codes = list(called)
        party = codes[(codes.index(party) + turns) % len(codes)]
    return Upcoming(months_after(held, months) if held and months else None, party, host)


def _last_held(activity: Activity) -> datetime.date | None:
    """The day of the meeting held last, as told when it was held."""
    days = (said.details.get("date") for said in activity.taken if said.step == "hold")
    return max((datetime.date.fromisoformat(str(day)) for day in days), default=None)


def months_after(day: datetime.date, months: int) -> datetime.date | None:
    """The same day of the month so many months later, or the last one that month has; None past the end of the calendar."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    if year > datetime.MAXYEAR:
        return None
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


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
