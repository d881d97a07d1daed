"""Migrations: each works in the database it is asked to move, and in no other."""

import ast
from pathlib import Path

import suivi.desk.migrations

FILES = sorted(Path(suivi.desk.migrations.__file__).parent.glob("0*.py"))


def _queries(tree):
    """Every `.objects` with what is asked of it first, in the order they stand."""
    asked = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    managers = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "objects")
    return [(node.lineno, asked.get(id(node))) for node in managers]


def test_every_query_of_a_migration_names_the_database_being_moved():
    # A backup moves an empty second database beside the one in use: a query that names none would read and write there.
    assert FILES
    queries = [(path.name, *query) for path in FILES for query in _queries(ast.parse(path.read_text(encoding="utf-8")))]

    assert queries
    assert [(name, line) for name, line, first in queries if first != "using"] == []
