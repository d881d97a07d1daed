"""Below the desk nothing reads a clock, a disk or a coin: the same records give the same register everywhere."""

import ast

import pytest

from tools.rooms import sources, sources_below_the_desk

FORBIDDEN_IMPORTS = {
    "asyncio", "django", "http", "httpx", "io", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}
CLOCK_OWNERS = {"datetime", "date"}
FORBIDDEN_CALLS = {"open", "input", "print", "eval", "exec", "__import__"}


def impurities(tree):
    """The line and the words of everything in `tree` that reaches outside."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if _top(alias.name) in FORBIDDEN_IMPORTS)
        if isinstance(node, ast.ImportFrom) and _top(node.module or "") in FORBIDDEN_IMPORTS and not _in_memory(node):
            yield node.lineno, node.module
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            yield node.lineno, node.func.id
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and _last(node.value) in CLOCK_OWNERS:
            yield node.lineno, f"{_last(node.value)}.{node.attr}"


def _top(name):
    return name.partition(".")[0]


def _last(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _in_memory(node):
    """Streams held in memory are no disk."""
    return node.module == "io" and {alias.name for alias in node.names} <= {"BytesIO", "StringIO"}


def test_below_the_desk_nothing_reaches_outside():
    found = [
        f"{source.at(line)} {what}" for source in sources_below_the_desk() for line, what in impurities(source.tree)
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "import os.path",
        "from pathlib import Path",
        "from io import FileIO",
        "open('plan.txt')",
        "datetime.datetime.now(tz)",
        "date.today()",
        "later = datetime.utcnow",
    ],
)
def test_what_reaches_outside_is_noticed(line):
    assert list(impurities(ast.parse(line)))


@pytest.mark.parametrize("line", ["from io import BytesIO", "register.today", "stream.open_lines()", "day: date"])
def test_what_only_looks_like_it_is_left_alone(line):
    assert not list(impurities(ast.parse(line)))


PLAYS = "suivi.cli.demonstration.play"  # it says by how much the clock of a demonstration is moved


def test_what_officers_do_is_dated_by_the_clock_of_their_node():
    """A demonstration tells its own time; whoever asked the machine would write into its future."""
    asked = {
        f"{source.at(node.lineno)} {_last(node.value)}.{node.attr}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
        if _last(node.value) in {*CLOCK_OWNERS, "timezone"} and source.name not in {"suivi.desk.clock", PLAYS}
    }

    assert asked == set()
