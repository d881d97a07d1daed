"""N3 and the list of exits: whatever is new has to be thought about before a test passes again."""

import ast
from pathlib import Path

import pytest

import suivi
from tests.leaks import classes, exits

SOURCE = Path(str(suivi.__file__)).parent


def test_every_column_of_every_table_is_classed() -> None:
    from django.apps import apps

    found = {
        model._meta.label: {field.name for field in model._meta.get_fields() if getattr(field, "concrete", False)}
        for model in apps.get_models()
    }

    assert {table: set(columns) for table, columns in classes.TABLES.items()} == found


def test_a_released_column_is_a_column_and_holds_nothing_of_the_home_log() -> None:
    columns = {f"{table}.{column}" for table, names in classes.TABLES.items() for column in names}

    assert classes.RELEASED.keys() <= columns
    assert [name for name in classes.RELEASED if "Home" in name or "Draft" in name or "Ticket" in name] == []
    assert classes.class_of("desk.Ticket.octets") == "internal"
    assert classes.class_of("desk.Entry.header") == "releasable:header"


def test_every_command_is_an_exit_or_stays_at_home() -> None:
    from suivi.cli.main import COMMANDS

    assert COMMANDS.keys() - exits.EXIT_COMMANDS - exits.AT_HOME == set()
    assert set() == exits.EXIT_COMMANDS & exits.AT_HOME
    assert COMMANDS.keys() >= exits.EXIT_COMMANDS


@pytest.mark.django_db
def test_every_page_asks_who_is_there_but_the_few_for_anybody() -> None:
    from django.test import Client

    from suivi.web.urls import urlpatterns

    named = {pattern.name for pattern in urlpatterns}
    assert named >= exits.FOR_ANYBODY
    values = {"slug": "sample-2024", "str": "P1.I1", "digest": "0" * 64, "path": "index.html", "int": "1"}
    for pattern in urlpatterns:
        path = "/" + str(pattern.pattern)
        for kind, value in values.items():
            while f"<{kind}:" in path:
                start = path.index(f"<{kind}:")
                path = path[:start] + value + path[path.index(">", start) + 1 :]
        if pattern.name not in exits.FOR_ANYBODY:
            answered = Client().get(path)
            assert (answered.status_code, answered.headers.get("Location", "").startswith("/sign-in")) in {
                (302, True),
                (405, False),
            }, path


def functions(file: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(file.read_text("utf-8"))))


def test_release_types_are_filled_field_by_field() -> None:
    """Nothing copies a whole object into a record, a header, a note or a bundle."""
    wholesale = {"asdict", "model_to_dict", "astuple", "vars", "__dict__"}
    rooms = [*SOURCE.glob("record/*.py"), *SOURCE.glob("log/*.py"), *SOURCE.glob("exchange/*.py")]
    rooms += [SOURCE / f"desk/{name}.py" for name in ("outbox", "released", "reviews", "proofs", "sites", "entries")]
    found = []
    for file in rooms:
        for node in functions(file):
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            if name in wholesale and not (name == "__dict__" and file.name == "faults.py"):
                found.append(f"{file.name}: {name}")
    assert found == []


def test_what_is_shown_to_a_partner_is_read_from_shared_and_public_logs_only() -> None:
    """The modules that write what leaves name no table of drafts, tickets, officers or the home log."""
    forbidden = {"HomeEntry", "HomeContent", "Draft", "Ticket", "drafts", "SavedView", "CalendarFeed"}
    for name in ("outbox", "courier", "partners", "proofs", "sites", "released", "reviews"):
        file = SOURCE / f"desk/{name}.py"
        names = {node.id for node in functions(file) if isinstance(node, ast.Name)}
        names |= {alias.name for node in functions(file) if isinstance(node, ast.ImportFrom) for alias in node.names}
        assert names & forbidden == set(), file.name


def test_documents_for_outside_are_built_without_a_database() -> None:
    for file in SOURCE.glob("publish/**/*.py"):
        modules = {node.module or "" for node in functions(file) if isinstance(node, ast.ImportFrom)}
        modules |= {alias.name for node in functions(file) if isinstance(node, ast.Import) for alias in node.names}
        assert not any(module.startswith(("django", "suivi.desk", "sqlite3")) for module in modules), file.name
