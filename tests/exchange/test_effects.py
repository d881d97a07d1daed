"""Phases E and F: what a delivery that passed brings about, and what the node writes back by itself."""

import json
from dataclasses import replace

import pytest

from suivi.exchange.automatic import Automatic, notices_due, receipt_for, receipt_is_due, seals_due, written
from suivi.exchange.effect import DONE, REFUSED, SOME_SET_ASIDE, SUSPENDED, exit_code_of, missing_attachments
from suivi.exchange.evidence import verify_evidence
from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.release import ReleaseRefused
from suivi.exchange.take_in import Outcome
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.log.note import Note, Signature, read_note
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.channel import Receipt, SetAsideNotice
from suivi.record.joint import Attachment, Concurred, Declined, Proposed, Sealed, Voice, Withdrew
from suivi.record.marking import AMBER, Marking, Tlp
from suivi.record.plans import PlanAdopted
from tests.exchange.faults.play import agreed
from tests.exchange.partner import CHANNEL, Capital, channel_of, chartered, deliver, digest, report, rival_of
from tests.exchange.samples import plan_of

WORDS = b"Agreed words of the plan."


@pytest.fixture
def capitals():
    return chartered("can", "kor")


@pytest.fixture
def can(capitals):
    return capitals[0]


@pytest.fixture
def kor(capitals):
    return capitals[1]


def plan_proposal(**changes: object) -> Proposed:
    adopted = PlanAdopted(plan_of(WORDS))
    proposal = Proposed(
        kind="plan.adopted",
        parties=("can", "kor"),
        body=adopted,
        body_value=adopted.value(),
        texts={"en": "The parties adopt the plan."},
        attachments=(Attachment(media="text/plain", sha256=digest(WORDS), size=len(WORDS)),),
    )
    return replace(proposal, **changes)  # type: ignore[arg-type]  # a test may write any field


def adopt(capitals: list[Capital]) -> Reference:
    can, kor = capitals
    can.attachments[digest(WORDS)] = WORDS
    proposal = can.write(plan_proposal(), subject="plan")
    deliver(capitals)
    kor.write(Concurred(), subject="plan", target=proposal)
    kor.seal()
    deliver(capitals)
    return proposal


def assert_set_aside(can: Capital, kor: Capital, code: str) -> None:
    """The newest entry of `can` has no effect in either capital, and its author is told; only known files follow."""
    entry = Reference(can.origin, can.size(can.origin) - 1, can.own_log.leaves[-1].hex())
    effect = kor.receive(can.bundle(kor.code, kor.size(can.origin)))
    assert effect.outcome is Outcome.NEW
    assert [(one.seq, one.code) for one in effect.set_aside] == [(entry.seq, code)]
    assert effect.exit_code == SOME_SET_ASIDE
    notices = [one for one in kor.entries()[kor.origin] if isinstance(one.record, SetAsideNotice)]
    assert (notices[-1].header.target, notices[-1].record.code) == (entry, code)
    can.receive(kor.bundle(can.code, can.size(kor.origin)))
    assert [one.code for one in can.register().set_aside] == [one.code for one in kor.register().set_aside]


# Joint texts


def test_a_charter_comes_into_effect_by_files_alone(can, kor):
    assert can.register().charter == kor.register().charter
    assert can.register().charter.codes == ("can", "kor")


def test_a_charter_among_three_comes_into_effect_everywhere():
    capitals = chartered("can", "kor", "jpn")

    assert all(capital.register().charter is not None for capital in capitals)
    assert not any(capital.register().set_aside for capital in capitals)


def test_a_plan_is_in_effect_at_the_same_place_in_both_capitals(capitals, can, kor):
    proposal = adopt(capitals)

    for capital in capitals:
        register = capital.register()
        assert register.plans["plan"].joint.hex() == proposal.leaf
        assert register.set_aside == ()


def test_c12_no_seal_before_every_attachment_is_here(capitals, can, kor):
    proposal = can.write(plan_proposal(), subject="plan")
    effect = kor.receive(can.bundle("kor", kor.size(can.origin), blobs=[]))
    kor.write(Concurred(), subject="plan", target=proposal)

    assert [one.sha256 for one in effect.missing] == [digest(WORDS)]
    assert seals_due(kor.register(), "kor", has_blob=kor.blob) == []
    can.attachments[digest(WORDS)] = WORDS
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    assert missing_attachments(kor.register(), has_blob=kor.blob) == ()
    assert len([one for one in kor.entries()[kor.origin] if isinstance(one.record, Sealed)]) == 2


def test_c03_a_withdrawal_that_crosses_a_concurrence_ends_without_effect_on_both_sides(capitals, can, kor):
    can.attachments[digest(WORDS)] = WORDS
    proposal = can.write(plan_proposal(), subject="plan")
    deliver(capitals)
    can.write(Withdrew(), subject="plan", target=proposal)
    kor.write(Concurred(), subject="plan", target=proposal)
    kor.seal()
    deliver(capitals)

    assert can.register().plans == kor.register().plans == {}


def test_c02_the_first_concurrence_counts(capitals, can, kor):
    proposal = adopt(capitals)
    kor.write(Concurred(), subject="plan", target=proposal)
    deliver(capitals)

    assert can.register().plans["plan"].joint.hex() == proposal.leaf


def test_c04_no_withdrawal_after_the_own_seal(capitals, can, kor):
    proposal = adopt(capitals)
    can.write(Withdrew(), subject="plan", target=proposal)

    assert_set_aside(can, kor, "joint.bound")


def test_c05_no_concurrence_after_the_own_decline(capitals, can, kor):
    can.attachments[digest(WORDS)] = WORDS
    proposal = can.write(plan_proposal(), subject="plan")
    deliver(capitals)
    kor.write(Declined(), subject="plan", target=proposal)
    kor.write(Concurred(), subject="plan", target=proposal)

    assert_set_aside(kor, can, "joint.final-exit")


def test_c06_c07_c08_a_seal_names_every_voice_and_comes_after_the_own(capitals, can, kor):
    can.attachments[digest(WORDS)] = WORDS
    proposal = can.write(plan_proposal(), subject="plan")
    deliver(capitals)
    voices = {"can": Voice(proposal.seq, proposal.leaf), "kor": Voice(99, "0" * 64)}
    kor.write(Sealed(voices), subject="plan", target=proposal)
    assert_set_aside(kor, can, "joint.seal-early")

    can.write(Sealed(voices), subject="plan", target=proposal)
    assert_set_aside(can, kor, "joint.seal-incomplete")

    kor.write(Concurred(), subject="plan", target=proposal)
    kor.write(Sealed(voices), subject="plan", target=proposal)
    assert_set_aside(kor, can, "joint.seal-voice")


def test_c09_c10_a_proposal_holds_every_charter_language_and_party(capitals, can, kor):
    can.attachments[digest(WORDS)] = WORDS
    can.write(plan_proposal(texts={"fr": "Les parties adoptent le plan."}), subject="plan")
    assert_set_aside(can, kor, "joint.language")

    can.write(plan_proposal(parties=("kor", "can")), subject="plan")
    assert_set_aside(can, kor, "joint.parties")


def test_c14_two_texts_in_one_place_are_equivocation():
    can, kor, jpn = chartered("can", "kor", "jpn")
    rival = rival_of(can)
    can.write(report("One text."))
    rival.write(report("Another text."))
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    jpn.receive(rival.bundle("jpn", jpn.size(can.origin)))

    with pytest.raises(Suspended) as refusal:
        jpn.take_in(kor.bundle("jpn", jpn.size(kor.origin)))

    # T12: the receipt of a third party shows another root at that size.
    assert (refusal.value.check, refusal.value.code) == (25, "log.equivocation")
    verdict = verify_evidence(refusal.value.evidence)
    assert verdict.proves, verdict.flaw
    assert verdict.log == can.origin


# Form of records


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"v": 2}, "record.version"),
        ({"type": "minutes.filed"}, "record.unknown-kind"),
        ({"colour": "red"}, "record.unknown-field"),
        ({"at": None}, "record.missing-field"),
        ({"at": "2026-02-30T00:00:00Z"}, "record.value"),
        ({"manifest": 9}, "record.manifest"),
        ({"seen": {"suivi/can/demo": 1}}, "record.seen"),
        ({"seen": {"suivi/usa/demo": 1}}, "record.seen"),
        ({"seen": {}}, "record.seen"),
        ({"marking": {"tlp": "RED"}}, "marking.above-ceiling"),
        ({"marking": {"tlp": "amber"}}, "marking.unknown"),
        ({"marking": {"tlp": "TLP:AMBER"}}, "marking.unknown"),
        ({"marking": {"tlp": "AMBER", "rel": ["can"]}}, "marking.rel"),
        ({"marking": {"tlp": "AMBER", "labels": [{"policy": "xx-gov", "levels": {"a": "b"}}]}}, "marking.unknown"),
    ],
)
def test_h_and_m_a_header_outside_the_rules_is_stored_and_set_aside(capitals, can, kor, changes, code):
    adopt(capitals)
    header, content = sound_report(can)
    fields = {**json.loads(header), **changes}
    can.append(canonical({name: value for name, value in fields.items() if value is not None}), content)

    assert_set_aside(can, kor, code)


def sound_report(can: Capital, **changes: object) -> tuple[bytes, bytes]:
    content = canonical({**report().value(), "salt": can.token(), **changes})
    return can.header(content, "report.filed", subject="plan#P1.I1").octets(), content


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"account": {"fr": "Re\u0301union"}}, "text.nfc"),
        ({"account": {"ko": "\u1112\u1161\u11ab"}}, "text.nfc"),
        ({"account": {"en": "left\u202eright"}}, "text.forbidden"),
        ({"account": {"en": "zero\u200bwidth"}}, "text.forbidden"),
        ({"account": {"ko": "\u3164"}}, "text.forbidden"),
        ({"account": {"en": "tab\there"}}, "text.control"),
        ({"account": {"en": "carriage\rreturn"}}, "text.control"),
        ({"account": {"en": "nul\u0000"}}, "text.control"),
        ({"account": {"en": "new \U0001fae8"}}, "text.unassigned"),
        ({"stage": "half-done"}, "record.value"),
        ({"colour": "red"}, "record.unknown-field"),
        ({"salt": "00"}, "record.salt"),
    ],
)
def test_j11_to_j13_h_a_content_outside_the_rules_is_stored_and_set_aside(capitals, can, kor, changes, code):
    adopt(capitals)
    can.append(*sound_report(can, **changes))

    assert_set_aside(can, kor, code)


def test_h04_h05_ids_and_salts_are_used_once(capitals, can, kor):
    adopt(capitals)
    can.write(report(), salt="a" * 32, id="b" * 32, subject="plan#P1.I1")
    deliver(capitals)
    can.write(report(), id="b" * 32, subject="plan#P1.I1")
    assert_set_aside(can, kor, "record.duplicate-id")

    can.write(report(), salt="a" * 32, subject="plan#P1.I1")
    assert_set_aside(can, kor, "record.salt")


def test_h06_a_reference_to_nothing(capitals, can, kor):
    adopt(capitals)
    can.write(Concurred(), target=Reference(kor.origin, 0, "0" * 64))

    assert_set_aside(can, kor, "record.target")


def test_h09_what_a_third_party_showed_is_waited_for():
    can, kor, jpn = chartered("can", "kor", "jpn")
    jpn.write(report("Said by a third."))
    kor.receive(jpn.bundle("kor", kor.size(jpn.origin)))

    effect = can.receive(kor.bundle("can", can.size(kor.origin)))

    assert {waiting.code for waiting in effect.waiting} == {"order.waiting"}
    assert effect.exit_code == DONE
    can.receive(jpn.bundle("can", can.size(jpn.origin)))
    assert can.register().waiting == ()


def test_h14_a_content_that_is_missing_is_waited_for(capitals, can, kor):
    adopt(capitals)
    can.append(sound_report(can)[0], None)

    effect = kor.receive(can.bundle("kor", kor.size(can.origin)))

    assert [waiting.code for waiting in effect.waiting] == ["content.absent"]


def test_h16_attachments_are_of_known_kinds(capitals, can, kor):
    odd = Attachment(media="application/x-msdownload", sha256=digest(WORDS), size=1)
    can.write(plan_proposal(attachments=(odd,)), subject="plan")

    assert_set_aside(can, kor, "record.attachment")


def test_m01_the_author_learns_that_its_content_was_dropped(capitals, can, kor):
    adopt(capitals)
    can.write(report("Closed matter."), marking={"tlp": "RED"}, subject="plan#P1.I1")

    assert_set_aside(can, kor, "marking.above-ceiling")
    assert kor.copy_of(can.origin).pairs[-1][1] is None


def test_p02_nothing_but_the_charter_has_effect_before_it():
    can, kor = channel_of("can", "kor")
    can.write(report())

    assert_set_aside(can, kor, "charter.none")


# Later words


def test_w01_nobody_corrects_the_partners_words(capitals, can, kor):
    adopt(capitals)
    theirs = kor.write(report(), subject="plan#P1.I1")
    deliver(capitals)
    can.write(Corrected("report.filed", report("Not so.")), subject="plan#P1.I1", supersedes=theirs)

    assert_set_aside(can, kor, "change.not-author")


def test_w02_a_correction_keeps_kind_and_subject_and_withdrawn_is_withdrawn(capitals, can, kor):
    adopt(capitals)
    mine = can.write(report(), subject="plan#P1.I1")
    deliver(capitals)
    can.write(Corrected("report.filed", report("Not so.")), subject="plan", supersedes=mine)
    assert_set_aside(can, kor, "change.kind")

    can.write(Withdrawn("entered-in-error"), subject="plan#P1.I1", supersedes=mine)
    deliver(capitals)
    can.write(Corrected("report.filed", report("Not so.")), subject="plan#P1.I1", supersedes=mine)
    assert_set_aside(can, kor, "change.withdrawn")


def test_c11_one_side_does_not_withdraw_a_joint_text(capitals, can, kor):
    proposal = adopt(capitals)
    can.write(Withdrawn("entered-in-error"), subject="plan", supersedes=proposal)

    assert_set_aside(can, kor, "joint.one-sided")


# Receipts and our own past


def test_g04_receipts_are_not_answered_with_receipts(can, kor):
    kor.acknowledge()

    effect = can.receive(kor.bundle("can", can.size(kor.origin)))

    assert effect.outcome is Outcome.NEW
    assert not receipt_is_due(effect.taken.entries)
    assert isinstance(can.entries()[kor.origin][-1].record, Receipt)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda kor, can: ([kor.cosign(can.own_log.note)], {can.origin: 1}), "receipt.mismatch"),
        (lambda kor, can: ([can.own_log.note.decode()], {can.origin: 3}), "receipt.signature"),
        (lambda kor, can: (["no note at all"], {can.origin: 3}), "receipt.signature"),
        (
            lambda kor, can: ([kor.cosign(can.signed_note(origin="suivi/usa/demo").octets())], {"suivi/usa/demo": 3}),
            "receipt.signature",
        ),
        (
            lambda kor, can: ([kor.cosign(can.signed_note(signer=kor.log_signer).octets())], {can.origin: 3}),
            "receipt.signature",
        ),
    ],
)
def test_g02_g03_a_receipt_that_proves_nothing_is_set_aside(can, kor, damage, code):
    notes, seen = damage(kor, can)
    kor.write(Receipt(tuple(notes)), seen=seen)

    effect = can.receive(kor.bundle("can", can.size(kor.origin)))

    assert [one.code for one in effect.set_aside] == [code]


def test_a_receipt_over_more_than_we_hold_says_that_we_are_behind(capitals, can, kor):
    backup = rival_of(can)
    can.write(report("Written after the backup."))
    deliver(capitals)
    before = backup.tables()

    with pytest.raises(DeliveryRefused) as refusal:
        backup.take_in(kor.bundle("can", backup.size(kor.origin)))

    assert (refusal.value.check, refusal.value.code) == (20, "own.behind")
    assert exit_code_of(refusal.value) == REFUSED
    assert backup.tables() == before


def test_our_own_log_is_taken_back_while_restoring(capitals, can, kor):
    backup = rival_of(can)
    can.write(report("Written after the backup."))
    deliver(capitals)
    copy = kor.bundle("can", backup.size(can.origin), log=can.origin)

    with pytest.raises(DeliveryRefused) as refusal:
        backup.take_in(copy)
    backup.take_in(copy, restoring=True)
    backup.take_in(kor.bundle("can", backup.size(kor.origin)), restoring=True)

    assert refusal.value.code == "own.behind"
    assert backup.own_log.pairs == can.own_log.pairs[: backup.size(can.origin)]
    assert backup.size(can.origin) == kor.size(can.origin)


def test_our_own_log_is_taken_back_without_any_backup(capitals, can, kor):
    lost = Capital("can", 1)
    lost.lists = {code: list(notes) for code, notes in can.lists.items()}

    lost.take_in(kor.bundle("can", log=can.origin), restoring=True)

    assert lost.own_log.pairs == can.own_log.pairs


def test_f10_our_own_log_is_not_taken_in_otherwise(can, kor):
    with pytest.raises(DeliveryRefused) as refusal:
        can.take_in(kor.bundle("can", log=can.origin))

    assert (refusal.value.check, refusal.value.code) == (11, "file.own")


def test_l05_our_signature_over_another_past_suspends_the_channel(capitals, can, kor):
    double = rival_of(can)
    can.write(report("One."))
    double.write(report("Another."))
    deliver(capitals)

    for octets, check in ((kor.bundle("can", log=can.origin), 9), (kor.bundle("can", double.size(kor.origin)), 20)):
        with pytest.raises(Suspended) as refusal:
            double.check(octets)
        assert (refusal.value.check, refusal.value.code) == (check, "own.fork")
        verdict = verify_evidence(refusal.value.evidence)
        assert verdict.proves, verdict.flaw


def test_l05_a_copy_that_goes_on_from_another_past_suspends_while_restoring(capitals, can, kor):
    double = rival_of(can)
    can.write(report("One."))
    can.write(report("And one more."))
    double.write(report("Another."))
    deliver(capitals)

    with pytest.raises(Suspended) as refusal:
        double.check(kor.bundle("can", log=can.origin), restoring=True)

    assert (refusal.value.check, refusal.value.code) == (16, "own.fork")
    assert verify_evidence(refusal.value.evidence).proves


def test_exit_codes_are_those_of_the_terminal():
    assert exit_code_of(DeliveryRefused(2, Fault("file.truncated"))) == REFUSED == 3
    assert exit_code_of(Suspended(9, Fault("log.fork"), evidence=b"")) == SUSPENDED == 5
    assert exit_code_of(DeliveryRefused(4, Fault("channel.suspended"))) == SUSPENDED
    assert (DONE, SOME_SET_ASIDE) == (0, 4)


# What a node writes by itself


def test_nobody_is_told_about_a_notice_or_about_our_own_entries(capitals, can, kor):
    can.write(report())
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    asides = kor.register().set_aside
    entries = {(entry.log, entry.seq): entry for log in kor.entries().values() for entry in log}

    assert len(notices_due(asides, entries, own="kor", channel=CHANNEL)) == 1
    assert notices_due(asides, entries, own="can", channel=CHANNEL) == []
    notice = kor.entries()[kor.origin][-1]
    assert notices_due(asides, dict.fromkeys(entries, notice), own="kor", channel=CHANNEL) == []


def test_r05_only_the_closed_list_is_written_without_officers():
    with pytest.raises(ReleaseRefused) as refusal:
        written(
            Automatic(record=report()),  # type: ignore[arg-type]  # what the type forbids is refused as well
            log="suivi/can/demo",
            seq=0,
            id="0" * 32,
            salt="0" * 32,
            seen={},
            manifest=1,
            at="2026-01-05T09:30:00Z",
            ceiling=AMBER,
        )
    assert refusal.value.code == "release.not-automatic"


def test_what_a_node_writes_bears_exactly_the_ceiling(capitals, can, kor):
    kor.highest = Marking(tlp=Tlp.GREEN)
    kor.acknowledge()

    assert kor.entries()[kor.origin][-1].header.marking == {"tlp": "GREEN"}


def test_a_receipt_passes_on_no_signature_of_strangers(can, kor):
    note = read_note(can.own_log.note)
    kor.logs[can.origin].note = Note(note.text, (*note.signatures, Signature("x", bytes(4), b"y"))).octets()
    kor.acknowledge()

    receipt = kor.entries()[kor.origin][-1].record
    assert isinstance(receipt, Receipt)
    assert "— x " not in receipt.cosigned[0]


def test_an_empty_log_is_not_receipted(can, kor):
    can, kor = channel_of("can", "kor")
    kor.take_in(can.bundle("kor"))
    kor.logs[can.origin].note = can.own_log.note

    assert not receipt_is_due(())
    receipt, seen = receipt_for(
        [can.own_log.note], own="kor", keys={can.origin: can.manifest}, witness=kor.witness, at_seconds=0
    )
    assert (receipt.cosigned, seen) == ((), {})


def test_l08_a_clock_ten_years_off_changes_the_register_of_nobody(capitals, can, kor):
    adopt(capitals)
    for year in ("2036", "2016"):
        can.write(report(), subject="plan#P1.I1", at=f"{year}-01-05T09:30:00Z")
        deliver(capitals)

    assert "time.future" in [flag.code for flag in can.register().flags]
    assert can.register() == kor.register()
    assert [one.code for one in can.register().set_aside] == []


def test_a_seal_stands_under_the_subject_of_the_text_it_seals():
    _, kor = agreed()
    by_leaf = {entry.leaf.hex(): entry.header for log in kor.entries().values() for entry in log}
    seals = [header for header in by_leaf.values() if header.type == "joint.sealed"]

    assert len(seals) == 4  # the charter and the plan, by each side
    assert [seal for seal in seals if seal.subject != by_leaf[seal.target.leaf].subject] == []
    assert len({seal.subject for seal in seals}) == 2
