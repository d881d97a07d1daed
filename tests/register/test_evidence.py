"""Evidence stands beside the accounts: any party may cite a source, and no stage is drawn from it."""

import pytest

from suivi.record.changes import Withdrawn
from suivi.register.reports import Comparison
from tests.register.correspondence import PLAN, codes_of, evidence, report, under_way


@pytest.fixture
def story():
    return under_way()


def the_plan(story):
    return story.register().plans[PLAN]


def cite(story, author, said, subject=PLAN, **rest):
    return story.write(author, said, subject=subject, **rest)


def test_evidence_stands_with_its_commitment_and_is_nobodys_account(story):
    cite(story, "kor", evidence(published_on="2025-01-02", on="2025-01-01"))

    standing = the_plan(story).standing("P1.I1")
    (one,) = standing.evidence
    assert (one.party, one.address, one.title) == ("kor", "https://news.example/1", "They met")
    assert standing.comparison is Comparison.NEITHER
    assert standing.accounts == {"can": (), "kor": ()}
    assert standing.value()["evidence"][0]["account"] == {"en": "The page says that we met."}


def test_evidence_on_a_further_place_is_evidence_on_the_commitment(story):
    cite(story, "can", evidence("P1.I4"), subject=f"{PLAN}#P1.I4")

    assert [one.provision for one in the_plan(story).standing("P1.I2").evidence] == ["P1.I2"]


def test_evidence_on_the_plan_as_a_whole_stands_with_the_plan(story):
    cite(story, "can", evidence(""))

    assert len(the_plan(story).evidence) == 1
    assert the_plan(story).value()["evidence"][0]["title"] == "They met"


def test_evidence_stands_oldest_first_by_the_day_the_source_appeared(story):
    cite(story, "can", evidence(title="third"))
    cite(story, "can", evidence(title="second", published_on="2024-12-01", on="2023-01-01"))
    cite(story, "kor", evidence(title="first", on="2024-11-01"))

    assert [one.title for one in the_plan(story).standing("P1.I1").evidence] == ["first", "second", "third"]


def test_evidence_of_a_fact_before_the_plan_is_background(story):
    cite(story, "can", evidence(title="old", published_on="2024-06-02", on="2024-05-30"))
    cite(story, "can", evidence(title="new", published_on="2024-06-02"))
    cite(story, "can", evidence("", title="older", published_on="2022-02-01"))

    found = the_plan(story)
    assert {one.title: one.background for one in found.standing("P1.I1").evidence} == {"old": True, "new": False}
    assert [one.background for one in found.evidence] == [True]


def test_evidence_may_support_a_report_of_any_party(story):
    filed = story.report("kor", report())
    story.deliver_all()
    cite(story, "can", evidence(report=filed.header.id))

    assert [one.report for one in the_plan(story).standing("P1.I1").evidence] == [filed.header.id]


@pytest.mark.parametrize("place", ["P1.I2", ""])
def test_evidence_for_a_report_that_is_not_on_record_there_is_set_aside(story, place):
    filed = story.report("can", report("P1.I1"))
    cite(story, "can", evidence(place, report=filed.header.id))

    assert codes_of(story.register()) == ["register.unknown-report"]


def test_evidence_is_about_what_its_header_says(story):
    cite(story, "can", evidence(""), subject=f"{PLAN}#P1.I1")
    cite(story, "can", evidence("P1.I1"), subject=f"{PLAN}#P1.I2")
    cite(story, "can", evidence("P9.I9"))
    cite(story, "can", evidence(""), subject="another-plan")

    assert codes_of(story.register()) == [
        "register.subject",
        "register.subject",
        "register.unknown-provision",
        "register.unknown-plan",
    ]


def test_evidence_taken_back_stays_marked(story):
    cited = cite(story, "can", evidence())
    story.write("can", Withdrawn("error"), supersedes=cited, subject=PLAN)

    (one,) = the_plan(story).standing("P1.I1").evidence
    assert one.withdrawn_for == "error"
    assert one.value()["withdrawn_for"] == "error"


def test_evidence_is_taken_back_once(story):
    cited = cite(story, "can", evidence(""))
    story.write("can", Withdrawn("error"), supersedes=cited, subject=PLAN)
    story.write("can", Withdrawn("error"), supersedes=cited, subject=PLAN)

    assert codes_of(story.register()) == ["change.withdrawn"]


def test_two_sources_on_one_event_stay_two(story):
    cite(story, "can", evidence())
    cite(story, "kor", evidence())

    assert len(the_plan(story).standing("P1.I1").evidence) == 2


def test_a_day_that_lies_ahead_is_flagged_and_counts(story):
    cite(story, "can", evidence(on="2999-01-01"))

    register = story.register()
    assert [flag.code for flag in register.flags] == ["time.absurd"]
    assert len(register.plans[PLAN].standing("P1.I1").evidence) == 1


def test_one_more_piece_of_evidence_shows_in_the_register_at_once(story):
    fold = story.fold()
    before = fold.register().plans[PLAN]
    story.deliver_all()
    fold.take(cite(story, "can", evidence("")))
    fold.take(cite(story, "can", evidence()))

    after = fold.register().plans[PLAN]
    assert (before.evidence, before.standing("P1.I1").evidence) == ((), ())
    assert (len(after.evidence), len(after.standing("P1.I1").evidence)) == (1, 1)
    assert after.digest == the_plan(story).digest
