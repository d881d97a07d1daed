"""Cells: what stands in a return workbook that was handed back, read by a child process that can reach nothing.

    cells = read(octets, name="retours.xlsx")
    cells.rows[0].cells["account-fr"].text

- Columns are known by the hidden codes above them, wherever they were moved; what has no code is not read.
- A formula is never computed, and its last result is never taken for what somebody wrote.
- A cell inside a merged range other than its first is told apart from an empty one.
- The file itself is handed back with a column of messages, written by a child too.
"""

import json
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from suivi.desk.child import ChildNotStarted, Limits, child_of, give_up, load_encodings
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.publish.return_workbook import CODE, HEADS, IDENTITY

MOST_OCTETS: Final = 20 * 2**20
MOST_ROWS: Final = 5_000
LIMITS: Final = Limits(cpu_seconds=30, wall_seconds=60, megabytes=1_024)
MESSAGES: Final = Words(en="Message of the desk", fr="Message du poste", ko="업무 화면 메시지")

TEXT, DAY, FORMULA, MERGED = "text", "day", "formula", "merged"

_SEARCHED: Final = 20  # rows in which the codes are looked for
_WIDEST: Final = 200  # columns looked at
_BROKE_DOWN: Final = 86
_OUT_OF_MEMORY: Final = 87
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGED: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class WorkbookNotReadable(Refusal):
    """The file is no workbook that can be read."""

    code = "workbook-not-readable"
    says = Words(
        en="“{name}” cannot be read as a workbook (XLSX).",
        fr="«\u00a0{name}\u00a0» ne peut être lu comme classeur (XLSX).",
        ko="‘{name}’ 파일을 통합 문서(XLSX)로 읽을 수 없습니다.",
    )
    remedy = Words(
        en="Save it as XLSX, without a password, and hand it in again.",
        fr="Enregistrez-le au format XLSX, sans mot de passe, et remettez-le.",
        ko="암호 없이 XLSX 형식으로 저장하여 다시 제출하십시오.",
    )


class WorkbookTooLarge(Refusal):
    """The workbook is larger than any that was handed out."""

    code = "workbook-too-large"
    says = Words(
        en="“{name}” is too large: at most {rows} rows and {megabytes} MB are taken in.",
        fr="«\u00a0{name}\u00a0» est trop volumineux\u00a0: au plus {rows} lignes et {megabytes} Mo sont repris.",
        ko="‘{name}’ 파일이 너무 큽니다. 최대 {rows}행, {megabytes}MB까지 제출할 수 있습니다.",
    )
    remedy = Words(
        en="Delete the rows that were not handed out to you, or hand it in in parts.",
        fr="Supprimez les lignes qui ne vous ont pas été remises, ou remettez-le en plusieurs parties.",
        ko="배부받지 않은 행을 삭제하거나 나누어 제출하십시오.",
    )


class NotAReturnWorkbook(Refusal):
    """The workbook has no row of codes, so its columns cannot be known."""

    code = "workbook-without-codes"
    says = Words(
        en="“{name}” is no return workbook: the hidden row of codes above the heads is missing ({missing}).",
        fr="«\u00a0{name}\u00a0» n’est pas un classeur de rapports\u00a0: la ligne masquée des codes, au-dessus des "
        "titres, manque ({missing}).",
        ko="‘{name}’ 파일은 보고 통합 문서가 아닙니다. 제목 위의 숨겨진 부호 행이 없습니다({missing}).",
    )
    remedy = Words(
        en="Take a fresh workbook from the desk and copy your texts into it.",
        fr="Prenez un nouveau classeur au poste et copiez-y vos textes.",
        ko="업무 화면에서 새 통합 문서를 내려받아 내용을 옮기십시오.",
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: `text`, `day` (then `YYYY-MM-DD`), `formula` (then as written) or `merged` (then empty)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the sheet (from 1), with its cells by code; an empty cell is absent."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """What stands under the codes: the sheet, the codes found, and the rows with anything in them."""

    sheet: str
    codes: tuple[str, ...]
    rows: tuple[Row, ...]


def read(octets: bytes, *, name: str, limits: Limits = LIMITS) -> Cells:
    """The cells of a workbook; raises `WorkbookNotReadable`, `WorkbookTooLarge`, `NotAReturnWorkbook`."""
    if len(octets) > MOST_OCTETS:
        raise _too_large(name)
    said, _ = _asked(octets, {"do": "read"}, name, limits)
    rows = tuple(
        Row(number, {code: Cell(*cell) for code, cell in cells.items()}) for number, cells in said.get("rows", ())
    )
    return Cells(sheet=said["sheet"], codes=tuple(said["codes"]), rows=rows)


def with_messages(
    octets: bytes, messages: Mapping[int, str], *, name: str, language: str, limits: Limits = LIMITS
) -> bytes:
    """The same workbook with a column of messages, by row number (from 1); raises as `read` does."""
    asked = {
        "do": "messages",
        "head": MESSAGES.in_(language),
        "messages": {str(row): said for row, said in messages.items()},
    }
    return _asked(octets, asked, name, limits)[1]


def _too_large(name: str) -> WorkbookTooLarge:
    return WorkbookTooLarge(name=name[:120], rows=MOST_ROWS, megabytes=MOST_OCTETS // 2**20)


def _asked(octets: bytes, asked: Mapping[str, Any], name: str, limits: Limits) -> tuple[dict[str, Any], bytes]:
    order = json.dumps({**asked, "limits": asdict(limits)}).encode()
    with child_of("suivi.desk.workbooks.cells") as child:
        try:
            answer, errors = child.communicate(order + b"\n" + octets, timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired:
            raise _too_large(name) from None
    if child.returncode == 1:
        raise ChildNotStarted(errors.decode("utf-8", "replace")[-2000:])
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL, _OUT_OF_MEMORY):
        raise _too_large(name)
    if child.returncode:
        raise WorkbookNotReadable(name=name[:120])
    line, _, made = answer.partition(b"\n")
    said = json.loads(line)
    if said.get("refused") == "large":
        raise _too_large(name)
    if "missing" in said:
        raise NotAReturnWorkbook(name=name[:120], missing=", ".join(said["missing"]))
    return said, made


# In the child


def main() -> None:
    """Read an order and a workbook from standard input; write what stands in it, or the workbook with messages."""
    asked = json.loads(sys.stdin.buffer.readline())
    import openpyxl  # noqa: F401 loaded here, used later

    load_encodings()
    give_up(Limits(**asked["limits"]))
    try:
        said, made = _done(asked, sys.stdin.buffer.read())
    except MemoryError:
        raise SystemExit(_OUT_OF_MEMORY) from None
    except Exception:  # noqa: BLE001 whatever a hostile file makes of a parser, the parent refuses the file
        raise SystemExit(_BROKE_DOWN) from None
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made)


def _done(asked: Mapping[str, Any], octets: bytes) -> tuple[dict[str, Any], bytes]:
    said = _read(octets)
    if asked["do"] == "read" or "sheet" not in said:
        return said, b""
    return {}, _with_messages(octets, said["sheet"], asked["head"], asked["messages"])


def _read(octets: bytes) -> dict[str, Any]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(octets), read_only=True, data_only=False, keep_links=False)
    for sheet in book.worksheets:
        rows = sheet.iter_rows(max_col=_WIDEST)
        for number, row in enumerate(rows, start=1):
            if number > _SEARCHED:
                break
            codes = {place: code for place, cell in enumerate(row) if (code := _code_in(cell.value))}
            if len(codes) > 1:
                missing = [code for code in IDENTITY[:3] if code not in codes.values()]
                return {"missing": missing} if missing else _rows(octets, sheet.title, rows, number, codes)
    return {"missing": [f"{CODE}{code}" for code in IDENTITY[:3]]}


def _code_in(value: object) -> str:
    """The code a cell of the hidden row holds; empty where it holds none."""
    return value[len(CODE) :] if isinstance(value, str) and value.startswith(CODE) and len(value) < 60 else ""


def _rows(octets: bytes, sheet: str, rows: Iterator[Any], begun: int, codes: Mapping[int, str]) -> dict[str, Any]:
    found: list[tuple[int, dict[str, tuple[str, str]]]] = []
    inside = set(_inside_merged(octets, sheet))
    for number, row in enumerate(rows, start=begun + 1):
        cells = {codes[place]: told for place, cell in enumerate(row) if place in codes and (told := _told(cell))}
        if cells and (TEXT, HEADS) not in cells.values():
            cells |= {code: (MERGED, "") for place, code in codes.items() if (number, place) in inside}
            found.append((number, cells))
        if len(found) > MOST_ROWS + _SEARCHED:
            return {"refused": "large"}
    return {"sheet": sheet, "codes": [*codes.values()], "rows": found}


def _told(cell: Any) -> tuple[str, str] | None:
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        return FORMULA, str(getattr(value, "text", value))[:200]
    if isinstance(value, datetime):
        return (DAY, value.date().isoformat()) if value.time() == time() else (TEXT, value.isoformat(sep=" "))
    if isinstance(value, date):
        return DAY, value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return TEXT, str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _inside_merged(octets: bytes, title: str) -> Iterator[tuple[int, int]]:
    """Row (from 1) and column (from 0) of every cell of a merged range but its first, at most a sheetful."""
    from openpyxl.utils import column_index_from_string

    _, root = _sheet_of(octets, title)
    for ranged in root.iterfind(f"{_MAIN}mergeCells/{_MAIN}mergeCell"):
        place = _MERGED.fullmatch(ranged.get("ref", ""))
        if place is None:
            continue
        left, right = (column_index_from_string(place[group]) - 1 for group in (1, 3))
        top, bottom = int(place[2]), min(int(place[4]), int(place[2]) + MOST_ROWS)
        for row in range(top, bottom + 1):
            for column in range(left, min(right, _WIDEST) + 1):
                if (row, column) != (top, left):
                    yield row, column


def _sheet_of(octets: bytes, title: str) -> tuple[str, Any]:
    """The name of the part that holds a sheet, and its root element (ECMA-376 part 1, 18.2.19 and 18.3)."""
    with zipfile.ZipFile(BytesIO(octets)) as parts:
        book = _parsed(parts.read("xl/workbook.xml"))
        related = {each.get("Id"): each.get("Target") for each in _parsed(parts.read("xl/_rels/workbook.xml.rels"))}
        for sheet in book.iterfind(f"{_MAIN}sheets/{_MAIN}sheet"):
            if sheet.get("name") == title:
                target = related[sheet.get(_RELATED)]
                part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                return part, _parsed(parts.read(part))
    raise KeyError(title)


def _parsed(octets: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(octets, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _with_messages(octets: bytes, title: str, head: str, messages: Mapping[str, str]) -> bytes:
    """The workbook as it came, byte for byte but for one sheet, whose rows gain a cell at their end."""
    from lxml import etree
    from openpyxl.utils import get_column_letter

    part, root = _sheet_of(octets, title)
    rows = {row.get("r"): row for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row")}
    letters = get_column_letter(_widest(rows.values()) + 1)
    for number, said in {str(_row_of_heads(octets, title)): head, **messages}.items():
        if number in rows and said:
            cell = etree.SubElement(rows[number], f"{_MAIN}c", r=f"{letters}{number}", t="inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t")
            text.text = said[:32_000]
    for row in rows.values():
        row.attrib.pop("spans", None)
    return _replaced(octets, part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _widest(rows: Iterable[Any]) -> int:
    """The last column (from 1) any row uses."""
    from openpyxl.utils import column_index_from_string

    places = (cell.get("r", "A").rstrip("0123456789") for row in rows for cell in row.iterfind(f"{_MAIN}c"))
    return max((column_index_from_string(place) for place in set(places)), default=0)


def _row_of_heads(octets: bytes, title: str) -> int:
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(octets), read_only=True, keep_links=False)[title]
    for number, row in enumerate(sheet.iter_rows(max_col=_WIDEST, max_row=_SEARCHED), start=1):
        if any(_code_in(cell.value) for cell in row):
            return number + 1
    return 1


def _replaced(octets: bytes, part: str, content: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(octets)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for held in source.infolist():
            target.writestr(held, content if held.filename == part else source.read(held))
    return made.getvalue()


if __name__ == "__main__":
    main()
