"""What a plan names, as a review tells it: each thing under its group, with the commitments of the plan that name it.

- A thing is called by the names it bore on the closing day of the review.
- Groups stand in the order of `record.named.GROUPS`; one without things is left out.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from suivi.log.canonical import Json
from suivi.plan.words import Words
from suivi.record.named import GROUPS, KINDS_OF_THINGS
from suivi.register.named import NamedThing
from suivi.register.plans import PlanRegister


@dataclass(frozen=True, kw_only=True)
class NamedInPlan:
    """A thing a plan names: `names` by language on the closing day, `commitments` that name it, in plan order."""

    thing: NamedThing
    names: Mapping[str, str]
    commitments: tuple[str, ...]

    @property
    def group(self) -> str:
        """The group it is listed in: a code of `GROUPS`."""
        return KINDS_OF_THINGS[self.thing.kind][0]

    @property
    def kind(self) -> Words:
        """What it is, in words."""
        return KINDS_OF_THINGS[self.thing.kind][1]

    @property
    def short(self) -> dict[str, str]:
        """Its short forms by language; the one said last counts."""
        return {language: said for word in self.thing.words for language, said in word.named.short.items()}

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it can be read, each address once, in the order given."""
        return tuple(dict.fromkeys(word.named.address for word in self.thing.words if word.named.address))

    def value(self) -> dict[str, Json]:
        """The thing as plain JSON; what each party said of it stands in the register itself."""
        days: dict[str, Json] = {
            milestone: {day: list(parties) for day, parties in given.items()}
            for milestone, given in self.thing.days().items()
        }
        return {
            "id": self.thing.id,
            "kind": self.thing.kind,
            "names": dict(self.names),
            "achieved": self.thing.achieved,
            "days": days,
            "commitments": list(self.commitments),
        }


def named_in(
    register: PlanRegister, agreed: Mapping[str, Mapping[str, str]], day: datetime.date
) -> tuple[NamedInPlan, ...]:
    """The things the plan names, group by group, in the order they were entered; `agreed` by commitment and language."""
    found = [
        NamedInPlan(thing=thing, names=dict(thing.name_on(day)), commitments=thing.named_in(register.plan, agreed))
        for thing in register.things.values()
    ]
    return tuple(one for group in GROUPS for one in found if one.group == group)
