"""DOCX, XLSX and PPTX (ISO/IEC 29500): the parts a reader sees, reached from the first one, and nothing else.

- What a part is, its content type says (part 2, section 10). A type is kept, dropped or refused; one that is not known
  refuses the file.
- Parts that no relationship leads to are dropped; a relationship may lead out of the file to the web only.
- What `office_parts` finds inside a part refuses the file or is taken out of it.
"""

import posixpath
import re
from typing import Final
from urllib.parse import unquote

from lxml import etree

from suivi.desk.attachments.hidden import Holds, NotWhole
from suivi.desk.attachments.office_parts import clean_part, without_unused_words
from suivi.desk.attachments.packages import clean_picture, drop, local, packed, written
from suivi.reader.documents.archive import Archive, Tree

TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_REFERS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_PLAIN: Final[dict[str, str]] = {None: _TYPES[1:-1]}  # type: ignore[dict-item]  # the prefix that is none
_FAMILY: Final = "application/vnd.openxmlformats-officedocument."
_MAIN: Final = {
    "DOCX": "wordprocessingml.document.main+xml",
    "XLSX": "spreadsheetml.sheet.main+xml",
    "PPTX": "presentationml.presentation.main+xml",
}
_KEPT: Final = re.compile(
    r"wordprocessingml\.(document\.main|styles|settings|webSettings|fontTable|numbering|footnotes|endnotes|header|footer)\+xml"
    r"|spreadsheetml\.(sheet\.main|worksheet|chartsheet|styles|sharedStrings|table|sheetMetadata)\+xml"
    r"|presentationml\.(presentation\.main|slide|slideLayout|slideMaster|tableStyles|presProps)\+xml"
    r"|(theme|themeOverride|drawing)\+xml"
    r"|drawingml\.(chart|chartshapes|diagramData|diagramLayout|diagramStyle|diagramColors)\+xml"
    r"|application/vnd\.ms-office\.(chartstyle|chartcolorstyle|drawingml\.diagramDrawing)\+xml"
)
_TAKEN_AWAY: Final = (
    (re.compile(r".*(extended|custom|core)-properties\+xml"), "properties"),
    (re.compile(r"customXmlProperties\+xml|application/xml"), "custom-data"),
    (re.compile(r".*(classificationlabels|glossary|\.tags)\+xml"), "custom-data"),
    (re.compile(r".*(people|person|commentAuthors|authors|changesinfo|revisioninfo)\+xml"), "traces"),
    (re.compile(r"presentationml\.(notesSlide|notesMaster|handoutMaster)\+xml"), "notes"),
    (re.compile(r".*(obfuscatedFont|x-fontdata|x-font-ttf|font-sfnt)"), "fonts"),
    (re.compile(r".*(printerSettings|viewProps\+xml|calcChain\+xml|stylesWithEffects\+xml)"), "settings"),
)
_REFUSED: Final = (
    (re.compile(r"(?i).*(macro|vba|customUI|webextension|activeX|xlmacro|intlmacro|dialogsheet).*"), "macros"),
    (re.compile(r"(?i).*comments.*"), "comments"),
    (re.compile(r".*(revisionHeaders|revisionLog|userNames)\+xml"), "tracked"),
    (
        re.compile(r".*(pivot|externalLink|connections|queryTable|customData|model\+data|slicer|timeline).*"),
        "foreign-data",
    ),
    (re.compile(r"audio/.*|video/.*|.*(oleObject|controlproperties|ctrlProps|package\.).*"), "embedded"),
    (re.compile(r"(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)"), "embedded"),
    (re.compile(r"image/.*"), "picture-kind"),
)
_WEB: Final = re.compile(r"(?i)(https?://|mailto:|#).*")
_NAMED: Final = ("/slide", "/worksheet", "/chartsheet", "/image", "/hyperlink", "/chart", "/header", "/footer")
_ATTRIBUTE_ONLY: Final = frozenset({"pageSetup"})
_MAY_BE_EMPTY: Final = frozenset({"custDataLst", "notesMasterIdLst", "handoutMasterIdLst"})


def clean_office(octets: bytes, kind: str) -> tuple[bytes, set[str]]:
    """The document with what its reader sees, and the codes of what went; raises `Holds` or `NotWhole`."""
    package = _Package(Archive(octets, name="attached", format=kind))
    package.follow("", kind)
    if kind not in package.kinds:
        raise NotWhole
    return package.rebuilt(), package.removed


class _Package:
    """A package under inspection: parts that were reached, each clean, by name; `removed` are codes of what went."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.removed, self.kept = archive, set[str](), dict[str, bytes]()
        self.trees, self.kinds, self.reached = dict[str, Tree](), set[str](), set[str]()
        types = archive.tree(TYPES)
        if types is None:
            raise NotWhole
        self.by_name = {
            one.get("PartName", "").lower(): one.get("ContentType", "") for one in types.iter(f"{_TYPES}Override")
        }
        self.by_ending = {
            one.get("Extension", "").lower(): one.get("ContentType", "") for one in types.iter(f"{_TYPES}Default")
        }

    def type_of(self, name: str) -> str:
        found = self.by_name.get(f"/{name.lower()}") or self.by_ending.get(name.rpartition(".")[2].lower(), "")
        return found.removeprefix(_FAMILY)

    def follow(self, source: str, kind: str) -> None:
        """Keep what `source` leads to, and so on; an empty name is the package itself."""
        folder, _, file = source.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        root = self.archive.tree(rels)
        if root is None:
            return
        gone = set()
        named = _named_in(self.trees.get(source))
        for link in list(root.iter(f"{_LINKS}Relationship")):
            is_idle = link.get("Type", "").endswith(_NAMED) and link.get("Id", "") not in named
            self.removed |= {"unused"} if is_idle else set()
            if is_idle or not self._leads_on(link, source, kind):
                gone.add(link.get("Id", ""))
                drop(link)
        if source in self.trees:
            _forget(self.trees[source], gone)
        if len(root):
            self.trees[rels] = root

    def _leads_on(self, link: Tree, source: str, kind: str) -> bool:
        """Whether a relationship stays; what it leads to is kept with it."""
        target = link.get("Target", "")
        if link.get("TargetMode") == "External":
            if _WEB.match(target):
                return True
            if link.get("Type", "").endswith("/attachedTemplate"):
                self.removed.add("properties")
                return False
            raise Holds("file-links")
        name = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), unquote(target))).lstrip("/")
        if name not in self.archive.parts:
            return False
        link.set("Target", f"/{name}")
        return name in self.reached or self._keep(name, kind)

    def _keep(self, name: str, kind: str) -> bool:
        type = self.type_of(name)
        for pattern, code in _TAKEN_AWAY:
            if pattern.fullmatch(type):
                self.removed.add("thumbnail" if "thumbnail" in name else code)
                return False
        self.reached.add(name)
        octets = self.archive.part(name) or b""
        if type in ("image/png", "image/jpeg", "image/jpg") or type.startswith("image/"):
            return self._keep_picture(name, octets)
        for pattern, code in _REFUSED:
            if pattern.fullmatch(type):
                raise Holds(code)
        if not _KEPT.fullmatch(type):
            raise Holds("unknown-part")
        self.kinds |= {each for each, main in _MAIN.items() if type == main}
        root = self.archive.tree(name)
        assert root is not None
        self.trees[name] = root
        self.removed |= clean_part(root)
        self.follow(name, kind)
        return True

    def _keep_picture(self, name: str, octets: bytes) -> bool:
        if "thumbnail" in name:
            self.removed.add("thumbnail")
            return False
        self.kept[name], went = clean_picture(octets)
        self.removed |= went
        return True

    def rebuilt(self) -> bytes:
        """The package of what was kept."""
        if without_unused_words(self.trees, {name: self.type_of(name) for name in self.trees}):
            self.removed.add("unused")
        parts = self.kept | {name: written(root) for name, root in self.trees.items()}
        known = self.reached | {TYPES}
        if any(
            name not in known and not name.endswith(".rels") and not self._dropped(name)
            for name, part in self.archive.parts.items()
            if not part.is_dir()
        ):
            self.removed.add("unused")
        return packed({**parts, TYPES: self._types(parts)}, first=TYPES)

    def _dropped(self, name: str) -> bool:
        return any(pattern.fullmatch(self.type_of(name)) for pattern, _ in _TAKEN_AWAY) or "thumbnail" in name

    def _types(self, parts: dict[str, bytes]) -> bytes:
        root = etree.Element(f"{_TYPES}Types", nsmap=_PLAIN)
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        etree.SubElement(root, f"{_TYPES}Default", Extension="rels", ContentType=rels)
        for name in sorted(parts):
            if not name.endswith(".rels"):
                type = self.by_name.get(f"/{name.lower()}") or self.by_ending[name.rpartition(".")[2].lower()]
                etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{name}", ContentType=type)
        return written(root)


def _named_in(root: Tree | None) -> set[str]:
    """The relationships that a part refers to; those of `_NAMED` are nothing without it."""
    elements = () if root is None else root.iter()
    return {
        str(value)
        for element in elements
        for name, value in element.attrib.items()
        if str(name).startswith(_REFERS) or local(element) == "imagedata"
    }


def _forget(root: Tree, gone: set[str]) -> None:
    """Take out what refers to relationships that are gone."""
    for element in list(root.iter()):
        named = [name for name, value in element.attrib.items() if str(name).startswith(_REFERS) and value in gone]
        if named and local(element) in _ATTRIBUTE_ONLY:
            for name in named:
                del element.attrib[name]
        elif named:
            parent = element.getparent()
            drop(element)
            if parent is not None and len(parent) == 0 and local(parent) in _MAY_BE_EMPTY:
                drop(parent)
