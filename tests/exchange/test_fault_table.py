"""Every row of the fault table, played by every medium it names; and the table held against the tests."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from suivi.desk.entries import OwnLogUnsound
from suivi.desk.keys import KeyNotUsable
from suivi.exchange.faults import FAULTS
from tests.exchange.faults import bytes_rows, conduct_rows, keys_rows, online, tree_rows, words_rows
from tests.exchange.faults.play import PLAYED, WAYS, play
from tests.exchange.faults.table import Row, rows

TESTS = Path(__file__).parents[1]
STATES = {"SAME", "ASIDE", "WAIT", "NOOP", "FLAG", "STALE", "UNACK", "SUSP", "STOP", "DESK", "OK"}
MEDIA = {"online", "file", "own", "evidence"}

OWN = {OwnLogUnsound.code, KeyNotUsable.code}
"""Errors of our own node that are refusals of the desk, with words of their own."""

MODULES = (bytes_rows, keys_rows, tree_rows, words_rows, conduct_rows, online)
"""Each puts its rows, or its medium, on the list by being imported."""


def played() -> Iterator[object]:
    for code, row in rows().items():
        for medium in row.media:
            if code in PLAYED and medium in WAYS:
                yield pytest.param(code, medium, id=f"{code}-{medium}")


@pytest.mark.parametrize(("code", "medium"), list(played()))
def test_a_row_of_the_table_ends_as_the_table_says(code: str, medium: str) -> None:
    row, found, expected, codes = rows()[code], [], [], set()
    for attempt in PLAYED[code]():  # one after the other: what an attempt is made of may change once it was played
        codes |= {attempt.code} - {""}
        if medium in attempt.ways:
            found.append(play(row, attempt, WAYS[medium]))
            expected.append(attempt.code)

    assert found == expected
    assert found
    assert codes == set(row.errors)


@cache
def named_by_functions() -> dict[str, list[str]]:
    """Rows by the test functions that bear their code: `test_o01_…`, `test_f09_f10_…`, `test_j11_to_j13_…`."""
    found: dict[str, list[str]] = {}
    for file in sorted(TESTS.rglob("test_*.py")):
        text = file.read_text("utf-8")
        nodes = ast.walk(ast.parse(text)) if re.search(r"def test_[a-z]\d\d_", text) else ()
        for node in nodes:
            if isinstance(node, ast.FunctionDef):
                for code in codes_in(node.name):
                    found.setdefault(code, []).append(f"{file.relative_to(TESTS)}::{node.name}")
    return found


def codes_in(name: str) -> list[str]:
    begins = re.match(r"test_((?:[a-z]\d\d_(?:and_|to_)?)+)", name)
    return [code.upper() for code in re.findall(r"[a-z]\d\d", begins[1])] if begins else []


def test_the_table_has_161_rows_of_known_states_media_and_errors() -> None:
    table = rows().values()

    assert len(table) == 161
    assert {state for row in table for state in row.states} <= STATES
    assert {medium for row in table for medium in row.media} <= MEDIA
    assert [row.code for row in table if not row.why and row.media != ("online", "file")] == []
    assert [row.code for row in table if row.why and row.media == ("online", "file")] == []


def is_played(code: str, row: Row) -> bool:
    """Whether a row has its test: by every medium on the list of rows, or in a function that bears its code."""
    by_list = bool(set(row.media) & WAYS.keys()) and code[0] not in "OF"
    return set(row.errors) <= FAULTS.keys() | OWN and code in (PLAYED if by_list else named_by_functions())


def test_every_row_has_a_test_by_every_medium_it_names() -> None:
    without = {code for code, row in rows().items() if not is_played(code, row)}

    assert without == set()


def test_no_test_names_a_row_that_the_table_does_not_have() -> None:
    assert {code for code in named_by_functions() if code not in rows()} == set()
    assert PLAYED.keys() <= rows().keys()


def test_every_error_of_the_table_has_words_for_an_officer() -> None:
    errors = {error for row in rows().values() for error in row.errors}

    assert errors - FAULTS.keys() - OWN == set()
