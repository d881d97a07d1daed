"""HWPX: the words Hangul shows, with the roles and numbers it gives them (OWPML, KS X 6101)."""

import pytest

from suivi.reader import read, read_file
from suivi.reader.refusals import DocumentEncrypted
from tests.reader.documents.made import BULLET, HEADING, LETTER, NUMBER, THEME, hwpx_octets, paragraph, table


def text_of(*sections, **parts):
    return read_file(hwpx_octets(*sections, **parts), name="계획.hwpx")


def roles(text):
    return [(block.role, block.label, text.characters[block.start : block.end]) for block in text.blocks]


def caveats(text):
    return {caveat.code: caveat for caveat in text.caveats}


def test_headings_lists_cells_and_bold_lines_keep_their_roles():
    text = text_of(
        paragraph("한-캐나다 행동계획", bold=True)
        + paragraph("해양 안전", HEADING)
        + paragraph("어업", THEME)
        + paragraph("협정 체결", BULLET)
        + paragraph("대화 개최", NUMBER)
        + paragraph("조종사 양성", LETTER)
        + paragraph("보고서 발간", NUMBER)
        + table(["과제", "2026"], ["협정", "체결"])
        + paragraph("□ 향후 계획", bold=True),
        paragraph("끝"),
    )

    assert roles(text) == [
        ("bold", "", "한-캐나다 행동계획"),
        ("heading 1", "", "해양 안전"),
        ("heading 2", "", "어업"),
        ("item 1", "○", "협정 체결"),
        ("number 1", "1.", "대화 개최"),
        ("number 2", "가)", "조종사 양성"),
        ("number 1", "2.", "보고서 발간"),
        ("cell", "", "과제"),
        ("cell", "", "2026"),
        ("cell", "", "협정"),
        ("cell", "", "체결"),
        ("paragraph", "", "□ 향후 계획"),
        ("paragraph", "", "끝"),
    ]


def test_breaks_and_blanks_inside_a_paragraph_are_kept():
    text = text_of(paragraph("하나<hp:lineBreak/>둘<hp:tab width='1'/>셋<hp:nbSpace/>넷<hp:fwSpace/>다섯"))

    assert text.characters == "하나\n둘\t셋\u00a0넷\u3000다섯"


def test_tracked_insertions_are_marked_and_deletions_left_out():
    words = "양국은 <hp:insertBegin Id='1'/>매년 <hp:insertEnd Id='1'/>대화를 <hp:deleteBegin Id='2'/>가급적 <hp:deleteEnd Id='2'/>개최하기로 하였다."

    text = text_of(paragraph(words))

    assert text.characters == "양국은 매년 대화를 개최하기로 하였다."
    assert [span.of(text.characters) for span in caveats(text)["insertions"].spans] == ["매년 "]
    assert [span.start for span in caveats(text)["deletions"].spans] == [11]
    assert {doubt.code for doubt in read(text).doubts} >= {"insertions", "deletions"}


def test_headers_memos_and_hidden_comments_are_left_out_and_notes_stand_at_the_end():
    def control(inside):
        return f'<hp:p paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0"><hp:ctrl>{inside}</hp:ctrl><hp:t>본문이다.</hp:t></hp:run></hp:p>'

    text = text_of(
        control(f"<hp:header><hp:subList>{paragraph('머리말')}</hp:subList></hp:header>")
        + control(f"<hp:footNote><hp:subList>{paragraph('2022년 합의.')}</hp:subList></hp:footNote>")
        + control(f'<hp:fieldBegin type="MEMO"><hp:subList>{paragraph("메모")}</hp:subList></hp:fieldBegin>')
        + paragraph("차례 1 ........ 3", style=1)
    )

    assert text.characters == "본문이다.\n\n본문이다.\n\n본문이다.\n\n2022년 합의."
    assert set(caveats(text)) == {"comments", "notes"}


def test_a_text_box_is_read_after_its_paragraph():
    box = f"<hp:rect><hp:drawText><hp:subList>{paragraph('상자 안')}</hp:subList></hp:drawText></hp:rect>"
    anchor = f'<hp:p paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0"><hp:t>앞</hp:t>{box}<hp:t>뒤</hp:t></hp:run></hp:p>'

    assert text_of(anchor).characters == "앞뒤\n\n상자 안"


def test_a_frame_of_one_cell_lays_out_the_page():
    assert roles(text_of(table(["개요"]))) == [("paragraph", "", "개요")]


def test_a_document_under_a_password_is_refused():
    manifest = "<odf:manifest><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>"

    with pytest.raises(DocumentEncrypted):
        text_of(paragraph("글"), more={"META-INF/manifest.xml": manifest})


def test_sections_without_a_package_document_are_read_in_the_order_of_their_numbers():
    text = text_of(*(paragraph(str(place)) for place in range(12)), more={"Contents/content.hpf": "<x/>"})

    assert text.characters.split() == [str(place) for place in range(12)]


def test_a_korean_plan_is_read_with_its_commitments_and_their_blocks():
    text = text_of(
        paragraph("대한민국과 캐나다 행동계획", bold=True)
        + paragraph("해양 안전", HEADING)
        + paragraph("양국은 매년 고위급 대화를 개최하기로 하였다.")
        + paragraph("양국은 어업 협정을 체결하기로 하였다.")
    )

    commitments = read(text).value()["commitments"]

    assert [(each["block"], each["text"]) for each in commitments] == [
        (3, "양국은 매년 고위급 대화를 개최하기로 하였다"),
        (4, "양국은 어업 협정을 체결하기로 하였다"),
    ]
