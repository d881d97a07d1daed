"""People: the officers of this desk, what each may do, and who did what under which mandate."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from suivi.desk.pages.frame import Term
from suivi.desk.pages.marking import NOTHING_OFFERED, MarkingOffered
from suivi.desk.pages.said import BodyShown
from suivi.plan.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateShown:
    """A mandate: where it holds (empty: everywhere) and when; `state` is in-force, to-come or over.

    `instead_of` is the absent colleague whose it is; `granted_by` is empty for those the desk was founded with.
    """

    id: str
    role: Term
    plan: str
    provision: str
    body: str
    from_on: datetime.date | None
    until_on: datetime.date | None
    instead_of: str = ""
    granted_by: str = ""
    granted_at: datetime.datetime | None = None
    state: str = "in-force"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceShown:
    """Days on which `deputy` stands in for `officer`; `over` once they have passed."""

    id: str
    officer: str
    deputy: str
    from_on: datetime.date
    until_on: datetime.date | None
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    """An officer in a list, with the mandates in force today, those of absent colleagues included."""

    id: str
    name: str
    active: bool
    mandates: tuple[MandateShown, ...]
    away_until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficersPage:
    """Every officer by name; `roles` are offered where `may_administer`."""

    officers: tuple[OfficerLine, ...]
    roles: tuple[Term, ...]
    may_administer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerPage:
    """One officer: mandates past and present, absences, and what can be done; `plans` are offered for a mandate.

    `bodies` are those of our party, each with the one it is a part of. `clearance` is the highest marking open to the officer, empty where none limits, on the days `cleared` (first and last, None: open), and `lapsed` says that today is none of them; `offered` is what it can be set to.
    """

    line: OfficerLine
    own: bool
    opens: tuple[Term, ...]
    mandates: tuple[MandateShown, ...]
    absences: tuple[AbsenceShown, ...]
    colleagues: tuple[tuple[str, str], ...]
    roles: tuple[Term, ...]
    plans: tuple[tuple[str, Mapping[str, str]], ...]
    may_administer: bool
    day: datetime.date
    bodies: tuple[tuple[BodyShown, BodyShown | None], ...] = ()
    clearance: str = ""
    cleared: tuple[datetime.date | None, datetime.date | None] = (None, None)
    lapsed: bool = False
    offered: MarkingOffered = NOTHING_OFFERED


@dataclass(frozen=True, slots=True)
class ActFact:
    """One thing an act was about: what it is called, and what it was, in words or, where `words` is None, as `plain`.

    `ticket` is the digest of a release, whose page says what it holds; `exact` says that `plain` is a digest or a mark
    for machines, shown as a detail.
    """

    name: Words
    plain: str
    words: Words | None = None
    ticket: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActShown:
    """One line of the history: what was done, by whom under which mandate (empty: by the node), on what."""

    seq: int
    at: datetime.datetime | str
    kind: Term
    officer: str
    role: Words | None
    place: str
    instead_of: str
    about: tuple[ActFact, ...]
    plan: str
    provision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """Acts, newest first; `older` is where the next page begins, None at the end. `asked` are the filters as given.

    `own_alone`: the officer holds no mandate today, so these are his own acts and no page they speak of is open.
    """

    acts: tuple[ActShown, ...]
    older: int | None
    asked: Mapping[str, str]
    kinds: tuple[Term, ...]
    officers: tuple[str, ...]
    whole: bool
    own_alone: bool = False
