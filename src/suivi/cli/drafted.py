"""A file as a draft plan, and the draft as JSON, table or CSV."""

import csv
import io
import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from suivi.reader.draft import DraftPlan

COLUMNS = (
    "id",
    "kind",
    "section",
    "mode",
    "recurrence",
    "deadline",
    "actor",
    "start",
    "end",
    "text",
    "same_as",
    "doubts",
)


class Format(StrEnum):
    """How the draft is printed."""

    JSON = "json"
    TABLE = "table"
    CSV = "csv"


def drafted(file: Path, *, language: str = "") -> DraftPlan:
    """The draft plan the file holds, a document parsed in a limited process; raises the refusals of the reader."""
    from suivi.desk.child import read_document
    from suivi.reader.reading import read as read_text

    text = read_document(file.read_bytes(), name=file.name)
    return read_text(replace(text, language=language) if language else text)


def printed(draft: DraftPlan, format: Format, speaks: str) -> str:
    """The draft in the format asked for, ending in a newline."""
    if format is Format.JSON:
        return json.dumps(draft.value(), ensure_ascii=False, indent=1) + "\n"
    if format is Format.CSV:
        return _comma_separated(draft)
    from suivi.cli.reading_table import table_of

    return table_of(draft, speaks)


def _comma_separated(draft: DraftPlan) -> str:
    """One line a commitment (RFC 4180, with a BOM so that spreadsheets read the accents)."""
    doubts: dict[str, list[str]] = {}
    for doubt in draft.doubts:
        doubts.setdefault(doubt.at, []).append(doubt.code)
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(COLUMNS)
    for value in draft.value()["commitments"]:
        recurs, limit = value["recurrence"], value["deadline"]
        recurrence = recurs and (recurs["rrule"] or draft.text.characters[recurs["start"] : recurs["end"]])
        lists = (" ".join(value["same_as"]), " ".join(doubts.get(value["id"], ())))
        cells = {**value, "recurrence": recurrence, "deadline": limit and limit["text"]}
        writer.writerow([_harmless(cells[column]) for column in COLUMNS[:-2]] + list(lists))
    return "\ufeff" + rows.getvalue()


def _harmless(cell: object) -> object:
    # A cell that begins like a formula would be run by a spreadsheet.
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
