"""Documents made for the tests: packages of parts, DOCX by python-docx, HWPX by hand after KS X 6101."""

import io
import zipfile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HWPML = "http://www.hancom.co.kr/hwpml/2011"
_SPACES = f'xmlns:hp="{HWPML}/paragraph" xmlns:hs="{HWPML}/section" xmlns:hh="{HWPML}/head" xmlns:opf="http://www.idpf.org/2007/opf/"'
_SHAPES = "".join(
    f'<hh:paraPr id="{id}"><hh:heading type="{kind}" idRef="{list}" level="{level}"/></hh:paraPr>'
    for id, kind, list, level in (
        (0, "NONE", 0, 0), (1, "OUTLINE", 0, 0), (2, "OUTLINE", 0, 1), (3, "BULLET", 1, 0), (4, "NUMBER", 2, 0), (5, "NUMBER", 2, 1),
    )
)  # fmt: skip
HEAD = (
    f'<hh:head {_SPACES}><hh:refList><hh:charProperties><hh:charPr id="0"/><hh:charPr id="1"><hh:bold/></hh:charPr></hh:charProperties>'
    '<hh:numberings><hh:numbering id="1" start="0"/><hh:numbering id="2" start="0"><hh:paraHead start="1" level="1" numFormat="DIGIT">^1.</hh:paraHead>'
    '<hh:paraHead start="1" level="2" numFormat="HANGUL_SYLLABLE">^2)</hh:paraHead></hh:numbering></hh:numberings>'
    f'<hh:bullets><hh:bullet id="1" char="○"/></hh:bullets><hh:paraProperties>{_SHAPES}</hh:paraProperties>'
    '<hh:styles><hh:style id="0" type="PARA" name="바탕글" engName="Normal"/><hh:style id="1" type="PARA" name="차례 1" engName="TOC 1"/></hh:styles>'
    "</hh:refList></hh:head>"
)
PACKAGE = (
    f'<opf:package {_SPACES}><opf:manifest><opf:item id="header" href="Contents/header.xml"/><opf:item id="section0" href="Contents/section0.xml"/>'
    '<opf:item id="section1" href="Contents/section1.xml"/></opf:manifest><opf:spine><opf:itemref idref="header"/>'
    '<opf:itemref idref="section0"/><opf:itemref idref="section1"/></opf:spine></opf:package>'
)
TITLE, HEADING, THEME, BULLET, NUMBER, LETTER = 0, 1, 2, 3, 4, 5


def package(parts, *, stored=()):
    """A zip of these parts, the stored ones first."""
    octets = io.BytesIO()
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return octets.getvalue()


# DOCX


def docx_octets(document):
    octets = io.BytesIO()
    document.save(octets)
    return octets.getvalue()


def docx_with(fill):
    """The bytes of a new document that `fill` has written into."""
    document = docx.Document()
    fill(document)
    return docx_octets(document)


def element(name, *children, **attributes):
    """An element of WordprocessingML; a string among the children is its text."""
    made = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    for child in children:
        if isinstance(child, str):
            made.text = child
            made.set(qn("xml:space"), "preserve")
        else:
            made.append(child)
    return made


def run(words, *properties):
    return element("r", *([element("rPr", *properties)] if properties else []), element("t", words))


# HWPX


def paragraph(words, shape=0, *, bold=False, style=0):
    """A paragraph whose words may hold mark-up of their own."""
    return f'<hp:p id="0" paraPrIDRef="{shape}" styleIDRef="{style}"><hp:run charPrIDRef="{int(bold)}"><hp:t>{words}</hp:t></hp:run></hp:p>'


def table(*rows):
    """A table in a paragraph of its own, as Hangul anchors it."""
    cells = "".join(
        "<hp:tr>" + "".join(f"<hp:tc><hp:subList>{paragraph(cell)}</hp:subList></hp:tc>" for cell in row) + "</hp:tr>"
        for row in rows
    )
    return (
        f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0"><hp:tbl>{cells}</hp:tbl></hp:run></hp:p>'
    )


def hwpx_octets(*sections, head=HEAD, more=None):
    """A package of sections, each the mark-up of its paragraphs."""
    parts = {"mimetype": "application/hwp+zip", "Contents/content.hpf": PACKAGE, "Contents/header.xml": head}
    for place, section in enumerate(sections):
        parts[f"Contents/section{place}.xml"] = (
            f"<?xml version='1.0' encoding='UTF-8'?><hs:sec {_SPACES}>{section}</hs:sec>"
        )
    return package(parts | (more or {}), stored=("mimetype",))
