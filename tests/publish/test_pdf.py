"""The PDF as ISO 14289-1 asks for it: declared, tagged, in order, with every font inside."""

import io
import unicodedata
from collections import Counter

import pikepdf
import pypdfium2
import pytest

from suivi.plan.words import LANGUAGES
from suivi.publish.package import PAPERS, Document, octets_of, paper_of
from suivi.publish.paper import (
    Cell,
    Column,
    Columns,
    Drawing,
    Figure,
    Heading,
    Items,
    Paper,
    Paragraph,
    Run,
    Table,
    Voice,
    plain,
)
from suivi.publish.pdf import characters, pdf
from suivi.publish.row_heads import with_row_heads
from tests.publish import journey
from tests.publish.tagged_pdf import levels_skip, structure

KINDS = [(paper, (language,)) for paper in PAPERS for language in LANGUAGES] + [("report", ("en", "ko"))]


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: f"{kind[0]}.{'-'.join(kind[1])}")
def printed(request):
    paper, languages = request.param
    review = journey.the_review()
    return paper_of(review, paper, languages), octets_of(review, Document(paper, languages, "pdf"))


@pytest.fixture
def document(printed):
    with pikepdf.open(io.BytesIO(printed[1])) as opened:
        yield opened


def blocks_of(blocks):
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for part in block.parts:
                yield from blocks_of(part)


def test_it_declares_the_standard_its_language_and_its_title(printed, document):
    paper, _ = printed

    assert str(document.Root.Lang).split("-")[0] == paper.language
    assert document.Root.MarkInfo.Marked is True
    assert document.Root.ViewerPreferences.DisplayDocTitle is True
    with document.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata["{http://purl.org/dc/elements/1.1/}title"] == f"{paper.kind} – {paper.title}"


def test_every_page_is_read_in_the_order_of_its_structure(document):
    assert {str(page.obj.get("/Tabs", "/S")) for page in document.pages} == {"/S"}
    assert all("/StructParents" in page.obj for page in document.pages)


def test_each_table_is_one_table_with_heads_that_say_what_they_head(printed):
    paper, octets = printed
    root = structure(octets)

    tables = [block for block in blocks_of(paper.blocks) if isinstance(block, Table)]
    found = list(root.every("Table"))
    assert [len(list(table.every("TR"))) for table in found] == [len(table.rows) + 1 for table in tables]
    for table, block in zip(found, tables, strict=True):
        first, *rows = table.every("TR")
        assert [head.scope for head in first.every("TH")] == ["Column"] * len(block.columns)
        # The cell that names the row is its head, and the only one: a screen reader says it before every other cell.
        for row, cells in zip(rows, block.rows, strict=True):
            heads = [place for place, cell in enumerate(row.within) if cell.role == "TH"]
            assert (heads, [head.scope for head in row.every("TH")]) == ([block.heads], ["Row"])
            assert len(row.within) == len(cells)
        assert not [cell for cell in table.every("TD", "TH") if cell.headers]


def test_what_a_picture_says_cannot_lead_the_heads_of_rows_astray():
    hostile = "/K[1 0 R 2 0 R] )) (( \\\\ /Type/StructElem/S/Table 9 0 R"
    drawing = Drawing('<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', hostile, 9.0, 9.0)
    table = Table(
        caption="c",
        columns=(Column(plain("a"), 1), Column(plain("b"), 1)),
        rows=((Cell(plain("first")), Cell(plain("head"))), (Cell(plain("second")), Cell(plain("head")))),
        heads=1,
    )
    octets = pdf(a_paper(blocks=(Heading(level=1, runs=plain("k")), Figure(drawing, "f"), table)))

    root = structure(octets)
    assert [part.alternative for part in root.every("Figure")] == [hostile]
    assert [(head.scope, head.words) for head in root.every("TH")][2:] == [("Row", "head"), ("Row", "head")]


def test_an_item_over_two_pages_that_leads_to_a_proof_keeps_its_parts():
    long = tuple(Run(f"{number} words that go on\n") for number in range(120))
    item = (*long, Run("place", proof="proof/can/1.json"), Run(" and on", Voice.FAINT))
    table = Table(caption="c", columns=(Column(plain("a"), 1),), rows=((Cell(plain("head")),),))

    octets = pdf(a_paper(blocks=(Heading(level=1, runs=plain("k")), Items((item,)), table)))

    (link,) = structure(octets).every("Link")
    assert link.words.strip() == "place"


def test_a_file_of_another_shape_is_refused_and_never_guessed_at():
    octets = pdf(a_paper(blocks=(Heading(level=1, runs=plain("k")),)))

    with pytest.raises(ValueError, match="0 tables, 1 expected"):
        with_row_heads(octets, [0])
    with pytest.raises(ValueError, match="no plain table of places"):
        with_row_heads(octets[:-40], [])


def test_every_picture_says_in_words_what_it_shows(printed):
    paper, octets = printed

    alternatives = [part.alternative for part in structure(octets).every("Figure")]
    figures = [block.drawing.says for block in blocks_of(paper.blocks) if isinstance(block, Figure)]
    marks = [
        cell.mark.says
        for block in blocks_of(paper.blocks)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if cell.mark
    ]
    assert all(alternatives)
    assert len(alternatives) == len(figures) + len(marks)
    assert all(says in alternatives for says in figures)
    assert not any(part.lstrip().startswith(",") for says in figures for part in says.split(";"))  # every row is named


def test_headings_leave_out_no_level_and_the_first_is_the_kind_of_paper(printed):
    paper, octets = printed
    root = structure(octets)

    assert levels_skip(root) == []
    (first,) = root.every("H1")
    assert first.words.replace(" ", "") == paper.kind.replace(" ", "")


def test_every_font_is_inside(document):
    fonts = {
        font.objgen: font
        for page in document.pages
        for font in page.obj.get("/Resources", {}).get("/Font", {}).values()
    }
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts.values() if "/DescendantFonts" in font]

    assert len(descriptors) == len(fonts) > 0
    assert all("/FontFile3" in one or "/FontFile2" in one for one in descriptors)
    assert {str(one.FontName).split("+")[1].split("-")[0] for one in descriptors} <= {
        "NotoSerifCJKkr", "NotoSansCJKkr", "NotoSansCJKKRHanja", "DejaVuSansMono", "LibertinusSerif",
    }  # fmt: skip


def test_nothing_in_it_runs_or_leads_outside(document):
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(document.Root.keys())
    actions = [note.get("/A") for page in document.pages for note in page.obj.get("/Annots", [])]
    assert not [
        action for action in actions if action is not None and action.get("/S") in ("/URI", "/Launch", "/JavaScript")
    ]


def test_it_has_bookmarks_for_its_chapters(printed, document):
    paper, _ = printed
    with document.open_outline() as outline:
        assert len(outline.root) == 1
        assert paper.pages == 2 or len(outline.root[0].children) >= 1


SPOKEN = [*((language,) for language in LANGUAGES), ("en", "fr"), ("fr", "ko")]


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
def test_the_brief_fills_exactly_two_pages(spoken):
    octets = octets_of(journey.the_review(), Document("brief", spoken, "pdf"))

    assert len(pypdfium2.PdfDocument(octets)) == 2


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
def test_each_pillar_of_the_plan_fills_exactly_one_page_after_the_first(spoken):
    review = journey.the_review()
    octets = octets_of(review, Document("pillars", spoken, "pdf"))

    assert len(pypdfium2.PdfDocument(octets)) == 1 + len(review.chapters)


@pytest.mark.parametrize("voice", [Voice.PLAIN, Voice.STRONG, Voice.SIGNED, Voice.DIGEST])
def test_every_character_that_is_said_to_be_settable_is_set(voice):
    known = "".join(map(chr, sorted(characters())))
    visible = "".join(one for one in known if unicodedata.category(one)[0] not in "ZC")
    lines = [visible[start : start + 80] for start in range(0, len(visible), 80)]
    blocks = (Heading(level=1, runs=plain("k")), *(Paragraph(plain(line, voice)) for line in lines))

    octets = pdf(a_paper(blocks=blocks))

    found = Counter(unicodedata.normalize("NFKC", structure(octets).words))
    assert not Counter(unicodedata.normalize("NFKC", visible)) - found


def a_paper(**said):
    frame = {"name": "k", "kind": "k", "title": "t", "language": "ko", "marking": "TLP:CLEAR", "edge": "e"}
    return Paper(**{**frame, "digest": "0" * 64, "written_on": "2025-07-17", **said})
