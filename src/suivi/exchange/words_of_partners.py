"""The words of what one party finds in the conduct of another, and of what our own officers may not give onwards.

Source of the codes: exchange format, section 15, rows T13, G08, W04 to W06, P01 and M04 to M06.
"""

from typing import Final

from suivi.exchange.remedies import FaultWords, fault
from suivi.plan.words import Words

COMPARE_BOTH: Final = Words(
    "Put the two records side by side with the partner; one of the two has to be corrected by its author.",
    "Comparez les deux actes avec le partenaire; leur auteur doit corriger l’un des deux.",
    "상대 당사국과 두 기록을 나란히 대조하십시오. 작성한 당사국이 둘 중 하나를 정정해야 합니다.",
)
COMPARE_VERSIONS: Final = Words(
    "Ask the partner which edition of the rules and which version of the software it uses.",
    "Demandez au partenaire l’édition des règles et la version du logiciel qu’il utilise.",
    "상대 당사국이 쓰는 규칙의 판과 소프트웨어 버전을 문의하십시오.",
)
REMIND_OF_DESTRUCTION: Final = Words(
    "Remind the partner in writing: it attested the destruction, and its file or server still holds the words.",
    "Rappelez-le par écrit au partenaire : il a attesté la destruction, et son fichier ou son serveur contient "
    "toujours ce contenu.",
    "상대 당사국에 서면으로 알리십시오. 파기를 확인한 뒤에도 파일이나 서버에 내용이 남아 있습니다.",
)
OLD_FILE: Final = Words(
    "Destroy the old file as well; nothing of it was kept here.",
    "Détruisez aussi l’ancien fichier; rien n’en a été conservé ici.",
    "오래된 파일도 파기하십시오. 이쪽에는 아무것도 보관하지 않았습니다.",
)
ASK_CONSENT: Final = Words(
    "Ask the party that wrote it to put its consent on record in the channel, then prepare the release again.",
    "Demandez à la partie qui l’a rédigé de consigner son consentement dans le canal, puis préparez de nouveau la "
    "communication.",
    "작성한 당사국에 채널에서 동의를 기록하도록 요청한 뒤 전달 준비를 다시 하십시오.",
)
MARK_AS_PARTS: Final = Words(
    "Mark the text at least as high as everything it rests on, or have those records marked otherwise first.",
    "Donnez au texte un marquage au moins égal à celui de tout ce dont il découle, ou faites d’abord modifier le "
    "marquage de ces actes.",
    "근거가 된 모든 기록 이상으로 문안을 표시하거나, 먼저 그 기록들의 표시를 바꾸십시오.",
)
BOTH_LEVELS: Final = Words(
    "State the level of each national table beside the other; only a charter can say that two levels are equal.",
    "Indiquez côte à côte le niveau de chaque table nationale; seule une charte peut établir que deux niveaux sont "
    "équivalents.",
    "각국 표의 등급을 함께 적으십시오. 두 등급이 같다고 정할 수 있는 것은 운영 약정뿐입니다.",
)
REPORT_THE_EXPORT: Final = Words(
    "Do not pass the file on; tell the administrator which document it was.",
    "Ne transmettez pas le fichier; indiquez à l’administration de quel document il s’agit.",
    "파일을 전달하지 말고 어떤 문서인지 관리자에게 알리십시오.",
)

WORDS_OF_PARTNERS: Final[dict[str, FaultWords]] = {
    "log.public-differs": fault(
        "One record says one thing in the public log and another in the channel.",
        "Un même acte dit une chose dans le journal public et une autre dans le canal.",
        "같은 기록이 공개 기록부와 채널에서 서로 다릅니다.",
        COMPARE_BOTH,
    ),
    "partner.set-aside": fault(
        "The partner set aside an entry that counts here.",
        "Le partenaire a mis de côté une inscription qui compte ici.",
        "이쪽에서 효력이 있는 항목을 상대 당사국이 보류하였습니다.",
        COMPARE_VERSIONS,
    ),
    "spill.still-served": fault(
        "The partner attested a destruction and still gives the content out.",
        "Le partenaire a attesté une destruction et fournit toujours le contenu.",
        "상대 당사국이 파기를 확인하였으나 여전히 그 내용을 내보내고 있습니다.",
        REMIND_OF_DESTRUCTION,
    ),
    "content.destroyed": fault(
        "A content that was destroyed came again and was dropped.",
        "Un contenu détruit est arrivé de nouveau et a été écarté.",
        "파기된 내용이 다시 도착하여 버렸습니다.",
        OLD_FILE,
    ),
    "channel.farewell": fault(
        "A farewell names a last size or root that is not that of the log it speaks of.",
        "Un adieu indique une dernière taille ou racine qui n’est pas celle du journal visé.",
        "종료 기록에 적힌 마지막 크기나 루트가 해당 기록부와 다릅니다.",
        COMPARE_VERSIONS,
    ),
    "consent.missing": fault(
        "The record repeats what another party said in another channel, without its consent.",
        "L’acte reprend ce qu’une autre partie a dit dans un autre canal, sans son consentement.",
        "다른 당사국이 다른 채널에서 말한 것을 동의 없이 옮긴 기록입니다.",
        ASK_CONSENT,
    ),
    "marking.below-parts": fault(
        "The text is marked below something it rests on.",
        "Le texte porte un marquage inférieur à celui d’un élément dont il découle.",
        "근거가 된 기록보다 낮게 표시된 문안입니다.",
        MARK_AS_PARTS,
    ),
    "marking.no-equivalence": fault(
        "The text replaces a level of one national table by a level of another.",
        "Le texte remplace un niveau d’une table nationale par un niveau d’une autre.",
        "한 나라 표의 등급을 다른 나라 표의 등급으로 바꾼 문안입니다.",
        BOTH_LEVELS,
    ),
    "marking.stripped": fault(
        "A page, a sheet or an object of the export does not bear its marking; nothing was given out.",
        "Une page, une feuille ou un objet de l’exportation ne porte pas son marquage; rien n’a été fourni.",
        "내보내려던 문서의 쪽, 시트 또는 개체에 표시가 없어 내보내지 않았습니다.",
        REPORT_THE_EXPORT,
    ),
}
"""By code; `channel.closed` has its words with the other faults of records."""
