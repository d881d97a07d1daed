"""Receipts: what a party proves to have been shown, checked like any other signed note.

- Text equal to the header's `seen`; the partner's log signature valid; the cosignature valid under the witness key of
  the receipt's author (exchange format, section 7.2; faults G02 and G03).
- A sound receipt is also how a node learns of its own past, and how three parties compare what each was shown.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from suivi.log.fault import Fault
from suivi.log.header import Header
from suivi.log.manifest import Manifest, check_log_note, witness_keys_at
from suivi.log.note import Checkpoint, Note, read_checkpoint, read_note, signers_among
from suivi.record.channel import Receipt
from suivi.record.entry import Entry
from suivi.register.cut import counts

MISSING: Final = "receipt.missing"
"""Shown where entries of our own have no receipt yet (G01)."""

_LOOKED_AT: Final = 16


def check_receipt(entry: Entry, keys: Mapping[str, Manifest]) -> Fault | None:
    """What is wrong with the receipt in `entry`, None if it is sound; `keys` by origin, newest key lists.

    A faulty receipt is set aside: `Fault` receipt.mismatch or receipt.signature.
    """
    if not isinstance(entry.record, Receipt) or entry.header is None:
        return None
    try:
        states = {state.origin: state for _, state in notes_of(entry)}
        seen = {origin: state.size for origin, state in states.items()}
        if len(states) != len(entry.record.cosigned) or seen != entry.header.seen:
            return Fault("receipt.mismatch", got=_listed(seen), expected=_listed(entry.header.seen), at=_place(entry))
        for note, state in notes_of(entry):
            _check_signatures(entry, note, state, keys)
    except Fault as fault:
        return Fault("receipt.signature", got=str(fault), at=_place(entry))
    return None


def vouching(lists: Mapping[str, Sequence[Manifest]]) -> Callable[[Entry], Fault | None]:
    """What the register asks for every entry that only keys can answer; `lists` by origin, version 1 first.

    Check 19: the key list an entry names is known (record.manifest). Check 25: a receipt is signed (receipt.*).
    """
    newest = {origin: known[-1] for origin, known in lists.items() if known}

    def vouch(entry: Entry) -> Fault | None:
        versions = len(lists.get(entry.log, ()))
        if entry.header is not None and entry.header.manifest > versions:
            expected = f"at most {versions}"
            return Fault("record.manifest", got=str(entry.header.manifest), expected=expected, at="manifest")
        return check_receipt(entry, newest)

    return vouch


def notes_of(entry: Entry) -> Iterator[tuple[Note, Checkpoint]]:
    """The cosigned notes of a receipt with the state each one states; raises `Fault` note.* or checkpoint.*."""
    if isinstance(entry.record, Receipt):
        for characters in entry.record.cosigned:
            note = read_note(characters.encode())
            yield note, read_checkpoint(note.text, origin=None)


def acknowledged(own: str, logs: Mapping[str, Sequence[Entry]]) -> int:
    """How many entries of the log `own` every other party of `logs` (by origin) has stated to have seen: the least.

    What a party states never runs backwards, so its newest entries tell; whatever the history, few are looked at.
    """
    stated = [
        max((entry.header.seen.get(own, 0) for entry in log[-_LOOKED_AT:] if entry.header), default=0)
        for origin, log in logs.items()
        if origin != own
    ]
    return min([*stated, len(logs[own])], default=0)


def unacknowledged(own: str, logs: Mapping[str, Sequence[Entry]]) -> list[Header]:
    """G01: the headers of entries of `own`, oldest first, that ask for a receipt and have none from every party."""
    waiting = logs[own][acknowledged(own, logs) :]
    return [entry.header for entry in waiting if entry.header is not None and counts(entry)]


def _check_signatures(entry: Entry, note: Note, state: Checkpoint, keys: Mapping[str, Manifest]) -> None:
    if state.origin not in keys or entry.log not in keys:
        raise Fault("keys.unknown", got=state.origin, expected="a log of this channel")
    check_log_note(note, origin=state.origin, manifest=keys[state.origin])
    witnesses = witness_keys_at(keys[entry.log], entry.seq)
    if not signers_among(note, witnesses):
        raise Fault("keys.unknown", expected=", ".join(key.name for key in witnesses))


def _listed(sizes: Mapping[str, int]) -> str:
    return ", ".join(f"{origin} {sizes[origin]}" for origin in sorted(sizes))


def _place(entry: Entry) -> str:
    return f"{entry.log} {entry.seq}"
