"""XLSX: the scorecard: a sheet of figures, a sheet for each pillar with filters and frozen heads, a sheet of matters.

- Every cell that somebody's words can reach is written as a string: no formula, no link, whatever it begins with.
- Words longer than a cell can hold (32,767 characters) go on in further columns: nothing is cut.
- The marking stands in the first row and on every printed page. The same review gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from suivi.plan.plan import ProvisionKind
from suivi.plan.words import Words
from suivi.publish import days, phrases
from suivi.publish.commitments import Commitment, came_or_ended
from suivi.publish.further import further
from suivi.publish.paper import Table, text_of
from suivi.publish.papers import figures
from suivi.publish.papers import phrases as here
from suivi.publish.papers.said import titled
from suivi.publish.pillars import commitments_of, ended, in_print_order, section_title
from suivi.publish.review_html import marking_of, tongue_of
from suivi.publish.tongue import Tongue, number_of
from suivi.publish.zipped import packed_anew
from suivi.record.assessments import SCORES
from suivi.record.reports import STAGES
from suivi.register.reports import COMPARISONS, Account, Comparison
from suivi.review.package import Chapter as Pillar
from suivi.review.package import Review
from suivi.review.words import CHAPTERS, MOVES, RULES, Chapter

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST: Final = 32_000
_NAME_LENGTH: Final = 31
_PRINTED: Final = 220  # characters across a sheet of A4 on its side that can still be read
_HEAD: Final = 3  # the row of heads, from 0; marking, title and period stand above
_NOT_IN_NAMES: Final = "[]:*?/\\'"
KIND: Final = Words(en="Kind", fr="Nature", ko="구분")
KINDS: Final[dict[ProvisionKind, Words]] = {
    ProvisionKind.AIM: Words(en="aim", fr="objectif", ko="협력 방향"),
    ProvisionKind.INITIATIVE: Words(en="initiative", fr="initiative", ko="협력 사업"),
}
DEADLINE: Final = Words(en="Deadline", fr="Échéance", ko="기한")
STAGE: Final = Words(en="Stage: {party}", fr="Stade\u00a0: {party}", ko="단계: {party}")
ON: Final = Words(en="Date: {party}", fr="Date\u00a0: {party}", ko="일자: {party}")
MOVED: Final = Words(en="In the period: {party}", fr="Période\u00a0: {party}", ko="기간 중: {party}")
ASSESSED: Final = Words(en="Assessment: {party}", fr="Appréciation\u00a0: {party}", ko="평가: {party}")
ASSESSED_WHY: Final = Words(en="Why: {party}", fr="Pourquoi\u00a0: {party}", ko="평가 사유: {party}")
CAME_OR_ENDED: Final = Words(en="Came or ended", fr="Ajout ou fin", ko="추가·종료")
FURTHER: Final = Words(en="Further: {party}", fr="Précisions\u00a0: {party}", ko="추가 사항: {party}")
ACCOUNT: Final = Words(en="Account: {party}", fr="Rapport\u00a0: {party}", ko="보고: {party}")
CONTINUED: Final = Words(en="{head} (continued {number})", fr="{head} (suite {number})", ko="{head}(계속 {number})")


def xlsx(review: Review, language: str) -> bytes:
    """The scorecard in `language`; raises `KeyError` for a language the house does not speak."""
    from xlsxwriter import Workbook  # heavy, and only for XLSX

    tongue = tongue_of(review, language)
    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    writer = _Writer(book, tongue, review)
    writer.figures()
    writer.assessments()
    for pillar in in_print_order(review):
        writer.pillar(pillar)
    writer.ended()
    writer.matters()
    writer.state()
    book.close()
    return packed_anew(made.getvalue())


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: "Workbook", tongue: Tongue, review: Review) -> None:
        self.book, self.tongue, self.review = book, tongue, review
        self.label = marking_of(review.register).label()
        self.widths: dict[str, int] = {}
        self.formats: dict[str, Format] = {
            "marking": book.add_format({"bold": True, "bg_color": "#000000", "font_color": _ink(self.label)}),
            "title": book.add_format({"bold": True, "font_size": 14, "font_color": "#26374A"}),
            "head": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "font_color": "#26374A"}
            ),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "number": book.add_format({"bold": True, "valign": "top", "font_color": "#B3192E"}),
            "figure": book.add_format({"valign": "top", "num_format": "0"}),
            "differs": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "font_color": "#A8400A"}),
        }

    def figures(self) -> None:
        """The counts by pillar, as numbers."""
        self.counts(self.tongue.say(CHAPTERS[Chapter.FIGURES]), figures.by_pillar(self.tongue, self.review))

    def assessments(self) -> None:
        """How often each side gave each score, as numbers; no sheet where nobody gave any."""
        for block in figures.assessments(self.tongue, self.review):
            if isinstance(block, Table):
                self.counts(block.caption, block)

    def counts(self, title: str, table: Table) -> None:
        """A table of figures by pillar."""
        heads = [text_of(column.title) for column in table.columns]
        sheet = self.sheet(title, title, heads, [44, *[14] * (len(heads) - 1)])
        for place, row in enumerate(_cells(table), start=_HEAD + 1):
            sheet.write_string(place, 0, row[0], self.formats["text"])
            for column, figure in enumerate(row[1:], start=1):
                sheet.write_number(place, column, int(figure), self.formats["figure"])
        self.finish(sheet, len(table.rows), len(heads))

    def pillar(self, pillar: Pillar) -> None:
        """Every commitment of a pillar with both accounts."""
        self.commitments(text_of(section_title(self.tongue, pillar)), commitments_of(self.review, pillar))

    def ended(self) -> None:
        """The commitments an amendment ended; no sheet for none."""
        if found := ended(self.review):
            self.commitments(self.tongue.say(phrases.ENDED), found)

    def commitments(self, title: str, commitments: Sequence[Commitment]) -> None:
        """A sheet of commitments."""
        rows = [self.commitment(one) for one in commitments]
        heads, widths = self.heads()
        heads, widths, rows = self.spread(heads, widths, rows)
        sheet = self.sheet(title, title, heads, widths, frozen=3)
        apart = {self.tongue.say(COMPARISONS[way]) for way in (Comparison.DIFFER, Comparison.DETAILS_DIFFER)}
        for place, row in enumerate(rows, start=_HEAD + 1):
            for column, words in enumerate(row):
                named = "number" if column == 0 else "differs" if column == 4 and words in apart else "text"
                sheet.write_string(place, column, words, self.formats[named])
        self.finish(sheet, len(rows), len(heads))

    def heads(self) -> tuple[list[str], list[int]]:
        """The heads and widths of a pillar's sheet."""
        say = self.tongue.say
        heads = [say(phrases.NUMBER), say(KIND), say(phrases.COMMITMENT), say(phrases.AGREED), say(phrases.COMPARED)]
        widths = [9, 11, 40, 60, 18]
        for code in self.tongue.names:
            party = self.tongue.party(code)
            heads += [say(words, party=party) for words in (STAGE, ON, MOVED, ACCOUNT, FURTHER, ASSESSED, ASSESSED_WHY)]
            widths += [14, 24, 18, 60, 40, 16, 40]
        return [*heads, say(DEADLINE), say(phrases.EVIDENCE), say(CAME_OR_ENDED)], [*widths, 14, 10, 30]

    def commitment(self, commitment: Commitment) -> list[str]:
        """The cells of one commitment, as words."""
        standing, say = commitment.standing, self.tongue.say
        provision = standing.provision
        row = [
            number_of(commitment.place),
            say(KINDS[provision.kind]),
            text_of(titled(self.tongue, provision.titles)),
            self.chosen(commitment.agreed),
            say(COMPARISONS[standing.comparison]),
        ]
        for code in self.tongue.names:
            row += self.side(commitment, code)
        deadline = provision.deadline.latest_on.isoformat() if provision.deadline else ""
        cited = sum(not one.withdrawn for one in standing.evidence)
        return [*row, deadline, str(cited), came_or_ended(self.tongue, commitment)]

    def side(self, commitment: Commitment, code: str) -> list[str]:
        """What one party says: stage, day, move, account, what else the report says, its assessment of the period, and why."""
        say, account = self.tongue.say, commitment.standing.latest(code)
        move = say(MOVES[commitment.changes[code].move]) if code in commitment.changes else ""
        given = commitment.assessed.get(code)
        scored = [say(SCORES[given.said.score]), self.chosen(given.said.account)] if given is not None else ["", ""]
        if account is None:
            return [say(COMPARISONS[Comparison.NEITHER]), "", move, "", "", *scored]
        on = days.span_in(self.tongue.language, account.on, account.until)
        said = [say(STAGES[account.stage]), on, move, self.chosen(account.account)]
        return [*said, self.further(account, commitment), *scored]

    def further(self, account: Account, commitment: Commitment) -> str:
        """Next steps with day and owner, what stands in the way, a new day asked for: a line each."""
        told = further(self.tongue, account, commitment.bodies)
        parts = ([one.label, one.said, self.chosen(one.words) or one.quoted] for one in told)
        return "\n".join(": ".join(part for part in line if part) for line in parts)

    def matters(self) -> None:
        """What the rules found, with what can be decided and who acts."""
        say = self.tongue.say
        title = say(CHAPTERS[Chapter.MATTERS])
        heads = [say(words) for words in (phrases.NUMBER, here.MATTER, here.WHY, here.DECISION_SOUGHT, here.WHO)]
        sheet = self.sheet(title, title, heads, [10, 30, 70, 60, 30])
        for place, one in enumerate(self.review.matters, start=_HEAD + 1):
            number = number_of(one.provision) if one.provision else "–"
            who = ", ".join(self.tongue.party(code) for code in one.parties)
            for column, words in enumerate((number, say(RULES[one.rule]), say(one.says), say(one.asks), who)):
                sheet.write_string(place, column, words, self.formats["text"])
        self.finish(sheet, len(self.review.matters), len(heads))

    def sheet(
        self, name: str, title: str, heads: Sequence[str], widths: Sequence[int], *, frozen: int = 1
    ) -> "Worksheet":
        """A sheet with marking, title, period and heads."""
        sheet = self.book.add_worksheet(_sheet_name(name, {one.get_name() for one in self.book.worksheets()}))
        period = self.review.period
        spoken = days.span_in(self.tongue.language, period.from_on.isoformat(), period.to_on.isoformat())
        sheet.write_string(0, 0, self.label, self.formats["marking"])
        sheet.write_string(1, 0, title, self.formats["title"])
        said = [self.tongue.say(here.PERIOD_OF, days=spoken)]
        said += [self.tongue.say(phrases.DEMONSTRATION)] if self.review.register.demonstration else []
        sheet.write_string(2, 0, " · ".join(said))
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.write_string(_HEAD, column, head, self.formats["head"])
            sheet.set_column(column, column, width)
        sheet.freeze_panes(_HEAD + 1, frozen)
        self.widths[sheet.get_name()] = int(sum(widths))
        return sheet

    def finish(self, sheet: "Worksheet", rows: int, columns: int) -> None:
        """Filters over the rows, and how the sheet prints."""
        sheet.autofilter(_HEAD, 0, _HEAD + rows, columns - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(-(-self.widths[sheet.get_name()] // _PRINTED), 0)
        sheet.repeat_columns(0, 1)
        sheet.repeat_rows(_HEAD)
        shown = self.label.replace("&", "&&")
        simulated = self.tongue.say(phrases.SIMULATED) if self.review.register.demonstration else ""
        sheet.set_header(f"&L&B{shown}&C{simulated}&R&A" if simulated else f"&L&B{shown}&R&A")
        sheet.set_footer(f"&L&B{shown}&C&6 {self.review.digest()}&R&P / &N")

    def spread(
        self, heads: list[str], widths: list[int], rows: list[list[str]]
    ) -> tuple[list[str], list[int], list[list[str]]]:
        """The same with further columns wherever words are longer than a cell holds."""
        pieces = [max((len(_pieces(row[column])) for row in rows), default=1) for column in range(len(heads))]
        if max(pieces, default=1) == 1:
            return heads, widths, rows
        named, wide = list[str](), list[int]()
        for head, width, count in zip(heads, widths, pieces, strict=True):
            named += [head, *(self.tongue.say(CONTINUED, head=head, number=n) for n in range(2, count + 1))]
            wide += [width] * count
        return named, wide, [[piece for cell in _padded(row, pieces) for piece in cell] for row in rows]

    def chosen(self, texts: Mapping[str, str]) -> str:
        """The words in the reader's language, else in an authentic one, else in any."""
        return texts.get(self.tongue.chosen(texts), "")

    def state(self) -> None:
        """The properties of the file: the closing day, never a clock."""
        self.book.set_properties(
            {
                "title": self.tongue.say(here.SCORECARD),
                "subject": self.label,
                "author": "Suivi",
                "keywords": self.review.digest(),
                "created": datetime.fromisoformat(f"{self.review.period.to_on.isoformat()}T00:00:00"),
            }
        )


def _cells(table: Table) -> Iterator[list[str]]:
    return ([text_of(cell.runs) for cell in row] for row in table.rows)


def _pieces(words: str) -> list[str]:
    return [words[start : start + LONGEST] for start in range(0, len(words), LONGEST)] or [""]


def _padded(row: Sequence[str], pieces: Sequence[int]) -> Iterator[list[str]]:
    for words, count in zip(row, pieces, strict=True):
        found = _pieces(words)
        yield found + [""] * (count - len(found))


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name Excel takes: at most 31 characters, none of its own marks, and unlike any other but for case."""
    plain = "".join(" " if one in _NOT_IN_NAMES or ord(one) < 32 else one for one in title).strip() or "–"
    known = {name.casefold() for name in taken}
    name, number = plain[:_NAME_LENGTH].strip(), 2
    while name.casefold() in known or name.casefold() == "history":
        name = f"{plain[: _NAME_LENGTH - 4].strip()} {number}"
        number += 1
    return name


def _ink(label: str) -> str:
    known = {"TLP:CLEAR": "#FFFFFF", "TLP:GREEN": "#33FF00", "TLP:AMBER": "#FFC000"}
    return known.get(label.split(" ", maxsplit=1)[0].replace("+STRICT", ""), "#FF2B2B")
