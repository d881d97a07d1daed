"""The child that parses documents: the same text as in this process, within limits, and nothing reached from there."""

import json
import subprocess
import sys
import textwrap

import pytest

from suivi.desk.child import Limits, read_document
from suivi.plan.words import LANGUAGES
from suivi.reader.files import ENCODINGS, read_file
from suivi.reader.refusals import (
    EmptyFile,
    EntitiesDeclared,
    FileTooLarge,
    PageNotWhole,
    ReadingTookTooLong,
    ReadingTookTooMuch,
    TextBuiltByScript,
)

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
        from suivi.desk.child import Limits, _give_up
        _give_up(Limits())
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
