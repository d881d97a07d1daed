"""Study: a question the parties look into together, from its scope to what they conclude."""

from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS: Final = (
    #    name        leaves       reaches      by         asks for
    Step("scope",    (START,),    "scoped",    By.ALL,    ("question", "lead", "until")),
    Step("find",     ("scoped",), STAYS,       By.OWN,    ("findings",)),
    Step("conclude", ("scoped",), "concluded", By.ALL,    ("outcome", "recommendations")),
    Step("abandon",  ("scoped",), "abandoned", By.EITHER, ("reason",)),
)
# fmt: on

MODE: Final = Mode(
    name="study",
    edition=1,
    names=Words(en="Study", fr="Étude", ko="조사·연구"),
    follow_up=FollowUp.PROJECTS,
    steps=STEPS,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "scope": Words(en="set the scope", fr="définir la portée", ko="범위 설정"),
        "find": Words(en="report findings", fr="présenter des constats", ko="조사 결과 보고"),
        "conclude": Words(en="conclude", fr="conclure", ko="결론 확정"),
        "abandon": Words(en="abandon", fr="abandonner", ko="중단"),
        "scoped": Words(en="scope set", fr="portée définie", ko="범위 설정됨"),
        "concluded": Words(en="concluded", fr="conclue", ko="결론 확정됨"),
        "abandoned": Words(en="abandoned", fr="abandonnée", ko="중단됨"),
    },
    clocks=(Clock("scope", "conclude", by="until"),),
    ends=("concluded", "abandoned"),
)
