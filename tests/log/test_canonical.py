"""Strict JSON and canonical bytes: public vectors, the named faults J01 to J10, and what generated values show."""

import hashlib
import json
import struct
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import (
    CAP_LINE,
    DEPTH_LINE,
    LARGEST_INTEGER,
    canonical,
    check_depth,
    has_astral,
    octets_of,
    read_canonical,
    read_json,
)
from suivi.log.fault import Fault

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
DOCUMENTS = sorted((VECTORS / "rfc8785/input").glob("*.json"))
SUITE = sorted(VECTORS.glob("jsontestsuite/test_*/*.json"))
EXPECTED = json.loads((VECTORS / "own/json_expected.json").read_bytes())["expected"]
NUMBERS = json.loads((VECTORS / "rfc8785/numbers.json").read_bytes())

keys = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(["\U0001f600", "\ufb01", "é"])
scalars = st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | keys
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


def read(octets, *, cap=CAP_LINE, depth=DEPTH_LINE):
    return read_json(octets, cap=cap, depth=depth, what="line")


def read_exactly(octets):
    return read_canonical(octets, cap=CAP_LINE, depth=DEPTH_LINE, what="line")


def outcome_of(reading):
    """The code of the fault, or none, and what was read."""
    try:
        return "", reading()
    except Fault as fault:
        return fault.code, None


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_the_documents_of_rfc_8785_become_its_bytes(document):
    value = json.loads(document.read_bytes())

    octets = canonical(value)

    assert octets == (VECTORS / "rfc8785/output" / document.name).read_bytes().removesuffix(b"\n")
    assert octets == bytes.fromhex((VECTORS / "rfc8785/outhex" / document.with_suffix(".txt").name).read_text())


def doubles():
    yield from NUMBERS["static_u64_hex"]
    start = int(NUMBERS["serial_start"], 16)
    yield from (f"{start + step:016x}" for step in range(2000))
    block = bytes(32)
    while True:
        block = hashlib.sha256(block).digest()
        for bits in struct.unpack("<4Q", block):
            # Zero and the non-finite values are passed over: their exponents are all zeros, or all ones.
            if bits & (2**63 - 1) and bits >> 52 & 0x7FF != 0x7FF:
                yield f"{bits:016x}"


@pytest.mark.parametrize("lines", [1_000, 10_000])
def test_numbers_are_written_as_the_published_sequence_writes_them(lines):
    digest = hashlib.sha256()
    for bits, _ in zip(doubles(), range(lines), strict=False):
        number = struct.unpack(">d", bytes.fromhex(bits))[0]
        digest.update(f"{bits.lstrip('0') or '0'},{canonical(number).decode()}\n".encode())

    assert digest.hexdigest() == NUMBERS["sha256_of_first_lines"][str(lines)]["sha256"]


@pytest.mark.parametrize("file", SUITE, ids=lambda path: path.stem)
def test_each_file_of_the_json_test_suite_is_accepted_or_refused_as_decided(file):
    expected = EXPECTED[f"{file.parent.name}/{file.name}"]

    code, _ = outcome_of(lambda: read(file.read_bytes()))
    outcome = f"refuse {code}" if code else "accept"

    if expected == "refuse":
        assert outcome.startswith("refuse json.")
    else:
        assert outcome == expected


def test_every_file_of_the_json_test_suite_has_a_decision():
    assert {f"{file.parent.name}/{file.name}" for file in SUITE} == set(EXPECTED)
    assert len(SUITE) == 340


REFUSED = {
    "a byte order mark": (b"\xef\xbb\xbf{}", "json.bom"),
    "an overlong form": (b'"\xc0\xaf"', "json.utf8"),
    "surrogates as bytes": (b'"\xed\xa0\x80"', "json.utf8"),
    "a sequence cut short": (b'"\xe2\x82"', "json.utf8"),
    "a key twice": (b'{"a":1,"a":1}', "json.duplicate-key"),
    "a key twice, sixteen levels down": (b"[" * 16 + b'{"a":1,"\\u0061":2}' + b"]" * 16, "json.duplicate-key"),
    "NaN": (b"NaN", "json.constant"),
    "infinity": (b"[Infinity]", "json.constant"),
    "minus infinity": (b"[-Infinity]", "json.constant"),
    "a fraction": (b"1.0", "json.float"),
    "an exponent": (b"1e2", "json.float"),
    "minus zero": (b"-0", "json.minus-zero"),
    "2^53": (b"9007199254740992", "json.integer-range"),
    "-2^53": (b"-9007199254740992", "json.integer-range"),
    "an integer of 5,000 digits": (b"9" * 5000, "json.integer-range"),
    "depth 18": (b"[" * 18 + b"]" * 18, "json.depth"),
    "100,000 opening brackets": (b"[" * 100_000, "json.depth"),
    "100,000 opening braces": (b'{"a":' * 20_000, "json.depth"),
    "a lone surrogate in a value": (b'{"a":["\\ud800"]}', "json.surrogate"),
    "a lone surrogate in a key": (b'{"\\uDFFF":1}', "json.surrogate"),
    "a second value": (b"{}{}", "json.syntax"),
    "an empty line": (b"", "json.syntax"),
    "a string without end": (b'"[[[', "json.syntax"),
    "a backslash at the end": (b'[[[[[[[[[[[[[[[[["\\', "json.syntax"),
}


@pytest.mark.parametrize(("octets", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_strict_reading_refuses(octets, code, refused_as):
    with refused_as(code):
        read(octets)


def test_a_text_one_byte_over_the_cap_is_refused_before_it_is_looked_at(refused_as):
    assert read(b"[1]", cap=3) == [1]
    with refused_as("size.line"):
        read(b"[\xff]", cap=2)


def test_checks_come_in_the_order_of_the_format(refused_as):
    with refused_as("json.bom"):
        read(b"\xef\xbb\xbf\xff")
    with refused_as("json.utf8"):
        read(b"[" * 18 + b"\xff")
    with refused_as("json.depth"):
        read(b'{"a":1,"a":1}' + b"[" * 18)


def test_brackets_inside_strings_are_not_depth():
    octets = canonical({"text": '[{"\\' * 100})

    assert read(octets, depth=1) == {"text": '[{"\\' * 100}


def test_closing_brackets_make_room_again():
    assert read(b"[" + b",".join([b"[]"] * 50) + b"]", depth=2) == [[]] * 50


def test_the_largest_integers_are_accepted():
    assert read(b"[9007199254740991,-9007199254740991]") == [LARGEST_INTEGER, -LARGEST_INTEGER]


def test_an_escaped_pair_of_surrogates_is_one_character():
    assert read(b'{"\\ud83d\\ude00":"\\ud83d\\ude00"}') == {"\U0001f600": "\U0001f600"}


@pytest.mark.parametrize(
    "octets",
    [b'{ "a":1}', b'{"b":1,"a":1}', b'"\\/"', b'"\\u0041"', b'"\\u001F"', b'"\\ud83d\\ude00"', b"1 ", b'"\\u00e9"'],
)
def test_another_spelling_of_the_same_value_is_not_canonical(octets, refused_as):
    read(octets)
    with refused_as("json.not-canonical"):
        read_exactly(octets)


def test_keys_are_sorted_by_utf_16_units_not_by_code_points(refused_as):
    # U+1F600 begins with the unit D83D, which sorts before U+FB01, though its code point is higher.
    octets = '{"\U0001f600":1,"\ufb01":2}'.encode()

    assert read_exactly(octets) == {"\U0001f600": 1, "\ufb01": 2}
    with refused_as("json.not-canonical"):
        read_exactly('{"\ufb01":2,"\U0001f600":1}'.encode())


@given(values)
def test_what_is_written_is_read_back(value):
    assert read_exactly(canonical(value)) == value


@given(values)
def test_the_fast_comparison_gives_the_bytes_of_the_library(value):
    octets = rfc8785.dumps(value)

    assert octets_of(value, astral=has_astral(octets)) == octets


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=6)
        | st.sampled_from(["\U0001f600", "\ufb01"]),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.tuples(inner, inner)
            | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_the_fast_way_of_writing_gives_the_bytes_of_the_library_or_its_refusal(value):
    try:
        octets = rfc8785.dumps(value)
    except ValueError:
        with pytest.raises(ValueError):
            canonical(value)
    else:
        assert canonical(value) == octets


@given(values, st.integers(0, 3))
def test_only_one_spelling_is_canonical(value, indent):
    octets = json.dumps(value, indent=indent).encode()

    if octets != canonical(value):
        with pytest.raises(Fault):
            read_exactly(octets)


@given(st.binary(max_size=60) | st.text('[]{}",:\\u0dDeE.-1NIaé', max_size=60).map(str.encode))
def test_bytes_of_any_kind_are_a_value_or_a_fault(octets):
    code, value = outcome_of(lambda: read(octets))

    assert code.startswith("json.") if code else read_exactly(canonical(value)) == value


def depth_of(value):
    if isinstance(value, dict):
        return 1 + max((depth_of(inner) for inner in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth_of(inner) for inner in value), default=0)
    return 0


@given(values, st.integers(0, 8))
def test_the_depth_scan_agrees_with_the_definition(value, limit):
    code, _ = outcome_of(lambda: check_depth(canonical(value), depth=limit, what="line"))

    assert code == ("json.depth" if depth_of(value) > limit else "")
