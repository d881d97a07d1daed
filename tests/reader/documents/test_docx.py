"""DOCX: the words a word processor shows, with the roles, numbers and pages it gives them."""

import docx
import pytest
from docx.oxml.ns import qn

from suivi.reader import read, read_file
from tests.reader.documents.made import docx_octets, docx_with, element, package, run


def text_of(fill):
    return read_file(docx_with(fill), name="plan.docx")


def roles(text):
    return [(block.role, block.label, text.characters[block.start : block.end]) for block in text.blocks]


def caveats(text):
    return {caveat.code: caveat for caveat in text.caveats}


def test_headings_lists_and_cells_keep_their_roles_and_numbers_stand_beside_the_words():
    def fill(document):
        document.add_heading("Plan of Canada and Korea", 0)
        document.add_heading("Safe seas", 1)
        document.add_paragraph("Protect the fish.")
        document.add_paragraph("Train pilots.", style="List Bullet")
        document.add_paragraph("Sign it.", style="List Number")
        document.add_paragraph("Publish it.", style="List Number")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Action", "2026"
        document.add_paragraph().add_run("In force").bold = True

    assert roles(text_of(fill)) == [
        ("heading 1", "", "Plan of Canada and Korea"),
        ("heading 1", "", "Safe seas"),
        ("paragraph", "", "Protect the fish."),
        ("item 1", "•", "Train pilots."),
        ("number 1", "1.", "Sign it."),
        ("number 1", "2.", "Publish it."),
        ("cell", "", "Action"),
        ("cell", "", "2026"),
        ("bold", "", "In force"),
    ]


def numbered(document, *levels):
    """Give a document one list of its own: a level is its format, its text and where it starts."""
    numbering = document.part.numbering_part.element
    made = [
        element("lvl", element("start", val=str(start)), element("numFmt", val=format), element("lvlText", val=text), ilvl=str(place))
        for place, (format, text, start) in enumerate(levels)
    ]  # fmt: skip
    numbering.insert(0, element("abstractNum", *made, abstractNumId="77"))
    numbering.append(element("num", element("abstractNumId", val="77"), numId="77"))


def listed(document, words, level, *, style=None):
    paragraph = document.add_paragraph(words, style=style)
    paragraph._p.get_or_add_pPr().append(element("numPr", element("ilvl", val=str(level)), element("numId", val="77")))


def test_numbers_of_several_levels_count_as_word_counts_them():
    def fill(document):
        numbered(document, ("decimal", "%1.", 3), ("lowerLetter", "(%2)", 1), ("upperRoman", "%1.%2.%3", 1))
        for words, level in (("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 0), ("f", 1)):
            listed(document, words, level)

    assert [(role, label) for role, label, _ in roles(text_of(fill))] == [
        ("number 1", "3."),
        ("number 2", "(a)"),
        ("number 2", "(b)"),
        ("number 3", "3.b.I"),
        ("number 1", "4."),
        ("number 2", "(a)"),
    ]


def test_a_number_that_says_a_word_is_part_of_the_words():
    def fill(document):
        numbered(document, ("decimal", "Pillar %1:", 1))
        listed(document, "Safe seas", 0, style="Heading 1")
        document.add_paragraph("Protect the fish of the two seas.")

    text = text_of(fill)

    assert roles(text)[0] == ("heading 1", "", "Pillar 1: Safe seas")
    assert [(section.kind, section.label) for section in read(text).sections] == [("pillar", "Pillar 1")]


@pytest.mark.parametrize(
    ("format", "counts"),
    [
        ("ganada", ["가", "나"]),
        ("chosung", ["ㄱ", "ㄴ"]),
        ("decimalEnclosedCircle", ["①", "②"]),
        ("lowerRoman", ["i", "ii"]),
        ("decimalZero", ["01", "02"]),
    ],
)
def test_numbers_are_written_as_their_format_says(format, counts):
    def fill(document):
        numbered(document, (format, "%1", 1))
        for _ in counts:
            listed(document, "x", 0)

    assert [label for _, label, _ in roles(text_of(fill))] == counts


# Tracked changes and what is not text


def tracked(document):
    paragraph = document.add_paragraph("The two countries will ")._p
    paragraph.append(element("del", element("r", element("delText", "consider a")), id="1", author="x"))
    paragraph.append(element("ins", run("hold a yearly"), id="2", author="x"))
    paragraph.append(run(" dialogue on "))
    paragraph.append(element("moveFrom", run("trade"), id="3", author="x"))
    paragraph.append(element("moveTo", run("health"), id="4", author="x"))
    paragraph.append(run("."))
    document.add_paragraph("The two countries will sign an agreement.")


def test_insertions_are_read_and_marked_deletions_are_left_out_and_both_are_said():
    text = text_of(tracked)

    assert text.characters.startswith("The two countries will hold a yearly dialogue on health.\n")
    assert "consider" not in text.characters
    assert "trade" not in text.characters
    told = caveats(text)
    assert [span.of(text.characters) for span in told["insertions"].spans] == ["hold a yearly", "health"]
    assert [span.start for span in told["deletions"].spans] == [23, 49]
    assert all("2" in told[code].says.in_("fr") for code in ("insertions", "deletions"))


def test_a_doubt_stands_where_a_commitment_holds_a_tracked_change_and_nowhere_else():
    draft = read(text_of(tracked))

    tracked_doubts = [(doubt.at, doubt.code) for doubt in draft.doubts if doubt.code in ("insertions", "deletions")]
    first, second = draft.commitments
    assert tracked_doubts == [(first.id, "insertions"), (first.id, "deletions")]
    assert draft.text.at(second.span) == "The two countries will sign an agreement"


def test_a_paragraph_whose_end_was_struck_out_goes_on_in_the_next():
    def fill(document):
        first = document.add_paragraph("The Ministers will sign ")
        first._p.get_or_add_pPr().append(element("rPr", element("del", id="1", author="x")))
        document.add_paragraph("an agreement.")

    assert text_of(fill).characters == "The Ministers will sign an agreement."


def test_comments_hidden_words_headers_and_instructions_of_fields_are_no_part_of_the_text():
    def fill(document):
        paragraph = document.add_paragraph("Train pilots")
        document.add_comment(paragraph.runs, text="We never agreed to this.", author="x", initials="x")
        paragraph.add_run(" secretly").font.hidden = True
        for part in (
            element("fldChar", fldCharType="begin"),
            element("instrText", ' REF "x" '),
            element("fldChar", fldCharType="separate"),
            element("t", " by 2027"),
            element("fldChar", fldCharType="end"),
        ):
            paragraph._p.append(element("r", part))
        document.sections[0].header.paragraphs[0].text = "Draft of 5 May"

    text = text_of(fill)

    assert text.characters == "Train pilots by 2027"
    assert set(caveats(text)) == {"comments", "hidden"}


def test_a_table_of_contents_is_left_out_however_it_was_made():
    def fill(document):
        document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Hold a dialogue\t3", style="toc 1")
        for place, part in enumerate((
            element("fldChar", fldCharType="begin"), element("instrText", r" TOC \o 1-3 "), element("fldChar", fldCharType="separate"),
            element("t", "Train pilots\t4"), element("fldChar", fldCharType="end"),
        )):  # fmt: skip
            (document.add_paragraph() if place in (0, 3, 4) else document.paragraphs[-1])._p.append(element("r", part))
        gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"))
        content = element("sdtContent", element("p", run("Sign it\t5")))
        document.element.body.insert(0, element("sdt", element("sdtPr", gallery), content))
        document.add_paragraph("Publish the text.")

    assert text_of(fill).characters == "Publish the text."


def test_notes_stand_at_the_end_and_their_marks_in_no_word():
    def fill(document):
        document.add_paragraph("Train pilots")._p.append(element("r", element("footnoteReference", id="2")))
        document.paragraphs[-1]._p.append(run(" by 2027."))
        document.add_paragraph("Sign it.")

    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="1"><w:p><w:r><w:t>unused</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>As agreed in 2022.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    text = read_file(with_part(docx_with(fill), "word/footnotes.xml", notes), name="plan.docx")

    assert text.characters == "Train pilots by 2027.\n\nSign it.\n\nAs agreed in 2022."
    assert "1" in caveats(text)["notes"].says.en


def with_part(octets, name, content):
    return package(parts_of(octets) | {name: content})


def parts_of(octets):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(octets)) as file:
        return {part: file.read(part) for part in file.namelist()}


def test_the_strict_form_of_the_standard_is_read_alike():
    parts = parts_of(docx_with(lambda document: document.add_heading("Safe seas", 1)))
    loose, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    text = read_file(package({name: part.replace(loose, strict) for name, part in parts.items()}), name="plan.docx")

    assert roles(text) == [("heading 1", "", "Safe seas")]


# Pages, boxes and layout


def test_pages_are_those_word_last_laid_out():
    def fill(document):
        document.add_paragraph("One.")
        paragraph = document.add_paragraph("Two, and ")
        paragraph._p.append(element("r", element("lastRenderedPageBreak"), element("t", "over the page.")))
        document.add_page_break()  # told, and already counted by Word
        document.add_paragraph("Three.")

    text = text_of(fill)

    places = [text.page_at(text.characters.index(words)) for words in ("One", "Two", "over", "Three")]
    assert places == [1, 1, 2, 2]
    assert [text.block_at(text.characters.index(words)) for words in ("One", "Two", "over", "Three")] == [1, 2, 2, 3]


def test_pages_are_those_the_document_asks_for_where_word_laid_out_none():
    def fill(document):
        document.add_paragraph("One.")
        document.add_page_break()
        document.add_paragraph("Two.")
        document.add_paragraph("Three.").paragraph_format.page_break_before = True

    text = text_of(fill)

    assert [text.page_at(text.characters.index(words)) for words in ("One", "Two", "Three")] == [1, 2, 3]
    assert [
        each["page"]
        for each in read(
            text_of(lambda document: fill(document) or document.add_paragraph("The parties will train pilots."))
        ).value()["commitments"]
    ] == [3]


def test_a_document_that_says_nothing_of_pages_has_none():
    text = text_of(lambda document: document.add_paragraph("The parties will train pilots."))

    assert text.pages == ()
    assert [("page" in each, each["block"]) for each in read(text).value()["commitments"]] == [(False, 1)]


def test_a_text_box_is_read_once_after_its_paragraph():
    def fill(document):
        paragraph = document.add_paragraph("Anchor.")._p
        box = element("txbxContent", element("p", run("In the box.")))
        paragraph.append(element("r", element("pict", box)))
        document.add_paragraph("After.")

    assert text_of(fill).characters == "Anchor.\n\nIn the box.\n\nAfter."


def test_breaks_tabs_and_hyphens_are_as_word_shows_them():
    def fill(document):
        document.add_paragraph()._p.append(
            element("r", element("t", "one"), element("tab"), element("t", "two"), element("br"), element("t", "thr"), element("softHyphen"),
                    element("t", "ee"), element("noBreakHyphen"), element("t", "four"))
        )  # fmt: skip

    assert text_of(fill).characters == "one\ttwo\nthree\u2011four"


def test_a_table_of_one_cell_lays_out_the_page():
    def fill(document):
        document.add_table(1, 1).cell(0, 0).text = "In a frame."

    assert roles(text_of(fill)) == [("paragraph", "", "In a frame.")]


def test_a_plan_in_word_is_read_like_the_same_plan_as_text(shared):
    published = read_file((shared / "plan/canada-coree-2024.fr.txt").read_bytes(), name="plan.txt")
    document = docx.Document()
    for line in filter(str.strip, published.characters.splitlines()):
        document.add_paragraph(line.strip())

    as_word = read(read_file(docx_octets(document), name="plan.docx"))
    as_text = read(published)

    def found(draft):
        return [(each.id, each.mode, " ".join(draft.text.at(each.span).split())) for each in draft.commitments]

    assert found(as_word) == found(as_text)


def test_the_styles_of_python_docx_are_those_of_word():
    assert (
        docx.Document().styles["Heading 1"].element.find(qn("w:pPr")).find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    )
