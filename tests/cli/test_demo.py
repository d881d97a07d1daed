"""`suivi demo`: the journey is played in two nodes, each step said; nobody's files are touched."""

import json
import os
import subprocess
import sys

import pytest

from suivi.cli.demonstration.play import MARK
from tests.cli.test_bad_input import tree

pytestmark = pytest.mark.two_nodes


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The folder of a demonstration, played over an earlier one, and how the command ended."""
    folder = tmp_path_factory.mktemp("demonstration") / "demo"
    (folder / "can").mkdir(parents=True)
    (folder / "can" / "settings.toml").write_text("an earlier node")
    (folder / MARK).touch()
    command = [sys.executable, "-m", "suivi.cli", "demo", "--no-serve", "--data", str(folder)]
    surroundings = {**os.environ, "SUIVI_LANGUAGE": "en"}
    return folder, subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=300)


def test_the_journey_ends_well_and_says_each_step(played):
    _, ran = played

    assert ran.returncode == 0, ran.stderr
    said = [line for line in ran.stdout.splitlines() if line.strip()]
    assert len(said) >= 8
    assert any("same digest" in line for line in said)


def test_both_nodes_of_the_demonstration_are_sound_and_agree(played, suivi):
    folder, _ = played

    checks = [suivi("check", "--data", folder / party) for party in ("can", "kor")]
    ((plan,),) = (
        json.loads(suivi("register", "--list", "--data", folder / "can", "--format", "json").stdout)["plans"],
    )
    registers = [
        suivi("register", plan["plan"], "--data", folder / party, "--format", "json") for party in ("can", "kor")
    ]

    assert [check.returncode for check in checks] == [0, 0]
    assert registers[0].stdout == registers[1].stdout
    assert '"digest"' in registers[0].stdout


def test_an_earlier_demonstration_is_replaced_and_nothing_else_lies_about(played):
    folder, _ = played

    assert 'party = "can"' in (folder / "can" / "settings.toml").read_text("utf-8")
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize("there", ["letter.txt", ".hidden"])
def test_a_folder_with_somebody_s_files_is_refused_and_left_alone(suivi, tmp_path, there):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / there).write_text("A letter.")
    before = tree(folder)

    ran = suivi("demo", "--no-serve", "--data", folder)

    assert ran.returncode == 3
    assert "[demonstration-elsewhere]" in ran.stderr
    assert tree(folder) == before


def test_a_text_that_cannot_be_read_is_refused_before_anything_is_made(suivi, tmp_path):
    ran = suivi("demo", "--no-serve", "--data", tmp_path / "demo", "--plan", tmp_path / "no-such-file")

    assert ran.returncode == 3
    assert "[text-unreadable]" in ran.stderr
    assert not (tmp_path / "demo").exists()
