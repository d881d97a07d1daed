"""Values every page shares: terms and their counts, the parties, what a page says of its node."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words

SILENT: Final = "silent"  # code of a party that has put nothing on record; its words belong to the page


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the house: `code` for machines and addresses, `words` for people."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class Counted:
    """How many items bear `term`; zero is a count too."""

    term: Term
    count: int


@dataclass(frozen=True, slots=True)
class PartyNamed:
    """A party of the channel: ISO code in lower case, short names by language, and whether this node is its desk."""

    code: str
    names: dict[str, str]
    ours: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """That nothing was heard from `party` since `at` (UTC), longer than the charter allows."""

    party: PartyNamed
    at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class NodeFacts:
    """What every page says of the node it was served by.

    `parties` stand in charter order; before a channel is open there is only our own. `languages` are those
    of the charter, in its order. `ceiling` is the highest marking the channel may carry. `suspended` says that
    the exchange stopped on evidence of two histories; `demonstration` that dates and people are simulated. `silences` are
    partners from whom nothing was heard for too long; no figure on any page depends on them.
    """

    party: str
    parties: tuple[PartyNamed, ...]
    channel: str | None
    languages: tuple[str, ...] = ("en", "fr", "ko")
    ceiling: str = "TLP:AMBER"
    suspended: bool = False
    demonstration: bool = False
    silences: tuple[Silence, ...] = ()


def counted(terms: Iterable[Term], codes: Iterable[str]) -> tuple[Counted, ...]:
    """How often each term's code occurs, in the order of `terms`; codes of no term are not counted."""
    seen = list(codes)
    return tuple(Counted(term, seen.count(term.code)) for term in terms)
