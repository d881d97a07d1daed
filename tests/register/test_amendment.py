"""An amended plan: activities and history follow their commitments, and what ended keeps what was said of it."""

from dataclasses import replace

import pytest

from suivi.plan.version import Became, Succeeded
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.plans import PlanAmended
from suivi.record.reports import Stage
from tests.register.correspondence import PLAN, PROVISIONS, codes_of, evidence, opened, plan, report, step, under_way

MEET, STUDY, KEEP = PROVISIONS
VISIT = replace(MEET, id="P1.I5", places=(replace(MEET.places[0], id="P1.I5"),))
KEPT = tuple(Succeeded(Became.KEPT, (each.id,), (each.id,)) for each in PROVISIONS)


def amended(provisions, succession, *, version=2, amends=1):
    return PlanAmended(plan(version=version, provisions=tuple(provisions)), amends, tuple(succession))


def adoption(story):
    (proposal,) = (entry for entry in story.log("can") if getattr(entry.record, "kind", "") == "plan.adopted")
    return proposal


def amend(story, body, **said):
    return story.agree("can", body, subject=PLAN, supersedes=said.pop("after", None) or adoption(story), **said)


@pytest.fixture
def story():
    story = under_way()
    story.report("can", report("P1.I1", account="We met."))
    story.report("kor", report("P1.I2", Stage.DONE, account="The study is done."))
    story.report("can", report("P1.T1.A1", account="We keep in touch."))
    story.deliver_all()
    return story


def accounts(register, provision, party):
    standing = register.plans[PLAN].standing(provision)
    return [account.account["en"] for account in standing.accounts[party]]


def test_a_plan_amended_by_all_parties_is_in_force_with_what_was_reported_before(story):
    amend(story, amended((*PROVISIONS, VISIT), (*KEPT, Succeeded(Became.ADDED, (), ("P1.I5",)))))

    register = story.register()

    assert register.set_aside == ()
    assert register.plans[PLAN].plan.version == 2
    assert accounts(register, "P1.I1", "can") == ["We met."]
    assert accounts(register, "P1.I5", "can") == []
    assert register.plans[PLAN].succession[-1].became is Became.ADDED


def test_what_was_said_of_a_merged_commitment_is_told_with_the_one_that_took_it_in(story):
    story.report("can", evidence("P1.I2"))
    merged = (Succeeded(Became.MERGED, ("P1.I1", "P1.I2"), ("P1.I1",)), KEPT[2])
    amend(story, amended((MEET, KEEP), merged))
    story.report("kor", report("P1.I2", account="Told under the old id."))
    story.deliver_all()

    register = story.register()
    standing = register.plans[PLAN].standing("P1.I1")

    assert accounts(register, "P1.I1", "can") == ["We met."]
    assert accounts(register, "P1.I1", "kor") == ["The study is done.", "Told under the old id."]
    assert len(standing.evidence) == 1
    assert register.plans[PLAN].ended == ()


def test_a_split_commitment_leaves_its_history_with_the_part_that_keeps_its_id(story):
    half = replace(STUDY, id="P1.I2b", places=(replace(STUDY.places[1], id="P1.I2b"),))
    first = replace(STUDY, places=STUDY.places[:1])
    split = (KEPT[0], Succeeded(Became.SPLIT, ("P1.I2",), ("P1.I2", "P1.I2b")), KEPT[2])
    amend(story, amended((MEET, first, half, KEEP), split))

    register = story.register()

    assert accounts(register, "P1.I2", "kor") == ["The study is done."]
    assert accounts(register, "P1.I2b", "kor") == []


def test_an_amendment_that_drops_a_commitment_with_an_open_activity_keeps_the_activity_and_lets_it_go_on(story):
    activity = story.report("can", opened("P1.I1")).header.id
    story.report("can", step(activity, "propose", date="2025-03-01", level="ministers"))
    story.deliver_all()
    ended = (Succeeded(Became.ENDED, ("P1.I1",), ()), *KEPT[1:])
    amend(story, amended((STUDY, KEEP), ended))
    story.report("kor", step(activity, "postpone", reason={"en": "The plan was amended."}))
    story.deliver_all()

    register = story.register()
    (gone,) = register.plans[PLAN].ended

    assert register.set_aside == ()
    assert register.plans[PLAN].plan.provision("P1.I1") is None
    assert gone.provision.id == "P1.I1"
    assert [standing.activity.state for standing in gone.activities] == ["postponed"]
    assert accounts(register, "P1.I1", "can") == ["We met."]
    assert register.plans[PLAN].value()["ended"][0]["id"] == "P1.I1"


def test_nothing_new_is_reported_on_a_commitment_that_ended_but_what_was_said_can_still_be_corrected(story):
    said = story.log("can")[-1]
    ended = (*KEPT[:2], Succeeded(Became.ENDED, ("P1.T1.A1",), ()))
    amend(story, amended((MEET, STUDY), ended))
    story.report("kor", report("P1.T1.A1", account="Too late."))
    better = report("P1.T1.A1", account="We kept in touch.")
    story.write("can", Corrected("report.filed", better), subject=PLAN, supersedes=said)
    story.deliver_all()

    register = story.register()

    assert codes_of(register) == ["register.unknown-provision"]
    assert accounts(register, "P1.T1.A1", "can") == ["We kept in touch."]

    story.write("can", Withdrawn("never mind"), subject=PLAN, supersedes=said)
    (gone,) = story.register().plans[PLAN].ended
    assert gone.latest("can") is None


def test_a_report_written_before_its_author_saw_the_amendment_counts_where_its_commitment_went(story):
    merged = (Succeeded(Became.MERGED, ("P1.I1", "P1.I2"), ("P1.I1",)), KEPT[2])
    proposal = story.propose("can", amended((MEET, KEEP), merged), subject=PLAN, supersedes=adoption(story))
    story.deliver_all()
    story.concur("kor", proposal, subject=PLAN)
    story.deliver_all()
    story.report("kor", report("P1.I2", account="Crossed."))
    for code in story.codes:
        story.seal(code, proposal, subject=PLAN)
    story.deliver_all()

    assert "Crossed." in accounts(story.register(), "P1.I1", "kor")


@pytest.mark.parametrize(
    "body",
    [
        amended(PROVISIONS[:2], KEPT),
        amended(PROVISIONS, KEPT[:2]),
        amended(PROVISIONS, KEPT, amends=3, version=4),
        amended(PROVISIONS, KEPT, version=1),
        amended((*PROVISIONS, VISIT), (*KEPT, Succeeded(Became.ADDED, ("P1.I4",), ("P1.I5",)))),
    ],
)
def test_an_amendment_that_does_not_say_what_became_of_each_commitment_is_set_aside(story, body):
    story.propose("can", body, subject=PLAN, supersedes=adoption(story))

    assert codes_of(story.register()) == ["register.succession"]


def test_the_id_of_a_commitment_that_ended_is_never_given_to_another(story):
    ended = (*KEPT[:2], Succeeded(Became.ENDED, ("P1.T1.A1",), ()))
    first = amend(story, amended((MEET, STUDY), ended))
    again = (*KEPT[:2], Succeeded(Became.ADDED, (), ("P1.T1.A1",)))
    body = amended(PROVISIONS, again, version=3, amends=2)
    story.propose("can", body, subject=PLAN, supersedes=first)

    assert codes_of(story.register()) == ["register.succession"]


def test_a_third_version_tells_what_ended_on_the_way_and_merges_twice(story):
    merged = (Succeeded(Became.MERGED, ("P1.I1", "P1.I2"), ("P1.I1",)), KEPT[2])
    first = amend(story, amended((MEET, KEEP), merged))
    twice = (Succeeded(Became.MERGED, ("P1.T1.A1", "P1.I1"), ("P1.T1.A1",)),)
    amend(story, amended((KEEP,), twice, version=3, amends=2), after=first)

    register = story.register()

    assert accounts(register, "P1.T1.A1", "kor") == ["The study is done."]
    assert accounts(register, "P1.T1.A1", "can") == ["We met.", "We keep in touch."]
    assert register.plans[PLAN].provisions[0].latest("kor").stage is Stage.DONE


def test_any_order_of_arrival_tells_the_same_amended_plan(story):
    merged = (Succeeded(Became.MERGED, ("P1.I1", "P1.I2"), ("P1.I1",)), KEPT[2])
    amend(story, amended((MEET, KEEP), merged))

    forwards, backwards = story.fold(), story.fold(entries=[*story.log("kor"), *story.log("can")])

    assert forwards.register().plans[PLAN].digest == backwards.register().plans[PLAN].digest
