"""What the parties say, as pages show it: bodies, sources, accounts, what is set aside."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.pages.frame import Term
from suivi.plan.words import Words


@dataclass(frozen=True, kw_only=True)
class BodyShown:
    """A ministry, agency or office, by the names it bore on the day that counts where it stands, by language.

    Where it had none that day, `names` is empty: the page shows the `id` and `unnamed`, which says so. `party` is
    empty for a body nobody has named.
    """

    id: str
    party: str
    names: dict[str, str] = field(default_factory=dict)
    unnamed: Words | None = None


@dataclass(frozen=True, kw_only=True)
class LeadShown:
    """A body that leads a commitment on its side, or supports it: `role` is `leads` or `supports`.

    A party says so of its own bodies; nothing is inferred.
    """

    party: str
    body: BodyShown
    role: Term


@dataclass(frozen=True, kw_only=True)
class EvidenceShown:
    """A public source that `party` cites, in its own words (`account` by language); nobody's account.

    `title`, `publisher` and `language` are the source's. `published_on` is the day it appeared, `on` the day of the
    fact. `report` is the entry id of the report it supports. `recorded_at` is the instant of release. `background`:
    it tells of a day before the plan was agreed.
    """

    id: str
    address: str
    title: str
    language: str
    publisher: str
    published_on: str | None
    on: str | None
    account: dict[str, str]
    party: str
    marking: str
    recorded_at: datetime.datetime
    log: str
    seq: int
    report: str | None = None
    background: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class NextStepShown:
    """What is to be done next: `words` by language, by which day, and by which body (None: not said)."""

    words: dict[str, str]
    due_on: str
    owner: BodyShown | None = None


@dataclass(frozen=True, kw_only=True)
class AssessedShown:
    """An assessment of a commitment that `party` gave for a period: `score` with its words, and why, by language.

    `id` is the entry id that `actions.assessments.take_back` takes; `at` the instant of release.
    """

    id: str
    party: str
    score: Term
    account: dict[str, str]
    from_on: str
    to_on: str
    at: datetime.datetime
    log: str
    seq: int
    marking: str
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class SuppliedShown:
    """What `party` supplies about a plan beyond its text: facts by their names, the day if given, and its place."""

    party: str
    facts: tuple[tuple[Words, dict[str, str]], ...]
    agreed_on: str | None
    at: datetime.datetime
    log: str
    seq: int
    marking: str


@dataclass(frozen=True, kw_only=True)
class AccountShown:
    """One report of one party on one commitment, in the words it has now.

    `id` is the entry id that `actions.reports.correct` and `.withdraw` take. `account` and `next` are the
    party's words by language. `on` is the day stated, `at` the instant of release (of writing while
    unreleased). `seq` is its place in `log`, None while unreleased. `earlier` are the words before each
    correction, newest first, themselves without `earlier`. `ticket` is where it waits if it has not left.
    `background`: it states a day before the plan was agreed, and is never the latest word. `bodies` are those that
    acted, by the names they bore on the day stated. `state` says where the matter stands in the words of its mode.
    `steps` are what is to be done next, `hindrance` why it is late or stuck; `new_day` is a day asked for, `new_day_why`
    the reason by language.
    """

    id: str
    party: str
    stage: Term
    account: dict[str, str]
    on: str
    at: datetime.datetime
    log: str
    seq: int | None
    marking: str
    until: str | None = None
    next: dict[str, str] = field(default_factory=dict)
    reason: str | None = None
    recorded_later: bool = False
    withdrawn: bool = False
    background: bool = False
    bodies: tuple[BodyShown, ...] = ()
    state: Term | None = None
    steps: tuple[NextStepShown, ...] = ()
    hindrance: Term | None = None
    new_day: str | None = None
    new_day_why: dict[str, str] = field(default_factory=dict)
    earlier: tuple["AccountShown", ...] = ()
    ticket: str | None = None


@dataclass(frozen=True, kw_only=True)
class SetAsideShown:
    """An entry the register does not count: where it stands, the code and the check that failed, and why in words.

    `detail` is what was found in its form for machines, `told` the same for a person.
    """

    log: str
    seq: int
    code: str
    check: int
    says: Words
    detail: str = ""
    told: Words | None = None
