"""Capacity: what an institution needs, and the training and advice the parties give it.

- Edition 2 adds partners, milestones, outputs and the funding of each party.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name        leaves         reaches      by         asks for
    Step("assess",   (START,),      "assessed",  By.EITHER, ("institution", "needs")),
    Step("design",   ("assessed",), "designed",  By.ALL,    ("programme", "lead", "until")),
    Step("deliver",  ("designed",), STAYS,       By.OWN,    ("place", "trained", "account")),
    Step("evaluate", ("designed",), "evaluated", By.ALL,    ("outcome", "recommendations")),
)
# fmt: on

EDITION_1: Final = Mode(
    name="capacity",
    edition=1,
    names=Words(en="Capacity building", fr="Renforcement des capacités", ko="역량 강화"),
    follow_up=FollowUp.DEVELOPMENT,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencé", ko="시작 전"),
        "assess": Words(en="assess the needs", fr="évaluer les besoins", ko="수요 조사"),
        "design": Words(en="design the programme", fr="concevoir le programme", ko="프로그램 수립"),
        "deliver": Words(en="deliver", fr="offrir la formation", ko="교육 실시"),
        "evaluate": Words(en="evaluate", fr="évaluer les résultats", ko="성과 평가"),
        "assessed": Words(en="needs assessed", fr="besoins évalués", ko="수요 조사됨"),
        "designed": Words(en="designed", fr="conçu", ko="프로그램 수립됨"),
        "evaluated": Words(en="evaluated", fr="évalué", ko="성과 평가됨"),
    },
    clocks=(Clock("design", "evaluate", by="until"),),
    ends=("evaluated",),
)

# fmt: off
STEPS: Final = (
    #    name         leaves         reaches      by         asks for
    Step("assess",    (START,),      "assessed",  By.EITHER, ("institution", "needs")),
    Step("design",    ("assessed",), "designed",  By.ALL,    ("programme", "partners", "milestones", "lead", "until")),
    Step("fund",      ("designed",), STAYS,       By.OWN,    ("funder", "amount", "year")),
    Step("milestone", ("designed",), STAYS,       By.OWN,    ("milestone", "account")),
    Step("deliver",   ("designed",), STAYS,       By.OWN,    ("place", "trained", "account")),
    Step("evaluate",  ("designed",), "evaluated", By.ALL,    ("outputs", "outcome", "recommendations")),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("assess", "design"), Words("needs and programme", "besoins et programme", "수요와 프로그램"), standing=True
    ),
    Question(
        ("fund",), Words("funding by each party", "financement par chaque partie", "당사국별 재원"), standing=True
    ),
    Question(
        ("milestone", "deliver"),
        Words(
            "training given and milestones reached",
            "formations offertes et jalons franchis",
            "실시한 교육과 달성한 목표",
        ),
    ),
    Question(("evaluate",), Words("results", "résultats", "성과")),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "fund": Words(en="fund", fr="financer", ko="재원 배정"),
        "milestone": Words(en="report a milestone", fr="signaler un jalon", ko="단계 달성 보고"),
    },
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
