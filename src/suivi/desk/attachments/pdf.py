"""PDF (ISO 32000-1): the pages as they are seen, written anew; nothing else of the file is carried over.

- Of the catalogue and of each page only the entries in `_CATALOGUE` and `_PAGE` are kept; of annotations only links to
  the web and within the file.
- Earlier revisions, unused objects, metadata, scripts, embedded files and thumbnails go with the rest.
- Text drawn in no colour at all (rendering mode 3), as programs lay it under a scanned page, is taken out: what was
  blacked out in the picture may still stand there.
- Encrypted files, forms, signatures, layers that are off and pages cropped by more than a point are refused.
"""

import io
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from suivi.desk.attachments.hidden import Holds, NotWhole, Protected
from suivi.desk.attachments.pictures import clean_jpeg, clean_jpeg2000

_CATALOGUE: Final = frozenset(
    {
        *("/Type", "/Pages", "/PageLabels", "/Lang", "/Outlines", "/Dests", "/Names", "/ViewerPreferences"),
        *("/PageLayout", "/PageMode", "/MarkInfo", "/StructTreeRoot", "/Version"),
    }
)
_PAGE: Final = frozenset(
    {
        *("/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/Contents", "/Rotate", "/Group", "/Annots"),
        *("/StructParents", "/Tabs", "/UserUnit"),
    }
)
_ANYWHERE: Final = {
    **dict.fromkeys(("/Metadata", "/PieceInfo", "/LastModified", "/SpiderInfo", "/OPI"), "properties"),
    **dict.fromkeys(("/AA", "/JS", "/Next"), "scripts"),
    **dict.fromkeys(("/AF", "/EF", "/EmbeddedFiles", "/Alternates"), "inner-files"),
    "/Thumb": "thumbnail",
    "/OC": "",
    "/PTEX.FileName": "properties",
    "/PTEX.InfoDict": "properties",
}
_CROPPED: Final = 1  # point
_SHOWS: Final = frozenset({"Tj", "TJ", "'", '"'})
_UNSEEN: Final = 3


def clean_pdf(octets: bytes) -> tuple[bytes, set[str]]:
    """The pages as they are seen, and the codes of what went; raises `Holds`, `NotWhole` or `Protected`."""
    try:
        with pikepdf.open(io.BytesIO(octets)) as pdf:
            if pdf.is_encrypted:
                raise Protected
            removed = _earlier(octets) | _clean(pdf)
            once = _written(pdf)
        with pikepdf.open(io.BytesIO(once)) as pdf:  # what was compressed just now is laid out as what already was
            return _written(pdf), removed
    except pikepdf.PasswordError:
        raise Protected from None
    except (pikepdf.PdfError, zlib.error, RuntimeError):
        # qpdf wants a source of chance to decrypt, and the child has none
        raise (Protected if b"/Encrypt" in octets else NotWhole) from None


def _written(pdf: pikepdf.Pdf) -> bytes:
    """The file with a number that says nothing of what it was made from."""
    kept = io.BytesIO()
    pdf.save(
        kept,
        static_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return kept.getvalue()


def _earlier(octets: bytes) -> set[str]:
    """Whether something was written behind the file; one that is laid out for the web ends twice by itself."""
    ends = octets.count(b"startxref") - (b"/Linearized" in octets[:1024])
    after = octets.rpartition(b"%%EOF")[2].strip(b"\r\n \0")
    return ({"earlier"} if ends > 1 else set()) | ({"after-end"} if after else set())


def _clean(pdf: pikepdf.Pdf) -> set[str]:
    _refuse(pdf)
    removed = {"properties"} if "/Info" in pdf.trailer and len(pdf.trailer.Info) else set[str]()
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    removed |= _keep_only(pdf.Root, _CATALOGUE)
    if "/Names" in pdf.Root:
        removed |= _keep_only(pdf.Root.Names, frozenset({"/Dests"}))
    for page in pdf.pages:
        removed |= _keep_only(page.obj, _PAGE) | _clean_annotations(pdf, page.obj)
    pdf.remove_unreferenced_resources()
    for found in _reached(pdf.trailer):
        removed |= _clean_one(pdf, found)
    for page in pdf.pages:
        removed |= _without_unseen_words(pdf, page)
    return removed - {""}


def _refuse(pdf: pikepdf.Pdf) -> None:
    form = pdf.Root.get("/AcroForm")
    if form is not None and (len(form.get("/Fields", [])) or "/XFA" in form):
        raise Holds("forms")
    if "/Collection" in pdf.Root:
        raise Holds("embedded")
    layers = pdf.Root.get("/OCProperties")
    if layers is not None and _has_layers_off(layers):
        raise Holds("hidden-layers")
    for page in pdf.pages:
        outer, inner = [float(one) for one in page.mediabox], [float(one) for one in page.cropbox]
        if any(abs(one - other) > _CROPPED for one, other in zip(outer, inner, strict=True)):
            raise Holds("cropped")


def _has_layers_off(layers: Any) -> bool:
    usual = layers.get("/D", pikepdf.Dictionary())
    return len(usual.get("/OFF", [])) > 0 or str(usual.get("/BaseState", "/ON")) == "/OFF"


_SAID: Final = {"/Names": "", "/JavaScript": "scripts", "/OpenAction": "scripts", "/AA": "scripts"} | {
    "/Metadata": "properties",
    "/PieceInfo": "properties",
    "/LastModified": "properties",
    "/Thumb": "thumbnail",
    "/EmbeddedFiles": "inner-files",
    "/AF": "inner-files",
}


def _keep_only(dictionary: Any, kept: frozenset[str]) -> set[str]:
    gone = [key for key in dictionary.keys() if key not in kept]  # noqa: SIM118 a dictionary of the file, not ours
    for key in gone:
        del dictionary[key]
    return {_SAID.get(key, "") for key in gone}


def _clean_annotations(pdf: pikepdf.Pdf, page: Any) -> set[str]:
    """Keep links to the web and within the file."""
    removed = set[str]()
    if "/Annots" not in page:
        return removed
    kept = []
    for each in page.Annots:
        if not isinstance(each, pikepdf.Dictionary) or str(each.get("/Subtype", "")) != "/Link":
            removed.add("inner-files" if str(each.get("/Subtype", "")) == "/FileAttachment" else "remarks")
        elif "/A" in each and not _leads_to_web(each.A):
            removed.add("links")
        else:
            _keep_only(
                each, frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/A", "/Dest", "/F", "/H", "/StructParent"})
            )
            kept.append(each)
    if kept:
        page.Annots = pikepdf.Array(kept)
    else:
        del page["/Annots"]
    return removed


def _leads_to_web(action: Any) -> bool:
    kind = str(action.get("/S", ""))
    if kind == "/URI":
        return str(action.get("/URI", "")).lower().startswith(("http://", "https://", "mailto:"))
    return kind == "/GoTo"


def _reached(trailer: Any) -> Iterator[Any]:
    """Every dictionary and stream that the file leads to, once."""
    waiting, seen = [trailer], set()
    while waiting:
        found = waiting.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield found
            waiting.extend(found[key] for key in found.keys() if _is_container(found[key]))  # noqa: SIM118 a dictionary of the file
        elif isinstance(found, pikepdf.Array):
            waiting.extend(each for each in found if _is_container(each))


def _is_container(found: Any) -> bool:
    return isinstance(found, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array)


def _clean_one(pdf: pikepdf.Pdf, found: Any) -> set[str]:
    removed = set()
    for key in [key for key in found.keys() if key in _ANYWHERE]:  # noqa: SIM118 a dictionary of the file
        removed.add(_ANYWHERE[key])
        del found[key]
    if "/A" in found and isinstance(found.A, pikepdf.Dictionary) and "/S" in found.A and not _leads_to_web(found.A):
        del found["/A"]
        removed.add("links")
    if str(found.get("/Type", "")) == "/OCG":
        found.Name = pikepdf.String("")
    if isinstance(found, pikepdf.Stream):
        removed |= _clean_picture(found)
    return removed


def _clean_picture(stream: Any) -> set[str]:
    filters = stream.get("/Filter", pikepdf.Array())
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if not names or names[-1] not in ("/DCTDecode", "/JPXDecode"):
        return set()
    octets = bytes(stream.read_raw_bytes())
    for name in names[:-1]:
        if name != "/FlateDecode":
            raise Holds("picture-kind")
        octets = zlib.decompress(octets)
    clean, removed = (clean_jpeg if names[-1] == "/DCTDecode" else clean_jpeg2000)(octets)
    parameters = stream.get("/DecodeParms")
    last = parameters[-1] if isinstance(parameters, pikepdf.Array) and len(parameters) else parameters
    stream.write(
        clean, filter=pikepdf.Name(names[-1]), decode_parms=last if isinstance(last, pikepdf.Dictionary) else None
    )
    return removed


def _without_unseen_words(pdf: pikepdf.Pdf, page: pikepdf.Page) -> set[str]:
    """Take the text that is drawn in no colour out of a page and of what it draws."""
    removed = set()
    for drawn in _drawings(page):
        kept, found = _seen(drawn)
        if found:
            removed.add("unseen-words")
            written = pikepdf.unparse_content_stream(kept)
            if isinstance(drawn, pikepdf.Page):
                drawn.obj.Contents = pdf.make_stream(written)
            else:
                drawn.write(written)
    return removed


def _drawings(page: pikepdf.Page) -> Iterator[Any]:
    yield page
    forms = (found for found in _reached(page.obj.get("/Resources", pikepdf.Dictionary())))
    yield from (each for each in forms if isinstance(each, pikepdf.Stream) and str(each.get("/Subtype", "")) == "/Form")


def _seen(drawn: Any) -> tuple[list[Any], bool]:
    kept, mode, before, found = list[Any](), 0, list[int](), False
    for one in pikepdf.parse_content_stream(drawn):
        operator = str(one.operator)
        if operator == "q":
            before.append(mode)
        elif operator == "Q" and before:
            mode = before.pop()
        elif operator == "Tr":
            mode = int(one.operands[0])
        if operator in _SHOWS and mode == _UNSEEN:
            found = True
            continue
        kept.append(one)
    return kept, found
