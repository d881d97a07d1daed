"""Packages: the zipped formats, opened with suspicion and written again from the parts that are kept.

- The same parts always give the same bytes: sorted, one date, no comment, no extra field.
- XML loses its comments and processing instructions as it is read; a declaration of entities refuses the file.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

from lxml import etree

from suivi.desk.attachments.hidden import Holds
from suivi.desk.attachments.pictures import JPEG, PNG, clean_jpeg, clean_png
from suivi.reader.documents.archive import Archive, Tree

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_PATH: Final = re.compile(r"(?i)\A\s*(?:[a-z]:[\\/]|\\\\|file:|/home/|/users/)")


def packed(parts: Mapping[str, bytes], *, first: str) -> bytes:
    """The package of `parts` by name; the part named `first` leads, as both families of formats ask."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, parts[name])
    return kept.getvalue()


def written(root: Tree) -> bytes:
    """The XML of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def clean_picture(octets: bytes) -> tuple[bytes, set[str]]:
    """A picture inside a document; raises `Holds` where it is neither PNG nor JPEG, or `NotWhole`."""
    if octets.startswith(PNG):
        return clean_png(octets)
    if octets.startswith(JPEG):
        return clean_jpeg(octets)
    raise Holds("picture-kind")


def blank_paths(root: Tree) -> bool:
    """Take the places of files out of descriptions of pictures; whether there was one."""
    found = False
    for element in root.iter():
        for name, value in element.attrib.items():
            if _local(name) in ("descr", "title", "name", "alt") and _PATH.match(str(value)):
                element.set(name, "")
                found = True
    return found


def drop(element: Tree) -> None:
    """Take an element out, the words after it staying."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def local(element: Tree) -> str:
    """The name of an element without its namespace."""
    return _local(str(element.tag))


def _local(name: str | bytes) -> str:
    return str(name).rpartition("}")[2]


def names_of(archive: Archive) -> list[str]:
    """The parts that are files, in no order."""
    return [name for name, part in archive.parts.items() if not part.is_dir()]
