"""The instruments for pages: every agreement, arrangement and declaration, where it stands, and what holds it.

- An instrument is an activity of the mode of that name; a commitment of the mode that has none yet is shown, too.
- What holds it: the next step on its course, and who is still to speak. Nothing is guessed beyond the table.
"""

import datetime
from collections.abc import Iterable
from typing import Final

from suivi.desk import access, project
from suivi.desk.access import Officer
from suivi.desk.pages import Hindrance, InstrumentShown, InstrumentsPage, Term
from suivi.desk.pages.instrument import InstrumentPage, PartShown, PromiseShown, SideShown, TextCompared, VersionShown
from suivi.desk.queries import shown
from suivi.desk.queries.plan_pages import activity_shown, course_of, detail_shown, step_shown
from suivi.desk.registers import at_one_glance
from suivi.modes.asks import ASKS
from suivi.modes.mode import Step
from suivi.record.steps import By, StepTaken
from suivi.register.activity import ActivityStanding
from suivi.register.fold import Register
from suivi.register.instruments import Expectation, TextVersion, expectations_of, versions_of, words_by_party
from suivi.register.instruments import enters_on as enters_on_day
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister, ProvisionStanding

MODE = "instrument"
IN_FORCE = "in-force"
_OWN_SIDE: Final = ("mandate", "sign", "clear", "ratify")


PLANS_A_PAGE: Final = 8


@at_one_glance
def instruments_page(officer: Officer, *, page: int = 1, as_of: datetime.date | None = None) -> InstrumentsPage:
    """Every instrument the officer may see, now or at the end of a day, by plan and commitment.

    Of very many plans, those of a few at a time; plans that were not in effect on the day are left out.
    """
    project.project()
    pending = [text for _, text in access.open_joint_texts_for(officer, as_of=as_of)]
    if access.has_many_plans(officer):
        start = (page - 1) * PLANS_A_PAGE
        places = access.plans_with_instruments(officer, start=start, most=PLANS_A_PAGE + 1)
        named = [plan for _, plan in places[:PLANS_A_PAGE]]
        plans = _named_on(officer, places[:PLANS_A_PAGE], as_of) if as_of else access.plans_named(officer, named)
        held = [(channel, plans[plan]) for channel, plan in places if plan in plans]
        more = len(places) > PLANS_A_PAGE
    else:
        held, page, more = access.plans_for(officer, as_of=as_of), 1, False
    found = [one for channel, plan in held for one in _of_plan(officer, channel, plan, pending, as_of)]
    begun = [one for one in found if one.state is not None]
    ended = [one for one in begun if one.state and one.state.code != IN_FORCE and not one.holds]
    in_force = [one for one in begun if one.state and one.state.code == IN_FORCE]
    return InstrumentsPage(
        under_way=tuple(one for one in begun if one not in ended and one not in in_force),
        in_force=tuple(in_force),
        ended=tuple(ended),
        not_begun=tuple(one for one in found if one.state is None),
        as_of=as_of,
        page=page,
        before=page - 1 if page > 1 else None,
        after=page + 1 if more else None,
    )


def _named_on(officer: Officer, places: list[tuple[str, str]], day: datetime.date) -> dict[str, PlanRegister]:
    every = {plan: access.register_for(officer, channel, as_of=day).plans.get(plan) for channel, plan in places}
    return {plan: register for plan, register in every.items() if register is not None}


@at_one_glance
def instrument_page(
    officer: Officer, activity: str, *, day: datetime.date, as_of: datetime.date | None = None
) -> InstrumentPage:
    """One instrument, asked on `day`, as on record now or at the end of a day; raises `NotHere`, also for what is none."""
    channel, plan, standing, held = access.activity_for(officer, activity, as_of=as_of)
    if held.activity.mode.name != MODE:
        raise access.NotHere(what=activity[:16])
    whole = access.register_for(officer, channel, as_of=as_of)
    pending = [text for _, text in access.open_joint_texts_for(officer, as_of=as_of)]
    taken = held.activity
    adopted = next((said for said in reversed(taken.taken) if said.step == "adopt"), None)
    enters_on = enters_on_day(taken)
    return InstrumentPage(
        commitment=shown.commitment_named(officer, plan.plan_with(standing.provision.id), standing.provision),
        activity=activity_shown(held, officer.party, whole.bodies),
        line=_shown(officer, whole, plan, standing, held, pending),
        parties=shown.parties_named(whole),
        languages=tuple(spoken.tag for spoken in plan.languages),
        clause=tuple(detail_shown(name, detail, lent=name in adopted.lent) for name, detail in adopted.details.items())
        if adopted
        else (),
        in_force=taken.state == IN_FORCE,
        enters_on=enters_on.isoformat() if enters_on else "",
        sides=_sides(whole, held),
        promises=tuple(_promise(one) for one in expectations_of(taken, day)),
        versions=tuple(_version(one) for one in versions_of(taken)),
        relations=tuple(step_shown(held, said, whole.bodies) for said in taken.taken if said.step == "relate"),
        work=tuple(
            activity_shown(one, officer.party, whole.bodies)
            for one in standing.activities
            if one.activity.mode.name == "implementation" and not one.withdrawn
        ),
        may_write=as_of is None and access.may(officer, "draft", plan=plan.plan.id, provision=standing.provision.id),
        as_of=as_of,
    )


def _sides(whole: Register, held: ActivityStanding) -> tuple[SideShown, ...]:
    said = words_by_party(held.activity, _OWN_SIDE)
    return tuple(
        SideShown(party, tuple(step_shown(held, one, whole.bodies) for one in said.get(party.code, ())))
        for party in shown.parties_named(whole)
    )


def _promise(one: Expectation) -> PromiseShown:
    reason = one.said.details["reason"]
    return PromiseShown(
        what=Term(one.milestone, ASKS["expected"].choices[one.milestone]),
        party=one.said.party,
        said_on=one.said.on,
        until=one.until,
        reason=dict(reason) if isinstance(reason, dict) else {},
        met_on=one.met_on,
        slipped_days=one.slipped_days,
    )


def _version(one: TextVersion) -> VersionShown:
    changes = one.said.details["changes"]
    return VersionShown(
        number=one.number,
        party=one.said.party,
        on=one.said.on,
        changes=dict(changes) if isinstance(changes, dict) else {},
        texts=tuple(
            TextCompared(language, tuple(PartShown(code, words) for code, words in parts))
            for language, parts in one.parts.items()
        ),
    )


def _of_plan(
    officer: Officer,
    channel: str,
    plan: PlanRegister,
    pending: Iterable[JointText],
    as_of: datetime.date | None,
) -> Iterable[InstrumentShown]:
    whole = access.register_for(officer, channel, as_of=as_of)
    for standing in plan.provisions:
        held = [one for one in standing.activities if one.activity.mode.name == MODE and not one.withdrawn]
        for one in held:
            yield _shown(officer, whole, plan, standing, one, pending)
        if not held and standing.provision.mode == MODE:
            yield InstrumentShown(
                commitment=shown.commitment_named(officer, plan.plan, standing.provision), parties=whole.parties
            )


def _shown(
    officer: Officer,
    whole: Register,
    plan: PlanRegister,
    standing: ProvisionStanding,
    held: ActivityStanding,
    pending: Iterable[JointText],
) -> InstrumentShown:
    activity = held.activity
    return InstrumentShown(
        commitment=shown.commitment_named(officer, plan.plan, standing.provision),
        parties=whole.parties,
        id=held.id,
        titles=dict(held.titles),
        state=Term(activity.state, activity.mode.words[activity.state]),
        course=course_of(activity),
        moved_on=max((said.on for said in activity.taken), default=""),
        holds=tuple(_hindrance(whole, held, step, pending) for step in _onward(held)),
        marking=held.marking.label(),
    )


def _onward(held: ActivityStanding) -> list[Step]:
    """The steps open now that lead on along the course."""
    activity = held.activity
    course = activity.mode.course
    here = course.index(activity.state) if activity.state in course else -1
    return [
        step
        for step in activity.mode.open_steps(activity.state)
        if step.by is not By.OWN and step.reaches in course[here + 1 :]
    ]


def _hindrance(whole: Register, held: ActivityStanding, step: Step, pending: Iterable[JointText]) -> Hindrance:
    proposed = next((text for text in pending if _takes(text, held.id, step.name)), None)
    waits: tuple[str, ...] = ()
    if proposed is not None:
        waits = proposed.still_to_speak or proposed.still_to_seal
    elif step.by is By.EACH:
        said = held.activity.heard if _is_being_said(held, step) else frozenset()
        waits = tuple(party for party in whole.parties if party not in said)
    return Hindrance(
        step=Term(step.name, held.activity.mode.words[step.name]),
        by=step.by.value,
        waits_for=waits,
        proposed=proposed.leaf.hex() if proposed is not None else "",
    )


def _is_being_said(held: ActivityStanding, step: Step) -> bool:
    """Whether the step of each that some have taken already is this one: at most one leaves a state."""
    return bool(held.activity.heard) and step.by is By.EACH


def _takes(text: JointText, activity: str, step: str) -> bool:
    body = text.proposed.body
    return isinstance(body, StepTaken) and (body.activity, body.step) == (activity, step)
