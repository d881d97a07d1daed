"""How fast documents are read, in the limited process, from bytes to a draft; and a folder of them by two jobs.

Run: `pytest benchmarks/test_document_speed.py --benchmark-enable -s`. Targets: a PDF of 40 pages in under 3 s; two jobs near
twice as fast as one, on two cores that nothing else uses.
"""

import io
import subprocess
import sys
import time

import pikepdf
import pytest
import typst

from benchmarks.test_reading_speed import plan_text
from suivi.desk.child import read_document
from suivi.reader import read

PAGE = '#set page(paper: "us-letter", header: [Plan d’action], footer: context counter(page).display())\n#set text(size: 11pt)\n'
COMMAND = "from suivi.cli.main import main; main()"


def pdf_of(pages):
    """A PDF of about that many pages of varied French plan text."""
    text = plan_text(pages, 2_700 * pages).decode().replace("#", "\\#").replace("*", "\\*").replace("_", "\\_")
    octets = typst.compile((PAGE + text).encode())
    with pikepdf.open(io.BytesIO(octets)) as document:
        return octets, len(document.pages)


@pytest.mark.parametrize("pages", [40, 400])
def test_a_pdf_is_read_in_the_limited_process(benchmark, pages):
    octets, count = pdf_of(pages)

    draft = benchmark.pedantic(lambda: read(read_document(octets, name="plan.pdf")), rounds=2)

    assert draft.commitments
    if benchmark.enabled:
        print(f"\n{count} pages: {benchmark.stats.stats.min:.2f} s")
        assert pages > 40 or benchmark.stats.stats.min < 3


def test_two_jobs_read_a_folder_faster_than_one(benchmark, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(12):
        (texts / f"{number}.txt").write_bytes(plan_text(number, 400_000))
        if number % 4 == 0:
            (texts / f"{number}.pdf").write_bytes(pdf_of(20)[0])

    def seconds(jobs):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", COMMAND, "read", str(texts), "--jobs", str(jobs), "-o", str(tmp_path / str(jobs))],
            check=True,
            capture_output=True,
        )
        return time.perf_counter() - begun

    alone = seconds(1)
    together = benchmark.pedantic(seconds, args=(2,), rounds=1)

    if benchmark.enabled:
        print(f"\none job {alone:.1f} s, two jobs {together:.1f} s: {alone / together:.2f} times as fast")
    assert [path.name for path in sorted((tmp_path / "1").iterdir())] == [
        path.name for path in sorted((tmp_path / "2").iterdir())
    ]
