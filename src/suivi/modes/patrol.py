"""Patrol: ships and aircraft at sea together, what they saw, and to whom it was referred.

- Edition 2 names the event and the agency of a sighting, so that one event told by two agencies is known for one, and
  answers the cases referred.
"""

from dataclasses import replace
from typing import Final

from suivi.modes.mode import START, STAYS, Bound, Clock, FollowUp, Mode, Question, Step
from suivi.plan.words import Words
from suivi.record.steps import By

# fmt: off
STEPS_1: Final = (
    #    name           leaves                     reaches      by         asks for
    Step("plan-patrol", (START,),                  "planned",   By.ALL,    ("area", "date", "until")),
    Step("deploy",      ("planned",),              "deployed",  By.EITHER, ("assets", "area")),
    Step("sight",       ("deployed",),             STAYS,       By.OWN,    ("sighting", "place", "account")),
    Step("refer",       ("deployed", "debriefed"), STAYS,       By.OWN,    ("recipient", "account")),
    Step("debrief",     ("deployed",),             "debriefed", By.ALL,    ("outcome", "recommendations")),
    Step("renew",       ("debriefed",),            "planned",   By.ALL,    ("area", "date", "until")),
)
# fmt: on

EDITION_1: Final = Mode(
    name="patrol",
    edition=1,
    names=Words(en="Patrol", fr="Patrouille", ko="순찰·감시"),
    follow_up=FollowUp.MULTILATERAL,
    steps=STEPS_1,
    words={
        START: Words(en="not begun", fr="non commencée", ko="시작 전"),
        "plan-patrol": Words(en="plan the patrol", fr="planifier la patrouille", ko="순찰 계획 수립"),
        "deploy": Words(en="deploy", fr="déployer", ko="전력 투입"),
        "sight": Words(en="report a sighting", fr="signaler une observation", ko="식별 보고"),
        "refer": Words(en="refer a case", fr="renvoyer un cas", ko="사건 이첩"),
        "debrief": Words(en="debrief", fr="tirer les enseignements", ko="사후 점검"),
        "renew": Words(en="plan the next patrol", fr="planifier la prochaine patrouille", ko="차기 순찰 계획 수립"),
        "planned": Words(en="planned", fr="planifiée", ko="계획됨"),
        "deployed": Words(en="deployed", fr="déployée", ko="투입됨"),
        "debriefed": Words(en="debriefed", fr="enseignements tirés", ko="사후 점검됨"),
    },
    clocks=(
        Clock("plan-patrol", "deploy", by="date"),
        Clock("renew", "deploy", by="date"),
        Clock("deploy", "debrief", by="until"),
    ),
)

# fmt: off
STEPS: Final = (
    #    name           leaves                     reaches      by         asks for
    Step("plan-patrol", (START,),                  "planned",   By.ALL,    ("area", "date", "until")),
    Step("deploy",      ("planned",),              "deployed",  By.EITHER, ("assets", "area")),
    Step("sight",       ("deployed",),             STAYS,       By.OWN,    (
        "event", "agency", "sighting", "place", "account",
    )),
    Step("refer",       ("deployed", "debriefed"), STAYS,       By.OWN,    ("case", "recipient", "account")),
    Step("reply",       ("deployed", "debriefed"), STAYS,       By.OWN,    ("case", "outcome"), answers="refer"),
    Step("debrief",     ("deployed",),             "debriefed", By.ALL,    ("outcome", "recommendations")),
    Step("renew",       ("debriefed",),            "planned",   By.ALL,    ("area", "date", "until")),
)
# fmt: on

QUESTIONS: Final = (
    Question(
        ("plan-patrol", "deploy", "renew"),
        Words("patrols planned and carried out", "patrouilles planifiées et menées", "계획·실시된 순찰"),
    ),
    Question(("sight",), Words("sightings", "observations", "식별 사항")),
    Question(
        ("refer", "reply"), Words("cases referred and answered", "dossiers transmis et réponses", "이첩된 사안과 회신")
    ),
    Question(("debrief",), Words("lessons drawn", "enseignements tirés", "사후 점검 결과")),
)

MODE: Final = replace(
    EDITION_1,
    edition=2,
    steps=STEPS,
    words={
        **EDITION_1.words,
        "reply": Words(en="answer a case", fr="répondre à un dossier", ko="사안 회신"),
    },
    bounds=(Bound("plan-patrol", "until", since="date"), Bound("renew", "until", since="date")),
    questions=QUESTIONS,
    earlier=(EDITION_1,),
)
