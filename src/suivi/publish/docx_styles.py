"""Styles of a Word document: the names a secretariat will see, two voices, and the frame of every page.

- Fonts are those every office has; none is embedded. The serif is for signed words only.
"""

from typing import TYPE_CHECKING, Any, Final, TypeVar

from suivi.publish.docx_fit import LINE, scale_of
from suivi.publish.paper import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle
    from lxml.etree import _Element

    Styled = TypeVar("Styled", bound=CharacterStyle)

SANS: Final = ("Calibri", "Malgun Gothic")
SERIF: Final = ("Cambria", "Batang")
MONO: Final = ("Consolas", "Malgun Gothic")
_TAGS: Final = {"en": "en-CA", "fr": "fr-CA", "ko": "ko-KR"}
_INK, _FAINT, _BRAND, _ACCENT, _DIFFERS, _LATE = "1F2328", "565B61", "26374A", "B3192E", "A8400A", "5B4590"
_TLP: Final = {"TLP:CLEAR": "FFFFFF", "TLP:GREEN": "33FF00", "TLP:AMBER": "FFC000"}
_OF_CELLS: Final = 9
_TLP_RED: Final = "FF2B2B"


def tongue_tag(language: str) -> str:
    """The language as Word names it: `fr` is French of Canada."""
    return _TAGS.get(language, language)


def styled(document: "Document", paper: Paper) -> "Document":
    """The document with every style of a paper, A4, and the marking, title and page number on each page.

    A paper of one page is set as small as it must be, in lines of a fixed height (`docx_fit`).
    """
    _page(document)
    _defaults(document, tongue_tag(paper.language))
    _paragraphs(document)
    _characters(document, paper.marking)
    _tables(document)
    if paper.pages == 1:
        _fit(document, scale_of(paper))
    _frame(document, paper)
    return document


def _fit(document: "Document", scale: float) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    for name in ("Body Text", "Heading 1", "Heading 2", "Lede", "Note", "Table text", "Table head", "Apart"):
        style = _known(document, name)
        assert style.font.size is not None  # set above
        size, form = style.font.size.pt * scale, style.paragraph_format
        style.font.size = Pt(round(size * 2) / 2)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size * LINE)
        form.space_before, form.space_after = (
            Pt((gap.pt if gap else 0) * scale) for gap in (form.space_before, form.space_after)
        )
    for name in ("Faint", "Late"):  # in cells they are no larger than what stands beside them
        document.styles[name].font.size = Pt(round(_OF_CELLS * scale * 2) / 2)


def _page(document: "Document") -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.header_distance = section.footer_distance = Mm(10)


def _defaults(document: "Document", tag: str) -> None:
    normal = _known(document, "Normal")
    _set(normal, SANS, 10, color=_INK)
    lang = document.styles.element.find(".//{*}rPrDefault//{*}lang")
    for name in ("val", "eastAsia"):
        lang.set(_w(name), tag if name == "val" else "ko-KR")


def _paragraphs(document: "Document") -> None:
    sizes = {1: 22, 2: 15, 3: 12, 4: 10.5, 5: 10, 6: 10}
    for level, size in sizes.items():
        style = _known(document, f"Heading {level}")
        _set(style, SANS, size, bold=level > 1, color=_BRAND if level <= 2 else _INK, italic=False)
        _space(style, before=(0, 16, 13, 12, 6, 6)[level - 1], after=5, keep=True)
    _space(_set(_known(document, "Body Text"), SANS, 10), before=2, after=5)
    made: tuple[tuple[str, tuple[str, str], float, dict[str, Any], float, float, bool], ...] = (
        ("Lede", SANS, 13, {}, 6, 10, False),
        ("Note", SANS, 9, {"color": _FAINT}, 2, 6, False),
        ("Label", SANS, 8.5, {"bold": True, "color": _FAINT}, 8, 2, True),
        ("Signed words", SERIF, 10.5, {}, 3, 7, False),
        ("Blank", SANS, 10, {"color": _FAINT}, 3, 26, False),
        ("Table text", SANS, 9, {}, 1, 1, False),
        ("Table head", SANS, 9, {"bold": True, "color": _BRAND}, 1, 1, True),
        ("Apart", SANS, 4, {}, 0, 2, False),
        ("Contents title", SANS, 12, {"bold": True, "color": _BRAND}, 14, 6, True),
        ("TOC 1", SANS, 10, {"bold": True}, 4, 1, False),
        ("TOC 2", SANS, 9, {}, 0, 1, False),
    )
    for name, fonts, size, more, before, after, keep in made:
        style = _space(_set(_new(document, name), fonts, size, **more), before=before, after=after, keep=keep)
        if name == "TOC 2":
            _indent(style, 300)
    for name in ("Table text", "Table head"):
        figures = _new(document, f"{name} figures", based_on=name)
        figures.element.get_or_add_pPr().append(_element("w:jc", val="right"))
        if name == "Table head":
            _set(figures, SANS, 7.5, bold=True, color=_BRAND)
    for name in ("List Bullet", "List Number"):
        _space(_known(document, name), before=1, after=3)


def _characters(document: "Document", marking: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.styles.style import CharacterStyle

    label = marking.split(" ", maxsplit=1)[0].replace("+STRICT", "")
    made: tuple[tuple[str, tuple[str, str], float | None, dict[str, Any]], ...] = (
        ("Faint", SANS, 9, {"color": _FAINT}),
        ("Signed run", SERIF, None, {}),
        ("Plan number", SANS, None, {"bold": True, "color": _ACCENT}),
        ("Differs", SANS, None, {"bold": True, "color": _DIFFERS}),
        ("Late", SANS, 9, {"color": _LATE}),
        ("Struck", SERIF, None, {"color": _FAINT, "strike": True}),
        ("Digest", MONO, 7, {}),
        ("Marking run", SANS, 8, {"bold": True, "color": _TLP.get(label, _TLP_RED)}),
    )
    for name, fonts, size, more in made:
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _identified(style, name)
        assert isinstance(style, CharacterStyle)
        _set(style, fonts, size, **more)
        if name == "Marking run":
            style.element.get_or_add_rPr().append(_element("w:shd", val="clear", color="auto", fill="000000"))


def _tables(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE

    for name, between in (("Record", "D4D5D2"), ("Side by side", ""), ("Pair", None)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        _identified(style, name)
        edge = "none" if between is None else "single"
        borders = [_element("w:top", val=edge, sz="6", space="0", color="737373")]
        if between:
            borders.append(_element("w:bottom", val="single", sz="4", space="0", color="737373"))
            borders.append(_element("w:insideH", val="single", sz="4", space="0", color=between))
        margins = (_element(f"w:{side}", w="80", type="dxa") for side in ("left", "right"))
        properties = _element("w:tblPr", _element("w:tblBorders", *borders), _element("w:tblCellMar", *margins))
        style.element.append(properties)


def _frame(document: "Document", paper: Paper) -> None:
    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        paragraph.style = document.styles["Header" if paragraph is head else "Footer"]
        tabs = _element(
            "w:tabs", _element("w:tab", val="clear", pos="4680"), _element("w:tab", val="clear", pos="9360")
        )
        tabs.append(_element("w:tab", val="right", pos="9638"))
        paragraph.paragraph_format.element.get_or_add_pPr().append(tabs)
        paragraph.add_run(paper.marking, style="Marking run")
    head.add_run(f"  {paper.edge}\t{paper.kind}", style="Faint")
    foot.add_run("\t", style="Faint")
    for part in _fields(paper.page_of):
        foot._p.append(part)


def _fields(page_of: str) -> "list[_Element]":
    """`Page {page} of {pages}` as runs, with the two numbers as fields."""
    found: list[_Element] = []
    rest = page_of
    for name, field in sorted((("{page}", "PAGE"), ("{pages}", "NUMPAGES")), key=lambda one: page_of.find(one[0])):
        before, _, rest = rest.partition(name)
        found += [_words(before), _element("w:fldSimple", _words("1"), instr=f" {field} ")]
    return [*found, _words(rest)]


def _words(said: str) -> "_Element":
    words = _element("w:t")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = said
    return _element("w:r", _element("w:rPr", _element("w:rStyle", val="Faint")), words)


def _new(document: "Document", name: str, *, based_on: str = "Normal") -> "ParagraphStyle":
    from docx.enum.style import WD_STYLE_TYPE

    _identified(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), name)
    style = _known(document, name)
    style.base_style = _known(document, based_on)
    return style


def _identified(style: "BaseStyle", name: str) -> None:
    """Its id is its name in one word: `Table head` is `TableHead`, as Word makes them itself."""
    style.element.styleId = "".join(word[0].upper() + word[1:] for word in name.split())


def _known(document: "Document", name: str) -> "ParagraphStyle":
    from docx.styles.style import ParagraphStyle

    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set(
    style: "Styled", fonts: tuple[str, str], size: float | None, *, bold: bool | None = None,
    italic: bool | None = None, color: str = "", strike: bool | None = None,
) -> "Styled":  # fmt: skip
    from docx.shared import Pt, RGBColor

    font = style.font
    font.name, font.bold, font.italic, font.strike = fonts[0], bold, italic, strike
    if size is not None:
        font.size = Pt(size)
    if color:
        font.color.rgb = RGBColor.from_string(color)
    named = style.element.rPr.rFonts
    # A theme's font would win over the one named.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        named.attrib.pop(_w(theme), None)
    named.set(_w("eastAsia"), fonts[1])
    named.set(_w("hAnsi"), fonts[0])
    return style


def _space(style: "ParagraphStyle", *, before: float, after: float, keep: bool = False) -> "ParagraphStyle":
    from docx.shared import Pt

    format = style.paragraph_format
    format.space_before, format.space_after, format.keep_with_next = Pt(before), Pt(after), keep
    return style


def _indent(style: "ParagraphStyle", twips: int) -> None:
    from docx.shared import Twips

    style.paragraph_format.left_indent = Twips(twips)


def _element(tag: str, /, *children: "_Element", **attributes: str) -> "_Element":
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_w(name), value)
    made.extend(children)
    return made


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
