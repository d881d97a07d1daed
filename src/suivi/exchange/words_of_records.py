"""The words of every fault that records can have: fields, texts, markings, joint texts, receipts, releases.

Source of the codes: exchange format, section 15, groups J, H, G, C, W, P, M, R, L and T.
"""

from typing import Final

from suivi.exchange.remedies import (
    AGREE_CHARTER,
    AMEND_TEXT,
    CALL_ADMINISTRATOR,
    CHECK_WRITER,
    CUT_TICKET,
    FREE_SPACE,
    KEEP_EVIDENCE,
    LOOK_AT_PAGE,
    LOWER_MARKING,
    PROPOSE_AGAIN,
    RESTORE_FIRST,
    WAIT_FOR_IT,
    WRITE_ANEW,
    FaultWords,
    fault,
)
from suivi.plan.words import Words

RECORD: Final[dict[str, FaultWords]] = {
    "record.version": fault(
        "An entry is written in a version of the format that is not known here.",
        "Une inscription est écrite dans une version du format inconnue ici.",
        "이곳에서 알지 못하는 형식 판으로 작성된 항목입니다.",
        WRITE_ANEW,
    ),
    "record.unknown-kind": fault(
        "An entry is of a kind that is not known here.",
        "Une inscription est d’un genre inconnu ici.",
        "이곳에서 알지 못하는 종류의 항목입니다.",
        WRITE_ANEW,
    ),
    "record.unknown-field": fault(
        "An entry has a field that its kind does not have.",
        "Une inscription comporte un champ que son genre ne prévoit pas.",
        "해당 종류에 없는 필드가 항목에 들어 있습니다.",
        WRITE_ANEW,
    ),
    "record.missing-field": fault(
        "An entry lacks a field that its kind requires.",
        "Il manque à une inscription un champ que son genre exige.",
        "해당 종류에 필요한 필드가 항목에 없습니다.",
        WRITE_ANEW,
    ),
    "record.value": fault(
        "A value is not written as its field requires.",
        "Une valeur n’est pas écrite comme son champ l’exige.",
        "필드에 정해진 대로 적히지 않은 값이 있습니다.",
        WRITE_ANEW,
    ),
    "record.address": fault(
        "The source is not an address of the web.",
        "La source n’est pas une adresse Web.",
        "근거 자료의 출처가 웹 주소가 아닙니다.",
        Words(
            "Copy the whole address from the browser; it begins with https or http and holds no spaces.",
            "Copiez l’adresse complète depuis le navigateur; elle commence par https ou http et "
            "ne contient aucune espace.",
            "브라우저에서 전체 주소를 복사하십시오. 주소는 https 또는 http 표기로 시작하며 빈칸이 없습니다.",
        ),
    ),
    "record.duplicate-id": fault(
        "An entry bears a number that another entry of the channel already has.",
        "Une inscription porte un numéro déjà attribué à une autre inscription du canal.",
        "채널의 다른 항목과 번호가 같은 항목입니다.",
        WRITE_ANEW,
    ),
    "record.salt": fault(
        "The salt that protects a content is missing, short or used before.",
        "Le sel qui protège un contenu est absent, trop court ou déjà utilisé.",
        "내용을 보호하는 솔트가 없거나 짧거나 이미 쓰인 것입니다.",
        WRITE_ANEW,
    ),
    "record.target": fault(
        "An entry refers to another entry that does not exist in that form.",
        "Une inscription renvoie à une autre qui n’existe pas sous cette forme.",
        "존재하지 않거나 내용이 다른 항목을 가리키고 있습니다.",
        WRITE_ANEW,
    ),
    "record.manifest": fault(
        "An entry names a key list that is not known here, or an older one than before.",
        "Une inscription désigne une liste de clés inconnue ici, ou plus ancienne que la précédente.",
        "알지 못하는 키 목록이나 앞선 항목보다 오래된 키 목록을 가리키고 있습니다.",
        WRITE_ANEW,
    ),
    "record.seen": fault(
        "What an entry says it has seen cannot be.",
        "Ce qu’une inscription dit avoir vu n’est pas possible.",
        "항목이 확인하였다고 적은 범위가 있을 수 없는 것입니다.",
        WRITE_ANEW,
    ),
    "record.attachment": fault(
        "An entry names too many attachments, or one that is too large or of a kind that is not admitted.",
        "Une inscription désigne trop de pièces jointes, ou une pièce trop lourde ou d’un type non admis.",
        "첨부 문서가 너무 많거나, 너무 크거나 허용되지 않는 형식의 첨부 문서가 있습니다.",
        WRITE_ANEW,
    ),
    "order.waiting": fault(
        "An entry rests on others that have not arrived here yet.",
        "Une inscription s’appuie sur d’autres qui ne sont pas encore arrivées ici.",
        "아직 도착하지 않은 다른 항목에 근거한 항목입니다.",
        WAIT_FOR_IT,
    ),
    "time.future": fault(
        "An entry bears a time that lies ahead.",
        "Une inscription porte une heure à venir.",
        "앞으로 올 시각이 적힌 항목입니다.",
        Words(
            "Compare the clocks of both nodes; the entry keeps its effect.",
            "Comparez les horloges des deux nœuds; l’inscription garde son effet.",
            "양측 노드의 시계를 맞추어 보십시오. 항목의 효력은 그대로입니다.",
        ),
    ),
}

TEXT: Final[dict[str, FaultWords]] = {
    "text.nfc": fault(
        "A text is written with decomposed letters.",
        "Un texte est écrit avec des lettres décomposées.",
        "자모가 분리된 글자로 적힌 본문이 있습니다.",
        Words(
            "Have the text saved in composed form (NFC), then released anew.",
            "Faites enregistrer le texte sous forme composée (NFC), puis communiquez-le de nouveau.",
            "본문을 완성형(NFC)으로 저장한 뒤 새로 전달하십시오.",
        ),
    ),
    "text.control": fault(
        "A text holds a control character other than the line break.",
        "Un texte contient un caractère de commande autre que le saut de ligne.",
        "본문에 줄바꿈 이외의 제어 문자가 있습니다.",
        AMEND_TEXT,
    ),
    "text.forbidden": fault(
        "A text holds a character that is invisible or turns the direction of reading.",
        "Un texte contient un caractère invisible ou qui inverse le sens de lecture.",
        "본문에 보이지 않거나 읽는 방향을 바꾸는 문자가 있습니다.",
        AMEND_TEXT,
    ),
    "text.unassigned": fault(
        "A text holds a character that Unicode 14 does not know.",
        "Un texte contient un caractère inconnu d’Unicode 14.",
        "본문에 유니코드 14에 없는 문자가 있습니다.",
        AMEND_TEXT,
    ),
}

MARKING: Final[dict[str, FaultWords]] = {
    "marking.unknown": fault(
        "A marking is not one of those known here.",
        "Un marquage ne fait pas partie de ceux qui sont connus ici.",
        "이곳에서 알지 못하는 표시입니다.",
        WRITE_ANEW,
    ),
    "marking.above-ceiling": fault(
        "A marking lies above the ceiling of the channel; the content was not read.",
        "Un marquage dépasse le plafond du canal; le contenu n’a pas été lu.",
        "채널의 상한을 넘는 표시입니다. 내용은 읽지 않았습니다.",
        LOWER_MARKING,
    ),
    "marking.rel": fault(
        "A marking leaves out a party of the channel.",
        "Un marquage exclut une partie du canal.",
        "채널의 당사국이 빠진 표시입니다.",
        WRITE_ANEW,
    ),
}

JOINT: Final[dict[str, FaultWords]] = {
    "joint.not-in-effect": fault(
        "A joint text is not in effect: not every party has sealed it.",
        "Un texte commun n’est pas en vigueur : toutes les parties ne l’ont pas scellé.",
        "모든 당사국이 봉인하지 않아 아직 효력이 없는 공동 문안입니다.",
        LOOK_AT_PAGE,
    ),
    "joint.pending": fault(
        "A joint text still waits for a seal.",
        "Un texte commun attend encore un sceau.",
        "아직 봉인을 기다리는 공동 문안입니다.",
        LOOK_AT_PAGE,
    ),
    "joint.bound": fault(
        "A party withdrew from a joint text after sealing it.",
        "Une partie s’est retirée d’un texte commun après l’avoir scellé.",
        "공동 문안을 봉인한 뒤에 철회한 당사국이 있습니다.",
        PROPOSE_AGAIN,
    ),
    "joint.final-exit": fault(
        "A party spoke again on a joint text after declining or withdrawing.",
        "Une partie s’est prononcée de nouveau sur un texte commun après l’avoir refusé ou s’en être retirée.",
        "공동 문안을 거절하거나 철회한 뒤에 다시 의사를 밝힌 당사국이 있습니다.",
        PROPOSE_AGAIN,
    ),
    "joint.seal-early": fault(
        "A party sealed a joint text before speaking on it.",
        "Une partie a scellé un texte commun avant de se prononcer.",
        "의사를 밝히기 전에 공동 문안을 봉인한 당사국이 있습니다.",
        WRITE_ANEW,
    ),
    "joint.seal-incomplete": fault(
        "A seal was set without having seen the word of every party.",
        "Un sceau a été apposé sans que la parole de chaque partie ait été vue.",
        "모든 당사국의 의사를 확인하지 않고 한 봉인입니다.",
        WRITE_ANEW,
    ),
    "joint.seal-voice": fault(
        "A seal names another entry than the word of that party.",
        "Un sceau désigne une autre inscription que la parole de la partie.",
        "당사국의 의사와 다른 항목을 가리키는 봉인입니다.",
        WRITE_ANEW,
    ),
    "joint.language": fault(
        "A joint text lacks one of the languages of the charter.",
        "Il manque à un texte commun une des langues de la charte.",
        "운영 약정의 언어 가운데 하나가 빠진 공동 문안입니다.",
        PROPOSE_AGAIN,
    ),
    "joint.parties": fault(
        "A joint text names other parties than the charter, or in another order.",
        "Un texte commun désigne d’autres parties que la charte, ou dans un autre ordre.",
        "운영 약정과 다른 당사국을 적었거나 순서가 다른 공동 문안입니다.",
        PROPOSE_AGAIN,
    ),
    "joint.one-sided": fault(
        "One side alone set out to change a text that is in effect jointly.",
        "Une seule partie a voulu modifier un texte commun en vigueur.",
        "효력이 있는 공동 문안을 한쪽에서만 바꾸려 하였습니다.",
        PROPOSE_AGAIN,
    ),
}

CHANNEL: Final[dict[str, FaultWords]] = {
    "charter.none": fault(
        "No charter is in effect yet.",
        "Aucune charte n’est encore en vigueur.",
        "효력이 있는 운영 약정이 아직 없습니다.",
        AGREE_CHARTER,
    ),
    "charter.limit": fault(
        "A charter goes above the limits of the format.",
        "Une charte dépasse les limites du format.",
        "형식의 한도를 넘는 운영 약정입니다.",
        AGREE_CHARTER,
    ),
    "charter.parties": fault(
        "A charter changes the parties of the channel.",
        "Une charte change les parties du canal.",
        "채널의 당사국을 바꾸는 운영 약정입니다.",
        AGREE_CHARTER,
    ),
    "charter.channel": fault(
        "A charter names another channel.",
        "Une charte désigne un autre canal.",
        "다른 채널을 적은 운영 약정입니다.",
        AGREE_CHARTER,
    ),
    "charter.edition": fault(
        "A charter rests on an edition of the rules that is not known here.",
        "Une charte repose sur une édition des règles inconnue ici.",
        "이곳에서 알지 못하는 규칙 판에 따른 운영 약정입니다.",
        CALL_ADMINISTRATOR,
    ),
    "charter.policy": fault(
        "A charter rests on a national table of markings that is not known here, or reads otherwise here.",
        "Une charte repose sur un tableau national de marquages inconnu ici, ou qui se lit autrement ici.",
        "이곳에서 알지 못하거나 이곳의 것과 다른 국가 표시 등급표에 근거한 운영 약정입니다.",
        CALL_ADMINISTRATOR,
    ),
    "channel.not-a-party": fault(
        "The log is not one of a party to this channel.",
        "Le journal n’est pas celui d’une partie à ce canal.",
        "이 채널 당사국의 기록부가 아닙니다.",
        Words(
            "Ask who sent it; only parties whose key list was compared can take part.",
            "Vérifiez qui l’a envoyé; seules participent les parties dont la liste de clés a été comparée.",
            "보낸 곳을 확인하십시오. 키 목록을 대조한 당사국만 참여할 수 있습니다.",
        ),
    ),
    "channel.suspended": fault(
        "The channel is suspended: nothing is taken in, receipted or released.",
        "Le canal est suspendu : rien n’y est reçu, attesté ni communiqué.",
        "채널이 중지되어 반입, 수령 확인, 전달을 할 수 없습니다.",
        KEEP_EVIDENCE,
    ),
    "channel.closed": fault(
        "An entry follows the one that closed its log.",
        "Une inscription suit celle qui a fermé son journal.",
        "기록부를 닫은 항목 뒤에 이어진 항목입니다.",
        WRITE_ANEW,
    ),
}

CHANGE: Final[dict[str, FaultWords]] = {
    "change.not-author": fault(
        "An entry changes a record that another party put down.",
        "Une inscription modifie un acte versé par une autre partie.",
        "다른 당사국이 작성한 기록을 바꾸는 항목입니다.",
        WRITE_ANEW,
    ),
    "change.kind": fault(
        "A correction changes the kind or the subject of a record.",
        "Une correction change le genre ou l’objet d’un acte.",
        "기록의 종류나 대상을 바꾸는 정정입니다.",
        WRITE_ANEW,
    ),
    "change.withdrawn": fault(
        "A record that was withdrawn cannot be changed.",
        "Un acte retiré ne peut plus être modifié.",
        "철회된 기록은 바꿀 수 없습니다.",
        WRITE_ANEW,
    ),
    "change.indestructible": fault(
        "A joint text, a seal or a receipt cannot be removed.",
        "Un texte commun, un sceau ou un accusé de réception ne peut pas être supprimé.",
        "공동 문안, 봉인, 수령 확인은 없앨 수 없습니다.",
        WRITE_ANEW,
    ),
}

RECEIPT: Final[dict[str, FaultWords]] = {
    "receipt.mismatch": fault(
        "A receipt confirms another state than the one it says it has seen.",
        "Un accusé de réception atteste un autre état que celui qu’il dit avoir vu.",
        "확인하였다고 적은 것과 다른 상태를 증명하는 수령 확인입니다.",
        WRITE_ANEW,
    ),
    "receipt.signature": fault(
        "A receipt lacks a sound signature of the partner’s log or of its author’s witness key.",
        "Il manque à un accusé de réception une signature valable du journal ou de la clé de témoin de son auteur.",
        "기록부 키 또는 작성국 증인 키의 올바른 서명이 없는 수령 확인입니다.",
        WRITE_ANEW,
    ),
}

RELEASE: Final[dict[str, FaultWords]] = {
    "release.aggregation": fault(
        "Nobody has yet looked at this review as a whole and at its marking.",
        "Personne n’a encore examiné l’ensemble de ce dossier ni son marquage.",
        "아직 이 점검 자료 전체와 그 표시를 확인한 담당관이 없습니다.",
        Words(
            "An officer who may approve opens the review room and says that the package was looked at.",
            "Un agent habilité à approuver ouvre la salle d’examen et indique que l’ensemble a été examiné.",
            "승인 권한이 있는 담당관이 점검실에서 전체를 확인하였음을 표시해야 합니다.",
        ),
    ),
    "release.two-officers": fault(
        "A release needs the approval of two different officers.",
        "Une communication exige l’approbation de deux agents différents.",
        "전달하려면 서로 다른 담당관 두 명의 승인이 필요합니다.",
        Words(
            "Ask a second officer to read the exact content and approve it.",
            "Demandez à un deuxième agent de lire le contenu exact et de l’approuver.",
            "다른 담당관에게 정확한 내용을 읽고 승인하도록 요청하십시오.",
        ),
    ),
    "release.digest": fault(
        "What would leave is not what was approved.",
        "Ce qui partirait n’est pas ce qui a été approuvé.",
        "승인된 것과 다른 내용이 전달되려 하고 있습니다.",
        CUT_TICKET,
    ),
    "release.stale-authentication": fault(
        "An approval was given more than five minutes after signing in.",
        "Une approbation a été donnée plus de cinq minutes après l’authentification.",
        "본인 확인 후 5분이 지나서 한 승인입니다.",
        Words(
            "Sign in again, then approve.",
            "Authentifiez-vous de nouveau, puis approuvez.",
            "다시 본인 확인을 한 뒤 승인하십시오.",
        ),
    ),
    "release.no-ticket": fault(
        "Only what was prepared for release can leave, and this was not.",
        "Seul ce qui a été préparé pour la communication peut sortir, ce qui n’est pas le cas ici.",
        "전달 준비를 거치지 않은 내용은 내보낼 수 없습니다.",
        CUT_TICKET,
    ),
    "release.not-automatic": fault(
        "The node writes only receipts, seals and notices by itself.",
        "De lui-même, le nœud n’écrit que des accusés de réception, des sceaux et des avis.",
        "노드가 스스로 작성할 수 있는 것은 수령 확인, 봉인, 통지뿐입니다.",
        CALL_ADMINISTRATOR,
    ),
    "release.attachment": fault(
        "The attachments of a release are not exactly those its content names.",
        "Les pièces jointes d’une communication ne sont pas exactement celles que désigne son contenu.",
        "전달할 첨부 문서가 내용에 적힌 것과 정확히 일치하지 않습니다.",
        CUT_TICKET,
    ),
}

OWN: Final[dict[str, FaultWords]] = {
    "own.fork": fault(
        "A signature of ours stands under a past of our log that is not ours.",
        "Une de nos signatures figure sous un passé de notre journal qui n’est pas le nôtre.",
        "우리 기록부와 다른 과거에 우리 서명이 붙어 있습니다.",
        CALL_ADMINISTRATOR,
    ),
    "own.behind": fault(
        "Somebody holds more of our own log than we do.",
        "Quelqu’un détient une plus grande part de notre journal que nous.",
        "우리보다 우리 기록부를 더 많이 보관한 곳이 있습니다.",
        RESTORE_FIRST,
    ),
    "own.disk": fault(
        "The disk is full or does not answer.",
        "Le disque est plein ou ne répond pas.",
        "디스크가 가득 찼거나 응답하지 않습니다.",
        FREE_SPACE,
    ),
}

EVIDENCE: Final[dict[str, FaultWords]] = {
    "evidence.form": fault(
        "The file is not a piece of evidence in the form that the format lays down.",
        "Le fichier n’est pas une preuve dans la forme prévue par le format.",
        "형식에서 정한 증거 파일이 아닙니다.",
        CHECK_WRITER,
    ),
    "evidence.no-contradiction": fault(
        "What the file holds does not contradict itself, so it proves nothing.",
        "Le contenu du fichier ne se contredit pas et ne prouve donc rien.",
        "파일의 내용이 서로 모순되지 않아 아무것도 증명하지 못합니다.",
        CHECK_WRITER,
    ),
}

WORDS_OF_RECORDS: Final[dict[str, FaultWords]] = {
    **RECORD,
    **TEXT,
    **MARKING,
    **JOINT,
    **CHANNEL,
    **CHANGE,
    **RECEIPT,
    **RELEASE,
    **OWN,
    **EVIDENCE,
}
