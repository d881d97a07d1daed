"""What lines of a list are about: commitments by plan and id, with the marks of where they stand.

- Over few plans from their registers, over very many from rows: a list of a hundred lines opens no hundred plans.
- What rows do not tell (a commitment that an amendment has ended) is asked of the register of its plan.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.pages import CommitmentNamed
from suivi.desk.queries import due_rows, shown
from suivi.register.plans import PlanRegister, ProvisionStanding

Place = tuple[str, str]
"""The id of a plan, and of a commitment in it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A commitment as lines name it: `stages` in charter order, `comparison` the code of what the accounts say."""

    commitment: CommitmentNamed
    stages: tuple[str | None, ...]
    comparison: str


def matters(officer: Officer, places: Iterable[Place]) -> dict[Place, Matter]:
    """The commitments at these places that are in a plan in force, by place; those ended by an amendment too."""
    wanted = set(places)
    found: dict[Place, Matter] = {}
    if wanted and access.has_many_plans(officer):
        rows = due_rows.commitments_of(officer, wanted)
        found = {
            place: Matter(due_rows.named(row), due_rows.stages(row.stages), row.comparison)
            for place, row in rows.items()
        }
    left = wanted - found.keys()
    plans = access.plans_named(officer, {plan for plan, _ in left})
    return found | {
        place: matter_of(officer, plans[place[0]], standing)
        for place in left
        if place[0] in plans and (standing := plans[place[0]].standing(place[1])) is not None
    }


def matter_of(officer: Officer, register: PlanRegister, standing: ProvisionStanding) -> Matter:
    """A commitment of a register, ended or not."""
    latest = (standing.latest(code) for code in register.parties)
    return Matter(
        shown.commitment_named(officer, register.plan_with(standing.provision.id), standing.provision),
        tuple(account.stage.value if account else None for account in latest),
        standing.comparison.value,
    )
