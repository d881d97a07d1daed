"""The common register without an officer: what a terminal of this node prints, equal in both capitals.

Nothing here reads the home log: what it gives has been released to every party of the channel.
"""

import datetime

from suivi.desk import project, registers
from suivi.desk.access import NotHere
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister


def plan_registers(as_of: datetime.date | None = None) -> list[tuple[str, PlanRegister]]:
    """Every plan in effect, with its channel; by channel, then plan."""
    return [
        (channel, plan)
        for channel in registers.channels()
        for _, plan in sorted(register_of(channel, as_of).plans.items())
    ]


def first_plan() -> tuple[str, PlanRegister] | None:
    """The first plan in effect, with its channel; by channel, then plan. No channel after it is looked at."""
    for channel in registers.channels():
        for _, plan in sorted(register_of(channel, None).plans.items()):
            return channel, plan
    return None


def register_of(channel: str, as_of: datetime.date | None) -> Register:
    """The common register of a channel, now or at the end of a day."""
    return registers.common(channel) if as_of is None else registers.common_on(channel, as_of)


def plan_register(plan: str, *, as_of: datetime.date | None = None) -> tuple[str, PlanRegister]:
    """The plan of that id and its channel; raises `NotHere`."""
    told = project.channels_of(plan)
    known = registers.channels()
    for channel in [*(name for name in known if name in told), *(name for name in known if name not in told)]:
        found = register_of(channel, as_of).plans.get(plan)
        if found is not None:
            return channel, found
    raise NotHere(what=plan)
