"""The rooms of the house as its tools and its own tests see them: files, syntax trees, living modules.

- `FLOORS` repeats the layers contract, roof last; a room without code yet may stand in it.
- Syntax trees are read from the files; nothing is imported unless `living` is asked.
"""

import ast
import importlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "src" / "suivi"
FLOORS: Final = (
    ("plan", "log"),
    ("record",),
    ("modes",),
    ("reader",),
    ("register",),
    ("exchange", "watch"),
    ("review",),
    ("publish",),
    ("desk",),
    ("web", "api"),
    ("cli",),
    ("settings",),
)
ROOMS: Final = frozenset(room for floor in FLOORS for room in floor)
BELOW_THE_DESK: Final = frozenset(room for floor in FLOORS[:8] for room in floor)


@dataclass(frozen=True)
class Source:
    """One Python file of the package: its dotted `name`, its `path`, its syntax `tree`."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room the file stands in; empty for the package's own `__init__`."""
        return self.name.partition(".")[2].partition(".")[0]

    def at(self, line: int) -> str:
        """`src/suivi/…:line`, for a message."""
        return f"{self.path.relative_to(ROOT)}:{line}"


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the package, by name."""
    return tuple(sorted(map(_source, PACKAGE.rglob("*.py")), key=lambda source: source.name))


def sources_below_the_desk() -> tuple[Source, ...]:
    """The files of the rooms that know no Django, chance, disk, wire or clock."""
    return tuple(source for source in sources() if source.room in BELOW_THE_DESK)


def _source(path: Path) -> Source:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Source(name=name, path=path, tree=ast.parse(path.read_text(encoding="utf-8"), str(path)))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function in `tree`, methods and inner ones included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@cache
def living() -> tuple[ModuleType, ...]:
    """Every module of the package, imported, with Django set up for those that need it."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")
    django.setup()
    return tuple(importlib.import_module(source.name) for source in sources() if not source.name.endswith("__main__"))
