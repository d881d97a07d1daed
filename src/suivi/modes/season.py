"""Season: a year of exchanges, from its designation through its events to what it leaves.

- Edition 2 adds events announced for a day to come, so that they stand in calendars.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Bound, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name          leaves           reaches       by      asks for
    Step("designate",  (START,),        "designated", By.ALL, ("title", "date", "until")),
    Step("programme",  ("designated",), "programmed", By.ALL, ("programme", "lead")),
    Step("hold-event", ("programmed",), STAYS,        By.OWN, ("title", "place", "account")),
    Step("close",      ("programmed",), "closed",     By.ALL, ("outcome",)),
)
# fmt: on

EDITION_1: Final = Mode(
    name="season",
    edition=1,
    names=Words(en="Year of exchanges", fr="Année d’échanges", ko="교류의 해"),
    follow_up=FollowUp.PROJECTS,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "designate": Words(en="designate", fr="désigner", ko="지정"),
        "programme": Words(en="set the programme", fr="arrêter le programme", ko="프로그램 확정"),
        "hold-event": Words(en="hold an event", fr="tenir une activité", ko="행사 개최"),
        "close": Words(en="close", fr="clore", ko="종료"),
        "designated": Words(en="designated", fr="désignée", ko="지정됨"),
        "programmed": Words(en="programme set", fr="programme arrêté", ko="프로그램 확정됨"),
        "closed": Words(en="closed", fr="close", ko="종료됨"),
    },
    clocks=(Clock("designate", "programme", by="date"), Clock("programme", "close", by="until")),
    ends=("closed",),
)

# fmt: off
STEPS: Final = (
    *STEPS_1,
    Step("announce",   ("designated", "programmed"), STAYS, By.OWN, ("title", "date", "place")),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("designate", "programme"),
        Words("designation and programme", "désignation et programme", "지정과 세부 계획"),
        standing=True,
    ),
    Question(("announce",), Words("events announced", "activités annoncées", "예고된 행사")),
    Question(("hold-event",), Words("events held", "activités tenues", "개최된 행사")),
    Question(("close",), Words("outcome", "résultat", "결과")),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "announce": Words(en="announce an event", fr="annoncer une activité", ko="행사 예고"),
    },
    bounds=(Bound("designate", "until", since="date"),),
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
