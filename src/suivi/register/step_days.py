"""The days of a step of our own: what an officer may write, while what stands in a log is read with patience.

- A step says what has happened: its day is sound, and not ahead of the day on which it is put on record.
- Steps that move an activity follow one another: none is dated before the one that brought it where it stands, nor, when
  corrected, after the one that came of it. Two halves of a step by each may come in any order.
- A day given by a detail keeps to the bounds of the mode: no agreement enters into force before it is signed.
- A step that reports an answer waits for something another party asked.
- Said by a partner all the same, such a step counts: its days stand in its words, and are flagged (`register/warnings.py`).
"""

import datetime
from collections.abc import Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import Final

from suivi.modes.asks import ASKS, EXPECTED, Form, day_is_sound
from suivi.modes.mode import Bound, DetailNotSound, Step
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words, on_day
from suivi.record.steps import By, StepTaken
from suivi.register.activity import Activity, Said

_ZONES: Final = datetime.timedelta(days=1)
_HAPPENED: Final = Words("Day on which it happened", "Date à laquelle cela a eu lieu", "실제 일자")


class StepAhead(Refusal):
    """The day of a step lies in the future."""

    code = "step-ahead"
    says = Words(
        en="“{step}” is dated {on}, which lies in the future; a step says what has happened.",
        fr="L’étape « {step} » est datée du {on}, une date à venir; une étape énonce ce qui s’est produit.",
        ko="‘{step}’ 단계의 일자({on})는 아직 오지 않은 날입니다. 단계에는 이미 일어난 일을 기재합니다.",
    )
    remedy = Words(
        en="Give the day on which it happened; a day to come belongs in the details.",
        fr="Indiquez la date à laquelle l’étape a eu lieu; une date à venir se donne dans les précisions.",
        ko="실제로 일어난 날을 입력하십시오. 앞으로의 날짜는 입력 항목에 적습니다.",
    )


class StepOutOfOrder(Refusal):
    """A step would be dated before one that it follows."""

    code = "step-out-of-order"
    says = Words(
        en="“{later}” ({later_on}) follows “{earlier}” ({earlier_on}) and cannot be dated before it.",
        fr="L’étape « {later} » ({later_on}) suit l’étape « {earlier} » ({earlier_on}) et ne peut porter une date antérieure.",
        ko="‘{later}’ 단계({later_on})는 ‘{earlier}’ 단계({earlier_on}) 다음이므로 그보다 앞선 날짜일 수 없습니다.",
    )
    remedy = Words(
        en="Correct the day; if the other step bears the wrong one, correct that step first.",
        fr="Corrigez la date; si c’est l’autre étape qui porte une date erronée, corrigez-la d’abord.",
        ko="일자를 고치십시오. 다른 단계의 일자가 잘못되었다면 그 단계를 먼저 정정하십시오.",
    )


class DetailOutOfOrder(Refusal):
    """A day given by a detail lies before another day it cannot precede."""

    code = "detail-out-of-order"
    says = Words(
        en="“{step}”: {detail} cannot be {on}, before “{since}” ({day}).",
        fr="Étape « {step} »\u00a0: {detail}, {on}\u00a0: cette date précède « {since} » ({day}).",
        ko="‘{step}’ 단계의 {detail}: {on}. ‘{since}’({day}) 이전 날짜는 입력할 수 없습니다.",
    )
    remedy = Words(
        en="Correct whichever of the two days is wrong.",
        fr="Corrigez celle des deux dates qui est erronée.",
        ko="두 날짜 가운데 잘못된 것을 고치십시오.",
    )


class NothingToAnswer(Refusal):
    """A step that reports an answer, where the other side has asked nothing."""

    code = "nothing-to-answer"
    says = Words(
        en="“{step}” answers “{asked}” of the other side, which has not been taken in this activity.",
        fr="L’étape « {step} » répond à l’étape « {asked} » de l’autre partie, qui n’a pas été franchie dans cette activité.",
        ko="‘{step}’ 단계는 상대측의 ‘{asked}’ 단계에 대한 회신이나, 이 활동에서 그 단계가 진행된 적이 없습니다.",
    )
    remedy = Words(
        en="Wait until it has been asked, or report it as a step of your own.",
        fr="Attendez que la demande soit faite, ou rendez-en compte par une étape qui vous est propre.",
        ko="요청이 있을 때까지 기다리거나 자국의 단계로 보고하십시오.",
    )


def check_days(
    activity: Activity, said: StepTaken, party: str, *, today: datetime.date, place: int | None = None
) -> None:
    """Nothing, if `party` may put `said` on record `today`; in place `place` of the steps taken where it corrects one.

    Raises `DetailNotSound`, `StepAhead`, `StepOutOfOrder` or `DetailOutOfOrder`.
    """
    called = activity.mode.words[said.step]
    if not day_is_sound(said.on):
        raise DetailNotSound(step=called, detail=_HAPPENED, expected=EXPECTED[Form.DAY])
    if datetime.date.fromisoformat(said.on) > today + _ZONES:  # where it is tomorrow already
        raise StepAhead(step=called, on=on_day(said.on))
    place = len(activity.taken) if place is None else place
    _check_order(activity, said, party, place)
    for bound in activity.mode.bounds:
        if bound.step == said.step:
            _check_bound(activity, bound, said.details, activity.taken[:place])


def check_asked(activity: Activity, step: Step, party: str) -> None:
    """Nothing, unless `step` reports an answer and no other party has asked. Raises `NothingToAnswer`."""
    if step.by is By.OWN and step.answers and not has_been_asked(activity, step, party):
        words = activity.mode.words
        raise NothingToAnswer(step=words[step.name], asked=words[step.answers])


def has_been_asked(activity: Activity, step: Step, party: str) -> bool:
    """Whether another party than `party` has taken what `step` answers; true of a step that answers nothing."""
    return step.answers is None or any(said.step == step.answers and said.party != party for said in activity.taken)


def _check_order(activity: Activity, said: StepTaken, party: str, place: int) -> None:
    moves = {step.name: step.by for step in activity.mode.steps if step.by is not By.OWN}
    if said.step not in moves:
        return
    half = said.step if moves[said.step] is By.EACH else ""
    before = _next_move(half, [one for one in reversed(activity.taken[:place]) if one.step in moves])
    after = _next_move(half, [one for one in activity.taken[place + 1 :] if one.step in moves])
    # Of a step by each, our own half is the one that ours follows.
    before = [one for one in before if one.party == party] or before
    for one in before:
        if said.on < one.on:
            raise _out_of_order(activity, said.step, said.on, one.step, one.on)
    for one in after:
        if one.on < said.on:
            raise _out_of_order(activity, one.step, one.on, said.step, said.on)


def _next_move(half: str, taken: Sequence[Said]) -> list[Said]:
    """The first of the moves given that is not the other `half` of a step by each, with what was said by the same step."""
    others = list(dropwhile(lambda one: one.step == half, taken))
    return list(takewhile(lambda one: one.step == others[0].step, others))


def _out_of_order(activity: Activity, later: str, later_on: str, earlier: str, earlier_on: str) -> StepOutOfOrder:
    words = activity.mode.words
    return StepOutOfOrder(
        later=words[later], later_on=on_day(later_on), earlier=words[earlier], earlier_on=on_day(earlier_on)
    )


def _check_bound(
    activity: Activity, bound: Bound, details: Mapping[str, str | dict[str, str]], taken: Sequence[Said]
) -> None:
    given, words = details.get(bound.detail), activity.mode.words
    first: str | dict[str, str]
    if bound.since in words:
        first, since = max((said.on for said in taken if said.step == bound.since), default=""), words[bound.since]
    else:
        first, since = details.get(bound.since, ""), ASKS[bound.since].words
    if isinstance(given, str) and isinstance(first, str) and given < first:
        raise DetailOutOfOrder(
            step=words[bound.step], detail=ASKS[bound.detail].words, on=on_day(given), since=since, day=on_day(first)
        )
