"""`suivi align`: versions side by side from a terminal, as a table, JSON or CSV; refused by name."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / "reader" / "versions"
VERSIONS = [str(HERE / f"{tag}.txt") for tag in ("en", "fr", "ko")]


def align(*arguments):
    command = [sys.executable, "-m", "suivi.cli", "align", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_three_versions_are_printed_as_json_with_their_words_when_piped():
    done = align(*VERSIONS)

    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert told["format"] == "suivi-aligned-versions/1"
    assert told["languages"] == ["en", "fr", "ko"]
    first = told["groups"][0]["ids"]
    texts = {text["language"]: text["commitments"] for text in told["texts"]}
    assert "북극 관측망" in texts["ko"][first["ko"][0]]


def test_a_table_in_french_and_a_file_of_lines_tell_what_differs(tmp_path):
    table = align(*VERSIONS, "--format", "table", "--language-of-messages", "fr")
    lines = align(*VERSIONS, "--format", "csv", "-o", str(tmp_path / "versions.csv"))

    assert "ce qui diffère" in table.stdout
    assert "Seulement dans" in table.stdout
    assert lines.returncode == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "versions.csv").read_text(encoding="utf-8-sig"))))
    assert {"strength", "number", "alone"} <= {code for row in rows for code in row["drift_codes"].split()}


def test_two_versions_in_one_language_are_refused_in_a_sentence():
    done = align(VERSIONS[0], VERSIONS[0], "--language-of-messages", "en")

    assert done.returncode == 3
    assert done.stdout == ""
    assert "Two of the texts are in one language: en." in done.stderr


def test_one_file_alone_is_wrong_use():
    assert align(VERSIONS[0]).returncode == 2
