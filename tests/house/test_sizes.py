"""What `make check` prints and never fails on."""

import ast

import pytest

from tools.sizes import complexity


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("return 1", 1),
        ("return 1 if here else 2", 2),
        ("return [day for day in days if day and here]", 3),
        ("for day in days:\n  if day: return day", 3),
        ("try: act()\nexcept Refusal: return", 2),
    ],
)
def test_the_complexity_of_a_function_is_its_independent_paths(body, paths):
    function = ast.parse("def act():\n" + "\n".join(" " + line for line in body.splitlines())).body[0]

    assert complexity(function) == paths
