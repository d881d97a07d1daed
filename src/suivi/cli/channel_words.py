"""What `suivi channel show` says of a channel, in the three languages; codes, logs and keys stay as they are."""

from typing import Final

from suivi.cli.refusals import spoken
from suivi.plan.words import Words

NONE_OPEN: Final = Words(
    "No channel is open. Open one with: suivi init-channel",
    "Aucun canal n’est ouvert. Pour en ouvrir un : suivi init-channel",
    "열린 채널이 없습니다. 채널을 열려면 suivi init-channel을 실행하십시오.",
)
NAMED: Final = Words(
    "Channel {channel}, at most {ceiling}.",
    "Canal {channel}, au plus {ceiling}.",
    "채널: {channel}. 표시 등급 상한: {ceiling}.",
)
NOT_WHOLE: Final = Words(
    "What it holds is shown to whoever is cleared for all it may carry.",
    "Son contenu n’est montré qu’à qui est habilité pour tout ce qu’il peut transporter.",
    "채널의 내용은 채널이 담을 수 있는 모든 등급에 열람 권한이 있는 사람에게만 표시됩니다.",
)
SUSPENDED: Final = Words(
    "SUSPENDED: two histories were proven; see suivi evidence. Reading goes on; nothing is taken in or released here. "
    "Call the partner; the way on is a successor channel.",
    "SUSPENDU : deux histoires contradictoires ont été prouvées; voir suivi evidence. La lecture reste possible; rien "
    "n’est reçu ni communiqué ici. Appelez le partenaire; la suite passe par un canal successeur.",
    "중단됨: 서로 다른 두 이력이 입증되었습니다. suivi evidence에서 확인하십시오. 열람은 계속할 수 있으나 이 채널에서는 "
    "접수와 전달을 할 수 없습니다. 상대국에 연락하십시오. 후속 채널을 열어야 계속할 수 있습니다.",
)
RESTORED: Final = Words(
    "RESTORED FROM A BACKUP: nothing is signed before this node is compared with the copy held by {parties}: suivi reconcile",
    "RESTAURÉ D’UNE SAUVEGARDE : rien n’est signé avant la comparaison avec la copie détenue par {parties} : suivi reconcile",
    "백업에서 복원됨: 다음 상대가 보유한 사본과 비교하기 전에는 서명하지 않습니다({parties}). suivi reconcile을 실행하십시오.",
)
SUCCEEDED: Final = Words(
    "SUCCEEDED by {channel}: what both sides agreed on here counts for ever and is shown there; nothing more is put in here.",
    "REMPLACÉ par {channel} : ce qui a été reconnu ici de part et d’autre compte pour toujours et se trouve là; plus rien "
    "n’est inscrit ici.",
    "승계됨: {channel}. 양측이 이 채널에서 인정한 내용은 계속 효력을 가지며 후속 채널에 표시됩니다. 이 채널에는 더 이상 기록하지 않습니다.",
)
DISOWNED: Final = Words(
    "disowned: entry {seq} of {log} stands above the last one agreed on [{code}]",
    "non reconnue : l’inscription {seq} de {log} se trouve au-delà de la dernière reconnue [{code}]",
    "불인정: {log}의 {seq}번 기록은 양측이 인정한 마지막 기록 뒤에 있습니다 [{code}]",
)
MORE_DISOWNED: Final = Words(
    "earlier entries disowned as well: {number}",
    "inscriptions antérieures non reconnues également : {number}",
    "그 밖의 이전 불인정 기록: {number}건",
)
CLOSED: Final = Words(
    "CLOSED by {party} with entry {seq} [{reason}].",
    "FERMÉ par {party} avec l’inscription {seq} [{reason}].",
    "폐쇄됨: {party}, 기록 {seq} [{reason}].",
)
ACKNOWLEDGED: Final = Words(
    "acknowledged: {part} of {whole}",
    "accusé réception : {part} sur {whole}",
    "수령 확인: {whole}건 중 {part}건",
)
OLDEST: Final = Words(
    "the oldest without a receipt has waited (days): {days} [receipt.missing]",
    "la plus ancienne sans accusé de réception attend depuis (jours) : {days} [receipt.missing]",
    "수령 확인이 없는 가장 오래된 기록의 대기 일수: {days} [receipt.missing]",
)
SIGN_OF_LIFE: Final = Words("sign of life: {state}{at}", "signe de vie : {state}{at}", "최근 확인: {state}{at}")
FRESHNESS: Final = {
    "fresh": Words("fresh", "récent", "최신"),
    "stale": Words(
        "older than the charter allows [channel.stale]",
        "plus ancien que ne l’admet la charte [channel.stale]",
        "운영 약정이 허용하는 기간을 넘김 [channel.stale]",
    ),
    "none": Words(
        "none yet [channel.no-freshness]", "aucun encore [channel.no-freshness]", "아직 없음 [channel.no-freshness]"
    ),
    "ahead": Words(
        "dated in the future [time.future]", "daté dans l’avenir [time.future]", "미래 시각으로 표시됨 [time.future]"
    ),
}
PUBLISHES_AT: Final = Words("publishes at {address}", "publie à l’adresse {address}", "게시 주소: {address}")
KEY_LIST: Final = Words(
    "key list {number} of {issued}; fingerprint of the first: {fingerprint}",
    "liste de clés {number} du {issued}; empreinte de la première : {fingerprint}",
    "키 목록 {number}({issued}), 첫 목록의 지문: {fingerprint}",
)
ROOTS: Final = Words(
    "root keys: {roots}, of which {threshold} have to sign",
    "clés racines : {roots}, dont {threshold} doivent signer",
    "루트 키: {roots}개 중 {threshold}개의 서명 필요",
)
KEY_ON: Final = Words(
    "{role} {key}… from size {begins} on",
    "{role} {key}… à partir de la taille {begins}",
    "{role} {key}… 크기 {begins}부터",
)
KEY_UNTIL: Final = Words(
    "{role} {key}… from size {begins} to {until}, then no more",
    "{role} {key}… de la taille {begins} à {until}, puis plus aucune",
    "{role} {key}… 크기 {begins}부터 {until}까지, 이후 사용 안 함",
)
ROLES: Final = {
    "log": Words("log key", "clé du journal", "기록부 키"),
    "receipt": Words("receipt key", "clé des accusés de réception", "수령 확인 키"),
}
PULLED: Final = Words(
    "Last pull from {party}: {at} UTC, {how}; next: {due} UTC.",
    "Dernière collecte chez {party} : {at} UTC, {how}; prochaine : {due} UTC.",
    "{party}에서 마지막으로 가져온 시각: {at} UTC, {how}. 다음: {due} UTC.",
)
WELL: Final = Words("it went well", "tout s’est bien passé", "정상")
SET_ASIDE: Final = Words(
    "Set aside: entry {seq} of {log}: {why} [{code}]",
    "Mise de côté : inscription {seq} de {log} : {why} [{code}]",
    "보류: {log} 기록 {seq}: {why} [{code}]",
)
MORE_ASIDE: Final = Words(
    "Set aside as well, earlier entries: {number}.",
    "Également mises de côté, inscriptions antérieures : {number}.",
    "이전 기록 중 보류된 것: {number}건.",
)
FLAGGED: Final = Words(
    "To be looked at: entry {seq} of {log}: {why} [{code}]",
    "À examiner : inscription {seq} de {log} : {why} [{code}]",
    "확인 필요: {log} 기록 {seq}: {why} [{code}]",
)
MORE_FLAGS: Final = Words(
    "Not shown, earlier warnings: {number}.",
    "Non affichés, avertissements antérieurs : {number}.",
    "표시하지 않은 이전 경고: {number}건.",
)
WAITING: Final = Words(
    "Waiting for an earlier entry or an attachment: {number}.",
    "En attente d’une inscription antérieure ou d’une pièce jointe : {number}.",
    "이전 기록이나 첨부 파일을 기다리는 기록: {number}건.",
)
TO_DESTROY: Final = Words(
    "To be destroyed: entry {seq} of {party} [{reason}]: {held}; attested by: {attested}.",
    "À détruire : inscription {seq} de {party} [{reason}] : {held}; attestée par : {attested}.",
    "파기 대상: {party} 기록 {seq} [{reason}]: {held}, 파기 증명: {attested}.",
)
STILL_HELD: Final = Words("STILL HELD HERE", "ENCORE DÉTENUE ICI", "아직 이곳에 보유 중")
GONE: Final = Words("destroyed here", "détruite ici", "이곳에서 파기됨")
NOBODY: Final = Words("nobody yet", "personne encore", "아직 없음")
EVIDENCE: Final = Words(
    "Evidence {number} of {at} [{code}]. As a file for anybody: suivi evidence {number} -o FILE",
    "Preuve {number} du {at} [{code}]. En fichier, pour quiconque : suivi evidence {number} -o FICHIER",
    "증거 {number}({at}) [{code}]. 누구나 검증할 수 있는 파일로: suivi evidence {number} -o 파일",
)
REFUSED: Final = Words(
    "Refused {at} UTC [{code}]: {why}", "Refusé le {at} UTC [{code}] : {why}", "거부 {at} UTC [{code}]: {why}"
)


def key_line(role: str, key: str, begins: int, until: int | None) -> str:
    """A key in the language of the terminal: `role` is `log` or `receipt`, `key` its first 16 hex digits, sizes included."""
    says = KEY_ON if until is None else KEY_UNTIL
    return spoken(says, role=ROLES[role], key=key, begins=begins, until=until)
