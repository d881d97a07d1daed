"""One order for a set of entries, whatever the order in which they arrived."""

from hypothesis import given
from hypothesis import strategies as st

from suivi.register.order import Ordering, in_order
from tests.register.correspondence import Correspondence, report

PARTIES = ("can", "kor", "jpn", "aus", "nzl")


@st.composite
def letters(draw, lies=False):
    """A story of two to five parties that write and hand over, some of them stating what they cannot have seen."""
    story = Correspondence(PARTIES[: draw(st.integers(2, 5))])
    acts = st.tuples(
        st.sampled_from(["write", "write", "deliver"] + ["lie"] * lies), *[st.sampled_from(story.codes)] * 2
    )
    for act, one, other in draw(st.lists(acts, max_size=30)):
        if act == "write":
            story.write(one, report())
        elif act == "receipt":
            story.receipt(one)
        elif act == "deliver" and one != other:
            story.deliver(one, other)
        elif act == "lie" and one != other:
            seen = {**story.seen_by(one), f"suivi/{other}/pact": draw(st.integers(0, 12))}
            story.write(one, report(), seen=seen)
    return story


def places(entries):
    return [(entry.log, entry.seq) for entry in entries]


def test_an_entry_follows_its_forerunner_and_everything_it_has_seen():
    story = Correspondence(("can", "kor"))
    story.write("kor", report())
    story.deliver("kor", "can")
    story.write("can", report())
    story.write("kor", report())

    placed, waiting = in_order(story.codes, reversed(story.entries()))

    assert places(placed) == [("suivi/kor/pact", 0), ("suivi/can/pact", 0), ("suivi/kor/pact", 1)]
    assert waiting == []


def test_ties_go_by_the_order_of_the_parties():
    story = Correspondence(("can", "kor"))
    for author in ("kor", "can", "kor", "can"):
        story.write(author, report())

    first_canada, _ = in_order(("can", "kor"), story.entries())
    first_korea, _ = in_order(("kor", "can"), story.entries())

    assert [entry.party for entry in first_canada] == ["can", "can", "kor", "kor"]
    assert [entry.party for entry in first_korea] == ["kor", "kor", "can", "can"]


def test_an_entry_without_its_forerunner_waits_and_is_released_by_it():
    story = Correspondence(("can", "kor"))
    first, second = story.write("can", report()), story.write("can", report())
    ordering = Ordering(story.codes)

    assert ordering.offer(second) == []
    assert ordering.waiting() == [second]
    assert ordering.offer(first) == [first, second]
    assert ordering.waiting() == []


def test_an_entry_that_has_seen_more_than_is_held_waits_with_all_that_follows_it():
    story = Correspondence(("can", "kor"))
    story.write("can", report())
    story.write("kor", report(), seen={"suivi/can/pact": 2})
    story.write("kor", report(), seen={"suivi/can/pact": 2})

    placed, waiting = in_order(story.codes, story.entries())

    assert places(placed) == [("suivi/can/pact", 0)]
    assert places(waiting) == [("suivi/kor/pact", 0), ("suivi/kor/pact", 1)]


def test_two_entries_that_each_claim_to_have_seen_the_other_are_both_placed_the_last_named_party_first():
    story = Correspondence(("can", "kor"))
    story.write("can", report(), seen={"suivi/kor/pact": 1})
    story.write("kor", report(), seen={"suivi/can/pact": 1})

    placed, waiting = in_order(story.codes, story.entries())

    assert places(placed) == [("suivi/kor/pact", 0), ("suivi/can/pact", 0)]
    assert waiting == []


def test_a_circle_that_also_waits_for_an_absent_entry_is_left_alone():
    story = Correspondence(("can", "kor", "jpn"))
    story.write("can", report(), seen={"suivi/kor/pact": 1, "suivi/jpn/pact": 1})
    story.write("kor", report(), seen={"suivi/can/pact": 1})

    placed, waiting = in_order(story.codes, story.entries())

    assert placed == []
    assert places(waiting) == [("suivi/can/pact", 0), ("suivi/kor/pact", 0)]


def test_a_claim_refuted_by_a_receipt_for_the_entry_that_makes_it_is_not_waited_for():
    story = Correspondence(("can", "kor"))
    lie = story.write("can", report(), seen={"suivi/kor/pact": 99})
    story.deliver("can", "kor")
    receipt = story.receipt("kor")
    after = story.write("kor", report())

    placed, waiting = in_order(story.codes, story.entries())

    assert placed == [lie, receipt, after]
    assert waiting == []


def test_a_receipt_that_proves_nothing_refutes_nothing():
    story = Correspondence(("can", "kor"))
    story.write("can", report(), seen={"suivi/kor/pact": 99})
    story.deliver("can", "kor")
    story.receipt("kor")
    ordering = Ordering(story.codes, proves=lambda receipt: False)

    assert [ordering.offer(entry) for entry in story.entries()] == [[], []]


def test_what_is_seen_of_another_channel_or_of_ones_own_log_orders_nothing():
    story = Correspondence(("can", "kor"))
    story.write("can", report(), seen={"suivi/kor/other": 9, "suivi/can/pact": 5})

    placed, waiting = in_order(story.codes, story.entries())

    assert places(placed) == [("suivi/can/pact", 0)]
    assert waiting == []


@given(letters(lies=True), st.randoms(use_true_random=False))
def test_the_order_is_a_function_of_the_set_of_entries(story, chance):
    shuffled = story.entries()
    chance.shuffle(shuffled)

    assert in_order(story.codes, shuffled) == in_order(story.codes, story.entries())


@given(letters(lies=True), st.randoms(use_true_random=False))
def test_offered_one_by_one_the_same_entries_are_placed_and_the_same_wait(story, chance):
    shuffled = story.entries()
    chance.shuffle(shuffled)
    ordering = Ordering(story.codes)

    placed = [entry for offered in shuffled for entry in ordering.offer(offered)]

    everything, waiting = in_order(story.codes, story.entries())
    assert sorted(places(placed)) == sorted(places(everything))
    assert ordering.waiting() == waiting


@given(letters())
def test_honest_parties_never_wait_for_each_other_in_a_circle(story):
    placed, waiting = in_order(story.codes, story.entries())

    assert waiting == []
    had = dict.fromkeys(story.logs, 0)
    for entry in placed:
        assert all(size <= had[log] for log, size in entry.header.seen.items())
        had[entry.log] += 1


@given(letters(), st.sampled_from(PARTIES[:2]))
def test_an_entry_that_has_seen_everything_placed_comes_last(story, author):
    before, _ = in_order(story.codes, story.entries())
    for other in story.codes:
        if other != author:
            story.deliver(other, author)
    ordering = Ordering(story.codes)
    for entry in story.entries():
        ordering.offer(entry)
    last = story.write(author, report())

    assert ordering.comes_last(last)
    assert in_order(story.codes, story.entries())[0] == [*before, last]


@given(letters(lies=True), st.data())
def test_what_is_placed_stays_placed_when_more_arrives(story, data):
    kept = {log: data.draw(st.integers(0, len(entries))) for log, entries in story.logs.items()}
    part = [entry for entry in story.entries() if entry.seq < kept[entry.log]]

    some, _ = in_order(story.codes, part)
    everything, _ = in_order(story.codes, story.entries())

    assert set(places(some)) <= set(places(everything))
