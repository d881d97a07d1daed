"""What a fault found and expected, in the three languages: what is said of bytes, notes, keys, files and the network.

- The English is word for word what `log`, `exchange` and `desk` write into a fault, which is its form for machines;
  `{number}` stands for a count, `{word}` and its like for what holds no space, `{fact}` for anything else.
- `counted` is a count with its unit: said otherwise of one, and in French of none.
"""

from collections.abc import Iterator
from typing import Final

from suivi.plan.words import Words


def counted(units: str, one: tuple[str, str], many: str, ko: str) -> Iterator[tuple[str, Words]]:
    """The facts “0 units”, “1 units” and “N units”; `one` is said of one in English and in French."""
    yield f"0 {units}", Words(f"0 {units}", f"0 {one[1]}", ko.format(number="0"))
    yield f"1 {units}", Words(f"1 {one[0]}", f"1 {one[1]}", ko.format(number="1"))
    yield f"{{number}} {units}", Words(f"{{number}} {units}", f"{{number}} {many}", ko)


_COUNTS: Final = (
    ("bytes", ("byte", "octet"), "octets", "{number}바이트"),
    ("hashes", ("hash", "empreinte"), "empreintes", "해시 {number}개"),
    ("lines", ("line", "ligne"), "lignes", "{number}줄"),
    ("entries", ("entry", "inscription"), "inscriptions", "항목 {number}개"),
    ("notes", ("note", "note"), "notes", "서명문 {number}개"),
    ("versions", ("version", "version"), "versions", "판 {number}개"),
    ("keys", ("key", "clé"), "clés", "키 {number}개"),
    ("key lists", ("key list", "liste de clés"), "listes de clés", "키 목록 {number}개"),
    ("attachments", ("attachment", "pièce jointe"), "pièces jointes", "첨부 파일 {number}개"),
    ("digests", ("digest", "empreinte"), "empreintes", "해시값 {number}개"),
    ("elements", ("element", "élément"), "éléments", "요소 {number}개"),
    ("decisions", ("decision", "décision"), "décisions", "결정 {number}건"),
    ("details", ("detail", "précision"), "précisions", "세부 사항 {number}개"),
    ("things", ("thing", "élément"), "éléments", "항목 {number}개"),
    ("signature lines", ("signature line", "ligne de signature"), "lignes de signature", "서명 줄 {number}개"),
    ("distinct keys", ("distinct key", "clé distincte"), "clés distinctes", "서로 다른 키 {number}개"),
    ("bytes a second", ("byte a second", "octet par seconde"), "octets par seconde", "초당 {number}바이트"),
)

_LIKE_THE_FORM: Final = (
    # How much
    Words("at most {fact}", "au plus {fact}", "최대 {fact}"),
    Words("at least {fact}", "au moins {fact}", "최소 {fact}"),
    Words("more than {fact}", "plus de {fact}", "{fact} 초과"),
    Words("{number} or more", "{number} ou plus", "{number} 이상"),
    Words("above {number}", "supérieur à {number}", "{number} 초과"),
    Words("from {number} to {most}", "de {number} à {most}", "{number}~{most}"),
    Words("from {number} on", "à partir de {number}", "{number}부터"),
    Words("at most 2^53-1 either way", "au plus 2^53-1 en valeur absolue", "절댓값 최대 2^53-1"),
    Words("an integer from {number} to {most}", "un entier de {number} à {most}", "{number}~{most} 범위의 정수"),
    Words("{number} bytes in {most} seconds", "{number} octets en {most} secondes", "{most}초 동안 {number}바이트"),
    Words("an end within {number} seconds", "une fin en moins de {number} secondes", "{number}초 이내 종료"),
    Words("no end", "aucune fin", "끝나지 않음"),
    Words("more", "davantage", "더 많은 바이트"),
    Words("none", "rien", "없음"),
    Words("{number} to {most}", "{number}, puis {most}", "{number} 다음 {most}"),
    Words("{number} to no end", "{number} ou plus", "{number} 이상"),
    # Sizes and entries of a log
    Words("size {number}", "taille {number}", "크기 {number}"),
    Words("size {number} at {word}", "taille {number}, le {word}", "{word} 기준 크기 {number}"),
    Words("sizes {number} and {most}", "tailles {number} et {most}", "크기 {number}, {most}"),
    Words("sizes from {number} to {most}", "des tailles de {number} à {most}", "크기 {number}~{most}"),
    Words("sizes from {number} to no end", "des tailles de {number} ou plus", "크기 {number} 이상"),
    Words("below the size {number}", "inférieur à la taille {number}", "크기 {number} 미만"),
    Words("a size that does not shrink", "une taille qui ne diminue pas", "줄어들지 않는 크기"),
    Words("until {number}", "jusqu’à {number}", "{number}까지"),
    Words("until None", "sans fin", "끝 없음"),
    Words("until {word}, then from {number}", "jusqu’à {word}, puis à partir de {number}", "{word}까지, 다음은 {number}부터"),
    Words("entry {number}", "inscription {number}", "항목 {number}"),
    Words("entries from {number}", "des inscriptions à partir de {number}", "항목 {number}부터"),
    Words("entries up to {number}", "des inscriptions jusqu’à {number}", "항목 {number}까지"),
    Words("{number} entries of {word}", "nombre d’inscriptions de {word} : {number}", "{word} 항목 {number}개"),
    Words("entries {number} to {most} of {word}", "inscriptions {number} à {most} de {word}", "{word} 항목 {number}~{most}"),
    Words("what we hold, {number}", "ce que nous détenons, {number}", "우리가 보유한 {number}"),
    Words("bytes after the last line", "des octets après la dernière ligne", "마지막 줄 다음의 바이트"),
    Words("more lines", "d’autres lignes", "더 많은 줄"),
    Words("a line cut off", "une ligne tronquée", "끊긴 줄"),
    # Bytes and JSON
    Words("the bytes of RFC 8785", "les octets de la RFC 8785", "RFC 8785의 바이트"),
    Words("an integer, or a decimal as a string", "un entier, ou un nombre décimal en chaîne", "정수 또는 문자열로 쓴 소수"),
    Words("one line of JSON", "une ligne de JSON", "JSON 한 줄"),
    Words("an object", "un objet", "객체"),
    Words("an array", "un tableau", "배열"),
    Words("a list", "une liste", "목록"),
    Words("true", "true", "true"),
    Words("true or false", "true ou false", "true 또는 false"),
    Words("true, or no field", "true, ou aucun champ", "true이거나 필드 없음"),
    Words("this field", "ce champ", "이 필드"),
    Words("each once", "chacun une seule fois", "각각 한 번"),
    Words("{fact} twice", "{fact} deux fois", "{fact} 두 번"),
    Words("Expecting value", "une valeur manque", "값이 없음"),
    Words("Extra data", "des données en trop", "불필요한 데이터가 있음"),
    Words("Expecting ',' delimiter", "il manque une virgule", "쉼표 없음"),
    Words("Expecting ':' delimiter", "il manque un deux-points", "쌍점 없음"),
    Words(
        "Expecting property name enclosed in double quotes",
        "il manque un nom entre guillemets droits",
        "큰따옴표로 묶은 이름이 없음",
    ),
    Words("Unterminated string starting at", "une chaîne qui ne se termine pas", "끝나지 않은 문자열"),
    Words("Invalid control character at", "un caractère de commande non échappé", "이스케이프하지 않은 제어 문자"),
    Words("Invalid \\escape", "une séquence d’échappement inconnue", "알 수 없는 이스케이프"),
    Words("Invalid \\uXXXX escape", "une séquence \\uXXXX incomplète", "불완전한 \\uXXXX 이스케이프"),
    Words("Illegal trailing comma before end of {word}", "une virgule avant la fin de {word}", "{word} 끝 앞의 쉼표"),
    Words("invalid start byte", "un premier octet impossible", "있을 수 없는 첫 바이트"),
    Words("invalid continuation byte", "un octet de suite impossible", "있을 수 없는 다음 바이트"),
    Words("unexpected end of data", "une séquence coupée", "끊긴 바이트열"),
    Words("byte {number}", "octet {number}", "바이트 {number}"),
    Words("character {number}", "caractère {number}", "문자 {number}"),
    Words("{character} at {number}", "{character} à la position {number}", "{number}번 위치의 {character}"),
    # Notes
    Words("a note", "une note", "서명문"),
    Words("a signed note", "une note signée", "서명문"),
    Words("a note of at most {number} bytes", "une note d’au plus {number} octets", "최대 {number}바이트의 서명문"),
    Words("a note that is still valid", "une note encore valable", "아직 유효한 서명문"),
    Words("a checkpoint", "un point de contrôle", "체크포인트"),
    Words("a signature line", "une ligne de signature", "서명 줄"),
    Words("a key id and a signature", "un identifiant de clé et une signature", "키 식별자와 서명"),
    Words(
        "a text, a blank line and signature lines, each ending in LF",
        "un texte, une ligne vide et des lignes de signature, chacune finissant par LF",
        "본문, 빈 줄, 서명 줄(각각 LF로 끝남)",
    ),
    Words(
        "an origin, a size and a root, each ending in LF",
        "une origine, une taille et une racine, chacune finissant par LF",
        "출처, 크기, 루트 값(각각 LF로 끝남)",
    ),
    Words("no further line", "aucune autre ligne", "다른 줄 없음"),
    Words("no control but LF", "aucun caractère de commande sauf LF", "LF 이외의 제어 문자 없음"),
    Words(
        "padded base64 with zero trailing bits",
        "du base64 complété, aux bits de fin nuls",
        "채움 문자가 있고 끝 비트가 0인 base64",
    ),
    Words("a decimal up to 2^53-1", "un nombre décimal jusqu’à 2^53-1", "2^53-1 이하의 십진수"),
    Words("an origin", "une origine", "출처"),
    Words("a position", "une position", "위치"),
    Words("a log of {word}", "un journal de {word}", "{word}의 기록부"),
    # Keys
    Words("version {number}", "version {number}", "{number}판"),
    Words("version {number} again", "de nouveau la version {number}", "{number}판이 다시 옴"),
    Words("version {number}, as listed", "version {number}, comme annoncé", "목록대로 {number}판"),
    Words("no version before", "aucune version antérieure", "이전 판 없음"),
    Words("no version before the first", "aucune version avant la première", "첫 판 이전의 판 없음"),
    Words("the digest of version {number}", "l’empreinte de la version {number}", "{number}판의 해시값"),
    Words("{number} root keys of version {most}", "clés racine de la version {most} : {number}", "{most}판의 루트 키 {number}개"),
    Words("a log key of {word}", "une clé de journal de {word}", "{word}의 기록부 키"),
    Words("a key of another role only", "seulement une clé d’un autre rôle", "다른 역할의 키뿐임"),
    Words(
        "a key of {word} in version {number} of its manifest",
        "une clé de {word} dans la version {number} de sa liste de clés",
        "{word} 키 목록 {number}판의 키",
    ),
    Words("a key in base64", "une clé en base64", "base64로 쓴 키"),
    Words("every key once", "chaque clé une seule fois", "키마다 한 번"),
    Words("{number} keys of one name", "clés de même nom : {number}", "이름이 같은 키 {number}개"),
    Words("an id for each", "un identifiant pour chacune", "키마다 다른 식별자"),
    Words("each key begins where the one before ends", "chaque clé commence où la précédente finit", "앞 키가 끝나는 곳에서 시작하는 키"),
    Words("the {number} known ones", "les clés connues, au nombre de {number}", "알려진 키 {number}개"),
    Words("one key, one role, for ever", "une clé, un seul rôle, pour toujours", "키 하나에 역할 하나"),
    Words("{word} and {other}", "{word} et {other}", "{word}, {other}"),
    Words("y below 2^255-19", "y inférieur à 2^255-19", "2^255-19 미만의 y"),
    Words("a point of large order", "un point d’ordre élevé", "차수가 큰 점"),
    Words("{word} in {other}", "{word} dans {other}", "{other}의 {word}"),
    # Proofs and evidence
    Words("a proof", "une preuve", "증명"),
    Words("an empty proof", "une preuve vide", "빈 증명"),
    Words("another root", "une autre racine", "다른 루트 값"),
    Words("two roots", "deux racines", "서로 다른 두 루트 값"),
    Words("two texts of one version", "deux textes d’une même version", "한 판의 두 문안"),
    Words("two of one version, and the one before", "deux listes d’une même version, et la précédente", "한 판의 두 목록과 그 앞의 목록"),
    Words("one beyond the end of its key", "une note au-delà de la fin de sa clé", "키가 끝난 뒤의 서명문"),
    Words(
        "a later cosignature over the smaller tree",
        "une cosignature postérieure sur l’arbre le plus petit",
        "더 작은 트리에 대한 나중의 공동 서명",
    ),
    # Files
    Words("zeros", "des zéros", "0으로 채움"),
    Words("two zero blocks, then the end", "deux blocs de zéros, puis la fin", "0으로 된 두 블록과 파일 끝"),
    Words("another mode, owner, time or sum", "un autre mode, propriétaire, horodatage ou total", "다른 권한, 소유자, 시각 또는 합계"),
    Words("a regular member in ustar form", "un membre ordinaire au format ustar", "ustar 형식의 일반 구성 파일"),
    Words("eleven octal digits", "onze chiffres octaux", "8진수 11자리"),
    Words("a rising order without doubles", "un ordre croissant sans double", "중복 없는 오름차순"),
    Words("the file as it was checked", "le fichier tel qu’il a été vérifié", "확인했을 때의 파일"),
    Words("segment {number}", "segment {number}", "구간 {number}"),
    # The network and the disk
    Words("a public address", "une adresse publique", "공개 주소"),
    Words("a socket of this machine", "un connecteur de cette machine", "이 컴퓨터의 소켓"),
    Words("no address", "aucune adresse", "주소 없음"),
    Words("a certificate somebody vouches for, or a pin", "un certificat dont quelqu’un répond, ou une empreinte de serveur", "누군가 보증하는 인증서 또는 서버 지문"),
    Words("self-signed certificate", "un certificat signé par lui-même", "자체 서명한 인증서"),
    Words("self-signed certificate in certificate chain", "une chaîne qui mène à un certificat signé par lui-même", "자체 서명한 인증서로 이어지는 인증서 사슬"),
    Words("unable to get local issuer certificate", "un certificat d’un émetteur inconnu ici", "여기서 알지 못하는 기관의 인증서"),
    Words("certificate has expired", "un certificat expiré", "만료된 인증서"),
    Words("certificate is not yet valid", "un certificat pas encore valable", "아직 유효하지 않은 인증서"),
    Words(
        "Hostname mismatch, certificate is not valid for {fact}.",
        "un certificat qui ne vaut pas pour {fact}",
        "{fact}에 대한 인증서가 아님",
    ),
    Words(
        "IP address mismatch, certificate is not valid for {fact}.",
        "un certificat qui ne vaut pas pour {fact}",
        "{fact}에 대한 인증서가 아님",
    ),
    Words("no certificate", "aucun certificat", "인증서 없음"),
    Words("a range nobody asked for", "une plage que personne n’a demandée", "요청하지 않은 범위"),
    Words("{word} is {other}", "{word} est à l’adresse {other}", "{word}의 주소가 {other}임"),
    Words("{word}: {fact}", "{word} : {fact}", "{word}: {fact}"),
    Words("not compared with {fact}", "non comparé avec {fact}", "대조하지 않은 당사국: {fact}"),
    Words("Name or service not known", "nom inconnu", "알 수 없는 이름"),
    Words("No address associated with hostname", "aucune adresse pour ce nom", "이 이름의 주소 없음"),
    Words("Temporary failure in name resolution", "résolution de noms momentanément impossible", "일시적으로 이름을 찾을 수 없음"),
    Words("No space left on device", "plus de place sur le disque", "디스크에 남은 공간이 없음"),
    Words("Input/output error", "erreur d’entrée-sortie", "입출력 오류"),
    Words("Read-only file system", "système de fichiers en lecture seule", "읽기 전용 파일 시스템"),
    Words("Permission denied", "accès refusé", "권한 없음"),
    Words("No such file or directory", "fichier ou dossier introuvable", "파일 또는 폴더 없음"),
    Words("Not a directory", "ce n’est pas un dossier", "폴더가 아님"),
    Words("The copy in {fact} was not written: {place}.", "La copie dans {fact} n’a pas été écrite : {place}.", "{fact}의 사본을 쓰지 못했습니다: {place}."),
    Words("Publishing stopped: {fact}.", "La publication s’est arrêtée : {fact}.", "게시가 중단되었습니다: {fact}."),
    Words(
        "{fact} had been altered; it was written again.",
        "{fact} avait été modifié; le fichier a été réécrit.",
        "{fact} 파일이 변경되어 다시 썼습니다.",
    ),
    Words(
        "{word}: {other} holds {number} entries, we hold {most}",
        "{word} : {other} détient {number} inscriptions, nous en détenons {most}",
        "{word}: {other} 보유 항목 {number}개, 우리 보유 항목 {most}개",
    ),
)  # fmt: skip


def _of_the_network() -> Iterator[tuple[str, Words]]:
    """What a connection ended with: the name the software gives it, with what it means."""
    late = Words("no answer in time", "aucune réponse à temps", "응답 시간 초과")
    cut = Words("the connection was cut", "la connexion a été coupée", "연결이 끊김")
    closed = Words("no connection", "aucune connexion", "연결할 수 없음")
    other = Words("an answer outside the protocol", "une réponse hors protocole", "규약에 맞지 않는 응답")
    secure = Words("no secure connection", "aucune connexion sécurisée", "보안 연결을 할 수 없음")
    meanings = {
        late: ("ConnectTimeout", "ReadTimeout", "WriteTimeout", "PoolTimeout", "TimeoutException"),
        cut: (
            *("ReadError", "WriteError", "CloseError", "NetworkError", "IncompleteRead"),
            *("ConnectionResetError", "BrokenPipeError"),
        ),
        closed: ("ConnectError", "ConnectionRefusedError", "ConnectionAbortedError", "ProxyError"),
        other: ("RemoteProtocolError", "LocalProtocolError", "DecodingError", "UnsupportedProtocol", "ProtocolError"),
        secure: ("SSLError", "SSLCertVerificationError", "SSLEOFError", "SSLZeroReturnError", "SSLWantReadError"),
    }
    for said, names in meanings.items():
        yield from ((name, Words(*(f"{part} ({name})" for part in said.by_language().values()))) for name in names)


FACTS_IN_BYTES: Final[tuple[tuple[str, Words], ...]] = (
    *(fact for units in _COUNTS for fact in counted(*units)),
    *((words.en, words) for words in _LIKE_THE_FORM),
    *_of_the_network(),
)
"""What a fault may state, in its form for machines, and how it is said."""
