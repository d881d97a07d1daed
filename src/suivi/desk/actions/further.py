"""What a report says beyond stage and account: where it stands in its mode, what is next, why it is late, a new day."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from suivi.modes import MODES
from suivi.plan.words import Words
from suivi.record.reports import Hindrance, NewDay, NextStep

NO_STATE = Words(
    "“{value}” is not a state of this kind of cooperation",
    "« {value} » n’est pas un état de ce type de coopération",
    "‘{value}’은(는) 이 협력 유형의 상태가 아님",
)
NO_HINDRANCE = Words(
    "“{value}” is not a reason of the list",
    "« {value} » n’est pas un motif de la liste",
    "‘{value}’은(는) 목록에 없는 사유임",
)
STEP_WITHOUT_WORDS = Words(
    "next step {number} has no words", "la prochaine étape {number} est sans texte", "다음 조치 {number}에 내용이 없음"
)
STEP_WITHOUT_DAY = Words(
    "next step {number} has no day", "la prochaine étape {number} est sans date", "다음 조치 {number}에 기한이 없음"
)
STEP_WITHOUT_OWNER = Words(
    "next step {number} has no owner",
    "la prochaine étape {number} est sans responsable",
    "다음 조치 {number}에 담당 기관이 없음",
)
NEW_DAY_ALONE = Words(
    "a new day is asked for with a day and a reason",
    "une nouvelle date se demande avec une date et un motif",
    "새 기한은 날짜와 사유를 함께 적어 요청함",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """The fields typed: codes, next steps (words by language, day, owner), a new day with its reason by language."""

    state: str | None = None
    hindrance: str | None = None
    steps: tuple[tuple[Mapping[str, str], str, str], ...] = ()
    new_day: tuple[str, Mapping[str, str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The same, as the record holds them."""

    state: str | None = None
    hindrance: Hindrance | None = None
    steps: tuple[NextStep, ...] = ()
    new_day: NewDay | None = None


def hindrance_in(further: Further, *, mode: str, owners: bool) -> Words | None:
    """The first thing that keeps these fields off the record, None where nothing does.

    `owners`: bodies are on record that could own a step, so each step names one.
    """
    if further.state and (mode not in MODES or further.state not in MODES[mode].states):
        return NO_STATE.filled(value=further.state[:40])
    if further.hindrance and further.hindrance not in list(Hindrance):
        return NO_HINDRANCE.filled(value=further.hindrance[:40])
    for number, (words, due_on, owner) in enumerate(further.steps, start=1):
        if not words:
            return STEP_WITHOUT_WORDS.filled(number=number)
        if _day(due_on) is None:
            return STEP_WITHOUT_DAY.filled(number=number)
        if owners and not owner:
            return STEP_WITHOUT_OWNER.filled(number=number)
    if further.new_day and (_day(further.new_day[0]) is None or not further.new_day[1]):
        return NEW_DAY_ALONE
    return None


def sound(further: Further) -> Sound:
    """The fields as the record holds them; nothing hinders them."""
    return Sound(
        state=further.state or None,
        hindrance=Hindrance(further.hindrance) if further.hindrance else None,
        steps=tuple(
            NextStep(words=dict(words), due_on=due_on, owner=owner or None) for words, due_on, owner in further.steps
        ),
        new_day=NewDay(on=further.new_day[0], why=dict(further.new_day[1])) if further.new_day else None,
    )


def _day(typed: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return None
