"""The page of one return: its form started from our last report, what changed, where it stands on its way out."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from suivi.desk import access, asked, registers, report_form
from suivi.desk.access import Officer
from suivi.desk.asked import ReturnAsked
from suivi.desk.pages import Term
from suivi.desk.pages.writing import (
    ApprovalPage,
    BoxesApart,
    Clash,
    FieldCompared,
    ReturnPage,
    StepSet,
    VerdictShown,
)
from suivi.desk.queries import return_pages, shown
from suivi.desk.queries.layers import WITHDRAWN, layers_of, place_shown
from suivi.desk.queries.markings import offered_in, sent_for
from suivi.desk.queries.matters import matter_of
from suivi.desk.queries.report_changes import box_called, changes, told_by
from suivi.desk.queries.terms import hindrance_term, stage_term
from suivi.desk.registers import at_one_glance
from suivi.desk.report_form import Moved
from suivi.log.fault import Fault
from suivi.modes import MODES
from suivi.modes.mode import START
from suivi.plan.words import LANGUAGES, Words
from suivi.record.marking import Marking
from suivi.record.reports import Hindrance, Stage
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account

BLANK_STEPS: Final = 2


@at_one_glance
def return_page(
    officer: Officer,
    number: int,
    *,
    day: datetime.date,
    typed: Mapping[str, str] | None = None,
    moved: Moved | None = None,
) -> ReturnPage:
    """One return and the form of its report, started from our latest account; raises `NotHere`.

    With `moved` it sets beside each other what somebody else saved and what was `typed`.
    """
    row = access.return_for(officer, number)
    _, register, standing = access.commitment_for(officer, row.plan, row.provision)
    about = {(row.plan, row.provision): matter_of(officer, register, standing)}
    (line,) = return_pages.lines_of(officer, [row], day, about=about)
    last = standing.latest(officer.party)
    begun = report_form.started_from(last)
    kept = access.draft_of_return(officer, row)
    saved = dict(kept.boxes) if kept else begun
    boxes = report_form.known(typed) if typed is not None else saved
    languages = tuple(spoken.tag for spoken in register.languages)
    places = return_pages.places_of(officer, row)
    layers = layers_of(officer, row, line.state, saved)
    if layers.shared == WITHDRAWN:
        line = replace(line, state=layers.shared)  # it was sent, and taken back since
    writable = line.state.code in asked.WRITABLE and access.may(
        officer, "contribute", plan=row.plan, provision=row.provision
    )
    return ReturnPage(
        line=line,
        plan=shown.plan_line(officer, register),
        agreed=shown.agreed_shown(officer, register.plan_with(standing.provision.id), standing.provision),
        last=shown.account_shown(last, register.bodies) if last else None,
        stages=tuple(stage_term(stage) for stage in Stage),
        languages=languages,
        states=_states(standing),
        hindrances=tuple(hindrance_term(hindrance) for hindrance in Hindrance),
        owners=tuple(
            shown.body_shown(body.id, register.bodies, day.isoformat())
            for _, body in sorted(register.bodies.items())
            if body.party == officer.party
        ),
        boxes=boxes,
        markings=offered_in(row.channel, _marking(boxes, last, row.channel)),
        usual_marking=sent_for(offered_in(row.channel, _marking({}, last, row.channel))),
        begun=begun,
        version=kept.version if kept else 0,
        saved_by=kept.saved_by.name if kept else "",
        saved_at=kept.saved_at if kept else None,
        untranslated=tuple(each for each in languages if kept and not boxes.get(f"account-{each}"))
        if boxes.get("kind") != report_form.NOTHING
        else (),
        stale=tuple(report_form.stale(saved)),
        places=tuple(place_shown(place) for place in places),
        verdicts=tuple(_verdicts(officer, row)),
        changes=tuple(_changes(standing, last, boxes, languages, register, day))
        if kept and line.state.code not in ("sent", WITHDRAWN.code)
        else (),
        may_write=writable and standing not in register.ended,
        may_drop=writable and access.may(officer, "ask", plan=row.plan, provision=row.provision),
        may_decide=any(place.open and officer.name in place.may_pass for place in places),
        layers=layers,
        clash=_clash(moved, boxes) if moved else None,
    )


def _marking(boxes: Mapping[str, str], last: Account | None, channel: str) -> Marking | None:
    try:
        return report_form.marking(boxes, last, registers.ordinary(channel))
    except Fault:
        return None


def _states(standing: ProvisionStanding) -> tuple[Term, ...]:
    mode = MODES.get(standing.provision.mode)
    return tuple(Term(state, mode.words[state]) for state in mode.states if state != START) if mode else ()


def _changes(
    standing: ProvisionStanding,
    last: Account | None,
    boxes: Mapping[str, str],
    languages: tuple[str, ...],
    register: PlanRegister,
    day: datetime.date,
) -> Iterator[FieldCompared]:
    told = report_form.written(boxes, languages=languages, last=last)
    return changes(told_by(last), told, mode=standing.provision.mode, bodies=register.bodies, day=day.isoformat())


def _verdicts(officer: Officer, row: ReturnAsked) -> Iterator[VerdictShown]:
    names = {step.place: step.name for step in access.approval_steps(officer) if step.plan == row.plan}
    for verdict in access.verdicts_for(officer, row.pk):
        yield VerdictShown(
            turn=verdict.turn,
            step=None if verdict.place == asked.AT_RELEASE else names.get(verdict.place, str(verdict.place)),
            officer=verdict.officer.name,
            passed=verdict.passed,
            remarks=verdict.remarks,
            at=verdict.at,
            instead_of=verdict.instead_of,
        )


def _clash(moved: Moved, mine: Mapping[str, str]) -> Clash:
    names = dict.fromkeys([*moved.boxes, *mine])
    apart = (name for name in names if not name.startswith("after-") and name not in report_form.KEPT)
    return Clash(
        by=moved.by,
        at=moved.at,
        boxes=tuple(
            _apart(name, moved.boxes.get(name, ""), mine.get(name, ""))
            for name in apart
            if moved.boxes.get(name, "").strip() != mine.get(name, "").strip()
        ),
    )


def _apart(name: str, theirs: str, mine: str) -> BoxesApart:
    stem, _, language = name.rpartition("-")
    spoken = language if language in LANGUAGES else ""
    whole = stem if spoken else name
    called = box_called(whole) or Words(whole, whole, whole)
    return BoxesApart(name=name, called=called, language=spoken, theirs=theirs, mine=mine)


@at_one_glance
def approval_page(officer: Officer, plan: str) -> ApprovalPage:
    """The steps of approval of a plan; raises `NotHere`, `NotMandated`."""
    access.must(officer, "administer")
    _, register = access.plan_for(officer, plan)
    held = asked.steps_of(register.plan.id)
    steps = [
        StepSet(place=place, name=step.name, officers=tuple(step.officers), everyone=step.everyone)
        for place, step in enumerate(held, start=1)
    ]
    steps += [StepSet(place=len(held) + blank) for blank in range(1, BLANK_STEPS + 1)]
    return ApprovalPage(
        plan=shown.plan_line(officer, register),
        steps=tuple(steps),
        officers=tuple(each.name for each in access.officers_who(officer, "approve", plan=register.plan.id)),
    )
