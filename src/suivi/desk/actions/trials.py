"""Trying what a node will need on a bad day: a backup made and restored at once, a letter sent."""

import datetime
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction

from suivi.desk import access, backup, entries, mailing, nightly, surroundings
from suivi.desk.access import Officer
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import Acted
from suivi.record.marking import AMBER

_LONGEST: Final = 280
"""Seconds a restoration may take before it is given up."""


class BackupNotRestored(Refusal):
    """A backup was made, and no node could be made from it."""

    code = "backup-not-restored"
    says = Words(
        en="The backup was made, but no node could be made from it: {why}",
        fr="La sauvegarde a été faite, mais aucun nœud n’a pu en être tiré : {why}",
        ko="백업은 만들었으나 그것으로 노드를 만들 수 없었습니다: {why}",
    )
    remedy = Words(
        en="Do not rely on backups until this is put right; run suivi check on the machine.",
        fr="Ne vous fiez pas aux sauvegardes avant d’y avoir remédié; exécutez suivi check sur la machine.",
        ko="해결될 때까지 백업에 의존하지 말고, 컴퓨터에서 suivi check를 실행하십시오.",
    )


class LetterNotSent(Refusal):
    """The server for mail could not be reached, or would not take the letter."""

    code = "letter-not-sent"
    says = Words(
        en="The letter could not be sent: {why}",
        fr="Le courriel n’a pu être envoyé : {why}",
        ko="메일을 보내지 못했습니다: {why}",
    )
    remedy = Words(
        en="Check SUIVI_MAIL and SUIVI_MAIL_FROM on the machine, start the desk anew, and try again.",
        fr="Vérifiez SUIVI_MAIL et SUIVI_MAIL_FROM sur la machine, relancez le poste, puis réessayez.",
        ko="컴퓨터의 SUIVI_MAIL과 SUIVI_MAIL_FROM을 확인하고 다시 시작한 뒤 시도하십시오.",
    )


class AddressNotOne(Refusal):
    """What was typed is no address of mail."""

    code = "letter-address-not-one"
    says = Words(
        en="“{address}” is not an address a letter can be sent to.",
        fr="« {address} » n’est pas une adresse à laquelle écrire.",
        ko="메일을 보낼 수 있는 주소가 아닙니다: {address}.",
    )
    remedy = Words(
        en="Type one address, such as name@ministry.example.",
        fr="Saisissez une seule adresse, comme nom@ministere.example.",
        ko="주소를 하나만 입력하십시오. 예: name@ministry.example.",
    )


class FolderNotUsable(Refusal):
    """The folder for nightly backups is not there, lies inside the node, or cannot be written to; or the hour is none."""

    code = "backup-folder-not-usable"
    says = Words(
        en="Nightly backups cannot be written to “{folder}” at that hour.",
        fr="Les sauvegardes de nuit ne peuvent être écrites dans « {folder} » à cette heure.",
        ko="그 시각에 야간 백업을 다음 폴더에 저장할 수 없습니다: ‘{folder}’.",
    )
    remedy = Words(
        en="Name a folder that is there, outside the node’s own, with its whole path; this desk’s account must be allowed to write there. The hour is 0 to 23.",
        fr="Nommez un dossier existant, hors de celui du nœud, par son chemin complet; le compte de ce poste doit pouvoir y écrire. L’heure va de 0 à 23.",
        ko="노드 폴더 밖에 있는 폴더의 전체 경로를 적으십시오. 이 시스템의 계정이 그곳에 쓸 수 있어야 합니다. 시각은 0~23입니다.",
    )


LETTER: Final = (
    Words("Suivi: a letter to try the way", "Suivi : courriel d’essai", "Suivi: 발송 시험 메일"),
    Words(
        "This desk can send reminders to this address. Nothing needs to be done.",
        "Ce poste peut envoyer des rappels à cette adresse. Il n’y a rien à faire.",
        "이 노드에서 이 주소로 알림을 보낼 수 있습니다. 조치할 사항은 없습니다.",
    ),
)


@dataclass(frozen=True, slots=True)
class Tried:
    """A backup that was made, restored and compared: its size in bytes, and how many entries of how many logs."""

    size: int
    entries: int
    logs: int


def try_backup(officer: Officer, *, at: datetime.datetime) -> Tried:
    """Make a backup, restore a node from it beside this one, compare what each log holds, and remove both.

    It stands for no backup: nothing is kept. Raises `NotMandated`, `BackupNotRestored`.
    """
    acting = access.must(officer, "administer", at=at)
    node = entries.own_node()
    with tempfile.TemporaryDirectory(prefix=".backup-tried-", dir=node.folder) as place:
        made = backup.write_backup(Path(place) / "tried.tar", keys=True, at=at)
        restored = _restored(made.file, Path(place) / "node")
        if restored != made.logs:
            raise BackupNotRestored(why=f"{made.logs} ≠ {restored}")
    surroundings.note_trial(node.folder, at=at)
    said = Acted("backup-tried", {})
    with transaction.atomic():
        entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)
    return Tried(made.size, sum(made.logs.values()), len(made.logs))


@transaction.atomic
def plan_nightly(officer: Officer, *, folder: str, hour: str, at: datetime.datetime) -> None:
    """Let the desk make a backup every night into that folder, from that hour of UTC on; an empty folder ends it.

    Raises `NotMandated`, `FolderNotUsable`.
    """
    acting, node = access.must(officer, "administer", at=at), entries.own_node().folder
    place, chosen = Path(folder.strip()), None
    if folder.strip():
        outside = place.is_absolute() and place.is_dir() and not place.resolve().is_relative_to(node.resolve())
        if not outside or not os.access(place, os.W_OK | os.X_OK) or hour not in map(str, range(24)):
            raise FolderNotUsable(folder=folder.strip()[:200])
        chosen = nightly.Nightly(folder=place, hour=int(hour))
    nightly.plan(node, chosen)
    said = Acted("nightly-backup-planned", {"folder": str(place) if chosen else "–"})
    entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)


def _restored(file: Path, folder: Path) -> dict[str, int]:
    # In a process of its own: this one serves another node. Its tables go into a file, wherever ours lie.
    known = {name: value for name, value in os.environ.items() if name not in ("SUIVI_DATABASE", "SUIVI_DATA")}
    command = [sys.executable, "-m", "suivi.cli", "restore", str(file), "--data", str(folder), "--format", "json"]
    try:
        ran = subprocess.run(  # noqa: S603  # our own command, and names of our own
            command, env=known, capture_output=True, text=True, check=False, timeout=_LONGEST, cwd=file.parent
        )
    except subprocess.TimeoutExpired:
        raise BackupNotRestored(why=f"> {_LONGEST} s") from None
    if ran.returncode:
        raise BackupNotRestored(why=ran.stderr.strip()[-400:])
    return {str(log): int(size) for log, size in json.loads(ran.stdout)["logs"].items()}


def try_mail(officer: Officer, *, address: str, at: datetime.datetime) -> str:
    """Send a letter that says nothing to `address`; where it went: a server's name, or a folder where there is none.

    Raises `NotMandated`, `AddressNotOne`, `LetterNotSent`.
    """
    access.must(officer, "administer", at=at)
    name, sign, host = address.strip().rpartition("@")
    if not (name and sign and host) or any(character.isspace() or character in ",;<>" for character in address.strip()):
        raise AddressNotOne(address=address.strip()[:200])
    subject, text = (each.in_(officer.language) for each in LETTER)
    try:
        mailing.send(address.strip(), subject=subject, text=text)
    except OSError as error:
        raise LetterNotSent(why=str(error)[:300]) from error
    return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}" if settings.EMAIL_HOST else str(settings.EMAIL_FILE_PATH)
