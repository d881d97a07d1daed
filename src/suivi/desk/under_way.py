"""Under way: documents being read for an officer, each in a thread of this process.

- What is read within moments is kept by whoever asked, as if nobody had waited; what takes longer goes on by itself, and
  can be looked at, left and stopped. Two are read at once, the others wait.
- Kept in memory: one process serves a node (`cli/web_server.py`). A restart ends them all; nothing of a document is kept
  before its reading is.
- What a reading ends in, a draft or a refusal, stays here until it is old.
"""

import datetime
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Lock, Semaphore, Thread
from typing import Any, Final

from django.db import connections

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

    `draft` is its number once it is kept, `refusal` why it was not; `stopped` by the officer, `failed` by a fault of ours.
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

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return bool(self.draft or self.refusal or self.stopped or self.failed)

    def told(self, place: int) -> Callable[[int, int], None]:
        """What the reading of the file at `place` is to call with the pages read and their number."""

        def tell(page: int, pages: int) -> None:
            if not self.wanted:
                raise _Stopped
            self.place, self.page, self.pages = place, page, pages

        return tell


Work = Callable[[UnderWay], Found]
Keep = Callable[[Found], str]

_known: dict[str, UnderWay] = {}
_numbers = count(1)
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
    reading = UnderWay(str(next(_numbers)), officer, plan, tuple(names), at)
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
    """The readings an officer has begun that nobody waits for, newest first."""
    return [reading for reading in reversed(list(_known.values())) if reading.officer == officer]


def stop(reading: UnderWay) -> None:
    """Ask the reading to end; it does within moments, and nothing of it is kept."""
    reading.wanted = False


def _remember(reading: UnderWay) -> None:
    _known[reading.id] = reading
    for id in [id for id, each in _known.items() if each.ended][: max(0, len(_known) - _REMEMBERED)]:
        del _known[id]


def _run(reading: UnderWay, work: Work, keep: Keep) -> None:
    try:
        found = _in_turn(reading, work)
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
        connections.close_all()


def _in_turn(reading: UnderWay, work: Work) -> Found:
    while not _turns.acquire(timeout=_MOMENT):
        reading.told(0)(0, 0)
    try:
        return work(reading)
    finally:
        _turns.release()
