"""Bodies: each party names its own, with the names they bore on each day."""

from datetime import date

import pytest

from suivi.plan.party import Body, DatedName
from suivi.record.changes import Withdrawn
from suivi.register.bodies import answers_named
from tests.register.correspondence import PLAN, codes_of, named, plan, report, under_way


@pytest.fixture
def story():
    return under_way()


def the_body(story):
    return story.register().bodies["ministry"]


def test_a_body_bears_the_name_it_had_on_the_day(story):
    story.write("can", named(name="Ministry of Trade"))
    story.write("can", named(name="Ministry of Industry", from_on="2025-10-01"))

    body = the_body(story)
    assert body.name_on(date(2025, 9, 30)) == {"en": "Ministry of Trade"}
    assert body.name_on(date(2025, 10, 1)) == {"en": "Ministry of Industry"}


def test_names_stand_in_the_order_of_their_days_whenever_they_were_recorded(story):
    story.write("can", named(name="second", from_on="2025-10-01"))
    story.write("can", named(name="first", from_on="2013-03-23", until_on="2025-09-30"))

    body = the_body(story)
    assert [dated.names["en"] for dated in body.dated_names] == ["first", "second"]
    assert body.name_on(date(2013, 3, 22)) == {}


def test_a_body_whose_last_name_has_ended_has_no_name(story):
    story.write("can", named(until_on="2025-12-31"))

    assert the_body(story).name_on(date(2025, 12, 31)) == {"en": "Ministry"}
    assert the_body(story).name_on(date(2026, 1, 1)) == {}


def test_a_body_leads_what_any_of_its_records_says(story):
    story.write("can", named(leads=("P1.I1",), supports=("P1.I2",)))
    story.write("can", named(from_on="2025-10-01", leads=("P1.I1", "P1.T1.A1")))

    assert the_body(story).leads == ("P1.I1", "P1.T1.A1")
    assert the_body(story).supports == ("P1.I2",)


def test_a_party_names_bodies_of_its_own(story):
    story.write("can", named(party="kor"))

    register = story.register()
    assert codes_of(register) == ["register.body-party"]
    assert register.bodies == {}


def test_the_id_of_a_body_belongs_to_the_party_that_named_it_first(story):
    story.write("kor", named(party="kor"))
    story.deliver_all()
    story.write("can", named(party="can"))

    register = story.register()
    assert codes_of(register) == ["register.body-party"]
    assert register.bodies["ministry"].party == "kor"


def test_crossed_letters_name_one_body_in_every_capital(story):
    story.write("kor", named(party="kor"))
    story.write("can", named(party="can"))

    parties = {
        story.fold(entries).register().bodies["ministry"].party for entries in (story.entries(), story.entries()[::-1])
    }
    assert parties == {"can"}


def test_a_name_taken_back_is_no_name(story):
    first = story.write("can", named(name="Ministry of Fires", leads=("P1.I1",)))
    story.write("can", named(name="Ministry", from_on="2025-01-01"))
    story.write("can", Withdrawn("error"), supersedes=first)

    assert the_body(story).name_on(date(2024, 1, 1)) == {}
    assert the_body(story).leads == ()


def test_a_name_is_taken_back_once(story):
    first = story.write("can", named())
    story.write("can", Withdrawn("error"), supersedes=first)
    story.write("can", Withdrawn("error"), supersedes=first)

    register = story.register()
    assert codes_of(register) == ["change.withdrawn"]
    assert register.bodies == {}


def test_a_plan_shows_the_bodies_that_lead_or_support_it_or_acted_under_it(story):
    story.write("can", named("lead", leads=("P1.I4",)))
    story.write("can", named("support", supports=(f"{PLAN}#P1.I1",)))
    story.write("can", named("acting"))
    story.write("can", named("elsewhere", leads=("another#P1.I1", "P7.I7")))
    story.report("can", report(bodies=("acting", "unheard-of")))

    found = story.register().plans[PLAN]
    assert list(found.bodies) == ["acting", "lead", "support"]
    assert [body["id"] for body in found.value()["bodies"]] == ["acting", "lead", "support"]
    assert found.standing("P1.I1").latest("can").bodies == ("acting", "unheard-of")


def test_a_plan_adopted_later_shows_the_bodies_named_before(story):
    story.write("can", named(leads=("other#P1.I1",)))
    story.deliver_all()
    story.adopt(plan(name="other"))

    plans = story.register().plans
    assert list(plans["other"].bodies) == ["ministry"]
    assert list(plans[PLAN].bodies) == []


def test_the_marking_of_a_body_is_that_of_all_its_names_together(story):
    story.write("can", named(), marking={"tlp": "CLEAR"})
    story.write("can", named(from_on="2025-10-01"), marking={"tlp": "GREEN"})

    assert the_body(story).marking.label() == "TLP:GREEN"


def test_one_more_name_shows_in_every_plan_at_once(story):
    fold = story.fold()
    fold.register()
    story.deliver_all()
    fold.take(story.write("can", named(leads=("P1.I1",))))

    assert list(fold.register().plans[PLAN].bodies) == ["ministry"]
    assert fold.register().plans[PLAN].digest == story.register().plans[PLAN].digest


def test_before_a_charter_nobody_is_named():
    story = under_way()
    story.logs = {log: [] for log in story.logs}
    story.given.clear()
    story.write("can", named())

    assert codes_of(story.register()) == ["charter.none"]


def test_an_answer_that_names_a_body_in_any_language_is_told_by_its_names_of_the_day():
    names = {"en": "Defence Acquisition", "ko": "방위사업청"}
    bodies = {
        "kor-dapa": Body("kor-dapa", "kor", (DatedName(names),)),
        "can-dnd": Body("can-dnd", "can", (DatedName({"fr": "ministère de la Défense nationale"}),)),
        "kor-mnd": Body("kor-mnd", "kor", (DatedName({"fr": "ministère de la Défense nationale"}),)),
    }
    said = {"lead": "방위사업청", "authority": "Ministère de la Défense nationale", "place": "방위사업청"}

    assert answers_named(said, bodies, "2025-03-01") == {**said, "lead": names}  # of two that are called so, neither
