"""What to do about a fault: the few remedies that the faults of the exchange share, and their frame.

- One sentence each, for the officer who reads it; full stops, no blame.
- A sentence names nothing, so that no Korean particle and no French gender depends on what is filled in.
"""

from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What one fault says and what to do about it, one sentence each."""

    says: Words
    remedy: Words


def fault(en: str, fr: str, ko: str, remedy: Words) -> FaultWords:
    """The words of one fault, in the order of the house's languages."""
    return FaultWords(Words(en, fr, ko), remedy)


SEND_AGAIN: Final = Words(
    "Ask the partner to make the file again and to send it; nothing was changed here.",
    "Demandez au partenaire de refaire le fichier et de le renvoyer; rien n’a été modifié ici.",
    "상대 당사국에 파일을 다시 만들어 보내도록 요청하십시오. 이쪽 기록은 그대로입니다.",
)
CHECK_WRITER: Final = Words(
    "Tell the partner’s administrator which check stopped here; the software that wrote it has to be looked at.",
    "Indiquez à l’administration du partenaire la vérification en cause; il faut examiner le logiciel d’origine.",
    "어느 점검에서 멈추었는지 상대 당사국 관리자에게 알리십시오. 작성한 소프트웨어를 확인해야 합니다.",
)
KEEP_EVIDENCE: Final = Words(
    "Keep the evidence file and inform your legal adviser; the channel stays suspended until a successor is opened.",
    "Conservez le fichier de preuve et informez votre conseiller juridique; "
    "le canal reste suspendu jusqu’à l’ouverture d’un canal successeur.",
    "증거 파일을 보관하고 법률 담당관에게 알리십시오. 후속 채널을 열 때까지 이 채널은 중지 상태로 있습니다.",
)
COMPARE_KEYS: Final = Words(
    "Compare the fingerprint of the key list with the partner by another route before going on.",
    "Comparez l’empreinte de la liste de clés avec le partenaire par une autre voie avant de continuer.",
    "계속하기 전에 다른 경로로 상대 당사국과 키 목록의 지문을 대조하십시오.",
)
MORE_SIGNATURES: Final = Words(
    "If the list is your own, have another custodian sign it; if it is the partner’s, compare its fingerprint by another "
    "route before going on.",
    "Si la liste est la vôtre, faites-la signer par un autre dépositaire; si c’est celle du partenaire, comparez son "
    "empreinte par une autre voie avant de continuer.",
    "우리 목록이면 다른 보관자에게도 서명을 받으십시오. 상대국의 목록이면 계속하기 전에 다른 경로로 지문을 대조하십시오.",
)
ASK_KEYS: Final = Words(
    "Ask the partner for a file that holds its key lists up to the newest.",
    "Demandez au partenaire un fichier qui contient ses listes de clés jusqu’à la plus récente.",
    "최신 판까지의 키 목록이 들어 있는 파일을 상대 당사국에 요청하십시오.",
)
NEW_KEYS: Final = Words(
    "Ask the partner to make a new key list that follows the rules; the last sound one stays in force.",
    "Demandez au partenaire une nouvelle liste de clés conforme aux règles; la dernière liste valable reste en vigueur.",
    "규칙에 맞는 새 키 목록을 만들도록 상대 당사국에 요청하십시오. 마지막으로 확인된 목록이 계속 유효합니다.",
)
FROM_START: Final = Words(
    "Ask the partner for a file that begins at entry 0: it proves or clears the difference.",
    "Demandez au partenaire un fichier qui commence à l’inscription 0 : il établira ou écartera la divergence.",
    "0번 항목부터 시작하는 파일을 상대 당사국에 요청하십시오. 그 파일로 차이가 있는지 확인됩니다.",
)
WRITE_ANEW: Final = Words(
    "The entry is kept without effect; its author can put a sound one on record.",
    "L’inscription est conservée sans effet; son auteur peut en verser une nouvelle, conforme aux règles.",
    "해당 항목은 효력 없이 보관됩니다. 작성한 당사국이 규칙에 맞게 다시 기록하면 됩니다.",
)
NOT_ON_RECORD: Final = Words(
    "Nothing was put on record here; say it as the rule asks, then do it again.",
    "Rien n’a été versé au journal; indiquez-le comme la règle l’exige, puis recommencez.",
    "아무것도 기록되지 않았습니다. 규칙에 맞게 다시 적은 뒤 실행하십시오.",
)
WITHIN_CEILING: Final = Words(
    "Nothing was put on record here; choose a marking within the ceiling, or a channel that may carry this one.",
    "Rien n’a été versé au journal; choisissez un marquage admis dans le canal, ou un canal admis pour ce marquage.",
    "아무것도 기록되지 않았습니다. 상한 이내의 표시를 고르거나 이 표시를 다룰 수 있는 채널을 이용하십시오.",
)
AMEND_TEXT: Final = Words(
    "Have the text typed again without these characters, then released anew.",
    "Faites ressaisir le texte sans ces caractères, puis communiquez-le de nouveau.",
    "해당 문자를 빼고 본문을 다시 입력한 뒤 새로 전달하십시오.",
)
WAIT_FOR_IT: Final = Words(
    "It is looked at again with every delivery; ask the partner for the missing part if it does not come.",
    "L’inscription est réexaminée à chaque livraison; si la partie manquante n’arrive pas, demandez-la au partenaire.",
    "자료가 도착할 때마다 다시 확인합니다. 빠진 부분이 오지 않으면 상대 당사국에 요청하십시오.",
)
LOOK_AT_PAGE: Final = Words(
    "Look at the page of the joint text: it shows who has spoken, who has sealed and who still has to.",
    "Consultez la page du texte commun : elle montre qui s’est prononcé, qui a scellé et qui doit encore le faire.",
    "공동 문안 화면에서 의사를 밝힌 당사국, 봉인한 당사국, 남은 당사국을 확인하십시오.",
)
PROPOSE_AGAIN: Final = Words(
    "Propose the text again as a new joint text if the parties wish to return to it.",
    "Proposez de nouveau le texte comme nouveau texte commun si les parties souhaitent y revenir.",
    "당사국들이 다시 논의하기를 원하면 새 공동 문안으로 다시 제안하십시오.",
)
AGREE_CHARTER: Final = Words(
    "Settle the charter with the other parties first, then put this on record again.",
    "Réglez d’abord la charte avec les autres parties, puis versez de nouveau l’acte au journal.",
    "먼저 다른 당사국과 운영 약정을 확정한 뒤 다시 기록하십시오.",
)
LOWER_MARKING: Final = Words(
    "Treat it as a spill: inform the security officer, and use a channel that may carry this marking.",
    "Traitez le cas comme une fuite : informez l’agent de sécurité et utilisez un canal admis pour ce marquage.",
    "유출로 보고 보안 담당관에게 알리십시오. 이 표시를 다룰 수 있는 다른 경로를 이용해야 합니다.",
)
RESTORE_FIRST: Final = Words(
    "Restore the missing entries from the partner’s copy of our log before anything is signed here again.",
    "Récupérez les inscriptions manquantes dans la copie de notre journal que détient le partenaire avant toute signature.",
    "다시 서명하기 전에 상대 당사국이 보관한 우리 기록부 사본에서 빠진 항목을 복구하십시오.",
)
CALL_ADMINISTRATOR: Final = Words(
    "Call the administrator: this node has to be examined before it signs anything.",
    "Appelez l’administrateur : ce nœud doit être examiné avant toute signature.",
    "관리자에게 연락하십시오. 서명하기 전에 이 노드를 점검해야 합니다.",
)
FREE_SPACE: Final = Words(
    "Nothing half written counts. Free space on the disk of the node and do it again; suivi check says whether the node is sound.",
    "Rien de ce qui est écrit à moitié ne compte. Libérez de la place sur le disque du nœud et recommencez; suivi check dit si le nœud est sain.",
    "쓰다 만 것은 반영되지 않습니다. 노드 디스크의 공간을 확보한 뒤 다시 실행하십시오. 노드의 상태는 suivi check로 확인합니다.",
)
CUT_TICKET: Final = Words(
    "Prepare the release again and have the exact bytes approved by two officers.",
    "Préparez de nouveau la communication et faites approuver les octets exacts par deux agents.",
    "전달 준비를 다시 하고, 바로 그 내용에 대하여 담당관 두 명의 승인을 받으십시오.",
)
LOOK_AT_ACTIVITY: Final = Words(
    "Look at the page of the activity: it shows the steps taken and those that are open.",
    "Consultez la page de l’activité : elle montre les étapes franchies et celles qui sont possibles.",
    "활동 화면에서 진행된 단계와 진행할 수 있는 단계를 확인하십시오.",
)
LOOK_AT_PLAN: Final = Words(
    "Look at the page of the plan: it shows what is in effect, and what it can be reported on.",
    "Consultez la page du plan : elle montre ce qui est en vigueur et ce dont il peut être rendu compte.",
    "계획 화면에서 효력이 있는 내용과 보고할 수 있는 항목을 확인하십시오.",
)
CHECK_EDITION: Final = Words(
    "Ask the administrator whether this node has to be upgraded to the partner’s edition.",
    "Demandez à l’administrateur si ce nœud doit passer à l’édition du partenaire.",
    "이 노드를 상대 당사국의 판으로 올려야 하는지 관리자에게 문의하십시오.",
)
