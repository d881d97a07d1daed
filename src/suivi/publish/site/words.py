"""Words of the public site, in every language of the house: plain ones, for citizens."""

from typing import Final

from suivi.plan.words import Words

SITE: Final = Words(en="Public register", fr="Registre public", ko="공개 등록부")
PLANS: Final = Words(en="Plans", fr="Plans", ko="계획")
PLAN: Final = Words(en="The plan", fr="Le plan", ko="계획")
CHANGES: Final = Words(en="What is new", fr="Nouveautés", ko="새로운 내용")
REVIEWS: Final = Words(en="Reviews", fr="Examens", ko="점검 자료")
SOURCES: Final = Words(en="Sources", fr="Sources", ko="출처")
NAMED_MENU: Final = Words(en="What it names", fr="Ce qu’il nomme", ko="명시된 기관·문서")
NAMES: Final = Words(en="Named here:", fr="Ce qui est nommé ici\u00a0:", ko="여기에 명시된 기관·문서:")
DOWNLOADS: Final = Words(en="Downloads", fr="Téléchargements", ko="내려받기")
ABOUT: Final = Words(en="About and contact", fr="À propos et contact", ko="안내·연락처")
MENU: Final = Words(en="Pages of this site", fr="Pages du site", ko="사이트 메뉴")
LANGUAGE: Final = Words(en="Language", fr="Langue", ko="언어")

SUMMARY: Final = Words(en="In plain words", fr="En clair", ko="한눈에 보는 설명")
WHAT: Final = Words(
    en="{parties} agreed this plan on {day}. It makes {total} {total:commitment|commitments}: {initiatives} {initiatives:initiative|initiatives}, each a thing to be "
    "done, and {aims} {aims:aim|aims}, each a direction to work in.",
    fr="{parties} ont convenu de ce plan le {day}. Il compte {total} {total:engagement|engagements}\u00a0: {initiatives} {initiatives:initiative, chose|initiatives, choses} "
    "à faire, et {aims} {aims:objectif, qui donne|objectifs, qui donnent} une direction.",
    ko="이 계획의 당사국은 {parties}이며, 합의일은 {day}입니다. 모두 {total}개 항목으로, 실제로 할 일인 협력 사업 {initiatives}개와 "
    "나아갈 방향인 협력 방향 {aims}개가 있습니다.",
)
SAID: Final = Words(
    en="Each government says for itself what it has done. Commitments with a report by at least one side: {reported} of "
    "{total}. Commitments on which the two accounts differ: {differ}. Nobody's words are changed, and no winner is named.",
    fr="Chaque gouvernement dit lui-même ce qu’il a fait. Engagements qui font l’objet d’un rapport d’au moins une partie\u00a0: "
    "{reported} sur {total}. Engagements sur lesquels les deux comptes rendus divergent\u00a0: {differ}. Les mots de chacun restent "
    "tels quels, et personne n’est départagé.",
    ko="이행 내용은 각 정부가 스스로 밝힙니다. 한쪽 이상이 보고한 항목은 전체 {total}개 중 {reported}개이고, 양측의 설명이 서로 다른 항목은 "
    "{differ}개입니다. 어느 쪽의 말도 고치지 않으며 우열을 가리지 않습니다.",
)
READ_THE_MARK: Final = Words(en="How to read the marks", fr="Comment lire les marques", ko="표시 읽는 법")
LAST_UPDATED: Final = Words(
    en="Last updated on {day} by {party}.",
    fr="Dernière mise à jour le {day} par {party}.",
    ko="최근 갱신: {day}, {party}.",
)
NEVER_UPDATED: Final = Words(
    en="Nothing has been reported yet.", fr="Aucun rapport n’a encore été fait.", ko="아직 보고된 내용이 없습니다."
)
RECORDS: Final = Words(
    en="Public records this page rests on: {count}.",
    fr="Actes publics sur lesquels repose cette page\u00a0: {count}.",
    ko="이 페이지가 근거로 삼는 공개 기록: {count}건.",
)
PILLARS: Final = Words(en="Pillars and commitments", fr="Piliers et engagements", ko="핵심 협력 분야와 항목")
AGREED_WORDS: Final = Words(en="What was agreed", fr="Ce qui a été convenu", ko="합의된 내용")
STANDS: Final = Words(en="What each side says", fr="Ce que dit chaque partie", ko="양측의 설명")
ACTIVITIES: Final = Words(en="Work under this commitment", fr="Travaux menés", ko="진행 중인 활동")
OTHER_LANGUAGES: Final = Words(
    en="The same words in the other texts", fr="Le même passage dans les autres textes", ko="다른 언어본의 같은 대목"
)
BACK: Final = Words(en="All commitments", fr="Tous les engagements", ko="전체 항목")
PREVIOUS: Final = Words(en="Previous", fr="Précédent", ko="이전")
FOLLOWING: Final = Words(en="Next", fr="Suivant", ko="다음")
PROOF: Final = Words(en="Check this", fr="Vérifier", ko="검증")
PROOF_OF: Final = Words(
    en="Proof file: {party}, record {seq}",
    fr="Fichier de preuve\u00a0: {party}, acte {seq}",
    ko="검증 파일: {party}, {seq}번 기록",
)
NEW_REPORT: Final = Words(en="Report", fr="Rapport", ko="보고")
NEW_SOURCE: Final = Words(en="Source cited", fr="Source citée", ko="출처 제시")
NEW_STEP: Final = Words(en="Step", fr="Étape", ko="단계")
NOTHING_NEW: Final = Words(en="Nothing yet.", fr="Rien pour l’instant.", ko="아직 없습니다.")
FEED: Final = Words(en="Follow by feed (Atom)", fr="Suivre par fil (Atom)", ko="피드로 받아 보기(Atom)")
ALL_NEW: Final = Words(
    en="The latest {count} {count:entry|entries}; the whole list is in the downloads.",
    fr="Les plus récentes ({count}); la liste complète figure dans les téléchargements.",
    ko="최근 {count}건입니다. 전체 목록은 내려받기에 있습니다.",
)
REVIEW_OF: Final = Words(en="{first} to {last}", fr="Du {first} au {last}", ko="{first} ~ {last}")
REVIEWS_SAY: Final = Words(
    en="A review for each year of the plan, computed from the public record, beside the year before it.",
    fr="Un examen pour chaque année du plan, calculé d’après les actes publics, en regard de l’année précédente.",
    ko="계획의 매 연차에 대한 점검 자료로, 공개 기록에서 산출하여 전년도와 나란히 실었습니다.",
)
WHOLE_REVIEW: Final = Words(
    en="The whole review, in one file that needs no network",
    fr="L’examen complet, en un seul fichier lisible hors ligne",
    ko="전체 점검 자료(네트워크 없이 볼 수 있는 하나의 파일)",
)
AGREED_MINUTES: Final = Words(
    en="Minutes both sides have sealed", fr="Procès-verbaux scellés par les parties", ko="양측이 봉인한 회의록"
)
CLOSES: Final = Words(
    en="They close the review of {days} by the two governments.",
    fr="Ils closent l’examen mené par les deux gouvernements pour la période suivante\u00a0: {days}.",
    ko="양국 정부의 {days} 점검을 종결합니다.",
)
DECISIONS: Final = Words(en="Decisions", fr="Décisions", ko="결정 사항")
DUE_BY: Final = Words(en="by", fr="d’ici le", ko="기한:")
SO_FAR: Final = Words(en="year under way", fr="année en cours", ko="진행 중인 연차")
SOURCES_SAY: Final = Words(
    en="What the two sides cite, newest first. Press reports are sources; they are nobody’s account.",
    fr="Ce que citent les deux parties, du plus récent au plus ancien. Les articles de presse sont des sources; ils ne sont le "
    "compte rendu de personne.",
    ko="양측이 제시한 출처를 최신순으로 실었습니다. 언론 보도는 출처일 뿐 어느 쪽의 설명도 아닙니다.",
)
DATA: Final = Words(en="Data", fr="Données", ko="데이터")
FORMAT: Final = Words(en="Format", fr="Format", ko="형식")
HOLDS: Final = Words(en="What it holds", fr="Contenu", ko="내용")
SIZE: Final = Words(en="Size (bytes)", fr="Taille (octets)", ko="크기(바이트)")
DICTIONARY: Final = Words(en="Data dictionary", fr="Dictionnaire de données", ko="데이터 사전")
CONTACT: Final = Words(en="Contact", fr="Contact", ko="연락처")
NO_CONTACT: Final = Words(
    en="The publisher of this site has named no contact.",
    fr="L’éditeur de ce site n’a indiqué aucun contact.",
    ko="이 사이트의 게시자가 연락처를 밝히지 않았습니다.",
)
HOW_IT_WORKS: Final = Words(
    en="How this register comes about", fr="D’où vient ce registre", ko="이 등록부가 만들어지는 방식"
)
HOW: Final = Words(
    en="Each government signs its own log of public records and can only add to it. This site prints what those records add "
    "up to: nothing is left out, and nothing comes from anywhere else. A sentence with a “check this” link can be traced "
    "to the signed log by anybody, with the published recipe.",
    fr="Chaque gouvernement signe son propre journal d’actes publics et ne peut qu’y ajouter. Ce site imprime ce que ces actes "
    "donnent ensemble\u00a0: rien n’est omis, et rien ne vient d’ailleurs. Toute phrase accompagnée du lien «\u00a0Vérifier\u00a0» peut être "
    "suivie jusqu’au journal signé par quiconque, d’après la marche à suivre publiée.",
    ko="각 정부는 자국의 공개 기록부에 서명하며, 추가만 할 수 있습니다. 이 사이트는 그 기록을 모두 합한 결과를 그대로 보여 주며, 빠뜨리거나 다른 곳에서 가져온 "
    "내용이 없습니다. ‘검증’ 링크가 있는 문장은 공개된 절차에 따라 누구나 서명된 기록부까지 추적할 수 있습니다.",
)
KEYS: Final = Words(
    en="Fingerprints of the key lists of the public logs",
    fr="Empreintes des listes de clés des journaux publics",
    ko="공개 기록부 키 목록의 지문",
)
WORKING_TITLES: Final = Words(
    en="Titles of commitments are short working titles, not official ones.",
    fr="Les titres des engagements sont des titres de travail, non officiels.",
    ko="항목의 제목은 공식 제목이 아닌 작업용 제목입니다.",
)
CHOOSE: Final = Words(en="Choose a language", fr="Choisissez une langue", ko="언어를 선택하십시오")
