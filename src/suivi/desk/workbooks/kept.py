"""Workbooks handed back, as ordinary rows: the file, its cells, and what was said of each row."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from suivi.desk import models
from suivi.desk.workbooks.cells import Cell, Cells, Row
from suivi.plan.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A workbook handed back: the file, its cells, and what was said of rows when some were taken, by row number."""

    id: int
    officer: int
    name: str
    octets: bytes
    cells: Cells
    said: Mapping[int, Words]
    handed_back_at: datetime.datetime
    taken_at: datetime.datetime | None


def keep(officer: models.Officer, *, name: str, octets: bytes, cells: Cells, at: datetime.datetime) -> int:
    """Keep a workbook; its number."""
    kept = models.ReturnWorkbook.objects.create(
        officer=officer, name=name[:255], octets=octets, cells=_value(cells), handed_back_at=at
    )
    return int(kept.pk)


def say(workbook: int, said: Mapping[int, Words], *, at: datetime.datetime) -> None:
    """Remember what was said of rows when they were taken."""
    row = models.ReturnWorkbook.objects.select_for_update().get(pk=workbook)
    row.said |= {str(number): words.by_language() for number, words in said.items()}
    row.taken_at = at
    row.save(update_fields=["said", "taken_at"])


def find(officer: models.Officer, workbook: int) -> Kept | None:
    """The workbook of that number, if this officer handed it back."""
    row = models.ReturnWorkbook.objects.filter(pk=workbook, officer=officer).first()
    if row is None:
        return None
    return Kept(
        id=row.pk,
        officer=row.officer_id,
        name=row.name,
        octets=bytes(row.octets),
        cells=_cells(row.cells),
        said={int(number): Words(**words) for number, words in row.said.items()},
        handed_back_at=row.handed_back_at,
        taken_at=row.taken_at,
    )


def _value(cells: Cells) -> dict[str, object]:
    rows = [
        {
            "number": row.number,
            "cells": {code: {"kind": cell.kind, "text": cell.text} for code, cell in row.cells.items()},
        }
        for row in cells.rows
    ]
    return {"sheet": cells.sheet, "codes": list(cells.codes), "rows": rows}


def _cells(value: Mapping[str, object]) -> Cells:
    rows = value["rows"]
    assert isinstance(rows, list)
    codes, sheet = value["codes"], value["sheet"]
    assert isinstance(codes, list)
    assert isinstance(sheet, str)
    return Cells(
        sheet=sheet,
        codes=tuple(codes),
        rows=tuple(Row(row["number"], {code: Cell(**cell) for code, cell in row["cells"].items()}) for row in rows),
    )
