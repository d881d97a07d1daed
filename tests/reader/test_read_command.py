"""`suivi read FILE`: JSON, table and CSV; refusals in three languages; cold, without Django, in time."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_json_is_printed_without_django_and_without_what_draws_tables():
    code = (
        f"{COMMAND.replace('main()', '')}\ntry: main()\nexcept SystemExit: pass\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] in ('django', 'rich')]"
    )
    done = subprocess.run([sys.executable, "-c", code, "read", str(SAMPLE)], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
