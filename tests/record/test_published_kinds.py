"""The published table of kinds says what the readers read: every kind, every field, and the words of every choice."""

import json
import re
from pathlib import Path

import pytest

from suivi.log.fault import Fault
from suivi.plan.version import Became
from suivi.record.channel import STALE_DAYS
from suivi.record.kinds import KINDS
from suivi.record.minutes import Outcome
from suivi.record.reports import Hindrance, Stage
from tests.record.samples import RECORDS

PAGE = (Path(__file__).parents[2] / "docs" / "exchange-format.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## 12. Kinds of record\n")[2].partition("\n## ")[0]
NAMED = {name for quoted in re.findall(r"`([^`]+)`", SECTION) for name in (quoted, *re.findall(r"[a-z0-9_]+", quoted))}
WRITTEN = {name: kind for name, kind in KINDS.items() if not kind.home_only}


def published():
    """By kind: the fields always there, those perhaps there, and the reference the header must have."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in SECTION.splitlines() if "|" in line]
    names = {row[0].strip("`"): row[1:] for row in cells if len(row) == 4 and re.fullmatch(r"`[a-z.-]+`", row[0])}
    return {name: [set(re.findall(r"`([a-z_]+)`", cell)) for cell in row] for name, row in names.items()}


def asked_for(kind, fields):
    """The code and place of what the reader of `kind` first finds wrong with these fields."""
    try:
        kind.read(fields, "")
    except Fault as fault:
        return fault.code, fault.at
    return "", ""


def required(kind):
    """The fields its reader asks for, found by giving it one after the other."""
    given = {}
    while (found := asked_for(kind, given))[0] == "record.missing-field" and found[1] not in given:
        given[found[1]] = "x"
    return set(given)


def test_every_kind_of_a_shared_log_is_published_and_no_other():
    assert published().keys() == WRITTEN.keys()


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_fields_of_a_kind_are_those_its_reader_takes(name):
    always, perhaps, references = published()[name]
    kind = WRITTEN[name]

    assert required(kind) == always
    for field in perhaps:
        assert asked_for(kind, dict.fromkeys([*always, field], "x"))[0] != "record.unknown-field"
    assert asked_for(kind, dict.fromkeys([*always, "surely-not"], "x"))[0] == "record.unknown-field"
    assert always <= RECORDS[name].value().keys() <= always | perhaps
    assert references == ({kind.needs} if kind.needs else set())


def keys_of(value):
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys_of(each)}
    return {key for each in value for key in keys_of(each)} if isinstance(value, list) else set()


def test_every_field_inside_a_field_is_named_in_the_section():
    fields = {key for name in WRITTEN for key in keys_of(json.loads(json.dumps(RECORDS[name].value())))}
    free = {"en", "fr", "ko", "can", "kor", "date", "participants", "suivi/can/pact", "tlp"}

    assert fields - free - NAMED == set()


def test_every_word_of_a_choice_is_named_in_the_section():
    chosen = [*Stage, *Hindrance, *Outcome, *Became, *STALE_DAYS]

    assert {str(word) for word in chosen if f"`{word}`" not in SECTION and str(word) not in NAMED} == set()
