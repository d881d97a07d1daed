"""The published example, from its bytes: the charter comes into effect when both nodes have sealed it."""

import json

import pytest

from suivi.log.canonical import canonical
from suivi.record.entry import read_entry
from suivi.register.fold import Fold
from tests.conftest import ROOT

EXAMPLE = json.loads((ROOT / "tests/vectors/own/example_log.json").read_text(encoding="utf-8"))


def entry(line):
    fields = json.loads(line)
    return read_entry(canonical(fields["h"]), canonical(fields["c"]))


@pytest.fixture
def logs():
    return {log["origin"]: [entry(line) for line in log["lines"]] for log in EXAMPLE["logs"].values()}


def test_the_charter_is_in_effect_at_the_latest_seal(logs):
    fold = Fold("demo", ("aa", "bb"))
    for log in logs.values():
        for one in log:
            fold.take(one)

    register = fold.register()

    (text,) = register.joint_texts.values()
    assert register.charter.codes == ("aa", "bb")
    assert text.in_effect_at == "2026-01-06T02:10:01Z"
    assert (register.set_aside, register.waiting, register.flags) == ((), (), ())


def test_the_sources_are_the_published_roots_without_the_last_receipt(logs):
    fold = Fold("demo", ("bb", "aa"))
    for log in logs.values():
        for one in log:
            fold.take(one)

    sources = fold.register().sources

    published = {log["origin"]: log["roots_hex_by_size"] for log in EXAMPLE["logs"].values()}
    assert {log: (source.size, source.root) for log, source in sources.items()} == {
        log: (3, roots[3]) for log, roots in published.items()
    }
