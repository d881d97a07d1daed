"""Every limit a charter lowers, online and by file: what is above it is refused or set aside under its own error."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from suivi.exchange.charter import charter_proposal
from suivi.exchange.evidence import CAP_EVIDENCE, verify_evidence
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.take_in import Outcome
from suivi.log.header import Reference
from suivi.log.manifest import manifest_note
from suivi.log.note import Note, read_note, signature_of
from suivi.record.channel import LIMITS
from suivi.record.joint import Attachment, Concurred
from tests.exchange.faults import online
from tests.exchange.faults.bytes_rows import ABOUT
from tests.exchange.faults.play import Offer, Way, by_file, offer, plan_proposal, receive
from tests.exchange.faults.words_rows import charter_of
from tests.exchange.partner import Capital, chartered, deliver, digest, report, rival_of, seeded
from tests.exchange.test_take_in import content_of, joined, member, split

LOWERED = {
    "header": 700,
    "content": 900,
    "line": 1_400,
    "attachment": 100,
    "attachments": 2,
    "note": 400,
    "signatures": 2,
    "manifest": 2_000,
    "versions": 2,
    "bundle": 40_000,
    "blobs": 3,
    "evidence": 4_000,
}

WAYS = pytest.mark.parametrize("way", [by_file, online.online], ids=["file", "online"])


def lowered(*names: str) -> tuple[Capital, Capital]:
    """Two capitals whose charter lowers these limits and no other."""
    can, kor = chartered("can", "kor", limits={name: LOWERED[name] for name in names})
    return can, kor


def refused(kor: Capital, given: Offer, way: Way) -> str:
    """The error that refuses the offer; nothing may have changed."""
    before = kor.tables()
    with pytest.raises(DeliveryRefused) as refusal:
        receive(kor, given, way)
    assert kor.tables() == before
    assert refusal.value.check == (3 if refusal.value.code == "note.too-many" else 1)  # caps; grammar of the note
    return refusal.value.code


def set_aside(kor: Capital, given: Offer, way: Way) -> list[str]:
    return by_limits(one.code for one in receive(kor, given, way).set_aside)


def by_limits(codes: Iterable[str]) -> list[str]:
    """These errors but one: the reports are about a plan that the parties of these tests have not adopted."""
    return [code for code in codes if code != "register.unknown-plan"]


def test_a_charter_can_lower_each_limit_of_the_format():
    assert LOWERED.keys() == LIMITS.keys()
    assert all(LOWERED[name] < LIMITS[name] for name in LIMITS)


def short(can: Capital) -> None:
    can.write(report("Short."), subject=ABOUT)


def long_content(can: Capital) -> None:
    can.write(report("Long. " * 200), subject=ABOUT)


def long_header(can: Capital) -> None:
    can.write(report("Short."), subject=ABOUT, marking={"tlp": "AMBER", "rel": ["can", "kor", *others()]})


def others() -> list[str]:
    return [f"party{number:010}" for number in range(20)]


def proposing(*sizes: int) -> Callable[[Capital], None]:
    def write(can: Capital) -> None:
        files = [bytes([65 + at]) * size for at, size in enumerate(sizes)]
        named = tuple(Attachment(media="text/plain", sha256=digest(one), size=len(one)) for one in files)
        can.attachments |= {digest(one): one for one in files}
        proposal = plan_proposal(words=files[0])
        can.write(replace(proposal, attachments=named), subject="plan")

    return write


@WAYS
@pytest.mark.parametrize(
    ("name", "within", "above", "code"),
    [
        ("content", short, long_content, "size.content"),
        ("line", short, long_content, "size.line"),
        ("header", short, long_header, "size.header"),
        ("attachments", proposing(10, 20), proposing(10, 20, 30), "record.attachment"),
        ("attachment", proposing(100), proposing(101), "record.attachment"),
    ],
)
def test_an_entry_above_a_limit_is_set_aside_and_the_log_goes_on(name, within, above, code, way):
    can, kor = lowered(name)
    within(can)
    fine = set_aside(kor, offer(can, kor), way)
    above(can)
    aside = set_aside(kor, offer(can, kor), way)
    short(can)

    assert fine == []
    assert aside == [code]
    assert set_aside(kor, offer(can, kor), way) == []
    receive(can, offer(kor, can), way)
    assert by_limits(one.code for one in can.register().set_aside) == [code]


@WAYS
def test_what_stood_before_the_charter_is_not_held_to_its_limits(way):
    can, kor = chartered("can", "kor")
    long_content(can)
    receive(kor, offer(can, kor), way)
    charter, body = charter_of(can, kor, limits={"content": LOWERED["content"]})
    in_force = next(iter(can.register().joint_texts.values())).proposal
    named = Reference(in_force.log, in_force.seq, in_force.leaf.hex())
    changing = can.write(charter_proposal(charter, body), supersedes=named, at="2026-03-02T09:00:00Z")
    deliver([can, kor])
    kor.write(Concurred(), target=changing)
    kor.seal()
    deliver([can, kor])
    before = by_limits(one.code for one in kor.register().set_aside)
    long_content(can)

    assert before == []
    assert kor.register().charter.limits == {"content": LOWERED["content"]}
    assert set_aside(kor, offer(can, kor), way) == ["size.content"]


def with_lines(can: Capital, note: Note, many: int) -> bytes:
    lines = [signature_of(note.text, f"nobody{number}", seeded(200 + number)) for number in range(many)]
    return Note(note.text, (*note.signatures, *lines)).octets()


@WAYS
def test_a_checkpoint_above_the_limits_is_refused(way):
    for name, code in (("signatures", "note.too-many"), ("note", "size.note")):
        can, kor = lowered(name)
        short(can)

        assert refused(kor, offer(can, kor, checkpoint=with_lines(can, can.signed_note(), 4)), way) == code
        assert set_aside(kor, offer(can, kor, checkpoint=with_lines(can, can.signed_note(), 1)), way) == []


@WAYS
def test_a_key_list_above_the_limits_is_refused(way):
    can, kor = lowered("manifest", "signatures", "versions")
    note = manifest_note(can.following(), can.roots[:2])
    first = (1, can.lists["can"][0])
    long = Note(note.text, (*note.signatures, signature_of(note.text, "x" * 2_000, seeded(99)))).octets()
    three = manifest_note(can.following(), can.roots).octets()

    assert refused(kor, offer(can, kor, lists=[first, (2, long)]), way) == "size.manifest"
    assert refused(kor, offer(can, kor, lists=[first, (2, three)]), way) == "note.too-many"
    can.publish_keys(can.following())
    receive(kor, offer(can, kor), way)
    assert len(kor.lists["can"]) == 2
    can.publish_keys(can.following())
    assert refused(kor, offer(can, kor), way) == "size.manifest"


@WAYS
def test_a_key_list_held_since_before_the_charter_is_not_held_to_its_limits(way):
    can, kor = chartered("can", "kor", limits={"manifest": 100})
    short(can)
    given = offer(can, kor)
    assert len(given.lists[0][1]) > 100

    assert set_aside(kor, given, way) == []


def test_a_file_whose_own_note_bears_more_lines_than_the_charter_lets_it_is_refused():
    can, kor = lowered("signatures")
    short(can)
    octets = can.bundle("kor", kor.size(can.origin))
    first, *members = split(octets)
    note = read_note(content_of(first), cap=10**6)

    def with_more(many: int) -> bytes:
        return joined([member("bundle.note", with_lines(can, note, many)), *members])

    before = kor.tables()
    with pytest.raises(DeliveryRefused) as refusal:
        kor.take_in(with_more(2))
    assert kor.tables() == before
    assert (refusal.value.check, refusal.value.code) == (3, "note.too-many")
    assert kor.take_in(with_more(1)).outcome is Outcome.NEW


def test_a_file_above_the_limits_is_refused():
    can, kor = lowered("bundle", "blobs")
    can.attachments |= {digest(octets): octets for octets in (b"one", b"two", b"three")}
    short(can)
    assert set_aside(kor, offer(can, kor), by_file) == []
    can.attachments[digest(b"four")] = b"four"
    assert refused(kor, offer(can, kor), by_file) == "size.bundle"
    can.attachments = {}
    for _ in range(90):
        short(can)
    assert refused(kor, offer(can, kor), by_file) == "size.bundle"


@WAYS
def test_evidence_keeps_to_its_limit_by_leaving_out_the_oldest_key_lists(way):
    lengths = {}
    for limits in ((), ("evidence",)):
        can, kor = lowered(*limits)
        for _ in range(4):
            can.publish_keys(can.following())
        receive(kor, offer(can, kor), way)
        rival = rival_of(can)
        short(can)
        receive(kor, offer(can, kor), way)
        rival.write(report("Another past."), subject=ABOUT)
        with pytest.raises(Suspended) as refusal:
            receive(kor, offer(rival, kor, start=0), way)
        lengths[limits] = len(refusal.value.evidence)
        assert verify_evidence(refusal.value.evidence).proves

    assert LOWERED["evidence"] < lengths[()] < CAP_EVIDENCE
    assert lengths["evidence",] <= LOWERED["evidence"]


@WAYS
@pytest.mark.parametrize(("term", "other"), [("second", "2026-01-06"), ("day", "2026-01-06T09:00:00Z")])
def test_an_entry_states_its_release_as_precisely_as_the_charter_says(term, other, way):
    can, kor = chartered("can", "kor", at=term)
    can.write(report("As agreed."), subject=ABOUT, at="2026-01-06T09:00:00Z" if term == "second" else "2026-01-06")
    fine = set_aside(kor, offer(can, kor), way)
    can.write(report("Otherwise."), subject=ABOUT, at=other)

    assert fine == []
    assert set_aside(kor, offer(can, kor), way) == ["record.value"]
