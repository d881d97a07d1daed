"""An entry as the register takes it: a sound record, or the first thing that is wrong with it."""

import json
from pathlib import Path

import pytest

from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import read_line
from suivi.record.entry import read_entry
from suivi.record.kinds import KINDS, content_value
from tests.record.entries import entry_of
from tests.record.samples import RECORDS, REPORT, SALT

EXAMPLE = json.loads((Path(__file__).parents[1] / "vectors/own/example_log.json").read_text(encoding="utf-8"))
LINES = [
    (line, leaf)
    for log in EXAMPLE["logs"].values()
    for line, leaf in zip(log["lines"], log["leaf_hashes_hex"], strict=True)
]


def report(**changes):
    value = content_value(REPORT, salt=SALT) | changes
    return {name: field for name, field in value.items() if field is not ...}


def flaw_of(entry):
    assert entry.record is None
    return entry.flaw.code, entry.flaw.at


@pytest.mark.parametrize(("line", "leaf"), LINES)
def test_every_line_of_the_example_is_sound_and_written_back_byte_for_byte(line, leaf):
    octets = read_line(line.encode())
    entry = read_entry(octets.header, octets.content)

    assert entry.flaw is None
    assert entry.leaf.hex() == leaf
    assert canonical(content_value(entry.record, salt=entry.salt)) == octets.content
    assert entry.octets == len(octets.content)


def test_an_entry_knows_its_place_its_writer_and_its_record():
    entry = entry_of("report.filed", report())

    assert (entry.log, entry.seq, entry.party) == ("suivi/can/kor-2024", 7, "can")
    assert (entry.record, entry.salt, entry.flaw, entry.channel) == (REPORT, SALT, None, "")
    assert entry.header.type == "report.filed"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_at_home_in_a_home_log(kind):
    content = content_value(RECORDS[kind], salt=SALT, channel="kor-2024")
    entry = entry_of(kind, content, log="suivi/can/home", seen={})

    assert (entry.record, entry.channel, entry.flaw) == (RECORDS[kind], "kor-2024", None)


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.home_only])
def test_a_home_record_in_a_shared_log_is_unknown_there(kind):
    entry = entry_of(kind, content_value(RECORDS[kind], salt=SALT, channel="kor-2024"))

    assert flaw_of(entry) == ("record.unknown-kind", "type")


def test_another_version_of_the_header_is_named_h01():
    assert flaw_of(entry_of("report.filed", report(), v=2))[0] == "record.version"


def test_a_kind_never_heard_of_is_named_and_its_place_known_h01():
    entry = entry_of("plan.sung", {"salt": SALT})

    assert flaw_of(entry) == ("record.unknown-kind", "type")
    assert (entry.log, entry.seq, entry.header.type) == ("suivi/can/kor-2024", 7, "plan.sung")


@pytest.mark.parametrize(("field", "code"), [("mood", "record.unknown-field"), ("at", "record.missing-field")])
def test_a_header_that_breaks_its_schema_still_has_its_place_h02(field, code):
    entry = entry_of("report.filed", report(), **{field: 1 if field == "mood" else ...})

    assert flaw_of(entry)[0] == code
    assert (entry.log, entry.seq, entry.header) == ("suivi/can/kor-2024", 7, None)


def test_an_unknown_field_of_the_content_is_named_h02():
    assert flaw_of(entry_of("report.filed", report(mood="good"))) == ("record.unknown-field", "mood")


def test_the_name_of_an_unknown_field_is_shown_in_plain_characters():
    code, at = flaw_of(entry_of("report.filed", report(**{"mood\u202e": "good"})))

    assert code == "record.unknown-field"
    assert at == "'mood\\u202e'"


def test_a_missing_and_a_null_field_of_the_content_are_missing_h02():
    assert flaw_of(entry_of("report.filed", report(stage=...))) == ("record.missing-field", "stage")
    assert flaw_of(entry_of("report.filed", report(stage=None))) == ("record.missing-field", "stage")


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"on": "2025-02-30"}, "on"),
        ({"on": "2025-02"}, "on"),
        ({"on": "20250204"}, "on"),
        ({"until": "2025-03-03"}, "until"),
        ({"stage": "finished"}, "stage"),
        ({"provision": "P1 I1"}, "provision"),
        ({"account": {}}, "account"),
        ({"account": "done"}, "account"),
        ({"account": {"fr": " \u00a0\n"}}, "account.fr"),
        ({"account": {"fr": 7}}, "account.fr"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_value_outside_its_grammar_is_named_where_it_stands_h03(changes, at):
    assert flaw_of(entry_of("report.filed", report(**changes))) == ("record.value", at)


def test_a_language_nobody_can_name_is_an_unknown_field():
    assert flaw_of(entry_of("report.filed", report(account={"french": "Fait."}))) == (
        "record.unknown-field",
        "account.french",
    )


@pytest.mark.parametrize("salt", ["ab" * 15, ...])
def test_a_short_or_missing_salt_is_named_h05(salt):
    assert flaw_of(entry_of("report.filed", report(salt=salt))) == ("record.salt", "salt")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("e\u0301te\u0301", "text.nfc"),
        ("\u1112\u1161\u11ab", "text.nfc"),
        ("agreed\u202etext", "text.forbidden"),
        ("filler\u3164", "text.forbidden"),
        ("a\tb", "text.control"),
        ("a\rb", "text.control"),
        ("a\0b", "text.control"),
        ("\U0001fae8", "text.unassigned"),
    ],
)
def test_unsound_text_is_named_j11_j12_j13(text, code):
    assert flaw_of(entry_of("report.filed", report(account={"fr": text}))) == (code, "account.fr")
    assert flaw_of(entry_of("report.filed", report(reason=text))) == (code, "reason")


@pytest.mark.parametrize("marking", [{"tlp": "amber"}, {"tlp": "AMBER", "labels": [{"policy": "xx"}]}, {}])
def test_an_unknown_marking_is_named_m02(marking):
    assert flaw_of(entry_of("report.filed", report(), marking=marking))[0] == "marking.unknown"


def test_a_marking_above_every_default_is_left_to_the_ceiling_of_the_channel_m01():
    assert entry_of("report.filed", report(), marking={"tlp": "RED"}).flaw is None


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.needs])
def test_a_word_about_an_entry_names_that_entry(kind):
    needed = KINDS[kind].needs
    entry = entry_of(kind, content_value(RECORDS[kind], salt=SALT), **{needed: ...})

    assert flaw_of(entry) == ("record.missing-field", needed)


def test_absent_content_is_no_flaw_of_its_own():
    entry = entry_of("report.filed", report(), dropped=True)

    assert (entry.record, entry.flaw, entry.salt, entry.octets) == (None, None, "", 0)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("report.filed", {"marking": {"tlp": "amber"}}),
        ("plan.sung", {}),
        ("report.filed", {"v": 2}),
        ("joint.concurred", {"target": ...}),
    ],
)
def test_a_flaw_the_header_shows_is_the_same_where_the_content_was_dropped(kind, fields):
    # Otherwise the two capitals would give two reasons for setting one entry aside.
    unsound = report(stage="finished")

    assert flaw_of(entry_of(kind, unsound, **fields)) == flaw_of(entry_of(kind, unsound, dropped=True, **fields))


def test_a_leaf_is_that_of_the_octets_even_of_a_broken_header():
    assert len(entry_of("report.filed", report(), mood=1).leaf) == 32
    assert entry_of("report.filed", report()).leaf != entry_of("report.filed", report(), seq=8).leaf


@pytest.mark.parametrize("header", [b"[]", b'{"log":7,"seq":0}', b'{"log":"suivi/can/kor-2024"}'])
def test_a_header_without_a_place_is_no_entry(header):
    with pytest.raises(Fault) as caught:
        read_entry(header, None)

    assert caught.value.code == "record.value"
