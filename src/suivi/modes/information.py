"""Information: what the parties let each other know, on terms they agreed."""

from typing import Final

from suivi.modes.mode import START, STAYS, FollowUp, Mode, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS: Final = (
    #    name           leaves          reaches      by         asks for
    Step("agree-terms", (START,),       "open",      By.ALL,    ("subject", "handling", "cadence", "contact")),
    Step("share",       ("open",),      STAYS,       By.OWN,    ("item",)),
    Step("acknowledge", ("open",),      STAYS,       By.OWN,    ("item", "account")),
    Step("suspend",     ("open",),      "suspended", By.EITHER, ("reason",)),
    Step("resume",      ("suspended",), "open",      By.ALL,    ("subject", "handling", "cadence")),
)
# fmt: on

MODE: Final = Mode(
    name="information",
    edition=1,
    names=Words(en="Information sharing", fr="Échange d’information", ko="정보 공유"),
    follow_up=FollowUp.ISSUES,
    steps=STEPS,
    words={
        START: Words(en="not begun", fr="non commencé", ko="시작 전"),
        "agree-terms": Words(en="agree the terms", fr="convenir des modalités", ko="공유 조건 합의"),
        "share": Words(en="share", fr="transmettre", ko="정보 제공"),
        "acknowledge": Words(en="acknowledge", fr="accuser réception", ko="접수 확인"),
        "suspend": Words(en="suspend", fr="suspendre", ko="중지"),
        "resume": Words(en="resume", fr="reprendre", ko="재개"),
        "open": Words(en="open", fr="ouvert", ko="진행 중"),
        "suspended": Words(en="suspended", fr="suspendu", ko="중지됨"),
    },
)
