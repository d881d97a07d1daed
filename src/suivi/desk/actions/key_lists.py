"""Our key lists: drafted here, signed elsewhere by the custodians of the root keys, accepted here.

- Rotation and revocation are one thing: the old key ends at a size, the next begins at it (exchange format, 5.6).
- A list that would end a key below what it has signed is refused: it would repudiate our own entries.
- A node without any backup adopts the key lists and keys it still has, and is then as one that was restored.
"""

import datetime
from collections.abc import Sequence

from django.db import transaction

from suivi.desk import ceremony, entries, keys, outbox, reconcile, registers
from suivi.desk.founding import ROOT_THRESHOLD
from suivi.desk.held import HeldChannel
from suivi.exchange.faults import Refused
from suivi.exchange.terms import check_key_list
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import Manifest, accept_first, accept_next, read_manifest
from suivi.plan.channel import origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words


class KeyListOutdated(Refusal):
    """The log has grown past the size at which the draft ends its key."""

    code = "key-list-outdated"
    says = Words(
        en="The log holds {size} {size:entry|entries}, and this key list ends the key that signed {size:it|them} at {until}.",
        fr="Le journal compte {size} {size:inscription|inscriptions} et cette liste met fin à la clé qui {size:l’a signée|les a signées} à {until}.",
        ko="기록부에는 {size}건이 있으나 이 키 목록은 서명한 키를 {until}건에서 끝냅니다.",
    )
    remedy = Words(
        en="Draft it again with a higher --from-size, and let nothing be released until it is accepted.",
        fr="Refaites le projet avec un --from-size plus élevé et ne communiquez rien avant son acceptation.",
        ko="--from-size를 더 크게 하여 초안을 다시 만들고, 승인될 때까지 아무것도 전달하지 마십시오.",
    )


class KeyListNotAccepted(Refused):
    """A key list of our own that cannot be put in force; `code` is that of the fault."""

    remedy = Words(
        en="Nothing was changed. Check that it is the right draft and that enough custodians have signed it "
        "(suivi keys look FILE); otherwise draft it again and have it signed again.",
        fr="Rien n’a été modifié. Vérifiez qu’il s’agit du bon projet et qu’assez de dépositaires l’ont signé "
        "(suivi keys look FICHIER); sinon, refaites le projet et faites-le signer de nouveau.",
        ko="변경된 것은 없습니다. 올바른 초안인지, 필요한 수의 보관자가 서명하였는지 확인하십시오(suivi keys look 파일). "
        "그렇지 않으면 초안을 다시 만들어 다시 서명받으십시오.",
    )


def newest(channel: str) -> Manifest | None:
    """Our newest key list in `channel`, None before the first."""
    lists = entries.key_lists(entries.own_node().party, channel)
    return read_manifest(lists[-1]).manifest if lists else None


def draft_first(channel: str, *, roots: Sequence[bytes], threshold: int | None, at: datetime.datetime) -> bytes:
    """The draft of our first key list in `channel`; log and witness keys are made here, roots are given by public key."""
    manifest = ceremony.first_list(
        party=entries.own_node().party,
        channel=channel,
        issued=_day(at),
        roots=roots,
        threshold=ROOT_THRESHOLD if threshold is None else threshold,
        log=_made(channel, "log", 1).public,
        witness=_made(channel, "witness", 1).public,
    )
    return _sound(manifest)


def draft_next(
    channel: str,
    *,
    new_log: bool = False,
    new_witness: bool = False,
    roots: Sequence[bytes] | None = None,
    threshold: int | None = None,
    tls: Sequence[str] | None = None,
    from_size: int | None = None,
    at: datetime.datetime,
) -> bytes:
    """The draft of our next key list in `channel`; new keys are made here and count from `from_size` (default: now).

    Raises `Refused` keys.* for a list that could never be accepted, `KeyListOutdated`.
    """
    current = newest(channel)
    assert current is not None  # the terminal drafts a first list where there is none
    size = entries.log_size(origin_of(entries.own_node().party, channel))
    if from_size is not None and from_size < size:
        raise KeyListOutdated(size=size, until=from_size)
    version = current.version + 1
    manifest = ceremony.next_list(
        current,
        issued=_day(at),
        size=size if from_size is None else from_size,
        log=_made(channel, "log", version).public if new_log else None,
        witness=_made(channel, "witness", version).public if new_witness else None,
        roots=roots,
        threshold=threshold,
        tls=tls,
    )
    return _sound(manifest)


@transaction.atomic
def accept(channel: str, octets: bytes, *, at: datetime.datetime) -> Manifest:
    """Put a signed key list of ours in force; new keys sign from the size it names.

    Raises `Refused` keys.* or note.*, `keys.KeyNotUsable` where a key it names is not here, `KeyListOutdated`.
    """
    current = newest(channel)
    own = entries.own_node().party
    manifest = _accepted(channel, current, octets)
    size = entries.log_size(origin_of(own, channel))
    for listed in (*manifest.logs, *manifest.witnesses):
        if listed.until is not None and listed.until < size and (current is None or _ends_now(current, listed.key)):
            raise KeyListOutdated(size=size, until=listed.until)
    for role, ranges in (("log", manifest.logs), ("witness", manifest.witnesses)):
        among = [listed.key for listed in ranges if listed.until is None]
        keys.load_key_among(entries.own_node().keys, channel=channel, role=role, among=among)
    if current is not None and manifest == current:
        return manifest
    entries.keep_key_list(own, channel, manifest.version, octets)
    if current is None:
        entries.sign_empty(origin_of(own, channel), at=at)
    registers.forget()  # keys decide about entries already folded
    outbox.publish_after_commit(channel, at=at)
    return manifest


@transaction.atomic
def adopt(channel: str, lists: Sequence[bytes], *, at: datetime.datetime) -> Manifest:
    """Take up our own log again in a new node: key lists from version 1 on, keys already in its key folder.

    The node is then as one that was restored: it signs nothing before its partners were asked. Raises as `accept`.
    """
    own = entries.own_node().party
    for octets in lists:
        current = newest(channel)
        manifest = _accepted(channel, current, octets)
        if current is None or manifest.version > current.version:
            entries.keep_key_list(own, channel, manifest.version, octets)
    among = [listed.key for listed in manifest.logs if listed.until is None]
    keys.load_key_among(entries.own_node().keys, channel=channel, role="log", among=among)
    reconcile.mark_restored(entries.own_node().folder, at=at)
    registers.forget()
    return manifest


def _accepted(channel: str, current: Manifest | None, octets: bytes) -> Manifest:
    own = entries.own_node().party
    others = [
        read_manifest(entries.key_lists(party, channel)[-1]).manifest
        for party in entries.parties(channel)
        if party != own
    ]
    held = [read_manifest(each).manifest for each in entries.key_lists(own, channel)]
    try:
        if current is None:
            return accept_first(octets, party=own, channel=channel, fingerprint=None, others=others)
        terms = HeldChannel(channel)
        check_key_list(current.version + 1, octets, terms.limits())
        least = terms.root_threshold_min()
        return accept_next(current, octets, threshold_min=least, earlier=held[:-1], others=others)
    except Fault as fault:
        raise KeyListNotAccepted(fault) from fault


def _ends_now(current: Manifest, key: bytes) -> bool:
    return any(listed.key == key and listed.until is None for listed in (*current.logs, *current.witnesses))


def _made(channel: str, role: str, version: int) -> Ed25519Signer:
    first = keys.key_file(entries.own_node().keys, channel=channel, role=role)
    path = first if version == 1 else first.with_name(f"{channel}.{role}-{version}.pem")
    return keys.load_key(path) if path.exists() else keys.make_key(path)


def _sound(manifest: Manifest) -> bytes:
    octets = ceremony.draft_octets(manifest)
    ceremony.read_draft(octets)
    return octets


def _day(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).date().isoformat()
