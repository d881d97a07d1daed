"""Dialogue: a meeting or series of meetings, from the proposal to the decisions both sides agree."""

from typing import Final

from suivi.modes.mode import START, Clock, FollowUp, Mode, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS: Final = (
    #    name        leaves                    reaches      by         asks for
    Step("propose",  (START, "postponed"),     "proposed",  By.EITHER, ("date", "level")),
    Step("convene",  ("proposed",),            "convened",  By.ALL,    ("date", "place", "agenda")),
    Step("hold",     ("convened",),            "held",      By.EITHER, ("date", "participants")),
    Step("conclude", ("held",),                "concluded", By.ALL,    ("decisions",)),
    Step("postpone", ("proposed", "convened"), "postponed", By.EITHER, ("reason",)),
    Step("renew",    ("concluded",),           "proposed",  By.EITHER, ("date", "level")),
)
# fmt: on

MODE: Final = Mode(
    name="dialogue",
    edition=1,
    names=Words(en="Dialogue", fr="Dialogue", ko="대화·협의"),
    follow_up=FollowUp.TALKS,
    steps=STEPS,
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
