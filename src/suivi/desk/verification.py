"""Whether a node is sound: every entry, root, signature, key and attachment recomputed from the bytes held."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from suivi.desk import destruction, entries, registers
from suivi.desk import verification_words as words
from suivi.desk.node import SETTINGS_NAME
from suivi.log.canonical import CAP_HEADER, DEPTH_HEADER, read_canonical
from suivi.log.fault import Fault
from suivi.log.manifest import Manifest, accept_first, accept_next, check_log_note
from suivi.log.note import Note, read_note
from suivi.log.tree import Frontier, leaf_hash
from suivi.plan.channel import PUBLIC, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.record.marking import AMBER, read_marking

LEAST_ROOM = 200 * 1024 * 1024
"""Bytes that must be free on the disk of a node: a delivery may bring as many."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing looked at: `place` (a log, a file), whether it is sound, and a sentence for an administrator."""

    place: str
    sound: bool
    says: Words

    @property
    def sentence(self) -> str:
        """What it says, in English: for logs of the machine and for programs."""
        return self.says.en

    def value(self) -> dict[str, object]:
        """As plain JSON."""
        return {"place": self.place, "sound": self.sound, "sentence": self.sentence}


def check_node() -> list[Finding]:
    """Everything `suivi check` looks at, in order: settings, keys, logs, attachments, channels."""
    logs = verify_logs()
    around = list(_settings())
    findings = [*around, *_keys(), *logs, *_attachments()]
    earlier = any(finding.place == "tables" for finding in around)  # the register is read by tables of this version
    if not earlier and all(finding.sound for finding in logs):
        findings += _lost_attachments()
    for channel in entries.opened():
        code = entries.suspension(channel)
        if code:
            findings.append(
                Finding(place=channel, sound=False, says=words.SUSPENDED.filled(channel=channel, code=code))
            )
    return findings


def _settings() -> Iterator[Finding]:
    """What surrounds the node: who may read its settings, room on its disk, tables of this version, rows behind."""
    node = entries.own_node()
    if (node.folder / SETTINGS_NAME).stat().st_mode & 0o077:
        yield Finding(
            place=SETTINGS_NAME,
            sound=False,
            says=words.READABLE.filled(name=SETTINGS_NAME),
        )
    if shutil.disk_usage(node.folder).free < LEAST_ROOM:
        yield Finding(place="disk", sound=False, says=words.LITTLE_ROOM)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding(place="tables", sound=False, says=words.EARLIER)
    elif entries.rows_are_behind():
        yield Finding(place="rows", sound=True, says=words.ROWS_BEHIND)


def verify_logs() -> list[Finding]:
    """One finding per log when it is sound, else one for each place where it is not."""
    findings: list[Finding] = []
    for log in _logs():
        if len(log.split("/")) != len(("suivi", "party", "channel")):
            findings.append(Finding(place=log, sound=False, says=words.NO_LOG.filled(log=log)))
            continue
        _, party, channel = log.split("/")
        try:
            faults = list(_faults_of(party, channel, log))
        except DatabaseError as error:
            faults = [words.UNREADABLE.filled(error=error)]
        if faults:
            findings += [
                Finding(place=log, sound=False, says=words.OF_LOG.filled(log=log, fault=fault)) for fault in faults
            ]
        else:
            size = entries.log_size(log)
            findings.append(Finding(place=log, sound=True, says=words.HOLDS.filled(log=log, size=size)))
    return findings


def _logs() -> list[str]:
    """Every log we should hold, by our key lists, and whatever else lies in the tables."""
    own = origin_of(entries.own_node().party, entries.HOME)
    known = [origin_of(party, channel) for channel in entries.opened() for party in entries.parties(channel)]
    return list(dict.fromkeys([own, *known, *entries.held_logs()]))


def _faults_of(party: str, channel: str, log: str) -> Iterator[Words]:
    held: list[Manifest] = []
    try:
        held = manifests(party, channel)
    except Fault as fault:
        yield words.KEY_LIST.filled(code=fault.code)
    frontiers = [Frontier(0, ())]
    destroyed = _destroyed(party, channel)
    for seq, row in enumerate(entries.rows(log)):
        yield from _entry_faults(log, seq, row, destroyed)
        frontiers.append(frontiers[-1].after(leaf_hash(row.header)))
    yield from _checkpoint_faults(log, frontiers, held)


def manifests(party: str, channel: str) -> list[Manifest]:
    """The key lists of a party in a channel, verified one after the other; raises `Fault` keys.*."""
    return manifests_in(entries.key_lists(party, channel), party=party, channel=channel)


def manifests_in(key_lists: Sequence[bytes], *, party: str, channel: str) -> list[Manifest]:
    """These key lists of a party in a channel, as `manifests`; the same octets are verified once."""
    return list(_verified(tuple(key_lists), party, channel))


@lru_cache(maxsize=1_024)
def _verified(key_lists: tuple[bytes, ...], party: str, channel: str) -> tuple[Manifest, ...]:
    chain: list[Manifest] = []
    for octets in key_lists:
        if not chain:
            chain.append(accept_first(octets, party=party, channel=channel, fingerprint=None))
        else:
            chain.append(accept_next(chain[-1], octets))
    if not chain:
        raise Fault("keys.unknown")
    return tuple(chain)


def _destroyed(party: str, channel: str) -> set[str]:
    """Digests of contents of that log that were destroyed: they are not missing.

    Read from the requests themselves, not from the register: the entries are only being looked at.
    """
    if channel == entries.HOME:
        return {digest for name in entries.channels() for digest in destruction.at_home(name)}
    # What was made public as well is one content under one digest: it dies in the public log with the other.
    logs = entries.opened() if channel == PUBLIC else [channel]
    return {one.digest for name in logs for one in destruction.asked_in(origin_of(party, name))}


def _entry_faults(log: str, seq: int, row: entries.Row, destroyed: set[str]) -> Iterator[Words]:
    if row.seq != seq:
        yield words.OTHER_NUMBER.filled(seq=seq, said=row.seq)
    if leaf_hash(row.header) != row.leaf:
        yield words.LEAF.filled(seq=seq)
    try:
        value = read_canonical(row.header, cap=CAP_HEADER, depth=DEPTH_HEADER, what="header")
    except Fault as fault:
        yield words.HEADER.filled(seq=seq, code=fault.code)
        return
    if not isinstance(value, dict) or (value.get("log"), value.get("seq")) != (log, seq):
        yield words.OTHER_PLACE.filled(seq=seq)
        return
    digest = entries.committed_digest(row.header)
    if row.digest != digest:
        yield words.OTHER_CONTENT.filled(seq=seq)
    if row.content is not None and entries.sha256(row.content) != digest:
        yield words.CHANGED.filled(seq=seq)
    if row.content is None and digest and digest not in destroyed and _within(value.get("marking")):
        yield words.MISSING.filled(seq=seq)


def _within(marking: object) -> bool:
    """Whether a content with this marking must be held: only one above every ceiling may have been dropped."""
    try:
        return read_marking(marking).within(AMBER)  # type: ignore[arg-type]  # read_marking refuses what is no object
    except Fault:
        return False


def _checkpoint_faults(log: str, frontiers: list[Frontier], manifests: list[Manifest]) -> Iterator[Words]:
    last = -1
    last_good = 0
    for size, octets, frontier in entries.checkpoints(log):
        last = size
        try:
            note = read_note(octets)
            tree = check_log_note(note, origin=log, manifest=manifests[-1])
        except (Fault, IndexError) as fault:
            yield words.CHECKPOINT.filled(size=size, code=getattr(fault, "code", "keys.unknown"))
            continue
        if log.split("/")[1] == entries.own_node().party and _strangers(note, manifests[-1]):
            # A partner's note may bear keys unknown here; ours bears what we wrote.
            yield words.SIGNATURE.filled(size=size)
        if tree.size != size:
            yield words.OTHER_SIZE.filled(size=size, said=tree.size)
        elif size >= len(frontiers):
            yield words.GONE.filled(first=len(frontiers) - 1, last=size - 1, size=size)
        elif tree.root != frontiers[size].root():
            yield words.ROOT.filled(first=last_good, last=size - 1, size=size)
        elif frontier != frontiers[size].octets():
            yield words.FRONTIER.filled(size=size)
        else:
            last_good = size
    if last != len(frontiers) - 1 and not (last < 0 and len(frontiers) == 1 and _never_came(log)):
        yield words.LAST.filled(last=last, held=len(frontiers) - 1)


def _never_came(log: str) -> bool:
    """Whether nothing of a partner's log has come yet: its keys are here, and no entry of ours says it saw more of it."""
    _, party, channel = log.split("/")
    own = entries.own_node().party
    try:
        seen = [entry.header.seen for entry in entries.read_log(origin_of(own, channel)) if entry.header is not None]
    except Fault:
        return False  # told of our own log already
    return party != own and not any(each.get(log) for each in seen)


def _strangers(note: Note, manifest: Manifest) -> bool:
    known = {(key.name, key.id) for key in (*manifest.log_keys(), *manifest.witness_keys())}
    return any((signature.name, signature.key_id) not in known for signature in note.signatures)


def _lost_attachments() -> Iterator[Finding]:
    """Attachments of our own proposals and of texts in effect: nobody speaks or seals before they are held."""
    for channel in entries.channels():
        own = origin_of(entries.own_node().party, channel)
        for text in registers.common(channel).joint_texts.values():
            if not (text.in_effect or text.proposal.log == own):
                continue
            for attached in text.proposed.attachments:
                if entries.attachment(attached.sha256) is None:
                    name = attached.name or attached.media
                    says = words.NO_ATTACHMENT.filled(digest=attached.sha256, name=name)
                    yield Finding(place=attached.sha256, sound=False, says=says)


def _attachments() -> Iterator[Finding]:
    for digest, octets in entries.attachments():
        if entries.sha256(octets) != digest:
            yield Finding(place=digest, sound=False, says=words.ATTACHMENT.filled(digest=digest))


def _keys() -> Iterator[Finding]:
    for channel in [entries.HOME, *entries.opened()]:
        try:
            entries.own_signers(channel)
        except Refusal as refusal:
            yield Finding(place=channel, sound=False, says=_sentence(refusal))
        else:
            yield Finding(place=channel, sound=True, says=words.KEYS.filled(channel=channel))


def _sentence(refusal: Refusal) -> Words:
    return Words(*(f"{refusal.sentence(language)} {refusal.advice(language)}" for language in LANGUAGES))
