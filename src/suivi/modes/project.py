"""Project: joint work in research or industry, from the call to its outputs, paid for by each party.

- Edition 2 adds funding lines: what each party adds, for which year.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name         leaves         reaches     by       asks for
    Step("call",      (START,),      "called",   By.ALL,  ("subject", "lead", "until")),
    Step("select",    ("called",),   "selected", By.ALL,  ("partners", "milestones")),
    Step("fund",      ("selected",), "funded",   By.EACH, ("funder", "amount")),
    Step("milestone", ("funded",),   STAYS,      By.OWN,  ("milestone", "account")),
    Step("close",     ("funded",),   "closed",   By.ALL,  ("outputs",)),
)
# fmt: on

EDITION_1: Final = Mode(
    name="project",
    edition=1,
    names=Words(en="Joint project", fr="Projet conjoint", ko="공동 사업"),
    follow_up=FollowUp.PROJECTS,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencé", ko="시작 전"),
        "call": Words(en="call for proposals", fr="lancer l’appel", ko="공모"),
        "select": Words(en="select", fr="sélectionner", ko="선정"),
        "fund": Words(en="fund", fr="financer", ko="재원 배정"),
        "milestone": Words(en="report a milestone", fr="signaler un jalon", ko="단계 달성 보고"),
        "close": Words(en="close", fr="clore", ko="종료"),
        "called": Words(en="call open", fr="appel lancé", ko="공모 중"),
        "selected": Words(en="selected", fr="sélectionné", ko="선정됨"),
        "funded": Words(en="funded", fr="financé", ko="재원 배정됨"),
        "closed": Words(en="closed", fr="clos", ko="종료됨"),
    },
    clocks=(Clock("call", "select", by="until"),),
    ends=("closed",),
)

# fmt: off
STEPS: Final = (
    *STEPS_1,
    Step("add-funding", ("selected", "funded"), STAYS, By.OWN, ("funder", "amount", "year")),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("call", "select"),
        Words("partners and milestones", "partenaires et jalons", "참여 기관과 단계별 목표"),
        standing=True,
    ),
    Question(
        ("fund", "add-funding"),
        Words("funding by each party", "financement par chaque partie", "당사국별 재원"),
        standing=True,
    ),
    Question(("milestone",), Words("milestones reached", "jalons franchis", "달성한 목표")),
    Question(("close",), Words("outputs", "produits", "성과물")),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "add-funding": Words(en="add a funding line", fr="ajouter une ligne de financement", ko="재원 항목 추가"),
    },
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
