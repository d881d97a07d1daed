"""Bundles: what is written is read back, and every file that differs in one byte is refused (faults F01 to F09)."""

import hashlib
import io
import json
import tarfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.bundle import (
    CAP_BLOB,
    CAP_BUNDLE_NOTE,
    CAP_SEGMENT,
    MOST_BLOBS,
    SEGMENT_LINES,
    BundleNote,
    Listed,
    ListedBlob,
    ListedSegment,
    bundle_note,
    read_bundle,
    read_bundle_note,
    segments_of,
    write_bundle,
)
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer
from suivi.log.note import SIGNATURE, Checkpoint, KnownKey, Note, check_signatures, signed
from suivi.log.tar import CAP_FILE, Member, Members
from suivi.log.tree import EMPTY_ROOT
from tests.exchange.faults.telling import assert_told

SIGNER = Ed25519Signer.from_seed(bytes([4]) * 32)
ORIGIN = "suivi/can/demo"
KEY = KnownKey(ORIGIN, SIGNATURE, SIGNER.public)
CHECKPOINT = signed(Checkpoint(ORIGIN, 3, bytes(32)).text(), ORIGIN, SIGNER)
BLOCK = 512
NOTE_NAME = "bundle.note"


def blobs_of(*contents):
    return sorted(contents, key=lambda octets: hashlib.sha256(octets).hexdigest())


KEYS = (b"one", b"two")
LINES = (b"first\n", b"second\n", b"third\n")
BLOBS = tuple(blobs_of(b"", b"an attachment", b"x" * BLOCK))


def note_of(keys, segments, blobs):
    return bundle_note(
        by=ORIGIN,
        log=ORIGIN,
        to=("kor",),
        from_size=0,
        from_root=EMPTY_ROOT,
        checkpoint=CHECKPOINT,
        keys=tuple(Listed.of(version, octets) for version, octets in enumerate(keys, start=1)),
        segments=tuple(ListedSegment.of(octets) for octets in segments),
        blobs=tuple(ListedBlob.of(octets) for octets in blobs),
        signer=SIGNER,
    )


def file_of(*, keys=KEYS, lines=LINES, blobs=BLOBS):
    segments = list(segments_of(lines))
    return b"".join(write_bundle(note_of(keys, segments, blobs), keys, segments, blobs))


FILE = file_of()


def read_all(octets):
    """Everything a bundle holds, its note's signature checked too."""
    bundle = read_bundle(io.BytesIO(octets))
    check_signatures(bundle.signed, [KEY])
    return bundle.note, bundle.keys, list(bundle.lines()), list(bundle.blobs())


def code_of(octets):
    with pytest.raises(Fault) as refused:
        read_all(octets)
    assert_told(refused.value)
    return refused.value.code


def members_of(octets):
    """The members of a sound file as (name, content), to be put together in other ways."""
    bundle = read_bundle(io.BytesIO(octets))
    names = [NOTE_NAME, *(member.name for member in bundle.note.members())]
    segments = segments_of(line + b"\n" for line in bundle.lines())
    contents = [bundle.signed.octets(), *bundle.keys, *segments, *(octets for _, octets in bundle.blobs())]
    return list(zip(names, contents, strict=True))


MEMBERS = members_of(FILE)
LISTED = [name for name, _ in MEMBERS]


def packed(members, *, end=bytes(2 * BLOCK)):
    return b"".join(Member(name, len(content)).header() + stuffed(content) for name, content in members) + end


def stuffed(content):
    return content + bytes(-len(content) % BLOCK)


def header(name=b"keys/1", size=3, **fields):
    """A tar header by the standard library, so that what others would write can be shown to the reader."""
    member = tarfile.TarInfo(name.decode("latin-1"))
    member.size, member.mode = size, 0o644
    for field, value in fields.items():
        setattr(member, field, value)
    return member.tobuf(tarfile.USTAR_FORMAT, "latin-1")


def summed(block):
    """The header with its sum made right."""
    total = sum(block[:148]) + 8 * ord(" ") + sum(block[156:])
    return block[:148] + b"%06o\0 " % total + block[156:]


def with_header(block):
    """The file with the header of its second member, `keys/1`, written as `block`."""
    at = len(packed(MEMBERS[:1], end=b""))
    return FILE[:at] + block + FILE[at + BLOCK :]


def test_a_bundle_is_read_back_as_it_was_written():
    note, keys, lines, blobs = read_all(FILE)

    assert (note.by, note.log, note.to, note.from_size, note.from_root) == (ORIGIN, ORIGIN, ("kor",), 0, EMPTY_ROOT)
    assert note.checkpoint == CHECKPOINT
    assert keys == list(KEYS)
    assert lines == [line.removesuffix(b"\n") for line in LINES]
    assert blobs == [(hashlib.sha256(octets).hexdigest(), octets) for octets in BLOBS]
    assert packed(MEMBERS) == FILE


@given(
    st.lists(st.binary(max_size=20), max_size=3),
    st.lists(st.binary(max_size=6).map(lambda line: line.replace(b"\n", b"") + b"\n"), max_size=600),
    st.sets(st.binary(max_size=1200), max_size=3),
)
def test_whatever_is_handed_over_is_taken_in_as_it_was(keys, lines, blobs):
    octets = file_of(keys=keys, lines=lines, blobs=blobs_of(*blobs))

    _, keys_read, lines_read, blobs_read = read_all(octets)

    assert keys_read == keys
    assert [line + b"\n" for line in lines_read] == lines
    assert {octets for _, octets in blobs_read} == blobs


def test_a_segment_holds_256_lines_and_only_the_last_one_fewer():
    segments = list(segments_of([b"line\n"] * 600))

    assert [segment.count(b"\n") for segment in segments] == [SEGMENT_LINES, SEGMENT_LINES, 88]
    assert list(segments_of([])) == []


def test_the_header_is_the_one_of_the_standard_library_for_a_plain_file():
    assert Member("keys/1", 1234).header() == header(b"keys/1", 1234)
    with tarfile.open(fileobj=io.BytesIO(FILE)) as file:
        assert file.getnames() == LISTED


def test_a_bundle_needs_as_many_contents_as_its_note_lists():
    with pytest.raises(ValueError, match="shorter"):
        list(write_bundle(note_of(KEYS, [], []), KEYS[:1], [], []))


def test_an_empty_bundle_carries_its_note_alone():
    note, keys, lines, blobs = read_all(file_of(keys=(), lines=(), blobs=()))

    assert (keys, lines, blobs) == ([], [], [])
    assert note.checkpoint == CHECKPOINT


class Drops:
    """A source that gives one byte at a time."""

    def __init__(self, octets):
        self._octets = io.BytesIO(octets)

    def read(self, size, /):
        return self._octets.read(min(size, 1))


def test_a_source_that_gives_one_byte_at_a_time_gives_the_same():
    bundle = read_bundle(Drops(FILE))

    assert [line + b"\n" for line in bundle.lines()] == list(LINES)
    assert len(list(bundle.blobs())) == len(BLOBS)


def test_attachments_may_be_asked_for_without_the_lines():
    assert len(list(read_bundle(io.BytesIO(FILE)).blobs())) == len(BLOBS)


def test_without_attachments_the_lines_already_prove_the_end(refused_as):
    octets = file_of(blobs=())

    assert len(list(read_bundle(io.BytesIO(octets)).lines())) == 3
    with refused_as("file.trailing"):
        list(read_bundle(io.BytesIO(octets + b"x")).lines())


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_a_file_with_any_byte_changed_is_refused(place, difference):
    octets = bytearray(FILE)
    octets[place] ^= difference

    code_of(bytes(octets))


@given(st.binary(min_size=BLOCK, max_size=BLOCK), st.integers(0, BLOCK - 1), st.integers(1, 60))
def test_a_header_with_any_bytes_and_a_right_sum_is_refused(octets, start, length):
    block = bytearray(SOUND)
    block[start : start + length] = octets[start : start + length]
    if summed(bytes(block)) != SOUND:
        assert code_of(with_header(summed(bytes(block)))).startswith(("file.", "size.bundle"))


def test_f01_a_file_cut_at_any_byte_is_refused():
    codes = {code_of(FILE[:length]) for length in range(len(FILE))}

    assert codes == {"file.truncated"}


@pytest.mark.parametrize("more", [b"\0", b"x", bytes(BLOCK), bytes(9 * BLOCK), FILE], ids=len)
def test_f02_bytes_after_the_end_are_refused(more):
    assert code_of(FILE + more) == "file.trailing"


def test_f02_the_two_blocks_at_the_end_are_zeros():
    assert code_of(packed(MEMBERS, end=bytes(BLOCK) + b"\0" * (BLOCK - 1) + b"x")) == "file.trailing"
    assert code_of(packed(MEMBERS, end=b"x" * 2 * BLOCK)) == "file.header"


def test_f02_padding_is_zeros():
    at = FILE.index(b"first\nsecond\nthird\n") + 19

    assert code_of(FILE[:at] + b"\1" + FILE[at + 1 :]) == "file.padding"


@pytest.mark.parametrize(
    "name",
    [
        *(b"../x", b"/keys/1", b"keys/1\0x", b"KEYS/1", b"segments/0", b"keys/0", b"keys/01", b"keys/1000"),
        *(b"keys/\xff", b"", b"x" * 100, b"blobs/" + b"A" * 64),
    ],
)
def test_f03_a_name_of_another_form_is_refused(name):
    block = header()
    assert code_of(with_header(summed(name.ljust(100, b"\0") + block[100:]))) == "file.name"


FOREIGN = {
    "a hard link": header(type=tarfile.LNKTYPE, linkname="keys/2", size=0),
    "a symbolic link": header(type=tarfile.SYMTYPE, linkname="/etc/passwd", size=0),
    "a device": header(type=tarfile.CHRTYPE),
    "a folder": header(b"keys/", type=tarfile.DIRTYPE, size=0),
    "a pax header": header(b"PaxHeaders/1", type=tarfile.XHDTYPE),
    "a long name": header(b"././@LongLink", type=tarfile.GNUTYPE_LONGNAME),
    "a sparse file": header(type=tarfile.GNUTYPE_SPARSE),
    "the old way to say a file": header(type=tarfile.AREGTYPE),
    "a GNU header": tarfile.TarInfo("keys/1").tobuf(tarfile.GNU_FORMAT),
    "gzip": b"\x1f\x8b\x08".ljust(BLOCK, b"x"),
    "zip": b"PK\3\4".ljust(BLOCK, b"x"),
}


@pytest.mark.parametrize("block", FOREIGN.values(), ids=FOREIGN.keys())
def test_f04_whatever_is_not_a_plain_member_is_refused(block):
    assert code_of(with_header(block)) == "file.header"
    assert code_of(block + FILE[BLOCK:]) == "file.header"


@pytest.mark.parametrize("octets", [b"\x1f\x8b\x08 short", b"PK\3\4 short"])
def test_f04_a_short_file_of_another_kind_is_refused(octets):
    assert code_of(octets) == "file.header"


SOUND = Member("keys/1", 3).header()
DIFFERENT = {
    "mode": header(mode=0o600),
    "owner": header(uid=1000),
    "group": header(gid=1000),
    "name of the owner": header(uname="root"),
    "time": header(mtime=1_771_000_000),
    "device numbers": summed(SOUND[:329] + b"0000000\0" * 2 + SOUND[345:]),
    "a prefix": summed(SOUND[:345] + b"x" + SOUND[346:]),
    "a link name": summed(SOUND[:157] + b"x" + SOUND[158:]),
    "sum": SOUND[:148] + b"000000\0 " + SOUND[156:],
    "sum in another form": SOUND[:148] + SOUND[148:154] + b" \0" + SOUND[156:],
    "size in another form": summed(SOUND[:124] + b"         3\0 " + SOUND[136:]),
    "size in base 256": summed(SOUND[:124] + b"\x80" + bytes(10) + b"\3" + SOUND[136:]),
    "size in twelve digits": summed(SOUND[:124] + b"000000000003" + SOUND[136:]),
}


@pytest.mark.parametrize("block", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_f05_another_mode_owner_time_or_sum_is_refused(block):
    assert len(block) == BLOCK
    assert code_of(with_header(block)) == "file.header"


def swapped(first, second):
    members = list(MEMBERS)
    members[first], members[second] = members[second], members[first]
    return packed(members)


def test_f06_members_out_of_order_are_refused():
    assert {code_of(swapped(at, at + 1)) for at in range(len(MEMBERS) - 1)} == {"file.order"}
    assert code_of(swapped(1, len(MEMBERS) - 1)) == "file.order"


def test_f06_a_member_given_twice_is_refused():
    codes = {code_of(packed([*MEMBERS[: at + 1], *MEMBERS[at:]])) for at in range(len(MEMBERS))}

    assert codes == {"file.order"}


def test_f07_a_member_nobody_listed_is_refused():
    codes = {
        code_of(packed([*MEMBERS[:at], ("blobs/" + "0" * 64, b"x"), *MEMBERS[at:]])) for at in range(1, len(MEMBERS))
    }

    assert codes == {"file.unlisted"}
    assert code_of(packed([*MEMBERS, ("keys/9", b"x")])) == "file.unlisted"


def test_f07_a_listed_member_that_is_left_out_is_missed():
    codes = {code_of(packed([*MEMBERS[:at], *MEMBERS[at + 1 :]])) for at in range(len(MEMBERS))}

    assert codes == {"file.missing"}
    assert code_of(bytes(2 * BLOCK)) == "file.header"


@pytest.mark.parametrize("at", range(1, len(MEMBERS)), ids=LISTED[1:])
def test_f08_a_member_of_another_size_or_of_other_bytes_is_refused(at):
    name, content = MEMBERS[at]
    longer = [*MEMBERS[:at], (name, content + b"\n"), *MEMBERS[at + 1 :]]
    other = [*MEMBERS[:at], (name, bytes(len(content))), *MEMBERS[at + 1 :]]

    assert code_of(packed(longer)) == "file.size"
    if content:
        assert code_of(packed(other)) == "file.digest"


@pytest.mark.parametrize(
    "field",
    [b"100000000000", b"\x80" + (8 * 2**30).to_bytes(11, "big"), b"77777777777\0", b"\xff" * 12],
    ids=["twelve digits", "base 256", "eleven digits", "all ones"],
)
def test_f09_a_size_no_bundle_may_have_is_refused_before_anything_is_read(field):
    assert code_of(with_header(summed(SOUND[:124] + field + SOUND[136:]))) == "size.bundle"
    first = Member(NOTE_NAME, 3).header()
    assert code_of(summed(first[:124] + field + first[136:])) == "size.bundle"


def test_f09_a_note_above_2_mib_is_refused():
    assert code_of(Member(NOTE_NAME, CAP_BUNDLE_NOTE + 1).header()) == "size.bundle"


def test_f09_a_million_members_are_refused_by_their_list():
    blob = {"sha256": "0" * 64, "size": 0}

    assert code_of(packed([(NOTE_NAME, spelled(blobs=[blob] * (MOST_BLOBS + 1)).octets())])) == "size.bundle"


def test_a_million_empty_segments_are_refused_by_their_list():
    empty = {"lines": 256, "size": 0, "sha256": hashlib.sha256(b"").hexdigest()}
    many = [empty] * 18_000  # a note holds not many more

    assert code_of(Member(NOTE_NAME, 1_000_000 * len(canonical(empty))).header()) == "size.bundle"
    members = [(NOTE_NAME, spelled(segments=many).octets())]
    members += [(f"segments/{number:06}", b"") for number in range(len(many))]
    assert code_of(packed(members)) == "log.gap"


def test_f09_more_than_4_gib_in_all_are_refused_by_their_list():
    blobs = [{"sha256": f"{number:064x}", "size": CAP_BLOB} for number in range(170)]

    assert code_of(packed([(NOTE_NAME, spelled(blobs=blobs).octets())])) == "size.bundle"


class Endless:
    """A source that never ends, and costs nothing."""

    def __init__(self, start, chunk):
        self._start = io.BytesIO(start)
        self._chunk = chunk

    def read(self, size, /):
        return self._start.read(size) or self._chunk[:size]


def test_f09_a_file_without_end_is_given_up_at_the_cap(refused_as):
    first = Member(NOTE_NAME, 2**20)
    with refused_as("size.bundle"):
        Members(Endless(first.header(), bytes(2**16)), cap=2**19).read_first(NOTE_NAME, cap=2**20)

    # Also while looking for a member that did not come.
    members = Members(Endless(Member("keys/2", 2**19).header(), bytes(2**16)), cap=2**19)
    members.list_rest([Member("keys/1", 0), Member("keys/2", 0)])
    with refused_as("file.missing"):
        members.read_next()


def spelled(**fields):
    """The note of an empty bundle with fields written as given."""
    text = BundleNote(
        by=ORIGIN, log=ORIGIN, to=("kor",), from_size=0, from_root=EMPTY_ROOT, checkpoint=CHECKPOINT
    ).text()
    value = {**json.loads(text.split("\n")[1]), **fields}
    return signed(f"suivi-bundle/v1\n{canonical(value).decode()}\n", ORIGIN, SIGNER)


KEY_LISTED = {"version": 1, "size": 3, "sha256": "0" * 64}
SEGMENT_LISTED = {"lines": 1, "size": 3, "sha256": "0" * 64}
BLOB_LISTED = {"sha256": "0" * 64, "size": 3}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"v": 2}, "record.version"),
        ({"name": "x"}, "record.unknown-field"),
        ({"by": "can"}, "record.value"),
        ({"log": None}, "record.missing-field"),
        ({"to": "kor"}, "record.value"),
        ({"to": ["KOR"]}, "record.value"),
        ({"from": {"size": 0}}, "record.missing-field"),
        ({"from": {"size": -1, "root": "0" * 64}}, "record.value"),
        ({"from": {"size": 0, "root": "0" * 62}}, "record.value"),
        ({"checkpoint": 3}, "record.value"),
        ({"checkpoint": "a note"}, "note.form"),
        ({"checkpoint": "x" * 16_385}, "size.note"),
        ({"keys": [{**KEY_LISTED, "version": 0}]}, "record.value"),
        ({"keys": [{**KEY_LISTED, "version": 257}]}, "record.value"),
        ({"keys": [{**KEY_LISTED, "size": 65_537}]}, "size.manifest"),
        ({"keys": [{**KEY_LISTED, "sha256": "0"}]}, "record.value"),
        ({"keys": [KEY_LISTED, KEY_LISTED]}, "file.order"),
        ({"keys": [{**KEY_LISTED, "version": 2}, KEY_LISTED]}, "file.order"),
        ({"segments": [{**SEGMENT_LISTED, "lines": 0}]}, "record.value"),
        ({"segments": [{**SEGMENT_LISTED, "lines": 257}]}, "record.value"),
        ({"segments": [SEGMENT_LISTED, SEGMENT_LISTED]}, "record.value"),
        ({"segments": [{**SEGMENT_LISTED, "size": CAP_SEGMENT + 1}]}, "size.bundle"),
        ({"blobs": [{**BLOB_LISTED, "size": CAP_BLOB + 1}]}, "size.bundle"),
        ({"blobs": [BLOB_LISTED, BLOB_LISTED]}, "file.order"),
        ({"blobs": [{**BLOB_LISTED, "name": "x"}]}, "record.unknown-field"),
    ],
)
def test_a_bundle_note_is_a_closed_object(fields, code, refused_as):
    with refused_as(code):
        read_bundle_note(spelled(**fields))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CHECKPOINT.text, "note.purpose"),
        ("suivi-bundle/v1\n{}\n{}\n", "note.form"),
        ("suivi-bundle/v1\n{ }\n", "json.not-canonical"),
        ("suivi-bundle/v1\n{}\n", "record.missing-field"),
        ("suivi-bundle/v1\n[]\n", "record.value"),
    ],
)
def test_a_bundle_note_is_its_purpose_and_one_line_of_canonical_json(text, code, refused_as):
    with refused_as(code):
        read_bundle_note(Note(text, ()))


@pytest.mark.parametrize(
    ("segment", "lines", "code"),
    [(b"one\n", 2, "log.gap"), (b"one\ntwo\n", 1, "log.surplus"), (b"one\ntwo", 1, "log.surplus"), (b"", 1, "log.gap")],
)
def test_a_segment_with_more_or_fewer_lines_than_listed_is_refused(segment, lines, code):
    note = read_bundle_note(note_of([], [], []))
    listed = replace(note, segments=(replace(ListedSegment.of(segment), lines=lines),))
    signed_note = signed(listed.text(), ORIGIN, SIGNER)

    assert code_of(packed([(NOTE_NAME, signed_note.octets()), ("segments/000000", segment)])) == code


def test_a_note_that_is_no_note_is_refused():
    assert code_of(packed([(NOTE_NAME, b"rubbish")])) == "note.form"


def test_the_cap_of_a_file_is_4_gib():
    assert CAP_FILE == 4 * 2**30
