"""The words of every fault that bytes can have: JSON, notes, keys, trees, logs and the file handed over.

Source of the codes: exchange format, section 15, groups J, N, T, K, F and O.
"""

from typing import Final

from suivi.exchange.remedies import (
    ASK_KEYS,
    CHECK_WRITER,
    COMPARE_KEYS,
    FROM_START,
    KEEP_EVIDENCE,
    MORE_SIGNATURES,
    NEW_KEYS,
    SEND_AGAIN,
    WAIT_FOR_IT,
    FaultWords,
    fault,
)
from suivi.plan.words import Words

JSON: Final[dict[str, FaultWords]] = {
    "json.bom": fault(
        "A line begins with a byte order mark.",
        "Une ligne commence par un indicateur d’ordre des octets.",
        "줄 첫머리에 바이트 순서 표시가 있습니다.",
        CHECK_WRITER,
    ),
    "json.utf8": fault(
        "Some bytes are not UTF-8 text.",
        "Certains octets ne forment pas un texte UTF-8.",
        "UTF-8 문자로 읽을 수 없는 바이트가 있습니다.",
        SEND_AGAIN,
    ),
    "json.duplicate-key": fault(
        "An object names the same field twice.",
        "Un objet contient deux fois le même champ.",
        "한 객체에 같은 항목명이 두 번 나옵니다.",
        CHECK_WRITER,
    ),
    "json.constant": fault(
        "A value is NaN or infinite, which no record can hold.",
        "Une valeur est NaN ou infinie, ce qu’aucun acte ne peut contenir.",
        "기록에 쓸 수 없는 NaN 또는 무한대 값이 있습니다.",
        CHECK_WRITER,
    ),
    "json.float": fault(
        "A number has a fraction or an exponent; decimals are written as text.",
        "Un nombre comporte une fraction ou un exposant; les décimales s’écrivent sous forme de texte.",
        "소수나 지수가 있는 수가 있습니다. 소수는 문자열로 적어야 합니다.",
        CHECK_WRITER,
    ),
    "json.minus-zero": fault(
        "A number is written as minus zero.",
        "Un nombre est écrit « moins zéro ».",
        "음의 영(-0)으로 적힌 수가 있습니다.",
        CHECK_WRITER,
    ),
    "json.integer-range": fault(
        "A whole number is too large to be kept exactly.",
        "Un nombre entier est trop grand pour être conservé exactement.",
        "정확히 보관할 수 없을 만큼 큰 정수가 있습니다.",
        CHECK_WRITER,
    ),
    "json.depth": fault(
        "Objects stand inside one another more deeply than the format allows.",
        "Des objets sont imbriqués plus profondément que le format ne le permet.",
        "객체가 형식에서 허용하는 것보다 깊게 중첩되어 있습니다.",
        CHECK_WRITER,
    ),
    "json.surrogate": fault(
        "A text holds half of a character.",
        "Un texte contient une moitié de caractère.",
        "문자열에 반쪽짜리 문자 코드가 있습니다.",
        CHECK_WRITER,
    ),
    "json.not-canonical": fault(
        "The same facts are written in another way than the canonical one.",
        "Les mêmes faits sont écrits autrement que sous la forme canonique.",
        "같은 내용이 표준 표기와 다르게 적혀 있습니다.",
        CHECK_WRITER,
    ),
    "json.syntax": fault(
        "A line cannot be read as one JSON value.",
        "Une ligne ne peut pas être lue comme une valeur JSON unique.",
        "한 줄을 하나의 JSON 값으로 읽을 수 없습니다.",
        SEND_AGAIN,
    ),
}

SIZE: Final[dict[str, FaultWords]] = {
    "size.line": fault(
        "A line is longer than the format or the charter allows.",
        "Une ligne est plus longue que le format ou la charte ne le permet.",
        "형식이나 운영 약정에서 허용하는 길이를 넘는 줄이 있습니다.",
        CHECK_WRITER,
    ),
    "size.header": fault(
        "A header is longer than 4,096 bytes, or than the charter allows.",
        "Un en-tête dépasse 4 096 octets, ou la limite de la charte.",
        "머리글이 4,096바이트 또는 운영 약정의 한도를 넘습니다.",
        CHECK_WRITER,
    ),
    "size.content": fault(
        "A content is longer than 262,144 bytes, or than the charter allows.",
        "Un contenu dépasse 262 144 octets, ou la limite de la charte.",
        "내용이 262,144바이트 또는 운영 약정의 한도를 넘습니다.",
        CHECK_WRITER,
    ),
    "size.note": fault(
        "A signed note is longer than 16,384 bytes, or than the charter allows.",
        "Une note signée dépasse 16 384 octets, ou la limite de la charte.",
        "서명문이 16,384바이트 또는 운영 약정의 한도를 넘습니다.",
        CHECK_WRITER,
    ),
    "size.manifest": fault(
        "A key list is longer than 65,536 bytes, there are more than 256 of them, or the charter allows less.",
        "Une liste de clés dépasse 65 536 octets, il y en a plus de 256, ou la charte en permet moins.",
        "키 목록이 65,536바이트를 넘거나 256판을 넘습니다.",
        NEW_KEYS,
    ),
    "size.bundle": fault(
        "The file is larger than the format or the charter allows, or holds too many members.",
        "Le fichier est plus grand que le format ou la charte ne le permet, ou contient trop d’éléments.",
        "파일이 형식이나 운영 약정에서 허용하는 크기를 넘거나 구성 요소가 너무 많습니다.",
        SEND_AGAIN,
    ),
    "size.evidence": fault(
        "The evidence is longer than 65,536 bytes.",
        "La preuve dépasse 65 536 octets.",
        "증거 자료가 65,536바이트를 넘습니다.",
        SEND_AGAIN,
    ),
}

NOTE: Final[dict[str, FaultWords]] = {
    "note.form": fault(
        "A signed note does not have the form of one.",
        "Une note signée n’en a pas la forme.",
        "서명문이 정해진 형식을 갖추지 않았습니다.",
        SEND_AGAIN,
    ),
    "note.base64": fault(
        "A signature or a root is not written in the one way the format allows.",
        "Une signature ou une racine n’est pas écrite de la seule façon admise par le format.",
        "서명 또는 루트 값이 형식에서 정한 표기와 다릅니다.",
        SEND_AGAIN,
    ),
    "note.too-many": fault(
        "A signed note carries more than 16 signature lines, or more than the charter allows.",
        "Une note signée porte plus de 16 lignes de signature, ou plus que la charte n’en permet.",
        "서명문의 서명이 16줄 또는 운영 약정의 한도를 넘습니다.",
        CHECK_WRITER,
    ),
    "note.unsigned": fault(
        "A note carries no signature.",
        "Une note ne porte aucune signature.",
        "서명이 없는 문서입니다.",
        SEND_AGAIN,
    ),
    "note.bad-signature": fault(
        "A signature by a known key does not fit the text.",
        "Une signature faite avec une clé connue ne correspond pas au texte.",
        "알려진 키의 서명이 본문과 맞지 않습니다.",
        SEND_AGAIN,
    ),
    "note.purpose": fault(
        "A signed note serves another purpose than the one needed here.",
        "Une note signée sert à autre chose que ce qui est requis ici.",
        "여기에 필요한 용도와 다른 서명문입니다.",
        SEND_AGAIN,
    ),
    "checkpoint.origin": fault(
        "The signed state is that of another party or another channel.",
        "L’état signé est celui d’une autre partie ou d’un autre canal.",
        "다른 당사국 또는 다른 채널의 서명된 상태입니다.",
        SEND_AGAIN,
    ),
    "checkpoint.size": fault(
        "The size in the signed state is not written as a plain whole number.",
        "La taille inscrite dans l’état signé n’est pas un nombre entier simple.",
        "서명된 상태의 크기가 정해진 정수 표기가 아닙니다.",
        CHECK_WRITER,
    ),
    "checkpoint.extension": fault(
        "The signed state has more lines than origin, size and root.",
        "L’état signé contient d’autres lignes que l’origine, la taille et la racine.",
        "서명된 상태에 출처, 크기, 루트 이외의 줄이 있습니다.",
        CHECK_WRITER,
    ),
    "checkpoint.root-length": fault(
        "The root in the signed state is not 32 bytes long.",
        "La racine de l’état signé ne compte pas 32 octets.",
        "서명된 상태의 루트 길이가 32바이트가 아닙니다.",
        CHECK_WRITER,
    ),
    "checkpoint.empty-root": fault(
        "The root does not go with the size: only an empty log has the empty root.",
        "La racine ne va pas avec la taille : seul un journal vide a la racine vide.",
        "루트와 크기가 서로 맞지 않습니다. 빈 루트는 빈 기록부에만 쓸 수 있습니다.",
        CHECK_WRITER,
    ),
    "checkpoint.unsigned-by-log": fault(
        "The signed state lacks the signature of the log’s own key.",
        "L’état signé ne porte pas la signature de la clé du journal.",
        "서명된 상태에 기록부 키의 서명이 없습니다.",
        SEND_AGAIN,
    ),
}

KEYS: Final[dict[str, FaultWords]] = {
    "keys.unknown": fault(
        "No signature is by a key that is known here.",
        "Aucune signature ne provient d’une clé connue ici.",
        "이곳에 알려진 키로 한 서명이 없습니다.",
        ASK_KEYS,
    ),
    "keys.fingerprint": fault(
        "The key list is not the one whose fingerprint was exchanged.",
        "La liste de clés n’est pas celle dont l’empreinte a été échangée.",
        "교환한 지문과 다른 키 목록입니다.",
        COMPARE_KEYS,
    ),
    "keys.not-consecutive": fault(
        "A key list does not follow directly on the one held here.",
        "Une liste de clés ne suit pas directement celle qui est détenue ici.",
        "이곳의 키 목록 바로 다음 판이 아닙니다.",
        ASK_KEYS,
    ),
    "keys.rollback": fault(
        "An older key list is presented as the newest.",
        "Une ancienne liste de clés est présentée comme la plus récente.",
        "이전 키 목록이 최신 목록으로 제시되었습니다.",
        COMPARE_KEYS,
    ),
    "keys.equivocation": fault(
        "One version of the key list exists in two texts, both fully signed.",
        "Une même version de la liste de clés existe en deux textes, tous deux pleinement signés.",
        "같은 판의 키 목록이 서로 다른 두 가지로 존재하며, 둘 다 서명 요건을 갖추었습니다.",
        KEEP_EVIDENCE,
    ),
    "keys.old-threshold": fault(
        "A new key list lacks the signatures that the list before it requires.",
        "Une nouvelle liste de clés ne porte pas les signatures exigées par la précédente.",
        "새 키 목록에 직전 목록이 요구하는 서명이 모자랍니다.",
        MORE_SIGNATURES,
    ),
    "keys.new-threshold": fault(
        "A key list lacks the signatures that it requires itself.",
        "Une liste de clés ne porte pas les signatures qu’elle exige elle-même.",
        "키 목록에 그 목록 스스로 요구하는 서명이 모자랍니다.",
        MORE_SIGNATURES,
    ),
    "keys.duplicate": fault(
        "A key list names one key twice.",
        "Une liste de clés contient deux fois la même clé.",
        "키 목록에 같은 키가 두 번 나옵니다.",
        NEW_KEYS,
    ),
    "keys.two-roles": fault(
        "One key serves in two roles or for two parties.",
        "Une même clé remplit deux rôles ou sert à deux parties.",
        "하나의 키가 두 가지 용도나 두 당사국에 쓰이고 있습니다.",
        NEW_KEYS,
    ),
    "keys.small-order": fault(
        "A key is of the kind that accepts signatures nobody made.",
        "Une clé est du genre qui accepte des signatures que personne n’a faites.",
        "아무도 하지 않은 서명까지 통과시키는 위험한 키입니다.",
        NEW_KEYS,
    ),
    "keys.encoding": fault(
        "A key is not written as the format requires.",
        "Une clé n’est pas écrite comme le format l’exige.",
        "키가 형식에서 정한 대로 적혀 있지 않습니다.",
        NEW_KEYS,
    ),
    "keys.id-collision": fault(
        "Two keys of one name share the same short number.",
        "Deux clés du même nom ont le même numéro abrégé.",
        "같은 이름의 두 키가 같은 식별 번호를 가지고 있습니다.",
        NEW_KEYS,
    ),
    "keys.algorithm": fault(
        "A key is for an algorithm that is not in use here.",
        "Une clé est prévue pour un algorithme qui n’est pas utilisé ici.",
        "이곳에서 쓰지 않는 알고리즘의 키입니다.",
        NEW_KEYS,
    ),
    "keys.threshold-range": fault(
        "The number of signatures required is outside what the keys or the charter allow.",
        "Le nombre de signatures exigé sort de ce que permettent les clés ou la charte.",
        "필요한 서명 수가 키의 수나 운영 약정이 허용하는 범위를 벗어납니다.",
        NEW_KEYS,
    ),
    "keys.subject": fault(
        "The key list is that of another party or another channel.",
        "La liste de clés est celle d’une autre partie ou d’un autre canal.",
        "다른 당사국 또는 다른 채널의 키 목록입니다.",
        ASK_KEYS,
    ),
    "keys.chain": fault(
        "A key list does not name the list before it.",
        "Une liste de clés ne désigne pas celle qui la précède.",
        "키 목록이 직전 목록을 바르게 가리키지 않습니다.",
        NEW_KEYS,
    ),
    "keys.history": fault(
        "A key list rewrites what earlier ones said of an old key.",
        "Une liste de clés réécrit ce que les précédentes disaient d’une ancienne clé.",
        "이전 키에 대한 앞선 목록의 내용을 고쳐 쓴 키 목록입니다.",
        COMPARE_KEYS,
    ),
    "keys.after-until": fault(
        "A key signed a state beyond the size at which it ended.",
        "Une clé a signé un état au-delà de la taille où elle prend fin.",
        "사용이 끝난 크기를 넘는 상태에 서명한 키가 있습니다.",
        COMPARE_KEYS,
    ),
    "keys.before-from": fault(
        "A key signed a state below the size at which it begins.",
        "Une clé a signé un état en deçà de la taille où elle commence.",
        "사용이 시작되는 크기보다 작은 상태에 서명한 키가 있습니다.",
        COMPARE_KEYS,
    ),
    "keys.cut": fault(
        "A new key list disowns entries that are already held here.",
        "Une nouvelle liste de clés désavoue des inscriptions déjà détenues ici.",
        "새 키 목록이 이미 이곳에 보관된 항목을 부인하고 있습니다.",
        KEEP_EVIDENCE,
    ),
}

TREE: Final[dict[str, FaultWords]] = {
    "proof.zero": fault(
        "A proof from an empty log must be empty, and this one is not.",
        "Une preuve à partir d’un journal vide doit être vide, et celle-ci ne l’est pas.",
        "빈 기록부에서 시작하는 증명은 비어 있어야 하는데 그렇지 않습니다.",
        CHECK_WRITER,
    ),
    "proof.same-size": fault(
        "A proof between two equal sizes must be empty, and this one is not.",
        "Une preuve entre deux tailles égales doit être vide, et celle-ci ne l’est pas.",
        "같은 크기 사이의 증명은 비어 있어야 하는데 그렇지 않습니다.",
        CHECK_WRITER,
    ),
    "proof.hash-length": fault(
        "A digest in a proof is not 32 bytes long.",
        "Une empreinte de la preuve ne compte pas 32 octets.",
        "증명에 32바이트가 아닌 해시값이 있습니다.",
        CHECK_WRITER,
    ),
    "proof.index": fault(
        "A proof speaks of an entry beyond the size of the log.",
        "Une preuve porte sur une inscription située au-delà de la taille du journal.",
        "기록부 크기를 벗어난 항목에 대한 증명입니다.",
        CHECK_WRITER,
    ),
    "proof.sizes": fault(
        "A proof runs from a larger size to a smaller one.",
        "Une preuve va d’une taille plus grande à une taille plus petite.",
        "큰 크기에서 작은 크기로 가는 증명입니다.",
        CHECK_WRITER,
    ),
    "proof.length": fault(
        "A proof has too few or too many steps.",
        "Une preuve compte trop ou trop peu d’étapes.",
        "증명의 단계 수가 맞지 않습니다.",
        CHECK_WRITER,
    ),
    "proof.root": fault(
        "A proof does not lead to the signed root.",
        "Une preuve ne mène pas à la racine signée.",
        "증명이 서명된 루트로 이어지지 않습니다.",
        CHECK_WRITER,
    ),
    "tree.root": fault(
        "The entries do not add up to the root that was signed.",
        "Les inscriptions ne donnent pas la racine qui a été signée.",
        "항목들을 합쳐도 서명된 루트가 나오지 않습니다.",
        FROM_START,
    ),
}

LOG: Final[dict[str, FaultWords]] = {
    "log.wrong-origin": fault(
        "An entry belongs to another log.",
        "Une inscription appartient à un autre journal.",
        "다른 기록부에 속하는 항목이 있습니다.",
        SEND_AGAIN,
    ),
    "log.sequence": fault(
        "An entry does not stand in its own place.",
        "Une inscription n’est pas à sa place.",
        "제자리에 있지 않은 항목이 있습니다.",
        SEND_AGAIN,
    ),
    "log.gap": fault(
        "There are fewer entries than the signed state counts.",
        "Il y a moins d’inscriptions que n’en compte l’état signé.",
        "서명된 상태에 적힌 수보다 항목이 적습니다.",
        SEND_AGAIN,
    ),
    "log.surplus": fault(
        "There are more entries than the signed state counts.",
        "Il y a plus d’inscriptions que n’en compte l’état signé.",
        "서명된 상태에 적힌 수보다 항목이 많습니다.",
        SEND_AGAIN,
    ),
    "log.equivocation": fault(
        "The same log was signed in two states that contradict each other.",
        "Un même journal a été signé dans deux états qui se contredisent.",
        "같은 기록부가 서로 모순되는 두 상태로 서명되었습니다.",
        KEEP_EVIDENCE,
    ),
    "log.fork": fault(
        "The log was continued from another past than the one held here.",
        "Le journal a été poursuivi à partir d’un autre passé que celui détenu ici.",
        "이곳에 보관된 것과 다른 과거에서 이어진 기록부입니다.",
        KEEP_EVIDENCE,
    ),
    "log.rollback": fault(
        "The log shows an earlier state of itself.",
        "Le journal montre un état antérieur.",
        "기록부가 이전 상태로 돌아가 있습니다.",
        Words(
            "Ask the partner whether an old backup was restored.",
            "Demandez au partenaire s’il a restauré une ancienne sauvegarde.",
            "오래된 백업을 복구하였는지 상대 당사국에 문의하십시오.",
        ),
    ),
    "content.hash": fault(
        "A content is not the one to which its header commits.",
        "Un contenu n’est pas celui auquel son en-tête renvoie.",
        "머리글이 약속한 것과 다른 내용입니다.",
        SEND_AGAIN,
    ),
    "content.size": fault(
        "A content has another length than its header says.",
        "Un contenu n’a pas la longueur indiquée dans son en-tête.",
        "내용의 길이가 머리글에 적힌 것과 다릅니다.",
        SEND_AGAIN,
    ),
    "content.absent": fault(
        "The content of an entry is missing, and nobody recorded its destruction.",
        "Le contenu d’une inscription manque, et aucune destruction n’a été consignée.",
        "항목의 내용이 없으며, 파기되었다는 기록도 없습니다.",
        WAIT_FOR_IT,
    ),
    "blob.absent": fault(
        "An attachment is missing.",
        "Une pièce jointe manque.",
        "첨부 문서가 빠져 있습니다.",
        WAIT_FOR_IT,
    ),
}

FILE: Final[dict[str, FaultWords]] = {
    "file.truncated": fault(
        "The file ends too early.",
        "Le fichier s’arrête trop tôt.",
        "파일이 중간에서 끊겼습니다.",
        SEND_AGAIN,
    ),
    "file.trailing": fault(
        "Something follows the end of the file.",
        "Quelque chose suit la fin du fichier.",
        "파일이 끝난 뒤에 다른 내용이 이어집니다.",
        SEND_AGAIN,
    ),
    "file.padding": fault(
        "The filling between two members of the file is not empty.",
        "Le remplissage entre deux éléments du fichier n’est pas vide.",
        "파일 구성 요소 사이의 여백이 비어 있지 않습니다.",
        SEND_AGAIN,
    ),
    "file.name": fault(
        "A member of the file bears a name that the format does not know.",
        "Un élément du fichier porte un nom que le format ne connaît pas.",
        "형식에 없는 이름의 파일 구성 요소가 있습니다.",
        SEND_AGAIN,
    ),
    "file.header": fault(
        "The header of a member differs from the only one the format allows.",
        "L’en-tête d’un élément diffère du seul que le format admette.",
        "파일 구성 요소의 머리 부분이 형식에서 허용하는 것과 다릅니다.",
        SEND_AGAIN,
    ),
    "file.order": fault(
        "The members of the file stand twice or out of order.",
        "Des éléments du fichier sont répétés ou dans le désordre.",
        "파일 구성 요소가 중복되거나 순서가 맞지 않습니다.",
        SEND_AGAIN,
    ),
    "file.unlisted": fault(
        "The file holds a member that its own list does not name.",
        "Le fichier contient un élément absent de sa propre liste.",
        "파일 목록에 없는 구성 요소가 들어 있습니다.",
        SEND_AGAIN,
    ),
    "file.missing": fault(
        "A member that the file lists is not in it.",
        "Un élément inscrit dans la liste du fichier ne s’y trouve pas.",
        "파일 목록에 있는 구성 요소가 빠져 있습니다.",
        SEND_AGAIN,
    ),
    "file.size": fault(
        "A member of the file has another length than listed.",
        "Un élément du fichier n’a pas la longueur indiquée dans la liste.",
        "구성 요소의 길이가 목록에 적힌 것과 다릅니다.",
        SEND_AGAIN,
    ),
    "file.digest": fault(
        "A member of the file is not the one listed.",
        "Un élément du fichier n’est pas celui qui est inscrit dans la liste.",
        "목록에 적힌 것과 다른 구성 요소입니다.",
        SEND_AGAIN,
    ),
    "file.recipient": fault(
        "The file is addressed to somebody else.",
        "Le fichier est adressé à quelqu’un d’autre.",
        "다른 수신자 앞으로 작성된 파일입니다.",
        Words(
            "Ask the partner for the file made out to this party; tell it that this one went astray.",
            "Demandez au partenaire le fichier établi pour cette partie et signalez-lui que celui-ci s’est égaré.",
            "이 당사국 앞으로 작성된 파일을 요청하고, 다른 파일이 잘못 전달되었음을 알리십시오.",
        ),
    ),
    "file.own": fault(
        "The file holds a copy of our own log.",
        "Le fichier contient une copie de notre propre journal.",
        "우리 기록부의 사본이 담긴 파일입니다.",
        Words(
            "Take it in only while restoring this node from the partner’s copy.",
            "Ne le recevez que pendant la restauration de ce nœud à partir de la copie du partenaire.",
            "상대 당사국의 사본으로 이 노드를 복구하는 동안에만 반입하십시오.",
        ),
    ),
    "file.prerequisite": fault(
        "Entries between those held here and those of the file are missing.",
        "Il manque des inscriptions entre celles qui sont détenues ici et celles du fichier.",
        "이곳에 보관된 항목과 파일의 항목 사이에 빠진 항목이 있습니다.",
        Words(
            "Take in the file that holds the entries named as expected, then this one again.",
            "Recevez d’abord le fichier qui contient les inscriptions attendues, puis de nouveau celui-ci.",
            "필요한 항목이 들어 있는 파일을 먼저 반입한 뒤 이 파일을 다시 반입하십시오.",
        ),
    ),
    "file.root": fault(
        "The file continues a log whose past differs from the one held here.",
        "Le fichier prolonge un journal dont le passé diffère de celui détenu ici.",
        "이곳에 보관된 것과 다른 과거에서 이어지는 파일입니다.",
        FROM_START,
    ),
    "blob.hash": fault(
        "An attachment is not the one that was announced.",
        "Une pièce jointe n’est pas celle qui a été annoncée.",
        "예고된 것과 다른 첨부 문서입니다.",
        SEND_AGAIN,
    ),
}

WORDS_OF_BYTES: Final[dict[str, FaultWords]] = {**JSON, **SIZE, **NOTE, **KEYS, **TREE, **LOG, **FILE}
