"""The receiver's checks 1 to 16, each by a delivery that fails there, and the deliveries that must pass."""

import itertools
import json
import random

import pytest

from suivi.exchange.evidence import verify_evidence
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.take_in import Outcome
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import write_line
from suivi.log.note import Note, Signature, read_note, signed
from suivi.log.tar import Member
from suivi.log.tree import EMPTY_ROOT
from suivi.record.joint import Attachment, Proposed
from suivi.record.marking import Marking, Tlp
from suivi.record.plans import PlanAdopted
from tests.exchange.faults.online import online
from tests.exchange.faults.play import file_of, offer, receive
from tests.exchange.faults.telling import assert_told
from tests.exchange.partner import (
    STRANGER,
    Capital,
    channel_of,
    digest,
    flipped,
    report,
    rival_of,
)
from tests.exchange.samples import plan_of


@pytest.fixture
def capitals():
    can, kor = channel_of("can", "kor")
    for words in ("A first meeting was held.", "A second meeting was held.", "A third meeting was held."):
        can.write(report(words))
    return can, kor


@pytest.fixture
def can(capitals):
    return capitals[0]


@pytest.fixture
def kor(capitals):
    return capitals[1]


def assert_refused(node: Capital, octets: bytes, check: int, code: str) -> DeliveryRefused:
    before = node.tables()
    with pytest.raises(DeliveryRefused) as refusal:
        node.take_in(octets)
    assert (refusal.value.check, refusal.value.code) == (check, code)
    assert not isinstance(refusal.value, Suspended)
    assert node.tables() == before
    assert_told(refusal.value.fault)
    return refusal.value


def assert_suspended(node: Capital, octets: bytes, check: int, code: str) -> bytes:
    before = node.tables()
    with pytest.raises(Suspended) as refusal:
        node.take_in(octets)
    assert (refusal.value.check, refusal.value.code) == (check, code)
    assert node.tables() == before
    assert node.suspended()
    verdict = verify_evidence(refusal.value.evidence)
    assert verdict.proves, verdict.flaw
    assert (verdict.error, verdict.log) == (
        code,
        refusal.value.fault.at.split(" ")[0] if " " in refusal.value.fault.at else verdict.log,
    )
    return refusal.value.evidence


# What must pass


def test_a_whole_log_is_taken_in(can, kor):
    taken = kor.take_in(can.bundle("kor"))

    assert taken.outcome is Outcome.NEW
    assert kor.copy_of(can.origin).pairs == can.own_log.pairs
    assert taken.frontier == can.frontier(can.origin)
    assert [entry.seq for entry in taken.entries] == [0, 1, 2]


def test_the_next_part_joins_the_first(can, kor):
    kor.take_in(can.bundle_to(2, "kor"))

    taken = kor.take_in(can.bundle("kor", 2))

    assert [line.seq for line, _ in taken.lines] == [2]
    assert kor.root_at(can.origin, 3) == can.root_at(can.origin, 3)


def test_an_overlapping_part_brings_only_what_is_new(can, kor):
    kor.take_in(can.bundle_to(2, "kor"))

    taken = kor.take_in(can.bundle("kor", 1))

    assert [line.seq for line, _ in taken.lines] == [2]


def test_t08_f13_the_same_file_twice_brings_nothing_new(can, kor):
    kor.take_in(can.bundle("kor"))
    before = kor.tables()

    assert kor.take_in(can.bundle("kor")).outcome is Outcome.NOTHING_NEW
    assert kor.tables() == before


def test_t06_an_author_whose_own_directory_goes_back_is_refused_at_check_10(can, kor):
    kor.take_in(can.bundle("kor"))
    shorter = offer(can, kor, 0, checkpoint=can.signed_note(2).octets(), lines=can.own_log.lines(0, 2))

    with pytest.raises(DeliveryRefused) as refusal:
        receive(kor, shorter, online)

    assert (refusal.value.check, refusal.value.code) == (10, "log.rollback")


@pytest.mark.parametrize("size", [0, 1, 2])
def test_t06_f13_an_older_file_that_agrees_brings_nothing_new(can, kor, size):
    kor.take_in(can.bundle("kor"))
    before = kor.tables()

    assert kor.take_in(can.bundle_to(size, "kor")).outcome is Outcome.NOTHING_NEW
    assert kor.tables() == before


def test_an_empty_log_can_be_handed_over(kor):
    kor_log = kor.bundle("can")
    can = channel_of("can", "kor")[0]

    assert can.take_in(kor_log).outcome is Outcome.NOTHING_NEW


def test_two_hundred_and_fifty_seven_entries_need_two_segments(can, kor):
    for count in range(254):
        can.write(report(f"Meeting {count} was held."))

    kor.take_in(can.bundle("kor"))

    assert kor.size(can.origin) == 257


def test_f14_any_cut_doubled_and_shuffled_comes_to_the_same_end(can, kor):
    for count in range(5):
        can.write(report(f"Meeting {count} was held."))
    parts = [(start, end) for start, end in itertools.combinations_with_replacement(range(9), 2)]
    expected = None
    for seed in range(12):
        node = channel_of("can", "kor")[1]
        draw = random.Random(seed)
        chosen = [*draw.choices(parts, k=10), (0, 3), (2, 6), (6, 8)] * 2
        draw.shuffle(chosen)
        while chosen:
            refused = [part for part in chosen if not _takes(node, can, part)]
            chosen = refused if len(refused) < len(chosen) else []
        expected = expected or node.tables()
        assert node.tables() == expected
    assert node.size(can.origin) == 8


def _takes(node: Capital, can: Capital, part: tuple[int, int]) -> bool:
    start, end = part
    try:
        node.take_in(can.bundle_to(end, "kor", start))
    except DeliveryRefused as refusal:
        assert refusal.code == "file.prerequisite"
        return False
    return True


def test_every_byte_counts(can, kor):
    kor.take_in(can.bundle_to(1, "kor"))
    can.attachments = {digest(b"agreed words"): b"agreed words"}
    octets = can.bundle("kor", 1)
    before = kor.tables()

    for position in range(0, len(octets), 7):
        with pytest.raises(DeliveryRefused):
            kor.check(flipped(octets, position, bit=position % 8))
    assert kor.tables() == before


def test_a_file_that_brings_nothing_new_is_read_to_its_end_all_the_same(can, kor):
    octets = can.bundle("kor")
    kor.take_in(octets)

    for position in range(0, len(octets), 11):
        with pytest.raises(DeliveryRefused):
            kor.check(flipped(octets, position, bit=position % 8))


# A. Envelope


def test_f01_a_file_cut_at_any_byte_is_refused(can, kor):
    octets = can.bundle("kor")
    for end in range(0, len(octets), 97):
        refused = assert_refused(kor, octets[:end], 2, "file.truncated")
    assert "ends too early" in refused.sentence("en")


def test_f02_a_file_twice_as_long_is_refused(can, kor):
    octets = can.bundle("kor")

    assert_refused(kor, octets + octets, 2, "file.trailing")
    assert_refused(kor, octets + b"\0", 2, "file.trailing")


def test_f02_padding_must_be_empty(can, kor):
    octets = can.bundle("kor")
    size = int(octets[124:135], 8)

    assert_refused(kor, flipped(octets, 512 + size), 2, "file.padding")


@pytest.mark.parametrize("name", [b"../x", b"/etc/x", b"BUNDLE.NOTE", b"segments/0"])
def test_f03_names_are_never_paths(can, kor, name):
    octets = can.bundle("kor")

    assert_refused(kor, renamed(octets, name), 2, "file.name")


@pytest.mark.parametrize("kind", [b"1", b"2", b"3", b"5", b"x", b"L", b"S"])
def test_f04_only_plain_members_are_read(can, kor, kind):
    octets = bytearray(can.bundle("kor"))
    octets[156:157] = kind

    assert_refused(kor, bytes(octets), 2, "file.header")


def test_f04_a_compressed_file_is_refused(kor):
    assert_refused(kor, b"\x1f\x8b\x08" + bytes(600), 2, "file.header")
    assert_refused(kor, b"PK\x03\x04" + bytes(600), 2, "file.header")


@pytest.mark.parametrize("position", [100, 108, 116, 136, 148])
def test_f05_mode_owner_time_and_sum_are_fixed(can, kor, position):
    assert_refused(kor, flipped(can.bundle("kor"), position + 5), 2, "file.header")


def test_f06_members_stand_once_and_in_order(can, kor):
    members = split(can.bundle("kor"))

    assert_refused(kor, joined([members[0], members[1], members[1], members[2]]), 2, "file.order")
    assert_refused(kor, joined([members[0], members[2], members[1]]), 2, "file.order")


def test_f07_members_are_those_listed(can, kor):
    members = split(can.bundle("kor"))
    stray = split(can.bundle("kor", blobs=[b"a stray attachment"]))[-1]

    assert_refused(kor, joined([*members, stray]), 11, "file.unlisted")
    assert_refused(kor, joined(members[:-1]), 11, "file.missing")


def test_f08_members_have_the_size_and_digest_listed(can, kor):
    members = split(can.bundle("kor"))
    longer = split(can.bundle("kor", lines=[*can.own_log.lines(), b"{}\n"]))
    other = split(rival_of(can).bundle("kor", lines=[line.replace(b"first", b"fourt") for line in can.own_log.lines()]))

    assert_refused(kor, joined([*members[:2], longer[2]]), 11, "file.size")
    assert_refused(kor, joined([*members[:2], other[2]]), 11, "file.digest")


def test_f09_a_size_of_eight_gibibytes_is_refused_before_anything_is_read(can, kor):
    octets = bytearray(can.bundle("kor"))
    octets[124:136] = b"\x80" + (8 * 2**30).to_bytes(11, "big")

    assert_refused(kor, bytes(octets), 1, "size.bundle")


def test_n01_a_checkpoint_without_signature_is_refused(can, kor):
    unsigned = Note(read_note(can.own_log.note).text, ())

    with pytest.raises(Fault, match=r"note\.unsigned"):
        can.bundle("kor", checkpoint=unsigned.octets())


def test_n01_a_file_whose_own_note_is_unsigned_is_refused(can, kor):
    members = split(can.bundle("kor"))
    note = read_note(content_of(members[0]), cap=10**6)
    bare = note.text.encode() + b"\n"

    assert_refused(kor, joined([member("bundle.note", bare), *members[1:]]), 3, "note.unsigned")


def test_n02_k22_a_checkpoint_by_an_unknown_key_is_refused_and_the_list_held_is_named(can, kor):
    refused = assert_refused(
        kor, can.bundle("kor", checkpoint=can.signed_note(signer=STRANGER).octets()), 6, "keys.unknown"
    )

    assert "version 1" in refused.fault.expected


def test_n02_a_file_by_an_unknown_sender_key_is_refused(can, kor):
    assert_refused(kor, can.bundle("kor", signer=STRANGER), 6, "keys.unknown")


def test_n02_the_right_name_with_the_id_of_another_key_is_unknown(can, kor):
    note = can.signed_note(signer=STRANGER)

    assert note.signatures[0].name == can.origin
    assert_refused(kor, can.bundle("kor", checkpoint=note.octets()), 6, "keys.unknown")


def test_n03_one_good_signature_does_not_excuse_a_bad_one(can, kor):
    good = read_note(can.own_log.note)
    bad = Signature(can.origin, good.signatures[0].key_id, bytes(64))
    note = Note(good.text, (*good.signatures, bad))

    assert_refused(kor, can.bundle("kor", checkpoint=note.octets()), 6, "note.bad-signature")


def test_n04_seventeen_signature_lines_are_too_many(can, kor):
    good = read_note(can.own_log.note)
    lines = tuple(Signature("somebody", bytes([count]) * 4, b"signature") for count in range(16))

    assert_refused(kor, with_checkpoint(can, Note(good.text, good.signatures + lines).octets()), 3, "note.too-many")
    kor.take_in(can.bundle("kor", checkpoint=Note(good.text, good.signatures + lines[:15]).octets()))


def test_n04_a_note_above_its_limit_is_refused(can, kor):
    good = read_note(can.own_log.note)
    long = Note(good.text, (*good.signatures, Signature("x" * 16_300, bytes(4), b"signature")))

    assert_refused(kor, with_checkpoint(can, long.octets()), 1, "size.note")


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("3", "\x003", 1),
        lambda text: text[:-1],
        lambda text: text.replace("\n\n", "\n"),
    ],
)
def test_n05_a_note_has_one_form(can, kor, damage):
    octets = damage(can.own_log.note.decode()).encode()

    assert_refused(kor, with_checkpoint(can, octets), 3, "note.form")


def test_n06_signatures_are_written_in_one_way(can, kor):
    octets = can.own_log.note.rstrip(b"=\n") + b"\n"

    assert_refused(kor, with_checkpoint(can, octets), 3, "note.base64")


@pytest.mark.parametrize("origin", ["suivi/kor/demo", "suivi/can/other"])
def test_n07_the_checkpoint_is_that_of_the_log(can, kor, origin):
    note = can.signed_note(origin=origin)

    assert_refused(kor, can.bundle("kor", checkpoint=note.octets()), 4, "checkpoint.origin")


def test_n07_a_log_of_another_channel_is_refused(can, kor):
    assert_refused(kor, can.bundle("kor", by="suivi/can/other"), 4, "checkpoint.origin")


def test_p01_a_log_of_a_stranger_is_refused(can, kor):
    del kor.lists["can"]

    assert_refused(kor, can.bundle("kor"), 4, "channel.not-a-party")


def test_p01_a_party_whose_keys_nobody_compared_is_a_stranger(can, kor):
    kor.lists["can"] = []

    assert_refused(kor, can.bundle("kor"), 4, "channel.not-a-party")


@pytest.mark.parametrize("size", ["007", "+7", "-1", str(2**53)])
def test_n08_the_size_is_a_plain_number(can, kor, size):
    text = read_note(can.own_log.note).text.replace("\n3\n", f"\n{size}\n")

    assert_refused(kor, with_checkpoint(can, signed_text(can, text)), 7, "checkpoint.size")


def test_n08_extension_lines_are_refused(can, kor):
    text = read_note(can.own_log.note).text + "more\n"

    assert_refused(kor, with_checkpoint(can, signed_text(can, text)), 7, "checkpoint.extension")


def test_n09_roots_have_32_bytes_and_go_with_their_size(can, kor):
    short = can.signed_note(root=bytes(31)).octets()
    full = can.signed_note(size=0, root=bytes(32)).octets()
    empty = can.signed_note(root=EMPTY_ROOT).octets()

    assert_refused(kor, can.bundle("kor", checkpoint=short), 7, "checkpoint.root-length")
    assert_refused(kor, can.bundle("kor", checkpoint=full), 7, "checkpoint.empty-root")
    assert_refused(kor, can.bundle("kor", checkpoint=empty), 7, "checkpoint.empty-root")


def test_n10_a_cosignature_alone_does_not_sign_a_state(can, kor):
    note = read_note(can.cosign(can.own_log.note).encode())
    alone = Note(note.text, note.signatures[1:])

    assert_refused(kor, can.bundle("kor", checkpoint=alone.octets()), 6, "checkpoint.unsigned-by-log")


def test_n11_a_key_list_is_no_checkpoint(can, kor):
    assert_refused(kor, with_checkpoint(can, can.lists["can"][0]), 4, "note.purpose")


def test_n11_a_checkpoint_is_no_bundle_note(can, kor):
    members = split(can.bundle("kor"))

    assert_refused(kor, joined([member("bundle.note", can.own_log.note), *members[1:]]), 4, "note.purpose")


def test_a_suspended_channel_takes_nothing_in(can, kor):
    kor.evidence.append(b"kept")

    assert_refused(kor, can.bundle("kor"), 4, "channel.suspended")


# B. Against what we hold


def with_rival(can: Capital, kept: int = 1) -> Capital:
    """The same party, which forgot everything after `kept` entries and wrote something else."""
    rival = rival_of(can)
    del rival.own_log.pairs[kept:]
    rival.write(report("Something else was said."))
    rival.write(report("And something more."))
    return rival


def test_t03_k21_same_size_other_root_is_equivocation(can, kor):
    kor.take_in(can.bundle("kor"))

    assert_suspended(kor, with_rival(can).bundle("kor"), 9, "log.equivocation")


def test_t07_smaller_size_other_root_is_equivocation(can, kor):
    can.write(report("A fourth."))
    can.write(report("A fifth."))
    kor.take_in(can.bundle("kor"))

    assert_suspended(kor, with_rival(can).bundle("kor"), 10, "log.equivocation")


def test_an_older_file_of_another_past_is_equivocation_too(can, kor):
    kor.take_in(can.bundle("kor"))
    rival = with_rival(can, kept=0)

    assert_suspended(kor, rival.bundle_to(1, "kor"), 10, "log.equivocation")


def test_after_evidence_nothing_more_is_taken_in(can, kor):
    kor.take_in(can.bundle("kor"))
    assert_suspended(kor, with_rival(can).bundle("kor"), 9, "log.equivocation")

    assert_refused(kor, can.bundle("kor"), 4, "channel.suspended")


def test_a_node_that_lost_the_note_it_holds_cannot_accuse_anybody(can, kor):
    kor.take_in(can.bundle("kor"))
    kor.logs[can.origin].note = None

    with pytest.raises(ValueError, match="no checkpoint"):
        kor.check(with_rival(can).bundle("kor"))


def test_f10_a_file_for_somebody_else_is_refused(can, kor):
    refused = assert_refused(kor, can.bundle("jpn"), 11, "file.recipient")

    assert refused.fault.got == "jpn"


def test_f10_our_own_file_coming_back_is_refused(can):
    assert_refused(can, can.bundle("kor"), 11, "file.own")


def test_f11_a_gap_names_the_missing_range(can, kor):
    kor.take_in(can.bundle_to(1, "kor"))

    refused = assert_refused(kor, can.bundle("kor", 2), 11, "file.prerequisite")

    assert refused.fault.expected == f"entries 1 to 1 of {can.origin}"


def test_f12_a_file_on_another_root_is_refused_and_one_from_0_proves_the_fork(can, kor):
    kor.take_in(can.bundle_to(2, "kor"))
    rival = with_rival(can, kept=0)
    rival.write(report("Once more."))

    assert_refused(kor, rival.bundle("kor", 2), 11, "file.root")
    assert_suspended(kor, rival.bundle("kor"), 16, "log.fork")


# C. Lines


def test_t01_fewer_lines_than_the_size(can, kor):
    assert_refused(kor, can.bundle("kor", lines=can.own_log.lines(0, 2)), 12, "log.gap")


def test_t01_lines_after_the_size(can, kor):
    octets = can.bundle("kor", checkpoint=can.signed_note(2).octets(), lines=can.own_log.lines())

    assert_refused(kor, octets, 12, "log.surplus")


def test_a_file_that_begins_beyond_its_own_end(can, kor):
    kor.take_in(can.bundle("kor"))
    octets = can.bundle("kor", 2, checkpoint=can.signed_note(1).octets(), lines=[])

    assert_refused(kor, octets, 12, "log.gap")


def line_with(can: Capital, content: bytes) -> bytes:
    """A line of ours that holds these bytes as its content, whatever they are."""
    return write_line(can.header(content, "report.filed", seq=0).octets(), content)


STRICT = [
    ("J01", b"\xef\xbb\xbf{}\n", "json.bom"),
    ("J01", b'{"c":"\xc0\xaf","h":{}}\n', "json.utf8"),
    ("J01", b'{"c":"\xed\xa0\x80","h":{}}\n', "json.utf8"),
    ("J01", b'{"c":"\xe3\x80","h":{}}\n', "json.utf8"),
    ("J02", b'{"c":null,"c":null,"h":{}}\n', "json.duplicate-key"),
    ("J02", b'{"c":' + b'{"a":' * 15 + b'{"a":1,"a":1}' + b"}" * 15 + b',"h":{}}\n', "json.duplicate-key"),
    ("J03", b'{"c":NaN,"h":{}}\n', "json.constant"),
    ("J03", b'{"c":Infinity,"h":{}}\n', "json.constant"),
    ("J03", b'{"c":-Infinity,"h":{}}\n', "json.constant"),
    ("J04", b'{"c":1.0,"h":{}}\n', "json.float"),
    ("J04", b'{"c":1e2,"h":{}}\n', "json.float"),
    ("J04", b'{"c":-0,"h":{}}\n', "json.minus-zero"),
    ("J05", b'{"c":9007199254740992,"h":{}}\n', "json.integer-range"),
    ("J05", b'{"c":' + b"9" * 5000 + b',"h":{}}\n', "json.integer-range"),
    ("J06", b'{"c":' + b"[" * 17 + b"]" * 17 + b',"h":{}}\n', "json.depth"),
    ("J06", b"[" * 100_000 + b"\n", "json.depth"),
    ("J07", b'{"c":{"\\ud800":1},"h":{}}\n', "json.surrogate"),
    ("J07", b'{"c":"\\udfff","h":{}}\n', "json.surrogate"),
    ("J08", b'{"c": null,"h":{}}\n', "json.not-canonical"),
    ("J08", b'{"h":{},"c":null}\n', "json.not-canonical"),
    ("J08", b'{"c":"\\/","h":{}}\n', "json.not-canonical"),
    ("J08", b'{"c":"\\u0041","h":{}}\n', "json.not-canonical"),
    ("J08", b'{"c":"\\u001F","h":{}}\n', "json.not-canonical"),
    ("J09", b'{"c":null,"h":{}}{}\n', "json.syntax"),
    ("J09", b'{"c":null,"h":{}} rubbish\n', "json.syntax"),
    ("J09", b"\n", "json.syntax"),
    ("J10", b'{"c":"' + b"a" * 266_800 + b'","h":{}}\n', "size.line"),
]


@pytest.mark.parametrize(("row", "line", "code"), STRICT)
def test_a_line_that_is_not_strict_canonical_json_is_refused(can, kor, row, line, code):
    refused = assert_refused(kor, can.bundle("kor", lines=[line, *can.own_log.lines(1)]), 13, code)

    assert refused.fault.at.startswith(f"{can.origin} 0"), row


def test_a_line_that_is_refused_is_named_with_the_place_in_it(can, kor):
    twice = b'{"c":null,"h":{"at":"x","at":"y"}}\n'
    cut = b'{"c":null,"h"\n'

    within = assert_refused(kor, can.bundle("kor", lines=[twice, *can.own_log.lines(1)]), 13, "json.duplicate-key")
    whole = assert_refused(kor, can.bundle("kor", lines=[cut, *can.own_log.lines(1)]), 13, "json.syntax")

    assert within.fault.at == f"{can.origin} 0"
    assert whole.fault.at == f"{can.origin} 0, character 13"


def test_h15_header_and_content_have_limits(can, kor):
    long_header = can.header(b"{}", "report.filed", seq=0, subject="a" * 4_000).octets()
    long_content = canonical({"account": "a" * 262_144})

    assert_refused(kor, can.bundle("kor", lines=[write_line(long_header, None)] * 3), 13, "size.header")
    assert_refused(kor, can.bundle("kor", lines=[line_with(can, long_content)] * 3), 13, "size.content")


def test_h11_an_entry_of_another_log_is_refused(can, kor):
    kor.write(report())

    assert_refused(kor, can.bundle("kor", lines=[*kor.own_log.lines(), *can.own_log.lines(1)]), 14, "log.wrong-origin")


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 0, 2), (0, 2, 2)])
def test_h12_t02_entries_stand_in_their_own_place(can, kor, order):
    lines = [can.own_log.lines()[seq] for seq in order]

    assert_refused(kor, can.bundle("kor", lines=lines), 14, "log.sequence")


def test_h13_the_content_is_the_one_the_header_commits_to(can, kor):
    header, content = can.own_log.pairs[0]
    other = content.replace(b"first", b"fifth")
    longer = content.replace(b"first", b"very first")

    assert_refused(kor, can.bundle("kor", lines=[write_line(header, other), *can.own_log.lines(1)]), 15, "content.hash")
    assert_refused(
        kor, can.bundle("kor", lines=[write_line(header, longer), *can.own_log.lines(1)]), 15, "content.size"
    )


# D. Tree


def test_t02_a_changed_header_does_not_add_up(can, kor):
    lines = can.own_log.lines()
    lines[1] = lines[1].replace(b'"subject":"channel"', b'"subject":"channem"')

    assert_refused(kor, can.bundle("kor", lines=lines), 16, "tree.root")


def test_t02_a_line_dropped_and_the_rest_renumbered(can, kor):
    kept = [line.replace(b'"seq":2', b'"seq":1') for line in (can.own_log.lines()[0], can.own_log.lines()[2])]
    note = can.signed_note(size=3, root=can.root_at(can.origin, 3))

    assert_refused(kor, can.bundle("kor", checkpoint=note.octets(), lines=kept), 12, "log.gap")


def test_t04_a_rival_history_from_0_proves_the_fork(can, kor):
    kor.take_in(can.bundle_to(2, "kor"))
    rival = with_rival(can, kept=1)

    assert_suspended(kor, rival.bundle("kor"), 16, "log.fork")


def test_a_rival_history_from_a_common_root_proves_the_fork_as_well(can, kor):
    kor.take_in(can.bundle_to(2, "kor"))
    rival = with_rival(can, kept=1)

    assert_suspended(kor, rival.bundle("kor", 1), 16, "log.fork")


def test_t05_lines_that_rebuild_nothing_signed(can, kor):
    kor.take_in(can.bundle_to(2, "kor"))
    note = can.signed_note(root=bytes(32))

    assert_refused(kor, can.bundle("kor", 2, checkpoint=note.octets()), 16, "tree.root")
    assert_refused(kor, can.bundle("kor", checkpoint=note.octets()), 16, "tree.root")


def test_known_lines_that_differ_under_a_known_root_are_refused(can, kor):
    kor.take_in(can.bundle("kor"))
    lines = can.own_log.lines()
    lines[1] = lines[1].replace(b'"subject":"channel"', b'"subject":"channem"')

    refused = assert_refused(kor, can.bundle("kor", lines=lines), 16, "tree.root")

    assert refused.fault.at == f"{can.origin} 1"


# What is kept, and what is not


def test_m01_content_above_the_ceiling_is_dropped_before_anybody_reads_it(can, kor):
    can.write(report("Closed matter."), marking={"tlp": "RED"})

    taken = kor.take_in(can.bundle("kor"))

    assert taken.above_ceiling == (3,)
    assert taken.lines[3][0].content is None
    assert taken.entries[3].record is None
    assert all(content is None or b"Closed" not in content for _, content in kor.copy_of(can.origin).pairs)


@pytest.mark.parametrize("marking", [{"tlp": "amber"}, {"tlp": "TLP:AMBER"}, {"tlp": "AMBRE"}, {}])
def test_m02_a_marking_nobody_knows_is_above_every_ceiling(can, kor, marking):
    can.write(report("Closed matter."), marking=marking)

    taken = kor.take_in(can.bundle("kor"))

    assert taken.above_ceiling == (3,)
    assert taken.entries[3].flaw.code == "marking.unknown"


def test_a_higher_ceiling_lets_it_pass(can, kor):
    kor.highest = Marking(tlp=Tlp.RED)
    can.write(report("Closed matter."), marking={"tlp": "RED"})

    assert kor.take_in(can.bundle("kor")).above_ceiling == ()


def test_h14_a_content_that_comes_later_is_taken_in_then(can, kor):
    header, content = can.own_log.pairs[1]
    without = [*can.own_log.lines(0, 1), write_line(header, None), *can.own_log.lines(2)]
    kor.take_in(can.bundle("kor", lines=without))
    assert kor.awaited_contents(can.origin) == {1}

    taken = kor.take_in(can.bundle("kor"))

    assert taken.outcome is Outcome.NEW
    assert taken.contents == {1: content}
    assert kor.copy_of(can.origin).pairs == can.own_log.pairs


def proposal_of(octets: bytes) -> Proposed:
    adopted = PlanAdopted(plan_of(octets))
    return Proposed(
        kind="plan.adopted",
        parties=("can", "kor"),
        body=adopted,
        body_value=adopted.value(),
        texts={"en": "The parties adopt the plan."},
        attachments=(Attachment(media="text/plain", sha256=digest(octets), size=len(octets)),),
    )


def test_c12_an_attachment_that_comes_later_is_taken_in_then(can, kor):
    words = b"Agreed words."
    can.write(proposal_of(words))
    can.attachments = {digest(words): words, digest(b"stray"): b"stray"}
    kor.take_in(can.bundle("kor", blobs=[]))
    assert kor.awaited_blobs() == {digest(words)}

    taken = kor.take_in(can.bundle("kor"))

    assert taken.outcome is Outcome.NEW
    assert taken.blobs == {digest(words): words}
    assert kor.take_in(can.bundle("kor")).outcome is Outcome.NOTHING_NEW


def test_an_attachment_that_comes_with_the_record_that_names_it_is_kept_at_once(can, kor):
    words = b"Agreed words."
    can.write(proposal_of(words))
    can.attachments = {digest(words): words}

    assert kor.take_in(can.bundle("kor")).blobs == {digest(words): words}
    assert kor.awaited_blobs() == set()


def test_attachments_nobody_names_are_not_kept(can, kor):
    can.attachments = {digest(b"stray"): b"stray"}

    assert kor.take_in(can.bundle("kor")).blobs == {}


def test_an_attachment_is_the_one_it_is_listed_as(can, kor):
    can.attachments = {digest(b"stray"): b"stray"}
    members = split(can.bundle("kor"))
    name = f"blobs/{digest(b'stray')}"

    assert_refused(kor, joined([*members[:-1], member(name, b"other")]), 11, "file.digest")


# Small hands on the tar


def member(name: str, content: bytes) -> bytes:
    one = Member(name, len(content))
    return one.header() + content + one.padding()


def split(octets: bytes) -> list[bytes]:
    members, start = [], 0
    while octets[start] != 0:
        size = int(octets[start + 124 : start + 135], 8)
        end = start + 512 + size + (-size % 512)
        members.append(octets[start:end])
        start = end
    return members


def content_of(octets: bytes) -> bytes:
    return octets[512 : 512 + int(octets[124:135], 8)]


def joined(members: list[bytes]) -> bytes:
    return b"".join(members) + bytes(1024)


def renamed(octets: bytes, name: bytes) -> bytes:
    return name.ljust(100, b"\0") + octets[100:]


def signed_text(can: Capital, text: str) -> bytes:
    return signed(text, can.origin, can.log_signer).octets()


def with_checkpoint(can: Capital, octets: bytes) -> bytes:
    """A file of ours whose checkpoint is any string, well signed as a file."""
    members = split(can.bundle("kor"))
    purpose, line, _ = read_note(content_of(members[0]), cap=10**6).text.split("\n")
    fields = json.loads(line)
    fields["checkpoint"] = octets.decode()
    note = signed(f"{purpose}\n{canonical(fields).decode()}\n", can.origin, can.log_signer)
    return joined([member("bundle.note", note.octets()), *members[1:]])


def test_a_file_whose_note_lists_segments_of_no_line_is_refused_as_a_note(can, kor):
    empty = {"lines": 0, "size": 0, "sha256": digest(b"")}

    assert_refused(kor, file_of(offer(can, kor, note={"segments": [empty] * 1_000})), 3, "record.value")
