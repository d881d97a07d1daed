"""An activity lived step by step, without logs: what a party says, on which day."""

from suivi.modes import MODES, mode_of
from suivi.record.marking import AMBER
from suivi.record.steps import By
from suivi.register.activity import Activity, Said
from tests.modes.samples import answers

PARTIES = ("can", "kor")


def begun(mode, edition=None):
    """An activity of a mode, in its newest edition unless told, that has taken no step."""
    rules = MODES[mode] if edition is None else mode_of(mode, edition)
    return Activity(id="a", plan="sample-2024", mode=rules, parties=frozenset(PARTIES))


def lived(activity, *steps):
    """The activity after `steps`: each a party, a step, the day, and details that are not the sample's."""
    for party, name, on, *details in steps:
        row = next(step for step in activity.mode.steps if step.name == name)
        place = len(activity.taken)
        said = Said(
            party=party,
            step=name,
            details=answers(row) | (details[0] if details else {}),
            on=on,
            log=f"suivi/{party}/can-kor",
            seq=place,
            id=f"id-{place}",
            leaf=bytes([place]) * 32,
            at=f"{on}T09:00:00Z",
            marking=AMBER,
            joint=row.by is By.ALL,
        )
        activity = activity.after(said)
    return activity
