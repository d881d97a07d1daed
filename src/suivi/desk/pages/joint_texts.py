"""Joint texts: who has said what, what each would change."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.tickets import AttachmentShown, FieldShown, TicketLine
from suivi.plan.words import Words


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
class ForeignShown:
    """A word of a text in `language` that holds letters of another script; `letters` as `а U+0430`."""

    language: str
    word: str
    letters: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class JointTextPage:
    """A joint text: the resolution per language, what is attached, who has said what, what it would change.

    `last_to_concur` says that our concurrence would bind both sides at once. `authentic` are the languages
    whose resolution binds equally. `differences` are against the version in effect; `first` says that there
    is none. `tickets` are words of ours about it that have not left. `foreign` are the words, of the resolution and of the
    texts attached, that hold letters which their language does not use.
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
    foreign: tuple[ForeignShown, ...] = ()
    last_to_concur: bool = False
    may_concur: bool = False
    may_decline: bool = False
    may_withdraw: bool = False
    as_of: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class JointTextsPage:
    """Joint texts: those not yet in effect first, then those in effect, then those that ended; one page of very many.

    `as_of`: as they stood at the end of that day, all of them. `before` and `after` are the numbers of the neighbouring
    pages, None where there is none.
    """

    texts: tuple[JointTextLine, ...]
    as_of: datetime.date | None = None
    page: int = 1
    before: int | None = None
    after: int | None = None
