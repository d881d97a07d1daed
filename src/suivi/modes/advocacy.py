"""Advocacy: a text the parties carry together into a forum, drafted by one and cleared by each."""

from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS: Final = (
    #    name       leaves          reaches      by         asks for
    Step("draft",   (START,),       "drafted",   By.EITHER, ("forum", "date", "text")),
    Step("clear",   ("drafted",),   "cleared",   By.EACH,   ("authority",)),
    Step("deliver", ("cleared",),   "delivered", By.EITHER, ("forum", "delivery", "text")),
    Step("account", ("delivered",), STAYS,       By.OWN,    ("outcome",)),
    Step("renew",   ("delivered",), "drafted",   By.EITHER, ("forum", "date", "text")),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("draft", "clear", "renew"), Words("text drafted and cleared", "texte rédigé et approuvé", "작성·승인된 문안")
    ),
    Question(
        ("deliver",), Words("forum and form of the action", "instance et forme de l’action", "회의체와 공조 방식")
    ),
    Question(("account",), Words("effect", "suites", "결과")),
)

MODE: Final = Mode(
    name="advocacy",
    edition=1,
    names=Words(en="Joint advocacy", fr="Action diplomatique conjointe", ko="국제무대 공조"),
    follow_up=FollowUp.MULTILATERAL,
    steps=STEPS,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "draft": Words(en="draft the text", fr="rédiger le texte", ko="문안 작성"),
        "clear": Words(en="clear the text", fr="approuver le texte", ko="문안 승인"),
        "deliver": Words(en="deliver", fr="présenter", ko="발표"),
        "account": Words(en="report the effect", fr="rendre compte des suites", ko="결과 보고"),
        "renew": Words(en="draft anew", fr="rédiger de nouveau", ko="후속 문안 작성"),
        "drafted": Words(en="drafted", fr="rédigée", ko="문안 작성됨"),
        "cleared": Words(en="cleared", fr="approuvée", ko="문안 승인됨"),
        "delivered": Words(en="delivered", fr="présentée", ko="발표됨"),
    },
    clocks=(Clock("draft", "deliver", by="date"), Clock("renew", "deliver", by="date")),
    questions=QUESTIONS,
)
