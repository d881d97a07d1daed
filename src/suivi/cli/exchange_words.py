"""What the commands of the exchange and of recovery say, in the three languages; codes and digests stay as they are."""

from typing import Final

from suivi.plan.words import Words

WRITTEN: Final = Words(
    "Written: {file} ({octets} {octets:byte|bytes}).",
    "Écrit : {file} ({octets} {octets:octet|octets}).",
    "저장됨: {file}({octets}바이트).",
)
SOUND: Final = Words("sound   ", "conforme", "정상  ")
UNSOUND: Final = Words("UNSOUND ", "NON CONFORME", "비정상")
WISE: Final = Words("wise    ", "prudent ", "적절  ")
UNWISE: Final = Words("UNWISE  ", "IMPRUDENT", "부적절")
NOT_ALL_SOUND: Final = Words(
    "Not every log is sound.", "Tous les journaux ne sont pas conformes.", "올바르지 않은 기록부가 있습니다."
)
VERIFIED: Final = Words(
    "Sound: entries {first} to {last} of {log}, root {root}.",
    "Conforme : inscriptions {first} à {last} de {log}, racine {root}.",
    "정상: {log} 기록 {first}~{last}, 루트 값 {root}.",
)
VERIFIED_EMPTY: Final = Words(
    "Sound: no entry; it says that {log} holds {size} {size:entry|entries}, root {root}.",
    "Conforme : aucune inscription; le fichier atteste que {log} en compte {size}, racine {root}.",
    "정상: 기록은 없고 {log}의 기록이 {size}건임을 알립니다. 루트 값 {root}.",
)
ADDRESSED: Final = Words("For: {to}. By: {by}.", "Pour : {to}. Par : {by}.", "받는 당사국: {to}. 보낸 당사국: {by}.")
RESTS_ON: Final = Words(
    "The keys it rests on have the fingerprint {fingerprint}.",
    "Les clés sur lesquelles il repose ont l’empreinte {fingerprint}.",
    "이 파일이 근거하는 키의 지문: {fingerprint}.",
)
FLAWED: Final = Words(
    "Would be set aside: entry {seq}: {why} [{code}]",
    "Serait mise de côté : inscription {seq} : {why} [{code}]",
    "보류될 기록: {seq}: {why} [{code}]",
)
ABSENT: Final = Words(
    "Missing: the content of entry {seq}.",
    "Manque : le contenu de l’inscription {seq}.",
    "없음: 기록 {seq}의 내용.",
)
NO_ATTACHMENT: Final = Words(
    "Missing: the attachment {digest}; without it nobody seals the text.",
    "Manque : la pièce jointe {digest}; sans elle, personne ne scelle le texte.",
    "없음: 첨부 파일 {digest}. 이 파일이 없으면 아무도 문서를 봉인하지 않습니다.",
)
UNCHECKED: Final = Words("Not checked: {what}", "Non vérifié : {what}", "확인하지 않음: {what}")
PROVES_NOTHING: Final = Words(
    "The file does not prove {error}: {flaw}.",
    "Le fichier ne prouve pas {error} : {flaw}.",
    "이 파일이 입증하지 못하는 것: {error}. 사유: {flaw}.",
)
PROVEN: Final = Words(
    "Proven from these bytes alone: {error}. {says} It rests on the key list {fingerprint}.",
    "Prouvé par ces seuls octets : {error}. {says} La preuve repose sur la liste de clés {fingerprint}.",
    "이 바이트만으로 입증됨: {error}. {says} 근거가 되는 키 목록: {fingerprint}.",
)
EVIDENCE: Final = Words(
    "{number}: {code} in {channel}, kept {at} UTC",
    "{number} : {code} dans {channel}, conservé le {at} UTC",
    "{number}: {channel} 채널의 {code}, 보관 시각 {at} UTC",
)
NO_EVIDENCE: Final = Words("No evidence is kept here.", "Aucune preuve n’est conservée ici.", "보관된 증거가 없습니다.")
PUBLISHED: Final = Words(
    "{channel}: {written} {written:file|files} written to {folder}.",
    "{channel} : fichiers écrits dans {folder} : {written}.",
    "{channel}: {folder}에 쓴 파일 {written}개.",
)
ALTERED: Final = Words(
    "ALARM: {place} had been altered; it was written again.",
    "ALARME : {place} avait été modifié; il a été réécrit.",
    "경보: 변경된 파일을 다시 썼습니다: {place}.",
)
PUBLISHES: Final = Words(
    "{channel}: {party} publishes at {address}",
    "{channel} : {party} publie à l’adresse {address}",
    "{channel}: {party}의 게시 주소 {address}",
)
NOTHING_NEW: Final = Words(
    "{log}: nothing new (requests: {requests}, bytes: {octets}).",
    "{log} : rien de nouveau (requêtes : {requests}, octets : {octets}).",
    "{log}: 새로운 내용 없음(요청 {requests}건, {octets}바이트).",
)
LOOKED: Final = Words(
    "{log}: {memory}: {theirs} {theirs:entry|entries}; we hold {ours}.",
    "{log} : {memory} : {theirs} {theirs:inscription|inscriptions}; nous en détenons {ours}.",
    "{log}: {memory} 보유 {theirs}건, 우리 보유 {ours}건.",
)
SILENT: Final = Words(
    "{log}: {memory} does not answer, we hold {ours}.",
    "{log} : {memory} ne répond pas, nous en détenons {ours}.",
    "{log}: {memory} 응답 없음, 우리 보유 {ours}건.",
)
STOP: Final = Words(
    "ALARM: nothing is signed before suivi reconcile.",
    "ALARME : rien n’est signé avant suivi reconcile.",
    "경보: suivi reconcile을 실행하기 전에는 서명하지 않습니다.",
)
REFUSED_FIRST: Final = Words(
    "The restored copy refused to sign at first.",
    "La copie restaurée a d’abord refusé de signer.",
    "복원한 사본이 처음에 서명을 거부했습니다.",
)
DID_NOT_REFUSE: Final = Words(
    "FAILED: it did not refuse to sign.", "ÉCHEC : elle n’a pas refusé de signer.", "실패: 서명을 거부하지 않았습니다."
)
DRILLED: Final = Words(
    "{channel}: {taken} {taken:entry|entries} taken back, {size} in all, {state}.",
    "{channel} : inscriptions reprises : {taken}; en tout : {size}; {state}.",
    "{channel}: 되찾은 기록 {taken}건, 전체 {size}건, {state}.",
)
DRILL_FAILED: Final = Words(
    "FAILED: the copy was not made whole, or may not sign yet. Name the partner’s copy of our log: --copy FILE.",
    "ÉCHEC : la copie n’est pas complète ou ne peut pas encore signer. Indiquez la copie de notre journal que détient le "
    "partenaire : --copy FICHIER.",
    "실패: 사본이 온전하지 않거나 아직 서명할 수 없습니다. 상대국이 보유한 우리 기록부의 사본을 --copy 파일로 지정하십시오.",
)
BACKED_UP: Final = Words(
    "{file}: {octets} {octets:byte|bytes}, {entries} {entries:entry|entries} of {logs} {logs:log|logs}.",
    "{file} : {octets} {octets:octet|octets}, {entries} {entries:inscription|inscriptions} de {logs} {logs:journal|journaux}.",
    "{file}: {octets}바이트, 기록부 {logs}개의 기록 {entries}건.",
)
WITHOUT_KEYS: Final = Words(
    "The signing keys are not in it: keep a copy of {keys} apart, where keys are kept.",
    "Les clés de signature n’y sont pas : conservez à part, là où sont les clés, une copie de {keys}.",
    "서명 키는 들어 있지 않습니다. 키를 보관하는 곳에 따로 사본을 보관하십시오: {keys}.",
)
RESTORED: Final = Words(
    "The node of “{party}” as of {at} stands in {data}.",
    "Le nœud de « {party} », état du {at}, se trouve dans {data}.",
    "‘{party}’ 노드({at} 기준)를 복원했습니다: {data}.",
)
KEYS_TO_COME: Final = Words(
    "Its signing keys are still to be put in {keys}.",
    "Ses clés de signature doivent encore être mises dans {keys}.",
    "서명 키를 아직 넣어야 합니다: {keys}.",
)
SIGNS_NOTHING: Final = Words(
    "It signs nothing in a channel before it is compared with the partner’s copy of our log. Next: suivi reconcile --data {data}",
    "Il ne signe rien dans un canal avant d’être comparé à la copie de notre journal que détient le partenaire. "
    "Ensuite : suivi reconcile --data {data}",
    "상대국이 보유한 우리 기록부의 사본과 비교하기 전에는 채널에서 서명하지 않습니다. 다음: suivi reconcile --data {data}",
)
DRILL_TOOK: Final = Words(
    "It took {minutes} {minutes:minute|minutes}. Nothing was signed, and this node was not touched.",
    "L’exercice a duré {minutes} {minutes:minute|minutes}. Rien n’a été signé et ce nœud n’a pas été touché.",
    "{minutes}분 걸렸습니다. 아무것도 서명하지 않았고 이 노드는 건드리지 않았습니다.",
)
STILL_TO_COMPARE: Final = Words(
    "{channel}: not compared yet with {parties}; nothing is signed there before that. If a partner exchanges by file, ask "
    "for its copy of our log (suivi hand-over --log-of {own} --channel {channel}) and give it to suivi reconcile.",
    "{channel} : pas encore comparé avec {parties}; rien n’y est signé auparavant. Si un partenaire échange par fichier, "
    "demandez-lui sa copie de notre journal (suivi hand-over --log-of {own} --channel {channel}) et donnez-la à suivi reconcile.",
    "{channel}: 아직 비교하지 않은 상대국 {parties}. 그 전에는 이 채널에서 서명하지 않습니다. 파일로 교환하는 상대국에는 우리 "
    "기록부의 사본(suivi hand-over --log-of {own} --channel {channel})을 요청하여 suivi reconcile에 넣으십시오.",
)
COMPARED: Final = Words(
    "{log}: {partner} holds {theirs} {theirs:entry|entries}, we hold {ours}; taken back: {taken}. {how}",
    "{log} : {partner} détient {theirs} {theirs:inscription|inscriptions}, nous en détenons {ours}; reprises : {taken}. {how}",
    "{log}: {partner} 보유 {theirs}건, 우리 보유 {ours}건, 되찾은 기록 {taken}건. {how}",
)
AGREEMENT: Final = {
    "same": Words("Both are the same now.", "Les deux sont maintenant identiques.", "이제 둘이 같습니다."),
    "partner-holds-less": Words(
        "What both hold is the same.", "Ce que les deux détiennent est identique.", "양쪽이 보유한 부분은 같습니다."
    ),
    "partner-holds-more": Words("We are behind.", "Nous sommes en retard.", "우리가 뒤처져 있습니다."),
    "forked": Words("The two contradict each other.", "Les deux se contredisent.", "둘이 서로 모순됩니다."),
}
TICKET: Final = Words(
    "Ticket {ticket}: approve it twice, then release.",
    "Billet {ticket} : à approuver deux fois, puis à communiquer.",
    "승인표 {ticket}: 두 사람이 승인한 뒤 전달하십시오.",
)
DESTRUCTION: Final = Words(
    "{log} {seq} ({reason}): {held}; attested by: {attested}.",
    "{log} {seq} ({reason}) : {held}; attestée par : {attested}.",
    "{log} {seq}({reason}): {held}, 파기 증명: {attested}.",
)
