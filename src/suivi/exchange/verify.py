"""What can be said of a bundle without any node: everything its own bytes can show, and what they cannot.

- Grammar, digests, signatures under the key lists inside, every line; the tree where `from.root` is its frontier.
- What needs something else is not passed over in silence: it is named in `unchecked`.
- Source: exchange format, section 10 (`suivi verify FILE` works offline and changes nothing).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from suivi.exchange.key_chain import chain_of, check_sender
from suivi.exchange.take_in import check, read_line_at
from suivi.log.bundle import Bundle, read_bundle
from suivi.log.fault import Fault
from suivi.log.manifest import Manifest, check_log_note
from suivi.log.note import Checkpoint, read_checkpoint, signers_among
from suivi.log.tar import Stream
from suivi.log.tree import EMPTY_ROOT, Frontier
from suivi.plan.words import Words
from suivi.record.entry import read_entry
from suivi.record.joint import Proposed


class Unchecked(Enum):
    """What a file alone cannot show; `value` says it to an officer."""

    WHOSE = Words(
        "Whose keys these are: compare the fingerprint with the one exchanged.",
        "À qui appartiennent ces clés : comparez l’empreinte avec celle qui a été échangée.",
        "누구의 키인지는 교환한 지문과 대조하여 확인하십시오.",
    )
    SIGNATURE = Words(
        "Who signed: the file holds no key list of the log.",
        "Qui a signé : le fichier ne contient aucune liste de clés du journal.",
        "파일에 기록부의 키 목록이 없어 누가 서명하였는지 확인하지 못하였습니다.",
    )
    SENDER = Words(
        "Who sent the file: the key list of the sender is not in it.",
        "Qui a envoyé le fichier : la liste de clés de l’expéditeur n’y figure pas.",
        "파일에 발신국의 키 목록이 없어 누가 보냈는지 확인하지 못하였습니다.",
    )
    EARLIER_KEYS = Words(
        "How the keys came to be: the file lacks the earlier key lists.",
        "D’où viennent les clés : les listes de clés antérieures manquent dans le fichier.",
        "이전 키 목록이 파일에 없어 키의 변경 과정을 확인하지 못하였습니다.",
    )
    TREE = Words(
        "Whether the entries add up to the signed root: that depends on entries before this file.",
        "Si les inscriptions donnent la racine signée : cela dépend d’inscriptions antérieures au fichier.",
        "파일 이전의 항목이 없어 항목들이 서명된 루트와 맞는지 확인하지 못하였습니다.",
    )
    REGISTER = Words(
        "What the entries bring about: that also depends on the logs of the other parties.",
        "Ce que les inscriptions entraînent : cela dépend aussi des journaux des autres parties.",
        "항목의 효력은 다른 당사국의 기록부에도 달려 있어 확인하지 못하였습니다.",
    )


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What the file shows: the entries `from_size` to `size` of `log`, handed over by `by` (origins) to `to`.

    `fingerprint` (64 hex digits, or empty) is that of the oldest key list inside, `versions` their numbers. `flawed`
    are entries that no register will count, by position. `absent` are positions whose content is not in the file,
    `missing` the attachments (64 hex digits) that a text in it rests on and that are not in it.
    """

    log: str
    by: str
    to: tuple[str, ...]
    from_size: int
    size: int
    root: bytes
    versions: tuple[int, ...]
    fingerprint: str
    lines: int
    blobs: int
    absent: tuple[int, ...]
    flawed: dict[int, Fault]
    missing: tuple[str, ...]
    unchecked: tuple[Unchecked, ...]


def verify_bundle(stream: Stream) -> Verified:
    """Everything the bundle in `stream` shows by itself; raises `DeliveryRefused` where it contradicts the format."""
    with check(3):
        bundle = read_bundle(stream)
    note = bundle.note
    chain = _chain(bundle)
    state = _signed_state(bundle, chain)
    frontier, absent, flawed, named = _read_lines(bundle, state)
    _check_tree(bundle, state, frontier)
    with check(11):
        blobs = sum(1 for _ in bundle.blobs())
    return Verified(
        log=note.log,
        by=note.by,
        to=note.to,
        from_size=note.from_size,
        size=state.size,
        root=state.root,
        versions=tuple(manifest.version for manifest in chain),
        fingerprint=chain[0].fingerprint() if chain else "",
        lines=state.size - note.from_size,
        blobs=blobs,
        absent=tuple(absent),
        flawed=flawed,
        missing=tuple(sorted(named - {listed.sha256 for listed in note.blobs})),
        unchecked=_unchecked(bundle, chain),
    )


def _chain(bundle: Bundle) -> Sequence[Manifest]:
    _, party, channel = bundle.note.log.split("/")
    with check(5):
        chain = chain_of(bundle.keys, party=party, channel=channel) if bundle.keys else []
        for listed, manifest in zip(bundle.note.keys, chain, strict=True):
            if listed.version != manifest.version:
                got, expected = f"version {manifest.version}", f"version {listed.version}, as listed"
                raise Fault("keys.not-consecutive", got=got, expected=expected, at=f"keys/{listed.version}")
    return chain


def _signed_state(bundle: Bundle, chain: Sequence[Manifest]) -> Checkpoint:
    note = bundle.note
    with check(6):
        if not chain:
            return read_checkpoint(note.checkpoint.text, origin=note.log)
        state = check_log_note(note.checkpoint, origin=note.log, manifest=chain[-1])
        if note.by == note.log:
            check_sender(bundle.signed, note.by, chain[-1:])
        else:
            signers_among(bundle.signed, chain[-1].known_keys())  # the sender's keys are elsewhere; none here may fail
        return state


def _read_lines(bundle: Bundle, state: Checkpoint) -> tuple[Frontier, list[int], dict[int, Fault], set[str]]:
    position = bundle.note.from_size
    frontier = Frontier(position, (bundle.note.from_root,)) if position and _is_full(position) else Frontier()
    absent, flawed, named = list[int](), dict[int, Fault](), set[str]()
    with check(13):
        for octets in bundle.lines():
            line = read_line_at(octets, bundle.note.log, position, state.size)
            frontier = frontier.after(line.leaf())
            if line.content is None:
                absent.append(position)
            entry = read_entry(line.header, line.content)
            if entry.flaw is not None:
                flawed[position] = entry.flaw
            if isinstance(entry.record, Proposed):
                named |= {attached.sha256 for attached in entry.record.attachments}
            position += 1
        if position != state.size:
            raise Fault("log.gap", got=f"entries up to {position}", expected=f"{state.size} entries")
    return frontier, absent, flawed, named


def _check_tree(bundle: Bundle, state: Checkpoint, frontier: Frontier) -> None:
    note = bundle.note
    with check(16):
        if note.from_size == 0 and note.from_root != EMPTY_ROOT:
            raise Fault("file.root", got=note.from_root.hex(), expected=EMPTY_ROOT.hex(), at="size 0")
        known = frontier.root() if _is_full(note.from_size) else note.from_root
        if (_is_full(note.from_size) or note.from_size == state.size) and known != state.root:
            raise Fault("tree.root", got=known.hex(), expected=state.root.hex(), at=f"size {state.size}")


def _is_full(size: int) -> bool:
    """Whether the root at that size is the whole frontier: no entry, or a power of two of them."""
    return size & (size - 1) == 0


def _unchecked(bundle: Bundle, chain: Sequence[Manifest]) -> tuple[Unchecked, ...]:
    note = bundle.note
    reasons = {
        Unchecked.WHOSE: bool(chain),
        Unchecked.SIGNATURE: not chain,
        Unchecked.SENDER: note.by != note.log or not chain,
        Unchecked.EARLIER_KEYS: bool(chain) and chain[0].version > 1,
        Unchecked.TREE: not _is_full(note.from_size) and bool(note.segments),
        Unchecked.REGISTER: True,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)
