"""Packages being made for officers: every document of a review into one file to keep, with how far it is.

- One is made at a time, the others wait; it can be looked at, left and stopped, and nothing of it is kept when stopped.
- Kept in the memory of the process that makes them, which tells the other processes of the node by slips
  (`desk/slips.py`). The last few stay until others take their place.
- The same review gives the same bytes: the documents are those of `publish.package`, under one date.
"""

import logging
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread
from typing import Final, TypeAlias

from django.conf import settings
from django.db import connections

from suivi.desk import slips
from suivi.publish.package import PROOFS, Document, octets_of, whole_package
from suivi.publish.tongue import proof_name
from suivi.review.package import Review

REMEMBERED: Final = 4
Proof: TypeAlias = tuple[str, int, bytes]
"""Log, position and file."""
_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first a zip file can state


@dataclass(slots=True)
class Making:
    """A package for the officer of that number: `done` documents of `total` are made, `octets` once all are.

    `name` is that of the file to keep. `stopped` by the officer, `failed` by a fault of ours.
    """

    id: str
    officer: int
    plan: str
    name: str
    total: int
    done: int = 0
    octets: bytes = b""
    stopped: bool = False
    failed: bool = False
    wanted: bool = True
    node: Path = field(default_factory=lambda: settings.NODE.folder)

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return bool(self.octets or self.stopped or self.failed)

    def tell_others(self) -> None:
        """Write a slip for the other processes, and beside it the package once it is made."""
        said = {name: getattr(self, name) for name in _SAID}
        slips.write(self.node, _KIND, self.id, said, octets=self.octets)


_KIND: Final = "package"
_SAID: Final = ("officer", "plan", "name", "total", "done", "stopped", "failed")
_known: dict[str, Making] = {}
_turn = Lock()


def begin(officer: int, review: Review, *, name: str, proofs: Sequence[Proof] = ()) -> Making:
    """Begin to make the whole package of `review` in a thread; review and `proofs` are complete: it asks no table."""
    made = Making(slips.fresh_id(), officer, review.plan.id, name, len(whole_package()))
    _known[made.id] = made
    for id in [id for id, each in _known.items() if each.ended][: max(0, len(_known) - REMEMBERED)]:
        slips.remove(_known.pop(id).node, _KIND, id)
    made.tell_others()
    Thread(target=_run, args=(made, review, proofs), name=f"package {made.id}", daemon=True).start()
    return made


def of(officer: int, id: str) -> Making | None:
    """The package of that id the officer has begun, whichever process makes it; None for any other."""
    found = _known.get(id) or _elsewhere(id)
    return found if found is not None and found.officer == officer else None


def _elsewhere(id: str) -> Making | None:
    """A package of another process, as it tells of it; one that died with its process has failed."""
    node = settings.NODE.folder
    said = slips.slip(node, _KIND, id)
    if said is None:
        return None
    making = Making(id, **{name: said[name] for name in _SAID})
    making.octets = slips.octets_of(node, _KIND, id)
    making.failed |= not making.ended and not slips.is_alive(said)
    return making


def stop(making: Making) -> None:
    """Ask it to end; it does before the next document."""
    making.wanted = False
    if making.id not in _known:
        slips.ask_to_stop(making.node, _KIND, making.id)


def zipped(review: Review, tell: Callable[[Document], bool], *, proofs: Sequence[Proof] = ()) -> bytes:
    """Every document of the review in one zip file, and the `proofs` of what it shows, each by log and place.

    Empty if `tell`, called with each document as it is made, says no.
    """
    octets = BytesIO()
    with zipfile.ZipFile(octets, "w") as target:
        for document in whole_package():
            _put(target, document.name, octets_of(review, document, proofs=PROOFS if proofs else ""))
            if not tell(document):
                return b""
        for log, seq, proof in proofs:
            _put(target, PROOFS + proof_name(log, seq), proof)
    return octets.getvalue()


def _put(target: zipfile.ZipFile, name: str, octets: bytes) -> None:
    named = zipfile.ZipInfo(name, _DATE)
    named.compress_type = zipfile.ZIP_DEFLATED
    target.writestr(named, octets, compresslevel=6)


def _run(making: Making, review: Review, proofs: Sequence[Proof]) -> None:
    def tell(document: Document) -> bool:
        making.done += 1
        making.tell_others()
        return making.wanted and not slips.is_to_stop(making.node, _KIND, making.id)

    try:
        with _turn:
            octets = zipped(review, tell, proofs=proofs) if making.wanted else b""
        making.octets, making.stopped = octets, not octets
    except Exception:
        logging.getLogger(__name__).exception("the package %s failed", making.name)
        making.failed = True
    finally:
        making.tell_others()
        connections.close_all()
