"""Numbering: the plan's own numbers, as people say them."""

import re
from typing import Final

_SAID: Final = re.compile(r"P?(\d{1,3})((?:\.[IAT]?\d{1,3}[a-z]?)+)|[A-Z]\d{1,3}", re.IGNORECASE)
_INITIATIVE: Final = re.compile(r"P(\d+)\.I(\d+[a-z]?)")


def number_of(id: str) -> str:
    """The plan's own number: `P2.I10` is 2.10, an aim keeps its letters (`1.T1.A1`), `G1` stays."""
    if found := _INITIATIVE.fullmatch(id):
        return f"{found[1]}.{found[2]}"
    return id.removeprefix("P") if re.match(r"P\d", id) else id


def ids_of(said: str) -> tuple[str, ...]:
    """What a commitment can be called in a plan whose number people say so: `P2.I10` for 2.10; none for other words."""
    found = _SAID.fullmatch(said.strip())
    if found is None:
        return ()
    if found[1] is None:
        return (found[0].upper(),)
    pillar, within = found[1], re.sub(r"[iat](?=\d)", lambda letter: letter[0].upper(), found[2])
    bare = re.fullmatch(r"\.(\d.*)", within)
    return (f"P{pillar}.I{bare[1]}" if bare and "." not in bare[1] else f"P{pillar}{within}",)
