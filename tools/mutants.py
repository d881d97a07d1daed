"""Change the product in one place after the other, and say which changes no test notices (exchange format, G10).

    python -m tools.mutants [--jobs N] [--seconds N] [--least PER_CENT] [ROOM/FILE.py …]

- A mutant is one change of one expression or statement inside a function: a comparison, a connective, a sum, a number,
  a code, a condition turned round, a statement left out. Sentences for people (with a space in them) stay, and so does
  what only describes a fault (`got`, `expected`, `at`).
- Tests are played once with nothing changed, to learn which lines each of them reaches and how long it takes. Each
  mutant then lives in a fork of that process, and meets the tests that reach its line, the quickest first, as many as
  take ten seconds.
- A mutant no test notices survives. Those that change nothing anybody could see are listed with the reason in
  `equivalent_mutants.txt`, and are not counted. The command ends with 3 if too many others survive.
"""

import argparse
import ast
import functools
import gc
import os
import resource
import sys
import time
import types
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "suivi"
JUDGED = ("log/*.py", "exchange/*.py", "record/marking.py")
TESTS = ("tests/log", "tests/record", "tests/exchange", "tests/independent")
TOO_LONG = (
    "test_fuzz.py",
    "test_simulation.py",
    "test_many_bundles.py",
    "test_dishonest_server.py",
    "test_conformance.py",
)
DESCRIBE = {"got", "expected", "at"}
GRACE, PATIENCE = 3, 10
MEMORY = 2 << 30

OTHER: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE,),
    ast.LtE: (ast.Lt,),
    ast.Gt: (ast.GtE,),
    ast.GtE: (ast.Gt,),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitAnd,),
}


@dataclass(frozen=True)
class Mutant:
    """One change: where it stands, what the statement said and says now, and the code that says it."""

    file: str
    line: int
    function: str
    was: str
    now: str
    code: types.CodeType

    @property
    def name(self) -> str:
        """What `equivalent_mutants.txt` knows it by: lines may move."""
        return f"{self.file} {self.function}: {self.was} → {self.now}"


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What could stand in the place of this node."""
    match node:
        case ast.Compare(left=left, ops=[first, *rest], comparators=others):
            for other in OTHER.get(type(first), ()):
                yield ast.Compare(left, [other(), *rest], others)
        case ast.BoolOp(op=op, values=values):
            for other in OTHER[type(op)]:
                yield ast.BoolOp(other(), values)
        case ast.BinOp(left=left, op=op, right=right):
            for other in OTHER.get(type(op), ()):
                yield ast.BinOp(left, other(), right)
        case ast.AugAssign(target=target, op=op, value=value):
            for other in OTHER.get(type(op), ()):
                yield ast.AugAssign(target, other(), value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.If(test=test, body=body, orelse=orelse) if not isinstance(test, ast.UnaryOp):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test=test, body=body, orelse=orelse) if not isinstance(test, ast.UnaryOp):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if value and " " not in value:
            yield ast.Constant(value + "x")
        case ast.Constant(value=bytes(value)) if value:
            yield ast.Constant(value + b"x")
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()


def inside(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node below this one with its parent, field and place; neither annotations nor words for people."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_comment", "defaults", "kw_defaults"):
            continue
        for place, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(child, ast.AST) or _describes(node, child):
                continue
            yield node, field, place, child
            yield from inside(child)


def _describes(parent: ast.AST, child: ast.AST) -> bool:
    documents = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
    return documents or isinstance(parent, ast.JoinedStr) or (isinstance(child, ast.keyword) and child.arg in DESCRIBE)


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file, in the order of its lines."""
    tree = ast.parse(path.read_text("utf-8"))
    for name, function in functions(tree):
        statement: ast.stmt = function
        for parent, field, place, child in inside(function):
            if isinstance(child, ast.stmt):
                statement = child
            for other in changes(child):
                ast.copy_location(other, child)
                was = first_line(statement)
                _put(parent, field, place, ast.fix_missing_locations(other))
                now = first_line(other if child is statement else statement)
                place_of = (name, _line(function))
                codes = codes_of(compile(tree, str(path), "exec"))
                code = next(one for one in codes if (one.co_qualname, one.co_firstlineno) == place_of)
                _put(parent, field, place, child)
                yield Mutant(
                    str(path.relative_to(SOURCE)), getattr(child, "lineno", statement.lineno), name, was, now, code
                )


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions of a module and of its classes, with their qualified names; not those inside functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield within + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{within}{node.name}.")


def first_line(node: ast.AST) -> str:
    """A statement, without the statements inside it."""
    return ast.unparse(node).splitlines()[0]


def _line(function: ast.FunctionDef) -> int:
    return min([function.lineno, *(one.lineno for one in function.decorator_list)])


def _put(parent: ast.AST, field: str, place: int | None, child: ast.AST) -> None:
    if place is None:
        setattr(parent, field, child)
    else:
        getattr(parent, field)[place] = child


def codes_of(code: types.CodeType) -> Iterator[types.CodeType]:
    """This code and all that is inside it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, types.CodeType):
            yield from codes_of(one)


class Judging:
    """The plugin that plays the tests: once as they are, then against each mutant."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.asked = asked
        self.files = sorted({path for pattern in asked.files or JUDGED for path in SOURCE.glob(pattern)})
        self.reached: dict[pytest.Item, set[tuple[str, int]]] = {}
        self.took: dict[pytest.Item, float] = {}
        self.ended: dict[str, list[Mutant]] = {"killed": [], "out of time": [], "survived": [], "never reached": []}
        self.running: dict[int, Mutant] = {}

    def pytest_collection(self) -> None:
        """What generates its cases does so in the same way each time, and does not look for the smallest that fails."""
        from hypothesis import Phase, settings  # not before pytest, which rewrites it

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutants", parent=settings(), derandomize=True, phases=phases, database=None)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Play the tests, then the mutants; what pytest would do instead."""
        self.learn(session.items)
        self.living = Living({str(path) for path in self.files})
        gc.disable()  # a collection would touch, and so copy, every page a fork shares
        gc.freeze()
        until = time.monotonic() + self.asked.seconds
        for mutant in [mutant for file in self.files for mutant in mutants(file)]:
            if time.monotonic() > until:
                print("Time is up: the rest was not played.")
                break
            self.judge(mutant)
        while self.running:
            self.wait()
        return True

    def learn(self, items: list[pytest.Item]) -> None:
        """Play every test once, and keep which lines it reached; one that fails or is skipped judges nothing."""
        names = {str(path) for path in self.files}
        for item, following in zip(items, [*items[1:], None], strict=True):
            lines = self.reached[item] = set()

            def reach(frame: types.FrameType, event: str, _: Any, lines: set[tuple[str, int]] = lines) -> Any:
                if frame.f_code.co_filename not in names:
                    return None
                if event == "line":
                    lines.add((frame.f_code.co_filename, frame.f_lineno))
                return reach

            began = time.process_time()
            sys.settrace(reach)
            reports = runtestprotocol(item, nextitem=following, log=False)
            sys.settrace(None)
            self.took[item] = time.process_time() - began
            if not all(report.passed for report in reports):
                print(f"{item.nodeid} does not pass with nothing changed, and judges nothing")
                lines.clear()
        print(f"{len(items)} tests in {sum(self.took.values()):.0f} s", flush=True)

    def judge(self, mutant: Mutant) -> None:
        """Let the mutant meet the tests that reach it, beside those under way."""
        place = (str(SOURCE / mutant.file), mutant.line)
        quickest = sorted((item for item, lines in self.reached.items() if place in lines), key=self.took.__getitem__)
        in_all = accumulate(map(self.took.__getitem__, quickest))
        judges = [
            item for item, seconds in zip(quickest, in_all, strict=True) if seconds < PATIENCE or item is quickest[0]
        ]
        if not judges:
            self.ended["never reached"].append(mutant)
            print(f"never reached, line {mutant.line}: {mutant.name}", flush=True)
            return
        while len(self.running) >= self.asked.jobs:
            self.wait()
        if pid := os.fork():
            self.running[pid] = mutant
            return
        os._exit(self.noticed(mutant, judges))

    def noticed(self, mutant: Mutant, judges: list[pytest.Item]) -> int:
        """In a process of its own: 1 if a test fails, 0 if none does."""
        for number in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        patience = int(GRACE + 10 * sum(self.took[item] for item in judges))  # seconds of processor
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
        try:
            self.living.become(mutant)
            for item, following in zip(judges, [*judges[1:], None], strict=True):
                if not all(report.passed for report in runtestprotocol(item, nextitem=following, log=False)):
                    return 1
        except BaseException:  # noqa: BLE001  # what breaks pytest itself has been noticed
            return 1
        return 0

    def wait(self) -> None:
        """One of the mutants under way has ended."""
        pid, status = os.wait()
        code, mutant = os.waitstatus_to_exitcode(status), self.running.pop(pid)
        ended = "survived" if code == 0 else "killed" if code == 1 else "out of time"
        self.ended[ended].append(mutant)
        if ended != "killed":
            print(f"{ended}, line {mutant.line}: {mutant.name}", flush=True)


class Living:
    """The functions of the product as they are in memory, and what remembers their answers."""

    def __init__(self, files: set[str]) -> None:
        self.functions: dict[tuple[str, str], list[types.FunctionType]] = {}
        self.remembering = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
        for one in gc.get_objects():
            if isinstance(one, types.FunctionType) and one.__code__.co_filename in files:
                self.functions.setdefault((one.__code__.co_filename, one.__code__.co_qualname), []).append(one)

    def become(self, mutant: Mutant) -> None:
        """Put the mutant's code in the place of the function's, for whoever holds it; forget what was remembered."""
        for function in self.functions[mutant.code.co_filename, mutant.code.co_qualname]:
            function.__code__ = mutant.code
        for one in self.remembering:
            one.cache_clear()


def told(judging: Judging, least: int) -> int:
    """Print who survived and the score; the exit code."""
    listed = (ROOT / "tools" / "equivalent_mutants.txt").read_text("utf-8").splitlines()
    equivalent = {line.partition("  # ")[0] for line in listed if line}
    lasting = judging.ended["survived"] + judging.ended["never reached"]
    excused = [mutant for mutant in lasting if mutant.name in equivalent]
    by_file = {str(path.relative_to(SOURCE)): [0, 0] for path in judging.files}
    for ended, those in judging.ended.items():
        for mutant in those:
            if mutant not in excused:
                by_file[mutant.file][0] += ended in ("killed", "out of time")
                by_file[mutant.file][1] += 1
    for name, (killed, played) in by_file.items():
        if played:
            print(f"{name}: {killed} of {played}, {100 * killed / played:.1f} %")
    killed, played = (sum(one[place] for one in by_file.values()) for place in (0, 1))
    counted = {ended: len(those) for ended, those in judging.ended.items()}
    print(
        f"{played} mutants, {killed} noticed: {100 * killed / max(played, 1):.1f} %; {counted}, {len(excused)} equivalent"
    )
    return 0 if played and 100 * killed >= least * played else 3


def main() -> int:
    """Play the mutants; 0 if enough of them were noticed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument(
        "files", nargs="*", help="patterns under src/suivi (default: what the exchange format names)"
    )
    arguments.add_argument("--tests", nargs="*", default=TESTS)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--seconds", type=int, default=10**6)
    arguments.add_argument("--least", type=int, default=90)
    asked = arguments.parse_args()
    judging = Judging(asked)
    left_out = [f"--ignore-glob=*/{name}" for name in TOO_LONG]
    options = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--capture=no", *left_out]
    if pytest.main([*options, *asked.tests], plugins=[judging]) not in (0, 5):
        sys.exit("the tests could not be played")
    return told(judging, asked.least)


if __name__ == "__main__":
    sys.exit(main())
