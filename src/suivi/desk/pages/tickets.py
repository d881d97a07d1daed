"""What is on its way out: tickets, their exact bytes, the hands that approve."""

import datetime
from dataclasses import dataclass, field

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.frame import Term
from suivi.desk.pages.said import AccountShown
from suivi.desk.pages.writing import FieldCompared
from suivi.plan.words import Words


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
    where it is not (a plan's title by language). `audience` are the codes of the parties that will read it; with
    `to_public` it goes to the public log, which everybody reads.
    `state` is `waiting`, `approved` (two approvals, not yet released), `released` or `discarded`. `successor` is the
    channel that goes on with the one it was written for, so that it can leave no more; empty where none does.
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
    to_public: bool = False
    may_approve: bool = False
    may_release: bool = False
    may_discard: bool = False
    successor: str = ""


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
    name, each in every language it has. `previous` is our last word on the same matter, for comparison, `changes` what a
    report changes against it. `replaced` are the fields of what a correction or withdrawal acts on, if it is no report.
    `may_send_back`: the reader may give it back to its author with remarks.
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
    changes: tuple[FieldCompared, ...] = ()
    replaced: tuple[FieldShown, ...] = ()
    may_send_back: bool = False
    supersedes: str = ""
    target: str = ""
    binds: bool = False
    log: str | None = None
    seq: int | None = None
    released_at: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class TicketsPage:
    """What waits to leave, newest first, and the last that left or was discarded.

    `page` is its number, from 1; `before` and `after` those beside it, None where there is none.
    """

    waiting: tuple[TicketLine, ...]
    settled: tuple[TicketLine, ...]
    page: int = 1
    before: int | None = None
    after: int | None = None
