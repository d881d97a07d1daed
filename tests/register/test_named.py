"""What a plan names in the register: names by day, words of both sides, and the commitments that name a thing."""

from datetime import date

from suivi.record.changes import Withdrawn
from suivi.record.named import Named, PlanNamed
from tests.register.correspondence import PLAN, codes_of, under_way

MEETING = Named(thing="meeting", kind="dialogue", names={"en": "The yearly talks"}, commitments=("P1.I4",))


def entered(*things, by="can"):
    story = under_way()
    story.write(by, PlanNamed(things), subject=PLAN)
    story.deliver_all()
    return story


def plan_of(story):
    return story.register().plans[PLAN]


def test_a_thing_is_called_by_the_name_it_bore_on_the_day():
    later = Named(thing="meeting", kind="committee", names={"en": "The council"}, from_on="2025-10-01")
    story = entered(MEETING)
    story.write("kor", PlanNamed((later,)), subject=PLAN)

    thing = plan_of(story).things["meeting"]
    assert thing.name_on(date(2025, 9, 30)) == {"en": "The yearly talks"}
    assert thing.name_on(date(2025, 10, 1)) == {"en": "The council"}
    assert (thing.kind, [word.party for word in thing.words]) == ("dialogue", ["can", "kor"])


def test_a_name_said_twice_is_one_name_and_a_thing_whose_name_has_ended_keeps_it():
    ended = Named(thing="mou", kind="memorandum", names={"en": "MOU"}, until_on="2024-12-31")
    story = entered(ended)
    story.write("kor", PlanNamed((ended,)), subject=PLAN)

    thing = plan_of(story).things["mou"]
    assert len(thing.dated_names) == 1
    assert thing.name_on(date(2026, 1, 1)) == {"en": "MOU"}


def test_a_commitment_names_a_thing_by_its_words_by_a_short_form_or_because_a_party_says_so():
    story = entered(MEETING, Named(thing="fires", kind="event", names={"en": "Wildfires"}, short={"en": "FIRES"}))
    plan = plan_of(story)
    agreed = {"P1.I1": {"en": "We will meet every year."}, "P1.I2": {"en": "We will study fires."}}

    # P1.I4 is another place of P1.I2.
    assert plan.things["meeting"].named_in(plan.plan, agreed) == ("P1.I2",)
    assert plan.things["meeting"].named_in(plan.plan, {"P1.I1": {"en": "In the yearly talks."}}) == ("P1.I1", "P1.I2")
    assert plan.things["fires"].named_in(plan.plan, agreed) == ("P1.I2",)


def test_both_sides_may_give_a_day_and_neither_wins():
    signed = [
        Named(thing="mou", kind="memorandum", names={"en": "MOU"}, days={"signed": day}) for day in ("2023", "2023-05")
    ]
    story = entered(signed[0])
    story.write("kor", PlanNamed((signed[1],)), subject=PLAN)

    assert plan_of(story).things["mou"].days() == {"signed": {"2023": ("can",), "2023-05": ("kor",)}}


def test_a_record_taken_back_enters_nothing():
    story = under_way()
    first = story.write("can", PlanNamed((MEETING,)), subject=PLAN)
    story.write("can", Withdrawn("error"), supersedes=first, subject=PLAN)
    story.write("can", Withdrawn("error"), supersedes=first, subject=PLAN)

    assert plan_of(story).things == {}
    assert codes_of(story.register()) == ["change.withdrawn"]
    assert "named" not in plan_of(story).value()


def test_things_are_entered_for_a_plan_as_a_whole():
    story = under_way()
    story.write("can", PlanNamed((MEETING,)), subject=f"{PLAN}#P1.I1")

    assert codes_of(story.register()) == ["register.subject"]


def test_both_capitals_hold_the_same_things_and_the_same_digest():
    story = entered(MEETING)

    ottawa = story.fold([*story.log("can"), *story.log("kor")]).register().plans[PLAN]
    seoul = story.fold([*story.log("kor"), *story.log("can")]).register().plans[PLAN]
    assert ottawa.things == seoul.things
    assert ottawa.digest == seoul.digest != plan_of(under_way()).digest
