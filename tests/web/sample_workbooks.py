"""A return workbook that came back, as sample pages: a row of every fate, and one that changes nothing."""

from suivi.desk.actions.workbooks import SAVED
from suivi.desk.pages import Term
from suivi.desk.pages.workbook import BoxChanged, WorkbookPage, WorkbookRow
from suivi.desk.workbooks.compared import BOTH, CHANGED, FATES, NO_CHOICE, REFUSED, SAME
from suivi.plan.words import Words
from suivi.publish import return_workbook
from tests.web.sample_pages import NOON


def row(fate: str, number: int, **more: object) -> WorkbookRow:
    """A row of that fate, about one commitment."""
    return WorkbookRow(  # type: ignore[arg-type]  # what more is given is of its own kind
        number=number,
        fate=Term(fate, FATES[fate]),
        asked=number,
        commitment="P2.I1",
        title="Accord de protection",
        **more,
    )


def workbook() -> WorkbookPage:
    """Rows changed, changed on both sides, refused, taken."""
    account = return_workbook.ACCOUNT.filled(language="français")
    changes = (
        BoxChanged(return_workbook.STAGE, "prévu", "en cours"),
        BoxChanged(account, "", "Les pourparlers ont commencé.\nIls se poursuivent."),
    )
    refused = NO_CHOICE.filled(column=return_workbook.STAGE, got="presque")
    return WorkbookPage(
        id=1,
        name="retours – février.xlsx",
        handed_back_at=NOON,
        taken_at=NOON,
        rows=(
            row(CHANGED, 4, changes=changes),
            row(BOTH, 5, changes=changes[:1]),
            row(REFUSED, 6, messages=(refused,)),
            row(SAME, 7, messages=(SAVED,)),
            WorkbookRow(number=8, fate=Term(REFUSED, FATES[REFUSED]), messages=(Words("No.", "Non.", "아니요."),)),
        ),
        same=12,
        may_write=True,
    )


def unchanged() -> WorkbookPage:
    """A workbook handed back as it was."""
    return WorkbookPage(id=2, name="r.xlsx", handed_back_at=NOON, taken_at=None, rows=(), same=3, may_write=True)
