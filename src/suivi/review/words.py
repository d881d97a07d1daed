"""Words of the review: its chapters, what moved, the rules that raise a matter, and what each of them asks.

- Names and numbers are filled in after a colon or in brackets, so that no Korean particle and no French gender or
  elision hangs on them; days are written out as each language writes them.
- The words of stages, comparisons, modes and steps belong to their rooms.
"""

from enum import StrEnum
from typing import Final

from suivi.plan.words import Words


class Chapter(StrEnum):
    """The chapters of a review, in order."""

    NEEDED = "needed"
    PREAMBLE = "preamble"
    STANDING = "standing"
    PILLARS = "pillars"
    MATTERS = "matters"
    FIGURES = "figures"
    AHEAD = "ahead"
    SOURCES = "sources"


CHAPTERS: Final[dict[Chapter, Words]] = {
    Chapter.NEEDED: Words(en="What is needed from you", fr="Ce qui est attendu de vous", ko="결정이 필요한 사항"),
    Chapter.PREAMBLE: Words(en="What was agreed", fr="Ce qui a été convenu", ko="합의 개요"),
    Chapter.STANDING: Words(en="What has moved", fr="Ce qui a évolué", ko="이행 상황의 변화"),
    Chapter.PILLARS: Words(en="Pillar by pillar", fr="Pilier par pilier", ko="핵심 협력 분야별 현황"),
    Chapter.MATTERS: Words(en="Matters for the officials", fr="Points à l’attention des responsables", ko="논의 사항"),
    Chapter.FIGURES: Words(en="Figures", fr="Chiffres", ko="통계"),
    Chapter.AHEAD: Words(en="The year ahead", fr="L’année à venir", ko="향후 1년의 일정"),
    Chapter.SOURCES: Words(en="Sources", fr="Sources", ko="근거"),
}
"""The title of each chapter."""


class Move(StrEnum):
    """What became of a commitment between the opening and the closing day, in the words of one party."""

    TAKEN_UP = "taken-up"
    ADVANCED = "advanced"
    STEADY = "steady"
    SLIPPED = "slipped"
    DELIVERED = "delivered"
    DROPPED = "dropped"
    NO_REPORT = "no-report"


MOVES: Final[dict[Move, Words]] = {
    Move.TAKEN_UP: Words(en="taken up", fr="entrepris", ko="착수"),
    Move.ADVANCED: Words(en="advanced", fr="avancé", ko="진전"),
    Move.STEADY: Words(en="reported again, same stage", fr="de nouveau rapporté, même stade", ko="재보고, 단계 동일"),
    Move.SLIPPED: Words(en="slipped", fr="retardé", ko="지연"),
    Move.DELIVERED: Words(en="delivered", fr="réalisé", ko="완료"),
    Move.DROPPED: Words(en="dropped", fr="abandonné", ko="중단"),
    Move.NO_REPORT: Words(en="no report in the period", fr="aucun rapport pour la période", ko="기간 중 보고 없음"),
}
"""What each move is called."""


class Rule(StrEnum):
    """The named rules that raise a matter for the officials; the names never change."""

    ACCOUNTS_DIFFER = "accounts-differ"
    DEADLINE_PASSED = "deadline-passed"
    DIALOGUE_NOT_HELD = "dialogue-not-held"
    INSTRUMENT_STUCK = "instrument-stuck"
    NEW_DAY_ASKED = "new-day-asked"
    HINDERED = "hindered"
    STEP_PASSED = "step-passed"
    JOINT_TEXT_WAITING = "joint-text-waiting"
    FOLLOW_UP_OPEN = "follow-up-open"
    DECISION_OPEN = "decision-open"
    ONE_SIDE_SILENT = "one-side-silent"
    NOBODY_REPORTS = "nobody-reports"


RULES: Final[dict[Rule, Words]] = {
    Rule.ACCOUNTS_DIFFER: Words(en="Accounts that differ", fr="Rapports divergents", ko="내용이 다른 보고"),
    Rule.DEADLINE_PASSED: Words(en="Deadlines passed", fr="Échéances dépassées", ko="기한 경과"),
    Rule.DIALOGUE_NOT_HELD: Words(
        en="Yearly dialogues not held", fr="Dialogues annuels non tenus", ko="미개최 연례 대화"
    ),
    Rule.INSTRUMENT_STUCK: Words(
        en="Instruments that have not moved", fr="Instruments sans évolution", ko="진전이 없는 협정·약정"
    ),
    Rule.NEW_DAY_ASKED: Words(en="A new day is asked for", fr="Report d’échéance demandé", ko="기한 변경 요청"),
    Rule.HINDERED: Words(en="Late or stuck", fr="En retard ou bloqué", ko="지연 또는 중단 요인"),
    Rule.STEP_PASSED: Words(
        en="Announced steps past their day", fr="Étapes annoncées non confirmées", ko="예정일이 지난 후속 단계"
    ),
    Rule.FOLLOW_UP_OPEN: Words(
        en="Decisions without a follow-up", fr="Décisions sans suivi", ko="후속조치 미보고 결정 사항"
    ),
    Rule.DECISION_OPEN: Words(en="Decisions still open", fr="Décisions encore en suspens", ko="미완료 결정 사항"),
    Rule.JOINT_TEXT_WAITING: Words(
        en="Joint texts not yet in effect", fr="Textes communs pas encore en vigueur", ko="미발효 공동 문안"
    ),
    Rule.ONE_SIDE_SILENT: Words(en="A side has not reported", fr="Rapports incomplets", ko="일부 당사국 미보고"),
    Rule.NOBODY_REPORTS: Words(en="Nobody reports", fr="Aucun rapport", ko="보고 없음"),
}
"""The heading under which the matters of a rule stand."""


SAYS: Final[dict[Rule, Words]] = {
    Rule.ACCOUNTS_DIFFER: Words(
        en="The accounts of commitment {number} differ. {accounts}.",
        fr="Les rapports sur l’engagement {number} divergent. {accounts}.",
        ko="{number} 항목에 대한 보고 내용이 서로 다릅니다. {accounts}.",
    ),
    Rule.DEADLINE_PASSED: Words(
        en="The deadline of commitment {number} passed on {day}, and not every side says it is done.",
        fr="L’échéance de l’engagement {number} est passée depuis le {day}, et toutes les parties n’en signalent pas la"
        " réalisation.",
        ko="{number} 항목의 기한({day})이 지났으나 모든 당사국이 완료를 보고한 것은 아닙니다.",
    ),
    Rule.DIALOGUE_NOT_HELD: Words(
        en="Commitment {number} is to be met every year. No meeting held from {from_on} to {to_on} is on record.",
        fr="L’engagement {number} prévoit une rencontre chaque année. Aucune rencontre tenue du {from_on} au {to_on}"
        " n’est consignée.",
        ko="{number} 항목은 매년 개최하기로 되어 있으나, {from_on}부터 {to_on}까지 개최된 기록이 없습니다.",
    ),
    Rule.JOINT_TEXT_WAITING: Words(
        en="A joint text proposed on {day} is not in effect. Still to agree or to seal: {parties}.",
        fr="Un texte commun proposé le {day} n’est pas en vigueur. Doivent encore donner leur accord ou sceller :"
        " {parties}.",
        ko="{day}에 제안된 공동 문안이 아직 발효되지 않았습니다. 합의 또는 봉인 대기: {parties}.",
    ),
    Rule.INSTRUMENT_STUCK: Words(
        en="The instrument under commitment {number} stands at “{state}” since {day}: no step was taken from {from_on}"
        " to {to_on}. What can follow: {steps}.",
        fr="L’instrument visé par l’engagement {number} en est à l’étape « {state} » depuis le {day} : aucune étape n’a"
        " été franchie du {from_on} au {to_on}. Suite possible : {steps}.",
        ko="{number} 항목의 협정·약정이 {day}부터 ‘{state}’ 단계에 머물러 있으며, {from_on}부터 {to_on}까지 진행된 단계가"
        " 없습니다. 다음에 가능한 단계: {steps}.",
    ),
    Rule.NEW_DAY_ASKED: Words(
        en="A new day is asked for commitment {number}: {day}. Asked for by: {party}.",
        fr="Une nouvelle date est demandée pour l’engagement {number}\u00a0: {day}. Demande de\u00a0: {party}.",
        ko="{number} 항목의 기한 변경이 요청되었습니다. 요청 기한: {day}, 요청 당사국: {party}.",
    ),
    Rule.HINDERED: Words(
        en="A report says that commitment {number} is late or stuck. Reason: {hindrance}. Said by: {party}.",
        fr="Un rapport dit que l’engagement {number} est en retard ou bloqué. Motif\u00a0: {hindrance}. Rapport de\u00a0: {party}.",
        ko="{number} 항목이 지연되거나 중단되었다는 보고가 있습니다. 사유: {hindrance}, 보고 당사국: {party}.",
    ),
    Rule.STEP_PASSED: Words(
        en="A step announced under commitment {number} for {day} has passed its day; no later report says what became of"
        " it. Announced by: {party}.",
        fr="Une étape annoncée au titre de l’engagement {number} pour le {day} a dépassé sa date; aucun rapport ultérieur"
        " ne dit ce qu’il en est. Annonce de\u00a0: {party}.",
        ko="{number} 항목에서 {day}까지 예정한 단계의 날짜가 지났으나 이후 보고가 없습니다. 예고한 당사국: {party}.",
    ),
    Rule.FOLLOW_UP_OPEN: Words(
        en="The meeting of {day} under commitment {number} took decisions. No report since that day from: {parties}.",
        fr="La réunion du {day} au titre de l’engagement {number} a pris des décisions. Aucun rapport depuis ce jour :"
        " {parties}.",
        ko="{number} 항목에 따른 {day} 회의에서 결정 사항이 있었습니다. 그 이후 보고가 없는 당사국: {parties}.",
    ),
    Rule.DECISION_OPEN: Words(
        en="Decision {decision} of {day} is not settled: {words} Still owed by: {parties}.",
        fr="La décision {decision} du {day} n’est pas réglée : {words} Reste à agir : {parties}.",
        ko="{day} 회의의 결정 사항 {decision}이(가) 완료되지 않았습니다: {words} 조치 대기: {parties}.",
    ),
    Rule.ONE_SIDE_SILENT: Words(
        en="Not every side has reported on commitment {number}. No report from: {parties}.",
        fr="Toutes les parties n’ont pas fait rapport sur l’engagement {number}. Rapport manquant : {parties}.",
        ko="{number} 항목에 대하여 보고하지 않은 당사국이 있습니다. 미보고: {parties}.",
    ),
    Rule.NOBODY_REPORTS: Words(
        en="Nobody has reported on commitment {number}.",
        fr="Personne n’a fait rapport sur l’engagement {number}.",
        ko="{number} 항목에 대한 보고가 없습니다.",
    ),
}
"""Why the matter is raised: one or two sentences."""


ASKS: Final[dict[Rule, Words]] = {
    Rule.ACCOUNTS_DIFFER: Words(
        en="Agree on a joint account, or note that the accounts differ ({number}).",
        fr="Convenir d’un compte rendu conjoint, ou prendre acte de la divergence ({number}).",
        ko="공동 보고 내용을 합의하거나 보고 내용의 차이를 확인해 주시기 바랍니다({number}).",
    ),
    Rule.DEADLINE_PASSED: Words(
        en="Set a new date, or say what stands in the way ({number}).",
        fr="Fixer une nouvelle date, ou préciser ce qui fait obstacle ({number}).",
        ko="새로운 기한을 정하거나 지연 사유를 밝혀 주시기 바랍니다({number}).",
    ),
    Rule.DIALOGUE_NOT_HELD: Words(
        en="Set a date for the next meeting ({number}).",
        fr="Fixer la date de la prochaine rencontre ({number}).",
        ko="차기 회의 일자를 정해 주시기 바랍니다({number}).",
    ),
    Rule.JOINT_TEXT_WAITING: Words(
        en="Agree to the joint text, or decline it ({number}).",
        fr="Donner son accord au texte commun, ou le décliner ({number}).",
        ko="공동 문안에 대한 합의 여부를 정해 주시기 바랍니다({number}).",
    ),
    Rule.INSTRUMENT_STUCK: Words(
        en="Decide on the next step and its day, or say what stands in the way ({number}).",
        fr="Décider de la prochaine étape et de sa date, ou préciser ce qui fait obstacle ({number}).",
        ko="다음 단계와 일자를 정하거나 지연 사유를 밝혀 주시기 바랍니다({number}).",
    ),
    Rule.NEW_DAY_ASKED: Words(
        en="Agree to the new day, or keep the one agreed ({number}).",
        fr="Accepter la nouvelle date, ou maintenir celle qui est convenue ({number}).",
        ko="기한 변경에 동의할지, 합의된 기한을 유지할지 정해 주시기 바랍니다({number}).",
    ),
    Rule.HINDERED: Words(
        en="Say how what stands in the way will be removed ({number}).",
        fr="Indiquer comment l’obstacle sera levé ({number}).",
        ko="장애 요인의 해소 방안을 밝혀 주시기 바랍니다({number}).",
    ),
    Rule.STEP_PASSED: Words(
        en="Report on the step announced, or give it a new day ({number}).",
        fr="Faire rapport sur l’étape annoncée, ou lui donner une nouvelle date ({number}).",
        ko="예정한 단계의 결과를 보고하거나 새 날짜를 정해 주시기 바랍니다({number}).",
    ),
    Rule.FOLLOW_UP_OPEN: Words(
        en="Say what has become of the decisions ({number}).",
        fr="Rendre compte de la suite donnée aux décisions ({number}).",
        ko="결정 사항의 후속조치 현황을 밝혀 주시기 바랍니다({number}).",
    ),
    Rule.DECISION_OPEN: Words(
        en="Settle the decision, set a new day, or drop it ({number}).",
        fr="Régler la décision, fixer une nouvelle date ou l’abandonner ({number}).",
        ko="결정 사항을 완료하거나 새 기한을 정하거나 중단 여부를 정해 주시기 바랍니다({number}).",
    ),
    Rule.ONE_SIDE_SILENT: Words(
        en="Report on the commitment, or say when a report will come ({number}).",
        fr="Faire rapport sur l’engagement, ou indiquer quand un rapport suivra ({number}).",
        ko="이행 상황을 보고하거나 보고 예정 시기를 알려 주시기 바랍니다({number}).",
    ),
    Rule.NOBODY_REPORTS: Words(
        en="Name who will report on the commitment ({number}).",
        fr="Désigner qui fera rapport sur l’engagement ({number}).",
        ko="보고 주체를 정해 주시기 바랍니다({number}).",
    ),
}
"""What the meeting can decide about it: one line."""


STATES: Final = Words(en="{party}: {stage}", fr="{party} : {stage}", ko="{party}: {stage}")
"""One party's latest stage, inside a sentence."""
