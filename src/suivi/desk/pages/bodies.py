"""Bodies: ministries, agencies, offices and what the parties run together; one body with its names and all that it owes."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.plan import DueShown
from suivi.desk.pages.room import DecisionShown
from suivi.desk.pages.said import BodyShown
from suivi.plan.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in the list, after the one it is a part of: how many commitments it is said to lead and to support.

    `depth` counts the bodies above it.
    """

    body: BodyShown
    leads: int
    supports: int
    depth: int = 0
    part_of: BodyShown | None = None


@dataclass(frozen=True, slots=True)
class PlaceHeld:
    """Days on which a body is a part of another; empty where open. `over` once they have passed."""

    id: str
    part_of: BodyShown
    from_on: str
    until_on: str
    over: bool


@dataclass(frozen=True, slots=True)
class PartyBodies:
    """The bodies of one party, by name on the day of the page."""

    party: PartyNamed
    lines: tuple[BodyLine, ...]


@dataclass(frozen=True, kw_only=True)
class BodiesPage:
    """Every body on record, by party; `day` decides the names.

    `channels` are those on whose record the officer may put a body of ours; none where he may not.
    """

    day: datetime.date
    parties: tuple[PartyBodies, ...]
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES


@dataclass(frozen=True, slots=True)
class NameBorne:
    """The names of a body by language, and the first and last day they are borne; empty where that is open."""

    names: dict[str, str]
    from_on: str
    until_on: str


@dataclass(frozen=True, slots=True)
class OwedByBody:
    """A commitment a body leads or supports, how its accounts compare, and what is due on it.

    `through` is the part of the body that does, None where it is the body itself.
    """

    commitment: CommitmentNamed
    role: Term
    comparison: Term
    due: tuple[DueShown, ...]
    through: BodyShown | None = None


@dataclass(frozen=True, kw_only=True)
class BodyPage:
    """One body: its names oldest first, what it leads and supports, decisions it is in charge of, where the plan names it.

    `decisions` hold those still owed first; those of its parts stand in `decisions_of_parts`, each with its part.
    `places` say of what it is a part, `parts` what is a part of it on the day; `others` can be chosen where `may_place`.
    A further name goes on the record of `channel`, empty where the officer may not put it there.
    """

    body: BodyShown
    party: PartyNamed
    parties: tuple[PartyNamed, ...]
    day: datetime.date
    names: tuple[NameBorne, ...]
    owed: tuple[OwedByBody, ...]
    decisions: tuple[DecisionShown, ...]
    named_in: tuple[CommitmentNamed, ...]
    places: tuple[PlaceHeld, ...] = ()
    parts: tuple[BodyShown, ...] = ()
    decisions_of_parts: tuple[tuple[BodyShown, DecisionShown], ...] = ()
    others: tuple[BodyShown, ...] = ()
    may_place: bool = False
    channel: str = ""
    languages: tuple[str, ...] = LANGUAGES
