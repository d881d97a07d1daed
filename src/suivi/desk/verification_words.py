"""What the verification of a node says of what it finds, in the three languages (`verification`)."""

from typing import Final

from suivi.plan.words import Words

SUSPENDED: Final = Words(
    "Channel {channel} is suspended: {code}.",
    "Le canal {channel} est suspendu : {code}.",
    "{channel} 채널이 중단되었습니다. 사유: {code}.",
)
READABLE: Final = Words(
    "{name} can be read by other accounts of this machine: chmod 600 {name}.",
    "{name} peut être lu par d’autres comptes de cette machine : chmod 600 {name}.",
    "이 컴퓨터의 다른 계정이 읽을 수 있는 파일: {name}. 다음을 실행하십시오: chmod 600 {name}",
)
LITTLE_ROOM: Final = Words(
    "Less than 200 MB are free on the disk of the node.",
    "Il reste moins de 200 Mo sur le disque du nœud.",
    "노드 디스크의 여유 공간이 200MB 미만입니다.",
)
EARLIER: Final = Words(
    "The tables are of an earlier version: suivi upgrade brings them on.",
    "Les tables sont d’une version antérieure : suivi upgrade les met à jour.",
    "테이블이 이전 버전입니다. suivi upgrade로 갱신하십시오.",
)
ROWS_BEHIND: Final = Words(
    "Rows of lists are made anew with the next list.",
    "Les lignes des listes seront refaites à la prochaine liste.",
    "목록의 행은 다음에 목록을 열 때 다시 만들어집니다.",
)
NO_LOG: Final = Words(
    "{log}: entries lie under a name no log has.",
    "{log} : des inscriptions figurent sous un nom qu’aucun journal ne porte.",
    "{log}: 어떤 기록부의 이름도 아닌 이름으로 기록이 있습니다.",
)
OF_LOG: Final = Words("{log}: {fault}.", "{log} : {fault}.", "{log}: {fault}.")
HOLDS: Final = Words(
    "{log}: {size} {size:entry|entries}; every entry, root and signature holds.",
    "{log} : {size} {size:inscription|inscriptions}; toutes les inscriptions, racines et signatures sont conformes.",
    "{log}: 기록 {size}건. 모든 기록, 루트 값과 서명이 올바릅니다.",
)
UNREADABLE: Final = Words(
    "the database cannot be read ({error})",
    "la base de données ne peut être lue ({error})",
    "데이터베이스를 읽을 수 없음({error})",
)
KEY_LIST: Final = Words(
    "key list unsound ({code})", "liste de clés non conforme ({code})", "키 목록이 올바르지 않음({code})"
)
OTHER_NUMBER: Final = Words(
    "entry {seq}: the entry found there says it is number {said}",
    "inscription {seq} : celle qui s’y trouve porte le numéro {said}",
    "기록 {seq}: 이 자리에 있는 기록의 번호가 {said}임",
)
LEAF: Final = Words(
    "entry {seq}: header and leaf hash do not match; one of them was changed",
    "inscription {seq} : l’en-tête et son empreinte ne concordent pas; l’un des deux a été modifié",
    "기록 {seq}: 머리글과 그 해시가 일치하지 않음. 둘 중 하나가 변경됨",
)
HEADER: Final = Words(
    "entry {seq}: the header cannot be read ({code})",
    "inscription {seq} : l’en-tête ne peut être lu ({code})",
    "기록 {seq}: 머리글을 읽을 수 없음({code})",
)
OTHER_PLACE: Final = Words(
    "entry {seq}: the header belongs to another place",
    "inscription {seq} : l’en-tête appartient à une autre place",
    "기록 {seq}: 다른 자리의 머리글임",
)
OTHER_CONTENT: Final = Words(
    "entry {seq}: the row names another content than the header",
    "inscription {seq} : la ligne désigne un autre contenu que l’en-tête",
    "기록 {seq}: 행이 가리키는 내용이 머리글과 다름",
)
CHANGED: Final = Words(
    "entry {seq}: the content does not match its digest; it was changed",
    "inscription {seq} : le contenu ne correspond pas à son empreinte; il a été modifié",
    "기록 {seq}: 내용이 해시값과 일치하지 않음. 내용이 변경됨",
)
MISSING: Final = Words(
    "entry {seq}: the content is missing",
    "inscription {seq} : le contenu manque",
    "기록 {seq}: 내용이 없음",
)
CHECKPOINT: Final = Words(
    "checkpoint of size {size}: {code}",
    "point de contrôle de taille {size} : {code}",
    "크기 {size}의 체크포인트: {code}",
)
SIGNATURE: Final = Words(
    "checkpoint of size {size}: a signature under it was changed",
    "point de contrôle de taille {size} : une de ses signatures a été modifiée",
    "크기 {size}의 체크포인트: 서명이 변경됨",
)
OTHER_SIZE: Final = Words(
    "checkpoint of size {size}: the note in it is over {said} {said:entry|entries}",
    "point de contrôle de taille {size} : sa note porte sur {said} {said:inscription|inscriptions}",
    "크기 {size}의 체크포인트: 그 안의 서명문은 기록 {said}건에 대한 것임",
)
GONE: Final = Words(
    "entries {first} to {last} are missing: the checkpoint of size {size} signs them",
    "les inscriptions {first} à {last} manquent : le point de contrôle de taille {size} les signe",
    "기록 {first}~{last} 없음: 크기 {size}의 체크포인트가 이 기록에 서명함",
)
ROOT: Final = Words(
    "entries {first} to {last} do not give the root signed in the checkpoint of size {size}",
    "les inscriptions {first} à {last} ne donnent pas la racine signée dans le point de contrôle de taille {size}",
    "기록 {first}~{last}에서 크기 {size}의 체크포인트에 서명된 루트 값이 나오지 않음",
)
FRONTIER: Final = Words(
    "checkpoint of size {size}: the frontier beside it was changed",
    "point de contrôle de taille {size} : la frontière qui l’accompagne a été modifiée",
    "크기 {size}의 체크포인트: 함께 보관된 경계 해시가 변경됨",
)
LAST: Final = Words(
    "the last checkpoint is of size {last}, but {held} {held:entry is|entries are} held",
    "le dernier point de contrôle est de taille {last}, mais {held} {held:inscription est détenue|inscriptions sont détenues}",
    "마지막 체크포인트의 크기는 {last}이지만 보유한 기록은 {held}건임",
)
NO_ATTACHMENT: Final = Words(
    "Attachment {digest}, {name}: it is missing.",
    "Pièce jointe {digest}, {name} : elle manque.",
    "첨부 파일 {digest}, {name}: 없습니다.",
)
ATTACHMENT: Final = Words(
    "Attachment {digest}: its bytes were changed.",
    "Pièce jointe {digest} : ses octets ont été modifiés.",
    "첨부 파일 {digest}: 바이트가 변경되었습니다.",
)
KEYS: Final = Words(
    "Keys of {channel}: present, readable by this node only.",
    "Clés de {channel} : présentes, lisibles par ce nœud seulement.",
    "{channel}의 키: 있으며 이 노드만 읽을 수 있습니다.",
)
