"""The brief of a selection: one page, whatever was chosen, and nothing dropped in silence."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from suivi.plan.words import LANGUAGES, Words
from suivi.publish.docx import docx
from suivi.publish.papers.selection import LISTED, LinePrinted, SelectionPrinted, SidePrinted, selection
from suivi.publish.pdf import pdf
from tests.publish.office import office_for, with_widths_of_calibri

STAGE = Words("under way", "en cours", "진행 중")
DIFFER = Words("accounts differ", "rapports divergents", "내용 상이")
SAME = Words("accounts agree", "rapports concordants", "내용 일치")
LONG = {
    "en": "Officials of both countries went through what had been done and agreed to meet again. " * 12,
    "fr": "Les responsables des deux pays ont passé en revue ce qui avait été fait. " * 12,
    "ko": "양국 당국자들은 그간의 이행 상황을 점검하고 다시 만나기로 하였다. " * 12,
}


def line(rank, language, *, late=False, silent=False):
    side = SidePrinted(STAGE, "2025-11-02", LONG[language], language)
    return LinePrinted(
        id=f"P{rank // 9 + 1}.I{rank % 9 + 1}",
        title=LONG[language],
        language=language,
        sides=(side, None if silent else side),
        comparison=SAME if silent else DIFFER,
        differs=not silent,
        due=Words("deadline: 2026", "date limite\u00a0: 2026", "최종 기한: 2026"),
        late=late,
        rank=rank,
    )


def chosen(count, language, lines=()):
    return SelectionPrinted(
        language=language,
        title="Plan d’action",
        parties=("Canada", "Corée"),
        chosen=("Pilier 2",),
        day="2026-01-15",
        lines=tuple(lines) or tuple(line(rank, language) for rank in range(count)),
        marking="TLP:AMBER",
        digest="0" * 64,
        demonstration=True,
    )


def words(octets):
    with pypdfium2.PdfDocument(octets) as document:
        return [document[place].get_textpage().get_text_bounded() for place in range(len(document))]


@pytest.mark.parametrize(("count", "language"), [(0, "en"), (1, "ko"), (8, "fr"), (41, "ko"), (90, "fr")])
def test_any_selection_stands_on_one_page_and_says_its_day(count, language):
    (page,) = words(pdf(selection(chosen(count, language))))

    assert {"en": "January\u00a015, 2026", "fr": "15\u00a0janvier\u00a02026", "ko": "2026년 1월 15일"}[
        language
    ].replace("\u00a0", " ") in page.replace("\u00a0", " ").replace("\r\n", " ")
    assert str(count) in page


@pytest.mark.parametrize(
    ("language", "due"),
    [
        ("en", "due September\u00a030, 2025"),
        ("fr", "échéance\u00a0: 31\u00a0décembre\u00a02025"),
        ("ko", "기한 2025년\u00a012월\u00a031일"),
    ],
)
def test_the_longest_day_stands_within_the_margins(language, due):
    late = replace(line(0, language, late=True), due=Words(due, due, due))
    margin = 20 / 25.4 * 72

    with pypdfium2.PdfDocument(pdf(selection(chosen(0, language, [late])))) as document:
        page = document[0].get_textpage()
        signs = [
            page.get_charbox(place)[2] for place in range(page.count_chars()) if page.get_text_range(place, 1).strip()
        ]

        assert max(signs) <= document[0].get_width() - margin + 1


def test_what_the_page_does_not_list_is_counted_and_what_is_late_is_listed_first():
    lines = [line(rank, "en", silent=True) for rank in range(LISTED)] + [line(LISTED, "en", late=True)]

    (page,) = words(pdf(selection(chosen(0, "en", lines))))

    assert "And 1 more" in page
    assert f"{LISTED // 9 + 1}.{LISTED % 9 + 1} " in page  # the last, which is late
    assert "past their day: 1" in page


def across(count, language):
    """The same of as many plans as there are lines."""
    lines = [replace(line(place, language), plan=LONG[language]) for place in range(count)]
    place = "/commitments?own=under-way&comparison=differ&order=due&as_of=2026-01-15"
    return replace(chosen(0, language, lines), place=place, more_than_counted=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [8, 90])
def test_a_brief_across_plans_stands_on_one_page_and_says_where_the_rest_stands(count, language):
    (page,) = words(pdf(selection(across(count, language))))

    assert ("/commitments?" in page) is (count > LISTED)
    assert str(count - LISTED if count > LISTED else count) in page


def test_as_a_document_it_stands_on_one_page_too(tmp_path):
    office = office_for("docx")
    with_widths_of_calibri()
    for language in LANGUAGES:
        for count in (8, 22, 90):
            (tmp_path / f"{language}-{count}.docx").write_bytes(docx(selection(chosen(count, language))))
            (tmp_path / f"{language}-{count}-plans.docx").write_bytes(docx(selection(across(count, language))))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    written = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *written],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip

    assert {path.name: len(words(path.read_bytes())) for path in sorted(tmp_path.glob("*.pdf"))} == {
        Path(path).with_suffix(".pdf").name: 1 for path in written
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_brief_is_written_as_a_document(language):
    assert io.BytesIO(docx(selection(chosen(3, language)))).read(2) == b"PK"
