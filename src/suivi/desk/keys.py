"""Signing keys of a node: PEM files of its own account, one key for one role in one channel.

A key file must exist, hold the Ed25519 key our partners know, and be readable by nobody else (`own.key`, fault L10).
"""

import os
from collections.abc import Collection
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from suivi.desk.node import PRIVATE_MODE
from suivi.log.keys import Ed25519Signer
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words


class KeyNotUsable(Refusal):
    """The node may not sign: a key file is missing, damaged or open to others."""

    code = "own.key"
    says = Words(
        en="The key file “{file}” cannot be used: {why}.",
        fr="Le fichier de clé « {file} » est inutilisable : {why}.",
        ko="키 파일 ‘{file}’을(를) 사용할 수 없습니다. 사유: {why}.",
    )
    remedy = Words(
        en="Restore it from the sealed copy and let only the node’s own account read it (chmod 600).",
        fr="Restaurez-le à partir de la copie scellée et n’en permettez la lecture qu’au compte du nœud (chmod 600).",
        ko="봉인된 사본에서 복원하고 이 노드의 계정만 읽을 수 있게 하십시오(chmod 600).",
    )


_MISSING = Words(en="it is missing", fr="il est absent", ko="파일이 없음")
_OPEN = Words(en="other accounts can read it", fr="d’autres comptes peuvent le lire", ko="다른 계정이 읽을 수 있음")
_OTHER = Words(
    en="it is not the key that our key list names",
    fr="il ne contient pas la clé que notre liste de clés désigne",
    ko="우리 측 키 목록에 적힌 키가 아님",
)
_DAMAGED = Words(en="it holds no Ed25519 key", fr="il ne contient pas de clé Ed25519", ko="Ed25519 키가 들어 있지 않음")


def key_file(folder: Path, *, channel: str, role: str) -> Path:
    """The file of the key for `role` (`log`, `witness`, `root-1` …) in `channel`."""
    return folder / f"{channel}.{role}.pem"


def make_key(path: Path) -> Ed25519Signer:
    """A new key written to `path` with mode 0600; raises `FileExistsError` rather than replace one."""
    private = Ed25519PrivateKey.generate()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    return Ed25519Signer(private)


def load_key(path: Path, *, among: Collection[bytes] | None = None) -> Ed25519Signer:
    """The key in `path`; raises `KeyNotUsable` if it is missing, open to others or damaged.

    `among`: the public keys (32 bytes each) it must be one of; what another key signs nobody would believe.
    """
    try:
        mode = path.stat().st_mode
        pem = path.read_bytes()
    except OSError:
        raise KeyNotUsable(file=path.name, why=_MISSING) from None
    if mode & 0o077:
        raise KeyNotUsable(file=path.name, why=_OPEN)
    try:
        private = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError):
        raise KeyNotUsable(file=path.name, why=_DAMAGED) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyNotUsable(file=path.name, why=_DAMAGED)
    signer = Ed25519Signer(private)
    if among is not None and signer.public not in among:
        raise KeyNotUsable(file=path.name, why=_OTHER)
    return signer
