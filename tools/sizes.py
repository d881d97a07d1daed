"""Sizes kept in sight: longest functions and files, most complex functions, record kinds. Never a reason to fail.

Method: the length of a function is its lines from `def` to the last, decorators left out; its complexity is
one more than the branches in it (T. J. McCabe, 1976, with boolean operators counted).
"""

import ast
import statistics
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from tools.rooms import ROOT, Source, functions, sources

SHOWN = 8
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.comprehension, ast.match_case)
GROWING = ("src/suivi/modes", "src/suivi/reader/rules", "src/suivi/publish", "src/suivi/watch/indicators")


@dataclass(frozen=True)
class Measured:
    """One function: where it stands, its lines, its complexity."""

    where: str
    lines: int
    complexity: int


def measured(source: Source) -> list[Measured]:
    """Every function of `source`, in reading order of the tree."""
    return [
        Measured(
            where=f"{source.at(function.lineno)} {function.name}",
            lines=(function.end_lineno or function.lineno) - function.lineno + 1,
            complexity=complexity(function),
        )
        for function in functions(source.tree)
    ]


def complexity(function: ast.AST) -> int:
    """Independent paths through `function`."""
    branches = sum(isinstance(node, BRANCHES) for node in ast.walk(function))
    operators = sum(len(node.values) - 1 for node in ast.walk(function) if isinstance(node, ast.BoolOp))
    return 1 + branches + operators


def print_top(title: str, rows: list[Measured], size: Callable[[Measured], int]) -> None:
    """The largest of `rows` by `size`, largest first."""
    print(f"\n{title}")
    for row in sorted(rows, key=size, reverse=True)[:SHOWN]:
        print(f"  {size(row):5}  {row.where}")


def kinds() -> int:
    """How many kinds of record there are."""
    from suivi.record.kinds import KINDS

    return len(KINDS)


def files_of_last_addition(folder: str) -> str:
    """The last commit that added a file to `folder`, and how many files of the product it touched."""
    commit = _git("log", "-1", "--diff-filter=A", "--format=%h", "--", f"{folder}/*.py")
    if not commit:
        return "nothing committed yet"
    touched = _git("show", "--name-only", "--format=", commit, "--", "src").splitlines()
    return f"{len(touched)} files in {commit}"


def _git(*arguments: str) -> str:
    answer = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return answer.stdout.strip()


def main() -> None:
    """Print the sizes."""
    rows = [row for source in sources() for row in measured(source)]
    files = [
        Measured(source.at(1), len(source.path.read_text(encoding="utf-8").splitlines()), 0) for source in sources()
    ]
    print_top("Longest functions (lines)", rows, lambda row: row.lines)
    print_top("Most complex functions (paths)", rows, lambda row: row.complexity)
    print_top("Longest files (lines)", files, lambda row: row.lines)
    lengths = [row.lines for row in rows]
    print(f"\n{len(rows)} functions, median {statistics.median(lengths):.0f} lines,", end=" ")
    print(
        f"90th percentile {statistics.quantiles(lengths, n=10)[-1]:.0f}; {len(files)} files; {kinds()} kinds of record."
    )
    for folder in GROWING:
        if (ROOT / folder).is_dir():
            print(f"Last addition to {folder}: {files_of_last_addition(folder)}.")


if __name__ == "__main__":
    main()
