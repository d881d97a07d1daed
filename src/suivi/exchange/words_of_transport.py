"""The words of what goes wrong on the way: fetching from a partner, publishing, recovering our own log.

Source of the codes: exchange format, section 15, groups O, L and G.
"""

from typing import Final

from suivi.exchange.remedies import KEEP_EVIDENCE, FaultWords, fault
from suivi.plan.words import Words

TRY_LATER: Final = Words(
    "Nothing was changed here; the next pull goes on where this one stopped. Tell the partner if it lasts.",
    "Rien n’a été modifié ici; la prochaine récupération reprendra là où celle-ci s’est arrêtée. "
    "Si cela dure, prévenez le partenaire.",
    "이쪽 기록은 그대로이며 다음 수신은 멈춘 곳에서 이어집니다. 계속되면 상대 당사국에 알리십시오.",
)
CHECK_ADDRESS: Final = Words(
    "Compare the address and the pins of this channel with what the partner gave you by another way.",
    "Comparez l’adresse et les empreintes de serveur de ce canal avec celles reçues du partenaire par une autre voie.",
    "이 채널의 주소와 서버 지문을 상대 당사국이 다른 경로로 알려 준 값과 대조하십시오.",
)
DECIDE_BY_FILE: Final = Words(
    "Ask the partner why so much is offered, then take it in by file or raise the budget for one pull.",
    "Demandez au partenaire la raison d’un tel volume, puis recevez-le par fichier ou relevez le plafond une fois.",
    "분량이 큰 이유를 상대 당사국에 확인한 뒤 파일로 받거나 이번에 한하여 한도를 높이십시오.",
)
LOOK_AT_MACHINE: Final = Words(
    "Find out who wrote to that directory; only this node may. The file now matches the log again.",
    "Déterminez qui a écrit dans ce répertoire; seul ce nœud y est autorisé. Le fichier correspond de nouveau au journal.",
    "누가 그 디렉터리에 기록하였는지 확인하십시오. 이 노드만 쓸 수 있습니다. 파일은 다시 기록부와 일치합니다.",
)
RECONCILE: Final = Words(
    "Run “suivi reconcile” to compare with the partner’s copy, online or with the file it hands over.",
    "Exécutez « suivi reconcile » pour comparer avec la copie du partenaire, en ligne ou au moyen de son fichier.",
    "‘suivi reconcile’로 온라인 또는 상대 당사국의 파일을 이용하여 상대측 사본과 대조하십시오.",
)
SUCCESSOR: Final = Words(
    "Open a successor channel with the partner: its charter names the last entry both agree on.",
    "Ouvrez un canal successeur avec le partenaire : sa charte désigne la dernière inscription reconnue de part et d’autre.",
    "상대 당사국과 후속 채널을 여십시오. 그 운영 약정에 양측이 인정하는 마지막 항목을 적습니다.",
)
AGREE_ON_LAST: Final = Words(
    "Settle with the partner which entry is the last that both hold, then propose the charter again.",
    "Convenez avec le partenaire de la dernière inscription détenue de part et d’autre, puis proposez de nouveau la charte.",
    "양측이 보관하는 마지막 항목을 상대 당사국과 확인한 뒤 운영 약정을 다시 제안하십시오.",
)
SAY_IT_AGAIN: Final = Words(
    "What is still true in it is put on record anew in the successor channel.",
    "Ce qui y reste vrai est inscrit de nouveau dans le canal successeur.",
    "그 내용 가운데 여전히 맞는 것은 후속 채널에 다시 기록하십시오.",
)
ASK_PARTNER: Final = Words(
    "Ask the partner whether its node still works; what was received stays as it is.",
    "Demandez au partenaire si son nœud fonctionne encore; ce qui a été reçu demeure inchangé.",
    "상대 당사국의 노드가 작동하는지 확인하십시오. 이미 받은 기록은 그대로입니다.",
)

WORDS_OF_TRANSPORT: Final[dict[str, FaultWords]] = {
    "online.unavailable": fault(
        "The partner’s server did not answer, or broke off.",
        "Le serveur du partenaire n’a pas répondu ou a interrompu la transmission.",
        "상대 당사국의 서버가 응답하지 않거나 전송이 끊겼습니다.",
        TRY_LATER,
    ),
    "online.redirect": fault(
        "The partner’s server pointed to another address; this node never follows.",
        "Le serveur du partenaire renvoie à une autre adresse; ce nœud ne suit jamais.",
        "상대 당사국의 서버가 다른 주소를 가리켰습니다. 이 노드는 따라가지 않습니다.",
        CHECK_ADDRESS,
    ),
    "online.encoding": fault(
        "The partner’s server sent a compressed answer, which is not part of the format.",
        "Le serveur du partenaire a envoyé une réponse compressée, ce que le format ne prévoit pas.",
        "상대 당사국의 서버가 형식에 없는 압축 응답을 보냈습니다.",
        CHECK_ADDRESS,
    ),
    "online.pin": fault(
        "The server that answered does not hold a key that the partner named.",
        "Le serveur qui a répondu ne détient aucune clé désignée par le partenaire.",
        "응답한 서버의 키가 상대 당사국이 알려 준 키와 다릅니다.",
        CHECK_ADDRESS,
    ),
    "online.address": fault(
        "The address leads to this machine or to an inner network, or is not encrypted.",
        "L’adresse mène à cette machine ou à un réseau interne, ou n’est pas chiffrée.",
        "주소가 이 장치나 내부망을 가리키거나 암호화되지 않습니다.",
        CHECK_ADDRESS,
    ),
    "online.no-address": fault(
        "No address is known at which this partner publishes.",
        "Aucune adresse n’est connue où ce partenaire publie.",
        "이 상대 당사국이 공개하는 주소가 등록되어 있지 않습니다.",
        CHECK_ADDRESS,
    ),
    "size.body": fault(
        "An answer of the partner’s server is longer than its kind may be.",
        "Une réponse du serveur du partenaire dépasse la longueur permise.",
        "상대 당사국 서버의 응답이 허용된 길이를 넘습니다.",
        TRY_LATER,
    ),
    "size.budget": fault(
        "More is offered than one pull may bring.",
        "Le volume offert dépasse ce qu’une récupération peut apporter.",
        "한 번의 수신으로 받을 수 있는 분량을 넘습니다.",
        DECIDE_BY_FILE,
    ),
    "time.slow": fault(
        "The partner’s server answers too slowly.",
        "Le serveur du partenaire répond trop lentement.",
        "상대 당사국 서버의 응답이 너무 느립니다.",
        TRY_LATER,
    ),
    "own.unreconciled": fault(
        "This node was restored from a backup and may not sign before it is compared with the partner’s copy.",
        "Ce nœud a été restauré d’une sauvegarde et ne peut signer avant d’être comparé à la copie du partenaire.",
        "이 노드는 백업에서 복원되었으며 상대측 사본과 대조하기 전에는 서명할 수 없습니다.",
        RECONCILE,
    ),
    "own.burnt": fault(
        "Entries of ours were seen elsewhere, and nobody can give them back: their numbers are burnt.",
        "Des inscriptions de notre journal ont été vues ailleurs et personne ne peut les rendre : leurs numéros sont perdus.",
        "우리 기록부의 항목을 다른 쪽이 보았으나 아무도 되돌려 줄 수 없어 그 번호는 쓸 수 없습니다.",
        SUCCESSOR,
    ),
    "own.altered": fault(
        "A published file had been altered; it was written again.",
        "Un fichier publié avait été modifié; il a été réécrit.",
        "공개한 파일이 변경되어 있어 다시 기록하였습니다.",
        LOOK_AT_MACHINE,
    ),
    "charter.succeeds": fault(
        "The charter of the successor channel names a state of an old log that is not held here.",
        "La charte du canal successeur désigne un état d’un ancien journal qui n’est pas détenu ici.",
        "후속 채널의 운영 약정이 여기에 없는 이전 기록부의 상태를 적고 있습니다.",
        AGREE_ON_LAST,
    ),
    "charter.disowned": fault(
        "Stands above the last entry that the charter of the successor channel agrees on: it counts for nobody.",
        "Se trouve au-delà de la dernière inscription reconnue par la charte du canal successeur : ne compte pour personne.",
        "후속 채널의 운영 약정이 인정한 마지막 항목 뒤에 있어 어느 쪽에서도 효력이 없습니다.",
        SAY_IT_AGAIN,
    ),
    "channel.stale": fault(
        "The partner’s newest sign of life is older than the charter allows.",
        "Le dernier signe de vie du partenaire est plus ancien que ne le permet la charte.",
        "상대 당사국의 최근 갱신 시각이 운영 약정의 한도를 넘었습니다.",
        ASK_PARTNER,
    ),
    "channel.no-freshness": fault(
        "The partner’s checkpoint does not say when it was last confirmed.",
        "Le point de contrôle du partenaire n’indique pas quand il a été confirmé.",
        "상대 당사국의 점검점에 최근 확인 시각이 없습니다.",
        ASK_PARTNER,
    ),
    "witness.backwards": fault(
        "The partner confirmed a smaller log after a larger one.",
        "Le partenaire a confirmé un journal plus court après un plus long.",
        "상대 당사국이 더 긴 기록부를 확인한 뒤 더 짧은 기록부를 확인하였습니다.",
        KEEP_EVIDENCE,
    ),
    "receipt.missing": fault(
        "The partner has not acknowledged entries of ours.",
        "Le partenaire n’a pas accusé réception de certaines de nos inscriptions.",
        "상대 당사국이 우리 측 항목의 수신을 확인하지 않았습니다.",
        ASK_PARTNER,
    ),
}
"""By code; `own.key`, `own.tree` and `own.disk` have their words where they are raised."""
