"""What the commands of the key ceremony say, in the three languages; the checklist quotes the same words."""

from typing import Final

from suivi.plan.words import Words

ROOT_MADE: Final = Words(
    "The root key lies locked in {locked}. It never goes to the node.\n"
    "Its public key lies in {public}; carry that file to the node.",
    "La clé racine se trouve, verrouillée, dans {locked}. Elle ne va jamais au nœud.\n"
    "Sa clé publique se trouve dans {public}; portez ce fichier au nœud.",
    "루트 키를 잠가서 저장했습니다: {locked}. 이 키는 결코 노드로 가지 않습니다.\n"
    "공개 키: {public}. 이 파일을 노드로 가져가십시오.",
)
DRAFTED: Final = Words(
    "Written: {file}. Next, at each custodian: suivi keys sign {name} --with ROOT-KEY",
    "Écrit : {file}. Ensuite, chez chaque dépositaire : suivi keys sign {name} --with CLÉ-RACINE",
    "저장됨: {file}. 다음으로 보관자마다 실행합니다: suivi keys sign {name} --with 루트-키",
)
SIGN_THIS: Final = Words("Sign this key list?", "Signer cette liste de clés?", "이 키 목록에 서명하시겠습니까?")
SIGNED: Final = Words(
    "Signed. Signatures on it: {held}; needed: {needed}.",
    "Signé. Signatures apposées : {held}; nécessaires : {needed}.",
    "서명했습니다. 서명 수: {held}, 필요한 수: {needed}.",
)
COUNTED: Final = Words(
    "Signatures on it: {held}; needed: {needed}.",
    "Signatures apposées : {held}; nécessaires : {needed}.",
    "서명 수: {held}, 필요한 수: {needed}.",
)
FIRST_IN_FORCE: Final = Words(
    "In force. Our key list lies in {file}. Give it to the partner, and its fingerprint by another way; "
    "next: suivi init-channel {channel} --data {data}",
    "En vigueur. Notre liste de clés se trouve dans {file}. Remettez-la au partenaire, et son empreinte par une autre "
    "voie; ensuite : suivi init-channel {channel} --data {data}",
    "시행되었습니다. 우리 키 목록: {file}. 이 파일을 상대국에 전달하고 지문은 다른 경로로 알리십시오. "
    "다음: suivi init-channel {channel} --data {data}",
)
IN_FORCE: Final = Words(
    "In force. The partner gets it with the next file or pull; then destroy the private keys it ended.",
    "En vigueur. Le partenaire la reçoit avec le prochain fichier ou la prochaine collecte; détruisez ensuite les clés "
    "privées auxquelles elle met fin.",
    "시행되었습니다. 상대국은 다음 파일이나 가져오기로 받습니다. 그런 다음 이 목록으로 끝난 개인 키를 파기하십시오.",
)
ADOPTED: Final = Words(
    "Taken up. Next: the partner’s key list with suivi init-channel, then suivi reconcile.",
    "Repris. Ensuite : la liste de clés du partenaire avec suivi init-channel, puis suivi reconcile.",
    "인계받았습니다. 다음: suivi init-channel로 상대국의 키 목록을 넣은 뒤 suivi reconcile을 실행하십시오.",
)
SOUND_KEY: Final = Words(
    "A sound public key: {key}", "Une clé publique conforme : {key}", "올바른 공개 키입니다: {key}"
)
LIST: Final = Words(
    "{party} in {channel}, key list {number} of {issued}:",
    "{party} dans {channel}, liste de clés {number} du {issued} :",
    "{channel} 채널의 {party}, 키 목록 {number}({issued}):",
)
FINGERPRINT: Final = Words("fingerprint: {groups}", "empreinte : {groups}", "지문: {groups}")
ROOTS: Final = Words(
    "root keys: {roots}, of which {threshold} have to sign",
    "clés racines : {roots}, dont {threshold} doivent signer",
    "루트 키: {roots}개 중 {threshold}개의 서명 필요",
)
PIN: Final = Words("server pin: {pin}", "empreinte du serveur : {pin}", "서버 핀: {pin}")
ASK_PASSPHRASE: Final = Words(
    "Passphrase of this root key: ", "Phrase secrète de cette clé racine : ", "이 루트 키의 암호문: "
)
ONCE_MORE: Final = Words("The same once more: ", "La même encore une fois : ", "같은 암호문을 한 번 더: ")
