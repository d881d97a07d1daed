"""Pages: the text of a web page as saved from a government's site, with the blocks its mark-up makes.

Rules:
- the characters are those a browser shows, in their order: runs of ASCII blanks become one (CSS Text 3, section
  4.1.1), a no-break space stays one; blocks are parted by a blank line, items and cells by a line;
- nothing is added to the words: bullets, numbers and heading levels go into `Text.blocks`;
- menus, banners, breadcrumbs, share bars and the like are left out (`furniture.py`);
- the parser recovers from careless mark-up, expands no entity but characters, and fetches nothing; a page it cannot
  hold to its end is refused, not cut short.
"""

from typing import Final

from lxml import etree, html

from suivi.plan.text import Text
from suivi.reader.composer import Composer
from suivi.reader.furniture import left_out, main_part
from suivi.reader.lexicon import compiled
from suivi.reader.refusals import EmptyFile, EntitiesDeclared, PageNotWhole, TextBuiltByScript

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_BOLD: Final = frozenset({"b", "strong"})
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
# A run of words this long is prose, which no script had to build; a notice to turn scripts on is none.
_FEWEST_WORDS: Final = 5
_WHERE_DECLARED: Final = 100_000  # a declaration stands at the beginning


def page_of(characters: str, *, name: str) -> Text:
    """The text of the page whose mark-up is `characters`, its language not yet known.

    Raises `EmptyFile`, `TextBuiltByScript` or `PageNotWhole`; `MemoryError` where memory is limited.
    """
    root = _parsed(characters, name)
    scripted = root.find(".//script") is not None
    left_out(root)
    writer = _Writer()
    for part in main_part(root):
        writer.write(part)
    text = writer.text()
    if scripted and not _holds_prose(text):
        raise TextBuiltByScript(name=name)
    if not text.characters.strip():
        raise EmptyFile(name=name)
    return text


def _parsed(characters: str, name: str) -> html.HtmlElement:
    if compiled(r"(?i)<!doctype[^<>\[]*\[[^\]]*<!entity").search(characters, 0, _WHERE_DECLARED):
        raise EntitiesDeclared(name=name)  # none of HTML has them
    parser = html.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(characters.encode(), parser=parser)
    except etree.ParserError:  # nothing in it, not even a word
        raise EmptyFile(name=name) from None
    except etree.XMLSyntaxError:
        root = None
    fatal = {entry.type_name for entry in parser.error_log if entry.level_name == "FATAL"}
    if "ERR_NO_MEMORY" in fatal:
        raise MemoryError
    if root is None or fatal:
        raise PageNotWhole(name=name)
    return root


def _holds_prose(text: Text) -> bool:
    shown = (text.characters[block.start : block.end] for block in text.blocks)
    return any(
        len(words.split()) >= _FEWEST_WORDS and not compiled("(?i)java ?script|자바 ?스크립트").search(words)
        for words in shown
    )


class _Writer:
    """Walks elements in document order and writes the blocks they make, one after the other."""

    def __init__(self) -> None:
        self.composer = Composer()
        self.lines: list[list[str]] = [[]]
        self.plain = False  # whether the line under way holds words that are not bold
        self.bold = 0
        self.open: list[html.HtmlElement] = []  # elements that make blocks, outermost first
        self.cells: dict[html.HtmlElement, str] = {}  # the role of the words in each cell met
        self.told: set[html.HtmlElement] = set()  # list items whose first block is written

    def write(self, root: html.HtmlElement) -> None:
        """Write what `root` holds, its tail left out."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._enter(element)
                self._say(element.text, element)
            else:
                self._leave(element)
                self._say(element.tail if element is not root else None, element)
        self._flush()

    def text(self) -> Text:
        """All that was written, with its blocks."""
        return self.composer.text()

    def _enter(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self._flush()
            self.open.append(element)
        elif element.tag == "br":
            self._break()
        self.bold += element.tag in _BOLD

    def _leave(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self._flush()
            self.open.pop()
        self.bold -= element.tag in _BOLD

    def _say(self, words: str | None, element: html.HtmlElement) -> None:
        if not words:
            return
        if any(kept.tag == "pre" for kept in self.open):
            first, *others = words.splitlines()
            self._add(first)
            for line in others:
                self.lines.append([])
                self._add(line)
        else:
            self._add(words)

    def _add(self, words: str) -> None:
        self.lines[-1].append(words)
        self.plain |= not self.bold and not words.isspace()

    def _break(self) -> None:
        """A line break; a blank line or the end of a bold line ends the block."""
        said = bool(_shown(self.lines[-1]))
        if not said or (not self.plain and self._role(peek=True) == "paragraph"):
            self._flush()
        else:
            self.lines.append([])

    def _flush(self) -> None:
        words = "\n".join(filter(None, map(_shown, self.lines)))
        bold = not self.plain
        self.lines, self.plain = [[]], False
        if not words.strip():
            return
        role = self._role()
        self.composer.add(words, "bold" if bold and role == "paragraph" else role)

    def _role(self, *, peek: bool = False) -> str:
        """What the innermost element that tells it makes of the words under way."""
        for element in reversed(self.open):
            if element.tag in _HEADINGS:
                return f"heading {element.tag[1]}"
            if element.tag == "li":
                return self._item(element, peek=peek)
            if element.tag == "dt":
                return "bold"
            if element.tag in ("td", "th"):
                return self._cell(element)
        return "paragraph"

    def _cell(self, element: html.HtmlElement) -> str:
        if element not in self.cells:
            self.cells[element] = "cell" if _is_data(element) else "paragraph"
        return self.cells[element]

    def _item(self, element: html.HtmlElement, *, peek: bool) -> str:
        if element in self.told:
            return "paragraph"
        if not peek:
            self.told.add(element)
        lists = [kept for kept in self.open if kept.tag in _LISTS]
        kind = "number" if lists and lists[-1].tag == "ol" else "item"
        return f"{kind} {max(1, len(lists))}"


def _shown(line: list[str]) -> str:
    return compiled(r"[ \t\n\r\f]+").sub(" ", "".join(line)).strip(" ")


def _is_data(cell: html.HtmlElement) -> bool:
    """Whether the cell stands in a table of data; a table with one cell a row, or with headings, lays out the page."""
    row = cell.getparent()
    return row is not None and len(row) > 1 and cell.find(".//table") is None and cell.find(".//h2") is None
