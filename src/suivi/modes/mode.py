"""Mode: one kind of cooperation as a table of steps, and the rules all modes obey.

- A step leaves certain states and reaches one; by OWN it moves nothing and is only reported.
- A step asks for details: each must be given, be sound, and nothing else may stand beside them.
- At most one EACH step leaves a state: two could cross, and nobody could say which state comes next.
- A clock says what falls due next, never what may happen: it moves nothing and is no part of the table's digest.
- A bound keeps a day in its order: it binds whoever writes a step, moves nothing, and is no part of the digest.
- A question says what a yearly review wants to know, and which steps answer it: it, too, is no part of the digest.
- A published table never changes: another table is another edition, and the old one stays in `earlier`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from suivi.log.canonical import Json, canonical
from suivi.modes.asks import ASKS, Detail
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words, listed
from suivi.record.steps import By

START: Final = "start"
"""The state of an activity that was opened and has taken no step."""

STAYS: Final = ""
"""What a step by OWN reaches: nothing moves."""


class FollowUp(StrEnum):
    """The six kinds by which the Government of Korea has sorted the follow-up of summits since 2018."""

    TALKS = "talks"
    MEMORANDA = "memoranda"
    PROJECTS = "projects"
    DEVELOPMENT = "development"
    ISSUES = "issues"
    MULTILATERAL = "multilateral"


FOLLOW_UPS: Final[dict[FollowUp, Words]] = {
    FollowUp.TALKS: Words(en="talks and meetings", fr="entretiens et réunions", ko="회담·회의"),
    FollowUp.MEMORANDA: Words(
        en="follow-up of memoranda", fr="suivi des protocoles d’entente", ko="양해각서(MOU) 후속조치"
    ),
    FollowUp.PROJECTS: Words(en="bilateral projects", fr="projets bilatéraux", ko="양자 협력사업"),
    FollowUp.DEVELOPMENT: Words(en="development co-operation", fr="coopération au développement", ko="개발협력"),
    FollowUp.ISSUES: Words(en="bilateral issues", fr="questions bilatérales", ko="양자 현안"),
    FollowUp.MULTILATERAL: Words(en="multilateral follow-up", fr="suivi multilatéral", ko="다자 후속조치"),
}
"""What each kind of follow-up is called."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the states it `leaves`, the state it `reaches`, by whose word, and what it asks for.

    `answers` names another step: the party that took that one last may not take this one.
    """

    name: str
    leaves: tuple[str, ...]
    reaches: str
    by: By
    asks: tuple[str, ...] = ()
    answers: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """What falls due next: once `starts` is taken, `stops` is due until it is taken.

    `by` names the detail that says when: a day, or a number of days, or how often, from that on which `starts` happened;
    the step states it itself, or a step before it did. `only` is a detail and the choice without which nothing is due. Where
    `each` names a detail, several may run at once: a step stops the one that gives this detail in the same words.
    """

    starts: str
    stops: str
    by: str
    only: tuple[str, str] | None = None
    each: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """The day in `detail` of `step` does not come before `since`: another detail of it, or the last day of another step."""

    step: str
    detail: str
    since: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a yearly review wants to know, as `words` that name it; each of `steps` answers it.

    What was said before the year answers it too if `standing`: terms agreed once hold until others are.
    """

    steps: tuple[str, ...]
    words: Words
    standing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A kind of cooperation in one edition: `name` is that of its module.

    `words` holds the words of every step and every state, `START` included: no code is both. `ends` are the
    states no step is meant to leave, `clocks` what falls due, `bounds` which days keep to an order,
    `questions` what a yearly review wants to know. `follow_up` is the kind of follow-up it is to Korea's government. `earlier` are the editions before this one,
    oldest first.
    """

    name: str
    edition: int
    names: Words
    steps: tuple[Step, ...]
    words: Mapping[str, Words]
    follow_up: FollowUp
    clocks: tuple[Clock, ...] = ()
    bounds: tuple[Bound, ...] = ()
    questions: tuple[Question, ...] = ()
    ends: tuple[str, ...] = ()
    earlier: tuple["Mode", ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, `START` first, then in the order in which the table reaches them."""
        return tuple(dict.fromkeys([START, *(step.reaches for step in self.steps if step.by is not By.OWN)]))

    @property
    def course(self) -> tuple[str, ...]:
        """The states an activity passes when nothing goes amiss, in order, `START` left out.

        From each state the first step of the table that moves on is followed, until one is met again; a step that
        asks for nothing but a reason leads off the course.
        """
        passed = [START]
        while True:
            onward = (
                step for step in self.open_steps(passed[-1]) if step.by is not By.OWN and step.asks != ("reason",)
            )
            reached = next((step.reaches for step in onward), START)
            if reached in passed:
                return tuple(passed[1:])
            passed.append(reached)

    def open_steps(self, state: str) -> tuple[Step, ...]:
        """The steps possible while an activity is in `state`, in the order of the table."""
        return tuple(step for step in self.steps if state in step.leaves)

    def step(self, name: str, *, state: str, details: Mapping[str, Detail]) -> Step:
        """The step called `name`, if it may be taken in `state` with these `details`.

        Raises `StepNotOpen` (`ActivityEnded` where nothing is open), `DetailMissing` or `DetailNotSound`.
        """
        step = self._open_step(name, state)
        for asked in step.asks:
            ask, answer = ASKS[asked], details.get(asked)
            if answer is None or ask.is_blank(answer):
                raise DetailMissing(step=self.words[name], detail=ask.words)
            if expected := ask.unsound(answer):
                raise DetailNotSound(step=self.words[name], detail=ask.words, expected=expected)
        if surplus := sorted(details.keys() - set(step.asks)):
            raise DetailNotSound(step=self.words[name], detail=_called(surplus[0]), expected=NOTHING)
        return step

    def digest(self) -> str:
        """SHA-256 (hex) of the canonical JSON of the table; words are not part of it."""
        return hashlib.sha256(canonical(self.value())).hexdigest()

    def value(self) -> dict[str, Json]:
        """The table as plain JSON: everything that decides how an activity moves."""
        steps: list[Json] = [
            {
                "name": step.name,
                "leaves": list(step.leaves),
                "reaches": step.reaches,
                "by": step.by.value,
                "asks": list(step.asks),
                "answers": step.answers or "",
            }
            for step in self.steps
        ]
        return {"mode": self.name, "edition": self.edition, "ends": list(self.ends), "steps": steps}

    def _open_step(self, name: str, state: str) -> Step:
        steps = self.open_steps(state)
        for step in steps:
            if step.name == name:
                return step
        called = self.words.get(name, _called(name))
        if not steps:
            raise ActivityEnded(step=called, state=self.words[state])
        raise StepNotOpen(step=called, state=self.words[state], open=listed([self.words[step.name] for step in steps]))


class StepNotOpen(Refusal):
    """The step does not leave the state the activity is in."""

    code = "step-not-open"
    says = Words(
        en="“{step}” is not possible while the activity is “{state}”.",
        fr="L’étape « {step} » est impossible tant que l’activité est à l’état « {state} ».",
        ko="활동이 ‘{state}’ 상태일 때에는 ‘{step}’ 단계를 진행할 수 없습니다.",
    )
    remedy = Words(
        en="Choose one of: {open}.",
        fr="Choisissez parmi : {open}.",
        ko="다음 중에서 선택하십시오: {open}.",
    )


class ActivityEnded(StepNotOpen):
    """No step leaves the state the activity is in: it has ended."""

    remedy = Words(
        en="This activity has ended. Open a new one under the same commitment.",
        fr="Cette activité est terminée. Ouvrez-en une nouvelle sous le même engagement.",
        ko="이 활동은 종료되었습니다. 같은 항목 아래에 새 활동을 등록하십시오.",
    )


class DetailMissing(Refusal):
    """A detail the step asks for is blank."""

    code = "detail-missing"
    says = Words(
        en="“{step}” asks for a detail that is blank: {detail}.",
        fr="L’étape « {step} » demande une précision qui manque : {detail}.",
        ko="‘{step}’ 단계에 필요한 항목이 비어 있습니다: {detail}.",
    )
    remedy = Words(
        en="Fill it in and try again.",
        fr="Remplissez ce champ, puis recommencez.",
        ko="해당 항목을 입력한 후 다시 시도하십시오.",
    )


class DetailNotSound(Refusal):
    """A detail is not of the form the step asks for, or is not asked for at all."""

    code = "detail-not-sound"
    says = Words(
        en="“{step}” cannot take this detail as it is written: {detail}.",
        fr="L’étape « {step} » ne peut accepter cette précision telle qu’elle est écrite : {detail}.",
        ko="‘{step}’ 단계에서 다음 항목은 현재 내용으로 입력할 수 없습니다: {detail}.",
    )
    remedy = Words(
        en="What is asked for: {expected}.",
        fr="Ce qui est demandé : {expected}.",
        ko="입력 요건: {expected}.",
    )


class OwnAnswer(Refusal):
    """A step that answers another cannot be taken by the party that took that other one."""

    code = "own-answer"
    says = Words(
        en="“{step}” answers the other side and cannot answer one’s own step.",
        fr="L’étape « {step} » répond à l’autre partie et ne peut répondre à sa propre étape.",
        ko="‘{step}’ 단계는 상대측에 대한 회신이므로 자국이 진행한 단계에 대해서는 할 수 없습니다.",
    )
    remedy = Words(
        en="Wait for the other side to take this step.",
        fr="Attendez que l’autre partie franchisse cette étape.",
        ko="상대측이 이 단계를 진행할 때까지 기다리십시오.",
    )


class AlreadySaid(Refusal):
    """A step that every party takes cannot be taken twice by one of them."""

    code = "already-said"
    says = Words(
        en="“{step}” is said once by each party, and this party has said it.",
        fr="L’étape « {step} » est franchie une seule fois par chaque partie, et cette partie l’a déjà franchie.",
        ko="‘{step}’ 단계는 당사국마다 한 번씩만 진행하며, 해당 당사국은 이미 진행하였습니다.",
    )
    remedy = Words(
        en="Wait for the other side, or correct what was said.",
        fr="Attendez l’autre partie, ou corrigez ce qui a été dit.",
        ko="상대측을 기다리거나 이미 등록한 내용을 정정하십시오.",
    )


NOTHING: Final = Words(
    en="no such detail at this step",
    fr="aucune précision de ce nom à cette étape",
    ko="이 단계에는 해당 항목이 없음",
)


def _called(code: str) -> Words:
    return Words(en=code, fr=code, ko=code)
