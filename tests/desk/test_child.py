"""The child that parses documents: the same text as in this process, within limits, and nothing reached from there."""

import json
import os
import subprocess
import sys
import textwrap
import zlib
from pathlib import Path

import pytest

from suivi.desk.child import Limits, read_document
from suivi.plan.words import LANGUAGES
from suivi.reader.files import ENCODINGS, read_file
from suivi.reader.refusals import (
    ArchiveNotSafe,
    EmptyFile,
    EntitiesDeclared,
    FileTooLarge,
    NoTextLayer,
    PageNotWhole,
    ReadingTookTooLong,
    ReadingTookTooMuch,
    TextBuiltByScript,
    TextTooLong,
)
from tests.reader.documents.made import package

PAGE = "<!DOCTYPE html><html><head>{head}</head><body><h1>Plan</h1><ul><li>Signer l’accord.</li></ul></body></html>"


def page(encoding="utf-8", head=""):
    return PAGE.format(head=head).encode(encoding, "xmlcharrefreplace")


def test_a_page_comes_back_as_it_is_read_here_with_its_blocks():
    text = read_document(page(), name="plan.html")

    here = read_file(page(), name="plan.html")
    assert (text, text.blocks) == (here, here.blocks)
    assert [block.role for block in text.blocks] == ["heading 1", "item 1"]


@pytest.mark.parametrize("label", [*ENCODINGS, "utf-16", "utf-8-sig"])
def test_every_encoding_is_at_hand_when_nothing_can_be_opened_any_more(label):
    octets = page(ENCODINGS.get(label, label), f'<meta charset="{label}">')

    assert read_document(octets, name="plan.html").characters == "Plan\n\nSigner l’accord."


@pytest.mark.parametrize(
    ("octets", "refusal"),
    [
        (b"<html><body></body></html>", EmptyFile),
        (b"<html><body><div id=app></div><script>go()</script></body></html>", TextBuiltByScript),
        (b"<html><body>" + b"<div>" * 5_000 + b"deep", PageNotWhole),
        (b"<html><!DOCTYPE html [<!ENTITY a 'b'>]><body>&a;", EntitiesDeclared),
    ],
)
def test_what_is_refused_there_is_refused_here_by_the_same_name(octets, refusal):
    with pytest.raises(refusal) as refused:
        read_document(octets, name="Plan d’action.html")

    assert "Plan d’action.html" in refused.value.sentence("fr")


def repeated(content):
    """A PDF of one page whose content folds to a thousandth of what it is."""
    folded = zlib.compress(content, 9)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length "
        + str(len(folded)).encode()
        + b">>stream\n"
        + folded
        + b"\nendstream endobj\n"
        b"5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n/X Do /X Do\n"
        b"endstream endobj\ntrailer<</Root 1 0 R>>\n"
    )


LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a 'lol'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)
HOSTILE = {
    "a zip bomb": ("plan.docx", package({"word/document.xml": " " * 80_000_000}), ArchiveNotSafe),
    "entities that expand": ("plan.docx", package({"word/document.xml": f"{LAUGHS}<w>&j;</w>"}), EntitiesDeclared),
    "entities in a page": ("plan.html", f"{LAUGHS.replace('w', 'html', 1)}<html><body>&j;</body></html>".encode(), EntitiesDeclared),
    "a form that draws itself": ("plan.pdf", repeated(b"/X Do"), (ReadingTookTooLong, ReadingTookTooMuch, NoTextLayer)),
    "content that unfolds": ("plan.pdf", repeated(b"q " * 60_000_000), (ReadingTookTooLong, ReadingTookTooMuch, NoTextLayer)),
    "a line without end": ("plan.txt", b"a" * 40_000_000, TextTooLong),
    "100 MB of one line": ("plan.txt", b"a" * 100_000_000, FileTooLarge),
}  # fmt: skip


@pytest.mark.parametrize(("name", "octets", "refusal"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused(name, octets, refusal):
    with pytest.raises(refusal):
        read_document(octets, name=name)


def test_whoever_is_told_of_the_pages_may_stop_the_reading_and_the_child_is_gone():
    class Stop(Exception):
        pass

    def told(page, of):
        raise Stop

    before = set(children())
    with pytest.raises(Stop):
        read_document(page(), name="plan.html", told=told)

    assert set(children()) <= before


def children():
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def test_plain_text_and_what_is_too_large_need_no_child():
    nothing = Limits(cpu_seconds=0, wall_seconds=0, megabytes=1)

    assert read_document(b"Train pilots.", name="plan.txt", limits=nothing).characters == "Train pilots."
    with pytest.raises(FileTooLarge):
        read_document(b"<html>" + bytes(50_000_000), name="plan.html", limits=nothing)


def test_a_page_that_takes_too_long_is_refused_in_every_language():
    with pytest.raises(ReadingTookTooLong) as refused:
        read_document(page(), name="plan.html", limits=Limits(wall_seconds=0))

    assert all("plan.html" in refused.value.sentence(language) for language in LANGUAGES)


def test_a_page_that_takes_too_much_cpu_is_refused():
    heavy = b"<html><body>" + b"<p>x" * 4_000_000

    with pytest.raises((ReadingTookTooLong, ReadingTookTooMuch)):
        read_document(heavy, name="plan.html", limits=Limits(cpu_seconds=1, megabytes=4_000))


def test_a_page_that_takes_too_much_memory_is_refused_in_every_language():
    heavy = b"<html><body>" + b"<p><b>x</b>" * 2_000_000

    with pytest.raises(ReadingTookTooMuch) as refused:
        read_document(heavy, name="plan.html", limits=Limits(megabytes=200))

    assert all("200" in refused.value.sentence(language) for language in LANGUAGES)


REACHES = {
    "a file": "open('/etc/hostname')",
    "a socket": "__import__('socket').socket()",
    "a process": "__import__('subprocess').run(['true'])",
}


@pytest.mark.parametrize("attempt", REACHES.values(), ids=REACHES)
def test_once_limited_the_child_can_open_nothing(attempt):
    code = f"""
        import socket, subprocess
        from suivi.desk.child import Limits, give_up
        give_up(Limits())
        try:
            {attempt}
        except OSError as error:
            print(error.errno)
    """

    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False)

    assert done.stdout.strip().isdigit(), done.stderr


def test_the_child_and_whoever_starts_it_know_no_django():
    code = "import sys, json, suivi.desk.child, suivi.reader.pages; print(json.dumps(sorted(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert [name for name in json.loads(done.stdout) if name.partition(".")[0] == "django"] == []
