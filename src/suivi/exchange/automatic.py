"""What a node writes by itself: receipts, seals and notices, and nothing else.

- Each derives from received or released bytes only, carries no text, and is marked exactly with the channel's ceiling.
- A receipt follows a delivery that brought something else than receipts and notices, so none answers a receipt.
- A seal follows as soon as every party's word and every attachment is here, unless our party has left the text.
- A notice tells the author of an entry set aside, never the author of a notice; at most 64 follow one delivery, the
  earliest entries first: the author's own register says the same of the others (decision record 0046).
- After our farewell a node writes nothing more by itself.
- Source: exchange format, sections 3, 7, 8.1 and 14.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from suivi.exchange.charter import SUBJECT
from suivi.exchange.release import ReleaseRefused
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import Header, Reference
from suivi.log.manifest import Manifest
from suivi.log.note import Note, Signer, cosigned, read_checkpoint, read_note
from suivi.plan.channel import origin_of
from suivi.record.channel import Receipt, SetAsideNotice
from suivi.record.entry import Entry
from suivi.record.joint import Sealed, Voice
from suivi.record.kinds import AUTOMATIC, content_value, type_of
from suivi.record.marking import Marking
from suivi.register.cut import counts
from suivi.register.fold import Register
from suivi.register.joint import JointText
from suivi.register.set_aside import SetAside

NOTICE: Final = "channel.set-aside"
NOTICES: Final = 64
"""How many notices one delivery is answered with at most."""
AutomaticRecord: TypeAlias = Receipt | Sealed | SetAsideNotice


@dataclass(frozen=True, kw_only=True)
class Automatic:
    """A record the node has to write: what it speaks about, and the entry it answers."""

    record: AutomaticRecord
    subject: str = SUBJECT
    target: Reference | None = None


def receipt_is_due(brought: Iterable[Entry]) -> bool:
    """Whether a delivery brought at least one entry other than receipts and notices."""
    return any(counts(entry) for entry in brought)


def receipt_for(
    checkpoints: Iterable[bytes],
    *,
    own: str,
    keys: Mapping[str, Manifest],
    witness: Signer,
    at_seconds: int,
) -> tuple[Receipt, dict[str, int]]:
    """The receipt for the newest `checkpoints` held of the other parties' logs, and the `seen` its header must have.

    `keys` by origin: only signatures of listed log keys are passed on. Ours is made by `witness` at `at_seconds`
    (UTC, since 1970). Empty logs are left out.
    """
    cosignatures: dict[str, str] = {}
    seen: dict[str, int] = {}
    for octets in checkpoints:
        note = read_note(octets)
        state = read_checkpoint(note.text, origin=None)
        if state.size:
            bare = _with_log_signatures(note, keys[state.origin])
            note = cosigned(bare, f"suivi/{own}/witness", witness, at_seconds=at_seconds)
            cosignatures[state.origin] = note.octets().decode()
            seen[state.origin] = state.size
    return Receipt(tuple(cosignatures[origin] for origin in sorted(cosignatures))), seen


def seals_due(register: Register, own: str, *, has_blob: Callable[[str], bool]) -> list[Automatic]:
    """The seals `own` has to set now, in canonical order of the texts (exchange format, section 8.1)."""
    if own in register.farewells:
        return []
    return [_seal(text) for text in register.joint_texts.values() if _must_seal(text, own, has_blob)]


def notices_due(
    set_aside: Iterable[SetAside], entries: Mapping[tuple[str, int], Entry], *, own: str, channel: str
) -> list[Automatic]:
    """Notices to the authors of entries newly set aside, ours excepted; `entries` by origin and position.

    At most `NOTICES`, so that nobody makes us write as much as he likes.
    """
    due = (
        Automatic(
            record=SetAsideNotice(aside.code),
            target=Reference(aside.log, aside.seq, aside.leaf.hex()),
        )
        for aside in set_aside
        if aside.log != origin_of(own, channel) and not _is_notice(entries[aside.log, aside.seq])
    )
    return list(islice(due, NOTICES))


def written(
    automatic: Automatic,
    *,
    log: str,
    seq: int,
    id: str,
    salt: str,
    seen: Mapping[str, int],
    manifest: int,
    at: str,
    ceiling: Marking,
) -> tuple[Header, bytes]:
    """Header and content of `automatic` at place `seq` of our `log`.

    Raises `ReleaseRefused` (release.not-automatic) for any kind outside the closed list.
    """
    kind = type_of(automatic.record)
    if kind not in AUTOMATIC:
        raise ReleaseRefused(Fault("release.not-automatic", got=kind, expected=", ".join(sorted(AUTOMATIC))))
    content = canonical(content_value(automatic.record, salt=salt))
    header = Header(
        log=log,
        seq=seq,
        id=id,
        type=kind,
        subject=automatic.subject,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        marking=dict(ceiling.value()),
        seen=dict(seen),
        manifest=manifest,
        at=at,
        target=automatic.target,
    )
    return header, content


def _with_log_signatures(note: Note, manifest: Manifest) -> Note:
    listed = {(key.name, key.id) for key in manifest.log_keys()}
    kept = [one for one in note.signatures if (one.name, one.key_id) in listed]
    return Note(note.text, tuple(kept))


def _must_seal(text: JointText, own: str, has_blob: Callable[[str], bool]) -> bool:
    return (
        text.pending
        and own in text.still_to_seal
        and not text.still_to_speak
        and all(has_blob(attachment.sha256) for attachment in text.proposed.attachments)
    )


def _seal(text: JointText) -> Automatic:
    voices = {party: Voice(place.seq, place.leaf.hex()) for party, place in text.voices.items()}
    proposal = text.proposal
    subject = proposal.header.subject if proposal.header is not None else SUBJECT
    return Automatic(
        record=Sealed(voices),
        subject=subject,
        target=Reference(proposal.log, proposal.seq, proposal.leaf.hex()),
    )


def _is_notice(entry: Entry) -> bool:
    return entry.header is not None and entry.header.type == NOTICE
