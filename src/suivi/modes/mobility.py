"""Mobility: how many people may come each year, by stream, and how many came.

- Edition 2 lets a quota or a count be given for all streams together, and opens without saying until when.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name         leaves             reaches   by         asks for
    Step("set-quota", (START,),          "set",    By.EACH,   ("year", "streams")),
    Step("open",      ("set",),          "opened", By.EITHER, ("date", "until")),
    Step("count",     ("opened",),       STAYS,    By.OWN,    ("year", "streams")),
    Step("adjust",    ("set", "opened"), "set",    By.ALL,    ("year", "streams", "reason")),
    Step("end",       ("set", "opened"), "ended",  By.EITHER, ("reason",)),
)
# fmt: on

EDITION_1: Final = Mode(
    name="mobility",
    edition=1,
    names=Words(en="Mobility", fr="Mobilité", ko="인적 이동"),
    follow_up=FollowUp.ISSUES,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "set-quota": Words(en="set the quota", fr="fixer le contingent", ko="쿼터 설정"),
        "open": Words(en="open to applicants", fr="ouvrir aux candidatures", ko="신청 접수 개시"),
        "count": Words(en="count", fr="dénombrer", ko="인원 집계"),
        "adjust": Words(en="adjust the quota", fr="rajuster le contingent", ko="쿼터 조정"),
        "end": Words(en="end", fr="mettre fin", ko="종료"),
        "set": Words(en="quota set", fr="contingent fixé", ko="쿼터 설정됨"),
        "opened": Words(en="open", fr="ouverte", ko="신청 접수 중"),
        "ended": Words(en="ended", fr="terminée", ko="종료됨"),
    },
    clocks=(Clock("open", "adjust", by="until"),),
    ends=("ended",),
)

# fmt: off
STEPS: Final = (
    #    name         leaves             reaches   by         asks for
    Step("set-quota", (START,),          "set",    By.EACH,   ("year", "quota")),
    Step("open",      ("set",),          "opened", By.EITHER, ("date",)),
    Step("count",     ("set", "opened"), STAYS,    By.OWN,    ("year", "quota")),
    Step("adjust",    ("set", "opened"), "set",    By.ALL,    ("year", "quota", "reason")),
    Step("end",       ("set", "opened"), "ended",  By.EITHER, ("reason",)),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("set-quota", "adjust"),
        Words("places set, by year and stream", "places fixées, par année et par volet", "연도·유형별 쿼터"),
        standing=True,
    ),
    Question(("open",), Words("opening to applicants", "ouverture aux candidatures", "신청 접수 개시")),
    Question(
        ("count",),
        Words(
            "people counted, by year and stream",
            "personnes dénombrées, par année et par volet",
            "연도·유형별 집계 인원",
        ),
    ),
    Question(("end",), Words("end, and why", "fin, et pourquoi", "종료와 그 사유")),
)

MODE: Final = replace(EDITION_1, edition=2, steps=STEPS, clocks=(), questions=QUESTIONS, earlier=(EDITION_1,))
