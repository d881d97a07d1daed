"""What `suivi init-channel` and `suivi init-public` say: where the opening stands and what comes next, in three languages."""

from typing import Final

from suivi.plan.words import Words

CHANNEL: Final = Words("Channel {channel}.", "Canal {channel}.", "채널: {channel}.")
GIVE_LIST: Final = Words(
    "Next: give {file} to the partner, compare fingerprints in person or by note, then: "
    'suivi init-channel {channel} --data {data} --partner FILE --fingerprint "…"',
    "Ensuite : remettez {file} au partenaire, comparez les empreintes en personne ou par note, puis : "
    'suivi init-channel {channel} --data {data} --partner FICHIER --fingerprint "…"',
    "다음: {file} 파일을 상대국에 전달하고 지문을 직접 만나거나 공한으로 대조한 뒤 실행합니다: "
    'suivi init-channel {channel} --data {data} --partner 파일 --fingerprint "…"',
)
CHARTER_IN_EFFECT: Final = Words(
    "The charter is in effect: the channel is open.",
    "La charte est en vigueur : le canal est ouvert.",
    "운영 약정이 발효되어 채널이 열렸습니다.",
)
RECONCILE: Final = Words(
    "Next: this node was restored or taken up again; compare it with the partner’s copy: suivi reconcile --channel {channel} "
    "--data {data}",
    "Ensuite : ce nœud a été restauré ou repris; comparez-le à la copie du partenaire : suivi reconcile --channel {channel} "
    "--data {data}",
    "다음: 이 노드는 복원되었거나 다시 인계받은 것입니다. 상대국의 사본과 비교하십시오: suivi reconcile --channel {channel} "
    "--data {data}",
)
PROPOSE: Final = Words(
    "Next: one party proposes the charter: suivi init-channel {channel} --data {data} --propose --officer NAME --officer "
    "NAME; then suivi hand-over --channel {channel} --data {data} -o FILE",
    "Ensuite : une partie propose la charte : suivi init-channel {channel} --data {data} --propose --officer NOM --officer "
    "NOM; puis suivi hand-over --channel {channel} --data {data} -o FICHIER",
    "다음: 한쪽이 운영 약정을 제안합니다: suivi init-channel {channel} --data {data} --propose --officer 이름 --officer 이름. "
    "그런 다음 suivi hand-over --channel {channel} --data {data} -o 파일",
)
CONCUR: Final = Words(
    "Next: concur in the charter: suivi init-channel {channel} --data {data} --concur --officer NAME --officer NAME; then "
    "suivi hand-over --channel {channel} --data {data} -o FILE",
    "Ensuite : donnez votre accord à la charte : suivi init-channel {channel} --data {data} --concur --officer NOM --officer "
    "NOM; puis suivi hand-over --channel {channel} --data {data} -o FICHIER",
    "다음: 운영 약정에 합의합니다: suivi init-channel {channel} --data {data} --concur --officer 이름 --officer 이름. 그런 다음 "
    "suivi hand-over --channel {channel} --data {data} -o 파일",
)
CHARTER_WAITS: Final = Words(
    "The charter waits for: {parties}. Exchange files with suivi hand-over --channel {channel} and suivi take-in.",
    "La charte attend : {parties}. Échangez des fichiers avec suivi hand-over --channel {channel} et suivi take-in.",
    "운영 약정이 기다리는 당사국: {parties}. suivi hand-over --channel {channel}, suivi take-in 명령으로 파일을 교환하십시오.",
)
PUBLIC_OPEN: Final = Words(
    "The public log is open. Public logs known here:",
    "Le journal public est ouvert. Journaux publics connus ici :",
    "공개 기록부가 열렸습니다. 여기에 알려진 공개 기록부:",
)
PUBLIC_NEXT: Final = Words(
    "Give {file} to every partner; then suivi make-public --data {data} --officer NAME",
    "Remettez {file} à chaque partenaire; puis suivi make-public --data {data} --officer NOM",
    "{file} 파일을 모든 상대국에 전달한 뒤 suivi make-public --data {data} --officer 이름을 실행하십시오.",
)
