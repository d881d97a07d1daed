"""The channel: the partner's keys, the charter, a file handed over, a file taken in."""

import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from django.db import transaction

from suivi.desk import access, entries, registers, verification
from suivi.desk.access import Officer
from suivi.desk.actions import deliveries, releases
from suivi.desk.held import HeldChannel
from suivi.desk.opening import old_logs
from suivi.desk.pages import FindingShown
from suivi.desk.queries.channel_pages import acknowledged
from suivi.desk.queries.shown import PARTY_NAMES
from suivi.exchange.charter import SUBJECT, charter_proposal, first_charter
from suivi.exchange.effect import Effect
from suivi.exchange.faults import FAULTS, DeliveryRefused, Refused
from suivi.exchange.hand_over import hand_over as bundle
from suivi.exchange.key_chain import chain_of
from suivi.exchange.take_in import Delivered, Outcome, check
from suivi.log.bundle import read_bundle
from suivi.log.fault import Fault
from suivi.log.header import write_line
from suivi.log.manifest import Manifest, accept_first, read_manifest
from suivi.log.tar import Stream
from suivi.plan.channel import PUBLIC, CharterLanguage, CharterParty, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.record.joint import Proposed


class FingerprintNeeded(Refusal):
    """A partner's keys are accepted only with the fingerprint compared and typed."""

    code = "fingerprint-needed"
    says = Words(
        en="The fingerprint of the partner’s key list must be typed: 16 groups of four characters.",
        fr="L’empreinte de la liste de clés du partenaire doit être saisie : 16 groupes de quatre caractères.",
        ko="상대국 키 목록의 지문을 직접 입력해야 합니다. 네 글자씩 16묶음입니다.",
    )
    remedy = Words(
        en="Compare it with the diplomatic note, by telephone or in person, then type it: beside the file, or with --fingerprint.",
        fr="Comparez-la avec la note diplomatique, par téléphone ou en personne, puis saisissez-la : à côté du fichier, ou avec --fingerprint.",
        ko="외교 공한, 전화 또는 대면으로 대조한 뒤 파일 옆 칸이나 --fingerprint로 입력하십시오.",
    )


class ChannelUnknown(Refusal):
    """The file is for a channel this node has no keys in."""

    code = "channel-unknown"
    says = Words(
        en="The file concerns “{log}”, a channel this node has not opened.",
        fr="Le fichier concerne « {log} », un canal que ce nœud n’a pas ouvert.",
        ko="이 파일은 ‘{log}’에 관한 것으로, 이 노드가 열지 않은 채널입니다.",
    )
    remedy = Words(
        en="Check that it is the right file, or open the channel first.",
        fr="Vérifiez qu’il s’agit du bon fichier, ou ouvrez d’abord le canal.",
        ko="올바른 파일인지 확인하거나 먼저 채널을 여십시오.",
    )


class CharterNotSound(Refusal):
    """A charter was to be proposed without all known parties, or in a language the house does not speak."""

    code = "charter-not-sound"
    says = Words(
        en="A charter names every party whose keys are known, once each ({parties}), and at least one language.",
        fr="La charte nomme chaque partie dont les clés sont connues, une seule fois ({parties}), et au moins une langue.",
        ko="운영 약정에는 키가 확인된 모든 당사국({parties})을 한 번씩, 언어를 하나 이상 적어야 합니다.",
    )
    remedy = Words(
        en="Accept the partner’s keys first, then write the order of the parties and tick the languages.",
        fr="Acceptez d’abord les clés du partenaire, puis inscrivez l’ordre des parties et cochez les langues.",
        ko="먼저 상대국의 키를 받아들인 뒤 당사국 순서를 적고 언어를 선택하십시오.",
    )


NOTHING_NEW = Words(
    "Nothing new: whatever the file holds of {log} was already held ({size} {size:entry|entries}).",
    "Rien de nouveau : ce que le fichier contient de {log} était déjà détenu ({size} {size:inscription|inscriptions}).",
    "새로운 내용이 없습니다. 파일에 있는 {log}의 기록 {size}건은 이미 보유하고 있습니다.",
)
UP_TO_DATE = Words(
    "Nothing new at the partner: {log} holds {size} {size:entry|entries} on both sides.",
    "Rien de nouveau chez le partenaire : {log} compte {size} {size:inscription|inscriptions} de part et d’autre.",
    "상대측에 새로운 내용이 없습니다. {log}의 기록은 양측 모두 {size}건입니다.",
)
CAME_IN = Words(
    "Verified and taken in from {log}, new entries: {new}. It now holds {size}.",
    "Vérifiées et reçues de {log}, nouvelles inscriptions : {new}. Le journal en compte maintenant {size}.",
    "{log}의 새 기록 {new}건을 검증하여 받아들였습니다. 현재 {size}건입니다.",
)
NEW_LIST = Words(
    "A newer key list of {party} (no. {number}) was verified and is in force for its log from now on.",
    "Une liste de clés plus récente de {party} (no {number}) a été vérifiée et s’applique désormais à son journal.",
    "{party}의 새 키 목록({number}번)을 검증하였으며 이제부터 그 기록부에 적용됩니다.",
)
ASIDE = Words(
    "Entry {seq} of {log} was set aside: {why} [{code}]",
    "L’inscription {seq} de {log} a été mise de côté : {why} [{code}]",
    "{log}의 {seq}번 기록이 보류되었습니다. {why} [{code}]",
)
MISSING = Words(
    "Attachments still to come: {count}. Nothing that names them is sealed before.",
    "Pièces jointes à recevoir : {count}. Rien de ce qui les nomme n’est scellé auparavant.",
    "아직 도착하지 않은 첨부 문서: {count}건. 도착하기 전에는 관련 문안을 봉인하지 않습니다.",
)
WAITING = Words(
    "Entries that wait for others to arrive: {count}.",
    "Inscriptions en attente d’autres inscriptions : {count}.",
    "다른 기록의 도착을 기다리는 기록: {count}건.",
)


@transaction.atomic
def accept_partner(channel: str, octets: bytes, *, fingerprint: str) -> Manifest:
    """Keep the partner's key list (version 1), the fingerprint having been compared and typed by a person.

    Raises `FingerprintNeeded`, or `Refused` with the fault of the list (keys.*, note.*).
    """
    typed = re.sub(r"[^0-9a-f]", "", fingerprint.lower())
    if len(typed) != 64:
        raise FingerprintNeeded
    try:
        manifest = read_manifest(octets).manifest
        others = [
            chain_of(entries.key_lists(p, channel), party=p, channel=channel)[0] for p in entries.parties(channel)
        ]
        if manifest.party == entries.own_node().party:
            raise Fault("keys.subject", got=manifest.party, expected="another party")
        known = [other for other in others if other.party != manifest.party]
        manifest = accept_first(octets, party=manifest.party, channel=channel, fingerprint=typed, others=known)
    except Fault as fault:
        raise Refused(fault) from fault
    if not entries.key_lists(manifest.party, channel):
        entries.keep_key_list(manifest.party, channel, 1, octets)
    return manifest


def propose_charter(
    officer: Officer,
    *,
    channel: str,
    order: Sequence[str],
    languages: Sequence[str],
    at: datetime.datetime,
    tlp: str = "AMBER",
    limits: Mapping[str, int] | None = None,
    dated: str = "second",
    old_sizes: Mapping[str, int] | None = None,
) -> str:
    """Propose the charter of a channel among the parties whose keys are known; returns the ticket's digest.

    `tlp` is its ceiling, as on the wire. `limits` are those of the format that it lowers, by name; `dated` says whether
    entries state the `second` or only the `day` of release. `old_sizes` says, by party, after how many entries its log of
    the channel before ends that all parties agree on; unless said, after all we hold. Raises `NotMandated`, `CharterNotSound`, `Refused`
    (marking.unknown, charter.limit for one it would raise).
    """
    known = [] if channel == PUBLIC else entries.parties(channel)  # what is for everybody has no terms
    if sorted(order) != known or len(known) < 2 or not languages or not set(languages) <= set(LANGUAGES):
        raise CharterNotSound(parties=", ".join(known))
    parties = [_charter_party(channel, party) for party in order]
    spoken = [CharterLanguage(language, authentic=True) for language in languages]
    charter, body = first_charter(
        channel,
        parties,
        spoken,
        ceiling=releases.marking_of({"tlp": tlp}),
        succeeds=old_logs(channel, old_sizes),
        limits=limits,
        at=dated,
        demonstration=entries.own_node().demonstration,
    )
    return releases.cut(officer, record=charter_proposal(charter, body), channel=channel, subject=SUBJECT, at=at)


def _charter_party(channel: str, party: str) -> CharterParty:
    chain = chain_of(entries.key_lists(party, channel), party=party, channel=channel)
    names = PARTY_NAMES.get(party) or dict.fromkeys(("en", "fr", "ko"), party.upper())
    return CharterParty(party, chain[0].fingerprint(), dict(names))


def hand_over(officer: Officer, *, at: datetime.datetime, channel: str = "") -> tuple[str, bytes]:
    """The file for the partner of `channel`, or of the one in use: its name and bytes. What is in it has already been released.

    Raises `NotMandated`; `NotHere` for who is not cleared for all the channel may carry: the file holds every word.
    """
    access.must(officer, "draft")
    return hand_over_file(channel=_whole(officer, channel))


def hand_over_file(
    *, channel: str = "", to: str = "", from_start: bool = False, from_seq: int | None = None, log_of: str = ""
) -> tuple[str, bytes]:
    """The file for the partner: our log since what it has stated to hold; its name and bytes.

    With `from_start` the file begins at entry 0, as a partner asks that has lost its place; with `from_seq` at that
    entry, at most the size of the log. Nobody receipts a public log (exchange format, section 6.5): unless told
    otherwise its file begins at 0. `log_of` asks for our verified copy of that party's log instead, from entry 0, so
    that it can restore. Raises `NotHere`.
    """
    name = channel or _current(entries.channels())
    own_party = entries.own_node().party
    partners = [party for party in entries.parties(name) if party != own_party and to in ("", party)]
    if not partners or name not in entries.opened():
        raise access.NotHere(what=to or name)
    if log_of not in ("", own_party):
        return _copy_for(name, log_of, partners)
    own = origin_of(own_party, name)
    told = 0 if from_start or name == PUBLIC else acknowledged(name)
    begin = told if from_seq is None else min(from_seq, entries.log_size(own))
    octets = _within_terms(name, b"".join(_bundle(own, name, partners, begin)))
    return f"{own_party}-{name}-{begin}-{entries.log_size(own)}.suivi", octets


def _copy_for(channel: str, log_of: str, partners: Sequence[str]) -> tuple[str, bytes]:
    log = origin_of(log_of, channel)
    if log_of not in entries.parties(channel) or not entries.log_size(log):
        raise access.NotHere(what=log)
    octets = _within_terms(channel, b"".join(_bundle(log, channel, partners, 0)))
    return f"{log_of}-{channel}-copy-{entries.log_size(log)}.suivi", octets


def _within_terms(channel: str, octets: bytes) -> bytes:
    """The file, if the partner may take it in: raises `Refused` (size.bundle) where the charter wants it smaller."""
    try:
        Delivered.of_file(io.BytesIO(octets), HeldChannel(channel).limits())
    except Fault as fault:
        raise Refused(fault) from fault
    return octets


def _bundle(own: str, channel: str, partners: Sequence[str], begin: int) -> Iterator[bytes]:
    signer, _ = entries.own_signers(channel)
    note = entries.checkpoint(own)
    assert note is not None  # every log has one from its first day
    named = [
        attached.sha256
        for entry in registers.logs(channel)[own][begin:]
        if isinstance(entry.record, Proposed)
        for attached in entry.record.attachments
    ]
    return bundle(
        by=origin_of(entries.own_node().party, channel),
        log=own,
        to=partners,
        from_size=begin,
        from_root=entries.root_at(own, begin),
        checkpoint=note.octets(),
        manifests=entries.key_lists(own.split("/")[1], channel),
        lines=(write_line(row.header, row.content) for row in entries.rows(own, from_seq=begin)),
        blobs=[octets for octets in map(entries.attachment, dict.fromkeys(named)) if octets is not None],
        signer=signer,
    )


def _whole(officer: Officer, channel: str = "") -> str:
    """The channel named, or the one in use; `NotHere` for who is not cleared for all it may carry."""
    channels = access.channels_for(officer)
    return access.whole_channel_for(officer, channel if channel in channels else _current(channels))


def _current(channels: Sequence[str]) -> str:
    if not channels:
        raise access.NotHere(what="channel")
    return registers.current(channels)


def take_in(officer: Officer, *, octets: bytes, at: datetime.datetime) -> list[Words]:
    """Take in a file the partner handed over; returns what happened, in sentences. Raises as `take_in_file`."""
    access.must(officer, "draft")
    _whole(officer)
    return sentences(take_in_file(lambda: io.BytesIO(octets), at=at))


def take_in_file(opened: Callable[[], Stream], *, at: datetime.datetime) -> Effect:
    """Verify a file and keep all of it, or nothing; then write the receipt, notices and seals that follow.

    `opened` gives the file from its beginning each time it is called. Raises `DeliveryRefused` (nothing changed, a
    fault report kept), `Suspended` (evidence kept, channel suspended), `ChannelUnknown`.
    """
    channel = ""  # of a file too damaged to name one
    try:
        channel = _channel_of(opened())
    except DeliveryRefused as refusal:
        deliveries.note_refused(channel, refusal, at=at)
        raise

    def arrive() -> Delivered:
        with check(3):
            return Delivered.of_file(opened(), HeldChannel(channel).limits())

    return deliveries.deliver(channel, arrive, at=at)


def _channel_of(stream: Stream) -> str:
    with check(3):
        note = read_bundle(stream).note
    channel = note.log.split("/")[2]
    if channel not in entries.opened():
        raise ChannelUnknown(log=note.log)
    return channel


def pull(officer: Officer, *, at: datetime.datetime, channel: str = "") -> list[Words]:
    """Pull from every partner of `channel`, or of the one in use, whose address is known; what happened, in sentences.

    Raises as `pulling.pull` does, at the first partner that fails.
    """
    from suivi.desk.actions import pulling  # the library of the wire is heavy, and few commands need it

    access.must(officer, "draft")
    channel = _whole(officer, channel)
    told: list[Words] = []
    for partner in pulling.partners_of(channel):
        pulled = pulling.pull(channel, partner.party, at=at)
        told += [words for effect in pulled.effects for words in sentences(effect)]
        told += [] if pulled.effects else [UP_TO_DATE.filled(log=pulled.log, size=entries.log_size(pulled.log))]
    return told


def verify(officer: Officer) -> list[FindingShown]:
    """Every log held, recomputed now from the bytes: one finding for each that is sound, one for each fault."""
    access.must_read(officer)
    _whole(officer)
    return [FindingShown(place=each.place, sound=each.sound, says=each.says) for each in verification.verify_logs()]


def sentences(effect: Effect) -> list[Words]:
    """What a take-in brought about, for an officer."""
    taken = effect.taken
    first = NOTHING_NEW if effect.outcome is Outcome.NOTHING_NEW else CAME_IN
    told = [first.filled(log=taken.origin, new=len(taken.lines), size=entries.log_size(taken.origin))]
    if taken.manifests:
        newest = read_manifest(taken.manifests[-1]).manifest
        listed = NEW_LIST.filled(party=newest.party, number=newest.version)
        told = [*told, listed] if taken.lines else [listed]
    told += [ASIDE.filled(seq=one.seq, log=one.log, why=why(one.code), code=one.code) for one in effect.set_aside]
    told += [WAITING.filled(count=len(effect.waiting))] if effect.waiting else []
    return told + ([MISSING.filled(count=len(effect.missing))] if effect.missing else [])


def why(code: str) -> Words:
    """The words of a fault, or its code where it has none."""
    known = FAULTS.get(code)
    return known.says if known else Words(code, code, code)
