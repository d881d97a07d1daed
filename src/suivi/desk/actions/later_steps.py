"""Later words on activities and steps of our own: another name, taken back, corrected; each leaves by a ticket.

- What the other side, or both together, has built upon is not pulled from under it.
- A joint step is changed by another joint text only; nobody takes it back alone.
"""

import datetime
from collections.abc import Collection, Mapping

from suivi.desk import access
from suivi.desk.access import NotHere, Officer
from suivi.desk.actions import releases
from suivi.desk.actions.activities import given_of
from suivi.desk.actions.reports import filled_in
from suivi.modes.mode import Mode
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.steps import ActivityOpened, Basis, StepTaken
from suivi.register.step_days import check_days


class BuiltUpon(Refusal):
    """An own word that later steps rest on cannot be taken back or changed so."""

    code = "built-upon"
    says = Words(
        en="Later steps rest on this one, and would not be possible without it.",
        fr="Des étapes ultérieures reposent sur celle-ci et seraient impossibles sans elle.",
        ko="이후의 단계가 이 단계를 전제로 하므로, 이 단계가 없으면 성립하지 않습니다.",
    )
    remedy = Words(
        en="Take back the later steps of ours first, the newest first; what both sides agreed is changed by a joint text.",
        fr="Retirez d’abord nos étapes ultérieures, en commençant par la plus récente; ce qui a été convenu à deux se modifie "
        "par un texte commun.",
        ko="우리가 이후에 진행한 단계를 최근 것부터 먼저 철회하십시오. 양측이 합의한 단계는 공동 문안으로 변경합니다.",
    )


class HasSteps(Refusal):
    """An activity that has taken steps cannot be taken back."""

    code = "activity-has-steps"
    says = Words(
        en="Steps have been taken in this activity, so it cannot be taken back.",
        fr="Des étapes ont été franchies dans cette activité; elle ne peut être retirée.",
        ko="이미 진행된 단계가 있어 이 활동을 철회할 수 없습니다.",
    )
    remedy = Words(
        en="Take back our own steps in it first, or give it a name that tells it from the other.",
        fr="Retirez-en d’abord nos propres étapes, ou donnez-lui un nom qui la distingue de l’autre.",
        ko="우리가 진행한 단계를 먼저 철회하거나, 다른 활동과 구별되는 이름을 붙이십시오.",
    )


def rename(officer: Officer, *, activity: str, titles: Mapping[str, str], at: datetime.datetime) -> str:
    """Say by other titles which activity one of ours is; returns the ticket's digest. Raises `NotHere`."""
    channel, register, standing, held = access.activity_for(officer, activity)
    if held.opened_by != officer.party:
        raise NotHere(what=activity[:16])
    body = ActivityOpened(
        provision=held.provision,
        mode=held.activity.mode.name,
        edition=held.activity.mode.edition,
        titles=filled_in(titles),
    )
    return releases.cut_after(
        officer,
        said=held,
        record=Corrected(kind="activity.opened", body=body),
        channel=channel,
        subject=f"{register.plan.id}#{standing.provision.id}",
        at=at,
    )


def take_back(officer: Officer, *, activity: str, reason: str, at: datetime.datetime) -> str:
    """Take back an activity that we opened and in which nothing was done yet. Raises `NotHere` or `HasSteps`."""
    channel, register, standing, held = access.activity_for(officer, activity)
    if held.opened_by != officer.party:
        raise NotHere(what=activity[:16])
    if held.activity.taken:
        raise HasSteps()
    return releases.cut_after(
        officer,
        said=held,
        record=Withdrawn(reason=reason),
        channel=channel,
        subject=f"{register.plan.id}#{standing.provision.id}",
        at=at,
    )


def take_back_step(officer: Officer, *, activity: str, seq: int, reason: str, at: datetime.datetime) -> str:
    """Take back a step of our own, at `seq` of our log. Raises `NotHere` or `BuiltUpon`."""
    channel, register, _, held, said = access.own_step_for(officer, activity, seq)
    try:
        held.activity.saying(tuple(one for one in held.activity.taken if one is not said))
    except Refusal as refusal:
        raise BuiltUpon() from refusal
    return releases.cut_after(
        officer,
        said=said,
        record=Withdrawn(reason=reason),
        channel=channel,
        subject=f"{register.plan.id}#{activity}",
        at=at,
    )


def correct_step(
    officer: Officer,
    *,
    activity: str,
    seq: int,
    details: Mapping[str, str | dict[str, str]],
    on: str,
    basis: str = "",
    lent: Collection[str] = (),
    at: datetime.datetime,
) -> str:
    """Replace what a step of our own says; the earlier words stay readable in the log.

    Raises `NotHere`, or as the rules and `register.step_days` do.
    """
    channel, register, _, held, said = access.own_step_for(officer, activity, seq)
    given = given_of(details)
    held.activity.mode.step(said.step, state=_state_before(held.activity.mode, said.step), details=given)
    body = StepTaken(
        activity=activity,
        step=said.step,
        details=given,
        on=on or said.on,
        basis=Basis(basis) if basis in set(Basis) else None,
        lent=tuple(name for name in given if name in lent),
    )
    place = held.activity.taken.index(said)
    check_days(held.activity, body, officer.party, today=at.date(), place=place)
    return releases.cut_after(
        officer,
        said=said,
        record=Corrected(kind="step.taken", body=body),
        channel=channel,
        subject=f"{register.plan.id}#{activity}",
        at=at,
    )


def _state_before(mode: Mode, name: str) -> str:
    """A state that the step leaves: its details are the same from each."""
    return next(step.leaves[0] for step in mode.steps if step.name == name)
