"""Copies of our public log outside this node: nobody receipts it, so they are what a restored node is compared with.

- At least two folders, named when the public log is opened (exchange format, section 12.6); each receives what is
  published, at each publication, `checkpoint` last, in the same form: a folder can be put back as it is.
- What a copy holds and the public log no longer shows (a part that has become whole) is taken away, so that no copy
  keeps what was destroyed.
- A copy that cannot be written stops nothing: it is reported, and written at the next publication.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from suivi.desk import entries, partners
from suivi.desk.whole_files import replace_file
from suivi.log.bundle import SEGMENT_LINES
from suivi.log.fault import Fault
from suivi.log.note import Note, read_checkpoint, read_note
from suivi.plan.channel import PUBLIC, origin_of
from suivi.plan.words import Words

_CHECKPOINT: Final = "checkpoint"
BEHIND: Final = Words(
    "The copy of the public log in {folder} is not what is published; what was destroyed may still lie in it.",
    "La copie du journal public dans {folder} n’est pas ce qui est publié; ce qui a été détruit peut s’y trouver encore.",
    "공개 기록부 사본 {folder}: 게시된 내용과 다르며, 파기한 내용이 아직 남아 있을 수 있습니다.",
)
BRING_UP: Final = Words(
    "Let this node write to the folder again, then run suivi publish: what is gone leaves the copy.",
    "Permettez de nouveau au nœud d’écrire dans ce dossier, puis exécutez suivi publish : ce qui a été détruit quittera la copie.",
    "이 노드가 그 폴더에 다시 쓸 수 있게 한 뒤 suivi publish를 실행하면 파기한 내용이 사본에서도 지워집니다.",
)


def copy_public(place: Path, *, at: datetime.datetime) -> None:
    """Bring every copy of our public log up to what is published in `place`."""
    for copy in _places():
        try:
            _bring_up(copy, place)
        except OSError as error:
            said = f"The copy in {copy} was not written: {error.strerror}."
            entries.keep_fault_report(PUBLIC, "own.disk", 0, said, at=at)


def behind() -> list[Path]:
    """The folders named for copies whose copy is not what is published now, or cannot be read."""
    party = entries.own_node().party
    place = partners.read_addresses(entries.own_node().folder).published / partners.ROOT / PUBLIC / party
    if not (place / _CHECKPOINT).exists():
        return []
    return [copy.parents[2] for copy in _places() if not _is_up(copy, place)]


def _is_up(copy: Path, place: Path) -> bool:
    try:
        shown = _shown(place)
        held = {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()}
        return held == set(shown) and all((copy / name).read_bytes() == (place / name).read_bytes() for name in shown)
    except OSError:
        return False


def copied_notes() -> Iterator[tuple[Path, Note]]:
    """The checkpoint of each copy that can be read, with the folder it lies in."""
    for copy in _places():
        try:
            yield copy, read_note((copy / _CHECKPOINT).read_bytes())
        except (OSError, Fault):
            continue


def _places() -> list[Path]:
    party = entries.own_node().party
    folders = partners.read_addresses(entries.own_node().folder).copies
    return [folder / partners.ROOT / PUBLIC / party for folder in folders]


def _bring_up(copy: Path, place: Path) -> None:
    shown = {name: place / name for name in _shown(place)}
    for name, path in shown.items():
        octets = path.read_bytes()
        if not (copy / name).exists() or (copy / name).read_bytes() != octets:
            replace_file(copy / name, octets)
    for gone in [path for path in copy.rglob("*") if path.is_file() and str(path.relative_to(copy)) not in shown]:
        gone.unlink()


def _shown(place: Path) -> list[str]:
    """The names of the files that the state of `checkpoint` rests on, in order of publication."""
    note = read_note((place / _CHECKPOINT).read_bytes())
    size = read_checkpoint(note.text, origin=origin_of(entries.own_node().party, PUBLIC)).size
    number, lines = divmod(size, SEGMENT_LINES)
    parts = [f"segments/{number}.p/{lines}"] if lines else []
    beside = [
        str(path.relative_to(place)) for kind in ("blobs", "manifest") for path in sorted(place.glob(f"{kind}/*"))
    ]
    return [*beside, *(f"segments/{each}" for each in range(number)), *parts, _CHECKPOINT]
