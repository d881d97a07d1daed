"""What each query gives a page: frozen plain values, in every language at once; no table, no Django.

`queries.node_facts` gives `NodeFacts`, `start_page` `StartPage`; `today`, `plans`, `plan_page`, `commitment_page`,
`background_page`, `changes_page`, `drafts`, `reading_page`, `reading_under_way`, `tickets`, `ticket_page`, `joint_texts`, `joint_text_page`,
`review_page`, `channel_page`, `calendar_page`, `instruments_page`, `returns_page`, `ask_page` and `return_page` give `TodayPage`, `PlansPage`, `PlanPage`, `CommitmentPage`, `BackgroundPage`,
`ChangesPage`, `DraftsPage`, `ReadingPage`, `UnderWayPage`, `TicketsPage`, `TicketPage`, `JointTextsPage`, `JointTextPage`, `ReviewPage`,
`ChannelPage`, `CalendarPage`, `InstrumentsPage`, `ReturnsPage`, `AskPage` and `ReturnPage`.

- Vocabulary (stages, steps, modes, kinds, refusals) travels as `Words` inside a `Term`: the page picks the language.
- Signed words travel as a dict by language (ISO 639-1) of exactly the characters on record; the page picks the
  reader's language if it is there, else an authentic one, and labels it. A language without words has no key.
- Days from records are ISO strings as recorded (`2026-02-25`); days somebody chose are `date`; instants are aware
  `datetime` in UTC.
- Anything with one place per party is a tuple in charter order, never sorted and never shortened.
- Markings are labels as written, `TLP:CLEAR`; digests and leaves are 64 lower-case hex digits.
- What only we have is in fields that say so (`unreleased`, `tickets`); everything else is the common register.
"""

from suivi.desk.pages.agreed import AgreedShown, CommitmentNamed, SectionNamed
from suivi.desk.pages.background import BackgroundPage, BackgroundRow
from suivi.desk.pages.calendar import CalendarPage, DayShown, Hindrance, InstrumentShown, InstrumentsPage, MonthListed
from suivi.desk.pages.changes import ActivityMoved, ChangesPage, CommitmentChanged
from suivi.desk.pages.channel import (
    ChannelPage,
    DestructionShown,
    EvidenceKept,
    FarewellShown,
    FindingShown,
    KeyShown,
    LogShown,
    PullShown,
    RefusedShown,
)
from suivi.desk.pages.commitment import (
    ActivityShown,
    Ask,
    CommitmentPage,
    DetailShown,
    FactCompared,
    PartyAccounts,
    StepOpen,
    StepPage,
    StepShown,
    Stop,
    TwinShown,
)
from suivi.desk.pages.frame import SILENT, Counted, NodeFacts, PartyNamed, Silence, Term, counted
from suivi.desk.pages.joint_texts import (
    Difference,
    ForeignShown,
    JointTextLine,
    JointTextPage,
    JointTextsPage,
    VoiceShown,
)
from suivi.desk.pages.listings import Choice, CommitmentListed, Found, ListPage, ReportListed, Turned, ViewKept
from suivi.desk.pages.plan import CommitmentRow, DueShown, PillarRows, PlanLine, PlanPage, SourceShown
from suivi.desk.pages.reading import (
    CommitmentRead,
    DoubtShown,
    DraftLine,
    DraftsPage,
    OldCommitment,
    PlaceRead,
    ReadingPage,
    SectionRead,
    SucceededShown,
    SuccessionShown,
    TextRead,
    UnderWayPage,
)
from suivi.desk.pages.returns import Askable, AskPage, ReturnLine, ReturnsOf, ReturnsPage
from suivi.desk.pages.review import MatterShown, MovedRow, ReviewChapter, ReviewPage, YearsPage
from suivi.desk.pages.said import (
    AccountShown,
    AssessedShown,
    BodyShown,
    EvidenceShown,
    LeadShown,
    NextStepShown,
    SetAsideShown,
    SuppliedShown,
)
from suivi.desk.pages.start import AccountReady, StartPage
from suivi.desk.pages.tickets import ApprovalShown, AttachmentShown, FieldShown, TicketLine, TicketPage, TicketsPage
from suivi.desk.pages.today import Arrival, PlansPage, TodayPage
from suivi.desk.pages.writing import ApprovalPage, Clash, ReturnPage

__all__ = [
    "SILENT",
    "AccountReady",
    "AccountShown",
    "ActivityMoved",
    "ActivityShown",
    "AgreedShown",
    "ApprovalPage",
    "ApprovalShown",
    "Arrival",
    "Ask",
    "AskPage",
    "Askable",
    "AssessedShown",
    "AttachmentShown",
    "BackgroundPage",
    "BackgroundRow",
    "BodyShown",
    "CalendarPage",
    "ChangesPage",
    "ChannelPage",
    "Choice",
    "Clash",
    "CommitmentChanged",
    "CommitmentListed",
    "CommitmentNamed",
    "CommitmentPage",
    "CommitmentRead",
    "CommitmentRow",
    "Counted",
    "DayShown",
    "DestructionShown",
    "DetailShown",
    "Difference",
    "DoubtShown",
    "DraftLine",
    "DraftsPage",
    "DueShown",
    "EvidenceKept",
    "EvidenceShown",
    "FactCompared",
    "FarewellShown",
    "FieldShown",
    "FindingShown",
    "ForeignShown",
    "Found",
    "Hindrance",
    "InstrumentShown",
    "InstrumentsPage",
    "JointTextLine",
    "JointTextPage",
    "JointTextsPage",
    "KeyShown",
    "LeadShown",
    "ListPage",
    "LogShown",
    "MatterShown",
    "MonthListed",
    "MovedRow",
    "NextStepShown",
    "NodeFacts",
    "OldCommitment",
    "PartyAccounts",
    "PartyNamed",
    "PillarRows",
    "PlaceRead",
    "PlanLine",
    "PlanPage",
    "PlansPage",
    "PullShown",
    "ReadingPage",
    "RefusedShown",
    "ReportListed",
    "ReturnLine",
    "ReturnPage",
    "ReturnsOf",
    "ReturnsPage",
    "ReviewChapter",
    "ReviewPage",
    "SectionNamed",
    "SectionRead",
    "SetAsideShown",
    "Silence",
    "SourceShown",
    "StartPage",
    "StepOpen",
    "StepPage",
    "StepShown",
    "Stop",
    "SucceededShown",
    "SuccessionShown",
    "SuppliedShown",
    "Term",
    "TextRead",
    "TicketLine",
    "TicketPage",
    "TicketsPage",
    "TodayPage",
    "Turned",
    "TwinShown",
    "UnderWayPage",
    "ViewKept",
    "VoiceShown",
    "YearsPage",
    "counted",
]
