"""The fault table of the exchange format, section 15, as data: 161 rows of what a partner may do and what follows."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("table.tsv")
ONLINE, BY_FILE = "online", "file"


@dataclass(frozen=True)
class Row:
    """One fault: its code, what happens, the errors named, the states that follow, and where it can be played.

    `media` holds `online`, `file`, `own` (our own side, no partner) or `evidence`; `why` says what keeps it from the
    other ones.
    """

    code: str
    what: str
    errors: tuple[str, ...]
    states: tuple[str, ...]
    media: tuple[str, ...]
    why: str


@cache
def rows() -> dict[str, Row]:
    """Every row by its code, in the order of the table."""
    head, *lines = FILE.read_text("utf-8").rstrip("\n").split("\n")
    assert head.split("\t") == ["code", "what", "errors", "state", "media", "why"]
    read = {}
    for line in lines:
        code, what, errors, states, media, why = line.split("\t")
        read[code] = Row(code, what, tuple(errors.split()), tuple(states.split()), tuple(media.split()), why)
    return read
