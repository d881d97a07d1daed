"""Evidence: one canonical JSON object that proves, from its own bytes alone, that a log or key list contradicts itself.

- `{"v":1, "error", "log", "notes":[…], "manifests":[…], "proof"?}`, at most 65,536 bytes (exchange format, section 11).
- Two roots: two notes of one size; or a smaller and a larger note with a consistency proof that verifies against the
  larger root for *another* root at the smaller size.
- A cut: a note that a log key signed, and a key list whose `until` for that key lies below the note's size.
- A witness: two notes with cosignatures of the party's own witness key, the later one over the smaller tree.
- Two key lists: two texts of one version, both accepted by the version before.
- Keys are valid as the newest list inside says, by size: so no party is accused of what a revoked key signed later.
- The order of the notes says nothing; parts that prove nothing are refused, so that one fault has one form.
- It rests on the first key list inside; whose that is, an officer settles by comparing its fingerprint.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from suivi.exchange.key_chain import chain_of
from suivi.log.canonical import Json, canonical, read_canonical
from suivi.log.fault import Fault
from suivi.log.fields import ORIGIN, count, outside, word
from suivi.log.manifest import Manifest, accept_next, check_log_note, read_manifest
from suivi.log.note import Checkpoint, KnownKey, Note, cosignature_time, read_note, signers_among
from suivi.log.tree import consistency_proof, root_of, verify_consistency
from suivi.record import schema

CAP_EVIDENCE: Final = 65_536
DEPTH_EVIDENCE: Final = 3
TWO_STATES: Final = frozenset({"log.equivocation", "log.fork", "own.fork"})
CUT: Final = "keys.cut"
TWO_LISTS: Final = "keys.equivocation"
BACKWARDS: Final = "witness.backwards"

_REQUIRED: Final = frozenset({"v", "error", "log", "notes", "manifests"})
_OPTIONAL: Final = frozenset({"proof"})
_PROOF: Final = frozenset({"root", "hashes"})
_TWO: Final = 2
_FEWEST_LISTS: Final = {TWO_LISTS: 3}
_NOTES: Final = {TWO_LISTS: 0, CUT: 1}


@dataclass(frozen=True, slots=True)
class Proof:
    """That the tree of the larger note had `root` (32 bytes) at the size of the smaller one (RFC 6962, 2.1.2)."""

    root: bytes
    hashes: tuple[bytes, ...]

    def value(self) -> dict[str, Json]:
        """As it stands in the evidence, hashes in 64 hex digits each."""
        return {"root": self.root.hex(), "hashes": [octets.hex() for octets in self.hashes]}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the bytes prove the fault they name; `flaw` says why not, None if they do.

    `fingerprint` is that of the first key list inside (64 hex digits): what the proof rests on.
    """

    error: str
    log: str
    fingerprint: str
    flaw: Fault | None

    @property
    def proves(self) -> bool:
        """Whether the contradiction is proven."""
        return self.flaw is None


def evidence_of(
    error: str,
    log: str,
    *,
    notes: Sequence[Note],
    manifests: Sequence[bytes],
    proof: Proof | None = None,
    cap: int = CAP_EVIDENCE,
) -> bytes:
    """The evidence as bytes; `notes` smaller size first, `manifests` the key lists of the author, oldest first.

    Notes keep only good signatures of log keys in those lists (for witness.backwards of its witness keys too); where
    the lists are longer than `cap` bytes in all, the oldest are left out; a proof that needs no more lists than it
    holds is kept whole, whatever a charter says of its length.
    """
    newest = read_manifest(manifests[-1]).manifest
    keys = (*newest.log_keys(), *newest.witness_keys()) if error == BACKWARDS else newest.log_keys()
    bare, lists = [_bare(note, keys) for note in notes], [octets.decode() for octets in manifests]
    value = _value(error, log, bare, lists, proof)
    while len(canonical(value)) > cap and len(lists) > _FEWEST_LISTS.get(error, 1):
        lists = lists[1:]
        value = _value(error, log, bare, lists, proof)
    return canonical(value)


def other_past(leaves: Sequence[bytes], size: int) -> Proof:
    """The proof that the log over `leaves` (32 bytes each, all from 0) had its own root at `size`."""
    return Proof(root_of(leaves[:size]), tuple(consistency_proof(leaves, size)))


def verify_evidence(octets: bytes) -> Verdict:
    """Decides from `octets` alone, without anything held here, whether they prove the fault they name."""
    error, log, fingerprint = "", "", ""
    try:
        fields = _fields(octets)
        error, log = str(fields["error"]), str(fields["log"])
        lists = _lists(fields["manifests"])
        fingerprint = read_manifest(lists[0]).manifest.fingerprint()
        _check_contradiction(error, log, lists, _notes(fields["notes"]), _proof(fields.get("proof")))
    except Fault as flaw:
        return Verdict(error, log, fingerprint, flaw)
    return Verdict(error, log, fingerprint, None)


def _value(error: str, log: str, notes: list[str], manifests: list[str], proof: Proof | None) -> dict[str, Json]:
    value: dict[str, Json] = {"v": 1, "error": error, "log": log, "notes": notes, "manifests": manifests}
    return value if proof is None else {**value, "proof": proof.value()}


def _bare(note: Note, keys: Sequence[KnownKey]) -> str:
    kept = tuple(one for one in note.signatures if _is_good(Note(note.text, (one,)), keys))
    return Note(note.text, kept).octets().decode()


def _is_good(note: Note, keys: Sequence[KnownKey]) -> bool:
    try:
        return bool(signers_among(note, keys))
    except Fault:
        return False


def _fields(octets: bytes) -> dict[str, Json]:
    value = read_canonical(octets, cap=CAP_EVIDENCE, depth=DEPTH_EVIDENCE, what="evidence")
    fields = schema.closed(value, required=_REQUIRED, optional=_OPTIONAL)
    count(fields["v"], least=1, most=1, at="v")
    schema.one_of(fields["error"], sorted((*TWO_STATES, CUT, TWO_LISTS, BACKWARDS)), at="error")
    word(fields["log"], ORIGIN, at="log")
    return fields


def _notes(value: Json) -> list[Note]:
    return [read_note(octets) for octets in schema.each(value, _octets, at="notes")]


def _lists(value: Json) -> tuple[bytes, ...]:
    return schema.each(value, _octets, at="manifests", lowest=1)


def _octets(value: Json, at: str) -> bytes:
    if isinstance(value, str):
        return value.encode()
    raise outside(value, "a note", at)


def _proof(value: Json) -> Proof | None:
    if value is None:
        return None
    fields = schema.closed(value, required=_PROOF, at="proof")
    hashes = schema.each(
        fields["hashes"], lambda each, at: bytes.fromhex(schema.digest(each, at=at)), at="proof.hashes"
    )
    return Proof(bytes.fromhex(schema.digest(fields["root"], at="proof.root")), hashes)


def _check_contradiction(
    error: str, log: str, lists: tuple[bytes, ...], notes: list[Note], proof: Proof | None
) -> None:
    party, channel = log.split("/")[1:]
    if len(notes) != (expected := _NOTES.get(error, _TWO)):
        raise Fault("evidence.form", got=f"{len(notes)} notes", expected=str(expected))
    if proof is not None and error not in TWO_STATES:
        raise Fault("evidence.form", got="a proof", expected="none", at="proof")
    if error == TWO_LISTS:
        _check_two_lists(lists, party, channel)
        return
    newest = chain_of(lists, party=party, channel=channel)[-1]
    if error == CUT:
        _check_cut(notes[0], log, newest)
        return
    states = sorted(((check_log_note(note, origin=log, manifest=newest), note) for note in notes), key=_by_size)
    if error == BACKWARDS:
        _check_backwards(states[0], states[1], newest)
    else:
        _check_two_states(states[0][0], states[1][0], proof)


def _by_size(pair: tuple[Checkpoint, Note]) -> int:
    return pair[0].size


def _check_two_states(smaller: Checkpoint, larger: Checkpoint, proof: Proof | None) -> None:
    if proof is None and (smaller.size != larger.size or smaller.root == larger.root):
        raise Fault("evidence.no-contradiction", got=f"sizes {smaller.size} and {larger.size}", expected="two roots")
    if proof is None:
        return
    verify_consistency(
        old_size=smaller.size,
        new_size=larger.size,
        old_root=proof.root,
        new_root=larger.root,
        proof=proof.hashes,
    )
    if proof.root == smaller.root:
        raise Fault("evidence.no-contradiction", got=proof.root.hex(), expected="another root", at="proof")


def _check_cut(note: Note, log: str, newest: Manifest) -> None:
    try:
        check_log_note(note, origin=log, manifest=newest)
    except Fault as fault:
        if fault.code == "keys.after-until":
            return
        raise
    raise Fault("evidence.no-contradiction", got="a note that is still valid", expected="one beyond the end of its key")


def _check_backwards(smaller: tuple[Checkpoint, Note], larger: tuple[Checkpoint, Note], newest: Manifest) -> None:
    later, earlier = witnessed_at(smaller[1], newest), witnessed_at(larger[1], newest)
    if smaller[0].size == larger[0].size or not (later and earlier and max(later) > min(earlier)):
        got = f"sizes {smaller[0].size} and {larger[0].size}"
        raise Fault("evidence.no-contradiction", got=got, expected="a later cosignature over the smaller tree")


def witnessed_at(note: Note, manifest: Manifest) -> list[int]:
    """When the party's own witness keys cosigned `note`: seconds since 1970 (UTC), one per cosignature that is good."""
    keys = manifest.witness_keys()
    return [cosignature_time(one) for one in note.signatures if _is_good(Note(note.text, (one,)), keys)]


def _check_two_lists(lists: tuple[bytes, ...], party: str, channel: str) -> None:
    if len(lists) <= _TWO:
        raise Fault("evidence.form", got=f"{len(lists)} key lists", expected="two of one version, and the one before")
    chain = chain_of(lists[:-1], party=party, channel=channel)
    rival = accept_next(chain[-2], lists[-1], earlier=chain[:-2])
    if rival.version != chain[-1].version or rival == chain[-1]:
        raise Fault("evidence.no-contradiction", got=f"version {rival.version}", expected="two texts of one version")
