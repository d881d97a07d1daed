"""The package: every document reopened by an independent reader, and nothing of the review lost in any of them."""

import hashlib
import io
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import docx as word
import openpyxl
import pikepdf
import pytest
from docx.oxml.ns import qn

from suivi.plan.numbering import number_of
from suivi.plan.when import Period
from suivi.plan.words import LANGUAGES
from suivi.publish.package import PAPERS, Document, documents, octets_of, whole_package
from suivi.publish.pdf import characters, settable
from suivi.publish.phrases import ASKED, DEMONSTRATION, SIMULATED
from suivi.publish.proved import records_of
from suivi.publish.tongue import proof_name
from suivi.record.reports import STAGES, Stage
from suivi.register.reports import COMPARISONS
from suivi.review.package import review_of
from tests.publish import journey
from tests.publish.hostile import ACCOUNTS
from tests.publish.office import office_for
from tests.publish.tagged_pdf import pages_of, structure
from tests.publish.words_of import squeezed, words_of
from tests.register import correspondence as letters

TEXT_FORMATS = ("pdf", "docx", "html", "md")
PACKAGE = [one for one in whole_package() if one.format != "json"]
IN_KOREAN = [one for one in whole_package() if one.languages in ((), ("ko",))]


@cache
def made(paper, languages, format):
    return octets_of(journey.the_review(), Document(paper, languages, format))


def shown(review, texts, language):
    """The words of `texts` a reader of `language` is shown, and nothing if there are none."""
    wanted = (language, *(one.tag for one in review.register.languages if one.authentic), *sorted(texts))
    return next((texts[tag] for tag in wanted if texts.get(tag)), "")


def accounts_of(review, language):
    for standing in review.standings:
        for party in standing.accounts:
            account = standing.latest(party)
            if account is not None:
                yield standing.provision.id, party, shown(review, account.account, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_the_full_report_holds_every_agreed_word_and_every_account_of_both_sides(format, language):
    review = journey.the_review()
    found = words_of(made("report", (language,), format), format)

    told = {(id, party) for id, party, words in accounts_of(review, language) if squeezed(words) in found}
    places = [place.id for provision in review.plan.provisions for place in provision.places]
    agreed = [place for place in places if squeezed(shown(review, review.agreed[place], language)) in found]

    assert told == {(id, party) for id, party, _ in accounts_of(review, language)}
    assert agreed == places
    assert len(told) == 35
    assert found.count(squeezed(ASKED.in_(language))) == sum(len(one.activities) for one in review.standings) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scorecard_holds_every_agreed_word_and_every_account_of_both_sides(language):
    review = journey.the_review()
    found = words_of(made("scorecard", (language,), "xlsx"), "xlsx")

    places = {place.id for provision in review.plan.provisions for place in provision.places}
    assert all(squeezed(words) in found for _, _, words in accounts_of(review, language))
    assert all(squeezed(shown(review, review.agreed[place], language)) in found for place in places)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_the_page_of_a_pillar_holds_every_commitment_with_both_stages(format, language):
    review = journey.the_review()
    found = words_of(made("pillars", (language,), format), format)

    for standing in review.standings:
        assert squeezed(shown(review, standing.provision.titles, language)) in found
        for party in standing.accounts:
            account = standing.latest(party)
            assert (
                squeezed(STAGES[account.stage].in_(language) if account else COMPARISONS["neither"].in_(language))
                in found
            )


@pytest.mark.parametrize("paper", ["report", "agenda", "minutes", "brief", "pillars"])
@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_two_languages_side_by_side_hold_what_each_holds(paper, format):
    both = words_of(made(paper, ("fr", "ko"), format), format)

    titles = [review_title.in_(language) for language in ("fr", "ko") for review_title in (STAGES["done"],)]
    assert paper in ("agenda", "minutes") or all(squeezed(title) in both for title in titles)
    for language in ("fr", "ko"):
        for matter in journey.the_review().matters:
            asks_or_says = squeezed(matter.says.in_(language))
            assert paper in ("brief", "pillars") or asks_or_says in both


@pytest.mark.parametrize("asked", PACKAGE, ids=lambda one: one.name)
def test_every_document_bears_the_marking(asked):
    octets = made(asked.paper, asked.languages, asked.format)

    if asked.format == "pdf":
        assert all(page.count("TLP:GREEN") >= 2 for page in pages_of(octets))
    elif asked.format == "docx":
        (section,) = word.Document(io.BytesIO(octets)).sections
        assert all("TLP:GREEN" in part.paragraphs[0].text for part in (section.header, section.footer))
    elif asked.format == "xlsx":
        sheets = openpyxl.load_workbook(io.BytesIO(octets)).worksheets
        assert all(one["A1"].value == "TLP:GREEN" for one in sheets)
        assert all("TLP:GREEN" in part.left.text for one in sheets for part in (one.oddHeader, one.oddFooter))
    elif asked.format == "md":
        lines = octets.decode().splitlines()
        assert lines[0] == lines[-1] == "**TLP:GREEN**"
    else:
        assert octets.count(b"TLP:GREEN") >= 3


@pytest.mark.parametrize("asked", IN_KOREAN, ids=lambda one: one.name)
def test_the_same_review_gives_the_same_bytes(asked):
    again = octets_of(journey.the_review(), asked)

    assert (
        hashlib.sha256(again).hexdigest()
        == hashlib.sha256(made(asked.paper, asked.languages, asked.format)).hexdigest()
    )


@pytest.mark.parametrize("asked", [one for one in PACKAGE if one.format in ("docx", "xlsx")], ids=lambda one: one.name)
def test_an_office_file_states_no_clock(asked):
    octets = made(asked.paper, asked.languages, asked.format)

    with zipfile.ZipFile(io.BytesIO(octets)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = file.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", properties)) == {"2026-06-30T00:00:00Z"}


@pytest.mark.parametrize("asked", [one for one in PACKAGE if one.format in ("docx", "xlsx")], ids=lambda one: one.name)
def test_an_office_file_leads_nowhere_and_runs_nothing(asked):
    with zipfile.ZipFile(io.BytesIO(made(asked.paper, asked.languages, asked.format))) as file:
        parts = {name: file.read(name) for name in file.namelist()}

    assert not [name for name in parts if "vba" in name.lower() or name.endswith(".bin")]
    assert not [name for name, octets in parts.items() if name.endswith(".rels") and b'"External"' in octets]
    assert not [name for name, octets in parts.items() if b"<f>" in octets or b"DDEAUTO" in octets]


# What somebody wrote


@pytest.fixture(scope="module")
def hostile():
    story = letters.under_way()
    for author in ("can", "kor"):
        story.report(
            author, letters.ReportFiled(provision="P1.I1", stage=Stage.DONE, account=ACCOUNTS, on="2025-01-03")
        )
    texts = {letters.plan().texts[0].sha256: letters.TEXT_EN}
    period = Period(date(2024, 7, 18), date(2025, 7, 17))
    return review_of(story.register(), letters.PLAN, period, texts=texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", ["docx", "html", "md", "xlsx"])
def test_forty_thousand_characters_of_tricks_stand_as_they_were_written(hostile, format, language):
    paper = "scorecard" if format == "xlsx" else "report"

    found = words_of(octets_of(hostile, Document(paper, (language,), format)), format)

    assert found.count(squeezed(ACCOUNTS[language])) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_forty_thousand_characters_of_tricks_are_set_on_paper(hostile, language):
    found = words_of(octets_of(hostile, Document("report", (language,), "pdf")), "pdf")

    assert found.count(squeezed(settable(ACCOUNTS[language]))) == 2


def test_no_trick_becomes_a_formula_or_a_link_of_the_workbook(hostile):
    octets = octets_of(hostile, Document("scorecard", ("en",), "xlsx"))

    sheets = openpyxl.load_workbook(io.BytesIO(octets)).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert any(str(cell.value).startswith("=") for cell in cells)


@pytest.mark.parametrize("asked", [one for one in PACKAGE if one.format == "docx"], ids=lambda one: one.name)
def test_every_style_a_word_document_names_is_one_it_has(asked):
    document = word.Document(io.BytesIO(made(asked.paper, asked.languages, "docx")))

    body = document.element.body
    named = {one.get(qn("w:val")) for tag in ("pStyle", "rStyle", "tblStyle") for one in body.iter(qn(f"w:{tag}"))}
    assert named <= {style.style_id for style in document.styles}
    assert {"Heading1", "Heading2", "TableHead"} <= named


def test_the_tables_of_a_word_document_repeat_their_heads_and_lists_begin_with_one():
    document = word.Document(io.BytesIO(made("pillars", ("fr",), "docx")))

    tables = [table for table in document.tables if table.style.name == "Record"]
    assert len(tables) == 7
    assert all(len(list(table.rows[0]._tr.iter("{*}tblHeader"))) == 1 for table in tables)
    numbered = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:numId"))}
    assert len(numbered) == sum(bool(list(under)) for under in asked_by_pillar())


def asked_by_pillar():
    review = journey.the_review()
    for chapter in review.chapters:
        places = set(places_of(chapter))
        yield [one for one in review.matters if one.provision in places]


def places_of(chapter):
    return [*chapter.places, *(place for part in chapter.parts for place in places_of(part))]


def test_numbers_in_a_word_document_lead_to_their_commitment():
    document = word.Document(io.BytesIO(made("report", ("en",), "docx")))

    body = document.element.body
    leads = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert leads
    assert leads <= marks


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_libreoffice_opens_a_document_and_keeps_its_words(tmp_path, format):
    office = office_for(format)
    paper = "scorecard" if format == "xlsx" else "report"
    file = tmp_path / f"{paper}.{format}"
    file.write_bytes(made(paper, ("ko",), format))

    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, "--headless", own, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    found = squeezed("".join(pages_of((tmp_path / f"{paper}.pdf").read_bytes())))
    review = journey.the_review()
    titles = [standing.provision.titles["ko"] for standing in review.standings]
    assert [title for title in titles if squeezed(title) not in found] == []


def test_no_trick_becomes_a_field_of_the_word_document(hostile):
    document = word.Document(io.BytesIO(octets_of(hostile, Document("report", ("en",), "docx"))))

    fields = [one.text for one in document.element.body.iter("{*}instrText")]
    assert fields == [' TOC \\o "2-3" \\h \\z \\u ']


def test_a_character_no_font_has_is_named_by_its_code():
    assert settable("a\U0001f98cb") == "a[U+1F98C]b"
    assert settable("e\u0301") == "é"
    assert settable("one\ntwo\tthree") == "one\ntwo three"


def test_all_of_modern_hangul_and_the_accents_of_french_can_be_set():
    assert set(range(0xAC00, 0xD7A4)) <= characters()
    assert set(map(ord, "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’–—…·「」『』韓加")) <= characters()


# Which documents there are


def test_the_package_has_every_paper_in_every_language_and_format():
    names = {one.name for one in whole_package()}

    assert len(names) == len(whole_package()) == 88
    assert {
        "brief.ko.pdf",
        "report.fr.docx",
        "minutes.en.md",
        "agenda.ko.html",
        "scorecard.fr.xlsx",
        "review.json",
    } <= names


def test_only_what_there_is_is_listed():
    assert documents(papers=["scorecard"], languages=[("en", "ko")], formats=["xlsx", "pdf"]) == ()
    assert [one.name for one in documents(papers=["brief"], languages=[("en", "ko")], formats=["pdf"])] == [
        "brief.en-ko.pdf"
    ]


def test_there_is_no_document_in_a_language_the_house_does_not_speak():
    with pytest.raises(KeyError):
        octets_of(journey.the_review(), Document("brief", ("de",), "pdf"))


# Reviews that hold little


@pytest.mark.parametrize("asked", IN_KOREAN, ids=lambda one: one.name)
def test_a_period_with_no_records_prints_every_document(asked):
    texts = {letters.plan().texts[0].sha256: letters.TEXT_EN}
    period = Period(date(2030, 1, 1), date(2030, 12, 31))
    review = review_of(letters.under_way().register(), letters.PLAN, period, texts=texts)

    octets = octets_of(review, asked)

    assert asked.format == "json" or "TLP:AMBER" in octets.decode("latin-1") or asked.format in ("pdf", "docx", "xlsx")
    assert asked.format != "pdf" or structure(octets).words


def test_a_silent_side_is_shown_as_silent_in_the_brief():
    story = letters.under_way()
    story.report("kor", letters.report(stage=Stage.DONE))
    review = review_of(story.register(), letters.PLAN, journey.PERIOD, texts={})

    found = words_of(octets_of(review, Document("pillars", ("en",), "pdf")), "pdf")

    assert squeezed("no report") in found
    assert squeezed("Report on the commitment, or say when a report will come (1.1).") in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_to_hand_over_names_what_each_side_has_not_reported_and_nothing_else(language):
    review = journey.the_review()
    words = octets_of(review, Document("missing", (language,), "md")).decode("utf-8")
    parts = words.split("\n## ")[1:]

    for party, part in zip(review.parties, parts, strict=True):
        asked = [number_of(one.provision.id) for one in review.without_report(party.code)]
        listed = re.findall(r"^\| \*\*([^*]+)\*\* \|", part, re.MULTILINE)
        assert [number.replace("\\", "") for number in listed] == asked
        assert f"({len(asked)})" in part.split("\n")[0]
    assert review.without_report("can") != review.without_report("kor")


@pytest.mark.parametrize("name", [one for one in PAPERS if one != "missing"])  # in this year silence rests on nothing
def test_what_rests_on_a_record_leads_to_its_proof_in_every_format(name):
    review = journey.the_review()
    proofs = {f"proof/{proof_name(log, seq)}" for log, seq in records_of(review)}

    for spoken, format in ((("ko",), "pdf"), (("en", "fr"), "docx"), (("en", "fr"), "html"), (("fr", "ko"), "md")):
        document = Document(name, spoken, format)
        led_to = LINKS[format](octets_of(review, document, proofs="proof/"))
        assert led_to, document
        assert set(led_to) <= proofs, document
        assert not LINKS[format](octets_of(review, document)), document


def links_in_pdf(octets):
    """Where the links of a PDF lead; each has words of its own and a place in the structure (ISO 14289-1, 7.18.5)."""
    with pikepdf.open(io.BytesIO(octets)) as document:
        links = [one for page in document.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {})]
        assert all("/StructParent" in one and str(one.Contents) for one in links)
        return [str(one.A.URI) for one in links]


def links_in_docx(octets):
    with zipfile.ZipFile(io.BytesIO(octets)) as parts:
        named = parts.read("word/_rels/document.xml.rels").decode()
    return re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', named)


LINKS = {
    "pdf": links_in_pdf,
    "docx": links_in_docx,
    "html": lambda octets: re.findall(r'<a [^>]*href="([^"#][^"]*)"', octets.decode()),
    "md": lambda octets: re.findall(r"\]\(<([^>]*)>\)", octets.decode()),
}


@pytest.mark.parametrize("document", IN_KOREAN, ids=lambda one: one.name)
def test_every_page_of_a_demonstration_says_that_its_clock_is_simulated(document):
    plain = journey.the_review()
    review = replace(plain, register=replace(plain.register, demonstration=True))

    octets = octets_of(review, document)

    assert review.digest() != plain.digest()
    if document.format == "pdf":
        assert all(squeezed(SIMULATED.ko) in squeezed(page) for page in pages_of(octets))
    elif document.format == "json":
        assert b'"demonstration":true' in octets
    else:
        assert squeezed(DEMONSTRATION.ko) in squeezed(words_of(octets, document.format))
