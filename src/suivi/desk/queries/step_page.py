"""A step of our own, for the page on which it is corrected or taken back."""

from collections.abc import Mapping
from dataclasses import replace

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.pages import Term
from suivi.desk.pages.commitment import Ask, StepPage
from suivi.desk.queries import shown
from suivi.desk.queries.plan_pages import ask_shown, step_shown
from suivi.desk.queries.terms import REASONS
from suivi.desk.registers import at_one_glance
from suivi.modes.asks import Detail
from suivi.record.steps import Basis


@at_one_glance
def step_page(officer: Officer, activity: str, seq: int) -> StepPage:
    """The step at `seq` of our log in that activity; raises `NotHere` for a joint one, or one of another party."""
    _, register, standing, held, said = access.own_step_for(officer, activity, seq)
    mode = held.activity.mode
    asked = next(step.asks for step in mode.steps if step.name == said.step)
    return StepPage(
        plan=shown.plan_line(officer, register),
        commitment=shown.commitment_named(officer, register.plan_with(standing.provision.id), standing.provision),
        activity=held.id,
        mode=Term(mode.name, mode.names),
        step=step_shown(held, said, register.bodies),
        asks=tuple(_filled(ask_shown(name), said.details.get(name, "")) for name in asked),
        bases=tuple(Term(basis.value, basis.words) for basis in Basis),
        lent=said.lent,
        reasons=tuple(Term(code, words) for code, words in REASONS.items()),
        languages=tuple(spoken.tag for spoken in register.languages),
    )


def _filled(ask: Ask, answer: Detail) -> Ask:
    return replace(ask, given=_parts(ask.kind, answer))


def _parts(kind: str, answer: Detail) -> Mapping[str, str]:
    """What stands in each box of a detail; the other way round from how a form is read."""
    if not isinstance(answer, str):
        return answer
    if kind == "sum":
        currency, _, amount = answer.partition(" ")
        return {"currency": currency, "sum": amount}
    if kind not in ("several", "counts"):
        return {"": answer}
    parts = (each.partition(" ") for each in answer.split(", ") if each)
    return {code: number or "yes" for code, _, number in parts}
