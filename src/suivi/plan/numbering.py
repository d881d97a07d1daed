"""Numbering: the plan's own numbers, as people say them."""

import re
from typing import Final

_INITIATIVE: Final = re.compile(r"P(\d+)\.I(\d+[a-z]?)")


def number_of(id: str) -> str:
    """The plan's own number: `P2.I10` is 2.10, an aim keeps its letters (`1.T1.A1`), `G1` stays."""
    if found := _INITIATIVE.fullmatch(id):
        return f"{found[1]}.{found[2]}"
    return id.removeprefix("P") if re.match(r"P\d", id) else id
