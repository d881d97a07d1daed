"""Headers and lines: closed schema, grammars, places and commitments (faults H01 to H03, H11 to H15, J10)."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import CAP_CONTENT, CAP_HEADER, CAP_LINE, canonical
from suivi.log.fault import Fault
from suivi.log.header import Header, Reference, read_header, read_line, write_line
from suivi.log.tree import leaf_hash

CONTENT = canonical({"salt": "0" * 32})
HEADER = Header(
    log="suivi/can/kor-can",
    seq=3,
    id="a" * 32,
    type="report.filed",
    subject="plan-2024#P1.I3",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    size=len(CONTENT),
    marking={"tlp": "AMBER"},
    seen={"suivi/kor/kor-can": 2},
    manifest=1,
    at="2026-02-25T09:00:00Z",
)
REFERENCE = Reference("suivi/kor/kor-can.2", 0, "b" * 64)
FULL = replace(HEADER, supersedes=REFERENCE, target=REFERENCE)

hex_digits = st.text("0123456789abcdef", min_size=64, max_size=64)
origins = st.from_regex(r"suivi/[a-z][a-z0-9]{1,15}/[a-z][a-z0-9-]{1,31}", fullmatch=True)
counts = st.integers(0, 2**53 - 1)
references = st.none() | st.builds(Reference, origins, counts, hex_digits)
headers = st.builds(
    Header,
    log=origins,
    seq=counts,
    id=hex_digits.map(lambda digits: digits[:32]),
    type=st.from_regex(r"[a-z]{1,12}\.[a-z-]{1,12}", fullmatch=True),
    subject=st.from_regex(r"[a-z][a-z0-9-]{1,31}(#[A-Za-z0-9.-]{1,64})?", fullmatch=True),
    sha256=hex_digits,
    size=counts,
    marking=st.dictionaries(st.text("tlpr", max_size=4), st.text("AMBER", max_size=5), max_size=2),
    seen=st.dictionaries(origins, counts, max_size=3),
    manifest=st.integers(1, 256),
    at=st.datetimes().map(lambda at: at.strftime("%Y").zfill(4) + at.strftime("-%m-%dT%H:%M:%SZ"))
    | st.dates().map(lambda day: day.isoformat()),
    supersedes=references,
    target=references,
)


def changed(**fields):
    return canonical({**FULL.value(), **fields})


def without(name):
    return canonical({key: value for key, value in FULL.value().items() if key != name})


@given(headers)
def test_a_header_that_was_written_is_read_back(header):
    assert read_header(header.octets()) == header
    assert header.leaf() == leaf_hash(header.octets())


def test_a_header_without_references_does_not_mention_them():
    assert b"target" not in HEADER.octets()
    assert b"supersedes" not in HEADER.octets()


@pytest.mark.parametrize("version", [2, 0, "1", True, [1]])
def test_a_header_of_another_version_is_named_as_such_whatever_else_it_holds(version, refused_as):
    with refused_as("record.version"):
        read_header(canonical({"v": version, "fields": "of a later version"}))


@pytest.mark.parametrize("name", ["v", "log", "seq", "id", "type", "subject", "content", "marking", "seen", "at"])
def test_a_field_left_out_or_null_is_missing(name, refused_as):
    with refused_as("record.missing-field"):
        read_header(without(name))
    with refused_as("record.missing-field"):
        read_header(changed(**{name: None}))


@pytest.mark.parametrize("name", ["supersedes", "target"])
def test_an_optional_reference_may_be_absent_but_not_null(name, refused_as):
    read_header(without(name))
    with refused_as("record.missing-field"):
        read_header(changed(**{name: None}))


@pytest.mark.parametrize(
    "fields",
    [
        {"prev": "0" * 64},
        {"content": {**FULL.value()["content"], "name": "x"}},
        {"target": {**REFERENCE.value(), "id": "x"}},
    ],
)
def test_a_field_nobody_knows_is_refused(fields, refused_as):
    with refused_as("record.unknown-field"):
        read_header(changed(**fields))


CONTENT_FIELDS = FULL.value()["content"]
OUTSIDE = [
    {"log": "suivi/CAN/kor-can"},
    {"log": "suivi/can/kor-can.1"},
    {"log": "suivi/can/kor-can\n"},
    {"log": 3},
    {"seq": -1},
    {"seq": "0"},
    {"seq": True},
    {"id": "A" * 32},
    {"id": "a" * 31},
    {"type": ""},
    {"type": "report filed"},
    {"type": 1},
    {"subject": "Plan"},
    {"subject": "plan#"},
    {"subject": "plan#" + "x" * 65},
    {"content": "0" * 64},
    {"content": {**CONTENT_FIELDS, "sha256": "0" * 63}},
    {"content": {**CONTENT_FIELDS, "size": -1}},
    {"content": {**CONTENT_FIELDS, "media": "text/html"}},
    {"marking": "AMBER"},
    {"marking": []},
    {"seen": []},
    {"seen": {"kor": 1}},
    {"seen": {"suivi/kor/kor-can": -1}},
    {"seen": {"suivi/kor/kor-can": True}},
    {"manifest": 0},
    {"at": "2026-02-30T09:00:00Z"},
    {"at": "2026-02-30"},
    {"at": "2026-02-25T24:00:00Z"},
    {"at": "2016-12-31T23:59:60Z"},
    {"at": "2026-02-25T09:00:00+00:00"},
    {"at": "2026-02-25T09:00:00.5Z"},
    {"at": "2026-W09-3"},
    {"at": "0000-01-01"},
    {"at": "２026-01-01"},
    {"at": 1_771_000_000},
    {"target": "suivi/kor/kor-can"},
    {"target": {**REFERENCE.value(), "leaf": "b" * 63}},
    {"target": {**REFERENCE.value(), "seq": 1 - 2}},
    {"supersedes": {**REFERENCE.value(), "log": "kor"}},
]


@pytest.mark.parametrize("fields", OUTSIDE, ids=str)
def test_a_value_outside_its_grammar_is_refused(fields, refused_as):
    with refused_as("record.value"):
        read_header(changed(**fields))


def test_a_header_is_an_object(refused_as):
    with refused_as("record.value"):
        read_header(b"[]")


def test_where_the_charter_says_so_a_day_is_enough():
    assert read_header(changed(at="2024-02-29")).at == "2024-02-29"


def test_a_header_of_4097_bytes_is_refused(refused_as):
    with refused_as("size.header"):
        read_header(b" " * (CAP_HEADER + 1))


def test_a_header_of_exactly_the_most_bytes_is_not_too_long(refused_as):
    with refused_as("json.syntax"):
        read_header(b" " * CAP_HEADER)


def test_a_header_in_another_spelling_is_refused(refused_as):
    with refused_as("json.not-canonical"):
        read_header(json.dumps(FULL.value()).encode())


@given(headers, st.none() | st.dictionaries(st.text("abé한😀", max_size=4), st.text('x[{\\"é한😀', max_size=8)))
def test_a_line_that_was_written_is_read_back(header, value):
    content = None if value is None else canonical(value)
    if content is not None:
        header = replace(header, sha256=hashlib.sha256(content).hexdigest(), size=len(content))

    line = read_line(write_line(header.octets(), content).removesuffix(b"\n"))

    assert (line.log, line.seq, line.header, line.content) == (header.log, header.seq, header.octets(), content)
    assert line.leaf() == header.leaf()


def line_of(header=HEADER, content=CONTENT):
    octets = header if isinstance(header, bytes) else header.octets()
    return write_line(octets, content).removesuffix(b"\n")


def test_content_of_another_size_or_of_other_bytes_is_refused(refused_as):
    with refused_as("content.size"):
        read_line(line_of(content=canonical({"salt": "0" * 31})))
    with refused_as("content.hash"):
        read_line(line_of(content=canonical({"salt": "1" * 32})))


def test_content_that_is_absent_is_not_compared():
    assert read_line(line_of(content=None)).content is None


@pytest.mark.parametrize(
    "content", [None, 3, [], {}, {"sha256": 3, "size": 3}, {"sha256": "0", "size": "3"}, {"sha256": "0", "size": True}]
)
def test_a_header_that_commits_to_nothing_is_left_to_the_check_of_headers(content):
    header = changed(content=content)

    assert read_line(line_of(header)).header == header


def test_content_that_is_no_object_is_left_to_the_check_of_records():
    header = replace(HEADER, sha256=hashlib.sha256(b"[]").hexdigest(), size=2)

    assert read_line(line_of(header, b"[]")).content == b"[]"


@pytest.mark.parametrize("log", [None, 3, ["suivi/can/kor-can"]])
def test_a_line_that_names_no_log_stands_in_no_log(log, refused_as):
    with refused_as("log.wrong-origin"):
        read_line(line_of(changed(log=log)))
    with refused_as("log.wrong-origin"):
        read_line(line_of(without("log")))


@pytest.mark.parametrize("seq", [None, "3", True, [3]])
def test_a_line_that_names_no_position_stands_nowhere(seq, refused_as):
    with refused_as("log.sequence"):
        read_line(line_of(changed(seq=seq)))


def test_header_and_content_have_their_own_caps(refused_as):
    with refused_as("size.header"):
        read_line(line_of(changed(marking={"tlp": "A" * CAP_HEADER})))
    with refused_as("size.content"):
        read_line(line_of(content=canonical("x" * (CAP_CONTENT - 1))))
    with refused_as("size.line"):
        read_line(b"x" * (CAP_LINE + 1))


def test_content_of_the_largest_size_is_read():
    content = canonical("x" * (CAP_CONTENT - 2))
    header = replace(HEADER, sha256=hashlib.sha256(content).hexdigest(), size=CAP_CONTENT)

    assert read_line(line_of(header, content)).content == content


def test_a_header_is_at_most_six_deep_though_a_line_may_be_seventeen(refused_as):
    assert read_line(line_of(changed(marking={"a": [[[[]]]]}))).seq == 3
    with refused_as("json.depth"):
        read_line(line_of(changed(marking={"a": [[[[[]]]]]})))


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b'{"c":null}', "record.missing-field"),
        (b'{"h":{}}', "record.missing-field"),
        (b'{"c":null,"h":{},"x":1}', "record.unknown-field"),
        (b'{"c":null,"h":[]}', "record.value"),
        (b"[]", "record.value"),
        (b'{"h":{},"c":null}', "json.not-canonical"),
        (b"", "json.syntax"),
    ],
)
def test_a_line_of_another_shape_is_refused(octets, code, refused_as):
    with refused_as(code):
        read_line(octets)


@given(st.integers(0, len(line_of()) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_changes_the_leaf(place, difference):
    octets = bytearray(line_of())
    octets[place] ^= difference

    try:
        line = read_line(bytes(octets))
    except Fault:
        return
    assert line.leaf() != HEADER.leaf()
