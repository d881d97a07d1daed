"""DOCX: the agreed text of a word processor's document (ISO/IEC 29500-1), block by block.

Rules:
- headings by style or outline level, list items by their numbering, cells by their table; a number or bullet that
  Word draws is the block's label, but a label with a word in it (“Pillar 1:”) is written before the words;
- tracked insertions are read and marked, tracked deletions left out, comments and hidden words left out: each is said;
- headers, footers, fields' instructions and tables of contents are left out; notes stand at the end, unmarked;
- a text box is read after the paragraph it hangs on; a page begins where Word last began one, else where it was told to.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from suivi.plan.text import Caveat, Span, Text
from suivi.reader.caveats import caveat, counted
from suivi.reader.composer import PAGE, Composer, Passage, bears_mark, holds_word, joined, labelled
from suivi.reader.documents.archive import Archive, Tree
from suivi.reader.documents.docx_styles import Numbers, Styles, W, is_on, numbers_of, outline_level, value
from suivi.reader.lexicon import compiled

# The strict form of the standard has the same elements in another namespace.
_STRICT: Final = {b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode()}
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OUT: Final = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "delInstrText")
)
_BLANKS: Final = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011",
}  # fmt: skip
_BOXES: Final = f"{W}txbxContent"
_SYMBOLS: Final = {"b7": "•", "a7": "▪", "d8": "➢", "fc": "✓", "a8": "□", "6e": "■"}


def docx_text(octets: bytes, *, name: str) -> Text:
    """The text of the document, its language not yet known. Raises the refusals of `Archive`, or `EntitiesDeclared`."""
    archive = Archive(octets, name=name, format="DOCX", renamed=_STRICT)
    path = _main_part(archive)
    root = archive.tree(path) if path else None
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise archive.damaged()
    folder = path.rpartition("/")[0]
    reading = _Reading(
        Styles(archive.tree(f"{folder}/styles.xml")),
        numbers_of(archive.tree(f"{folder}/numbering.xml")),
        rendered=next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None,
    )
    reading.read(body)
    for kind in ("footnote", "endnote"):
        reading.read_notes(archive.tree(f"{folder}/{kind}s.xml"), kind)
    return reading.text(embedded=archive.embedded)


def _main_part(archive: Archive) -> str:
    relations = archive.tree("_rels/.rels")
    for relation in () if relations is None else relations.iterfind(f"{_RELATIONS}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


class _Reading:
    """Walks the body once, in document order."""

    def __init__(self, styles: Styles, numbers: Numbers, *, rendered: bool) -> None:
        self.styles, self.numbers, self.rendered = styles, numbers, rendered
        self.composer = Composer()
        self.counts: Counter[str] = Counter()
        self.noted: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.fields: list[str] = []  # the instructions of the fields that are open, outermost first
        self.result = [True]  # whether the words of each open field are its result, which is shown
        self.passage = Passage()
        self.boxes: list[Tree] = []
        self.plain = False  # whether the passage holds words that are not bold

    def text(self, *, embedded: int) -> Text:
        spans = self.composer.spans
        self.counts["embedded"] = embedded
        return self.composer.text(
            [
                *_marked("insertions", self.counts, joined(spans["insertions"])),
                *_marked("deletions", self.counts, joined(spans["deletions"])),
                *counted({code: self.counts[code] for code in ("comments", "hidden", "notes", "embedded")}),
            ]
        )

    # Blocks

    def read(self, parent: Tree, *, cell: bool = False) -> None:
        """Read the paragraphs and tables of a body, a cell, a note or a text box."""
        for element in _blocks(parent):
            if element.tag == f"{W}p":
                self._paragraph(element, cell=cell)
            else:
                self._table(element)

    def read_notes(self, root: Tree | None, kind: str) -> None:
        """Read the notes the body refers to, in the order of the marks."""
        known = {} if root is None else {note.get(f"{W}id", ""): note for note in root.iterfind(f"{W}{kind}")}
        for id in self.noted[kind]:
            if (note := known.get(id)) is not None:
                self.counts["notes"] += 1
                self.read(note)

    def _table(self, table: Tree) -> None:
        for row in _within(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.counts["deletions"] += 1
                continue
            cells = list(_within(row, f"{W}tc"))
            for cell in cells:
                lays_out = len(cells) == 1 or cell.find(f".//{W}tbl") is not None
                self.read(cell, cell=not lays_out)

    def _paragraph(self, paragraph: Tree, *, cell: bool) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, f"{W}pStyle") or ""
        if is_on(properties, f"{W}pageBreakBefore") and not self.rendered:
            self.passage.mark(PAGE)
        bold, hidden = self.styles.says(style, "bold"), self.styles.says(style, "hidden")
        self._runs(paragraph, bold=bool(bold), hidden=bool(hidden))
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            return  # the end of the paragraph was struck out: the next one goes on in it
        self._close(properties, style, cell=cell)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.read(box)

    def _close(self, properties: Tree | None, style: str, *, cell: bool) -> None:
        passage, plain, self.passage, self.plain = self.passage, self.plain, Passage(), False
        if self.styles.is_contents(style) or not passage.words().strip():
            passage.pieces.clear()
            self.composer.write(passage, "paragraph")
            return
        role, label = self._role(properties, style, cell=cell)
        if role == "paragraph" and not plain and not bears_mark(passage.words().strip()):
            role = "bold"
        if holds_word(label):
            passage = labelled(passage, label)
            role, label = role if role.startswith("heading") else "paragraph", ""
        self.composer.write(passage, role, label=label)

    def _role(self, properties: Tree | None, style: str, *, cell: bool) -> tuple[str, str]:
        """The role of a paragraph and the label Word draws before it."""
        told = value(properties, f"{W}outlineLvl")
        level = self.styles.heading(style) if told is None else outline_level(told)
        numbered, label = self._numbered(properties, style)
        if level is not None:
            return f"heading {level}", label
        if numbered:
            return numbered, label
        return "cell" if cell else "paragraph", ""

    def _numbered(self, properties: Tree | None, style: str) -> tuple[str, str]:
        own = value(properties, f"{W}numPr/{W}numId"), value(properties, f"{W}numPr/{W}ilvl")
        number, level = (
            mine if mine is not None else theirs for mine, theirs in zip(own, self.styles.numbering(style), strict=True)
        )
        depth = int(level) if level and level.isdecimal() and len(level) == 1 else 0
        found = self.numbers.next(number, depth) if number and number != "0" else None
        if found is None:
            return "", ""
        return f"{'number' if found[0] else 'item'} {depth + 1}", _drawn(found[1])

    # Words

    def _runs(self, parent: Tree, *, bold: bool, hidden: bool) -> None:
        for element in parent:
            if element.tag == f"{W}r":
                self._run(element, bold=bold, hidden=hidden)
            elif element.tag in (f"{W}ins", f"{W}moveTo"):
                start = self.passage.length
                self._runs(element, bold=bold, hidden=hidden)
                if self.passage.length > start:
                    self.counts["insertions"] += 1
                    self.passage.mark("insertions", start)
            elif element.tag in (f"{W}del", f"{W}moveFrom"):
                self.counts["deletions"] += 1
                self.passage.mark("deletions")
            elif element.tag not in _OUT:
                self._runs(element, bold=bold, hidden=hidden)  # links, smart tags, content controls

    def _run(self, run: Tree, *, bold: bool, hidden: bool) -> None:
        properties = run.find(f"{W}rPr")
        style = value(properties, f"{W}rStyle") or ""
        bold = _first(is_on(properties, f"{W}b"), self.styles.says(style, "bold"), bold)
        hidden = _first(is_on(properties, f"{W}vanish"), self.styles.says(style, "hidden"), hidden)
        said = len(self.passage.pieces)
        for element in run:
            self._piece(element, shown=not hidden)
        self.plain |= not bold and not all(map(str.isspace, self.passage.pieces[said:]))
        if hidden and any(element.tag == f"{W}t" for element in run):
            self.counts["hidden"] += 1

    def _piece(self, element: Tree, *, shown: bool) -> None:
        tag = element.tag
        if tag == f"{W}fldChar":
            self._field(element.get(f"{W}fldCharType", ""))
        elif tag == f"{W}instrText" and self.fields:
            self.fields[-1] += element.text or ""
        elif tag == f"{W}lastRenderedPageBreak":
            self.passage.mark(PAGE)
        elif tag == f"{W}br":
            self._break(element.get(f"{W}type", ""))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self.noted[tag[len(W) : -len("Reference")]].append(element.get(f"{W}id", ""))
        elif tag == f"{W}commentReference":
            self.counts["comments"] += 1
        elif not shown or not self._is_shown():
            return
        elif tag == f"{W}t":
            self.passage.say(element.text or "")
        elif tag == f"{W}sym":
            self.passage.say(_symbol(element.get(f"{W}char", "")))
        elif tag in _BLANKS:
            self.passage.say(_BLANKS[tag])
        else:
            self.boxes += _boxes(element)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append("")
            self.result.append(False)
        elif kind == "separate" and self.fields:
            self.result[-1] = not compiled(r"\s*(?:TOC|PAGE|NUMPAGES)\b").match(self.fields[-1])
        elif kind == "end" and self.fields:
            self.fields.pop()
            self.result.pop()

    def _is_shown(self) -> bool:
        return all(self.result)

    def _break(self, kind: str) -> None:
        if kind == "page" and not self.rendered:
            self.passage.mark(PAGE)
        elif kind != "page" and self._is_shown():
            self.passage.say("\n")


def _blocks(parent: Tree) -> Iterator[Tree]:
    """The paragraphs and tables below, through content controls and insertions; tables of contents left out."""
    for element in parent:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag == f"{W}sdt":
            gallery = value(element, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") or ""
            content = element.find(f"{W}sdtContent")
            if content is not None and gallery != "Table of Contents":
                yield from _blocks(content)
        elif element.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _blocks(element)


def _within(parent: Tree, tag: str) -> Iterator[Tree]:
    """The rows of a table or the cells of a row, through content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            yield from () if content is None else _within(content, tag)


def _boxes(element: Tree) -> Iterator[Tree]:
    """The text boxes drawn by an element of a run, each once; those inside a box are its own."""
    if element.tag == _BOXES:
        yield element
    elif element.tag != _FALLBACK:
        for child in element:
            yield from _boxes(child)


def _marked(code: str, counts: Counter[str], spans: tuple[Span, ...]) -> list[Caveat]:
    return [caveat(code, spans, count=counts[code])] if counts[code] else []


def _first(*said: bool | None) -> bool:
    return next((bool(word) for word in said if word is not None), False)


def _drawn(label: str) -> str:
    """The label with the bullets of symbol fonts, which stand in a private part of Unicode, as they look."""
    return "".join(
        _SYMBOLS.get(f"{ord(letter) - 0xF000:x}", "•") if "\uf000" <= letter <= "\uf0ff" else letter for letter in label
    )


def _symbol(code: str) -> str:
    return _SYMBOLS.get(code.lower().removeprefix("f0"), "") if code else ""
