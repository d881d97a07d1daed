"""The year ahead: what falls due after the closing day, and what each party has announced as its next step.

- A year is counted from the day after the closing day. What a party announces in words has no day of its own; it is
  shown as announced, never as due.
- A step that an account names with its day stands among what falls due, with who does it.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.plan.when import Period
from suivi.register.duties import duties_after
from suivi.register.plans import PlanRegister, ProvisionStanding

ANNOUNCED: Final = "announced"
STEP: Final = "step"
_YEAR: Final = datetime.timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """Something to come: `rule` is an RRULE value, `deadline`, `announced` or `step`.

    `on` is the day it falls due, None where none is known; an announcement and a step name their `party` and carry its
    words by language. A step also names its `owner`, the id of a body, where the account does, and the id of that
    `report` with its `place` among the steps of the report, from 0.
    """

    provision: str
    rule: str
    on: str | None = None
    party: str | None = None
    words: Mapping[str, str] | None = None
    owner: str | None = None
    report: str | None = None
    place: int | None = None

    def value(self) -> dict[str, Json]:
        """The line as plain JSON."""
        value: dict[str, Json] = {"provision": self.provision, "rule": self.rule}
        value |= {"on": self.on} if self.on is not None else {}
        value |= {"party": self.party} if self.party is not None else {}
        value |= {"owner": self.owner} if self.owner is not None else {}
        value |= {"report": self.report} if self.report is not None else {}
        value |= {"place": self.place} if self.place is not None else {}
        return value | ({"words": dict(self.words)} if self.words is not None else {})


def year_ahead(plan: PlanRegister, standings: Sequence[ProvisionStanding], period: Period) -> tuple[Ahead, ...]:
    """What falls due within a year after the period, soonest first; then announcements in plan order."""
    horizon = min(period.to_on, datetime.date.max - _YEAR) + _YEAR
    due = [
        Ahead(provision=duty.provision.id, rule=duty.rule, on=duty.next_on.isoformat())
        for duty in duties_after(plan, period.to_on)
        if duty.next_on <= horizon
    ]
    after, last = period.to_on.isoformat(), horizon.isoformat()
    steps = [one for one in _steps(standings) if after < (one.on or "") <= last]
    announced = (
        Ahead(provision=standing.provision.id, rule=ANNOUNCED, party=party, words=account.next)
        for standing in standings
        for party in standing.accounts
        if (account := standing.latest(party)) is not None and account.next
    )
    return (*sorted((*due, *steps), key=lambda one: one.on or ""), *announced)


def _steps(standings: Sequence[ProvisionStanding]) -> Iterator[Ahead]:
    """Every step that the latest account of a party names with its day."""
    for standing in standings:
        for party in standing.accounts:
            account = standing.latest(party)
            for place, step in enumerate(account.steps if account is not None else ()):
                yield Ahead(
                    provision=standing.provision.id,
                    rule=STEP,
                    on=step.due_on,
                    party=party,
                    words=step.words,
                    owner=step.owner,
                    report=account.id if account is not None else None,
                    place=place,
                )
