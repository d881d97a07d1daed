"""The gate: from a person to a thing there is one way, and it asks who the person is."""

import ast

from suivi.desk import access
from tools.rooms import sources

GATE = "suivi.desk.access"


def _gate():
    return [source for source in sources() if source.name == GATE or source.name.startswith(f"{GATE}.")]


def _doors():
    functions = [node for source in _gate() for node in source.tree.body if isinstance(node, ast.FunctionDef)]
    return [function for function in functions if function.name in access.__all__]


def test_nobody_opens_what_stands_behind_the_gate():
    outside = [source for source in sources() if source not in _gate()]
    imports = [node for source in outside for node in ast.walk(source.tree) if isinstance(node, ast.ImportFrom)]
    inside = [node.module for node in imports if (node.module or "").startswith(f"{GATE}.")]
    parts = {source.name.removeprefix(f"{GATE}.") for source in _gate()} - {GATE}
    named = [name.name for node in imports if node.module == GATE for name in node.names if name.name in parts]

    assert parts
    assert inside + named == []


def test_every_way_to_a_thing_asks_for_the_officer_first():
    officers = [function for function in _doors() if not function.name.startswith("public_")]

    assert officers
    assert [function.name for function in officers if not _asks_for_the_officer(function)] == []


def test_the_officer_is_never_optional():
    optional = [
        function.name
        for function in _doors()
        if len(function.args.defaults) == len(function.args.posonlyargs + function.args.args) > 0
    ]

    assert optional == []


def test_what_a_visitor_may_see_never_depends_on_an_officer():
    visitors = [function for function in _doors() if function.name.startswith("public_")]

    assert [function.name for function in visitors if _asks_for_the_officer(function)] == []


def test_templates_receive_values_not_querysets_to_follow():
    returned = [
        function.name for function in _doors() if function.returns and "QuerySet" in ast.unparse(function.returns)
    ]

    assert returned == []


def _asks_for_the_officer(function):
    positional = function.args.posonlyargs + function.args.args
    return bool(positional) and positional[0].arg == "officer" and "None" not in ast.unparse(positional[0].annotation)
