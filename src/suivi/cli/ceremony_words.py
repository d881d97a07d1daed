"""The checklist of a key ceremony, to be printed: steps with boxes, lines to sign, in the three languages."""

from typing import Final
from unicodedata import east_asian_width

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
        "their own:\n      suivi keys make-root {channel} 1 --party {party} --to /MEDIUM\nthen the same with 2, then with 3. "
        "What must appear: “The root key lies locked in …”, and the medium then holds a file ending in .pem and one "
        "ending in .public.",
        "Prenez un ordinateur sans réseau. Chaque dépositaire y exécute à son tour, avec son support et sa phrase "
        "secrète :\n      suivi keys make-root {channel} 1 --party {party} --to /SUPPORT\npuis avec 2, puis avec 3. Ce qui "
        "doit s’afficher : « La clé racine se trouve, verrouillée, dans… »; le support contient alors un fichier en .pem et un "
        "fichier en .public.",
        "네트워크가 없는 컴퓨터를 준비합니다. 보관자는 차례로 자신의 매체와 암호문으로 실행합니다.\n"
        "      suivi keys make-root {channel} 1 --party {party} --to /매체\n이어서 2, 3으로 같은 명령을 실행합니다. "
        "‘루트 키를 잠가서 저장했습니다’라고 나타나야 하며, 매체에는 이름이 .pem으로 끝나는 파일과 .public으로 끝나는 "
        "파일이 하나씩 있어야 합니다.",
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
        "      suivi keys sign list.draft --with /MEDIUM/{party}.{channel}.root-1.pem\nWhat must appear: the same fingerprint "
        "as in step 4 and, after the second signature, the figure 2 twice.",
        "Sur l’ordinateur sans réseau, deux dépositaires signent l’un après l’autre; chacun lit d’abord ce qui "
        "s’affiche :\n      suivi keys sign list.draft --with /SUPPORT/{party}.{channel}.root-1.pem\nCe qui doit s’afficher : "
        "la même empreinte qu’à l’étape 4 et, après la seconde signature, deux fois le chiffre 2.",
        "네트워크가 없는 컴퓨터에서 보관자 두 명이 화면을 먼저 읽은 뒤 차례로 서명합니다.\n"
        "      suivi keys sign list.draft --with /매체/{party}.{channel}.root-1.pem\n4단계와 같은 지문이 나타나야 하고, 두 번째 "
        "서명 뒤에는 숫자 2가 두 번 나타나야 합니다.",
    ),
    Words(
        "At the node:\n      suivi keys accept {channel} list.draft --data DIR\nWhat must appear: “In force.” If anything else "
        "does, the list is not in force and nothing was changed.",
        "Au nœud :\n      suivi keys accept {channel} list.draft --data DIR\nCe qui doit s’afficher : « En vigueur. » Sinon, la "
        "liste n’est pas en vigueur et rien n’a été modifié.",
        "노드에서 실행합니다.\n      suivi keys accept {channel} list.draft --data DIR\n‘시행되었습니다.’가 나타나야 합니다. 다른 내용이 "
        "나타나면 목록은 시행되지 않은 것이며 변경된 것은 없습니다.",
    ),
    Words(
        "Give the partner the file {party}.{channel}.keys that step 7 named. Write the fingerprint here, sixteen groups of "
        "four, and send it by the diplomatic note:",
        "Remettez au partenaire le fichier {party}.{channel}.keys indiqué à l’étape 7. Inscrivez ici l’empreinte, seize "
        "groupes de quatre, et communiquez-la par note diplomatique :",
        "7단계에서 알려 준 {party}.{channel}.keys 파일을 상대국에 전달합니다. 네 글자씩 열여섯 묶음의 지문을 여기에 적고 외교 "
        "공한으로 알립니다.",
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
    """The checklist as plain text of 78 columns, to be printed on A4 or Letter; `language` is en, fr or ko."""
    roots = "".join(f" \\\n        --root {party}.{channel}.root-{number}.public" for number in (1, 2, 3))
    named = {"party": party, "channel": channel, "roots": f"{roots} \\\n       ", "next": successor_name(channel)}
    lines = [TITLE.filled(**named).in_(language), "=" * _WIDTH, "", *_folded(PURPOSE.in_(language)), ""]
    colon = "\u00a0: " if language == "fr" else ": "
    done, when = SIGNED.in_(language), WHEN.in_(language)
    for number, step in enumerate(STEPS, start=1):
        lines += _folded(f"[ ] {number}. {step.filled(**named).in_(language)}", hanging=6)
        if step is STEPS[7]:
            lines += ["", "      " + "  ".join(["____"] * 8), "", "      " + "  ".join(["____"] * 8)]
        lines += ["", f"      {done}{colon}{'_' * 24}  {when}{colon}{'_' * 16}", ""]
    lines += [*_folded(LATER.filled(**named).in_(language)), ""]
    lines += [f"{who.in_(language)}{colon}{'_' * 50}" for who in PEOPLE]
    return "\n".join(lines) + "\n"


def _folded(text: str, *, hanging: int = 0) -> list[str]:
    """The text in lines of 78 columns; its own lines that are indented are commands, and stay as they are."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines += [part] if part.startswith("      ") else _broken(part, hanging if lines else 0, hanging)
    return lines


def _broken(text: str, first: int, hanging: int) -> list[str]:
    lines, line = [], " " * first
    for word in text.split(" "):
        longer = f"{line} {word}" if line.strip() else f"{line}{word}"
        if _columns(longer) > _WIDTH:
            lines.append(line)
            longer = " " * hanging + word
        line = longer
    return [*lines, line]


def _columns(text: str) -> int:
    """How many columns the text takes in type of one width, where Korean takes two for each sign."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
