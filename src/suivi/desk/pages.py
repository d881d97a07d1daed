"""What each query gives a page: frozen plain values, in every language at once; no table, no Django.

`queries.node_facts` gives `NodeFacts`, `start_page` `StartPage`; `today`, `plans`, `plan_page`, `commitment_page`,
`background_page`, `changes_page`, `drafts`, `reading_page`, `tickets`, `ticket_page`, `joint_texts`, `joint_text_page`,
`review_page` and `channel_page` give `TodayPage`, `PlansPage`, `PlanPage`, `CommitmentPage`, `BackgroundPage`,
`ChangesPage`, `DraftsPage`, `ReadingPage`, `TicketsPage`, `TicketPage`, `JointTextsPage`, `JointTextPage`, `ReviewPage`
and `ChannelPage`.

- Vocabulary (stages, steps, modes, kinds, refusals) travels as `Words` inside a `Term`: the page picks the language.
- Signed words travel as a dict by language (ISO 639-1) of exactly the characters on record; the page picks the
  reader's language if it is there, else an authentic one, and labels it. A language without words has no key.
- Days from records are ISO strings as recorded (`2026-02-25`); days somebody chose are `date`; instants are aware
  `datetime` in UTC.
- Anything with one place per party is a tuple in charter order, never sorted and never shortened.
- Markings are labels as written, `TLP:CLEAR`; digests and leaves are 64 lower-case hex digits.
- What only we have is in fields that say so (`unreleased`, `tickets`); everything else is the common register.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass(frozen=True, kw_only=True)
class NodeFacts:
    """What every page says of the node it was served by.

    `parties` stand in charter order; before a channel is open there is only our own. `languages` are those
    of the charter, in its order. `ceiling` is the highest marking the channel may carry. `suspended` says that
    the exchange stopped on evidence of two histories; `demonstration` that dates and people are simulated.
    """

    party: str
    parties: tuple[PartyNamed, ...]
    channel: str | None
    languages: tuple[str, ...] = ("en", "fr", "ko")
    ceiling: str = "TLP:AMBER"
    suspended: bool = False
    demonstration: bool = False


# What was agreed


@dataclass(frozen=True, kw_only=True)
class CommitmentNamed:
    """How a list names a commitment: its number, the agreed words and, beside them, a working title.

    `agreed` are the characters of its first place, by language. `titles` are unofficial working titles by
    language and may be empty. `aliases` are the ids of its further places. `sources` are the languages of
    `agreed` that are authentic.
    """

    plan: str
    id: str
    kind: Term
    mode: Term
    agreed: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    authentic: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SectionNamed:
    """A pillar, theme or heading: agreed headings by language, unofficial titles by language."""

    id: str
    headings: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AgreedShown:
    """The agreed words of one place in one language: `[start, end)` in code points of the attached text `sha256`."""

    place: str
    language: str
    authentic: bool
    characters: str
    start: int
    end: int
    sha256: str


# What the parties say


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
class AccountShown:
    """One report of one party on one commitment, in the words it has now.

    `id` is the entry id that `actions.reports.correct` and `.withdraw` take. `account` and `next` are the
    party's words by language. `on` is the day stated, `at` the instant of release (of writing while
    unreleased). `seq` is its place in `log`, None while unreleased. `earlier` are the words before each
    correction, newest first, themselves without `earlier`. `ticket` is where it waits if it has not left.
    `background`: it states a day before the plan was agreed, and is never the latest word. `bodies` are those that
    acted, by the names they bore on the day stated.
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
    earlier: tuple["AccountShown", ...] = ()
    ticket: str | None = None


@dataclass(frozen=True, kw_only=True)
class CommitmentRow:
    """One commitment in a list: the latest standing account of each party (None: no report), as the register compares.

    `unreleased` is our own latest account that has not left, if any; it never enters `comparison`.
    `due` is what falls due or stays open, in words, with `overdue` if its day has passed.
    `shown` is False where the filters of the page leave it out of the table; it still has its mark in the score.
    """

    commitment: CommitmentNamed
    accounts: tuple[AccountShown | None, ...]
    comparison: Term
    unreleased: AccountShown | None = None
    due: Words | None = None
    overdue: bool = False
    shown: bool = True

    @property
    def stages(self) -> tuple[str | None, ...]:
        """The stage code of each party in charter order, None where it is silent: what the mark is drawn from."""
        return tuple(account.stage.code if account else None for account in self.accounts)


@dataclass(frozen=True, kw_only=True)
class PillarRows:
    """A pillar and all its commitments in reading order; `pillar` None holds those that stand outside every pillar."""

    pillar: SectionNamed | None
    rows: tuple[CommitmentRow, ...]


@dataclass(frozen=True, kw_only=True)
class SourceShown:
    """Where the register was cut in one log: entries counted, Merkle root in hex."""

    party: str
    log: str
    size: int
    root: str


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """A plan in effect, in a list, with the figures of its initiatives from the common register."""

    id: str
    version: int
    titles: dict[str, str]
    agreed_on: str | None
    in_effect_at: datetime.datetime | None
    initiatives: int
    aims: int
    reported: int
    differing: int
    marking: str


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """The plan at a glance on one day.

    `as_of` is the day asked for (None: everything on record); `last_entry_at` the release of the newest
    entry counted. `pillars` hold every commitment, `CommitmentRow.shown` tells the table's share.
    `stages`, `comparisons`, `modes` and `kinds` are every term there is, in the order of the key, for counts
    and filters. `filters` are those applied: any of `pillar`, `comparison`, `mode`, `kind`, `body`, `due`, values being
    codes. `bodies` are those that lead or support a commitment, under the names they bore on the day of the page, and
    `dues` the terms of time a filter may ask for. `due` is what falls due, overdue first.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    pillars: tuple[PillarRows, ...]
    stages: tuple[Term, ...]
    comparisons: tuple[Term, ...]
    modes: tuple[Term, ...]
    kinds: tuple[Term, ...]
    filters: dict[str, str]
    as_of: datetime.date | None
    last_entry_at: datetime.datetime | None
    sources: tuple[SourceShown, ...]
    digest: str
    authentic: tuple[str, ...] = ()
    bodies: tuple[BodyShown, ...] = ()
    dues: tuple[Term, ...] = ()
    due: tuple["DueShown", ...] = ()
    day: datetime.date | None = None

    @property
    def scored(self) -> str:
        """The kind of commitment the score and its key count: the kind filtered for, else initiatives."""
        return self.filters.get("kind") or "initiative"

    @property
    def score(self) -> tuple[PillarRows, ...]:
        """The pillars with the commitments of the kind scored; pillars without any are left out."""
        kept = (
            (part, tuple(row for row in part.rows if row.commitment.kind.code == self.scored)) for part in self.pillars
        )
        return tuple(PillarRows(pillar=part.pillar, rows=rows) for part, rows in kept if rows)

    @property
    def table(self) -> tuple[PillarRows, ...]:
        """The pillars with the commitments that pass the filters; pillars without any are left out."""
        kept = ((part, tuple(row for row in part.rows if row.shown)) for part in self.pillars)
        return tuple(PillarRows(pillar=part.pillar, rows=rows) for part, rows in kept if rows)

    @property
    def compared(self) -> tuple[Counted, ...]:
        """How many of the scored commitments show each comparison, in the order of the key."""
        return counted(self.comparisons, (row.comparison.code for row in self._scored_rows))

    @property
    def reached(self) -> tuple[Counted, ...]:
        """How many accounts of the scored commitments state each stage, in the order of the key."""
        return counted(self.stages, (stage for row in self._scored_rows for stage in row.stages if stage))

    @property
    def places(self) -> int:
        """How many commitments are scored."""
        return len(self._scored_rows)

    @property
    def silences(self) -> int:
        """How many times a party has no report on a scored commitment."""
        return sum(row.stages.count(None) for row in self._scored_rows)

    @property
    def reported(self) -> int:
        """How many scored commitments have a report of at least one party."""
        return sum(any(row.stages) for row in self._scored_rows)

    @property
    def one_sided(self) -> int:
        """How many scored commitments have a report, but not of every party."""
        return sum(any(row.stages) and None in row.stages for row in self._scored_rows)

    @property
    def differing(self) -> int:
        """How many scored commitments show accounts that differ, in stage or in details."""
        return sum(row.comparison.code in ("differ", "details-differ") for row in self._scored_rows)

    @property
    def unreleased(self) -> int:
        """How many commitments have an account of ours that has not left."""
        return sum(row.unreleased is not None for part in self.pillars for row in part.rows)

    @property
    def overdue(self) -> int:
        """How many commitments are past a day on which somebody should have spoken."""
        return len({due.commitment.id for due in self.due if due.overdue})

    @property
    def _scored_rows(self) -> tuple[CommitmentRow, ...]:
        return tuple(row for part in self.score for row in part.rows)


def counted(terms: Iterable[Term], codes: Iterable[str]) -> tuple[Counted, ...]:
    """How often each term's code occurs, in the order of `terms`; codes of no term are not counted."""
    seen = list(codes)
    return tuple(Counted(term, seen.count(term.code)) for term in terms)


# One commitment


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
    """One detail of a step: its name, and either words by language or one plain value (a day, a number)."""

    name: Words
    versions: dict[str, str] = field(default_factory=dict)
    plain: str = ""


@dataclass(frozen=True, kw_only=True)
class StepShown:
    """A step on record: whose word it is (or a joint text of all), when it happened and when it was recorded.

    `set_aside` holds the reason in words if the register does not count it; `ticket` where it waits unreleased.
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


@dataclass(frozen=True, slots=True)
class Ask:
    """A detail a step asks for: the field is named by `code`, drawn by `kind`, labelled by `name`.

    `kind` is `day`, `number`, `word` (one line, no language), `choice` (one of `choices`), `several` (of them),
    `counts` (a number for some of them), `sum` (in a currency) or `prose` (a text per language of the charter).
    """

    code: str
    kind: str
    name: Words
    choices: tuple[Term, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StepOpen:
    """A step possible now. `by` is one of `either`, `all`, `each`, `own`; `reaches` is None for steps that move nothing."""

    step: Term
    by: str
    reaches: Term | None
    asks: tuple[Ask, ...]


@dataclass(frozen=True, kw_only=True)
class ActivityShown:
    """An activity under a commitment: its mode, where it stands, the steps taken (oldest first) and those open now.

    `ticket` is where its opening waits if it has not left.
    """

    id: str
    mode: Term
    edition: int
    state: Term
    opened_by: str
    opened_at: datetime.datetime
    marking: str
    taken: tuple[StepShown, ...] = ()
    open: tuple[StepOpen, ...] = ()
    ticket: str | None = None


@dataclass(frozen=True, kw_only=True)
class SetAsideShown:
    """An entry the register does not count: where it stands, the code and the check that failed, and why in words."""

    log: str
    seq: int
    code: str
    check: int
    says: Words
    detail: str = ""


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

    `agreed` holds every place in every language present, first place first. `accounts` has one member per
    party in charter order. `unreleased` are our own accounts that have not left, newest first; `tickets`
    what waits for approval about this commitment. `stages` are those a report may state, `modes` those an
    activity may be opened in, `reasons` the codes a withdrawal may give. `languages` are those of the
    charter: a report has one box for each. `may_write` is False where the officer may only read, or the
    page shows a past day. `evidence` stands oldest first, background included; `leads` in charter order, those that
    lead before those that support, by the names borne on the day of the page.
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
    tickets: tuple["TicketLine", ...] = ()
    set_aside: tuple[SetAsideShown, ...] = ()
    evidence: tuple[EvidenceShown, ...] = ()
    leads: tuple[LeadShown, ...] = ()
    before: CommitmentNamed | None = None
    after: CommitmentNamed | None = None
    may_write: bool = True

    @property
    def latest(self) -> tuple[AccountShown | None, ...]:
        """The latest standing account of each party, in charter order."""
        return tuple(side.latest for side in self.accounts)

    @property
    def states(self) -> tuple[str | None, ...]:
        """The stage code of each party in charter order, None where it is silent."""
        return tuple(account.stage.code if account else None for account in self.latest)

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
            "next": any(account.next for account in given),
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


# What came before the plan


@dataclass(frozen=True, kw_only=True)
class BackgroundRow:
    """A commitment with what is on record about it from before the plan was agreed.

    `accounts` are of all parties, oldest first by the day stated; `evidence` oldest first.
    """

    commitment: CommitmentNamed
    accounts: tuple[AccountShown, ...]
    evidence: tuple[EvidenceShown, ...]


@dataclass(frozen=True, kw_only=True)
class BackgroundPage:
    """Preamble and background: who agreed the plan, when, in which words, and what it built on.

    `parties` are those that agreed, in charter order; `joint` is the leaf of the joint text by which they did.
    `preamble` are the agreed words before the first pillar, one member for each language held. `rows` are the
    commitments with anything from before `agreed_on`, in plan order; `evidence` is such evidence about the plan as a
    whole. Without `agreed_on` nothing is background.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    agreed_on: str | None
    in_effect_at: datetime.datetime | None
    joint: str
    preamble: tuple[AgreedShown, ...]
    rows: tuple[BackgroundRow, ...]
    evidence: tuple[EvidenceShown, ...]
    marking: str

    @property
    def accounts(self) -> int:
        """How many accounts are background."""
        return sum(len(row.accounts) for row in self.rows)

    @property
    def sources(self) -> int:
        """How many pieces of evidence are background."""
        return len(self.evidence) + sum(len(row.evidence) for row in self.rows)


# On its way out


@dataclass(frozen=True, kw_only=True)
class ApprovalShown:
    """An officer who approved the bytes of a ticket, and when."""

    officer: str
    at: datetime.datetime
    own: bool


@dataclass(frozen=True, kw_only=True)
class TicketLine:
    """What waits to leave, or left: exact bytes under one digest.

    `id` is that digest. `kind` names the record, `about` the commitment if it is about one, `title` says more
    where it is not (a plan's title by language). `audience` are the codes of the parties that will read it.
    `state` is `waiting`, `approved` (two approvals, not yet released), `released` or `discarded`.
    """

    id: str
    kind: Term
    about: CommitmentNamed | None
    title: dict[str, str]
    audience: tuple[str, ...]
    marking: str
    made_by: str
    made_at: datetime.datetime
    approvals: tuple[ApprovalShown, ...]
    state: str
    may_approve: bool = False
    may_release: bool = False
    may_discard: bool = False


@dataclass(frozen=True, kw_only=True)
class FieldShown:
    """One field of a record, rendered: a term's words, words by language, or one plain value; the rest left empty."""

    name: Words
    term: Term | None = None
    versions: dict[str, str] = field(default_factory=dict)
    plain: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachmentShown:
    """A file that belongs to a record; `characters` are its text if it is one and we hold it, else None."""

    name: str
    media: str
    size: int
    sha256: str
    language: str = ""
    authentic: bool = False
    held: bool = True
    characters: str | None = None


@dataclass(frozen=True, kw_only=True)
class TicketPage:
    """The exact bytes that would leave, shown twice: as fields and words, and as canonical JSON.

    `content` is the canonical JSON in one line, decoded; `size` its bytes. `subject` and `type` are as the
    header will say them. `fields` are every field of the body except the prose, which is in `prose` by
    name, each in every language it has. `previous` is our last word on the same matter, for comparison.
    `binds` is set where release binds us at once (the last concurrence). `log` and `seq` are None until released.
    """

    line: TicketLine
    subject: str
    type: str
    content: str
    size: int
    fields: tuple[FieldShown, ...]
    prose: tuple[FieldShown, ...]
    attachments: tuple[AttachmentShown, ...] = ()
    previous: AccountShown | None = None
    supersedes: str = ""
    target: str = ""
    binds: bool = False
    log: str | None = None
    seq: int | None = None
    released_at: datetime.datetime | None = None


# Reading a plan


@dataclass(frozen=True, kw_only=True)
class DraftLine:
    """A reading under way; `open_doubts` still wait for a person. `ticket` is set once it was proposed."""

    id: str
    plan: str
    titles: dict[str, str]
    languages: tuple[str, ...]
    commitments: int
    open_doubts: int
    changed_by: str
    changed_at: datetime.datetime
    ticket: str | None = None


@dataclass(frozen=True, kw_only=True)
class TextRead:
    """One language version as read: all its characters, the file's name, its digest."""

    language: str
    name: str
    characters: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class SectionRead:
    """A heading as read: its id, kind, parent, and by language the `[start, end)` of the heading itself."""

    id: str
    kind: str
    parent: str | None
    spans: dict[str, tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class DoubtShown:
    """A question for a person: its code, what it asks, where; `settled` once somebody decided."""

    code: str
    says: Words
    language: str
    start: int
    end: int
    settled: bool = False


@dataclass(frozen=True, kw_only=True)
class CommitmentRead:
    """A commitment as read, with the officer's decisions already in it.

    `spans` are `[start, end)` by language into `TextRead.characters`. `section` is the pillar or theme it
    stands in. `decision` is the last decision taken (`accept`, `kind`, `mode`, `split`, `merge`,
    `not-a-commitment`) or empty. One decided not to be a commitment stays in the list so that it can be
    taken back by `accept`.
    """

    id: str
    kind: Term
    mode: Term
    section: str | None
    spans: dict[str, tuple[int, int]]
    modes_considered: tuple[Term, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    doubts: tuple[DoubtShown, ...] = ()
    decision: str = ""
    same_as: tuple[str, ...] = ()
    recurrence: Words | None = None
    deadline: str = ""

    @property
    def out(self) -> bool:
        """Whether an officer decided that it is no commitment."""
        return self.decision == "not-a-commitment"

    @property
    def open_doubts(self) -> tuple[DoubtShown, ...]:
        """The doubts nobody has settled."""
        return tuple(doubt for doubt in self.doubts if not doubt.settled)


@dataclass(frozen=True, kw_only=True)
class ReadingPage:
    """A draft reading: the texts, the outline drawn from them, the doubts.

    `kinds` and `modes` are those a commitment can be given. `parties` are the codes the text names.
    `may_propose` is False while doubts are open, with `hindrance` saying why in words.
    """

    line: DraftLine
    texts: tuple[TextRead, ...]
    sections: tuple[SectionRead, ...]
    commitments: tuple[CommitmentRead, ...]
    kinds: tuple[Term, ...]
    modes: tuple[Term, ...]
    parties: tuple[str, ...] = ()
    may_propose: bool = True
    hindrance: Words | None = None

    @property
    def doubtful(self) -> tuple[CommitmentRead, ...]:
        """The commitments with a doubt still open, in reading order."""
        return tuple(read for read in self.commitments if read.open_doubts and not read.out)


# Joint texts


@dataclass(frozen=True, kw_only=True)
class VoiceShown:
    """What one party has said about a joint text, and whether it has sealed it.

    `word` is `proposed`, `concurred`, `declined`, `withdrew`, or empty while it has not spoken.
    """

    party: PartyNamed
    word: str = ""
    at: datetime.datetime | None = None
    log: str = ""
    seq: int | None = None
    leaf: str = ""
    reason: str = ""
    sealed_at: datetime.datetime | None = None
    sealed_seq: int | None = None


@dataclass(frozen=True, kw_only=True)
class JointTextLine:
    """A joint text in a list. `leaf` names it in addresses.

    `state` is `proposed` (somebody still has to speak), `pending` (all spoke, a seal is missing), `in-effect`,
    or `ended` (declined or withdrawn before it took effect). `waits_for` are the codes of the parties that
    still have to speak, or to seal. `kind` names what it would put in effect; `title` its subject by language.
    """

    leaf: str
    kind: Term
    title: dict[str, str]
    proposed_by: str
    proposed_at: datetime.datetime
    state: str
    waits_for: tuple[str, ...]
    waits_for_us: bool
    marking: str
    about: CommitmentNamed | None = None
    in_effect_at: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that a joint text would change: where, the words now in effect (empty: none) and the words proposed."""

    where: Words
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class JointTextPage:
    """A joint text: the resolution per language, what is attached, who has said what, what it would change.

    `last_to_concur` says that our concurrence would bind both sides at once. `authentic` are the languages
    whose resolution binds equally. `differences` are against the version in effect; `first` says that there
    is none. `tickets` are words of ours about it that have not left.
    """

    line: JointTextLine
    resolution: dict[str, str]
    authentic: tuple[str, ...]
    voices: tuple[VoiceShown, ...]
    attachments: tuple[AttachmentShown, ...]
    fields: tuple[FieldShown, ...]
    differences: tuple[Difference, ...] = ()
    first: bool = True
    tickets: tuple[TicketLine, ...] = ()
    last_to_concur: bool = False
    may_concur: bool = False
    may_decline: bool = False
    may_withdraw: bool = False


# The day, the review, the channel


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Something the partner put on record, as it came in: its account if it is a report, else only its kind.

    `new`: it was taken in after the officer's last visit. `also` are the kinds of what came on the same matter and day.
    """

    party: str
    kind: Term
    about: CommitmentNamed | None
    at: datetime.datetime
    account: AccountShown | None = None
    stages: tuple[str | None, ...] = ()
    comparison: str = ""
    joint_text: str = ""
    title: dict[str, str] = field(default_factory=dict)
    new: bool = True
    also: tuple[Term, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DueShown:
    """Something due on a commitment: `kind` is `recurrence`, `deadline`, `dialogue`, or `behind`.

    `on` is the day it falls or fell due; for `behind`, the day stated in the other side's later word, with which
    ours differs. `says` tells it in words. `stages` and `comparison` are those of the mark.
    """

    commitment: CommitmentNamed
    kind: str
    on: datetime.date
    overdue: bool
    says: Words
    stages: tuple[str | None, ...] = ()
    comparison: str = ""


@dataclass(frozen=True, kw_only=True)
class TodayPage:
    """What waits for this officer: what is due, tickets, joint texts to answer, drafts under way, what the partner sent.

    `due` is what our own party has to do or say, overdue first. `arrivals` stand newest first; those taken in after
    `since`, the officer's last visit (None: the first one), are `Arrival.new`. `may_read_only` says that the officer
    holds no mandate: nothing waits for who only reads.
    """

    day: datetime.date
    plans: tuple[PlanLine, ...]
    tickets: tuple[TicketLine, ...]
    joint_texts: tuple[JointTextLine, ...]
    drafts: tuple[DraftLine, ...]
    arrivals: tuple[Arrival, ...]
    due: tuple[DueShown, ...] = ()
    since: datetime.datetime | None = None
    may_read_only: bool = False

    @property
    def overdue(self) -> int:
        """How many matters of our own party are past their day, or behind the other side's word."""
        return sum(due.overdue for due in self.due)

    @property
    def fresh(self) -> tuple[Arrival, ...]:
        """What came in since the last visit."""
        return tuple(arrival for arrival in self.arrivals if arrival.new)

    @property
    def known(self) -> tuple[Arrival, ...]:
        """What had come in before the last visit."""
        return tuple(arrival for arrival in self.arrivals if not arrival.new)

    @property
    def waiting(self) -> int:
        """How many matters wait for the officer's decision."""
        return len(self.tickets) + len(self.joint_texts)

    @property
    def arrived(self) -> int:
        """How many arrivals the page shows."""
        return len(self.arrivals)


@dataclass(frozen=True, kw_only=True)
class PlansPage:
    """Plans in effect, texts proposed as plans, readings under way."""

    plans: tuple[PlanLine, ...]
    joint_texts: tuple[JointTextLine, ...]
    drafts: tuple[DraftLine, ...]


@dataclass(frozen=True, kw_only=True)
class MatterShown:
    """A matter for the officials: what sort, about which commitment, in one sentence."""

    kind: Term
    about: CommitmentNamed | None
    says: Words


@dataclass(frozen=True, kw_only=True)
class MovedRow:
    """A commitment in a review: its standing at the close of the period and how it moved since the opening."""

    row: CommitmentRow
    moved: Term


@dataclass(frozen=True, kw_only=True)
class ReviewChapter:
    """A pillar of the review; `pillar` None holds what stands outside every pillar."""

    pillar: SectionNamed | None
    rows: tuple[MovedRow, ...]


@dataclass(frozen=True, kw_only=True)
class ReviewPage:
    """The annual review inside the desk; `digest` is of its data, equal in both capitals.

    `asked` are the decisions the meeting can take. `figures` count commitments by comparison, `moved` by how
    they moved in the period.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None
    figures: tuple[Counted, ...]
    moved: tuple[Counted, ...]
    asked: tuple[Words, ...]
    matters: tuple[MatterShown, ...]
    chapters: tuple[ReviewChapter, ...]
    sources: tuple[SourceShown, ...]
    digest: str
    marking: str


@dataclass(frozen=True, kw_only=True)
class LogShown:
    """One log of the channel: how many entries we hold or wrote, its root, and when it last moved.

    `acknowledged` is the size the partner has confirmed of ours, None for its own log. `taken_in_at` is when
    we last took in entries of it, None for ours. `fingerprint` is the party's key list in groups of four.
    """

    party: PartyNamed
    log: str
    size: int
    root: str
    last_entry_at: datetime.datetime | None
    acknowledged: int | None = None
    taken_in_at: datetime.datetime | None = None
    fingerprint: str = ""


@dataclass(frozen=True, kw_only=True)
class ChannelPage:
    """What went each way: the logs, what was set aside and why, and how many entries wait for a forerunner."""

    channel: str | None
    ceiling: str
    logs: tuple[LogShown, ...]
    set_aside: tuple[SetAsideShown, ...]
    waiting: int
    suspended: bool
    to_hand_over: int
    marking: str


# Two days compared


@dataclass(frozen=True, slots=True)
class ActivityMoved:
    """An activity whose state changed between two days; `before` None: it was opened between them."""

    mode: Term
    before: Term | None
    after: Term


@dataclass(frozen=True, kw_only=True)
class CommitmentChanged:
    """A commitment with its standing in the register as of two days, and the activities that moved between them."""

    before: CommitmentRow
    after: CommitmentRow
    activities: tuple[ActivityMoved, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChangesPage:
    """What changed on record between the ends of two days (UTC), in plan order.

    `unchanged` counts the other commitments. `in_effect_before` is False where the plan was not in effect on the
    first day: everything reported since is then a change. `sources` are those of the register as of the last day.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    from_on: datetime.date
    to_on: datetime.date
    changes: tuple[CommitmentChanged, ...]
    unchanged: int
    in_effect_before: bool
    sources: tuple[SourceShown, ...]


# The first minutes of a demonstration


@dataclass(frozen=True, slots=True)
class AccountReady:
    """An account anybody may sign in with: `part` is `officer`, `approver` or `senior`."""

    name: str
    part: str


@dataclass(frozen=True, kw_only=True)
class StartPage:
    """Where a demonstration begins: accounts of this node, the published password, and places worth seeing.

    `other` is the address of the other side's node, empty where it is not known. `plan` is the id of the plan
    played, of which the parties have put `records` on record; `differing`, `agreeing` and `silent` are commitments on
    which the accounts differ or agree, or nobody has reported, each empty where there is none.
    """

    accounts: tuple[AccountReady, ...]
    password: str
    other: str
    plan: str
    titles: dict[str, str]
    records: int
    differing: str = ""
    agreeing: str = ""
    silent: str = ""


# Every line of a list page


@dataclass(frozen=True, kw_only=True)
class DraftsPage:
    """Readings under way, and the ids of plans a new reading may be of."""

    drafts: tuple[DraftLine, ...]
    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, kw_only=True)
class TicketsPage:
    """What waits to leave, newest first, and the last that left or was discarded."""

    waiting: tuple[TicketLine, ...]
    settled: tuple[TicketLine, ...]


@dataclass(frozen=True, kw_only=True)
class JointTextsPage:
    """Joint texts: those not yet in effect first, then those in effect, then those that ended."""

    texts: tuple[JointTextLine, ...]
