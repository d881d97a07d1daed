"""Dialogue: a meeting or series of meetings, from the proposal to the decisions both sides agree.

- Edition 2 adds what each side says of the series, of the hour of a meeting, and of the meeting itself: two accounts
  of one meeting stand side by side, and neither moves the dialogue.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name        leaves                    reaches      by         asks for
    Step("propose",  (START, "postponed"),     "proposed",  By.EITHER, ("date", "level")),
    Step("convene",  ("proposed",),            "convened",  By.ALL,    ("date", "place", "agenda")),
    Step("hold",     ("convened",),            "held",      By.EITHER, ("date", "participants")),
    Step("conclude", ("held",),                "concluded", By.ALL,    ("decisions",)),
    Step("postpone", ("proposed", "convened"), "postponed", By.EITHER, ("reason",)),
    Step("renew",    ("concluded",),           "proposed",  By.EITHER, ("date", "level")),
)
# fmt: on

EDITION_1: Final = Mode(
    name="dialogue",
    edition=1,
    names=Words(en="Dialogue", fr="Dialogue", ko="대화·협의"),
    follow_up=FollowUp.TALKS,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencé", ko="시작 전"),
        "propose": Words(en="propose", fr="proposer", ko="개최 제안"),
        "convene": Words(en="convene", fr="convoquer", ko="소집"),
        "hold": Words(en="hold", fr="tenir", ko="개최"),
        "conclude": Words(en="conclude", fr="conclure", ko="결과 확정"),
        "postpone": Words(en="postpone", fr="reporter", ko="연기"),
        "renew": Words(en="renew", fr="reconduire", ko="차기 회의 제안"),
        "proposed": Words(en="proposed", fr="proposé", ko="제안됨"),
        "convened": Words(en="convened", fr="convoqué", ko="소집됨"),
        "held": Words(en="held", fr="tenu", ko="개최됨"),
        "concluded": Words(en="concluded", fr="conclu", ko="결과 확정됨"),
        "postponed": Words(en="postponed", fr="reporté", ko="연기됨"),
    },
    clocks=(Clock("convene", "hold", by="date"),),
)

_ANY: Final = (START, "proposed", "convened", "held", "concluded", "postponed")

# fmt: off
STEPS: Final = (
    *STEPS_1,
    Step("arrange",  _ANY,                     STAYS,       By.OWN,    ("level", "chairs", "rhythm", "hosting", "host")),
    Step("schedule", ("proposed", "convened"), STAYS,       By.OWN,    ("date", "hour", "zone", "minutes")),
    Step("tell",     ("held", "concluded"),    STAYS,       By.OWN,    ("date", "participants", "account")),
)
# fmt: on

QUESTIONS: Final = (
    Question(("hold", "tell"), Words("meetings held", "réunions tenues", "개최된 회의")),
    Question(("conclude",), Words("what was decided", "ce qui a été décidé", "결정된 사항")),
    Question(
        ("postpone",), Words("meetings put off, and why", "réunions reportées, et pourquoi", "연기된 회의와 그 사유")
    ),
    Question(
        ("propose", "renew", "convene", "schedule"),
        Words("meetings proposed and convened", "réunions proposées et convoquées", "제안·소집된 회의"),
    ),
    Question(
        ("arrange",),
        Words("how the series is run", "fonctionnement de la série de réunions", "정례 협의체의 운영 방식"),
        standing=True,
    ),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "arrange": Words(en="describe the series", fr="décrire la série de réunions", ko="정례 협의체 설명"),
        "schedule": Words(en="give the hour", fr="donner l’heure", ko="시각 통보"),
        "tell": Words(en="give one’s own account", fr="rendre compte de la réunion", ko="회의 내용 보고"),
    },
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
