"""Terms: what the limits that a charter lowers let notes and key lists be (exchange format, section 1).

What they let an entry be is decided by the register (`register/limits.py`), what they let a file be while it is read.
"""

from collections.abc import Mapping

from suivi.log.fault import Fault
from suivi.log.manifest import read_manifest
from suivi.log.note import Note
from suivi.record.channel import check_limit


def check_note(note: Note, limits: Mapping[str, int]) -> None:
    """Raise `Fault` size.note or note.too-many where a checkpoint is above the limits of the charter."""
    check_limit("note", len(note.octets()), limits)
    check_file_note(note, limits)


def check_file_note(note: Note, limits: Mapping[str, int]) -> None:
    """Raise `Fault` note.too-many where the note of a file bears more lines than the charter lets a note have."""
    check_limit("signatures", len(note.signatures), limits)


def check_key_list(version: int, octets: bytes, limits: Mapping[str, int]) -> None:
    """Raise `Fault` size.manifest or note.too-many where a new key list is above the limits of the charter.

    What is no sound key list is not judged here: whoever walks the key lists names what is wrong with it.
    """
    check_limit("manifest", len(octets), limits)
    check_limit("versions", version, limits)
    try:
        note = read_manifest(octets).note
    except Fault:
        return
    check_file_note(note, limits)
