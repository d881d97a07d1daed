"""What a file shows by itself, to somebody who holds nothing."""

import io
from dataclasses import replace

import pytest

from suivi.exchange.faults import DeliveryRefused
from suivi.exchange.verify import Unchecked, verify_bundle
from suivi.log.header import write_line
from suivi.log.manifest import KeyRange, manifest_note
from suivi.log.note import Note, Signature, read_note
from suivi.plan.words import LANGUAGES
from suivi.record.joint import Attachment
from tests.exchange.faults.play import file_of, offer, plan_proposal
from tests.exchange.faults.telling import assert_told
from tests.exchange.partner import STRANGER, channel_of, digest, flipped, report, seeded
from tests.exchange.test_take_in import content_of, joined, member, split
from tests.independent.forge import remade


@pytest.fixture
def can():
    can = channel_of("can", "kor")[0]
    for words in ("A first meeting was held.", "A second meeting was held."):
        can.write(report(words))
    return can


def verify(octets: bytes):
    return verify_bundle(io.BytesIO(octets))


def refused(octets: bytes) -> DeliveryRefused:
    with pytest.raises(DeliveryRefused) as refusal:
        verify(octets)
    assert_told(refusal.value.fault)
    return refusal.value


def test_a_whole_log_with_its_keys_leaves_only_two_questions(can):
    can.attachments = {digest(b"words"): b"words"}

    verified = verify(can.bundle("kor"))

    assert (verified.log, verified.by, verified.to) == (can.origin, can.origin, ("kor",))
    assert (verified.from_size, verified.size, verified.lines, verified.blobs) == (0, 2, 2, 1)
    assert verified.root == can.root_at(can.origin, 2)
    assert verified.fingerprint == can.first_manifest().fingerprint()
    assert (verified.absent, verified.flawed) == ((), {})
    assert verified.unchecked == (Unchecked.WHOSE, Unchecked.REGISTER)


@pytest.mark.parametrize("start", [1, 2, 4])
def test_a_part_that_begins_at_a_power_of_two_shows_its_root(can, start):
    for _ in range(3):
        can.write(report())

    assert Unchecked.TREE not in verify(can.bundle("kor", start)).unchecked
    assert refused(can.bundle("kor", start, from_root=bytes(32))).fault.code == "tree.root"


@pytest.mark.parametrize("start", [3, 5, 6])
def test_any_other_part_of_a_log_does_not_show_its_root(can, start):
    for _ in range(5):
        can.write(report())

    assert Unchecked.TREE in verify(can.bundle("kor", start)).unchecked


def test_the_attachments_that_a_text_rests_on_and_that_are_not_inside_are_named(can):
    inside, outside = b"Agreed words.", b"Paroles convenues."
    named = tuple(Attachment(media="text/plain", sha256=digest(one), size=len(one)) for one in (inside, outside))
    can.write(replace(plan_proposal(words=inside), attachments=named), subject="plan")
    can.attachments = {digest(inside): inside}

    verified = verify(can.bundle("kor"))

    assert (verified.blobs, verified.missing) == (1, (digest(outside),))


def test_a_key_list_is_the_version_it_is_listed_as(can):
    first = can.lists["can"][0]
    octets = can.bundle("kor")

    assert refused(remade(octets, can, keys_2=first)).fault.code == "keys.not-consecutive"
    assert refused(remade(octets, can, keys_1=None, keys_2=first)).fault.code == "keys.not-consecutive"


def test_without_key_lists_the_signatures_remain_open(can):
    verified = verify(can.bundle("kor", manifests=[]))

    assert verified.unchecked == (Unchecked.SIGNATURE, Unchecked.SENDER, Unchecked.REGISTER)
    assert (verified.versions, verified.fingerprint) == ((), "")


def test_without_the_first_key_list_the_chain_remains_open(can):
    current = can.manifest
    logs = (KeyRange(can.log_signer.public, 0, 2), KeyRange(seeded(200).public, 2))
    fields = {"version": 2, "previous": current.fingerprint(), "logs": logs}
    can.publish_keys(replace(current, **fields))

    verified = verify(can.bundle("kor", manifests=can.lists["can"][1:]))

    assert verified.versions == (2,)
    assert Unchecked.EARLIER_KEYS in verified.unchecked


def test_a_copy_does_not_show_who_sent_it(can):
    kor = channel_of("can", "kor")[1]
    kor.take_in(can.bundle("kor"))

    verified = verify(kor.bundle("can", log=can.origin))

    assert verified.by == kor.origin
    assert Unchecked.SENDER in verified.unchecked


def test_no_signature_in_a_copy_may_fail_under_a_key_that_its_lists_name(can):
    kor = channel_of("can", "kor")[1]
    kor.take_in(can.bundle("kor"))
    first, *members = split(kor.bundle("can", log=can.origin))
    note = read_note(content_of(first), cap=10**6)
    ours = read_note(can.own_log.note).signatures[0].key_id
    forged = Note(note.text, (*note.signatures, Signature(can.origin, ours, bytes(64))))

    assert refused(joined([member("bundle.note", forged.octets()), *members])).code == "note.bad-signature"


def test_entries_that_no_register_will_count_are_named(can):
    can.write(report(), marking={"tlp": "amber"})
    lines = can.own_log.lines()
    lines[0] = write_line(can.own_log.pairs[0][0], None)

    verified = verify(can.bundle("kor", lines=lines))

    assert {seq: fault.code for seq, fault in verified.flawed.items()} == {2: "marking.unknown"}
    assert verified.absent == (0,)


def test_what_is_refused_here_is_refused_everywhere(can):
    assert refused(can.bundle("kor", signer=STRANGER)).code == "keys.unknown"
    assert refused(can.bundle("kor", checkpoint=can.signed_note(signer=STRANGER).octets())).code == "keys.unknown"
    assert refused(can.bundle("kor", checkpoint=can.signed_note(root=bytes(32)).octets())).code == "tree.root"
    assert refused(can.bundle("kor", lines=can.own_log.lines(0, 1))).code == "log.gap"
    assert refused(can.bundle("kor", from_root=bytes(32))).code == "file.root"
    assert refused(can.bundle("kor", 2, from_root=bytes(32))).code == "tree.root"
    assert refused(can.bundle("kor", manifests=[other_list(can)])).code == "keys.new-threshold"


def test_what_is_refused_names_its_check(can):
    can.attachments = {digest(b"words"): b"words"}
    whole = can.bundle("kor")

    assert refused(b"no file at all").check == 2
    assert refused(file_of(offer(can, can, 0, note={"v": None}))).check == 3
    assert refused(can.bundle("kor", manifests=[other_list(can)])).check == 5
    assert refused(whole.replace(b"words", b"wordt")).check == 11
    assert refused(can.bundle("kor", signer=STRANGER)).check == 6
    assert refused(can.bundle("kor", lines=[b"{}{}\n", *can.own_log.lines(1)])).check == 13
    assert refused(can.bundle("kor", checkpoint=can.signed_note(root=bytes(32)).octets())).check == 16


def other_list(can) -> bytes:
    return manifest_note(can.first_manifest(), can.roots[:1]).octets()


def test_an_empty_file_shows_its_root(can):
    assert verify(can.bundle("kor", 2)).lines == 0


def test_every_byte_counts(can):
    octets = can.bundle("kor")

    for position in range(0, len(octets), 5):
        with pytest.raises(DeliveryRefused):
            verify(flipped(octets, position, bit=position % 8))


def test_what_is_left_open_is_said_in_three_languages():
    for reason in Unchecked:
        assert len({reason.value.in_(language) for language in LANGUAGES}) == len(LANGUAGES)
