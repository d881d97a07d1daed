"""Check 5: key lists walked one by one, and what happens when one of them contradicts another."""

import base64
import hashlib
import json
from dataclasses import replace

import pytest

from suivi.exchange.evidence import verify_evidence
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.take_in import Outcome
from suivi.log.bundle import Listed, bundle_note, read_bundle_note, segments_of, write_bundle
from suivi.log.canonical import canonical
from suivi.log.manifest import KeyRange, Manifest, manifest_note
from suivi.log.note import read_note, signed
from tests.exchange.partner import Capital, channel_of, report, rival_of, seeded


@pytest.fixture
def capitals():
    can, kor = channel_of("can", "kor")
    can.write(report())
    can.write(report("A second meeting was held."))
    kor.take_in(can.bundle("kor"))
    return can, kor


@pytest.fixture
def can(capitals):
    return capitals[0]


@pytest.fixture
def kor(capitals):
    return capitals[1]


def following(can: Capital, **changes: object) -> Manifest:
    """The next version of the key list of `can`, sound unless a field is changed."""
    current = can.manifest
    fields: dict[str, object] = {
        "version": current.version + 1,
        "previous": current.fingerprint(),
        "issued": "2026-02-01",
    }
    return replace(current, **{**fields, **changes})  # type: ignore[arg-type]  # a test may write any field


def rotated(can: Capital, until: int = 2, seed: int = 200) -> Manifest:
    """The next version, in which the log key ends at `until` and another begins there."""
    *earlier, last = can.manifest.logs
    return following(can, logs=(*earlier, replace(last, until=until), KeyRange(seeded(seed).public, until)))


def listing(can: Capital, manifest: Manifest, signers=None) -> bytes:
    """A file of ours whose newest key list is this one."""
    note = manifest_note(manifest, signers or can.roots[:2])
    return relisted(can, [(1, can.lists["can"][0]), (manifest.version, note.octets())])


def assert_refused(node: Capital, octets: bytes, code: str) -> DeliveryRefused:
    before = node.tables()
    with pytest.raises(DeliveryRefused) as refusal:
        node.take_in(octets)
    assert (refusal.value.check, refusal.value.code) == (5, code)
    assert not isinstance(refusal.value, Suspended)
    assert node.tables() == before
    return refusal.value


def test_a_new_key_list_arrives_with_the_log(can, kor):
    can.publish_keys(rotated(can))

    taken = kor.take_in(can.bundle("kor"))

    assert taken.outcome is Outcome.NEW
    assert kor.manifests("can") == can.manifests("can")
    assert kor.take_in(can.bundle("kor")).outcome is Outcome.NOTHING_NEW


def test_the_first_delivery_of_a_log_may_bring_a_newer_key_list_with_it():
    can, kor = channel_of("can", "kor")
    can.publish_keys(rotated(can, until=0))
    can.log_signer = seeded(200)
    can.write(report())

    kor.take_in(can.bundle("kor"))

    assert (kor.size(can.origin), kor.manifests("can")) == (1, can.manifests("can"))


def test_a_rotated_key_signs_what_follows(can, kor):
    can.publish_keys(rotated(can))
    can.log_signer = seeded(200)
    can.write(report("A third meeting was held."))

    kor.take_in(can.bundle("kor", 2))

    assert kor.size(can.origin) == 3


def test_an_old_file_with_older_key_lists_brings_nothing_new(can, kor):
    old = can.bundle("kor")
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))

    assert kor.take_in(old).outcome is Outcome.NOTHING_NEW


def test_the_same_list_with_one_signature_more_is_the_same_list(can, kor):
    again = manifest_note(can.first_manifest(), can.roots).octets()

    assert kor.take_in(can.bundle("kor", manifests=[again])).outcome is Outcome.NOTHING_NEW


def test_k01_another_version_1_is_not_the_one_whose_fingerprint_was_exchanged(can, kor):
    other = manifest_note(replace(can.first_manifest(), issued="2026-01-06"), can.roots[:2]).octets()

    assert_refused(kor, can.bundle("kor", manifests=[other]), "keys.fingerprint")


def test_k02_lists_follow_one_another(can, kor):
    third = replace(following(can), version=3)

    assert_refused(kor, listing(can, third), "keys.not-consecutive")


def test_k02_an_older_list_is_not_taken_for_the_newest(can, kor):
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    second, first = can.lists["can"][1], can.lists["can"][0]

    assert_refused(kor, relisted(can, [(3, first)]), "keys.rollback")
    assert_refused(kor, relisted(can, [(3, second)]), "keys.rollback")
    assert_refused(kor, relisted(can, [(2, first)]), "keys.rollback")


def test_k03_two_texts_of_one_version_suspend_the_channel(can, kor):
    rival = rival_of(can)
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    rival.publish_keys(following(rival, issued="2026-03-01"))

    with pytest.raises(Suspended) as refusal:
        kor.take_in(rival.bundle("kor"))

    assert (refusal.value.check, refusal.value.code) == (5, "keys.equivocation")
    told = refusal.value.fault
    assert (told.expected, told.got) == (can.manifest.fingerprint(), rival.manifest.fingerprint())
    verdict = verify_evidence(refusal.value.evidence)
    assert verdict.proves, verdict.flaw
    assert verdict.fingerprint == can.first_manifest().fingerprint()


def test_k03_a_rival_list_is_judged_by_the_lists_before_it_and_not_by_the_one_it_rivals(can, kor):
    rival = rival_of(can)
    can.publish_keys(rotated(can, seed=200))  # a key of the log here, and of receipts there
    kor.take_in(can.bundle("kor"))
    receipts = rival.manifest.witnesses[0]
    rival.publish_keys(following(rival, witnesses=(replace(receipts, until=2), KeyRange(seeded(200).public, 2))))

    with pytest.raises(Suspended) as refusal:
        kor.take_in(rival.bundle("kor"))

    assert refusal.value.code == "keys.equivocation"
    assert verify_evidence(refusal.value.evidence).proves


def test_a_rival_list_that_the_lists_before_it_do_not_allow_proves_nothing(can, kor):
    retired, *kept = can.roots
    can.publish_keys(following(can, roots=tuple(key.public for key in (*kept, seeded(201)))), can.roots)
    rival = rival_of(can)
    can.publish_keys(following(can), kept)
    kor.take_in(can.bundle("kor"))
    *earlier, last = rival.manifest.logs
    ended = (*earlier, replace(last, until=2), KeyRange(retired.public, 2))
    rival.publish_keys(following(rival, logs=ended), kept)

    assert_refused(kor, rival.bundle("kor"), "keys.two-roles")


def test_a_rival_list_without_the_signatures_proves_nothing(can, kor):
    rival = rival_of(can)
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    rival.publish_keys(following(rival, issued="2026-03-01"), [seeded(201), seeded(202)])

    assert_refused(kor, rival.bundle("kor"), "keys.old-threshold")


def test_k04_the_old_threshold_must_sign(can, kor):
    thief = tuple(seeded(number) for number in (201, 202, 203))
    stolen = following(can, roots=tuple(key.public for key in thief))

    assert_refused(kor, listing(can, stolen, [can.roots[0], *thief]), "keys.old-threshold")


def test_k05_the_new_threshold_must_sign(can, kor):
    fresh = tuple(seeded(number) for number in (201, 202, 203))
    manifest = following(can, roots=tuple(key.public for key in fresh))

    assert_refused(kor, listing(can, manifest, [*can.roots[:2], fresh[0]]), "keys.new-threshold")


def test_k06_one_key_that_signs_twice_counts_once(can, kor):
    fresh = seeded(201)
    manifest = following(can, roots=(fresh.public, seeded(202).public))

    assert_refused(kor, listing(can, manifest, [*can.roots[:2], fresh, fresh]), "keys.new-threshold")


def test_k07_a_key_listed_twice(can, kor):
    manifest = following(can, roots=(*can.manifest.roots, can.manifest.roots[0]))

    assert_refused(kor, listing(can, manifest), "keys.duplicate")


def test_k08_a_key_in_two_roles(can, kor):
    manifest = following(can, witnesses=(*can.manifest.witnesses, KeyRange(can.log_signer.public, 0)))
    partners = following(can, roots=(*can.manifest.roots, kor.roots[0].public))

    assert_refused(kor, listing(can, manifest), "keys.two-roles")
    assert_refused(kor, listing(can, partners), "keys.two-roles")


def altered(can: Capital, change) -> bytes:
    """A file of ours whose newest key list was changed as JSON, and well signed all the same."""
    purpose, line, _ = following(can).text().split("\n")
    fields = json.loads(line)
    change(fields)
    text = f"{purpose}\n{canonical(fields).decode()}\n"
    notes = [signed(text, "suivi/can/root", root) for root in can.roots[:2]]
    note = replace(notes[0], signatures=(*notes[0].signatures, *notes[1].signatures))
    return relisted(can, [(2, note.octets())])


def relisted(can: Capital, lists: list[tuple[int, bytes]]) -> bytes:
    """A file of ours that lists these key lists under these numbers, whatever they are."""
    segments = list(segments_of(can.own_log.lines()))
    sound = read_bundle_note(read_note(note_of(can.bundle("kor")), cap=10**6))
    note = bundle_note(
        by=sound.by,
        log=sound.log,
        to=sound.to,
        from_size=sound.from_size,
        from_root=sound.from_root,
        checkpoint=sound.checkpoint,
        keys=tuple(Listed(number, len(octets), hashlib.sha256(octets).hexdigest()) for number, octets in lists),
        segments=sound.segments,
        signer=can.log_signer,
    )
    return b"".join(write_bundle(note, [octets for _, octets in lists], segments, []))


def note_of(octets: bytes) -> bytes:
    return octets[512 : 512 + int(octets[124:135], 8)]


def test_k09_k10_a_key_under_which_anything_verifies(can, kor):
    weak = base64.b64encode(bytes([1]) + bytes(31)).decode()
    beyond = base64.b64encode(b"\xff" * 32).decode()

    assert_refused(kor, altered(can, lambda fields: fields["root"][0].update(key=weak)), "keys.small-order")
    assert_refused(kor, altered(can, lambda fields: fields["root"][0].update(key=beyond)), "keys.encoding")


def test_k12_an_algorithm_nobody_uses_here(can, kor):
    assert_refused(kor, altered(can, lambda fields: fields["log"][0].update(alg="rsa")), "keys.algorithm")


@pytest.mark.parametrize("threshold", [0, 4])
def test_k13_a_threshold_outside_the_number_of_keys(can, kor, threshold):
    assert_refused(kor, altered(can, lambda fields: fields.update(threshold=threshold)), "keys.threshold-range")


def test_k13_a_threshold_below_the_charters(can, kor):
    kor.threshold = 2

    assert_refused(kor, listing(can, following(can, threshold=1)), "keys.threshold-range")


def test_k14_the_list_of_another_party_or_another_past(can, kor):
    assert_refused(kor, listing(can, following(can, channel="other")), "keys.subject")
    assert_refused(kor, listing(can, following(can, previous="0" * 64)), "keys.chain")


def test_k16_a_chain_stops_at_the_first_unsound_list(can, kor):
    second = following(can, previous="0" * 64)
    third = replace(following(can), version=3, previous=second.fingerprint())
    lists = [manifest_note(manifest, can.roots[:2]).octets() for manifest in (second, third)]

    assert_refused(kor, can.bundle("kor", manifests=[*can.lists["can"], *lists]), "keys.chain")
    assert len(kor.manifests("can")) == 1


def test_k17_old_keys_stay_as_they_were(can, kor):
    assert_refused(kor, listing(can, following(can, logs=(KeyRange(seeded(200).public, 0),))), "keys.history")


def test_k18_a_key_that_has_ended_signs_no_more(can, kor):
    can.publish_keys(rotated(can))
    kor.take_in(can.bundle("kor"))
    can.write(report("Written with the old key."))
    before = kor.tables()

    with pytest.raises(DeliveryRefused) as refusal:
        kor.take_in(can.bundle("kor"))

    assert (refusal.value.check, refusal.value.code) == (6, "keys.after-until")
    assert kor.tables() == before


def test_k19_a_key_that_has_not_begun_signs_nothing_yet(can, kor):
    can.publish_keys(rotated(can))
    note = can.signed_note(1, signer=seeded(200)).octets()

    with pytest.raises(DeliveryRefused) as refusal:
        kor.take_in(can.bundle("kor", checkpoint=note, lines=can.own_log.lines(0, 1)))

    assert (refusal.value.check, refusal.value.code) == (6, "keys.before-from")


def test_k20_a_list_that_disowns_what_is_held_suspends_the_channel(can, kor):
    can.publish_keys(rotated(can, until=1))

    with pytest.raises(Suspended) as refusal:
        kor.take_in(can.bundle("kor", checkpoint=can.signed_note(1).octets(), lines=can.own_log.lines(0, 1)))

    assert (refusal.value.check, refusal.value.code) == (5, "keys.cut")
    verdict = verify_evidence(refusal.value.evidence)
    assert verdict.proves, verdict.flaw
    assert kor.suspended()


def test_k22_a_new_key_whose_list_is_withheld_is_unknown_and_the_list_held_is_named(can, kor):
    held = list(can.lists["can"])
    can.publish_keys(rotated(can))
    can.log_signer = seeded(200)
    can.write(report("A third meeting was held."))

    with pytest.raises(DeliveryRefused) as refusal:
        kor.take_in(can.bundle("kor", manifests=held))

    assert (refusal.value.check, refusal.value.code) == (6, "keys.unknown")
    assert "version 1" in refusal.value.fault.expected
