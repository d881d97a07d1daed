"""Faults: a code that never changes, and facts that are safe to print."""

import pickle

import pytest

from suivi.log.fault import Fault, shown


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (Fault("json.float"), "json.float"),
        (Fault("json.float", got="1.0"), "json.float: got 1.0"),
        (Fault("tree.root", expected="ab", at="size 3"), "tree.root at size 3: expected ab"),
        (Fault("log.gap", at="x"), "log.gap at x"),
        (Fault("log.gap", got="3", expected="4", at="x"), "log.gap at x: got 3, expected 4"),
    ],
)
def test_a_fault_says_where_what_was_got_and_what_was_expected(fault, sentence):
    assert str(fault) == sentence


def test_a_fault_survives_the_way_between_two_processes():
    fault = pickle.loads(pickle.dumps(Fault("log.gap", got="3", expected="4", at="x")))

    assert (fault.code, fault.got, fault.expected, fault.at) == ("log.gap", "3", "4", "x")


def test_what_a_partner_wrote_is_shown_in_plain_letters_and_cut_short():
    assert shown("\u202e\x1b[2J") == "'\\u202e\\x1b[2J'"
    assert len(shown("x" * 100_000)) == 120
    assert shown("x" * 118) == "'" + "x" * 118 + "'"
    assert shown("x" * 119) == "'" + "x" * 116 + "..."
