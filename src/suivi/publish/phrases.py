"""Phrases of the printed review: headings, notices and sentences of figures, in every language of the house.

- Figures are filled in where no plural and no gender depends on them; names stand alone, with no particle after them.
- The words of stages, comparisons and modes belong to their rooms and are not said again here.
"""

from typing import Final

from suivi.plan.words import Words

REVIEW: Final = Words(en="Annual review", fr="Examen annuel", ko="연례 점검")
SKIP: Final = Words(en="Skip to the content", fr="Aller au contenu", ko="본문으로 건너뛰기")
PILLAR_OF: Final = Words(
    en="Pillar {number} of {total}", fr="Pilier {number} sur {total}", ko="핵심 협력 분야 {number}/{total}"
)
FULL_REPORT: Final = Words(en="Full report", fr="Rapport complet", ko="상세 보고")

ADOPTED_ON: Final = Words(en="Plan agreed on", fr="Plan convenu le", ko="계획 합의일")
IN_EFFECT: Final = Words(
    en="In effect between the parties since", fr="En vigueur entre les parties depuis", ko="당사국 간 발효"
)
PERIOD: Final = Words(en="Facts stated to have happened", fr="Faits déclarés survenus", ko="점검 대상 기간")
TEXTS: Final = Words(en="Texts", fr="Textes", ko="문안")
AUTHENTIC: Final = Words(en="authentic", fr="fait foi", ko="정본")
NOT_AUTHENTIC: Final = Words(en="not authentic", fr="ne fait pas foi", ko="비정본")
VERSION: Final = Words(en="Version of the plan", fr="Version du plan", ko="계획의 판")
DIGEST: Final = Words(en="Digest of the review", fr="Empreinte de l’examen", ko="점검 자료 해시값")

LEDE: Final = Words(
    en="On {reported} of {total} {total:commitment|commitments} there is a report; on {differ}, the accounts differ.",
    fr="Sur {total} {total:engagement|engagements}, {reported} {reported:fait|font} l’objet d’un rapport; sur {differ}, les rapports divergent.",
    ko="전체 {total}개 항목 가운데 {reported}개에 보고가 있으며, {differ}개는 보고 내용이 서로 다릅니다.",
)
LEDE_NO_REPORT: Final = Words(
    en="There is no report on any of {total} {total:commitment|commitments}.",
    fr="Sur {total} {total:engagement|engagements}, aucun ne fait l’objet d’un rapport.",
    ko="전체 {total}개 항목 가운데 보고가 있는 항목이 없습니다.",
)
LEDE_NONE_APART: Final = Words(
    en="On {reported} of {total} {total:commitment|commitments} there is a report; on none do the accounts differ.",
    fr="Sur {total} {total:engagement|engagements}, {reported} {reported:fait|font} l’objet d’un rapport; les rapports ne divergent sur aucun.",
    ko="전체 {total}개 항목 가운데 {reported}개에 보고가 있으며, 보고 내용이 서로 다른 항목은 없습니다.",
)
SILENCE: Final = Words(
    en="No report does not mean that nothing was done.",
    fr="L’absence de rapport ne veut pas dire que rien n’a été fait.",
    ko="보고가 없다고 하여 이행이 없었다는 뜻은 아닙니다.",
)
UNOFFICIAL: Final = Words(
    en="Titles are short working titles, not official ones; the agreed words stand in the full report.",
    fr="Les titres sont des titres de travail, non officiels; les termes convenus figurent dans le rapport complet.",
    ko="제목은 공식 제목이 아닌 작업용 제목이며, 합의된 문안은 상세 보고에 있습니다.",
)
KEY: Final = Words(
    en="Columns from left to right: {parties}. Full: done; half full: under way; hollow: planned; dot: mentioned; "
    "cross: stopped; dash: no report. Level lintel: accounts agree; tilted: accounts differ; broken: same stage, other "
    "day; filled between: joint account.",
    fr="Colonnes de gauche à droite\u00a0: {parties}. Plein\u00a0: réalisé; à demi\u00a0: en "
    "cours; vide\u00a0: prévu; point\u00a0: mentionné; croix\u00a0: arrêté; trait\u00a0: aucun rapport. Linteau "
    "plat\u00a0: rapports concordants; penché\u00a0: rapports divergents; rompu\u00a0: même stade, autre date; espace "
    "plein\u00a0: compte rendu conjoint.",
    ko="왼쪽부터 차례로: {parties}. 가득 찬 기둥: 완료, 절반: 추진 중, 빈 기둥: 계획, 점: 언급, "
    "가위표: 중단, 선: 보고 없음. 수평 들보: 내용 일치, 기운 들보: 내용 상이, 끊긴 들보: 단계 일치·날짜 상이, "
    "기둥 사이가 채워진 표시: 공동 확인.",
)

ANNOUNCED: Final = Words(en="announced", fr="annoncé", ko="발표")
YEARLY: Final = Words(en="yearly, falls due", fr="chaque année, à échéance", ko="매년, 기한 도래")
DUE: Final = Words(en="falls due", fr="à échéance", ko="기한 도래")
NO_MATTERS: Final = Words(
    en="Nothing is open on the day of this review.",
    fr="Rien n’est en suspens au jour de l’examen.",
    ko="점검일 현재 미결 사항이 없습니다.",
)
NOTHING_AHEAD: Final = Words(
    en="Nothing is due and nothing is announced.",
    fr="Rien n’est à échéance et rien n’est annoncé.",
    ko="예정된 기한이나 일정이 없습니다.",
)
SOURCES_SAY: Final = Words(
    en="This review rests on the logs below, each up to the size given. Whoever holds them can compute it again.",
    fr="Cet examen repose sur les journaux ci-dessous, chacun jusqu’à la taille indiquée. Qui les détient peut le recalculer.",
    ko="이 점검 자료는 아래 기록부를 표시된 크기까지 바탕으로 하였습니다. 같은 기록부가 있으면 다시 계산할 수 있습니다.",
)
ORIGIN: Final = Words(en="Log", fr="Journal", ko="기록부")
SIZE: Final = Words(en="Entries", fr="Inscriptions", ko="기록 수")
ROOT: Final = Words(en="Root", fr="Racine", ko="루트 해시값")

WHOLE_PLAN: Final = Words(en="Whole plan", fr="Ensemble du plan", ko="계획 전체")
ASSESSED: Final = Words(
    en="Assessment by an officer of this party",
    fr="Appréciation d’un fonctionnaire de cette partie",
    ko="당사국 담당관의 평가",
)
ASSESSMENTS: Final = Words(en="Assessments given", fr="Appréciations données", ko="제출된 평가")
ASSESSMENTS_SAY: Final = Words(
    en="How often each side gave each score for the period (scale of the G7 Research Group). Officers give them; none is "
    "computed, and no average is formed.",
    fr="Nombre de fois où chaque partie a donné chaque note pour la période (échelle du Groupe de recherche sur le G7). "
    "Des fonctionnaires les donnent; aucune n’est calculée, et aucune moyenne n’est établie.",
    ko="각 당사국이 대상 기간에 대하여 매긴 점수별 횟수(G7 연구그룹 척도)입니다. 담당관이 직접 매긴 것으로 계산된 값이 아니며 "
    "평균도 내지 않습니다.",
)
SUPPLIED_BY: Final = Words(
    en="Supplied by: {party}; no part of the agreed text",
    fr="Fourni par\u00a0: {party}; ne fait pas partie du texte convenu",
    ko="보충: {party} (합의 문안의 일부가 아님)",
)
AMENDED: Final = Words(en="Amended: version {version}", fr="Modifié\u00a0: version {version}", ko="개정: 제{version}판")
SINCE: Final = Words(en="In the plan since {day}", fr="Dans le plan depuis le {day}", ko="계획 포함 시점: {day}")
SINCE_LATER: Final = Words(
    en="In the plan since {day}, after the closing day: no report was due yet.",
    fr="Dans le plan depuis le {day}, après le jour de clôture\u00a0: aucun rapport n’était encore attendu.",
    ko="계획 포함 시점: {day}(종료일 이후이므로 아직 보고 대상이 아님)",
)
ENDED: Final = Words(en="Ended by an amendment", fr="Terminés par une modification", ko="개정으로 종료된 항목")
ENDED_SAY: Final = Words(
    en="These commitments stood in an earlier version. What was reported on them stays; no figure counts them.",
    fr="Ces engagements figuraient dans une version antérieure. Ce qui en a été rapporté demeure; aucun chiffre ne les compte.",
    ko="이전 판에 있던 항목입니다. 보고된 내용은 그대로 남으며 통계에는 포함되지 않습니다.",
)
ENDED_ON: Final = Words(
    en="Ended on {day}; last in version {version}",
    fr="Terminé le {day}; figurait encore dans la version {version}",
    ko="종료일: {day}(마지막 포함: 제{version}판)",
)
REACHES: Final = Words(en="Last entry", fr="Dernier acte", ko="마지막 기록일")
BEHIND: Final = Words(
    en="The log of {party} reaches {day}, before the closing day: what that side recorded since is not in this review.",
    fr="Le journal de la partie {party} va jusqu’au {day}, avant le jour de clôture\u00a0: ce que cette partie a consigné "
    "depuis ne figure pas dans cet examen.",
    ko="{party} 기록부의 마지막 기록일은 {day}(으)로 종료일 이전입니다. 그 이후의 기록은 이 점검에 포함되지 않았습니다.",
)
NOTHING_HELD: Final = Words(
    en="Nothing of the log of {party} is held: this review rests on the other side alone.",
    fr="Rien du journal de la partie {party} n’est détenu\u00a0: cet examen ne repose que sur l’autre partie.",
    ko="{party} 기록부의 기록이 없어, 이 점검은 다른 당사국의 기록만을 바탕으로 하였습니다.",
)
PILLAR: Final = Words(en="Pillar", fr="Pilier", ko="핵심 협력 분야")
TOTAL: Final = Words(en="Commitments", fr="Engagements", ko="항목 수")
COMMITMENTS: Final = Words(en="Commitments", fr="Engagements", ko="항목")
COMMITMENT: Final = Words(en="Commitment", fr="Engagement", ko="항목")
INITIATIVES: Final = Words(en="Initiatives", fr="Initiatives", ko="협력 사업")
AGREED: Final = Words(en="Agreed words", fr="Termes convenus", ko="합의 문안")
NUMBER: Final = Words(en="No.", fr="N\u00ba", ko="번호")
COMPARED: Final = Words(en="Comparison", fr="Comparaison", ko="비교")
EARLIER: Final = Words(en="Earlier reports", fr="Rapports antérieurs", ko="이전 보고")
BEFORE_CORRECTION: Final = Words(en="Before the correction", fr="Avant la correction", ko="정정 전")
CORRECTED_AT: Final = Words(en="corrected", fr="corrigé", ko="정정")
WITHDRAWN: Final = Words(en="withdrawn by its party", fr="retiré par la partie", ko="당사국 철회")
RECORDED_LATER: Final = Words(
    en="recorded later, after {days}\u00a0d", fr="consigné après coup, {days}\u00a0j après", ko="사후 기록({days}일 후)"
)
BACKGROUND: Final = Words(
    en="background: before the plan was agreed",
    fr="contexte\u00a0: avant que le plan soit convenu",
    ko="배경: 계획 합의 이전",
)
EVIDENCE: Final = Words(en="Evidence", fr="Pièces justificatives", ko="근거 자료")
EVIDENCE_ON_PLAN: Final = Words(
    en="Evidence on the plan as a whole",
    fr="Pièces justificatives sur l’ensemble du plan",
    ko="계획 전체에 관한 근거 자료",
)
CITED_BY: Final = Words(en="cited by: {party}", fr="citée par\u00a0: {party}", ko="제시: {party}")
PUBLISHED: Final = Words(en="published", fr="publiée le", ko="게시일")
FACT_OF: Final = Words(en="on a fact of", fr="sur un fait du", ko="사실의 날짜")
EVIDENCE_WITHDRAWN: Final = Words(
    en="withdrawn by the party that cited it", fr="retirée par la partie qui l’a citée", ko="제시한 당사국이 철회"
)
ACTED: Final = Words(en="acting:", fr="a agi\u00a0:", ko="담당:")
NO_NAME: Final = Words(en="no name on that day", fr="aucun nom à cette date", ko="해당 날짜의 명칭 없음")
IN_PERIOD: Final = Words(en="In the period: {move}", fr="Pendant la période\u00a0: {move}", ko="기간 중: {move}")
RECORDED: Final = Words(en="recorded", fr="consigné", ko="기록")
NEXT: Final = Words(en="Next", fr="Suite prévue", ko="향후 계획")
STANDS_AT: Final = Words(en="Where it stands", fr="État d’avancement", ko="진행 상황")
NEXT_STEP: Final = Words(en="Next step", fr="Prochaine étape", ko="다음 단계")
HINDERED: Final = Words(en="Late or stuck", fr="En retard ou bloqué", ko="지연 또는 중단 요인")
REASON: Final = Words(en="Reason", fr="Motif", ko="사유")
NEW_DAY: Final = Words(en="A new day is asked for", fr="Nouvelle date demandée", ko="기한 변경 요청")
STEP_DUE: Final = Words(en="step announced", fr="étape annoncée", ko="예정된 단계")
ALSO_AT: Final = Words(en="Also stands as", fr="Figure aussi sous", ko="같은 문안의 위치")
BY: Final = Words(en="By", fr="Par", ko="주체")
ASKED: Final = Words(en="What the review wants to know", fr="Ce que l’examen veut savoir", ko="점검에서 확인하는 사항")
NOT_TOLD: Final = Words(
    en="nothing on record for the period", fr="rien au registre pour la période", ko="기간 중 기록 없음"
)
JOINT: Final = Words(en="jointly", fr="conjointement", ko="공동")
DEMONSTRATION: Final = Words(
    en="Demonstration: the clock is simulated, and the accounts were written for it from public pages; they are not official and bind nobody.",
    fr="Démonstration\u00a0: l’horloge est simulée, et les comptes rendus ont été rédigés à partir de pages publiques; ils ne sont pas officiels et n’engagent personne.",
    ko="시연: 시계는 가상이며, 설명은 공개된 자료를 바탕으로 시연용으로 작성한 것으로, 공식 입장이 아니며 누구도 구속하지 않습니다.",
)
SIMULATED: Final = Words(
    en="Demonstration, simulated clock", fr="Démonstration, horloge simulée", ko="시연용, 가상 시계"
)
"""What the edge of every page of a demonstration says; `DEMONSTRATION` says it at its head."""
