"""PDF: what a page shows, in the order people read it, with the page each word stands on."""

import io
import re

import pikepdf
import pytest
import typst

from suivi.reader import read, read_file
from suivi.reader.documents.pdf import _listed
from suivi.reader.refusals import (
    DocumentDamaged,
    DocumentEncrypted,
    EmptyFile,
    ExtensionDiffers,
    NoTextLayer,
    TooManyPages,
)

FISH = "cod herring salmon halibut pollock mackerel squid tuna crab shrimp eel ray sole hake".split()
PROMISE = "the two countries will strengthen their cooperation on {} in the management of the {} fisheries and on {} trade of the North Pacific in their year"
PLAIN = '#set page(paper: "us-letter")\n#set text(size: 11pt, lang: "en")\n#set par(justify: true)\n'
COLUMNS = PLAIN + "#set page(columns: 2)\n#set text(size: 10pt)\n"
RUNNING = "#set page(header: [Action Plan 2024 #h(1fr) Canada and Korea], footer: context [#h(1fr) Page #counter(page).display() of 9 #h(1fr)])\n"


def pdf_of(source):
    octets = typst.compile(source.encode())
    assert isinstance(octets, bytes)
    return octets


def text_of(source):
    return read_file(pdf_of(source), name="plan.pdf")


def blocks(text):
    return [(block.role, text.characters[block.start : block.end]) for block in text.blocks]


def words(text):
    return [shown for _, shown in blocks(text)]


def paragraphs(count, ending="."):
    return "\n\n".join(shown(count, ending))


def shown(count, ending="."):
    """Paragraphs none of whose lines is like another's."""
    fish = ((FISH[number % 14], FISH[number // 14 % 14], FISH[number * 3 % 14]) for number in range(count))
    return [f"In {2030 + number} {PROMISE.format(*kinds)} {number}{ending}" for number, kinds in enumerate(fish)]


# Lines, paragraphs and pages


def test_lines_are_joined_and_headings_known_by_their_letters():
    text = text_of(
        PLAIN + f"= Plan of Canada and Korea\n\n== Pillar 1: Safe seas\n\n*Fisheries*\n\n{paragraphs(2)}\n- sign an agreement by 2027;\n- train pilots.\n"
    )  # fmt: skip

    assert blocks(text) == [
        ("heading 1", "Plan of Canada and Korea"),
        ("heading 2", "Pillar 1: Safe seas"),
        ("bold", "Fisheries"),
        *(("paragraph", each) for each in shown(2)),
        ("paragraph", "• sign an agreement by 2027;"),
        ("paragraph", "• train pilots."),
    ]


def test_a_paragraph_goes_on_over_the_page_and_each_word_knows_its_page():
    ending = (
        ", and tell each other of it, each in the language of the other, before the end of the summer that follows."
    )
    text = text_of(PLAIN + "#set page(width: 11cm, height: 9cm, margin: 2cm)\n" + paragraphs(9, ending))

    assert words(text) == shown(9, ending)
    inside = [page for page in text.pages if any(block.start < page < block.end for block in text.blocks)]
    assert len(inside) > 1, "no paragraph runs over a page: the test shows nothing"
    assert all(text.characters[page - 1] == " " for page in inside)
    assert [text.page_at(page) for page in text.pages] == list(range(1, len(text.pages) + 1))


def test_a_document_of_one_page_has_one():
    text = text_of(PLAIN + "The two countries will train pilots.")

    assert (text.pages, text.page_at(5)) == ((0,), 1)
    assert [each["page"] for each in read(text).value()["commitments"]] == [1]


def test_running_heads_feet_and_page_numbers_are_left_out():
    text = text_of(PLAIN + RUNNING + "#set page(height: 12cm)\n" + paragraphs(16))

    assert words(text) == shown(16)


def test_a_heading_that_stands_at_the_top_of_several_pages_is_no_running_head():
    source = PLAIN + "#pagebreak()\n".join(f"= Action {number}\n\n{paragraphs(1)}\n" for number in (3, 5, 8, 9))

    assert [each for each in words(text_of(source)) if each.startswith("Action")] == ["Action 3", "Action 5", "Action 8", "Action 9"]  # fmt: skip


def test_columns_are_read_one_after_the_other_below_what_spans_them():
    source = (
        COLUMNS + '#place(top + center, scope: "parent", float: true)[= Plan of Canada and Korea]\n' + paragraphs(20)
    )

    text = text_of(source)

    assert words(text) == ["Plan of Canada and Korea", *shown(20)]


def test_columns_whose_lines_are_not_level_are_read_alike():
    source = COLUMNS + paragraphs(6) + "\n== Fisheries\n" + paragraphs(9)

    assert words(text_of(source)) == [*shown(6), "Fisheries", *shown(9)]


def test_three_columns_are_read_in_order():
    assert words(text_of(PLAIN + "#set page(columns: 3)\n#set text(size: 9pt)\n" + paragraphs(30))) == shown(30)


# Words


def test_a_word_broken_at_the_end_of_a_line_is_whole_again():
    source = PLAIN + "#set page(width: 7cm)\n#set text(hyphenate: true)\n" + paragraphs(3)

    assert words(text_of(source)) == shown(3)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("long-\nterm plans; long-term aims", "long-term plans; long-term aims"),
        ("coopera-\ntion of both; cooperation", "cooperation of both; cooperation"),
        ("Canada-\nKorea plans", "Canada-Korea plans"),
        ("COVID-\n19 and after", "COVID-19 and after"),
    ],
)
def test_a_hyphen_stays_where_the_document_writes_it_elsewhere_or_before_a_capital_or_figure(broken, whole):
    lines = " #linebreak() ".join(broken.split("\n"))

    assert words(text_of(PLAIN + lines)) == [whole]


def test_ligatures_are_letters_and_soft_hyphens_are_none():
    text = text_of(PLAIN + "The efficient office will file the a\u00adffluent\u200b flows.")

    assert text.characters == "The efficient office will file the affluent flows."


def test_the_mark_of_a_note_is_no_part_of_a_word_and_the_note_stands_after_the_paragraph():
    source = PLAIN + f"{paragraphs(3)}\n\nThey agreed#footnote[Signed in Ottawa.] on it.\n\nThey will sign."

    assert words(text_of(source)) == [*shown(3), "They agreed on it.", "They will sign.", "1 Signed in Ottawa."]


def test_words_that_lean_are_a_watermark():
    source = PLAIN + "#place(center + horizon, rotate(40deg, text(40pt)[DRAFT]))\nTrain pilots."

    assert text_of(source).characters == "Train pilots."


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_turned(degrees):
    document = pikepdf.open(io.BytesIO(pdf_of(PLAIN + paragraphs(3))))
    document.pages[0].Rotate = degrees
    turned = typst.compile(
        (PLAIN + f"#rotate({degrees}deg, reflow: true)[#block(width: 12cm)[{paragraphs(3)}]]").encode()
    )

    assert words(read_file(saved(document), name="plan.pdf")) == shown(3)
    assert words(read_file(turned, name="plan.pdf")) == shown(3)


def test_korean_is_read_with_its_marks_and_blanks():
    sentence = "양국은 인도·태평양 지역의 평화와 안정을 위하여 매년 고위급 외교·국방 대화를 개최하기로 하였다."
    source = (
        '#set text(font: "Noto Serif CJK KR", lang: "ko")\n= 평화와 안보\n\n'
        + sentence
        + "\n\n□ 향후 계획\n\n○ 실무 협의체 구성\n"
    )
    if "Noto Serif CJK KR" not in typst.Fonts().families():
        pytest.skip("NOT RUN: needs the Debian package fonts-noto-cjk")

    assert words(text_of(source)) == ["평화와 안보", sentence, "□ 향후 계획", "○ 실무 협의체 구성"]


# Tables


def test_a_table_with_rules_is_read_cell_by_cell_and_joined_cells_once():
    source = PLAIN + (
        "#table(columns: (3cm, 3cm, 2cm), table.cell(colspan: 2)[Action and result of it], [Year],"
        "[Hold a yearly dialogue on fish], [Dialogue held], [2026], table.cell(rowspan: 2)[Train pilots], [In Canada], [2027], [In Korea], [2028])"
    )  # fmt: skip

    assert blocks(text_of(source)) == [
        ("cell", each)
        for each in ("Action and result of it", "Year", "Hold a yearly dialogue on fish", "Dialogue held", "2026", "Train pilots", "In Canada", "2027", "In Korea", "2028")
    ]  # fmt: skip


def test_a_table_without_rules_is_read_row_by_row():
    rows = ",".join(f"[Hold dialogue {n}],[A dialogue between ministries, held and told],[202{n}]" for n in range(6))
    source = (
        PLAIN + f"#set par(justify: false)\n#table(stroke: none, columns: (4cm, 5cm, 2cm), {rows})\n\n{paragraphs(1)}"
    )

    cells = [each for role, each in blocks(text_of(source)) if role == "cell"]

    assert cells == [
        each
        for n in range(6)
        for each in (f"Hold dialogue {n}", "A dialogue between ministries, held and told", f"202{n}")
    ]


def test_a_table_in_one_column_does_not_cut_the_other():
    source = (
        COLUMNS + paragraphs(5) + "\n#table(columns: 2, [Action], [Year], [Train pilots], [2027])\n" + paragraphs(12)
    )

    assert words(text_of(source)) == [*shown(5), "Action", "Year", "Train pilots", "2027", *shown(12)]


def test_a_frame_around_a_text_is_no_table():
    assert blocks(text_of(PLAIN + f"#rect[{paragraphs(1)}]")) == [("paragraph", shown(1)[0])]


# The whole plan


@pytest.mark.parametrize("columns", [1, 2])
def test_the_published_plan_is_nearly_the_same_plan_as_a_pdf(shared, columns):
    published = read_file((shared / "plan/canada-coree-2024.fr.txt").read_bytes(), name="plan.txt")
    source = (
        COLUMNS.replace("columns: 2", f"columns: {columns}").replace('"en"', '"fr"')
        + RUNNING
        + as_typst(published.characters)
    )

    as_pdf, as_text = (read(each) for each in (text_of(source), published))

    def found(draft):
        return {(each.id, each.kind, " ".join(draft.text.at(each.span).split())) for each in draft.commitments}

    # What differs hangs on hyphens of names that stand in the text but once.
    assert len(found(as_pdf) & found(as_text)) >= 76
    assert [section.title for section in as_pdf.sections] == [section.title for section in as_text.sections]


def as_typst(characters):
    parts = [part.strip() for part in characters.splitlines() if part.strip()]
    levels = [1, *(2 if part.startswith("Pilier") else 3 if _is_theme(parts, place) else 0 for place, part in enumerate(parts) if place)]  # fmt: skip
    return "\n\n".join("=" * level + " " + _escaped(part) for level, part in zip(levels, parts, strict=True))


def _is_theme(parts, place):
    part = parts[place]
    return len(part) < 120 and part[-1] not in ".:" and any(each.startswith("Pilier") for each in parts[:place])


def _escaped(part):
    return re.sub(r"([\\#$*_`<>@=\-+/~\[\]])", r"\\\1", part)


# What is not read


def saved(document, **how):
    octets = io.BytesIO()
    document.save(octets, **how)
    return octets.getvalue()


def protected(user, *, copying):
    document = pikepdf.open(io.BytesIO(pdf_of(PLAIN + "Train pilots.")))
    return saved(
        document, encryption=pikepdf.Encryption(owner="owner", user=user, allow=pikepdf.Permissions(extract=copying))
    )


@pytest.mark.parametrize(("user", "copying"), [("secret", True), ("", False)])
def test_a_protected_document_is_refused(user, copying):
    with pytest.raises(DocumentEncrypted):
        read_file(protected(user, copying=copying), name="plan.pdf")


def test_a_document_that_opens_for_everybody_and_allows_copying_is_read():
    assert read_file(protected("", copying=True), name="plan.pdf").characters == "Train pilots."


def test_a_scanned_document_is_refused_and_single_scanned_pages_are_said():
    picture = "#rect(width: 10cm, height: 10cm, fill: gray)"

    with pytest.raises(NoTextLayer):
        text_of(PLAIN + picture)
    text = text_of(PLAIN + f"Train pilots.\n#pagebreak()\n{picture}\n#pagebreak()\n{picture}\n#pagebreak()\nSign it.")

    assert text.characters == "Train pilots.\n\nSign it."
    assert [text.page_at(text.characters.index(each)) for each in ("Train", "Sign")] == [1, 4]
    assert [caveat.says.en for caveat in text.caveats] == [
        "Pages that are pictures without a text layer: 2–3. They are not read."
    ]


def test_runs_of_pages_are_named_by_their_ends():
    assert _listed([1, 3, 4, 5, 9, 10]) == "1, 3–5, 9–10"


def test_more_than_2000_pages_are_refused():
    document = pikepdf.open(io.BytesIO(pdf_of("x")))
    for _ in range(2_000):
        document.pages.append(document.pages[0])

    with pytest.raises(TooManyPages) as refused:
        read_file(saved(document), name="plan.pdf")

    assert "2001" in refused.value.sentence("fr")


@pytest.mark.parametrize(
    "octets",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n9\n%%EOF",
    ],
    ids=[
        "a head alone",
        "pages that are the catalogue",
        "pages that are their own pages",
        "contents that are the page",
    ],
)
def test_documents_that_are_broken_or_turn_in_circles_are_refused_and_not_called_scanned(octets):
    with pytest.raises((DocumentDamaged, EmptyFile)):
        read_file(octets, name="plan.pdf")


def test_pages_that_lead_back_to_themselves_are_named_and_the_others_read():
    text = read_file(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 2/Kids[3 0 R 6 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length 44>>stream\nBT /F 12 Tf 72 700 Td (Train pilots.) Tj ET  \nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"6 0 obj<</Type/Pages/Parent 2 0 R/Count 1/Kids[6 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        name="plan.pdf",
    )

    assert text.characters == "Train pilots."
    assert [(caveat.code, caveat.says.en) for caveat in text.caveats] == [
        ("pages-damaged", "Pages that are damaged or lead back to themselves: 2. They are not read.")
    ]


def test_blank_pages_hold_no_text_and_are_not_called_damaged():
    blank, kept = pikepdf.new(), io.BytesIO()
    blank.add_blank_page()
    blank.save(kept)

    with pytest.raises(EmptyFile):
        read_file(kept.getvalue(), name="plan.pdf")


def test_a_pdf_under_another_name_is_refused():
    with pytest.raises(ExtensionDiffers):
        read_file(pdf_of("x"), name="plan.docx")
