"""N6: what a file hides is taken away or refuses it, by name; what it shows stays."""

import hashlib
import io

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from suivi.desk.attachments.checking import MEDIA, _cleaner, checked
from suivi.desk.attachments.hidden import MATTERS, Holds, NotWhole
from suivi.desk.attachments.refusals import (
    AttachmentDamaged,
    AttachmentHoldsHidden,
    AttachmentKindNotTaken,
    AttachmentNamedOtherwise,
    AttachmentProtected,
    AttachmentTookTooMuch,
    AttachmentTooLarge,
)
from suivi.desk.child import Limits
from tests.leaks.dirty import CLEAN, DIRTY, GONE, SECRET, pdf, picture, replaced, word
from tests.leaks.test_canaries import hits

ENDING = {kind: kind.lower() for kind in MEDIA}


def test_there_are_at_least_sixty_dirty_files_of_every_kind_and_each_hides_something_else() -> None:
    assert len(DIRTY) >= 60
    assert {dirty.kind for dirty in DIRTY.values()} == set(MEDIA)
    assert len({hashlib.sha256(dirty.octets).digest() for dirty in DIRTY.values()}) == len(DIRTY)
    assert {dirty.becomes for dirty in DIRTY.values()} - {GONE, "damaged"} <= set(MATTERS)


@pytest.mark.parametrize("name", [name for name, dirty in DIRTY.items() if dirty.becomes == GONE])
def test_what_is_hidden_is_taken_away_and_said(name: str) -> None:
    kind, octets, _ = DIRTY[name]
    assert "words under" in name or "compressed" in name or hits({"": octets}, [SECRET]) != []

    clean, removed = _cleaner(kind)(octets)

    assert removed != set() or name in ("docx: a comment in its XML", "docx: a comment of the package")
    assert removed <= set(MATTERS)
    assert hits({"": clean}, [SECRET]) == []
    assert _cleaner(kind)(clean) == (clean, set())


@pytest.mark.parametrize("name", [name for name, dirty in DIRTY.items() if dirty.becomes != GONE])
def test_what_cannot_be_taken_away_refuses_the_file_by_name(name: str) -> None:
    kind, octets, code = DIRTY[name]

    with pytest.raises(NotWhole if code == "damaged" else Holds) as refused:
        _cleaner(kind)(octets)

    assert getattr(refused.value, "code", "damaged") == code


@pytest.mark.parametrize("kind", MEDIA)
def test_a_file_that_hides_nothing_comes_back_whole_from_the_child(kind: str) -> None:
    cleaned = checked(CLEAN[kind], name=f"Rapport 회의.{ENDING[kind]}")

    assert cleaned.media == MEDIA[kind]
    assert cleaned.name == f"Rapport 회의.{ENDING[kind]}"
    again = checked(cleaned.octets, name=cleaned.name)
    assert (again.octets, again.removed) == (cleaned.octets, ())


def test_what_is_seen_stays() -> None:
    shown = docx.Document(io.BytesIO(checked(CLEAN["DOCX"], name="a.docx").octets))
    assert [paragraph.text for paragraph in shown.paragraphs] == [
        "Compte rendu",
        "Les parties se sont réunies. 양측이 만났다.",
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(checked(CLEAN["XLSX"], name="a.xlsx").octets)).active
    assert [cell.value for cell in sheet[1]] == ["Sum", "won"]
    pages = pypdfium2.PdfDocument(checked(CLEAN["PDF"], name="a.pdf").octets)
    assert pages[0].get_textpage().get_text_range() == "Report"
    for kind in ("PNG", "JPEG"):
        before, after = (
            Image.open(io.BytesIO(CLEAN[kind])),
            Image.open(io.BytesIO(checked(CLEAN[kind], name=f"a.{kind.lower()}").octets)),
        )
        assert before.tobytes() == after.tobytes()
    assert checked(CLEAN["TXT"], name="a.txt").octets == CLEAN["TXT"]


def test_a_photograph_still_stands_upright() -> None:
    told = Image.Exif()
    told[0x0112], told[0x013B] = 6, SECRET

    cleaned = checked(picture(exif=told), name="a.jpg")

    assert dict(Image.open(io.BytesIO(cleaned.octets)).getexif()) == {0x0112: 6}
    assert cleaned.removed == (MATTERS["picture-data"].words,)


def test_the_refusal_names_the_file_what_it_holds_and_the_cure() -> None:
    with pytest.raises(AttachmentHoldsHidden) as refused:
        checked(DIRTY["docx: a tracked deletion"].octets, name="Compte rendu.docx")

    assert (
        refused.value.sentence("fr")
        == "«\u00a0Compte rendu.docx\u00a0» ne peut être joint\u00a0: il contient des modifications suivies."
    )
    assert refused.value.advice("en") == MATTERS["tracked"].cure.en


def test_other_kinds_are_refused_by_name() -> None:
    other = {
        "a.rtf": b"{\\rtf1 a}",
        "a.exe": b"MZ\x90\0",
        "a.svg": b"<svg/>",
        "a.zip": b"PK\5\6" + b"\0" * 18,
        "a": b"text",
    }
    for name, octets in other.items():
        with pytest.raises(AttachmentKindNotTaken):
            checked(octets, name=name)
    with pytest.raises(AttachmentNamedOtherwise):
        checked(CLEAN["PDF"], name="a.docx")
    with pytest.raises(AttachmentDamaged, match="not a whole file of the kind PDF"):
        checked(b"MZ\x90\0", name="a.pdf")
    with pytest.raises(AttachmentHoldsHidden):
        checked(CLEAN["DOCX"], name="a.docm")


def test_protected_damaged_and_endless_files_are_refused() -> None:
    encrypted = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(AttachmentProtected):
        checked(encrypted, name="a.pdf")
    with pytest.raises(AttachmentProtected):
        checked(pdf(encryption=pikepdf.Encryption(owner="a", user="")), name="a.pdf")
    for kind in ("PNG", "JPEG", "DOCX", "XLSX", "PPTX", "ODT"):
        with pytest.raises(AttachmentDamaged):
            checked(CLEAN[kind][:-30], name=f"a.{ENDING[kind]}")
    with pytest.raises(AttachmentTooLarge):
        checked(b"a" * (25 * 2**20 + 1), name="a.txt")
    entities = replaced(word(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    with pytest.raises(AttachmentDamaged):
        checked(entities, name="a.docx")


def test_a_file_that_takes_too_much_is_given_up() -> None:
    with pytest.raises(AttachmentTookTooMuch):
        checked(b"a\n" * 10_000_000, name="a.txt", limits=Limits(cpu_seconds=30, wall_seconds=60, megabytes=60))


def test_a_name_is_a_text_and_never_a_path() -> None:
    names = {
        "../../etc/plan.txt": "plan.txt",
        "C:\\x\\나.txt": "나.txt",
        "a\u202e\n b.txt": "a b.txt",
        "é" * 300 + ".txt": "é" * 120 + ".txt",
    }

    assert {name: checked(b"a", name=name).name for name in names} == names
