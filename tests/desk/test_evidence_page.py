"""Evidence over a real node: one source for several commitments, files cleaned, kept once and kept at home."""

import io
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from suivi.desk import entries, queries, surroundings
from suivi.desk.access import NotHere
from suivi.desk.actions import evidence_files
from suivi.desk.actions.channel import hand_over_file
from suivi.desk.actions.releases import approve, release
from suivi.desk.attachments.refusals import AttachmentKindNotTaken
from suivi.desk.scanning import MalwareFound, NotScanned
from suivi.plan.channel import origin_of
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import PASSWORD

TEXT = b"The second meeting was held in Ottawa, says a canary of yellow feathers.\n"
SOURCE = {
    "address": "https://www.example.org/meeting",
    "title": "Second meeting",
    "language": "en",
    "publisher": "The ministry",
    "published_on": "2024-12-01",
    "account": {"en": "The ministry tells of a second meeting."},
}


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


def keep(officer, plan, *provisions, octets=TEXT, name="Meeting.txt", title="What was said"):
    return evidence_files.keep_file(
        officer, plan=plan, provisions=provisions, name=name, octets=octets, title=title, at=AT
    )


def page(officer, plan):
    return queries.evidence_page(officer, plan=plan)


SCANNER = """
import sys
read = sys.stdin.buffer.read()
sys.exit(3 if b"strange" in read else 1 if b"EICAR-STANDARD" in read or b"malware" in read else 0)
"""


@pytest.fixture
def scanned(tmp_path, monkeypatch):
    """The surroundings of a desk with a scanner: one that knows two signatures, and stumbles over a third thing."""
    program = tmp_path / "scanner.py"
    program.write_text(SCANNER, "utf-8")
    monkeypatch.setenv("SUIVI_SCANNER", f"{sys.executable} {program}")
    return program


def test_a_file_that_the_scanner_knows_is_neither_kept_nor_given_out(noemie, plan, scanned):
    kept = keep(noemie, plan, "P1.I1")
    for octets, refusal in ((b"Some malware.\n", MalwareFound), (b"Something strange.\n", NotScanned)):
        with pytest.raises(refusal):
            keep(noemie, plan, "P1.I1", octets=octets)
    assert [file.digest for file in page(noemie, plan).files] == [kept]
    assert queries.evidence_file_octets(noemie, kept)[2] == TEXT

    scanned.write_text(SCANNER.replace("malware", "canary"), "utf-8")  # it has learnt something since
    with pytest.raises(MalwareFound):
        queries.evidence_file_octets(noemie, kept)
    scanned.unlink()
    with pytest.raises(NotScanned):
        queries.evidence_file_octets(noemie, kept)


def test_a_scanner_that_does_not_find_the_test_file_is_a_concern_and_without_one_there_is_none(
    noemie, monkeypatch, scanned
):
    def concern():
        found = [one for one in surroundings.concerns(at=AT) if one.code == "malware-scanner"]
        return found[0].sound if found else None

    assert concern() is True
    scanned.write_text("", "utf-8")  # finds nothing in anything
    assert concern() is False
    scanned.write_text("raise SystemExit(1)", "utf-8")  # finds something in everything
    assert concern() is False
    monkeypatch.delenv("SUIVI_SCANNER")
    assert concern() is None


def test_one_source_is_cited_for_several_commitments_by_a_release_for_each(noemie, adrian, plan):
    tickets = evidence_files.cite(noemie, plan=plan, provisions=["P1.I1", "P2.I1"], at=AT, **SOURCE)
    for ticket in tickets:
        for officer in (noemie, adrian):
            approve(officer, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
        release(noemie, ticket=ticket, at=AT + MINUTE)
    (line,) = page(noemie, plan).sources

    assert len(tickets) == 2
    assert (line.cited.title, [about.id for about in line.about]) == ("Second meeting", ["P1.I1", "P2.I1"])


def test_the_same_file_is_kept_once_and_serves_several_commitments(noemie, adrian, plan):
    first = keep(noemie, plan, "P1.I1")
    again = keep(adrian, plan, "P1.I1", "P2.I1", title="Another title")
    (file,) = page(noemie, plan).files

    assert first == again == file.digest == entries.sha256(queries.evidence_file_octets(noemie, first)[2])
    assert (file.title, file.added_by) == ("What was said", noemie.name)
    assert [about.id for about in file.about] == ["P1.I1", "P2.I1"]


def test_what_its_reader_would_not_see_is_taken_away_and_said(noemie, plan):
    book, octets = Workbook(), io.BytesIO()
    book.properties.creator = "A name nobody should learn"
    book.save(octets)
    digest = keep(noemie, plan, "P1.I1", octets=octets.getvalue(), name="Figures.xlsx")
    (file,) = page(noemie, plan).files

    assert file.removed
    assert b"A name nobody should learn" not in queries.evidence_file_octets(noemie, digest)[2]


def test_a_file_that_is_not_what_it_says_is_refused_by_name_and_not_kept(noemie, plan):
    with pytest.raises(AttachmentKindNotTaken, match=r"Minutes\.exe"):
        keep(noemie, plan, "P1.I1", octets=b"MZ\x90\x00" + b"\x00" * 60, name="Minutes.exe")

    assert page(noemie, plan).files == ()


def test_a_file_never_leaves_and_is_forgotten_with_its_last_commitment(noemie, plan):
    digest = keep(noemie, plan, "P1.I1", "P2.I1")
    handed_over = hand_over_file()[1]
    evidence_files.use_no_more(noemie, digest=digest, plan=plan, provision="P1.I1", at=AT)
    held = [about.id for about in page(noemie, plan).files[0].about]
    evidence_files.use_no_more(noemie, digest=digest, plan=plan, provision="P2.I1", at=AT)

    assert b"canary" not in handed_over
    assert entries.attachment(digest) is None
    assert entries.log_size(origin_of(noemie.party, entries.HOME)) > 0
    assert held == ["P2.I1"]
    with pytest.raises(NotHere):
        queries.evidence_file_octets(noemie, digest)


def test_the_page_cites_keeps_and_gives_a_file_back_to_be_saved(noemie, plan):
    client = Client()
    client.force_login(noemie)
    file = SimpleUploadedFile("한국 Réunion ‘2’.txt", TEXT)
    kept = client.post("/evidence/files", {"plan": plan, "provision": "P1.I1", "title": "Talks", "file": file})
    digest = page(noemie, plan).files[0].digest
    answer = client.get(f"/evidence/files/{digest}")
    account = {"account-en": "It tells of a meeting."}
    cited = client.post(
        "/evidence/cite", {**SOURCE, "account": "", **account, "plan": plan, "provision": "P1.I1"}, follow=True
    )
    refused = client.post("/evidence/files", {"plan": plan, "provision": "P1.I1", "title": "Talks"})

    assert kept.status_code == 302
    assert answer.content == TEXT
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "한국 Réunion ‘2’.txt" in client.get("/history?kind=exported").content.decode()
    assert cited.resolver_match.url_name == "ticket"
    assert refused.status_code == 422
