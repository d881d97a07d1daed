"""HWPX: the agreed text of a Hangul document (OWPML, KS X 6101), block by block.

Rules:
- headings by outline level, list items by their numbering, cells by their table; a number or bullet that Hangul draws
  is the block's label, but a label with a word in it (“제1장”) is written before the words;
- tracked insertions are read and marked, tracked deletions left out, memos and hidden comments left out: each is said;
- headers, footers, page numbers and lines of contents are left out; notes stand at the end, unmarked;
- a text box is read after the paragraph it hangs on. The file does not say where pages begin; blocks are counted.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from suivi.plan.text import Text
from suivi.reader.caveats import caveat, counted
from suivi.reader.composer import Composer, Passage, bears_mark, holds_word, joined, labelled
from suivi.reader.documents.archive import Archive, Tree
from suivi.reader.documents.docx_styles import DEEPEST_HEADING, Level, Numbers
from suivi.reader.lexicon import compiled

_CONTROLS: Final = {"lineBreak": "\n", "tab": "\t", "nbSpace": "\u00a0", "fwSpace": "\u3000", "hyphen": "-"}
_NOTES: Final = frozenset({"footNote", "endNote"})
_UNREAD: Final = frozenset({"header", "footer", "hiddenComment", "fieldBegin", "fieldEnd", "secPr", "colPr", "caption"})


def hwpx_text(octets: bytes, *, name: str) -> Text:
    """The text of the document, its language not yet known. Raises the refusals of `Archive`, or `EntitiesDeclared`."""
    archive = Archive(octets, name=name, format="HWPX")
    _refuse_encrypted(archive)
    head, paths = _manifest(archive)
    reading = _Reading(_Styles(archive.tree(head)))
    for path in paths:
        if (section := archive.tree(path)) is not None:
            reading.read(section)
    if not paths:
        raise archive.damaged()
    return reading.text()


def _refuse_encrypted(archive: Archive) -> None:
    from suivi.reader.refusals import DocumentEncrypted

    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise DocumentEncrypted(name=archive.name)


def _manifest(archive: Archive) -> tuple[str, list[str]]:
    """Where the head and the sections are, the sections in the order of the spine."""
    package = archive.tree("Contents/content.hpf")
    found = {} if package is None else {_of(item, "id"): _of(item, "href") for item in _all(package, "item")}
    spine = [] if package is None else [found.get(_of(ref, "idref"), "") for ref in _all(package, "itemref")]
    sections = [path for path in spine if "section" in path and path in archive.parts]
    numbered = compiled(r"Contents/section(\d+)\.xml")
    return found.get("header", "Contents/header.xml"), sections or sorted(
        filter(numbered.fullmatch, archive.parts), key=lambda path: int(path[16:-4])
    )


def _of(element: Tree, attribute: str) -> str:
    return str(element.get(attribute, ""))


def _name(element: Tree) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(root: Tree | None, name: str) -> list[Tree]:
    return [] if root is None else list(root.iter("{*}" + name))


# What the head says


@dataclass(frozen=True, slots=True)
class _Heading:
    kind: str = "NONE"
    number: str = "0"
    level: int = 0


@dataclass(slots=True)
class _Styles:
    """Paragraph shapes, bold letter shapes, names of styles and lists, by id."""

    root: Tree | None
    headings: dict[str, _Heading] = field(default_factory=dict)
    bold: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    numbers: Numbers = field(default_factory=Numbers)

    def __post_init__(self) -> None:
        for shape in _all(self.root, "paraPr"):
            for told in _all(shape, "heading"):
                level = _of(told, "level")
                self.headings[_of(shape, "id")] = _Heading(
                    _of(told, "type"), _of(told, "idRef"), int(level) if level.isdecimal() and len(level) < 3 else 0
                )
        self.bold |= {_of(shape, "id") for shape in _all(self.root, "charPr") if shape.find("{*}bold") is not None}
        self.names |= {
            _of(style, "id"): _of(style, "engName") or _of(style, "name") for style in _all(self.root, "style")
        }
        for list in _all(self.root, "numbering"):
            self._add(f"NUMBER {_of(list, 'id')}", {_depth(head): _level(head) for head in _all(list, "paraHead")})
        for list in _all(self.root, "bullet"):
            drawn = Level("bullet", _of(list, "char") or "•", 1)
            self._add(f"BULLET {_of(list, 'id')}", dict.fromkeys(range(10), drawn))

    def _add(self, list: str, levels: dict[int, Level]) -> None:
        self.numbers.lists[list] = levels
        self.numbers.counted_with[list] = list


def _depth(head: Tree) -> int:
    level = _of(head, "level")
    return int(level) - 1 if level.isdecimal() and len(level) < 3 else 0


def _level(head: Tree) -> Level:
    start = _of(head, "start")
    # HWPX writes the number of a level as ^1, where OOXML writes %1.
    written = compiled(r"\^(\d)").sub(r"%\1", (head.text or "").strip())
    return Level(_of(head, "numFormat"), written, int(start) if start.isdecimal() and len(start) < 6 else 1)


# The sections


class _Reading:
    """Walks the sections once, in document order."""

    def __init__(self, styles: _Styles) -> None:
        self.styles = styles
        self.composer = Composer()
        self.counts: Counter[str] = Counter()
        self.notes: list[Tree] = []
        self.boxes: list[Tree] = []
        self.passage = Passage()
        self.plain = False
        self.inserted: int | None = None  # where the tracked insertion that is open began
        self.deleted = False

    def text(self) -> Text:
        """All sections, then the notes."""
        for note in self.notes:
            self.counts["notes"] += 1
            for list in _all(note, "subList")[:1]:
                self.read(list)
        spans = self.composer.spans
        tracked = [
            caveat(code, joined(spans[code]), count=self.counts[code])
            for code in ("insertions", "deletions")
            if self.counts[code]
        ]
        return self.composer.text([*tracked, *counted({code: self.counts[code] for code in ("comments", "notes")})])

    def read(self, parent: Tree, *, cell: bool = False) -> None:
        """Read the paragraphs of a section, a cell or a text box."""
        for paragraph in parent.iterfind("{*}p"):
            self._paragraph(paragraph, cell=cell)

    def _paragraph(self, paragraph: Tree, *, cell: bool) -> None:
        above = self.passage, self.plain, self.boxes
        self.passage, self.plain, self.boxes = Passage(), False, []
        if self.inserted is not None:
            self.inserted = 0  # an insertion runs on over the end of a paragraph
        for run in paragraph.iterfind("{*}run"):
            self._run(run)
        if self.inserted is not None and self.passage.length > self.inserted:
            self.passage.mark("insertions", self.inserted)
        self._close(paragraph, cell=cell)
        boxes = self.boxes
        self.passage, self.plain, self.boxes = above
        for box in boxes:
            self._box(box)

    def _close(self, paragraph: Tree, *, cell: bool) -> None:
        style = self.styles.names.get(_of(paragraph, "styleIDRef"), "").lower()
        if style.startswith(("toc", "차례")) or not self.passage.words().strip():
            return
        passage = self.passage
        role, label = self._role(self.styles.headings.get(_of(paragraph, "paraPrIDRef"), _Heading()), cell=cell)
        if role == "paragraph" and not self.plain and not bears_mark(passage.words().strip()):
            role = "bold"
        if holds_word(label):
            passage, label = labelled(passage, label), ""
            role = role if role.startswith("heading") else "paragraph"
        self.composer.write(passage, role, label=label)

    def _role(self, heading: _Heading, *, cell: bool) -> tuple[str, str]:
        if heading.kind == "OUTLINE":
            found = self.styles.numbers.next("NUMBER 1", heading.level)
            return f"heading {min(heading.level + 1, DEEPEST_HEADING)}", found[1] if found else ""
        if heading.kind in ("NUMBER", "BULLET"):
            found = self.styles.numbers.next(f"{heading.kind} {heading.number}", heading.level)
            if found is not None:
                return f"{'number' if found[0] else 'item'} {heading.level + 1}", found[1]
        return "cell" if cell else "paragraph", ""

    # Words

    def _run(self, run: Tree) -> None:
        bold, said = _of(run, "charPrIDRef") in self.styles.bold, len(self.passage.pieces)
        for element in run:
            name = _name(element)
            if name == "t":
                self._words(element)
            elif name == "ctrl":
                self._control(element)
            elif name not in _UNREAD:
                self.boxes.append(element)
        self.plain |= not bold and not all(map(str.isspace, self.passage.pieces[said:]))

    def _words(self, text: Tree) -> None:
        self._say(text.text)
        for element in text:
            name = _name(element)
            if name in _CONTROLS:
                self._say(_CONTROLS[name])
            elif name == "insertBegin":
                self.counts["insertions"] += 1
                self.inserted = self.passage.length
            elif name == "insertEnd" and self.inserted is not None:
                if self.passage.length > self.inserted:
                    self.passage.mark("insertions", self.inserted)
                self.inserted = None
            elif name == "deleteBegin":
                self.counts["deletions"] += 1
                self.deleted = True
                self.passage.mark("deletions")
            elif name == "deleteEnd":
                self.deleted = False
            self._say(element.tail)

    def _say(self, words: str | None) -> None:
        if words and not self.deleted:
            self.passage.say(words)

    def _control(self, control: Tree) -> None:
        for element in control:
            name = _name(element)
            if name in _NOTES:
                self.notes.append(element)
            elif name == "hiddenComment" or (name == "fieldBegin" and _of(element, "type") == "MEMO"):
                self.counts["comments"] += 1
            elif name not in _UNREAD:
                self.boxes.append(element)

    def _box(self, element: Tree) -> None:
        """A table, a text box or a group of them."""
        if _name(element) == "tbl":
            self._table(element)
        elif _name(element) == "subList":
            self.read(element)
        elif _name(element) not in _UNREAD:
            for child in element:
                self._box(child)

    def _table(self, table: Tree) -> None:
        for row in table.iterfind("{*}tr"):
            cells = row.findall("{*}tc")
            for cell in cells:
                lays_out = len(cells) == 1 or next(cell.iter("{*}tbl"), None) is not None
                for list in cell.iterfind("{*}subList"):
                    self.read(list, cell=not lays_out)
