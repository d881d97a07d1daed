"""What the page of an empty folder says, in the three languages: there is no desk yet whose catalogues could say it."""

from typing import Final

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

TITLE: Final = Words("Make this node", "Créer ce nœud", "이 노드 만들기")
FIRST: Final = Words("Step 1: the code", "Étape 1 : le code", "1단계: 코드")
WHY: Final = Words(
    "The folder served here is empty. Whoever started the command reads a code on the terminal; type it here. It works "
    "once, and for half an hour.",
    "Le dossier servi ici est vide. La personne qui a lancé la commande lit un code au terminal; saisissez-le ici. Il "
    "sert une seule fois, pendant une demi-heure.",
    "이곳에서 제공하는 폴더는 비어 있습니다. 명령을 실행한 사람의 단말기에 표시된 코드를 입력하십시오. 코드는 30분 동안 "
    "한 번만 쓸 수 있습니다.",
)
CODE: Final = Words("One-time code", "Code à usage unique", "일회용 코드")
GO_ON: Final = Words("Go on", "Continuer", "계속")
SECOND: Final = Words(
    "Step 2: the party, its language and the first officers",
    "Étape 2 : la partie, sa langue et les premiers agents",
    "2단계: 당사국, 언어와 첫 담당관",
)
PARTY: Final = Words("Party whose desk this is", "Partie dont c’est le poste", "이 노드의 당사국")
PARTY_NOTE: Final = Words(
    "Three letters as in ISO 3166: can, kor. It stands in every log and cannot be changed.",
    "Trois lettres selon l’ISO 3166 : can, kor. Elles figurent dans chaque journal et ne peuvent être changées.",
    "ISO 3166의 세 글자: can, kor. 모든 기록부에 적히며 바꿀 수 없습니다.",
)
LANGUAGE: Final = Words(
    "Language of the desk, for who has chosen none",
    "Langue du poste, pour qui n’en a pas choisi",
    "선택하지 않은 사용자에게 표시할 언어",
)
ADMINISTRATOR: Final = Words("First administrator", "Premier administrateur", "첫 관리자")
NAME: Final = Words("Name", "Nom", "이름")
PASSWORD: Final = Words(
    "Password (10 characters or more)", "Mot de passe (10 caractères ou plus)", "비밀번호(10자 이상)"
)
AGAIN: Final = Words("The same once more", "Le même encore une fois", "한 번 더 입력")
COLLEAGUE: Final = Words("Second officer", "Second agent", "두 번째 담당관")
COLLEAGUE_NOTE: Final = Words(
    "Nothing leaves a node without two officers, so it begins with two. The first password of this one is shown on the "
    "next page.",
    "Rien ne sort d’un nœud sans deux agents; il commence donc avec deux. Le premier mot de passe de celui-ci s’affiche "
    "à la page suivante.",
    "담당관 두 명 없이는 아무것도 나가지 않으므로 두 명으로 시작합니다. 이 담당관의 첫 비밀번호는 다음 화면에 표시됩니다.",
)
MAKE: Final = Words("Make the node", "Créer le nœud", "노드 만들기")
MADE: Final = Words("The node is made.", "Le nœud est créé.", "노드가 만들어졌습니다.")
SHOWN_ONCE: Final = Words(
    "First password of {name}, shown only now; give it by word of mouth:",
    "Premier mot de passe (affiché cette seule fois; à donner de vive voix) – {name} :",
    "첫 비밀번호(지금만 표시되며 구두로 전달) – {name}:",
)
NEXT: Final = Words(
    "Sign in as the first administrator: the guide then leads on, from your second factor to keys, charter, backup and mail.",
    "Connectez-vous comme premier administrateur : le guide mène alors de votre second facteur aux clés, à la charte, à la "
    "sauvegarde et au courriel.",
    "첫 관리자로 로그인하십시오. 안내에 따라 2단계 인증, 키, 운영 약정, 백업, 전자우편을 설정합니다.",
)
SIGN_IN: Final = Words("Sign in", "Se connecter", "로그인")
ONLY_THIS: Final = Words(
    "Only the first page is served before the node is made.",
    "Seule la première page est servie tant que le nœud n’est pas créé.",
    "노드를 만들기 전에는 첫 화면만 제공됩니다.",
)


class CodeRefused(Refusal):
    """What was typed is not the code on the terminal."""

    code = "set-up-code-refused"
    says = Words(
        en="This is not the code on the terminal; attempts left: {left}.",
        fr="Ce n’est pas le code affiché au terminal; essais restants : {left}.",
        ko="단말기에 표시된 코드가 아닙니다. 남은 횟수: {left}.",
    )
    remedy = Words(
        en="Copy it again: seven groups of four letters and digits.",
        fr="Recopiez-le : sept groupes de quatre lettres et chiffres.",
        ko="네 글자씩 일곱 묶음의 영문자와 숫자를 다시 확인하십시오.",
    )


class CodeSpent(Refusal):
    """The code was used, tried too often, or is too old."""

    code = "set-up-code-spent"
    says = Words(
        en="The code no longer works: it was used, tried too often, or is more than half an hour old.",
        fr="Le code n’est plus valable : il a servi, a été essayé trop souvent ou date de plus d’une demi-heure.",
        ko="코드를 더 이상 쓸 수 없습니다. 이미 사용되었거나, 시도 횟수를 넘었거나, 30분이 지났습니다.",
    )
    remedy = Words(
        en="Stop the command “suivi serve” on the machine and start it again: it prints a new one.",
        fr="Arrêtez la commande « suivi serve » sur la machine et relancez-la : elle en affiche un nouveau.",
        ko="컴퓨터에서 ‘suivi serve’ 명령을 멈추고 다시 실행하면 새 코드가 표시됩니다.",
    )


class NotFilledIn(Refusal):
    """Something on the page of the first officers is missing or will not do."""

    code = "set-up-not-filled-in"
    says = Words(
        en="The node was not made: {why}.",
        fr="Le nœud n’a pas été créé : {why}.",
        ko="노드를 만들지 않았습니다. {why}.",
    )
    remedy = Words(
        en="Correct it below and press the button again; passwords have to be typed anew.",
        fr="Corrigez ci-dessous et appuyez de nouveau sur le bouton; les mots de passe sont à ressaisir.",
        ko="아래에서 고친 뒤 단추를 다시 누르십시오. 비밀번호는 다시 입력해야 합니다.",
    )


class NotMade(Refusal):
    """The command that makes a node refused or failed; nothing was kept."""

    code = "set-up-not-made"
    says = Words(
        en="The node could not be made, and nothing was kept. The command says: {why}",
        fr="Le nœud n’a pu être créé et rien n’a été conservé. La commande indique : {why}",
        ko="노드를 만들지 못했으며 남은 것은 없습니다. 명령의 메시지: {why}",
    )
    remedy = Words(
        en="Put right what it names, then press the button again.",
        fr="Corrigez ce qu’elle nomme, puis appuyez de nouveau sur le bouton.",
        ko="메시지에 나온 내용을 바로잡고 단추를 다시 누르십시오.",
    )


BAD_PARTY: Final = Words(
    "the party is not a code such as can or kor",
    "la partie n’est pas un code comme can ou kor",
    "당사국이 can, kor와 같은 코드가 아닙니다",
)
BAD_NAMES: Final = Words(
    "two officers with different names are needed",
    "il faut deux agents de noms différents",
    "이름이 다른 담당관 두 명이 필요합니다",
)
DIFFERENT: Final = Words("the two passwords differ", "les deux mots de passe diffèrent", "두 비밀번호가 서로 다릅니다")
