"""One instrument as a treaty officer follows it: sides, dates promised, versions of the text, entry into force."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.calendar import InstrumentShown
from suivi.desk.pages.commitment import ActivityShown, DetailShown, StepShown
from suivi.desk.pages.frame import PartyNamed, Term


@dataclass(frozen=True, slots=True)
class SideShown:
    """What one party has said of its mandate, signature and internal procedures, oldest first."""

    party: PartyNamed
    steps: tuple[StepShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShown:
    """A day by which a party expected a milestone; `met_on` is empty until it comes, `slipped_days` 0 where it is not late."""

    what: Term
    party: str
    said_on: str
    until: str
    reason: dict[str, str]
    met_on: str
    slipped_days: int


@dataclass(frozen=True, slots=True)
class PartShown:
    """Words of a version: `same`, `added` or `removed` against the one before."""

    code: str
    characters: str


@dataclass(frozen=True, slots=True)
class TextCompared:
    """A version in one language, in order."""

    language: str
    parts: tuple[PartShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """A version of the text: who tabled it, on which day, what it says changed, and its words against the one before."""

    number: int
    party: str
    on: str
    changes: dict[str, str]
    texts: tuple[TextCompared, ...]


@dataclass(frozen=True, kw_only=True)
class InstrumentPage:
    """One instrument. `clause` are the details of its adoption; `enters_on` is stated, or computed from the clause, or empty.

    `work` are activities that carry out what stands under the same commitment; `as_of`: as all stood at the end of that day.
    """

    commitment: CommitmentNamed
    activity: ActivityShown
    line: InstrumentShown
    parties: tuple[PartyNamed, ...]
    languages: tuple[str, ...]
    clause: tuple[DetailShown, ...]
    in_force: bool
    enters_on: str
    sides: tuple[SideShown, ...]
    promises: tuple[PromiseShown, ...]
    versions: tuple[VersionShown, ...]
    relations: tuple[StepShown, ...]
    work: tuple[ActivityShown, ...]
    may_write: bool
    as_of: datetime.date | None = None
