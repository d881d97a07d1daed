"""What one part of an office document holds that is not seen (ISO/IEC 29500-1): found, and taken out or refused.

- Tracked changes, comments, hidden text, cells, slides and shapes, and pictures cropped but whole refuse the file.
- Marks of sessions, paths, variables and lists of extensions are taken out: a reader sees nothing of them.
"""

import re
from collections.abc import Mapping
from typing import Final

from suivi.desk.attachments.hidden import Holds
from suivi.desk.attachments.packages import blank_paths, drop, local
from suivi.reader.documents.archive import Tree

_OFF: Final = frozenset({"0", "false", "off", "none"})
_TRACKED: Final = frozenset(
    {
        *("ins", "del", "moveFrom", "moveTo", "delText", "delInstrText", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange"),
        *("tblPrExChange", "numberingChange", "moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart"),
        *("customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
    }
)
_COMMENTED: Final = frozenset({"commentReference", "commentRangeStart", "commentRangeEnd", "annotationRef"})
_EMBEDDED: Final = frozenset(
    {"OLEObject", "object", "altChunk", "control", "oleObj", "oleObject", "externalData", "videoFile", "audioFile"}
    | {"wavAudioFile", "quickTimeFile", "audioCd", "contentPart"}
)
_TRACES: Final = frozenset({"rsids", "rsid", "docVars", "attachedTemplate", "mailMerge", "absPath", "revisionPtr"})
_TRACES_OF_WORK: Final = _TRACES | {"fileSharing", "fileRecoveryPr", "webPublishing", "savedAs", "docId", "extLst"}
_SESSIONS: Final = re.compile(r"rsid\w*|paraId|textId|uid|codeName|lastGuid")
_WORD: Final = re.compile(
    r"\{http://(schemas\.openxmlformats\.org/wordprocessingml/2006|purl\.oclc\.org/ooxml/wordprocessingml)/main\}"
)
_FIELDS: Final = re.compile(
    r"(?i)\s*(LINK|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|DDE|DDEAUTO|DATABASE|MERGEFIELD|PRIVATE|COMMENTS|DOCVARIABLE"
    r"|DOCPROPERTY|ADDIN|USERNAME|FILENAME|TEMPLATE)\b"
)
_BLANK_FORMAT: Final = re.compile(r'(?:""|;)*;;(?:""|;)*')


def clean_part(root: Tree) -> set[str]:
    """Take out of a part what is not seen; the codes of what went. Raises `Holds`."""
    removed = {"properties"} if blank_paths(root) else set()
    for element in list(root.iter()):
        name = local(element)
        _refuse(element, name)
        if name in _TRACES_OF_WORK:
            removed |= set() if name == "extLst" else {"traces"}
            drop(element)
            continue
        for attribute in [each for each in element.attrib if _SESSIONS.fullmatch(str(each).rpartition("}")[2])]:
            if str(attribute).startswith("{") or name in ("sheetPr", "workbookPr"):
                del element.attrib[attribute]
                removed.add("traces")
    _refuse_hidden_styles(root)
    return removed


def _refuse(element: Tree, name: str) -> None:
    is_word = _WORD.match(str(element.tag))
    if is_word and name in _TRACKED:
        raise Holds("tracked")
    if name in _COMMENTED:
        raise Holds("comments")
    if name in _EMBEDDED:
        raise Holds("embedded")
    if is_word and name == "instrText" and _FIELDS.match(element.text or ""):
        raise Holds("file-links")
    if is_word and name == "fldSimple" and _FIELDS.match(_attribute(element, "instr")):
        raise Holds("file-links")
    if name == "srcRect" and any(
        value not in ("0", "0%") and not str(value).startswith("-") for value in element.attrib.values()
    ):
        raise Holds("cropped")
    if name in ("cNvPr", "docPr") and _is_on(element, "hidden"):
        raise Holds("hidden-slides")
    _refuse_hidden(element, name)


def _refuse_hidden(element: Tree, name: str) -> None:
    if name == "sld" and _attribute(element, "show") in _OFF - {"none"}:
        raise Holds("hidden-slides")
    if name == "sheet" and _attribute(element, "state").lower().endswith("hidden"):
        raise Holds("hidden-cells")
    if name in ("row", "col") and (_is_on(element, "hidden") or _is_flat(element)):
        raise Holds("hidden-cells")
    if name == "sheetFormatPr" and _is_on(element, "zeroHeight"):
        raise Holds("hidden-cells")
    if name == "definedName" and _is_on(element, "hidden") and not _attribute(element, "name").startswith("_xlnm."):
        raise Holds("hidden-cells")
    if name == "numFmt" and _BLANK_FORMAT.fullmatch(_attribute(element, "formatCode")):
        raise Holds("hidden-cells")
    in_style = any(local(above) == "style" for above in element.iterancestors())
    if _WORD.match(str(element.tag)) and name in ("vanish", "specVanish") and not in_style and _is_set(element):
        raise Holds("hidden-text")


def _refuse_hidden_styles(root: Tree) -> None:
    """A style that hides its text refuses the file: who opens it cannot see what stands in it."""
    for style in root.iter():
        if local(style) == "style" and any(local(each) == "vanish" and _is_set(each) for each in style.iter()):
            raise Holds("hidden-text")


def _attribute(element: Tree, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _is_on(element: Tree, name: str) -> bool:
    return bool(value := _attribute(element, name)) and value.lower() not in _OFF


def _is_set(element: Tree) -> bool:
    return _attribute(element, "val").lower() not in _OFF


def _is_flat(element: Tree) -> bool:
    sizes = [_attribute(element, name) for name in ("ht", "width")]
    return any(size and float(size) == 0 for size in sizes)


def without_unused_words(trees: Mapping[str, Tree], types: Mapping[str, str]) -> bool:
    """Blank the shared words of a workbook that no cell shows; whether there were any."""
    shared = next((trees[name] for name, type in types.items() if type.endswith("sharedStrings+xml")), None)
    if shared is None:
        return False
    used = {
        int(value.text or 0)
        for name, type in types.items()
        if type.endswith("worksheet+xml")
        for cell in trees[name].iter()
        if local(cell) == "c" and cell.get("t") == "s"
        for value in cell
        if local(value) == "v"
    }
    found = False
    for place, words in enumerate([each for each in shared if local(each) == "si"]):
        if place not in used and "".join(str(part) for part in words.itertext()).strip():
            found = True
            for part in list(words):
                words.remove(part)
            words.append(words.makeelement(str(words.tag).replace("}si", "}t"), {}, None))
    return found
