"""Words beside the code: modules, names that another room uses, annotations, reasons for exceptions."""

import ast
import re

from tools.rooms import ROOT, functions, sources

SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no\s*cover)(?P<rest>[^#]*)(?P<reason>#.*)?")


def test_every_module_opens_with_a_sentence():
    silent = [source.at(1) for source in sources() if not ast.get_docstring(source.tree)]

    assert silent == []


def test_the_first_line_of_a_module_is_one_sentence_on_one_line():
    long = [
        source.at(1)
        for source in sources()
        if not (ast.get_docstring(source.tree) or "").partition("\n")[0].endswith((".", "?", "”"))
    ]

    assert long == []


def test_every_function_says_what_it_takes_and_gives():
    silent = [
        f"{source.at(function.lineno)} {function.name}"
        for source in sources()
        for function in functions(source.tree)
        if function.returns is None or _unannotated(function.args)
    ]

    assert silent == []


def _unannotated(arguments):
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    stars = [star for star in (arguments.vararg, arguments.kwarg) if star]
    return [
        argument for argument in (*named, *stars) if not argument.annotation and argument.arg not in ("self", "cls")
    ]


def test_every_name_that_another_room_imports_is_documented():
    trees = {source.name: source.tree for source in sources()}

    silent = {
        f"{module}.{name}"
        for source in sources()
        for module, name in _imported_from(source.tree)
        if module in trees and module.split(".")[1:2] != [source.room]
        if (owner := _definition(trees, module, name)) is not None and not ast.get_docstring(owner)
    }

    assert silent == set()


def _imported_from(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.module, alias.name) for alias in node.names)


def _definition(trees, module, name):
    """The class or function of that name, followed through a package that only passes it on."""
    for node in trees[module].body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            return node
        if isinstance(node, ast.ImportFrom) and node.module in trees and node.module != module:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return _definition(trees, node.module, alias.name)
    return None


def test_whatever_silences_a_check_says_why(tracked):
    silent = [
        f"{path}:{number}"
        for path in tracked
        if path.suffix == ".py" and path.name != "test_docstrings.py"
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), start=1)
        if (match := SUPPRESSION.search(line)) and not _reason(match)
    ]

    assert silent == []


def _reason(match):
    """Words after the codes, on the same line."""
    return match["reason"] or re.search(r"(?:\]|\b[A-Z]+\d+)\s+[-–—(\w]", match["rest"])
