"""Akoma Ntoso 3.0 (OASIS LegalDocML): the characters of its body, with headings, items and cells.

Rules:
- a document this house wrote gives back the text it was written from, character by character, as its digest shows,
  with the blocks and pages that text had (`publish/akoma_ntoso.py`);
- any other gives the words of its preface, preamble, body and conclusions: runs of blanks become one; a number before
  a heading is written with it, one before a paragraph is its label; notes, metadata and attachments are left out.
"""

from typing import Final

from lxml import etree

from suivi.plan.text import Caveat, SourceBlock, Span, Text
from suivi.plan.words import LANGUAGES, Words
from suivi.reader.composer import Composer, holds_word
from suivi.reader.documents.archive import Tree, xml_tree
from suivi.reader.lexicon import compiled
from suivi.reader.refusals import DocumentDamaged

OURS: Final = "{urn:suivi:akoma-ntoso:1}"
_BODIES: Final = ("mainBody", "body", "judgmentBody", "debateBody", "amendmentBody", "collectionBody", "portionBody")
_PARTS: Final = frozenset({"coverPage", "preface", "preamble", "conclusions", *_BODIES})
_WORDS: Final = frozenset(
    {"p", "li", "listIntroduction", "listWrapUp", "crossHeading", "heading", "subheading", "block", "docTitle"}
)
_UNREAD: Final = frozenset({"meta", "notes", "authorialNote", "attachments", "components", "remark", "toc", "del"})
_ITEMS: Final = frozenset({"item", "point", "indent", "li", "alinea"})
_DEEPEST: Final = 6


def akoma_ntoso_text(octets: bytes, *, name: str) -> Text:
    """The text of the document, its language not yet known; raises `EntitiesDeclared` or `DocumentDamaged`."""
    root = xml_tree(octets, name=name, format="AKN")
    told = next(root.iter(f"{OURS}text"), None)
    parts = [part for part in _documents(root) if _named(part) in _PARTS]
    if told is not None:
        text = _own(told, [part for part in parts if _named(part) in _BODIES])
        if text is not None:
            return text
    reading = _Reading()
    for part in parts:
        reading.read(part, 1)
    if not parts:
        raise DocumentDamaged(name=name, format="AKN")
    return reading.composer.text()


def _documents(root: Tree) -> list[Tree]:
    """The parts of the first document: what stands below `act`, `bill`, `doc` or their like."""
    document = next((child for child in root if isinstance(child.tag, str)), None)
    return [] if document is None else [child for child in document if isinstance(child.tag, str)]


def _named(element: Tree) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


# A document of this house


def _own(told: Tree, bodies: list[Tree]) -> Text | None:
    """The text a document of ours was written from; None if somebody has changed it since."""
    characters = "".join(_characters(body) for body in bodies)
    try:
        text = Text(
            "",
            characters,
            tuple(_block(block) for block in told.iterfind(f"{OURS}block")),
            tuple(int(page.get("start", "")) for page in told.iterfind(f"{OURS}page")),
            tuple(_caveat(caveat) for caveat in told.iterfind(f"{OURS}caveat")),
        )
    except (ValueError, KeyError, UnicodeEncodeError):
        return None
    return text if text.sha256 == told.get("sha256") and _in_order(text) else None


def _characters(body: Tree) -> str:
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            pieces += (_coded(element.get(f"{OURS}code", "")), element.text or "")
        elif element is not body:
            pieces.append(element.tail or "")
    return "".join(pieces)


def _coded(code: str) -> str:
    return chr(int(code, 16)) if compiled(r"[0-9A-F]{4,6}").fullmatch(code) and int(code, 16) < 0x110000 else ""


def _block(block: Tree) -> SourceBlock:
    return SourceBlock(
        int(block.get("start", "")), int(block.get("end", "")), block.get("role", ""), block.get("label", "")
    )


def _caveat(caveat: Tree) -> Caveat:
    spans = (span.partition("-") for span in caveat.get("spans", "").split())
    return Caveat(
        caveat.get("code", ""),
        Words(*(str(caveat.attrib[language]) for language in LANGUAGES)),
        tuple(Span(int(first), int(last)) for first, _, last in spans),
    )


def _in_order(text: Text) -> bool:
    """Whether blocks and pages fit the characters, as they do unless somebody wrote them by hand."""
    reached = 0
    for block in text.blocks:
        if not reached <= block.start < block.end <= len(text.characters):
            return False
        reached = block.end
    return list(text.pages) == sorted(text.pages) and all(0 <= page <= len(text.characters) for page in text.pages)


# Any other document


class _Reading:
    """Walks the parts in document order and writes a block for each heading and paragraph."""

    def __init__(self) -> None:
        self.composer = Composer()
        self.number = ""  # the words of a `num` that waits for what it numbers

    def read(self, element: Tree, depth: int, *, role: str = "paragraph") -> None:
        """Read what stands below `element`, at that depth of headings."""
        for child in element:
            name = _named(child)
            if not name or name in _UNREAD:
                continue
            if name == "num":
                self.number = _shown(child)
            elif name in _WORDS and not _holds_blocks(child):
                self._write(child, name, depth, role)
            else:
                deeper = child.find("{*}heading") is not None
                self.read(child, min(depth + deeper, _DEEPEST), role=_role_below(name, role, depth))

    def _write(self, element: Tree, name: str, depth: int, role: str) -> None:
        words, number, self.number = _shown(element), self.number, ""
        if name in ("heading", "crossHeading", "docTitle"):
            self.composer.add(f"{number} {words}".strip(), f"heading {max(1, depth - (name == 'heading'))}")
        elif holds_word(number):
            self.composer.add(f"{number} {words}".strip(), "paragraph")
        elif number and role == "paragraph":
            self.composer.add(words, "number 1", label=number)
        else:
            self.composer.add(words, role, label=number)


def _holds_blocks(element: Tree) -> bool:
    return any(_named(child) in ("p", "ul", "ol", "blockList", "table") for child in element)


def _role_below(name: str, role: str, depth: int) -> str:
    if name in ("td", "th"):
        return "cell"
    if name in _ITEMS:
        return f"item {int(role[5:]) + 1 if role.startswith('item') else 1}"
    return role


def _shown(element: Tree) -> str:
    """The words of an element, its notes left out, runs of blanks made one."""
    pieces: list[str] = []
    _gather(element, pieces)
    return compiled(r"[ \t\n\r\f]+").sub(" ", "".join(pieces)).strip(" ")


def _gather(element: Tree, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if _named(child) in ("br", "eol"):
            pieces.append("\n")
        elif _named(child) and _named(child) not in _UNREAD:
            _gather(child, pieces)
        pieces.append(child.tail or "")
