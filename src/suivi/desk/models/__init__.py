"""Tables of the desk: truth in `entry`, work under way in `draft`, people in `officer`."""

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
from suivi.desk.models.officer import Officer

__all__ = [
    "Attachment",
    "Checkpoint",
    "Content",
    "Draft",
    "Entry",
    "Evidence",
    "FaultReport",
    "HomeContent",
    "HomeEntry",
    "KeyList",
    "Officer",
    "Ticket",
]
