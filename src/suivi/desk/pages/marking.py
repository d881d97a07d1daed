"""What a marking can be chosen from: levels of TLP, and the values of national tables as they are typed."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalOffered:
    """Values of one chain of a national table, from low to high, or its restrictive categories (`chain` is empty).

    Each value stands with what a form sends for it and whether it is the one set.
    """

    policy: str
    chain: str
    values: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingOffered:
    """`levels` of TLP on the wire and whether each is the one set; `national` is empty where no table counts."""

    levels: tuple[tuple[str, bool], ...] = ()
    national: tuple[NationalOffered, ...] = ()


NOTHING_OFFERED: Final = MarkingOffered()
"""Where no marking can be chosen."""
