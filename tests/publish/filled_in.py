"""A return workbook as somebody away from the desk fills it in: cells by box and return, columns and rows moved about."""

from io import BytesIO

from openpyxl import load_workbook

from suivi.plan.words import Words
from suivi.publish.return_workbook import CODE, ReturnBook, ReturnRow, columns_of

BODIES = (("can-gac", Words("Global Affairs Canada", "Affaires mondiales Canada", "캐나다 외교부")),)
COLUMNS = columns_of(("en", "fr", "ko"), BODIES)
STATES = (("convened", Words("convened", "convoqué", "소집됨")), ("held", Words("held", "tenu", "개최됨")))
NUMBERS, HEADS, FIRST = 2, 3, 4  # rows of the sheet, from 1


def row(number=7, *, version=2, **boxes):
    """A return with a draft; `account_fr` stands for the box `account-fr`."""
    held = {"kind": "report", "stage": "under-way", "account-fr": "Les deux ministères se sont réunis."}
    held |= {name.replace("_", "-"): text for name, text in boxes.items()}
    return ReturnRow(
        id=number,
        version=version,
        commitment=f"channel/plan#P1.I{number}",
        number=f"1.{number}",
        title="Dialogue annuel",
        agreed="Les parties tiennent un dialogue annuel.",
        asked_of="L. Gagnon",
        due_on="2026-06-30",
        last="En cours, 3 mars 2025. =2+2",
        remarks="",
        boxes=held,
        mode="dialogue",
        states=STATES,
    )


def book(*rows):
    """A book of these returns."""
    return ReturnBook(title="Plan d’action", marking="TLP:AMBER", columns=COLUMNS, rows=rows or (row(),))


class Filled:
    """The workbook open in an office program."""

    def __init__(self, octets):
        self.file = load_workbook(BytesIO(octets))
        self.sheet = self.file.worksheets[1]

    def cell(self, box, number=7):
        """The cell of a box in the row of a return."""
        return self.sheet.cell(self.row(number), self.column(box))

    def column(self, code):
        """The column with that code."""
        return next(cell.column for cell in self.sheet[NUMBERS] if cell.value == f"{CODE}{code}")

    def row(self, number):
        """The row of a return."""
        column = self.column("return")
        rows = range(FIRST, self.sheet.max_row + 1)
        return next(place for place in rows if self.sheet.cell(place, column).value == str(number))

    def put(self, box, value, number=7):
        """Write into a box."""
        self.cell(box, number).value = value
        return self

    def octets(self):
        """The file as saved."""
        made = BytesIO()
        self.file.save(made)
        return made.getvalue()
