"""Files with something in them that their reader does not see, each made from a clean one; `SECRET` is what is hidden.

Every file says what must become of it: `gone` (what was hidden is taken away) or the code of what refuses it.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

import docx
import openpyxl
import pikepdf
import xlsxwriter
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = "QXSECRETWZKVJGHM"
GONE = "gone"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Dirty(NamedTuple):
    """A dirty file: its kind, its bytes, and what must become of it."""

    kind: str
    octets: bytes
    becomes: str = GONE


def replaced(octets: bytes, parts: dict[str, bytes | tuple[str, str] | None]) -> bytes:
    """The package with parts put in (bytes), edited (old, new) or taken out (None)."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as before, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            change = parts.get(name, ("", ""))
            if isinstance(change, tuple):
                text = before.read(name)
                assert change[0].encode() in text, (name, change[0])
                after.writestr(name, text.replace(change[0].encode(), change[1].encode(), 1) if change[0] else text)
        for name, new in parts.items():
            if isinstance(new, bytes):
                after.writestr(name, new)
    return kept.getvalue()


def with_part(octets: bytes, name: str, content: bytes, type: str, *, relation: str = "", source: str = "") -> bytes:
    """The package with one part more, its content type declared, and `source` related to it where `relation` says how."""
    changes: dict[str, bytes | tuple[str, str] | None] = {
        name: content,
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/{name}" ContentType="{type}"/></Types>'),
    }
    if relation:
        link = f'<Relationship Id="rIdX" Type="{R}/{relation}" Target="/{name}"/></Relationships>'
        changes[source] = ("</Relationships>", link)
    return replaced(octets, changes)


def saved(document: object) -> bytes:
    kept = io.BytesIO()
    document.save(kept)  # type: ignore[attr-defined]  # whatever saves itself
    return kept.getvalue()


# Pictures


def picture(format: str = "JPEG", **values: object) -> bytes:
    kept = io.BytesIO()
    image = Image.new("RGB", (32, 24), "teal")
    image.putpixel((3, 3), (200, 20, 20))
    image.save(kept, format, **values)
    return kept.getvalue()


def exif(**more: object) -> Image.Exif:
    told = Image.Exif()
    told[0x013B] = SECRET  # artist
    told[0x8825] = {1: "N", 2: (45.0, 25.0, 15.0), 3: "W", 4: (75.0, 41.0, 51.0)}
    return told


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_with(name: bytes, body: bytes) -> bytes:
    plain = picture("PNG")
    return plain[:33] + chunk(name, body) + plain[33:]


def png_with_more_pixels() -> bytes:
    """A row more than the picture is high, which nobody sees."""
    rows = b"".join(b"\0" + b"\1\2\3" * 4 for _ in range(3)) + b"\0" + SECRET.encode()[:12]
    header = struct.pack(">IIBBBBB", 4, 3, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg_with(marker: int, body: bytes) -> bytes:
    plain = picture()
    return plain[:2] + segment(marker, body) + plain[2:]


def pictures() -> Iterator[tuple[str, Dirty]]:
    info = PngInfo()
    info.add_text("Author", SECRET)
    yield "png: author in a text", Dirty("PNG", picture("PNG", pnginfo=info))
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>", zip=True)
    yield "png: XMP, compressed", Dirty("PNG", picture("PNG", pnginfo=info))
    yield "png: EXIF with a place", Dirty("PNG", picture("PNG", exif=exif()))
    yield "png: a private chunk", Dirty("PNG", png_with(b"prVt", SECRET.encode()))
    yield "png: bytes after its end", Dirty("PNG", picture("PNG") + SECRET.encode())
    yield "png: a row more than it is high", Dirty("PNG", png_with_more_pixels(), "damaged")
    yield "png: a second picture", Dirty("PNG", png_with(b"acTL", b"\0\0\0\2\0\0\0\0" + SECRET.encode()), "animation")
    yield "jpeg: GPS and artist in EXIF", Dirty("JPEG", picture(exif=exif()))
    yield "jpeg: a comment", Dirty("JPEG", picture(comment=SECRET.encode()))
    yield "jpeg: XMP", Dirty("JPEG", jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET.encode()))
    yield "jpeg: caption of a press agency", Dirty("JPEG", jpeg_with(0xED, b"Photoshop 3.0\0" + SECRET.encode()))
    yield "jpeg: name in a colour profile", Dirty("JPEG", jpeg_with(0xE2, b"ICC_PROFILE\0\1\1" + SECRET.encode()))
    yield "jpeg: a second picture behind it", Dirty("JPEG", picture() + picture(comment=SECRET.encode()))
    thumbnail = b"JFIF\0\1\1\0\0\1\0\1\4\4" + (SECRET * 3).encode()
    plain = picture()
    yield "jpeg: a thumbnail of what it was", Dirty("JPEG", plain[:2] + segment(0xE0, thumbnail) + plain[20:])


# Word


def word(fill: Callable[[object], object] | None = None, **properties: str) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading("Compte rendu", 1)
    paragraph = document.add_paragraph("Les parties se sont réunies. 양측이 만났다.")
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    if fill:
        fill(paragraph)
    return saved(document)


def word_xml(inside: str) -> bytes:
    """A document with that XML in a paragraph."""
    return word(lambda paragraph: paragraph._p.append(parse_xml(inside.replace(" ", f" {W} ", 1))))


RUN = f"<w:r><w:t>{SECRET}</w:t></w:r>"
SETTINGS = "word/settings.xml"


def with_picture(octets: bytes) -> bytes:
    document = docx.Document()
    document.add_picture(io.BytesIO(octets))
    return saved(document)


def words() -> Iterator[tuple[str, Dirty]]:
    rels, main = "word/_rels/document.xml.rels", "word/document.xml"
    yield "docx: its author", Dirty("DOCX", word(author=SECRET))
    yield "docx: who saved it last", Dirty("DOCX", word(last_modified_by=SECRET))
    app = f"<Properties><Company>{SECRET}</Company></Properties>".encode()
    yield "docx: the office", Dirty("DOCX", replaced(word(), {"docProps/app.xml": app}))
    custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = f"<Properties><x>{SECRET}</x></Properties>".encode()
    yield (
        "docx: a property of its own",
        Dirty(
            "DOCX",
            with_part(word(), "docProps/custom.xml", part, custom, relation="custom-properties", source="_rels/.rels"),
        ),
    )
    yield (
        "docx: data beside the text",
        Dirty("DOCX", replaced(word(), {"customXml/item1.xml": f"<a>{SECRET}</a>".encode()})),
    )
    thumbnail = picture(comment=SECRET.encode())
    yield "docx: a thumbnail", Dirty("DOCX", replaced(word(), {"docProps/thumbnail.jpeg": thumbnail}))
    who = f'w:id="1" w:author="{SECRET}" w:date="2024-01-01T00:00:00Z"'
    yield "docx: a tracked insertion", Dirty("DOCX", word_xml(f"<w:ins {who}>{RUN}</w:ins>"), "tracked")
    deleted = f"<w:del {who}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>"
    yield "docx: a tracked deletion", Dirty("DOCX", word_xml(deleted), "tracked")
    yield "docx: a tracked move", Dirty("DOCX", word_xml(f"<w:moveFrom {who}>{RUN}</w:moveFrom>"), "tracked")
    changed = f"<w:r ><w:rPr><w:rPrChange {who}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"
    yield "docx: a tracked change of type", Dirty("DOCX", word_xml(changed), "tracked")
    document = docx.Document()
    document.add_comment(document.add_paragraph("a").add_run("b"), text=SECRET, author="x", initials="x")
    yield "docx: a comment", Dirty("DOCX", saved(document), "comments")
    hidden = f"<w:r ><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r>"
    yield "docx: hidden text", Dirty("DOCX", word_xml(hidden), "hidden-text")
    style = f'<w:style w:type="character" w:styleId="X"><w:name w:val="{SECRET}"/><w:rPr><w:vanish/></w:rPr></w:style>'
    in_styles = replaced(word(), {"word/styles.xml": ("</w:styles>", f"{style}</w:styles>")})
    yield "docx: a style that hides its text", Dirty("DOCX", in_styles, "hidden-text")
    ole = "application/vnd.openxmlformats-officedocument.oleObject"
    embedded = with_part(
        word(), "word/embeddings/oleObject1.bin", SECRET.encode(), ole, relation="oleObject", source=rels
    )
    yield "docx: an embedded object", Dirty("DOCX", embedded, "embedded")
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    workbook = with_part(word(), "word/embeddings/a.xlsx", SECRET.encode(), sheet, relation="package", source=rels)
    yield "docx: an embedded workbook", Dirty("DOCX", workbook, "embedded")
    chunk_of = word_xml(f'<w:altChunk w:x="{SECRET}"/>')
    yield "docx: a file inserted whole", Dirty("DOCX", chunk_of, "embedded")
    vba = with_part(
        word(),
        "word/vbaProject.bin",
        SECRET.encode(),
        "application/vnd.ms-office.vbaProject",
        relation="x",
        source=rels,
    )
    yield "docx: macros", Dirty("DOCX", vba, "macros")
    link = (
        f'<Relationship Id="rIdT" Type="{R}/attachedTemplate" Target="file:///C:/{SECRET}.dotx" TargetMode="External"/>'
    )
    settings_rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    )
    template = replaced(word(), {"word/_rels/settings.xml.rels": settings_rels.encode()})
    yield "docx: the place of its template", Dirty("DOCX", template)
    for name, inside in {
        "variables": f'<w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars>',
        "sessions": f'<w:rsids><w:rsid w:val="{SECRET}"/></w:rsids>',
    }.items():
        yield f"docx: {name}", Dirty("DOCX", replaced(word(), {SETTINGS: ("</w:settings>", f"{inside}</w:settings>")}))
    field = f'<w:r ><w:instrText> INCLUDETEXT "C:\\\\{SECRET}.docx" </w:instrText></w:r>'
    yield "docx: a field that names a file", Dirty("DOCX", word_xml(field), "file-links")
    far = f'<Relationship Id="rIdF" Type="{R}/hyperlink" Target="file:///C:/{SECRET}" TargetMode="External"/></Relationships>'
    linked = replaced(word_xml(f'<w:hyperlink xmlns:r="{R}" r:id="rIdF"/>'), {rels: ("</Relationships>", far)})
    yield "docx: a link to a file", Dirty("DOCX", linked, "file-links")
    yield "docx: a picture with a place", Dirty("DOCX", with_picture(picture(exif=exif())))
    described = with_picture(picture())
    described = replaced(
        described,
        {
            main: (
                '<wp:docPr id="1" name="Picture 1"',
                f'<wp:docPr id="1" name="Picture 1" descr="D:\\photos\\{SECRET}"',
            )
        },
    )
    yield "docx: where a picture lay", Dirty("DOCX", described)
    cropped = replaced(
        with_picture(picture("PNG", pnginfo=None)), {main: ("<a:stretch>", '<a:srcRect l="20000"/><a:stretch>')}
    )
    yield "docx: a cropped picture", Dirty("DOCX", cropped, "cropped")
    unseen = replaced(
        with_picture(picture()), {main: ('<wp:docPr id="1"', f'<wp:docPr id="1" hidden="1" title="{SECRET}"')}
    )
    yield "docx: a hidden drawing", Dirty("DOCX", unseen, "hidden-slides")
    people = with_part(
        word(), "word/people.xml", f"<p>{SECRET}</p>".encode(), f"{WORD}.people+xml", relation="people", source=rels
    )
    yield "docx: people who worked on it", Dirty("DOCX", people)
    orphan = with_part(word(), "word/old.xml", f"<p>{SECRET}</p>".encode(), f"{WORD}.header+xml")
    yield "docx: a part nothing leads to", Dirty("DOCX", orphan)
    idle = with_part(
        word(), "word/media/old.jpg", picture(comment=SECRET.encode()), "image/jpeg", relation="image", source=rels
    )
    yield "docx: a picture that was deleted", Dirty("DOCX", idle)
    drawn = with_part(
        word_xml(f'<w:pict xmlns:r="{R}" r:id="rIdX"/>'),
        "word/media/a.emf",
        SECRET.encode(),
        "image/x-emf",
        relation="image",
        source=rels,
    )
    yield "docx: a picture of drawing orders", Dirty("DOCX", drawn, "picture-kind")
    yield (
        "docx: a comment in its XML",
        Dirty("DOCX", replaced(word(), {main: ("<w:body>", f"<!-- {SECRET} --><w:body>")})),
    )
    glossary = with_part(
        word(),
        "word/glossary/document.xml",
        f"<a>{SECRET}</a>".encode(),
        f"{WORD}.document.glossary+xml",
        relation="glossaryDocument",
        source=rels,
    )
    yield "docx: building blocks", Dirty("DOCX", glossary)
    package = io.BytesIO(word())
    with zipfile.ZipFile(package, "a") as archive:
        archive.comment = SECRET.encode()
    yield "docx: a comment of the package", Dirty("DOCX", package.getvalue())


# Excel


def workbook(fill: Callable[[openpyxl.Workbook], object] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"], book.active["B1"] = "Sum", 12.5, "won"
    if fill:
        fill(book)
    return saved(book)


def sheets() -> Iterator[tuple[str, Dirty]]:
    def hidden_sheet(state: str) -> Callable[[openpyxl.Workbook], object]:
        def fill(book: openpyxl.Workbook) -> None:
            book.create_sheet("work")["A1"] = SECRET
            book["work"].sheet_state = state

        return fill

    def hidden_row(book: openpyxl.Workbook) -> None:
        book.active["A9"] = SECRET
        book.active.row_dimensions[9].hidden = True

    def hidden_column(book: openpyxl.Workbook) -> None:
        book.active["F1"] = SECRET
        book.active.column_dimensions["F"].hidden = True

    def comment(book: openpyxl.Workbook) -> None:
        book.active["A1"].comment = Comment(SECRET, "x")

    def named(book: openpyxl.Workbook) -> None:
        book.defined_names["x"] = DefinedName("x", attr_text=f'"{SECRET}"', hidden=True)

    def blank(book: openpyxl.Workbook) -> None:
        book.active["A9"] = SECRET
        book.active["A9"].number_format = ";;;"

    yield "xlsx: a hidden sheet", Dirty("XLSX", workbook(hidden_sheet("hidden")), "hidden-cells")
    yield "xlsx: a very hidden sheet", Dirty("XLSX", workbook(hidden_sheet("veryHidden")), "hidden-cells")
    yield "xlsx: a hidden row", Dirty("XLSX", workbook(hidden_row), "hidden-cells")
    yield (
        "xlsx: a row of no height",
        Dirty(
            "XLSX",
            replaced(workbook(), {"xl/worksheets/sheet1.xml": ('<row r="2">', f'<row r="2" ht="0" spans="{SECRET}">')}),
            "hidden-cells",
        ),
    )
    yield "xlsx: a hidden column", Dirty("XLSX", workbook(hidden_column), "hidden-cells")
    yield "xlsx: a hidden name", Dirty("XLSX", workbook(named), "hidden-cells")
    yield "xlsx: a format that shows nothing", Dirty("XLSX", workbook(blank), "hidden-cells")
    yield "xlsx: a comment", Dirty("XLSX", workbook(comment), "comments")
    yield "xlsx: its author", Dirty("XLSX", workbook(lambda book: setattr(book.properties, "creator", SECRET)))
    book, rels = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    pivot = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"
    cache = with_part(
        workbook(),
        "xl/pivotCache/a.xml",
        f"<a>{SECRET}</a>".encode(),
        pivot,
        relation="pivotCacheDefinition",
        source=rels,
    )
    yield "xlsx: what a pivot table was made of", Dirty("XLSX", cache, "foreign-data")
    outside = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    other = with_part(
        workbook(), "xl/externalLinks/a.xml", f"<a>{SECRET}</a>".encode(), outside, relation="externalLink", source=rels
    )
    yield "xlsx: values of another file", Dirty("XLSX", other, "foreign-data")
    kept = io.BytesIO()
    written = xlsxwriter.Workbook(kept)
    written.add_worksheet().write_row(0, 0, ["Sum", "won"])
    written.close()
    shared = replaced(kept.getvalue(), {"xl/sharedStrings.xml": ("</sst>", f"<si><t>{SECRET}</t></si></sst>")})
    yield "xlsx: words no cell shows", Dirty("XLSX", shared)
    placed = f'<x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\{SECRET}"/>'
    yield "xlsx: the folder it lay in", Dirty("XLSX", replaced(workbook(), {book: ("<sheets>", f"{placed}<sheets>")}))
    person = "application/vnd.ms-excel.person+xml"
    people = with_part(
        workbook(), "xl/persons/a.xml", f"<a>{SECRET}</a>".encode(), person, relation="person", source=rels
    )
    yield "xlsx: people who worked on it", Dirty("XLSX", people)
    macro = with_part(
        workbook(),
        "xl/vbaProject.bin",
        SECRET.encode(),
        "application/vnd.ms-office.vbaProject",
        relation="v",
        source=rels,
    )
    yield "xlsx: macros", Dirty("XLSX", macro, "macros")


# PowerPoint, by hand: the parts that matter


def slides(more: str = "", show: str = "", listed: str = "") -> bytes:
    kept = io.BytesIO()
    family = "application/vnd.openxmlformats-officedocument.presentationml"
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/ppt/presentation.xml" ContentType="{family}.presentation.main+xml"/>'
            f'<Override PartName="/ppt/slides/slide1.xml" ContentType="{family}.slide+xml"/></Types>',
        )
        for source, links in {
            "_rels/.rels": (("rId1", "officeDocument", "ppt/presentation.xml"),),
            "ppt/_rels/presentation.xml.rels": (("rId1", "slide", "slides/slide1.xml"),),
            "ppt/slides/_rels/slide1.xml.rels": (),
        }.items():
            inside = "".join(f'<Relationship Id="{id}" Type="{R}/{type}" Target="{to}"/>' for id, type, to in links)
            archive.writestr(source, f'<Relationships xmlns="{package}/relationships">{inside}</Relationships>')
        archive.writestr(
            "ppt/presentation.xml",
            f'<p:presentation xmlns:p="{p}" xmlns:r="{R}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/>{listed}</p:sldIdLst></p:presentation>',
        )
        archive.writestr(
            "ppt/slides/slide1.xml",
            f'<p:sld xmlns:p="{p}" xmlns:r="{R}" {show}><p:cSld><p:spTree><p:sp/>{more}</p:spTree></p:cSld></p:sld>',
        )
    return kept.getvalue()


def presentations() -> Iterator[tuple[str, Dirty]]:
    family, rels = "application/vnd.openxmlformats-officedocument.presentationml", "ppt/slides/_rels/slide1.xml.rels"
    note = f"<a>{SECRET}</a>".encode()
    text = f"<p:txBody>{SECRET}</p:txBody>"
    yield "pptx: a hidden slide", Dirty("PPTX", slides(text, show='show="0"'), "hidden-slides")
    shape = f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="a" hidden="1"/></p:nvSpPr>{text}</p:sp>'
    yield "pptx: a hidden shape", Dirty("PPTX", slides(shape), "hidden-slides")
    notes = with_part(
        slides(), "ppt/notesSlides/a.xml", note, f"{family}.notesSlide+xml", relation="notesSlide", source=rels
    )
    yield "pptx: notes of the speaker", Dirty("PPTX", notes)
    comment = with_part(
        slides(), "ppt/comments/a.xml", note, f"{family}.comments+xml", relation="comments", source=rels
    )
    yield "pptx: a comment", Dirty("PPTX", comment, "comments")
    authors = with_part(
        slides(),
        "ppt/commentAuthors.xml",
        note,
        f"{family}.commentAuthors+xml",
        relation="commentAuthors",
        source="ppt/_rels/presentation.xml.rels",
    )
    yield "pptx: who made comments", Dirty("PPTX", authors)
    spare = with_part(
        slides(),
        "ppt/slides/slide9.xml",
        note,
        f"{family}.slide+xml",
        relation="slide",
        source="ppt/_rels/presentation.xml.rels",
    )
    yield "pptx: a slide in no list", Dirty("PPTX", spare)
    film = with_part(slides(), "ppt/media/a.mp4", SECRET.encode(), "video/mp4", relation="video", source=rels)
    yield "pptx: a film", Dirty("PPTX", film, "embedded")
    tags = with_part(
        slides('<p:custDataLst><p:tags r:id="rIdX"/></p:custDataLst>'),
        "ppt/tags/a.xml",
        note,
        f"{family}.tags+xml",
        relation="tags",
        source=rels,
    )
    yield "pptx: tags of a program", Dirty("PPTX", tags)


# ODT


ODF = "urn:oasis:names:tc:opendocument:xmlns"


def odt(inside: str = "", **parts: bytes) -> bytes:
    kept = io.BytesIO()
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "style", "script", "drawing"))
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:text><text:p>Texte</text:p>{inside}"
            "</office:text></office:body></office:document-content>",
        )
        for name, octets in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_png", ".png"), octets)
    return kept.getvalue()


def texts() -> Iterator[tuple[str, Dirty]]:
    said = f"<a>{SECRET}</a>".encode()
    yield "odt: its author", Dirty("ODT", odt(meta_xml=said))
    yield "odt: settings of the printer", Dirty("ODT", odt(settings_xml=said))
    yield "odt: a thumbnail", Dirty("ODT", odt(Thumbnails__thumbnail_png=SECRET.encode()))
    changed = f"<text:tracked-changes><text:changed-region><text:deletion>{SECRET}</text:deletion></text:changed-region></text:tracked-changes>"
    yield "odt: tracked changes", Dirty("ODT", odt(changed), "tracked")
    yield "odt: an annotation", Dirty("ODT", odt(f"<office:annotation>{SECRET}</office:annotation>"), "comments")
    yield "odt: hidden text", Dirty("ODT", odt(f"<text:hidden-text>{SECRET}</text:hidden-text>"), "hidden-text")
    section = f'<text:section text:display="none">{SECRET}</text:section>'
    yield "odt: a hidden section", Dirty("ODT", odt(section), "hidden-text")
    yield "odt: macros", Dirty("ODT", odt(Basic__Standard__Module1_xml=said), "macros")
    yield "odt: an embedded object", Dirty("ODT", odt(ObjectReplacements__a=said), "embedded")
    yield "odt: an earlier version", Dirty("ODT", odt(Versions__Version1=said), "tracked")
    yield "odt: a link to a file", Dirty("ODT", odt(f'<text:a xlink:href="../{SECRET}.odt">x</text:a>'), "file-links")
    shown = odt('<text:p xlink:href="Pictures/a.png"/>', Pictures__a_png=picture("PNG", exif=exif()))
    yield "odt: a picture with a place", Dirty("ODT", shown)


# PDF


def pdf(
    fill: Callable[[pikepdf.Pdf], object] | None = None,
    content: bytes = b"BT /F1 12 Tf 20 20 Td (Report) Tj ET",
    **saving: object,
) -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(200, 200))
    page.obj.Contents = made.make_stream(content)
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    if fill:
        fill(made)
    kept = io.BytesIO()
    made.save(
        kept,
        **{
            "compress_streams": False,
            "fix_metadata_version": False,
            "object_stream_mode": pikepdf.ObjectStreamMode.disable,
            **saving,
        },
    )
    return kept.getvalue()


def revised() -> bytes:
    """A file of which a later state has replaced a page's words: the earlier ones are still there."""
    before = pdf(content=f"BT /F1 12 Tf 20 20 Td ({SECRET}) Tj ET".encode())
    number = next(int(found[1]) for found in re.finditer(rb"(\d+) 0 obj\n<< /Length \d+ >>\nstream\nBT", before))
    words = b"BT /F1 12 Tf 20 20 Td (Report) Tj ET"
    start = len(before)
    newer = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(words), words)
    earlier = int(re.findall(rb"startxref\n(\d+)", before)[-1])
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    size = int(re.findall(rb"/Size (\d+)", before)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", before)[-1]
    trailer = b"trailer << /Size %d /Root %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        earlier,
        start + len(newer),
    )
    return before + newer + table + trailer


def annotation(made: pikepdf.Pdf, **values: object) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], Contents=pikepdf.String(SECRET), **values)
    made.pages[0].obj.Annots = pikepdf.Array([made.make_indirect(note)])


def drawn(made: pikepdf.Pdf, octets: bytes) -> None:
    image = made.make_stream(octets)
    image.Type, image.Subtype, image.Width, image.Height = pikepdf.Name.XObject, pikepdf.Name.Image, 32, 24
    image.ColorSpace, image.BitsPerComponent, image.Filter = pikepdf.Name.DeviceRGB, 8, pikepdf.Name.DCTDecode
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im1=image)
    made.pages[0].obj.Contents = made.make_stream(b"q 99 0 0 99 0 0 cm /Im1 Do Q")


def layer(made: pikepdf.Pdf) -> None:
    group = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(SECRET)))
    usual = pikepdf.Dictionary(OFF=pikepdf.Array([group]))
    made.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]), D=usual)


def form(made: pikepdf.Pdf) -> None:
    field = made.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("a"), V=pikepdf.String(SECRET)))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))


def described(made: pikepdf.Pdf) -> None:
    made.docinfo["/Author"] = SECRET


def with_metadata(made: pikepdf.Pdf) -> None:
    made.Root.Metadata = made.make_stream(f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode())


def scripted(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(SECRET))


def attached(made: pikepdf.Pdf) -> None:
    made.attachments["a.txt"] = SECRET.encode()


def thumbnail(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Thumb = made.make_stream(SECRET.encode())


def kept_by_program(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.PieceInfo = pikepdf.Dictionary(A=pikepdf.Dictionary(Private=pikepdf.String(SECRET)))


def cropped(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.CropBox = pikepdf.Array([0, 0, 100, 100])


def documents() -> Iterator[tuple[str, Dirty]]:
    name = pikepdf.Name
    yield "pdf: its author", Dirty("PDF", pdf(described))
    yield "pdf: XMP", Dirty("PDF", pdf(with_metadata))
    yield "pdf: an earlier revision", Dirty("PDF", revised())
    yield "pdf: a file packed in it", Dirty("PDF", pdf(attached))
    yield "pdf: a program at its opening", Dirty("PDF", pdf(scripted))
    yield "pdf: a sticky note", Dirty("PDF", pdf(lambda made: annotation(made, Subtype=name.Text)))
    yield "pdf: a file pinned to a page", Dirty("PDF", pdf(lambda made: annotation(made, Subtype=name.FileAttachment)))
    yield "pdf: a hidden layer", Dirty("PDF", pdf(layer), "hidden-layers")
    yield (
        "pdf: a cropped page",
        Dirty("PDF", pdf(cropped, f"BT /F1 9 Tf 150 150 Td ({SECRET}) Tj ET".encode()), "cropped"),
    )
    yield "pdf: a form", Dirty("PDF", pdf(form), "forms")
    yield "pdf: a photograph with a place", Dirty("PDF", pdf(lambda made: drawn(made, picture(exif=exif()))))
    unseen = f"BT /F1 9 Tf 3 Tr 20 20 Td ({SECRET}) Tj ET".encode()
    yield "pdf: words under a scan", Dirty("PDF", pdf(content=unseen))
    yield "pdf: a thumbnail", Dirty("PDF", pdf(thumbnail))
    yield "pdf: what a program keeps", Dirty("PDF", pdf(kept_by_program))
    yield "pdf: bytes after its end", Dirty("PDF", pdf() + SECRET.encode())
    link = pikepdf.Dictionary(S=name.Launch, F=pikepdf.String(f"C:\\{SECRET}"))
    yield (
        "pdf: a link that starts a program",
        Dirty("PDF", pdf(lambda made: annotation(made, Subtype=name.Link, A=link))),
    )


def plain() -> Iterator[tuple[str, Dirty]]:
    yield "txt: characters of no width", Dirty("TXT", f"a\u200b{SECRET}".encode(), "unseen-characters")
    yield "txt: letters of a tag", Dirty("TXT", f"{SECRET}\U000e0041".encode(), "unseen-characters")
    yield "csv: reading turned round", Dirty("CSV", f"a,\u202e{SECRET}\n".encode(), "unseen-characters")


DIRTY = dict(
    entry for family in (pictures, words, sheets, presentations, texts, documents, plain) for entry in family()
)
"""Every dirty file by what is wrong with it."""

CLEAN = {
    "PNG": picture("PNG"),
    "JPEG": picture(),
    "DOCX": word(),
    "XLSX": workbook(),
    "PPTX": slides(),
    "ODT": odt(),
    "PDF": pdf(),
    "TXT": "Compte rendu. 회의록\n".encode(),
    "CSV": b"year,sum\n2024,12.5\n",
}
"""A file of every kind with nothing to hide, as its program makes it."""
