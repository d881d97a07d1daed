"""A draft plan as a table: CSV for machines, a workbook for people.

Rules:
- one row a commitment, in reading order; the same columns in both, named for machines in CSV, in the reader's language
  in the workbook, which also has the sections, the doubts in words, and how the document was read;
- nothing in a cell is ever a formula: the workbook says that each is text, CSV puts an apostrophe before what a
  spreadsheet would run (OWASP, CSV Injection);
- nothing depends on the day: the same draft gives the same bytes.
"""

import csv
import datetime
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any, Final

from suivi.plan.words import Words
from suivi.reader.draft import DraftPlan

COLUMNS: Final = {
    "id": Words("id", "id", "번호"),
    "kind": Words("kind", "nature", "구분"),
    "section": Words("section", "section", "소속 항목"),
    "mode": Words("mode", "mode", "협력 유형"),
    "recurrence": Words("recurrence", "périodicité", "주기"),
    "deadline": Words("deadline", "échéance", "기한"),
    "actor": Words("actor", "acteur", "이행 주체"),
    "page": Words("page", "page", "쪽"),
    "block": Words("block", "bloc", "문단"),
    "start": Words("first character", "premier caractère", "시작 위치"),
    "end": Words("after the last character", "après le dernier caractère", "끝 위치"),
    "text": Words("agreed words", "texte convenu", "합의 문구"),
    "same_as": Words("same words as", "mêmes mots que", "같은 문구"),
    "doubts": Words("doubts", "doutes", "확인 필요"),
}
_SHEETS: Final = (
    Words("Commitments", "Engagements", "약속"),
    Words("Sections", "Sections", "항목"),
    Words("Doubts", "Doutes", "확인 필요"),
    Words("Text", "Texte", "원문"),
)
_SECTION_COLUMNS: Final = (
    Words("id", "id", "번호"),
    Words("kind", "nature", "구분"),
    Words("label", "étiquette", "표제"),
    Words("title", "titre", "제목"),
    Words("under", "sous", "상위 항목"),
)
_DOUBT_COLUMNS: Final = (
    Words("at", "à propos de", "해당 항목"),
    Words("code", "code", "코드"),
    Words("question", "question", "확인할 내용"),
)
_FACTS: Final = (
    Words("language", "langue", "언어"),
    Words("SHA-256 of the characters", "SHA-256 des caractères", "문자 SHA-256"),
    Words("read so", "remarque sur la lecture", "판독 참고"),
)
_RUN_BY_SPREADSHEETS: Final = tuple("=+-@\t\r＝＋－＠")
_LONGEST_CELL: Final = 32_767  # ECMA-376, as Excel limits it
_WIDTHS: Final = {"mode": 16, "recurrence": 16, "deadline": 18, "text": 80, "same_as": 14, "doubts": 18}


def draft_rows(draft: DraftPlan) -> list[list[Any]]:
    """A row for each commitment, a cell for each of `COLUMNS`: text, a number, or None."""
    doubts: dict[str, list[str]] = {}
    for doubt in draft.doubts:
        doubts.setdefault(doubt.at, []).append(doubt.code)
    rows: list[list[Any]] = []
    for value in draft.value()["commitments"]:
        recurs, limit = value["recurrence"], value["deadline"]
        told = {
            "recurrence": recurs and (recurs["rrule"] or draft.text.characters[recurs["start"] : recurs["end"]]),
            "deadline": limit and limit["text"],
            "same_as": " ".join(value["same_as"]),
            "doubts": " ".join(doubts.get(value["id"], ())),
        }
        rows.append([told.get(column, value.get(column)) for column in COLUMNS])
    return rows


def draft_csv(draft: DraftPlan) -> bytes:
    """The table as CSV (RFC 4180) in UTF-8, with a byte order mark so that spreadsheets read the accents."""
    rows = StringIO()
    writer = csv.writer(rows)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in draft_rows(draft))
    return b"\xef\xbb\xbf" + rows.getvalue().encode("utf-8")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN_BY_SPREADSHEETS) else cell


def draft_xlsx(draft: DraftPlan, *, speaks: str) -> bytes:
    """The table as a workbook (ECMA-376), its own words in the language `speaks`."""
    import xlsxwriter

    octets = BytesIO()
    book = xlsxwriter.Workbook(octets, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    tables: tuple[tuple[tuple[Words, ...], list[list[Any]], list[int]], ...] = (
        (tuple(COLUMNS.values()), draft_rows(draft), [_WIDTHS.get(column, 11) for column in COLUMNS]),
        (_SECTION_COLUMNS, [[each.id, each.kind, each.label, each.title, each.parent] for each in draft.sections], [10, 12, 24, 80, 10]),
        (_DOUBT_COLUMNS, [[doubt.at, doubt.code, doubt.says.in_(speaks)] for doubt in draft.doubts], [10, 14, 100]),
        ((), _facts(draft, speaks), [28, 100]),
    )  # fmt: skip
    for title, (columns, rows, widths) in zip(_SHEETS, tables, strict=True):
        sheet = book.add_worksheet(title.in_(speaks))
        _write(sheet, [column.in_(speaks) for column in columns], rows, formats)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
    book.close()
    return octets.getvalue()


def _facts(draft: DraftPlan, speaks: str) -> list[list[Any]]:
    language, digest, read_so = (words.in_(speaks) for words in _FACTS)
    facts: list[list[Any]] = [[language, draft.text.language], [digest, draft.text.sha256]]
    return facts + [[read_so, caveat.says.in_(speaks)] for caveat in draft.text.caveats]


def _write(sheet: Any, columns: Sequence[str], rows: Iterable[Sequence[Any]], formats: dict[str, Any]) -> None:
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, formats["head"])
    if columns:
        sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=bool(columns)):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, place, cell, formats["cell"])
            elif cell:
                sheet.write_string(line, place, _fitting(str(cell)), formats["cell"])


def _fitting(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_CELL else cell[: _LONGEST_CELL - 1] + "…"
