"""ODT (ISO/IEC 26300): the text, its styles and its pictures; nothing of who wrote it, when, or what it was before.

- `content.xml`, `styles.xml`, the pictures and a manifest of these are written; properties, settings, thumbnails and
  everything that only a program needs are left out.
- Tracked changes, annotations, hidden text, earlier versions, macros and embedded objects refuse the file.
"""

from typing import Final

from lxml import etree

from suivi.desk.attachments.hidden import Holds, NotWhole
from suivi.desk.attachments.packages import blank_paths, clean_picture, drop, local, names_of, packed, written
from suivi.reader.documents.archive import Archive, Tree

MIME: Final = "application/vnd.oasis.opendocument.text"
_MANIFEST: Final = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_TEXTS: Final = ("content.xml", "styles.xml")
_LEFT_OUT: Final = (
    ("meta.xml", "properties"),
    ("Thumbnails/", "thumbnail"),
    ("settings.xml", "settings"),
    ("Configurations2/", "settings"),
    ("layout-cache", "settings"),
    ("manifest.rdf", "custom-data"),
    ("META-INF/", ""),
    ("mimetype", ""),
)
_REFUSED: Final = (
    ("Versions/", "tracked"),
    ("VersionList.xml", "tracked"),
    ("Basic/", "macros"),
    ("Scripts/", "macros"),
    ("Dialogs/", "macros"),
    ("Object", "embedded"),
    ("Media/", "embedded"),
)
_ELEMENTS: Final = {
    **dict.fromkeys(("changed-region", "change-start", "change-end", "change"), "tracked"),
    **dict.fromkeys(("annotation", "annotation-end"), "comments"),
    **dict.fromkeys(("script", "event-listener"), "macros"),
    **dict.fromkeys(("object", "object-ole", "plugin", "applet", "floating-frame", "dde-source"), "embedded"),
    **dict.fromkeys(("database-display", "dde-connection", "dde-connection-decl"), "foreign-data"),
}
_WEB: Final = ("http://", "https://", "mailto:", "#", "Pictures/", "./Pictures/")
_OF_AUTHORS: Final = frozenset({"rsid", "paragraph-rsid", "officeooo-rsid"})


def clean_odt(octets: bytes) -> tuple[bytes, set[str]]:
    """The document with what its reader sees, and the codes of what went; raises `Holds` or `NotWhole`."""
    archive = Archive(octets, name="attached", format="ODT")
    if archive.part("mimetype") != MIME.encode():
        raise NotWhole
    parts, removed = {"mimetype": MIME.encode()}, set[str]()
    for name in names_of(archive):
        if name in _TEXTS:
            root = archive.tree(name)
            assert root is not None
            removed |= _clean_text(root)
            parts[name] = written(root)
        elif name.startswith("Pictures/"):
            parts[name], went = clean_picture(archive.part(name) or b"")
            removed |= went
        else:
            removed.add(_what_goes(name))
    if "content.xml" not in parts:
        raise NotWhole
    removed |= _without_unused(parts)
    return packed({**parts, "META-INF/manifest.xml": _manifest(parts)}, first="mimetype"), removed - {""}


def _what_goes(name: str) -> str:
    for start, code in _REFUSED:
        if name.startswith(start):
            raise Holds(code)
    for start, code in _LEFT_OUT:
        if name.startswith(start):
            return code
    raise Holds("unknown-part")


def _clean_text(root: Tree) -> set[str]:
    removed = {"properties"} if blank_paths(root) else set()
    for element in list(root.iter()):
        name = local(element)
        if name in _ELEMENTS:
            raise Holds(_ELEMENTS[name])
        if name in ("hidden-text", "hidden-paragraph") or _is_hidden(element):
            raise Holds("hidden-text")
        if name == "clip" or any(
            str(key).endswith("}clip") and not _is_whole(str(value)) for key, value in element.attrib.items()
        ):
            raise Holds("cropped")
        for key, value in list(element.attrib.items()):
            short = str(key).rpartition("}")[2]
            if short in _OF_AUTHORS:
                del element.attrib[key]
                removed.add("traces")
            elif short == "href" and not str(value).startswith(_WEB):
                raise Holds("file-links")
        if name in ("author-name", "author-initials", "sender-firstname", "file-name", "template-name", "user-defined"):
            raise Holds("file-links") if name in ("file-name", "template-name") else Holds("hidden-text")
        if name in ("forms", "scripts"):
            removed |= {"settings"} if len(element) else set()
            drop(element)
    return removed


def _is_hidden(element: Tree) -> bool:
    hides = ("none", "condition")
    return local(element) != "list-level-style-bullet" and any(
        str(key).endswith("}display") and value in hides for key, value in element.attrib.items()
    )


def _is_whole(clip: str) -> bool:
    return not any(one in "123456789" for one in clip)


def _without_unused(parts: dict[str, bytes]) -> set[str]:
    """Drop pictures that neither text shows."""
    texts = b"".join(parts.get(name, b"") for name in _TEXTS)
    unused = [name for name in parts if name.startswith("Pictures/") and name.encode() not in texts]
    for name in unused:
        del parts[name]
    return {"unused"} if unused else set()


def _manifest(parts: dict[str, bytes]) -> bytes:
    root = etree.Element(f"{_MANIFEST}manifest", {f"{_MANIFEST}version": "1.3"}, nsmap={"manifest": _MANIFEST[1:-1]})
    types = {"/": MIME} | {name: _type_of(name, octets) for name, octets in sorted(parts.items()) if name != "mimetype"}
    for name, type in types.items():
        values = {f"{_MANIFEST}full-path": name, f"{_MANIFEST}media-type": type}
        etree.SubElement(root, f"{_MANIFEST}file-entry", values)
    return written(root)


def _type_of(name: str, octets: bytes) -> str:
    if name.endswith(".xml"):
        return "text/xml"
    return "image/png" if octets.startswith(b"\x89PNG") else "image/jpeg"
