"""Signing keys of a node: PEM files of its own account, one key for one role in one channel.

A key file must exist, hold the Ed25519 key our partners know, and be readable by nobody else (`own.key`, fault L10).
"""

import hashlib
import os
import secrets
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from suivi.desk.node import PRIVATE_MODE
from suivi.log.keys import Ed25519Signer
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

_HOW: Final = b"Suivi-Locked-With: scrypt 32768 8 3 "
"""How a locked file begins: the salt follows, in hex; the costs are among those OWASP advises."""


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


class PassphraseWrong(KeyNotUsable):
    """The passphrase typed is not the one that locks the key."""

    remedy = Words(
        en="Type the passphrase again: capitals and spaces count. Check that it is the right custodian’s medium.",
        fr="Saisissez de nouveau la phrase secrète : les majuscules et les espaces comptent. Vérifiez que le support est celui du bon dépositaire.",
        ko="대소문자와 띄어쓰기에 유의하여 암호문을 다시 입력하고, 해당 보관자의 매체인지 확인하십시오.",
    )


_MISSING = Words(en="it is missing", fr="il est absent", ko="파일이 없음")
_OPEN = Words(en="other accounts can read it", fr="d’autres comptes peuvent le lire", ko="다른 계정이 읽을 수 있음")
_OTHER = Words(
    en="it is not the key that our key list names",
    fr="il ne contient pas la clé que notre liste de clés désigne",
    ko="우리 측 키 목록에 적힌 키가 아님",
)
_LOCKED = Words(
    en="it is locked with a passphrase, or has none where one was given",
    fr="il est protégé par une phrase secrète, ou n’en a pas alors qu’une a été donnée",
    ko="암호문이 설정되어 있거나, 암호문을 입력하였으나 설정되어 있지 않음",
)
_WRONG = Words(
    en="the passphrase does not open it",
    fr="la phrase secrète ne l’ouvre pas",
    ko="암호문이 맞지 않음",
)
_DAMAGED = Words(en="it holds no Ed25519 key", fr="il ne contient pas de clé Ed25519", ko="Ed25519 키가 들어 있지 않음")


def key_file(folder: Path, *, channel: str, role: str) -> Path:
    """The file of the key for `role` (`log`, `witness`, `root-1` …) in `channel`."""
    return folder / f"{channel}.{role}.pem"


def key_files(folder: Path, *, channel: str, role: str) -> list[Path]:
    """Every file that may hold a key for `role` in `channel`: the first one, then one for each key list that has one."""
    first = key_file(folder, channel=channel, role=role)
    return [first, *sorted(folder.glob(f"{channel}.{role}-[0-9]*.pem"))]


def load_key_among(folder: Path, *, channel: str, role: str, among: Sequence[bytes]) -> Ed25519Signer:
    """The key for `role` in `channel` that is one of `among` (32 bytes each), the last of them first.

    Raises `KeyNotUsable` where no file holds one, naming the first.
    """
    files = [path for path in key_files(folder, channel=channel, role=role) if path.exists()]
    if len(files) <= 1:
        return load_key(key_file(folder, channel=channel, role=role), among=among)
    held = {signer.public: signer for signer in map(load_key, files)}
    for public in reversed(among):
        if public in held:
            return held[public]
    raise KeyNotUsable(file=files[0].name, why=_OTHER)


def make_key(path: Path, *, passphrase: str = "") -> Ed25519Signer:
    """A new key written to `path` with mode 0600; raises `FileExistsError` rather than replace one.

    With a `passphrase` the file is encrypted (PKCS #8, PBES2, under what scrypt makes of the words): a root key lies in a
    safe, not in the clear.
    """
    signer, pem = new_key(passphrase=passphrase)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    return signer


def new_key(*, passphrase: str = "") -> tuple[Ed25519Signer, bytes]:
    """A new key and the PEM file it would lie in, written nowhere; with a `passphrase` the file is encrypted."""
    private = Ed25519PrivateKey.generate()
    if not passphrase:
        return Ed25519Signer(private), private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    salt = secrets.token_bytes(16)
    locked = BestAvailableEncryption(_stretched(passphrase, salt))
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
    return Ed25519Signer(private), _HOW + salt.hex().encode() + b"\n" + pem


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """What locks the file in place of the words themselves: a guess costs 32 MB and a quarter of a second (RFC 7914)."""
    drawn = hashlib.scrypt(passphrase.encode(), salt=salt, n=2**15, r=8, p=3, maxmem=2**26, dklen=32)
    return drawn.hex().encode()


def _password(pem: bytes, passphrase: str) -> bytes | None:
    """What opens the file; one made before files said how is opened by the words themselves."""
    first = pem.partition(b"\n")[0]
    if not passphrase or not first.startswith(_HOW):
        return passphrase.encode() or None
    return _stretched(passphrase, bytes.fromhex(first.removeprefix(_HOW).decode("ascii", errors="replace").strip()))


def load_key(path: Path, *, among: Collection[bytes] | None = None, passphrase: str = "") -> Ed25519Signer:
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
    signer = key_in(pem, name=path.name, passphrase=passphrase)
    if among is not None and signer.public not in among:
        raise KeyNotUsable(file=path.name, why=_OTHER)
    return signer


def key_in(pem: bytes, *, name: str, passphrase: str = "") -> Ed25519Signer:
    """The key in the bytes of a PEM file called `name`; raises `KeyNotUsable`."""
    try:
        private = load_pem_private_key(pem[pem.find(b"-----") :], password=_password(pem, passphrase))
    except TypeError:  # encrypted, and no passphrase was given; or the other way round
        raise KeyNotUsable(file=name, why=_LOCKED) from None
    except ValueError:
        if passphrase:
            raise PassphraseWrong(file=name, why=_WRONG) from None
        raise KeyNotUsable(file=name, why=_DAMAGED) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyNotUsable(file=name, why=_DAMAGED)
    return Ed25519Signer(private)
