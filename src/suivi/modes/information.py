"""Information: what the parties let each other know, asked for or not, before and after they agree the terms.

Edition 1 let nothing be shared before the terms were agreed. Governments do not wait for that: the second edition
(decision 0061) lets each side say from the first day what it shared, asked, answered and learned. The third has an
answer name the subject that was asked for, so that of several requests it is known which is answered and which overdue.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_OF_EDITION_2: Final = (
    #    name               leaves          reaches      by         asks for
    Step("agree-terms",     (START,),       "open",      By.ALL,    ("subject", "handling", "cadence", "contact")),
    Step("share",           (START, "open"), STAYS,      By.OWN,    ("item",)),
    Step("acknowledge",     (START, "open"), STAYS,      By.OWN,    ("item", "account")),
    Step("request",         (START, "open"), STAYS,      By.OWN,    ("subject", "answer-by")),
    Step("answer",          (START, "open"), STAYS,      By.OWN,    ("item", "account"), answers="request"),
    Step("record-practice", (START, "open"), STAYS,      By.OWN,    ("title", "practice")),
    Step("suspend",         ("open",),      "suspended", By.EITHER, ("reason",)),
    Step("resume",          ("suspended",), "open",      By.ALL,    ("subject", "handling", "cadence")),
)
STEPS: Final = tuple(
    replace(step, asks=("subject", *step.asks)) if step.name == "answer" else step for step in STEPS_OF_EDITION_2
)
STEPS_OF_EDITION_1: Final = (
    Step("agree-terms", (START,),       "open",      By.ALL,    ("subject", "handling", "cadence", "contact")),
    Step("share",       ("open",),      STAYS,       By.OWN,    ("item",)),
    Step("acknowledge", ("open",),      STAYS,       By.OWN,    ("item", "account")),
    Step("suspend",     ("open",),      "suspended", By.EITHER, ("reason",)),
    Step("resume",      ("suspended",), "open",      By.ALL,    ("subject", "handling", "cadence")),
)
# fmt: on

NAMES: Final = Words(en="Information sharing", fr="Échange d’information", ko="정보 공유")
WORDS_OF_EDITION_1: Final = {
    START: Words(en="not begun", fr="non commencé", ko="시작 전"),
    "agree-terms": Words(en="agree the terms", fr="convenir des modalités", ko="공유 조건 합의"),
    "share": Words(en="share", fr="transmettre", ko="정보 제공"),
    "acknowledge": Words(en="acknowledge", fr="accuser réception", ko="접수 확인"),
    "suspend": Words(en="suspend", fr="suspendre", ko="중지"),
    "resume": Words(en="resume", fr="reprendre", ko="재개"),
    "open": Words(en="open", fr="ouvert", ko="진행 중"),
    "suspended": Words(en="suspended", fr="suspendu", ko="중지됨"),
}

EDITION_2: Final = Mode(
    name="information",
    edition=2,
    names=NAMES,
    follow_up=FollowUp.ISSUES,
    steps=STEPS_OF_EDITION_2,
    words=WORDS_OF_EDITION_1
    | {
        START: Words(en="terms not agreed yet", fr="modalités à convenir", ko="공유 조건 합의 전"),
        "request": Words(en="ask for information", fr="demander des renseignements", ko="정보 요청"),
        "answer": Words(en="answer", fr="répondre", ko="회신"),
        "record-practice": Words(en="record a good practice", fr="consigner une bonne pratique", ko="우수 사례 등록"),
    },
    clocks=(Clock("request", "answer", by="answer-by"),),
)

QUESTIONS: Final = (
    Question(
        ("agree-terms", "resume", "suspend"),
        Words("terms in force", "modalités en vigueur", "적용 중인 공유 조건"),
        standing=True,
    ),
    Question(
        ("share", "acknowledge"),
        Words("items shared and acknowledged", "éléments transmis et accusés de réception", "제공·접수 확인된 정보"),
    ),
    Question(
        ("request", "answer"),
        Words("information asked for and answered", "renseignements demandés et réponses", "요청된 정보와 회신"),
    ),
    Question(("record-practice",), Words("good practice recorded", "bonnes pratiques consignées", "등록된 우수 사례")),
)

MODE: Final = replace(
    EDITION_2,
    edition=3,
    steps=STEPS,
    clocks=(
        Clock("request", "answer", by="answer-by", each="subject"),
        Clock("agree-terms", "share", by="cadence"),
        Clock("resume", "share", by="cadence"),
        Clock("share", "share", by="cadence"),
    ),
    questions=QUESTIONS,
    earlier=(
        Mode(
            name="information",
            edition=1,
            names=NAMES,
            follow_up=FollowUp.ISSUES,
            steps=STEPS_OF_EDITION_1,
            words=WORDS_OF_EDITION_1,
        ),
        EDITION_2,
    ),
)
