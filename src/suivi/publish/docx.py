"""DOCX: a paper as a Word document (ISO/IEC 29500) that a secretariat can go on editing.

- Real styles, headings, lists, tables with header rows that repeat, a table of contents as a field, cross-references
  as links to bookmarks, the language of every run, the marking and page numbers in headers and footers.
- Nothing is fetched from anywhere; links lead to the proof files beside the document only. No macro, no field that runs
  anything; what somebody wrote is text and nothing else.
- Core properties state the closing day of the review, never a clock: the same paper gives the same bytes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from suivi.plan.numbering import number_of
from suivi.publish.docx_styles import styled, tongue_tag
from suivi.publish.paper import (
    Block,
    Break,
    Cell,
    Column,
    Columns,
    Drawing,
    Figure,
    Heading,
    Items,
    Paper,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    Voice,
    plain,
    text_of,
)
from suivi.publish.pdf import png
from suivi.publish.zipped import packed_anew

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

WIDTH: Final = 9638  # of the text, in twentieths of a point: A4 less two margins of 20 mm
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STYLES: Final = {
    Style.BODY: "BodyText",
    Style.LEDE: "Lede",
    Style.NOTE: "Note",
    Style.LABEL: "Label",
    Style.SIGNED: "SignedWords",
    Style.BLANK: "Blank",
}
_VOICES: Final = {
    Voice.STRONG: "Strong",
    Voice.FAINT: "Faint",
    Voice.SIGNED: "SignedRun",
    Voice.NUMBER: "PlanNumber",
    Voice.TAG: "Faint",
    Voice.DIFFERS: "Differs",
    Voice.LATE: "Late",
    Voice.STRUCK: "Struck",
    Voice.DIGEST: "Digest",
    Voice.MARKING: "MarkingRun",
}


def docx(paper: Paper) -> bytes:
    """The paper as DOCX."""
    from docx import Document  # heavy, and only for DOCX

    document = styled(Document(), paper)
    body = document.element.body
    end = body[-1]  # the section, which stands last
    for element in _Writer(paper, document).document():
        end.addprevious(element)
    _state(document, paper)
    made = BytesIO()
    document.save(made)
    return packed_anew(made.getvalue())


def _state(document: "Document", paper: Paper) -> None:
    written = datetime.fromisoformat(f"{paper.written_on}T00:00:00")
    properties = document.core_properties
    properties.title = _allowed(f"{paper.kind} – {paper.title}")
    properties.subject = paper.marking
    properties.author = properties.last_modified_by = "Suivi"
    properties.comments = properties.category = properties.keywords = ""
    properties.identifier = paper.digest
    properties.language = tongue_tag(paper.language)
    properties.created = properties.modified = written
    properties.revision = 1


class _Writer:
    """Writes blocks as elements of WordprocessingML; `known` leads from the plan's numbers to bookmarks."""

    def __init__(self, paper: Paper, document: "Document") -> None:
        self.paper = paper
        self.part = document.part
        self.numbering = document.part.numbering_part.element
        self.marks = 0
        anchors = [block.anchor for block in paper.blocks if isinstance(block, Heading) and block.anchor]
        self.known: Mapping[str, str] = {number_of(anchor): _bookmark(anchor) for anchor in anchors}

    def document(self) -> "Iterator[_Element]":
        """The whole body; the table of contents stands before the first heading of level 2."""
        waits = self.paper.contents
        for block in self.paper.blocks:
            if waits and isinstance(block, Heading) and block.level == 2:
                yield from self.contents()
                waits = False
            yield from self.block(block)

    def block(self, block: Block) -> "Iterator[_Element]":
        match block:
            case Heading():
                yield self.heading(block)
            case Paragraph(runs, style, language):
                yield self.paragraph(_STYLES[style], runs, language=language)
            case Items(items, ordered):
                numbered = self.numbered() if ordered else None
                for item in items:
                    paragraph = self.paragraph("ListNumber" if ordered else "ListBullet", item)
                    if numbered is not None:
                        level = _element("w:ilvl", val="0")
                        paragraph[0].append(_element("w:numPr", level, _element("w:numId", val=str(numbered))))
                    yield paragraph
            case Table():
                yield self.table(block)
                yield self.paragraph("Apart", ())
            case Figure(drawing):
                yield self.picture(drawing)
            case Columns(parts, ruled):
                yield self.columns(parts, "SideBySide" if ruled else "Pair")
                yield self.paragraph("Apart", ())
            case Break():
                yield _element("w:p", _element("w:r", _element("w:br", type="page")))

    def numbered(self) -> int:
        """A numbering of its own, so that every list begins with one."""
        style = next(one for one in self.numbering.findall(".//{*}pStyle") if one.get(_w("val")) == "ListNumber")
        abstract = style.getparent().getparent().get(_w("abstractNumId"))
        made = self.numbering.add_num(int(abstract))
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def heading(self, heading: Heading) -> "_Element":
        paragraph = self.paragraph(f"Heading{min(heading.level, 6)}", heading.runs)
        if heading.anchor:
            self.marks += 1
            start = _element("w:bookmarkStart", id=str(self.marks), name=_bookmark(heading.anchor))
            paragraph.insert(1, start)
            paragraph.append(_element("w:bookmarkEnd", id=str(self.marks)))
        return paragraph

    def paragraph(self, style: str, runs: Runs, *, language: str = "") -> "_Element":
        made = _element("w:p", _element("w:pPr", _element("w:pStyle", val=style)))
        for run in runs:
            written = _run(run, run.language or language)
            leads = self.known.get(run.words) if run.voice is Voice.NUMBER and not style.startswith("Heading") else None
            if run.proof:
                written = self.proved(written, run.proof)
            made.append(_element("w:hyperlink", written, anchor=leads) if leads else written)
        return made

    def proved(self, written: "_Element", proof: str) -> "_Element":
        """The run as a link to the file beside the document, by a relative address."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        link = _element("w:hyperlink", written)
        link.set(qn("r:id"), self.part.relate_to(proof, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link

    def table(self, table: Table) -> "_Element":
        shares = [column.share for column in table.columns]
        widths = [WIDTH * share // sum(shares) for share in shares]
        heads = (
            self.cell([self.paragraph(_of_cell("TableHead", column), column.title)], width)
            for column, width in zip(table.columns, widths, strict=True)
        )
        repeated = _element("w:trPr", _element("w:cantSplit"), _element("w:tblHeader"))
        made = _opened("Record", widths, caption=table.caption)
        made.append(_element("w:tr", repeated, *heads))
        for row in table.rows:
            cells = zip(row, table.columns, widths, strict=True)
            filled = (self.cell([self.filled(cell, column)], width) for cell, column, width in cells)
            made.append(_element("w:tr", _element("w:trPr", _element("w:cantSplit")), *filled))
        return made

    def filled(self, cell: Cell, column: Column) -> "_Element":
        mark = plain(f"{cell.mark.says} ") if cell.mark else ()
        return self.paragraph(_of_cell("TableText", column), (*mark, *cell.runs))

    def picture(self, drawing: Drawing) -> "_Element":
        """The picture with what it shows in words, as wide as it is, or as the text is."""
        from docx.shared import Twips

        width = min(round(drawing.width * 15), WIDTH)
        inline = self.part.new_pic_inline(BytesIO(png(drawing)), width=Twips(width))
        inline.docPr.set("descr", _allowed(drawing.says))
        paragraph = self.paragraph("BodyText", ())
        paragraph.append(_element("w:r", _element("w:drawing", inline)))
        return paragraph

    def columns(self, parts: tuple[tuple[Block, ...], ...], style: str) -> "_Element":
        """Blocks side by side: a table; headings that open every part become its header row."""
        width = WIDTH // max(len(parts), 1)
        made = _opened(style, [width] * len(parts))
        headed = [part[0] for part in parts if part and isinstance(part[0], Heading)]
        if len(headed) == len(parts):
            heads = (self.cell([self.paragraph("TableHead", one.runs)], width) for one in headed)
            made.append(_element("w:tr", _element("w:trPr", _element("w:tblHeader")), *heads))
        rest = [part[1:] if len(headed) == len(parts) else part for part in parts]
        cells = (self.cell([e for block in part for e in self.block(block)], width) for part in rest)
        made.append(_element("w:tr", *cells))
        return made

    def cell(self, content: "Iterable[_Element]", width: int) -> "_Element":
        found = list(content)
        # A cell ends with a paragraph.
        if not found or not str(found[-1].tag).endswith("}p"):
            found.append(self.paragraph("Apart", ()))
        sized = _element("w:tcPr", _element("w:tcW", w=str(width), type="dxa"))
        return _element("w:tc", sized, *found)

    def contents(self) -> "Iterator[_Element]":
        """A field that Word and LibreOffice bring up to date; until then it shows the headings without pages."""
        yield self.paragraph("ContentsTitle", plain(self.paper.contents_title))
        headings = [one for one in self.paper.blocks if isinstance(one, Heading) and one.level in (2, 3)]
        for place, heading in enumerate(headings):
            line = self.paragraph(f"TOC{heading.level - 1}", plain(text_of(heading.runs)))
            if place == 0:
                line[1:1] = _opening_of_field(' TOC \\o "2-3" \\h \\z \\u ')
            if place == len(headings) - 1:
                line.append(_field_mark("end"))
            yield line
        yield _element("w:p", _element("w:r", _element("w:br", type="page")))


def _opened(style: str, widths: list[int], *, caption: str = "") -> "_Element":
    properties = [_element("w:tblStyle", val=style), _element("w:tblW", w=str(sum(widths)), type="dxa")]
    properties += [_element("w:tblLayout", type="fixed"), _element("w:tblLook", firstRow="1", val="0020")]
    if caption:
        properties.append(_element("w:tblCaption", val=_allowed(caption)))
    grid = _element("w:tblGrid", *(_element("w:gridCol", w=str(width)) for width in widths))
    return _element("w:tbl", _element("w:tblPr", *properties), grid)


def _run(run: Run, language: str) -> "_Element":
    properties = []
    if style := _VOICES.get(run.voice):
        properties.append(_element("w:rStyle", val=style))
    if run.proof:
        properties.append(_element("w:u", val="dotted"))
    if language:
        tag = tongue_tag(language)
        properties.append(_element("w:lang", val=tag, eastAsia=tag))
    made = _element("w:r", _element("w:rPr", *properties)) if properties else _element("w:r")
    for place, line in enumerate(_allowed(run.words).split("\n")):
        if place:
            made.append(_element("w:br"))
        for part, words in enumerate(line.split("\t")):
            if part:
                made.append(_element("w:tab"))
            made.append(_text(words))
    return made


def _text(words: str) -> "_Element":
    made = _element("w:t")
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = words
    return made


def _opening_of_field(instruction: str) -> "list[_Element]":
    said = _element("w:instrText")
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.text = instruction
    return [_field_mark("begin", dirty="true"), _element("w:r", said), _field_mark("separate")]


def _field_mark(kind: str, **more: str) -> "_Element":
    return _element("w:r", _element("w:fldChar", fldCharType=kind, **more))


def _element(tag: str, /, *children: "_Element", **attributes: str) -> "_Element":
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _of_cell(style: str, column: Column) -> str:
    return f"{style}Figures" if column.figures else style


def _bookmark(anchor: str) -> str:
    return "b_" + "".join(one if one.isalnum() else "_" for one in anchor)[:36]


def _allowed(words: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", words)
