"""Archive: the parts of a zipped document, opened with suspicion.

Rules:
- a package that holds other archives, claims more than its bytes can hold, or unfolds out of measure is refused
  before any part of it is unfolded; each part is unfolded only as far as it claims;
- office files embedded by charts are left closed, and counted;
- a part with more paragraphs than fill the pages a text may have is refused before it is parsed;
- XML with a document type declaration is refused: neither OPC (ECMA-376 part 2) nor OWPML (KS X 6101) has any.
"""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from lxml import etree

from suivi.reader.lexicon import compiled_octets
from suivi.reader.refusals import ArchiveNotSafe, DocumentDamaged, DocumentEncrypted, EntitiesDeclared, TextTooLong

MOST_PARTS: Final = 4_000
LARGEST_PART: Final = 120_000_000
LARGEST_WHOLE: Final = 600_000_000
# A page of text folds to a tenth; pictures hardly fold. Small parts may fold better by chance.
MOST_TIMES: Final = 200
SMALL: Final = 20_000_000
A_PAGE: Final = 20  # paragraphs: cells of a table are some, and short
MOST_PAGES: Final = 2_000
_ARCHIVES: Final = (
    ".zip",
    ".7z",
    ".rar",
    ".gz",
    ".tgz",
    ".bz2",
    ".xz",
    ".zst",
    ".tar",
    ".jar",
    ".cab",
    ".iso",
    ".hwpx",
)
_OFFICE: Final = (".docx", ".xlsx", ".pptx", ".xlsm", ".docm", ".xlsb")
_EMBEDDED: Final = "/embeddings/"

Tree = etree._Element


class Archive:
    """The parts of the package `octets` by name, namespaces `renamed`; raises `ArchiveNotSafe`, `DocumentEncrypted` or `DocumentDamaged`."""

    def __init__(self, octets: bytes, *, name: str, format: str, renamed: Mapping[bytes, bytes] | None = None) -> None:
        self.name, self.format, self.renamed = name, format, renamed or {}
        try:
            self.zip = zipfile.ZipFile(BytesIO(octets))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError):
            raise self.damaged() from None
        parts = self.zip.infolist()
        if len(parts) > MOST_PARTS or self._unfolds(parts, len(octets)) or any(map(_is_archive, parts)):
            raise ArchiveNotSafe(name=name)
        if any(part.flag_bits & 1 for part in parts):
            raise DocumentEncrypted(name=name)
        self.parts = {part.filename: part for part in parts}
        self.embedded = sum(_EMBEDDED in f"/{part.filename}" and not part.is_dir() for part in parts)

    def damaged(self) -> DocumentDamaged:
        """The refusal of a package that is not whole."""
        return DocumentDamaged(name=self.name, format=self.format)

    def part(self, path: str) -> bytes | None:
        """The bytes of the part, or None if there is none; raises `DocumentDamaged` or `ArchiveNotSafe`."""
        found = self.parts.get(path)
        if found is None:
            return None
        try:
            with self.zip.open(found) as stream:
                octets = stream.read(found.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
            raise self.damaged() from None
        if len(octets) > found.file_size:
            raise ArchiveNotSafe(name=self.name)
        return octets

    def tree(self, path: str) -> Tree | None:
        """The part as XML, or None if there is none; raises `DocumentDamaged`, `EntitiesDeclared` or `TextTooLong`."""
        octets = self.part(path)
        if octets is None:
            return None
        paragraphs = sum(1 for _ in compiled_octets(rb"</(?:[\w.\-]{1,20}:)?p *>").finditer(octets))
        if paragraphs > A_PAGE * MOST_PAGES:
            raise TextTooLong(name=self.name, limit=MOST_PAGES)
        for namespace, same in self.renamed.items():
            octets = octets.replace(namespace, same)
        return xml_tree(octets, name=self.name, format=self.format)

    def _unfolds(self, parts: list[zipfile.ZipInfo], size: int) -> bool:
        folded, whole = sum(part.compress_size for part in parts), sum(part.file_size for part in parts)
        beyond = any(part.file_size > LARGEST_PART for part in parts)
        return beyond or folded > size or whole > LARGEST_WHOLE or whole > max(SMALL, MOST_TIMES * size)


def _is_archive(part: zipfile.ZipInfo) -> bool:
    name = part.filename.lower()
    return name.endswith(_ARCHIVES) or (name.endswith(_OFFICE) and _EMBEDDED not in f"/{name}")


def xml_tree(octets: bytes, *, name: str, format: str) -> Tree:
    """The root of the XML; nothing is fetched or expanded. Raises `EntitiesDeclared` or `DocumentDamaged`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(octets, parser)
    except etree.XMLSyntaxError:
        # A declaration comes first; a parser that stops at an entity it refuses has still seen it.
        if b"<!DOCTYPE" in octets[:4096].replace(b"\x00", b""):
            raise EntitiesDeclared(name=name) from None
        raise DocumentDamaged(name=name, format=format) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise EntitiesDeclared(name=name)
    return root
