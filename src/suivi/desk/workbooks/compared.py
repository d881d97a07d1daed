"""Compared: each row of a workbook handed back beside the present text of its return; nothing is kept here.

- A row whose boxes are as they were handed out changes nothing, whatever became of the return meanwhile.
- A row changed here and at the desk is laid side by side; which of the two stands is for the officer to choose.
- A cell that cannot be understood refuses its row and says why; the other rows are not held up by it.
- A return that was handed in since can be written no more: a row that says what was handed in changes nothing.
- A column that is missing, and a box that was left out because no cell could hold it, leave the present text alone.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.desk.workbooks.cells import DAY, FORMULA, MERGED, Cell, Cells, Row
from suivi.plan.days import MONTHS, day_in
from suivi.plan.words import LANGUAGES, Words
from suivi.publish.return_workbook import COMMITMENT, LEFT_OUT, RETURN, STARTED, VERSION, Column, ReturnRow, digest_of

SAME, CHANGED, BOTH, REFUSED = "same", "changed", "both", "refused"
FATES: Final = {
    SAME: Words(en="nothing changed", fr="rien n’a changé", ko="변경 없음"),
    CHANGED: Words(en="changed in the workbook", fr="modifié dans le classeur", ko="통합 문서에서 변경"),
    BOTH: Words(
        en="changed in the workbook and at the desk",
        fr="modifié dans le classeur et au poste",
        ko="통합 문서와 업무 화면에서 모두 변경",
    ),
    REFUSED: Words(en="not taken in", fr="non repris", ko="반영 불가"),
}
"""What may be said of a row."""

NO_RETURN: Final = Words(
    en="This row names no return; copy its text into a row of a workbook taken from the desk.",
    fr="Cette ligne ne désigne aucun rapport demandé; copiez-en le texte sur une ligne d’un classeur pris au poste.",
    ko="이 행에는 보고 요청 번호가 없습니다. 업무 화면에서 내려받은 통합 문서의 행에 내용을 옮기십시오.",
)
NOT_OPEN: Final = Words(
    en="This return is not open to you: it was handed in, dropped, or belongs to another plan or desk. Look under "
    "“Returns”, and take a new workbook there.",
    fr="Ce rapport ne vous est pas ouvert\u00a0: il a été remis, abandonné, ou relève d’un autre plan ou poste. Voyez sous "
    "«\u00a0Rapports demandés\u00a0», et prenez-y un nouveau classeur.",
    ko="이 보고는 작성할 수 없습니다. 이미 제출되었거나 취소되었거나 다른 계획 또는 다른 업무 화면의 보고입니다. "
    "‘보고 요청’ 화면에서 확인하고 새 통합 문서를 내려받으십시오.",
)
TWICE: Final = Words(
    en="This return stands in {times} rows; leave one.",
    fr="Ce rapport figure sur {times} lignes; n’en laissez qu’une.",
    ko="이 보고가 {times}개 행에 있습니다. 하나만 남기십시오.",
)
COMPUTED: Final = Words(
    en="“{column}” holds a formula ({formula}); write the text itself.",
    fr="«\u00a0{column}\u00a0» contient une formule ({formula}); écrivez le texte lui-même.",
    ko="‘{column}’ 열에 수식({formula})이 있습니다. 내용을 직접 쓰십시오.",
)
IN_MERGED: Final = Words(
    en="“{column}” lies inside merged cells; separate them.",
    fr="«\u00a0{column}\u00a0» se trouve dans des cellules fusionnées; séparez-les.",
    ko="‘{column}’ 열이 병합된 셀에 있습니다. 병합을 해제하십시오.",
)
NO_DAY: Final = Words(
    en="“{column}”: {got} is not a day that can be understood; write it as 2026-03-31.",
    fr="«\u00a0{column}\u00a0»\u00a0: {got} n’est pas une date comprise; écrivez-la sous la forme 2026-03-31.",
    ko="‘{column}’: ‘{got}’은(는) 이해할 수 없는 날짜입니다. 2026-03-31 형식으로 쓰십시오.",
)
NO_CHOICE: Final = Words(
    en="“{column}”: “{got}” is not in the list of the cell; choose one of the list.",
    fr="«\u00a0{column}\u00a0»\u00a0: «\u00a0{got}\u00a0» ne figure pas dans la liste de la cellule; choisissez-y un terme.",
    ko="‘{column}’: ‘{got}’은(는) 셀 목록에 없습니다. 목록에서 고르십시오.",
)

_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?")
_IN_WORDS: Final = re.compile(r"(?P<day>\d{1,2})(?:er)?\s+(?P<month>[^\W\d]+)\.?,?\s+(?P<year>\d{4})")
_MONTH_FIRST: Final = re.compile(r"(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})")
_MONTHS: Final = {name.casefold(): number for names in MONTHS.values() for number, name in enumerate(names, start=1)}


@dataclass(frozen=True, slots=True)
class Change:
    """A box whose text would change: the `present` text and the `new` one, as people read them."""

    column: Column
    present: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCompared:
    """A row of the workbook: its `fate`, the return it is about (None where it names none), and what would change.

    `boxes` are those the return would have; `messages` say why a row is refused.
    """

    number: int
    fate: str
    about: ReturnRow | None = None
    changes: tuple[Change, ...] = ()
    messages: tuple[Words, ...] = ()
    boxes: Mapping[str, str] | None = None


def compared(
    cells: Cells,
    present: Mapping[int, ReturnRow],
    columns: Sequence[Column],
    *,
    language: str,
    handed_in: Mapping[int, ReturnRow] | None = None,
) -> tuple[RowCompared, ...]:
    """Every row of the workbook, in its order, beside the returns that are open (`present`, by number) or `handed_in`."""
    named = Counter(_text(row, RETURN) for row in cells.rows)
    written = [column for column in columns if column.box in cells.codes]
    return tuple(
        _row(row, present, handed_in or {}, written, named[_text(row, RETURN)], language) for row in cells.rows
    )


def left_alone(cells: Cells, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns that the workbook has no more: what stands at the desk under them is left as it is."""
    return tuple(column for column in columns if column.box not in cells.codes)


def number_in(row: Row) -> int | None:
    """The number of the return that a row names, or None where it names none that could be."""
    number = _text(row, RETURN)
    return int(number) if number.isdecimal() and len(number) < 15 else None


def _row(
    row: Row,
    present: Mapping[int, ReturnRow],
    handed_in: Mapping[int, ReturnRow],
    columns: Sequence[Column],
    times: int,
    language: str,
) -> RowCompared:
    if not _text(row, RETURN):
        return RowCompared(number=row.number, fate=REFUSED, messages=(NO_RETURN,))
    number = number_in(row)
    gone = handed_in.get(number) if number is not None else None
    if gone is not None and _text(row, COMMITMENT) == gone.commitment:
        found = _known(row, gone, columns, language)
        refused = RowCompared(number=row.number, fate=REFUSED, about=gone, messages=(NOT_OPEN,))
        return found if found.fate == SAME else refused
    about = present.get(number) if number is not None else None
    if about is None or _text(row, COMMITMENT) != about.commitment:
        return RowCompared(number=row.number, fate=REFUSED, messages=(NOT_OPEN,))
    if times > 1:
        return RowCompared(number=row.number, fate=REFUSED, about=about, messages=(TWICE.filled(times=times),))
    return _known(row, about, columns, language)


def _known(row: Row, about: ReturnRow, columns: Sequence[Column], language: str) -> RowCompared:
    left_out = _text(row, LEFT_OUT).split()
    told = {column: _box(row.cells.get(column.box), column, about) for column in columns if column.box not in left_out}
    messages = tuple(said for said in told.values() if isinstance(said, Words))
    if messages:
        return RowCompared(number=row.number, fate=REFUSED, about=about, messages=messages)
    boxes = {column.box: said for column, said in told.items() if isinstance(said, str)}
    kept = {box: text for box, text in about.boxes.items() if box not in boxes}
    changes = tuple(_changes(told, about, language))
    if not changes or digest_of(boxes) == _text(row, STARTED):
        return RowCompared(number=row.number, fate=SAME, about=about)
    fate = CHANGED if _text(row, VERSION) == str(about.version) else BOTH
    new = kept | {box: text for box, text in boxes.items() if text}
    return RowCompared(number=row.number, fate=fate, about=about, changes=changes, boxes=new)


def _changes(told: Mapping[Column, str | Words], about: ReturnRow, language: str) -> Iterator[Change]:
    for column, said in told.items():
        before = about.boxes.get(column.box, "")
        if isinstance(said, str) and said.strip() != before.strip():
            yield Change(column, shown(column, before, about, language), shown(column, said, about, language))


def shown(column: Column, kept: str, about: ReturnRow, language: str) -> str:
    """What a box holds, as people read it: the words of a choice, a day in words, a text as it stands."""
    words = dict(about.states if column.by_mode else column.choices).get(kept)
    if words is not None:
        return words.in_(language)
    return day_in(language, kept) if column.is_day else kept


def _text(row: Row, code: str) -> str:
    cell = row.cells.get(code)
    return cell.text.strip() if cell else ""


def _box(cell: Cell | None, column: Column, about: ReturnRow) -> str | Words:
    """What a cell says for its box, or why it cannot be understood."""
    if cell is None:
        return ""
    if cell.kind == FORMULA:
        return COMPUTED.filled(column=column.head, formula=cell.text[:40])
    if cell.kind == MERGED:
        return IN_MERGED.filled(column=column.head)
    text = cell.text if column.box.startswith("account-") else cell.text.strip()
    if not text.strip():
        return ""
    if column.is_day:
        day = text if cell.kind == DAY else day_written(text)
        return day or NO_DAY.filled(column=column.head, got=text[:40])
    choices = about.states if column.by_mode else column.choices
    if choices:
        code = _code(text, choices)
        return code or NO_CHOICE.filled(column=column.head, got=text[:80])
    return text


def _code(text: str, choices: Sequence[tuple[str, Words]]) -> str | None:
    wanted = " ".join(text.split()).casefold()
    for code, words in choices:
        if wanted in {code, *(words.in_(language).casefold() for language in LANGUAGES)}:
            return code
    return None


def day_written(text: str) -> str | None:
    """The day a text says, `YYYY-MM-DD`: year first, or with the month in words; None for anything two readers differ on."""
    plain = " ".join(text.replace("\u00a0", " ").split())
    if first := _YEAR_FIRST.fullmatch(plain):
        year, month, day = (int(part) for part in first.groups())
    elif words := _IN_WORDS.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain):
        year, month, day = int(words["year"]), _MONTHS.get(words["month"].casefold(), 0), int(words["day"])
    else:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
