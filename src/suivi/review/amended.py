"""Amended: the versions a plan went through, what each brought and what ended with it, for the review of a period.

- A version counts from the day it says it was agreed, else from the day (UTC) on which its last seal was set.
- A commitment that ended stays in the review of the period in which it ended, with all that was reported on it, and in
  that of any period of which it has an account. One that ended after the closing day was still in force on it.
- A commitment that came with a later version is told with the day it came; before that day nobody owed a report on it,
  so no rule asks for one and no figure counts it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from suivi.log.canonical import Json
from suivi.plan.plan import Plan
from suivi.plan.when import Period
from suivi.record.plans import PlanAdopted, PlanAmended
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.review.changes import PartyChange, changes_of, closed_on


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """A version later than the first: its number, the day it counts from, and how many commitments became what.

    `became` is by the code of what became of them (`kept`, `ended`, …), those that occur.
    """

    version: int
    on: str
    became: Mapping[str, int]

    def value(self) -> dict[str, Json]:
        """The amendment as plain JSON."""
        return {"version": self.version, "on": self.on, "became": dict(self.became)}


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A commitment that ended: how it stood on the closing day, what became of it in the period, and its end.

    `on` is the day it ended, `version` the last version that had it.
    """

    standing: ProvisionStanding
    changes: Mapping[str, PartyChange]
    on: str
    version: int


def amendments_of(plan: PlanRegister) -> tuple[Amendment, ...]:
    """The versions after the first on the way to the one in force, oldest first."""
    later = reversed(plan.versions[:-1])
    return tuple(
        Amendment(version=version.version, on=_counts_from(plan, version), became=_became(plan, version))
        for version in later
    )


def since_of(plan: PlanRegister) -> dict[str, str]:
    """The day each commitment came, by id, for those that the first version did not have."""
    oldest_first = list(reversed(plan.versions))
    known = {provision.id for provision in oldest_first[0].provisions} if oldest_first else set()
    since: dict[str, str] = {}
    for version in oldest_first[1:]:
        on = _counts_from(plan, version)
        since |= {one.id: on for one in version.provisions if one.id not in known and one.id not in since}
    return since


def ended_in(plan: PlanRegister, period: Period) -> tuple[Ended, ...]:
    """The commitments that ended and belong in the review of `period`, the first ended first, then in plan order."""
    found = [_ended(plan, standing, period) for standing in plan.ended]
    return tuple(sorted((one for one in found if _belongs(one, period)), key=lambda one: one.on))


def _belongs(ended: Ended, period: Period) -> bool:
    return ended.on >= period.from_on.isoformat() or any(change.in_period for change in ended.changes.values())


def _ended(plan: PlanRegister, standing: ProvisionStanding, period: Period) -> Ended:
    id = standing.provision.id
    last, after = next(pair for pair in pairwise(reversed(plan.versions)) if _ends_between(id, *pair))
    return Ended(
        standing=closed_on(standing, period.to_on),
        changes=changes_of(standing, period),
        on=_counts_from(plan, after),
        version=last.version,
    )


def _ends_between(provision: str, before: Plan, after: Plan) -> bool:
    return before.provision(provision) is not None and after.provision(provision) is None


def _counts_from(plan: PlanRegister, version: Plan) -> str:
    if version.agreed_on is not None:
        return version.agreed_on
    return next(iter(_adoptions(plan, version)), plan.in_effect_at)[:10]


def _adoptions(plan: PlanRegister, version: Plan) -> Sequence[str]:
    """When the texts that adopted that version came into effect."""
    return [
        text.in_effect_at
        for text in plan.joint_texts
        if text.in_effect and isinstance(text.proposed.body, PlanAdopted) and text.proposed.body.plan == version
    ]


def _became(plan: PlanRegister, version: Plan) -> dict[str, int]:
    bodies = (text.proposed.body for text in plan.joint_texts if text.in_effect)
    amended = next((body for body in bodies if isinstance(body, PlanAmended) and body.plan == version), None)
    return dict(Counter(step.became.value for step in amended.succession)) if amended is not None else {}
