"""The files of the project: no machine's paths, nothing large by accident, nothing private."""

import re

from tools.rooms import ROOT

MACHINE_PATH = re.compile(r"(?<![\w.:/-])(?:/(?:home|root|Users|work|mnt)/[\w.]|[A-Z]:\\\\?Users)")
TEXTS = {
    ".cfg", ".css", ".html", ".js", ".json", ".md", ".po", ".py", ".sh", ".svg", ".toml", ".tsv", ".txt", ".yaml", ".yml",
}  # fmt: skip
LARGE = 1_500_000


def _text_files(tracked):
    """The project's own text files; published test vectors stay as they were published."""
    return [path for path in tracked if path.suffix in TEXTS | {""} and path.parts[:2] != ("tests", "vectors")]


def test_no_file_names_a_path_of_somebodys_machine(tracked):
    found = [
        f"{path}:{number}"
        for path in _text_files(tracked)
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]

    assert found == []


def test_a_path_of_somebodys_machine_is_noticed():
    assert MACHINE_PATH.search('node = "' + "/home" + '/minjun/suivi"')
    assert not MACHINE_PATH.search("https://suivi.example/home/page")


def test_no_node_key_or_database_is_part_of_the_project(tracked):
    private = {".pem", ".key", ".sqlite3", ".suivi"}

    assert [str(path) for path in tracked if path.suffix in private or path.parts[0] == "var"] == []


def test_nothing_large_came_in_by_accident(tracked):
    meant = {"NotoSerifCJKkr-Regular.otf", "NotoSansCJKkr-Hanja.otf"}  # decision 0037

    assert [str(path) for path in tracked if (ROOT / path).stat().st_size > LARGE and path.name not in meant] == []


def test_the_locks_hold_a_digest_for_every_package():
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        pinned = [line for line in lines if re.match(r"[a-z0-9]", line)]

        assert pinned
        assert [line.split()[0] for line in pinned if "==" not in line or "--hash=sha256:" not in line] == []
