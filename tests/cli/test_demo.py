"""`suivi demo` refuses before anything is made: nobody's files are touched. What it plays is in tests/demonstration."""

import pytest

from tests.cli.test_bad_input import tree

pytestmark = pytest.mark.two_nodes


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
