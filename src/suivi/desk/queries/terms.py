"""The words lists and pages use for codes: kinds of commitment, kinds of record, reasons, recurrences."""

from typing import Final

from suivi.desk.pages import Term
from suivi.modes import MODES, NAMES
from suivi.plan.plan import ProvisionKind
from suivi.plan.when import Recurrence
from suivi.plan.words import Words
from suivi.record.assessments import SCORES
from suivi.record.reports import HINDRANCES, STAGES, Hindrance, Stage
from suivi.register.reports import COMPARISONS, Comparison

KIND_WORDS: Final = {
    ProvisionKind.AIM: Words("aim", "objectif", "협력 방향"),
    ProvisionKind.INITIATIVE: Words("initiative", "initiative", "협력 사업"),
}
NO_NAME: Final = Words("no name on that day", "aucun nom à cette date", "해당 날짜의 명칭 없음")
ROLES: Final = {
    "leads": Words("leads", "responsable", "주관"),
    "supports": Words("supports", "en appui", "협조"),
}
REASONS: Final = {
    "entered-in-error": Words("entered in error", "saisi par erreur", "착오로 입력"),
    "sent-too-early": Words("sent too early", "communiqué trop tôt", "너무 이른 전달"),
    "replaced": Words("replaced by another report", "remplacé par un autre rapport", "다른 보고로 대체"),
    "other": Words("another reason", "autre motif", "그 밖의 사유"),
}
RECORD_WORDS: Final = {
    "charter": Words("charter of the channel", "charte du canal", "채널 운영 약정"),
    "plan.adopted": Words("adoption of the plan", "adoption du plan", "행동계획 채택"),
    "plan.amended": Words("amendment of the plan", "modification du plan", "행동계획 개정"),
    "activity.opened": Words("opening of an activity", "ouverture d’une activité", "활동 등록"),
    "step.taken": Words("step", "étape", "단계"),
    "minutes.agreed": Words("minutes", "procès-verbal", "회의록"),
    "decision.reported": Words("follow-up of a decision", "suivi d’une décision", "결정 사항 후속조치"),
    "report.filed": Words("report", "rapport", "이행 보고"),
    "report.assessed": Words("assessment", "appréciation", "평가"),
    "plan.described": Words("what a party supplies about the plan", "précisions sur le plan", "행동계획 보충 설명"),
    "plan.named": Words("what the plan names", "ce que le plan nomme", "행동계획에 명시된 기관·문서"),
    "evidence.attached": Words("evidence", "pièce justificative", "근거 자료"),
    "body.named": Words("name of a body", "nom d’un organe", "기관 명칭"),
    "joint.proposed": Words("proposal of a joint text", "proposition de texte commun", "공동 문안 제안"),
    "joint.concurred": Words("concurrence", "accord", "합의"),
    "joint.declined": Words("refusal of a joint text", "refus d’un texte commun", "공동 문안 거부"),
    "joint.withdrew": Words("withdrawal from a joint text", "retrait d’un texte commun", "공동 문안 철회"),
    "joint.sealed": Words("seal", "scellement", "봉인"),
    "channel.receipt": Words("receipt", "accusé de réception", "수령 확인"),
    "channel.set-aside": Words("notice that an entry was set aside", "avis de mise de côté", "보류 통지"),
    "change.corrected": Words("correction", "correction", "정정"),
    "change.withdrawn": Words("withdrawal of a record", "retrait d’un acte", "기록 철회"),
    "home.approved": Words("approval", "approbation", "승인"),
    "home.released": Words("release", "communication", "공개·전달"),
    "home.looked-through": Words("look at the whole review", "examen d’ensemble", "점검 보고서 전체 검토"),
    "home.mandated": Words("enrolment of an officer", "inscription d’un agent", "담당관 등록"),
    "change.remarked": Words("another marking", "nouveau marquage", "표시 변경"),
    "change.destroy-asked": Words("request to destroy", "demande de destruction", "파기 요청"),
    "change.destroyed": Words("attestation of destruction", "attestation de destruction", "파기 확인"),
    "channel.consented": Words("consent to onward release", "consentement à la communication", "재전달 동의"),
    "channel.closed": Words("farewell: our log ends", "adieu : fin de notre journal", "종료: 우리 기록부의 끝"),
}
ACT_WORDS: Final = {
    "mandate-given": Words("mandate given", "mandat donné", "권한 부여"),
    "mandate-ended": Words("mandate ended", "mandat terminé", "권한 종료"),
    "absence-noted": Words("absence noted", "absence notée", "부재 등록"),
    "absence-ended": Words("return from absence", "retour d’absence", "부재 종료"),
    "handed-over": Words("file handed over", "dossier transmis", "업무 인계"),
    "internal-approved": Words("internal account approved", "compte rendu interne approuvé", "내부 보고 승인"),
    "internal-passed": Words(
        "internal account: step approved", "compte rendu interne\u00a0: étape approuvée", "내부 보고 단계 승인"
    ),
    "let-go": Words("officer left", "départ d’un agent", "담당관 퇴직"),
    "password-renewed": Words("password renewed", "mot de passe renouvelé", "비밀번호 재설정"),
    "second-factor-ended": Words("second factor ended", "second facteur supprimé", "2단계 인증 해제"),
    "identity-linked": Words("account linked", "compte lié", "계정 연결"),
    "identity-unlinked": Words("link of an account ended", "lien de compte rompu", "계정 연결 해제"),
    "clearance-set": Words("clearance set", "habilitation fixée", "열람 한도 설정"),
    "keys-accepted": Words("key list put in force", "liste de clés mise en vigueur", "키 목록 발효"),
    "partner-accepted": Words("keys of the partner accepted", "clés du partenaire acceptées", "상대국 키 수락"),
    "nightly-backup-planned": Words("nightly backup set", "sauvegarde de nuit réglée", "야간 백업 설정"),
    "public-copies-named": Words(
        "copies of the public log named", "copies du journal public désignées", "공개 기록부 사본 지정"
    ),
    "backup-tried": Words("backup tried", "sauvegarde essayée", "백업 시험"),
    "body-placed": Words("body put in its place", "organe rattaché", "기관 소속 지정"),
    "body-place-ended": Words("place of a body ended", "rattachement d’un organe terminé", "기관 소속 종료"),
    "calendar-opened": Words(
        "private calendar address made", "adresse de calendrier privée créée", "비공개 달력 주소 생성"
    ),
    "calendar-closed": Words(
        "private calendar address ended", "adresse de calendrier privée supprimée", "비공개 달력 주소 종료"
    ),
    "exported": Words("file taken out", "fichier exporté", "파일 내보내기"),
    "discarded": Words("release discarded", "communication abandonnée", "전달 폐기"),
    "return-asked": Words("report asked for", "rapport demandé", "보고 요청"),
    "return-handed-in": Words("report handed in", "rapport remis", "보고 제출"),
    "return-passed": Words("step of approval passed", "étape d’approbation franchie", "승인 단계 통과"),
    "return-sent-back": Words("report sent back with remarks", "rapport renvoyé avec remarques", "보고 반려"),
    "return-dropped": Words("report no longer asked for", "demande de rapport abandonnée", "보고 요청 취소"),
    "workbook-taken": Words("workbook taken over", "classeur repris", "통합 문서 반영"),
    "evidence-kept": Words("evidence kept", "pièce justificative conservée", "근거 자료 보관"),
    "evidence-dropped": Words("evidence taken away", "pièce justificative retirée", "근거 자료 삭제"),
}
"""Acts that are no record of their own, by code."""
FIELD_WORDS: Final = {
    "officer": Words("officer", "agent", "담당관"),
    "author": Words("author", "auteur", "작성자"),
    "approvers": Words("approved by", "approuvé par", "승인자"),
    "seen": Words("words read", "texte lu", "읽은 문안"),
    "place": Words("step", "étape", "단계"),
    "folder": Words("folder", "dossier", "폴더"),
    "folders": Words("folders", "dossiers", "폴더"),
    "en": Words("in English", "en anglais", "영어"),
    "fr": Words("in French", "en français", "프랑스어"),
    "ko": Words("in Korean", "en coréen", "한국어"),
    "role": Words("role", "rôle", "역할"),
    "plan": Words("plan", "plan", "행동계획"),
    "provision": Words("commitment", "engagement", "항목"),
    "body": Words("body", "organe", "기관"),
    "from_on": Words("from", "du", "시작일"),
    "until_on": Words("until", "au", "종료일"),
    "account": Words("account", "compte", "계정"),
    "clearance": Words("clearance", "habilitation", "열람 한도"),
    "part_of": Words("part of", "relève de", "소속"),
    "deputy": Words("deputy", "remplaçant", "대행자"),
    "to": Words("to", "à", "인수자"),
    "mandates": Words("mandates", "mandats", "권한"),
    "drafts": Words("readings and returns", "lectures et rapports", "문안 분석 및 보고"),
    "workbooks": Words("workbooks", "classeurs", "통합 문서"),
    "views": Words("views", "vues", "저장된 보기"),
    "steps": Words("steps of approval", "étapes d’approbation", "승인 단계"),
    "ticket": Words("ticket", "dossier de communication", "전달 건"),
    "what": Words("what", "objet", "대상"),
    "file": Words("file", "fichier", "파일"),
    "channel": Words("channel", "canal", "채널"),
    "party": Words("party", "partie", "당사국"),
    "fingerprint": Words("fingerprint", "empreinte", "지문"),
    "return": Words("return no.", "rapport nº", "보고 번호"),
    "turn": Words("handed in, times", "nombre de remises", "제출 횟수"),
    "of": Words("of", "auprès de", "대상"),
    "commitments": Words("commitments", "engagements", "항목"),
    "due_on": Words("by", "d’ici le", "기한"),
    "rows": Words("rows", "lignes", "행 수"),
    "handed_in": Words("handed in", "remis", "제출"),
    "digest": Words("SHA-256", "SHA-256", "SHA-256"),
}
"""What an act is about, by the name of the field."""
YEARLY: Final = Words("every year", "chaque année", "매년")
REGULAR: Final = Words("regularly", "régulièrement", "정기적")
OFTEN: Final = {
    "FREQ=YEARLY": YEARLY,
    "FREQ=MONTHLY": Words("every month", "chaque mois", "매월"),
    "FREQ=MONTHLY;INTERVAL=3": Words("every quarter", "chaque trimestre", "매분기"),
    "FREQ=MONTHLY;INTERVAL=6": Words("every half-year", "chaque semestre", "반기마다"),
    "FREQ=YEARLY;INTERVAL=2": Words("every two years", "tous les deux ans", "2년마다"),
}


def stage_term(stage: Stage) -> Term:
    """A stage of a report."""
    return Term(stage.value, STAGES[stage])


def hindrance_term(hindrance: Hindrance) -> Term:
    """Why a matter is late or stuck."""
    return Term(hindrance.value, HINDRANCES[hindrance])


def state_term(state: str) -> Term:
    """A state of some mode, said by a report; one no mode has keeps its code."""
    words = (mode.words[state] for mode in MODES.values() if state in mode.words)
    return Term(state, next(words, Words(state, state, state)))


def comparison_term(comparison: Comparison) -> Term:
    """How the accounts compare."""
    return Term(comparison.value, COMPARISONS[comparison])


def mode_term(mode: str) -> Term:
    """A kind of cooperation; one this house has no word for keeps its code."""
    return Term(mode, NAMES.get(mode, Words(mode, mode, mode)))


def kind_term(kind: ProvisionKind) -> Term:
    """Aim or initiative."""
    return Term(kind.value, KIND_WORDS[kind])


def record_term(type: str) -> Term:
    """A kind of record; one this house has no word for keeps its code."""
    return Term(type, RECORD_WORDS.get(type, Words(type, type, type)))


def recurrence_words(recurrence: Recurrence | None) -> Words | None:
    """How often, in words; a rule without words of its own is shown as it stands."""
    if recurrence is None:
        return None
    if recurrence.rule is None:
        return REGULAR
    return OFTEN.get(recurrence.rule, Words(recurrence.rule, recurrence.rule, recurrence.rule))


def score_terms() -> tuple[Term, ...]:
    """The scores of an assessment with their words, from lowest to highest."""
    return tuple(Term(str(score), words) for score, words in SCORES.items())
