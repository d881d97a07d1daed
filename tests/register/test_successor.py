"""A successor channel: what its charter agrees on of the old logs counts for ever, what stands above is disowned."""

from hypothesis import given
from hypothesis import strategies as st

from suivi.log.tree import root_of
from suivi.plan.channel import OldLog
from suivi.record.changes import Corrected, DestroyAsked, Destroyed, Withdrawn
from suivi.record.joint import Proposed
from suivi.record.plans import PlanAdopted
from suivi.register.cut import whole
from suivi.register.fold import Fold, register_at
from tests.register.correspondence import PLAN, Correspondence, charter, codes_of, opened, plan, report, step, under_way
from tests.register.stories import stories

SECOND = "pact.2"


def agreed_on(old, **sizes):
    """What a charter says of the logs of `old`: all they hold, or so many entries of a party's log."""
    of = {log: held[: sizes.get(log.split("/")[1], len(held))] for log, held in old.logs.items()}
    return tuple(OldLog(log, len(held), root_of([entry.leaf for entry in held]).hex()) for log, held in of.items())


def begun_again(old, **sizes):
    """The successor of `old`, its charter in effect; ids and salts go on where those of `old` ended."""
    new = Correspondence(old.codes, channel=SECOND, written=old.written)
    new.open(succeeds=agreed_on(old, **sizes))
    return new


def told(old, new, own=None):
    """The registers of the old channel and of its successor."""
    successor = new.fold(former=old.fold(own=own), own=own)
    return successor.former_register(), successor.register()


def accounts(register, party, provision="P1.I1"):
    standing = next(one for one in register.plans[PLAN].provisions if one.provision.id == provision)
    return [account.account["en"] for account in standing.accounts[party]]


def test_what_was_agreed_in_the_old_channel_is_gone_on_with_in_the_new_one():
    old = under_way()
    old.report("can", report(account="Before."))
    old.deliver_all()
    new = begun_again(old)
    new.report("can", report(account="After.", on="2025-01-05"))

    _, register = told(old, new)

    assert accounts(register, "can") == ["Before.", "After."]
    assert register.set_aside == ()
    assert set(register.sources) == {*old.logs, *new.logs}
    assert set(register.cut.sizes) == set(new.logs)


def test_what_stands_above_the_entries_agreed_on_is_disowned():
    old = under_way()
    kept = len(old.log("can"))
    above = old.report("can", report(account="Never agreed on."))
    new = begun_again(old, can=kept)

    before, register = told(old, new)

    assert [(one.log, one.seq, one.leaf, one.code) for one in before.disowned] == [
        (above.log, above.seq, above.leaf, "charter.disowned")
    ]
    assert before.sources[above.log].size == kept
    assert accounts(register, "can") == []
    assert register.disowned == ()


def test_what_was_written_below_by_who_had_read_what_is_disowned_counts_all_the_same():
    old = under_way()
    kept = len(old.log("can"))
    old.report("can", report(account="Never agreed on."))
    old.deliver_all()
    old.report("kor", report(account="We have read it."))
    new = begun_again(old, can=kept)

    found = [told(old, new, own=own) for own in (None, "can", "kor")]

    assert accounts(found[0][1], "kor") == ["We have read it."]
    assert found[0][0].waiting == found[0][0].set_aside == ()
    assert found[0] == found[1] == found[2]


def test_a_receipt_for_what_is_disowned_is_judged_by_what_it_has_signed():
    old = under_way()
    kept = len(old.log("can"))
    old.report("can", report(account="Never agreed on."))
    old.deliver_all()
    receipt = old.receipt("kor")
    new = begun_again(old, can=kept)
    judged = []

    new.fold(former=old.fold(vouching=judged.append)).former_register()

    assert {
        entry.header.seen[old.log("can")[0].log]
        for entry in judged
        if entry.seq == receipt.seq and entry.party == "kor"
    } == {kept + 1}


def test_until_the_charter_is_in_effect_the_old_channel_stands_as_it_stood():
    old = under_way()
    new = Correspondence(old.codes, channel=SECOND, written=old.written)
    new.propose("can", charter(old.codes, channel=SECOND, succeeds=agreed_on(old)))

    successor = new.fold(former=old.fold())

    assert successor.former_register() is None
    assert successor.register().plans == {}


def test_a_plan_is_told_by_one_register_only():
    old = under_way()
    adopted = next(entry for entry in old.entries() if isinstance(entry.record, Proposed) and entry.seq)
    left = old.propose("kor", PlanAdopted(plan(version=2)), subject=PLAN, target=adopted)  # nobody will seal it
    old.deliver_all()
    new = begun_again(old)

    before, register = told(old, new)

    assert (list(before.plans), list(register.plans)) == ([], [PLAN])
    assert not set(before.joint_texts) & set(register.joint_texts)
    assert left.leaf in before.joint_texts
    assert before.bodies == {}


def test_an_author_corrects_and_takes_back_in_the_new_channel_what_stands_in_the_old_log():
    old = under_way()
    first, second = old.report("can", report(account="Once.")), old.report("can", report("P1.I2", account="Twice."))
    old.deliver_all()
    new = begun_again(old)
    new.report("can", Corrected("report.filed", report(account="Once, rightly.")), supersedes=first)
    new.write("can", Withdrawn("error"), supersedes=second, subject=PLAN)

    _, register = told(old, new)

    assert register.set_aside == ()
    assert accounts(register, "can") == ["Once, rightly."]
    [gone] = next(one for one in register.plans[PLAN].provisions if one.provision.id == "P1.I2").accounts["can"]
    assert gone.withdrawn


def test_nobody_changes_what_the_other_said_in_the_old_channel_nor_what_is_disowned():
    old = under_way()
    theirs = old.report("kor")
    old.deliver_all()
    kept = len(old.log("can"))
    above = old.report("can", report(account="Never agreed on."))
    new = begun_again(old, can=kept)
    new.write("can", Withdrawn("error"), supersedes=theirs, subject=PLAN)
    new.write("can", Withdrawn("error"), supersedes=above, subject=PLAN)

    _, register = told(old, new)

    assert codes_of(register) == ["change.not-author", "record.target"]


def test_an_activity_goes_on_with_its_steps():
    old = under_way()
    activity = old.write("can", opened(), subject=PLAN)
    old.deliver_all()
    new = begun_again(old)
    new.write("can", step(activity.header.id, "propose", date="2025-03-01", level="ministers"), subject=PLAN)

    _, register = told(old, new)

    [standing] = register.plans[PLAN].provisions[0].activities
    assert [said.step for said in standing.activity.taken] == ["propose"]
    assert [said.log for said in standing.activity.taken] == [new.log("can")[0].log]


def test_a_new_version_of_the_plan_follows_the_one_agreed_in_the_old_channel():
    old = under_way()
    adopted = next(entry for entry in old.entries() if isinstance(entry.record, Proposed) and entry.seq)
    new = begun_again(old)
    new.adopt(plan(version=2), target=adopted)
    bare = new.propose("kor", PlanAdopted(plan(version=3)), subject=PLAN)

    _, register = told(old, new)

    assert register.plans[PLAN].plan.version == 2
    assert [(one.code, one.seq) for one in register.set_aside] == [("joint.one-sided", bare.seq)]


def test_what_stands_in_an_old_log_is_destroyed_through_the_new_channel():
    old = under_way()
    spilled = old.report("can", report(account="Secret."))
    old.deliver_all()
    new = begun_again(old)
    new.write("can", DestroyAsked("above-ceiling"), target=spilled)
    new.deliver_all()
    new.write("kor", Destroyed(("0" * 64,)), target=spilled)

    before, register = told(old, new)

    assert accounts(register, "can") == []
    assert register.set_aside == ()
    [asked] = register.destructions
    assert (asked.log, asked.seq, asked.attested) == (spilled.log, spilled.seq, ("kor",))
    assert [(one.log, one.seq) for one in before.destructions] == [(spilled.log, spilled.seq)]


def test_ids_of_the_old_channel_are_not_used_again_but_joint_words_never_fail_by_it():
    old = under_way()
    known = old.report("can")
    old.deliver_all()
    new = begun_again(old)
    new.report("kor", id=known.header.id)

    _, register = told(old, new)

    assert codes_of(register) == ["record.duplicate-id"]


def test_the_third_channel_goes_on_with_both_before_it():
    first = under_way()
    first.report("can", report(account="One."))
    first.deliver_all()
    second = begun_again(first)
    second.report("can", report(account="Two."))
    second.deliver_all()
    third = Correspondence(first.codes, channel="pact.3", written=second.written)
    third.open(succeeds=agreed_on(second))
    third.report("can", report(account="Three."))

    fold = third.fold(former=second.fold(former=first.fold()))

    assert accounts(fold.register(), "can") == ["One.", "Two.", "Three."]
    assert fold.former_register().plans == {}


def test_entries_of_the_old_logs_that_come_late_are_counted():
    old = under_way()
    old.report("can", report(account="Late."))
    old.deliver_all()
    new = begun_again(old)
    late = old.fold(old.entries()[:2])
    fold = new.fold(former=late)
    assert fold.register().plans == {}

    for entry in old.entries():
        late.take(entry)

    assert accounts(fold.register(), "can") == ["Late."]


@given(stories(begun=True), st.data())
def test_any_order_of_arrival_in_either_channel_gives_the_same_two_registers(old, data):
    old.deliver_all()
    sizes = {code: data.draw(st.integers(0, len(old.log(code)))) for code in old.codes}
    new = begun_again(old, **sizes)
    for code in old.codes:
        new.report(code)
        new.deliver_all()
    expected = told(old, new)
    arriving = data.draw(st.permutations([*old.entries(), *new.entries()]))
    former = Fold(old.channel, old.codes)
    fold = Fold(new.channel, new.codes, former=former)

    for entry in arriving:
        (former if entry.log in old.logs else fold).take(entry)
        if data.draw(st.booleans()):
            fold.register()

    assert (fold.former_register(), fold.register()) == expected
    assert expected[1] == register_at(
        whole(new.logs), new.logs, channel=new.channel, parties=new.codes[::-1], former=old.fold()
    )
