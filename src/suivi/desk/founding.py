"""Making a node, and giving it keys in a channel: what happens before anything can be on record.

- A node is made in a folder of its own beside the place asked for and moved there whole, so that a broken
  `init` leaves nothing half made.
- Root keys never lie in the node's folder (exchange format, section 5.1).
"""

import datetime
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from suivi.desk import entries, keys, passwords, sign_in
from suivi.desk.whole_files import sync_all, sync_folder
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import KeyRange, Manifest, manifest_note
from suivi.plan.channel import origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import Mandated
from suivi.record.marking import AMBER
from suivi.record.wording import check_wording

ROLES = ("focal-point", "approver", "releaser", "administrator")
"""What the first officers hold: together they can do everything but look on as auditors."""
ROOT_KEYS = 3
ROOT_THRESHOLD = 2


class TwoOfficersNeeded(Refusal):
    """A node needs two different officers before anything can be released."""

    code = "two-officers-needed"
    says = Words(
        en="A node needs at least two officers with different names: nothing leaves without two of them.",
        fr="Un nœud exige au moins deux agents de noms différents : rien ne sort sans l’accord de deux d’entre eux.",
        ko="노드에는 이름이 다른 담당관이 두 명 이상 필요합니다. 두 명의 승인 없이는 아무것도 나가지 않습니다.",
    )
    remedy = Words(
        en="Give --officer twice, with two names.",
        fr="Donnez --officer deux fois, avec deux noms.",
        ko="--officer를 서로 다른 이름으로 두 번 지정하십시오.",
    )


class DatabaseTaken(Refusal):
    """The database a node was to be made in holds tables already."""

    code = "database-taken"
    says = Words(
        en="The database named by SUIVI_DATABASE already holds tables; nothing was changed.",
        fr="La base de données désignée par SUIVI_DATABASE contient déjà des tables; rien n’a été modifié.",
        ko="SUIVI_DATABASE로 지정한 데이터베이스에 이미 테이블이 있습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Name an empty database, one for each node.",
        fr="Indiquez une base vide, une par nœud.",
        ko="노드마다 비어 있는 데이터베이스를 하나씩 지정하십시오.",
    )


class NameNotUsable(Refusal):
    """A name holds characters that cannot be shown safely."""

    code = "name-not-usable"
    says = Words(
        en="The name “{name}” is empty, too long, or holds invisible or direction-changing characters.",
        fr="Le nom « {name} » est vide, trop long, ou contient des caractères invisibles ou qui changent le sens d’écriture.",
        ko="이름 ‘{name}’이(가) 비어 있거나 너무 길거나, 보이지 않는 문자 또는 쓰기 방향을 바꾸는 문자를 포함합니다.",
    )
    remedy = Words(
        en="Type the name again with ordinary letters, at most 120.",
        fr="Saisissez de nouveau le nom avec des lettres ordinaires, 120 au plus.",
        ko="일반 문자로 120자 이내로 다시 입력하십시오.",
    )


class RootsInsideNode(Refusal):
    """Root keys were to be written into the node's own folder."""

    code = "roots-inside-node"
    says = Words(
        en="Root keys may not lie in the node’s own folder.",
        fr="Les clés racines ne peuvent se trouver dans le dossier du nœud.",
        ko="루트 키는 노드 자체의 폴더에 둘 수 없습니다.",
    )
    remedy = Words(
        en="Name another place with --roots, such as a removable medium.",
        fr="Indiquez un autre emplacement avec --roots, par exemple un support amovible.",
        ko="--roots로 이동식 매체 등 다른 위치를 지정하십시오.",
    )


def usable_names(names: Sequence[str]) -> list[str]:
    """The names, if there are two or more, all different and showable; raises a `Refusal` otherwise."""
    usable = [usable_name(name) for name in names]
    if len(set(usable)) < 2:
        raise TwoOfficersNeeded
    return usable


def usable_name(name: str) -> str:
    """The name without blanks around, if it can be shown; raises `NameNotUsable`."""
    if not name.strip() or len(name) > 120 or "\n" in name:
        raise NameNotUsable(name=name[:200])
    try:
        check_wording(name.strip(), at="officer")
    except Fault:
        raise NameNotUsable(name=_visible(name)) from None
    return name.strip()


def _visible(name: str) -> str:
    return "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in name)


def fill_folder(names: Sequence[str], *, passwords: Sequence[str], at: datetime.datetime) -> None:
    """Make the database, the home log with its keys, and the officers, in the node this process serves.

    Raises `DatabaseTaken`.
    """
    if connection.introspection.table_names():
        raise DatabaseTaken
    call_command("migrate", verbosity=0, interactive=False)
    party = str(settings.SUIVI_PARTY)
    _found_log(party, entries.HOME, roots=[keys.make_key(_own(entries.HOME, "root"))], threshold=1, at=at)
    with transaction.atomic():
        for name, password in zip(names, passwords, strict=True):
            sign_in.enrol(
                name,
                password,
                roles=ROLES,
                language=settings.NODE.language,
                published=settings.NODE.demonstration,
            )
            entries.append_home(
                Mandated(officer=name, mandates=ROLES), channel=entries.HOME, subject="channel", marking=AMBER, at=at
            )
    connection.close()


def open_keys(channel: str, *, roots_folder: Path, at: datetime.datetime) -> Manifest:
    """Make our keys and manifest (version 1) in `channel`; the root keys go to `roots_folder`.

    Raises `RootsInsideNode`. Running it again after a break goes on with the keys that exist.
    """
    if roots_folder.resolve().is_relative_to(settings.NODE.folder.resolve()):
        raise RootsInsideNode
    party = str(settings.SUIVI_PARTY)
    files = [keys.key_file(roots_folder, channel=f"{party}.{channel}", role=f"root-{n + 1}") for n in range(ROOT_KEYS)]
    roots = [keys.load_key(file) if file.exists() else keys.make_key(file) for file in files]
    return _found_log(party, channel, roots=roots, threshold=ROOT_THRESHOLD, at=at)


def _own(channel: str, role: str) -> Path:
    return keys.key_file(settings.NODE.keys, channel=channel, role=role)


def _made_or_loaded(path: Path) -> Ed25519Signer:
    return keys.load_key(path) if path.exists() else keys.make_key(path)


@transaction.atomic
def _found_log(
    party: str, channel: str, *, roots: Sequence[Ed25519Signer], threshold: int, at: datetime.datetime
) -> Manifest:
    log = _made_or_loaded(_own(channel, "log"))
    witness = None if channel == entries.HOME else _made_or_loaded(_own(channel, "witness"))
    manifest = Manifest(
        party=party,
        channel=channel,
        version=1,
        issued=at.astimezone(datetime.UTC).date().isoformat(),
        previous=None,
        threshold=threshold,
        roots=tuple(root.public for root in roots),
        logs=(KeyRange(log.public, 0, None),),
        witnesses=() if witness is None else (KeyRange(witness.public, 0, None),),
        tls=(),
    )
    entries.keep_key_list(party, channel, 1, manifest_note(manifest, roots[:threshold]).octets())
    entries.sign_empty(origin_of(party, channel), at=at)
    return manifest


def new_password() -> str:
    """A first password, to be changed at the first sign-in."""
    return passwords.new_first()


def put_in_place(partial: Path, folder: Path) -> None:
    """Move a finished node to the place asked for, in one step; whole or absent, whenever the power fails."""
    sync_all(partial)
    partial.replace(folder)
    sync_folder(folder.parent)
