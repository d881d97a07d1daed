"""One commitment: both accounts compared, activities and their steps, what can be done now."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from suivi.desk.pages.agreed import AgreedShown, CommitmentNamed, SectionNamed
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.marking import NOTHING_OFFERED, MarkingOffered
from suivi.desk.pages.named import ThingNamed
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.returns import ReturnLine
from suivi.desk.pages.said import AccountShown, AssessedShown, EvidenceShown, LeadShown, SetAsideShown
from suivi.desk.pages.tickets import TicketLine
from suivi.plan.words import Words
from suivi.register.summaries import Summary


@dataclass(frozen=True, kw_only=True)
class PartyAccounts:
    """What one party has put on record about a commitment: its latest standing account, and those before, newest first.

    Withdrawn accounts stand in `before`, marked as withdrawn.
    """

    party: PartyNamed
    latest: AccountShown | None
    before: tuple[AccountShown, ...] = ()

    @property
    def counted(self) -> tuple[AccountShown, ...]:
        """The accounts of `before` that state a day since the plan was agreed."""
        return tuple(account for account in self.before if not account.background)

    @property
    def background(self) -> tuple[AccountShown, ...]:
        """The accounts of `before` that state a day before the plan was agreed, newest first."""
        return tuple(account for account in self.before if account.background)


@dataclass(frozen=True, kw_only=True)
class DetailShown:
    """One detail of a step: its name, and either words by language or one plain value (a day, a number).

    `lent` holds the words of a mark where no source gives the detail.
    """

    name: Words
    versions: dict[str, str] = field(default_factory=dict)
    plain: str = ""
    lent: Words | None = None


@dataclass(frozen=True, kw_only=True)
class StepShown:
    """A step on record: whose word it is (or a joint text of all), when it happened and when it was recorded.

    `set_aside` holds the reason in words if the register does not count it; `ticket` where it waits unreleased; `basis`
    what the step rests on where it is not the word of the party that recorded it; `ours` if it is ours to take back.
    """

    step: Term
    party: str
    on: str
    at: datetime.datetime
    log: str
    seq: int | None
    marking: str
    details: tuple[DetailShown, ...] = ()
    joint: bool = False
    recorded_later: bool = False
    set_aside: Words | None = None
    ticket: str | None = None
    basis: Term | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A detail a step asks for: the field is named by `code`, drawn by `kind`, labelled by `name`.

    `kind` is `day`, `hour`, `number`, `word` (one line, no language), `choice` (one of `choices`), `several` (of them),
    `counts` (a number for some of them), `sum` (in a currency) or `prose` (a text per language of the charter).
    `given` is what stands in its boxes: by language, by choice, `currency` and `sum`, or under the empty name.
    """

    code: str
    kind: str
    name: Words
    choices: tuple[Term, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StepOpen:
    """A step possible now. `by` is one of `either`, `all`, `each`, `own`; `reaches` is None for steps that move nothing.

    `bases` is what it may rest on besides our own word.
    """

    step: Term
    by: str
    reaches: Term | None
    asks: tuple[Ask, ...]
    bases: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A state on the course of an activity: `place` is `past`, `here` or `ahead`; `on` is the day it was reached last."""

    state: Term
    place: str
    on: str = ""


@dataclass(frozen=True, kw_only=True)
class TwinShown:
    """Another activity that seems to be the same: under which commitment, by whom, and whether ours here `stays`."""

    id: str
    commitment: CommitmentNamed
    opened_by: str
    opened_at: datetime.datetime
    stays: bool


@dataclass(frozen=True, kw_only=True)
class StepPage:
    """A step of our own, to be corrected or taken back: what its form asks, as given, and the reasons there are."""

    plan: PlanLine
    commitment: CommitmentNamed
    activity: str
    mode: Term
    step: StepShown
    asks: tuple[Ask, ...]
    bases: tuple[Term, ...]
    lent: tuple[str, ...]
    reasons: tuple[Term, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ActivityShown:
    """An activity under a commitment: its mode, where it stands, the steps taken (oldest first) and those open now.

    `titles` say by language which it is, where its party has said so. `course` are the states it passes when nothing
    goes amiss; one that left the course is nowhere on it. `twin` is another that seems to be the same. `summaries`
    are what its steps add up to. `ticket` is where its opening waits if it has not left.
    """

    id: str
    mode: Term
    edition: int
    state: Term
    opened_by: str
    opened_at: datetime.datetime
    marking: str
    titles: dict[str, str] = field(default_factory=dict)
    course: tuple[Stop, ...] = ()
    taken: tuple[StepShown, ...] = ()
    open: tuple[StepOpen, ...] = ()
    summaries: tuple[Summary, ...] = ()
    ticket: str | None = None
    twin: TwinShown | None = None


@dataclass(frozen=True, slots=True)
class FactCompared:
    """One line of the comparison: `stage`, `on`, `account`, `until`, `next`, `reason` or `recorded`.

    `verdict` is `same`, `details-differ`, `differ`, `one-side`, `neither`, or empty where nothing is compared:
    words are set side by side and judged by nobody.
    """

    code: str
    verdict: str


@dataclass(frozen=True, kw_only=True)
class CommitmentPage:
    """One commitment: the agreed words, both accounts, the activities, and what an officer can do now.

    `agreed` holds every place in every language present, first place first. `accounts` has one member per party in
    charter order. `unreleased` are our own accounts that have not left, newest first; `tickets` what waits for
    approval about this commitment. `stages` are those a report may state, `modes` those an activity may be opened in,
    `reasons` the codes a withdrawal may give. `languages` are those of the charter: a report has one box for each.
    `may_write` is False where the officer may only read, or the page shows a past day. `evidence` stands oldest
    first, background included; `leads` in charter order, those that lead before those that support, by the names
    borne on the day of the page. `returns` are the reports asked for that have not been sent. `named` are the things
    its words name. `assessments` are those given, newest first; `scores` those one may give; `markings` those a report
    of ours may bear, `corrected_as` the same with what our latest report bears.
    """

    plan: PlanLine
    commitment: CommitmentNamed
    pillar: SectionNamed | None
    theme: SectionNamed | None
    agreed: tuple[AgreedShown, ...]
    comparison: Term
    accounts: tuple[PartyAccounts, ...]
    activities: tuple[ActivityShown, ...]
    stages: tuple[Term, ...]
    modes: tuple[Term, ...]
    reasons: tuple[Term, ...]
    languages: tuple[str, ...]
    as_of: datetime.date | None
    marking: str
    recurrence: Words | None = None
    deadline: str = ""
    due: Words | None = None
    overdue: bool = False
    unreleased: tuple[AccountShown, ...] = ()
    tickets: tuple[TicketLine, ...] = ()
    set_aside: tuple[SetAsideShown, ...] = ()
    evidence: tuple[EvidenceShown, ...] = ()
    leads: tuple[LeadShown, ...] = ()
    named: tuple[ThingNamed, ...] = ()
    returns: tuple[ReturnLine, ...] = ()
    assessments: tuple[AssessedShown, ...] = ()
    scores: tuple[Term, ...] = ()
    before: CommitmentNamed | None = None
    after: CommitmentNamed | None = None
    may_write: bool = True
    ended: bool = False
    markings: MarkingOffered = NOTHING_OFFERED
    corrected_as: MarkingOffered = NOTHING_OFFERED

    @property
    def latest(self) -> tuple[AccountShown | None, ...]:
        """The latest standing account of each party, in charter order."""
        return tuple(side.latest for side in self.accounts)

    @property
    def states(self) -> tuple[str | None, ...]:
        """The stage code of each party in charter order, None where it is silent."""
        return tuple(account.stage.code if account else None for account in self.latest)

    @property
    def untranslated(self) -> tuple[str, ...]:
        """The languages of the charter in which our latest account has no words; only publication waits for them."""
        latest = self.ours.latest if self.ours else None
        return tuple(language for language in self.languages if latest and language not in latest.account)

    @property
    def has_earlier(self) -> bool:
        """Whether any party has corrected its account or given others before."""
        return any(side.counted or (side.latest and side.latest.earlier) for side in self.accounts)

    @property
    def sourced(self) -> bool:
        """Whether a source on record supports the latest account of any party."""
        told = {account.id for account in self.latest if account}
        return any(cited.report in told for cited in self.evidence)

    @property
    def has_background(self) -> bool:
        """Whether any party or source tells of a day before the plan was agreed."""
        return any(side.background for side in self.accounts) or any(cited.background for cited in self.evidence)

    @property
    def cited(self) -> tuple[EvidenceShown, ...]:
        """The evidence that tells of a day since the plan was agreed, newest first."""
        return tuple(cited for cited in reversed(self.evidence) if not cited.background)

    @property
    def cited_before(self) -> tuple[EvidenceShown, ...]:
        """The evidence that tells of a day before the plan was agreed, newest first."""
        return tuple(cited for cited in reversed(self.evidence) if cited.background)

    @property
    def facts(self) -> tuple[FactCompared, ...]:
        """The lines of the comparison; days and optional lines only where somebody says something."""
        given = [account for account in self.latest if account]
        optional = {
            "account": bool(given),
            "until": any(account.until for account in given),
            "state": any(account.state for account in given),
            "next": any(account.next for account in given),
            "steps": any(account.steps for account in given),
            "hindrance": any(account.hindrance for account in given),
            "new-day": any(account.new_day for account in given),
            "reason": any(account.reason for account in given),
            "recorded": bool(given),
        }
        lines = [FactCompared("stage", self._verdict(self.states, apart="differ"))]
        if given:
            days = tuple(account.on if account else None for account in self.latest)
            lines.append(FactCompared("on", self._verdict(days, apart="details-differ")))
        return (*lines, *(FactCompared(code, "") for code, said in optional.items() if said))

    @staticmethod
    def _verdict(sides: tuple[str | None, ...], *, apart: str) -> str:
        if not any(sides):
            return "neither"
        if None in sides:
            return "one-side"
        return "same" if len(set(sides)) == 1 else apart

    @property
    def ours(self) -> PartyAccounts | None:
        """The side whose desk this is."""
        return next((side for side in self.accounts if side.party.ours), None)
