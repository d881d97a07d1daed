"""Reading a plan: the texts, the outline drawn from them, the doubts; and the list of readings."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.pages.frame import Term
from suivi.desk.pages.marking import MarkingOffered
from suivi.desk.pages.plan import PlanLine
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words


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
    """One language version as read: all its characters, the file's name, its digest.

    Of a document, `caveats` say how it was read, and `pages` how many it has (0 where it has none).
    """

    language: str
    name: str
    characters: str
    sha256: str
    caveats: tuple[Words, ...] = ()
    pages: int = 0


@dataclass(frozen=True, kw_only=True)
class PlaceRead:
    """Where in its document a commitment begins: page and block, from 1; None where the document has none."""

    language: str
    page: int | None
    block: int | None


@dataclass(frozen=True, kw_only=True)
class UnderWayPage:
    """A document being read: page `page` of `pages` of the file `name`, which is the `place`th of `files`, from 1.

    `pages` is 0 while nobody knows. At the end, `draft` is the number of the reading, or `refusal` says why there is
    none; `stopped` by the officer (`stopping` while it is asked to), `failed` by a fault of ours.
    """

    id: str
    plan: str
    name: str
    place: int
    files: int
    page: int
    pages: int
    begun_at: datetime.datetime
    draft: str = ""
    refusal: Refusal | None = None
    stopped: bool = False
    failed: bool = False
    stopping: bool = False


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

    `spans` are `[start, end)` by language into `TextRead.characters`. `section` is the pillar or theme it stands in.
    `decision` is the last decision taken (`accept`, `kind`, `mode`, `split`, `merge`, `pair`, `alone`,
    `not-a-commitment`) or empty. `drifts` tell what language versions say differently, `missing` are the languages
    that do not say it; `unpaired` where an officer must still pair it, or say that it stands alone. One decided not
    to be a commitment stays in the list so that it can be taken back by `accept`.
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
    places: tuple[PlaceRead, ...] = ()
    drifts: tuple[Words, ...] = ()
    missing: tuple[str, ...] = ()
    unpaired: bool = False

    @property
    def asks(self) -> bool:
        """Whether it waits for an officer: a doubt is open, or its pair is missing."""
        return bool(self.open_doubts or self.unpaired) and not self.out

    @property
    def differs(self) -> bool:
        """Whether the language versions say something different, or not all of them say it."""
        return bool(self.drifts or self.missing)

    @property
    def out(self) -> bool:
        """Whether an officer decided that it is no commitment."""
        return self.decision == "not-a-commitment"

    @property
    def open_doubts(self) -> tuple[DoubtShown, ...]:
        """The doubts nobody has settled."""
        return tuple(doubt for doubt in self.doubts if not doubt.settled)


@dataclass(frozen=True, kw_only=True)
class OldCommitment:
    """A commitment of the version in force: its id and words by language; `activities` still open under it."""

    id: str
    words: dict[str, str]
    activities: int = 0


@dataclass(frozen=True, kw_only=True)
class SucceededShown:
    """What became of commitments of the version in force: `new` is the id in the reading, `old` what it goes on from.

    `same` where nothing changed, so that nothing needs a look; `tangled` where it is part of a split and
    of a merger at once, which cannot be proposed.
    """

    new: str
    became: Term
    old: tuple[OldCommitment, ...]
    same: bool = False
    tangled: bool = False


@dataclass(frozen=True, kw_only=True)
class SuccessionShown:
    """From the version in force to the one being read; `ending` nobody has confirmed, `ended` somebody has."""

    before: int
    lines: tuple[SucceededShown, ...]
    ending: tuple[OldCommitment, ...]
    ended: tuple[OldCommitment, ...]
    known: tuple[OldCommitment, ...]

    @property
    def changed(self) -> tuple[SucceededShown, ...]:
        """What is reworded, moved, split, merged or added."""
        return tuple(line for line in self.lines if not line.same)

    @property
    def unchanged(self) -> tuple[SucceededShown, ...]:
        """What goes on in the same words and under the same heading."""
        return tuple(line for line in self.lines if line.same)


@dataclass(frozen=True, kw_only=True)
class ReadingPage:
    """A draft reading: the texts, the outline drawn from them, the doubts.

    `kinds` and `modes` are those a commitment can be given. `parties` are the codes the text names. `succession` is
    there where a version of the plan is in force. `may_propose` is False while doubts are open, with `hindrance`
    saying why in words. `markings` are those the charter allows, None where the channel is not known yet.
    """

    line: DraftLine
    texts: tuple[TextRead, ...]
    sections: tuple[SectionRead, ...]
    commitments: tuple[CommitmentRead, ...]
    kinds: tuple[Term, ...]
    modes: tuple[Term, ...]
    parties: tuple[str, ...] = ()
    may_propose: bool = True
    markings: MarkingOffered | None = None
    hindrance: Words | None = None
    succession: SuccessionShown | None = None

    @property
    def doubtful(self) -> tuple[CommitmentRead, ...]:
        """The commitments with a doubt still open or without their pair, in reading order."""
        return tuple(read for read in self.commitments if read.asks)

    @property
    def perhaps(self) -> tuple[CommitmentRead, ...]:
        """What was not read as a commitment and may be one, while nobody has said; it stops no proposal."""
        return tuple(read for read in self.commitments if read.out and read.open_doubts)

    @property
    def to_settle(self) -> int:
        """How many matters wait for an officer."""
        return len(self.doubtful) + (len(self.succession.ending) if self.succession else 0)

    @property
    def apart(self) -> tuple[CommitmentRead, ...]:
        """The commitments that language versions say differently, or not all of them."""
        return tuple(read for read in self.commitments if read.differs and not read.out)

    @property
    def alike(self) -> tuple[CommitmentRead, ...]:
        """The commitments that all language versions say alike."""
        return tuple(read for read in self.commitments if not read.differs and not read.out)


@dataclass(frozen=True, kw_only=True)
class DraftsPage:
    """Readings to settle, the ids of plans a new reading may be of, and the documents being read for this officer.

    `page` is its number, from 1; `before` and `after` those beside it, None where there is none.
    """

    drafts: tuple[DraftLine, ...]
    plans: tuple[PlanLine, ...]
    under_way: tuple[UnderWayPage, ...] = ()
    page: int = 1
    before: int | None = None
    after: int | None = None
