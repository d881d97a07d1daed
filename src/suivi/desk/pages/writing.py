"""The page on which a return is written and decided: its boxes, what changed, the steps of approval."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.compared import Piece
from suivi.desk.pages.agreed import AgreedShown
from suivi.desk.pages.frame import Term
from suivi.desk.pages.marking import NOTHING_OFFERED, MarkingOffered
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.returns import ReturnLine
from suivi.desk.pages.said import AccountShown, BodyShown
from suivi.plan.words import Words


@dataclass(frozen=True, kw_only=True)
class PlaceShown:
    """A step of approval: who may pass it still and who has; `open`: the report waits at it."""

    name: str
    everyone: bool
    may_pass: tuple[str, ...]
    have_passed: tuple[str, ...]
    passed: bool
    open: bool


@dataclass(frozen=True, kw_only=True)
class VerdictShown:
    """What an officer decided on a report handed in for the `turn`-th time, at which step (None: at its release).

    `instead_of` names the absent colleague for whom it was, empty where it was for himself.
    """

    turn: int
    step: str | None
    officer: str
    passed: bool
    remarks: str
    at: datetime.datetime
    instead_of: str = ""


@dataclass(frozen=True, kw_only=True)
class FieldCompared:
    """What became of one field since our last report: `pieces` of the earlier and the later words; `language` of prose.

    A term has no pieces: it `was` one and is `now` another, or the same.
    """

    name: Words
    pieces: tuple[Piece, ...] = ()
    language: str = ""
    was: Words | None = None
    now: Words | None = None

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return self.was == self.now and all(piece.fate == "same" for piece in self.pieces)


@dataclass(frozen=True, kw_only=True)
class BoxesApart:
    """A box in which two officers left different words: `theirs` as saved, `mine` as typed."""

    name: str
    called: Words
    language: str
    theirs: str
    mine: str


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Two texts of one report: who saved the other one, when, and each box that differs. Nothing was overwritten."""

    by: str
    at: datetime.datetime
    boxes: tuple[BoxesApart, ...]


@dataclass(frozen=True, kw_only=True)
class InternalShown:
    """An internal account that was approved: its words by language, who wrote it, who approved it and when."""

    words: dict[str, str]
    author: str
    approved_by: str
    at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class LayersShown:
    """The three layers of a report, each with the state of its own approval.

    `internal` never leaves; `words` are its draft, `seen` their digest, `approved` what was approved last. `shared` is
    what the partner gets by its ticket; `public` what everybody gets by `public_ticket`, a ticket of its own. `wanting`
    are the languages publication waits for; with `may_confirm` they are only to be confirmed. `entry` is the place of
    the report in our log of `channel` once it is shared, None before. `places` are the steps the internal account has
    to pass, none where one officer is enough. `public_words` are what the public is to read in other words than the
    partner, in the `languages` of the channel; with `may_word` the reader may write them. `told` are the words shared.
    """

    internal: Term
    shared: Term
    public: Term
    words: dict[str, str] = field(default_factory=dict)
    author: str = ""
    seen: str = ""
    approved: InternalShown | None = None
    may_approve: bool = False
    places: tuple[PlaceShown, ...] = ()
    public_words: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    may_word: bool = False
    public_ticket: str = ""
    wanting: tuple[str, ...] = ()
    may_confirm: bool = False
    may_publish: bool = False
    channel: str = ""
    entry: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReturnPage:
    """One return: the request, the agreed words, our latest account to start from, and the report form.

    `boxes` holds what stands in each box of the form, by name, `begun` what stood there before anybody wrote: a box
    with the same words is unchanged since our last report. `version` is the draft's, 0 before the first save.
    `states` are those of the mode of the commitment, `owners` the bodies of ours on record. `untranslated` are the
    languages without an account, `stale` those whose account follows words that have changed since. `places` are the
    steps of approval, `layers` what else is said on the matter and how far that is, `changes` what is new against our last report. `may_write`: the reader may write it now.
    """

    line: ReturnLine
    plan: PlanLine
    agreed: tuple[AgreedShown, ...]
    last: AccountShown | None
    stages: tuple[Term, ...]
    languages: tuple[str, ...]
    states: tuple[Term, ...] = ()
    hindrances: tuple[Term, ...] = ()
    owners: tuple[BodyShown, ...] = ()
    boxes: dict[str, str] = field(default_factory=dict)
    markings: MarkingOffered = NOTHING_OFFERED
    usual_marking: str = ""
    begun: dict[str, str] = field(default_factory=dict)
    version: int = 0
    saved_by: str = ""
    saved_at: datetime.datetime | None = None
    untranslated: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    places: tuple[PlaceShown, ...] = ()
    verdicts: tuple[VerdictShown, ...] = ()
    changes: tuple[FieldCompared, ...] = ()
    may_write: bool = False
    may_drop: bool = False
    may_decide: bool = False
    layers: LayersShown | None = None
    clash: Clash | None = None

    @property
    def steps(self) -> tuple[int, ...]:
        """The numbers of the next steps the form has room for."""
        return (1, 2, 3, 4)


@dataclass(frozen=True, kw_only=True)
class StepSet:
    """A step of approval as the form shows it: blank where none is set at its place."""

    place: int
    name: str = ""
    officers: tuple[str, ...] = ()
    everyone: bool = False


@dataclass(frozen=True, kw_only=True)
class ApprovalPage:
    """The steps of approval of a plan, with blank lines to add some, and the officers who may approve."""

    plan: PlanLine
    steps: tuple[StepSet, ...]
    officers: tuple[str, ...]
