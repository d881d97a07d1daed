"""Unpacking a backup into a folder, every member checked; readable before Django starts.

- Only the members a backup has are taken out, as plain private files: a name that leads elsewhere, a link or a device is
  no backup.
"""

import hashlib
import json
import os
import shutil
import tarfile
from pathlib import Path
from typing import Any, Final

from suivi.desk.node import DATABASE_NAME, PRIVATE_MODE, SETTINGS_NAME
from suivi.desk.partners import FILE_NAME as PARTNERS_NAME
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

FORMAT: Final = 1
LABEL: Final = "backup.json"
KEYS: Final = "keys"
_CHUNK: Final = 1 << 20
_LONGEST_LABEL: Final = 1 << 20


class BackupUnsound(Refusal):
    """A file is no backup, or not as it was written."""

    code = "backup-unsound"
    says = Words(
        en="“{file}” is not a sound backup of a node: {why}.",
        fr="« {file} » n’est pas une sauvegarde intègre d’un nœud : {why}.",
        ko="‘{file}’은(는) 온전한 노드 백업이 아닙니다. 사유: {why}.",
    )
    remedy = Words(
        en="Take another copy of the backup, or an earlier one; nothing was changed.",
        fr="Prenez une autre copie de la sauvegarde, ou une plus ancienne; rien n’a été modifié.",
        ko="다른 사본이나 이전 백업을 사용하십시오. 변경된 것은 없습니다.",
    )


NOT_A_BACKUP = Words("it is no such file", "ce n’est pas un tel fichier", "그러한 파일이 아님")
OTHER_FORMAT = Words(
    "it is of format {format}, which this version does not read",
    "il est au format {format}, que cette version ne lit pas",
    "이 버전이 읽지 못하는 형식({format})임",
)
CHANGED = Words(
    "“{member}” is not as it was written",
    "« {member} » n’est pas tel qu’il a été écrit",
    "‘{member}’이(가) 기록된 것과 다름",
)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpack(file: Path, folder: Path) -> dict[str, Any]:
    """Unpack a backup into `folder`, which is made, every member checked against its digest; returns its label.

    Raises `BackupUnsound`, and nothing is left behind.
    """
    folder.mkdir(mode=0o700, parents=True)
    try:
        label = _unpacked(file, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return label


def _unpacked(file: Path, folder: Path) -> dict[str, Any]:
    try:
        with tarfile.open(file, mode="r:") as tar:
            label = _label(file, tar)
            for name, digest in label["members"].items():
                _take_out(file, tar, name, folder)
                if digest_of(folder / name) != digest:
                    raise BackupUnsound(file=file.name, why=CHANGED.filled(member=name))
    except (tarfile.TarError, KeyError, EOFError, ValueError) as error:
        if isinstance(error, Refusal):
            raise
        raise BackupUnsound(file=file.name, why=NOT_A_BACKUP) from error
    return label


def _label(file: Path, tar: tarfile.TarFile) -> dict[str, Any]:
    member = tar.getmember(LABEL)
    opened = tar.extractfile(member)
    if opened is None or member.size > _LONGEST_LABEL:
        raise BackupUnsound(file=file.name, why=NOT_A_BACKUP)
    label = json.loads(opened.read())
    if not isinstance(label, dict) or not isinstance(label.get("members"), dict):
        raise BackupUnsound(file=file.name, why=NOT_A_BACKUP)
    if label.get("format") != FORMAT:
        raise BackupUnsound(file=file.name, why=OTHER_FORMAT.filled(format=str(label.get("format"))[:20]))
    return label


def _take_out(file: Path, tar: tarfile.TarFile, name: str, folder: Path) -> None:
    """One member as a private file; a name that leads elsewhere, or a member that is no plain file, is no backup."""
    allowed = name in (DATABASE_NAME, SETTINGS_NAME, PARTNERS_NAME) or (
        name.startswith(f"{KEYS}/") and name.count("/") == 1 and ".." not in name
    )
    opened = tar.extractfile(tar.getmember(name)) if allowed and tar.getmember(name).isfile() else None
    if opened is None:
        raise BackupUnsound(file=file.name, why=CHANGED.filled(member=name[:80]))
    place = folder / name
    place.parent.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_MODE), "wb") as written:
        shutil.copyfileobj(opened, written, _CHUNK)
        written.flush()
        os.fsync(written.fileno())
