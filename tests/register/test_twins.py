"""One piece of work entered twice: both capitals find the same twins, whichever word reached them first."""

import itertools

from suivi.record.changes import Corrected, Withdrawn
from suivi.record.steps import ActivityOpened
from suivi.register.twins import already_there, twins_of
from tests.register.correspondence import PLAN, opened, step, under_way


def called(**titles):
    return ActivityOpened(provision="P1.I1", mode="dialogue", edition=1, titles=titles)


def opening(story, party, record=None):
    return story.write(party, record or opened(), subject=f"{PLAN}#P1.I1")


def crossed(first=None, second=None):
    """Each capital opens an activity without having seen the other's word; then everything is delivered."""
    story = under_way()
    entries = opening(story, "can", first), opening(story, "kor", second)
    story.deliver_all()
    return story, *entries


def found(register):
    return [(pair.stays.id, pair.goes.id) for pair in twins_of(register.plans[PLAN])]


def test_two_openings_that_crossed_are_twins_and_every_order_of_arrival_names_the_same_one():
    story, ours, theirs = crossed()
    story.write("kor", step(theirs.header.id, "propose", date="2025-03-04", level="ministers"), subject=f"{PLAN}#x")
    last = [log[-3:] for log in story.logs.values()]
    expected = found(story.register())

    assert {*expected[0]} == {ours.header.id, theirs.header.id}
    digests = set()
    for ours_first in itertools.permutations(range(2)):
        fold = story.fold([])
        for log in story.logs.values():
            for entry in log[:-3]:
                fold.take(entry)
        for place in ours_first:
            for entry in last[place]:
                fold.take(entry)
        register = fold.register()
        digests.add(register.plans[PLAN].digest)
        assert found(register) == expected
    assert len(digests) == 1


def test_the_one_with_more_steps_stays_and_of_equals_the_first_in_the_order_of_the_register():
    story, ours, theirs = crossed()
    assert found(story.register()) == [(ours.header.id, theirs.header.id)]

    said = step(theirs.header.id, "propose", date="2025-03-04", level="ministers")
    story.write("kor", said, subject=f"{PLAN}#{theirs.header.id}")
    assert found(story.register()) == [(theirs.header.id, ours.header.id)]


def test_what_is_taken_back_has_no_twin():
    story, _, theirs = crossed()
    story.write("kor", Withdrawn("mistake"), subject=f"{PLAN}#P1.I1", supersedes=theirs)

    assert found(story.register()) == []


def test_two_titles_tell_two_things_apart_and_one_title_in_any_spelling_does_not():
    assert found(crossed(called(en="Arctic talks"), called(en="Cyber talks"))[0].register()) == []
    assert (
        len(found(crossed(called(en="Arctic talks"), called(en="ARCTIC  TALKS", fr="Pourparlers"))[0].register())) == 1
    )
    assert len(found(crossed(called(en="Arctic talks"))[0].register())) == 1


def test_a_name_given_later_tells_them_apart_too():
    story, ours, theirs = crossed()
    for party, entry, words in (("can", ours, "Arctic talks"), ("kor", theirs, "Cyber talks")):
        body = Corrected("activity.opened", called(en=words))
        story.write(party, body, subject=f"{PLAN}#P1.I1", supersedes=entry)

    assert found(story.register()) == []


def test_one_dialogue_under_two_commitments_is_found_by_its_title_alone():
    elsewhere = ActivityOpened(provision="P1.I2", mode="dialogue", edition=1, titles={"ko": "전략대화"})
    story = under_way()
    opening(story, "can", called(ko="전략 대화"))
    story.write("kor", elsewhere, subject=f"{PLAN}#P1.I2")
    plan = story.register().plans[PLAN]

    assert len(twins_of(plan)) == 1
    assert already_there(plan, "P1.I2", "dialogue", {"ko": "전략대화"}) is not None
    assert already_there(plan, "P1.I2", "study", {"ko": "전략대화"}) is None
    assert already_there(plan, "P1.I1", "dialogue", {"ko": "다른 대화"}) is None
