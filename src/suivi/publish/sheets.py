"""Plain tables as files: CSV (RFC 4180, UTF-8 with its mark, as office programs read it) and XLSX.

- No cell is ever a formula, whatever it begins with: in XLSX every cell is written as a text, in CSV a cell that an
  office program would compute begins with an apostrophe (OWASP, CSV injection).
- XLSX holds the marking on a line of its own above the heads, and in the header of every printed page; CSV has it in
  the rows only, so that the first line is always that of the heads.
"""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Final

_COMPUTED: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL: Final = 32_767  # characters a cell of XLSX can hold
_WIDEST: Final = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name (letters, digits, hyphens), one head for each column, rows of as many cells, its marking."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marking: str


def csv_of(sheet: Sheet) -> bytes:
    """The table as CSV."""
    written = StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow([_uncomputed(head) for head in sheet.heads])
    lines.writerows([_uncomputed(cell) for cell in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _uncomputed(cell: str) -> str:
    # A full-width sign is computed too where the program reads East Asian text.
    return f"'{cell}" if cell.lstrip(" ").startswith((*_COMPUTED, "＝", "＋", "－", "＠")) else cell


def xlsx_of(sheet: Sheet) -> bytes:
    """The table as XLSX: the same bytes for the same table."""
    import datetime

    from xlsxwriter import Workbook

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, options) as book:
        book.set_properties({"title": sheet.name, "created": datetime.datetime(2000, 1, 1, tzinfo=None)})  # noqa: DTZ001  # no clock
        page = book.add_worksheet(sheet.name[:31])
        bold, plain = (
            book.add_format({"bold": True, "text_wrap": True}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        page.set_header(f"&C{sheet.marking}")
        page.write_string(0, 0, sheet.marking, bold)
        for column, head in enumerate(sheet.heads):
            page.write_string(1, column, head, bold)
            page.set_column(column, column, _width(sheet, column))
        for line, row in enumerate(sheet.rows, start=2):
            for column, cell in enumerate(row):
                page.write_string(line, column, cell[:_LONGEST_CELL], plain)
        page.freeze_panes(2, 0)
        page.autofilter(1, 0, max(1, len(sheet.rows) + 1), len(sheet.heads) - 1)
        page.repeat_rows(1)
    return written.getvalue()


def _width(sheet: Sheet, column: int) -> int:
    """A width in characters that most cells fit in."""
    longest = max((len(row[column]) for row in sheet.rows[:200]), default=0)
    return min(_WIDEST, max(8, len(sheet.heads[column]) + 2, longest))
