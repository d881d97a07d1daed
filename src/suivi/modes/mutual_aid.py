"""Mutual aid: help in one emergency, from the request to the settled accounts.

- Edition 2 adds cost lines: each side states what it spent, line by line, before the accounts are settled.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Bound, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name        leaves                     reaches      by         asks for
    Step("request",  (START,),                  "requested", By.EITHER, ("hazard", "place", "resources", "until")),
    Step("offer",    ("requested",),            "offered",   By.EITHER, ("resources", "conditions"), answers="request"),
    Step("accept",   ("offered",),              "accepted",  By.ALL,    ("resources", "conditions", "costs")),
    Step("mobilise", ("accepted",),             "deployed",  By.EITHER, ("resources", "border")),
    Step("account",  ("deployed", "returning"), STAYS,       By.OWN,    ("account",)),
    Step("recall",   ("deployed",),             "returning", By.EITHER, ("date", "reason")),
    Step("return",   ("returning",),            "returned",  By.ALL,    ("date", "resources")),
    Step("settle",   ("returned",),             "closed",    By.ALL,    ("costs", "amount", "outcome")),
    Step("decline",  ("requested", "offered"),  "closed",    By.EITHER, ("reason",)),
)
# fmt: on

EDITION_1: Final = Mode(
    name="mutual_aid",
    edition=1,
    names=Words(en="Mutual aid", fr="Entraide", ko="상호지원"),
    follow_up=FollowUp.ISSUES,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "request": Words(en="request help", fr="demander de l’aide", ko="지원 요청"),
        "offer": Words(en="offer help", fr="offrir de l’aide", ko="지원 제의"),
        "accept": Words(en="accept the offer", fr="accepter l’offre", ko="제의 수락"),
        "mobilise": Words(en="mobilise", fr="mobiliser", ko="파견"),
        "account": Words(en="report on the deployment", fr="rendre compte du déploiement", ko="활동 보고"),
        "recall": Words(en="recall", fr="rappeler", ko="철수 결정"),
        "return": Words(en="confirm the return", fr="constater le retour", ko="귀환 확인"),
        "settle": Words(en="settle the accounts", fr="régler les comptes", ko="비용 정산"),
        "decline": Words(en="decline", fr="décliner", ko="거절"),
        "requested": Words(en="requested", fr="demandée", ko="지원 요청됨"),
        "offered": Words(en="offered", fr="offerte", ko="지원 제의됨"),
        "accepted": Words(en="accepted", fr="acceptée", ko="수락됨"),
        "deployed": Words(en="deployed", fr="déployée", ko="파견됨"),
        "returning": Words(en="returning", fr="en cours de retour", ko="철수 중"),
        "returned": Words(en="returned", fr="de retour", ko="귀환함"),
        "closed": Words(en="closed", fr="close", ko="종결됨"),
    },
    clocks=(Clock("request", "offer", by="until"), Clock("recall", "return", by="date")),
    ends=("closed",),
)

# fmt: off
STEPS: Final = (
    *STEPS_1,
    Step("claim",    ("deployed", "returning", "returned"), STAYS, By.OWN, ("cost", "amount", "costs")),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("request", "offer", "decline"),
        Words("help asked for and offered", "aide demandée et offerte", "요청·제의된 지원"),
    ),
    Question(
        ("accept", "mobilise", "account"),
        Words("help accepted and sent", "aide acceptée et envoyée", "수락·파견된 지원"),
    ),
    Question(("recall", "return"), Words("return", "retour", "귀환")),
    Question(("claim", "settle"), Words("costs and settlement", "dépenses et règlement", "비용과 정산")),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "claim": Words(en="state a cost", fr="déclarer une dépense", ko="비용 항목 통보"),
    },
    bounds=(Bound("recall", "date", since="mobilise"), Bound("return", "date", since="mobilise")),
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
