"""A file as a draft plan, and the draft as JSON, table, CSV, workbook or Akoma Ntoso."""

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from suivi.reader.draft import DraftPlan
from suivi.reader.files import Told


class Format(StrEnum):
    """How the draft is printed."""

    JSON = "json"
    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    AKN = "akn"


EXTENSIONS = {Format.AKN: "akn.xml"}
"""How a file of a format is named, where it is not named for it."""


def drafted(file: Path, *, language: str = "", told: Told | None = None) -> DraftPlan:
    """The draft plan the file holds, a document parsed in a limited process; raises the refusals of the reader.

    `told` hears of the pages of a long document.
    """
    from suivi.desk.child import read_document
    from suivi.reader.files import refuse_oversized
    from suivi.reader.reading import read as read_text

    refuse_oversized(file.stat().st_size, name=file.name)
    text = read_document(file.read_bytes(), name=file.name, told=told)
    return read_text(replace(text, language=language) if language else text)


def printed(draft: DraftPlan, format: Format, speaks: str, *, source: str) -> bytes:
    """The draft in the format asked for; text is in UTF-8 and ends in a newline. `source` is the name of the file read."""
    if format is Format.JSON:
        return (json.dumps(draft.value(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    if format is Format.AKN:
        from suivi.publish.akoma_ntoso import draft_akoma_ntoso

        return draft_akoma_ntoso(draft, source=source)
    if format is Format.TABLE:
        from suivi.cli.reading_table import table_of

        return table_of(draft, speaks).encode("utf-8")
    from suivi.publish.draft_table import draft_csv, draft_xlsx

    return draft_csv(draft) if format is Format.CSV else draft_xlsx(draft, speaks=speaks)
