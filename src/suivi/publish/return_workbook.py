"""The return workbook: the reports asked for, as XLSX that leads fill in away from the desk and hand back.

- One row for each return. What is agreed and what was said before is locked; what is to be written stands in boxes
  named as in the form of the desk, with the words of its choices in full.
- Hidden codes stand above the heads, so that columns may be moved; hidden cells of each row say which return it is, of
  which commitment, and from which version of its draft it started.
- What a cell cannot hold is left out and named: the desk keeps it as it is.
- No cell is ever a formula. The same book gives the same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from suivi.log.canonical import canonical
from suivi.plan.words import LANGUAGES, Words
from suivi.publish import phrases
from suivi.publish.tongue import AUTONYMS
from suivi.publish.zipped import packed_anew
from suivi.record.reports import HINDRANCES, STAGES

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CODE: Final = "suivi:"
"""What every code in the hidden row begins with."""

RETURN, VERSION, COMMITMENT, STARTED, LEFT_OUT = "return", "version", "commitment", "started", "left-out"
IDENTITY: Final = (RETURN, VERSION, COMMITMENT, STARTED, LEFT_OUT)
"""The hidden columns: number of the return, version of the draft, `channel/plan#commitment`, digest of the boxes as
handed out, names of the boxes left out."""

HEADS: Final = f"{CODE}heads"
"""What stands in the first cell of the row of heads, which is no return."""

LONGEST: Final = 32_000
"""How many characters a box may hold to stand in a cell (XLSX allows 32,767)."""

_CODES, _HEADS, _FIRST = 1, 2, 3  # rows, from 0; the marking stands above them
_LINE, _LINE_OF_GUIDE, _HIGHEST = 15, 18, 300  # points; the highest leaves two rows on a screen
_DAY_FORMAT: Final = "yyyy-mm-dd"
_NEVER: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # no clock

SHEET: Final = Words(en="Returns", fr="Rapports", ko="보고")
GUIDE: Final = Words(en="Instructions", fr="Mode d’emploi", ko="작성 안내")
LISTS: Final = "suivi"
KIND: Final = Words(en="What to report", fr="Nature du rapport", ko="보고 유형")
KINDS: Final = {
    "report": Words(en="a report", fr="un rapport", ko="보고 있음"),
    "nothing": Words(en="nothing to report", fr="rien à signaler", ko="보고 사항 없음"),
}
TITLE: Final = Words(en="Commitment", fr="Engagement", ko="항목")
ASKED_OF: Final = Words(en="Asked of", fr="Demandé à", ko="보고 담당")
DUE: Final = Words(en="Due", fr="Échéance", ko="기한")
LAST: Final = Words(en="Our last report", fr="Notre dernier rapport", ko="우리 측 최근 보고")
REMARKS: Final = Words(en="Remarks of who sent it back", fr="Remarques de renvoi", ko="반려 의견")
STAGE: Final = Words(en="Stage", fr="Stade", ko="이행 단계")
STATE: Final = Words(en="State", fr="État", ko="상태")
ON: Final = Words(en="Date of the fact", fr="Date du fait", ko="발생일")
UNTIL: Final = Words(en="Until (if it lasted)", fr="Jusqu’au (s’il a duré)", ko="종료일(해당 시)")
ACCOUNT: Final = Words(en="Account ({language})", fr="Compte rendu ({language})", ko="진행 상황({language})")
HINDRANCE: Final = Words(en="Why late or stuck", fr="Motif du retard", ko="지연 사유")
REASON: Final = Words(en="In your words", fr="Précisions", ko="사유 설명")
STEP: Final = Words(en="Next step ({language})", fr="Prochaine étape ({language})", ko="다음 단계({language})")
STEP_OWNER: Final = Words(en="Next step: who", fr="Prochaine étape\u00a0: qui", ko="다음 단계: 담당")
STEP_DUE: Final = Words(en="Next step: by", fr="Prochaine étape\u00a0: d’ici le", ko="다음 단계: 기한")
NEW_DAY: Final = Words(en="New day asked for", fr="Nouvelle date demandée", ko="변경 요청 기한")
NEW_DAY_WHY: Final = Words(
    en="Why a new day ({language})", fr="Motif de la nouvelle date ({language})", ko="기한 변경 사유({language})"
)
GUIDANCE: Final = (
    Words(
        en="Fill in the white columns of the sheet “{sheet}”. The grey ones are locked: they are the words of the plan "
        "and what was said before.",
        fr="Remplissez les colonnes blanches de la feuille «\u00a0{sheet}\u00a0». Les colonnes grises sont "
        "verrouillées\u00a0: ce sont les termes du plan et ce qui a déjà été dit.",
        ko="‘{sheet}’ 시트의 흰색 열을 작성하십시오. 회색 열은 계획의 문안과 이전 보고이므로 잠겨 있습니다.",
    ),
    Words(
        en="Where there is nothing to report, choose “{nothing}”; of the rest only stage and day count.",
        fr="S’il n’y a rien à signaler, choisissez «\u00a0{nothing}\u00a0»; du reste, seuls le stade et la date comptent.",
        ko="보고할 사항이 없으면 목록에서 ‘{nothing}’ 항목을 선택하십시오. 나머지 중에서는 이행 단계와 발생일만 반영됩니다.",
    ),
    Words(
        en="Choose stages, states and reasons from the list of the cell. Write days as 2026-03-31.",
        fr="Choisissez stades, états et motifs dans la liste de la cellule. Écrivez les dates sous la forme 2026-03-31.",
        ko="이행 단계, 상태, 사유는 셀의 목록에서 선택하십시오. 날짜는 2026-03-31 형식으로 쓰십시오.",
    ),
    Words(
        en="One language is enough to begin with; the translation can follow at the desk.",
        fr="Une seule langue suffit pour commencer; la traduction peut suivre au poste.",
        ko="우선 한 언어로만 작성해도 됩니다. 번역은 이후 업무 화면에서 추가할 수 있습니다.",
    ),
    Words(
        en="Rows may be left out, sorted or hidden. Formulas are not computed: a cell with a formula is not taken in.",
        fr="Vous pouvez omettre, trier ou masquer des lignes. Aucune formule n’est calculée\u00a0: une cellule qui en "
        "contient une n’est pas reprise.",
        ko="행을 빼거나 정렬하거나 숨겨도 됩니다. 수식은 계산하지 않으며, 수식이 있는 셀은 반영되지 않습니다.",
    ),
    Words(
        en="Hand the file back at the desk, under Returns. You will see every change before anything is kept.",
        fr="Remettez le fichier au poste, sous Rapports demandés. Chaque modification vous sera montrée avant d’être "
        "conservée.",
        ko="업무 화면의 ‘보고 요청’에서 파일을 제출하십시오. 저장하기 전에 모든 변경 사항을 확인할 수 있습니다.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column to be filled in: the name of its `box`, its head, its width in characters, and what may stand in it.

    `choices` are codes with their words; `is_day`: a day; `by_mode`: the states of the row's own mode.
    """

    box: str
    head: Words
    width: int = 14
    choices: tuple[tuple[str, Words], ...] = ()
    is_day: bool = False
    by_mode: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """A return as it stands: what is locked in words, what is written by box, and the states of its mode.

    `due_on` and the days among the boxes are `YYYY-MM-DD`; a box that holds anything else is written as it stands.
    """

    id: int
    version: int
    commitment: str
    number: str
    title: str
    agreed: str
    asked_of: str
    due_on: str
    last: str
    remarks: str
    boxes: Mapping[str, str]
    mode: str
    states: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnBook:
    """The returns to be filled in, in the order given; `title` names the plan, `marking` is shown on every page."""

    title: str
    marking: str
    columns: tuple[Column, ...]
    rows: tuple[ReturnRow, ...]


def columns_of(languages: Sequence[str], bodies: Sequence[tuple[str, Words]]) -> tuple[Column, ...]:
    """The columns to be filled in, for accounts in `languages`; `bodies` (ids with names) may take the next step."""
    spoken = [language for language in LANGUAGES if language in languages]

    def each(box: str, head: Words, width: int) -> list[Column]:
        return [
            Column(box=f"{box}-{language}", head=head.filled(language=AUTONYMS[language]), width=width)
            for language in spoken
        ]

    return (
        Column(box="kind", head=KIND, width=18, choices=tuple(KINDS.items())),
        Column(box="stage", head=STAGE, choices=tuple((stage.value, words) for stage, words in STAGES.items())),
        Column(box="state", head=STATE, width=18, by_mode=True),
        Column(box="on", head=ON, is_day=True),
        Column(box="until", head=UNTIL, is_day=True),
        *each("account", ACCOUNT, 60),
        Column(
            box="hindrance",
            head=HINDRANCE,
            width=22,
            choices=tuple((one.value, words) for one, words in HINDRANCES.items()),
        ),
        Column(box="reason", head=REASON, width=30),
        *each("step-1-words", STEP, 36),
        Column(box="step-1-owner", head=STEP_OWNER, width=30, choices=tuple(bodies)),
        Column(box="step-1-due", head=STEP_DUE, is_day=True),
        Column(box="newday-on", head=NEW_DAY, is_day=True),
        *each("newday-why", NEW_DAY_WHY, 36),
    )


def return_workbook(book: ReturnBook, language: str) -> bytes:
    """The workbook in `language`; raises `KeyError` for a language the house does not speak."""
    from xlsxwriter import Workbook  # heavy, and only for XLSX

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    written = Workbook(made, options)
    written.set_properties({"title": book.title, "created": _NEVER})
    _Writer(written, book, language).write()
    written.close()
    return packed_anew(made.getvalue())


class _Writer:
    """Writes the three sheets of a return workbook."""

    def __init__(self, written: "Workbook", book: ReturnBook, language: str) -> None:
        self.written, self.book, self.language = written, book, language
        locked = {"text_wrap": True, "valign": "top", "bg_color": "#EDEDED", "locked": True}
        open_ = {"text_wrap": True, "valign": "top", "locked": False, "border": 1, "border_color": "#B0B0B0"}
        self.formats: dict[str, Format] = {
            "marking": written.add_format({"bold": True}),
            "head": written.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2}),
            "locked": written.add_format(locked),
            "locked-day": written.add_format({**locked, "num_format": _DAY_FORMAT}),
            "open": written.add_format({**open_, "num_format": "@"}),
            "open-day": written.add_format({**open_, "num_format": _DAY_FORMAT}),
            "guide": written.add_format({"text_wrap": True, "valign": "top", "font_size": 12}),
        }
        self.lists: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        """All sheets; the one to be filled in is the one that opens."""
        guide = self.written.add_worksheet(self._say(GUIDE))
        sheet = self.written.add_worksheet(self._say(SHEET))
        self.hidden = self.written.add_worksheet(LISTS)
        self._guide(guide)
        self._returns(sheet)
        self.hidden.hide()
        self.hidden.protect()
        sheet.activate()

    def _say(self, words: Words) -> str:
        return words.in_(self.language)

    def _guide(self, sheet: "Worksheet") -> None:
        sheet.set_column(0, 0, 100)
        sheet.set_header(f"&C{self.book.marking}")
        sheet.write_string(0, 0, self.book.marking, self.formats["marking"])
        sheet.write_string(1, 0, self.book.title, self.formats["marking"])
        nothing, name = KINDS["nothing"], SHEET
        for place, words in enumerate(GUIDANCE, start=3):
            said = self._say(words.filled(sheet=name, nothing=nothing))
            sheet.set_row(place, _LINE_OF_GUIDE * _lines(said, 80))
            sheet.write_string(place, 0, said, self.formats["guide"])
        sheet.protect()

    def _returns(self, sheet: "Worksheet") -> None:
        locked = [
            (phrases.NUMBER, 9),
            (TITLE, 34),
            (phrases.AGREED, 50),
            (ASKED_OF, 22),
            (DUE, 12),
            (LAST, 50),
            (REMARKS, 30),
        ]
        first, columns = len(IDENTITY), self.book.columns
        begins = first + len(locked)
        sheet.set_header(f"&C{self.book.marking}")
        sheet.set_landscape()
        sheet.write_string(0, first, self.book.marking, self.formats["marking"])
        for place, code in enumerate([*IDENTITY, *[""] * len(locked), *(column.box for column in columns)]):
            sheet.write_string(_CODES, place, f"{CODE}{code}" if code else "")
        sheet.set_row(_CODES, None, None, {"hidden": True})
        sheet.set_column(0, first - 1, None, None, {"hidden": True})
        sheet.write_string(_HEADS, 0, HEADS)
        heads = [*locked, *((column.head, column.width) for column in columns)]
        for place, (head, width) in enumerate(heads, start=first):
            sheet.set_column(place, place, width)
            sheet.write_string(_HEADS, place, self._say(head), self.formats["head"])
        for place, row in enumerate(self.book.rows, start=_FIRST):
            self._row(sheet, place, row, begins)
        sheet.freeze_panes(_FIRST, first + 2)
        sheet.autofilter(_HEADS, first, max(_HEADS, _HEADS + len(self.book.rows)), begins + len(columns) - 1)
        sheet.protect(
            "", {"format_cells": True, "format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
        )

    def _row(self, sheet: "Worksheet", place: int, row: ReturnRow, begins: int) -> None:
        self._fit(sheet, place, row)
        boxes = {column.box: row.boxes.get(column.box, "") for column in self.book.columns}
        left_out = [box for box, text in boxes.items() if len(text) > LONGEST]
        held = {box: text for box, text in boxes.items() if box not in left_out}
        identity = (str(row.id), str(row.version), row.commitment, digest_of(held), " ".join(left_out))
        for number, cell in enumerate(identity):
            sheet.write_string(place, number, cell)
        said = (row.number, row.title, row.agreed, row.asked_of, row.due_on, row.last, row.remarks)
        for number, cell in enumerate(said, start=len(IDENTITY)):
            self._cell(sheet, place, number, cell, "locked", is_day=cell == row.due_on)
        for number, column in enumerate(self.book.columns, start=begins):
            choices = row.states if column.by_mode else column.choices
            self._offer(sheet, place, number, [self._say(each) for _, each in choices])
            if column.box in left_out:
                self._cell(sheet, place, number, f"{boxes[column.box][:200]}…", "locked")
                continue
            kept = boxes[column.box]
            shown = {code: self._say(each) for code, each in choices}.get(kept, kept)
            self._cell(sheet, place, number, shown, "open", is_day=column.is_day)

    def _fit(self, sheet: "Worksheet", place: int, row: ReturnRow) -> None:
        """Make the row as high as its longest cell asks for: not every office program does it by itself."""
        said = zip((row.title, row.agreed, row.last, row.remarks), (34, 50, 50, 30), strict=True)
        typed = ((row.boxes.get(column.box, ""), column.width) for column in self.book.columns)
        sheet.set_row(place, min(_HIGHEST, _LINE * max(_lines(text, width) for text, width in (*said, *typed))))

    def _offer(self, sheet: "Worksheet", row: int, column: int, words: Sequence[str]) -> None:
        """Put the list of these words on a cell; another word is warned of, not forbidden: it is refused with a reason."""
        if words:
            source = {"validate": "list", "source": self._list(words), "error_type": "warning"}
            sheet.data_validation(row, column, row, column, source)

    def _cell(self, sheet: "Worksheet", row: int, column: int, cell: str, kind: str, *, is_day: bool = False) -> None:
        day = _day(cell) if is_day else None
        if day is not None:
            sheet.write_datetime(row, column, day, self.formats[f"{kind}-day"])
        elif cell:
            sheet.write_string(row, column, cell[:LONGEST], self.formats[f"{kind}-day" if is_day else kind])
        else:
            sheet.write_blank(row, column, None, self.formats[f"{kind}-day" if is_day else kind])

    def _list(self, words: Sequence[str]) -> str:
        """The range of the hidden sheet that holds these words, written once."""
        from xlsxwriter.utility import xl_col_to_name

        key = tuple(words)
        if key not in self.lists:
            number = len(self.lists)
            for place, word in enumerate(words):
                self.hidden.write_string(place, number, word)
            letter = xl_col_to_name(number)
            self.lists[key] = f"={LISTS}!${letter}$1:${letter}${len(words)}"
        return self.lists[key]


def _lines(text: str, width: int) -> int:
    """How many lines `text` takes in a column `width` characters wide; an East Asian character is as wide as two."""
    return sum(1 + sum(1 + (east_asian_width(one) in "WF") for one in line) // width for line in text.split("\n"))


def _day(cell: str) -> datetime | None:
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if day.year > 1900 and cell == day.isoformat() else None  # noqa: DTZ001  # a cell has no zone


def digest_of(boxes: Mapping[str, str]) -> str:
    """A digest of what stands in boxes, blanks at the ends and empty boxes aside: equal texts, equal digest."""
    held = {box: text.strip() for box, text in boxes.items() if text.strip()}
    return sha256(canonical(dict(held))).hexdigest()[:32]
