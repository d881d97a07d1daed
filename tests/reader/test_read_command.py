"""`suivi read`: a file as JSON, table and CSV, a folder in any number of processes; refusals; cold, without Django."""

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pikepdf
import pytest
import typst

from tests.reader.documents.made import docx_with, hwpx_octets, paragraph

SAMPLE = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration/plan.fr.txt"
COMMAND = "import sys; from suivi.cli.main import main; sys.argv[0] = 'suivi'; main()"


def suivi_read(*arguments, language="C"):
    return subprocess.run(
        [sys.executable, "-c", COMMAND, "read", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"LANG": language, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"), "PYTHONUTF8": "1"},
    )


def test_a_plan_is_printed_as_json_when_piped():
    done = suivi_read(SAMPLE)

    value = json.loads(done.stdout)
    assert done.returncode == 0
    assert value["format"] == "suivi-draft-plan/1"
    assert value["text"]["characters"] == SAMPLE.read_text(encoding="utf-8")


def test_the_table_shows_headings_commitments_and_counts():
    done = suivi_read(SAMPLE, "--format", "table", "--language-of-messages", "fr")

    assert "Pilier 1" in done.stdout
    assert "P3.I5b" in done.stdout
    assert "39 initiatives, 42 objectifs" in done.stdout


def test_the_table_says_below_what_of_the_document_is_not_in_it(tmp_path):
    file = tmp_path / "plan.txt"
    english = "The two sides will hold a dialogue on the Arctic.\n\nThe two sides will sign a memorandum in 2027.\n\n"
    file.write_text(
        english * 2 + "Les deux parties signeront un protocole d’entente sur la pêche en 2027.\n", encoding="utf-8"
    )

    done = suivi_read(file, "--format", "table")

    assert done.stdout.splitlines()[-1].startswith("Passages in another language: 1.")


def test_the_csv_has_a_line_for_every_commitment(tmp_path):
    file = tmp_path / "plan.csv"

    done = suivi_read(SAMPLE, "--format", "csv", "-o", file)

    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert done.stdout == ""
    assert len(rows) == 81
    assert next(row for row in rows if row["id"] == "P3.I4")["same_as"] == "P4.I7"


@pytest.mark.parametrize(
    ("language", "says"),
    [("en_CA.UTF-8", "holds no text"), ("fr_CA.UTF-8", "ne contient aucun texte"), ("ko_KR.UTF-8", "글이 없습니다")],
)
def test_a_refusal_is_one_line_in_the_language_of_the_terminal_and_exit_code_3(tmp_path, language, says):
    empty = tmp_path / "plan.txt"
    empty.touch()

    done = suivi_read(empty, language=language)

    assert done.returncode == 3
    assert done.stdout == ""
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("nowhere.txt",), (SAMPLE, "--format", "parchment"), (SAMPLE, "--language-of-messages", "de")]
)
def test_wrong_use_exits_with_2(arguments):
    assert suivi_read(*arguments).returncode == 2


def test_a_refused_file_writes_no_output(tmp_path):
    output = tmp_path / "draft.json"

    done = suivi_read(SAMPLE, "--language", "de", "-o", output)

    assert done.returncode == 3
    assert not output.exists()


def test_the_workbook_holds_the_commitments_and_runs_nothing(tmp_path):
    plan, book = tmp_path / "plan.txt", tmp_path / "plan.xlsx"
    plan.write_text("The Parties will:\n\n- =sign(1);\n\n- @train pilots of both sides.\n")

    done = suivi_read(plan, "--format", "xlsx", "-o", book, "--language-of-messages", "ko", "--language", "en")

    assert done.returncode == 0, done.stderr
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["약속", "항목", "확인 필요", "원문"]
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any("train pilots" in str(cell.value) for cell in cells)


def test_akoma_ntoso_is_read_back_to_the_same_draft(tmp_path):
    written = tmp_path / "plan.akn.xml"

    suivi_read(SAMPLE, "--format", "akn", "-o", written)

    assert json.loads(suivi_read(written).stdout)["commitments"] == json.loads(suivi_read(SAMPLE).stdout)["commitments"]


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """The same promise in every format that is read."""
    folder = tmp_path_factory.mktemp("documents")
    promise = "The two countries will sign an agreement on fisheries."
    (folder / "plan.txt").write_text(promise)
    (folder / "plan.html").write_text(f"<html><body><p>{promise}</p></body></html>")
    (folder / "plan.docx").write_bytes(docx_with(lambda document: document.add_paragraph(promise)))
    (folder / "plan.hwpx").write_bytes(hwpx_octets(paragraph(promise)))
    (folder / "plan.pdf").write_bytes(typst.compile(promise.encode()))
    done = suivi_read(folder / "plan.txt", "--format", "akn", "-o", folder / "plan.akn.xml")
    assert done.returncode == 0, done.stderr
    return folder


def test_every_format_of_a_folder_gives_the_same_commitment(documents):
    lines = [json.loads(line) for line in suivi_read(documents, "--jobs", "2").stdout.splitlines()]

    assert [line["file"].partition(".")[2] for line in lines] == ["akn.xml", "docx", "html", "hwpx", "pdf", "txt"]
    assert {commitment["text"] for line in lines for commitment in line["commitments"]} == {
        "The two countries will sign an agreement on fisheries"
    }


@pytest.mark.parametrize(("format", "begins"), [("xlsx", b"PK"), ("akn", b"<?xml")])
def test_a_folder_of_documents_is_written_as_workbooks_or_akoma_ntoso(documents, tmp_path, format, begins):
    suivi_read(documents, "-o", tmp_path, "--format", format)

    written = list(tmp_path.iterdir())
    assert len(written) == 6
    assert all(file.read_bytes().startswith(begins) for file in written)


@pytest.fixture(scope="module")
def thick(tmp_path_factory):
    """A document of 900 pages."""
    file = tmp_path_factory.mktemp("thick") / "thick.pdf"
    document = pikepdf.open(io.BytesIO(typst.compile(("The two countries will train pilots together. " * 60).encode())))
    for _ in range(899):
        document.pages.append(document.pages[0])
    document.save(file)
    return file


def started(file):
    environment = {
        "LANG": "fr_CA.UTF-8",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"),
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-c", COMMAND, "read", str(file)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def test_long_reading_says_how_far_it_is_and_an_interrupt_ends_it_with_its_child(thick):
    reading = started(thick)

    said = reading.stderr.readline()
    children = Path(f"/proc/{reading.pid}/task/{reading.pid}/children").read_text().split()
    reading.send_signal(signal.SIGINT)
    out, err = reading.communicate(timeout=30)

    assert said.startswith("thick.pdf\u00a0: page ")
    assert said.endswith("sur 900\n")
    assert (reading.returncode, out) == (130, "")
    assert "Lecture arrêtée" in err
    assert children, "no child was at work: the test shows nothing"
    deadline = time.monotonic() + 10
    while any(_lives(child) for child in children):
        assert time.monotonic() < deadline, "the child outlived the reading"
        time.sleep(0.05)


def _lives(pid):
    try:
        return "zombie" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def folder(tmp_path):
    """Two plans, a page, something that is refused, and what a browser and a system leave beside."""
    texts = tmp_path / "texts"
    for name in ("2025/b.md", "a.txt"):
        (texts / name).parent.mkdir(parents=True, exist_ok=True)
        (texts / name).write_bytes(SAMPLE.read_bytes())
    (texts / "page.html").write_text(
        "<html><body><h1>Plan</h1><p>The two countries will hold a dialogue.</p></body></html>"
    )
    (texts / "page_files").mkdir()
    for name in ("empty.txt", ".hidden.txt", "page_files/advert.html", "photo.jpg"):
        (texts / name).touch()
    return texts


def test_a_saved_page_is_read_like_a_text(folder):
    done = suivi_read(folder / "page.html")

    assert done.returncode == 0, done.stderr
    assert [item["text"] for item in json.loads(done.stdout)["commitments"]] == [
        "The two countries will hold a dialogue"
    ]


def test_a_folder_is_one_line_for_each_text_the_same_for_any_number_of_jobs(folder):
    alone, together = suivi_read(folder), suivi_read(folder, "--jobs", "3")

    lines = [json.loads(line) for line in alone.stdout.splitlines()]
    assert [line["file"] for line in lines] == ["2025/b.md", "a.txt", "empty.txt", "page.html"]
    assert lines[2]["refused"]["code"] == "empty-file"
    assert len(lines[0]["commitments"]) == 81
    assert (alone.returncode, alone.stdout, alone.stderr) == (together.returncode, together.stdout, together.stderr)
    assert alone.returncode == 4
    assert alone.stderr.startswith("empty.txt: ")


@pytest.mark.parametrize(("format", "begins"), [("json", "{"), ("csv", "\ufeffid,kind")])
def test_a_folder_is_written_to_a_folder_of_the_same_shape(folder, tmp_path, format, begins):
    suivi_read(folder, "-o", tmp_path / "drafts", "--jobs", "2", "--format", format)

    written = sorted(
        path.relative_to(tmp_path / "drafts").as_posix() for path in (tmp_path / "drafts").rglob(f"*.{format}")
    )
    assert written == [f"2025/b.md.{format}", f"a.txt.{format}", f"page.html.{format}"]
    assert (tmp_path / "drafts" / f"a.txt.{format}").read_text(encoding="utf-8").startswith(begins)


def test_a_folder_in_which_nothing_can_be_read_is_refused(tmp_path):
    (tmp_path / "empty.txt").touch()

    assert suivi_read(tmp_path).returncode == 3


def test_a_folder_without_any_text_is_refused_with_a_word(tmp_path):
    done = suivi_read(tmp_path)

    assert done.returncode == 3
    assert "nothing to read" in done.stderr


def test_a_folder_is_not_printed_as_a_table(folder):
    assert suivi_read(folder, "--format", "table").returncode == 2


def test_json_is_printed_without_django_and_without_what_draws_tables():
    code = (
        f"{COMMAND.replace('main()', '')}\ntry: main()\nexcept SystemExit: pass\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] in ('django', 'rich')]"
    )
    done = subprocess.run([sys.executable, "-c", code, "read", str(SAMPLE)], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
