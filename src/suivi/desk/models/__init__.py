"""Tables: truth in `entry`, work under way in `draft` and `asked`, people in `officer`, lists in `rows`, pulls in `exchange`."""

from suivi.desk.models.asked import ApprovalStep, ReturnAsked, ReturnDraft, ReturnVerdict
from suivi.desk.models.body import BodyPlace
from suivi.desk.models.draft import Draft, Ticket
from suivi.desk.models.entry import (
    Attachment,
    Checkpoint,
    Content,
    Entry,
    Evidence,
    FaultReport,
    HomeContent,
    HomeEntry,
    KeyList,
)
from suivi.desk.models.evidence_file import EvidenceFile, EvidenceUse
from suivi.desk.models.exchange import Freshness, Pull
from suivi.desk.models.meeting import MeetingLine
from suivi.desk.models.note import ReviewNote
from suivi.desk.models.officer import Absence, Identity, Mandate, Officer
from suivi.desk.models.reminder import ReminderAddress, ReminderSent
from suivi.desk.models.rows import (
    ActivityRow,
    CommitmentRow,
    DueRow,
    EvidenceRow,
    HomePlaceRow,
    JointTextRow,
    KeptRegister,
    MarkRow,
    PlanRow,
    ReportRow,
    UnprojectedLog,
    WordsRow,
)
from suivi.desk.models.view import CalendarFeed, SavedView
from suivi.desk.models.workbook import ReturnWorkbook

__all__ = [
    "Absence",
    "ActivityRow",
    "ApprovalStep",
    "Attachment",
    "BodyPlace",
    "CalendarFeed",
    "Checkpoint",
    "CommitmentRow",
    "Content",
    "Draft",
    "DueRow",
    "Entry",
    "Evidence",
    "EvidenceFile",
    "EvidenceRow",
    "EvidenceUse",
    "FaultReport",
    "Freshness",
    "HomeContent",
    "HomeEntry",
    "HomePlaceRow",
    "Identity",
    "JointTextRow",
    "KeptRegister",
    "KeyList",
    "Mandate",
    "MarkRow",
    "MeetingLine",
    "Officer",
    "PlanRow",
    "Pull",
    "ReminderAddress",
    "ReminderSent",
    "ReportRow",
    "ReturnAsked",
    "ReturnDraft",
    "ReturnVerdict",
    "ReturnWorkbook",
    "ReviewNote",
    "SavedView",
    "Ticket",
    "UnprojectedLog",
    "WordsRow",
]
