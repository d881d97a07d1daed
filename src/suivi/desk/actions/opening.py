"""Opening a channel from the desk: root keys given to their custodians, our key list signed, the partner's accepted.

- A root key is made in memory, locked with its custodian's words, and leaves in the answer: only its public key stays.
- The list is in force once enough custodians have come back with their files, so no list rests on a key nobody holds.
"""

import base64
import datetime
from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from suivi.desk import access, ceremony, entries, keys, opening, partners
from suivi.desk.access import Officer
from suivi.desk.actions import channel as channels
from suivi.desk.actions import key_lists
from suivi.desk.founding import ROOT_KEYS
from suivi.log.manifest import fingerprint_groups
from suivi.plan.channel import CHANNEL_GRAMMAR, RESERVED_CHANNELS
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import Acted, Acting
from suivi.record.marking import AMBER


class ChannelNameNotUsable(Refusal):
    """The name given to a channel is not of the form logs carry."""

    code = "channel-name-not-usable"
    says = Words(
        en="“{name}” cannot name a channel.",
        fr="« {name} » ne peut désigner un canal.",
        ko="채널 이름으로 쓸 수 없습니다: {name}.",
    )
    remedy = Words(
        en="Agree on one name with the partner: 2 to 32 lower-case letters, digits and hyphens, such as can-kor.",
        fr="Convenez d’un même nom avec le partenaire : de 2 à 32 lettres minuscules, chiffres et traits d’union, comme can-kor.",
        ko="상대국과 같은 이름을 정하십시오. 영문 소문자, 숫자, 붙임표 2~32자, 예: can-kor.",
    )


class KeyListInForce(Refusal):
    """The first key list stands; a root key is replaced by the ceremony at the terminal."""

    code = "key-list-in-force"
    says = Words(
        en="Our keys in “{channel}” are in force already; nothing was changed.",
        fr="Nos clés dans « {channel} » sont déjà en vigueur; rien n’a été modifié.",
        ko="‘{channel}’ 채널의 우리 키는 이미 발효되었습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="To replace a key, hold the ceremony: suivi keys draft, sign and accept.",
        fr="Pour remplacer une clé, tenez la cérémonie : suivi keys draft, sign et accept.",
        ko="키를 교체하려면 suivi keys draft, sign, accept 절차를 진행하십시오.",
    )


class PassphrasesDiffer(Refusal):
    """The passphrase of a root key was typed in two ways."""

    code = "passphrases-differ"
    says = Words(
        en="The two passphrases differ; no key was made.",
        fr="Les deux phrases secrètes diffèrent; aucune clé n’a été créée.",
        ko="두 암호문이 서로 다릅니다. 키를 만들지 않았습니다.",
    )
    remedy = Words(
        en="Type the same words twice: without them the key can never be used.",
        fr="Saisissez deux fois les mêmes mots : sans eux, la clé ne pourra jamais servir.",
        ko="같은 내용을 두 번 입력하십시오. 암호문이 없으면 키를 쓸 수 없습니다.",
    )


class RootsMissing(Refusal):
    """Not every root key was made yet."""

    code = "roots-missing"
    says = Words(
        en="Nothing can be signed yet: {made} of {all} root keys are made.",
        fr="Rien ne peut encore être signé; clés racines créées : {made} sur {all}.",
        ko="아직 서명할 수 없습니다. 만든 루트 키: {all}개 중 {made}개.",
    )
    remedy = Words(
        en="Let every custodian make a key on this page first.",
        fr="Que chaque dépositaire crée d’abord sa clé à cette page.",
        ko="먼저 모든 보관자가 이 화면에서 키를 만들어야 합니다.",
    )


class CopiesNotUsable(Refusal):
    """The folders named cannot keep copies of the public log."""

    code = "copies-not-usable"
    says = Words(
        en="Copies of the public log need two different folders outside the node’s own, and both must be there.",
        fr="Les copies du journal public demandent deux dossiers différents, hors de celui du nœud, et déjà créés.",
        ko="공개 기록부의 사본에는 노드 폴더 밖에 이미 만들어진 서로 다른 폴더 두 개가 필요합니다.",
    )
    remedy = Words(
        en="Make both, best on two other machines, and write each with its whole path, without quotation marks.",
        fr="Créez-les, de préférence sur deux autres machines, et inscrivez le chemin complet de chacun, sans guillemets.",
        ko="가능하면 다른 컴퓨터 두 대에 폴더를 만들고, 따옴표 없이 전체 경로를 적으십시오.",
    )


def begin(officer: Officer, *, channel: str, at: datetime.datetime) -> str:
    """The name under which a channel can be opened; raises `NotMandated`, `ChannelNameNotUsable`."""
    access.must(officer, "administer", at=at)
    name = channel.strip().lower()
    if not CHANNEL_GRAMMAR.fullmatch(name) or name in RESERVED_CHANNELS:
        raise ChannelNameNotUsable(name=channel.strip()[:80])
    return name


@transaction.atomic
def keep_copies(officer: Officer, *, folders: Sequence[str], at: datetime.datetime) -> None:
    """Name the folders outside the node that keep a copy of our public log, before it is opened or later.

    Raises `NotMandated`, `CopiesNotUsable`.
    """
    acting, node = access.must(officer, "administer", at=at), entries.own_node()
    places = [Path(folder.strip()) for folder in folders if folder.strip()]
    if not all(place.is_absolute() for place in places):
        raise CopiesNotUsable
    try:
        partners.keep_copies(node.folder, places)
    except (ValueError, OSError):
        raise CopiesNotUsable from None
    said = Acted("public-copies-named", {"folders": "; ".join(map(str, places))})
    entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)


def make_root(
    officer: Officer, *, channel: str, number: int, passphrase: str, again: str, at: datetime.datetime
) -> tuple[str, bytes]:
    """Make root key `number` and give it away, locked: its file name and bytes. Only its public key is kept.

    Made again while the list is gathered, it takes the place of the one before, and signatures begin anew. Raises
    `NotMandated`, `NotHere`, `KeyListInForce`, `PassphrasesDiffer`, `ceremony.PassphraseTooShort`.
    """
    place = _gathering(officer, channel, at)
    if not 1 <= number <= ROOT_KEYS:
        raise access.NotHere(what=str(number))
    ceremony.must_lock(passphrase)
    if passphrase != again:
        raise PassphrasesDiffer
    signer, pem = keys.new_key(passphrase=passphrase)
    opening.folder_of(place).mkdir(mode=0o700, parents=True, exist_ok=True)
    (opening.folder_of(place) / opening.DRAFT).unlink(missing_ok=True)
    public = base64.b64encode(signer.public).decode() + "\n"
    opening.public_file(place, number).write_text(public, encoding="ascii")
    return f"{entries.own_node().party}.{place}.root-{number}.pem", pem


def sign(officer: Officer, *, channel: str, name: str, octets: bytes, passphrase: str, at: datetime.datetime) -> bool:
    """Sign our first key list with a root key its custodian brings; whether the list is in force with it.

    The key is read in memory and forgotten. Raises `NotMandated`, `NotHere`, `KeyListInForce`, `RootsMissing`,
    `keys.KeyNotUsable`, `ceremony.NotARootOfThisList`.
    """
    place = _gathering(officer, channel, at)
    made = [root.number for root in opening.roots(place) if root.made]
    if len(made) < ROOT_KEYS:
        raise RootsMissing(made=len(made), all=ROOT_KEYS)
    draft = opening.folder_of(place) / opening.DRAFT
    if not draft.exists():
        publics = [ceremony.read_public(opening.public_file(place, number)) for number in made]
        draft.write_bytes(key_lists.draft_first(place, roots=publics, threshold=None, at=at))
    signer = keys.key_in(octets, name=name, passphrase=passphrase)
    draft.write_bytes(ceremony.signed_by(draft.read_bytes(), signer, name=name))
    return _put_in_force(officer, place, draft.read_bytes(), at)


@transaction.atomic
def _put_in_force(officer: Officer, channel: str, octets: bytes, at: datetime.datetime) -> bool:
    note, manifest = ceremony.read_draft(octets)
    if len(note.signatures) < manifest.threshold:
        return False
    acting = access.must(officer, "administer", at=at)
    accepted = key_lists.accept(channel, octets, at=at)
    _note("keys-accepted", accepted.party, channel, accepted.fingerprint(), acting, at)
    transaction.on_commit(lambda: opening.clear(channel))
    return True


def own_list(officer: Officer, *, channel: str) -> tuple[str, bytes]:
    """Our first key list in `channel` as a file for the partner: its name and bytes. Raises `NotMandated`, `NotHere`."""
    shown = opening.opening_for(officer, channel)
    if not shown.in_force:
        raise access.NotHere(what=channel)
    return f"{shown.party}.{channel}.keys", entries.key_lists(shown.party, channel)[0]


@transaction.atomic
def accept_partner(officer: Officer, *, channel: str, octets: bytes, fingerprint: str, at: datetime.datetime) -> None:
    """Keep the partner's key list, its fingerprint compared over another way and typed here.

    Raises `NotMandated`, `NotHere`, `FingerprintNeeded`, or `Refused` with the fault of the list (keys.*, note.*).
    """
    acting = access.must(officer, "administer", at=at)
    if not opening.opening_for(officer, channel).in_force:
        raise access.NotHere(what=channel)
    manifest = channels.accept_partner(channel, octets, fingerprint=fingerprint)
    _note("partner-accepted", manifest.party, channel, manifest.fingerprint(), acting, at)


def _gathering(officer: Officer, channel: str, at: datetime.datetime) -> str:
    access.must(officer, "administer", at=at)
    if opening.opening_for(officer, channel).in_force:
        raise KeyListInForce(channel=channel)
    return channel


def _note(act: str, party: str, channel: str, fingerprint: str, acting: Acting, at: datetime.datetime) -> None:
    about = {"party": party, "channel": channel, "fingerprint": fingerprint_groups(fingerprint)}
    entries.append_home(Acted(act, about), channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)
