"""Two days compared: what the register says at the end of each, and which commitments stand otherwise on the last."""

import datetime

from suivi.desk import access
from suivi.desk.access import NotHere, Officer
from suivi.desk.pages import ActivityMoved, ChangesPage, CommitmentChanged, Term
from suivi.desk.queries import shown
from suivi.desk.queries.plan_pages import commitment_row
from suivi.desk.registers import at_one_glance
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Comparison


@at_one_glance
def changes_page(
    officer: Officer, plan: str, *, from_on: datetime.date, to_on: datetime.date, language: str
) -> ChangesPage:
    """The commitments whose latest accounts, comparison or activities differ between the registers of two days.

    Days given the wrong way round are turned. Raises `NotHere` where the plan is not in effect on the later day.
    """
    from_on, to_on = sorted((from_on, to_on))
    channel, after = access.plan_for(officer, plan, as_of=to_on)
    whole = access.register_for(officer, channel, as_of=to_on)
    before = _before(officer, plan, from_on)
    changes = [
        change for standing in after.provisions if (change := _change(officer, before, after, standing)) is not None
    ]
    return ChangesPage(
        plan=shown.plan_line(officer, after),
        parties=shown.parties_named(whole),
        from_on=from_on,
        to_on=to_on,
        changes=tuple(changes),
        unchanged=len(after.provisions) - len(changes),
        in_effect_before=before is not None,
        sources=shown.sources_shown(whole) if access.sees_whole(officer, channel) else (),
    )


def _before(officer: Officer, plan: str, on: datetime.date) -> PlanRegister | None:
    try:
        return access.plan_for(officer, plan, as_of=on)[1]
    except NotHere:
        return None  # the plan came into effect later


def _change(
    officer: Officer, before: PlanRegister | None, after: PlanRegister, standing: ProvisionStanding
) -> CommitmentChanged | None:
    known = before.standing(standing.provision.id) if before else None
    was = known or _nothing_said(after, standing)
    moved = _moved(was, standing)
    if not moved and _word(after, was) == _word(after, standing):
        return None
    return CommitmentChanged(
        before=commitment_row(officer, before or after, was, after.parties, {}, {}),
        after=commitment_row(officer, after, standing, after.parties, {}, {}),
        activities=moved,
    )


def _nothing_said(plan: PlanRegister, standing: ProvisionStanding) -> ProvisionStanding:
    silent: dict[str, tuple[()]] = dict.fromkeys(plan.parties, ())
    return ProvisionStanding(provision=standing.provision, accounts=silent, comparison=Comparison.NEITHER)


def _word(plan: PlanRegister, standing: ProvisionStanding) -> tuple[object, ...]:
    """What is compared: each party's latest account in the words it has, and how they compare."""
    latest = (standing.latest(party) for party in plan.parties)
    said = [(one.id, one.corrected_at, one.stage, one.on) if one else None for one in latest]
    return (*said, standing.comparison)


def _moved(before: ProvisionStanding, after: ProvisionStanding) -> tuple[ActivityMoved, ...]:
    known = {held.id: held.activity for held in before.activities if not held.withdrawn}
    return tuple(
        ActivityMoved(
            mode=Term(now.mode.name, now.mode.names),
            before=Term(was.state, was.mode.words[was.state]) if was else None,
            after=Term(now.state, now.mode.words[now.state]),
        )
        for held in after.activities
        if not held.withdrawn
        and ((was := known.get(held.id)) is None or was.state != held.activity.state)
        and (now := held.activity)
    )
