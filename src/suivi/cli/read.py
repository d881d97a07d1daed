"""`suivi read FILE`: a signed text to a draft plan, without a database and without Django.

- JSON when piped, a table on a terminal, CSV on request; `-o` writes to a file.
- A refusal is one sentence and its remedy on stderr, exit 3; nothing is written.
"""

import csv
import io
import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES
from suivi.reader.draft import DraftPlan

REFUSED = 3
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


def read(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The agreed text: plain text or Markdown.")],
    format: Annotated[Format | None, typer.Option(help="json when piped, table on a terminal.")] = None,
    language: Annotated[str, typer.Option(help="ISO 639-1; detected if not given.")] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here instead of standard output.")
    ] = None,
    language_of_messages: Annotated[str, typer.Option(help="en, fr or ko; by default that of the terminal.")] = "",
) -> None:
    """Read an agreed text and print the draft plan: pillars, themes, aims, initiatives, doubts."""
    speaks = _speaks(language_of_messages)
    try:
        draft = drafted(file, language=language)
    except Refusal as refusal:
        print(refusal.sentence(speaks), refusal.advice(speaks), file=sys.stderr)
        raise typer.Exit(REFUSED) from None
    chosen = format or (Format.TABLE if output is None and sys.stdout.isatty() else Format.JSON)
    if output is not None:
        output.write_text(printed(draft, chosen, speaks), encoding="utf-8", newline="")
    else:
        sys.stdout.write(printed(draft, chosen, speaks))


def drafted(file: Path, *, language: str = "") -> DraftPlan:
    """The draft plan the file holds; raises the refusals of the reader."""
    from suivi.plan.text import Text
    from suivi.reader.files import read_file
    from suivi.reader.reading import read as read_text

    text = read_file(file.read_bytes(), name=file.name)
    return read_text(Text(language, text.characters) if language else text)


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


def _speaks(asked: str) -> str:
    if asked and asked not in LANGUAGES:
        raise typer.BadParameter(f"choose one of {', '.join(LANGUAGES)}", param_hint="--language-of-messages")
    told = (os.environ.get(name, "")[:2].lower() for name in ("SUIVI_LANGUAGE", "LC_ALL", "LANG"))
    return asked or next((code for code in told if code in LANGUAGES), "en")
