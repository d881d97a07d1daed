"""Packages being made for officers: every document of a review into one file to keep, with how far it is.

- One is made at a time, the others wait; it can be looked at, left and stopped, and nothing of it is kept when stopped.
- Kept in memory: one process serves a node (`cli/web_server.py`). The last few stay until others take their place.
- The same review gives the same bytes: the documents are those of `publish.package`, under one date.
"""

import logging
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from threading import Lock, Thread
from typing import Final, TypeAlias

from django.db import connections

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

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return bool(self.octets or self.stopped or self.failed)


_known: dict[str, Making] = {}
_numbers = count(1)
_turn = Lock()


def begin(officer: int, review: Review, *, name: str, proofs: Sequence[Proof] = ()) -> Making:
    """Begin to make the whole package of `review` in a thread; review and `proofs` are complete: it asks no table."""
    made = Making(str(next(_numbers)), officer, review.plan.id, name, len(whole_package()))
    _known[made.id] = made
    for id in [id for id, each in _known.items() if each.ended][: max(0, len(_known) - REMEMBERED)]:
        del _known[id]
    Thread(target=_run, args=(made, review, proofs), name=f"package {made.id}", daemon=True).start()
    return made


def of(officer: int, id: str) -> Making | None:
    """The package of that id the officer has begun; None for any other."""
    found = _known.get(id)
    return found if found is not None and found.officer == officer else None


def stop(making: Making) -> None:
    """Ask it to end; it does before the next document."""
    making.wanted = False


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
        return making.wanted

    try:
        with _turn:
            octets = zipped(review, tell, proofs=proofs) if making.wanted else b""
        making.octets, making.stopped = octets, not octets
    except Exception:
        logging.getLogger(__name__).exception("the package %s failed", making.name)
        making.failed = True
    finally:
        connections.close_all()
