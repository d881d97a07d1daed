"""Phrases of the papers: headings and sentences of the brief, the agenda, the minutes and the comparison of years."""

from typing import Final

from suivi.plan.words import Words

REPORT: Final = Words(en="Full report", fr="Rapport complet", ko="상세 보고서")
PILLARS: Final = Words(en="Pillar by pillar, one page each", fr="Un pilier par page", ko="분야별 1쪽 요약")
BRIEF: Final = Words(en="Brief for ministers", fr="Note aux ministres", ko="장관 보고")
AGENDA: Final = Words(en="Annotated agenda", fr="Ordre du jour annoté", ko="주석 의제")
MINUTES: Final = Words(en="Draft joint minutes", fr="Projet de procès-verbal conjoint", ko="공동 회의록(안)")
COMPARISON: Final = Words(en="From year to year", fr="D’une année à l’autre", ko="연도별 비교")
SCORECARD: Final = Words(en="Scorecard", fr="Tableau de suivi", ko="이행 점검표")

MISSING: Final = Words(en="What is missing", fr="Ce qui manque", ko="미제출 보고 목록")
MISSING_SAY: Final = Words(
    en="Commitments of which a side has stated no fact of the period. Silence is not inaction: this list asks, before the "
    "meeting, for a report or for the day on which one will come.",
    fr="Engagements pour lesquels une partie n’a déclaré aucun fait de la période. Le silence n’est pas l’inaction\u00a0: cette "
    "liste demande, avant la réunion, un rapport ou la date à laquelle il viendra.",
    ko="대상 기간의 사실에 관한 보고가 없는 항목입니다. 보고가 없다고 이행이 없었다는 뜻은 아닙니다. 회의 전에 보고하시거나 보고 예정일을 알려 주시기 바랍니다.",
)
MISSING_FROM: Final = Words(en="Asked of: {party}", fr="Demandé à\u00a0: {party}", ko="요청 대상: {party}")
NOTHING_MISSING: Final = Words(
    en="A fact of the period is on record for every commitment.",
    fr="Un fait de la période est consigné pour chaque engagement.",
    ko="모든 항목에 대상 기간의 보고가 있습니다.",
)
LAST_REPORT: Final = Words(en="Last fact stated", fr="Dernier fait déclaré", ko="최근 보고된 사실의 날짜")
ANSWER: Final = Words(en="Who reports, by when", fr="Qui fait rapport, et quand", ko="보고 담당·예정일")

CONTENTS: Final = Words(en="Contents", fr="Table des matières", ko="차례")
PAGE_OF: Final = Words(en="Page {page} of {pages}", fr="Page {page} de {pages}", ko="{pages}쪽 중 {page}쪽")
PERIOD_OF: Final = Words(en="Facts stated for {days}", fr="Faits déclarés\u00a0: {days}", ko="점검 대상 기간: {days}")
STANDS_BY_PILLAR: Final = Words(
    en="How the plan stands, by pillar", fr="État du plan, par pilier", ko="핵심 협력 분야별 이행 현황"
)
HOW_ACCOUNTS_COMPARE: Final = Words(
    en="How the accounts compare, by pillar", fr="Concordance des rapports, par pilier", ko="분야별 보고 내용 비교"
)
REPORTED: Final = Words(en="Reported: {party}", fr="Rapports\u00a0: {party}", ko="보고: {party}")
AND_MORE: Final = Words(
    en="And {count} more in the full report.",
    fr="Et {count} de plus dans le rapport complet.",
    ko="그 밖의 {count}건은 상세 보고서 참조.",
)
MOVE: Final = Words(en="In the period", fr="Pendant la période", ko="기간 중 변화")
SLIPPAGE: Final = Words(en="Dates promised and met", fr="Dates annoncées et tenues", ko="약속한 일자와 이행")
FIRST_PROMISED: Final = Words(en="First promised", fr="D’abord annoncé", ko="최초 예정일")
LAST_PROMISED: Final = Words(en="Last promised", fr="Dernière annonce", ko="최종 예정일")
DONE_ON: Final = Words(en="Done", fr="Réalisé", ko="완료일")
SLIPPED_BY: Final = Words(en="Days", fr="Jours", ko="일수")
NO_PROMISES: Final = Words(
    en="No account promises a day.", fr="Aucun rapport n’annonce de date.", ko="예정일을 밝힌 보고가 없습니다."
)
PARTY: Final = Words(en="Party", fr="Partie", ko="당사국")
BODY: Final = Words(en="Body", fr="Organe", ko="기관")
REPORTS: Final = Words(en="Reports", fr="Rapports", ko="보고 수")
DAYS_TO_RECORD: Final = Words(
    en="Days from the fact to the record, median",
    fr="Jours du fait à l’inscription, médiane",
    ko="사실 발생 후 기록까지의 일수(중앙값)",
)
BUILDS_ON: Final = Words(en="What the parties build on", fr="Ce sur quoi les parties s’appuient", ko="합의의 배경")
SEALED: Final = Words(en="Sealed: {party}", fr="Scellé\u00a0: {party}", ko="봉인: {party}")
COMPARED_AS: Final = Words(en="The two accounts", fr="Les deux rapports", ko="양측 보고")
MATTER: Final = Words(en="Matter", fr="Point", ko="논의 사항")
WHY: Final = Words(en="Why", fr="Pourquoi", ko="사유")
DECISION_SOUGHT: Final = Words(en="Decision sought", fr="Décision attendue", ko="요청 사항")
WHO: Final = Words(en="Who acts", fr="Qui agit", ko="담당")
MARK: Final = Words(en="Mark", fr="Signe", ko="표시")
STATE: Final = Words(en="State", fr="État", ko="상태")
STEPS: Final = Words(en="Steps", fr="Étapes", ko="진행 단계")

OPENING: Final = Words(
    en="Opening and adoption of the agenda", fr="Ouverture et adoption de l’ordre du jour", ko="개회 및 의제 채택"
)
OPENING_NOTE: Final = Words(
    en="The heads of delegation introduce their delegations. The meeting adopts this agenda or amends it.",
    fr="Les chefs de délégation présentent leur délégation. La réunion adopte l’ordre du jour ou le modifie.",
    ko="양측 수석대표가 대표단을 소개하고, 본 의제를 채택하거나 수정합니다.",
)
STANDING_NOTE: Final = Words(
    en="Each side may comment. The figures rest on what both sides have put on record and are the same in each capital.",
    fr="Chaque partie peut commenter. Les chiffres reposent sur ce que les parties ont consigné et sont les mêmes dans"
    " chaque capitale.",
    ko="양측이 의견을 제시할 수 있습니다. 통계는 양측의 기록에 근거하며 양측 수도에서 동일합니다.",
)
MATTERS_NOTE: Final = Words(
    en="Each line was found by a named rule, which is explained beside it; no rule weighs one account against another.",
    fr="Chaque ligne découle d’une règle nommée, expliquée en regard; aucune règle ne départage les rapports.",
    ko="각 항목은 이름이 정해진 규칙에 따라 선정되었으며 그 사유를 함께 적었습니다. 어느 한쪽의 보고를 우선하는 규칙은 없습니다.",
)
BY_PILLAR_NOTE: Final = Words(
    en="The page of each pillar is the basis of discussion. The commitments below moved in the period.",
    fr="La page de chaque pilier sert de base à la discussion. Les engagements ci-dessous ont évolué pendant la période.",
    ko="분야별 요약을 토대로 논의합니다. 아래는 기간 중 변화가 있었던 항목입니다.",
)
NOTHING_MOVED: Final = Words(
    en="No commitment of this pillar moved in the period.",
    fr="Aucun engagement de ce pilier n’a évolué pendant la période.",
    ko="기간 중 변화가 있었던 항목이 없습니다.",
)
MINUTES_ITEM: Final = Words(en="Joint minutes", fr="Procès-verbal conjoint", ko="공동 회의록")
MINUTES_NOTE: Final = Words(
    en="The meeting settles the draft joint minutes. Once both sides have sealed them, this review is closed.",
    fr="La réunion arrête le projet de procès-verbal. Une fois celui-ci scellé par les parties, l’examen est clos.",
    ko="공동 회의록(안)을 확정합니다. 양측이 봉인하면 이번 점검이 종결됩니다.",
)
CLOSING: Final = Words(en="Any other business and closing", fr="Questions diverses et clôture", ko="기타 사항 및 폐회")
CLOSING_NOTE: Final = Words(
    en="The meeting sets the date and place of the next review.",
    fr="La réunion fixe la date et le lieu du prochain examen.",
    ko="차기 점검의 일자와 장소를 정합니다.",
)

DRAFT_NOTE: Final = Words(
    en="Draft. What stands between brackets is for the two sides to fill in; nothing here binds until both have sealed it.",
    fr="Projet. Les passages entre crochets sont à remplir par les parties; rien n’engage avant le scellement par chacune.",
    ko="초안입니다. 괄호로 표시한 부분은 양측이 작성하며, 양측이 봉인하기 전에는 구속력이 없습니다.",
)
PLACE_AND_DAY: Final = Words(en="Place and date", fr="Lieu et date", ko="장소 및 일자")
DELEGATION: Final = Words(en="Delegation: {party}", fr="Délégation\u00a0: {party}", ko="대표단: {party}")
TO_FILL: Final = Words(en="[to be completed]", fr="[à compléter]", ko="[작성 필요]")
NOTED: Final = Words(en="The officials noted", fr="Les responsables ont pris acte", ko="확인 사항")
DECIDED: Final = Words(en="They decided", fr="Ils ont décidé", ko="결정 사항")
REVIEWED: Final = Words(
    en="The officials reviewed the plan as it stood on {day}.",
    fr="Les responsables ont examiné l’état du plan au {day}.",
    ko="{day} 현재의 계획 이행 현황을 점검하였습니다.",
)
NAMES_DATA: Final = Words(
    en="These minutes refer to the review data with the digest below. Both sides computed it alike.",
    fr="Le présent procès-verbal renvoie aux données d’examen dont l’empreinte figure ci-dessous. Les parties les ont"
    " calculées à l’identique.",
    ko="본 회의록은 아래 해시값의 점검 자료를 대상으로 합니다. 양측이 동일하게 산출하였습니다.",
)
NEXT_REVIEW: Final = Words(en="Next review", fr="Prochain examen", ko="차기 점검")
SIGNED_BY: Final = Words(en="For: {party}", fr="Pour\u00a0: {party}", ko="서명: {party}")

YEAR_ON_YEAR: Final = Words(
    en="Two periods side by side: what moved in each, what slipped and by how much, which bodies report.",
    fr="Deux périodes en regard\u00a0: ce qui a évolué, ce qui a été retardé et de combien, quels organes font rapport.",
    ko="두 기간의 비교: 변화한 항목, 지연된 항목과 일수, 보고하는 기관.",
)
MOVES_BY_PARTY: Final = Words(
    en="What became of the commitments", fr="Ce que sont devenus les engagements", ko="항목별 변화"
)
WHAT_CHANGED: Final = Words(
    en="Commitments that stand otherwise", fr="Engagements dont l’état a changé", ko="상태가 달라진 항목"
)
BODIES_REPORT: Final = Words(en="Which bodies report", fr="Quels organes font rapport", ko="기관별 보고")
NO_BODIES: Final = Words(
    en="No report names a body.", fr="Aucun rapport ne nomme un organe.", ko="기관을 밝힌 보고가 없습니다."
)
NOTHING_CHANGED: Final = Words(
    en="Every commitment stands as it stood.", fr="Aucun état n’a changé.", ko="모든 항목의 상태가 같습니다."
)
NO_DATE_MOVED: Final = Words(
    en="No date promised in the earlier period was moved or met since.",
    fr="Aucune date annoncée pendant la première période n’a depuis été déplacée ou tenue.",
    ko="앞선 기간에 밝힌 예정일 가운데 이후 변경되거나 이행된 것이 없습니다.",
)
PROMISED_BEFORE: Final = Words(en="Promised then", fr="Annoncé alors", ko="당시 예정일")
PROMISED_NOW: Final = Words(en="Promised now", fr="Annoncé depuis", ko="현재 예정일")
