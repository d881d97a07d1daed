"""Implementation: the work an instrument or a dialogue calls for, planned, carried out and reviewed in rounds.

- Edition 2 names the text that is carried out, and adds its duties one by one, each with its day.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name          leaves                   reaches     by      asks for
    Step("plan-work",  (START,),                "planned",  By.ALL, ("tasks", "lead", "until")),
    Step("carry-out",  ("planned", "reviewed"), STAYS,      By.OWN, ("account",)),
    Step("take-stock", ("planned",),            "reviewed", By.ALL, ("outcome", "decisions")),
    Step("renew",      ("reviewed",),           "planned",  By.ALL, ("tasks", "until")),
    Step("close",      ("planned", "reviewed"), "closed",   By.ALL, ("outcome",)),
)
# fmt: on

EDITION_1: Final = Mode(
    name="implementation",
    edition=1,
    names=Words(en="Implementation", fr="Mise en œuvre", ko="이행"),
    follow_up=FollowUp.MEMORANDA,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "plan-work": Words(en="plan the work", fr="planifier les travaux", ko="이행계획 수립"),
        "carry-out": Words(en="carry out", fr="exécuter", ko="과제 이행"),
        "take-stock": Words(en="take stock", fr="dresser le bilan", ko="이행 점검"),
        "renew": Words(en="plan the next round", fr="planifier la suite", ko="차기 이행계획 수립"),
        "close": Words(en="close", fr="clore", ko="종결"),
        "planned": Words(en="planned", fr="planifiée", ko="이행계획 수립됨"),
        "reviewed": Words(en="reviewed", fr="examinée", ko="점검됨"),
        "closed": Words(en="closed", fr="close", ko="종결됨"),
    },
    clocks=(Clock("plan-work", "take-stock", by="until"), Clock("renew", "take-stock", by="until")),
    ends=("closed",),
)

# fmt: off
STEPS: Final = (
    #    name          leaves                   reaches     by      asks for
    Step("plan-work",  (START,),                "planned",  By.ALL, ("basis", "tasks", "lead")),
    Step("add-duty",   ("planned", "reviewed"), STAYS,      By.OWN, ("task", "lead", "until")),
    Step("carry-out",  ("planned", "reviewed"), STAYS,      By.OWN, ("account",)),
    Step("take-stock", ("planned",),            "reviewed", By.ALL, ("outcome", "decisions")),
    Step("renew",      ("reviewed",),           "planned",  By.ALL, ("tasks", "until")),
    Step("close",      ("planned", "reviewed"), "closed",   By.ALL, ("outcome",)),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("plan-work", "renew"),
        Words("plan of work in hand", "plan de travail en cours", "추진 중인 이행계획"),
        standing=True,
    ),
    Question(
        ("add-duty",),
        Words(
            "duties, by lead body and day",
            "obligations, par organe responsable et échéance",
            "주관 기관별 이행 과제와 기한",
        ),
        standing=True,
    ),
    Question(("carry-out",), Words("work carried out", "travaux exécutés", "이행한 과제")),
    Question(("take-stock", "close"), Words("stock taken", "bilan dressé", "점검 결과")),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "add-duty": Words(en="add a duty", fr="ajouter une obligation", ko="이행 과제 추가"),
    },
    clocks=(EDITION_1.clocks[1], Clock("add-duty", "carry-out", by="until")),
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
