"""From a signed text to a draft plan, every finding tied to the characters that say so; it decides nothing."""

from suivi.reader.draft import DraftCommitment, DraftPlan, DraftSection, draft_of
from suivi.reader.files import read_file
from suivi.reader.reading import read

__all__ = ["DraftCommitment", "DraftPlan", "DraftSection", "draft_of", "read", "read_file"]
