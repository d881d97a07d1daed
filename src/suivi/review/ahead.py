"""The year ahead: what falls due after the closing day, and what each party has announced as its next step.

- A year is counted from the day after the closing day. What a party announces has no day of its own unless the
  account says until when; it is shown as announced, never as due.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.plan.when import Period
from suivi.register.duties import duties_after
from suivi.register.plans import PlanRegister, ProvisionStanding

ANNOUNCED: Final = "announced"
_YEAR: Final = datetime.timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """Something to come: `rule` is an RRULE value, `deadline` or `announced`.

    `on` is the day it falls due, None where none is known; an announcement names its `party` and carries its words
    by language.
    """

    provision: str
    rule: str
    on: str | None = None
    party: str | None = None
    words: Mapping[str, str] | None = None

    def value(self) -> dict[str, Json]:
        """The line as plain JSON."""
        value: dict[str, Json] = {"provision": self.provision, "rule": self.rule}
        value |= {"on": self.on} if self.on is not None else {}
        value |= {"party": self.party} if self.party is not None else {}
        return value | ({"words": dict(self.words)} if self.words is not None else {})


def year_ahead(plan: PlanRegister, standings: Sequence[ProvisionStanding], period: Period) -> tuple[Ahead, ...]:
    """What falls due within a year after the period, soonest first; then announcements in plan order."""
    horizon = min(period.to_on, datetime.date.max - _YEAR) + _YEAR
    due = (
        Ahead(provision=duty.provision.id, rule=duty.rule, on=duty.next_on.isoformat())
        for duty in duties_after(plan, period.to_on)
        if duty.next_on <= horizon
    )
    announced = (
        Ahead(provision=standing.provision.id, rule=ANNOUNCED, party=party, words=account.next)
        for standing in standings
        for party in standing.accounts
        if (account := standing.latest(party)) is not None and account.next
    )
    return (*due, *announced)
