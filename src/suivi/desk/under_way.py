"""Under way: documents being read for an officer, each in a thread of this process.

- What is read within moments is kept by whoever asked, as if nobody had waited; what takes longer goes on by itself, and
  can be looked at, left and stopped. Two are read at once, the others wait.
- Kept in the memory of the process that reads, which tells the other processes of the node by slips (`desk/slips.py`).
  A restart ends them all; nothing of a document is kept before its reading is.
- What a reading ends in, a draft or a refusal, stays here until it is old.
"""

import datetime
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Semaphore, Thread
from typing import Any, Final

from django.conf import settings
from django.db import connections

from suivi.desk import slips
from suivi.plan.refusal import Refusal

AT_ONCE: Final = 2
_REMEMBERED: Final = 50
_MOMENT: Final = 0.2  # seconds between two looks at whether somebody wants it to stop

Found = list[dict[str, Any]]


class _Stopped(Exception):
    """Raised in the thread of a reading that its officer has stopped."""


@dataclass(slots=True)
class UnderWay:
    """One reading: whose it is, of which files, and how far it is: page `page` of `pages` in the file `names[place]`.

    `draft` is its number once it is kept, `refusal` why it was not; `stopped` by the officer, `failed` by a fault of
    ours.
    """

    id: str
    officer: int
    plan: str
    names: tuple[str, ...]
    begun_at: datetime.datetime
    place: int = 0
    page: int = 0
    pages: int = 0
    draft: str = ""
    refusal: Refusal | None = None
    stopped: bool = False
    failed: bool = False
    wanted: bool = True
    found: Found | None = None
    alone: bool = False  # nobody waits any more: it keeps what it finds itself
    ready: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)
    node: Path = field(default_factory=lambda: settings.NODE.folder)

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return bool(self.draft or self.refusal or self.stopped or self.failed)

    @property
    def stopping(self) -> bool:
        """Whether it is asked to stop, and has not yet."""
        return not (self.wanted or self.ended)

    def goes_on(self) -> None:
        """Raise `_Stopped` if nobody wants it any more, as this process or another was told."""
        if self.alone and slips.is_to_stop(self.node, _KIND, self.id):
            self.wanted = False
        if not self.wanted:
            raise _Stopped

    def told(self, place: int) -> Callable[[int, int], None]:
        """What the reading of the file at `place` is to call with the pages read and their number."""

        def tell(page: int, pages: int) -> None:
            self.goes_on()
            self.place, self.page, self.pages = place, page, pages
            self.tell_others()

        return tell

    def tell_others(self) -> None:
        """Write a slip for the other processes, of what goes on alone."""
        if self.alone:
            said = {name: getattr(self, name) for name in _SAID}
            told = {"begun_at": self.begun_at.isoformat(), "refusal": slips.told(self.refusal)}
            slips.write(self.node, _KIND, self.id, said | told)


Work = Callable[[UnderWay], Found]
Keep = Callable[[Found], str]

_KIND: Final = "reading"
_SAID: Final = ("officer", "plan", "names", "place", "page", "pages", "draft", "stopped", "failed")
_known: dict[str, UnderWay] = {}
_turns = Semaphore(AT_ONCE)


def begin(
    officer: int,
    *,
    plan: str,
    names: Sequence[str],
    work: Work,
    keep: Keep,
    at: datetime.datetime,
    patience: float,
) -> UnderWay:
    """Begin `work` in a thread, and wait `patience` seconds for it; then it goes on alone, and keeps what it finds.

    What it finds in time is kept here, in the caller's transaction. Raises the refusals of both.
    """
    reading = UnderWay(slips.fresh_id(), officer, plan, tuple(names), at)
    Thread(target=_run, args=(reading, work, keep), name=f"reading {reading.id}", daemon=True).start()
    in_time = reading.ready.wait(patience)
    with reading.lock:
        if not in_time and not reading.ready.is_set():
            reading.alone = True
            _remember(reading)
            return reading
    if reading.refusal is not None:
        raise reading.refusal
    if reading.found is None:
        raise RuntimeError(f"the reading of {', '.join(names)} failed; see the log")
    reading.draft = keep(reading.found)
    return reading


def of(officer: int) -> list[UnderWay]:
    """The readings an officer has begun that nobody waits for, newest first, whichever process reads."""
    elsewhere = [said for said in slips.slips(settings.NODE.folder, _KIND) if said["id"] not in _known]
    found = [*_known.values(), *map(_from_slip, elsewhere)]
    newest_last = sorted((one for one in found if one.officer == officer), key=lambda reading: reading.begun_at)
    return newest_last[::-1]


def stop(reading: UnderWay) -> None:
    """Ask the reading to end; it does within moments, and nothing of it is kept."""
    reading.wanted = False
    if reading.id not in _known:
        slips.ask_to_stop(reading.node, _KIND, reading.id)


def _from_slip(said: slips.Slip) -> UnderWay:
    """A reading of another process, as it tells of it; one that died with its process has failed."""
    reading = UnderWay(said["id"], said["officer"], said["plan"], tuple(said["names"]), _instant(said["begun_at"]))
    for name in ("place", "page", "pages", "draft", "stopped", "failed"):
        setattr(reading, name, said[name])
    reading.refusal = slips.ToldElsewhere(said["refusal"]) if said["refusal"] else None
    reading.failed |= not reading.ended and not slips.is_alive(said)
    reading.wanted = not slips.is_to_stop(reading.node, _KIND, reading.id)
    return reading


def _instant(written: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(written)


def _remember(reading: UnderWay) -> None:
    _known[reading.id] = reading
    reading.tell_others()
    for id in [id for id, each in _known.items() if each.ended][: max(0, len(_known) - _REMEMBERED)]:
        slips.remove(_known.pop(id).node, _KIND, id)


def _run(reading: UnderWay, work: Work, keep: Keep) -> None:
    try:
        found = _in_turn(reading, work)
        reading.goes_on()  # asked to stop at the last page, it keeps nothing either
        with reading.lock:
            reading.found = found
            reading.ready.set()
        if reading.alone:
            reading.draft, reading.found = keep(found), None
    except Refusal as refusal:
        reading.refusal = refusal
    except _Stopped:
        reading.stopped = True
    except Exception:
        logging.getLogger(__name__).exception("reading %s failed", ", ".join(reading.names))
        reading.failed = True
    finally:
        with reading.lock:
            reading.ready.set()
        reading.tell_others()
        connections.close_all()


def _in_turn(reading: UnderWay, work: Work) -> Found:
    while not _turns.acquire(timeout=_MOMENT):
        reading.told(0)(0, 0)
    try:
        return work(reading)
    finally:
        _turns.release()
