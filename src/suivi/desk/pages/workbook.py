"""A return workbook handed back, as a page: every row beside the present text, before anything is kept."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.frame import Term
from suivi.plan.words import Words


@dataclass(frozen=True, slots=True)
class BoxChanged:
    """A box whose text would change: what it is called, the text at the desk and that of the workbook."""

    called: Words
    present: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookRow:
    """A row of the workbook by its number in the sheet.

    `fate` is `same`, `changed`, `both` (changed here and at the desk) or `refused`; `asked` is the number of the return,
    None where the row names none. `messages` say why it is refused, or what became of it when it was taken.
    """

    number: int
    fate: Term
    asked: int | None = None
    commitment: str = ""
    title: str = ""
    changes: tuple[BoxChanged, ...] = ()
    messages: tuple[Words, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether the row holds changes that can be kept."""
        return self.fate.code in ("changed", "both")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookPage:
    """A workbook handed back: its rows that say something, and how many change nothing.

    `absent` are the heads of columns that the workbook has no more, in the reader's language.
    """

    id: int
    name: str
    handed_back_at: datetime.datetime
    taken_at: datetime.datetime | None
    rows: tuple[WorkbookRow, ...]
    same: int
    may_write: bool
    absent: tuple[str, ...] = ()

    @property
    def to_take(self) -> int:
        """How many rows hold changes that can be kept."""
        return sum(row.can_be_taken for row in self.rows)

    @property
    def refused(self) -> int:
        """How many rows cannot be taken as they are."""
        return sum(row.fate.code == "refused" for row in self.rows)
