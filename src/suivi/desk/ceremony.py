"""The ceremony of the root keys: made, carried and used away from the node, by people (exchange format, section 5).

- A root key is a locked file and the short file of its public key beside it; the node sees the second only.
- A key list is drafted at the node, signed by one custodian after the other on a machine of their own, and accepted at
  the node. The draft is the note itself: its text, and the signature lines gathered so far.
- No tables and no network here: a custodian's machine needs neither.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from suivi.desk import keys
from suivi.exchange.faults import Refused
from suivi.log.canonical import CAP_MANIFEST
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer, enrol
from suivi.log.manifest import KeyRange, Manifest, manifest_in
from suivi.log.note import Note, read_note, signature_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

PUBLIC_SUFFIX: Final = ".public"
SHORTEST_PASSPHRASE: Final = 12


class NotARootOfThisList(Refusal):
    """The key is not one of the roots that may sign this list."""

    code = "not-a-root-of-this-list"
    says = Words(
        en="The key in “{file}” is no root of this key list, nor of the one before.",
        fr="La clé contenue dans « {file} » n’est racine ni de cette liste de clés ni de la précédente.",
        ko="‘{file}’의 키는 이 키 목록이나 이전 목록의 루트 키가 아닙니다.",
    )
    remedy = Words(
        en="Check that it is the right medium and the right draft.",
        fr="Vérifiez qu’il s’agit du bon support et du bon projet.",
        ko="올바른 매체와 올바른 초안인지 확인하십시오.",
    )


class PassphraseTooShort(Refusal):
    """A root key has to be locked with words that cannot be guessed."""

    code = "passphrase-too-short"
    says = Words(
        en="The passphrase is too short: {least} characters at least.",
        fr="La phrase secrète est trop courte : {least} caractères au moins.",
        ko="암호문이 너무 짧습니다. {least}자 이상이어야 합니다.",
    )
    remedy = Words(
        en="Take four or five words that nobody would put together, and keep them apart from the medium.",
        fr="Prenez quatre ou cinq mots que personne n’associerait et conservez-les à l’écart du support.",
        ko="서로 관련 없는 단어 네다섯 개를 고르고 매체와 따로 보관하십시오.",
    )


class MediumNotThere(Refusal):
    """The place named for a root key is no folder that is there: the medium is not plugged in, or elsewhere."""

    code = "medium-not-there"
    says = Words(
        en="There is no folder “{folder}”; no key was made.",
        fr="Le dossier « {folder} » n’existe pas; aucune clé n’a été créée.",
        ko="‘{folder}’ 폴더가 없어 키를 만들지 않았습니다.",
    )
    remedy = Words(
        en="Plug the custodian’s medium in and name its folder: a root key must not be left on the machine itself.",
        fr="Branchez le support du dépositaire et nommez son dossier : une clé racine ne doit pas rester sur la machine même.",
        ko="보관자의 매체를 연결하고 그 폴더를 지정하십시오. 루트 키가 컴퓨터 자체에 남아서는 안 됩니다.",
    )


@dataclass(frozen=True, kw_only=True)
class RootMade:
    """A root key that was made: where it lies, locked, and where its public key lies."""

    locked: Path
    public: Path
    key: bytes


def make_root(folder: Path, *, party: str, channel: str, number: int, passphrase: str) -> RootMade:
    """Make root key `number` of `party` in `channel` in `folder`, locked.

    Raises `PassphraseTooShort`, `MediumNotThere`, `FileExistsError`.
    """
    must_lock(passphrase)
    if not folder.is_dir():
        raise MediumNotThere(folder=folder)
    locked = keys.key_file(folder, channel=f"{party}.{channel}", role=f"root-{number}")
    signer = keys.make_key(locked, passphrase=passphrase)
    public = locked.with_suffix(PUBLIC_SUFFIX)
    public.write_text(base64.b64encode(signer.public).decode() + "\n", encoding="ascii")
    return RootMade(locked=locked, public=public, key=signer.public)


def must_lock(passphrase: str) -> None:
    """Raise `PassphraseTooShort` for one that could be guessed."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(least=SHORTEST_PASSPHRASE)


def read_public(path: Path) -> bytes:
    """The public key (32 bytes) in a file beside a root key; raises `Refused` (keys.encoding, keys.small-order)."""
    try:
        return enrol(path.read_text(encoding="ascii", errors="replace").strip())
    except Fault as fault:
        raise Refused(fault) from fault


def draft_octets(manifest: Manifest) -> bytes:
    """A key list that nobody has signed yet, as a file."""
    return Note(manifest.text(), ()).octets()


def read_draft(octets: bytes) -> tuple[Note, Manifest]:
    """A draft and the key list in it; raises `Refused` (note.*, keys.*, size.manifest)."""
    try:
        if len(octets) > CAP_MANIFEST:
            raise Fault("size.manifest", got=f"{len(octets)} bytes", expected=f"at most {CAP_MANIFEST}")
        if octets.endswith(b"}\n\n"):  # no signature line yet
            note = Note(octets[:-1].decode("utf-8", errors="replace"), ())
        else:
            note = read_note(octets, cap=CAP_MANIFEST, what="manifest")
        return note, manifest_in(note)
    except Fault as fault:
        raise Refused(fault) from fault


def sign_draft(octets: bytes, root: Path, *, passphrase: str, former: Sequence[bytes] = ()) -> bytes:
    """The draft with the signature line of one root key; the same key signs once.

    `former` are roots of the version before: they may sign too. Raises `keys.KeyNotUsable`, `NotARootOfThisList`.
    """
    return signed_by(octets, keys.load_key(root, passphrase=passphrase), name=root.name, former=former)


def signed_by(octets: bytes, signer: Ed25519Signer, *, name: str, former: Sequence[bytes] = ()) -> bytes:
    """The draft with the signature line of `signer`, which came out of the file `name`; raises `NotARootOfThisList`."""
    note, manifest = read_draft(octets)
    if signer.public not in (*manifest.roots, *former):
        raise NotARootOfThisList(file=name)
    line = signature_of(note.text, f"suivi/{manifest.party}/root", signer)
    kept = tuple(one for one in note.signatures if one.key_id != line.key_id)
    return Note(note.text, (*kept, line)).octets()


def first_list(
    *, party: str, channel: str, issued: str, roots: Sequence[bytes], threshold: int, log: bytes, witness: bytes
) -> Manifest:
    """Version 1 of a party's keys in a channel."""
    return Manifest(
        party=party,
        channel=channel,
        version=1,
        issued=issued,
        previous=None,
        threshold=threshold,
        roots=tuple(roots),
        logs=(KeyRange(log, 0, None),),
        witnesses=(KeyRange(witness, 0, None),),
    )


def next_list(
    current: Manifest,
    *,
    issued: str,
    size: int,
    log: bytes | None = None,
    witness: bytes | None = None,
    roots: Sequence[bytes] | None = None,
    threshold: int | None = None,
    tls: Sequence[str] | None = None,
) -> Manifest:
    """The version after `current`: a new `log` or `witness` key counts from `size` on, and the old one no further."""
    return Manifest(
        party=current.party,
        channel=current.channel,
        version=current.version + 1,
        issued=issued,
        previous=current.fingerprint(),
        threshold=current.threshold if threshold is None else threshold,
        roots=current.roots if roots is None else tuple(roots),
        logs=current.logs if log is None else _followed(current.logs, log, size),
        witnesses=current.witnesses if witness is None else _followed(current.witnesses, witness, size),
        tls=current.tls if tls is None else tuple(tls),
    )


def _followed(ranges: Sequence[KeyRange], key: bytes, size: int) -> tuple[KeyRange, ...]:
    *ended, last = ranges
    return (*ended, KeyRange(last.key, last.from_size, size), KeyRange(key, size, None))
