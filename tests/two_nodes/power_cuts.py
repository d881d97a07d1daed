"""Power cuts: an act played on a model of the disk, the power failing after each of its calls, and what must then hold.

- After each call the disk may hold what it had to keep and nothing else, all it was told, or any part of the rest
  (`disk.py`). Of each of these the tables are opened and checked (`left.py`); each that is a state of its own is put
  where a node lies, and looked at as after a kill (`crashing.py`): the logs verify, what is published is whole and can
  be rebuilt, and the act can be done again.
- Two things more than after a kill. A checkpoint that ever was to be seen may have been fetched: the tables still hold
  its entries, with its root. And once the command has ended, what it did is kept, whatever the disk lost.
- A sample runs in CI; SUIVI_CRASH_POINTS=all plays every call of every act (`make bench-long`).
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from suivi.desk.node import DATABASE_NAME, SETTINGS_NAME
from suivi.desk.reconcile import MARKER
from suivi.log.note import Checkpoint, read_checkpoint, read_note
from suivi.log.tree import leaf_hash, root_of
from tests.two_nodes.capitals import Ran
from tests.two_nodes.crashing import EVERY_ONE, Act, clear, warm, wrong_after
from tests.two_nodes.disk import Disk, Image
from tests.two_nodes.left import Tables, state_of, tables_in

ENDED = Ran(0, "", "")
PARTS = 3 if EVERY_ONE else 1
"""How many parts of what is uncertain the disk keeps, drawn by chance, after each call."""


@dataclass
class Cuts:
    """What came of power cuts: how many, after how many calls, how many states they left, and what was wrong."""

    played: int = 0
    calls: int = 0
    known: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.calls:,} calls, {self.played:,} cuts, {len(self.known):,} states left, {len(self.wrong)} broken"


@dataclass(frozen=True)
class Moment:
    """A moment at which the power may fail: after which call, what the disk may hold, and what had been seen by then."""

    call: str
    images: Callable[[], Iterator[Image]]
    seen: dict[str, Checkpoint]
    last: bool


def cuts_of(act: Act, calls: Sequence[str], *, seed: int = 0) -> Cuts:
    """Cut the power after each of the calls, or in a daily run after one of them and after the last."""
    chance, cuts = random.Random(seed), Cuts()
    many = sum(1 for _ in _moments(act, calls, chance, last=-1))
    chosen = set(range(many)) if EVERY_ONE else {chance.randrange(many), many - 1}
    for number, moment in enumerate(_moments(act, calls, chance, last=many - 1)):
        if number in chosen:
            cuts.calls += 1
            for image in moment.images():
                cuts.played += 1
                wrong = _wrong_of(act, image, moment, cuts.known)
                cuts.wrong += [wrong] if wrong else []
    return cuts


def first_wrong(act: Act, calls: Sequence[str]) -> str:
    """What is wrong where the disk keeps only what it must, at the first call where anything is; empty if nothing.

    Looked for from the first checkpoint on that is to be seen.
    """
    known: set[str] = set()
    moments = (moment for moment in _moments(act, calls, random.Random(0), last=-1, worst=True) if moment.seen)
    return next(filter(None, (_wrong_of(act, image, one, known) for one in moments for image in one.images())), "")


def _moments(
    act: Act, calls: Sequence[str], chance: random.Random, *, last: int, worst: bool = False
) -> Iterator[Moment]:
    folder = warm().folder
    disk = Disk(folder.parent, before=None if act.makes else act.before, name=folder.name)
    seen, number = dict[str, Checkpoint](), 0
    for call in calls:
        if not disk.is_told(call):
            continue
        if "rename(" in call and '/checkpoint")' in call:
            seen = seen | _published(disk.seen, folder.name)
        images = partial(_least, disk) if worst else partial(disk.left, chance, many=PARTS)
        yield Moment(call[:160], images, seen, number == last)
        number += 1


def _least(disk: Disk) -> Iterator[Image]:
    yield disk.least()


def _published(image: Image, name: str) -> dict[str, Checkpoint]:
    files = image.files(f"{name}/published/x/v1")
    notes = (read_note(bytes(file.octets)) for path, file in files.items() if path.endswith("/checkpoint"))
    states = (read_checkpoint(note.text, origin=None) for note in notes)
    return {state.origin: state for state in states}


def _wrong_of(act: Act, image: Image, moment: Moment, known: set[str]) -> str:
    """What is wrong with what the disk holds; what was promised by then is asked each time, the rest once for each state."""
    where = f"the power failed after {moment.call}"
    left = {path: bytes(file.octets) for path, file in image.files("").items()}
    node = f"{warm().folder.name}/"
    files = {path.removeprefix(node): octets for path, octets in left.items() if path.startswith(node)}
    tables = tables_in(files)
    if wrong := tables.wrong or _lost(act, files, tables, moment):
        return f"{where}: {wrong}"
    beside = {path: octets for path, octets in left.items() if not path.startswith(node)}
    state = state_of(files | beside, tables)
    if state in known:
        return ""
    known.add(state)
    _lay(image)
    return wrong_after(act, ENDED, where, set())


def _lay(image: Image) -> None:
    """Put what the disk holds where the node lies."""
    clear()
    for path, file in image.files("").items():
        place = warm().folder.parent / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.octets)
        place.chmod(file.mode)


def _lost(act: Act, files: Mapping[str, bytes], tables: Tables, moment: Moment) -> str:
    """What was promised and is not kept: what had been published, what the ended command had done, a node half there."""
    if act.makes:
        return _half_a_node(act, files, moment)
    for state in moment.seen.values():
        held = tables.headers.get(state.origin, ())[: state.size]
        if root_of(list(map(leaf_hash, held))) != state.root:
            return f"{state.size} entries of {state.origin} were published, and {len(held)} of them are held"
    if moment.last and (size := len(tables.headers.get(act.log, ()))) != act.size:
        return f"the command had ended, and the log holds {size} entries, not {act.size}"
    return ""


def _half_a_node(act: Act, files: Mapping[str, bytes], moment: Moment) -> str:
    """What a restored node lacks, where there is one; or that there is none though the command had ended."""
    if not files:
        return "the command had ended, and there is no node" if moment.last else ""
    keys = [f"keys/{path.name}" for path in (act.before / "keys").iterdir()]
    missing = [name for name in (DATABASE_NAME, SETTINGS_NAME, MARKER, *keys) if name not in files]
    if missing:
        return f"the node lacks {', '.join(missing)}"
    return "" if json.loads(files[MARKER].decode("utf-8")) else f"{MARKER} says nothing"
