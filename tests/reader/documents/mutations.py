"""Damaged documents by the thousand: each is read or refused, and nothing else happens.

Run: `python -m tests.reader.documents.mutations --seconds 600` or `--count 2000`, `--format pdf`, `--seed 1`. Each format
is played in processes of its own, limited as the child of the desk is; a process that a parser brings down is counted,
and the next goes on behind it. One line of JSON a format: read, refused by code, brought down, and what failed, by number.
A number is the seed of one document: the same number is the same document, always.
"""

import argparse
import io
import json
import random
import resource
import signal
import subprocess
import sys
import time
import zipfile
from copy import deepcopy
from functools import cache

import pikepdf
import typst
from lxml import etree

from suivi.plan.refusal import Refusal
from suivi.plan.text import Text
from suivi.publish.akoma_ntoso import draft_akoma_ntoso
from suivi.reader import read, read_file
from tests.reader.documents.made import BULLET, HEADING, NUMBER, hwpx_octets, package, paragraph, table

PLAN = (
    "Plan of Canada and Korea\n\nPillar 1: Safe seas\n\nFisheries\n\nThe Ministers agreed to protect the fish of the two seas, and to train pilots.\n\n"
    "Initiatives: sign an agreement by 2027; hold a yearly dialogue; publish a report.\n\n- étudier « l’accord »\n- 양국은 협력하기로 하였다.\n"
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCX = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Safe seas</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">The Parties will </w:t></w:r>'
    '<w:ins w:id="1"><w:r><w:t>sign</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>study</w:delText></w:r></w:del><w:r><w:t> it.</w:t><w:footnoteReference w:id="2"/><w:br w:type="page"/></w:r></w:p>'
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Action</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>2027</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>',
    "word/styles.xml": f'<w:styles xmlns:w="{_W}"><w:style w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
    "word/numbering.xml": f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    "word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2"><w:p><w:r><w:t>Signed in 2022.</w:t></w:r></w:p></w:footnote></w:footnotes>',
}  # fmt: skip
_PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><script>x()</script></head><body><nav><a href="/">Home</a></nav><main><h1>Plan</h1><h2>Pillar 1: Safe seas</h2>'
    "<p>The Ministers agreed to <b>train</b> pilots.<br>Yearly.</p><ul><li>sign it<ol><li>publish it</li></ol></li></ul><table><tr><td>Action</td><td>2027</td></tr></table></main></body></html>"
)  # fmt: skip
_TYPST = (
    "#set page(columns: 2, header: [Plan], footer: context counter(page).display())\n= Plan of Canada and Korea\n== Pillar 1: Safe seas\n"
    "The Ministers agreed to protect the fish of the two seas#footnote[Or three.], and to train pilots.\n- sign an agreement\n- hold a dialogue\n"
    "#table(columns: 2, [Action], [2027], [Report], [2028])\n#pagebreak()\nThe parties will publish a report."
)  # fmt: skip
TOKENS = (
    b"<", b">", b"</", b"<!--", b"<![CDATA[", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#xD800;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04",
    b"PK\x01\x02", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]", b"1 0 R", b"/Kids", b"/Length 99999999", b"-1", b"9" * 20, b"\r", b"\n" * 9, b" " * 99,
    "가".encode(), "œ".encode("cp1252"), b"w:val=\"\"", b"w:ilvl w:val=\"99\"", b"BT", b"ET", b"0 0 0 0 re", b"1e99", b"(" * 50,
)  # fmt: skip

VALUES = (
    "",
    "0",
    "1",
    "-1",
    "9" * 12,
    "x",
    "가",
    "①",
    "true",
    "0 0",
    "#",
    "00FF",
    "²",
    "NONE",
    "BULLET",
    "%1.%9",
    "^1",
    "\u00a0",
    "a" * 999,
)


@cache
def samples():
    """A sound document of each format, by the extension of its name."""
    pdf = io.BytesIO()
    with pikepdf.open(io.BytesIO(typst.compile(_TYPST.encode()))) as document:
        document.save(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    hwpx = hwpx_octets(
        paragraph("안전한 바다", HEADING)
        + paragraph("양국은 <hp:insertBegin Id='1'/>매년<hp:insertEnd Id='1'/> 대화를 개최하기로 하였다.")
        + paragraph("협정 체결", BULLET)
        + paragraph("보고서", NUMBER)
        + table(["과제", "2027"])
    )
    return {
        "txt": PLAN.encode(),
        "html": _PAGE.encode(),
        "docx": package(_DOCX),
        "hwpx": hwpx,
        "pdf": pdf.getvalue(),
        "akn.xml": draft_akoma_ntoso(read(Text("", PLAN))),
    }


def mutated(extension, number):
    """The sample damaged in one of countless ways, the one with that number."""
    chance = random.Random(f"{extension} {number}")
    octets = samples()[extension]
    if octets.startswith(b"PK") and chance.random() < 0.7:  # damage what is inside, and fold it again
        with zipfile.ZipFile(io.BytesIO(octets)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        name = chance.choice([name for name in sorted(parts) if name.endswith((".xml", ".hpf"))])
        damage = chance.choice((_damaged, _rearranged, _rearranged))
        return package(parts | {name: damage(parts[name], chance)}, stored=("mimetype",))
    return _rearranged(octets, chance) if extension == "akn.xml" and chance.random() < 0.6 else _damaged(octets, chance)


def _rearranged(octets, chance):
    """Sound mark-up that says something else: elements gone, doubled or moved, other values and words."""
    root = etree.fromstring(octets)
    for _ in range(chance.choice((1, 2, 5, 20))):
        elements = list(root.iter("*"))
        one, other = chance.choice(elements), chance.choice(elements)
        inside = one is root or one in other.iterancestors() or one is other
        match chance.randrange(5):
            case 0 if one is not root:
                one.getparent().remove(one)
            case 1 if one is not root:
                one.addnext(deepcopy(one))
            case 2 if not inside:
                other.append(one)
            case 3 if one.attrib:
                one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
            case _:
                one.text = chance.choice((None, "", "\n", *VALUES))
    return etree.tostring(root)


def _damaged(octets, chance):
    damaged = bytearray(octets)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        first = chance.randrange(len(damaged) + 1)
        last = min(len(damaged), first + chance.choice((1, 1, 4, 30, 300)))
        piece = bytes(damaged[first:last])
        match chance.randrange(7):
            case 0:
                damaged[first:last] = bytes(chance.randrange(256) for _ in piece)
            case 1:
                del damaged[first:last]
            case 2:
                damaged[first:first] = piece * chance.choice((1, 2, 50))
            case 3:
                damaged[first:first] = chance.choice(TOKENS)
            case 4:
                damaged[first:last] = chance.choice(TOKENS)
            case 5:
                at = chance.randrange(len(damaged) + 1)
                damaged[at:at] = piece
            case _:
                if chance.random() < 0.2:
                    del damaged[first:]
    return bytes(damaged)


# A process


def play(extension, first, count, seconds):
    """Read the documents from `first` on, and print a line for each as it ends: its number and what became of it."""
    samples()
    resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    until = time.monotonic() + seconds
    for number in range(first, first + count):
        if time.monotonic() > until:
            return
        octets = mutated(extension, number)
        signal.setitimer(signal.ITIMER_PROF, 10)  # seconds of CPU
        sys.stdout.write(f"{number} {_became(octets, f'plan.{extension}')}\n")
        sys.stdout.flush()
        signal.setitimer(signal.ITIMER_PROF, 0)


def _became(octets, name):
    try:
        draft = read(read_file(octets, name=name))
    except Refusal as refusal:
        return refusal.code
    except MemoryError:
        return "out-of-memory"
    except Exception as error:  # noqa: BLE001 this is what the play looks for
        return f"FAILED {type(error).__name__}: {error}"[:200].replace("\n", " ")
    value = draft.value()
    exact = all(each["text"] == draft.text.characters[each["start"] : each["end"]] for each in value["commitments"])
    return "read" if exact else "FAILED a span is not exact"


def played(extension, *, count=10**9, seconds=10**6, first=0):
    """What became of `count` documents, or of as many as `seconds` allow: counts by outcome, failures by number."""
    outcomes, failures, ends, begun = {}, {}, {}, time.monotonic()
    number = first
    while number < first + count and (left := seconds - (time.monotonic() - begun)) > 0:
        arguments = [extension, str(number), str(first + count - number), str(left)]
        done = subprocess.run(
            [sys.executable, "-m", "tests.reader.documents.mutations", "--play", *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        for line in done.stdout.splitlines():
            told, _, outcome = line.partition(" ")
            number = int(told) + 1
            kind = outcome if not outcome.startswith("FAILED") else "failed"
            outcomes[kind] = outcomes.get(kind, 0) + 1
            if kind == "failed":
                failures[int(told)] = outcome
        if done.returncode == 0:
            break
        if done.returncode > 0:
            raise RuntimeError(done.stderr[-2000:])
        kind = "took too long" if done.returncode == -signal.SIGPROF else "brought down"
        ends.setdefault(kind, []).append(number)
        outcomes[kind] = outcomes.get(kind, 0) + 1
        number += 1  # the one that brought the process down said nothing
    return {"format": extension, "documents": sum(outcomes.values()), "seconds": round(time.monotonic() - begun), "outcomes": outcomes, "ends": ends, "failures": failures}  # fmt: skip


def main():
    """Play every format, or the one named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--play", nargs=4)
    parser.add_argument("--format", choices=sorted(samples()))
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--seconds", type=float, default=10**6, help="for all formats together")
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    if asked.play:
        extension, first, count, seconds = asked.play
        play(extension, int(first), int(count), float(seconds))
        return
    formats = [asked.format] if asked.format else list(samples())
    told = [
        played(each, count=asked.count, seconds=asked.seconds / len(formats), first=asked.first) for each in formats
    ]
    sys.stdout.write("\n".join(json.dumps(each, ensure_ascii=False) for each in told) + "\n")
    sys.exit(any(each["failures"] for each in told))


if __name__ == "__main__":
    main()
