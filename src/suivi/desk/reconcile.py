"""A restored node may not sign before it has compared itself with its partner's copy of its log.

- `restored.json` in the node's folder says that the database came from a backup, and which partners have been
  asked since; while one is missing, nothing is signed in that channel (exchange format, section 12).
- The directory we publish is another memory: where it holds more of our log than the tables, the tables are old.
- No tables here: what is held is given by the caller, so that whatever signs can ask first.
- Home and public logs have no partner: of the public one, `copies` are kept and compared; of the home log, the
  administrator keeps two backups.
"""

import datetime
import json
import os
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from suivi.desk.node import PRIVATE_MODE
from suivi.exchange.faults import Refused
from suivi.log.fault import Fault
from suivi.log.note import Checkpoint

MARKER: Final = "restored.json"


class Agreement(StrEnum):
    """How a partner's copy of our log stands beside our own."""

    SAME = "same"
    PARTNER_HOLDS_LESS = "partner-holds-less"
    PARTNER_HOLDS_MORE = "partner-holds-more"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our log beside a partner's copy of it: both sizes in entries, and what follows."""

    log: str
    ours: int
    theirs: int
    agreement: Agreement

    @property
    def settled(self) -> bool:
        """Whether this copy gives no reason not to sign."""
        return self.agreement in (Agreement.SAME, Agreement.PARTNER_HOLDS_LESS)


def compared(log: str, *, ours: int, our_root_there: bytes | None, theirs: Checkpoint) -> Comparison:
    """Our log of `ours` entries beside `theirs`; `our_root_there` is our root at their size, None beyond our own."""
    if our_root_there is None:
        agreement = Agreement.PARTNER_HOLDS_MORE
    elif our_root_there != theirs.root:
        agreement = Agreement.FORKED
    else:
        agreement = Agreement.SAME if theirs.size == ours else Agreement.PARTNER_HOLDS_LESS
    return Comparison(log, ours, theirs.size, agreement)


def mark_restored(folder: Path, *, at: datetime.datetime) -> None:
    """Say that the node in `folder` was restored from a backup: it will not sign before it is reconciled.

    For `suivi restore`, before the restored database is put in place; a second call begins anew.
    """
    _write(folder, {"at": at.astimezone(datetime.UTC).isoformat(), "compared": {}})


def is_restored(folder: Path) -> bool:
    """Whether the node was restored and not yet reconciled with every partner of every channel."""
    return (folder / MARKER).exists()


def still_to_ask(folder: Path, channel: str, partners: Collection[str]) -> list[str]:
    """The `partners` of `channel` that have not been asked since the node was restored; empty if it was not."""
    if not is_restored(folder):
        return []
    known = _read(folder).get(channel, {})
    return sorted(partner for partner in partners if partner not in known)


def refuse_unreconciled(folder: Path, channel: str, partners: Collection[str]) -> None:
    """Raise `Refused` (own.unreconciled) if the node was restored and a partner of `channel` has not been asked."""
    if missing := still_to_ask(folder, channel, partners):
        raise Refused(Fault("own.unreconciled", got=f"not compared with {', '.join(missing)}", at=channel))


def mark_compared(
    folder: Path, channel: str, partner: str, comparison: Comparison, *, everything: dict[str, list[str]]
) -> None:
    """Keep that `partner` was asked and agrees; `everything` are the partners of each channel of the node.

    The marker goes once every partner of every channel has agreed. Raises `ValueError` for a copy that does not.
    """
    if not comparison.settled:
        raise ValueError(f"{comparison.log} is not settled: {comparison.agreement}")
    if not is_restored(folder):
        return
    value = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    value["compared"].setdefault(channel, {})[partner] = comparison.theirs
    _write(folder, value)
    if not any(still_to_ask(folder, name, partners) for name, partners in everything.items()):
        (folder / MARKER).unlink()


def _read(folder: Path) -> dict[str, dict[str, int]]:
    compared: dict[str, dict[str, int]] = json.loads((folder / MARKER).read_text(encoding="utf-8"))["compared"]
    return compared


def _write(folder: Path, value: dict[str, object]) -> None:
    partial = folder / f".{MARKER}.partial"
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_MODE), "w") as file:
        json.dump(value, file)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(folder / MARKER)
    beside = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(beside)
    finally:
        os.close(beside)
