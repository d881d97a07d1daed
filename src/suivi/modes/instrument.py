"""Instrument: an agreement or arrangement, from the mandate to its entry into force, and its life after.

- Edition 2 adds what each side says on the way: versions of the text with what changed, stages of its own internal
  procedures, the day it expects the next milestone, and the relation to other texts. None of it moves the instrument.
- Edition 3 adds the last day of a fixed term, by which the text is to be renewed.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Bound, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name         leaves                  reaches      by         asks for
    Step("mandate",   (START,),               "mandated",  By.EACH,   ("authority",)),
    Step("negotiate", ("mandated",),          STAYS,       By.OWN,    ("round", "place", "account")),
    Step("adopt",     ("mandated",),          "adopted",   By.ALL,    (
        "instrument", "title", "entry-clause", "entry-days", "term",
    )),
    Step("sign",      ("adopted",),           "signed",    By.EACH,   ("signatory", "place")),
    Step("ratify",    ("signed",),            "ratified",  By.EACH,   ("procedure", "authority")),
    Step("enter",     ("signed", "ratified"), "in-force",  By.ALL,    ("date",)),
    Step("amend",     ("in-force",),          "in-force",  By.ALL,    ("date", "changes")),
    Step("renew",     ("in-force",),          "in-force",  By.ALL,    ("until",)),
    Step("denounce",  ("in-force",),          "denounced", By.EITHER, ("date", "reason")),
)
# fmt: on

EDITION_1: Final = Mode(
    name="instrument",
    edition=1,
    names=Words(en="Agreement or arrangement", fr="Accord ou arrangement", ko="협정·약정"),
    follow_up=FollowUp.MEMORANDA,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencé", ko="시작 전"),
        "mandate": Words(en="give the mandate", fr="donner le mandat", ko="협상 권한 부여"),
        "negotiate": Words(en="negotiate", fr="négocier", ko="협상"),
        "adopt": Words(en="adopt the text", fr="adopter le texte", ko="문안 확정"),
        "sign": Words(en="sign", fr="signer", ko="서명"),
        "ratify": Words(en="complete internal procedures", fr="accomplir les procédures internes", ko="국내 절차 완료"),
        "enter": Words(en="bring into force", fr="mettre en vigueur", ko="발효"),
        "amend": Words(en="amend", fr="modifier", ko="개정"),
        "renew": Words(en="renew", fr="reconduire", ko="연장"),
        "denounce": Words(en="denounce", fr="dénoncer", ko="종료 통보"),
        "mandated": Words(en="mandated", fr="mandaté", ko="협상 권한 부여됨"),
        "adopted": Words(en="text adopted", fr="texte adopté", ko="문안 확정됨"),
        "signed": Words(en="signed", fr="signé", ko="서명됨"),
        "ratified": Words(
            en="internal procedures complete", fr="procédures internes accomplies", ko="국내 절차 완료됨"
        ),
        "in-force": Words(en="in force", fr="en vigueur", ko="발효 중"),
        "denounced": Words(en="denounced", fr="dénoncé", ko="종료 통보됨"),
    },
    clocks=(
        Clock("sign", "enter", by="entry-days", only=("entry-clause", "signature")),
        Clock("ratify", "enter", by="entry-days", only=("entry-clause", "notification")),
        Clock("renew", "renew", by="until"),
    ),
    ends=("denounced",),
)

_ON_THE_WAY: Final = ("mandated", "adopted", "signed", "ratified")
_ANY: Final = (START, *_ON_THE_WAY, "in-force", "denounced")

# fmt: off
STEPS_2: Final = (
    *STEPS_1,
    Step("table",     ("mandated",),           STAYS,       By.OWN,    ("version", "text", "changes")),
    Step("expect",    (START, *_ON_THE_WAY),   STAYS,       By.OWN,    ("expected", "until", "reason")),
    Step("clear",     _ON_THE_WAY,             STAYS,       By.OWN,    ("procedure", "authority", "date")),
    Step("relate",    _ANY,                    STAYS,       By.OWN,    ("relation", "title")),
)
# fmt: on

EDITION_2: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS_2,
    words={
        **EDITION_1.words,
        "table": Words(en="table a version of the text", fr="déposer une version du texte", ko="문안 제시"),
        "expect": Words(en="say what is expected by when", fr="annoncer une date prévue", ko="예상 시기 통보"),
        "clear": Words(
            en="report a stage of internal procedures",
            fr="signaler une étape des procédures internes",
            ko="국내 절차 경과 보고",
        ),
        "relate": Words(
            en="state the relation to another text",
            fr="indiquer le lien avec un autre texte",
            ko="다른 문서와의 관계 명시",
        ),
    },
)

# fmt: off
STEPS: Final = (
    *STEPS_2,
    Step("limit",     ("adopted", "signed", "ratified", "in-force"), STAYS, By.OWN, ("until",)),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("mandate", "negotiate", "table"),
        Words("how far the talks have come", "avancement des négociations", "협상 진행 상황"),
    ),
    Question(
        ("adopt", "sign"),
        Words("text adopted, and signed by whom", "texte adopté, et par qui il est signé", "문안 확정 및 서명 현황"),
        standing=True,
    ),
    Question(
        ("ratify", "clear"),
        Words("internal procedures on each side", "procédures internes de chaque partie", "당사국별 국내 절차"),
        standing=True,
    ),
    Question(
        ("expect",),
        Words("days expected, and reasons for delay", "dates prévues, et motifs de retard", "예상 시기와 지연 사유"),
    ),
    Question(
        ("enter", "limit", "renew", "denounce"),
        Words("entry into force, term and end", "entrée en vigueur, durée et fin", "발효, 유효 기간 및 종료"),
        standing=True,
    ),
    Question(
        ("amend", "relate"),
        Words("changes and related texts", "modifications et textes connexes", "개정 및 관련 문서"),
        standing=True,
    ),
)

MODE: Final = replace(
    EDITION_2,
    edition=3,
    steps=STEPS,
    words={
        **EDITION_2.words,
        "limit": Words(en="state the end of its term", fr="indiquer la fin de sa durée", ko="유효 기간 만료일 명시"),
    },
    clocks=(*EDITION_2.clocks, Clock("limit", "renew", by="until")),
    bounds=(
        Bound("enter", "date", since="sign"),
        Bound("amend", "date", since="enter"),
        Bound("denounce", "date", since="enter"),
        Bound("renew", "until", since="enter"),
        Bound("limit", "until", since="sign"),
    ),
    questions=QUESTIONS,
    earlier=(EDITION_1, EDITION_2),
)
