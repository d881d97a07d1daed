"""The register is a function of the set of entries: no order of arrival, no moment of asking, no node changes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.record.channel import SetAsideNotice
from suivi.register.cut import Cut, whole
from suivi.register.fold import Fold, newly_set_aside, register_at
from tests.register.correspondence import CHANNEL, Correspondence, charter, report, under_way
from tests.register.stories import stories


def in_effect(register):
    return {leaf for leaf, text in register.joint_texts.items() if text.in_effect}


@given(stories(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_register_and_the_same_list_of_what_was_set_aside(story, chance):
    shuffled = story.entries()
    chance.shuffle(shuffled)

    assert story.fold(shuffled).register() == story.register()


@given(stories(), st.data())
def test_asking_on_the_way_changes_nothing(story, data):
    arriving = data.draw(st.permutations(story.entries()))
    fold = Fold(CHANNEL, story.codes)

    for entry in arriving:
        fold.take(entry)
        if data.draw(st.booleans()):
            fold.register()

    assert fold.register() == story.register()


@given(stories(), st.data())
def test_an_entry_that_may_be_taken_is_one_more_step(story, data):
    author = data.draw(st.sampled_from(story.codes))
    fold = story.fold()
    fold.register()
    for other in story.codes:
        if other != author:
            story.deliver(other, author)

    added = story.report(author)

    nothing_waits = not any(one.code == "order.waiting" for one in fold.register().waiting)
    assert fold.may_take(added) or not nothing_waits
    fold.take(added)
    assert fold.register() == story.register()


@given(stories())
def test_the_order_in_which_the_parties_are_named_changes_nothing(story):
    forward = register_at(whole(story.logs), story.logs, channel=CHANNEL, parties=story.codes)
    backward = register_at(whole(story.logs), story.logs, channel=CHANNEL, parties=story.codes[::-1])

    assert forward == backward


@given(stories(), st.data())
def test_a_joint_text_in_effect_stays_so_whatever_arrives_later(story, data):
    sizes = {log: data.draw(st.integers(0, len(entries))) for log, entries in story.logs.items()}

    early = register_at(Cut(sizes), story.logs, channel=CHANNEL, parties=story.codes)

    assert in_effect(early) <= in_effect(story.register())
    assert early.plans.keys() <= story.register().plans.keys()


@given(stories(most=40))
def test_every_entry_is_placed_waits_or_is_set_aside_and_nothing_is_raised(story):
    register = story.register()

    placed = sum(register.placed.sizes.values())
    waiting = sum(one.code == "order.waiting" for one in register.waiting)
    assert placed + waiting == len(story.entries())
    for plan in register.plans.values():
        assert plan.value() == plan.value()
        assert len(plan.digest) == 64


@given(stories(lies=False))
def test_honest_parties_wait_for_nothing(story):
    assert story.register().waiting == ()


@given(stories())
def test_values_and_digests_are_equal_where_the_registers_are(story):
    one, other = story.register(), story.fold(reversed(story.entries())).register()

    assert {plan: standing.digest for plan, standing in one.plans.items()} == {
        plan: standing.digest for plan, standing in other.plans.items()
    }


def test_receipts_change_neither_plan_nor_sources():
    story = under_way()
    story.report("can")
    before = story.register()

    story.deliver_all()
    story.receipt("kor")
    story.receipt("can")

    after = story.register()
    assert after.plans["plan-2024"].digest == before.plans["plan-2024"].digest
    assert after.sources == before.sources
    assert after.cut != before.cut


def test_the_sources_are_the_roots_of_the_trimmed_cut():
    story = under_way()
    story.report("can")
    fold = story.fold()
    first = fold.register()
    fold.take(story.receipt("can"))
    fold.take(story.report("can"))

    assert fold.register().sources == story.register().sources
    assert fold.register().sources["suivi/can/pact"].size == first.sources["suivi/can/pact"].size + 2
    assert fold.register().sources["suivi/kor/pact"] == first.sources["suivi/kor/pact"]


def test_taking_an_entry_twice_changes_nothing():
    story = under_way()
    fold = story.fold()
    before = fold.register()

    fold.take(story.entries()[0])

    assert fold.register() == before


def test_two_entries_in_one_place_are_for_the_exchange_to_refuse():
    one, other = under_way(), under_way()
    first, second = one.report("can"), other.report("can", subject="plan-2024#P1.I1")
    fold = one.fold()

    with pytest.raises(ValueError, match="two entries"):
        fold.take(second)
    assert first.seq == second.seq


def test_a_log_outside_the_channel_is_for_the_exchange_to_refuse():
    with pytest.raises(KeyError):
        under_way().fold().take(Correspondence(("jpn", "aus")).write("jpn", report()))


@pytest.mark.parametrize("codes", [("kor", "can"), ("nzl", "jpn", "aus")])
def test_ties_go_by_the_charter_whatever_the_codes_say(codes):
    story = under_way(codes)
    for author in reversed(codes):
        story.report(author, report("P9.I9"))

    assert [aside.log.split("/")[1] for aside in story.register().set_aside] == list(codes)


def test_of_two_charters_that_name_other_orders_the_first_sealed_settles_ties():
    story = Correspondence(("kor", "can"))
    first = story.propose("kor", charter(("kor", "can")))
    second = story.propose("can", charter(("can", "kor")), parties=("can", "kor"))
    story.deliver_all()
    story.concur("can", first)
    story.concur("kor", second)
    story.deliver_all()
    for proposal in (first, second):
        for author in story.codes:
            story.seal(author, proposal)
    story.deliver_all()

    register = story.register()

    assert register.charter.codes == ("can", "kor")
    assert register.parties == ("kor", "can")
    assert story.fold(reversed(story.entries())).register() == register


def test_what_is_newly_set_aside_is_told_by_comparing_two_registers():
    story = under_way()
    story.report("can", report("P9.I9"))
    before = story.register()
    story.report("kor", report("P8.I8"))

    new = newly_set_aside(before, story.register())

    assert [(aside.log, aside.code) for aside in new] == [("suivi/kor/pact", "register.unknown-provision")]


def test_the_register_as_of_a_cut_holds_only_what_the_cut_counts():
    story = under_way()
    before = whole(story.logs)
    story.report("can")

    register = register_at(before, story.logs, channel=CHANNEL, parties=story.codes)

    assert register.plans["plan-2024"].provisions[0].accounts == {"can": (), "kor": ()}


def test_a_party_that_claims_to_have_seen_more_of_our_log_than_we_wrote_is_set_aside_here():
    story = under_way()
    lie = story.report("kor", seen={"suivi/can/pact": 99})

    ours = story.fold(own="can").register()
    theirs = story.fold(own="kor").register()

    assert [(aside.seq, aside.code, aside.check) for aside in ours.set_aside] == [(lie.seq, "record.seen", 20)]
    assert ours.waiting == ()
    assert [(one.seq, one.code) for one in theirs.waiting] == [(lie.seq, "order.waiting")]


@pytest.mark.parametrize("liar", ["can", "kor"])
def test_no_partner_can_hold_up_our_log_by_a_claim(liar):
    story = under_way()
    honest = "kor" if liar == "can" else "can"
    lie = story.report(liar, seen={f"suivi/{honest}/pact": 10**9})
    notice = story.write(honest, SetAsideNotice("record.seen"), target=lie)
    story.deliver(liar, honest)
    story.receipt(honest)
    after = story.report(honest)
    story.deliver(honest, liar)
    again = story.report(liar)

    register = story.register()

    assert [(aside.log, aside.seq, aside.code) for aside in register.set_aside] == [(lie.log, lie.seq, "record.seen")]
    assert register.waiting == ()
    accounts = register.plans["plan-2024"].provisions[0].accounts
    assert [account.id for account in accounts[honest]] == [after.header.id]
    assert [account.id for account in accounts[liar]] == [again.header.id]
    assert notice.header.seen[lie.log] == lie.seq


def test_an_empty_channel_has_an_empty_register():
    register = Correspondence(("can", "kor")).register()

    assert register.charter is None
    assert register.plans == {}
    assert register.sources["suivi/can/pact"].root.startswith("e3b0c442")
