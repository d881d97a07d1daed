"""Early warning: goods watched together, and what follows when their supply is in danger."""

from typing import Final

from suivi.modes.mode import START, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

_ALERT: Final = ("notified", "acknowledged", "called", "consulting")

# fmt: off
STEPS: Final = (
    #    name           leaves                        reaches         by         asks for
    Step("agree-list",  (START, "watching"),          "watching",     By.ALL,    (
        "watched", "contact", "acknowledge-days", "consult-days",
    )),
    Step("notify",      ("watching",),                "notified",     By.EITHER, (
        "sectors", "cause", "impact", "duration",
    )),
    Step("acknowledge", ("notified",),                "acknowledged", By.EITHER, ("contact",), answers="notify"),
    Step("call",        ("notified", "acknowledged"), "called",       By.EITHER, ("measures", "help")),
    Step("consult",     ("called",),                  "consulting",   By.ALL,    ("level", "place", "decisions")),
    Step("stand-down",  _ALERT,                       "watching",     By.ALL,    ("outcome",)),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("agree-list",),
        Words(
            "list watched, contact points and time limits",
            "liste surveillée, points de contact et délais",
            "점검 대상 목록, 연락 창구 및 기한",
        ),
        standing=True,
    ),
    Question(
        ("notify", "acknowledge"),
        Words("warnings given and acknowledged", "alertes notifiées et reçues", "통보 및 접수 확인"),
    ),
    Question(("call", "consult"), Words("consultations", "consultations", "협의")),
    Question(
        ("stand-down",),
        Words("alerts lifted, and with what outcome", "alertes levées, et leur issue", "해제된 경보와 그 결과"),
    ),
)

MODE: Final = Mode(
    name="early_warning",
    edition=1,
    names=Words(en="Early warning", fr="Alerte précoce", ko="조기경보"),
    follow_up=FollowUp.ISSUES,
    steps=STEPS,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "agree-list": Words(en="agree the list", fr="convenir de la liste", ko="대상 목록 합의"),
        "notify": Words(en="notify", fr="notifier", ko="통보"),
        "acknowledge": Words(en="acknowledge", fr="accuser réception", ko="접수 확인"),
        "call": Words(en="call for consultation", fr="demander une consultation", ko="협의 소집"),
        "consult": Words(en="consult", fr="tenir la consultation", ko="협의 개최"),
        "stand-down": Words(en="stand down", fr="lever l’alerte", ko="경보 해제"),
        "watching": Words(en="watching", fr="en veille", ko="점검 중"),
        "notified": Words(en="notified", fr="notifiée", ko="통보됨"),
        "acknowledged": Words(en="acknowledged", fr="reçue", ko="접수 확인됨"),
        "called": Words(en="consultation called", fr="consultation demandée", ko="협의 소집됨"),
        "consulting": Words(en="in consultation", fr="en consultation", ko="협의 중"),
    },
    clocks=(Clock("notify", "acknowledge", by="acknowledge-days"), Clock("call", "consult", by="consult-days")),
    questions=QUESTIONS,
)
