"""Manifests: which keys speak for a party in one channel, and how that list may change.

- Roles: root keys sign manifests, log keys sign checkpoints and bundle notes, witness keys sign cosignatures only;
  one key, one role, for ever.
- A threshold counts distinct public keys, compared as bytes, each with a good signature; never lines, names or ids.
- Version n+1 follows n by number and digest, signed by the threshold of n and by its own (section 5.4).
- A log key is valid for the sizes from `from_size` to `until`, both included: revoked by size, never by time.
- No key ids are stored: they are recomputed (section 5.2). Source: exchange format, section 5; faults K01 to K19.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from suivi.log.canonical import CAP_MANIFEST, DEPTH_HEADER, Json, canonical, read_canonical
from suivi.log.fault import Fault, shown
from suivi.log.fields import CHANNEL, DIGEST, PARTY, check_version, closed, count, day, items, outside, word
from suivi.log.keys import enrol
from suivi.log.note import (
    COSIGNATURE,
    MANIFEST_PURPOSE,
    SIGNATURE,
    Checkpoint,
    KnownKey,
    Note,
    Signer,
    check_signatures,
    purpose_of,
    read_checkpoint,
    read_note,
    signature_of,
    signers_among,
)

VERSION: Final = 1
MOST_VERSIONS: Final = 256
ALGORITHM: Final = "ed25519"

_REQUIRED: Final = ("v", "party", "channel", "version", "issued", "threshold", "root", "log", "witness", "tls")
_OPTIONAL: Final = ("prev",)


@dataclass(frozen=True, slots=True)
class KeyRange:
    """A key (32 bytes) and where it is valid: from `from_size` to `until`, both included; None: no end yet.

    Counts of entries for a log key; for a witness key the `seq` of the receipt.
    """

    key: bytes
    from_size: int
    until: int | None = None

    def holds(self, size: int) -> bool:
        """Whether the key is valid there."""
        return self.from_size <= size and (self.until is None or size <= self.until)

    def value(self) -> dict[str, Json]:
        """As it stands in a manifest."""
        fields: dict[str, Json] = {**_key_value(self.key), "from": self.from_size}
        return fields if self.until is None else {**fields, "until": self.until}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The keys of `party` in `channel`, one version.

    `issued` is a day; `previous` the fingerprint of the version before, None in version 1; `threshold` how many
    of `roots` (32 bytes each) must sign; `logs` and `witnesses` list every key there ever was, oldest first;
    `tls` holds the SHA-256 of accepted server keys, 64 hex digits each.
    """

    party: str
    channel: str
    version: int
    issued: str
    previous: str | None
    threshold: int
    roots: tuple[bytes, ...]
    logs: tuple[KeyRange, ...]
    witnesses: tuple[KeyRange, ...]
    tls: tuple[str, ...] = ()

    def text(self) -> str:
        """What the root keys sign: the purpose, then one line of canonical JSON."""
        fields: dict[str, Json] = {
            "v": VERSION,
            "party": self.party,
            "channel": self.channel,
            "version": self.version,
            "issued": self.issued,
            "threshold": self.threshold,
            "root": [_key_value(key) for key in self.roots],
            "log": [listed.value() for listed in self.logs],
            "witness": [listed.value() for listed in self.witnesses],
            "tls": self.tls,
        }
        if self.previous is not None:
            fields["prev"] = self.previous
        return f"{MANIFEST_PURPOSE}\n{canonical(fields).decode()}\n"

    def fingerprint(self) -> str:
        """SHA-256 of the text, 64 hex digits: what two officers compare, and what the next version names."""
        return hashlib.sha256(self.text().encode()).hexdigest()

    def root_keys(self) -> tuple[KnownKey, ...]:
        """The root keys under the name they sign manifests with."""
        return _known(f"suivi/{self.party}/root", SIGNATURE, self.roots)

    def log_keys(self) -> tuple[KnownKey, ...]:
        """Every log key, valid or not at some size, under the origin it signs for."""
        return _known(f"suivi/{self.party}/{self.channel}", SIGNATURE, (listed.key for listed in self.logs))

    def known_keys(self) -> tuple[KnownKey, ...]:
        """Every key listed here in whatever role: a line of any of them that fails refuses its note (section 4.3)."""
        return (*self.log_keys(), *self.witness_keys(), *self.root_keys())

    def witness_keys(self) -> tuple[KnownKey, ...]:
        """Every witness key under the name it cosigns with."""
        return _known(f"suivi/{self.party}/witness", COSIGNATURE, (listed.key for listed in self.witnesses))


@dataclass(frozen=True, slots=True)
class SignedManifest:
    """A manifest that is sound in itself, and the note it came in; whether it may be believed is still open."""

    manifest: Manifest
    note: Note


def fingerprint_groups(fingerprint: str) -> str:
    """The 64 digits as 16 groups of four, to be read aloud and typed."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))


def manifest_note(manifest: Manifest, root_signers: Iterable[Signer]) -> Note:
    """The manifest signed by each of `root_signers`, in their order."""
    text, name = manifest.text(), f"suivi/{manifest.party}/root"
    return Note(text, tuple(signature_of(text, name, signer) for signer in root_signers))


def read_manifest(octets: bytes) -> SignedManifest:
    """The manifest these bytes spell, every key enrolled, sound in itself; signatures are not yet counted.

    Raises `Fault` size.manifest, note.*, json.*, record.*, keys.algorithm, keys.encoding, keys.small-order,
    keys.duplicate, keys.two-roles, keys.id-collision, keys.threshold-range or keys.history.
    """
    note = read_note(octets, cap=CAP_MANIFEST, what="manifest")
    return SignedManifest(manifest_in(note), note)


def manifest_in(note: Note) -> Manifest:
    """The manifest that the text of `note` spells, signed or not yet; raises `Fault` as `read_manifest`."""
    if purpose_of(note) != MANIFEST_PURPOSE:
        raise Fault("note.purpose", got=shown(purpose_of(note)), expected=MANIFEST_PURPOSE)
    _, line, *rest = note.text.split("\n")
    if rest != [""]:
        raise Fault("note.form", expected="one line of JSON", at="manifest")
    value = read_canonical(line.encode(), cap=CAP_MANIFEST, depth=DEPTH_HEADER, what="manifest")
    check_version(value, expected=VERSION, at="manifest.v")
    manifest = _manifest(closed(value, required=_REQUIRED, optional=_OPTIONAL, at="manifest"))
    _check_sound(manifest)
    return manifest


def accept_first(
    octets: bytes,
    *,
    party: str,
    channel: str,
    fingerprint: str | None,
    threshold_min: int = 1,
    others: Sequence[Manifest] = (),
) -> Manifest:
    """Version 1 of a party's keys, if it is the one whose `fingerprint` was compared (None: nothing to compare yet).

    `others` are the manifests of the other parties of the channel. Raises `Fault` as `read_manifest`, and
    keys.subject, keys.not-consecutive, keys.chain, keys.fingerprint, keys.threshold-range, keys.two-roles,
    note.bad-signature, keys.new-threshold.
    """
    received = read_manifest(octets)
    manifest = received.manifest
    _check_subject(manifest, party, channel)
    if manifest.version != 1:
        raise Fault("keys.not-consecutive", got=f"version {manifest.version}", expected="version 1")
    if manifest.previous is not None:
        raise Fault("keys.chain", got=manifest.previous, expected="no version before the first")
    if fingerprint is not None and manifest.fingerprint() != fingerprint:
        got, expected = (fingerprint_groups(each) for each in (manifest.fingerprint(), fingerprint))
        raise Fault("keys.fingerprint", got=got, expected=expected)
    _check_threshold(manifest, threshold_min)
    _check_roles(manifest, others)
    _check_signed(received.note, manifest)
    return manifest


def accept_next(
    current: Manifest,
    octets: bytes,
    *,
    threshold_min: int = 1,
    earlier: Sequence[Manifest] = (),
    others: Sequence[Manifest] = (),
) -> Manifest:
    """The version that follows `current`; `current` itself if these bytes only repeat it.

    `earlier` are the accepted versions before `current`, `others` the manifests of the other parties. Raises
    `Fault` as `read_manifest`, and keys.subject, keys.equivocation, keys.rollback, keys.not-consecutive, keys.chain,
    keys.threshold-range, note.bad-signature, keys.old-threshold, keys.new-threshold, keys.history, keys.two-roles.
    """
    received = read_manifest(octets)
    manifest = received.manifest
    _check_subject(manifest, current.party, current.channel)
    if manifest.version <= current.version:
        return _repeated(received, {held.version: held for held in (*earlier, current)}, current)
    if manifest.version != current.version + 1:
        raise Fault(
            "keys.not-consecutive", got=f"version {manifest.version}", expected=f"version {current.version + 1}"
        )
    if manifest.previous != current.fingerprint():
        raise Fault("keys.chain", got=shown(manifest.previous), expected=current.fingerprint())
    _check_threshold(manifest, threshold_min)
    _check_signed(received.note, manifest, after=current)
    _check_history("log", current.logs, manifest.logs)
    _check_history("witness", current.witnesses, manifest.witnesses)
    _check_roles(manifest, others, former=(*earlier, current))
    return manifest


def log_keys_at(manifest: Manifest, size: int) -> tuple[KnownKey, ...]:
    """The log keys valid for a checkpoint of `size` entries: one, or two where one gives way to the next."""
    return _valid_at(manifest.log_keys(), manifest.logs, size)


def witness_keys_at(manifest: Manifest, seq: int) -> tuple[KnownKey, ...]:
    """The witness keys valid for a receipt at position `seq`."""
    return _valid_at(manifest.witness_keys(), manifest.witnesses, seq)


def check_log_note(note: Note, *, origin: str, manifest: Manifest) -> Checkpoint:
    """The state `note` states, signed by a log key of `manifest` that is valid for its size (checks 6 and 7).

    Raises `Fault` note.*, checkpoint.*, keys.unknown (naming the manifest held), keys.after-until, keys.before-from.
    """
    checkpoint = read_checkpoint(note.text, origin=origin)  # 7. grammar, zero sizes
    log_keys = manifest.log_keys()
    signers = _signers(note, manifest.known_keys(), manifest)  # 6. no known key fails
    logs = [listed for key, listed in zip(log_keys, manifest.logs, strict=True) if key in signers]
    if not logs:
        raise Fault("checkpoint.unsigned-by-log", got="a key of another role only", expected=f"a log key of {origin}")
    if not any(listed.holds(checkpoint.size) for listed in logs):
        listed = logs[-1]
        code = "keys.before-from" if checkpoint.size < listed.from_size else "keys.after-until"
        valid = f"{listed.from_size} to {'no end' if listed.until is None else listed.until}"
        raise Fault(code, got=f"size {checkpoint.size}", expected=f"sizes from {valid}")
    return checkpoint


def _key_value(key: bytes) -> dict[str, Json]:
    return {"alg": ALGORITHM, "key": base64.b64encode(key).decode("ascii")}


def _known(name: str, kind: int, keys: Iterable[bytes]) -> tuple[KnownKey, ...]:
    return tuple(KnownKey(name, kind, key) for key in keys)


def _valid_at(keys: tuple[KnownKey, ...], ranges: tuple[KeyRange, ...], place: int) -> tuple[KnownKey, ...]:
    return tuple(key for key, listed in zip(keys, ranges, strict=True) if listed.holds(place))


def _signers(note: Note, keys: Sequence[KnownKey], manifest: Manifest) -> tuple[KnownKey, ...]:
    try:
        return check_signatures(note, keys)
    except Fault as fault:
        if fault.code != "keys.unknown":
            raise
        # K22: the remedy is the next manifest, so the one held is named.
        held = f"a key of {manifest.party} in version {manifest.version} of its manifest"
        raise Fault(fault.code, got=fault.got, expected=held) from None


def _manifest(fields: dict[str, Json]) -> Manifest:
    listed = {role: _listed(fields[role], role) for role in ("root", "log", "witness")}
    _check_spelled_once(listed)
    previous = word(fields["prev"], DIGEST, at="manifest.prev") if "prev" in fields else None
    return Manifest(
        party=word(fields["party"], PARTY, at="manifest.party"),
        channel=word(fields["channel"], CHANNEL, at="manifest.channel"),
        version=count(fields["version"], at="manifest.version", least=1),
        issued=day(fields["issued"], at="manifest.issued"),
        previous=previous,
        threshold=count(fields["threshold"], at="manifest.threshold"),
        roots=tuple(enrol(key.characters) for key in listed["root"]),
        logs=tuple(key.enrolled() for key in listed["log"]),
        witnesses=tuple(key.enrolled() for key in listed["witness"]),
        tls=tuple(word(digest, DIGEST, at="manifest.tls") for digest in items(fields["tls"], at="manifest.tls")),
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """A key as written: not yet enrolled, perhaps in a spelling that will be refused."""

    characters: str
    from_size: int
    until: int | None

    def octets(self) -> bytes:
        # As lenient as any reader could be, so that a second spelling does not hide a duplicate (K07).
        try:
            return binascii.a2b_base64(self.characters + "==")
        except ValueError:
            return self.characters.encode()

    def enrolled(self) -> KeyRange:
        return KeyRange(enrol(self.characters), self.from_size, self.until)


def _listed(value: Json, role: str) -> list[_Listed]:
    required, optional = (("alg", "key"), ()) if role == "root" else (("alg", "key", "from"), ("until",))
    listed = []
    for position, item in enumerate(items(value, at=f"manifest.{role}")):
        at = f"manifest.{role}[{position}]"
        fields = closed(item, required=required, optional=optional, at=at)
        if fields["alg"] != ALGORITHM:
            raise Fault("keys.algorithm", got=shown(fields["alg"]), expected=ALGORITHM, at=at)
        if not isinstance(fields["key"], str):
            raise outside(fields["key"], "a key in base64", f"{at}.key")
        until = count(fields["until"], at=f"{at}.until") if "until" in fields else None
        listed.append(_Listed(fields["key"], count(fields.get("from", 0), at=f"{at}.from"), until))
    return listed


def _check_spelled_once(listed: dict[str, list[_Listed]]) -> None:
    role_of: dict[bytes, str] = {}
    for role, keys in listed.items():
        for key in keys:
            former = role_of.setdefault(key.octets(), role)
            if former != role:
                raise Fault("keys.two-roles", got=shown(key.characters), at=f"{former} and {role}")
        if len({key.octets() for key in keys}) != len(keys):
            raise Fault("keys.duplicate", expected="every key once", at=role)


def _check_sound(manifest: Manifest) -> None:
    if manifest.version > MOST_VERSIONS:
        raise Fault("size.manifest", got=f"version {manifest.version}", expected=f"at most {MOST_VERSIONS} versions")
    for keys in (manifest.root_keys(), manifest.log_keys(), manifest.witness_keys()):
        _check_ids(keys)
    _check_threshold(manifest, 1)
    _check_meeting("log", manifest.logs)
    _check_meeting("witness", manifest.witnesses)


def _check_ids(keys: Sequence[KnownKey]) -> None:
    if len({key.id for key in keys}) != len(keys):
        raise Fault("keys.id-collision", got=f"{len(keys)} keys of one name", expected="an id for each")


def _check_threshold(manifest: Manifest, least: int) -> None:
    if not least <= manifest.threshold <= len(manifest.roots):
        raise Fault(
            "keys.threshold-range", got=str(manifest.threshold), expected=f"from {least} to {len(manifest.roots)}"
        )


def _check_meeting(role: str, ranges: Sequence[KeyRange]) -> None:
    for listed in ranges:
        if listed.until is not None and listed.until < listed.from_size:
            raise Fault("keys.history", got=f"until {listed.until}", expected=f"from {listed.from_size} on", at=role)
    for former, following in pairwise(ranges):
        if former.until != following.from_size:
            got = f"until {former.until}, then from {following.from_size}"
            raise Fault("keys.history", got=got, expected="each key begins where the one before ends", at=role)


def _check_subject(manifest: Manifest, party: str, channel: str) -> None:
    if (manifest.party, manifest.channel) != (party, channel):
        got = f"{manifest.party} in {manifest.channel}"
        raise Fault("keys.subject", got=got, expected=f"{party} in {channel}")


def _check_signed(note: Note, manifest: Manifest, *, after: Manifest | None = None) -> None:
    roots = tuple(dict.fromkeys((*(after.root_keys() if after else ()), *manifest.root_keys())))
    _check_ids(roots)
    # 4.3. A failing line of a known key refuses the note, whatever that key is for; only root keys are counted.
    signers = {key.public for key in signers_among(note, (*roots, *manifest.log_keys(), *manifest.witness_keys()))}
    if after is not None:
        _check_reached("keys.old-threshold", signers, after)
    _check_reached("keys.new-threshold", signers, manifest)


def _check_reached(code: str, signers: set[bytes], manifest: Manifest) -> None:
    reached = len(signers.intersection(manifest.roots))
    if reached < manifest.threshold:
        expected = f"{manifest.threshold} root keys of version {manifest.version}"
        raise Fault(code, got=f"{reached} distinct keys", expected=expected)


def _check_history(role: str, former: Sequence[KeyRange], listed: Sequence[KeyRange]) -> None:
    if len(listed) < len(former):
        raise Fault("keys.history", got=f"{len(listed)} keys", expected=f"the {len(former)} known ones", at=role)
    for old, new in zip(former, listed, strict=False):
        kept = (old.key, old.from_size) == (new.key, new.from_size)
        if not kept or (old.until is not None and old.until != new.until):
            raise Fault("keys.history", got=f"until {new.until}", expected=f"until {old.until}", at=role)


def _check_roles(manifest: Manifest, others: Sequence[Manifest], *, former: Sequence[Manifest] = ()) -> None:
    taken = {key for other in others for keys in _roles(other).values() for key in keys}
    for role, keys in _roles(manifest).items():
        elsewhere = {key for held in former for other, keys in _roles(held).items() if other != role for key in keys}
        double = keys & (taken | elsewhere)
        if double:
            raise Fault("keys.two-roles", got=min(double).hex(), expected="one key, one role, for ever", at=role)


def _roles(manifest: Manifest) -> dict[str, set[bytes]]:
    return {
        "root": set(manifest.roots),
        "log": {listed.key for listed in manifest.logs},
        "witness": {listed.key for listed in manifest.witnesses},
    }


def _repeated(received: SignedManifest, held: dict[int, Manifest], current: Manifest) -> Manifest:
    manifest = received.manifest
    known = held.get(manifest.version)
    if known is not None and known != manifest:
        # K03. It proves two tongues only if those who could sign that version did sign this one too.
        _check_signed(received.note, manifest, after=held.get(manifest.version - 1, known))
        raise Fault("keys.equivocation", got=manifest.fingerprint(), expected=known.fingerprint())
    if manifest.version < current.version:
        raise Fault("keys.rollback", got=f"version {manifest.version}", expected=f"above {current.version}")
    return current
