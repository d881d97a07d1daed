"""What a report changes against our last one, field by field, for whoever decides on it."""

from collections.abc import Iterator, Mapping
from typing import Final

from suivi.desk.compared import compared
from suivi.desk.pages.writing import FieldCompared
from suivi.desk.queries.shown import body_words
from suivi.desk.report_form import Written
from suivi.modes import MODES
from suivi.plan.party import Body
from suivi.plan.words import LANGUAGES, Words, on_day
from suivi.record.reports import HINDRANCES, STAGES, ReportFiled
from suivi.register.reports import Account

CALLED: Final = {
    "kind": Words("kind of report", "type de rapport", "보고 종류"),
    "stage": Words("stage", "stade", "단계"),
    "state": Words("where it stands", "où en est l’affaire", "현재 상황"),
    "account": Words("account", "compte rendu", "이행 내용"),
    "internal": Words("internal account", "compte rendu interne", "내부 보고"),
    "public": Words("account for the public", "compte rendu destiné au public", "대외 공개용 내용"),
    "marking": Words("marking", "marquage", "표시"),
    "on": Words("day on which it happened", "date du fait", "이행일"),
    "until": Words("until", "jusqu’au", "종료일"),
    "hindrance": Words("late or stuck because of", "retard ou blocage dû à", "지연 사유"),
    "reason": Words("more on the reason", "précisions sur le motif", "사유 상세"),
    "newday-on": Words("new day asked for", "nouvelle date demandée", "요청한 새 기한"),
    "newday-why": Words("why a new day", "motif de la nouvelle date", "새 기한 요청 사유"),
    "words": Words("next step {number}", "prochaine étape {number}", "다음 조치 {number}"),
    "due": Words("next step {number}: day", "prochaine étape {number}\u00a0: date", "다음 조치 {number}: 기한"),
    "owner": Words(
        "next step {number}: owner", "prochaine étape {number}\u00a0: responsable", "다음 조치 {number}: 담당 기관"
    ),
}
"""What each field of a report is called where two texts are compared; `{number}` is that of the next step."""


def box_called(box: str) -> Words | None:
    """What a box of the form is called, `step-2-due` by its number; None for what is no box. No language ends `box`."""
    step, _, rest = box.partition("-")
    number, _, part = rest.partition("-")
    if step == "step" and part in CALLED:
        return CALLED[part].filled(number=number)
    return CALLED.get(box)


_SILENT: Final = Written(
    stage="", account={}, on="", until=None, reason=None, state=None, hindrance=None, steps=(), new_day=None
)
_STAGES: Final = {stage.value: words for stage, words in STAGES.items()}
_HINDRANCES: Final = {code.value: words for code, words in HINDRANCES.items()}


def told_by(said: ReportFiled | Account | None) -> Written:
    """What a report or an account says, as a form would; nothing for none."""
    if said is None:
        return _SILENT
    return Written(
        stage=said.stage.value,
        account=dict(said.account),
        on=said.on,
        until=said.until,
        reason=said.reason,
        state=said.state,
        hindrance=said.hindrance.value if said.hindrance else None,
        steps=tuple((dict(step.words), step.due_on, step.owner or "") for step in said.steps),
        new_day=(said.new_day.on, dict(said.new_day.why)) if said.new_day else None,
    )


def changes(
    before: Written, after: Written, *, mode: str, bodies: Mapping[str, Body], day: str
) -> Iterator[FieldCompared]:
    """Field by field, in the order of the form; fields empty in both are left out. `mode` is that of the commitment.

    `bodies` are those of the channel by id; they are called by the names they bear on `day`.
    """
    states = MODES[mode].words if mode in MODES else {}
    terms: tuple[tuple[str, str | None, str | None, Mapping[str, Words]], ...] = (
        ("stage", before.stage, after.stage, _STAGES),
        ("state", before.state, after.state, states),
        ("hindrance", before.hindrance, after.hindrance, _HINDRANCES),
    )
    for name, was, now, called in terms:
        if was or now:
            yield FieldCompared(name=CALLED[name], was=called.get(was or ""), now=called.get(now or ""))
    yield from _days(CALLED["on"], before.on, after.on)
    yield from _days(CALLED["until"], before.until or "", after.until or "")
    if before.reason or after.reason:
        yield FieldCompared(name=CALLED["reason"], pieces=compared(before.reason or "", after.reason or ""))
    yield from _days(
        CALLED["newday-on"], before.new_day[0] if before.new_day else "", after.new_day[0] if after.new_day else ""
    )
    yield from _prose(CALLED["account"], before.account, after.account)
    yield from _steps(before, after, bodies, day)
    yield from _prose(
        CALLED["newday-why"], before.new_day[1] if before.new_day else {}, after.new_day[1] if after.new_day else {}
    )


def _days(name: Words, old: str, new: str) -> Iterator[FieldCompared]:
    if old or new:
        yield FieldCompared(name=name, was=on_day(old) if old else None, now=on_day(new) if new else None)


def _steps(before: Written, after: Written, bodies: Mapping[str, Body], day: str) -> Iterator[FieldCompared]:
    for place in range(max(len(before.steps), len(after.steps))):
        old = before.steps[place] if place < len(before.steps) else ({}, "", "")
        new = after.steps[place] if place < len(after.steps) else ({}, "", "")
        words, due, held = (CALLED[name].filled(number=str(place + 1)) for name in ("words", "due", "owner"))
        yield from _prose(words, old[0], new[0])
        yield from _days(due, old[1], new[1])
        if old[2] or new[2]:
            was, now = (body_words(owner, bodies, day) if owner else None for owner in (old[2], new[2]))
            yield FieldCompared(name=held, was=was, now=now)


def _prose(name: Words, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FieldCompared]:
    for language in LANGUAGES:
        old, new = before.get(language, ""), after.get(language, "")
        if old or new:
            yield FieldCompared(name=name, pieces=compared(old, new), language=language)
