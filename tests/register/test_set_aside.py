"""For every rule of phase E, one entry that breaks only it: kept, counted, without effect, and named."""

import pytest

from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.channel import SetAsideNotice
from suivi.record.entry import Entry
from suivi.record.joint import Concurred, Declined, Sealed, Voice, Withdrew
from suivi.record.plans import PlanAdopted
from suivi.record.reports import Stage
from suivi.record.steps import ActivityOpened
from suivi.register.set_aside import check_of
from tests.register.correspondence import (
    PLAN,
    Correspondence,
    charter,
    codes_of,
    opened,
    plan,
    reference,
    report,
    step,
    under_way,
)
from tests.register.stories import DIALOGUE

NOWHERE = Reference("suivi/kor/pact", 99, "0" * 64)


def only(story):
    """The one entry set aside, as (party, code, number of the check)."""
    (aside,) = story.register().set_aside
    return aside.log.split("/")[1], aside.code, aside.check


# 17. The form of header and content


def test_an_entry_with_a_flaw_is_set_aside_under_the_name_of_the_flaw():
    story = under_way()
    story.write("kor", None, subject=PLAN, flaw=Fault("text.forbidden", got="U+202E", at="account.en"))

    assert only(story) == ("kor", "text.forbidden", 17)
    assert story.register().set_aside[0].detail == "account.en, got U+202E"


def test_an_entry_whose_header_cannot_be_read_is_set_aside_and_its_log_goes_on():
    story = under_way()
    log = story.log("kor")
    broken = Entry(
        log="suivi/kor/pact", seq=len(log), leaf=bytes(32), header=None, record=None, salt="",
        flaw=Fault("record.version", got="2", expected="1", at="v"), octets=0,
    )  # fmt: skip
    log.append(broken)
    after = story.report("kor")

    assert only(story) == ("kor", "record.version", 17)
    assert story.register().plans[PLAN].provisions[0].latest("kor").id == after.header.id


def test_an_entry_whose_content_is_absent_waits_without_holding_up_its_log():
    story = under_way()
    absent = story.write("kor", None, subject=PLAN)
    after = story.report("kor")

    register = story.register()

    assert [(one.seq, one.code) for one in register.waiting] == [(absent.seq, "content.absent")]
    assert register.plans[PLAN].provisions[0].latest("kor").id == after.header.id


# 18. Ids and salts


def test_an_id_used_before_is_set_aside():
    story = under_way()
    first = story.report("can")
    story.report("kor", id=first.header.id)

    assert only(story) == ("kor", "record.duplicate-id", 18)


def test_a_copied_id_cannot_undo_a_seal_that_its_writer_had_not_seen():
    story = Correspondence(("kor", "can"))
    proposal = story.propose("kor", charter(story.codes))
    story.deliver_all()
    story.concur("can", proposal)
    story.deliver_all()
    seal = story.seal("can", proposal)
    story.seal("kor", proposal)
    story.write("kor", report(), subject=PLAN, id=seal.header.id)

    register = story.register()

    assert register.charter is not None
    assert "record.duplicate-id" not in {aside.code for aside in register.set_aside if aside.log == seal.log}


def test_a_salt_used_before_in_the_same_log_is_set_aside_but_not_one_of_another_log():
    story = under_way()
    first = story.report("can")
    story.report("kor", salt=first.salt)
    story.report("can", salt=first.salt)

    assert only(story) == ("can", "record.salt", 18)


# 19. Key lists


def test_a_key_list_that_runs_backwards_is_set_aside():
    story = under_way()
    story.report("can", manifest=2)
    story.report("can", manifest=1)

    assert only(story) == ("can", "record.manifest", 19)


def test_what_needs_keys_is_decided_by_who_has_them():
    story = under_way()
    story.report("can", manifest=7)

    def vouching(entry):
        return Fault("record.manifest", got="7") if entry.header.manifest > 1 else None

    register = story.fold(vouching=vouching).register()

    assert [(aside.code, aside.check) for aside in register.set_aside] == [("record.manifest", 19)]


# 20. What was seen


@pytest.mark.parametrize(
    "seen", [{}, {"suivi/kor/pact": 1}, {"suivi/can/pact": 1}, {"suivi/jpn/pact": 1}, {"suivi/kor/other": 1}]
)
def test_what_was_seen_must_not_run_backwards_nor_name_another_log(seen):
    story = under_way()
    story.report("can", seen=seen)

    assert only(story) == ("can", "record.seen", 20)


# 21. Time


def test_an_instant_ahead_of_a_reader_is_flagged_and_the_entry_counts():
    story = under_way()
    ahead = story.report("kor", at="2028-01-01T00:00:00Z")
    story.deliver_all()
    story.report("can")

    register = story.register()

    assert register.set_aside == ()
    assert [(flag.log, flag.seq, flag.code) for flag in register.flags] == [(ahead.log, ahead.seq, "time.future")]
    assert register.plans[PLAN].provisions[0].latest("kor").at == "2028-01-01T00:00:00Z"


def test_clocks_ten_minutes_apart_are_not_flagged():
    story = under_way()
    story.report("kor", at="2025-03-01T09:10:00Z")
    story.deliver_all()
    story.report("can", at="2025-03-01T09:00:00Z")

    assert story.register().flags == ()


def test_an_instant_below_its_predecessors_counts_as_the_predecessors():
    story = under_way()
    story.report("kor", at="2025-03-01T09:00:00Z")
    story.report("kor", at="2025-02-01T09:00:00Z")

    accounts = story.register().plans[PLAN].provisions[0].accounts["kor"]

    assert [account.at for account in accounts] == ["2025-03-01T09:00:00Z"] * 2


@pytest.mark.parametrize(("day", "code"), [("2999-01-01", "time.absurd"), ("2026-01-01", "time.stated-ahead")])
def test_a_day_far_from_the_record_is_flagged_and_never_the_latest_word_for_ever(day, code):
    story = under_way()
    story.report("kor", report(stage=Stage.DONE, on=day))
    later = story.report("kor", report(stage=Stage.PLANNED, on="2025-01-07"), at="2025-01-08T00:00:00Z")

    register = story.register()

    assert [flag.code for flag in register.flags] == [code]
    assert register.plans[PLAN].provisions[0].latest("kor").id == later.header.id


def test_a_day_ahead_by_time_zones_only_is_not_flagged():
    story = under_way()
    story.report("kor", report(on="2025-01-07"))

    assert story.register().flags == ()


# 22. Markings


@pytest.mark.parametrize(
    ("marking", "code"),
    [
        ({"tlp": "RED"}, "marking.above-ceiling"),
        ({"tlp": "AMBER+STRICT"}, "marking.above-ceiling"),
        (
            {"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": {"classified": "SECRET"}}]},
            "marking.above-ceiling",
        ),
        ({"tlp": "amber"}, "marking.unknown"),
        ({"tlp": "TLP:AMBER"}, "marking.unknown"),
        ({"tlp": "CLEAR", "rel": ["can"]}, "marking.rel"),
    ],
)
def test_a_marking_above_the_ceiling_unknown_or_closed_to_a_party_is_set_aside(marking, code):
    story = under_way()
    story.report("kor", marking=marking)

    assert only(story) == ("kor", code, 22)


def test_the_marking_is_the_fault_whether_or_not_the_content_was_dropped():
    kept, dropped = under_way(), under_way()
    kept.write("kor", None, subject=PLAN, marking={"tlp": "RED"}, flaw=Fault("text.nfc"))
    dropped.write("kor", None, subject=PLAN, marking={"tlp": "RED"})

    assert codes_of(kept.register()) == codes_of(dropped.register()) == ["marking.above-ceiling"]


def test_the_ceiling_is_that_of_the_charter():
    story = Correspondence()
    story.open(ceiling="GREEN")
    story.adopt(marking={"tlp": "GREEN"})
    before = story.register()
    story.report("can", marking={"tlp": "AMBER"})

    aside = story.register().set_aside[-1]

    assert (aside.code, aside.detail) == ("marking.above-ceiling", "marking, got TLP:AMBER, expected TLP:GREEN")
    assert before.charter.ceiling == {"tlp": "GREEN"}


# 23. References


def test_a_reference_to_nothing_or_to_another_leaf_is_set_aside():
    story = under_way()
    first = story.log("kor")[0]
    story.report("can", target_as=NOWHERE)
    story.report("can", target_as=Reference(first.log, first.seq, "0" * 64))

    assert codes_of(story.register()) == ["record.target", "record.target"]


def test_a_word_on_a_proposal_that_its_writer_had_not_seen_is_set_aside():
    story = under_way()
    proposal = story.propose("can", PlanAdopted(plan(name="other")), subject="other")
    story.concur("kor", proposal)

    assert only(story) == ("kor", "record.target", 23)


def test_the_partners_entry_cannot_be_corrected():
    story = under_way()
    theirs = story.report("kor")
    story.deliver_all()
    story.report("can", Corrected("report.filed", report()), supersedes=theirs)

    assert only(story) == ("can", "change.not-author", 23)


def test_a_notice_about_an_entry_that_cannot_be_placed_is_in_order():
    story = under_way()
    lie = story.report("kor", seen={"suivi/can/pact": 99})
    story.write("can", SetAsideNotice("record.seen"), target=lie)

    assert codes_of(story.register()) == []


# 24. The charter


def test_before_a_charter_only_words_about_one_count():
    story = Correspondence()
    story.report("can")
    story.propose("can", PlanAdopted(plan()), subject=PLAN)
    story.receipt("kor")
    story.open()

    register = story.register()

    assert [(aside.code, aside.check) for aside in register.set_aside] == [("charter.none", 24)] * 2
    assert register.charter is not None


def test_a_record_written_before_its_author_had_all_seals_comes_before_the_charter():
    story = Correspondence()
    proposal = story.propose("can", charter(story.codes))
    story.deliver_all()
    story.concur("kor", proposal)
    story.deliver_all()
    story.seal("can", proposal)
    story.seal("kor", proposal)
    story.report("can")

    assert only(story) == ("can", "charter.none", 24)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (charter(("can", "kor", "jpn")), "charter.parties"),
        (charter(("can", "jpn")), "charter.parties"),
        (charter(("can", "kor"), channel="other"), "charter.channel"),
    ],
)
def test_a_charter_for_other_parties_or_another_channel_is_set_aside(body, code):
    story = Correspondence()
    story.propose("can", body, parties=body.codes)

    assert only(story) == ("can", code, 25)


def test_a_charter_of_an_unknown_edition_is_flagged_and_counts():
    story = Correspondence()
    story.open(edition="2031-4")

    register = story.register()

    assert [flag.code for flag in register.flags] == ["charter.edition"]
    assert register.charter.edition == "2031-4"


def test_a_charter_changed_by_one_side_leaves_the_old_one_standing():
    story = under_way()
    old = next(iter(story.register().joint_texts.values())).proposal
    changed = story.propose("can", charter(story.codes, ceiling="RED"), target=old)
    story.deliver_all()

    register = story.register()

    assert register.set_aside == ()
    assert register.charter.ceiling == {"tlp": "AMBER"}
    assert register.joint_texts[changed.leaf].pending


def test_a_charter_changed_by_all_sides_is_in_effect():
    story = under_way()
    old = next(iter(story.register().joint_texts.values())).proposal
    story.agree("kor", charter(story.codes, ceiling="CLEAR"), target=old)

    assert story.register().charter.ceiling == {"tlp": "CLEAR"}


# 25. Joint texts


def pending(story):
    """A proposal of Canada's that Korea has read."""
    proposal = story.propose("can", PlanAdopted(plan(name="other")), subject="other")
    story.deliver_all()
    return proposal


def test_a_second_concurrence_is_no_fault_and_the_first_counts():
    story = under_way()
    proposal = pending(story)
    first = story.concur("kor", proposal)
    story.concur("kor", proposal)

    register = story.register()

    assert register.set_aside == ()
    assert register.joint_texts[proposal.leaf].voices["kor"].seq == first.seq


def test_crossed_letters_bind_nobody():
    story = under_way()
    proposal = pending(story)
    story.concur("kor", proposal)
    story.write("can", Withdrew(), target=proposal)
    story.deliver_all()
    story.seal("kor", proposal)

    text = story.register().joint_texts[proposal.leaf]

    assert not text.in_effect
    assert text.abandoned
    assert not text.pending


def test_nobody_leaves_after_sealing():
    story = under_way()
    proposal = pending(story)
    story.concur("kor", proposal)
    story.deliver_all()
    story.seal("can", proposal)
    story.write("can", Withdrew(), target=proposal)

    assert only(story) == ("can", "joint.bound", 25)


@pytest.mark.parametrize("word", [Concurred(), Declined(), Withdrew()])
def test_there_is_no_word_after_leaving(word):
    story = under_way()
    proposal = pending(story)
    story.write("kor", Declined(), target=proposal)
    story.write("kor", word, target=proposal)

    assert only(story) == ("kor", "joint.final-exit", 25)


def test_a_seal_without_an_own_voice_is_set_aside():
    story = under_way()
    proposal = pending(story)
    story.seal("kor", proposal)

    assert only(story) == ("kor", "joint.seal-early", 25)


def test_a_seal_on_a_voice_that_is_missing_or_was_not_seen_is_set_aside():
    story = under_way()
    proposal = pending(story)
    story.seal("can", proposal)
    story.concur("kor", proposal)
    story.seal("can", proposal)

    assert codes_of(story.register()) == ["joint.seal-incomplete", "joint.seal-incomplete"]


def test_a_seal_that_names_another_leaf_is_set_aside():
    story = under_way()
    proposal = pending(story)
    spoken = story.concur("kor", proposal)
    story.deliver_all()
    voices = story.voices(proposal) | {"kor": Voice(spoken.seq, "0" * 64)}
    story.write("can", Sealed(voices), target=proposal)

    assert only(story) == ("can", "joint.seal-voice", 25)


def test_a_proposal_lacks_no_language_of_the_charter():
    story = under_way()
    story.propose("can", PlanAdopted(plan(name="other")), texts={"en": "The parties agree."})

    assert only(story) == ("can", "joint.language", 25)


def test_a_proposal_names_the_parties_of_the_charter_in_its_order():
    story = under_way()
    story.propose("can", PlanAdopted(plan(name="other")), parties=("kor", "can"))

    assert only(story) == ("can", "joint.parties", 25)


@pytest.mark.parametrize("record", [Withdrawn("error"), Corrected("joint.proposed", report())])
def test_a_text_of_all_is_not_changed_by_one(record):
    story = under_way()
    adoption = story.log("can")[-2]
    story.write("can", record, supersedes=adoption, subject=adoption.header.subject)

    aside = story.register().set_aside

    assert [one.code for one in aside] in (["joint.one-sided"], ["change.kind"])


def test_a_plan_in_force_is_changed_only_by_a_text_that_names_it():
    story = under_way()
    adoption = story.register().plans[PLAN].joint
    proposal = story.register().joint_texts[adoption].proposal
    story.propose("kor", PlanAdopted(plan(version=2)), subject=PLAN)
    story.agree("kor", PlanAdopted(plan(version=3)), subject=PLAN, target=proposal)

    register = story.register()

    assert codes_of(register) == ["joint.one-sided"]
    assert register.plans[PLAN].plan.version == 3


def test_a_word_on_a_proposal_that_was_set_aside_has_nothing_to_say():
    story = under_way()
    proposal = story.propose("can", PlanAdopted(plan(name="other")), parties=("kor", "can"))
    story.deliver_all()
    story.concur("kor", proposal)

    assert codes_of(story.register()) == ["joint.parties", "record.target"]


# 25. Reports and activities


def test_a_plan_adopted_by_one_party_alone_has_no_effect():
    story = under_way()
    story.write("can", PlanAdopted(plan(name="other")), subject="other")

    assert only(story) == ("can", "register.not-joint", 25)


def test_a_report_on_an_unknown_plan_or_commitment_is_set_aside():
    story = under_way()
    story.report("can", subject="plan-2099")
    story.report("can", report("P7.I7"))

    assert codes_of(story.register()) == ["register.unknown-plan", "register.unknown-provision"]


def test_a_report_that_takes_a_pending_plan_for_agreed_is_flagged_and_set_aside():
    story = under_way()
    pending(story)
    story.report("can", subject="other")

    register = story.register()

    assert codes_of(register) == ["register.unknown-plan"]
    assert [flag.code for flag in register.flags] == ["joint.not-in-effect"]


def test_subject_and_report_name_the_same_commitment():
    story = under_way()
    story.report("can", report("P1.I4"), subject=f"{PLAN}#P1.I2")
    story.report("can", report("P1.I1"), subject=f"{PLAN}#P1.I2")

    assert only(story) == ("can", "register.subject", 25)


def activity(story, mode="dialogue"):
    """An activity that Canada has opened and Korea has read."""
    opening = story.write("can", opened(mode=mode), subject=PLAN)
    story.deliver_all()
    return opening


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        (opened(mode="jousting"), "register.unknown-mode"),
        (opened(edition=99), "register.unknown-edition"),
        (opened("P7.I7"), "register.unknown-provision"),
    ],
)
def test_an_activity_of_unknown_mode_edition_or_commitment_is_set_aside(opening, code):
    story = under_way()
    story.write("can", opening, subject=PLAN)

    assert only(story) == ("can", code, 25)


@pytest.mark.parametrize(
    ("name", "details", "code"),
    [
        ("hold", DIALOGUE["hold"], "register.step-not-open"),
        ("propose", {}, "register.detail-missing"),
        ("propose", {"date": "2025-02-30", "level": "ministers"}, "register.detail-not-sound"),
        ("convene", DIALOGUE["convene"], "register.joint-step"),
        ("jump", {}, "register.step-not-open"),
    ],
)
def test_a_step_that_the_mode_does_not_allow_is_set_aside(name, details, code):
    story = under_way()
    opening = activity(story)
    story.write("kor", step(opening.header.id, name, **details), subject=PLAN)

    assert only(story) == ("kor", code, 25)


def test_a_step_of_one_party_is_not_taken_jointly():
    story = under_way()
    opening = activity(story)
    story.agree("kor", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)

    assert only(story) == ("kor", "register.one-party-step", 25)


def test_a_step_in_an_unknown_or_withdrawn_activity_is_set_aside():
    story = under_way()
    opening = activity(story)
    story.write("can", Withdrawn("error"), supersedes=opening, subject=PLAN)
    story.deliver_all()
    for name in (opening.header.id, "0" * 32):
        story.write("kor", step(name, "propose", **DIALOGUE["propose"]), subject=PLAN)

    assert codes_of(story.register()) == ["register.activity-withdrawn", "register.unknown-activity"]


# 25. Later words


def test_a_correction_keeps_kind_subject_and_commitment():
    story = under_way()
    first = story.report("can")
    story.report("can", Corrected("report.filed", report()), supersedes=first, subject=f"{PLAN}#P1.I1")
    story.report("can", Corrected("activity.opened", opened()), supersedes=first)
    story.report("can", Corrected("report.filed", report("P1.I2")), supersedes=first)

    assert codes_of(story.register()) == ["change.kind"] * 3


def test_a_withdrawn_report_is_neither_corrected_nor_withdrawn_again():
    story = under_way()
    first = story.report("can")
    story.report("can", Withdrawn("error"), supersedes=first)
    story.report("can", Corrected("report.filed", report()), supersedes=first)
    story.report("can", Withdrawn("error"), supersedes=first)

    assert codes_of(story.register()) == ["change.withdrawn"] * 2


def test_an_entry_without_effect_cannot_be_changed():
    story = under_way()
    nothing = story.report("can", report("P7.I7"))
    receipt = story.receipt("can")
    story.report("can", Corrected("report.filed", report()), supersedes=nothing)
    story.write("can", Withdrawn("error"), supersedes=receipt)

    assert codes_of(story.register()) == ["register.unknown-provision", "register.no-effect", "register.no-effect"]


def test_an_opening_can_be_given_other_titles():
    story = under_way()
    opening = story.write("can", opened(), subject=PLAN)
    titled = ActivityOpened(provision="P1.I1", mode="dialogue", edition=1, titles={"en": "Second dialogue"})
    story.write("can", Corrected("activity.opened", titled), supersedes=opening, subject=PLAN)

    (standing,) = story.register().plans[PLAN].provisions[0].activities

    assert standing.titles == {"en": "Second dialogue"}


def test_a_correction_whose_words_are_of_another_kind_than_it_says_is_set_aside():
    story = under_way()
    first = story.report("can")
    story.report("can", Corrected("report.filed", opened()), supersedes=first)

    assert only(story) == ("can", "change.kind", 25)


def test_a_correction_of_an_entry_that_is_not_there_is_set_aside():
    story = under_way()
    story.report("can", Corrected("report.filed", report()), supersedes_as=Reference("suivi/can/pact", 99, "0" * 64))

    assert only(story) == ("can", "record.target", 23)


def test_a_step_that_others_have_built_on_is_not_taken_back():
    story = under_way()
    opening = activity(story)
    first = story.write("can", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)
    story.deliver_all()
    story.agree("kor", step(opening.header.id, "convene", **DIALOGUE["convene"]), subject=PLAN)
    story.write("can", Withdrawn("error"), supersedes=first, subject=PLAN)
    story.write("can", Withdrawn("error"), supersedes=opening, subject=PLAN)

    register = story.register()

    assert codes_of(register) == ["register.built-upon", "register.built-upon"]
    assert register.plans[PLAN].provisions[0].activities[0].activity.state == "convened"


@pytest.mark.parametrize(
    ("code", "check"),
    [
        ("record.version", 17), ("text.nfc", 17), ("record.salt", 18), ("record.manifest", 19), ("record.seen", 20),
        ("marking.unknown", 22), ("record.target", 23), ("charter.none", 24), ("joint.bound", 25), ("receipt.mismatch", 25),
    ],
)  # fmt: skip
def test_every_code_belongs_to_a_numbered_check(code, check):
    assert check_of(code) == check


def test_a_reference_names_an_entry_by_its_leaf():
    story = under_way()
    entry = story.report("can")

    assert reference(entry).leaf == entry.leaf.hex()
