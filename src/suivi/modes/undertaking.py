"""Undertaking: whatever no other mode fits: it begins, each side reports on it, and both agree it is over."""

from typing import Final

from suivi.modes.mode import START, STAYS, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS: Final = (
    #    name        leaves          reaches      by         asks for
    Step("begin",    (START,),       "under-way", By.EITHER, ("date", "lead")),
    Step("advance",  ("under-way",), STAYS,       By.OWN,    ("account",)),
    Step("complete", ("under-way",), "completed", By.ALL,    ("outcome",)),
    Step("abandon",  ("under-way",), "abandoned", By.ALL,    ("reason",)),
)
# fmt: on

QUESTIONS: Final = (
    Question(("begin",), Words("beginning", "début", "착수"), standing=True),
    Question(("advance",), Words("progress", "avancement", "진행 상황")),
    Question(("complete", "abandon"), Words("outcome", "issue", "결과")),
)

MODE: Final = Mode(
    name="undertaking",
    edition=1,
    names=Words(en="Undertaking", fr="Engagement", ko="일반 협력"),
    follow_up=FollowUp.PROJECTS,
    steps=STEPS,
    words={
        START: Words(en="not begun", fr="non commencé", ko="시작 전"),
        "begin": Words(en="begin", fr="entreprendre", ko="착수"),
        "advance": Words(en="report progress", fr="faire le point", ko="진행 상황 보고"),
        "complete": Words(en="complete", fr="achever", ko="완료"),
        "abandon": Words(en="abandon", fr="abandonner", ko="중단"),
        "under-way": Words(en="under way", fr="en cours", ko="진행 중"),
        "completed": Words(en="completed", fr="achevé", ko="완료됨"),
        "abandoned": Words(en="abandoned", fr="abandonné", ko="중단됨"),
    },
    ends=("completed", "abandoned"),
    questions=QUESTIONS,
)
