"""The checklist of a key ceremony, to be printed: steps with boxes, lines to sign, in the three languages."""

from typing import Final

from suivi.exchange.charter import successor_name
from suivi.plan.words import Words

_WIDTH: Final = 78

TITLE: Final = Words(
    "Key ceremony: {party} in the channel {channel}",
    "Cérémonie des clés : {party} dans le canal {channel}",
    "키 생성 절차: {channel} 채널의 {party}",
)
PURPOSE: Final = Words(
    "Root keys say which keys speak for us. Two of three people are needed to use them, and none of these keys ever "
    "touches the node. Nobody here has to understand cryptography: each step says what to type and what must appear.",
    "Les clés racines disent quelles clés parlent en notre nom. Deux personnes sur trois sont nécessaires pour les "
    "utiliser, et aucune de ces clés n’atteint jamais le nœud. Nul besoin de connaître la cryptographie : chaque étape "
    "indique quoi saisir et ce qui doit s’afficher.",
    "루트 키는 어떤 키가 우리를 대표하는지 정합니다. 세 사람 중 두 사람이 있어야 쓸 수 있으며, 이 키는 결코 노드에 "
    "닿지 않습니다. 암호 기술을 알 필요는 없습니다. 각 단계에 입력할 것과 나타나야 할 것이 적혀 있습니다.",
)
STEPS: Final = (
    Words(
        "Choose three custodians and one witness. Nobody holds two media. Note their names below.",
        "Désignez trois dépositaires et un témoin. Personne ne détient deux supports. Inscrivez leurs noms ci-dessous.",
        "보관자 세 명과 입회인 한 명을 정합니다. 한 사람이 매체 두 개를 갖지 않습니다. 아래에 이름을 적습니다.",
    ),
    Words(
        "Take a computer without network. On it, each custodian in turn, with their own medium and a passphrase of "
        "their own:\n      suivi keys make-root {channel} 1 --party {party} --to /MEDIUM   (then 2, then 3)",
        "Prenez un ordinateur sans réseau. Chaque dépositaire y exécute à son tour, avec son support et sa phrase "
        "secrète :\n      suivi keys make-root {channel} 1 --party {party} --to /SUPPORT   (puis 2, puis 3)",
        "네트워크가 없는 컴퓨터를 준비합니다. 보관자는 차례로 자신의 매체와 암호문으로 실행합니다.\n"
        "      suivi keys make-root {channel} 1 --party {party} --to /매체   (이어서 2, 3)",
    ),
    Words(
        "Copy the three files ending in .public, and nothing else, to a fourth medium; carry it to the node.",
        "Copiez les trois fichiers en .public, et rien d’autre, sur un quatrième support; portez-le au nœud.",
        "이름이 .public으로 끝나는 파일 세 개만 네 번째 매체에 복사하여 노드로 가져갑니다.",
    ),
    Words(
        "At the node, the administrator drafts the key list:\n      suivi keys draft {channel}{roots} -o list.draft "
        "--data DIR",
        "Au nœud, l’administrateur prépare la liste de clés :\n      suivi keys draft {channel}{roots} -o list.draft "
        "--data DIR",
        "노드에서 관리자가 키 목록 초안을 만듭니다.\n      suivi keys draft {channel}{roots} -o list.draft --data DIR",
    ),
    Words(
        "Read aloud what it prints: whose list, which channel, which number, how many roots. Carry list.draft back.",
        "Lisez à voix haute ce qui s’affiche : à qui est la liste, quel canal, quel numéro, combien de racines. "
        "Rapportez list.draft.",
        "화면에 나온 내용(누구의 목록인지, 채널, 번호, 루트 키 수)을 소리 내어 읽고 list.draft를 다시 가져옵니다.",
    ),
    Words(
        "On the computer without network, two custodians sign, one after the other; each reads what appears first:\n"
        "      suivi keys sign list.draft --with /MEDIUM/{party}.{channel}.root-1.pem",
        "Sur l’ordinateur sans réseau, deux dépositaires signent l’un après l’autre; chacun lit d’abord ce qui "
        "s’affiche :\n      suivi keys sign list.draft --with /SUPPORT/{party}.{channel}.root-1.pem",
        "네트워크가 없는 컴퓨터에서 보관자 두 명이 화면을 먼저 읽은 뒤 차례로 서명합니다.\n"
        "      suivi keys sign list.draft --with /매체/{party}.{channel}.root-1.pem",
    ),
    Words(
        "At the node:\n      suivi keys accept {channel} list.draft --data DIR",
        "Au nœud :\n      suivi keys accept {channel} list.draft --data DIR",
        "노드에서 실행합니다.\n      suivi keys accept {channel} list.draft --data DIR",
    ),
    Words(
        "Write the fingerprint here, sixteen groups of four, and give it to the partner by the diplomatic note:",
        "Inscrivez ici l’empreinte, seize groupes de quatre, et communiquez-la au partenaire par note diplomatique :",
        "네 글자씩 열여섯 묶음의 지문을 여기에 적고 외교 공한으로 상대국에 알립니다.",
    ),
    Words(
        "Seal the three media in three envelopes, sign across the flap, and keep them in three safes. Passphrases are "
        "kept elsewhere.",
        "Scellez les trois supports dans trois enveloppes, signez sur le rabat et conservez-les dans trois coffres. Les "
        "phrases secrètes sont conservées ailleurs.",
        "매체 세 개를 봉투 세 개에 넣어 봉하고 봉한 자리에 서명하여 금고 세 곳에 보관합니다. 암호문은 따로 보관합니다.",
    ),
    Words(
        "Wipe the computer without network, or keep it sealed with the first medium.",
        "Effacez l’ordinateur sans réseau, ou conservez-le scellé avec le premier support.",
        "네트워크가 없는 컴퓨터를 초기화하거나 첫 번째 매체와 함께 봉하여 보관합니다.",
    ),
)
LATER: Final = Words(
    "To replace a key, begin at step 4 with --new-log or --new-witness. If a key is stolen, release nothing until step 7 "
    "is done. If two media are lost, no new list can be made: open the channel {next} with the partner.",
    "Pour remplacer une clé, commencez à l’étape 4 avec --new-log ou --new-witness. Si une clé est volée, ne communiquez "
    "rien avant la fin de l’étape 7. Si deux supports sont perdus, plus aucune liste n’est possible : ouvrez le canal "
    "{next} avec le partenaire.",
    "키를 교체하려면 4단계에서 --new-log 또는 --new-witness를 붙여 시작합니다. 키를 도난당하면 7단계가 끝날 때까지 아무것도 "
    "전달하지 않습니다. 매체 두 개를 잃으면 새 목록을 만들 수 없으므로 상대국과 {next} 채널을 엽니다.",
)
SIGNED: Final = Words("Done by", "Fait par", "수행자")
WHEN: Final = Words("Date and hour", "Date et heure", "일시")
PEOPLE: Final = (
    Words("Custodian 1", "Dépositaire 1", "보관자 1"),
    Words("Custodian 2", "Dépositaire 2", "보관자 2"),
    Words("Custodian 3", "Dépositaire 3", "보관자 3"),
    Words("Witness", "Témoin", "입회인"),
)


def checklist_text(*, party: str, channel: str, language: str) -> str:
    """The checklist as plain text, to be printed on A4 or Letter; `language` is en, fr or ko."""
    roots = "".join(f" \\\n        --root {party}.{channel}.root-{number}.public" for number in (1, 2, 3))
    named = {"party": party, "channel": channel, "roots": f"{roots} \\\n       ", "next": successor_name(channel)}
    lines = [TITLE.filled(**named).in_(language), "=" * _WIDTH, "", PURPOSE.in_(language), ""]
    blank = f"      {SIGNED.in_(language)}: {'_' * 26}  {WHEN.in_(language)}: {'_' * 16}"
    for number, step in enumerate(STEPS, start=1):
        lines += [f"[ ] {number}. {step.filled(**named).in_(language)}", "", blank, ""]
        if step is STEPS[7]:
            lines[-1:-1] = ["      " + "  ".join(["____"] * 8), "", "      " + "  ".join(["____"] * 8), ""]
    lines += [LATER.filled(**named).in_(language), ""]
    lines += [f"{who.in_(language)}: {'_' * 50}" for who in PEOPLE]
    return "\n".join(lines) + "\n"
