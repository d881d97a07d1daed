"""The words of every fault of the register: entries that are well formed, but that the rules cannot count.

Source of the codes: `suivi.register` (check 25, rules of the kind) and the refusals of modes, prefixed `register.`.
"""

from typing import Final

from suivi.exchange.remedies import (
    CHECK_EDITION,
    LOOK_AT_ACTIVITY,
    LOOK_AT_PLAN,
    WRITE_ANEW,
    FaultWords,
    fault,
)
from suivi.plan.words import Words

WORDS_OF_RULES: Final[dict[str, FaultWords]] = {
    "register.not-joint": fault(
        "One party alone put down what only all parties can adopt.",
        "Une seule partie a consigné ce que seules toutes les parties peuvent adopter.",
        "모든 당사국이 함께 채택해야 할 것을 한 당사국이 단독으로 기록하였습니다.",
        WRITE_ANEW,
    ),
    "public.kind": fault(
        "A public log holds a word that only parties of a channel say to one another.",
        "Un journal public contient une parole que seules des parties d’un canal s’adressent.",
        "공개 기록부에 채널 당사국 간에만 쓰이는 기록이 있습니다.",
        WRITE_ANEW,
    ),
    "public.circle": fault(
        "A public log repeats a joint text of a channel that is not known here, or to which its party does not belong.",
        "Un journal public reprend un texte commun d’un canal inconnu ici, ou dont sa partie n’est pas membre.",
        "공개 기록부가 이곳에서 알지 못하는 채널 또는 해당 당사국이 속하지 않은 채널의 공동 문안을 옮겨 적었습니다.",
        LOOK_AT_PLAN,
    ),
    "public.differs": fault(
        "Two parties made different words public as one joint text.",
        "Deux parties ont rendu publics, comme un même texte commun, des mots différents.",
        "두 당사국이 하나의 공동 문안으로 서로 다른 내용을 공개하였습니다.",
        LOOK_AT_PLAN,
    ),
    "register.succession": fault(
        "A later version of the plan does not say, once each, what became of every commitment.",
        "Une version ultérieure du plan ne dit pas, une fois pour chacun, ce qu’est devenu chaque engagement.",
        "행동계획의 다음 판이 모든 항목이 어떻게 되었는지를 한 번씩 밝히지 않았습니다.",
        LOOK_AT_PLAN,
    ),
    "register.joint-step": fault(
        "A step that all parties have to agree on was taken by one party alone.",
        "Une étape qui exige l’accord de toutes les parties a été franchie par une seule.",
        "모든 당사국의 합의가 필요한 단계를 한 당사국이 단독으로 진행하였습니다.",
        LOOK_AT_ACTIVITY,
    ),
    "register.one-party-step": fault(
        "A joint text was made of a step that each party takes by itself.",
        "Une étape que chaque partie franchit seule a fait l’objet d’un texte commun.",
        "각 당사국이 단독으로 진행하는 단계를 공동 문안으로 만들었습니다.",
        LOOK_AT_ACTIVITY,
    ),
    "register.unknown-mode": fault(
        "An activity follows a kind of cooperation that is not known here.",
        "Une activité suit un mode de coopération inconnu ici.",
        "이곳에서 알지 못하는 협력 유형의 활동입니다.",
        CHECK_EDITION,
    ),
    "register.unknown-edition": fault(
        "An activity follows an edition of its mode that is not known here.",
        "Une activité suit une édition de son mode inconnue ici.",
        "이곳에서 알지 못하는 판의 협력 유형을 따르는 활동입니다.",
        CHECK_EDITION,
    ),
    "register.unknown-plan": fault(
        "An entry speaks of a plan that is not in effect.",
        "Une inscription porte sur un plan qui n’est pas en vigueur.",
        "효력이 있는 계획이 아닌 것을 다룬 항목입니다.",
        LOOK_AT_PLAN,
    ),
    "register.unknown-provision": fault(
        "An entry speaks of a commitment that the plan does not have.",
        "Une inscription porte sur un engagement que le plan ne contient pas.",
        "계획에 없는 약속을 다룬 항목입니다.",
        LOOK_AT_PLAN,
    ),
    "register.unknown-decision": fault(
        "An entry speaks of a decision that no minutes in effect contain.",
        "Une inscription porte sur une décision qu’aucun procès-verbal en vigueur ne contient.",
        "효력이 있는 회의록에 없는 결정 사항을 다룬 항목입니다.",
        LOOK_AT_PLAN,
    ),
    "register.unknown-report": fault(
        "Evidence names a report that is not on record about this commitment.",
        "Une pièce justificative désigne un rapport qui n’est pas au journal pour cet engagement.",
        "해당 약속에 관하여 기록되지 않은 보고를 가리키는 근거 자료입니다.",
        LOOK_AT_PLAN,
    ),
    "register.body-party": fault(
        "A party named a body that is not its own.",
        "Une partie a nommé un organe qui n’est pas le sien.",
        "다른 당사국의 기관을 명명한 기록입니다.",
        Words(
            "Each party names the bodies of its own; ask the other party to put the name on record.",
            "Chaque partie nomme ses propres organes; demandez à l’autre partie de consigner ce nom.",
            "각 당사국은 자국 기관의 명칭만 기록합니다. 상대 당사국에 명칭 기록을 요청하십시오.",
        ),
    ),
    "register.unknown-activity": fault(
        "An entry speaks of an activity that is not on record.",
        "Une inscription porte sur une activité qui n’est pas au journal.",
        "기록에 없는 활동을 다룬 항목입니다.",
        LOOK_AT_PLAN,
    ),
    "register.activity-withdrawn": fault(
        "An entry speaks of an activity that was withdrawn.",
        "Une inscription porte sur une activité qui a été retirée.",
        "철회된 활동을 다룬 항목입니다.",
        LOOK_AT_ACTIVITY,
    ),
    "register.built-upon": fault(
        "A record cannot be withdrawn once later ones rest on it.",
        "Un acte ne peut plus être retiré dès lors que d’autres reposent sur lui.",
        "뒤따르는 다른 기록의 근거가 된 기록은 철회할 수 없습니다.",
        LOOK_AT_ACTIVITY,
    ),
    "register.no-effect": fault(
        "An entry changes a record that has no effect itself.",
        "Une inscription modifie un acte qui est lui-même sans effet.",
        "그 자체로 효력이 없는 기록을 바꾸는 항목입니다.",
        WRITE_ANEW,
    ),
    "register.subject": fault(
        "An entry names one subject in its header and another in its content.",
        "Une inscription désigne un objet dans son en-tête et un autre dans son contenu.",
        "머리글과 내용에 적힌 대상이 서로 다른 항목입니다.",
        WRITE_ANEW,
    ),
    "register.step-not-open": fault(
        "A step was not possible at the stage the activity had reached.",
        "Une étape n’était pas possible au stade que l’activité avait atteint.",
        "활동이 도달한 상태에서는 진행할 수 없는 단계입니다.",
        LOOK_AT_ACTIVITY,
    ),
    "register.detail-missing": fault(
        "A step lacks a detail that it has to state.",
        "Il manque à une étape une précision qu’elle doit comporter.",
        "단계에 반드시 적어야 할 사항이 빠져 있습니다.",
        WRITE_ANEW,
    ),
    "register.detail-not-sound": fault(
        "A detail of a step is not written as it has to be.",
        "Une précision d’une étape n’est pas écrite comme elle doit l’être.",
        "단계에 정해진 대로 적히지 않은 사항이 있습니다.",
        WRITE_ANEW,
    ),
    "register.own-answer": fault(
        "A party answered a step that it had taken itself.",
        "Une partie a répondu à une étape qu’elle avait elle-même franchie.",
        "스스로 진행한 단계에 대하여 같은 당사국이 응답하였습니다.",
        LOOK_AT_ACTIVITY,
    ),
    "register.already-said": fault(
        "A party took a second time a step that each party takes once.",
        "Une partie a franchi une seconde fois une étape que chaque partie franchit une seule fois.",
        "당사국마다 한 번씩만 진행하는 단계를 같은 당사국이 다시 진행하였습니다.",
        LOOK_AT_ACTIVITY,
    ),
    "time.absurd": fault(
        "An entry states a day that cannot be meant.",
        "Une inscription indique un jour qui ne peut pas être celui voulu.",
        "실제로 의도한 것으로 볼 수 없는 날짜가 적힌 항목입니다.",
        Words(
            "The entry keeps its effect; ask its author to correct the day.",
            "L’inscription garde son effet; demandez à son auteur de corriger la date.",
            "항목의 효력은 그대로입니다. 작성한 당사국에 날짜를 정정하도록 요청하십시오.",
        ),
    ),
    "time.stated-ahead": fault(
        "An entry reports a day that still lay ahead when it was written.",
        "Une inscription rapporte un jour encore à venir au moment où elle a été écrite.",
        "작성 당시 아직 오지 않은 날짜를 적은 항목입니다.",
        Words(
            "The entry keeps its effect; compare the day with the author.",
            "L’inscription garde son effet; vérifiez la date avec son auteur.",
            "항목의 효력은 그대로입니다. 작성한 당사국과 날짜를 확인하십시오.",
        ),
    ),
}
