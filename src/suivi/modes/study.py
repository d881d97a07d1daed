"""Study: a question the parties look into, from the talks that take it up to what they conclude.

Edition 1 let nothing be said before the scope was agreed. Questions are taken up in talks long before: the second
edition (decision 0061) lets each side say so, and what it has found on its own.
"""

from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS: Final = (
    #    name        leaves             reaches      by         asks for
    Step("take-up",  (START, "scoped"), STAYS,       By.OWN,    ("question", "outcome")),
    Step("scope",    (START,),          "scoped",    By.ALL,    ("question", "lead", "until")),
    Step("find",     (START, "scoped"), STAYS,       By.OWN,    ("findings",)),
    Step("conclude", ("scoped",),       "concluded", By.ALL,    ("outcome", "recommendations")),
    Step("abandon",  (START, "scoped"), "abandoned", By.EITHER, ("reason",)),
)
STEPS_OF_EDITION_1: Final = (
    Step("scope",    (START,),    "scoped",    By.ALL,    ("question", "lead", "until")),
    Step("find",     ("scoped",), STAYS,       By.OWN,    ("findings",)),
    Step("conclude", ("scoped",), "concluded", By.ALL,    ("outcome", "recommendations")),
    Step("abandon",  ("scoped",), "abandoned", By.EITHER, ("reason",)),
)
# fmt: on

NAMES: Final = Words(en="Study", fr="Étude", ko="조사·연구")
WORDS_OF_EDITION_1: Final = {
    START: Words(en="not begun", fr="non commencée", ko="시작 전"),
    "scope": Words(en="set the scope", fr="définir la portée", ko="범위 설정"),
    "find": Words(en="report findings", fr="présenter des constats", ko="조사 결과 보고"),
    "conclude": Words(en="conclude", fr="conclure", ko="결론 확정"),
    "abandon": Words(en="abandon", fr="abandonner", ko="중단"),
    "scoped": Words(en="scope set", fr="portée définie", ko="범위 설정됨"),
    "concluded": Words(en="concluded", fr="conclue", ko="결론 확정됨"),
    "abandoned": Words(en="abandoned", fr="abandonnée", ko="중단됨"),
}
ENDS: Final = ("concluded", "abandoned")
CLOCKS: Final = (Clock("scope", "conclude", by="until"),)

QUESTIONS: Final = (
    Question(("scope",), Words("scope of the study", "portée de l’étude", "연구 범위"), standing=True),
    Question(("take-up",), Words("talks on the question", "entretiens sur la question", "연구 과제에 관한 협의")),
    Question(("find",), Words("findings", "constats", "조사 결과")),
    Question(("conclude", "abandon"), Words("conclusion", "conclusion", "결론")),
)

MODE: Final = Mode(
    name="study",
    edition=2,
    names=NAMES,
    follow_up=FollowUp.PROJECTS,
    steps=STEPS,
    words=WORDS_OF_EDITION_1
    | {
        START: Words(en="scope not set yet", fr="portée à définir", ko="범위 설정 전"),
        "take-up": Words(en="take up in talks", fr="aborder en entretien", ko="협의"),
    },
    clocks=CLOCKS,
    ends=ENDS,
    questions=QUESTIONS,
    earlier=(
        Mode(
            name="study",
            edition=1,
            names=NAMES,
            follow_up=FollowUp.PROJECTS,
            steps=STEPS_OF_EDITION_1,
            words=WORDS_OF_EDITION_1,
            clocks=CLOCKS,
            ends=ENDS,
        ),
    ),
)
